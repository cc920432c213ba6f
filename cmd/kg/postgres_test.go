package main

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// postgresVariable names the environment variable with the URL of a PostgreSQL
// database for tests.
const postgresVariable = "KG_TEST_POSTGRES"

// conditions are what scripts can ask for besides testscript's own.
func conditions(cond string) (bool, error) {
	if cond == "postgres" {
		return os.Getenv(postgresVariable) != "", nil
	}
	return false, fmt.Errorf("unknown condition %q", cond)
}

// postgres sets $POSTGRES to a graph's place in a schema of its own, which is
// dropped when the script ends.
func postgres(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: postgres")
	}
	base := os.Getenv(postgresVariable)
	u, err := url.Parse(base)
	ts.Check(err)
	schema := fmt.Sprintf("kg_test_%016x", rand.Uint64())
	ts.Check(inPostgres(base, "CREATE SCHEMA "+schema))
	ts.Defer(func() { ts.Check(inPostgres(base, "DROP SCHEMA "+schema+" CASCADE")) })
	query := u.Query()
	query.Set("search_path", schema)
	u.RawQuery = query.Encode()
	ts.Setenv("POSTGRES", u.String())
}

func inPostgres(location, statement string) error {
	db, err := sql.Open("pgx", location) // the driver that the store registers
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(statement)
	return err
}
