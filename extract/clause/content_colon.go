package clause

import "kg/extract/nlp"

// colonContent: "Voters heckled the mayor: “You should be ashamed.”": a quotation behind a
// colon that ends the main clause, whose subject speaks by doing what v says.
// Limit: a copula ("The choice was clear: “…”") has no speaker, and where v has an object
// that is said or written, see byQuotedNoun.
func (a *attributor) colonContent(v, source int) (nlp.Range, attachment) {
	none := nlp.Range{}
	if source < 0 || source > v || a.head[v] >= 0 || a.isPassive(v) || !a.isFinite(v) || !a.speaks(source) || unspoken[a.lemma(v)] {
		return none, behindCue
	}
	q, ok := a.quotationBehindColon(v)
	if !ok || !a.isUtterance(q) || a.doc.Word(q.inner.End-1) == "," {
		return none, behindCue
	}
	if o := a.kid(v, "obj"); o > v && (a.namesContent(o) || replies[a.lemma(o)]) {
		return none, behindCue
	}
	return q.inner, behindCue
}

// unspoken are the verbs that say what their subject is or takes in, so that what follows a
// colon is no word of his.
var unspoken = words("be", "have", "get", "receive", "hear", "read", "see", "face", "remain", "become", "win", "include", "learn", "find", "know")

// speaks reports whether the noun n is somebody, by a pronoun, a name of a person or a body,
// an office, or a plural of people.
func (a *attributor) speaks(n int) bool {
	w := a.word(n)
	if a.tag(n) == "PRP" {
		return w != "it" && w != "them"
	}
	switch a.typeAt(n) {
	case nlp.Person, nlp.Organization, nlp.Place:
		return true
	}
	return a.deptree.isPerson(n) || collectives[a.lemma(n)]
}
