package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kg/extract/link"
)

// doubtful returns questions about the people of a family name whom the linking
// made one although no office says so: a surname alone that only one person of
// the graph bears, or one name in two spellings. No would give the articles
// concerned an entity of their own again.
func (r *reader) doubtful(ctx context.Context, family string, decisions []Decision) ([]Question, error) {
	told, err := r.told(ctx, family)
	if err != nil {
		return nil, err
	}
	var found []Question
	asked := map[string]bool{}
	for _, t := range told {
		if t.iri == t.ID || asked[t.ID] || strings.Contains(t.iri, "_(") {
			continue
		}
		asked[t.ID] = true
		if q := t.question(told); len(q.Against) > 0 && !answered(q, decisions) {
			found = append(found, q)
		}
	}
	return found, nil
}

// telling is a profile, the IRI that it has in some articles, and which these are.
type telling struct {
	link.Profile
	iri      string
	articles []string
}

// told returns how articles speak of the people of a family name.
func (r *reader) told(ctx context.Context, family string) ([]telling, error) {
	l := newLinking(r.store)
	b, err := l.block(ctx, link.FamilyBlock(family))
	if err != nil {
		return nil, err
	}
	var found []telling
	for _, m := range b.Members {
		a, err := l.account(ctx, m.Profile)
		if err != nil {
			return nil, err
		}
		who, err := l.topic(ctx, topicWho+hashOf(m.Profile))
		if err != nil {
			return nil, err
		}
		articles := map[string][]string{} // by IRI
		for _, article := range slices.Sorted(maps.Keys(who)) {
			p := m.Profile
			p.Lands = landsIn(who[article])
			iri := a.ruling(p).Of(p)
			articles[iri] = append(articles[iri], article)
		}
		for _, iri := range slices.Sorted(maps.Keys(articles)) {
			found = append(found, telling{m.Profile, iri, articles[iri]})
		}
	}
	return found, nil
}

// answered reports whether a person answered q already, or one like it.
func answered(q Question, decisions []Decision) bool {
	return slices.ContainsFunc(decisions, func(o Decision) bool {
		return o.ID == q.Decision.ID || samePair(o, q.Decision) || o.Subject == q.Decision.Subject
	})
}

// question gathers what speaks for and against that t is the entity of its IRI, by
// what articles say of the others that are.
func (t telling) question(told []telling) Question {
	q := Question{
		Decision: Decision{Kind: Merge, Subject: t.ID, Object: t.iri}.settled(),
		For:      []string{fmt.Sprintf("they are one now: no other %q of the graph fits", t.Name)},
	}
	var offices, lands []string
	for _, o := range told {
		if o.iri == t.iri && o.ID != t.ID {
			offices = append(offices, o.Offices...)
			lands = append(lands, o.Lands...)
		}
	}
	if t.Short() {
		q.Against = append(q.Against, fmt.Sprintf("the name is only %q", t.Name))
	}
	shared := sharedOf(t.Offices, offices)
	for _, office := range shared {
		q.For = append(q.For, "both are "+office)
	}
	switch {
	case len(shared) > 0:
		q.Against = nil
	case len(t.Offices) > 0 && len(offices) > 0:
		q.Against = append(q.Against, "their offices differ: "+t.Offices[0]+", "+offices[0])
	}
	for _, land := range sharedOf(t.Lands, lands) {
		q.For = append(q.For, "both stand in articles about "+land)
	}
	q.Otherwise = Decision{Kind: Split, Subject: t.iri, Object: t.ID, Articles: t.articles}.settled()
	return q
}

// sharedOf returns what stands in both lists, sorted, each once.
func sharedOf(a, b []string) []string {
	var shared []string
	for _, x := range slices.Compact(slices.Sorted(slices.Values(a))) {
		if slices.Contains(b, x) {
			shared = append(shared, x)
		}
	}
	return shared
}
