package clause

import (
	"strings"

	"kg/extract/nlp"
)

// whereabouts: "Cusco, southern Peru", "Cusco in Peru", "the Peruvian city of
// Cusco", "Café Sol, a bar in Cusco"
//
//	Cusco | is in | Peru
//	Cusco | is in | Peruvian
//	Café Sol | is in | Cusco
//
// Where a named place lies, and where what a noun describes is. Limit: a comma
// between two places joins a list unless a mark or a preposition follows, and what
// is somebody's ("Cusco in Peru's south") is another place.
var whereaboutsRule = phraseRule{"whereabouts", whereaboutsConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		if n.Type == nlp.Person {
			continue
		}
		if n.Type == nlp.Place {
			if whole, ok := s.placeBehind(n); ok {
				list = append(list, s.state("whereabouts", whereaboutsConfidence, nameArgument(n.Tokens), understood("be in"), whole))
			}
			if whole, ok := s.placeOfKind(n); ok {
				list = append(list, s.state("whereabouts", whereaboutsConfidence, nameArgument(n.Tokens), understood("be in"), whole))
			}
		}
		list = append(list, s.describedIn(n)...)
	}
	return list
}}

// placeBehind returns the larger place that follows n behind "in" or a comma.
func (s *sentence) placeBehind(n nlp.Name) (Argument, bool) {
	mark := n.Tokens.End
	if mark+1 >= s.tokens.End || s.doc.Word(mark) != "," && s.lower(mark) != "in" {
		return Argument{}, false
	}
	i := mark + 1
	if compassWords[s.lower(i)] && i+1 < s.tokens.End {
		i++
	}
	whole, ok := s.nameAt(i)
	if !ok || whole.Type != nlp.Place || whole.Tokens.First != i {
		return Argument{}, false
	}
	next := whole.Tokens.End
	if next < s.tokens.End && s.tag(next) == "POS" || s.lower(mark) == "in" && s.up(s.headOf(whole.Tokens)) == s.headOf(n.Tokens) {
		return Argument{}, false // of the latter, the rule affiliation takes care
	}
	if nlp.IsCountry(s.doc.TextOf(n.Tokens)) || s.doc.Word(mark) == "," && s.isListed(n, whole) {
		return Argument{}, false
	}
	return nameArgument(whole.Tokens), true
}

// isListed reports whether the place whole, behind a comma, is the next member of
// a list rather than where n lies.
func (s *sentence) isListed(n, whole nlp.Name) bool {
	if before := n.Tokens.First - 2; before >= s.tokens.First && s.doc.Word(before+1) == "," && s.isNamed(before, nlp.Place) {
		return true
	}
	next := whole.Tokens.End
	if next >= s.tokens.End {
		return false
	}
	switch w := s.doc.Word(next); {
	case w == ",":
		return next+1 < s.tokens.End && (strings.HasPrefix(s.tag(next+1), "NNP") || s.tag(next+1) == "CC" && s.rel(s.headOf(whole.Tokens)) == "conj")
	case !isWord(s.tag(next)):
		return false
	}
	return s.tag(next) != "IN" && s.tag(next) != "TO"
}

// placeOfKind returns what is said of the place that n is the name of, before the
// kind of place it is: "the Peruvian city of Cusco", "the US state of Oklahoma".
func (s *sentence) placeOfKind(n nlp.Name) (Argument, bool) {
	kind := n.Tokens.First - 2
	if kind <= s.tokens.First || s.lower(kind+1) != "of" || !placeKinds[s.lemma(kind)] {
		return Argument{}, false
	}
	for i := kind - 1; i >= s.tokens.First; i-- {
		whole, named := s.nameAt(i)
		switch {
		case s.isDemonym(i):
			return s.adjectiveArgument(i), true
		case named && whole.Type == nlp.Place:
			return nameArgument(whole.Tokens), i < kind-1 || !partKinds[s.lemma(kind)]
		case s.tag(i) == "POS" || strings.HasPrefix(s.tag(i), "JJ") || s.tag(i) == "HYPH" || s.tag(i) == "NN" && s.rel(i) == "compound":
		default:
			return Argument{}, false
		}
	}
	return Argument{}, false
}

// partKinds are parts of a place, which a name right before them is the name of: "the
// Surquillo district of Lima", unlike "the Peru city of Lima".
var partKinds = words("district", "neighbourhood", "neighborhood", "area", "quarter", "suburb", "province", "region", "county")

// describedIn reads where the noun that describes n in apposition is: "Café Sol,
// a bar in Cusco".
func (s *sentence) describedIn(n nlp.Name) []Proposition {
	var list []Proposition
	for _, k := range s.kids(s.headOf(n.Tokens)) {
		if s.rel(k) != "appos" || k < n.Tokens.End || s.tag(k) != "NN" || s.isRole(k) || s.inList(k) {
			continue
		}
		for _, p := range s.attachedTo(k) {
			word := s.prepositionWords(p)
			if (word == "in" || word == "near") && p.preposition.First == k+1 && s.isNamed(p.noun.head, nlp.Place) && len(p.noun.conjuncts) == 0 {
				r := understood("be "+word, tokensOf(p.preposition)...)
				list = append(list, s.state("whereabouts", whereaboutsConfidence, nameArgument(n.Tokens), r, s.argument(p.noun)))
			}
		}
	}
	return list
}

// placeKinds are the nouns before "of" and the name of a place.
var placeKinds = words("city", "town", "village", "province", "region", "state", "island", "port", "district", "county",
	"suburb", "resort", "capital", "municipality", "department", "governorate", "oblast", "community", "hamlet", "neighbourhood",
	"neighborhood", "borough", "enclave", "territory")

// compassWords say in which part of a place something lies.
var compassWords = words("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
	"southwestern", "north", "south", "east", "west", "north-eastern", "north-western", "south-eastern", "south-western", "upstate")
