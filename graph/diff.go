package graph

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kg/extract"
)

// Moment is a graph, or what of it was known on a day.
type Moment struct {
	Graph *Graph
	Until string // "2025-09-04": only what articles published by then state; empty for all
}

// Change kinds of a [Difference].
const (
	FactNew     = "new"
	FactGone    = "gone"
	FactChanged = "changed"
)

// Difference is a fact, by its subject, relation and object, of which two graphs
// do not say the same.
type Difference struct {
	Change   string       `json:"change"`
	Subject  ExportedTerm `json:"subject"`
	Relation ExportedTerm `json:"relation"`
	Object   ExportedTerm `json:"object,omitzero"`
	Old      *Support     `json:"old,omitempty"` // nil where it is new
	New      *Support     `json:"new,omitempty"` // nil where it is gone
}

// Support is what stands behind a fact in one graph.
type Support struct {
	Articles   []string `json:"articles"`             // that state it, sorted
	Modalities []string `json:"modalities,omitempty"` // as which they do, sorted
	Speakers   []string `json:"speakers,omitempty"`   // IRIs of those who are reported to say so, sorted
	First      string   `json:"first,omitempty"`      // day of publication of the first article that has one
	Last       string   `json:"last,omitempty"`       // and of the last
	Confidence float64  `json:"confidence"`           // of the surest statement
	Sentence   string   `json:"sentence"`             // of that
}

// Diff yields what differs between two graphs, sorted by subject, relation and
// object, and returns how many differences there are of each kind.
//
// Both are read twice, so that what is the same is not held: beside 40 bytes for
// each fact, memory grows with what differs only.
func Diff(ctx context.Context, old, new Moment, yield func(Difference) error) (counts map[string]int, err error) {
	d := &differ{balance: map[factKey][2]uint64{}, found: map[triple3]*Difference{}, names: map[string]string{}, types: map[string]string{}}
	err = old.Graph.reading(ctx, func(before *reader) error {
		return new.Graph.reading(ctx, func(after *reader) error {
			sides := [2]func(f func(*articleFacts) error) error{
				func(f func(*articleFacts) error) error {
					return before.eachArticle(ctx, Selection{Until: old.Until}, f)
				},
				func(f func(*articleFacts) error) error {
					return after.eachArticle(ctx, Selection{Until: new.Until}, f)
				},
			}
			for _, pass := range []func(side int, a *articleFacts){d.weigh, d.collect} {
				for side, each := range sides {
					if err := each(func(a *articleFacts) error { pass(side, a); return nil }); err != nil {
						return err
					}
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("comparing: %w", err)
	}
	return d.yield(yield)
}

// triple3 is a fact by the IRIs, or values in quotation marks, of its subject,
// relation and object.
type triple3 [3]string

// factKey is a hash of a triple3.
type factKey [16]byte

// differ is one call of [Diff].
type differ struct {
	// balance has for each fact the sums of the hashes of its statements in
	// either graph, which are equal where the statements are.
	balance map[factKey][2]uint64
	found   map[triple3]*Difference
	names   map[string]string // of what is in found
	types   map[string]string
}

func (s *factRow) triple() triple3 { return triple3{s.subject, s.relation, s.object} }

func (t triple3) key() factKey {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", t[:]))
	return factKey(sum[:16])
}

// weigh is the first pass over an article.
func (d *differ) weigh(side int, a *articleFacts) {
	for _, s := range a.facts {
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %v", a.id, s.modality, s.speaker, s.confidence))
		key := s.triple().key()
		b := d.balance[key]
		b[side] += binary.LittleEndian.Uint64(sum[:]) | 1
		d.balance[key] = b
	}
}

// collect is the second pass: it gathers the facts that differ.
func (d *differ) collect(side int, a *articleFacts) {
	for _, s := range a.facts {
		t := s.triple()
		if b := d.balance[t.key()]; b[0] == b[1] {
			continue
		}
		if d.found[t] == nil {
			d.found[t] = &Difference{}
		}
		support := &d.found[t].Old
		if side == 1 {
			support = &d.found[t].New
		}
		if *support == nil {
			*support = &Support{}
		}
		(*support).add(s)
		for _, id := range t {
			d.name(id, a)
		}
	}
}

// name keeps the fullest name of a thing, as [Network] does.
func (d *differ) name(id string, a *articleFacts) {
	if name, old := a.names[id], d.names[id]; len(name) > len(old) || len(name) == len(old) && name < old {
		d.names[id] = name
	}
	if t := a.types[id]; t != "" && (d.types[id] == "" || t < d.types[id]) {
		d.types[id] = t
	}
}

func (s *Support) add(row *factRow) {
	s.Articles = insert(s.Articles, row.article)
	s.Modalities = insert(s.Modalities, row.modality)
	s.Speakers = insert(s.Speakers, row.speaker)
	if day := row.published; day != "" {
		if s.First == "" || day < s.First {
			s.First = day
		}
		s.Last = max(s.Last, day)
	}
	if row.confidence > s.Confidence || s.Sentence == "" {
		s.Confidence, s.Sentence = row.confidence, row.sentence
	}
}

// insert adds a text to sorted ones, unless it is empty or there.
func insert(sorted []string, text string) []string {
	at, there := slices.BinarySearch(sorted, text)
	if there || text == "" {
		return sorted
	}
	return slices.Insert(sorted, at, text)
}

func (d *differ) yield(yield func(Difference) error) (map[string]int, error) {
	counts := map[string]int{}
	names := &articleFacts{names: d.names, types: d.types}
	for _, t := range slices.SortedFunc(maps.Keys(d.found), func(a, b triple3) int { return slices.Compare(a[:], b[:]) }) {
		f := d.found[t]
		f.Subject, f.Relation = names.term(t[0]), names.term(t[1])
		if t[2] != "" {
			f.Object = names.term(t[2])
		}
		switch {
		case f.Old == nil:
			f.Change = FactNew
		case f.New == nil:
			f.Change = FactGone
		default:
			f.Change = FactChanged
		}
		counts[f.Change]++
		if err := yield(*f); err != nil {
			return counts, err
		}
	}
	return counts, nil
}

// Changes says in words in what a changed fact's support differs, such as
// "1 article → 2 articles".
func (d Difference) Changes() []string {
	if d.Old == nil || d.New == nil {
		return nil
	}
	var out []string
	differs := func(what, old, new string) {
		if old != new {
			out = append(out, fmt.Sprintf("%s%s → %s", what, cmp.Or(old, "nothing"), cmp.Or(new, "nothing")))
		}
	}
	differs("", articlesText(d.Old), articlesText(d.New))
	if len(d.Old.Articles) == len(d.New.Articles) && !slices.Equal(d.Old.Articles, d.New.Articles) {
		out = append(out, "in other articles")
	}
	differs("", strings.Join(d.Old.Modalities, ", "), strings.Join(d.New.Modalities, ", "))
	differs("said by ", d.Old.SpokenBy(), d.New.SpokenBy())
	differs("", daysText(d.Old), daysText(d.New))
	differs("confidence ", plainNumber(d.Old.Confidence), plainNumber(d.New.Confidence))
	if len(out) == 0 {
		out = append(out, "other statements of it")
	}
	return out
}

// SpokenBy names those who are reported to say a fact, or counts them where they
// are many: each article's "council" is one of its own.
func (s *Support) SpokenBy() string {
	var names []string
	for _, speaker := range s.Speakers {
		names = insert(names, strings.ReplaceAll(strings.TrimPrefix(unmarked(speaker), prefixEntity), "_", " "))
	}
	if len(names) <= namedSpeakers {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%d speakers", len(names))
}

const namedSpeakers = 3

// unmarked returns an IRI without the mark of an article, as it stands in
// "kg:talks_(b428e2)".
func unmarked(iri string) string {
	name, mark, found := strings.Cut(iri, "_(")
	if found && len(mark) > extract.ScopeHex && strings.Trim(mark[:extract.ScopeHex], "0123456789abcdef") == "" {
		return name
	}
	return iri
}

func articlesText(s *Support) string {
	if len(s.Articles) == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%d articles", len(s.Articles))
}

func daysText(s *Support) string {
	if s.First == s.Last {
		return s.First
	}
	return s.First + " to " + s.Last
}
