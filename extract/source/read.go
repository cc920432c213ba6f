// Package source reads articles from what people have: text, pages, feeds,
// mail, tables, archives and addresses.
//
// [Find] lists the files that paths and folders name; a [Reader] yields the
// documents in one of them, each of which parses into an article. Bad content
// is an error that says what is wrong with it and what to do, never half an
// article, and stops no other document.
package source

import (
	"context"
	"fmt"

	"kg/extract"
)

// Read returns the first article of the file at path.
func Read(path string) (extract.Article, error) {
	var reader Reader
	for document, err := range reader.Documents(context.Background(), path) {
		if err != nil {
			return extract.Article{}, err
		}
		return document.Article()
	}
	return extract.Article{}, fmt.Errorf("%s: %w", path, errEmpty)
}
