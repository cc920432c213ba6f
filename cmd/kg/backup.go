package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

func forceFlag(usage string) cli.Flag { return &cli.BoolFlag{Name: "force", Usage: usage} }

func backupCommand() *cli.Command {
	return &cli.Command{
		Name:      "backup",
		Usage:     "write all of the graph into one file, also while others write to it",
		ArgsUsage: "FILE",
		Description: `FILE holds the graph as it is at one moment: quads, which file holds which article,
and what people decided, with a checksum. It comes into its place when it is
whole. kg restore makes a graph of it again, on SQLite or PostgreSQL, whichever it
comes from. - is standard output.`,
		Flags: []cli.Flag{
			forceFlag("replace FILE where it is there already"),
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: backup,
	}
}

func restoreCommand() *cli.Command {
	return &cli.Command{
		Name:      "restore",
		Usage:     "make the graph what a backup holds",
		ArgsUsage: "FILE",
		Description: `FILE is what kg backup wrote, or - for standard input. The graph that --db names is
made where there is none. Where it holds something nothing is done, unless --force
says to give that up. All of it happens or nothing: a file that is damaged or cut
short, which its checksum tells, and a kg that is killed leave the graph as it was.`,
		Flags: []cli.Flag{
			forceFlag("give up what the graph holds now"),
			formatFlag(formatTable, formatJSON, formatJSONL),
		},
		Action: restore,
	}
}

// backedUp is the result of kg backup and kg restore.
type backedUp struct {
	File string `json:"file"`
	graph.BackupCounts
}

func backup(c *cli.Context) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	path := args[0]
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		if path == stdinPath {
			_, err := g.Backup(ctx, c.App.Writer)
			return err
		}
		if _, err := os.Lstat(path); err == nil && !c.Bool("force") {
			return hinted(fmt.Errorf("%s is there already; nothing was written", path), "name another file, or replace it with --force")
		}
		done := backedUp{File: path}
		err := writeFile(path, func(w io.Writer) (err error) {
			done.BackupCounts, err = g.Backup(ctx, w)
			return err
		})
		if err != nil {
			return err
		}
		return printOne(c, done, func(w io.Writer, _ style) { fmt.Fprintf(w, "%s: %s\n", printable(path), holds(done.BackupCounts)) })
	})
}

func restore(c *cli.Context) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	in := c.App.Reader
	if args[0] != stdinPath {
		file, err := openNamed(args[0])
		if err != nil {
			return err
		}
		defer file.Close() // it is only read
		in = file
	}
	return withNew(c, func(ctx context.Context, g *graph.Graph) error {
		done := backedUp{File: args[0]}
		var err error
		done.BackupCounts, err = g.Restore(ctx, in, c.Bool("force"))
		switch {
		case errors.Is(err, graph.ErrNotEmpty):
			return hinted(err, "restore to another place with --db, or give up what is there with --force")
		case errors.Is(err, graph.ErrBackupBroken):
			return hinted(fmt.Errorf("%s: %w", args[0], err), "try an older backup, or ingest the articles again")
		case err != nil:
			return err
		}
		return printOne(c, done, func(w io.Writer, _ style) {
			fmt.Fprintf(w, "%s is as in %s: %s\n", c.String("db"), printable(args[0]), holds(done.BackupCounts))
		})
	})
}

func holds(n graph.BackupCounts) string {
	return counted(int(n.Quads), "quad", "quads") + ", " + counted(int(n.Records), "source", "sources")
}
