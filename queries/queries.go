// Package queries holds the saved queries: questions that people ask of news,
// written in Gizmo once.
//
// A query is a file NAME.gizmo. It opens with lines that begin with "//":
//
//	// Whom did a person or organisation meet or hold talks with?
//	//
//	// @arg who entity  The person or organisation to ask about
//	// @arg count number = 10  How many rows to show
//	// @example who=Macron
//
// The text up to the first "@" is what it asks. An argument has a name, a kind
// (see [Kind]), with "?" if it may be left out or with "=" and a default, and
// after two spaces its help. The script finds its arguments in the variables
// of their names: an entity, relation or article as "<iri>", a number as a
// number, anything else as a string, null where it was left out.
//
// What several queries need stands in shared.js, which is put after each: the
// functions are known from the start, and the columns are first named, which
// is to say ordered, by the query.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Query is a saved query.
type Query struct {
	Name    string `json:"name"`    // of its file, without ".gizmo"
	Asks    string `json:"asks"`    // what it asks, a sentence or more
	Args    []Arg  `json:"args"`    // in the order of the header
	Example string `json:"example"` // arguments, as typed after the name: "--arg who=Macron"
	Script  string `json:"script"`  // the Gizmo below the header, arguments unbound
}

// Kind says how the value of an argument is to be read.
type Kind string

// The kinds of arguments.
const (
	Entity   Kind = "entity"   // a name or an IRI; Bind takes the IRI
	Relation Kind = "relation" // as a person would say it, "holds talks with", or an IRI
	Article  Kind = "article"  // an ID, a title or a source; Bind takes the ID
	Text     Kind = "text"
	Number   Kind = "number" // whole, not negative
	Date     Kind = "date"   // 2025-09-04, 2025-09 or 2025
)

// Arg is an argument of a saved query.
type Arg struct {
	Name     string `json:"name"`
	Kind     Kind   `json:"kind"`
	Optional bool   `json:"optional"`          // may be left out
	Default  string `json:"default,omitempty"` // what it is then, if anything
	Help     string `json:"help"`
}

//go:embed *.gizmo shared.js
var files embed.FS

var all = sync.OnceValues(func() ([]Query, error) {
	names, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var queries []Query
	for _, entry := range names {
		name, isQuery := strings.CutSuffix(entry.Name(), ".gizmo")
		if !isQuery {
			continue
		}
		text, err := files.ReadFile(path.Base(entry.Name()))
		if err != nil {
			return nil, err
		}
		q, err := Parse(name, string(text))
		if err != nil {
			return nil, err
		}
		queries = append(queries, q)
	}
	return queries, nil
})

// Load reads the queries of a folder, by name: those that a person keeps beside
// ours. A folder that is not there has none. What is wrong with one file stops
// no other; the error joins what is wrong.
func Load(folder string) ([]Query, error) {
	names, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("reading the saved queries: %w", err)
	}
	var own []Query
	var wrong []error
	for _, entry := range names {
		name, isQuery := strings.CutSuffix(entry.Name(), ".gizmo")
		if !isQuery || entry.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err == nil {
			var q Query
			if q, err = Parse(name, string(text)); err == nil {
				own = append(own, q)
			}
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", filepath.Join(folder, entry.Name()), err))
		}
	}
	return own, errors.Join(wrong...)
}

// All returns the saved queries, by name.
func All() ([]Query, error) {
	queries, err := all()
	return slices.Clone(queries), err
}

// Lookup returns the query of that name, and whether there is one.
func Lookup(name string) (Query, bool, error) {
	queries, err := all()
	for _, q := range queries {
		if q.Name == name {
			return q, true, err
		}
	}
	return Query{}, false, err
}
