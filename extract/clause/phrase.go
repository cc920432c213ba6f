package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// phraseKind is the kind of a [phrase].
type phraseKind int

const (
	otherPhrase      phraseKind = iota
	nounChunk                   // a noun phrase without what follows its head: "a new meeting"
	verbGroup                   // auxiliaries, negation, adverbs, main verb, particle
	prepositionWord             // one preposition, of one or several words
	adjectiveChunk              // adjectives that stand alone: "ready", "very large"
	adverbChunk                 // adverbs outside a verb group
	commaMark                   // ","
	conjunctionWord             // "and", "or", "but", "as well as"
	subordinatorWord            // "because", "if", "that"
	relativizerWord             // "who", "which", "that" after a noun phrase
	stopMark                    // ";", ":", "—": ends what commas may join
)

// phrase is a flat stretch of a sentence; the phrases of a sentence follow each
// other without overlap and leave out only quotation marks and brackets.
type phrase struct {
	kind      phraseKind
	tokens    nlp.Range
	head      int       // token
	possessor nlp.Range // of a noun chunk with a genitive: "Apple's" without "'s"; else empty
	temporal  bool      // a noun chunk that names a time by itself: "last month", "Thursday"
	amount    bool      // a noun chunk that is a number, with or without a unit of time or money
	verb      *verb     // of a verb group
}

// sentence is one sentence on its way to clauses.
type sentence struct {
	doc     *nlp.Document
	index   int
	tags    map[int]string // corrected tags by token
	visible []int          // tokens the grammar sees, in text order
	broken  []bool         // broken[v]: brackets or a long quotation's edge stand before visible[v]
	quotes  []quote
	phrases []phrase
	clauses []*clause
	told    *reported
}

// lower returns the word of token i in lower case.
func (s *sentence) lower(i int) string { return strings.ToLower(s.doc.Word(i)) }

// tag returns the Penn tag of token i, corrected where retag did so.
func (s *sentence) tag(i int) string {
	if t, ok := s.tags[i]; ok {
		return t
	}
	return s.doc.Tokens[i].XPOS
}

// lemma returns the lemma of token i in lower case.
func (s *sentence) lemma(i int) string { return strings.ToLower(s.doc.Tokens[i].Lemma) }

// at returns the token at position v of what the grammar sees; -1 beyond it.
func (s *sentence) at(v int) int {
	if v < 0 || v >= len(s.visible) {
		return -1
	}
	return s.visible[v]
}

// tagAt and wordAt are tag and lower by position; empty beyond the sentence.
func (s *sentence) tagAt(v int) string {
	if i := s.at(v); i >= 0 {
		return s.tag(i)
	}
	return ""
}

func (s *sentence) wordAt(v int) string {
	if i := s.at(v); i >= 0 {
		return s.lower(i)
	}
	return ""
}

func (s *sentence) lemmaAt(v int) string {
	if i := s.at(v); i >= 0 {
		return s.lemma(i)
	}
	return ""
}

// matchAt reports whether the words from position v on are those of list.
func (s *sentence) matchAt(v int, list []string) bool {
	for k, w := range list {
		if s.wordAt(v+k) != w || (k > 0 && s.broken[v+k]) {
			return false
		}
	}
	return true
}

// matchAny returns the length of the first of lists that stands at v, or 0.
func (s *sentence) matchAny(v int, lists [][]string) int {
	for _, list := range lists {
		if s.matchAt(v, list) {
			return len(list)
		}
	}
	return 0
}

// span returns the tokens from position v to w, w excluded.
func (s *sentence) span(v, w int) nlp.Range {
	return nlp.Range{First: s.visible[v], End: s.visible[w-1] + 1}
}

// isWord reports whether the tag is that of a word or number.
func isWord(tag string) bool {
	return tag != "" && (tag[0] >= 'A' && tag[0] <= 'Z' || tag == "$" || tag == "#") && !strings.HasPrefix(tag, "-")
}

// readers recognise a phrase at a position; the first that does wins, so that
// what could be read in several ways is read as the earliest.
var readers = []func(*sentence, int) (phrase, int){
	(*sentence).readStop,
	(*sentence).readConjunction,
	(*sentence).readRelativizer,
	(*sentence).readPreposition,
	(*sentence).readVerb,
	(*sentence).readSubordinator,
	(*sentence).readNounChunk,
	(*sentence).readAdjective,
	(*sentence).readAdverb,
}

// chunk fills in s.phrases.
func (s *sentence) chunk() {
	for v := 0; v < len(s.visible); {
		p, width := s.readAny(v)
		s.phrases = append(s.phrases, p)
		v += width
	}
}

func (s *sentence) readAny(v int) (phrase, int) {
	for _, read := range readers {
		if p, width := read(s, v); width > 0 {
			p.tokens = s.span(v, v+width)
			return p, width
		}
	}
	return phrase{kind: otherPhrase, tokens: s.span(v, v+1), head: s.at(v)}, 1
}

// readStop reads commas and the marks that end what commas join.
func (s *sentence) readStop(v int) (phrase, int) {
	tag, word := s.tagAt(v), s.wordAt(v)
	switch {
	case tag == "," || word == ",":
		return phrase{kind: commaMark, head: s.at(v)}, 1
	case s.isHyphen(v):
	case tag == ":" || tag == "." || slices.Contains([]string{";", ":", "--", "—", "–", "…", "..."}, word):
		return phrase{kind: stopMark, head: s.at(v)}, 1
	}
	return phrase{}, 0
}

// readConjunction reads coordinators, "as well as" and "but also" among them.
func (s *sentence) readConjunction(v int) (phrase, int) {
	if s.matchAt(v, []string{"as", "well", "as"}) {
		return phrase{kind: conjunctionWord, head: s.at(v)}, 3
	}
	if s.tagAt(v) != "CC" && s.wordAt(v) != "&" {
		return phrase{}, 0
	}
	width := 1
	if s.wordAt(v+1) == "also" || s.wordAt(v+1) == "then" || s.wordAt(v+1) == "not" && s.tagAt(v+2) == "RB" {
		width = 2
	}
	return phrase{kind: conjunctionWord, head: s.at(v)}, width
}

// readRelativizer reads "who", "which", "whom", and "that" where it refers
// back: after a noun and before a verb or a subject.
func (s *sentence) readRelativizer(v int) (phrase, int) {
	word, tag := s.wordAt(v), s.tagAt(v)
	if !relativizers[word] || word == "whose" {
		return phrase{}, 0
	}
	if word != "that" && strings.HasPrefix(tag, "W") {
		return phrase{kind: relativizerWord, head: s.at(v)}, 1
	}
	if word == "that" && (tag == "WDT" || s.thatRefersBack(v)) {
		return phrase{kind: relativizerWord, head: s.at(v)}, 1
	}
	return phrase{}, 0
}

// thatRefersBack reports whether the "that" at v stands between a noun and a verb.
func (s *sentence) thatRefersBack(v int) bool {
	before, after := s.tagAt(v-1), s.tagAt(v+1)
	if strings.HasPrefix(after, "RB") {
		after = s.tagAt(v + 2)
	}
	finite := after == "VBZ" || after == "VBD" || after == "VBP" || after == "MD"
	return strings.HasPrefix(before, "NN") && finite
}

// readPreposition reads one preposition, of one or several words.
func (s *sentence) readPreposition(v int) (phrase, int) {
	word, tag := s.wordAt(v), s.tagAt(v)
	p := phrase{kind: prepositionWord, head: s.at(v)}
	if width := s.matchAny(v, numberPhrases); width > 0 && s.isNumber(v+width) {
		return phrase{}, 0
	}
	if width := s.matchAny(v, compoundPrepositions); width > 0 && s.nounFollows(v+width) {
		return p, width
	}
	switch {
	case tag == "TO":
		if isBaseForm(s.tagAt(s.skipAdverbs(v + 1))) {
			return phrase{}, 0
		}
		return p, 1
	case participlePrepositions[word] && s.tagAt(v) == "VBG" && s.nounFollows(v+1):
		return p, 1
	case tag != "IN" && word != "despite" && word != "per" && word != "via" && word != "amid":
		return phrase{}, 0
	case subordinators[word] && !(alsoPrepositions[word] && !s.clauseFollows(v+1)):
		return phrase{}, 0
	}
	return p, 1
}

// nounFollows reports whether a noun phrase can start at v.
func (s *sentence) nounFollows(v int) bool {
	_, width := s.readNounChunk(v)
	return width > 0 || s.tagAt(v) == "VBG"
}

// clauseFollows reports whether a subject and its finite verb stand at v:
// a noun phrase, perhaps with prepositional phrases, and then the verb.
func (s *sentence) clauseFollows(v int) bool {
	for seen := false; v < len(s.visible); {
		if p, width := s.readVerb(v); width > 0 {
			return seen && p.verb.form == finite
		}
		if _, width := s.readNounChunk(v); width > 0 {
			seen, v = true, v+width
			continue
		}
		if tag := s.tagAt(v); seen && (tag == "IN" && !subordinators[s.wordAt(v)] || tag == "CC" && s.nounWidth(v+1) > 0 || tag == "RB") {
			v++
			continue
		}
		return false
	}
	return false
}

// readSubordinator reads a word that opens a clause.
func (s *sentence) readSubordinator(v int) (phrase, int) {
	word, tag := s.wordAt(v), s.tagAt(v)
	p := phrase{kind: subordinatorWord, head: s.at(v)}
	if tag == "WRB" || (tag == "WP" || tag == "WDT" || tag == "WP$") && word != "whose" {
		return p, 1
	}
	reported := reportingVerbs[s.lemmaAt(v-1)] || attitudeVerbs[s.lemmaAt(v-1)]
	if tag == "IN" && subordinators[word] || word == "that" && tag == "DT" && (s.tagAt(v+1) != "NN" || reported) && s.clauseFollows(v+1) {
		return p, 1
	}
	return phrase{}, 0
}

// readAdjective reads adjectives that no noun follows, joined or not.
func (s *sentence) readAdjective(v int) (phrase, int) {
	w := v
	for strings.HasPrefix(s.tagAt(w), "RB") {
		w++
	}
	if !strings.HasPrefix(s.tagAt(w), "JJ") {
		return phrase{}, 0
	}
	for {
		for strings.HasPrefix(s.tagAt(w), "JJ") {
			w++
		}
		if s.tagAt(w) != "CC" || !strings.HasPrefix(s.tagAt(w+1), "JJ") || s.nounWidth(w+1) > 0 {
			return phrase{kind: adjectiveChunk, head: s.at(w - 1)}, w - v
		}
		w++
	}
}

func (s *sentence) nounWidth(v int) int {
	_, width := s.readNounChunk(v)
	return width
}

// readAdverb reads one adverb or particle.
func (s *sentence) readAdverb(v int) (phrase, int) {
	if tag := s.tagAt(v); !strings.HasPrefix(tag, "RB") && tag != "RP" {
		return phrase{}, 0
	}
	return phrase{kind: adverbChunk, head: s.at(v)}, 1
}
