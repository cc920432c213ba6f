package sqlstore

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/klauspost/compress/zstd"
)

// fillForBackup gives a store all that a backup holds, and gaps in its ids.
func fillForBackup(t testing.TB, s *Store) {
	t.Helper()
	g := newsGraph{entities: 30}
	replace(t, s, Change{Add: g.article(1)})
	odd := []quad.Quad{
		{Subject: quad.IRI("kg:\xff\x00"), Predicate: quad.IRI("kg:p"), Object: quad.String("tab\tline\nend\x00")},
		{Subject: quad.BNode("b"), Predicate: quad.IRI("kg:p"), Object: quad.LangString{Value: "é", Lang: "fr"}, Label: articleLabel(2)},
		{Subject: quad.BNode("b"), Predicate: quad.IRI("kg:p"), Object: quad.Float(0.1), Label: articleLabel(2)},
	}
	replace(t, s, Change{
		Remove: []quad.Value{articleLabel(1)}, Add: append(odd, g.article(2)...),
		Records: []Record{{Source: "/news/\t2.txt", Label: string(articleLabel(2)), Digest: "1:ab"}},
		Notes:   []Note{{Topic: "said x", Key: "kg:A", Value: "{\"a\":\"\\n\"}"}, {Topic: "said x", Key: "kg:B", Value: ""}},
	})
}

func backupOf(t testing.TB, s *Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := s.Backup(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// held is all that a store holds, in words.
func held(t testing.TB, s *Store) []string {
	t.Helper()
	out := all(t, s)
	records, err := s.Records(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		out = append(out, r.Source+" "+r.Label+" "+r.Digest)
	}
	notes, err := s.Notes(context.Background(), "said x")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		out = append(out, n.Topic+" "+n.Key+" "+n.Value)
	}
	return out
}

// A backup makes the same graph in an empty place and over another graph, in
// whichever database; who has the other graph open reads the new one, and search
// and writing go on.
func TestBackupAndRestore(t *testing.T) {
	ctx := context.Background()
	onEachDialect(t, func(t *testing.T, location string) {
		from := open(t, sqliteLocation(t), Options{})
		fillForBackup(t, from)
		want, packed := held(t, from), backupOf(t, from)
		s := open(t, location, Options{})
		counts, err := s.Restore(ctx, bytes.NewReader(packed), false)
		if err != nil || counts.Records != 1 || counts.Notes != 2 {
			t.Fatal(counts, err)
		}
		expect(t, "restored", held(t, s), want)
		checkSound(t, s)
		if again := backupOf(t, s); s.d == from.d && !bytes.Equal(again, packed) {
			t.Error("the backup of what was restored is another")
		}

		if _, err := s.Restore(ctx, bytes.NewReader(packed), false); !errors.Is(err, ErrNotEmpty) {
			t.Errorf("over a graph: %v", err)
		}
		reader := open(t, location, Options{ReadOnly: true})
		all(t, reader) // it remembers ids
		replace(t, s, Change{Remove: []quad.Value{articleLabel(2)}, Add: newsGraph{entities: 9}.article(7), Forget: []string{"/news/\t2.txt"}})
		all(t, reader)
		if _, err := s.Restore(ctx, bytes.NewReader(packed), true); err != nil {
			t.Fatal(err)
		}
		expect(t, "overwritten", held(t, s), want)
		expect(t, "read by another", held(t, reader), want)
		checkSound(t, s)
		if found, err := s.Search(ctx, "person number 0", 1); err != nil || len(found) != 1 {
			t.Errorf("a search finds %v, %v", found, err)
		}
		replace(t, s, Change{Add: newsGraph{entities: 9}.article(8)})
		checkSound(t, s)
		if location, ok := strings.CutPrefix(location, "postgres"); ok && location != "" {
			other := open(t, sqliteLocation(t), Options{})
			if _, err := other.Restore(ctx, bytes.NewReader(backupOf(t, s)), false); err != nil {
				t.Fatal(err)
			}
			expect(t, "moved", held(t, other), held(t, s))
		}
	})
}

// Whatever byte of a backup is missing or another, it is refused and the graph
// stays as it was.
func TestRestoreRefusesDamage(t *testing.T) {
	from := open(t, sqliteLocation(t), Options{})
	fillForBackup(t, from)
	packed := backupOf(t, from)
	s := open(t, sqliteLocation(t), Options{})
	replace(t, s, Change{Add: newsGraph{entities: 9}.article(7)})
	want := held(t, s)
	refused := func(what string, at int, broken []byte) {
		t.Helper()
		if _, err := s.Restore(context.Background(), bytes.NewReader(broken), true); !errors.Is(err, ErrBackupBroken) {
			t.Errorf("%s byte %d: %v", what, at, err)
		}
	}
	for at := 0; at < len(packed); at += 1 + len(packed)/40 {
		refused("cut at", at, packed[:at])
		flipped := bytes.Clone(packed)
		flipped[at] ^= 0x10
		refused("another", at, flipped)
	}
	refused("doubled", 0, slices.Concat(packed, packed))
	// What compression would notice by itself, without it.
	text := unpacked(t, packed)
	for at := 0; at < len(text); at += 1 + len(text)/200 {
		flipped := bytes.Clone(text)
		flipped[at] ^= 0x01
		if _, err := s.Restore(context.Background(), bytes.NewReader(packedText(t, flipped)), true); err == nil {
			t.Errorf("with byte %d of its text changed, %q, it was restored", at, flipped[max(0, at-20):min(len(text), at+20)])
		}
	}
	expect(t, "after all that", held(t, s), want)
	checkSound(t, s)
}

func unpacked(t testing.TB, packed []byte) []byte {
	t.Helper()
	d, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	text, err := d.DecodeAll(packed, nil)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func packedText(t testing.TB, text []byte) []byte {
	t.Helper()
	e, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return e.EncodeAll(text, nil)
}

// FuzzRestore: no text makes Restore panic, or leaves a graph that is not whole.
func FuzzRestore(f *testing.F) {
	f.Add("kg backup 1\nend\t0\t0\t0\t0\te3b0\n")
	f.Add("kg backup 1\nv\t1\t1\t\"a\"\t\"\"\nq\t1\t1\t1\t0\nend\t1\t1\t0\t0\t\n")
	f.Add("kg backup 1\nv\t-1\nq\t9223372036854775807\t1\t1\t0\nr\t\"\nn\t\"a\"\n")
	s, err := Open(context.Background(), sqliteLocation(f), Options{})
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := s.Restore(context.Background(), bytes.NewReader(packedText(t, []byte(text))), true); err == nil {
			checkSound(t, s)
		}
	})
}
