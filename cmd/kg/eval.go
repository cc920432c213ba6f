package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/gold"
	"kg/extract/source"
)

func evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "score the extraction on articles that you annotated",
		ArgsUsage: "GOLD…",
		Description: `GOLD is a file of annotations, as kg label makes them and docs/gold.md describes
them, or a folder of them; the text of each article lies beside its file. Counted is
how many of the facts were found, by kind; what was stated that must not be; and how
many of the things were found, with the right type, and not mixed up. What was missed
is listed with --missed.`,
		Flags: append([]cli.Flag{
			&cli.BoolFlag{Name: "missed", Usage: "list what was missed, and what was stated wrongly"},
			formatFlag(formatTable, formatJSON, formatJSONL),
		}, readerFlags()...),
		Action: evaluate,
	}
}

func evaluate(c *cli.Context) error {
	paths, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	annotated, err := gold.Read(paths)
	if err != nil {
		return hinted(err, "docs/gold.md describes the files; kg label makes one")
	}
	reader, err := newReader(c)
	if err != nil {
		return err
	}
	extractor, err := extract.New()
	if err != nil {
		return err
	}
	var score gold.Score
	var read []judged
	var extracted []*extract.Extraction
	var failed error
	for j := range inOrder(c.Context, slices.Values(annotated), func(a *gold.Article) judged { return extractAnnotated(c, reader, extractor, a) }) {
		if j.err != nil {
			warn(c.App.ErrWriter, j.err)
			failed = errReported
			continue
		}
		read, extracted = append(read, j), append(extracted, j.extraction)
	}
	if c.Context.Err() != nil {
		return errors.New("stopped before the end")
	}
	linkAll(extracted)
	for _, j := range read {
		score.Add(j.annotated, j.extraction)
	}
	if !c.Bool("missed") {
		score.Missed, score.Stated = nil, nil
	}
	if err := printOne(c, score, func(w io.Writer, s style) { printScore(w, s, &score) }); err != nil {
		return err
	}
	return failed
}

// judged is an annotated article with what was extracted of it.
type judged struct {
	annotated  *gold.Article
	extraction *extract.Extraction
	err        error
}

func extractAnnotated(c *cli.Context, reader *source.Reader, extractor *extract.Extractor, a *gold.Article) judged {
	article, err := readOne(c, reader, filepath.Join(a.Dir, a.File))
	if err == nil && a.SHA256 != "" && a.SHA256 != article.SHA256 {
		err = hinted(fmt.Errorf("%s: the text is another than the one that was annotated", article.Source), "put the text back, or annotate it anew")
	}
	if err != nil {
		return judged{err: err}
	}
	return judged{annotated: a, extraction: extractor.Extract(article)}
}

// readOne reads a file that holds one article.
func readOne(c *cli.Context, reader *source.Reader, path string) (extract.Article, error) {
	for document, err := range reader.Documents(c.Context, path) {
		if err != nil {
			return extract.Article{}, err
		}
		return document.Article()
	}
	return extract.Article{}, fmt.Errorf("%s: no article in it", path)
}

func printScore(w io.Writer, s style, score *gold.Score) {
	rows := [][]string{}
	row := func(what string, r gold.Ratio) {
		if r.Of > 0 {
			rows = append(rows, []string{what, fmt.Sprintf("%.4f", r.Share()), strconv.Itoa(r.Found), strconv.Itoa(r.Of)})
		}
	}
	for _, kind := range gold.Kinds {
		row("facts, "+kind, score.Facts[kind])
	}
	row("facts, all", score.All())
	row("things", score.Entities)
	row("things of the right type", score.Typed)
	row("dates, amounts, quantities", score.Literals)
	row("stated, and must not be", score.Forbidden)
	printTable(w, s, []column{{title: counted(score.Articles, "article", "articles")}, {title: "share", right: true}, {title: "found", right: true}, {title: "of", right: true}}, rows)
	fmt.Fprintf(w, "%s extracted, %d of them fit an annotated one; %d things of several, %d things in several\n",
		counted(score.Ours, "fact", "facts"), score.Fitting, score.OverMerged, score.UnderMerged)
	printMisses(w, s, "Missed", score.Missed)
	printMisses(w, s, "Stated, and must not be", score.Stated)
}

func printMisses(w io.Writer, s style, title string, misses []gold.Miss) {
	if len(misses) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", s.bold(title))
	for _, m := range misses {
		fmt.Fprintf(w, "  %s\n", wrap(printable(fmt.Sprintf("%s: %s (%s; %s)", m.Article, m.Fact, m.Kind, m.Reason)), s.width-2, "      "))
	}
}
