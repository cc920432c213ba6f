package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// title: "Kenyan President William Ruto"
//
//	William Ruto | holds position | Kenyan President
//	William Ruto | is president of | Kenyan
//
// A title stands right before a person's name and ends in a noun that names an
// office, perhaps with "of …"; the name or nationality in it is what the office
// belongs to. Limit: a nationality before an occupation ("Kenyan novelist") only
// says where the person is from.
var titleRule = phraseRule{"title", titleConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, n := range s.names() {
		t, ok := s.titleBefore(n)
		if !ok || kinNouns[s.lemma(t.noun)] {
			continue
		}
		list = append(list, s.titleStatements(n, t)...)
		if t, ok := s.titleJoined(t); ok {
			list = append(list, s.titleStatements(n, t)...)
		}
	}
	return list
}}

// titleStatements: whoever is called n holds the position t, of whom it says whose it
// is or, of an envoy, to whom.
func (s *sentence) titleStatements(n nlp.Name, t personTitle) []Proposition {
	person := nameArgument(n.Tokens)
	position := Argument{Tokens: t.tokens, Head: t.noun, Kind: Title}
	list := []Proposition{s.state("title", titleConfidence, person, understood("hold position", t.noun), position)}
	if owner, ok := s.ownerIn(t); ok && owner.Head < t.noun || ok && s.lower(t.noun+1) != "to" {
		list = append(list, s.state("title", titleConfidence, person, s.officeRelation(t, owner), owner))
	}
	if r, to, ok := s.postIn(t); ok {
		list = append(list, s.state("title", titleConfidence, person, r, to))
	}
	return list
}

// postIn returns where an envoy is sent: "US ambassador to Peru".
func (s *sentence) postIn(t personTitle) (Relation, Argument, bool) {
	to := t.noun + 1
	if to+1 >= t.tokens.End || s.lower(to) != "to" {
		return Relation{}, Argument{}, false
	}
	place := nlp.Range{First: to + 1, End: to + 1}
	for place.End < t.tokens.End && strings.HasPrefix(s.tag(place.End), "NNP") {
		place.End++
	}
	if place.Len() == 0 {
		return Relation{}, Argument{}, false
	}
	r := s.roleWords(s.roleStart(t.tokens.First, t.noun), t.noun)
	return understood("be "+r.words+" to", append(tokensOf(r.tokens), to)...), nameArgument(place), true
}

// roleStart returns where the words of the role at token noun begin, behind the name
// or the nationality of whom it belongs to.
func (s *sentence) roleStart(first, noun int) int {
	for i := noun - 1; i >= first; i-- {
		if _, named := s.nameAt(i); named || s.isDemonym(i) {
			return i + 1
		}
	}
	return first
}

// personTitle is a title before a name.
type personTitle struct {
	tokens nlp.Range // without determiner and owner
	noun   int       // the noun that names the office
	owner  nlp.Range // whose it is: "Ghana" of "Ghana's finance minister"; else empty
}

// titleBefore reads the title right before the name n.
func (s *sentence) titleBefore(n nlp.Name) (personTitle, bool) {
	single := n.Tokens.Len() == 1 && titleNouns[s.lower(n.Tokens.First)] // "Lord Justice"
	if n.Type != nlp.Person && n.Type != nlp.Thing || single {
		return personTitle{}, false
	}
	first := s.modifiersBefore(n.Tokens.First)
	t := personTitle{noun: -1}
	for i := first; i < n.Tokens.First; i++ {
		switch {
		case s.lower(i) == "of" && t.noun < 0: // "the kidnapping of politician …"
			first = i + 1
		case s.tag(i) == "POS":
			t.owner, t.noun = nlp.Range{First: s.behindOf(t.noun, first, i), End: i}, -1
			first = i + 1
		case (s.tag(i) == "NN" || s.tag(i) == "NNP" || s.isExecutive(i, n)) && (s.isTitleNoun(i) || kinNouns[s.lemma(i)]):
			if t.noun < 0 || i == n.Tokens.First-1 && s.lower(i) != "justice" || !s.followsOf(t.noun, i) {
				first = s.behindOf(t.noun, first, i)
				t.noun = i
			}
		}
	}
	if t.noun < 0 || t.noun != n.Tokens.First-1 && (s.lower(t.noun+1) != "of" && s.lower(t.noun+1) != "to" || s.isAnothers(n)) {
		return t, false
	}
	for first < t.noun && (s.tag(first) == "DT" || s.tag(first) == "PRP$") {
		if s.tag(first) == "PRP$" {
			t.owner = nlp.Range{First: first, End: first + 1}
		}
		first++
	}
	if s.isHyphenToken(first) && first+2 <= t.noun {
		first += 2 // "five-term lawmaker"
	}
	t.tokens = nlp.Range{First: first, End: n.Tokens.First}
	if first > s.tokens.First && doubtfulTitles[s.lower(first-1)] || doubtfulTitles[s.lower(first)] {
		return t, false
	}
	last := s.tag(n.Tokens.First - 1)
	return t, t.noun >= first && (strings.HasPrefix(last, "NN") || s.isExecutive(n.Tokens.First-1, n))
}

// behindOf returns where what stands before token end begins: behind the "of" after the
// noun, which names somebody else, as in "critic of President Lund" and "aide of Peru's
// president", and at first where there is no noun or no "of".
func (s *sentence) behindOf(noun, first, end int) int {
	if noun < 0 {
		return first
	}
	for i := end - 1; i > noun; i-- {
		if s.lower(i) == "of" {
			return i + 1
		}
	}
	return first
}

// isAnothers reports whether the word before the name n shows that it is not the name of
// who holds the office before "of": "critic of Mr. Lund", "head of the chipmaker Norvik".
func (s *sentence) isAnothers(n nlp.Name) bool {
	before := n.Tokens.First - 1
	return addressTitles[s.lower(before)] || tradeKinds[s.lemma(before)] || strings.HasSuffix(s.lower(before), "maker")
}

// titleJoined reads the title that "and" joins to t: "SNP leader and Scottish First
// Minister Ann Reid".
func (s *sentence) titleJoined(t personTitle) (personTitle, bool) {
	end := t.tokens.First - 1
	if end-1 <= s.tokens.First || s.tag(end) != "CC" || s.lower(end) != "and" || s.tag(end-1) != "NN" || !titleNouns[s.lemma(end-1)] {
		return personTitle{}, false
	}
	first := s.modifiersBefore(end)
	for first < end-1 && s.tag(first) == "DT" {
		first++
	}
	return personTitle{tokens: nlp.Range{First: first, End: end}, noun: end - 1}, true
}

// isExecutive reports whether token i, right before the name n, is a title that
// is an adjective as well: "chief executive Ana Reyes".
func (s *sentence) isExecutive(i int, n nlp.Name) bool {
	return i == n.Tokens.First-1 && s.tag(i) == "JJ" && titleNouns[s.lower(i)]
}

// followsOf reports whether "of" stands between the tokens a and b.
func (s *sentence) followsOf(a, b int) bool {
	for i := a; i < b; i++ {
		if s.lower(i) == "of" {
			return true
		}
	}
	return false
}

// longestTitle is the most tokens a title has: "former US Assistant Secretary of
// State for European and Eurasian Affairs" has 13.
const longestTitle = 14

// modifiersBefore returns the first of the nouns, adjectives, genitives and
// of-phrases that reach from the left to token end.
func (s *sentence) modifiersBefore(end int) int {
	i := end
	for i > s.tokens.First && end-i < longestTitle && s.isTitleWord(i-1) && (i == end || !s.governs(i-1, end)) {
		i--
	}
	for i < end && (s.lower(i) == "of" || s.tag(i) == "POS" || s.tag(i) == "CC") {
		i++
	}
	return i
}

// governs reports whether token i is what the noun phrase of the name that begins
// at token name hangs on, and no part of it: the "arrest" that is taken for a noun
// in "Police arrest minister Lund".
func (s *sentence) governs(i, name int) bool {
	for name < s.tokens.End && s.up(name) >= 0 {
		rel := s.rel(name)
		name = s.up(name)
		if name == i {
			return !titleNouns[s.lemma(i)] && !kinNouns[s.lemma(i)] && (rel == "appos" || rel == "obj" || rel == "obl" || rel == "nsubj" || rel == "dep")
		}
	}
	return false
}

// endsInGenitive reports whether the name that token i is part of owns what follows.
func (s *sentence) endsInGenitive(i int) bool {
	n, _ := s.nameAt(i)
	return n.Tokens.End < s.tokens.End && s.tag(n.Tokens.End) == "POS"
}

// isTakenForPerson reports whether token i is a name of one word right before an office in
// lower case, which is what the office belongs to, whatever it was taken for: "Norvik" of
// "Norvik chief executive Ana Roe".
func (s *sentence) isTakenForPerson(i int) bool {
	n, _ := s.nameAt(i)
	next := i + 1
	if n.Tokens.Len() != 1 || next+1 >= s.tokens.End || s.doc.Word(next) != s.lower(next) {
		return false
	}
	w := s.lower(next)
	return officeNouns[w] || (w == "chief" || w == "finance" || w == "vice" || w == "deputy") && titleNouns[s.lower(next+1)]
}

// isTitleWord reports whether token i can be part of a title or of its owner.
func (s *sentence) isTitleWord(i int) bool {
	switch tag := s.tag(i); {
	case s.isNamed(i, nlp.Date), timeNouns[s.lower(i)]:
		return false
	case strings.HasPrefix(tag, "NN"):
		return !s.isNamed(i, nlp.Person) || s.endsInGenitive(i) || s.isTakenForPerson(i)
	case tag == "JJ", tag == "POS", tag == "HYPH", tag == "PRP$", tag == "FW": // "former de facto mayor"
		return true
	case tag == "VBG", tag == "RB":
		return passingTitles[s.lower(i)]
	case tag == "IN":
		return s.lower(i) == "of" || s.isPosting(i)
	case tag == "TO":
		return s.isPosting(i)
	case tag == "DT":
		return i > s.tokens.First && s.lower(i-1) == "of" || s.lower(i) == "the"
	}
	return false
}

// isPosting reports whether token i is the "to" of "ambassador to Peru".
func (s *sentence) isPosting(i int) bool {
	return s.lower(i) == "to" && i > s.tokens.First && envoyNouns[s.lemma(i-1)]
}

// electNoun returns the "president" of the office "president-elect" at token noun, and noun of
// any other.
func (s *sentence) electNoun(noun int) int {
	if w := s.lower(noun); (w == "elect" || w == "designate") && noun-2 >= s.tokens.First && s.isHyphenToken(noun-1) {
		return noun - 2
	}
	return noun
}

// isTitleNoun reports whether token i heads a title: "president", or the "elect" of
// "president-elect".
func (s *sentence) isTitleNoun(i int) bool {
	return titleNouns[strings.TrimPrefix(s.lemma(s.electNoun(i)), "ex-")]
}

// ownerIn returns what the office of a title belongs to: its owner, else the
// last name or nationality before its noun, else the name behind "of".
func (s *sentence) ownerIn(t personTitle) (Argument, bool) {
	if t.owner.Len() > 0 {
		return nameArgument(t.owner), true
	}
	for i := t.noun - 1; i >= t.tokens.First; i-- {
		if n, ok := s.nameAt(i); ok && n.Tokens.First >= t.tokens.First && n.Tokens.End != s.electNoun(t.noun)+1 {
			return nameArgument(n.Tokens), true
		}
		if s.isDemonym(i) {
			return s.adjectiveArgument(i), true
		}
		if i == t.tokens.First && s.ownsOffice(i, t) {
			return nameArgument(nlp.Range{First: i, End: i + 1}), true
		}
	}
	for i := t.noun + 1; i < t.tokens.End; i++ {
		if n, ok := s.nameAt(i); ok && n.Tokens.End <= t.tokens.End {
			return nameArgument(n.Tokens), true
		}
	}
	return Argument{}, false
}

// ownsOffice reports whether the word at token i, which begins the title t and is no
// name by itself, is what the office belongs to: an abbreviation, or what is named
// elsewhere in the article, as "Norvik" is before "sporting director Ana Roe".
func (s *sentence) ownsOffice(i int, t personTitle) bool {
	w := s.doc.Word(i)
	if !officeNouns[s.lemma(t.noun)] || s.doc.Word(t.noun) == strings.ToUpper(s.doc.Word(t.noun)) || w == s.lower(i) || s.isHyphenToken(i+1) {
		return false
	}
	if len(w) > 1 && w == strings.ToUpper(w) {
		return strings.HasPrefix(s.tag(i), "NNP") && !titleNouns[s.lower(i)]
	}
	for _, n := range s.doc.Names {
		if n.Type == nlp.Organization && n.Tokens.Len() == 1 && s.doc.Word(n.Tokens.First) == w {
			return true
		}
	}
	return false
}

// officeRelation is the relation of the bearer of title t to its owner.
func (s *sentence) officeRelation(t personTitle, owner Argument) Relation {
	var words []string
	var tokens []int
	for i := t.tokens.First; i < t.tokens.End; i++ {
		if i > t.noun && s.isPosting(i) {
			break
		}
		if owner.Tokens.Has(i) || !isWord(s.tag(i)) || owner.Tokens.First > t.noun && i > t.noun || s.isOriginOfPlayer(i, t) {
			continue
		}
		words = append(words, s.lower(i))
		tokens = append(tokens, i)
	}
	if s.isOrigin(owner) && !officeNouns[strings.TrimPrefix(s.lemma(s.electNoun(t.noun)), "ex-")] && !(playerNouns[s.lemma(t.noun)] && owner.Kind != Demonym) {
		return understood("be from", tokens...)
	}
	return understood("be "+strings.ReplaceAll(strings.Join(words, " "), " - ", "-")+" of", slices.Compact(tokens)...)
}

// isOriginOfPlayer reports whether token i says where the player t is from, which is no
// part of what he is to his club: "Norvik City's Peruvian striker".
func (s *sentence) isOriginOfPlayer(i int, t personTitle) bool {
	return i < t.noun && s.isDemonym(i) && playerNouns[s.lemma(t.noun)]
}

// isOrigin reports whether a stands for a country or place.
func (s *sentence) isOrigin(a Argument) bool {
	return a.Kind == Demonym || s.isNamed(a.Head, nlp.Place)
}
