package graph

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// What a person writes into the graph quad by quad stands beside what articles
// state, under kg:curation or a label of the person's choice. It belongs to no
// article, so no ingest and no removal touches it. The quads of articles are
// not written by hand: the next reading of the article would undo it.

// ErrNotByHand says that a quad is not one that a person may write or erase.
// The error that wraps it says which and why.
var ErrNotByHand = errors.New("cannot be written by hand")

// Write adds quads that a person wrote, all of them or, on an error, none, and
// returns how many were not there before. One without a label gets kg:curation.
func (g *Graph) Write(ctx context.Context, quads []quad.Quad) (added int, err error) {
	if quads, err = byHand(quads); err != nil {
		return 0, err
	}
	counts, err := g.store.Replace(ctx, sqlstore.Change{Add: quads})
	if err != nil {
		return 0, fmt.Errorf("writing %d quads: %w", len(quads), err)
	}
	return counts.Added, nil
}

// Erase takes quads that a person wrote out of the graph, all of them or, on an
// error, none, and returns how many were there. One without a label is looked
// for under kg:curation.
func (g *Graph) Erase(ctx context.Context, quads []quad.Quad) (removed int, err error) {
	if quads, err = byHand(quads); err != nil {
		return 0, err
	}
	counts, err := g.store.Replace(ctx, sqlstore.Change{Delete: quads})
	if err != nil {
		return 0, fmt.Errorf("erasing %d quads: %w", len(quads), err)
	}
	return counts.Removed, nil
}

// EraseNode takes every quad in which a node stands out of the graph and returns
// how many those were. Where an article has one of them, it is an error and
// nothing changes.
func (g *Graph) EraseNode(ctx context.Context, node quad.Value) (removed int, err error) {
	counts, err := g.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		var c sqlstore.Change
		for _, given := range []quad.Quad{{Subject: node}, {Predicate: node}, {Object: node}, {Label: node}} {
			for q, err := range now.Matching(ctx, given) {
				if err != nil {
					return c, err
				}
				if err := mayWrite(q); err != nil {
					return c, err
				}
				c.Delete = append(c.Delete, q)
			}
		}
		return c, nil
	})
	if err != nil {
		return 0, fmt.Errorf("erasing %s: %w", quad.StringOf(node), err)
	}
	return counts.Removed, nil
}

// byHand returns quads under their labels, or what is wrong with one of them.
func byHand(quads []quad.Quad) ([]quad.Quad, error) {
	labelled := make([]quad.Quad, len(quads))
	for i, q := range quads {
		if q.Label == nil {
			q.Label = kgCuration
		}
		if err := mayWrite(q); err != nil {
			return nil, fmt.Errorf("quad %d, %s: %w", i+1, q.NQuad(), err)
		}
		labelled[i] = q
	}
	return labelled, nil
}

// mayWrite returns why a person may not write or erase a quad, nil where he may.
// What an export could not hold is refused, too.
func mayWrite(q quad.Quad) error {
	for _, place := range places {
		v := q.Get(place.direction)
		if v == nil || !place.allowed(v) || !utf8.ValidString(quad.ToString(v)) || v == quad.IRI("") {
			return fmt.Errorf("it %w: the %s is not %s", ErrNotByHand, place.name, place.expected)
		}
	}
	switch {
	case strings.HasPrefix(plain(q.Label), prefixArticle):
		return fmt.Errorf("it %w: it stands under an article, which the next ingest writes anew; kg reject takes a fact out for good, kg rm an article", ErrNotByHand)
	case q.Label == kgCuration && strings.HasPrefix(plain(q.Subject), prefixCuration):
		return fmt.Errorf("it %w: it is part of a decision; kg merge, split, reject, rename and review make these, --undo takes them back", ErrNotByHand)
	}
	return nil
}

// ReadNQuads reads N-Quads as [Graph.Import] does, but returns the quads. What is
// no N-Quads is a [*SyntaxError].
func ReadNQuads(ctx context.Context, r io.Reader) ([]quad.Quad, error) {
	var read gathered
	im := &importer{loader: &read}
	if err := im.read(ctx, r); err != nil {
		return nil, err
	}
	return read, nil
}

// gathered is a loader that keeps what it is given.
type gathered []quad.Quad

func (g *gathered) Add(_ context.Context, quads []quad.Quad) (sqlstore.Counts, error) {
	*g = append(*g, quads...)
	return sqlstore.Counts{Added: len(quads)}, nil
}

func (g *gathered) Close(context.Context) error { return nil }
