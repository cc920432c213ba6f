package sqlstore

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// readAll goes through the whole graph and returns what it fails with.
func readAll(s *Store) error {
	for _, err := range s.Quads(context.Background()) {
		if err != nil {
			return err
		}
	}
	return nil
}

// Of a file with a page overwritten, what lies there is an error that says so
// once, in reading and in writing; nothing panics.
func TestDamagedFile(t *testing.T) {
	location := sqliteLocation(t)
	s := open(t, location, Options{})
	g := newsGraph{entities: 50}
	var c Change
	for i := range 20 {
		c.Add = append(c.Add, g.article(i)...)
	}
	replace(t, s, c)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(location)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	said := 0
	check := func(number int, err error) {
		if err == nil {
			return
		}
		if n := strings.Count(err.Error(), "is damaged"); n != 1 {
			t.Errorf("with page %d overwritten: %v", number, err)
		}
		said++
	}
	for number := 2; number <= len(content)/page; number += 3 {
		copied := filepath.Join(t.TempDir(), "graph.db")
		broken := bytes.Clone(content)
		for i := range page {
			broken[(number-1)*page+i] = 0xa5
		}
		if err := os.WriteFile(copied, broken, 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Open(context.Background(), copied, Options{})
		check(number, err)
		if err != nil {
			continue
		}
		check(number, readAll(s))
		if found, err := s.Damage(context.Background()); err == nil && len(found) == 0 {
			t.Errorf("with page %d overwritten, no damage is found", number)
		}
		_, _, err = s.Record(context.Background(), "nothing")
		check(number, err)
		_, err = s.Replace(context.Background(), Change{Add: g.article(21)})
		check(number, err)
		s.Close()
	}
	if said < 20 {
		t.Errorf("only %d errors", said)
	}
}

// A disk that fills up in the midst of a load: what was stored stays, and the
// load can be ended when there is room again.
func TestDiskFullWhileLoading(t *testing.T) {
	disk := smallDisk(t, "4m")
	location, ballast := filepath.Join(disk, "graph.db"), filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o666); err != nil {
		t.Fatal(err)
	}
	s := open(t, location, Options{})
	g := newsGraph{entities: 200}
	l := newLoader(t, s)
	stored, err := 0, error(nil)
	for ; err == nil; stored++ {
		_, err = l.Add(context.Background(), g.article(stored))
	}
	stored--
	if !strings.Contains(err.Error(), "disk is full; nothing was changed") {
		t.Errorf("the error is %v", err)
	}
	checkArticles(t, s, stored)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	closeLoader(t, l)
	checkSorted(t, s, true)
	checkArticles(t, s, stored)
	checkSound(t, s)
}

func checkArticles(t *testing.T, s *Store, want int) {
	t.Helper()
	labels, err := s.Labels(context.Background())
	if err != nil || len(labels) != want || want == 0 {
		t.Errorf("%d articles, want %d (%v)", len(labels), want, err)
	}
}

// smallDisk mounts a file system of a size for the rest of a test.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here (that takes root on Linux): %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", dir).CombinedOutput(); err != nil {
			t.Errorf("unmounting %s: %v %s", dir, err, out)
		}
	})
	return dir
}

// On a file system that is mounted for reading only, the graph can be read, and
// what cannot be done is said with its reason.
func TestReadOnlyDisk(t *testing.T) {
	disk := smallDisk(t, "8m")
	location := filepath.Join(disk, "graph.db")
	s := open(t, location, Options{})
	replace(t, s, Change{Add: newsGraph{entities: 50}.article(1)})
	want := all(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-o", "remount,ro", disk).CombinedOutput(); err != nil {
		t.Skipf("cannot be mounted for reading only: %v %s", err, out)
	}
	expect(t, "read", all(t, open(t, location, Options{ReadOnly: true})), want)
	writing, err := Open(context.Background(), location, Options{})
	if err == nil {
		_, err = writing.Replace(context.Background(), Change{Add: newsGraph{entities: 50}.article(2)})
		writing.Close()
	}
	if err == nil || !strings.Contains(err.Error(), "check the permissions") {
		t.Errorf("a write gives %v", err)
	}
	if _, err := Open(context.Background(), filepath.Join(disk, "new.db"), Options{}); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("a new graph gives %v", err)
	}
}

// A file with values above the next number is refused by a write, since SQLite would
// give the new ones other numbers than those that their quads have.
func TestNumbersAboveTheNext(t *testing.T) {
	location := sqliteLocation(t)
	s := open(t, location, Options{})
	replace(t, s, Change{Add: []quad.Quad{q("a", "p", "b", "l")}})
	inSQLite(t, location, `INSERT INTO value (id, hash, kind, text, ext) VALUES (99, 1, 3, 'stray', '')`)
	_, err := s.Replace(context.Background(), Change{Add: []quad.Quad{q("c", "p", "d", "l")}})
	if err == nil || !strings.Contains(err.Error(), "the file is damaged") {
		t.Errorf("a write gives %v", err)
	}
	expect(t, "after it", all(t, s), []string{"<a> <p> <b> <l> ."})
}
