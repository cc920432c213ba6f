package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// logEvery is how often a log gets a line while articles are read.
const logEvery = 30 * time.Second

// progress shows how far a run has come: as a bar with rate and time left on
// a terminal, as a line now and then in a log. A nil one shows nothing.
type progress struct {
	bar             *progressbar.ProgressBar // nil in a log
	w               io.Writer
	files, articles int // done
	all             int // files
	begun, logged   time.Time
}

func newProgress(c *cli.Context, files int) *progress {
	if c.Bool("quiet") {
		return nil
	}
	p := &progress{w: c.App.ErrWriter, all: files, begun: time.Now(), logged: time.Now()}
	if file, ok := p.w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		p.bar = progressbar.NewOptions(files,
			progressbar.OptionSetWriter(file),
			progressbar.OptionSetDescription("reading"),
			progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetItsString("files"),
			progressbar.OptionShowIts(),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionThrottle(100*time.Millisecond),
		)
	}
	return p
}

// file says that a file is done.
func (p *progress) file() {
	if p == nil {
		return
	}
	if p.files++; p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn stops nothing
	}
}

// article says that an article is done.
func (p *progress) article() {
	if p == nil {
		return
	}
	p.articles++
	switch {
	case p.bar != nil:
		p.bar.Describe(counted(p.articles, "article", "articles"))
	case time.Since(p.logged) >= logEvery:
		p.logged = time.Now()
		fmt.Fprintf(p.w, "kg: %s\n", p.line(time.Since(p.begun)))
	}
}

// line says how far a run has come after a time, with its rate and the time left,
// if the files to come are as those before.
func (p *progress) line(after time.Duration) string {
	line := fmt.Sprintf("%d of %s, %s, %.0f a second", p.files, counted(p.all, "file", "files"), counted(p.articles, "article", "articles"), float64(p.articles)/after.Seconds())
	if p.files > 0 && p.files < p.all {
		left := time.Duration(float64(after) / float64(p.files) * float64(p.all-p.files))
		line += fmt.Sprintf(", %v left", left.Round(time.Second))
	}
	return line
}

// clear makes room for a message.
func (p *progress) clear() {
	if p != nil && p.bar != nil {
		_ = p.bar.Clear()
	}
}

// close takes the bar off the terminal.
func (p *progress) close() {
	if p != nil && p.bar != nil {
		_ = p.bar.Finish()
	}
}
