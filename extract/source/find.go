package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// articleEndings are the file names that are read inside a folder; a file named
// by itself may have any.
var articleEndings = []string{".txt", ".text", ".md"}

// Find returns the article files that paths name, sorted and each once. A path
// that is a file is taken as it is. A folder is searched with its subfolders
// for files that end in .txt, .text or .md; names that start with a full stop
// are passed over, and a link to a folder is not followed, so that a loop of
// links is none. A path that is missing or unreadable, a pipe or device inside a
// folder, or a folder without an article, gives an error and does not stop the
// others.
func Find(paths []string) ([]string, []error) {
	var files []string
	var problems []error
	for _, path := range paths {
		found, errs := find(path)
		files = append(files, found...)
		problems = append(problems, errs...)
	}
	slices.Sort(files)
	return slices.Compact(files), problems
}

func find(path string) ([]string, []error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, []error{pathError(path, err)}
	case !info.IsDir():
		return []string{filepath.Clean(path)}, nil
	}
	f := folder{}
	f.search(filepath.Clean(path))
	if len(f.files) == 0 && len(f.problems) == 0 {
		f.problems = append(f.problems, fmt.Errorf("%s: no articles in this folder (%s): kg reads files that end in %s there; name a file itself if it ends otherwise",
			path, others(f.others), strings.Join(articleEndings, ", ")))
	}
	return f.files, f.problems
}

func others(n int) string {
	switch n {
	case 0:
		return "it is empty"
	case 1:
		return "1 file of another kind"
	}
	return fmt.Sprintf("%d files of other kinds", n)
}

// folder collects what a search finds.
type folder struct {
	files    []string
	others   int // files that are no articles by their names
	problems []error
}

func (f *folder) search(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		f.problems = append(f.problems, pathError(dir, err))
	}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		switch {
		case strings.HasPrefix(entry.Name(), "."):
		case entry.IsDir():
			f.search(path)
		case !isArticleName(entry.Name()):
			f.others++
		default:
			f.add(path, entry)
		}
	}
}

// add takes what has the name of an article. Only of a pipe or device that a
// person names can it be supposed that it ends.
func (f *folder) add(path string, entry fs.DirEntry) {
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		if info, err := os.Stat(path); err == nil { // else to read it says why not
			mode = info.Mode()
		}
	}
	switch {
	case mode.IsDir():
		f.others++
	case mode&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice) != 0:
		f.problems = append(f.problems, fmt.Errorf("%s: a pipe, socket or device, not a file: name it itself if it is to be read", path))
	default:
		f.files = append(f.files, path)
	}
}

func isArticleName(name string) bool {
	return slices.Contains(articleEndings, strings.ToLower(filepath.Ext(name)))
}

// pathError says in plain words why path can't be read.
func pathError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder: check the spelling and the folder you are in: %w", path, fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: not readable by you: change its permissions or run as its owner: %w", path, fs.ErrPermission)
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}
