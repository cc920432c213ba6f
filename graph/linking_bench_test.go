//go:build unix

package graph

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"kg/data"
	"kg/extract"
	"kg/extract/clause"
	"kg/extract/nlp"
	"kg/graph/sqlstore"
)

// BenchmarkLinking measures what identities cost an article that comes into a
// graph of many entities: reading what is noted, deciding, and noting, but not the
// quads. KG_BENCH_ENTITIES says how many entities the graph has (20,000 where it
// is not set). It reports the notes' bytes an entity, as the tables hold them, and
// how many other articles a new one has written anew.
func BenchmarkLinking(b *testing.B) {
	size := 20_000
	if s := os.Getenv("KG_BENCH_ENTITIES"); s != "" {
		size, _ = strconv.Atoi(s)
	}
	g := openGraph(b)
	w := newWorld()
	for len(w.known) < size {
		var batch []*extract.Extraction
		for range 500 {
			batch = append(batch, w.article())
		}
		linkAlone(b, g, batch)
	}
	bytes, touched := noteBytes(b, g), 0
	var next []*extract.Extraction
	for range b.N {
		next = append(next, w.article())
	}
	b.ResetTimer()
	before := cpuTime(b)
	for i := range next {
		touched += linkAlone(b, g, next[i:i+1]) - 1
	}
	b.ReportMetric(float64((cpuTime(b)-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(bytes)/float64(len(w.known)), "B/entity")
	b.ReportMetric(float64(touched)/float64(b.N), "rewritten/op")
}

// cpuTime returns what the process has had of the processors, which other programs
// of the machine change less than the time that passes.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// linkAlone stores of articles what is noted of their identities, and returns of
// how many articles the quads would be written.
func linkAlone(b *testing.B, g *Graph, batch []*extract.Extraction) int {
	b.Helper()
	var affected int
	_, err := g.store.Update(b.Context(), func(now sqlstore.View) (c sqlstore.Change, err error) {
		l := newLinking(now)
		for _, x := range batch {
			if err := l.replace(b.Context(), x.Article.ID, x); err != nil {
				return c, err
			}
		}
		if err := l.settle(b.Context()); err != nil {
			return c, err
		}
		for _, x := range batch {
			if _, err := l.names(b.Context(), x.Article.ID); err != nil {
				return c, err
			}
		}
		affected = len(l.affected)
		return c, l.changeNotes(b.Context(), &c)
	})
	if err != nil {
		b.Fatal(err)
	}
	return affected
}

// noteBytes returns how many bytes the notes of identities hold.
func noteBytes(b *testing.B, g *Graph) int {
	b.Helper()
	bytes := 0
	topics, err := g.store.NoteTopics(b.Context(), "")
	if err != nil {
		b.Fatal(err)
	}
	for _, topic := range topics {
		notes, err := g.store.Notes(b.Context(), topic)
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range notes {
			bytes += len(n.Topic) + len(n.Key) + len(n.Value)
		}
	}
	return bytes
}

// world makes up articles about people, bodies and places: half of what an article
// names is new, the other half known, and the more so the longer it has been. Names
// are met as often as names are: one person in fifty has the commonest surname.
type world struct {
	*rand.Rand
	known    []*worldEntity
	surnames *rand.Zipf
	given    *rand.Zipf
	lands    *rand.Zipf
	articles int
}

type worldEntity struct {
	name, office, land string
	typ                nlp.EntityType
}

func newWorld() *world {
	r := rand.New(rand.NewPCG(1, 2))
	return &world{
		Rand:     r,
		surnames: rand.NewZipf(r, 1.1, 10, 20_000),
		given:    rand.NewZipf(r, 1.1, 10, 2_000),
		lands:    rand.NewZipf(r, 1.1, 5, uint64(len(data.Countries())-1)),
	}
}

// article has 20 entities and the three countries that it is about.
func (w *world) article() *extract.Extraction {
	w.articles++
	a := extract.NewArticle(fmt.Sprintf("world%d.txt", w.articles), fmt.Sprintf("What happened in the world, part %d of many.", w.articles), extract.Meta{})
	x := &extract.Extraction{Article: a}
	var lands []string
	for range 3 {
		lands = append(lands, data.Countries()[w.lands.Uint64()].IRI)
	}
	slices.Sort(lands)
	for _, iri := range slices.Compact(lands) {
		w.mention(x, &worldEntity{name: iri, typ: nlp.Place}, strings.ReplaceAll(iri, "_", " "))
	}
	for i := range 20 {
		e := w.entity(lands[0])
		if i < 10 && len(w.known) > 100 {
			popular := rand.NewZipf(w.Rand, 1.1, 10, uint64(len(w.known)-1))
			e = w.known[popular.Uint64()]
		} else {
			w.known = append(w.known, e)
		}
		name := e.name
		if e.typ == nlp.Person && w.IntN(10) == 0 {
			_, name, _ = strings.Cut(name, " ")
		}
		w.mention(x, e, name)
	}
	return x
}

// entity makes up a person, with or without an office, a body or a place.
func (w *world) entity(land string) *worldEntity {
	switch n := w.IntN(100); {
	case n < 55:
		e := &worldEntity{name: word(w.given.Uint64(), 1) + " " + word(w.surnames.Uint64(), 2), typ: nlp.Person, land: land}
		if n < 20 {
			e.office = []string{"president", "minister", "senator", "mayor", "governor", "spokesman", "ambassador", "general"}[w.IntN(8)]
		}
		return e
	case n < 80:
		return &worldEntity{name: word(w.Uint64N(100_000), 3) + " Group", typ: nlp.Organization, land: land}
	}
	return &worldEntity{name: word(w.Uint64N(100_000), 4), typ: nlp.Place, land: land}
}

// word is the name of a number: syllables that no other number of its kind has.
func word(n uint64, kind int) string {
	syllables := []string{"ba", "re", "ni", "to", "ku", "la", "me", "si", "vo", "du", "ga", "pe", "ri", "zo", "fu", "ha"}
	s := []string{"", "n", "r", "ld", "m"}[kind]
	for ok := true; ok; ok = n > 0 {
		s = syllables[n%16] + s
		n /= 16
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func (w *world) mention(x *extract.Extraction, e *worldEntity, name string) {
	id := "kg:" + strings.ReplaceAll(name, " ", "_")
	if slices.ContainsFunc(x.Entities, func(o extract.Entity) bool { return o.ID == id }) {
		return
	}
	x.Entities = append(x.Entities, extract.Entity{ID: id, Article: x.Article.ID, Type: e.typ, Name: name})
	if e.office != "" && w.IntN(2) == 0 {
		office := e.office + " of " + strings.ReplaceAll(e.land, "_", " ")
		x.Facts = append(x.Facts, extract.Fact{
			Subject: extract.Argument{ID: id, Type: e.typ}, Object: extract.Argument{Text: office},
			Relation: extract.Relation{ID: "rel:holds-position"}, Modality: clause.Asserted,
		})
	}
}
