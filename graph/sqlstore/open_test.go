package sqlstore

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// refused opens a location, which must fail with words and change no byte.
func refused(t *testing.T, location string, opt Options, words string) error {
	t.Helper()
	before, _ := os.ReadFile(location)
	s, err := Open(context.Background(), location, opt)
	if err == nil {
		s.Close()
		t.Errorf("%s was opened", location)
		return nil
	}
	if !strings.Contains(err.Error(), words) {
		t.Errorf("the error does not say %q: %v", words, err)
	}
	after, _ := os.ReadFile(location)
	if !bytes.Equal(before, after) {
		t.Errorf("%s was altered", location)
	}
	return err
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, content string) string {
		if err := os.WriteFile(path(name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return path(name)
	}
	err := refused(t, path("absent.db"), Options{MustExist: true}, "there is no graph")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("absent: %v", err)
	}
	refused(t, path("absent.db"), Options{ReadOnly: true}, "there is no graph")
	if _, err := os.Stat(path("absent.db")); err == nil {
		t.Error("a file was made")
	}
	refused(t, path("nowhere/graph.db"), Options{}, "there is no folder "+path("nowhere"))
	refused(t, "mysql://root@127.0.0.1/news", Options{}, "mysql:// is no place for a graph")
	refused(t, write("nothing.db", ""), Options{MustExist: true}, "only an empty file")
	refused(t, dir, Options{}, "is a folder")
	refused(t, write("article.txt", "The meeting was long."), Options{}, "is not a graph")
	refused(t, write("long.txt", strings.Repeat("The meeting was long. ", 100)), Options{}, "is not a graph")
	other := path("other.db")
	inSQLite(t, other, "CREATE TABLE quad (x)")
	refused(t, other, Options{}, "of another program")

	whole := path("graph.db")
	s := open(t, whole, Options{})
	replace(t, s, Change{Add: newsGraph{entities: 50}.article(1)})
	s.readDB.Close()
	s.writeDB.Close()
	content, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, write("cut.db", string(content[:len(content)/2])), Options{}, "cut short")
	copied := write("newer.db", string(content))
	inSQLite(t, copied, "UPDATE meta SET value = 99 WHERE key = 'schema'")
	refused(t, copied, Options{}, "later version")
	empty := open(t, write("empty.db", ""), Options{})
	replace(t, empty, Change{Add: newsGraph{entities: 50}.article(1)})
}

func inSQLite(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefusesPostgres(t *testing.T) {
	location := postgresLocation(t)
	refused(t, location, Options{MustExist: true}, "there is none")
	inPostgres(t, location, "CREATE TABLE value (price INT)")
	refused(t, location, Options{}, "another program")
	inPostgres(t, location, "DROP TABLE value")
	replace(t, open(t, location, Options{}), Change{Add: newsGraph{entities: 50}.article(1)})
	inPostgres(t, location, "UPDATE meta SET value = 99 WHERE key = 'schema'")
	refused(t, location, Options{}, "later version")
	refused(t, "postgres://127.0.0.1:1/none?connect_timeout=2", Options{}, "127.0.0.1")
}

// A graph opened for reading answers and is not written to.
func TestReadOnly(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		replace(t, open(t, location, Options{}), Change{Add: newsGraph{entities: 50}.article(1)})
		s := open(t, location, Options{ReadOnly: true})
		if len(all(t, s)) == 0 {
			t.Error("nothing to read")
		}
		if _, err := s.Replace(context.Background(), Change{Remove: []quad.Value{articleLabel(1)}}); !errors.Is(err, errReadOnly) {
			t.Errorf("a write gives %v", err)
		}
		if _, err := s.NewQuadWriter(); !errors.Is(err, errReadOnly) {
			t.Errorf("a quad writer gives %v", err)
		}
	})
}

// A file in a folder where nothing may be written can be read.
func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	location := sqliteLocation(t)
	s := open(t, location, Options{})
	replace(t, s, Change{Add: newsGraph{entities: 50}.article(1)})
	s.Close()
	if err := os.Chmod(filepath.Dir(location), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Dir(location), 0o777) })
	if len(all(t, open(t, location, Options{ReadOnly: true}))) == 0 {
		t.Error("nothing to read")
	}
}

// Any file name will do.
func TestAwkwardFileNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a b.db", "what?.db", "100%.db", "a#b.db", "ünïcode.db", "a&mode=ro.db", "file:x.db", "'quoted\".db"} {
		path := filepath.Join(dir, name)
		replace(t, open(t, path, Options{}), Change{Add: newsGraph{entities: 50}.article(1)})
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

// Two that make the same graph at once make one.
func TestMadeTwiceAtOnce(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		const n = 4
		made := make(chan error, n)
		for i := range n {
			go func() {
				s, err := Open(context.Background(), location, Options{})
				if err == nil {
					_, err = s.Replace(context.Background(), Change{Add: newsGraph{entities: 50}.article(i)})
					err = errors.Join(err, s.Close())
				}
				made <- err
			}()
		}
		for range n {
			if err := <-made; err != nil {
				t.Error(err)
			}
		}
		labels, err := open(t, location, Options{}).Labels(context.Background())
		if len(labels) != n || err != nil {
			t.Errorf("labels %v, %v", labels, err)
		}
	})
}
