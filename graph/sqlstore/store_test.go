package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"testing"
)

// postgresVariable names the environment variable with the URL of a PostgreSQL
// database for tests; each makes a schema of its own there and drops it.
const postgresVariable = "KG_TEST_POSTGRES"

// onEachDialect runs a test on an empty place for a graph of each kind.
func onEachDialect(t *testing.T, test func(t *testing.T, location string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, sqliteLocation(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, postgresLocation(t)) })
}

func sqliteLocation(t testing.TB) string { return filepath.Join(t.TempDir(), "graph.db") }

func postgresLocation(t testing.TB) string {
	base := os.Getenv(postgresVariable)
	if base == "" {
		t.Skipf("no PostgreSQL to test with: set %s to the URL of a database", postgresVariable)
	}
	schema := fmt.Sprintf("kg_test_%016x", rand.Uint64())
	inPostgres(t, base, "CREATE SCHEMA "+schema)
	t.Cleanup(func() { inPostgres(t, base, "DROP SCHEMA "+schema+" CASCADE") })
	u, err := url.Parse(base)
	if err != nil {
		t.Fatalf("%s: %v", postgresVariable, err)
	}
	q := u.Query()
	q.Set("search_path", schema)
	u.RawQuery = q.Encode()
	return u.String()
}

func inPostgres(t testing.TB, location, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", location)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// open opens a graph for a test and closes it after.
func open(t testing.TB, location string, opt Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), location, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("closing %s: %v", location, err)
		}
	})
	return s
}
