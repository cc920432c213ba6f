// Package data holds what the program knows before it reads anything: its
// lexicons and models, embedded in the binary.
//
// Lexicons are tab-separated files in lexicon/; the comment lines at the top of
// each say what its columns are. They are looked up by lower-cased words, each
// loaded on first use. A line that cannot be read is skipped here and fails the
// package's test, so a released binary has none.
package data

import "embed"

//go:embed lexicon/*.tsv
var lexicons embed.FS
