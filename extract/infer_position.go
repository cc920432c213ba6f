package extract

import (
	"strings"

	"kg/extract/identity"
	"kg/extract/nlp"
)

// rulePosition: who is something of a place or body holds that office, where all who hold it
// meet, and who is former mayor of it formerly held it.
//
//	Marta Rojas – is mayor of – Cusco
//	⇒ Marta Rojas – holds position – Mayor of Cusco
//
// Limit: what is of another person, or of what has no name, is no office.
const rulePosition = "position"

func positions(r *resolver, facts []Fact) []Fact {
	known := map[[2]string]bool{} // by holder and office
	for _, f := range facts {
		if IsPosition(f.Relation.ID) {
			office, _, _ := strings.Cut(f.Object.ID, "_to_") // an envoy's is said
			known[[2]string{f.Subject.ID, office}] = true
		}
	}
	var out []Fact
	for _, f := range facts {
		if !isPlain(f) || f.Subject.Type != nlp.Person || isPast(f) {
			continue
		}
		role, preposition, ok := roleAndPreposition("be " + strings.TrimPrefix(f.Relation.Label, "is "))
		if !ok || preposition != "of" || !strings.HasPrefix(f.Relation.Label, "is ") {
			continue
		}
		office, ok := identity.OfficeOf(role, r.res.Entity(f.Object.ID), r.sentTo(f, role, facts))
		of, _, _ := strings.Cut(office.ID, "_to_")
		if key := [2]string{f.Subject.ID, of}; ok && !known[key] {
			known[key] = true
			d := derived(f, f.Subject, f.Object, 1)
			d.Relation = Relation{Text: f.Relation.Text, Label: "holds position"}
			out = append(out, r.inWords(r.inOffice(d, office), f))
		}
	}
	return out
}

// sentTo returns to where somebody is sent as what the fact f says that he is of another
// land, nil where its sentence does not say so.
func (r *resolver) sentTo(f Fact, role string, facts []Fact) *identity.Entity {
	for _, g := range facts {
		if g.Subject.ID == f.Subject.ID && g.Sentence == f.Sentence && g.Relation.Label == "is "+role+" to" {
			return r.res.Entity(g.Object.ID)
		}
	}
	return nil
}

// joints stand between the words for an office and whose it is.
var joints = []string{" of the ", " of ", " for the ", " for ", " at the ", " at ", "'s ", "’s ", " "}

// inWords returns d with the words for the office as the object's, "leader of the Red Party",
// where the fact f, which has only the party's, has what somebody is of it right beside them.
func (r *resolver) inWords(d, f Fact) Fact {
	sentence, role := f.Sentence.Text, strings.TrimSuffix(f.Relation.Text, " of")
	begin, end := f.Object.Begin-f.Sentence.Begin, f.Object.End-f.Sentence.Begin
	if begin < 0 || end > len(sentence) || begin > end || role == "" {
		return d
	}
	for _, joint := range joints {
		if strings.HasSuffix(sentence[:begin], role+joint) {
			begin -= len(role + joint)
			break
		}
		owner := strings.TrimSuffix(sentence[:end], strings.TrimRight(joint, " "))
		if rest, ok := strings.CutPrefix(sentence[len(owner):], joint); ok && strings.HasPrefix(rest, role) {
			end = len(owner) + len(joint) + len(role)
			break
		}
	}
	d.Object.Text, d.Object.Begin, d.Object.End = sentence[begin:end], f.Sentence.Begin+begin, f.Sentence.Begin+end
	return d
}
