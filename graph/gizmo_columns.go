package graph

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Columns returns the keys of the rows that a script gave: id first, the others where the script
// last names them, and those that it does not name at the end. A column id that
// only repeats another is left out.
func Columns(script string, rows []map[string]any) []string {
	keys := map[string]bool{}
	for _, row := range rows {
		for key := range row {
			keys[key] = true
		}
	}
	if len(keys) > 1 && repeated(rows, keys) {
		delete(keys, "id")
	}
	place := func(key string) int {
		if key == "id" {
			return -1
		}
		if i := strings.LastIndex(script, strconv.Quote(key)); i >= 0 {
			return i
		}
		return len(script)
	}
	return slices.SortedFunc(maps.Keys(keys), func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
}

// repeated reports whether some other column holds what id holds in every row.
func repeated(rows []map[string]any, keys map[string]bool) bool {
	for key := range keys {
		same := func(row map[string]any) bool {
			id, isText := row["id"].(string)
			return isText && row[key] == id
		}
		if key != "id" && !slices.ContainsFunc(rows, func(row map[string]any) bool { return !same(row) }) {
			return true
		}
	}
	return false
}
