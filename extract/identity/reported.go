package identity

import (
	"strings"

	"kg/extract/nlp"
)

// speakerOf returns the body that says what "it" is the subject of, where that stands
// without quotation marks: "Norvik said it would close the mine". Nothing else is as
// likely to be meant there.
// Limit: a person who says something, and what is said of several.
func (a *article) speakerOf(m *mention) *mention {
	if !strings.EqualFold(a.doc.Word(m.Head), "it") || a.doc.Tokens[m.Head].Rel == "expl" || a.quoted[m.Head] {
		return nil
	}
	where, verb := a.positionOf(m)
	if where != subjectOfClause || verb < 0 {
		return nil
	}
	for steps := 0; steps < maxChain && a.doc.Tokens[verb].Rel == "conj" && a.doc.Tokens[verb].Head >= 0; steps++ {
		verb = a.doc.Tokens[verb].Head
	}
	if a.doc.Tokens[verb].Rel != "ccomp" {
		return nil
	}
	said := a.doc.Tokens[verb].Head
	for _, n := range a.all {
		if n.sentence != m.sentence || !a.speaks[n.Head] || n.plural || typeOf(n.cluster) != nlp.Organization {
			continue
		}
		if place, over := a.positionOf(n); place == subjectOfClause && over == said {
			return n
		}
	}
	return nil
}
