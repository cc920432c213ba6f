package sqlstore

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// A backup holds the tables as text, whichever database they come from, so that it
// can be restored into the other. It is compressed with zstd; inside, a line is a
// row, its columns divided by tabs, text as Go writes it:
//
//	kg backup 1
//	v  ID KIND "TEXT" "EXT"             values, by id
//	q  S P O L                          quads, in the first order
//	r  "SOURCE" "LABEL" "DIGEST"        records
//	n  "TOPIC" "KEY" "VALUE"            notes
//	end VALUES QUADS RECORDS NOTES SHA256
//
// SHA256 is of all bytes before it. What follows from these tables (the counts,
// the index of names, the other orders) is made again by Restore.

const backupHeader = "kg backup 1"

// maxBackupLine is the longest line that is read: room for what is noted of an
// article of some hundred megabytes.
const maxBackupLine = 1 << 30

// BackupCounts are the rows of a backup.
type BackupCounts struct {
	Values  int64 `json:"values"`
	Quads   int64 `json:"quads"`
	Records int64 `json:"records"`
	Notes   int64 `json:"notes"`
}

// Errors of Restore.
var (
	ErrNotEmpty     = errors.New("there is a graph already; nothing was changed")
	ErrBackupBroken = errors.New("the backup is damaged or cut short; nothing was changed")
)

// Backup writes the graph as it is at one moment, whatever is written meanwhile.
// Memory does not grow with it.
func (s *Store) Backup(ctx context.Context, w io.Writer) (BackupCounts, error) {
	snap, err := s.Snapshot(ctx)
	if err != nil {
		return BackupCounts{}, err
	}
	defer snap.Close()
	packed, err := zstd.NewWriter(w)
	if err != nil {
		return BackupCounts{}, err
	}
	sum := sha256.New()
	b := &backup{r: &snap.reader, out: bufio.NewWriter(io.MultiWriter(packed, sum)), sum: sum}
	err = b.write(ctx)
	return b.BackupCounts, errors.Join(s.d.explain(err), packed.Close())
}

// backup is one call of [Store.Backup].
type backup struct {
	BackupCounts
	r   *reader
	out *bufio.Writer
	sum hash.Hash
}

func (b *backup) write(ctx context.Context) error {
	b.out.WriteString(backupHeader + "\n")
	bytewise := b.r.d.bytewise()
	for _, table := range []struct {
		mark    string
		query   string
		numbers int // leading columns that are numbers; the others are text
		texts   int
		count   *int64
	}{
		{"v", `SELECT id, kind, text, ext FROM value ORDER BY id`, 2, 2, &b.Values},
		{"q", `SELECT s, p, o, l FROM quad ORDER BY s, p, o, l`, 4, 0, &b.Quads},
		{"r", `SELECT source, label, digest FROM record ORDER BY source` + bytewise, 0, 3, &b.Records},
		{"n", `SELECT topic, key, value FROM note ORDER BY topic` + bytewise + `, key` + bytewise, 0, 3, &b.Notes},
	} {
		if err := b.table(ctx, table.mark, table.query, table.numbers, table.texts, table.count); err != nil {
			return err
		}
	}
	fmt.Fprintf(b.out, "end\t%d\t%d\t%d\t%d\t", b.Values, b.Quads, b.Records, b.Notes)
	if err := b.out.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(b.out, hex.EncodeToString(b.sum.Sum(nil)))
	return b.out.Flush()
}

func (b *backup) table(ctx context.Context, mark, query string, numbers, texts int, count *int64) error {
	ids, words := make([]int64, numbers), make([]string, texts)
	var row []any
	for i := range ids {
		row = append(row, &ids[i])
	}
	for i := range words {
		row = append(row, &words[i])
	}
	var line []byte
	return each(ctx, b.r.q, query, nil, func(scan func(...any) error) error {
		if err := scan(row...); err != nil {
			return err
		}
		line = append(line[:0], mark...)
		for _, id := range ids {
			line = strconv.AppendInt(append(line, '\t'), id, 10)
		}
		for _, text := range words {
			line = strconv.AppendQuote(append(line, '\t'), text)
		}
		*count++
		_, err := b.out.Write(append(line, '\n'))
		return err
	})
}

// Restore makes the graph what a backup holds, in one transaction: on any error,
// and where the process is killed, the graph is what it was. A graph that holds
// something is [ErrNotEmpty], unless it is to be overwritten; a backup that is not
// whole is [ErrBackupBroken]. Who reads meanwhile sees the old graph.
func (s *Store) Restore(ctx context.Context, r io.Reader, overwrite bool) (BackupCounts, error) {
	unpacked, err := zstd.NewReader(r)
	if err != nil {
		return BackupCounts{}, err
	}
	defer unpacked.Close()
	in := &restoration{sum: sha256.New(), lines: bufio.NewScanner(unpacked)}
	in.lines.Buffer(nil, maxBackupLine)
	err = s.transact(ctx, func(w *writer) error {
		in.w = w
		if !overwrite {
			if err := in.checkEmpty(ctx); err != nil {
				return err
			}
		}
		return in.run(ctx)
	})
	s.known.forget()
	if err != nil {
		return BackupCounts{}, err
	}
	return in.BackupCounts, nil
}

// restoration is one call of [Store.Restore].
type restoration struct {
	BackupCounts
	w     *writer
	lines *bufio.Scanner
	line  int
	sum   hash.Hash
	shift int64 // what is added to ids, as an id never comes to mean another value
}

func (in *restoration) checkEmpty(ctx context.Context) error {
	for _, table := range []string{"quad", "record", "note"} {
		var n int64
		found, err := one(ctx, in.w.q, `SELECT 1 FROM `+table+` LIMIT 1`, nil, &n)
		if err != nil {
			return err
		}
		if found {
			return ErrNotEmpty
		}
	}
	return nil
}

func (in *restoration) run(ctx context.Context) error {
	if err := in.clear(ctx); err != nil {
		return err
	}
	in.shift = in.w.newID - 1
	if fields, err := in.next(); err != nil || len(fields) != 1 || fields[0] != backupHeader {
		return fmt.Errorf("it does not begin as a backup of this version of kg does: %w", ErrBackupBroken)
	}
	if err := in.rows(ctx); err != nil {
		return err
	}
	if err := in.w.sort(ctx); err != nil {
		return err
	}
	if err := in.counts(ctx); err != nil {
		return err
	}
	if err := in.names(ctx); err != nil {
		return err
	}
	_, err := in.w.q.exec(ctx, `UPDATE meta SET value = ? WHERE key = 'swept'`, in.w.swept+1)
	return err
}

// clear empties the tables, and puts off the orders that are made faster at the
// end.
func (in *restoration) clear(ctx context.Context) error {
	for _, table := range []string{"quad", "value", "tally", "name", "record", "note"} {
		if _, err := in.w.q.exec(ctx, `DELETE FROM `+table); err != nil {
			return err
		}
	}
	if !in.w.d.sortsLater() {
		return nil
	}
	return in.w.putOff(ctx)
}

// next returns the columns of the next line.
func (in *restoration) next() ([]string, error) {
	if !in.lines.Scan() {
		err := in.lines.Err()
		return nil, fmt.Errorf("line %d: %w%s", in.line+1, ErrBackupBroken, reasonOf(err))
	}
	in.line++
	text := in.lines.Text()
	if end := strings.LastIndexByte(text, '\t'); strings.HasPrefix(text, "end\t") {
		in.sum.Write([]byte(text[:end+1]))
	} else {
		in.sum.Write([]byte(text + "\n"))
	}
	return strings.Split(text, "\t"), nil
}

func reasonOf(err error) string {
	if err == nil {
		return ""
	}
	return " (" + err.Error() + ")"
}

func (in *restoration) broken() error { return fmt.Errorf("line %d: %w", in.line, ErrBackupBroken) }

// rows reads all rows and stores them in parts.
func (in *restoration) rows(ctx context.Context) error {
	tables := map[string]*restoredTable{
		"v": {name: "value", columns: valueColumns, row: in.value, count: &in.Values},
		"q": {name: "quad", columns: quadColumns, row: in.quad, count: &in.Quads},
		"r": {name: "record", columns: []column{{"source", "text"}, {"label", "text"}, {"digest", "text"}}, row: texts, count: &in.Records},
		"n": {name: "note", columns: []column{{"topic", "text"}, {"key", "text"}, {"value", "text"}}, row: texts, count: &in.Notes},
	}
	var now *restoredTable
	for {
		fields, err := in.next()
		if err != nil {
			return err
		}
		t := tables[fields[0]]
		if now != nil && (t != now || len(now.rows) >= lookupChunk) {
			if err := in.store(ctx, now); err != nil {
				return err
			}
		}
		if now = t; now == nil {
			return in.end(fields)
		}
		row, ok := t.row(fields[1:])
		if !ok {
			return in.broken()
		}
		t.rows = append(t.rows, row)
	}
}

// restoredTable is a table with the rows that are to be stored next.
type restoredTable struct {
	name    string
	columns []column
	row     func(fields []string) ([]any, bool)
	count   *int64
	rows    [][]any
}

func (in *restoration) store(ctx context.Context, t *restoredTable) error {
	*t.count += int64(len(t.rows))
	err := in.w.d.insert(ctx, in.w.q, t.name, t.columns, t.rows, "")
	t.rows = t.rows[:0]
	if err != nil {
		return fmt.Errorf("storing what stands before line %d: %w", in.line, err)
	}
	return nil
}

func (in *restoration) value(fields []string) ([]any, bool) {
	if len(fields) != 4 {
		return nil, false
	}
	ids, ok := numbers(fields[:2])
	words, text := texts(fields[2:])
	if !ok || !text {
		return nil, false
	}
	id := ids[0] + in.shift
	in.w.nextID = max(in.w.nextID, id+1)
	t := term{kind(ids[1]), words[0].(string), words[1].(string)}
	return []any{id, t.hash(), ids[1], t.text, t.ext}, true
}

func (in *restoration) quad(fields []string) ([]any, bool) {
	ids, ok := numbers(fields)
	row := make([]any, len(ids))
	for i, id := range ids {
		if id != noLabel {
			id += in.shift
		}
		row[i] = id
	}
	return row, ok && len(ids) == 4
}

func numbers(fields []string) ([]int64, bool) {
	out := make([]int64, len(fields))
	for i, f := range fields {
		var err error
		if out[i], err = strconv.ParseInt(f, 10, 64); err != nil || out[i] < 0 {
			return nil, false
		}
	}
	return out, true
}

func texts(fields []string) ([]any, bool) {
	out := make([]any, len(fields))
	for i, f := range fields {
		text, err := strconv.Unquote(f)
		if err != nil {
			return nil, false
		}
		out[i] = text
	}
	return out, len(fields) <= 3
}

// end compares what was read with what the last line says of it.
func (in *restoration) end(fields []string) error {
	want := append([]string{"end"}, strconv.FormatInt(in.Values, 10), strconv.FormatInt(in.Quads, 10),
		strconv.FormatInt(in.Records, 10), strconv.FormatInt(in.Notes, 10), hex.EncodeToString(in.sum.Sum(nil)))
	if strings.Join(fields, "\t") != strings.Join(want, "\t") {
		return fmt.Errorf("its checksum is another: %w", in.broken())
	}
	if in.lines.Scan() || in.lines.Err() != nil {
		return fmt.Errorf("it goes on after its end: %w", in.broken())
	}
	return nil
}

// counts makes table tally.
func (in *restoration) counts(ctx context.Context) error {
	for _, query := range []string{
		`INSERT INTO tally (dir, id, quads) SELECT 2, p, count(*) FROM quad GROUP BY p`,
		`INSERT INTO tally (dir, id, quads) SELECT 4, l, count(*) FROM quad GROUP BY l`,
	} {
		if _, err := in.w.q.exec(ctx, query); err != nil {
			return err
		}
	}
	in.w.tally[tallyKey{tallyQuads, 0}] += in.Quads
	in.w.tally[tallyKey{tallyValues, 0}] += in.Values
	return nil
}

// names puts the names under Search's index, a range of ids at a time.
func (in *restoration) names(ctx context.Context) error {
	for low := in.w.newID; low < in.w.nextID; low += lookupChunk {
		for _, p := range namePredicates {
			err := each(ctx, in.w.q, `SELECT DISTINCT v.id, v.kind, v.text, v.ext FROM value AS p CROSS JOIN value AS v
				WHERE p.hash = ? AND p.kind = ? AND p.text = ? AND v.id >= ? AND v.id < ? AND EXISTS (SELECT 1 FROM quad WHERE quad.p = p.id AND quad.o = v.id)`,
				[]any{term{kind: kindIRI, text: string(p)}.hash(), int64(kindIRI), string(p), low, low + lookupChunk},
				func(scan func(...any) error) error {
					var id int64
					var t term
					if err := scan(&id, &t.kind, &t.text, &t.ext); err != nil {
						return err
					}
					v, err := t.value()
					if folded := fold(nameText(v)); folded != " " {
						in.w.named[id] = whole(folded)
					}
					return err
				})
			if err != nil {
				return err
			}
		}
		if err := in.w.writeNames(ctx); err != nil {
			return err
		}
		clear(in.w.named)
	}
	return nil
}
