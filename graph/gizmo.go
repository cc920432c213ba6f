package graph

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
)

// Gizmo is JavaScript, run by goja in Cayley's query/gizmo. Cayley runs a
// script as it is: the value of its last expression is lost, a limit can be
// overruled by the script, a panic in Cayley ends the process, and nothing
// bounds the memory. So the script runs here inside a function that Cayley's
// session calls ([script.run]), and its results are counted here.

// QueryOptions bound a query.
type QueryOptions struct {
	Limit   int           // rows at most, whatever the script says; 0 is no limit
	Timeout time.Duration // 0 is no limit but that of the context

	LinkedData bool            // values as JSON-LD: {"@id": "kg:Kyiv"} in place of "<kg:Kyiv>"
	Store      graph.QuadStore // to run over, and to close, in place of the graph's own; nil is the graph's own
}

// Result is what a query returned.
type Result struct {
	Rows      []map[string]any // as Cayley's HTTP API gives them; what is no map stands under "value"
	Truncated bool             // whether there was more than the limit
}

// bareValue is the column of a result that has no name, such as a number.
const bareValue = "value"

// Query runs a script in Gizmo, Cayley's query language. The rows are those
// that it sends with All, GetLimit and Emit, and then its last expression: a
// path gives its rows, anything else its value, so that a bare
// g.V().Count() returns the number. In addition to Gizmo's own functions,
// kg("Macron") is the IRI of the entity of that name.
//
// Whatever the script does, Query returns soon after the timeout, and a script
// that fills the memory is stopped. What is wrong with a script is a
// [*QueryError]; it unwraps to context.DeadlineExceeded after a timeout.
func (g *Graph) Query(ctx context.Context, source string, o QueryOptions) (*Result, error) {
	program, err := compile(source)
	if err != nil {
		return nil, err
	}
	limited, cancel := Guarded(ctx, o.Timeout)
	defer cancel()
	s, err := g.storeOf(limited, o)
	if err != nil {
		return nil, err
	}
	sc := &script{graph: g, ctx: limited, store: s, program: program, done: make(chan struct{}), collation: query.JSON}
	if o.LinkedData {
		sc.collation = query.JSONLD
	}
	result, err := sc.results(limited, o.Limit)
	sc.release()
	if limited.Err() != nil && err != nil {
		err = stopped(ctx, limited, o)
	}
	if err != nil {
		return nil, err
	}
	return result, nil
}

// storeOf returns the store that a query runs over.
func (g *Graph) storeOf(ctx context.Context, o QueryOptions) (graph.QuadStore, error) {
	if o.Store != nil {
		return o.Store, nil
	}
	return g.snapshot(ctx)
}

// stopped says why a query was stopped.
func stopped(ctx, limited context.Context, o QueryOptions) error {
	if err := ctx.Err(); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if cause := context.Cause(limited); errors.Is(cause, ErrMemory) {
		return &QueryError{
			Message: fmt.Sprintf("stopped: the script took more than %d MB of memory", scriptMemory>>20),
			Hint:    "send rows as they come with .All() or g.Emit() instead of collecting them in an array",
			err:     ErrMemory,
		}
	}
	message := "stopped: the time was up"
	if o.Timeout > 0 {
		message = fmt.Sprintf("stopped: not done after %s", o.Timeout)
	}
	return &QueryError{
		Message: message,
		Hint:    "begin at a node, g.V(\"<kg:…>\"), ask for fewer rows with .GetLimit(n), or allow more time",
		err:     context.DeadlineExceeded,
	}
}
