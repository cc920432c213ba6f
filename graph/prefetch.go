package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// What the reader would read node by node, a page of thousands of facts has it
// read at once: a statement for each node takes a tenth of a millisecond, one
// for a thousand nodes a few.

// described are the predicates that [reader.term] and [reader.entity] need of an
// entity or a relation, of the many quads that it has.
var described = []quad.Value{rdfType, rdfsLabel, skosAltLabel}

// prefetch reads what the facts with these statements are made of: statements,
// sentences, articles, and the things they are about.
func (r *reader) prefetch(ctx context.Context, statements []quad.IRI) error {
	if err := r.readNodes(ctx, statements, nil); err != nil {
		return err
	}
	sentences, things := make(map[quad.IRI]bool), make(map[quad.IRI]bool)
	for _, id := range statements {
		for p, values := range r.nodes[id] {
			for _, v := range values {
				iri, ok := v.(quad.IRI)
				switch {
				case !ok || p == rdfType || p == kgDerivedFrom || p == kgReprintedIn:
				case p == kgSentence:
					sentences[iri] = true
				default:
					things[iri] = true
				}
			}
		}
	}
	if err := r.readNodes(ctx, keys(sentences), nil); err != nil {
		return err
	}
	articles := make(map[quad.IRI]bool)
	for s := range sentences {
		if a, ok := r.nodes[s].one(schemaIsPartOf).(quad.IRI); ok {
			articles[a] = true
		}
	}
	if err := r.readCited(ctx, keys(articles)); err != nil {
		return err
	}
	return r.readNodes(ctx, keys(things), described)
}

// citedTerms are what is told of an article where it is cited: all but what it
// mentions, which is most of what the graph has of it.
var citedTerms = []quad.Value{schemaHeadline, schemaDatePublished, schemaAuthor, schemaURL, kgSHA256, kgCopyOf}

// readCited reads what is told of articles where they are cited.
func (r *reader) readCited(ctx context.Context, articles []quad.IRI) error {
	return r.readInto(ctx, r.cited, articles, citedTerms)
}

func keys(set map[quad.IRI]bool) []quad.IRI {
	out := make([]quad.IRI, 0, len(set))
	for iri := range set {
		out = append(out, iri)
	}
	slices.Sort(out)
	return out
}

// readNodes reads those of the nodes that are not yet read, as [reader.node]
// would, or what they have of the predicates alone.
func (r *reader) readNodes(ctx context.Context, iris []quad.IRI, predicates []quad.Value) error {
	return r.readInto(ctx, r.nodes, iris, predicates)
}

func (r *reader) readInto(ctx context.Context, nodes map[quad.IRI]node, iris []quad.IRI, predicates []quad.Value) error {
	var missing []quad.Value
	for _, iri := range iris {
		if _, ok := nodes[iri]; !ok {
			missing = append(missing, iri)
			nodes[iri] = nil
		}
	}
	for q, err := range r.store.About(ctx, missing, predicates) {
		if err != nil {
			return fmt.Errorf("reading %d nodes from %s on: %w", len(missing), missing[0], err)
		}
		iri := q.Subject.(quad.IRI)
		if nodes[iri] == nil {
			nodes[iri] = make(node)
		}
		if p, ok := q.Predicate.(quad.IRI); ok {
			nodes[iri][p] = append(nodes[iri][p], slices.Repeat([]quad.Value{q.Object}, q.Labels)...)
		}
	}
	for _, v := range missing {
		for _, values := range nodes[v.(quad.IRI)] {
			slices.SortFunc(values, compareValues)
		}
	}
	return nil
}
