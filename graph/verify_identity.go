package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// notesKept is how many topics of notes a verification remembers: those of some
// hundred articles, which share many blocks of names.
const notesKept = 5000

// linking returns what was read of the notes lately, to read on from.
func (v *verification) linking(now store) *linking {
	if v.notes == nil || len(v.notes.notes) > notesKept {
		v.notes = newLinking(now)
	}
	return v.notes
}

// identities checks that an article stands in the graph under the IRIs that the
// notes beside it give its entities, and as people decided.
func (v *verification) identities(ctx context.Context, now store, article string, quads []quad.Quad, decisions []Decision, remedy string) error {
	find := func(kind FindingKind, node, what string) {
		v.say(Finding{Kind: kind, Article: article, Node: node, What: what, Remedy: remedy})
	}
	l := v.linking(now)
	said, err := l.topic(ctx, topicSaid+article)
	if err != nil {
		return err
	}
	base, err := l.base(ctx, article)
	if err != nil {
		find(BadIdentity, "", err.Error())
		return nil
	}
	mentions := map[string]bool{}
	for _, q := range base {
		if q.Predicate == schemaMentions {
			mentions[plain(q.Object)] = true
		}
	}
	for _, entity := range slices.Sorted(maps.Keys(said)) {
		p, err := readProfile(said[entity])
		if err != nil {
			find(BadIdentity, entity, err.Error())
			return nil
		}
		if !mentions[entity] {
			find(BadIdentity, entity, "it is noted as a thing of the article, which does not mention it")
		}
		if err := v.counted(ctx, l, article, hashOf(p), p.Blocks(), find, entity); err != nil {
			return err
		}
	}
	_, linked, final, err := l.standing(ctx, article, nil, decisions)
	if err != nil {
		find(BadIdentity, "", err.Error())
		return nil
	}
	v.compare(quads, final, !slices.Equal(linked, final), find)
	return nil
}

// counted checks that the blocks of a profile have it, and that it is noted who
// says it.
func (v *verification) counted(ctx context.Context, l *linking, article, hash string, blocks []string, find func(FindingKind, string, string), entity string) error {
	who, err := l.topic(ctx, topicProfile+hash)
	if err != nil {
		return err
	}
	if who[article+" "+entity] != article {
		find(BadIdentity, entity, "what the article says of it is not noted as said by the article")
	}
	for _, name := range blocks {
		b, err := l.block(ctx, name)
		switch {
		case err != nil:
			find(BadIdentity, entity, err.Error())
		case b[hash] == nil:
			find(BadIdentity, entity, fmt.Sprintf("it is not noted among those that could be one thing with it (%s)", name))
		}
	}
	return nil
}

// compare says where an article's quads are not those that they should be. What
// the article check finds too is said twice, by its other side: here is which
// quad is missing.
func (v *verification) compare(got, want []quad.Quad, decided bool, find func(FindingKind, string, string)) {
	kind := BadIdentity
	if decided {
		kind = BadDecision
	}
	got = slices.SortedFunc(slices.Values(got), compareQuads)
	missing, extra := differing(got, want)
	if len(missing)+len(extra) == 0 {
		return
	}
	example := slices.Concat(missing, extra)[0]
	find(kind, plain(example.Subject), fmt.Sprintf("%d quads are missing and %d too many after names and decisions, the first %s",
		len(missing), len(extra), tripleText(example)))
}

func tripleText(q quad.Quad) string {
	return strings.Join([]string{term(q.Subject), term(q.Predicate), term(q.Object)}, " ")
}

// differing returns which of want are not in got, and which of got not in want;
// both are sorted.
func differing(got, want []quad.Quad) (missing, extra []quad.Quad) {
	for len(got) > 0 && len(want) > 0 {
		switch c := compareQuads(got[0], want[0]); {
		case c < 0:
			extra, got = append(extra, got[0]), got[1:]
		case c > 0:
			missing, want = append(missing, want[0]), want[1:]
		default:
			got, want = got[1:], want[1:]
		}
	}
	return append(missing, want...), append(extra, got...)
}

// blocks checks that each block of profiles is decided as the profiles in it
// have it, and that all of them are somebody's.
func (v *verification) blocks(ctx context.Context, now store) error {
	topics, err := now.NoteTopics(ctx, topicBlock)
	if err != nil {
		return err
	}
	for _, topic := range topics {
		name := strings.TrimPrefix(topic, topicBlock)
		if err := v.block(ctx, now, name); err != nil {
			return err
		}
		if v.failed != nil {
			return v.failed
		}
	}
	return nil
}

func (v *verification) block(ctx context.Context, now store, name string) error {
	find := func(node, what string) {
		v.say(Finding{Kind: BadIdentity, Node: node, What: what, Remedy: remedyStore})
	}
	l := newLinking(now)
	b, err := l.block(ctx, name)
	if err != nil {
		find("", err.Error())
		return nil
	}
	before := map[string]string{}
	for hash, e := range b {
		before[hash] = e.IRI
	}
	l.changed[name] = true
	if err := l.settle(ctx); err != nil {
		return err
	}
	for _, hash := range slices.Sorted(maps.Keys(b)) {
		who, err := l.topic(ctx, topicProfile+hash)
		if err != nil {
			return err
		}
		e := b[hash]
		if err := v.sayers(ctx, now, e, who); err != nil {
			return err
		}
		switch {
		case len(who) == 0:
			find(e.Profile.ID, fmt.Sprintf("it is noted among those that could be one thing (%s), and no article says it", name))
		case e.Articles != len(who):
			find(e.Profile.ID, fmt.Sprintf("%d articles say so, and %d are counted (%s)", len(who), e.Articles, name))
		case e.IRI != before[hash]:
			find(e.Profile.ID, fmt.Sprintf("it is noted as %s, and what the articles say makes it %s", cmp.Or(before[hash], "nothing"), e.IRI))
		}
	}
	return nil
}

// sayers checks that the articles that are noted to say something of an entity
// have it among what they say.
func (v *verification) sayers(ctx context.Context, now store, e *blockEntry, who map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(who)) {
		said, err := v.linking(now).topic(ctx, topicSaid+who[key])
		if err != nil {
			return err
		}
		if said[e.Profile.ID] == "" {
			v.say(Finding{Kind: BadIdentity, Article: who[key], Node: e.Profile.ID, What: "the article is noted to say what it is, and nothing is noted of it there", Remedy: remedyStore})
		}
	}
	return nil
}
