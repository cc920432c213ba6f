package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/queries"
)

// queriesVariable names the folder of a person's own saved queries.
const queriesVariable = "KG_QUERIES"

// ownQueries is where a person's own saved queries are looked for: $KG_QUERIES,
// else kg/queries in the folder for settings; "" where there is no such folder.
func ownQueries() string {
	if folder := os.Getenv(queriesVariable); folder != "" {
		return folder
	}
	settings, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(settings, "kg", "queries")
}

// savedQueries returns the saved queries, by name: a person's own in place of
// ours of the same name. What is wrong with one of them is said on standard error.
func savedQueries(c *cli.Context) ([]queries.Query, error) {
	all, err := queries.All()
	if err != nil {
		return nil, err
	}
	folder := ownQueries()
	if folder == "" {
		return all, nil
	}
	own, err := queries.Load(folder)
	if err != nil {
		fmt.Fprintf(c.App.ErrWriter, "kg: %v\n", err)
	}
	for _, q := range own {
		all = slices.DeleteFunc(all, func(old queries.Query) bool { return old.Name == q.Name })
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b queries.Query) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// savedQuery returns the saved query of that name, and whether there is one.
func savedQuery(c *cli.Context, name string) (queries.Query, bool, error) {
	all, err := savedQueries(c)
	for _, q := range all {
		if q.Name == name {
			return q, true, err
		}
	}
	return queries.Query{}, false, err
}

// savedNames returns the names of the saved queries, none where they cannot be read.
func savedNames(c *cli.Context) []string {
	all, err := savedQueries(c)
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(all))
	for _, q := range all {
		names = append(names, q.Name)
	}
	return names
}
