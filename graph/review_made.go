package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"kg/extract/link"
)

// doubtful returns questions about the people of a family name whom the linking
// made one although no office says so: a surname alone that only one person of
// the graph bears, or one name in two spellings. No would give the articles
// concerned an entity of their own again.
func (r *reader) doubtful(ctx context.Context, family string, decisions []Decision) ([]Question, error) {
	notes, err := r.store.Notes(ctx, topicBlock+link.FamilyBlock(family))
	if err != nil {
		return nil, fmt.Errorf("reading what is noted of identities: %w", err)
	}
	var entries []blockEntry
	for _, n := range notes {
		var e blockEntry
		if err := json.Unmarshal([]byte(n.Value), &e); err != nil {
			return nil, fmt.Errorf("what is noted of %q is damaged: %w", family, err)
		}
		entries = append(entries, e)
	}
	var found []Question
	asked := map[string]bool{}
	for _, e := range entries {
		if e.IRI == e.Profile.ID || asked[e.Profile.ID] || strings.Contains(e.IRI, "_(") {
			continue
		}
		asked[e.Profile.ID] = true
		q, err := r.madeQuestion(ctx, e, entries)
		if err != nil {
			return nil, err
		}
		if len(q.Against) > 0 && !answered(q, decisions) {
			found = append(found, q)
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

// madeQuestion gathers what speaks for and against that e is the entity of its
// IRI, by what articles say of the others that are.
func (r *reader) madeQuestion(ctx context.Context, e blockEntry, entries []blockEntry) (Question, error) {
	p := e.Profile
	q := Question{
		Decision: Decision{Kind: Merge, Subject: p.ID, Object: e.IRI}.settled(),
		For:      []string{fmt.Sprintf("they are one now: no other %q of the graph fits", p.Name)},
	}
	var offices, lands []string
	for _, o := range entries {
		if o.IRI == e.IRI && o.Profile.ID != p.ID {
			offices = append(offices, o.Profile.Offices...)
			lands = append(lands, o.Profile.Lands...)
		}
	}
	if p.Short() {
		q.Against = append(q.Against, fmt.Sprintf("the name is only %q", p.Name))
	}
	shared := sharedOf(p.Offices, offices)
	for _, office := range shared {
		q.For = append(q.For, "both are "+office)
	}
	switch {
	case len(shared) > 0:
		q.Against = nil
	case len(p.Offices) > 0 && len(offices) > 0:
		q.Against = append(q.Against, "their offices differ: "+p.Offices[0]+", "+offices[0])
	}
	for _, land := range sharedOf(p.Lands, lands) {
		q.For = append(q.For, "both stand in articles about "+land)
	}
	articles, err := r.store.Notes(ctx, topicProfile+hashOf(p))
	if err != nil {
		return q, fmt.Errorf("reading what is noted of identities: %w", err)
	}
	split := Decision{Kind: Split, Subject: e.IRI, Object: p.ID}
	for _, n := range articles {
		split.Articles = append(split.Articles, n.Value)
	}
	q.Otherwise = split.settled()
	return q, nil
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
