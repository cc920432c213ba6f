package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where a report names all that failed, thousands of failures don't fill the screen.
func TestAReportSparesTheScreen(t *testing.T) {
	for _, withReport := range []bool{true, false} {
		var said strings.Builder
		in := &ingestion{errw: &said}
		path := filepath.Join(t.TempDir(), "report.jsonl")
		if withReport {
			var err error
			if in.report, err = newFailureReport(path); err != nil {
				t.Fatal(err)
			}
		}
		for i := range 150 {
			source := fmt.Sprintf("news/%d.txt", i)
			in.fail(source, errors.New(source+": no text in it"))
		}
		if err := in.report.close(); err != nil {
			t.Fatal(err)
		}
		want := 150
		if withReport {
			want = mostSaid + 1
			report, err := os.ReadFile(path)
			if err != nil || strings.Count(string(report), "\n") != 150 || !strings.Contains(string(report), `{"outcome":"failed","source":"news/149.txt","reason":"no text in it"}`) {
				t.Errorf("the report: %v\n%s", err, report)
			}
		}
		if got := strings.Count(said.String(), "\n"); got != want || in.summary.Failed != 150 {
			t.Errorf("report %v: %d lines, want %d, %d failed:\n%s", withReport, got, want, in.summary.Failed, said.String())
		}
	}
}
