package extract

import (
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// ruleBareOffice: who has an office of which is not said whose it is holds it with the
// body that the sentence before is about.
//
//	Norvik plans to open a mill in May. Chief executive Ana Reyes told investors …
//	⇒ Ana Reyes – is chief executive of – Norvik
//
// Both stand in one paragraph, and no other body is the subject of anything there before
// the person. Limit: offices that every firm or club has; "minister" and "mayor" are of
// places.
const ruleBareOffice = "bare-office"

// bareOfficeConfidence: now and then the one who speaks is of another body.
const bareOfficeConfidence = 0.7

func bareOffices(r *resolver, facts []Fact) []Fact {
	held := map[string]bool{} // by person and office, whose it is is said
	for _, f := range facts {
		if office, ok := strings.CutSuffix(f.Relation.Label, " of"); ok {
			held[f.Subject.ID+"\x00"+strings.TrimPrefix(office, "is ")] = true
		}
	}
	var out []Fact
	for i, f := range facts {
		office := strings.ToLower(f.Object.Text)
		if f.Relation.Label != "holds position" || f.Rule != "title" || f.Modality != clause.Asserted || !everyBodyHas(office) || held[f.Subject.ID+"\x00"+office] {
			continue
		}
		if about, ok := r.onlyBodyBefore(facts[:i], f); ok {
			label := "is " + office + " of"
			d := derived(f, f.Subject, about.Subject, bareOfficeConfidence, about)
			d.Relation = Relation{Text: f.Relation.Text, ID: identity.RelationIRI(label), Label: label}
			d.Context = nil
			out = append(out, d)
		}
	}
	return out
}

// everyBodyHas reports whether an office is one of those that firms and clubs have.
func everyBodyHas(office string) bool {
	return slices.Contains([]string{"chief executive", "chief executive officer", "ceo", "chief financial officer", "finance chief", "finance director",
		"chairman", "chairwoman", "chair", "coach", "head coach", "manager", "spokesman", "spokeswoman"}, office)
}

// onlyBodyBefore returns the last of the facts, which stand before f, whose subject is a
// named body, if no other body is the subject of any in the paragraph of f.
func (r *resolver) onlyBodyBefore(facts []Fact, f Fact) (Fact, bool) {
	var found *Fact
	for i := len(facts) - 1; i >= 0; i-- {
		g := &facts[i]
		if g.Sentence.End > f.Sentence.Begin {
			continue
		}
		if strings.Contains(r.doc.Text[g.Sentence.End:f.Sentence.Begin], "\n\n") || f.Sentence.Begin-g.Sentence.End > longestParagraph {
			break
		}
		if g.Speaker != nil || g.Subject.Type != nlp.Organization || !r.isNamedBody(g.Subject.ID) {
			continue
		}
		if found != nil && found.Subject.ID != g.Subject.ID {
			return Fact{}, false
		}
		found = g
	}
	if found == nil {
		return Fact{}, false
	}
	return *found, true
}

// longestParagraph is how far back in bytes a paragraph is looked through.
const longestParagraph = 2000

// isNamedBody reports whether an entity has a name, and not only words for it.
func (r *resolver) isNamedBody(id string) bool {
	e := r.res.Entity(id)
	return e != nil && slices.ContainsFunc(e.Mentions, func(m identity.Mention) bool { return m.Form == identity.FormName })
}
