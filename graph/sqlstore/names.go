package sqlstore

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"
)

// namePredicates are the predicates whose objects are names of their subjects.
var namePredicates = []quad.IRI{
	"rdfs:label", "http://www.w3.org/2000/01/rdf-schema#label",
	"skos:altLabel", "http://www.w3.org/2004/02/skos/core#altLabel",
}

// maxName is how many bytes of a name are searched.
const maxName = 200

// nameText is the text of a value that can be a name; "" for any other.
func nameText(v quad.Value) string {
	var s string
	switch v := v.(type) {
	case quad.String:
		s = string(v)
	case quad.LangString:
		s = string(v.Value)
	case quad.TypedString:
		s = string(v.Value)
	}
	return s[:min(len(s), maxName)]
}

// fold writes a name as its words in lower case without accents, a space before
// and after each: in it, a word's beginning is a string like any other.
func fold(name string) string {
	var b strings.Builder
	b.WriteByte(' ')
	space := true
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(name, " ")) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}

// whole marks both ends of a folded name, so that it is not found in a longer
// one. Table name holds names so marked.
func whole(folded string) string { return "^" + folded + "$" }

// noteName remembers a quad that gives its subject a name, for writeNames.
func (w *writer) noteName(q quad.Quad, ref quadRef) {
	p, ok := q.Predicate.(quad.IRI)
	if !ok || w.named[ref[2]] != "" || !slices.Contains(namePredicates, p) {
		return
	}
	if folded := fold(nameText(q.Object)); folded != " " {
		w.named[ref[2]] = whole(folded)
	}
}

// writeNames adds those of the noted names that are not yet in table name.
func (w *writer) writeNames(ctx context.Context) error {
	ids := sortedKeys(w.named)
	old := ids[:lowerBound(ids, w.newID)]
	for part := range slices.Chunk(old, lookupChunk) {
		err := each(ctx, w.q, `SELECT `+w.d.nameID()+` FROM name WHERE `+w.d.nameID()+` `+w.d.in(), []any{w.d.idList(part)},
			func(scan func(...any) error) error {
				var id int64
				err := scan(&id)
				delete(w.named, id)
				return err
			})
		if err != nil {
			return err
		}
	}
	var rows [][]any
	for _, id := range ids {
		if text, ok := w.named[id]; ok {
			rows = append(rows, []any{id, text})
		}
	}
	columns := []column{{w.d.nameID(), "bigint"}, {"text", "text"}}
	return w.d.insert(ctx, w.q, "name", columns, rows, "")
}

func lowerBound(ids []int64, id int64) int {
	at, _ := slices.BinarySearch(ids, id)
	return at
}

// dropNames removes values that are gone from table name.
func (w *writer) dropNames(ctx context.Context, gone []int64) error {
	for part := range slices.Chunk(gone, lookupChunk) {
		if _, err := w.q.exec(ctx, `DELETE FROM name WHERE `+w.d.nameID()+` `+w.d.in(), w.d.idList(part)); err != nil {
			return err
		}
	}
	return nil
}

// prefixPieces returns strings one of which is in the folded text of every name with
// a word that begins with the given one.
func prefixPieces(word string) []string {
	start := " " + word
	if utf8.RuneCountInString(start) >= trigram {
		return []string{start}
	}
	var out []string // a single letter: an index of trigrams needs one more
	for _, next := range "abcdefghijklmnopqrstuvwxyz0123456789 " {
		out = append(out, start+string(next))
	}
	return out
}

// trigram is the length of the shortest string that the name index finds.
const trigram = 3

// edits is how many misspelt letters a word of n letters may have.
func edits(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// nearPieces returns strings one of which is in every word that can be made of
// the given one by its number of edits: cut into one piece more than there are
// edits, one piece is untouched. Words too short for that give their trigrams,
// of which one usually is.
func nearPieces(word string) []string {
	letters := []rune(word)
	n := edits(len(letters)) + 1
	if n == 1 {
		return []string{" " + word + " "}
	}
	var out []string
	if len(letters) >= n*trigram {
		for i := range n {
			out = append(out, string(letters[i*len(letters)/n:(i+1)*len(letters)/n]))
		}
		return out
	}
	padded := []rune(" " + word + " ")
	for i := 0; i+trigram <= len(padded); i++ {
		out = append(out, string(padded[i:i+trigram]))
	}
	return out
}

// Distance is how many letters must be changed, added, left out or exchanged
// with their neighbour to make b of a (optimal string alignment); more than
// limit may be given as limit+1.
func Distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
