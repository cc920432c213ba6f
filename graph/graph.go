// Package graph keeps extractions as quads in a Cayley graph and answers from
// them.
//
// A [Graph] is opened on a location, takes extractions with [Graph.Put] and
// gives up articles with [Graph.Remove]; everything else reads. What stands in
// the graph is written down in schema.go, how an extraction becomes quads in
// quads.go. Nothing outside this folder knows Cayley.
//
// Every write is one transaction, so the graph holds whole articles only; every
// read sees one moment of the graph, whatever is written meanwhile.
package graph

import (
	"context"
	"io"
	"iter"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// Options say how a graph is opened.
type Options struct {
	MustExist bool   // fail where there is no graph yet
	ReadOnly  bool   // never write, not even to create or upgrade
	OnWait    func() // called when another process is writing and this one waits

	// MinConfidence, from 0 to 1, leaves out of pages, claims and paths the
	// statements that are less sure, and what none but such state. Gizmo and
	// Cayley's own readers still see them.
	MinConfidence float64
}

// Graph is an open graph. It is safe for concurrent use.
type Graph struct {
	store    store
	handle   *graph.Handle
	snapshot func(context.Context) (store, error) // one moment of the store, to be closed

	minConfidence float64 // see Options
}

// store is what the package needs of the store beneath it, so that tests can
// make it fail.
type store interface {
	graph.QuadStore
	Replace(ctx context.Context, c sqlstore.Change) (sqlstore.Counts, error)
	Update(ctx context.Context, plan func(now sqlstore.View) (sqlstore.Change, error)) (sqlstore.Counts, error)
	Loader() (sqlstore.Loader, error)
	Label(ctx context.Context, label quad.Value) iter.Seq2[quad.Quad, error]
	Quads(ctx context.Context) iter.Seq2[quad.Quad, error]
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
	About(ctx context.Context, subjects, predicates []quad.Value) iter.Seq2[sqlstore.Stated, error]
	Objects(ctx context.Context, subjects []quad.Value, predicate quad.Value) (map[quad.Value]int, error)
	Count(ctx context.Context, given quad.Quad) (int64, error)
	Tallies(ctx context.Context, given quad.Quad, by, distinct quad.Direction) ([]sqlstore.Tally, error)
	Labels(ctx context.Context) ([]sqlstore.Tally, error)
	Record(ctx context.Context, source string) (sqlstore.Record, bool, error)
	Records(ctx context.Context, label string) ([]sqlstore.Record, error)
	NextRecord(ctx context.Context, label, after string) (sqlstore.Record, bool, error)
	RecordsOf(ctx context.Context, sources []string) (map[string]sqlstore.Record, error)
	Held(ctx context.Context, labels []string) (map[string]bool, error)
	Populated(ctx context.Context, labels []string) (map[string]bool, error)
	Notes(ctx context.Context, topic string) ([]sqlstore.Note, error)
	NotesOn(ctx context.Context, topics []string) (map[string][]sqlstore.Note, error)
	NoteTopics(ctx context.Context, prefix string) ([]string, error)
	Damage(ctx context.Context) ([]string, error)
	Backup(ctx context.Context, w io.Writer) (sqlstore.BackupCounts, error)
	Restore(ctx context.Context, r io.Reader, overwrite bool) (sqlstore.BackupCounts, error)
	Search(ctx context.Context, text string, limit int) ([]sqlstore.Match, error)
}

// ErrScheme says that a location is a URL of something that is no graph's place.
var ErrScheme = sqlstore.ErrScheme

// Open opens the graph at location: the path of an SQLite file, or a
// postgres:// address.
func Open(ctx context.Context, location string, opts Options) (*Graph, error) {
	s, err := sqlstore.Open(ctx, location, sqlstore.Options{
		MustExist: opts.MustExist, ReadOnly: opts.ReadOnly, OnWait: opts.OnWait,
	})
	if err != nil {
		return nil, err
	}
	g, err := newGraph(s, func(ctx context.Context) (store, error) { return s.Snapshot(ctx) })
	if err != nil {
		return nil, err
	}
	g.minConfidence = opts.MinConfidence
	return g, nil
}

func newGraph(s store, snapshot func(context.Context) (store, error)) (*Graph, error) {
	w, err := writer.NewSingle(s, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if err != nil {
		return nil, err
	}
	return &Graph{store: s, handle: &graph.Handle{QuadStore: s, QuadWriter: w}, snapshot: snapshot}, nil
}

// Close ends the use of the graph.
func (g *Graph) Close() error { return g.store.Close() }

// Handle returns the Cayley store under the graph, for Cayley's own servers
// and formats.
func (g *Graph) Handle() *graph.Handle { return g.handle }
