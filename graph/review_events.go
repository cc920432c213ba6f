package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/link"
	"kg/extract/nlp"
)

// happening is an event without a name, with what the graph tells of it.
type happening struct {
	link.Happening
	iri, name string
	articles  []Article
}

// eventQuestions returns the likeliest merges of events without a name that were not
// made: those of one kind whose place and day agree as far as they are said. Two of
// different days are never asked about, nor are two at different places.
func (r *reader) eventQuestions(ctx context.Context, decisions []Decision) ([]Question, error) {
	events, err := r.happenings(ctx)
	if err != nil {
		return nil, err
	}
	byKind := map[string][]happening{}
	for _, e := range events {
		byKind[e.Kind] = append(byKind[e.Kind], e)
	}
	var found []Question
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		for i, a := range byKind[kind] {
			for _, b := range byKind[kind][i+1:] {
				if len(found) >= reviewLimit {
					return found, nil
				}
				d := Decision{Kind: Merge, Subject: b.iri, Object: a.iri}.settled()
				if a.mayBe(b) && conflict(d, decisions) == nil && !keptApart(d, decisions) {
					found = append(found, a.question(b, d))
				}
			}
		}
	}
	return found, nil
}

// happenings returns the events without a name of the kinds that are compared, at most
// reviewEvents.
func (r *reader) happenings(ctx context.Context) ([]happening, error) {
	iris, err := r.subjects(ctx, rdfType, classOf("Event"))
	if err != nil {
		return nil, err
	}
	var found []happening
	for _, iri := range iris {
		if !strings.Contains(string(iri), "_(") || len(found) == reviewEvents {
			continue
		}
		n, err := r.node(ctx, iri)
		if err != nil {
			return nil, err
		}
		if _, compared := link.HappeningOf(n.text(rdfsLabel), string(iri), nil); !compared {
			continue
		}
		facts, err := r.factsOf(ctx, iri)
		if err != nil {
			return nil, err
		}
		told, _ := link.HappeningOf(n.text(rdfsLabel), string(iri), facts)
		articles, err := r.mentioning(ctx, iri)
		if err != nil {
			return nil, err
		}
		found = append(found, happening{told, string(iri), n.text(rdfsLabel), articles})
	}
	return found, nil
}

// reviewEvents is how many events a review compares at most.
const reviewEvents = 3000

// factsOf returns the statements about iri as facts, as far as they tell where and when.
func (r *reader) factsOf(ctx context.Context, iri quad.IRI) ([]extract.Fact, error) {
	var facts []extract.Fact
	for _, role := range []quad.IRI{rdfSubject, rdfObject} {
		ids, err := r.subjects(ctx, role, iri)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			f, err := r.toldBy(ctx, id)
			if err != nil {
				return nil, err
			}
			facts = append(facts, f)
		}
	}
	return facts, nil
}

func (r *reader) toldBy(ctx context.Context, id quad.IRI) (extract.Fact, error) {
	n, err := r.node(ctx, id)
	if err != nil {
		return extract.Fact{}, err
	}
	f := extract.Fact{Relation: extract.Relation{ID: plain(n.one(rdfPredicate))}, Modality: clause.Modality(n.text(kgModality)), Rule: n.text(kgRule)}
	for _, part := range []struct {
		to    *extract.Argument
		value quad.Value
	}{{&f.Subject, n.one(rdfSubject)}, {&f.Object, n.one(rdfObject)}} {
		if part.value == nil {
			continue
		}
		t, err := r.term(ctx, part.value)
		if err != nil {
			return f, err
		}
		*part.to = extract.Argument{ID: t.IRI, Text: t.Name, Type: nlp.EntityType(t.Type)}
	}
	for _, when := range n.each(kgWhen) {
		f.Context = append(f.Context, extract.Context{Role: "time", Type: nlp.Date, Text: plain(when), Value: plain(when)})
	}
	for _, where := range n.each(kgWhere) {
		t, err := r.term(ctx, where)
		if err != nil {
			return f, err
		}
		f.Context = append(f.Context, extract.Context{Role: "place", ID: t.IRI, Type: nlp.EntityType(t.Type)})
	}
	return f, nil
}

// mayBe reports whether place and day of two events agree as far as they are said: both
// have to be of one, and where either lacks a day, the articles have to be of about the
// same days. What one article alone tells of, it tells apart.
func (e happening) mayBe(o happening) bool {
	if len(e.articles) == 1 && len(o.articles) == 1 && e.articles[0].ID == o.articles[0].ID {
		return false
	}
	place, day := sharedOf(e.Places, o.Places), sharedOf(e.Days, o.Days)
	apart := len(e.Places) > 0 && len(o.Places) > 0 && len(place) == 0 || len(e.Days) > 0 && len(o.Days) > 0 && len(day) == 0
	switch {
	case apart:
		return false
	case len(place) > 0:
		return len(day) > 0 || e.published().near(o.published())
	}
	return len(day) > 0 && (e.Dead != "" && e.Dead == o.Dead || len(sharedOf(e.With, o.With)) > 0)
}

// question gathers what speaks for and against two events being one.
func (e happening) question(o happening, d Decision) Question {
	q := Question{Decision: d, Otherwise: Decision{Kind: Apart, Subject: d.Subject, Object: d.Object}.settled()}
	q.For = append(q.For, fmt.Sprintf("%q and %q are of one kind", e.name, o.name))
	for _, place := range sharedOf(e.Places, o.Places) {
		q.For = append(q.For, "both are at "+place)
	}
	for _, day := range sharedOf(e.Days, o.Days) {
		q.For = append(q.For, "both are of "+day)
	}
	if e.Dead != "" && e.Dead == o.Dead {
		q.For = append(q.For, "both killed "+e.Dead)
	}
	for _, who := range sharedOf(e.With, o.With) {
		q.For = append(q.For, "both are by or with "+who)
	}
	for _, x := range []happening{e, o} {
		if len(x.Places) == 0 {
			q.Against = append(q.Against, "where "+x.iri+" was is not said")
		}
		if len(x.Days) == 0 {
			q.Against = append(q.Against, "when "+x.iri+" was is not said")
		}
	}
	if len(e.With) > 0 && len(o.With) > 0 && len(sharedOf(e.With, o.With)) == 0 {
		q.Against = append(q.Against, "they are of different hands: "+e.With[0]+", "+o.With[0])
	}
	q.Against = append(q.Against, e.Differ(o.Particulars)...)
	for _, a := range e.articles {
		if slices.ContainsFunc(o.articles, func(b Article) bool { return a.ID == b.ID }) {
			q.Against = append(q.Against, "the article "+a.ID+" speaks of both")
		}
	}
	return q
}

// days are the first and the last day of some articles.
type days struct{ first, last time.Time }

// published returns the days of the articles that speak of e.
func (e happening) published() days {
	var d days
	for _, a := range e.articles {
		t, err := time.Parse(time.DateOnly, a.Published)
		if err != nil {
			continue
		}
		if d.first.IsZero() || t.Before(d.first) {
			d.first = t
		}
		if t.After(d.last) {
			d.last = t
		}
	}
	return d
}

// newsDays is how many days apart two articles on one event are, as a rule.
const newsDays = 2

func (d days) near(o days) bool {
	if d.first.IsZero() || o.first.IsZero() {
		return false
	}
	return !d.first.After(o.last.AddDate(0, 0, newsDays)) && !o.first.After(d.last.AddDate(0, 0, newsDays))
}
