package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"kg/extract/source"
	"kg/graph"
)

func importCommand() *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "read N-Quads into the graph",
		ArgsUsage: "FILE…",
		Description: `FILE holds N-Quads, as kg export writes them, or is - for standard input; gzip is
known by its first bytes. What is in the graph already stays, and to import a file
again changes nothing. A quad without a label gets kg:curation, the label of what
people write by hand.

A line that is wrong is named with its reason; what stands before it is in the
graph. N-Quads do not say which file an article was read from: kg ingest reads an
imported article once more, knows it by its ID, and counts it as unchanged where
the same comes of it.`,
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: importFiles,
	}
}

// importedFile is what came of one file.
type importedFile struct {
	File string `json:"file"`
	graph.Imported
}

func importFiles(c *cli.Context) error {
	files, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	var failed error
	files = slices.DeleteFunc(files, func(file string) bool {
		err := readable(file)
		if err != nil {
			warn(c.App.ErrWriter, err)
			failed = errReported
		}
		return err != nil
	})
	if len(files) == 0 {
		return failed // and no graph was made
	}
	return withNew(c, func(ctx context.Context, g *graph.Graph) error {
		var done []importedFile
		for _, file := range files {
			imported, err := importFile(ctx, g, file, c.App.Reader)
			done = append(done, importedFile{file, imported})
			if err != nil {
				warn(c.App.ErrWriter, importError(file, imported, err))
				failed = errReported
			}
			if ctx.Err() != nil {
				break
			}
		}
		return errors.Join(failed, printList(c, done, func(w io.Writer, _ style) { printImported(w, done) }))
	})
}

// readable returns an error for what cannot be a file of N-Quads.
func readable(file string) error {
	switch {
	case file == stdinPath:
		return nil
	case source.IsAddress(file):
		return hinted(fmt.Errorf("%s: an address, and a graph is imported from files only", file), "fetch the file first")
	}
	f, err := openNamed(file)
	if err != nil {
		return err
	}
	defer f.Close() // it is only looked at
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = hinted(fmt.Errorf("%s is a folder", file), "name the files in it")
	}
	return err
}

func importFile(ctx context.Context, g *graph.Graph, file string, stdin io.Reader) (graph.Imported, error) {
	if file == stdinPath {
		return g.Import(ctx, stdin)
	}
	f, err := openNamed(file)
	if err != nil {
		return graph.Imported{}, err
	}
	defer f.Close() // it is only read
	return g.Import(ctx, f)
}

// importError says what went wrong in a file, and what is in the graph of it.
func importError(file string, in graph.Imported, err error) error {
	if file == stdinPath {
		file = "standard input"
	}
	var wrong *graph.SyntaxError
	if errors.As(err, &wrong) {
		return hinted(fmt.Errorf("%s, %w; %s before it are in the graph", file, err, counted(in.Quads, "quad", "quads")),
			"correct the line and import the file again: what is there already does no harm")
	}
	if interrupted(err) {
		err = errors.New("stopped before the end")
	}
	return hinted(fmt.Errorf("%s: %w; %s of it are in the graph", file, err, counted(in.Quads, "quad", "quads")),
		"import it again to go on: what is there already does no harm")
}

func printImported(w io.Writer, files []importedFile) {
	for _, f := range files {
		fmt.Fprintf(w, "%s: %s, %d of them new\n", printable(f.File), counted(f.Quads, "quad", "quads"), f.Added)
	}
}
