package nlp

import "strings"

// singleBodies returns the words that are bodies though the network may take them for
// persons: the text says that they are short for one ("Norvik" beside "Norvik
// Energy"), calls them one ("the company Norvik", "shares in Norvik") or lets them
// speak of themselves as of things ("Norvik said it would close the mine").
// Somebody of that surname, or a title before it, speaks against it: news names a
// person in full first. Names have the types that the rules gave them.
func singleBodies(d *Document, names []foundName) map[string]bool {
	bodies, people := map[string]bool{}, map[string]bool{}
	for _, n := range names {
		first, last := d.Word(n.Tokens.First), d.Word(n.Tokens.End-1)
		single := n.Tokens.Len() == 1
		switch {
		case n.Type == Person && (!single || n.strength >= cued):
			people[first], people[last] = true, true
		case single && n.Type == Organization && n.strength >= hinted,
			!single && n.Type == Organization && n.strength >= cued && !calledAfter[strings.ToLower(last)]:
			bodies[first] = true
		}
		if single && saysOfItself(d, n.Tokens.End) {
			bodies[first] = true
		}
	}
	for word := range people {
		delete(bodies, word)
	}
	return bodies
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
