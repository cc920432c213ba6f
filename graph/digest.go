package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/extract"
	"kg/graph/sqlstore"
)

// The record of a source has two hashes, divided by a space: one of all that the
// quads of its article depend on, and one of the document that it was read from,
// where that is known. The first decides; the second tells in most cases, before
// a document is parsed, that it is as it was.

// digestPrefix opens the digests of articles that were read by the present
// rules and models.
const digestPrefix = extract.Version + ":"

// digestOf returns what a record has of an article.
func digestOf(a extract.Article) string {
	h := sha256.New()
	parts := []string{a.SHA256, a.Title, a.Author, a.URL, a.Published.UTC().Format(time.DateOnly)}
	if !a.Modified.IsZero() {
		parts = append(parts, a.Modified.UTC().Format(time.RFC3339))
	}
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return strings.TrimSpace(digestPrefix + hex.EncodeToString(h.Sum(nil)) + " " + a.Content)
}

// sameArticle reports whether two digests are of articles that come to the same
// quads.
func sameArticle(a, b string) bool {
	a, _, _ = strings.Cut(a, " ")
	b, _, _ = strings.Cut(b, " ")
	return a == b
}

// isCurrent reports whether an article was read by the present rules and models.
func isCurrent(r sqlstore.Record) bool { return strings.HasPrefix(r.Digest, digestPrefix) }

// Holds reports whether the graph has what stands in a document, whose source and
// hash are given, so that there is no need to parse it.
func (g *Graph) Holds(ctx context.Context, source, content string) (bool, error) {
	r, known, err := g.store.Record(ctx, sourceKey(extract.Article{Source: source}))
	if err != nil {
		return false, fmt.Errorf("looking up %s: %w", source, err)
	}
	_, was, _ := strings.Cut(r.Digest, " ")
	if !known || !isCurrent(r) || was == "" || was != content {
		return false, nil
	}
	return hasQuads(ctx, g.store, r.Label)
}

// Held is what the graph has from a source.
type Held struct {
	Known   bool   // it is on record
	Content string // hash of what it held when it was read; empty where it is to be parsed whatever it holds now
}

// Contents returns what [Graph.Holds] compares the documents of sources with. It
// asks in two statements for many sources what Holds asks in three for one.
func (g *Graph) Contents(ctx context.Context, sources []string) (map[string]Held, error) {
	keys := make([]string, len(sources))
	for i, source := range sources {
		keys[i] = sourceKey(extract.Article{Source: source})
	}
	records, err := g.store.RecordsOf(ctx, keys)
	if err != nil {
		return nil, fmt.Errorf("looking up %d sources: %w", len(sources), err)
	}
	labels := make([]string, 0, len(records))
	for _, r := range records {
		labels = append(labels, string(safeIRI(r.Label)))
	}
	there, err := g.store.Populated(ctx, labels)
	if err != nil {
		return nil, fmt.Errorf("looking for the quads of %d sources: %w", len(sources), err)
	}
	contents := make(map[string]Held, len(sources))
	for i, source := range sources {
		r, known := records[keys[i]]
		held := Held{Known: known}
		if known && isCurrent(r) && there[string(safeIRI(r.Label))] {
			_, held.Content, _ = strings.Cut(r.Digest, " ")
		}
		contents[source] = held
	}
	return contents, nil
}

// counted is what counts quads of the store.
type counted interface {
	Count(ctx context.Context, given quad.Quad) (int64, error)
}

// hasQuads reports whether anything stands under an article.
func hasQuads(ctx context.Context, now counted, article string) (bool, error) {
	n, err := now.Count(ctx, quad.Quad{Label: safeIRI(article)})
	if err != nil {
		return false, fmt.Errorf("looking for the quads of %s: %w", article, err)
	}
	return n > 0, nil
}

// isLost reports whether an article that a source is on record for has no quads,
// as an older version has none, but should have.
func isLost(ctx context.Context, now interface {
	counted
	noted
}, article string) (bool, error) {
	there, err := hasQuads(ctx, now, article)
	if err != nil || there {
		return false, err
	}
	text, err := newTexts(newNotebook(now)).of(ctx, article)
	return text == nil || !text.Older, err
}
