package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// Options say how Open treats what it finds.
type Options struct {
	MustExist bool          // an absent graph is an error, not the start of a new one
	ReadOnly  bool          // nothing on disk changes; every write fails
	OnWait    func()        // called at most once in each write, when it has to wait for another writer
	WaitLimit time.Duration // the longest wait for another writer; 0 is DefaultWaitLimit
}

func (o Options) waitLimit() time.Duration {
	if o.WaitLimit > 0 {
		return o.WaitLimit
	}
	return DefaultWaitLimit
}

// Store is a graph in one SQLite file or one PostgreSQL schema. It is safe for
// concurrent use, and several processes may have the same graph open.
type Store struct {
	reader
	opt     Options
	readDB  *sql.DB
	writeDB *sql.DB // nil: not for writing. The same as readDB on PostgreSQL
	turn    *turn
	known   *knownIDs
	snap    *sql.Tx // set in a snapshot
}

// idleConnections is how many connections for reading are kept when nobody
// uses them; to open one takes about a millisecond.
const idleConnections = 8

var (
	_ graph.QuadStore = (*Store)(nil)
	_ refs.BatchNamer = (*Store)(nil)
)

// Open opens the graph at a location, the path of an SQLite file or a
// postgres:// URL, and makes an empty one where there is none. A file that is
// no graph, or one of a later version, is refused and left as it is. An error
// for an absent graph wraps os.ErrNotExist.
func Open(ctx context.Context, location string, opt Options) (*Store, error) {
	s := &Store{opt: opt, turn: newTurn(), known: &knownIDs{}}
	if err := checkScheme(location); err != nil {
		return nil, err
	}
	var err error
	if isPostgres(location) {
		s.d = postgresDialect{}
		s.readDB, err = openPostgres(ctx, location, opt)
		if !opt.ReadOnly {
			s.writeDB = s.readDB
		}
	} else {
		s.d = sqliteDialect{}
		s.readDB, s.writeDB, err = openSQLite(ctx, location, opt)
	}
	if err != nil {
		return nil, fmt.Errorf("opening the graph: %w", s.d.explain(err))
	}
	s.readDB.SetMaxIdleConns(idleConnections)
	s.reader.q = &pool{d: s.d, db: s.readDB}
	s.reader.names = &cache[int64, quad.Value]{}
	if err := s.settleVersion(ctx, location); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// ErrScheme says that a location is a URL of something that is no graph's place.
var ErrScheme = errors.New("a graph is a file, or on PostgreSQL (postgres://USER@HOST/DATABASE)")

func checkScheme(location string) error {
	scheme, _, isURL := strings.Cut(location, "://")
	if !isURL || isPostgres(location) || strings.ContainsAny(scheme, `/\.`) {
		return nil // a path may hold colons
	}
	return fmt.Errorf("%s:// is no place for a graph: %w", scheme, ErrScheme)
}

// settleVersion refuses a later version of the tables and upgrades an older one.
func (s *Store) settleVersion(ctx context.Context, location string) error {
	v, err := version(ctx, s.q)
	if err == nil {
		err = checkVersion(v)
	}
	if err == nil && v < schemaVersion() {
		if s.writeDB == nil {
			err = fmt.Errorf("it has the older format %d: open it once for writing, which brings it to %d", v, schemaVersion())
		} else {
			err = upgrade(ctx, s.d, s.writeDB, s.opt)
		}
	}
	if err != nil {
		return fmt.Errorf("opening the graph %s: %w", location, s.d.explain(err))
	}
	return nil
}

// Snapshot returns the graph as it is now, for reading: whatever is written
// meanwhile, in this process or another, its answers come from this one moment.
// It must be closed, and soon where others write: until then SQLite's log grows.
// A snapshot of a snapshot is the same moment.
func (s *Store) Snapshot(ctx context.Context) (*Store, error) {
	if s.snap != nil {
		return &Store{reader: s.reader, snap: s.snap, opt: s.opt}, nil
	}
	tx, err := s.readDB.BeginTx(ctx, s.d.snapshot())
	if err != nil {
		return nil, s.d.explain(err)
	}
	snap := &Store{reader: s.reader, snap: tx, opt: s.opt, readDB: s.readDB}
	snap.reader.q = &txn{d: s.d, tx: tx}
	if _, err := version(ctx, snap.q); err != nil { // the first read
		tx.Rollback()
		return nil, s.d.explain(err)
	}
	return snap, nil
}

// Close implements graph.QuadStore. Closing a snapshot ends the snapshot alone.
func (s *Store) Close() error {
	if s.snap != nil {
		if s.readDB == nil {
			return nil // it belongs to another snapshot
		}
		if err := s.snap.Rollback(); !errors.Is(err, sql.ErrTxDone) {
			return err
		}
		return nil
	}
	err := s.readDB.Close()
	if s.writeDB != nil && s.writeDB != s.readDB {
		// Last, so that it is the one to fold SQLite's log into the file.
		err = errors.Join(err, s.writeDB.Close())
	}
	return err
}
