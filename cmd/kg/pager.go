package main

import (
	"bytes"
	"cmp"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// pager is standard output. What a command prints for people goes through a
// program such as less where it is a terminal and more than it shows at once.
type pager struct {
	out     io.Writer
	height  int // lines of the terminal; 0 where there is none
	on      bool
	held    bytes.Buffer // what is not printed yet, less than a terminal full
	program *exec.Cmd    // nil until it runs
	pipe    io.WriteCloser
}

const (
	pagerKey     = "pager"
	noPagerFlag  = "no-pager"
	defaultPager = "less -FRX" // ends by itself where all fits, keeps colours and the screen
)

func newPager(out io.Writer) *pager {
	p := &pager{out: out}
	if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		if _, height, err := term.GetSize(int(file.Fd())); err == nil {
			p.height = height
		}
		if height, err := strconv.Atoi(os.Getenv("LINES")); err == nil {
			p.height = height
		}
	}
	return p
}

// page lets what follows go through the pager, where that is wanted and the
// terminal can.
func page(c *cli.Context) {
	p, ok := c.App.Metadata[pagerKey].(*pager)
	if ok && p.height > 0 && !c.Bool(noPagerFlag) && !c.Bool("interactive") && os.Getenv("TERM") != "dumb" {
		p.on = pagerCommand() != nil
	}
}

// pagerCommand is the program that $KG_PAGER or else $PAGER names, with its
// arguments; less where neither is set. It is nil where there is none, or "cat".
func pagerCommand() []string {
	command := defaultPager
	for _, name := range []string{"PAGER", "KG_PAGER"} {
		if value, set := os.LookupEnv(name); set {
			command = value
		}
	}
	words := strings.Fields(command)
	if len(words) == 0 || words[0] == "cat" {
		return nil
	}
	if _, err := exec.LookPath(words[0]); err != nil {
		return nil
	}
	return words
}

// Write prints, or keeps until it is clear whether it is more than fits.
func (p *pager) Write(b []byte) (int, error) {
	if p.program != nil {
		if _, err := p.pipe.Write(b); err != nil {
			return len(b), nil // who leaves the pager has seen enough
		}
		return len(b), nil
	}
	if !p.on {
		return p.out.Write(b)
	}
	p.held.Write(b)
	if bytes.Count(p.held.Bytes(), []byte("\n")) < p.height {
		return len(b), nil
	}
	return len(b), p.start()
}

// start runs the program with what was held back. Ctrl-C is then for it.
func (p *pager) start() error {
	words := pagerCommand()
	program := exec.Command(words[0], words[1:]...)
	program.Stdout, program.Stderr = p.out, os.Stderr
	pipe, err := program.StdinPipe()
	if err == nil {
		err = program.Start()
	}
	if err != nil {
		p.on = false
		return p.flush()
	}
	signal.Ignore(os.Interrupt)
	p.program, p.pipe = program, pipe
	_, _ = p.pipe.Write(p.held.Bytes()) // as in Write
	p.held.Reset()
	return nil
}

// Close prints what was held back, or waits for the program to end.
func (p *pager) Close() error {
	if p.program == nil {
		return p.flush()
	}
	return cmp.Or(p.pipe.Close(), p.program.Wait())
}

func (p *pager) flush() error {
	_, err := p.out.Write(p.held.Bytes())
	p.held.Reset()
	return err
}
