package identity

import (
	"strings"

	"kg/extract/clause"
	"kg/extract/nlp"
)

// mergePredicates puts a name together with what it is said to be: "Lund is a tax
// adviser. The adviser said …" What a pronoun is said to be waits until it is known
// whom it stands for (pronoun.go).
// Limit: only what the article asserts of the present, of one thing, in a noun of its
// kind: who was a lawyer once may have met another lawyer since.
func mergePredicates(a *article) {
	for _, name := range a.names {
		a.mergePredicate(name)
	}
}

// mergePredicate merges what m is said to be with what m stands for.
func (a *article) mergePredicate(m *mention) {
	for _, described := range a.predicates[m.Head] {
		t := typeOf(m.cluster)
		if m.cluster.named() && !described.cluster.named() && described.type_ == t && t != nlp.Group && t != nlp.Thing {
			a.merge(m, described)
		}
	}
}

// predicatesOf returns the mentions that propositions say of a subject that it is, by
// the subject's head: "a tax adviser" by "Lund". Only those that say of one thing what
// it is now count.
func (a *article) predicatesOf(props []clause.Proposition) map[int][]*mention {
	found := map[int][]*mention{}
	for _, p := range props {
		if p.Rule != "copular" || p.Relation.Base != "be" || p.Modality != clause.Asserted || len(p.Relation.Tokens) == 0 {
			continue
		}
		if m := a.byToken[p.Object.Head]; m != nil && m.Head == p.Object.Head && m.Form == FormNominal && !m.plural && a.isPresent(p.Relation.Tokens[0]) {
			found[p.Subject.Head] = append(found[p.Subject.Head], m)
		}
	}
	return found
}

// isPresent reports whether token i is the "is" of the present.
func (a *article) isPresent(i int) bool {
	switch strings.ToLower(a.doc.Word(i)) {
	case "is", "'s", "’s":
		return true
	}
	return false
}
