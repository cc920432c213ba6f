package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/nlp"
	"kg/extract/source"
)

// The further formats of kg extract.
const (
	formatCoNLLU = "conllu"
	formatIOB2   = "iob2"
)

func extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print what articles state, without a graph",
		ArgsUsage: "[PATH…]",
		Description: `PATH is a file, a folder, an address or - for standard input, as for kg ingest;
without one standard input is read. Formats: table prints each sentence and its
facts, jsonl a record a line (article, entities, facts), conllu and iob2 the
analysis itself. In records the same person, place or organisation has one id in
all the articles.`,
		Flags: append(readerFlags(),
			&cli.BoolFlag{Name: "per-line", Usage: "every line is an article of its own"},
			&cli.BoolFlag{Name: "apart", Usage: "name entities by each article alone, and print it as soon as it is read"},
			&cli.BoolFlag{Name: "pretokenized", Usage: "the input is CoNLL-U or IOB2; keep its tokens and sentences"},
			confidenceFlag("only facts"),
			formatFlag(formatTable, formatJSONL, formatCoNLLU, formatIOB2),
		),
		Action: extractArticles,
	}
}

// An input is an article to extract, or why there is none.
type input struct {
	article  extract.Article
	document *source.Document  // holds the article, where it is not parsed yet
	given    *nlp.Pretokenized // where the tokens are given
	err      error
}

// output is an extraction and the analysis it rests on.
type output struct {
	extraction *extract.Extraction
	doc        *nlp.Document
	docID      string // in CoNLL-U
	err        error
}

func extractArticles(c *cli.Context) error {
	if c.Bool("per-line") && c.Bool("pretokenized") {
		return usage(errors.New("--per-line and --pretokenized exclude each other"), "CoNLL-U has its sentences marked already")
	}
	paths := c.Args().Slice()
	if len(paths) == 0 {
		paths = []string{stdinPath}
	}
	reader, err := newReader(c)
	if err != nil {
		return err
	}
	files, problems := source.Find(paths)
	x, err := newExtractor()
	if err != nil {
		return err
	}
	failed := len(problems) > 0
	if failed {
		_ = failAll(c.App.ErrWriter, problems)
		if len(files) == 0 {
			return errReported
		}
	}
	write := atLeast(c.Float64(minConfidenceFlag), x.writer(c))
	together := len(files) > 1 && !c.Bool("per-line") && !c.Bool("apart") && c.String("format") == formatJSONL
	var held []output
	for o := range inOrder(c.Context, inputs(c, reader, files), x.extract) {
		if o.err != nil {
			warn(c.App.ErrWriter, o.err)
			failed = true
			continue
		}
		if together {
			held = append(held, output{extraction: o.extraction})
			continue
		}
		if err := write(o); err != nil {
			return err
		}
	}
	if err := writeLinked(held, write); err != nil {
		return err
	}
	switch {
	case c.Context.Err() != nil:
		return errors.New("stopped before the end")
	case failed:
		return errReported
	}
	return nil
}

// inputs yields the articles to extract, one at a time: a file, or a line of
// one may be large.
func inputs(c *cli.Context, reader *source.Reader, files []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		ctx, cancel := context.WithCancel(c.Context)
		defer cancel()
		if !c.Bool("per-line") && !c.Bool("pretokenized") {
			reader = reader.Ahead(ctx, files)
		}
		for _, file := range files {
			if !yieldFile(c, reader, file, yield) {
				return
			}
		}
	}
}

func yieldFile(c *cli.Context, reader *source.Reader, file string, yield func(input) bool) bool {
	switch {
	case c.Bool("per-line"):
		return yieldLines(file, c.App.Reader, yield)
	case c.Bool("pretokenized"):
		return yieldPretokenized(file, c.App.Reader, yield)
	}
	for document, err := range reader.Documents(c.Context, file) {
		if !yield(input{document: &document, err: err}) {
			return false
		}
	}
	return true
}

// yieldLines yields the lines of a file as articles. Empty lines are none, but
// are counted.
func yieldLines(file string, stdin io.Reader, yield func(input) bool) bool {
	r, err := openFile(file, stdin)
	if err != nil {
		return yield(input{err: err})
	}
	defer r.Close()
	lines := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return yield(input{err: fmt.Errorf("%s: line %d: %w", file, number, err)})
		}
		if text := strings.TrimRight(line, "\r\n"); strings.TrimSpace(text) != "" {
			if !yield(lineInput(file, text, number)) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
	}
}

func lineInput(file, text string, number int) input {
	if problem := notText(text); problem != nil {
		return input{err: fmt.Errorf("%s: line %d: %w", file, number, problem)}
	}
	article := extract.NewArticle(file, text, extract.Meta{})
	article.Line = number
	return input{article: article}
}

func yieldPretokenized(file string, stdin io.Reader, yield func(input) bool) bool {
	r, err := openFile(file, stdin)
	if err != nil {
		return yield(input{err: err})
	}
	defer r.Close()
	docs, err := nlp.ReadPretokenized(r)
	if err != nil {
		return yield(input{err: hinted(fmt.Errorf("%s: %w", file, err), "--pretokenized reads CoNLL-U, or IOB2 with one token a line")})
	}
	for _, doc := range docs {
		article := extract.NewArticle(file, doc.Text, extract.Meta{})
		if !yield(input{article: article, given: &doc}) {
			return false
		}
	}
	return true
}

func openFile(file string, stdin io.Reader) (io.ReadCloser, error) {
	if file == stdinPath {
		return io.NopCloser(stdin), nil
	}
	return openNamed(file)
}

// notText says why text is not text, or nil.
func notText(text string) error {
	if i := strings.IndexByte(text, 0); i >= 0 {
		return fmt.Errorf("not text: byte %d is zero", i)
	}
	if utf8.ValidString(text) {
		return nil
	}
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return fmt.Errorf("not UTF-8: byte %d is 0x%02x", i, text[i])
		}
	}
	return nil
}

// articleExtractor is an extract.Extractor, and the analyzer for text whose
// tokens are given.
type articleExtractor struct {
	extractor *extract.Extractor
	analyzer  *nlp.Analyzer
}

func newExtractor() (*articleExtractor, error) {
	extractor, err := extract.New()
	if err != nil {
		return nil, err
	}
	analyzer, err := nlp.New()
	if err != nil {
		return nil, fmt.Errorf("loading the language models: %w", err)
	}
	return &articleExtractor{extractor, analyzer}, nil
}

func (x *articleExtractor) extract(in input) output {
	switch {
	case in.err != nil:
		return output{err: in.err}
	case in.given != nil:
		extraction, doc, err := extract.AttemptAnalysed(in.article, func() *nlp.Document { return x.analyzer.AnalyzePretokenized(*in.given) })
		return output{extraction: extraction, doc: doc, docID: cmp.Or(in.given.ID, in.article.ID), err: err}
	}
	if in.document != nil {
		article, err := in.document.Article()
		if err != nil {
			return output{err: err}
		}
		in.article = article
	}
	extraction, doc, err := x.extractor.Attempt(in.article)
	return output{extraction: extraction, doc: doc, docID: in.article.ID, err: err}
}

// atLeast returns a writer of the facts that are at least so sure. What is
// inferred is no surer than what it is inferred from, so none loses its basis.
func atLeast(share float64, write func(output) error) func(output) error {
	if share == 0 {
		return write
	}
	return func(o output) error {
		sure := *o.extraction
		sure.Facts = slices.DeleteFunc(slices.Clone(sure.Facts), func(f extract.Fact) bool { return float64(f.Confidence) < share })
		o.extraction = &sure
		return write(o)
	}
}

// writer returns what writes an output in the chosen format.
func (x *articleExtractor) writer(c *cli.Context) func(output) error {
	w := c.App.Writer
	switch c.String("format") {
	case formatJSONL:
		records := extract.NewRecordWriter(w)
		return func(o output) error { return records.Write(o.extraction) }
	case formatCoNLLU:
		return func(o output) error { return nlp.WriteCoNLLU(w, o.docID, o.doc) }
	case formatIOB2:
		return func(o output) error { return nlp.WriteIOB2(w, o.docID, o.doc) }
	}
	s := styleFor(c)
	return func(o output) error {
		printExtraction(w, s, o.extraction, o.doc)
		return nil
	}
}

// printExtraction prints each sentence that states something, and what it
// states below it.
func printExtraction(w io.Writer, s style, x *extract.Extraction, doc *nlp.Document) {
	title := x.Article.Title
	if title == "" {
		title = x.Article.ID
	}
	fmt.Fprintf(w, "%s\n", s.bold(printable(title)))
	fmt.Fprintf(w, "%s\n", s.dim(fmt.Sprintf("%s, %s, %s", counted(len(doc.Sentences), "sentence", "sentences"),
		counted(len(x.Entities), "entity", "entities"), counted(len(x.Facts), "fact", "facts"))))
	facts := map[int][]extract.Fact{}
	for _, f := range x.Facts {
		facts[f.Sentence.Begin] = append(facts[f.Sentence.Begin], f)
	}
	for _, begin := range sortedKeys(facts) {
		of := facts[begin]
		fmt.Fprintf(w, "\n%s\n", wrap(printable(of[0].Sentence.Text), s.width, ""))
		for _, f := range of {
			fmt.Fprintf(w, "  %s\n", wrap(factLine(s, f), s.width-2, "      "))
		}
	}
	fmt.Fprintln(w)
}

func sortedKeys[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// factLine is a fact on a line: subject · relation · object, what it holds
// under, and how sure it is.
func factLine(s style, f extract.Fact) string {
	parts := []string{named(f.Subject), s.bold(f.Relation.Label)}
	if f.Object.Text != "" {
		parts = append(parts, named(f.Object))
	}
	line := strings.Join(parts, " · ")
	details := []string{}
	for _, c := range f.Context {
		details = append(details, contextWords(c))
	}
	if f.Speaker != nil {
		details = append(details, "according to "+f.Speaker.Name)
	}
	if len(f.DerivedFrom) > 0 {
		details = append(details, "derived")
	}
	details = append(details, fmt.Sprintf("%s %.2f", f.Rule, f.Confidence))
	return printable(line) + "  " + s.dim("("+printable(strings.Join(details, "; "))+")")
}

func contextWords(c extract.Context) string {
	if c.Value != "" && c.Value != c.Text {
		return c.Text + " = " + c.Value
	}
	return c.Text
}

// named is an argument by the name of its entity, else in its own words.
func named(a extract.Argument) string {
	if a.Name != "" {
		return a.Name
	}
	if a.Value != "" {
		return "“" + a.Value + "”"
	}
	return a.Text
}
