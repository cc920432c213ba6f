package graph

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"kg/extract"
)

// How sources and their states are known to the store.

// sourceKey returns the name under which the store keeps what a source holds:
// an address, an absolute path, either with the line where every line is an
// article. Standard input is a new source every time, so there the article
// names itself.
func sourceKey(a extract.Article) string {
	if a.Source == "-" || a.Source == "" || strings.HasPrefix(a.Source, "-#") || strings.HasPrefix(a.Source, "-!") {
		return stdinKey + a.ID
	}
	key := a.Source
	if !address.MatchString(key) {
		if abs, err := filepath.Abs(key); err == nil {
			key = abs
		}
	}
	if a.Line > 0 {
		key += "#line=" + strconv.Itoa(a.Line)
	}
	return key
}

// address is how an address begins; a path may hold one further on, where it
// tells apart the articles of one file.
var address = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

const stdinKey = "-:"

// sourceName is the source of a key as a person would name it.
func sourceName(key string) string {
	if strings.HasPrefix(key, stdinKey) {
		return "-"
	}
	return key
}
