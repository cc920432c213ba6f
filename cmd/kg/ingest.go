package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/source"
	"kg/graph"
)

func ingestCommand() *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "put articles into the graph",
		ArgsUsage: "PATH|URL|-…",
		Description: `PATH is a file, a folder of them, or a pattern in quotes; - is standard input; a URL
is fetched, politely, and those of several hosts at once. Read are text, Markdown, HTML, PDF, mail, mailboxes, RSS and
Atom feeds, JSON, JSON Lines, CSV, web archives (WARC), and archives and compressed
files of these. The same article again changes nothing; a changed one replaces what
it said before. What cannot be read stops nothing else. Ctrl-C stops after the
articles in hand, or without them where they take long; what was stored stays.`,
		Flags: append(readerFlags(),
			&cli.StringFlag{Name: "report", Usage: "write all that failed or was passed over to `FILE`, one JSON object a line; only the first 100 are named here then"},
			&cli.BoolFlag{Name: "dry-run", Usage: "read and extract, but leave the graph as it is"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "show no progress"},
			formatFlag(formatTable, formatJSON, formatJSONL),
		),
		Action: ingest,
	}
}

// A batch goes into the graph in one transaction. It is large enough that the
// transaction costs little: a page of the file is written once a transaction,
// however many of its quads change, and an article that gets other names from
// several is written once, so that in batches of a third of this storing takes some
// 6 % longer with notices of a sentence, and 10 % with long articles. It is small
// enough that little is lost when kg is stopped, that others who write wait for a
// few seconds at most, and that long articles take no more memory than short ones:
// what they state counts.
const (
	batchArticles = 1000
	batchFacts    = 4000
)

// goMemory is how many bytes garbage may fill before it is collected more often than it
// would be: what is in use is some 150 MB after 50,000 articles, and what a large batch or a busy
// machine leaves uncollected would double it. SQLite's pages lie beside that.
const goMemory = 220 << 20

func ingest(c *cli.Context) error {
	paths, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(goMemory))
	}
	reader, err := newReader(c)
	if err != nil {
		return err
	}
	files, problems := source.Find(paths)
	if len(files) == 0 && len(problems) > 0 {
		return failAll(c.App.ErrWriter, problems)
	}
	extractor, err := extract.New()
	if err != nil {
		return err
	}
	report, err := newFailureReport(c.String("report"))
	if err != nil {
		return err
	}
	in := &ingestion{
		reader: reader, extractor: extractor, errw: c.App.ErrWriter, report: report,
		progress: newProgress(c, len(files)), dryRun: c.Bool("dry-run"),
	}
	open := withNew
	if in.dryRun {
		open = withGraphOrNone
	}
	err = open(c, func(ctx context.Context, g *graph.Graph) error {
		in.graph = g
		for _, problem := range problems {
			in.fail("", problem)
		}
		failed := in.run(ctx, in.documents(ctx, files))
		in.finish(ctx)
		if err := printOne(c, in.summary, func(w io.Writer, _ style) { printSummary(w, in.summary) }); err != nil {
			return err
		}
		return cmp.Or(failed, in.outcome())
	})
	return cmp.Or(err, report.close())
}

// withGraphOrNone opens the graph for reading, or calls f with nil where there
// is none yet.
func withGraphOrNone(c *cli.Context, f func(context.Context, *graph.Graph) error) error {
	if !graphExists(c.String("db")) {
		return f(c.Context, nil)
	}
	return withGraph(c, f)
}

func failAll(w io.Writer, problems []error) error {
	for _, problem := range problems {
		warn(w, problem)
	}
	return errReported
}

// ingestion is one run of kg ingest.
type ingestion struct {
	graph     *graph.Graph // nil in a dry run where there is none
	reader    *source.Reader
	extractor *extract.Extractor
	errw      io.Writer
	report    *failureReport
	progress  *progress
	dryRun    bool

	batch   []reading
	facts   int  // of the batch
	failing bool // something of the file in hand could not be read
	summary summary
	tally   tally
}

// found is a document, or why there is none; at the end of a file it says so.
type found struct {
	document source.Document
	err      error
	endOf    bool
	ended    func(read bool) // called at the end, if not nil; read: nothing failed
	before   *graph.Held     // what the graph has from its source, as [graph.Graph.Contents] gives it; nil where nobody asked
}

// reading is what came of one document.
type reading struct {
	found
	status     graph.Status
	extraction *extract.Extraction // nil where unchanged
	broken     error               // of the graph, which every other article would meet too
	elapsed    time.Duration       // that parsing and extracting took
}

// run reads, extracts and stores documents, of one file after the other. Batches are stored while
// the next articles are read and extracted. It returns an error only where
// going on makes no sense; what fails is reported and counted. It may be called again
// with more, before [ingestion.finish].
func (in *ingestion) run(ctx context.Context, documents iter.Seq[found]) error {
	batches := make(chan []reading)
	stored := make(chan error, 1)
	go func() { stored <- in.storeAll(ctx, batches) }()
	failed := in.readAll(ctx, documents, batches, stored)
	close(batches)
	if failed == nil {
		failed = <-stored
	}
	in.progress.close()
	return failed
}

// finish completes the summary of what was run.
func (in *ingestion) finish(ctx context.Context) {
	in.tally.into(&in.summary)
	in.summary.Stopped = ctx.Err() != nil
}

// readAll sends what comes of documents, in batches, until all is sent or storing
// has failed.
func (in *ingestion) readAll(ctx context.Context, documents iter.Seq[found], batches chan<- []reading, stored <-chan error) error {
	send := func() error {
		if len(in.batch) == 0 {
			return nil
		}
		select {
		case batches <- in.batch:
			in.batch, in.facts = nil, 0
			return nil
		case err := <-stored:
			return err
		}
	}
	for r := range inOrder(ctx, documents, func(f found) reading { return in.read(ctx, f) }) {
		if r.broken != nil {
			return r.broken
		}
		if in.take(r); len(in.batch) >= batchArticles || in.facts >= batchFacts {
			if err := send(); err != nil {
				return err
			}
		}
	}
	return send()
}

// filesAhead is how many files the graph is asked about at once.
const filesAhead = 256

// documents yields what the files hold, one file after the other.
func (in *ingestion) documents(ctx context.Context, files []string) iter.Seq[found] {
	return func(yield func(found) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		reader := in.reader.Ahead(ctx, files)
		for part := range slices.Chunk(files, filesAhead) {
			before := in.contents(ctx, part)
			for _, file := range part {
				for document, err := range reader.Documents(ctx, file) {
					f := found{document: document, err: err}
					if held, asked := before[document.Source]; asked {
						f.before = &held
					}
					if !yield(f) {
						return
					}
				}
				if !yield(found{endOf: true}) {
					return
				}
			}
		}
	}
}

// contents returns what the graph has from files; nothing where that cannot be
// said, so that it is asked again of each.
func (in *ingestion) contents(ctx context.Context, files []string) map[string]graph.Held {
	if in.graph == nil {
		return nil
	}
	contents, err := in.graph.Contents(ctx, files)
	if err != nil {
		return nil
	}
	return contents
}

// holds reports whether the graph has a document as it is.
func (in *ingestion) holds(ctx context.Context, f found) (bool, error) {
	if f.before != nil {
		return f.before.Content != "" && f.before.Content == f.document.Content(), nil
	}
	return in.graph.Holds(ctx, f.document.Source, f.document.Content())
}

// take counts what came of a document, and keeps what is to be stored.
func (in *ingestion) take(r reading) {
	var language *source.LanguageError
	switch {
	case r.endOf:
		in.progress.file()
		if r.ended != nil {
			r.ended(!in.failing)
		}
		in.failing = false
		return
	case r.err != nil && interrupted(r.err):
		return
	case errors.As(r.err, &language):
		in.skip(language)
	case r.err != nil:
		in.fail(r.document.Source, r.err)
	case r.extraction == nil:
		in.summary.Unchanged++
	default:
		in.batch = append(in.batch, r)
		in.facts += len(r.extraction.Facts)
	}
	in.progress.article()
}

// read parses and extracts one document, unless the graph has it already. It
// goes on when the user has asked to stop: [inOrder] has the patience for that.
func (in *ingestion) read(ctx context.Context, f found) reading {
	if f.endOf || f.err != nil {
		return reading{found: f}
	}
	ctx = context.WithoutCancel(ctx)
	begun := time.Now()
	if in.graph != nil {
		held, err := in.holds(ctx, f)
		if err != nil || held {
			return reading{found: f, status: graph.Unchanged, broken: err}
		}
	}
	article, err := f.document.Article()
	if err != nil {
		return reading{found: found{document: f.document, err: err}}
	}
	r := reading{found: f}
	if in.graph != nil && (f.before == nil || f.before.Known || article.Line > 0) { // else the source is new
		if r.status, err = in.graph.Status(ctx, article); err != nil {
			return reading{broken: err}
		}
	}
	if r.status != graph.Unchanged {
		if r.extraction, _, err = in.extractor.Attempt(article); err != nil {
			return reading{found: found{document: f.document, err: err}}
		}
	}
	r.elapsed = time.Since(begun)
	return r
}

// storeAll puts batches into the graph, also when the user has asked to stop:
// the work is done.
func (in *ingestion) storeAll(ctx context.Context, batches <-chan []reading) error {
	ctx = context.WithoutCancel(ctx)
	for batch := range batches {
		changes, err := in.store(ctx, batch)
		if err != nil {
			return hinted(err, "the graph is as it was before them; ingest the same paths again to go on")
		}
		for i, change := range changes {
			in.tally.add(change, batch[i])
		}
	}
	return nil
}

func (in *ingestion) store(ctx context.Context, batch []reading) ([]graph.Change, error) {
	if in.dryRun {
		return planned(batch), nil
	}
	extractions := make([]*extract.Extraction, len(batch))
	for i, r := range batch {
		extractions[i] = r.extraction
	}
	return in.graph.Put(ctx, extractions)
}

// planned is what storing a batch would change.
func planned(batch []reading) []graph.Change {
	changes := make([]graph.Change, len(batch))
	for i, r := range batch {
		changes[i] = graph.Change{Article: r.extraction.Article.ID, Status: r.status, Facts: graph.Statements(r.extraction.Facts)}
	}
	return changes
}

func (in *ingestion) fail(source string, err error) {
	in.summary.Failed++
	in.failing = true
	in.say(func() { warn(in.errw, err) })
	in.report.add("failed", source, err)
}

func (in *ingestion) skip(err *source.LanguageError) {
	in.summary.Skipped++
	in.say(func() { fmt.Fprintf(in.errw, "kg: passed over %v\n", err) })
	in.report.add("passed over", err.Source, err)
}

// mostSaid is how many articles that were not read are named on standard error,
// where a report names them all.
const mostSaid = 100

// say says that an article was not read.
func (in *ingestion) say(message func()) {
	in.progress.clear()
	said := in.summary.Failed + in.summary.Skipped
	switch {
	case in.report == nil || said <= mostSaid:
		message()
	case said == mostSaid+1:
		fmt.Fprintf(in.errw, "kg: more could not be read; %s names them all\n", in.report.file.Name())
	}
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
