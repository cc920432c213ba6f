package graph

import (
	"strings"

	"kg/graph/sqlstore"
)

// Nearest returns the name that a mistyped word was most likely meant to be,
// case aside: the one that takes the fewest changes, at most one for every
// three letters of the word, or one; "" where all take more. Of several it is
// the first.
func Nearest(word string, names []string) string {
	letters := []rune(strings.ToLower(word))
	if len(letters) == 0 {
		return ""
	}
	best, least := "", max(1, len(letters)/3)+1
	for _, name := range names {
		if d := sqlstore.Distance(letters, []rune(strings.ToLower(name)), least); d < least && d < len(letters) {
			best, least = name, d
		}
	}
	return best
}
