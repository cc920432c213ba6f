package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/extract"
	"kg/extract/source"
	"kg/graph"
)

func watchCommand() *cli.Command {
	return &cli.Command{
		Name:      "watch",
		Usage:     "put what comes in feeds into the graph, and keep on",
		ArgsUsage: "FEED…",
		Description: `FEED is the address of an RSS, Atom or JSON feed. It is asked for what is new every
quarter of an hour, politely: a feed that has not changed is not sent, one that does
not answer is asked less and less often, and robots.txt is heeded. An item that is
only a teaser is read from the page that it links to; where that cannot be read, it is
tried again twice. A feed is named when something came of it, or when it fails or
answers again. What was read is kept in the graph, so that kg goes on where it
stopped. Ctrl-C stops after the articles in hand.

  kg watch https://courier.example/rss
  kg watch --once https://courier.example/rss    for cron`,
		Flags: append(readerFlags(),
			&cli.DurationFlag{Name: "every", Usage: "ask a feed again after `TIME`, such as 30m or 2h", Value: 15 * time.Minute},
			&cli.BoolFlag{Name: "once", Usage: "ask every feed once, and end"},
			&cli.StringFlag{Name: "report", Usage: "write all that failed or was passed over to `FILE`, one JSON object a line; only the first 100 are named here then"},
			formatFlag(formatTable, formatJSONL),
		),
		Action: watch,
	}
}

// leastWait is how often a feed may be asked at most: more often is taken for
// an attack by some servers, and news is not that fast.
const leastWait = time.Minute

func watch(c *cli.Context) error {
	addresses, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	for _, address := range addresses {
		if !source.IsAddress(address) {
			return usage(fmt.Errorf("%s is no address of a feed", address), "write it with its https://; kg ingest reads feeds in files, once")
		}
	}
	if c.Duration("every") < leastWait {
		return usage(fmt.Errorf("--every %s is too often", shortTime(c.Duration("every"))), "at least 1m; --once asks a single time")
	}
	reader, err := newReader(c)
	if err != nil {
		return err
	}
	extractor, err := extract.New()
	if err != nil {
		return err
	}
	report, err := newFailureReport(c.String("report"))
	if err != nil {
		return err
	}
	err = withNew(c, func(ctx context.Context, g *graph.Graph) error {
		w := &watcher{c: c, graph: g, reader: reader, extractor: extractor, report: report}
		for _, address := range addresses {
			w.feeds = append(w.feeds, &watched{address: address})
		}
		if c.Bool("once") {
			return w.once(ctx)
		}
		return w.keepOn(ctx)
	})
	return cmp.Or(err, report.close())
}

// watcher is one run of kg watch.
type watcher struct {
	c         *cli.Context
	graph     *graph.Graph
	reader    *source.Reader
	extractor *extract.Extractor
	report    *failureReport
	feeds     []*watched
}

// watched is a feed that is watched.
type watched struct {
	address  string
	due      time.Time // when it is to be asked next
	failures int       // since it last answered
}

// once asks every feed once.
func (w *watcher) once(ctx context.Context) error {
	failed := false
	for _, f := range w.feeds {
		s, err := w.poll(ctx, f.address)
		failed = failed || err != nil || s.Failed > 0
		switch {
		case ctx.Err() != nil:
			return hinted(errors.New("stopped before the end; what is stored stays"), "the same command goes on")
		case err == nil:
			w.print(f.address, s)
		default:
			if broken := w.feedFailed(f, err); broken != nil {
				return broken
			}
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// keepOn asks each feed when it is due, until the user asks to stop.
func (w *watcher) keepOn(ctx context.Context) error {
	fmt.Fprintf(w.c.App.ErrWriter, "kg: watching %s, every %s; Ctrl-C stops\n", counted(len(w.feeds), "feed", "feeds"), shortTime(w.c.Duration("every")))
	for ctx.Err() == nil {
		for _, f := range w.feeds {
			if ctx.Err() != nil || time.Until(f.due) > 0 {
				continue
			}
			if err := w.ask(ctx, f); err != nil {
				return err
			}
		}
		next := w.feeds[0].due
		for _, f := range w.feeds {
			if f.due.Before(next) {
				next = f.due
			}
		}
		timer := time.NewTimer(time.Until(next))
		select {
		case <-ctx.Done():
		case <-timer.C:
		}
		timer.Stop()
	}
	fmt.Fprintln(w.c.App.ErrWriter, "kg: stopped; what was read is in the graph, and the same command goes on")
	return nil
}

// ask asks a feed and decides when to ask it again. The error is one that ends
// the watch.
func (w *watcher) ask(ctx context.Context, f *watched) error {
	s, err := w.poll(ctx, f.address)
	var busy *source.BusyError
	wanted := time.Duration(0)
	if errors.As(err, &busy) {
		wanted = busy.After
	}
	switch {
	case err == nil:
		if s.any() || f.failures > 0 || f.due.IsZero() { // it is also good to know that it is read at all, or again
			w.print(f.address, s)
		}
		f.failures = 0
	case interrupted(err):
		return nil
	default:
		f.failures++
		if broken := w.feedFailed(f, err); broken != nil {
			return broken
		}
	}
	wait := waitFor(w.c.Duration("every"), f.failures, wanted)
	f.due = time.Now().Add(wait)
	if f.failures > 0 {
		fmt.Fprintf(w.c.App.ErrWriter, "kg: %s is asked again in %s\n", printable(f.address), shortTime(wait))
	}
	return nil
}

// shortTime writes a time without the parts that are zero at its end: 2h, 1m30s.
func shortTime(d time.Duration) string {
	text := d.Round(time.Second).String()
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}

// feedFailed reports that a feed could not be read. An error of the graph is
// returned: every other feed would meet it too.
func (w *watcher) feedFailed(f *watched, err error) error {
	var broken graphError
	if errors.As(err, &broken) {
		return broken.error
	}
	warn(w.c.App.ErrWriter, err)
	w.report.add("failed", f.address, err)
	return nil
}

// graphError is an error of the graph, not of a feed.
type graphError struct{ error }

func (e graphError) Unwrap() error { return e.error }

// longestWait is how long a feed that fails again and again is left alone at
// most, unless its server asks for more.
const longestWait = 24 * time.Hour

// waitFor is how long to wait before a feed is asked again: twice as long after
// each failure, and at least what its server wants.
func waitFor(every time.Duration, failures int, wanted time.Duration) time.Duration {
	wait := every
	for range failures {
		wait = min(2*wait, max(every, longestWait))
	}
	return max(wait, wanted)
}

// poll reads what is new in a feed into the graph.
func (w *watcher) poll(ctx context.Context, address string) (summary, error) {
	var before source.FeedState
	noted, err := w.graph.FeedState(ctx, address)
	if err != nil {
		return summary{}, graphError{err}
	}
	if noted != "" && json.Unmarshal([]byte(noted), &before) != nil {
		before = source.FeedState{} // another kg's: read all, what is known changes nothing
	}
	poll, err := w.reader.Poll(ctx, address, before)
	if err != nil {
		return summary{}, err
	}
	in := &ingestion{graph: w.graph, reader: w.reader, extractor: w.extractor, errw: w.c.App.ErrWriter, report: w.report}
	if err := in.run(ctx, polled(ctx, poll)); err != nil {
		return summary{}, graphError{err}
	}
	state, err := json.Marshal(poll.Next())
	if err == nil && string(state) != noted {
		err = w.graph.SetFeedState(context.WithoutCancel(ctx), address, string(state))
	}
	if err != nil {
		return summary{}, graphError{err}
	}
	if n := poll.Waiting(); n > 0 && ctx.Err() == nil {
		fmt.Fprintf(w.c.App.ErrWriter, "kg: %s of %s could not be read; the next look tries again\n", counted(n, "item", "items"), printable(address))
	}
	return in.summary, nil
}

// polled yields the documents of a poll's items. An item counts as read when all
// of it went through the pipeline.
func polled(ctx context.Context, poll *source.Poll) iter.Seq[found] {
	return func(yield func(found) bool) {
		for i := range poll.Len() {
			for document, err := range poll.Documents(ctx, i) {
				if !yield(found{document: document, err: err}) {
					return
				}
			}
			if ctx.Err() != nil || !yield(found{endOf: true, ended: func(read bool) { poll.Done(i, read) }}) {
				return
			}
		}
	}
}

// fed is the result of one poll.
type fed struct {
	Feed string `json:"feed"`
	summary
}

// print prints what came of a poll, at once: it may be long until the next.
func (w *watcher) print(address string, s summary) {
	_ = printOne(w.c, fed{address, s}, func(out io.Writer, _ style) {
		fmt.Fprintf(out, "%s: ", printable(address))
		if !s.any() {
			fmt.Fprintln(out, "nothing new")
			return
		}
		printSummary(out, s)
	})
	if out, ok := w.c.App.Writer.(*bufio.Writer); ok {
		_ = out.Flush()
	}
}
