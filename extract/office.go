package extract

import (
	"cmp"
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// Offices are things of their own where an article says of which place or body they are,
// so that all who hold one meet there:
//
//	"French President Emmanuel Macron"
//	⇒ Emmanuel Macron – holds position – President of France
//
// Who held it once "formerly held" it, and who is elected "will hold" it, so that nobody
// is plainly said to hold what he does not. Limit: a president of nothing is kept in words.

// officeHeld makes the object of the fact f, which props[0] states, the office that it
// names. Whose that is stands in the propositions behind it, of the same holder: "is
// president of" France.
func (r *resolver) officeHeld(f Fact, props []clause.Proposition) Fact {
	p := props[0]
	if p.Relation.Base != "hold position" || p.Object.Kind != clause.Title {
		return f
	}
	var role string
	var of, to *identity.Entity
	var whose []nlp.Range
	for _, q := range props[1:] {
		if q.Rule != p.Rule || q.Sentence != p.Sentence || q.Subject.Head != p.Subject.Head || q.Relation.Base == p.Relation.Base {
			break
		}
		words, preposition, ok := roleAndPreposition(q.Relation.Base)
		whole, known := r.res.EntityOf(q.Object)
		switch {
		case !ok || !known || role != "" && role != words:
			continue
		case preposition == "to" && to == nil:
			to = whole
		case preposition == "of" && of == nil:
			of = whole
		default:
			continue
		}
		role = words
		whose = append(whose, q.Object.Tokens)
	}
	if office, ok := identity.OfficeOf(role, of, to); ok && !r.namesMore(p.Object, whose) {
		f = r.inOffice(f, office)
	}
	return f
}

// namesMore reports whether the words of an office hold a name besides those of whose it
// is, of which nobody knows what it does there: "British Columbia Premier".
func (r *resolver) namesMore(office clause.Argument, whose []nlp.Range) bool {
	for i := office.Tokens.First; i < office.Head; i++ {
		n, named := r.nameAt(i)
		if named && n.Type != nlp.Date && n.Type != nlp.Quantity && !slices.ContainsFunc(whose, n.Tokens.Overlaps) {
			return true
		}
	}
	return false
}

// roleAndPreposition reads the base of a relation: "be deputy envoy to".
func roleAndPreposition(base string) (role, preposition string, ok bool) {
	rest, ok := strings.CutPrefix(base, "be ")
	at := strings.LastIndexByte(rest, ' ')
	if !ok || at < 0 {
		return "", "", false
	}
	role, preposition = rest[:at], rest[at+1:]
	return role, preposition, preposition == "of" || preposition == "to"
}

// inOffice returns the fact f with the office as its object and, where that is held once
// or later, a relation that says so.
func (r *resolver) inOffice(f Fact, office identity.Office) Fact {
	f.Object.ID, f.Object.Name, f.Object.Type, f.Object.Value = office.ID, office.Name, nlp.Thing, ""
	switch {
	case f.Modality != clause.Asserted && f.Modality != clause.Said:
	case office.Tenure == identity.HeldOnce:
		f.Relation.Label = heldPosition
	case office.Tenure == identity.HeldLater:
		f.Relation.Label, f.Modality = "will hold position", clause.Future
	}
	f.Relation.ID = identity.RelationIRI(f.Relation.Label)
	return f
}

// heldPosition is the relation to an office that somebody holds no more.
const heldPosition = "formerly held position"

// withOffices returns the records of entities with those of the offices that facts name.
func withOffices(entities []Entity, facts []Fact) []Entity {
	at := make(map[string]int, len(entities))
	for i, e := range entities {
		at[e.ID] = i
	}
	for _, f := range facts {
		if !IsPosition(f.Relation.ID) || f.Object.ID == "" {
			continue
		}
		i, known := at[f.Object.ID]
		if !known {
			i = len(entities)
			at[f.Object.ID] = i
			entities = append(entities, Entity{ID: f.Object.ID, Article: f.Article, Type: f.Object.Type, Name: f.Object.Name, Aliases: []string{}})
		}
		m := Mention{f.Object.Begin, f.Object.End, f.Object.Text, string(identity.FormNominal)}
		if !slices.Contains(entities[i].Mentions, m) {
			entities[i].Mentions = append(entities[i].Mentions, m)
		}
	}
	slices.SortFunc(entities, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	return entities
}

// IsPosition reports whether a relation leads from somebody to an office.
func IsPosition(id string) bool {
	return id == relHoldsPosition || strings.HasSuffix(id, "-hold-position") || id == identity.RelationIRI(heldPosition)
}
