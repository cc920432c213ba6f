package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// writeForeverVariable makes the test binary a process that writes to the graph
// it names until it is killed.
const writeForeverVariable = "KG_TEST_WRITE_FOREVER"

// loadForeverVariable is the same with a Loader, into a graph that is empty.
const loadForeverVariable = "KG_TEST_LOAD_FOREVER"

// killsVariable says how many processes a test kills.
const killsVariable = "KG_TEST_KILLS"

func TestMain(m *testing.M) {
	for variable, forever := range map[string]func(string) error{writeForeverVariable: writeForever, loadForeverVariable: loadForever} {
		if location := os.Getenv(variable); location != "" {
			if err := forever(location); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// kills is how many processes to kill: some, or as many as killsVariable says.
func kills(t *testing.T) int {
	text := os.Getenv(killsVariable)
	if text == "" {
		return 10
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", killsVariable, err)
	}
	return n
}

// killed runs this program with a variable set and, once it says that it has
// begun, kills it after a random time in which meanwhile is called again and
// again.
func killed(t *testing.T, variable, value string, meanwhile func()) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), variable+"="+value)
	child.Stderr = os.Stderr
	said, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := said.Read(make([]byte, 1)); err != nil {
		t.Fatalf("it ended before it had begun: %v", err)
	}
	end := time.Now().Add(time.Duration(20+rand.IntN(100)) * time.Millisecond)
	for time.Now().Before(end) {
		meanwhile()
	}
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // it was killed
}

const (
	testArticles   = 6
	quadsPerEdit   = 200
	articlesAtOnce = 2 // in one transaction, in parts
)

// edition is an article as it is written for the n-th time: it is whole if all
// its quads have the same number and none is missing.
func edition(article, n int) []quad.Quad {
	out := make([]quad.Quad, quadsPerEdit)
	for i := range out {
		out[i] = quad.Quad{
			Subject: quad.IRI(fmt.Sprintf("fact:%d-%d", article, i)), Predicate: quad.IRI("edition"),
			Object: quad.Int(n), Label: articleLabel(article),
		}
	}
	return out
}

func writeForever(location string) error {
	s, err := Open(context.Background(), location, Options{})
	if err != nil {
		return err
	}
	fmt.Println("begun")
	start := rand.IntN(1 << 30)
	for n := start; ; n++ {
		parts := func(yield func(Change, error) bool) {
			for a := range articlesAtOnce {
				article := (n*articlesAtOnce + a) % testArticles
				if !yield(Change{Remove: []quad.Value{articleLabel(article)}, Add: edition(article, n)}, nil) {
					return
				}
			}
		}
		if _, err := s.Replace(context.Background(), Change{Then: parts}); err != nil {
			return err
		}
	}
}

// checkWhole reads every article and says whether it is whole, and whether those
// that are written in one transaction, so many at once, are of one edition.
func checkWhole(t *testing.T, s *Store, atOnce int) {
	t.Helper()
	snap, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	var first map[quad.Value]int // what the transaction's first article has
	for article := range testArticles {
		objects := map[quad.Value]int{}
		total := 0
		for x, err := range snap.Label(context.Background(), articleLabel(article)) {
			if err != nil {
				t.Fatal(err)
			}
			objects[x.Object]++
			total++
		}
		if article%atOnce == 0 {
			first = objects
		} else if !maps.Equal(first, objects) {
			t.Errorf("article %d has quads of the editions %v, those written with it of %v", article, objects, first)
		}
		if total != 0 && (total != quadsPerEdit || len(objects) != 1) {
			t.Errorf("article %d has %d of %d quads, of %d editions", article, total, quadsPerEdit, len(objects))
		}
	}
}

// loadForever loads small graphs, one after the other, each into a file of its own.
func loadForever(folder string) error {
	fmt.Println("begun")
	for n := rand.IntN(1 << 30); ; n++ {
		s, err := Open(context.Background(), filepath.Join(folder, fmt.Sprintf("%d.db", n)), Options{})
		if err != nil {
			return err
		}
		l, err := s.Loader()
		for article := 0; article < testArticles && err == nil; article++ {
			_, err = l.Add(context.Background(), edition(article, n))
		}
		if err == nil {
			err = errors.Join(l.Close(context.Background()), s.Close())
		}
		if err != nil {
			return err
		}
	}
}

// A process that is killed while it loads leaves whole articles, and the next
// writer ends what it began.
func TestKilledWhileLoading(t *testing.T) {
	folder := t.TempDir()
	for range kills(t) {
		killed(t, loadForeverVariable, folder, func() { time.Sleep(time.Millisecond) })
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.db"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d graphs, %v", len(files), err)
	}
	for _, location := range files {
		s := open(t, location, Options{MustExist: true})
		checkWhole(t, s, 1)
		replace(t, s, Change{Add: edition(testArticles, 0)})
		checkSorted(t, s, true)
		checkWhole(t, s, 1)
		checkSound(t, s)
	}
}

// A process that is killed while it writes leaves whole articles, and until
// then others that read see whole articles.
func TestKilledWhileWriting(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		for range kills(t) {
			killed(t, writeForeverVariable, location, func() { checkWhole(t, s, articlesAtOnce) })
			checkWhole(t, s, articlesAtOnce)
		}
		again := open(t, location, Options{MustExist: true})
		checkWhole(t, again, articlesAtOnce)
		checkSound(t, again)
		if !isPostgres(location) {
			checkSound(t, again)
		}
		if n := replace(t, again, Change{Add: edition(testArticles, 0)}); n.Added != quadsPerEdit {
			t.Errorf("a write after all that: %+v", n)
		}
	})
}
