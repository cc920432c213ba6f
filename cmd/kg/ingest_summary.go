package main

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"strings"
	"time"

	"kg/graph"
)

// summary is the result of an ingest.
type summary struct {
	New       int       `json:"new"`
	Changed   int       `json:"changed"`
	Unchanged int       `json:"unchanged"`
	Copies    int       `json:"copies"`  // of the new and changed, that reprint another
	Older     int       `json:"older"`   // versions of what the graph has newer
	Skipped   int       `json:"skipped"` // not in English
	Failed    int       `json:"failed"`
	Facts     int       `json:"facts"`    // statements of the new and changed articles
	Entities  int       `json:"entities"` // of the new and changed articles, each once
	Empty     []string  `json:"empty,omitempty"`
	EmptyMore int       `json:"empty_more,omitempty"` // articles without a fact beside those
	Slowest   []slowest `json:"slowest,omitempty"`
	Stopped   bool      `json:"stopped,omitempty"`
}

// slowest is an article that took long.
type slowest struct {
	Source  string  `json:"source"`
	Seconds float64 `json:"seconds"`
}

// How many articles a summary names, and from when on one is slow: an article
// takes some hundredths of a second.
const (
	namedArticles = 3
	slowArticle   = time.Second
)

// tally counts what was stored.
type tally struct {
	articles [4]int // by graph.Status
	copies   int
	seed     maphash.Seed
	facts    int             // of new and changed articles
	entities map[uint64]bool // of new and changed articles, by a hash: a graph may have millions
	empty    []string        // the first articles without a fact
	empties  int             // how many there are
	slow     []slowest       // the slowest first
}

func (t *tally) add(change graph.Change, r reading) {
	t.articles[change.Status]++
	if change.Status == graph.Unchanged || change.Status == graph.Older {
		return
	}
	if change.CopyOf != "" {
		t.copies++
	}
	if t.entities == nil {
		t.entities, t.seed = map[uint64]bool{}, maphash.MakeSeed()
	}
	t.facts += change.Facts
	for _, e := range r.extraction.Entities {
		t.entities[maphash.String(t.seed, e.ID)] = true
	}
	if change.Facts == 0 && change.CopyOf == "" {
		if t.empties++; len(t.empty) < namedArticles {
			t.empty = append(t.empty, r.document.Source)
		}
	}
	if r.elapsed >= slowArticle {
		t.slow = append(t.slow, slowest{r.document.Source, r.elapsed.Seconds()})
		slices.SortStableFunc(t.slow, func(a, b slowest) int { return cmp.Compare(b.Seconds, a.Seconds) })
		t.slow = t.slow[:min(len(t.slow), namedArticles)]
	}
}

// into completes a summary. Sources stand in the order they were read in.
func (t *tally) into(s *summary) {
	s.New += t.articles[graph.New]
	s.Changed += t.articles[graph.Changed]
	s.Unchanged += t.articles[graph.Unchanged]
	s.Copies, s.Older = t.copies, t.articles[graph.Older]
	s.Facts, s.Entities = t.facts, len(t.entities)
	s.Empty, s.EmptyMore = t.empty, t.empties-len(t.empty)
	s.Slowest = t.slow
}

// all is how many articles were met.
func (s summary) all() int {
	return s.New + s.Changed + s.Unchanged + s.Older + s.Skipped + s.Failed
}

// any reports whether something came of them.
func (s summary) any() bool { return s.all() > s.Unchanged }

func printSummary(w io.Writer, s summary) {
	fmt.Fprintf(w, "%s: %d new, %d changed, %d unchanged, %d failed", counted(s.all(), "article", "articles"), s.New, s.Changed, s.Unchanged, s.Failed)
	if s.Older > 0 {
		fmt.Fprintf(w, ", %d older than what the graph has", s.Older)
	}
	if s.Skipped > 0 {
		fmt.Fprintf(w, ", %d in other languages passed over", s.Skipped)
	}
	fmt.Fprintln(w)
	if s.New+s.Changed > 0 {
		fmt.Fprintf(w, "%s, %s\n", counted(s.Facts, "fact", "facts"), counted(s.Entities, "entity", "entities"))
	}
	if s.Copies > 0 {
		fmt.Fprintf(w, "%s of other articles: what they reprint counts once\n", counted(s.Copies, "copy", "copies"))
	}
	if len(s.Empty) > 0 {
		more := ""
		if s.EmptyMore > 0 {
			more = fmt.Sprintf(" and %d more", s.EmptyMore)
		}
		fmt.Fprintf(w, "nothing stated in %s%s\n", printable(strings.Join(s.Empty, ", ")), more)
	}
	for _, slow := range s.Slowest {
		fmt.Fprintf(w, "slow: %s (%.1f s)\n", printable(slow.Source), slow.Seconds)
	}
}
