package main

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	_ "modernc.org/sqlite" // another writer, as another process would be one
)

// While another writes, an ingest says that it waits, and then goes on.
func TestIngestWaitsForAnotherWriter(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"one.txt": "Ana Pereira met Jonas Lindqvist in Lisbon on Thursday.", "two.txt": "Ana Pereira visited Oslo on Friday."} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kg(t, exitDone, "ingest", "one.txt")
	other, err := sql.Open("sqlite", "file:"+filepath.ToSlash("kg.db")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	writing, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	said := &watchedOutput{heard: make(chan struct{}), text: "another kg is writing to the graph; waiting for it"}
	var out bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(t.Context(), []string{"kg", "ingest", "two.txt"}, strings.NewReader(""), &out, said)
	}()
	select {
	case <-said.heard:
	case code := <-ended:
		t.Fatalf("it ended with %d while another was writing: %s", code, said)
	case <-time.After(time.Minute):
		t.Fatalf("it says nothing: %s", said)
	}
	if err := writing.Rollback(); err != nil {
		t.Fatal(err)
	}
	if code := <-ended; code != exitDone || !strings.Contains(out.String(), "1 new") {
		t.Errorf("it ended with %d: %s%s", code, out.String(), said)
	}
}

// watchedOutput closes heard when text is written.
type watchedOutput struct {
	mu     sync.Mutex
	buffer bytes.Buffer
	text   string
	heard  chan struct{}
	done   bool
}

func (w *watchedOutput) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.buffer.Write(p)
	if !w.done && strings.Contains(w.buffer.String(), w.text) {
		close(w.heard)
		w.done = true
	}
	return len(p), nil
}

func (w *watchedOutput) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.buffer.String()
}
