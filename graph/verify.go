package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// Finding is something in the graph that is not as it should be.
type Finding struct {
	Kind    FindingKind `json:"kind"`
	Article string      `json:"article,omitempty"`
	Node    string      `json:"node,omitempty"` // the IRI that it is about, where that is not the article
	What    string      `json:"what"`
	Remedy  string      `json:"remedy"`         // what to do about it
	Note    bool        `json:"note,omitempty"` // nothing is wrong, but it is to be known
}

// FindingKind is what of the graph a finding is about.
type FindingKind string

// The kinds of findings.
const (
	BadStore      FindingKind = "store"      // the tables under the graph
	BadArticle    FindingKind = "article"    // an article's own record
	BadSentence   FindingKind = "sentence"   // the words a fact rests on, and where they stand
	BadStatement  FindingKind = "statement"  // a fact lacks a part, or has one that cannot be
	BadPremise    FindingKind = "premise"    // what a fact is derived from
	BadEntity     FindingKind = "entity"     // a thing that is named but not described, or the other way round
	BadEdge       FindingKind = "edge"       // an edge without a statement, or the other way round
	BadOrphan     FindingKind = "orphan"     // a quad that belongs to nothing its article has
	BadSource     FindingKind = "source"     // which file holds which article
	BadIdentity   FindingKind = "identity"   // what is noted of which entities are one
	BadDecision   FindingKind = "decision"   // what a person decided, and does not stand so
	BadExtraction FindingKind = "extraction" // the article's own text says otherwise
)

// Verified counts what [Graph.Verify] looked at.
type Verified struct {
	Articles   int `json:"articles"`
	Statements int `json:"statements"`
	Quads      int `json:"quads"`
}

// Verify checks the graph against itself: that the store under it is whole, that
// every quad belongs to an article and every statement to a sentence of its
// article, with the words that were stored, that what facts are derived from is there, that every edge has a
// statement and every entity a description, and that names and decisions stand
// as the notes beside the quads say. Whether a sentence says what is on record
// takes its source: [Graph.VerifyExtraction].
//
// It calls found for everything, article by article, and stops at its error.
// Memory does not grow with the number of articles.
func (g *Graph) Verify(ctx context.Context, found func(Finding) error) (Verified, error) {
	v := &verification{found: found}
	err := g.reading(ctx, func(r *reader) error { return v.run(ctx, r) })
	if err == nil {
		err = v.failed
	}
	if err != nil {
		return v.Verified, fmt.Errorf("verifying, after %d articles: %w", v.Articles, err)
	}
	return v.Verified, nil
}

// verification is one call of [Graph.Verify].
type verification struct {
	Verified
	found  func(Finding) error
	failed error
	notes  *linking // what was read of the notes lately
}

func (v *verification) say(f Finding) {
	if v.failed == nil {
		v.failed = v.found(f)
	}
}

func (v *verification) run(ctx context.Context, r *reader) error {
	damage, err := r.store.Damage(ctx)
	if err != nil {
		return err
	}
	for _, what := range damage {
		v.say(Finding{Kind: BadStore, What: what, Remedy: remedyStore})
	}
	sources, err := v.sources(ctx, r)
	if err != nil {
		return v.unless(damage, err)
	}
	decisions, err := readDecisions(ctx, r.store)
	if err != nil {
		return v.unless(damage, err)
	}
	err = r.eachLabel(ctx, func(label quad.Value, quads []quad.Quad) error {
		v.Quads += len(quads)
		id := plain(label)
		switch {
		case label == kgCuration:
			return v.failed
		case !strings.HasPrefix(id, prefixArticle):
			v.say(Finding{Kind: BadOrphan, Node: id, What: fmt.Sprintf("%d quads are labelled with what is no article", len(quads)),
				Remedy: "kg export shows them; nothing of kg writes such a label"})
			return v.failed
		}
		v.Articles++
		text, err := v.linking(r.store).texts.of(ctx, id)
		if err != nil {
			v.say(Finding{Kind: BadArticle, Article: id, What: err.Error(), Remedy: remedyStore})
		}
		check := newArticleCheck(id, quads, sources[id], v.say)
		if text != nil {
			check.seals = text.Seals
		}
		check.run()
		v.Statements += len(check.statements)
		if err := v.identities(ctx, r.store, id, quads, decisions, check.remedy()); err != nil {
			return err
		}
		delete(sources, id)
		return v.failed
	})
	if err == nil {
		err = cmp.Or(v.unheld(ctx, r.store, sources), v.blocks(ctx, r.store))
	}
	return v.unless(damage, err)
}

// unless returns no error where the store is damaged, which has been said: what
// cannot be read after that comes of it.
func (v *verification) unless(damage []string, err error) error {
	if len(damage) > 0 && err != nil && !errors.Is(err, context.Canceled) {
		v.say(Finding{Kind: BadStore, What: "the rest was not looked at: " + err.Error(), Remedy: remedyStore})
		return nil
	}
	return err
}

const remedyStore = "restore a backup (kg restore), or ingest the articles again into a new graph (kg --db NEW ingest …)"

// sources returns the records by the articles they name.
func (v *verification) sources(ctx context.Context, r *reader) (map[string][]sqlstore.Record, error) {
	records, err := r.store.Records(ctx, "")
	if err != nil {
		return nil, err
	}
	held := map[string][]sqlstore.Record{}
	for _, rec := range records {
		held[rec.Label] = append(held[rec.Label], rec)
	}
	return held, nil
}

// unheld says which sources hold articles that are not in the graph, where no
// newer version of them is and they are not to be read again.
func (v *verification) unheld(ctx context.Context, now store, sources map[string][]sqlstore.Record) error {
	for _, id := range slices.Sorted(maps.Keys(sources)) {
		text, err := v.linking(now).texts.of(ctx, id)
		if err != nil {
			return err
		}
		for _, rec := range sources[id] {
			if text != nil && text.Older || rec.Digest == "" {
				continue
			}
			v.say(Finding{Kind: BadSource, Article: id, Node: rec.Source, What: "a source is on record for an article that is not in the graph",
				Remedy: remedyStore})
		}
	}
	return nil
}

// eachLabel calls f with the quads of each label, in the order of an export; f
// must not keep them.
func (r *reader) eachLabel(ctx context.Context, f func(label quad.Value, quads []quad.Quad) error) error {
	var quads []quad.Quad
	for q, err := range r.store.Quads(ctx) {
		if err != nil {
			return err
		}
		if len(quads) > 0 && quads[0].Label != q.Label {
			if err := f(quads[0].Label, quads); err != nil {
				return err
			}
			quads = quads[:0]
		}
		quads = append(quads, q)
	}
	if len(quads) == 0 {
		return nil
	}
	return f(quads[0].Label, quads)
}
