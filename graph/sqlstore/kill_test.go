package sqlstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// writeForeverVariable makes the test binary a process that writes to the graph
// it names until it is killed.
const writeForeverVariable = "KG_TEST_WRITE_FOREVER"

func TestMain(m *testing.M) {
	if location := os.Getenv(writeForeverVariable); location != "" {
		if err := writeForever(location); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

const (
	testArticles  = 6
	quadsPerEdit  = 200
	articlesAtOne = 2 // in one transaction
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
	start := rand.IntN(1 << 30)
	for n := start; ; n++ {
		var c Change
		for a := range articlesAtOne {
			article := (n*articlesAtOne + a) % testArticles
			c.Remove = append(c.Remove, articleLabel(article))
			c.Add = append(c.Add, edition(article, n)...)
		}
		if _, err := s.Replace(context.Background(), c); err != nil {
			return err
		}
	}
}

// checkWhole reads every article and says whether it is whole.
func checkWhole(t *testing.T, s *Store) {
	t.Helper()
	for article := range testArticles {
		objects := map[quad.Value]int{}
		total := 0
		for x, err := range s.Label(context.Background(), articleLabel(article)) {
			if err != nil {
				t.Fatal(err)
			}
			objects[x.Object]++
			total++
		}
		if total != 0 && (total != quadsPerEdit || len(objects) != 1) {
			t.Errorf("article %d has %d of %d quads, of %d editions", article, total, quadsPerEdit, len(objects))
		}
	}
}

// A process that is killed while it writes leaves whole articles, and until
// then others that read see whole articles.
func TestKilledWhileWriting(t *testing.T) {
	onEachDialect(t, func(t *testing.T, location string) {
		s := open(t, location, Options{})
		rounds := 100
		if testing.Short() || isPostgres(location) {
			rounds = 10
		}
		for range rounds {
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), writeForeverVariable+"="+location)
			child.Stderr = os.Stderr
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			end := time.Now().Add(time.Duration(20+rand.IntN(100)) * time.Millisecond)
			for time.Now().Before(end) {
				checkWhole(t, s)
			}
			if err := child.Process.Kill(); err != nil {
				t.Error(err)
			}
			_ = child.Wait() // it was killed
			checkWhole(t, s)
		}
		again := open(t, location, Options{MustExist: true})
		checkWhole(t, again)
		checkTallies(t, again)
		if !isPostgres(location) {
			checkIntegrity(t, again)
		}
		if n := replace(t, again, Change{Add: edition(testArticles, 0)}); n.Added != quadsPerEdit {
			t.Errorf("a write after all that: %+v", n)
		}
	})
}

func checkIntegrity(t *testing.T, s *Store) {
	t.Helper()
	var answer string
	if _, err := one(context.Background(), s.q, "PRAGMA integrity_check", nil, &answer); err != nil || answer != "ok" {
		t.Errorf("integrity check: %s, %v", answer, err)
	}
}
