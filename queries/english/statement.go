package english

import (
	"regexp"
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
	"kg/graph"
)

// slot is a participant of a statement.
type slot struct {
	role role
	prep string // of an oblique; "time" and "place" for circumstances so marked
	term graph.Term
}

// The marks of circumstances that the graph knows the kind of.
const (
	timeSlot  = "time"
	placeSlot = "place"
)

// statement is a statement of the graph, in the active voice.
type statement struct {
	graph.Claim
	pred  predicate
	slots []slot
	words map[string]bool // the stems of its sentence
	own   scope           // what of its sentence states it; read by itself
}

func newStatement(c graph.Claim, f fit) *statement {
	st := &statement{Claim: c, pred: parseLabel(label(c.Relation)), words: map[string]bool{}}
	for _, s := range stems(c.Sentence) {
		st.words[s] = true
	}
	if f.state {
		st.pred = st.participle()
		c.Object = graph.Term{}
	}
	subject := slot{role: agent, term: c.Subject}
	object := slot{role: patient, term: c.Object}
	switch {
	case f.surface:
		if st.pred.prep != "" && !f.absorbs {
			object.role, object.prep = oblique, st.pred.prep
		}
	case st.pred.passive:
		subject.role = patient
		object.role, object.prep = oblique, st.pred.prep
		if st.pred.prep == "by" {
			object.role, object.prep = agent, ""
		}
	case st.pred.prep != "" && !f.absorbs:
		object.role, object.prep = oblique, st.pred.prep
	}
	switch {
	case f.turned && places[st.pred.prep] && c.Object.Type == "Place":
		subject.role = patient // who dies in a town is not killed by it
		object.role, object.prep = oblique, st.pred.prep
	case f.turned:
		subject.role, object.role = exchanged(subject.role), exchanged(object.role)
	}
	st.slots = append(st.slots, subject)
	if c.Object.Name != "" {
		st.slots = append(st.slots, object)
	}
	st.circumstances()
	return st
}

// participle returns what a statement says was done to its subject, as where it
// "is" "invited"; the zero predicate where that is no participle.
func (st *statement) participle() predicate {
	words := strings.Fields(strings.ToLower(st.Object.Name))
	if st.Object.IRI != "" || len(words) != 1 || !isParticiple(words[0]) {
		return predicate{}
	}
	p := st.pred
	return predicate{content: nlp.LemmaOf(words[0], "VBN"), passive: true, negated: p.negated, modal: p.modal}
}

func label(relation graph.Term) string {
	return graph.Relation{IRI: relation.IRI}.Label()
}

func exchanged(r role) role {
	switch r {
	case agent:
		return patient
	case patient, oblique:
		return agent
	}
	return r
}

func (st *statement) circumstances() {
	for _, t := range st.When {
		st.slots = append(st.slots, slot{oblique, timeSlot, t})
	}
	for _, t := range st.Where {
		st.slots = append(st.slots, slot{oblique, placeSlot, t})
	}
	for _, c := range st.Context {
		st.slots = append(st.slots, slot{oblique, c.Role, c.Term})
	}
}

// times returns the times of a statement, as the graph has them.
func (st *statement) times() []string {
	var out []string
	for _, s := range st.slots {
		if s.prep == timeSlot || isMoment(s.term) {
			out = append(out, s.term.Name)
		}
	}
	return out
}

var clockOrDate = regexp.MustCompile(`(?i)^((?:since |until )?\d{4}(-\d\d(-\d\d)?)?|\d{1,2}([:.]\d\d)?( ?[ap]\.?m\.?)?|noon|midnight)$`)

// isMoment reports whether a term is a time.
func isMoment(t graph.Term) bool {
	return t.Type == "Date" || t.IRI == "" && (clockOrDate.MatchString(t.Name) && len(t.Name) >= 4 || calendarWord.MatchString(t.Name))
}

// modalityFit returns how well the statement's way of putting it answers the
// question: what was not said to be so, is not.
func (st *statement) modalityFit(q *question) float64 {
	negated := st.Modality == "negated" || st.pred.negated
	if negated != q.pred.negated {
		return 0
	}
	weight := 1.0
	switch st.Modality {
	case "question":
		return 0
	case "conditional":
		if !q.future || st.Speaker == nil || st.hasCondition() {
			return 0
		}
		weight = 0.8 // "she said that she would resign"
	case "possible", "future":
		if !q.future {
			return 0
		}
	case "said":
		weight = 0.92
	}
	if st.pred.chained && !q.pred.chained {
		if !q.future {
			return 0
		}
		weight *= 0.85
	}
	return weight
}

// hasCondition reports whether a condition is stated: "would resign if the deal failed".
func (st *statement) hasCondition() bool {
	return slices.ContainsFunc(st.slots, func(s slot) bool { return s.prep == "condition" })
}

// quantity finds a number in figures or as a word.
var quantity = regexp.MustCompile(`(?i)\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|billions?|half|no|several)\b`)

// placeFit returns how well a term answers "where".
func placeFit(t graph.Term) float64 {
	switch t.Type {
	case "Place":
		return 1
	case "Person", "Date", "Money", "Quantity":
		return 0
	}
	if isMoment(t) || quantity.MatchString(t.Name) && t.IRI == "" {
		return 0
	}
	if !isNamed(t.Name) {
		return 0.6 // "findings" are in something, but are no place
	}
	return 0.75
}

// whoFit returns how well a term answers "who".
func whoFit(t graph.Term) float64 {
	if t.IRI == "" || pronouns[graph.FoldName(t.Name)] {
		return 0
	}
	switch t.Type {
	case "Person":
		return 1
	case "Organization", "Group":
		return 0.97
	case "Place":
		return 0.9
	case "Date", "Money", "Quantity":
		return 0
	}
	if name := strings.TrimSpace(t.Name); name != "" && strings.ToLower(name[:1]) == name[:1] {
		return 0.7
	}
	return 0.8
}

var pronouns = set("he she it they we you i this that these those who which one ones him her them us me some many all others everyone nobody there")

// whatFit returns how well a term answers "what".
func whatFit(t graph.Term) float64 {
	switch {
	case pronouns[graph.FoldName(t.Name)]:
		return 0
	case t.Type == "Person":
		return 0.6
	case t.IRI == "":
		return 0.9
	}
	return 1
}

// maxClassWords is how many words a thing may have that the graph has no node for.
const maxClassWords = 8

// classFit returns how well a term is one of a class: "which airline", "which
// country".
func classFit(class phrase, t graph.Term) float64 {
	head := class.head()
	for _, s := range stems(t.Name) {
		if s == head {
			return 1
		}
	}
	if t.IRI == "" && len(strings.Fields(t.Name)) > maxClassWords {
		return 0 // words that somebody said are no airline
	}
	switch head {
	case "country", "nation", "state":
		if _, ok := data.CountryNamed(t.Name); ok {
			return 1
		}
		if place, ok := data.PlaceNamed(t.Name); ok && head == "state" && (place.Kind == "region" || place.Kind == "state") {
			return 0.95 // of a federation
		}
		return 0.2
	case "city", "town", "capital":
		if _, isCountry := data.CountryNamed(t.Name); t.Type == "Place" && !isCountry {
			return 0.95
		}
		return 0.2
	case "person", "politician", "man", "woman", "leader", "minister", "official":
		if t.Type == "Person" {
			return 0.95
		}
		return 0.2
	}
	noun, known := data.NounOf(head)
	switch {
	case known && noun.Type == t.Type:
		return 0.95
	case known && t.Type != "" && t.Type != "Thing":
		return 0.2
	}
	return 0.6
}
