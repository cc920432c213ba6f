package sqlstore

import (
	"context"
	"fmt"
	"sync"

	"github.com/cayleygraph/cayley/graph"
)

// BackendName is the name under which Register makes the store known to Cayley.
const BackendName = "kg"

// Register makes the store a Cayley backend by the name of BackendName, whose
// address is what Open calls a location. Further calls do nothing. Cayley's
// options "must_exist" and "read_only" are those of Options.
func Register() { registerOnce() }

var registerOnce = sync.OnceFunc(func() {
	graph.RegisterQuadStore(BackendName, graph.QuadStoreRegistration{
		NewFunc:      newBackend,
		InitFunc:     initBackend,
		UpgradeFunc:  initBackend,
		IsPersistent: true,
	})
})

func newBackend(location string, opts graph.Options) (graph.QuadStore, error) {
	mustExist, err := opts.BoolKey("must_exist", false)
	if err != nil {
		return nil, err
	}
	readOnly, err := opts.BoolKey("read_only", false)
	if err != nil {
		return nil, err
	}
	s, err := Open(context.Background(), location, Options{MustExist: mustExist, ReadOnly: readOnly})
	if err != nil {
		return nil, fmt.Errorf("%s backend: %w", BackendName, err)
	}
	return s, nil
}

// initBackend opens a graph once, which makes or upgrades it.
func initBackend(location string, opts graph.Options) error {
	qs, err := newBackend(location, opts)
	if err != nil {
		return err
	}
	return qs.Close()
}
