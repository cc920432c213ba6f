package clause

import "strings"

// sourceOf returns who says or holds what verb v ascribes; without a head of -1
// nobody. The tree decides, but before a verb of saying that stands between
// commas or behind a quotation the words next to the verb do.
func (a *attributor) sourceOf(v int) Argument {
	s := a.speakingAntecedent(v, a.subjectOf(v))
	if s >= 0 && a.relation(s) == "amod" {
		s = a.head[s] // "owners intent on deciding": the owners decide
	}
	if p := a.participleSource(v); p >= 0 {
		s = p
	}
	if a.isPassive(v) || !a.isFinite(v) {
		return a.phraseOf(s, []int{v})
	}
	if a.quoteEndsBefore(v) && s >= 0 && s < v && a.quoteAt(s) >= 0 && !a.quotes[a.quoteAt(s)].inner.Has(v) {
		s = -1
	}
	if a.quoteEndsBefore(v) && (s > v || s < 0) || a.isInverted(v) || s < 0 && a.opensWithSaid(v) {
		return a.invertedSource(v, s)
	}
	if chunk, ok := a.chunkBefore(v); ok && (s < 0 || a.isTimeWord(s) || a.isSetOff(chunk.Tokens.First) && !chunk.Tokens.Has(s) && !a.governs(s, chunk)) {
		return chunk
	}
	if s < 0 || a.isTimeWord(s) {
		return a.appositiveBefore(v)
	}
	return a.joined(a.clipped(a.phraseOf(s, []int{v}), v), v)
}

// joined adds to the source x of v the noun right before it that the parser took
// for a subject of its own: "the state attorney" and "general".
func (a *attributor) joined(x Argument, v int) Argument {
	k := x.Tokens.First - 1
	if k >= 0 && a.head[k] == v && a.relation(k) == "nsubj" && strings.HasPrefix(a.tag(k), "NN") && !a.isTimeWord(k) {
		x.Tokens = union(a.yield(k, nil), x.Tokens)
	}
	return x
}

// isSetOff reports whether a comma or a mark stands before token i.
func (a *attributor) isSetOff(i int) bool {
	return i > 0 && (a.doc.Word(i-1) == "," || isMark(a.doc, i-1)) && a.sentence(i).First < i
}

// governs reports whether the chunk hangs on noun s as its apposition or member,
// with no quotation mark between.
func (a *attributor) governs(s int, chunk Argument) bool {
	for i := s; i < chunk.Head; i++ {
		if isMark(a.doc, i) || a.isVerb(i) && a.isFinite(i) && a.relation(i) != "acl" {
			return false
		}
	}
	return s < chunk.Head && a.under(chunk.Head, s)
}

// clipped takes from a source before verb v what stands in a quotation that the
// verb does not stand in.
func (a *attributor) clipped(x Argument, v int) Argument {
	for _, q := range a.quotes {
		if q.inner.Has(v) || q.inner.Has(x.Head) || q.outer.End > x.Head || q.outer.End <= x.Tokens.First {
			continue
		}
		if a.isUtterance(q) {
			x.Tokens.First = q.outer.End
		}
	}
	return x
}
