package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/queries"
)

func queryCommand() *cli.Command {
	return &cli.Command{
		Name:      "query",
		Usage:     "ask the graph",
		ArgsUsage: "[QUERY]",
		Description: `QUERY is a question in English, the name of a saved query, which kg query --list
lists, or Gizmo, Cayley's query language:

  kg query "Who met Zelensky in Paris?"
  kg query who-met --arg who=Macron
  kg query 'g.V(kg("Macron")).Out("<rel:meets>")'

Queries of your own, files NAME.gizmo in $KG_QUERIES or in kg/queries in your
folder for settings, stand beside ours.

Questions begin with who, whom, what, which, where, when, how many, how old, did,
is …; an answer stands with the sentences that it rests on. What no article says is
not answered: then nothing is printed, and how the question was understood is said
on standard error.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "file", Aliases: []string{"f"}, Usage: "read the Gizmo from `FILE`; - is standard input"},
			&cli.StringSliceFlag{Name: "arg", Usage: "an argument of a saved query, `NAME=VALUE`; may be given again"},
			&cli.BoolFlag{Name: "interactive", Aliases: []string{"i"}, Usage: "ask at a prompt, with history and completion; :help there says more"},
			&cli.BoolFlag{Name: "list", Usage: "list the saved queries and their arguments"},
			&cli.BoolFlag{Name: "explain", Usage: "print the Gizmo instead of the answer; kg query -f runs it"},
			&cli.BoolFlag{Name: "evidence", Usage: "add to each row of Gizmo the sentences that relate what is in it"},
			&cli.IntFlag{Name: "limit", Usage: "print at most `N` rows; 0 is no limit", Value: 1000},
			&cli.DurationFlag{Name: "timeout", Usage: "stop after `TIME`; 0 is no limit", Value: 30 * time.Second},
			confidenceFlag("answer questions in English only from statements"),
			formatFlag(formatTable, formatJSON, formatJSONL, formatCSV),
		},
		BashComplete: completeQuery,
		Action:       queryGraph,
	}
}

func completeQuery(c *cli.Context) {
	if c.NArg() > 0 {
		return
	}
	for _, name := range savedNames(c) {
		fmt.Fprintln(c.App.Writer, name)
	}
}

func queryGraph(c *cli.Context) error {
	if c.Bool("list") {
		return listQueries(c)
	}
	if c.Bool("interactive") {
		return prompt(c)
	}
	if c.Int("limit") < 0 || c.Duration("timeout") < 0 {
		return usage(errors.New("--limit and --timeout cannot be below 0"), "0 is no limit")
	}
	asked, err := readQuery(c)
	if err != nil {
		return err
	}
	if asked.english == "" && c.IsSet(minConfidenceFlag) {
		return usage(errors.New("--min-confidence is for questions in English"), "Gizmo reads every statement: kg:confidence tells how sure one is")
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error { return ask(ctx, c, g, asked) })
}

// ask answers whatever was asked, or explains it.
func ask(ctx context.Context, c *cli.Context, g *graph.Graph, asked question) error {
	if asked.english != "" {
		return answerQuestion(ctx, c, g, asked.english)
	}
	script, err := asked.script(ctx, g)
	if err != nil {
		return err
	}
	if c.Bool("explain") {
		fmt.Fprintln(c.App.Writer, strings.TrimSpace(script))
		return nil
	}
	return runScript(ctx, c, g, script, asked.gizmo != "")
}

// question is what the user asks: Gizmo, a question in English, or a saved
// query with arguments.
type question struct {
	gizmo   string
	english string
	saved   queries.Query
	args    map[string]string
}

// readQuery finds out what was asked, and asks of the graph nothing yet.
func readQuery(c *cli.Context) (question, error) {
	args, err := parseArgs(c.StringSlice("arg"))
	if err != nil {
		return question{}, err
	}
	if file := c.String("file"); file != "" {
		if c.NArg() > 0 {
			return question{}, usage(errors.New("kg query takes a QUERY or --file, not both"), "")
		}
		return readScript(file, c.App.Reader)
	}
	given, err := arguments(c, 1, -1)
	if err != nil {
		return question{}, usage(errors.New("kg query needs a QUERY"), "kg query --list lists the saved queries; -f FILE reads Gizmo from a file")
	}
	// A question may come without its quotes.
	return questionOf(c, strings.Join(given, " "), args)
}

// questionOf tells what a text asks.
func questionOf(c *cli.Context, text string, args map[string]string) (question, error) {
	saved, found, err := savedQuery(c, text)
	switch {
	case err != nil:
		return question{}, err
	case found:
		return question{saved: saved, args: args}, checkArgs(saved, args)
	case len(args) > 0:
		return question{}, noSuchQuery(c, text)
	}
	switch kindOf(text) {
	case savedName:
		return question{}, noSuchQuery(c, text)
	case englishText:
		return question{english: text}, nil
	}
	return question{gizmo: text}, nil
}

func readScript(file string, stdin io.Reader) (question, error) {
	r, err := openFile(file, stdin)
	if err != nil {
		return question{}, err
	}
	defer r.Close()
	script, err := io.ReadAll(r)
	if err != nil {
		return question{}, fmt.Errorf("reading %s: %w", file, err)
	}
	if strings.TrimSpace(string(script)) == "" {
		return question{}, fmt.Errorf("%s is empty", file)
	}
	return question{gizmo: string(script)}, nil
}

func parseArgs(given []string) (map[string]string, error) {
	args := map[string]string{}
	for _, arg := range given {
		name, value, found := strings.Cut(arg, "=")
		if !found || name == "" {
			return nil, usage(fmt.Errorf("--arg %q is not NAME=VALUE", arg), "such as --arg who=Macron")
		}
		args[name] = value
	}
	return args, nil
}

// The kinds of text that can stand where a query is wanted.
type textKind int

const (
	gizmoScript textKind = iota
	savedName
	englishText
)

var (
	gizmoStart = regexp.MustCompile(`(^|[^\w.])(g|graph)\s*\.\s*[A-Za-z]`)
	oneWord    = regexp.MustCompile(`^[\w-]+$`)

	// A question may have brackets too: "Who led the African Union (AU)?"
	questionStart = regexp.MustCompile(`(?i)^(who|whom|whose|what|which|where|when|why|how|did|does|do|is|are|was|were|has|have|had|will|can)\s`)
)

// kindOf tells Gizmo from a name and from English: Gizmo starts from g or
// graph, or at least has brackets or braces, which questions do without.
func kindOf(text string) textKind {
	text = strings.TrimSpace(text)
	switch {
	case gizmoStart.MatchString(text) || strings.ContainsAny(text, "{};=(["):
		if questionStart.MatchString(text) && !gizmoStart.MatchString(text) {
			return englishText
		}
		return gizmoScript
	case oneWord.MatchString(text):
		return savedName
	}
	return englishText
}

func noSuchQuery(c *cli.Context, name string) error {
	hint := "kg query --list lists them"
	if near := graph.Nearest(name, savedNames(c)); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return usage(fmt.Errorf("there is no saved query %q", name), hint)
}

func checkArgs(q queries.Query, args map[string]string) error {
	known := map[string]bool{}
	for _, a := range q.Args {
		known[a.Name] = true
		if _, given := args[a.Name]; !given && !a.Optional {
			return usage(fmt.Errorf("%s needs --arg %s=%s", q.Name, a.Name, strings.ToUpper(string(a.Kind))), usageOf(q))
		}
	}
	for name := range args {
		if !known[name] {
			return usage(fmt.Errorf("%s takes no argument %q", q.Name, name), usageOf(q))
		}
	}
	return nil
}

// usageOf is how a saved query is called.
func usageOf(q queries.Query) string {
	out := strings.TrimSpace("kg query " + q.Name + " " + q.Example)
	for _, a := range q.Args {
		help := a.Help
		if a.Optional {
			help += " (may be left out)"
		}
		out += fmt.Sprintf("\n  %-10s %s", a.Name, help)
	}
	return out
}

// script is the Gizmo of the question, names turned to IRIs.
func (q question) script(ctx context.Context, g *graph.Graph) (string, error) {
	if q.gizmo != "" {
		return q.gizmo, nil
	}
	args, err := q.saved.Resolve(q.args, func(kind queries.Kind, value string) (string, error) {
		if kind == queries.Article {
			article, err := findArticle(ctx, g, value)
			return article.ID, err
		}
		entity, err := findEntity(ctx, g, value)
		return entity.IRI, err
	})
	if err != nil {
		return "", err
	}
	script, err := q.saved.Bind(args)
	if err != nil {
		return "", usage(err, usageOf(q.saved))
	}
	return script, nil
}

// runScript runs Gizmo and prints its rows; typed is whether a person wrote it,
// who may have mistyped a name.
func runScript(ctx context.Context, c *cli.Context, g *graph.Graph, script string, typed bool) error {
	o := graph.QueryOptions{Limit: c.Int("limit"), Timeout: c.Duration("timeout")}
	result, err := g.Query(ctx, script, o)
	if errors.Is(err, context.DeadlineExceeded) {
		return hinted(fmt.Errorf("the query was stopped after %s", o.Timeout), "--timeout gives it longer")
	} else if err != nil {
		return err
	}
	if len(result.Rows) == 0 && typed {
		reasons, err := g.Misnamed(ctx, script)
		if err != nil {
			return err
		}
		for _, reason := range reasons {
			fmt.Fprintf(c.App.ErrWriter, "kg: %s\n", reason)
		}
	}
	if c.Bool("evidence") {
		if err := addEvidence(ctx, g, script, result.Rows); err != nil {
			return err
		}
	}
	var names map[string]string
	if c.String("format") == formatCSV {
		return printCSV(c.App.Writer, script, result.Rows)
	}
	if c.String("format") == formatTable {
		names = namesOf(ctx, g, result.Rows)
	}
	err = printList(c, result.Rows, func(w io.Writer, s style) { resultTable(w, s, script, result.Rows, names) })
	if result.Truncated {
		fmt.Fprintf(c.App.ErrWriter, "kg: only the first %s are shown; --limit 0 shows all\n", counted(o.Limit, "row", "rows"))
	}
	return err
}

func listQueries(c *cli.Context) error {
	all, err := savedQueries(c)
	if err != nil {
		return err
	}
	return printList(c, all, func(w io.Writer, s style) {
		for i, q := range all {
			if i > 0 {
				fmt.Fprintln(w)
			}
			fmt.Fprintf(w, "%s\n  %s\n", s.bold(q.Name), wrap(q.Asks, s.width-2, "  "))
			fmt.Fprintf(w, "  %s\n", s.dim(strings.ReplaceAll(usageOf(q), "\n", "\n  ")))
		}
	})
}
