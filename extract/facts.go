package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strconv"
	"strings"

	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// resolver turns the propositions of one article into facts.
type resolver struct {
	article Article
	doc     *nlp.Document
	res     *identity.Resolution
}

// facts returns the facts of the propositions, in their order. A proposition
// that relates a thing to itself gives none, but what it is said to be ("Ana
// Reyes, the mayor of Cusco") is kept in words; of two that come to the same fact
// the first is kept. An argument that nobody could identify ("He returned to
// Oslo") is a literal.
func (r *resolver) facts(props []clause.Proposition) []Fact {
	facts := make([]Fact, 0, len(props))
	seen := make(map[string]bool, len(props))
	for i, p := range props {
		f, ok := r.fact(p)
		if ok {
			f = r.officeHeld(f, props[i:])
			f.ID = factID(f)
		}
		if !ok || seen[f.ID] || f.Object.ID == "" && r.isSaidAgain(props[i:]) {
			continue
		}
		seen[f.ID] = true
		facts = append(facts, f)
	}
	return facts
}

// isSaidAgain reports whether the first of props says in words what the next says
// as a relation: "is the mayor of Cusco" before "is mayor of" Cusco. Of "their lawyer"
// the next says nothing where nobody knows whose.
func (r *resolver) isSaidAgain(props []clause.Proposition) bool {
	p := props[0]
	if len(props) < 2 || p.Rule != props[1].Rule || p.Relation.Base != "be" || p.Object.Kind != clause.Phrase ||
		p.Subject.Head != props[1].Subject.Head || !strings.HasSuffix(props[1].Relation.Base, " of") || !p.Object.Tokens.Has(props[1].Object.Head) {
		return false
	}
	_, stands := r.fact(props[1])
	return stands
}

func (r *resolver) fact(p clause.Proposition) (Fact, bool) {
	f := Fact{
		Article:    r.article.ID,
		Sentence:   r.passage(r.doc.Sentences[p.Sentence].Span),
		Subject:    r.argument(p.Subject, p.Modality),
		Relation:   r.relation(p),
		Object:     r.argument(p.Object, ahead(p, p.Relation.Base)),
		Speaker:    r.speaker(p.Speaker),
		Modality:   p.Modality.Kind(),
		Confidence: round(p.Confidence),
		Rule:       p.Rule,
	}
	if f.Subject.ID != "" && f.Object.ID == f.Subject.ID {
		if p.Object.Kind != clause.Phrase || p.Relation.Base != "be" && !r.isOffice(p) {
			return Fact{}, false
		}
		f.Object = r.description(p.Object)
	}
	if r.isNobodys(p.Object, f.Object) || p.Rule == "apposition" && p.Relation.Base == "be" && areOfTwoKinds(f.Subject, f.Object) {
		return Fact{}, false
	}
	for _, c := range p.Context {
		words := strings.ToLower(r.doc.Word(c.Tokens.First))
		f.Context = append(f.Context, r.context(c, ahead(p, words)))
	}
	if p.Object.Kind == clause.Quotation {
		f.Topics = r.topics(p.Object, f.Subject.ID)
	}
	return f, true
}

// ahead returns the modality by which a date of p is to be told: of what is fixed for a day,
// or put off until one, the day is still to come. The words are those before the date.
func ahead(p clause.Proposition, words string) clause.Modality {
	last := words[strings.LastIndex(words, " ")+1:]
	if p.Modality != clause.Asserted || last != "for" && last != "until" && last != "till" {
		return p.Modality
	}
	for _, verb := range strings.Fields(p.Relation.Base) {
		if fixings[verb] {
			return clause.Future
		}
	}
	return p.Modality
}

// fixings are the participles and verbs of what is to be.
var fixings = map[string]bool{
	"scheduled": true, "schedule": true, "set": true, "planned": true, "plan": true, "slated": true, "booked": true,
	"fixed": true, "fix": true, "postponed": true, "postpone": true, "delayed": true, "delay": true, "adjourned": true,
	"adjourn": true, "deferred": true, "defer": true, "due": true,
}

// isOffice reports whether the object of p is what its subject becomes or is made, in
// a common noun: "was sworn in as president".
func (r *resolver) isOffice(p clause.Proposition) bool {
	first, _, _ := strings.Cut(p.Relation.Base, " ")
	made := first == "be" || first == "become" || first == "remain" || strings.HasSuffix(p.Relation.Base, " as")
	_, named := r.nameAt(p.Object.Head)
	return made && !named && strings.HasPrefix(r.doc.Tokens[p.Object.Head].XPOS, "NN")
}

// isNobodys reports whether a is a possessive pronoun of which nobody knows whom it
// stands for: that somebody is the lawyer of "his" says nothing.
func (r *resolver) isNobodys(a clause.Argument, resolved Argument) bool {
	return !a.None() && resolved.ID == "" && a.Tokens.Len() == 1 && r.doc.Tokens[a.Head].XPOS == "PRP$"
}

// areOfTwoKinds reports whether one of the two is a person and the other is none, so
// that what stands beside the name is no description of it: "he gave Lund, the firm and
// the bank a chance". Of those who are many and of a mere thing nobody can tell.
func areOfTwoKinds(a, b Argument) bool {
	if a.ID == "" || b.ID == "" || a.Type == b.Type || a.Type != nlp.Person && b.Type != nlp.Person {
		return false
	}
	return a.Type != nlp.Thing && b.Type != nlp.Thing
}

// relation carries the modality in its label, so that what is denied, possible
// or planned never stands under the plain relation. What is merely said keeps
// the plain label: it is told apart by its speaker.
func (r *resolver) relation(p clause.Proposition) Relation {
	label := p.Relation.Label
	if p.Modality != clause.Asserted && p.Modality != clause.Said {
		label = p.Relation.LabelAs(p.Modality)
	}
	words := make([]string, 0, len(p.Relation.Tokens))
	for _, i := range p.Relation.Tokens {
		words = append(words, r.doc.Word(i))
	}
	return Relation{Text: strings.Join(words, " "), ID: identity.RelationIRI(label), Label: label}
}

// argument says what a stands for, and in which words: of "Lund, who said that …"
// in "who", as of "she said" in "she".
func (r *resolver) argument(a clause.Argument, m clause.Modality) Argument {
	if a.None() {
		return Argument{}
	}
	e, ok := r.res.EntityOf(a)
	words := a.Tokens
	if ok && a.Pronoun > 0 {
		words = nlp.Range{First: a.Pronoun, End: a.Pronoun + 1}
	}
	span := r.doc.Span(words)
	out := Argument{Text: span.In(r.doc.Text), Begin: span.Begin, End: span.End, Amount: r.amount(a)}
	if ok {
		out.ID, out.Name, out.Type = e.ID, e.Name, e.Type
		return out
	}
	out.Value, out.Type = r.value(a, r.doc.TextOf(words), m), a.Type
	if a.Kind == clause.Quotation && words.First > 0 && strings.Trim(r.doc.Word(words.First-1), "\"“") == "" {
		out.Value = spokenWords(out.Value)
	}
	return out
}

// description is what a thing is said to be, in words without their determiner.
func (r *resolver) description(a clause.Argument) Argument {
	if r.doc.Tokens[a.Tokens.First].XPOS == "DT" && a.Tokens.Len() > 1 {
		a.Tokens.First++
	}
	span := r.doc.Span(a.Tokens)
	return Argument{Text: span.In(r.doc.Text), Begin: span.Begin, End: span.End, Value: r.doc.TextOf(a.Tokens)}
}

func (r *resolver) context(c clause.Context, m clause.Modality) Context {
	span := r.doc.Span(c.Tokens)
	a := r.argument(c.Argument, m)
	return Context{
		Role: c.Role, Text: span.In(r.doc.Text), Begin: span.Begin, End: span.End,
		ID: a.ID, Name: a.Name, Type: a.Type, Value: r.bounded(c, a.Value), Amount: a.Amount,
	}
}

// bounded returns the value of a time with the word for which side of it is meant:
// "since 2019", "until 2025-05". A stretch of time has both ends in its value.
func (r *resolver) bounded(c clause.Context, value string) string {
	if c.Role != "time" || c.Argument.Type != nlp.Date || value == "" || strings.Contains(value, "/") {
		return value
	}
	bound := c.Bound
	if c.Tokens.First < c.Argument.Tokens.First && bound == "" {
		bound = timeBounds[strings.ToLower(r.doc.Word(c.Tokens.First))]
	}
	return strings.TrimSpace(bound + " " + value)
}

// timeBounds are the prepositions that say of a time which side of it is meant.
var timeBounds = map[string]string{"since": "since", "until": "until", "till": "until"}

// amount returns what the phrase counts or pays, which stands at its beginning
// and reaches its head: 15 of "at least 15 people", not 3 of "the death of 3 men".
func (r *resolver) amount(a clause.Argument) *nlp.Amount {
	if a.Kind != clause.Phrase && a.Kind != clause.Value {
		return nil
	}
	name, ok := r.nameAt(a.Head)
	if !ok || !a.Tokens.Contains(name.Tokens) {
		return nil
	}
	found, ok := r.doc.AmountOf(name)
	if !ok {
		return nil
	}
	return &found
}

// topics returns what a statement is about: the named entities that its words
// mention, but not the one who makes it.
func (r *resolver) topics(content clause.Argument, speaker string) []Topic {
	var list []Topic
	for _, e := range r.res.MentionedIn(content.Tokens) {
		if e.ID != speaker {
			list = append(list, Topic{ID: e.ID, Name: e.Name})
		}
	}
	return list
}

// value is the value of a literal: a date that can be told from the article's
// own as ISO 8601, anything else as it is written, on one line. Friday is the last one in
// what happened and the next one in what is to come.
func (r *resolver) value(a clause.Argument, text string, m clause.Modality) string {
	if a.Type != nlp.Date {
		return text
	}
	resolve := nlp.ResolveDate
	if m == clause.Future || m == clause.Possible || m == clause.Conditional {
		resolve = nlp.ResolveComingDate
	}
	if date, ok := resolve(r.whenOf(a), r.article.Published); ok {
		return date
	}
	return text
}

// whenOf returns the words that tell when: those of a, or all of a stretch of time of
// which a is one end, so that "from 1997" and "to 2010" have one value.
func (r *resolver) whenOf(a clause.Argument) string {
	words := a.Tokens
	if name, ok := r.nameAt(a.Head); ok && name.Type == nlp.Date {
		words.First, words.End = min(words.First, name.Tokens.First), max(words.End, name.Tokens.End)
	}
	text := r.doc.TextOf(words)
	if words.First > 0 && r.doc.Tokens[words.First-1].Lemma == "between" {
		return "between " + text
	}
	return text
}

// nameAt returns the name that token i is part of.
func (r *resolver) nameAt(i int) (nlp.Name, bool) {
	at, _ := slices.BinarySearchFunc(r.doc.Names, i+1, func(n nlp.Name, next int) int { return n.Tokens.First - next })
	if at == 0 || !r.doc.Names[at-1].Tokens.Has(i) {
		return nlp.Name{}, false
	}
	return r.doc.Names[at-1], true
}

func (r *resolver) speaker(a *clause.Argument) *Speaker {
	if a == nil {
		return nil
	}
	e, ok := r.res.EntityOf(*a)
	if !ok {
		return nil
	}
	return &Speaker{ID: e.ID, Name: e.Name}
}

func (r *resolver) passage(s nlp.Span) Passage {
	return Passage{Begin: s.Begin, End: s.End, Text: s.In(r.doc.Text)}
}

// factID identifies one statement of one sentence: equal exactly when the
// article, the sentence and everything the graph keeps of the edge are equal.
func factID(f Fact) string {
	speaker := ""
	if f.Speaker != nil {
		speaker = f.Speaker.ID
	}
	key := strings.Join([]string{
		f.Article, strconv.Itoa(f.Sentence.Begin), f.Subject.ID, f.Subject.Value, f.Relation.ID,
		f.Object.ID, f.Object.Value, string(f.Modality), speaker,
	}, "\x00")
	sum := sha256.Sum256([]byte(key))
	return "fact:" + hex.EncodeToString(sum[:factBytes])
}

// factBytes keeps 64 bits: among ten million facts, two that share an ID are
// to be expected once in 370,000 graphs.
const factBytes = 8

// round keeps two decimals: more would claim a precision that the estimate
// does not have.
func round(confidence float64) float64 { return math.Round(confidence*100) / 100 }

func entityRecords(a Article, doc *nlp.Document, entities []identity.Entity) []Entity {
	out := make([]Entity, 0, len(entities))
	for _, e := range entities {
		record := Entity{ID: e.ID, Article: a.ID, Type: e.Type, Name: e.Name, Aliases: e.Aliases}
		if record.Aliases == nil {
			record.Aliases = []string{}
		}
		for _, l := range e.Links {
			record.Links = append(record.Links, Link(l))
		}
		for _, m := range e.Mentions {
			span := doc.Span(m.Tokens)
			record.Mentions = append(record.Mentions, Mention{span.Begin, span.End, span.In(doc.Text), string(m.Form)})
		}
		out = append(out, record)
	}
	return out
}
