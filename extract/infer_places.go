package extract

import (
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// ruleGazetteer: where a place lies, and what an institution or organisation
// belongs to and is seated in, where the lexicons know it or its name says it, and
// the article names both close to each other.
//
//	Police in Lyon … . France has …
//	⇒ Lyon – is in – France
//
// "The European Parliament" is part of the European Union and based in Strasbourg.
// It is the only rule that adds knowledge to what an article says, and only where the
// text bears it out: a name holds the other ("Peru Rail Agency"), the words join the two
// ("Cusco and Puno, southern Peru"), or of all countries in their sentences the whole is
// named nearest to the part. So "Peru called in Chile's envoy in Lima" says nothing of
// Lima. What stands as its sentence names both, and reaches over several where no one
// does. Limit: what the article does not name, or names in another paragraph, is left out.
const ruleGazetteer = "gazetteer"

// supportConfidence is how sure one is by what bears it out. What the lexicons know is
// below 1 by the places that are others of the same name. Where no words join the two, a
// reader has to draw the conclusion: read, the sentence bears out 20 of 20 that are
// joined and 32 of 50 that are not; that over several it is less is an estimate.
var supportConfidence = map[support]float64{shown: 0.95, implied: 0.6, nearby: 0.45}

// farthestNaming is how many sentences behind each other part and whole may be named.
const farthestNaming = 3

func gazetteer(r *resolver, _ []Fact) []Fact {
	var out []Fact
	for i := range r.res.Entities {
		part := &r.res.Entities[i]
		for _, id := range part.Within {
			whole := r.res.Entity(id)
			if whole == nil || whole.ID == part.ID {
				continue
			}
			label := containment(part.Type, whole)
			n, ok := r.nearest(part, whole)
			if !ok {
				continue
			}
			out = append(out, Fact{
				Article:    r.article.ID,
				Sentence:   r.passage(n.span),
				Subject:    r.mentionArgument(part, n.part),
				Relation:   Relation{ID: identity.RelationIRI(label), Label: label},
				Object:     r.mentionArgument(whole, n.whole),
				Modality:   clause.Asserted,
				Confidence: supportConfidence[n.support],
			})
		}
	}
	return out
}

// containment is the relation of a part of some type to what it is within: a city
// is in its country, the country's parliament of it.
func containment(part nlp.EntityType, whole *identity.Entity) string {
	switch {
	case part == nlp.Place:
		return "is in"
	case whole.Type == nlp.Organization:
		return "is part of"
	case whole.IsCountry:
		return "is of"
	}
	return "is based in"
}

// ruleVenue: where people gather for something, it takes place.
//
//	Ministers gathered in Vienna for the summit.
//	⇒ the summit – takes place in – Vienna
//
// Limit: only verbs of gathering and of holding; who spoke in Vienna of the
// summit says nothing of where that is.
const ruleVenue = "venue"

// venueFactor: of those who gather for something, few gather elsewhere first.
const venueFactor = 0.9

func venues(_ *resolver, facts []Fact) []Fact {
	var out []Fact
	takesPlace := func(f Fact, event, place Argument) {
		if event.Type == nlp.Event && place.Type == nlp.Place && event.ID != place.ID {
			d := derived(f, event, place, venueFactor)
			d.Relation = Relation{ID: identity.RelationIRI("takes place in"), Label: "takes place in"}
			d.Context = slices.DeleteFunc(slices.Clone(f.Context), func(c Context) bool { return c.Role != "time" })
			out = append(out, d)
		}
	}
	for _, f := range facts {
		if !isPlain(f) {
			continue
		}
		verb, preposition, _ := strings.Cut(f.Relation.Label, " ")
		for _, c := range f.Context {
			switch {
			case isGathering(verb) && (preposition == "in" || preposition == "at") && c.Role == "for":
				takesPlace(f, contextArgument(c), f.Object)
			case (verb == "holds" || verb == "hosts" || verb == "attends") && preposition == "" && c.Role == "place" && strings.HasPrefix(c.Text, "in "):
				takesPlace(f, f.Object, contextArgument(c))
			}
		}
	}
	return out
}

func isGathering(verb string) bool {
	switch verb {
	case "gathers", "meets", "assembles", "convenes":
		return true
	}
	return false
}

// contextArgument is the thing of a circumstance as an argument.
func contextArgument(c Context) Argument {
	return Argument{Text: c.Text, Begin: c.Begin, End: c.End, ID: c.ID, Name: c.Name, Type: c.Type}
}

// rulePartWhole: what is in a place is in what the place is in.
//
//	The summit takes place in Lyon.    (1)
//	Lyon – is in – France              (2)
//	⇒ the summit – takes place in – France   from (1), (2)
//
// A capital is in its country, and who is from a city is from there. Limit: what is
// said of the part far from the whole is left alone.
const rulePartWhole = "part-whole"

func partsOfWholes(r *resolver, facts []Fact) []Fact {
	wholes := map[string][]Fact{} // by part
	for _, f := range facts {
		if isPlain(f) && f.Subject.Type == nlp.Place && f.Object.Type == nlp.Place && isContainment(f.Relation.Label) {
			wholes[f.Subject.ID] = append(wholes[f.Subject.ID], f)
		}
	}
	var out []Fact
	for _, f := range facts {
		if !isPlain(f) || f.Object.Type != nlp.Place || !isLocation(f.Relation.Label) {
			continue
		}
		for _, w := range wholes[f.Object.ID] {
			if near, ok := r.evidence(f, w); ok && w.Object.ID != f.Subject.ID {
				d := derived(f, f.Subject, w.Object, 1, w)
				d.Sentence = near
				out = append(out, d)
			}
		}
	}
	return out
}

func isContainment(label string) bool { return label == "is in" || label == "is capital of" }

// isLocation reports whether what is so related to a place is so to any larger one.
func isLocation(label string) bool {
	switch label {
	case "is in", "takes place in", "is based in", "is located in", "lies in", "is held in", "is from", "is of":
		return true
	}
	return false
}
