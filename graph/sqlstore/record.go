package sqlstore

import (
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Record says which article a source holds. Records are bookkeeping beside the
// quads: no query sees them.
type Record struct {
	Source string // absolute path or URL; the key
	Label  string // the label of the article's quads
	Digest string // what the caller compares to see whether the source has changed
}

// Record returns the record of a source; false if there is none.
func (r *reader) Record(ctx context.Context, source string) (Record, bool, error) {
	rec := Record{Source: source}
	found, err := one(ctx, r.q, `SELECT label, digest FROM record WHERE source = ?`, []any{source}, &rec.Label, &rec.Digest)
	if err != nil || !found {
		return Record{}, false, r.d.explain(err)
	}
	return rec, true, nil
}

// Records returns the records with a label, or all where label is empty,
// sorted by source.
func (r *reader) Records(ctx context.Context, label string) ([]Record, error) {
	query, args := `SELECT source, label, digest FROM record`, []any(nil)
	if label != "" {
		query, args = `SELECT source, label, digest FROM record WHERE label = ?`, []any{label}
	}
	var out []Record
	err := each(ctx, r.q, query, args, func(scan func(...any) error) error {
		var rec Record
		err := scan(&rec.Source, &rec.Label, &rec.Digest)
		out = append(out, rec)
		return err
	})
	slices.SortFunc(out, func(a, b Record) int { return strings.Compare(a.Source, b.Source) })
	return out, r.d.explain(err)
}

// NextRecord returns the record with a label whose source is the first behind
// after, in the order of bytes; false if there is none. A label may have a million.
func (r *reader) NextRecord(ctx context.Context, label, after string) (Record, bool, error) {
	rec := Record{Label: label}
	found, err := one(ctx, r.q, `SELECT source, digest FROM record WHERE label = ? AND source`+r.d.bytewise()+` > ? ORDER BY source`+r.d.bytewise()+` LIMIT 1`, []any{label, after}, &rec.Source, &rec.Digest)
	return rec, found && err == nil, r.d.explain(err)
}

// RecordsOf returns the records of those of the sources that have one, in a
// statement for many sources.
func (r *reader) RecordsOf(ctx context.Context, sources []string) (map[string]Record, error) {
	out := make(map[string]Record, len(sources))
	for part := range slices.Chunk(sources, r.d.chunk()) {
		from, args := r.d.rowSource("wanted", []column{{"source", "text"}}, textRows(part))
		err := each(ctx, r.q, `SELECT record.source, record.label, record.digest FROM `+from+` CROSS JOIN record WHERE record.source = wanted.source`, args,
			func(scan func(...any) error) error {
				var rec Record
				err := scan(&rec.Source, &rec.Label, &rec.Digest)
				out[rec.Source] = rec
				return err
			})
		if err != nil {
			return nil, r.d.explain(err)
		}
	}
	return out, nil
}

// Held returns which of the labels some source holds, in a statement for many.
func (r *reader) Held(ctx context.Context, labels []string) (map[string]bool, error) {
	out := make(map[string]bool, len(labels))
	for part := range slices.Chunk(labels, r.d.chunk()) {
		from, args := r.d.rowSource("wanted", []column{{"label", "text"}}, textRows(part))
		err := each(ctx, r.q, `SELECT wanted.label FROM `+from+` WHERE EXISTS (SELECT 1 FROM record WHERE record.label = wanted.label)`, args,
			func(scan func(...any) error) error {
				var label string
				err := scan(&label)
				out[label] = true
				return err
			})
		if err != nil {
			return nil, r.d.explain(err)
		}
	}
	return out, nil
}

// textRows are the parameters for rows of one text.
func textRows(texts []string) [][]any {
	rows := make([][]any, len(texts))
	for i, text := range texts {
		rows[i] = []any{text}
	}
	return rows
}

// Populated returns which of the labels, IRIs all, have quads, in a statement for
// many labels.
func (r *reader) Populated(ctx context.Context, labels []string) (map[string]bool, error) {
	out := make(map[string]bool, len(labels))
	hashes := make([]int64, len(labels))
	for i, label := range labels {
		hashes[i] = term{kind: kindIRI, text: label}.hash()
	}
	for part := range slices.Chunk(hashes, lookupChunk) {
		err := each(ctx, r.q, `SELECT value.text FROM value CROSS JOIN tally WHERE value.hash `+r.d.in()+`
			AND value.kind = ? AND tally.dir = ? AND tally.id = value.id AND tally.quads > 0`,
			[]any{r.d.idList(part), int64(kindIRI), int64(quad.Label)},
			func(scan func(...any) error) error {
				var label string
				err := scan(&label)
				out[label] = true
				return err
			})
		if err != nil {
			return nil, r.d.explain(err)
		}
	}
	return out, nil
}

func (w *writer) writeRecords(ctx context.Context, c Change) error {
	for _, source := range c.Forget {
		if _, err := w.q.exec(ctx, `DELETE FROM record WHERE source = ?`, source); err != nil {
			return err
		}
	}
	for _, rec := range c.Records {
		_, err := w.q.exec(ctx, `INSERT INTO record (source, label, digest) VALUES (?, ?, ?)
			ON CONFLICT (source) DO UPDATE SET label = excluded.label, digest = excluded.digest`, rec.Source, rec.Label, rec.Digest)
		if err != nil {
			return err
		}
	}
	return nil
}
