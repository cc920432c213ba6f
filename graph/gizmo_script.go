package graph

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"reflect"
	"runtime/debug"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// script is one run of a script.
type script struct {
	graph   *Graph
	ctx     context.Context // of the run, for what the script calls
	store   graph.QuadStore
	program *program
	done    chan struct{}  // closed when the script has come to its end
	rows    query.Iterator // of Cayley's session; nil until it has one

	collation query.Collation // how values are written

	vm   *goja.Runtime
	emit goja.Callable // Gizmo's g.Emit
	err  error         // what was wrong; to be read after done
}

// release closes the store when the script no longer needs it: now, or, where
// it was stopped in the midst of a long step, after that step. One that was stopped
// before its first step never comes to its end, but the session does.
func (s *script) release() {
	select {
	case <-s.done:
		s.store.Close()
	default:
		go func() {
			for s.rows.Next(context.Background()) {
			}
			s.store.Close()
		}()
	}
}

// entryPoint is the function that Cayley's session calls.
const entryPoint = "__kg_run"

// results runs the script and collects its rows, at most limit of them.
func (s *script) results(ctx context.Context, limit int) (*Result, error) {
	it, err := s.start(ctx)
	if err != nil {
		close(s.done)
		return nil, err
	}
	s.rows = it
	defer it.Close()
	result := &Result{Rows: []map[string]any{}}
	for it.Next(ctx) {
		row, err := rowOf(it.Result())
		if err != nil {
			return nil, err
		}
		if row == nil {
			continue
		}
		if limit > 0 && len(result.Rows) == limit {
			result.Truncated = true
			return result, nil
		}
		result.Rows = append(result.Rows, row)
	}
	if err := firstError(it.Err(), ctx.Err()); err != nil {
		return nil, err
	}
	<-s.done
	return result, s.err
}

// start prepares a session of Cayley's in which the entry point runs the script.
func (s *script) start(ctx context.Context) (query.Iterator, error) {
	session := gizmo.NewSession(s.store)
	var err error
	if s.vm, err = runtimeOf(session); err != nil {
		return nil, err
	}
	if err := s.prepare(); err != nil {
		return nil, fmt.Errorf("preparing Cayley's Gizmo: %w", err)
	}
	return session.Execute(ctx, entryPoint+"()", query.Options{Collation: s.collation, Limit: -1})
}

// runtimeOf returns the JavaScript runtime of a session, which Cayley keeps to
// itself. It is read, not changed; a version of Cayley without it is an error.
func runtimeOf(s *gizmo.Session) (*goja.Runtime, error) {
	field := reflect.ValueOf(s).Elem().FieldByName("vm")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*goja.Runtime]() {
		return nil, errors.New("no runtime in the session: another version of Cayley than this was written for")
	}
	return (*goja.Runtime)(field.UnsafePointer()), nil
}

//go:embed prelude.js
var prelude string

var preludeProgram = sync.OnceValues(func() (*goja.Program, error) {
	return goja.Compile("prelude.js", "(function(largest, call) {"+prelude+"\nreturn g.Emit })", false)
})

// prepare makes the runtime ready for a script.
func (s *script) prepare() error {
	s.vm.SetMaxCallStackSize(deepestCall)
	program, err := preludeProgram()
	if err != nil {
		return err
	}
	v, err := s.vm.RunProgram(program)
	if err != nil {
		return err
	}
	install, _ := goja.AssertFunction(v)
	emit, err := install(goja.Undefined(), s.vm.ToValue(largestStep), s.vm.ToValue(s.call))
	if err != nil {
		return err
	}
	s.emit, _ = goja.AssertFunction(emit)
	if err := s.vm.Set(entryPoint, s.run); err != nil {
		return err
	}
	return s.vm.Set("kg", s.entity)
}

// call calls a method of Cayley's: call(object, name, arguments).
func (s *script) call(c goja.FunctionCall) goja.Value {
	object := c.Argument(0).ToObject(s.vm)
	method, ok := goja.AssertFunction(object.Get(c.Argument(1).String()))
	if !ok {
		panic(s.vm.NewTypeError("%s is no function", c.Argument(1)))
	}
	var args []goja.Value
	s.vm.ForOf(c.Argument(2), func(v goja.Value) bool {
		args = append(args, v)
		return true
	})
	v, err := guarded(func() (goja.Value, error) { return method(object, args...) })
	var broken *QueryError
	if errors.As(err, &broken) {
		panic(s.vm.NewGoError(broken))
	} else if err != nil {
		panic(err) // an exception, on its way to the script
	}
	return v
}

// guarded calls f and makes an error of a panic.
func guarded(f func() (goja.Value, error)) (v goja.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicked(p, debug.Stack())
		}
	}()
	return f()
}

// run runs the script, in the goroutine in which Cayley's session runs its own
// scripts, and sends the value of its last expression. A panic in Cayley
// becomes an error.
func (s *script) run(goja.FunctionCall) goja.Value {
	defer close(s.done)
	_, err := guarded(func() (goja.Value, error) {
		value, err := s.vm.RunProgram(s.program.code)
		if err == nil && s.program.endsInValue {
			err = s.send(value)
		}
		return nil, err
	})
	if err != nil {
		s.err = s.explain(err)
	}
	return goja.Undefined()
}

// send sends the value of the last expression: the rows of a path, the
// elements of an array, else the value itself.
func (s *script) send(v goja.Value) error {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	if path, ok := v.(*goja.Object); ok {
		if all, ok := goja.AssertFunction(path.Get("All")); ok {
			_, err := all(path)
			return err
		}
		if path.ClassName() == "Array" || reflect.TypeOf(v.Export()).Kind() == reflect.Slice {
			return s.sendEach(path)
		}
	}
	_, err := s.emit(goja.Undefined(), v)
	return err
}

func (s *script) sendEach(array *goja.Object) error {
	for i := range array.Get("length").ToInteger() {
		if _, err := s.emit(goja.Undefined(), array.Get(fmt.Sprint(i))); err != nil {
			return err
		}
	}
	return nil
}

// entity is kg(name) in scripts: the IRI of the entity of that name.
func (s *script) entity(call goja.FunctionCall) goja.Value {
	e, err := s.graph.FindEntity(s.ctx, call.Argument(0).String())
	if err != nil {
		panic(s.vm.NewGoError(err))
	}
	return s.vm.ToValue(quad.IRI(e.IRI))
}
