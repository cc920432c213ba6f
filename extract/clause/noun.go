package clause

import (
	"strings"

	"kg/extract/nlp"
)

// noun is a full noun phrase: its of-phrases are in it, and what is joined to
// it is in it as well.
type noun struct {
	tokens    nlp.Range
	head      int
	conjuncts []noun // the members, where several are joined; else empty
	temporal  bool
	amount    bool
	predicate bool // adjectives in place of a noun phrase: "as realistic and optimistic"
	chunk     int  // phrase it starts at
	end       int  // phrase after it
}

// ok reports whether there is a noun phrase at all.
func (n noun) ok() bool { return n.tokens.Len() > 0 }

// isPronoun reports whether the noun phrase is a personal pronoun or an expletive.
func (s *sentence) isPronoun(n noun) bool {
	return n.tokens.Len() == 1 && (s.tag(n.head) == "PRP" || s.tag(n.head) == "EX")
}

// isProper reports whether the head is a proper noun.
func (s *sentence) isProper(n noun) bool { return strings.HasPrefix(s.tag(n.head), "NNP") }

// kindAt returns the kind of phrase i within [0, limit); otherPhrase beyond it.
func (s *sentence) kindAt(i, limit int) phraseKind {
	if i < 0 || i >= limit {
		return otherPhrase
	}
	return s.phrases[i].kind
}

// isPreposition reports whether phrase i is the preposition word.
func (s *sentence) isPreposition(i, limit int, word string) bool {
	return s.kindAt(i, limit) == prepositionWord && s.phraseText(i) == word
}

// phraseText returns the words of phrase i in lower case.
func (s *sentence) phraseText(i int) string {
	return strings.ToLower(s.doc.TextOf(s.phrases[i].tokens))
}

// nounAt reads the full noun phrase that starts at phrase i and ends before
// phrase limit: chunk, of-phrases, members joined by "and" or in a list.
func (s *sentence) nounAt(i, limit int) noun {
	first := s.singleNoun(i, limit)
	if !first.ok() {
		return noun{}
	}
	members := s.listMembers(first, limit)
	if len(members) == 1 {
		return first
	}
	last := members[len(members)-1]
	all := first
	all.tokens = nlp.Range{First: first.tokens.First, End: last.tokens.End}
	all.conjuncts, all.end = members, last.end
	return all
}

// singleNoun reads a chunk with its of-phrases.
func (s *sentence) singleNoun(i, limit int) noun {
	if s.kindAt(i, limit) != nounChunk {
		return noun{}
	}
	p := s.phrases[i]
	n := noun{tokens: p.tokens, head: p.head, temporal: p.temporal, amount: p.amount, chunk: i, end: i + 1}
	if s.isPreposition(i+1, limit, "of") && s.kindAt(i+2, limit) == nounChunk {
		inner := s.nounAt(i+2, limit)
		if len(inner.conjuncts) > 0 && !s.joinsInside(n, inner) {
			inner = inner.conjuncts[0]
		}
		n.tokens.End, n.end = inner.tokens.End, inner.end
		n.temporal = n.temporal && inner.temporal || inner.temporal && s.isTimeNoun(n.head)
	}
	return s.placeNoun(n, limit)
}

// joinsInside reports whether what is joined after "outer of X" is joined to X
// and not to outer: members that are all names or all not names.
func (s *sentence) joinsInside(outer, joined noun) bool {
	pair := len(joined.conjuncts) == 2
	if pair && s.kindAt(joined.conjuncts[0].end, len(s.phrases)) == commaMark {
		return false // "the president of Togo, and Ama Reed"
	}
	proper := s.isProper(joined.conjuncts[0])
	for _, m := range joined.conjuncts[1:] {
		if s.isProper(m) != proper {
			return false
		}
	}
	return proper || !titleNouns[s.lemma(outer.head)]
}

// longestPlace is the number of words that the second name of a place may have
// ("New York", "South Dakota"); longer ones are mostly persons.
const longestPlace = 2

// placeNoun adds ", Utah" to "Salt Lake City": two names with a comma between
// and a comma or the end behind, no conjunction near.
func (s *sentence) placeNoun(n noun, limit int) noun {
	if !s.isProper(n) || s.kindAt(n.end, limit) != commaMark || s.kindAt(n.end+1, limit) != nounChunk {
		return n
	}
	place := s.phrases[n.end+1]
	all := len(s.phrases)
	closed := n.end+2 >= all || s.kindAt(n.end+2, all) == commaMark || s.kindAt(n.end+2, all) == stopMark || s.isFinal(n.end+2)
	if !closed || n.chunk == 0 || s.phrases[n.chunk-1].kind != prepositionWord || place.temporal {
		return n
	}
	if place.tokens.Len() > longestPlace || s.isNamed(place.head, nlp.Person) {
		return n
	}
	for i := place.tokens.First; i < place.tokens.End; i++ {
		if !strings.HasPrefix(s.tag(i), "NNP") {
			return n
		}
	}
	if s.kindAt(n.end+3, limit) == conjunctionWord {
		return n
	}
	n.tokens.End, n.end = place.tokens.End, n.end+2
	return n
}

// isFinal reports whether phrase i is the full stop.
func (s *sentence) isFinal(i int) bool {
	return i == len(s.phrases)-1 && s.tag(s.phrases[i].head) == "."
}

// listMembers returns first and the members that follow it: "A and B", "A, B
// and C", "A, B, and C". A comma without a later conjunction joins nothing.
func (s *sentence) listMembers(first noun, limit int) []noun {
	members := []noun{first}
	for at := first.end; ; {
		next := at
		if s.kindAt(next, limit) == commaMark {
			next++
		}
		final := s.kindAt(next, limit) == conjunctionWord && s.phraseText(next) != "but"
		if final {
			next++
		} else if next == at {
			return members[:1]
		}
		member := s.singleNoun(next, limit)
		if !member.ok() || member.temporal != first.temporal || s.isPronoun(member) && !final {
			return members[:1]
		}
		if len(members) == 1 && !final && s.isProper(first) && !s.isProper(member) && s.isRole(member.head) {
			return members[:1] // "Arminius, leader of the Cherusci and allies"
		}
		members = append(members, member)
		if final {
			return members
		}
		at = member.end
	}
}

// argument turns the noun phrase into an argument.
func (s *sentence) argument(n noun) Argument {
	a := Argument{Tokens: s.closeQuotes(n.tokens), Head: n.head}
	switch {
	case n.predicate:
		a.Kind = Title
	case n.temporal || s.isNamed(n.head, nlp.Date) || n.tokens.Len() == 1 && isYear(s.lower(n.head)):
		a.Kind, a.Type = Value, nlp.Date
	case n.amount && s.hasMoney(n.tokens):
		a.Kind, a.Type = Value, nlp.Money
	case n.amount && s.tag(n.head) == "CD":
		a.Kind, a.Type = Value, nlp.Quantity
	}
	return a
}

// hasMoney reports whether a currency sign or unit is among the tokens.
func (s *sentence) hasMoney(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch s.lemma(i) {
		case "dollar", "euro", "pound", "yen", "cent", "peso", "franc", "rouble", "ruble", "rupee":
			return true
		}
		if s.tag(i) == "$" || s.tag(i) == "#" {
			return true
		}
	}
	return false
}

// closeQuotes widens r by a quotation mark right behind it whose partner is in it.
func (s *sentence) closeQuotes(r nlp.Range) nlp.Range {
	marks := 0
	for i := r.First; i < r.End; i++ {
		if isMark(s.doc, i) {
			marks++
		}
	}
	sent := s.doc.Sentences[s.index].Tokens
	switch {
	case marks%2 == 0:
	case r.End < sent.End && isMark(s.doc, r.End):
		r.End++
	case r.First > sent.First && isMark(s.doc, r.First-1):
		r.First--
	}
	return r
}
