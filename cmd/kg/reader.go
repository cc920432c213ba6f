package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/extract/source"
)

// stdinPath stands for standard input where a path can stand.
const stdinPath = source.Stdin

// readerFlags are the options of the commands that read articles.
func readerFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "input-format", Usage: "read everything as `FORMAT`: " + strings.Join(source.Formats(), ", ")},
		&cli.StringSliceFlag{Name: "field", Usage: "the part of an article that a field of JSON or CSV holds, as `PART=NAME`: " + strings.Join(source.Parts(), ", ")},
		&cli.BoolFlag{Name: "any-language", Usage: "read what is not in English too"},
		&cli.BoolFlag{Name: "allow-private", Usage: "fetch addresses of this machine and its network too"},
	}
}

// newReader returns the reader that the options ask for.
func newReader(c *cli.Context) (*source.Reader, error) {
	fields, err := fieldsOf(c.StringSlice("field"))
	if err != nil {
		return nil, err
	}
	format := c.String("input-format")
	if format != "" && !slices.Contains(source.Formats(), format) {
		return nil, usage(fmt.Errorf("there is no input format %q", format), "formats: "+strings.Join(source.Formats(), ", "))
	}
	return &source.Reader{
		Format: format, Fields: fields, AnyLanguage: c.Bool("any-language"), Stdin: c.App.Reader,
		Fetch: source.NewFetcher("kg/"+currentVersion().KG, c.Bool("allow-private")),
	}, nil
}

// fieldsOf reads options like "text=body".
func fieldsOf(options []string) (source.Fields, error) {
	fields := source.Fields{}
	for _, option := range options {
		part, name, ok := strings.Cut(option, "=")
		if !ok || name == "" {
			return nil, usage(fmt.Errorf("--field %s: PART=NAME is expected", option), "for example --field text=body")
		}
		fields[part] = name
	}
	if err := source.CheckFields(fields); err != nil {
		return nil, usage(err, "for example --field text=body")
	}
	return fields, nil
}

// failureReport is the file of --report. A nil one takes no notice.
type failureReport struct {
	file *os.File
	err  error
}

// failure is one line of the report.
type failure struct {
	Outcome string `json:"outcome"` // "failed" or "passed over"
	Source  string `json:"source,omitempty"`
	Reason  string `json:"reason"`
}

func newFailureReport(path string) (*failureReport, error) {
	if path == "" {
		return nil, nil
	}
	file, err := createFile(path)
	if err != nil {
		return nil, fmt.Errorf("--report: %w", err)
	}
	return &failureReport{file: file}, nil
}

func (r *failureReport) add(outcome, source string, reason error) {
	if r == nil {
		return
	}
	enc := json.NewEncoder(r.file)
	enc.SetEscapeHTML(false)
	r.err = errors.Join(r.err, enc.Encode(failure{outcome, source, withoutSource(reason.Error(), source)}))
}

// withoutSource returns a reason without the file that it begins with, or that its
// source is a part of.
func withoutSource(reason, file string) string {
	for {
		if rest, found := strings.CutPrefix(reason, file+": "); found {
			return rest
		}
		end := max(strings.LastIndex(file, "!/"), strings.LastIndex(file, "#"))
		if end < 0 {
			return reason
		}
		file = file[:end]
	}
}

func (r *failureReport) close() error {
	if r == nil {
		return nil
	}
	if err := errors.Join(r.err, r.file.Close()); err != nil {
		return fmt.Errorf("writing the report %s: %w", r.file.Name(), err)
	}
	return nil
}
