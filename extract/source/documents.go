package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"kg/extract"
)

// Reader finds the articles in files, archives, feeds and addresses. Its zero
// value reads files of every format, recognised by name and content, and
// refuses addresses. It may be used by several goroutines at once.
type Reader struct {
	Format      string    // the name of a format, from [Formats]; empty: recognised
	Fields      Fields    // where title, text and the like stand in JSON and CSV
	AnyLanguage bool      // don't refuse what is not English
	Stdin       io.Reader // what "-" reads; nil: os.Stdin
	Fetch       *Fetcher  // reads addresses; nil: they are refused

	named *ahead // has the addresses of [Reader.Ahead], if not nil
}

// Document is something that holds one article, read but not parsed yet.
type Document struct {
	Source  string // path or address; a part of a file behind "!/" or "#"
	content func() string
	parse   func() (extract.Article, error)
}

// Content returns a hash of all that the document's article is made of, without
// parsing it: where it is what it was, so is the article ([extract.Article]'s
// Content).
func (d Document) Content() string { return d.content() }

// Article parses the document. The error names the source and the reason; it
// is a [*LanguageError] where the article is not in English.
func (d Document) Article() (extract.Article, error) { return d.parse() }

// Documents yields what the file or address at path holds, in its order: one
// document for a text or a page, several for a feed, a mailbox or an archive.
// A part that cannot be read is yielded as an error and does not stop the
// parts after it, unless the damage hides where they begin. Content is read as
// the sequence is drawn, so that an archive of any size takes little memory.
func (r *Reader) Documents(ctx context.Context, path string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		w := &walk{ctx: ctx, reader: r, yield: yield, budget: &budget{}, ahead: r.named}
		switch {
		case path == Stdin:
			w.stream(r.stdin(), blob{source: Stdin, title: "standard input"})
		case IsAddress(path):
			w.address(path)
		default:
			w.file(path)
		}
	}
}

// Stdin stands for standard input where a path can stand.
const Stdin = "-"

func (r *Reader) stdin() io.Reader {
	if r.Stdin == nil {
		return os.Stdin
	}
	return r.Stdin
}

// walk is one call of [Reader.Documents].
type walk struct {
	ctx     context.Context
	reader  *Reader
	yield   func(Document, error) bool
	stopped bool // no more is wanted
	budget  *budget
	ahead   *ahead // has the pages that are drawn, if not nil
}

// blob is content that was found somewhere and is to be recognised: a file, a
// member of an archive, a fetched page.
type blob struct {
	source string       // as [Document.Source]
	title  string       // how errors call it, where not by its source
	name   string       // file name; its ending tells the format
	media  string       // media type, where a server or a mail gives one
	meta   extract.Meta // what the container says of it
	depth  int          // how many containers it lies in
	r      io.Reader
	file   *os.File // r, where it is a file
	online bool     // it was fetched, so what it links to may be
}

func (b *blob) String() string {
	if b.title != "" {
		return b.title
	}
	return b.source
}

// inside returns the blob of a member called name.
func (b *blob) inside(name string, r io.Reader) blob {
	return blob{source: b.source + "!/" + name, name: name, depth: b.depth + 1, r: r}
}

// document yields a document, and reports whether more is wanted. Content is
// the hash of what parse makes the article of.
func (w *walk) document(source string, content func() string, parse func() (extract.Article, error)) bool {
	checked := func() (extract.Article, error) {
		article, err := parse()
		if err == nil && !w.reader.AnyLanguage {
			err = checkLanguage(source, article)
		}
		article.Content = content()
		return article, err
	}
	return w.send(Document{Source: source, content: content, parse: checked}, nil)
}

// fail yields an error about a part of the input.
func (w *walk) fail(source string, err error) bool {
	return w.send(Document{Source: source}, err)
}

func (w *walk) send(d Document, err error) bool {
	if w.stopped {
		return false
	}
	if cause := w.ctx.Err(); cause != nil && (err == nil || !errors.Is(err, cause)) {
		w.stopped = true
		w.yield(Document{Source: d.Source}, cause)
		return false
	}
	w.stopped = !w.yield(d, err)
	return !w.stopped
}

func (w *walk) file(path string) {
	file, err := openFile(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	defer file.Close()
	before, err := file.Stat()
	w.stream(file, blob{source: path, file: file})
	if after, failed := file.Stat(); err == nil && failed == nil && changed(before, after) {
		w.fail(path, fmt.Errorf("%s: %w", path, errChanged))
	}
}

// changed reports whether a file was written to between two looks at it. Of a
// pipe or a device there is no telling.
func changed(before, after fs.FileInfo) bool {
	return before.Mode().IsRegular() && (before.Size() != after.Size() || !before.ModTime().Equal(after.ModTime()))
}

func (w *walk) stream(r io.Reader, b blob) {
	if b.name == "" {
		b.name = b.source
	}
	b.r = w.budget.taken(r)
	w.open(b)
}
