package clause

import (
	"strings"

	"kg/extract/nlp"
)

// judgedContent: "what she called a “rant”", "a blast that the governor described as
// an act of war", "Reyes was called a fraud by two doctors": what somebody judges a
// thing to be that is not the object behind v. Of a passive the content is the clause
// without its agent.
func (a *attributor) judgedContent(v, source int) (nlp.Range, attachment) {
	none := nlp.Range{}
	lemma := a.lemma(v)
	if source < 0 || !judgings[lemma] && !judgingsAs[lemma] || lemma == "find" {
		return none, behindCue
	}
	k := a.judgement(v)
	if k < 0 {
		return none, behindCue
	}
	r := a.judgementRange(v, k)
	switch {
	case a.isPassive(v):
		s := a.ownSubject(v)
		if s < 0 || s > v || a.agentOf(v) < 0 {
			return none, behindCue
		}
		return nlp.Range{First: a.yield(s, nil).First, End: r.End}, aroundCue
	case a.isFronted(v):
		return r, behindCue
	}
	return none, behindCue
}

// judgement returns the head of what v says its object to be: a noun or an adjective
// behind it or, where v wants one, behind "as"; -1 where there is none.
func (a *attributor) judgement(v int) int {
	for _, k := range a.kids[v] {
		if k < v {
			continue
		}
		if a.preposition(k) == "as" || a.markBefore(k) == "as" && a.ownSubject(k) < 0 {
			return k
		}
		tag, rel := a.tag(k), a.relation(k)
		if judgings[a.lemma(v)] && (rel == "xcomp" || rel == "obj") && a.preposition(k) == "" &&
			(strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ")) && !a.isTimeWord(k) {
			return k
		}
	}
	return -1
}

// judgementRange returns the words of the judgement k without its "as"; in quotation
// marks it ends with them.
func (a *attributor) judgementRange(v, k int) nlp.Range {
	r := a.yield(k, nil)
	r.First = max(r.First, v+1)
	for i := r.First; i < k; i++ {
		if a.word(i) == "as" {
			r.First = i + 1
		}
	}
	for _, q := range a.quotes {
		if q.inner.Has(k) && r.Contains(q.inner) {
			r.End = q.inner.End
		}
	}
	return r
}

// isFronted reports whether the object of v stands before its clause: as "what",
// "which" or "that" right before its subject.
func (a *attributor) isFronted(v int) bool {
	s := a.ownSubject(v)
	if s < 0 || s > v {
		return false
	}
	i := a.yield(s, nil).First - 1
	if i < 0 {
		return false
	}
	switch a.word(i) {
	case "what", "which", "whom":
		return true
	case "that":
		return a.tag(i) == "WDT" || strings.HasPrefix(a.relation(v), "acl")
	}
	return false
}

// judgingsAs judge their object by what stands behind "as".
var judgingsAs = words("describe", "view", "see", "regard", "characterise", "characterize", "portray", "denounce", "condemn",
	"hail", "dismiss", "praise", "perceive", "decry", "deride", "criticise", "criticize", "depict")
