package sqlstore

import (
	"context"
	"slices"
	"strings"
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
