package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/gold"
)

func labelCommand() *cli.Command {
	return &cli.Command{
		Name:      "label",
		Usage:     "annotate an article by saying yes or no to what was extracted",
		ArgsUsage: "FILE",
		Description: `Each fact of the article in FILE is shown with its sentence, and asked about:

  y  yes, the sentence says so         n  no, it must not be said
  e  yes, but as I put it now          s  skip it
  q  stop here; the next kg label FILE goes on

The answers go into a file beside it (news.txt: news.json), after each answer, which
kg eval scores by and docs/gold.md describes. What the extraction did not find is to
be added there by hand.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the annotations to `FILE`"},
		}, readerFlags()...),
		Action: label,
	}
}

func label(c *cli.Context) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	path := args[0]
	if path == stdinPath {
		return usage(errors.New("the answers come from standard input, so the article cannot"), "name a file")
	}
	output := c.String("output")
	if output == "" {
		output = strings.TrimSuffix(path, filepath.Ext(path)) + ".json"
	}
	reader, err := newReader(c)
	if err != nil {
		return err
	}
	article, err := readOne(c, reader, path)
	if err != nil {
		return err
	}
	annotated, err := readLabels(output, path, article)
	if err != nil {
		return err
	}
	extractor, err := extract.New()
	if err != nil {
		return err
	}
	l := &labelling{
		in: bufio.NewScanner(c.App.Reader), w: c.App.Writer, style: styleFor(c), article: annotated, extraction: extractor.Extract(article),
		save: func(a *gold.Article) error { return writeLabels(output, a) },
	}
	if err := l.run(); err != nil {
		return err
	}
	fmt.Fprintf(l.w, "%s: %d right, %d wrong, %s asked about, %d to go\n", printable(output),
		len(annotated.Facts), len(annotated.Forbidden), counted(len(annotated.Asked), "fact", "facts"), l.left())
	return nil
}

// readLabels reads what was annotated of an article before, nothing where there
// is no such file yet.
func readLabels(output, path string, article extract.Article) (*gold.Article, error) {
	name, err := filepath.Rel(filepath.Dir(output), path)
	if err != nil {
		return nil, err
	}
	found, err := gold.Read([]string{output})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &gold.Article{File: name, SHA256: article.SHA256}, nil
	case err != nil:
		return nil, hinted(err, "name another file with --output")
	case len(found) != 1 || filepath.Clean(found[0].File) != name || found[0].SHA256 != article.SHA256:
		return nil, hinted(fmt.Errorf("%s holds the annotations of another article, or of another text of it", output), "name another file with --output")
	}
	return found[0], nil
}

func writeLabels(output string, a *gold.Article) error {
	return writeFile(output, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return enc.Encode(a)
	})
}

// labelling is one run of kg label.
type labelling struct {
	in         *bufio.Scanner
	w          io.Writer
	style      style
	article    *gold.Article
	extraction *extract.Extraction
	save       func(*gold.Article) error
}

// asks reports whether a fact is still to be asked about. An annotation has an
// object, so what has none ("three people died") is not.
func (l *labelling) asks(f extract.Fact) bool {
	return f.Object.Text+f.Object.Value != "" && !slices.Contains(l.article.Asked, f.ID)
}

func (l *labelling) left() int {
	n := 0
	for _, f := range l.extraction.Facts {
		if l.asks(f) {
			n++
		}
	}
	return n
}

// run asks about each fact that was not asked about, until all are or the person
// has enough.
func (l *labelling) run() error {
	for _, f := range l.extraction.Facts {
		if !l.asks(f) {
			continue
		}
		more, err := l.ask(f)
		if err != nil || !more {
			return err
		}
		if err := l.save(l.article); err != nil {
			return err
		}
	}
	return nil
}

// ask asks about a fact; false where the person has enough.
func (l *labelling) ask(f extract.Fact) (more bool, err error) {
	fmt.Fprintf(l.w, "\n%s\n  %s\n", wrap(printable(f.Sentence.Text), l.style.width, ""), wrap(factLine(l.style, f), l.style.width-2, "      "))
	for {
		answer, ok, err := l.prompt("right? y n e s q: ")
		if err != nil || !ok || answer == "q" {
			return false, err
		}
		annotation := gold.Of(f, l.extraction)
		switch answer {
		case "y":
			l.article.Facts = append(l.article.Facts, annotation)
			l.entities(f)
		case "n":
			annotation.Kind = "wrong"
			l.article.Forbidden = append(l.article.Forbidden, annotation)
		case "e":
			if ok, err := l.edit(&annotation); err != nil || !ok {
				return false, err
			}
			l.article.Facts = append(l.article.Facts, annotation)
			l.entities(f)
		case "s":
		default:
			fmt.Fprintln(l.w, "  y yes, n no, e edit, s skip, q stop here")
			continue
		}
		l.article.Asked = append(l.article.Asked, f.ID)
		return true, nil
	}
}

// edit asks for the parts of a fact; an empty answer leaves a part as it is.
func (l *labelling) edit(f *gold.Fact) (ok bool, err error) {
	for _, part := range []struct {
		name string
		of   *[]string
		to   func(string) string
	}{
		{"subject", &f.Subject, func(text string) string { return text }},
		{"relation", &f.Relation, gold.Expression},
		{"object", &f.Object, func(text string) string { return text }},
	} {
		answer, ok, err := l.prompt("  " + part.name + ": ")
		if err != nil || !ok {
			return false, err
		}
		if answer != "" {
			*part.of = []string{part.to(answer)}
			f.Gloss = "" // it was the words of the extraction
		}
	}
	return true, nil
}

// prompt asks for a line; false at the end of the input.
func (l *labelling) prompt(question string) (answer string, ok bool, err error) {
	fmt.Fprint(l.w, question)
	if flusher, can := l.w.(interface{ Flush() error }); can {
		if err := flusher.Flush(); err != nil {
			return "", false, err
		}
	}
	if !l.in.Scan() {
		fmt.Fprintln(l.w)
		return "", false, l.in.Err()
	}
	return strings.TrimSpace(l.in.Text()), true, nil
}

// entities adds the things of a fact that is right.
func (l *labelling) entities(f extract.Fact) {
	for _, e := range l.extraction.Entities {
		if e.ID != f.Subject.ID && e.ID != f.Object.ID {
			continue
		}
		known := slices.ContainsFunc(l.article.Entities, func(g gold.Entity) bool { return g.Name == e.Name })
		if !known {
			l.article.Entities = append(l.article.Entities, gold.EntityOf(e))
		}
	}
}
