package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

// run runs the command line args and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	paged := newPager(stdout)
	out := bufio.NewWriter(paged)
	app := newApp(stoppable{ctx, stdin}, out, stderr)
	app.Metadata = map[string]any{styleKey: styleOf(stdout), pagerKey: paged}
	err := app.RunContext(ctx, flagsFirst(app, args))
	err = cmp.Or(err, out.Flush(), paged.Close())
	return report(stderr, err)
}

// commands are the commands in the order of the help.
var commands = []func() *cli.Command{
	ingestCommand,
	watchCommand,
	extractCommand,
	queryCommand,
	showCommand,
	searchCommand,
	pathCommand,
	drawCommand,
	whyCommand,
	claimsCommand,
	timelineCommand,
	articlesCommand,
	rmCommand,
	mergeCommand,
	splitCommand,
	apartCommand,
	rejectCommand,
	renameCommand,
	curateCommand,
	reviewCommand,
	statsCommand,
	verifyCommand,
	evalCommand,
	labelCommand,
	diffCommand,
	exportCommand,
	importCommand,
	backupCommand,
	restoreCommand,
	serveCommand,
	completionCommand,
	versionCommand,
}

const description = `kg reads articles, works out who did what to whom, when, where and according
to whom, keeps it as a graph, and answers questions about it, each answer with
the sentence it rests on. It runs on this machine alone.

  kg ingest articles/          put a folder of articles into the graph
  kg query "Who met Zelensky in Paris?"
                               answer a question, with the sentences it rests on
  kg query --list              the questions that are ready to ask
  kg show Macron               what is known of a person, place or thing
  kg path Macron Zelensky      how two of them are connected
  kg why Macron co-chairs      what a fact rests on
  kg serve                     look around in a browser`

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:        "kg",
		Usage:       "turn news into a knowledge graph and ask it questions",
		UsageText:   "kg [--db PATH|URL] COMMAND [options] [arguments]",
		Description: description,
		Reader:      stdin,
		Writer:      stdout,
		ErrWriter:   stderr,
		Flags: []cli.Flag{
			&cli.StringFlag{
				Name: "db", Usage: "the graph: a `PATH`, or a postgres:// address",
				Value: "kg.db", EnvVars: []string{"KG_DB"},
			},
			&cli.BoolFlag{Name: noPagerFlag, Usage: "print at once what is longer than the terminal; else $KG_PAGER, $PAGER or less shows it"},
		},
		Action:                    noCommand,
		OnUsageError:              wrongUsage,
		HideVersion:               true,
		EnableBashCompletion:      true,
		DisableSliceFlagSeparator: true, // a name may hold a comma
		ExitErrHandler:            func(*cli.Context, error) {},
		CustomAppHelpTemplate:     appHelp,
	}
	for _, command := range commands {
		c := command()
		c.OnUsageError = wrongUsage
		c.HideHelpCommand = true // or `kg show help` could show no entity of that name
		c.CustomHelpTemplate = commandHelp
		app.Commands = append(app.Commands, c)
	}
	return app
}

// noCommand runs where the first argument is no command.
func noCommand(c *cli.Context) error {
	name := c.Args().First()
	if name == "" {
		return cli.ShowAppHelp(c)
	}
	hint := "kg --help lists the commands"
	if near := graph.Nearest(name, commandNames(c.App)); near != "" {
		hint = "did you mean kg " + near + "? " + hint
	}
	return usage(fmt.Errorf("there is no command %q", name), hint)
}

// badValue matches how the flag package says that a value is no number or time.
var badValue = regexp.MustCompile(`^invalid value (".*") for flag -+([\w-]+): `)

func wrongUsage(c *cli.Context, err error, isCommand bool) error {
	about := "kg"
	if isCommand {
		about += " " + c.Command.Name
	}
	if flag, found := strings.CutPrefix(err.Error(), "flag provided but not defined: "); found {
		if len(flag) > len("-x") {
			flag = "-" + flag // the flag package names all with one dash
		}
		err = fmt.Errorf("%s has no option %s", about, flag)
		if flag == "--json" {
			return usage(err, "--format json prints JSON")
		}
	}
	if m := badValue.FindStringSubmatch(err.Error()); m != nil {
		err = fmt.Errorf("%s cannot take %s for --%s", about, m[1], m[2])
	}
	return usage(err, about+" --help lists the options")
}

func commandNames(app *cli.App) []string {
	names := make([]string, 0, len(app.Commands))
	for _, c := range app.VisibleCommands() {
		names = append(names, c.Name)
	}
	return names
}

// flagsFirst moves options to where the flag parser finds them: those of kg
// before the command, those of the command before its arguments. So
// `kg show Macron --format json --db news.db` means what it says. Everything
// after "--" is an argument, however it looks.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) == 0 || args[len(args)-1] == "--generate-bash-completion" {
		return args
	}
	var global, local, rest []string
	var command *cli.Command
	for i := 1; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			if command == nil && len(rest) == 0 {
				command = app.Command(arg)
			}
			rest = append(rest, arg)
		default:
			words := args[i : i+1]
			flag := findFlag(app, command, arg)
			if takesValue(flag, arg) && i+1 < len(args) {
				i++
				words = args[i-1 : i+1]
			}
			if command == nil || slices.Contains(app.Flags, flag) {
				global = append(global, words...)
			} else {
				local = append(local, words...)
			}
		}
	}
	ordered := append([]string{args[0]}, global...)
	if command == nil {
		return append(ordered, rest...)
	}
	ordered = append(append(ordered, rest[0]), local...)
	return append(append(ordered, "--"), rest[1:]...)
}

// findFlag returns the flag that arg sets, the command's before kg's own; nil
// where there is none of that name.
func findFlag(app *cli.App, command *cli.Command, arg string) cli.Flag {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	flags := app.Flags
	if command != nil {
		flags = append(slices.Clone(command.Flags), flags...)
	}
	for _, flag := range flags {
		if slices.Contains(flag.Names(), name) {
			return flag
		}
	}
	return nil
}

func takesValue(flag cli.Flag, arg string) bool {
	documented, ok := flag.(cli.DocGenerationFlag)
	return ok && documented.TakesValue() && !strings.Contains(arg, "=")
}

// arguments returns the arguments of a command that takes between least and
// most of them; most < 0 is no limit.
func arguments(c *cli.Context, least, most int) ([]string, error) {
	given := c.Args().Slice()
	hint := strings.TrimSpace("usage: kg " + c.Command.Name + " " + c.Command.ArgsUsage)
	if len(given) < least {
		return nil, usage(errors.New("kg "+c.Command.Name+" needs "+c.Command.ArgsUsage), hint)
	}
	if most >= 0 && len(given) > most {
		return nil, usage(fmt.Errorf("kg %s takes no argument %q", c.Command.Name, given[most]), hint+"; put a name of several words in quotes")
	}
	return given, nil
}
