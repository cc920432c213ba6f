package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/extract/link"
	"kg/graph/sqlstore"
)

// linking works out, within a plan, what becomes of the entities of the articles
// that change and of others that are touched by them. What it reads and writes is
// described in linking_notes.go.
type linking struct {
	*notebook
	texts    *texts
	accounts map[string]*account       // by hash of the profile
	blocks   map[string]*blockNote     // by name
	decided  map[string]*link.Block    // by name, as the profiles are now
	bases    map[string][]quad.Quad    // by article, of those in hand
	held     int                       // quads of bases
	profiles map[string][]link.Profile // by article: of its entities, where it is read
	changed  map[string]bool           // blocks whose profiles changed
	affected map[string]bool           // articles to be written anew

	statements map[string]int // by article, of those that are extracted: how many it has once it is written
}

// noted is what a linking reads of the store.
type noted interface {
	Notes(ctx context.Context, topic string) ([]sqlstore.Note, error)
	NotesOn(ctx context.Context, topics []string) (map[string][]sqlstore.Note, error)
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
}

func newLinking(now noted) *linking {
	book := newNotebook(now)
	return &linking{
		notebook: book, texts: newTexts(book), accounts: map[string]*account{}, blocks: map[string]*blockNote{}, decided: map[string]*link.Block{},
		bases: map[string][]quad.Quad{}, profiles: map[string][]link.Profile{}, changed: map[string]bool{}, affected: map[string]bool{},
		statements: map[string]int{},
	}
}

// replace notes that an article says something else of its entities from now on;
// nothing where x is nil, because it leaves.
func (l *linking) replace(ctx context.Context, article string, x *extract.Extraction) error {
	l.affected[article] = true
	said, err := l.said(ctx, article)
	if err != nil {
		return err
	}
	for _, p := range said {
		l.blind(topicWho+hashOf(p), article, "")
		if err := l.count(ctx, p, -1); err != nil {
			return err
		}
	}
	if err := l.explain(ctx, article, x); err != nil || x == nil {
		return errors.Join(err, l.say(ctx, article, nil))
	}
	profiles := l.profilesOf(article, x)
	for _, p := range profiles {
		l.blind(topicWho+hashOf(p), article, landsNote(p))
		if err := l.count(ctx, p, 1); err != nil {
			return err
		}
	}
	return l.say(ctx, article, profiles)
}

func (l *linking) profilesOf(article string, x *extract.Extraction) []link.Profile {
	if _, known := l.profiles[article]; !known {
		l.profiles[article] = link.Profiles(x)
	}
	return l.profiles[article]
}

// explain notes why the mentions of an article's entities are one each; nothing
// where x is nil.
func (l *linking) explain(ctx context.Context, article string, x *extract.Extraction) error {
	why, err := l.topic(ctx, topicWhy+article)
	if err != nil {
		return err
	}
	for entity := range why {
		why[entity] = ""
	}
	if x == nil {
		return nil
	}
	for _, e := range x.Entities {
		if len(e.Links) == 0 {
			continue
		}
		value, err := json.Marshal(e.Links)
		if err != nil {
			return err
		}
		why[e.ID] = string(value)
	}
	return nil
}

// count notes that so many more articles say p. Its blocks change only where p
// comes, goes, or is told of other countries or of another weight.
func (l *linking) count(ctx context.Context, p link.Profile, more int) error {
	a, err := l.account(ctx, p)
	if err != nil {
		return err
	}
	before, known := a.Tally.Profile(p), a.Articles > 0
	a.Count(p, more)
	a.changed = true
	after := a.Tally.Profile(p)
	if known && a.Articles > 0 && before.Weight == after.Weight && slices.Equal(before.Lands, after.Lands) {
		return nil
	}
	for _, name := range p.Blocks() {
		b, err := l.block(ctx, name)
		if err != nil {
			return err
		}
		b.set(name, after, a.Articles > 0)
		l.changed[name] = true
		delete(l.decided, name)
	}
	return nil
}

// settle decides the blocks that changed: full names and things first, then the
// short names of all blocks in which a full name's IRI may have changed.
func (l *linking) settle(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(l.changed)) {
		if err := l.settleBlock(ctx, name); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.changed)) {
		if err := l.expandBlock(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// decide returns a block, decided.
func (l *linking) decide(ctx context.Context, name string) (*link.Block, error) {
	if d := l.decided[name]; d != nil {
		return d, nil
	}
	b, err := l.block(ctx, name)
	if err != nil {
		return nil, err
	}
	l.decided[name] = link.NewBlock(name, b.profiles())
	return l.decided[name], nil
}

// settleBlock rules on the full names and the things of a block, its own members
// that is: those whose first block it is.
func (l *linking) settleBlock(ctx context.Context, name string) error {
	decided, err := l.decide(ctx, name)
	if err != nil {
		return err
	}
	for i := range l.blocks[name].Members {
		m := &l.blocks[name].Members[i]
		if !m.Own {
			continue
		}
		ruling := decided.Ruling(m.Profile)
		if was := m.ruling(); was.Equal(ruling) {
			continue
		}
		m.setRuling(ruling)
		if err := l.rule(ctx, m.Profile, ruling); err != nil {
			return err
		}
		for _, other := range m.Blocks() {
			l.changed[other] = true // short names of this block may stand for it
		}
	}
	return nil
}

// expandBlock rules on the short names of a block.
func (l *linking) expandBlock(ctx context.Context, name string) error {
	b, err := l.block(ctx, name)
	if err != nil {
		return err
	}
	for _, m := range b.Members {
		if !m.IsShort {
			continue
		}
		var among []*link.Block
		for _, of := range m.Blocks() {
			d, err := l.decide(ctx, of)
			if err != nil {
				return err
			}
			among = append(among, d)
		}
		var failed error
		ruling := link.Expand(m.Profile, among, func(full link.Profile) string {
			a, err := l.account(ctx, full)
			failed = cmp.Or(failed, err)
			if err != nil {
				return full.ID
			}
			return a.ruling(full).IRI
		})
		if failed != nil {
			return failed
		}
		if err := l.rule(ctx, m.Profile, ruling); err != nil {
			return err
		}
	}
	return nil
}

// rule notes the ruling on a profile; the articles that say it and whose entity
// gets another IRI by it are to be written anew.
func (l *linking) rule(ctx context.Context, p link.Profile, ruling link.Ruling) error {
	a, err := l.account(ctx, p)
	if err != nil {
		return err
	}
	before := a.ruling(p)
	if before.Equal(ruling) {
		return nil
	}
	a.setRuling(p, ruling)
	who, err := l.topic(ctx, topicWho+hashOf(p))
	if err != nil {
		return err
	}
	for article, lands := range who {
		p.Lands = landsIn(lands)
		if lands != "" && before.Of(p) != ruling.Of(p) {
			l.affected[article] = true
		}
	}
	return nil
}

// names returns the IRIs of an article's entities that are not those of its
// extraction.
func (l *linking) names(ctx context.Context, article string) (map[string]string, error) {
	said, err := l.said(ctx, article)
	if err != nil {
		return nil, err
	}
	to := map[string]string{}
	for _, p := range said {
		a, err := l.account(ctx, p)
		if err != nil {
			return nil, err
		}
		if iri := a.ruling(p).Of(p); iri != p.ID {
			to[p.ID] = iri
		}
	}
	return to, nil
}
