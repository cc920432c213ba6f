package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// ErrConflict says that a decision contradicts one in force. The error that wraps
// it names that one.
var ErrConflict = errors.New("contradicts an earlier decision")

// ParseDecision reads a line of a file of decisions:
//
//	merge kg:Prabowo kg:Prabowo_Subianto  # one president at a time
//	split kg:John_Hall kg:John_Hall_(cricketer) article:a-test-match-3f…
//	reject fact:3f…  # misread
//	rename kg:IS Islamic State
//	apart kg:John_Hall kg:Johnny_Hall
//
// An empty line, or one that begins with #, gives false.
func ParseDecision(line string) (Decision, bool, error) {
	words, reason := strings.Fields(line), ""
	if i := slices.Index(words, "#"); i >= 0 { // a "#" by itself: names may hold one
		words, reason = words[:i], strings.Join(words[i+1:], " ")
	}
	if len(words) == 0 || strings.HasPrefix(words[0], "#") {
		return Decision{}, false, nil
	}
	d := Decision{Kind: Kind(words[0]), Reason: reason}
	args := words[1:]
	switch {
	case (d.Kind == Merge || d.Kind == Apart) && len(args) == 2:
		d.Subject, d.Object = args[0], args[1]
	case d.Kind == Split && len(args) > 2:
		d.Subject, d.Object, d.Articles = args[0], args[1], args[2:]
	case d.Kind == Reject && (len(args) == 1 || len(args) == 2):
		d.Subject, d.Articles = args[0], args[1:]
	case d.Kind == Rename && len(args) > 1:
		d.Subject, d.Object = args[0], strings.Join(args[1:], " ")
	default:
		return d, false, fmt.Errorf("%q is no decision: want merge A B, split A B ARTICLE…, reject FACT, rename A NAME or apart A B", line)
	}
	return d.settled(), true, nil
}

// settled returns d with its articles sorted and with its ID.
func (d Decision) settled() Decision {
	d.Articles = slices.Compact(slices.Sorted(slices.Values(d.Articles)))
	plain := d
	plain.Reason = ""
	sum := sha256.Sum256([]byte(plain.String()))
	d.ID = prefixCuration + hex.EncodeToString(sum[:profileBytes])
	return d
}

// Decisions returns the decisions in force, sorted by ID.
func (g *Graph) Decisions(ctx context.Context) ([]Decision, error) {
	var all []Decision
	err := g.reading(ctx, func(r *reader) (err error) {
		all, err = readDecisions(ctx, r.store)
		return err
	})
	return all, err
}

// Decide puts a decision in force: it changes what stands in the graph, and what
// is ingested later. A decision that is in force already changes nothing but its
// reason. One that contradicts another is an error that wraps [ErrConflict], and
// changes nothing.
func (g *Graph) Decide(ctx context.Context, d Decision) (Decision, error) {
	d = d.settled()
	_, err := g.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		decisions, err := readDecisions(ctx, now)
		if err != nil {
			return sqlstore.Change{}, err
		}
		if d.Kind == Reject && len(d.Articles) == 0 {
			if d.Articles, err = articlesOfFact(ctx, now, d.Subject, decisions); err != nil {
				return sqlstore.Change{}, err
			}
			d = d.settled()
		}
		if err := conflict(d, decisions); err != nil {
			return sqlstore.Change{}, err
		}
		decisions = slices.DeleteFunc(decisions, func(o Decision) bool { return o.ID == d.ID })
		return redecide(ctx, now, d, append(decisions, d))
	})
	if err != nil {
		return d, fmt.Errorf("%s: %w", d, err)
	}
	return d, nil
}

// Undo takes a decision back. One that is not in force is [ErrNotFound].
func (g *Graph) Undo(ctx context.Context, id string) (Decision, error) {
	var undone Decision
	_, err := g.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		decisions, err := readDecisions(ctx, now)
		if err != nil {
			return sqlstore.Change{}, err
		}
		i := slices.IndexFunc(decisions, func(d Decision) bool { return d.ID == id })
		if i < 0 {
			return sqlstore.Change{}, fmt.Errorf("decision %q is %w", id, ErrNotFound)
		}
		undone = decisions[i]
		return redecide(ctx, now, undone, slices.Delete(decisions, i, i+1))
	})
	return undone, err
}

// conflict returns an error where d and a decision in force cannot both hold.
func conflict(d Decision, decisions []Decision) error {
	switch {
	case d.Subject != d.Object:
	case d.Kind == Merge || d.Kind == Apart:
		return fmt.Errorf("%s is one already", d.Subject)
	case d.Kind == Split:
		return fmt.Errorf("what is split off needs another IRI than %s", d.Subject)
	}
	merges := mergesOf(decisions)
	for _, o := range decisions {
		if o.ID == d.ID {
			continue
		}
		clash := false
		switch {
		case d.Kind == Merge && o.Kind == Merge:
			clash = o.Subject == d.Subject || o.Subject == d.Object && merges[d.Object] == d.Subject
		case d.Kind == Merge && (o.Kind == Split || o.Kind == Apart):
			clash = samePair(d, o)
		case (d.Kind == Split || d.Kind == Apart) && o.Kind == Merge:
			clash = samePair(d, o)
		case d.Kind == Split && o.Kind == Split:
			clash = o.Subject == d.Subject && slices.ContainsFunc(d.Articles, func(a string) bool { return slices.Contains(o.Articles, a) })
		case d.Kind == Rename && o.Kind == Rename:
			clash = o.Subject == d.Subject
		}
		if clash {
			return fmt.Errorf("it %w: %s (%s)", ErrConflict, o, o.ID)
		}
	}
	return nil
}

func samePair(a, b Decision) bool {
	return a.Subject == b.Subject && a.Object == b.Object || a.Subject == b.Object && a.Object == b.Subject
}

// articlesOfFact returns the article that a fact's statement stands in, or stood in
// before somebody rejected it.
func articlesOfFact(ctx context.Context, now sqlstore.View, fact string, decisions []Decision) ([]string, error) {
	for _, o := range decisions {
		if o.Kind == Reject && o.Subject == fact {
			return o.Articles, nil
		}
	}
	for q, err := range now.Matching(ctx, quad.Quad{Subject: safeIRI(fact), Predicate: rdfType}) {
		if err != nil {
			return nil, err
		}
		return []string{plain(q.Label)}, nil
	}
	return nil, fmt.Errorf("fact %q is %w", fact, ErrNotFound)
}

// redecide returns the change that makes decisions those in force and writes the
// articles anew that d, which has come or gone, is about.
func redecide(ctx context.Context, now sqlstore.View, d Decision, decisions []Decision) (sqlstore.Change, error) {
	c, err := rewriteFor(ctx, now, []Decision{d}, decisions)
	if err != nil {
		return c, err
	}
	kept, err := curationQuads(ctx, now)
	if err != nil {
		return c, err
	}
	c.Remove = append(c.Remove, kgCuration)
	c.Add = append(c.Add, kept...)
	for _, d := range decisions {
		c.Add = append(c.Add, d.quads()...)
	}
	return c, nil
}

// rewriteFor returns the change that writes the articles anew that some of the
// decisions are about.
func rewriteFor(ctx context.Context, now sqlstore.View, some, decisions []Decision) (sqlstore.Change, error) {
	l := newLinking(now)
	for _, d := range some {
		for _, a := range d.Articles {
			l.affected[a] = true
		}
		if len(d.Articles) > 0 {
			continue
		}
		for _, iri := range []string{d.Subject, d.Object} {
			for q, err := range now.Matching(ctx, quad.Quad{Predicate: schemaMentions, Object: safeIRI(iri)}) {
				if err != nil {
					return sqlstore.Change{}, err
				}
				l.affected[plain(q.Label)] = true
			}
		}
	}
	return l.rewrite(ctx, nil, decisions)
}

// applyImported puts the decisions into effect that came with an import, those
// that are not among before.
func (g *Graph) applyImported(ctx context.Context, before []Decision) error {
	_, err := g.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		decisions, err := readDecisions(ctx, now)
		if err != nil {
			return sqlstore.Change{}, err
		}
		came := slices.DeleteFunc(slices.Clone(decisions), func(d Decision) bool {
			return slices.ContainsFunc(before, func(o Decision) bool { return o.ID == d.ID })
		})
		if len(came) == 0 {
			return sqlstore.Change{}, nil
		}
		return rewriteFor(ctx, now, came, decisions)
	})
	if err != nil {
		return fmt.Errorf("applying the decisions that came with it: %w", err)
	}
	return nil
}

// curationQuads returns what people wrote besides decisions.
func curationQuads(ctx context.Context, now sqlstore.View) ([]quad.Quad, error) {
	var kept []quad.Quad
	for q, err := range now.Matching(ctx, quad.Quad{Label: kgCuration}) {
		if err != nil {
			return nil, err
		}
		if !strings.HasPrefix(plain(q.Subject), prefixCuration) {
			kept = append(kept, q)
		}
	}
	return kept, nil
}
