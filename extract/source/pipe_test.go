//go:build unix

package source

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// A pipe that nobody writes to would be waited for without end.
func TestFindRefusesPipesInFolders(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "a"})
	pipe := filepath.Join(dir, "b.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	if err := os.Symlink(pipe, filepath.Join(dir, "c.txt")); err != nil {
		t.Fatal(err)
	}
	files, problems := Find([]string{dir})
	if want := []string{"a.txt"}; !slices.Equal(relative(t, dir, files), want) || len(problems) != 2 {
		t.Errorf("found %v with %v, want %v and two problems", files, problems, want)
	}
	if files, problems := Find([]string{pipe}); len(files) != 1 || len(problems) > 0 {
		t.Errorf("a pipe named itself: %v, %v", files, problems)
	}
}
