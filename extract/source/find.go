package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// articleEndings are the files that are read inside a folder or an archive; a
// file named by itself may have any. Data formats that seldom hold articles
// (JSON, CSV, XML) are read when they are named.
var articleEndings = []string{
	".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".eml", ".mbox",
	".rss", ".atom", ".jsonl", ".ndjson", ".warc", ".zip", ".tar", ".tgz",
}

// packed are endings that may follow those: "story.txt.gz".
var packed = []string{".gz", ".zst", ".bz2"}

// aside are files that stand beside articles and are none: what a folder of
// data has to say of itself.
var aside = []string{"readme", "license", "licence", "changelog", "contributing", "source", "robots"}

// Find returns the article files that paths name, sorted and each once. A path
// that is a file is taken as it is, and so are addresses and "-". A pattern
// ("news/*.html") that names no file itself stands for those it matches. A
// folder is searched with its subfolders for files that hold articles by their
// names; names that start with a full stop are passed over, and so are a README
// and its like; a link to a folder is not followed, so that a loop of links is
// none. A path that is missing or unreadable, a pipe or device inside a folder,
// or a folder without an article, gives an error and does not stop the others.
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
	if path == Stdin || IsAddress(path) {
		return []string{path}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return matching(path, err)
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

// matching returns the files that a pattern matches, or the error of taking it
// for a path.
func matching(pattern string, notFound error) ([]string, []error) {
	matches, err := filepath.Glob(pattern)
	if err != nil || len(matches) == 0 {
		if strings.ContainsAny(pattern, "*?[") {
			return nil, []error{inWords{pattern + ": no file matches this pattern, and none has this name", notFound}}
		}
		if scheme, _, found := strings.Cut(pattern, "://"); found {
			return nil, []error{inWords{fmt.Sprintf("%s: addresses are read by http and https, not by %s", pattern, scheme), notFound}}
		}
		return nil, []error{pathError(pattern, notFound)}
	}
	var files []string
	var problems []error
	for _, match := range matches {
		found, errs := find(match)
		files = append(files, found...)
		problems = append(problems, errs...)
	}
	return files, problems
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
	name = strings.ToLower(filepath.Base(name))
	for _, ending := range packed {
		name = strings.TrimSuffix(name, ending)
	}
	ending := filepath.Ext(name)
	return slices.Contains(articleEndings, ending) && !slices.Contains(aside, strings.TrimSuffix(name, ending))
}
