package graph

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/graph/sqlstore"
)

// An article is known by its text and title; where it lies is bookkeeping.
// The store's records say which source (file or address) holds which article,
// so that, beside what versions.go and copies.go say of texts that are alike,
//
//   - a source with new content gives up its old article,
//   - an article goes only when no source holds it any more,
//   - the graph does not depend on the order in which sources were read: where
//     several hold one article, its author, address and day are those that the
//     first source gives, in the order of their names.

// Status says how an article at hand relates to what the graph holds.
type Status int

// The states of an article.
const (
	New       Status = iota // neither the article nor its source is known
	Changed                 // its source held other content, or it was read by other rules
	Unchanged               // putting it again would change nothing
	Older                   // not known, and a newer version of it stands in the graph
)

func (s Status) String() string { return [...]string{"new", "changed", "unchanged", "older"}[s] }

// Change says what [Graph.Put] did with one article.
type Change struct {
	Article  string // its ID
	Status   Status // what it was to the graph before
	Quads    int    // how many quads it comes to
	Facts    int    // how many statements are among them
	Replaced string // ID of the article that its source held before, or that it is a newer version of, if another
	CopyOf   string // ID of the article that it reprints; empty for an origin
}

// Status compares an article with what the graph holds from its source. An
// article of a source that is not known is New, also where another source
// holds it; Put finds that out.
func (g *Graph) Status(ctx context.Context, a extract.Article) (Status, error) {
	old, known, err := g.store.Record(ctx, sourceKey(a))
	if err != nil {
		return New, fmt.Errorf("looking up %s: %w", a.Source, err)
	}
	status := statusOf(old, known, a)
	if status == Unchanged {
		var lost bool
		if lost, err = isLost(ctx, g.store, a.ID); lost {
			status = Changed
		}
	}
	return status, err
}

func statusOf(old sqlstore.Record, known bool, a extract.Article) Status {
	switch {
	case !known:
		return New
	case old.Label == a.ID && sameArticle(old.Digest, digestOf(a)):
		return Unchanged
	}
	return Changed
}

// Put stores a batch of extractions in one transaction: every article's old
// quads leave and its new ones arrive, or, on an error, the graph stays as it
// was. Putting an article again changes nothing; neither the order of articles
// nor how they are divided into batches makes a difference to the graph, nor
// who else puts articles at the same time.
func (g *Graph) Put(ctx context.Context, batch []*extract.Extraction) ([]Change, error) {
	quads := make([][]quad.Quad, len(batch)) // before others wait for this writer
	about := make([]*textNote, len(batch))
	for i, x := range batch {
		var err error
		if quads[i], err = Quads(x); err != nil {
			return nil, err
		}
		about[i] = textOf(x.Article, quads[i])
	}
	changes := make([]Change, len(batch))
	_, err := g.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		p := newPlan(now)
		if err := p.look(ctx, batch); err != nil {
			return sqlstore.Change{}, err
		}
		for i, x := range batch {
			var err error
			if changes[i], err = p.put(ctx, x, quads[i], *about[i]); err != nil {
				return sqlstore.Change{}, err
			}
		}
		c, err := p.change(ctx)
		c.Then = followed(c.Then, func() error { return p.complete(ctx, changes) })
		return c, err
	})
	if err != nil {
		return nil, fmt.Errorf("storing %s: %w", describe(batch), err)
	}
	return changes, nil
}

// followed yields changes, then calls last.
func followed(changes iter.Seq2[sqlstore.Change, error], last func() error) iter.Seq2[sqlstore.Change, error] {
	return func(yield func(sqlstore.Change, error) bool) {
		for c, err := range changes {
			if !yield(c, err) {
				return
			}
		}
		if err := last(); err != nil {
			yield(sqlstore.Change{}, err)
		}
	}
}

func describe(batch []*extract.Extraction) string {
	switch len(batch) {
	case 0:
		return "no articles"
	case 1:
		return batch[0].Article.ID
	}
	return fmt.Sprintf("%d articles from %s on", len(batch), batch[0].Article.ID)
}

// Remove takes all of an article out of the graph, and nothing else, and
// returns how many quads it had. An article that is not there is [ErrNotFound].
func (g *Graph) Remove(ctx context.Context, articleID string) (quads int, err error) {
	if !strings.HasPrefix(articleID, prefixArticle) {
		return 0, fmt.Errorf("article %q: %w (the ID of an article begins with %q)", articleID, ErrNotFound, prefixArticle)
	}
	_, err = g.store.Update(ctx, func(now sqlstore.View) (sqlstore.Change, error) {
		quads = 0
		for _, err := range now.Matching(ctx, quad.Quad{Label: safeIRI(articleID)}) {
			if err != nil {
				return sqlstore.Change{}, err
			}
			quads++
		}
		records, err := now.Records(ctx, articleID)
		if err != nil {
			return sqlstore.Change{}, err
		}
		p := newPlan(now)
		p.quads[articleID] = nil
		change, err := p.change(ctx)
		for _, r := range records {
			change.Forget = append(change.Forget, r.Source)
		}
		for _, r := range change.Records { // of older versions, which leave with it
			change.Forget = append(change.Forget, r.Source)
		}
		change.Records = nil
		return change, err
	})
	if err != nil {
		return 0, fmt.Errorf("removing %s: %w", articleID, err)
	}
	if quads == 0 {
		return 0, fmt.Errorf("article %q: %w", articleID, ErrNotFound)
	}
	return quads, nil
}

// plan works out what a batch changes, article by article, as if each were
// stored before the next is looked at.
type plan struct {
	now     sqlstore.View
	records map[string]*sqlstore.Record    // by source, as they will be; nil where there is none
	looked  map[string]*sqlstore.Record    // by source, as they are, of those that were asked for at once; nil where there is none
	unknown map[string]bool                // labels, of those that were asked for at once, that no source holds and no quad has
	held    map[string][]string            // by label: the sources that records noted, sorted; some may hold another by now
	stored  map[string][]sqlstore.Record   // by label: the store's records, where all were read
	quads   map[string][]quad.Quad         // by label: its quads from now on, as extracted; nil where it leaves
	read    map[string]*extract.Extraction // by label: what they come from
	about   map[string]*textNote           // by label: what is kept of their texts
	texts   *texts                         // what the texts have to do with one another, once that is settled

	statements map[string]int // by label, of quads: how many the graph has of it, once that is written
}

func newPlan(now sqlstore.View) *plan {
	return &plan{
		now:     now,
		records: make(map[string]*sqlstore.Record),
		looked:  make(map[string]*sqlstore.Record),
		unknown: make(map[string]bool),
		held:    make(map[string][]string),
		stored:  make(map[string][]sqlstore.Record),
		quads:   make(map[string][]quad.Quad),
		read:    make(map[string]*extract.Extraction),
		about:   make(map[string]*textNote),
	}
}

func (p *plan) put(ctx context.Context, x *extract.Extraction, quads []quad.Quad, about textNote) (Change, error) {
	a := x.Article
	key := sourceKey(a)
	old, err := p.record(ctx, key)
	if err != nil {
		return Change{}, fmt.Errorf("looking up %s: %w", a.Source, err)
	}
	change := Change{Article: a.ID, Quads: len(quads), Facts: Statements(x.Facts)}
	if old != nil {
		change.Status, err = p.statusHere(ctx, *old, a)
	} else {
		change.Status, err = p.statusElsewhere(ctx, a, key, quads)
	}
	if err != nil {
		return Change{}, fmt.Errorf("looking up %s: %w", a.ID, err)
	}
	if old != nil && old.Label != a.ID {
		change.Replaced = old.Label
		if err := p.release(ctx, *old); err != nil {
			return Change{}, fmt.Errorf("looking up %s: %w", old.Label, err)
		}
	}
	p.hold(sqlstore.Record{Source: key, Label: a.ID, Digest: digestOf(a)})
	first, _, err := p.first(ctx, a.ID)
	if err != nil {
		return Change{}, fmt.Errorf("looking up %s: %w", a.ID, err)
	}
	if first.Source == key {
		p.quads[a.ID], p.read[a.ID], p.about[a.ID] = quads, x, &about
	}
	return change, nil
}

// statusHere is the status of an article whose source is known.
func (p *plan) statusHere(ctx context.Context, old sqlstore.Record, a extract.Article) (Status, error) {
	status := statusOf(old, true, a)
	if _, planned := p.quads[a.ID]; planned || status != Unchanged {
		return status, nil
	}
	lost, err := isLost(ctx, p.now, a.ID)
	if lost {
		status = Changed
	}
	return status, err
}

// statusElsewhere is the status of an article whose source, key, is not known: the
// same article may lie elsewhere, under another name.
func (p *plan) statusElsewhere(ctx context.Context, a extract.Article, key string, quads []quad.Quad) (Status, error) {
	first, read, err := p.first(ctx, a.ID)
	if err != nil {
		return New, err
	}
	if read && (first.Source < key || sameArticle(first.Digest, digestOf(a))) {
		return Unchanged, nil
	}
	for _, err := range p.holders(ctx, a.ID) {
		return Changed, err
	}
	return p.imported(ctx, a.ID, quads)
}

// imported returns what an article that no source is known to hold is to the
// graph, which has it all the same where it came with an import.
func (p *plan) imported(ctx context.Context, id string, now []quad.Quad) (Status, error) {
	if _, planned := p.quads[id]; planned {
		return New, nil // it has just left, or arrived
	}
	if p.unknown[id] {
		return New, nil
	}
	var before []quad.Quad
	for q, err := range p.now.Matching(ctx, quad.Quad{Label: safeIRI(id)}) {
		if err != nil {
			return New, err
		}
		before = append(before, q)
	}
	if len(before) == 0 {
		return New, nil
	}
	slices.SortFunc(before, compareQuads)
	if slices.Equal(before, now) {
		return Unchanged, nil
	}
	return Changed, nil
}

// change returns the plan as one transaction, in a fixed order: the articles that
// changed and those whose entities have other IRIs because of them.
func (p *plan) change(ctx context.Context) (sqlstore.Change, error) {
	l := newLinking(p.now)
	p.texts = l.texts
	if err := p.prefetch(ctx, l); err != nil {
		return sqlstore.Change{}, err
	}
	if err := p.settleTexts(ctx); err != nil {
		return sqlstore.Change{}, err
	}
	for article := range p.texts.touched {
		l.affected[article] = true
	}
	for _, label := range slices.Sorted(maps.Keys(p.quads)) {
		if err := l.replace(ctx, label, p.read[label]); err != nil {
			return sqlstore.Change{}, err
		}
	}
	if err := l.settle(ctx); err != nil {
		return sqlstore.Change{}, err
	}
	decisions, err := readDecisions(ctx, p.now)
	if err != nil {
		return sqlstore.Change{}, err
	}
	c, err := l.rewrite(ctx, p.quads, decisions)
	if err != nil {
		return sqlstore.Change{}, err
	}
	p.statements = l.statements
	for _, r := range p.records {
		c.Records = append(c.Records, *r)
	}
	slices.SortFunc(c.Records, func(a, b sqlstore.Record) int { return cmp.Compare(a.Source, b.Source) })
	return c, nil
}

// settleTexts works out which of the articles are versions and copies of which:
// older versions leave, and those that would stand again are to be read again.
func (p *plan) settleTexts(ctx context.Context) error {
	for _, label := range slices.Sorted(maps.Keys(p.quads)) {
		if err := p.texts.replace(ctx, label, p.about[label]); err != nil {
			return err
		}
	}
	if err := p.texts.settle(ctx); err != nil {
		return err
	}
	for label, n := range p.texts.known {
		if _, planned := p.quads[label]; n != nil && n.Older && (planned || p.texts.fallen[label]) {
			p.leave(label)
		}
	}
	for label := range p.texts.unread {
		records, err := p.holding(ctx, label)
		if err != nil {
			return err
		}
		for _, r := range records {
			p.readAgain(r)
		}
	}
	return nil
}

// complete adds to the changes what came of their articles beside the others.
func (p *plan) complete(ctx context.Context, changes []Change) error {
	for i := range changes {
		n, err := p.texts.of(ctx, changes[i].Article)
		if err != nil {
			return err
		}
		ch := &changes[i]
		switch old := p.texts.replaced[ch.Article]; {
		case n == nil: // another article of the batch took its source
		case n.Older && ch.Status != Unchanged:
			ch.Status, ch.Facts, ch.Quads = Older, 0, 0
		case len(n.origins()) > 0:
			ch.CopyOf, ch.Facts = n.CopyOf, p.statements[ch.Article]
		case old != "" && ch.Status == New:
			ch.Status, ch.Replaced = Changed, old
		}
	}
	return nil
}
