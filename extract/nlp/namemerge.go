package nlp

import (
	"slices"
	"strings"
	"unicode"

	"kg/data"
)

// labelTypes are the types of the labels that the network gives: "B-PER" begins
// a person's name. It has learnt the others from too few examples to be asked
// for anything but where such a name stands.
var labelTypes = map[string]EntityType{"PER": Person, "ORG": Organization, "LOC": Place}

// labelled is a name that labels spell out. Its type is empty where it is none
// of labelTypes.
type labelled struct {
	Range
	typ EntityType
}

// spelled returns the names in labels, in order.
func spelled(labels []string) []labelled {
	var names []labelled
	for i := 0; i < len(labels); i++ {
		typ, begins := strings.CutPrefix(labels[i], "B-")
		if !begins {
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] == "I-"+typ {
			end++
		}
		names = append(names, labelled{Range{i, end}, labelTypes[typ]})
		i = end - 1
	}
	return names
}

// merge brings the names that the rules found and those of the labels together,
// in text order. The spans are those of the rules, but for what they only guess
// and the labels know nothing of, for bodies that they tear, see [merger.mend],
// and for the state after a place, see [apart]; what only the labels see is a name
// if it [standsAlone], in small letters where the text is careless. On the type both vote, see [elect].
func merge(d *Document, found []foundName, labels []string, careless bool) []foundName {
	names := spelled(labels)
	said := make(map[Range]EntityType, len(names))
	for _, n := range names {
		said[n.Range] = n.typ
	}
	found = parted(d, found, names)
	m := merger{d: d, taken: make([]bool, len(d.Tokens))}
	m.mend(found, names)
	for _, n := range found {
		if _, both := said[n.Tokens]; both || n.isExpression() {
			m.add(n)
		}
	}
	for _, n := range found {
		if n.strength > guessed || !isVoted(n.Type) || n.Type == Thing || n.Type == Person && isShortened(d, n.Tokens, names) {
			m.add(n)
		}
	}
	for _, n := range names {
		if n.standsAlone(d, careless) {
			m.add(foundName{Name{n.Range, Thing}, guessed})
		}
	}
	m.again(found)
	m.names = apart(d, m.names, said)
	m.names = slices.DeleteFunc(m.names, func(n foundName) bool { return isNameless(d, n.Tokens) })
	slices.SortFunc(m.names, func(a, b foundName) int { return a.Tokens.First - b.Tokens.First })
	elect(d, m.names, said)
	return m.names
}

// isShortened reports whether one of names, which are in order, is a person's and r is
// that with another name before it: the labels often miss a rare first name.
func isShortened(d *Document, r Range, names []labelled) bool {
	first := d.Word(r.First)
	if _, cue := data.TypeOfLastWord(first); cue || d.Tokens[r.First].XPOS != "NNP" || strings.HasSuffix(first, "s.") || isAcronym(first) {
		return false
	}
	i, _ := slices.BinarySearchFunc(names, r.End, func(n labelled, end int) int { return n.End - end })
	return i < len(names) && names[i].Range == Range{r.First + 1, r.End} && names[i].typ == Person
}

// standsAlone reports whether n is a name though no rule finds it: a person's of
// several words, or what does not begin with a capital, which the rules don't
// see. In a script without capitals the labels are not asked, nor for what has none at
// all in a text that has them elsewhere, such as "in absentia", or for a body, where they
// are mostly wrong.
func (n labelled) standsAlone(d *Document, careless bool) bool {
	word := d.Word(n.First)
	switch {
	case isCapitalised(word):
		return n.typ == Person && n.Len() > 1
	case isCaseless(word) || n.typ == "":
		return false
	}
	return careless && n.typ != Organization || strings.IndexFunc(d.TextOf(n.Range), unicode.IsUpper) >= 0
}

// parted returns found with those names divided that the labels read as somebody's full
// name beside a place or body and the rules as one: "the Bank of Narvik Ola Dahl", "Ola
// Dahl Narvik Steel" at the end of a letter.
func parted(d *Document, found []foundName, names []labelled) []foundName {
	var out []foundName
	for _, n := range found {
		for len(names) > 0 && names[0].End <= n.Tokens.First {
			names = names[1:]
		}
		if n.strength < known && arePersonAndOther(d, n.Tokens, names) {
			for _, part := range names[:2] {
				out = append(out, foundName{Name{part.Range, part.typ}, hinted})
			}
			continue
		}
		out = append(out, n)
	}
	return out
}

// arePersonAndOther reports whether the first two of names make up whole and one is
// somebody's full name and the other a place or body. A hyphen between them, a "Saint" at
// the end of the first or a given name that opens what is taken for a body hold them
// together.
func arePersonAndOther(d *Document, whole Range, names []labelled) bool {
	if len(names) < 2 || names[0].First != whole.First || names[0].End != names[1].First || names[1].End != whole.End {
		return false
	}
	last, next := d.Word(names[0].End-1), d.Word(names[1].First)
	_, given := data.FirstName(d.Word(whole.First))
	if !hasLetter(last) || !hasLetter(next) || saintly[strings.ToLower(last)] || given && names[0].typ != Person {
		return false
	}
	for i, n := range names[:2] {
		if other := names[1-i].typ; n.typ == Person && n.Len() > 1 && other != Person && other != "" {
			return true
		}
	}
	return false
}

// longestState is the longest name of a state after a place, in tokens.
const longestState = 2

// apart parts places that careless text writes without a comma: "We went to
// Lakeside California" names two, as "in ardal norway" does. The labels must say
// that both together are a place, and what is left must be able to stand for
// itself, unlike "Upper" and "Lake". A city of the lexicons is not parted off:
// many of them end the names of what stands there.
func apart(d *Document, names []foundName, said map[Range]EntityType) []foundName {
	for i, n := range names {
		if said[n.Tokens] != Place || !isVoted(n.Type) {
			continue
		}
		if at := stateAt(d, n.Tokens); at > n.Tokens.First {
			names[i] = foundName{Name{Range{n.Tokens.First, at}, Place}, max(n.strength, hinted)}
			names = append(names, foundName{Name{Range{at, n.Tokens.End}, Place}, known})
		}
	}
	return names
}

// stateAt returns where the country or federal state begins that the words end
// with, or their first where they don't name two places.
func stateAt(d *Document, words Range) int {
	if words.Len() == 1 || isPartOfPlace(d.Word(words.First)) || isStateOrLand(d.TextOf(words)) {
		return words.First
	}
	for i := words.First; i < words.End; i++ {
		if d.Word(i) == "of" {
			return words.First // "Gulf of Oman"
		}
	}
	for at := max(words.First+1, words.End-longestState); at < words.End; at++ {
		if isStateOrLand(d.TextOf(Range{at, words.End})) {
			return at
		}
	}
	return words.First
}

// isPartOfPlace reports whether the name of a place that begins with word goes
// on with that of another: "Northern Ireland", "Lake Michigan", "British India",
// "Republican Iowa".
func isPartOfPlace(word string) bool {
	if _, ok := data.TypeOfFirstWord(word); ok {
		return true
	}
	lower := strings.ToLower(word)
	return partsOfPlaces[lower] || creeds[lower] || isDemonym(word)
}

var partsOfPlaces = wordSet(`north south east west central new old upper lower inner
	outer greater republic classical ancient modern rural`)

func isStateOrLand(name string) bool {
	if _, ok := data.CountryNamed(name); ok {
		return true
	}
	place, ok := data.PlaceNamed(name)
	return ok && place.Kind == "state"
}

// isNameless reports whether one of the words is an address, a file or a
// picture, which are no names whatever they are made of.
func isNameless(d *Document, words Range) bool {
	for i := words.First; i < words.End; i++ {
		if word := d.Word(i); isAddress(word) || isFileName(word) || d.Tokens[i].XPOS == "NFP" {
			return true
		}
	}
	return false
}

// merger collects names that don't overlap.
type merger struct {
	d     *Document
	names []foundName
	taken []bool // by token
}

// add adds n unless a name before it has one of its words.
func (m *merger) add(n foundName) {
	words := m.taken[n.Tokens.First:n.Tokens.End]
	if slices.Contains(words, true) {
		return
	}
	for i := range words {
		words[i] = true
	}
	m.names = append(m.names, n)
}

// mend adds the bodies that the rules tear: "Fjord and Harbour Authority" is one
// to the labels and two to the rules. Where a lexicon or a title knows one of the
// parts, the labels may as well have taken two names together.
func (m *merger) mend(found []foundName, names []labelled) {
	for _, n := range names {
		for len(found) > 0 && found[0].Tokens.End <= n.First {
			found = found[1:]
		}
		if n.typ == Organization && isTorn(n.Range, found) {
			m.add(foundName{Name{n.Range, Thing}, guessed})
		}
	}
}

// again adds what the rules but guess and the labels know nothing of where it is a name
// at another place of the document, or somebody's last name: "Dragan Varnik came. Varnik
// leads the union".
func (m *merger) again(found []foundName) {
	names := byName[bool]{}
	for _, n := range m.names {
		if n.isExpression() {
			continue
		}
		*names.at(m.d.TextOf(n.Tokens)) = true
		if n.Type == Person {
			*names.at(m.d.Word(n.Tokens.End - 1)) = true
		}
	}
	for _, n := range found {
		if *names.at(m.d.TextOf(n.Tokens)) && !m.abbreviates(n.Tokens) {
			m.add(n)
		}
	}
}

// abbreviates reports whether the words may abbreviate a thing of any kind, "their RFP",
// "L2 grammar". Bodies have the article with them.
func (m *merger) abbreviates(words Range) bool {
	word := m.d.Word(words.First)
	if words.Len() > 1 || !isAllCaps(word) {
		return false
	}
	return hasDigit(word) || words.First == 0 || !strings.EqualFold(m.d.Word(words.First-1), "the")
}

// isTorn reports whether several of found, of which the first ends inside whole,
// lie in it, none reaches out of it, and none is known or a product.
func isTorn(whole Range, found []foundName) bool {
	parts := 0
	for _, n := range found {
		if n.Tokens.First >= whole.End {
			break
		}
		if n.Tokens.First < whole.First || n.Tokens.End > whole.End || n.strength >= known || n.Type == Product {
			return false
		}
		parts++
	}
	return parts > 1
}

// Votes for the type of a name: of the rules by how sure they are, and of the
// labels. A cue, a lexicon or a title outvotes one label; against a hint the
// label wins. Chosen on UNER, GUM and DWIE dev, where the neighbours do much the
// same.
var (
	ruleVotes  = [...]int{guessed: 1, hinted: 2, cued: 4, known: 5, declared: 5}
	labelVotes = 3

	// otherVotes are for none of the candidates, by a label of another type where
	// the rules but guess: "Nordlys Reader" is a program and no person.
	otherVotes = 2

	// surnameVotes are for a person by a word of a longer name for one, other than
	// its first: "José Paredes Quiroga" is called "Paredes" next.
	surnameVotes = 2
)

// candidates are the types that are voted on; a tie falls to the first.
var candidates = [...]EntityType{person: Person, Organization, Place, other: Thing}

const (
	person = 0
	other  = 3
)

// isVoted reports whether the votes may change typ.
func isVoted(typ EntityType) bool { return slices.Contains(candidates[:], typ) }

// tally is how many votes there are for each of the candidates.
type tally [len(candidates)]int

// cast counts what the rules say of a name, and its label if it has one.
func (t *tally) cast(n foundName, label EntityType, labelled bool) {
	if i := slices.Index(candidates[:other], n.Type); i >= 0 {
		t[i] += ruleVotes[n.strength]
	}
	switch i := slices.Index(candidates[:], label); {
	case i >= 0:
		t[i] += labelVotes
	case labelled && n.strength == guessed:
		t[other] += otherVotes
	}
}

// elect gives every name the type that most votes of the document are for, over
// all places where it stands.
func elect(d *Document, names []foundName, said map[Range]EntityType) {
	bodies := singleBodies(d, names)
	votes := byName[tally]{}
	for _, n := range names {
		if !isVoted(n.Type) {
			continue
		}
		label, labelled := said[n.Tokens]
		votes.at(d.TextOf(n.Tokens)).cast(n, label, labelled)
		if label == Person {
			for i := n.Tokens.First + 1; i < n.Tokens.End; i++ {
				votes.at(d.Word(i))[person] += surnameVotes
			}
		}
	}
	for i, n := range names {
		if !isVoted(n.Type) {
			continue
		}
		count := votes.at(d.TextOf(n.Tokens))
		if best := slices.Index(count[:], slices.Max(count[:])); count[best] > 0 {
			names[i].Type = candidates[best]
		}
		if names[i].Type == Person && n.Tokens.Len() == 1 && bodies[d.Word(n.Tokens.First)] {
			names[i].Type = Organization
		}
	}
}
