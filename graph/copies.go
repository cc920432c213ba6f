package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
)

// An article that reprints another, as papers do with what an agency wires, is
// its copy:
//
//	<article:copy> kg:copyOf <article:origin>
//	<fact:3f…> kg:reprintedIn <article:copy>      a statement of the origin that the copy has too
//
// Of its own statements a copy keeps those that its origin does not have. So
// what rests on how many articles state a fact counts origins, and what an outlet
// adds to the agency's words is not lost.

// Printed says in words how many articles print what one states and so many
// copies of it reprint: "printed in 3 articles, one origin"; nothing where it has
// no copies.
func Printed(copies int) string {
	if copies == 0 {
		return ""
	}
	return fmt.Sprintf("printed in %d articles, one origin", copies+1)
}

// CopiesAmong counts the articles that reprint another.
func CopiesAmong(articles []Article) int {
	n := 0
	for _, a := range articles {
		if a.CopyOf != "" {
			n++
		}
	}
	return n
}

// Two articles are copies where this share of the shorter one's shingles, and of
// its names and figures, stands in the other. Different articles of one subject
// share up to half of their shingles where they have their background from one
// paragraph; of a text whose names were changed nine tenths of the shingles may
// remain, but not of the names.
const (
	copyShare    = 0.6
	copyNames    = 0.85
	copyShortest = 40 // shingles that a text has at least: shorter notices are alike by chance
	copySample   = 20 // of them, that are compared at least
)

// Copies are looked for by their smallest shingles. At the very least share, two
// texts of one length have none of these in common once in 8000 times, and of two
// lengths, one twice the other, once in 100. A shingle that very many articles
// have says nothing, such as a line that an agency puts below all it writes.
const indexedSize = 16

var commonShingles = 1000 // more outlets than print one report; tests have less

// earlierFirst orders articles: the origin of several is the first. Those of an
// unknown day come last.
func earlierFirst(a, b *textNote) int {
	if (a.Day == "") != (b.Day == "") {
		return cmp.Compare(b.Day, a.Day)
	}
	return cmp.Compare(a.Day, b.Day)
}

// index returns the shingles that an article is found by.
func (n *textNote) index() []string {
	if len(n.Runs) < copyShortest {
		return nil
	}
	var topics []string
	for _, h := range n.Runs[:indexedSize] {
		topics = append(topics, fmt.Sprintf("%s%016x", topicShingle, h))
	}
	return topics
}

// enter makes an article one that others may be copies of.
func (t *texts) enter(ctx context.Context, article string, n *textNote) error {
	t.seeds[article] = true
	return t.indexed(ctx, article, n, present)
}

// withdraw undoes enter. Those that were copies with it are to be settled anew.
func (t *texts) withdraw(ctx context.Context, article string, n *textNote) error {
	group, _, err := t.group(ctx, article)
	if err != nil {
		return err
	}
	for member := range group {
		t.seeds[member] = true
	}
	delete(t.seeds, article)
	if err := t.setOrigins(ctx, article, n, "", nil); err != nil {
		return err
	}
	return t.indexed(ctx, article, n, "")
}

// indexed sets or drops an article under its shingles. Where that makes a
// shingle a common one or ends it, all that have it are to be settled anew.
func (t *texts) indexed(ctx context.Context, article string, n *textNote, value string) error {
	for _, topic := range n.index() {
		articles, err := t.topic(ctx, topic)
		if err != nil {
			return err
		}
		before := isCommon(articles)
		if articles[article] = value; before == isCommon(articles) {
			continue
		}
		for other, value := range articles {
			if value != "" {
				t.seeds[other] = true
			}
		}
	}
	return nil
}

// isCommon reports whether more than commonShingles articles have a shingle.
func isCommon(articles map[string]string) bool {
	if len(articles) <= commonShingles {
		return false
	}
	n := 0
	for _, value := range articles {
		if value != "" {
			n++
		}
	}
	return n > commonShingles
}

// group returns an article and all that copies lead to from it, directly or by
// others, and of each those it is a copy of, or they of it.
func (t *texts) group(ctx context.Context, article string) (group map[string]*textNote, copies map[string][]string, err error) {
	group, copies = map[string]*textNote{}, map[string][]string{}
	for open := []string{article}; len(open) > 0; {
		next := open[len(open)-1]
		open = open[:len(open)-1]
		if group[next] != nil {
			continue
		}
		n, err := t.of(ctx, next)
		if err != nil || n == nil {
			return group, copies, err
		}
		group[next] = n
		if copies[next], err = t.near(ctx, next, n); err != nil {
			return nil, nil, err
		}
		open = append(open, copies[next]...)
	}
	return group, copies, nil
}

// near returns the articles that an article is a copy of, or they of it.
func (t *texts) near(ctx context.Context, article string, n *textNote) ([]string, error) {
	found := map[string]bool{}
	for _, topic := range n.index() {
		articles, err := t.topic(ctx, topic)
		if err != nil {
			return nil, err
		}
		if isCommon(articles) {
			continue
		}
		for other, value := range articles {
			if value == "" || found[other] || other == article {
				continue
			}
			o, err := t.of(ctx, other)
			if err != nil {
				return nil, err
			}
			if o != nil && t.copies(article, n, other, o) {
				found[other] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// copies reports whether two articles are copies, one of the other.
func (t *texts) copies(article string, n *textNote, other string, o *textNote) bool {
	pair := [2]string{min(article, other), max(article, other)}
	alike, known := t.alike[pair]
	if !known {
		alike = areCopies(n.likeness, o.likeness)
		t.alike[pair] = alike
	}
	return alike
}

// areCopies reports whether one of two texts is a copy of the other.
func areCopies(a, b likeness) bool {
	share, known := a.Runs.contained(b.Runs)
	if known < copySample || share < copyShare {
		return false
	}
	share, known = a.Names.contained(b.Names)
	return known == 0 || share >= copyNames
}

// settleCopies decides, in every group that changed, which articles are origins
// and which their copies: the earliest is an origin, and so is each that is a
// copy of no earlier origin.
func (t *texts) settleCopies(ctx context.Context) error {
	done := map[string]bool{}
	for _, seed := range slices.Sorted(maps.Keys(t.seeds)) {
		if done[seed] {
			continue
		}
		group, copies, err := t.group(ctx, seed)
		if err != nil {
			return err
		}
		rank, origins := map[string]int{}, map[string]bool{}
		for i, article := range inOrder(group, earlierFirst) {
			done[article], rank[article] = true, i
			origin, parts := earlierCopies(copies[article], rank, origins)
			origins[article] = origin == ""
			if err := t.setOrigins(ctx, article, group[article], origin, parts); err != nil {
				return err
			}
		}
	}
	return nil
}

// mostParts is how many further articles one is looked through for what it has of
// them. It has none of its own where a hundred outlets print one report.
const mostParts = 4

// earlierCopies returns, of the articles that one is a copy of, the earliest
// origin, "" where none is one, and the next that came before it.
func earlierCopies(copies []string, rank map[string]int, origins map[string]bool) (origin string, parts []string) {
	for _, other := range copies {
		if _, earlier := rank[other]; earlier {
			parts = append(parts, other)
		}
	}
	slices.SortFunc(parts, func(a, b string) int { return cmp.Compare(rank[a], rank[b]) })
	if i := slices.IndexFunc(parts, func(other string) bool { return origins[other] }); i >= 0 {
		origin = parts[i]
		parts = slices.Delete(parts, i, i+1)
	}
	return origin, parts[:min(len(parts), mostParts)]
}

// setOrigins notes which origin an article is a copy of, and which others it may
// have something of.
func (t *texts) setOrigins(ctx context.Context, article string, n *textNote, origin string, parts []string) error {
	if n.CopyOf == origin && slices.Equal(n.Parts, parts) {
		return nil
	}
	for _, before := range n.origins() {
		if err := t.set(ctx, topicCopies+before, article, ""); err != nil {
			return err
		}
	}
	n.CopyOf, n.Parts, n.changed = origin, parts, true
	t.touched[article] = true
	for _, now := range n.origins() {
		if err := t.set(ctx, topicCopies+now, article, present); err != nil {
			return err
		}
	}
	return nil
}

// origins returns the articles that one is a copy of, the origin first.
func (n *textNote) origins() []string {
	switch {
	case n == nil:
		return nil
	case n.CopyOf == "":
		return n.Parts
	}
	return append([]string{n.CopyOf}, n.Parts...)
}
