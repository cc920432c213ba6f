package serve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/graph"
)

// piece is a part of a sentence: words that name something, or what is between.
type piece struct {
	Text string
	ID   string // of the words, for links to them; "" for what is between
	IRI  string // of what they name
	Type string
	Name bool // the words are a name, and not a description such as "the talks"

	// Inner divides the words of a description at the names in them: "the leaders
	// of France" at "France".
	Inner []piece
	holds []string // IRIs of what is named within the words
}

// names finds the words of a text that name something. What names one thing only
// finds it as a whole word; of two at one place the longer counts.
type names struct {
	longest []named // the longest first
	words   int     // found so far, for their IDs
}

type named struct {
	text   string
	entity graph.Entity
}

// isName tells a name from a description: it begins with a capital letter.
func (n named) isName() bool {
	first, _ := utf8.DecodeRuneInString(n.text)
	return unicode.IsUpper(first)
}

// namesOf are the names of entities, in the order in which they are looked for.
// A name that several have is the first one's.
func namesOf(entities []graph.Entity) *names {
	n := &names{}
	taken := map[string]bool{}
	for _, e := range entities {
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if name != "" && !taken[name] {
				taken[name] = true
				n.longest = append(n.longest, named{name, e})
			}
		}
	}
	slices.SortStableFunc(n.longest, func(a, b named) int {
		return cmp.Or(cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
	})
	return n
}

// pieces divides a sentence; joined, their texts are the sentence.
func (n *names) pieces(sentence string) []piece {
	return n.divide(sentence, func(named) bool { return true })
}

// divide divides a text at those of the names that are wanted.
func (n *names) divide(text string, wanted func(named) bool) []piece {
	whole := []piece{{Text: text}}
	for _, name := range n.longest {
		if !strings.Contains(text, name.text) || !wanted(name) {
			continue
		}
		var next []piece
		for _, p := range whole {
			if p.IRI != "" {
				next = append(next, p)
				continue
			}
			next = append(next, split(p.Text, name)...)
		}
		whole = next
	}
	for i := range whole {
		if whole[i].IRI != "" {
			n.words++
			whole[i].ID = "w" + strconv.Itoa(n.words)
			whole[i].holds = n.within(whole[i].Text)
			if words := whole[i].Text; !whole[i].Name && len(whole[i].holds) > 0 {
				whole[i].Inner = n.divide(words, func(name named) bool { return name.isName() && len(name.text) < len(words) })
			}
		}
	}
	return whole
}

// within returns what is named in the words of a name: "Chilean Navy" in "Chilean
// Navy vessel".
func (n *names) within(words string) []string {
	var found []string
	for _, name := range n.longest {
		if len(name.text) < len(words) && strings.Contains(words, name.text) && len(split(words, name)) > 1 {
			found = append(found, name.entity.IRI)
		}
	}
	return found
}

// split divides a text at the places where a name stands as whole words.
func split(text string, name named) []piece {
	var out []piece
	begin := 0
	for at := 0; ; {
		i := strings.Index(text[at:], name.text)
		if i < 0 {
			break
		}
		i += at
		at = i + len(name.text)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if isWordRune(before) || isWordRune(after) {
			continue
		}
		if i > begin {
			out = append(out, piece{Text: text[begin:i]})
		}
		out = append(out, piece{Text: name.text, IRI: name.entity.IRI, Type: name.entity.Type, Name: name.isName()})
		begin = at
	}
	if begin < len(text) {
		out = append(out, piece{Text: text[begin:]})
	}
	return out
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// wordsOf are the IDs of the words of a sentence that a fact is about.
func wordsOf(pieces []piece, c graph.Claim) []string {
	about := []string{c.Subject.IRI, c.Object.IRI}
	if c.Speaker != nil {
		about = append(about, c.Speaker.IRI)
	}
	for _, t := range c.Where {
		about = append(about, t.IRI)
	}
	var ids []string
	for _, p := range pieces {
		named := func(iri string) bool { return iri != "" && (iri == p.IRI || slices.Contains(p.holds, iri)) }
		if p.IRI != "" && slices.ContainsFunc(about, named) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
