package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// history is what was typed at the prompt, the last first, kept over sessions
// in a file that only its owner can read: questions can say a lot of who asks.
type history struct {
	file  string // "" where nothing is kept
	lines []string
}

// keptLines is how many lines the file has at most.
const keptLines = 1000

// historyFile is $KG_HISTORY, or kg/history in the user's folder for state
// (XDG Base Directory Specification); "" where KG_HISTORY is off or empty, or
// there is no such folder.
func historyFile() string {
	if file, set := os.LookupEnv("KG_HISTORY"); set {
		if file == "off" {
			return ""
		}
		return file
	}
	state := os.Getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(state) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		state = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(state, "kg", "history")
}

// readHistory returns what is kept in a file; nothing where it cannot be read.
func readHistory(file string) *history {
	h := &history{file: file}
	if text, err := os.ReadFile(file); file != "" && err == nil {
		h.lines = slices.DeleteFunc(strings.Split(string(text), "\n"), func(line string) bool { return line == "" })
		slices.Reverse(h.lines)
		h.lines = h.lines[:min(keptLines, len(h.lines))]
	}
	return h
}

// Add adds a line, unless it is empty or the last one again.
func (h *history) Add(line string) {
	line = strings.TrimSpace(line)
	if line == "" || len(h.lines) > 0 && h.lines[0] == line {
		return
	}
	h.lines = slices.Insert(h.lines, 0, line)
	h.lines = h.lines[:min(keptLines, len(h.lines))]
}

// Len returns how many lines there are.
func (h *history) Len() int { return len(h.lines) }

// At returns a line, 0 the last that was added.
func (h *history) At(i int) string { return h.lines[i] }

// save writes the file anew, as a whole.
func (h *history) save() error {
	if h.file == "" || len(h.lines) == 0 {
		return nil
	}
	folder := filepath.Dir(h.file)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	lines := slices.Clone(h.lines)
	slices.Reverse(lines)
	part, err := os.CreateTemp(folder, ".history-*") // readable by its owner alone
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // gone by then where all went well
	_, err = part.WriteString(strings.Join(lines, "\n") + "\n")
	if closeErr := part.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(part.Name(), h.file)
}
