package clause

import "kg/extract/nlp"

// appositiveBefore returns the noun phrase and its apposition that end with a
// comma right before v: "one of the attorneys, Ana Reyes, said".
func (a *attributor) appositiveBefore(v int) Argument {
	first := a.sentence(v).First
	if v-2 <= first || !a.saysVerb(v) {
		return Argument{Head: -1}
	}
	if a.tag(v-1) == "CC" {
		return a.firstSubject(v)
	}
	if a.doc.Word(v-1) != "," {
		return Argument{Head: -1}
	}
	inner, ok := a.chunkBefore(v - 1)
	if !ok {
		return a.firstSubject(v)
	}
	if k := inner.Tokens.First; k-1 > first && a.doc.Word(k-1) == "," {
		if outer, ok := a.chunkBefore(k - 1); ok && a.tag(outer.Tokens.First) != "IN" {
			return Argument{Tokens: nlp.Range{First: outer.Tokens.First, End: v - 1}, Head: outer.Head}
		}
	}
	return inner
}

// firstSubject returns the subject that the sentence of v begins with: the one
// of its first verb, or what stands before a comma: "Reyes, speaking in Lima, said".
func (a *attributor) firstSubject(v int) Argument {
	first := a.sentence(v).First
	for i := first; i < v; i++ {
		if a.doc.Word(i) != "," && !a.isVerb(i) && a.tag(i) != "MD" {
			continue
		}
		x, ok := a.chunkBefore(i)
		if !ok || x.Tokens.First != first || a.tag(first) == "IN" {
			break
		}
		return x
	}
	return Argument{Head: -1}
}
