package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"kg/graph"
)

const promptHelp = `A line is a question in English, a saved query with its arguments, or Gizmo:
  Who met Zelensky in Paris?
  who-met who=Macron
  g.V(kg("Macron")).Out("<rel:meets>")
:list      the saved queries       :explain Q  the Gizmo of Q
:help      this                    :quit       the end; so is Ctrl-D
Tab completes relations after "<rel:, names after kg(" or "<kg:, in a question
names and at the beginning saved queries. What was typed is kept for the next
time, in a file only you can read; KG_HISTORY=off keeps nothing.
`

// prompt asks for queries until there are no more. What goes wrong with one is
// said, and the next is asked for.
func prompt(c *cli.Context) error {
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		lines, done := linesFrom(ctx, c, g)
		defer done()
		for {
			line, err := lines()
			switch {
			case errors.Is(err, io.EOF):
				return nil
			case err != nil:
				return fmt.Errorf("reading the next query: %w", err)
			}
			if line = strings.TrimSpace(line); line == ":quit" || line == ":q" {
				return nil
			} else if line == "" {
				continue
			}
			if err := promptLine(ctx, c, g, line); err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				warn(c.App.ErrWriter, err)
			}
			if flusher, ok := c.App.Writer.(*bufio.Writer); ok {
				if err := flusher.Flush(); err != nil {
					return err
				}
			}
		}
	})
}

// promptLine answers one line.
func promptLine(ctx context.Context, c *cli.Context, g *graph.Graph, line string) error {
	command, rest, _ := strings.Cut(line, " ")
	switch {
	case command == ":help":
		fmt.Fprint(c.App.Writer, promptHelp)
		return nil
	case command == ":list":
		return listQueries(c)
	case command == ":explain":
		return explainLine(ctx, c, g, rest)
	case strings.HasPrefix(command, ":"):
		return hinted(fmt.Errorf("there is no %s", command), ":help says what there is")
	}
	asked, err := lineQuestion(c, line)
	if err != nil {
		return err
	}
	return ask(ctx, c, g, asked)
}

func explainLine(ctx context.Context, c *cli.Context, g *graph.Graph, line string) error {
	asked, err := lineQuestion(c, line)
	if err != nil {
		return err
	}
	if asked.english != "" {
		return explainEnglish(ctx, c, g, asked.english)
	}
	script, err := asked.script(ctx, g)
	if err == nil {
		fmt.Fprintln(c.App.Writer, strings.TrimSpace(script))
	}
	return err
}

var lineArgument = regexp.MustCompile(`(\w+)=("[^"]*"|'[^']*'|\S+)`)

// lineQuestion reads a line: a saved query may have its arguments behind its
// name, "who-met who=Macron".
func lineQuestion(c *cli.Context, line string) (question, error) {
	name, rest, _ := strings.Cut(line, " ")
	if _, found, err := savedQuery(c, name); err != nil {
		return question{}, err
	} else if !found {
		return questionOf(c, line, nil)
	}
	args := map[string]string{}
	for _, m := range lineArgument.FindAllStringSubmatch(rest, -1) {
		args[m[1]] = strings.Trim(m[2], `"'`)
	}
	return questionOf(c, name, args)
}

// linesFrom returns a function that returns the next line, with editing,
// history and completion where standard input is a terminal.
func linesFrom(ctx context.Context, c *cli.Context, g *graph.Graph) (next func() (string, error), done func()) {
	stdin, isFile := inputOf(c).(*os.File)
	if !isFile || !term.IsTerminal(int(stdin.Fd())) {
		lines := bufio.NewScanner(c.App.Reader)
		return func() (string, error) {
			if lines.Scan() {
				return lines.Text(), nil
			}
			if err := lines.Err(); err != nil {
				return "", err
			}
			return "", io.EOF
		}, func() {}
	}
	terminal := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{stdin, os.Stdout}, "kg> ")
	typed := readHistory(historyFile())
	terminal.History = typed
	complete := completer{ctx: ctx, g: g, screen: terminal, saved: savedNames(c)}
	terminal.AutoCompleteCallback = func(line string, at int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		return complete.line(line, at)
	}
	fmt.Fprintln(os.Stdout, "kg asks the graph: type a question, a saved query or Gizmo; :help says more, Ctrl-D ends.")
	// The terminal is raw only while a line is typed, so that Ctrl-C stops a
	// query as it does elsewhere.
	return func() (string, error) {
			state, err := term.MakeRaw(int(stdin.Fd()))
			if err != nil {
				return "", err
			}
			if width, height, err := term.GetSize(int(stdin.Fd())); err == nil {
				_ = terminal.SetSize(width, height) // a wrong width spoils only the look of the line
			}
			line, err := terminal.ReadLine()
			if restoreErr := term.Restore(int(stdin.Fd()), state); err == nil {
				err = restoreErr
			}
			return line, err
		}, func() {
			fmt.Fprintln(os.Stdout)
			if err := typed.save(); err != nil {
				warn(c.App.ErrWriter, hinted(fmt.Errorf("keeping what was typed: %w", err), "KG_HISTORY names another file, or is off"))
			}
		}
}

// inputOf returns standard input itself, not the reader that ends with kg.
func inputOf(c *cli.Context) io.Reader {
	if s, ok := c.App.Reader.(stoppable); ok {
		return s.in
	}
	return c.App.Reader
}

// completer completes what stands before the cursor.
type completer struct {
	ctx    context.Context
	g      *graph.Graph
	screen io.Writer // where the ways to go on are shown, if there are several
	saved  []string  // the names of the saved queries
}

var (
	// openTerm finds an IRI or a name that is begun: "<rel:hol, "<kg:Ma, kg("Mac.
	openTerm = regexp.MustCompile(`(<rel:|<kg:|kg\(["'])([^<>"']*)$`)

	// openName finds a name that is begun in a question: "Who met Ana Per".
	openName = regexp.MustCompile(`(^|[\s=])((?:\p{Lu}[\pL.'-]* )*\p{Lu}[\pL.'-]*)$`)

	openQuery = regexp.MustCompile(`^()([a-z][a-z-]*)$`)
)

// line returns a line with what stands before the cursor completed as far as it
// is certain, and where the cursor then stands; false where nothing is.
func (c completer) line(line string, at int) (string, int, bool) {
	for _, open := range []*regexp.Regexp{openTerm, openName, openQuery} {
		m := open.FindStringSubmatch(line[:at])
		if m == nil || open == openName && gizmoStart.MatchString(line) {
			continue
		}
		opening, begun := strings.TrimSpace(m[1]), m[2]
		candidates := c.saved
		if open != openQuery {
			candidates = c.candidates(opening, begun)
		}
		completed, only := c.complete(candidates, begun)
		if completed == "" {
			continue
		}
		if only && strings.HasPrefix(opening, "<") {
			completed += ">"
		}
		before := strings.TrimSuffix(line[:at], begun) + completed
		return before + line[at:], len(before), true
	}
	return "", 0, false
}

// mostShown is how many ways to go on are shown.
const mostShown = 20

// complete returns what all candidates that go on from what is begun have in
// common, "" where there are none, and whether there is but one. Where they
// have no more in common than what is begun, it shows them.
func (c completer) complete(candidates []string, begun string) (completed string, only bool) {
	candidates = slices.DeleteFunc(slices.Clone(candidates), func(s string) bool { return !strings.HasPrefix(s, begun) })
	slices.Sort(candidates)
	candidates = slices.Compact(candidates)
	if len(candidates) == 0 {
		return "", false
	}
	completed = commonPrefix(candidates)
	if len(candidates) > 1 && completed == begun {
		shown := candidates[:min(mostShown, len(candidates))]
		fmt.Fprintf(c.screen, "%s\n", printable(strings.Join(shown, "  ")))
	}
	return completed, len(candidates) == 1
}

// mostCandidates bounds how many names are compared for a completion.
const mostCandidates = 50

// candidates returns what a term that is begun may become, among other things.
func (c completer) candidates(opening, begun string) []string {
	var found []string
	err := c.g.View(c.ctx, func(v *graph.View) error {
		if opening == "<rel:" {
			relations, err := v.Relations(c.ctx)
			for _, r := range relations {
				found = append(found, strings.TrimPrefix(r.IRI, "rel:"))
			}
			return err
		}
		named, err := v.Named(c.ctx, strings.ReplaceAll(begun, "_", " "), mostCandidates)
		for _, n := range named {
			name := n.Name
			if opening == "<kg:" {
				name = strings.TrimPrefix(n.IRI, "kg:")
			}
			found = append(found, name)
			if opening == "" {
				found = append(found, fromWord(name, begun)...)
			}
		}
		return err
	})
	if err != nil {
		return nil
	}
	return found
}

// fromWord returns a name from its word on that begins so: a surname.
func fromWord(name, begun string) []string {
	if i := strings.Index(name, " "+begun); i >= 0 {
		return []string{name[i+1:]}
	}
	return nil
}

func commonPrefix(words []string) string {
	prefix := words[0]
	for _, w := range words[1:] {
		for !strings.HasPrefix(w, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return strings.ToValidUTF8(prefix, "")
}
