package clause

import "kg/extract/nlp"

// sourcePhrases are the prepositions that name a source.
var sourcePhrases = words("according to")

// sourceViews are the nouns of "in X's view": X's content is the clause.
var sourceViews = words("view", "opinion", "words", "word", "eyes", "estimation", "judgment", "judgement", "telling",
	"assessment", "account", "mind", "admission")

// sourceCounts are the nouns of "by X's count": what X worked out.
var sourceCounts = words("count", "reckoning", "estimate", "estimates", "calculation", "calculations")

// reckonings are the views that speak for themselves: "by one estimate", "by most accounts".
var (
	reckonings  = words("estimate", "account", "count", "calculation", "reckoning")
	unspecified = words("one", "some", "most", "many", "several", "all", "various", "other", "another", "two", "three")
)

// surveys are what states a number or a share in "in the poll, …".
var surveys = words("poll", "survey", "census", "study")

// bySourcePhrase: "according to the police, …", "in her view, …". i is the noun.
func (a *attributor) bySourcePhrase(i int) (attribution, bool) {
	if !a.isNominal(i) {
		return attribution{}, false
	}
	p := a.preposition(i)
	source := -1
	switch {
	case sourcePhrases[p] && a.canBeSource(i), p == "per" && a.tag(i) != "CD" && documents[a.lemma(i)] && a.isSetApart(a.yield(i, nil)):
		source = i
	case (p == "in" || p == "by" || p == "to") && sourceViews[a.word(i)], p == "by" && sourceCounts[a.word(i)]:
		source = a.viewOwner(i)
		if source < 0 && p == "by" && reckonings[a.lemma(i)] && a.kidWord(i, unspecified) >= 0 {
			source = i
		}
	case p == "in" && surveys[a.lemma(i)] && a.isSetApart(a.yield(i, nil)):
		source = i
	}
	h := a.head[i]
	if source < 0 || h < 0 {
		return attribution{}, false
	}
	x := attribution{source: a.phraseOf(source, nil), verb: -1, rule: "according-to", base: "say", place: aroundCue}
	own := a.yield(i, nil)
	for _, k := range a.kids[i] {
		if a.relation(k) == "case" {
			x.cue = append(x.cue, k)
			x.cue = append(x.cue, a.kids[k]...)
		}
	}
	for _, k := range x.cue {
		if k < source && x.source.Tokens.Has(k) {
			x.source.Tokens.First = k + 1 // "possibly, according to the Post"
		}
	}
	x.content = a.aroundPhrase(i, own)
	return x, x.content.Len() > 0
}

// isSetApart reports whether r opens its sentence or stands behind a comma.
func (a *attributor) isSetApart(r nlp.Range) bool {
	return r.First == a.sentence(r.First).First || a.doc.Word(r.First-1) == ","
}

// viewOwner returns whose view the noun i names, or -1.
func (a *attributor) viewOwner(i int) int {
	for _, k := range a.kids[i] {
		if w := a.word(k); w == "my" || w == "our" || w == "your" {
			return -1
		}
		if a.fullRelation(k) == "nmod:poss" || a.relation(k) == "nmod" && a.preposition(k) == "of" {
			return k
		}
	}
	return -1
}

// yardsticks are the nouns after "according to" by which something is measured or done.
var yardsticks = words("age", "size", "weight", "height", "gender", "identity", "index", "need", "ability", "rank", "status",
	"preference", "taste", "wish", "interest", "importance", "type", "custom", "rite", "sharia", "seniority", "income")

// canBeSource reports whether the noun i after "according to" is a source and
// not a measure ("sorted according to age"): no yardstick, and set off by a comma, first
// in its sentence, or more than a bare singular noun.
func (a *attributor) canBeSource(i int) bool {
	if yardsticks[a.lemma(i)] {
		return false
	}
	own := a.yield(i, nil)
	s := a.sentence(i)
	return own.First == s.First || a.doc.Word(own.First-1) == "," || a.doc.Word(own.First) == "," || a.tag(i) != "NN" || len(a.kids[i]) > 1
}

// aroundPhrase returns the clause that the phrase of i, which covers own, stands
// in, without that phrase: what is before it, or what is behind it.
func (a *attributor) aroundPhrase(i int, own nlp.Range) nlp.Range {
	h := a.clauseOver(i)
	r := a.yield(h, func(k int) bool { return k == i })
	if r.First < own.First && !a.saysSomething(nlp.Range{First: own.End, End: r.End}) {
		r.End = min(r.End, own.First)
		r.First = a.clauseStart(r.First, i)
	}
	if r.First >= own.First {
		r.First = max(r.First, own.End)
	}
	for r.First < r.End && a.tag(r.First) == "CC" && a.relation(r.First) == "cc" {
		r.First++ // what joins it to the clause before
	}
	return r
}

// clauseStart returns the first token of the sentence of i if no comma, mark,
// conjunction or verb stands between it and first: the parser cut a subject off.
func (a *attributor) clauseStart(first, i int) int {
	start := a.sentence(i).First
	for k := start; k < first; k++ {
		if !isWord(a.tag(k)) || a.isVerb(k) || a.tag(k) == "CC" || a.tag(k) == "MD" {
			return first
		}
	}
	return start
}

// clauseOver returns the head of the clause that i stands in.
func (a *attributor) clauseOver(i int) int {
	for h := a.head[i]; h >= 0; h = a.head[h] {
		switch a.relation(h) {
		case "root", "ccomp", "parataxis", "advcl", "conj", "csubj", "acl":
			if a.isVerb(h) || a.kid(h, "cop", "nsubj") >= 0 || a.head[h] < 0 {
				return h
			}
		}
	}
	return a.head[i]
}
