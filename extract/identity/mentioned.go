package identity

import (
	"slices"

	"kg/extract/nlp"
)

// MentionedIn returns the entities that are named, or referred to by a pronoun
// or noun phrase whose referent has a name, among the tokens of r: what a
// statement with those words is about. Each comes once, in the order of its
// first mention there.
func (r *Resolution) MentionedIn(tokens nlp.Range) []*Entity {
	var list []*Entity
	for i := tokens.First; i < tokens.End; i++ {
		k, ok := r.byToken[i]
		if !ok || !r.Entities[k].named() || slices.Contains(list, &r.Entities[k]) {
			continue
		}
		list = append(list, &r.Entities[k])
	}
	return list
}

// named reports whether one of the mentions of e is a name.
func (e *Entity) named() bool {
	return slices.ContainsFunc(e.Mentions, func(m Mention) bool { return m.Form == FormName })
}
