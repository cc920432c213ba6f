package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// An article may have passages of others and be no copy, or be a copy of one and
// have passages of more: a round-up carries two agencies' reports, a paper prints
// the background that it printed last week, two papers print the longer version of
// a report that a third has cut. What stands word for word in an earlier article
// has one origin all the same:
//
//	<fact:3f…> kg:reprintedIn <article:later>     a statement of the earlier article that the later has too
//
// The later article keeps what it says in its own words, also where that says the
// same.

// resemblance is what two articles have of one another.
type resemblance struct {
	kind   likenessKind
	shared float64 // how many of their shingles both have, about
}

type likenessKind int

const (
	isOther    likenessKind = iota
	hasPassage              // one has passages of the other
	isCopy                  // one is a copy of the other
)

// From this share of the shorter one's shingles on, two articles are looked
// through for sentences that both have. One that is a quarter of the other's length
// and half of whose words are there has 1 in 10 of all their shingles in common,
// and so is found four times in five.
const passageShare = 0.25

// mostParts is how many articles an article is looked through for passages of,
// those that it has most of first. A report that a hundred outlets print is found
// in each of them.
const mostParts = 4

// resembling is an article that resembles another.
type resembling struct {
	article string
	resemblance
}

// near returns the articles that resemble an article, by ID.
func (t *texts) near(ctx context.Context, article string, n *textNote) ([]resembling, error) {
	found := map[string]resemblance{}
	for _, topic := range n.index() {
		articles, err := t.topic(ctx, topic)
		if err != nil {
			return nil, err
		}
		if isCommon(articles) {
			continue
		}
		for other, value := range articles {
			if _, seen := found[other]; value == "" || seen || other == article {
				continue
			}
			o, err := t.of(ctx, other)
			if err != nil {
				return nil, err
			}
			if o != nil {
				found[other] = t.compared(article, n, other, o)
			}
		}
	}
	var near []resembling
	for _, other := range slices.Sorted(maps.Keys(found)) {
		if r := found[other]; r.kind != isOther {
			near = append(near, resembling{other, r})
		}
	}
	return near, nil
}

// compared returns what two articles have of one another.
func (t *texts) compared(article string, n *textNote, other string, o *textNote) resemblance {
	pair := [2]string{min(article, other), max(article, other)}
	r, known := t.alike[pair]
	if !known {
		r = resemblanceOf(n.likeness, o.likeness)
		t.alike[pair] = r
	}
	return r
}

func resemblanceOf(a, b likeness) resemblance {
	share, known := a.Runs.contained(b.Runs)
	r := resemblance{shared: share * min(a.Runs.size(), b.Runs.size())}
	switch {
	case areCopies(a, b):
		r.kind = isCopy
	case known >= copySample && share >= passageShare:
		r.kind = hasPassage
	}
	return r
}

// mixNear has the passages of the articles that resemble one looked for anew.
func (t *texts) mixNear(ctx context.Context, article string, n *textNote) error {
	near, err := t.near(ctx, article, n)
	for _, other := range near {
		t.mixed[other.article] = true
	}
	return err
}

// settlePassages decides, of articles whose origins are settled and those that
// resemble them, which have passages of which earlier ones.
func (t *texts) settlePassages(ctx context.Context, copyOf map[string]string) error {
	for _, article := range slices.Sorted(maps.Keys(copyOf)) {
		n, err := t.of(ctx, article)
		if err == nil && n != nil {
			t.mixed[article] = true
			err = t.mixNear(ctx, article, n)
		}
		if err != nil {
			return err
		}
	}
	for _, article := range slices.Sorted(maps.Keys(t.mixed)) {
		n, err := t.of(ctx, article)
		if err != nil {
			return err
		}
		if n == nil || n.Older {
			continue
		}
		origin, settled := copyOf[article]
		if !settled {
			origin = n.CopyOf
		}
		parts, err := t.parts(ctx, article, n, origin)
		if err == nil {
			err = t.setOrigins(ctx, article, n, origin, parts)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// parts returns the earlier articles, beside its origin, that an article has most
// of.
func (t *texts) parts(ctx context.Context, article string, n *textNote, origin string) ([]string, error) {
	near, err := t.near(ctx, article, n)
	if err != nil {
		return nil, err
	}
	near = slices.DeleteFunc(near, func(other resembling) bool {
		o := t.known[other.article]
		return other.article == origin || cmp.Or(earlierFirst(o, n), cmp.Compare(other.article, article)) > 0
	})
	slices.SortStableFunc(near, func(a, b resembling) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), earlierFirst(t.known[a.article], t.known[b.article]))
	})
	var parts []string
	for _, other := range near[:min(len(near), mostParts)] {
		parts = append(parts, other.article)
	}
	return parts, nil
}

// origins returns the articles that one has something of, first the one that it is
// a copy of.
func (n *textNote) origins() []string {
	if n == nil {
		return nil
	}
	if n.CopyOf == "" {
		return n.Parts
	}
	return append([]string{n.CopyOf}, n.Parts...)
}
