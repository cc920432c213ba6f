package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
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
not answer is asked less and less often, a host is asked for one page at a time, and
robots.txt is heeded. Several hosts are asked at once. An item that is only a teaser is
read from the page that it links to; where that cannot be read, it is tried again twice.
A feed is named when something came of it, or when it fails, for the first time or for
another reason, or answers again; with --once in the order given. What was read is kept
in the graph, so that kg goes on where it stopped. Ctrl-C stops after the articles in
hand.

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
		w := &watcher{c: c, graph: g, reader: reader, extractor: extractor, report: report, places: make(chan struct{}, feedsAtOnce)}
		for _, address := range addresses {
			if !slices.ContainsFunc(w.feeds, func(f *watched) bool { return f.address == address }) {
				w.feeds = append(w.feeds, &watched{address: address})
			}
		}
		if c.Bool("once") {
			return w.once(ctx)
		}
		return w.keepOn(ctx)
	})
	return cmp.Or(err, report.close())
}

// feedsAtOnce is how many feeds are looked at at once: what came of them lies in memory
// until it is stored. Most of them wait for an answer.
const feedsAtOnce = 32

// watcher is one run of kg watch. Several feeds are looked at at once; one goroutine
// stores what came of them, and prints.
type watcher struct {
	c         *cli.Context
	graph     *graph.Graph
	reader    *source.Reader
	extractor *extract.Extractor
	report    *failureReport
	feeds     []*watched
	places    chan struct{} // one taken for each feed that is looked at
}

// watched is a feed that is watched.
type watched struct {
	address  string
	looking  bool       // its portions are awaited
	in       *ingestion // of the look in hand; nil between two
	noted    string     // what the graph has of it
	due      time.Time  // when it is to be asked next
	failures int        // since it last answered
	reason   string     // why it failed, as it was said
}

// once asks every feed once. What came of them is stored in their order.
func (w *watcher) once(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	portions := make([]chan portion, len(w.feeds))
	for i := range portions {
		portions[i] = make(chan portion)
	}
	go func() {
		for i, f := range w.feeds {
			if w.takePlace(ctx) {
				go func() {
					defer w.givePlace()
					w.look(ctx, f, portions[i])
				}()
			}
		}
	}()
	failed := false
	for i, f := range w.feeds {
		s, err := w.all(ctx, portions[i])
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

func (w *watcher) takePlace(ctx context.Context) bool {
	select {
	case w.places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (w *watcher) givePlace() { <-w.places }

// all stores all the portions of a look.
func (w *watcher) all(ctx context.Context, portions <-chan portion) (summary, error) {
	for {
		p, ok := receive(portions, ctx.Done())
		if !ok {
			return summary{}, ctx.Err()
		}
		if s, err := w.store(ctx, p); p.last || err != nil {
			return s, err
		}
	}
}

// keepOn asks each feed when it is due, until the user asks to stop.
func (w *watcher) keepOn(ctx context.Context) error {
	fmt.Fprintf(w.c.App.ErrWriter, "kg: watching %s, every %s; Ctrl-C stops\n", counted(len(w.feeds), "feed", "feeds"), shortTime(w.c.Duration("every")))
	portions := make(chan portion)
	var looks sync.WaitGroup
	defer looks.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for ctx.Err() == nil {
		for _, f := range w.feeds {
			if f.looking || time.Until(f.due) > 0 {
				continue
			}
			f.looking = true
			looks.Go(func() {
				if w.takePlace(ctx) {
					defer w.givePlace()
					w.look(ctx, f, portions)
				}
			})
		}
		timer := time.NewTimer(w.untilDue())
		select {
		case <-ctx.Done():
		case <-timer.C:
		case p := <-portions:
			if err := w.takeIn(ctx, p); err != nil {
				return err
			}
		}
		timer.Stop()
	}
	fmt.Fprintln(w.c.App.ErrWriter, "kg: stopped; what was read is in the graph, and the same command goes on")
	return nil
}

// untilDue returns how long it is until a feed is due.
func (w *watcher) untilDue() time.Duration {
	least := longestWait
	for _, f := range w.feeds {
		if !f.looking {
			least = min(least, time.Until(f.due))
		}
	}
	return least
}

// takeIn stores a portion, and at the end of a look says what came of it and decides
// when to look again. The error is one that ends the watch.
func (w *watcher) takeIn(ctx context.Context, p portion) error {
	s, err := w.store(ctx, p)
	if err == nil && !p.last {
		return nil
	}
	f := p.feed
	f.looking = false
	var busy *source.BusyError
	wanted := time.Duration(0)
	if errors.As(err, &busy) {
		wanted = busy.After
	}
	said := f.reason
	switch {
	case interrupted(err):
		return nil
	case err == nil:
		if s.any() || f.failures > 0 || f.due.IsZero() { // it is also good to know that it is read at all, or again
			w.print(f.address, s)
		}
		f.failures, f.reason = 0, ""
	default:
		f.failures++
		if broken := w.feedFailed(f, err); broken != nil {
			return broken
		}
	}
	wait := waitFor(w.c.Duration("every"), f.failures, wanted)
	f.due = time.Now().Add(wait)
	if f.failures > 0 && f.reason != said {
		fmt.Fprintf(w.c.App.ErrWriter, "kg: %s is asked again in %s, and less and less often while that is so\n", printable(f.address), shortTime(wait))
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

// feedFailed reports that a feed could not be read, once for each reason. An error of
// the graph is returned: every other feed would meet it too.
func (w *watcher) feedFailed(f *watched, err error) error {
	var broken graphError
	if errors.As(err, &broken) {
		return broken.error
	}
	if f.reason != err.Error() {
		f.reason = err.Error()
		warn(w.c.App.ErrWriter, err)
		w.report.add("failed", f.address, err)
	}
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

// portion is some of what a look at a feed gave.
type portion struct {
	feed  *watched
	poll  *source.Poll
	noted string // what the graph had of the feed
	found []found
	last  bool  // of its look
	err   error // why the feed could not be read; then it is the last
}

// portionItems is how many items of a feed lie in memory until they are stored, and as
// many more while they are read.
const portionItems = 32

// look reads what is new in a feed, and sends it in portions.
func (w *watcher) look(ctx context.Context, f *watched, portions chan<- portion) {
	p := portion{feed: f, last: true}
	send := func() bool {
		select {
		case portions <- p:
			p.found = nil
			return true
		case <-ctx.Done():
			return false
		}
	}
	if p.noted, p.err = w.graph.FeedState(ctx, f.address); p.err != nil {
		p.err = graphError{p.err}
		send()
		return
	}
	var before source.FeedState
	if p.noted != "" && json.Unmarshal([]byte(p.noted), &before) != nil {
		before = source.FeedState{} // another kg's: read all, what is known changes nothing
	}
	if p.poll, p.err = w.reader.Poll(ctx, f.address, before); p.err != nil {
		send()
		return
	}
	for i := range p.poll.Len() {
		p.found = append(p.found, readItem(ctx, p.poll, i)...)
		p.last = i+1 == p.poll.Len()
		if ctx.Err() != nil || !p.last && (i+1)%portionItems == 0 && !send() {
			return
		}
	}
	p.last = true
	send()
}

// readItem returns what the item i of a poll holds or links to. It counts as read when
// all of it went through the pipeline.
func readItem(ctx context.Context, poll *source.Poll, i int) []found {
	var all []found
	for document, err := range poll.Documents(ctx, i) {
		all = append(all, found{document: document, err: err})
	}
	return append(all, found{endOf: true, ended: func(read bool) { poll.Done(i, read) }})
}

// store puts a portion into the graph, and notes what was read of its feed. At the end
// of a look it returns what came of all of it.
func (w *watcher) store(ctx context.Context, p portion) (summary, error) {
	f := p.feed
	if f.in == nil {
		f.in, f.noted = &ingestion{graph: w.graph, reader: w.reader, extractor: w.extractor, errw: w.c.App.ErrWriter, report: w.report}, p.noted
	}
	in := f.in
	if p.last {
		f.in = nil
	}
	if p.err != nil {
		return summary{}, p.err
	}
	if err := in.run(ctx, slices.Values(p.found)); err != nil {
		return summary{}, graphError{err}
	}
	state, err := json.Marshal(p.poll.Next())
	if err == nil && string(state) != f.noted {
		err = w.graph.SetFeedState(context.WithoutCancel(ctx), f.address, string(state))
		f.noted = string(state)
	}
	if err != nil {
		return summary{}, graphError{err}
	}
	if !p.last {
		return summary{}, nil
	}
	if n := p.poll.Waiting(); n > 0 && ctx.Err() == nil {
		fmt.Fprintf(w.c.App.ErrWriter, "kg: %s of %s could not be read; the next look tries again\n", counted(n, "item", "items"), printable(f.address))
	}
	in.finish(ctx)
	return in.summary, nil
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
