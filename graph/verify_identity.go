package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract/link"
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
	said, err := l.said(ctx, article)
	if err != nil {
		find(BadIdentity, "", err.Error())
		return nil
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
	for _, p := range said {
		if !mentions[p.ID] {
			find(BadIdentity, p.ID, "it is noted as a thing of the article, which does not mention it")
		}
		if err := v.counted(ctx, l, article, p, find); err != nil {
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
func (v *verification) counted(ctx context.Context, l *linking, article string, p link.Profile, find func(FindingKind, string, string)) error {
	who, err := l.topic(ctx, topicWho+hashOf(p))
	if err != nil {
		return err
	}
	if who[article] != landsNote(p) {
		find(BadIdentity, p.ID, "what the article says of it is not noted as said by the article")
	}
	for _, name := range p.Blocks() {
		b, err := l.block(ctx, name)
		if err != nil {
			find(BadIdentity, p.ID, err.Error())
		} else if _, there := b.find(p); !there {
			find(BadIdentity, p.ID, fmt.Sprintf("it is not noted among those that could be one thing with it (%s)", name))
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
	noted := slices.Clone(b.Members)
	var tallied []link.Ruling // by member
	for _, m := range noted {
		a, err := l.account(ctx, m.Profile)
		if err != nil {
			find(m.ID, err.Error())
			return nil
		}
		if err := v.tallied(ctx, now, l, m, name, find); err != nil {
			return err
		}
		tallied = append(tallied, a.ruling(m.Profile))
	}
	l.changed[name] = true
	if err := l.settle(ctx); err != nil {
		return err
	}
	for i, m := range noted {
		if !m.Own && !(m.IsShort && m.Blocks()[0] == name) {
			continue
		}
		a, err := l.account(ctx, m.Profile)
		if err != nil {
			return err
		}
		ruled := a.ruling(m.Profile)
		if m.Own && !m.ruling().Equal(ruled) || !tallied[i].Equal(ruled) {
			find(m.ID, fmt.Sprintf("it is noted as %s, and what the articles say makes it %s", cmp.Or(tallied[i].IRI, "nothing"), ruled.IRI))
		}
	}
	return nil
}

// tallied checks that the tally of a member of a block is that of the articles
// that are noted to say it, and that they do.
func (v *verification) tallied(ctx context.Context, now store, l *linking, m member, block string, find func(node, what string)) error {
	who, err := l.topic(ctx, topicWho+hashOf(m.Profile))
	if err != nil {
		return err
	}
	var counted link.Tally
	for _, article := range slices.Sorted(maps.Keys(who)) {
		p := m.Profile
		p.Lands = landsIn(who[article])
		counted.Count(p, 1)
		said, err := v.linking(now).said(ctx, article)
		if err != nil {
			continue // it is said of the article
		}
		if !slices.ContainsFunc(said, func(q link.Profile) bool { return q.Compare(p) == 0 }) {
			v.say(Finding{Kind: BadIdentity, Article: article, Node: m.ID, What: "the article is noted to say what it is, and nothing is noted of it there", Remedy: remedyStore})
		}
	}
	a, err := l.account(ctx, m.Profile)
	if err != nil {
		return err
	}
	after := a.Tally.Profile(m.Profile)
	switch {
	case len(who) == 0:
		find(m.ID, fmt.Sprintf("it is noted among those that could be one thing (%s), and no article says it", block))
	case a.Articles != counted.Articles:
		find(m.ID, fmt.Sprintf("%d articles say so, and %d are counted (%s)", counted.Articles, a.Articles, block))
	case !maps.Equal(a.Lands, counted.Lands) || after.Weight != m.Weight || !slices.Equal(after.Lands, m.Lands):
		find(m.ID, fmt.Sprintf("the countries that are counted are not those of the articles that say so (%s)", block))
	}
	return nil
}
