package nlp

import "strings"

// bodiesByShortName makes a body of a single word that was taken for a person, where
// the text says that it is short for one ("Norvik" beside "Norvik Energy") or that it
// speaks of itself as of a thing ("Norvik said it would close the mine"). Somebody of
// that surname, or a title before it, speaks against it: news names a person in full
// first.
func bodiesByShortName(d *Document, names []foundName) {
	starts, people := map[string]bool{}, map[string]bool{}
	for _, n := range names {
		first, last := d.Word(n.Tokens.First), d.Word(n.Tokens.End-1)
		switch {
		case n.Type == Person && (n.Tokens.Len() > 1 || n.strength >= cued):
			people[first], people[last] = true, true
		case n.Tokens.Len() == 1:
			if saysOfItself(d, n.Tokens.End) {
				starts[first] = true
			}
		case n.Type == Organization && n.strength >= cued && !calledAfter[strings.ToLower(last)]:
			starts[first] = true
		}
	}
	for i, n := range names {
		if word := d.Word(n.Tokens.First); n.Tokens.Len() == 1 && n.Type == Person && starts[word] && !people[word] {
			names[i].Type = Organization
		}
	}
}

// calledAfter end the names of bodies that are called after people: "Goethe Institute".
var calledAfter = wordSet(`institute institut university college school foundation theatre theater museum library hospital
	center centre stadium society academy association house hall orchestra award committee commission`)

// saysOfItself reports whether a verb of saying stands at token i, and then, but for
// when and where it is said, "it" with a verb of what is to come or has been.
func saysOfItself(d *Document, i int) bool {
	if i >= len(d.Tokens) || d.Word(i) != "said" && d.Word(i) != "says" {
		return false
	}
	for i++; i+1 < len(d.Tokens); i++ {
		word := strings.ToLower(d.Word(i))
		_, day := weekdays[word]
		switch {
		case word == "it":
			return ownVerbs[strings.ToLower(d.Word(i+1))]
		case !day && !saidWhere[word]:
			return false
		}
	}
	return false
}

var (
	ownVerbs  = wordSet("would will had has plans expects aims intends")
	saidWhere = wordSet("on in a the statement that late early press release filing")
)
