package graph

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"
)

// Two articles of different sources are versions of one another where they have
// one canonical address and are alike; of them the newest stands in the graph.
// An address alone is not enough: a table may give all its articles the address
// of the site, and a page of "latest news" is another article every day.

// versionShare is the share of shingles that versions have in common at least
// where they have no title in common. Different articles of one subject share up
// to .05; an article that is rewritten as the news comes in keeps half.
const versionShare = 0.25

// versions reports whether one is a version of the other.
func versions(a, b *textNote) bool {
	if a.Title != "" && a.Title == b.Title {
		return true
	}
	share, known := a.Runs.contained(b.Runs)
	return known > 0 && share >= versionShare
}

// newerFirst orders versions: by when they were changed or published, then the
// longer before the shorter, since an article grows while it is news.
func newerFirst(a, b *textNote) int {
	return cmp.Or(cmp.Compare(b.when(), a.when()), cmp.Compare(b.Length, a.Length))
}

// when is the time an article was last changed or, where that is not known, its
// day.
func (n *textNote) when() string { return max(n.Modified, n.Day) }

// settleAddress decides which of the articles at an address stand. An older
// version that would stand again, because the newer left, has no quads any more
// and is marked to be read again.
func (t *texts) settleAddress(ctx context.Context, address string) error {
	articles, err := t.keys(ctx, topicAddress+address)
	if err != nil {
		return err
	}
	notes, err := t.each(ctx, articles)
	if err != nil {
		return err
	}
	var standing []string
	for _, article := range inOrder(notes, newerFirst) {
		n := notes[article]
		newer := slices.IndexFunc(standing, func(s string) bool { return versions(n, notes[s]) })
		older := newer >= 0
		switch {
		case !older && n.Older:
			t.unread[article] = true
			if err := t.forget(ctx, article, n); err != nil {
				return err
			}
			continue
		case older && !n.Older && !t.arriving[article]:
			t.fallen[article], t.replaced[standing[newer]] = true, article
			if err := t.withdraw(ctx, article, n); err != nil {
				return err
			}
		}
		n.changed = n.changed || n.Older != older
		if n.Older = older; !older {
			standing = append(standing, article)
		}
	}
	return nil
}

// addressKey returns an address without what differs between ways to one page:
// the scheme, "www.", a slash at the end, the fragment and the parameters that
// count readers. The first page of a site is no article's address, and gives
// none.
func addressKey(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	path := strings.TrimRight(u.EscapedPath(), "/")
	query := u.Query()
	for name := range query {
		if isTracking(name) {
			query.Del(name)
		}
	}
	if path == "" && len(query) == 0 {
		return ""
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + path
	if len(query) > 0 {
		key += "?" + query.Encode() // sorted
	}
	return key
}

// isTracking reports whether a parameter of an address says only where the
// reader came from.
func isTracking(name string) bool {
	switch name = strings.ToLower(name); name {
	case "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ref", "smid":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}
