package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/source"
	"kg/graph"
)

func ingestCommand() *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "put articles into the graph",
		ArgsUsage: "PATH…",
		Description: `PATH is a text file, a folder of them, or - for standard input. The same article
again changes nothing; a changed one replaces what it said before. A file that
cannot be read stops no other. Ctrl-C stops after the articles in hand, or without
them where they take long; what was stored stays.`,
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: ingest,
	}
}

// A batch goes into the graph in one transaction. It is large enough that the
// transaction costs little, and small enough that little is lost when kg is
// stopped and that others who write wait for a second at most.
const batchArticles = 50

// summary is the result of an ingest.
type summary struct {
	New       int  `json:"new"`
	Changed   int  `json:"changed"`
	Unchanged int  `json:"unchanged"`
	Failed    int  `json:"failed"`
	Facts     int  `json:"facts"`    // statements of the new and changed articles
	Entities  int  `json:"entities"` // of the new and changed articles, each once
	Stopped   bool `json:"stopped,omitempty"`
}

func ingest(c *cli.Context) error {
	paths, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	if err := refuseAddresses(paths); err != nil {
		return err
	}
	files, problems := findFiles(paths)
	if len(files) == 0 && len(problems) > 0 {
		return failAll(c.App.ErrWriter, problems)
	}
	extractor, err := extract.New()
	if err != nil {
		return err
	}
	return withNew(c, func(ctx context.Context, g *graph.Graph) error {
		in := &ingestion{graph: g, extractor: extractor, stdin: c.App.Reader, errw: c.App.ErrWriter}
		for _, problem := range problems {
			in.fail(problem)
		}
		failed := in.run(ctx, files)
		if err := printOne(c, in.summary, func(w io.Writer, _ style) { printSummary(w, in.summary) }); err != nil {
			return err
		}
		return cmp.Or(failed, in.outcome())
	})
}

// refuseAddresses fails for http:// and https://.
func refuseAddresses(paths []string) error {
	for _, path := range paths {
		if strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://") {
			return usage(fmt.Errorf("%s: kg does not fetch addresses yet", path), "save the article as a text file and ingest that")
		}
	}
	return nil
}

// findFiles is source.Find, with "-" for standard input wherever it stands.
func findFiles(paths []string) ([]string, []error) {
	if !slices.Contains(paths, stdinPath) {
		return source.Find(paths)
	}
	files, problems := source.Find(slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == stdinPath }))
	return append(files, stdinPath), problems
}

func failAll(w io.Writer, problems []error) error {
	for _, problem := range problems {
		warn(w, problem)
	}
	return errReported
}

// ingestion is one run of kg ingest.
type ingestion struct {
	graph     *graph.Graph
	extractor *extract.Extractor
	stdin     io.Reader
	errw      io.Writer

	batch    []*extract.Extraction
	summary  summary
	entities map[string]bool // in new and changed articles
}

// reading is what came of one file.
type reading struct {
	status     graph.Status
	extraction *extract.Extraction // nil where unchanged
	err        error               // of the file
	broken     error               // of the graph, which every other file would meet too
}

// run reads, extracts and stores the files. It returns an error only where
// going on makes no sense; a file that fails is reported and counted.
func (in *ingestion) run(ctx context.Context, files []string) error {
	in.entities = map[string]bool{}
	for r := range inOrder(ctx, slices.Values(files), func(file string) reading { return in.read(ctx, file) }) {
		switch {
		case r.broken != nil:
			return r.broken
		case r.err != nil && interrupted(r.err):
		case r.err != nil:
			in.fail(r.err)
		case r.extraction == nil:
			in.summary.Unchanged++
		default:
			in.batch = append(in.batch, r.extraction)
		}
		if len(in.batch) >= batchArticles {
			if err := in.store(ctx); err != nil {
				return err
			}
		}
	}
	in.summary.Stopped = ctx.Err() != nil
	return in.store(ctx)
}

// read reads and extracts one file, unless the graph has it already. It goes
// on when the user has asked to stop: [inOrder] has the patience for that.
func (in *ingestion) read(ctx context.Context, file string) reading {
	ctx = context.WithoutCancel(ctx)
	article, err := readArticle(file, in.stdin)
	if err != nil {
		return reading{err: err}
	}
	status, err := in.graph.Status(ctx, article)
	if err != nil {
		return reading{broken: fmt.Errorf("looking for %s in the graph: %w", file, err)}
	}
	if status == graph.Unchanged {
		return reading{status: status}
	}
	return reading{status: status, extraction: in.extractor.Extract(article)}
}

// store puts the batch into the graph, also when the user has asked to stop:
// the work is done.
func (in *ingestion) store(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	changes, err := in.graph.Put(context.WithoutCancel(ctx), in.batch)
	if err != nil {
		return hinted(err, "the graph is as it was before them; ingest the same paths again to go on")
	}
	for i, change := range changes {
		in.count(change, in.batch[i])
	}
	in.batch = in.batch[:0]
	return nil
}

func (in *ingestion) count(change graph.Change, x *extract.Extraction) {
	switch change.Status {
	case graph.New:
		in.summary.New++
	case graph.Changed:
		in.summary.Changed++
	case graph.Unchanged:
		in.summary.Unchanged++
		return
	}
	in.summary.Facts += change.Facts
	for _, e := range x.Entities {
		in.entities[e.ID] = true
	}
	in.summary.Entities = len(in.entities)
}

func (in *ingestion) fail(err error) {
	in.summary.Failed++
	warn(in.errw, err)
}

func (in *ingestion) outcome() error {
	switch {
	case in.summary.Stopped:
		return hinted(errors.New("stopped before the end; what is stored stays"), "ingest the same paths again to go on")
	case in.summary.Failed > 0:
		return errReported
	}
	return nil
}

func printSummary(w io.Writer, s summary) {
	fmt.Fprintf(w, "%s: %d new, %d changed, %d unchanged, %d failed\n",
		counted(s.New+s.Changed+s.Unchanged+s.Failed, "article", "articles"), s.New, s.Changed, s.Unchanged, s.Failed)
	if s.New+s.Changed > 0 {
		fmt.Fprintf(w, "%s, %s\n", counted(s.Facts, "fact", "facts"), counted(s.Entities, "entity", "entities"))
	}
}

// readArticle reads the article of a file, or of standard input.
func readArticle(file string, stdin io.Reader) (extract.Article, error) {
	if file == stdinPath {
		return readStdin(stdin)
	}
	return source.Read(file)
}

// fileSeq yields the files, and standard input where none are given.
func fileSeq(files []string) iter.Seq[string] {
	if len(files) == 0 {
		return slices.Values([]string{stdinPath})
	}
	return slices.Values(files)
}
