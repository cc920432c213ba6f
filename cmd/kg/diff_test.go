package main

import (
	"path/filepath"
	"testing"
)

// The exit codes of kg diff tell what differs from what could not be compared.
func TestDiffExitCodes(t *testing.T) {
	dir := t.TempDir()
	one, two, none := filepath.Join(dir, "one.db"), filepath.Join(dir, "two.db"), filepath.Join(dir, "none.db")
	kg(t, exitDone, "--db", one, "ingest", "--quiet", "../../data/articles/2025-09-04-seed.txt")
	kg(t, exitDone, "--db", two, "import", "testdata/edge.nq")
	kg(t, exitDone, "diff", one, one)
	kg(t, exitFailed, "diff", one, two)
	kg(t, exitUsage, "diff", one, none)
	kg(t, exitUsage, "diff", one)
}
