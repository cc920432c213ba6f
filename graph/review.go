package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/extract/identity"
)

// Question is something about identities that a person should decide.
type Question struct {
	Decision  Decision `json:"decision"`  // what yes would decide
	Otherwise Decision `json:"otherwise"` // what no would decide
	For       []string `json:"for"`
	Against   []string `json:"against"`
}

// reviewLimit is how many people a review compares at most.
const reviewLimit = 20_000

// Review returns the likeliest merges of people and of events (review_events.go) that
// were not made, and those of people that were made on little (review_made.go), those
// with most evidence first, at most limit. What a person decided already is not asked.
func (g *Graph) Review(ctx context.Context, limit int) ([]Question, error) {
	var questions []Question
	err := g.reading(ctx, func(r *reader) error {
		people, err := r.subjects(ctx, rdfType, classOf("Person"))
		if err != nil {
			return err
		}
		byFamily := map[string][]quad.IRI{}
		names := map[quad.IRI]string{}
		for _, iri := range people[:min(len(people), reviewLimit)] {
			n, err := r.node(ctx, iri)
			if err != nil {
				return err
			}
			name := n.text(rdfsLabel)
			if words := identity.NameWords(name); len(words) > 0 && isProperName(name) && !strings.Contains(string(iri), "_(") {
				names[iri] = name
				byFamily[identity.FamilyKey(words)] = append(byFamily[identity.FamilyKey(words)], iri)
			}
		}
		decisions, err := readDecisions(ctx, r.store)
		if err != nil {
			return err
		}
		for key, family := range byFamily {
			found, err := r.questions(ctx, family, names, decisions)
			if err != nil {
				return err
			}
			made, err := r.doubtful(ctx, key, decisions)
			if err != nil {
				return err
			}
			questions = append(questions, slices.Concat(found, made)...)
		}
		events, err := r.eventQuestions(ctx, decisions)
		questions = append(questions, events...)
		return err
	})
	slices.SortFunc(questions, func(a, b Question) int {
		return cmp.Or(
			cmp.Compare(len(b.For)-2*len(b.Against), len(a.For)-2*len(a.Against)),
			strings.Compare(a.Decision.ID, b.Decision.ID),
		)
	})
	return questions[:min(len(questions), limit)], err
}

// isProperName reports whether every word of a name but the small ones has a
// capital, so that it is none of those who are known by what they are.
func isProperName(name string) bool {
	words := strings.Fields(name)
	first, _ := utf8.DecodeRuneInString(words[0])
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(first) && unicode.IsUpper(last)
}

// questions returns what to ask about the people of one family name.
func (r *reader) questions(ctx context.Context, family []quad.IRI, names map[quad.IRI]string, decisions []Decision) ([]Question, error) {
	var found []Question
	for i, a := range family {
		for _, b := range family[i+1:] {
			from, into := a, b
			if fuller(names[a], names[b]) {
				from, into = b, a
			}
			d := Decision{Kind: Merge, Subject: string(from), Object: string(into)}.settled()
			if !mayBeOne(names[a], names[b]) || conflict(d, decisions) != nil || keptApart(d, decisions) {
				continue
			}
			q, err := r.question(ctx, d, names)
			if err != nil {
				return nil, err
			}
			found = append(found, q)
		}
	}
	return found, nil
}

// maxCompany is how many things named beside both a question lists.
const maxCompany = 6

// keptApart reports whether somebody answered no to d.
func keptApart(d Decision, decisions []Decision) bool {
	return slices.ContainsFunc(decisions, func(o Decision) bool { return o.Kind == Apart && samePair(o, d) })
}

// mayBeOne reports whether two names can be one person's.
func mayBeOne(a, b string) bool {
	short := len(identity.NameWords(a)) == 1 || len(identity.NameWords(b)) == 1
	return short || identity.OneName(a, b)
}

// question gathers the evidence for and against a merge.
func (r *reader) question(ctx context.Context, d Decision, names map[quad.IRI]string) (Question, error) {
	a, b := quad.IRI(d.Subject), quad.IRI(d.Object)
	apart := Decision{Kind: Apart, Subject: d.Subject, Object: d.Object}.settled()
	q := Question{Decision: d, Otherwise: apart, For: []string{fmt.Sprintf("the names %q and %q can be one person's", names[a], names[b])}}
	var articles, company [2]map[string]bool
	for i, iri := range []quad.IRI{a, b} {
		articles[i], company[i] = map[string]bool{}, map[string]bool{}
		found, err := r.mentioning(ctx, iri)
		if err != nil {
			return q, err
		}
		for _, article := range found {
			articles[i][article.ID] = true
			if articles[0][article.ID] && i > 0 {
				continue // whom an article names beside both says nothing
			}
			for mention, err := range r.store.Matching(ctx, quad.Quad{Subject: safeIRI(article.ID), Predicate: schemaMentions}) {
				if err != nil {
					return q, err
				}
				company[i][plain(mention.Object)] = true
			}
		}
	}
	for _, shared := range common(articles[0], articles[1]) {
		q.Against = append(q.Against, "the article "+shared+" speaks of both")
	}
	for _, shared := range common(company[0], company[1]) {
		if shared != d.Subject && shared != d.Object && len(q.For) <= maxCompany {
			q.For = append(q.For, "both stand in articles with "+shared)
		}
	}
	return q, nil
}

func common(a, b map[string]bool) []string {
	var shared []string
	for _, k := range sortedKeys(a) {
		if b[k] {
			shared = append(shared, k)
		}
	}
	return shared
}
