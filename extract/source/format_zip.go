package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// openZip yields what the files of a zip archive hold, in its order. A zip is
// read from its end, so one inside another archive has to fit in memory.
func openZip(w *walk, b blob) {
	archive, err := zipReader(b)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: no zip archive, or a damaged one: %w", &b, unexpected(err)))
		return
	}
	if kind := officeKind(archive); kind != "" {
		w.fail(b.source, fmt.Errorf("%s: %s: save it as text, HTML or PDF", &b, kind))
		return
	}
	wanted := 0
	for _, member := range archive.File {
		if member.FileInfo().IsDir() || !isWanted(member.Name) {
			continue
		}
		wanted++
		if !w.zipMember(b, member) {
			return
		}
	}
	if wanted == 0 {
		w.fail(b.source, noneWanted(b, len(archive.File)))
	}
}

// noneWanted says that an archive of so many files holds no article by its names.
func noneWanted(b blob, files int) error {
	return fmt.Errorf("%s: no articles in this archive (%s): kg reads files that end in %s there", &b, others(files), strings.Join(articleEndings, ", "))
}

func zipReader(b blob) (*zip.Reader, error) {
	if b.file != nil {
		if info, err := b.file.Stat(); err == nil && info.Mode().IsRegular() {
			return zip.NewReader(b.file, info.Size())
		}
	}
	content, err := readDocument(b.r)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(content), int64(len(content)))
}

func (w *walk) zipMember(b blob, member *zip.File) bool {
	inside := b.inside(member.Name, nil)
	r, err := member.Open()
	if err != nil {
		return w.fail(inside.source, fmt.Errorf("%s: %w", &inside, unexpected(err)))
	}
	defer r.Close()
	w.budget.in += int64(member.CompressedSize64)
	inside.r = w.budget.given(r)
	w.open(inside)
	return !w.stopped
}

// officeKind says what a zip archive is where it is a document of an office
// program or a book.
func officeKind(archive *zip.Reader) string {
	for _, member := range archive.File {
		switch {
		case strings.HasPrefix(member.Name, "word/"):
			return "a Word document"
		case strings.HasPrefix(member.Name, "xl/"):
			return "an Excel workbook"
		case strings.HasPrefix(member.Name, "META-INF/container.xml"):
			return "an e-book"
		case member.Name == "content.xml":
			return "an OpenDocument file"
		}
	}
	return ""
}

// isWanted reports whether a member of an archive is read by its name, as a
// file in a folder would be. Names are only names here: nothing is written to
// disk, so a path that leads out of the archive leads nowhere.
func isWanted(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return false
		}
	}
	return isArticleName(name)
}

// unexpected makes the end of input inside something an error in words.
func unexpected(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF || err == zip.ErrFormat {
		return errTruncated
	}
	return err
}
