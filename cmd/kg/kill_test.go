package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// killsVariable says how often TestKilledIngest kills an ingest.
const killsVariable = "KG_TEST_KILLS"

// An ingest that is killed at any moment leaves a graph of whole articles, with
// all that kg has said is in it before, and the same command again ends with the
// graph that an ingest left alone makes.
func TestKilledIngest(t *testing.T) {
	kg := buildKg(t)
	dir := writeNews(t, 120) // more than one batch
	quiet, killed := filepath.Join(t.TempDir(), "quiet.db"), filepath.Join(t.TempDir(), "killed.db")
	start := time.Now()
	outputOf(t, kg, "--db", quiet, "ingest", dir)
	whole := time.Since(start)
	want := byArticle(outputOf(t, kg, "--db", quiet, "export"))
	rounds := 3
	if text := os.Getenv(killsVariable); text != "" {
		var err error
		if rounds, err = strconv.Atoi(text); err != nil {
			t.Fatalf("%s: %v", killsVariable, err)
		}
	}
	told := map[string]bool{} // articles that an export listed
	for range rounds {
		killAfter(t, time.Duration(rand.Int64N(int64(whole))), kg, "--db", killed, "ingest", dir)
		if _, err := os.Stat(killed); err != nil {
			continue // it had not come so far
		}
		there := byArticle(outputOf(t, kg, "--db", killed, "export"))
		for label := range told {
			if there[label] == nil {
				t.Fatalf("%s was in the graph, and is lost", label)
			}
		}
		for label, quads := range there {
			told[label] = true
			if !slices.Equal(quads, want[label]) {
				t.Fatalf("%s has %d quads, want %d", label, len(quads), len(want[label]))
			}
		}
		if rand.IntN(3) == 0 { // from the beginning again
			clear(told)
			for _, end := range []string{"", "-wal", "-shm"} {
				_ = os.Remove(killed + end) // may not be there
			}
		}
	}
	outputOf(t, kg, "--db", killed, "ingest", dir)
	if got := outputOf(t, kg, "--db", killed, "export"); got != outputOf(t, kg, "--db", quiet, "export") {
		t.Error("in the end the graphs are not the same")
	}
}

// Ctrl-C ends an ingest with what it has in hand: what the summary counts is in
// the graph, and the same command goes on from there.
func TestInterruptedIngest(t *testing.T) {
	kg := buildKg(t)
	dir := writeNews(t, 120)
	whole, db := filepath.Join(t.TempDir(), "whole.db"), filepath.Join(t.TempDir(), "kg.db")
	start := time.Now()
	outputOf(t, kg, "--db", whole, "ingest", dir)
	took := time.Since(start)
	stopped := 0
	for range 6 {
		child := exec.Command(kg, "--db", db, "ingest", "--format", "json", dir)
		var out, errs bytes.Buffer
		child.Stdout, child.Stderr = &out, &errs
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(took/4 + time.Duration(rand.Int64N(int64(took/2))))
		_ = child.Process.Signal(os.Interrupt) // it may have ended
		_ = child.Wait()                       // its exit code is looked at below
		if out.Len() == 0 {
			continue // stopped before it opened the graph
		}
		var s summary
		if err := json.Unmarshal(out.Bytes(), &s); err != nil {
			t.Fatalf("%v: %s", err, out.String())
		}
		if there := len(byArticle(outputOf(t, kg, "--db", db, "export"))); s.New+s.Unchanged > there || s.Failed > 0 {
			t.Fatalf("%d articles in the graph, and it says %+v", there, s)
		}
		if !s.Stopped {
			break
		}
		stopped++
		if child.ProcessState.ExitCode() != exitFailed || !strings.Contains(errs.String(), "ingest the same paths again to go on") {
			t.Errorf("exit code %d, %s", child.ProcessState.ExitCode(), errs.String())
		}
	}
	t.Logf("stopped %d times before the end", stopped)
	outputOf(t, kg, "--db", db, "ingest", dir)
	if got := outputOf(t, kg, "--db", db, "export"); got != outputOf(t, kg, "--db", whole, "export") {
		t.Error("in the end the graphs are not the same")
	}
}

// buildKg builds kg, to be run as a process of its own.
func buildKg(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kg")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("building kg: %v\n%s", err, out)
	}
	return path
}

func outputOf(t testing.TB, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("kg %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}

// byArticle is the lines of an export by their label.
func byArticle(export string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(export) {
		label := line[strings.LastIndex(line, "<"):]
		out[label] = append(out[label], line)
	}
	return out
}
