package clause

import (
	"strings"

	"kg/extract/nlp"
)

// speakingAntecedent returns what the relative pronoun that is the subject of v
// stands for where s, which the tree names, cannot speak: the name of somebody or
// of a body next before it. "The bill of the union, which contends that …" has the
// union contend. Without such a pronoun or name it is s.
func (a *attributor) speakingAntecedent(v, s int) int {
	pronoun := a.ownSubject(v)
	if s < 0 || pronoun <= s || !relativizers[a.word(pronoun)] || a.canSpeak(s) {
		return s
	}
	for i := pronoun - 1; i > s; i-- {
		if a.under(i, s) && !a.under(i, v) && a.isSpeakerName(i, a.word(pronoun) != "who") {
			return i
		}
	}
	return s
}

// canSpeak reports whether the noun i is a name, a pronoun, a title or a plural.
func (a *attributor) canSpeak(i int) bool {
	tag := a.tag(i)
	return strings.HasPrefix(tag, "NNP") || tag == "PRP" || tag == "NNS" || titleNouns[a.lemma(i)] || kinNouns[a.lemma(i)]
}

// isSpeakerName reports whether i ends the name of a person or, where those count,
// of a body.
func (a *attributor) isSpeakerName(i int, bodies bool) bool {
	for _, n := range a.doc.Names {
		if n.Tokens.End-1 == i && (n.Type == nlp.Person || bodies && n.Type == nlp.Organization) {
			return true
		}
	}
	return false
}

// relativeFor returns the relative pronoun that stands for the source x as the
// subject of v, or of the verb that v is joined to; 0 where there is none.
func (t *deptree) relativeFor(x Argument, v int) int {
	for t.relation(v) == "conj" && t.ownSubject(v) < 0 {
		v = t.head[v]
	}
	k := t.ownSubject(v)
	if k <= x.Head || x.Tokens.Has(k) || !relativizers[t.word(k)] {
		return 0
	}
	return k
}
