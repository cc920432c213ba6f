package identity

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// speakerOf returns the body that says what "it" is the subject of, where that stands
// without quotation marks: "Norvik said it would close the mine". Nothing else is as
// likely to be meant there; nor by "they", where the sentence has no other who are several.
// Limit: a person who says something, and what is said of several.
func (a *article) speakerOf(m *mention) *mention {
	it, they := strings.EqualFold(a.doc.Word(m.Head), "it"), strings.EqualFold(a.doc.Word(m.Head), "they")
	if !it && !they || a.doc.Tokens[m.Head].Rel == "expl" || a.quoted[m.Head] {
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
	if they && slices.ContainsFunc(a.all, func(n *mention) bool { return n.sentence == m.sentence && n.Head < m.Head && n.plural }) {
		return nil
	}
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

// quotedBefore returns who was quoted before "she" or "he" speaks on, where nobody whom
// the pronoun fits is spoken of in between outside quotation marks: "“Ana has
// failed us,” said Ada Lund. She added …" Whom she speaks of does not speak.
// Limit: what the pronoun does otherwise is left to salience.
func (a *article) quotedBefore(m *mention, kind pronounKind, position int) *mention {
	if !isSexed(kind.gender) || a.quoted[m.Head] || !a.speaks[m.Head] {
		return nil
	}
	quoted := false
	end := m.Head
	for i := position - 1; i >= 0 && m.sentence-a.all[i].sentence <= personReach; i-- {
		n := a.all[i]
		for ; end > n.Head; end-- {
			quoted = quoted || a.quoted[end]
		}
		if a.quoted[n.Head] || n.latent || !a.accepts(n.cluster, kind, n) {
			continue
		}
		if !quoted || n.Form != FormName || !a.saysSomething(n) || a.coarguments(m, n) {
			return nil
		}
		return n
	}
	return nil
}

// saysSomething reports whether somebody is found to speak whom a word of n names: of
// "said Ada Lund" the tree has Ada speak.
func (a *article) saysSomething(n *mention) bool {
	for i := n.Tokens.First; i < n.Tokens.End; i++ {
		if a.speaks[i] {
			return true
		}
	}
	return false
}
