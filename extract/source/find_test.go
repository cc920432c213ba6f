package source

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// write makes files, with their folders, under dir.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// relative returns paths as they stand under dir.
func relative(t *testing.T, dir string, paths []string) []string {
	t.Helper()
	var names []string
	for _, path := range paths {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.ToSlash(name))
	}
	return names
}

func TestFindSearchesFolders(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"b.txt": "b", "a.TXT": "a", "deep/er/c.text": "c", "notes.md": "n",
		"photo.jpg": "x", ".hidden.txt": "h", ".git/config.txt": "g",
	})
	files, problems := Find([]string{dir})
	want := []string{"a.TXT", "b.txt", "deep/er/c.text", "notes.md"}
	if got := relative(t, dir, files); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	if len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
}

func TestFindTakesAFileOnceWhateverItsName(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"report.log": "r", "a.txt": "a"})
	log, txt := filepath.Join(dir, "report.log"), filepath.Join(dir, "a.txt")
	files, problems := Find([]string{txt, dir, log, filepath.Join(dir, ".", "a.txt")})
	if want := []string{"a.txt", "report.log"}; !slices.Equal(relative(t, dir, files), want) || len(problems) > 0 {
		t.Errorf("found %v and %v, want %v", files, problems, want)
	}
}

func TestFindGoesOnAfterAProblem(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"good.txt": "g", "pictures/one.png": "x", "empty/.keep": ""})
	files, problems := Find([]string{
		filepath.Join(dir, "missing.txt"), filepath.Join(dir, "pictures"), filepath.Join(dir, "empty"), filepath.Join(dir, "good.txt"),
	})
	if want := []string{"good.txt"}; !slices.Equal(relative(t, dir, files), want) {
		t.Errorf("found %v, want %v", files, want)
	}
	wants := []string{"missing.txt: no such file or folder", "pictures: no articles in this folder (1 file of another kind)", "empty: no articles in this folder (it is empty)"}
	if len(problems) != len(wants) {
		t.Fatalf("problems: %v", problems)
	}
	for i, want := range wants {
		if !strings.Contains(problems[i].Error(), filepath.FromSlash(want)) {
			t.Errorf("problem %q does not say %q", problems[i], want)
		}
	}
}

func TestFindSurvivesALoopOfLinks(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"in/a.txt": "a"})
	if err := os.Symlink(dir, filepath.Join(dir, "in", "loop.txt")); err != nil {
		t.Skip("this system makes no links: ", err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "in", "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "in", "a.txt"), filepath.Join(dir, "linked.txt")); err != nil {
		t.Fatal(err)
	}
	files, problems := Find([]string{dir})
	if want := []string{"in/a.txt", "linked.txt"}; !slices.Equal(relative(t, dir, files), want) || len(problems) > 0 {
		t.Errorf("found %v and %v, want %v", files, problems, want)
	}
}
