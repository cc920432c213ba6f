package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// writeNews writes files of which each is an article that shares people with
// others.
func writeNews(t *testing.T, files int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for i := range files {
		text := fmt.Sprintf("Ana Pereira visited town number %d on Friday.\n\nJonas Lindqvist met Mayor Olga Berg %d there. She praised Ana Pereira.\n", i, i%7)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("news%03d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A backup that is made while an ingest runs holds whole articles and nothing
// that is wrong.
func TestBackupWhileIngesting(t *testing.T) {
	kg := buildKg(t)
	dir, news := t.TempDir(), writeNews(t, 160)
	db := filepath.Join(dir, "kg.db")
	outputOf(t, kg, "--db", db, "ingest", filepath.Join(news, "news000.txt"))
	ingest := exec.Command(kg, "--db", db, "ingest", news)
	if err := ingest.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- ingest.Wait() }()
	made := 0
	for running := true; running; made++ {
		outputOf(t, kg, "--db", db, "backup", filepath.Join(dir, fmt.Sprintf("%d.kg", made)))
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
			running = false
		default:
		}
	}
	sizes := map[int]bool{}
	for i := 0; i < made; i += 1 + made/4 {
		restored := filepath.Join(dir, fmt.Sprintf("%d.db", i))
		outputOf(t, kg, "--db", restored, "restore", filepath.Join(dir, fmt.Sprintf("%d.kg", i)))
		outputOf(t, kg, "--db", restored, "verify")
		sizes[len(byArticle(outputOf(t, kg, "--db", restored, "export")))] = true
	}
	if len(sizes) < 2 {
		t.Skipf("every one of %d backups has the same number of articles: this machine ingested too fast or too slowly", made)
	}
}

// A backup that is killed leaves no file in its place, or the one that was there;
// a restore that is killed leaves the graph as it was.
func TestKilledBackupAndRestore(t *testing.T) {
	kg := buildKg(t)
	dir := t.TempDir()
	db, other := filepath.Join(dir, "kg.db"), filepath.Join(dir, "other.db")
	whole, cut := filepath.Join(dir, "whole.kg"), filepath.Join(dir, "cut.kg")
	outputOf(t, kg, "--db", db, "ingest", writeNews(t, 120))
	outputOf(t, kg, "--db", other, "ingest", writeNews(t, 3))
	old := outputOf(t, kg, "--db", other, "export")
	took := durationOf(func() { outputOf(t, kg, "--db", db, "backup", whole) })
	for range 3 {
		killAfter(t, time.Duration(rand.Int64N(int64(took))), kg, "--db", db, "backup", cut)
		if _, err := os.Stat(cut); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		outputOf(t, kg, "--db", filepath.Join(t.TempDir(), "x.db"), "restore", cut)
	}
	want := outputOf(t, kg, "--db", db, "export")
	took = durationOf(func() { outputOf(t, kg, "--db", filepath.Join(dir, "timed.db"), "restore", whole) })
	for range 4 {
		killAfter(t, time.Duration(rand.Int64N(int64(took))), kg, "--db", other, "restore", "--force", whole)
		if got := outputOf(t, kg, "--db", other, "export"); got != old && got != want {
			t.Fatalf("a killed restore left a graph of %d lines", strings.Count(got, "\n"))
		}
		outputOf(t, kg, "--db", other, "verify")
	}
	outputOf(t, kg, "--db", other, "restore", "--force", whole)
	if got := outputOf(t, kg, "--db", other, "export"); got != want {
		t.Error("restored in the end, the graph is another")
	}
}

func durationOf(f func()) time.Duration {
	begun := time.Now()
	f()
	return time.Since(begun)
}

// killAfter runs a program and kills it, where it still runs then.
func killAfter(t *testing.T, after time.Duration, name string, args ...string) {
	t.Helper()
	child := exec.Command(name, args...)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = child.Process.Kill() // it may have ended
	_ = child.Wait()
}
