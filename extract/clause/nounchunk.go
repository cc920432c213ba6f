package clause

import (
	"strings"

	"kg/extract/nlp"
)

// readNounChunk reads a noun phrase up to its head, with genitives before it:
// "Apple's new chief executive", "at least 15 people", "$ 500", "the poor",
// "who" never. A chunk without a noun is one only if a determiner, a number or
// a pronoun stands for it.
func (s *sentence) readNounChunk(v int) (phrase, int) {
	if s.tagAt(v) == "PRP" || s.tagAt(v) == "EX" {
		if w := s.wordAt(v); (w == "we" || w == "us") && (s.tagAt(v+1) == "NNPS" || s.tagAt(v+1) == "NNS") && !s.isBroken(v+1) {
			return phrase{kind: nounChunk, head: s.at(v + 1)}, 2
		}
		return phrase{kind: nounChunk, head: s.at(v)}, 1
	}
	p := phrase{kind: nounChunk, head: -1}
	w := v
	for {
		end, head := s.readNouns(w)
		if end == w {
			break
		}
		w, p.head = end, s.at(head)
		if s.tagAt(w) != "POS" || s.isBroken(w) || s.startOfNouns(w+1) == w+1 {
			break
		}
		p.possessor = s.span(v, w)
		w++
	}
	if p.head < 0 {
		return phrase{}, 0
	}
	if relativeTime[s.wordAt(w)] && s.isTimeNoun(p.head) && s.tagAt(w) != "IN" {
		w++
	}
	p.amount = s.isAmount(v, w)
	if p.amount && rateWords[s.wordAt(w)] && s.tagAt(w+1) == "NN" && (s.tagAt(w-1) == "CD" || s.hasMoney(s.span(v, w))) {
		w += 2
	}
	if p.amount && s.tagAt(w) == "CC" && vague[s.wordAt(w+1)] {
		w += 2
	}
	p.temporal = s.isTemporal(v, w, p.head)
	return p, w - v
}

// startOfNouns returns v where no noun phrase starts at v, else where it ends.
func (s *sentence) startOfNouns(v int) int {
	end, _ := s.readNouns(v)
	return end
}

func (s *sentence) isBroken(v int) bool { return v < len(s.broken) && s.broken[v] }

// readNouns reads determiners, numbers, adjectives and nouns from v on, and
// returns where they end and the position of the head; end == v: none.
func (s *sentence) readNouns(v int) (end, head int) {
	w := s.skipQuantity(v)
	determined := w > v
	for s.isDeterminer(w) && (w == v || !s.isBroken(w)) {
		determined = true
		w++
	}
	if determined {
		w = s.skipQuantity(w)
	}
	start := w
	w = s.skipModifiers(w, determined)
	nouns := w
	for s.isNoun(w) && !(w == nouns && s.isHyphen(w)) && (w == v || !s.isBroken(w)) && !(w > nouns && s.startsAnew(w)) {
		w++
		w = s.skipDateComma(w)
	}
	switch {
	case w > nouns:
		return s.extendNouns(w, determined)
	case w > start && s.endsInNumber(w):
		return w, w - 1
	case w == v && s.tagAt(v) == "CD":
		return v + 1, v
	case w == v && manyWords[s.wordAt(v)] && s.wordAt(v+1) == "of":
		return v + 1, v
	case w > start && determined && s.tagAt(w) != "TO":
		return w, w - 1 // "the poor", "the latest"
	case determined && w > v && w == start && s.standsAlone(v, w):
		return w, w - 1
	}
	return v, v
}

// startsAnew reports whether the noun at w begins a phrase of its own although a
// noun stands right before it: "his doctor Friday", "last week Mr. Reed".
func (s *sentence) startsAnew(w int) bool {
	before := s.wordAt(w - 1)
	return dayNames[s.wordAt(w)] || s.startsPerson(w) || s.tagAt(w-1) == "NN" && timeNouns[before] && strings.HasPrefix(s.tagAt(w), "NNP")
}

// startsPerson reports whether a person's name begins at w right behind the
// name of a place: "the ambassador to Peru Ana Reyes".
func (s *sentence) startsPerson(w int) bool {
	i, before := s.at(w), s.at(w-1)
	for _, n := range s.doc.Names {
		if n.Tokens.First == i && n.Type == nlp.Person {
			return before >= 0 && s.isNamed(before, nlp.Place) && s.tagAt(w-2) == "IN"
		}
	}
	return false
}

// extendNouns adds to nouns that end at w the second half of a joint modifier
// ("drone and missile attack") and returns end and head.
func (s *sentence) extendNouns(w int, determined bool) (end, head int) {
	joint := s.tagAt(w) == "CC" && s.tagAt(w-1) == "NN" && s.tagAt(w+1) == "NN" && strings.HasPrefix(s.tagAt(w+2), "NN")
	if determined && joint && !s.isBroken(w) {
		w++
		for s.isNoun(w) {
			w++
		}
	}
	return w, w - 1
}

// skipQuantity passes words before a number: "at least", "nearly".
func (s *sentence) skipQuantity(v int) int {
	if width := s.matchAny(v, numberPhrases); width > 0 && s.isNumber(v+width) {
		return v + width
	}
	if quantifiers[s.wordAt(v)] && s.isNumber(v+1) {
		return v + 1
	}
	return v
}

func (s *sentence) isNumber(v int) bool {
	tag := s.tagAt(v)
	return tag == "CD" || tag == "$" || tag == "#"
}

func (s *sentence) isDeterminer(v int) bool {
	switch s.tagAt(v) {
	case "DT", "PDT", "PRP$":
		return true
	case "WP$":
		return true
	}
	return false
}

func (s *sentence) isNoun(v int) bool {
	tag := s.tagAt(v)
	if s.isHyphen(v) {
		return true
	}
	return strings.HasPrefix(tag, "NN") || tag == "CD" && strings.HasPrefix(s.tagAt(v-1), "NN") || tag == "FW"
}

// isHyphen reports whether a hyphen that stands as a token of its own joins the
// word before it to one after it: "cold - war politics".
func (s *sentence) isHyphen(v int) bool {
	if s.wordAt(v) != "-" || !isWord(s.tagAt(v-1)) {
		return false
	}
	next := s.tagAt(v + 1)
	return strings.HasPrefix(next, "NN") || strings.HasPrefix(next, "JJ") || next == "CD" || next == "VBN" || next == "VBG" || next == "VBD"
}

// skipDateComma passes the comma and the year after a day of a month.
func (s *sentence) skipDateComma(w int) int {
	if s.tagAt(w-1) == "CD" && s.wordAt(w) == "," && isYear(s.wordAt(w+1)) && monthNames[s.wordAt(w-2)] {
		return w + 2
	}
	return w
}

// skipModifiers passes adjectives, numbers and participles before a noun.
func (s *sentence) skipModifiers(w int, determined bool) int {
	start := w
	for {
		width := s.modifierWidth(w, determined || w > start)
		if width == 0 {
			return w
		}
		w += width
	}
}

// modifierWidth returns how many tokens at w are one modifier of a noun that
// follows; 0 where there is none. inside: something of the phrase stands before.
func (s *sentence) modifierWidth(w int, inside bool) int {
	if s.isBroken(w) && inside {
		return 0
	}
	switch tag := s.tagAt(w); {
	case inside && s.isHyphen(w) && s.leadsToNoun(w+1):
		return 2
	case tag == "CD" && isYear(s.wordAt(w)) && s.tagAt(w-1) == "IN" && strings.HasPrefix(s.tagAt(w+1), "NNP"):
		return 0 // "in 1717 Lady Mary …"
	case tag == "CD" || tag == "$" || tag == "#":
		return 1
	case strings.HasPrefix(tag, "JJ"):
		if inside || s.leadsToNoun(w+1) {
			return 1
		}
	case strings.HasPrefix(tag, "RB") && strings.HasPrefix(s.tagAt(w+1), "JJ") && s.leadsToNoun(w+2):
		return 1
	case strings.HasPrefix(tag, "RB") && inside && (s.tagAt(w+1) == "VBN" || s.tagAt(w+1) == "VBG") && s.leadsToNoun(w+2):
		return 2
	case (tag == "VBN" || tag == "VBG") && inside && s.leadsToNoun(w+1):
		return 1
	case tag == "VBG" && !inside && s.gerundModifies(w):
		return 1
	case inside && s.joinsModifiers(w) && s.leadsToNoun(w+1):
		return 1
	}
	return 0
}

// leadsToNoun reports whether only modifiers stand between w and a noun.
func (s *sentence) leadsToNoun(w int) bool {
	for {
		tag := s.tagAt(w)
		switch {
		case s.isBroken(w):
			return false
		case strings.HasPrefix(tag, "NN"):
			return true
		case s.isHyphen(w) || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "VBN" || tag == "VBG":
			w++
		case s.joinsModifiers(w):
			w++
		default:
			return false
		}
	}
}

// joinsModifiers reports whether the comma or conjunction at w stands between
// two modifiers of one noun: "bold and costly plans", "federal and state law".
func (s *sentence) joinsModifiers(w int) bool {
	tag := s.tagAt(w)
	if tag != "," && tag != "CC" || !strings.HasPrefix(s.tagAt(w-1), "JJ") {
		return false
	}
	return strings.HasPrefix(s.tagAt(w+1), "JJ") || tag == "CC" && s.tagAt(w+1) == "NN" && strings.HasPrefix(s.tagAt(w+2), "NN")
}

// gerundModifies reports whether the -ing form at w is a modifier although no
// determiner stands before it: "despite growing uncertainty", not "citing age".
func (s *sentence) gerundModifies(w int) bool {
	if !strings.HasPrefix(s.tagAt(w+1), "NN") || strings.HasPrefix(s.tagAt(w+1), "NNP") {
		return false
	}
	switch s.wordAt(w - 1) {
	case "despite", "amid", "with", "about", "over", "against":
		return true
	}
	return false
}

// standsAlone reports whether the determiners from v to w can be a phrase.
func (s *sentence) standsAlone(v, w int) bool {
	switch s.wordAt(w - 1) {
	case "this", "that", "these", "those", "some", "all", "both", "each", "another", "any", "many", "neither", "none":
		return s.tagAt(w) != "WDT" || v < w
	}
	return s.tagAt(w-1) == "CD"
}

func (s *sentence) endsInNumber(w int) bool { return s.tagAt(w-1) == "CD" }

// isAmount reports whether the chunk is a number with at most a unit.
func (s *sentence) isAmount(v, w int) bool {
	for k := v; k < w; k++ {
		if s.isNumber(k) {
			return true
		}
	}
	return false
}

func isYear(word string) bool {
	if len(word) != 4 || (word[0] != '1' && word[0] != '2') {
		return false
	}
	for _, c := range word {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

var monthNames = words("january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.",
	"oct.", "nov.", "dec.")

var dayNames = words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"today", "yesterday", "tomorrow", "tonight")

// isTimeNoun reports whether the noun at token i names a time.
func (s *sentence) isTimeNoun(i int) bool {
	return timeNouns[s.lower(i)] || timeNouns[s.lemma(i)]
}

// isTemporal reports whether the chunk from v to w is a time by itself.
func (s *sentence) isTemporal(v, w, head int) bool {
	first := s.wordAt(v)
	switch {
	case dayNames[s.lower(head)]:
		return first != "the" || w-v == 1
	case relativeTime[s.wordAt(w-1)]:
		return true
	case s.isNamed(head, nlp.Date):
		return true
	case !s.isTimeNoun(head):
		return false
	}
	return bareTimeDeterminers[first] && first != "the" && first != "a" && first != "one" || isYear(s.wordAt(w-1)) ||
		monthNames[first] || s.tagAt(v) == "DT" && bareTimeDeterminers[s.wordAt(v+1)]
}
