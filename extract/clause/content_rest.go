package clause

import "kg/extract/nlp"

// clauseSayings are the verbs, besides the plain ones, whose object is nearly always a clause.
var clauseSayings = words("claim", "argue", "insist", "contend", "maintain", "concede", "allege", "acknowledge", "admit",
	"suggest", "warn", "estimate", "predict")

// restContent: what follows a finite verb of saying, where the parser found
// nothing: "Obama said that because …", a clause with a verb of its own.
func (a *attributor) restContent(v, source int) (nlp.Range, attachment) {
	none := nlp.Range{}
	s := a.sentence(v)
	if source < 0 || source > v || !clauseSayings[a.lemma(v)] && !plainSayings[a.lemma(v)] || !a.isFinite(v) && a.tag(v) != "VBG" || a.isPassive(v) {
		return none, behindCue
	}
	_, first := a.cueSpan(v, Argument{Head: -1})
	if a.lemma(v) == "tell" {
		first = a.thatBehind(first, s.End)
	}
	if first >= s.End || a.tag(first) == "WRB" && a.isFronted(v) || a.tag(first) != "IN" && first > v+1 || a.tag(first) == "IN" && a.word(first) != "that" {
		return none, behindCue
	}
	switch tag := a.tag(first); {
	case tag == "CC" || tag == "TO" || tag == "," || tag == "." || tag == "VBG":
		return none, behindCue
	}
	r := nlp.Range{First: first, End: s.End}
	for i := first; i < s.End; i++ {
		if a.relation(i) == "conj" && a.head[i] <= v && a.under(v, a.head[i]) {
			return none, behindCue // "announced his death and left": what is said is a thing
		}
		if a.isPurposeOf(i, v) {
			return none, behindCue // "declared a state of alarm so she could close the port"
		}
		if tag := a.tag(i); (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") && !a.under(i, source) && a.fullRelation(a.clauseHead(i)) != "acl:relcl" {
			if i == first || a.isPastObject(v, first, i) || a.relation(v) == "ccomp" && a.head[v] > v && !a.under(i, v) {
				return none, behindCue // "everything she says is", "wrote a book, he said"
			}
			return r, behindCue
		}
	}
	return none, behindCue
}

// isPurposeOf reports whether "so" at token i opens a clause of v, behind an object of v.
func (a *attributor) isPurposeOf(i, v int) bool {
	h := a.head[i]
	return a.word(i) == "so" && h > i && a.head[h] == v && a.relation(h) == "advcl" && a.kid(v, "obj") > v && a.kid(v, "obj") < i
}

// isPastObject reports whether the verb at i, which does not hang on v, stands behind an
// object of v that begins at token first: with a comma between, or where v only describes
// a noun.
func (a *attributor) isPastObject(v, first, i int) bool {
	o := a.kid(v, "obj", "iobj")
	if o < v || a.under(i, v) || a.yield(o, nil).First != first {
		return false
	}
	return a.relation(v) == "acl" && a.tag(v) == "VBG" || a.breaksBetween(o, i)
}

// breaksBetween reports whether a comma or dash stands between tokens i and j.
func (a *attributor) breaksBetween(i, j int) bool {
	for ; i < j; i++ {
		if w := a.doc.Word(i); w == "," || isDash(w) && w != "-" {
			return true
		}
	}
	return false
}

// thatBehind returns the "that" which follows token i before any verb, else i.
func (a *attributor) thatBehind(i, end int) int {
	for k := i; k < end && !a.isVerb(k) && a.tag(k) != "MD"; k++ {
		if a.word(k) == "that" {
			return k
		}
	}
	return i
}
