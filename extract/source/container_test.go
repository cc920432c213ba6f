package source

import (
	"os"
	"path/filepath"
	"testing"
)

func TestContainer(t *testing.T) {
	dir := t.TempDir()
	odd := filepath.Join(dir, "news #1!.txt")
	plain := filepath.Join(dir, "news.zip")
	for _, path := range []string{odd, plain} {
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for source, want := range map[string]string{
		odd:                            odd,
		odd + "!/inner.txt":            odd,
		odd + "#3":                     odd,
		plain + "!/a.mbox!/#2":         plain,
		"https://news.example/feed#3":  "https://news.example/feed",
		filepath.Join(dir, "gone.txt"): filepath.Join(dir, "gone.txt"),
	} {
		if got := Container(source); got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
}
