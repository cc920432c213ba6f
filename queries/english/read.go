package english

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// sentence is a question while it is read.
type sentence struct {
	words  []word
	isVerb func(lemma string) bool // whether the graph or the lexicon knows the verb
	known  func(phrase string) bool
	base   bool // the verb stands after an auxiliary that takes its base form
	q      *question
}

// verbs says which words are verbs.
type verbs struct {
	lemma  func(string) bool // the base form of a verb
	phrase func(string) bool // several words that the lexicon has: "take place"
}

// openings are what may stand before a question without meaning anything.
var openings = []string{"tell me", "please tell me", "do you know", "can you tell me", "i want to know", "and", "but", "so", "please"}

// read reads a question. What is none is a [*NotUnderstoodError].
func read(text string, v verbs) (*question, error) {
	words := split(text)
	for _, opening := range openings {
		if n := len(strings.Fields(opening)); len(words) > n && textLower(words[:n]) == opening {
			words = words[n:]
			break
		}
	}
	s := &sentence{words: words, isVerb: v.lemma, known: v.phrase, q: &question{text: text}}
	if len(words) < 2 {
		return nil, s.not("a question has more words, such as: Who met Zelensky in Paris?")
	}
	s.takeSpeaker()
	if s.link() {
		return s.q, nil
	}
	if err := s.opening(); err != nil {
		return nil, err
	}
	return s.q, nil
}

func (s *sentence) not(reason string) error { return &NotUnderstoodError{s.q.text, reason} }

func textLower(words []word) string {
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = w.lower
	}
	return strings.Join(lower, " ")
}

// takeSpeaker takes "according to X" out of the question.
func (s *sentence) takeSpeaker() {
	for i := 0; i+2 < len(s.words); i++ {
		if s.words[i].lower != "according" || s.words[i+1].lower != "to" {
			continue
		}
		end := i + 2
		for end < len(s.words) && (s.words[end].isName() || determiners[s.words[end].lower] || i > 0) {
			end++
		}
		s.q.speaker = parsePhrase(s.words[i+2 : end])
		s.words = append(slices.Clone(s.words[:i]), s.words[end:]...)
		return
	}
}

// linkWords end or begin a question for what connects two things.
var (
	linkVerbs = set("connected related linked associated tied")
	linkNouns = set("connection relationship relation link tie ties links connections relations")
	connects  = set("connects links relates ties")
)

// link reads "How are A and B connected?", "How is A related to B?", "What
// connects A with B?", "What is the connection between A and B?".
func (s *sentence) link() bool {
	w := s.words
	if len(w) < 4 {
		return false
	}
	var inner []word
	switch at := slices.IndexFunc(w, func(x word) bool { return linkVerbs[x.lower] }); {
	case w[0].lower == "how" && formsOfBe[w[1].lower] && at > 2:
		inner = append(slices.Clone(w[2:at]), w[at+1:]...)
	case w[0].lower == "what" && connects[w[1].lower]:
		inner = w[2:]
	default:
		at = slices.IndexFunc(w, func(x word) bool { return linkNouns[x.lower] })
		if at < 0 || at+1 >= len(w) || w[at+1].lower != "between" {
			return false
		}
		inner = w[at+2:]
	}
	a, b, ok := twoThings(inner)
	if !ok {
		return false
	}
	s.q.form, s.q.topic, s.q.other = linkForm, phrase{words: a}, phrase{words: b}
	return true
}

// twoThings divides words at "and", "to" or "with".
func twoThings(words []word) (a, b []word, ok bool) {
	for i, w := range words {
		if i > 0 && i+1 < len(words) && (w.lower == "and" || w.lower == "to" || w.lower == "with") {
			b := slices.DeleteFunc(slices.Clone(words[i+1:]), func(w word) bool { return w.lower == "each" || w.lower == "other" })
			return undetermined(words[:i]), undetermined(b), len(b) > 0
		}
	}
	return nil, nil, false
}

// opening reads the word that asks, and hands over to what follows it.
func (s *sentence) opening() error {
	w := s.words
	if prepositions[w[0].lower] && len(w) > 2 && asks(w[1].lower) {
		s.q.role, s.q.prep = oblique, w[0].lower
		w = w[1:]
	} else if asks(w[0].lower) {
		s.q.role = agent
	}
	switch first := w[0].lower; {
	case first == "who" || first == "whom":
		s.q.asks = someone
		return s.after(w[1:])
	case first == "where":
		s.q.asks, s.q.role = place, oblique
		return s.after(w[1:])
	case first == "when":
		s.q.asks, s.q.role = moment, oblique
		return s.after(w[1:])
	case first == "why":
		s.q.asks, s.q.role = reason, oblique
		return s.after(w[1:])
	case first == "what" || first == "which":
		s.q.asks = thing
		return s.afterClass(w[1:])
	case first == "whose":
		return s.whose(w[1:])
	case first == "how":
		return s.how(w[1:])
	case isAuxiliary(first):
		s.q.asks = nobody
		return s.inverted(first, w[1:])
	}
	return s.not("it does not begin with who, whom, whose, what, which, where, when, why, how, did, is …; kg query --list lists questions that are ready to ask")
}

func asks(lower string) bool {
	return slices.Contains([]string{"who", "whom", "whose", "what", "which", "where", "when", "why", "how"}, lower)
}

func isAuxiliary(lower string) bool {
	return formsOfBe[lower] || formsOfDo[lower] || formsOfHave[lower] || modals[lower]
}

// how reads what follows "how".
func (s *sentence) how(w []word) error {
	if len(w) < 2 {
		return s.not("something is missing after how")
	}
	switch w[0].lower {
	case "many", "much":
		s.q.asks = number
		return s.afterClass(w[1:])
	case "old":
		if formsOfBe[w[1].lower] {
			s.q.form, s.q.asks, s.q.topic = ageForm, number, parsePhrase(undetermined(w[2:]))
			return nil
		}
	case "far", "long", "tall", "high", "deep", "large", "big", "wide", "heavy", "fast", "strong":
		s.q.asks, s.q.role = number, patient
		return s.after(w[1:])
	}
	s.q.asks, s.q.role = manner, oblique
	return s.after(w)
}

// afterClass reads the noun of "which airline", if there is one, and goes on.
func (s *sentence) afterClass(w []word) error {
	if s.q.asks == number && len(w) > 2 && w[0].lower == "of" {
		w = undetermined(w[1:]) // "how many of the guests"
	}
	end := s.nounEnd(w)
	if i := slices.IndexFunc(w[:end], func(x word) bool { return x.lower == "'s" }); i > 0 && i+1 < end && s.q.asks != number {
		s.q.class, s.q.owned = parsePhrase(undetermined(w[:i])), parsePhrase(w[i+1:end])
		return s.after(w[end:])
	}
	class := parsePhrase(undetermined(w[:end]))
	switch class.head() {
	case "time", "date", "day", "year", "month", "moment":
		if s.q.asks == thing && s.q.prep != "in" || class.head() != "time" {
			s.q.asks, s.q.role, s.q.prep, class = moment, oblique, "", phrase{}
		}
	case "place", "location":
		s.q.asks, s.q.role, class = place, oblique, phrase{}
	case "age":
		s.q.asks, s.q.class = number, class
		return s.after(w[end:])
	}
	if noun, known := data.NounOf(class.head()); known && noun.Type == "Place" && places[s.q.prep] && s.q.asks == thing {
		s.q.asks, s.q.prep = place, "" // "in which town"
	}
	s.q.class = class
	return s.after(w[end:])
}

// nounEnd returns where the noun after "which" or "how many" ends: before the
// verb, which cannot follow "how many" at once.
func (s *sentence) nounEnd(w []word) int {
	end := 0
	if s.q.asks == number && len(w) > 0 && !isAuxiliary(w[0].lower) {
		end = 1
	}
	for end < len(w) && (end > 0 && w[end-1].lower == "'s" || !isAuxiliary(w[end].lower) && !s.pluralVerb(w, end) && !(invariant[w[end].lower] && boundary(w, end+1)) && !(s.inflected(w[end]) && (end > 0 || !s.nounFollows(w, end) && !s.verbFollows(w)))) {
		end++
	}
	return end
}

// whose reads what follows "whose": what belongs to somebody, and a clause
// about it, or a name of which it is said: "whose brother is X".
func (s *sentence) whose(w []word) error {
	q := s.q
	end := s.nounEnd(w)
	if end == 0 || end+1 >= len(w) {
		return s.not("something is missing after whose")
	}
	owned, rest := parsePhrase(w[:end]), w[end:]
	if allNames(rest[1:]) && formsOfBe[rest[0].lower] {
		q.asks, q.role, q.prep = someone, oblique, "of"
		q.pred = predicate{content: "be " + strings.ToLower(owned.text()), copular: true}
		q.args = []arg{{role: agent, phrase: parsePhrase(rest[1:])}}
		return nil
	}
	q.asks, q.owned = thing, owned
	return s.after(rest)
}

// pluralVerb reports whether the verb of a plural class stands at i: "how many
// people work for".
func (s *sentence) pluralVerb(w []word, i int) bool {
	return i > 0 && !w[i].isName() && stem(w[i-1].lower) != w[i-1].lower && s.isVerb(w[i].lower) && boundary(w, i+1)
}

// inflected reports whether a word is a form of a verb that no noun has, or
// that the graph or the lexicon knows.
func (s *sentence) inflected(w word) bool {
	if w.isName() || w.lower == "'s" {
		return false
	}
	lemma := lemmaOfVerb(w.lower)
	return lemma != w.lower && (s.isVerb(lemma) || isPast(w.lower))
}

// nounFollows reports whether after a word there is another before the next
// auxiliary or verb, as in "which united front …".
func (s *sentence) nounFollows(w []word, at int) bool {
	return at+1 < len(w) && !determiners[w[at+1].lower] && !prepositions[w[at+1].lower] && !w[at+1].isName() && at+2 < len(w) && isAuxiliary(w[at+2].lower)
}

// verbFollows reports whether a noun that a verb has for a form opens w, since the verb is
// right behind it: "which states held …", "what claims were …".
func (s *sentence) verbFollows(w []word) bool {
	return len(w) > 2 && strings.HasSuffix(w[0].lower, "s") && (isAuxiliary(w[1].lower) || s.inflected(w[1]) && isPast(w[1].lower))
}

// after reads what follows the asking word: a verb of which the gap is the
// subject, or an auxiliary.
func (s *sentence) after(w []word) error {
	if len(w) == 0 {
		return s.not("it has no verb")
	}
	first := w[0].lower
	if !isAuxiliary(first) {
		return s.subjectGap("", w)
	}
	if len(w) == 1 {
		return s.not("something is missing after " + w[0].text)
	}
	if (s.q.asks == someone || s.q.asks == thing || s.q.asks == number) && s.q.prep == "" && s.verbNext(first, w[1:]) {
		return s.subjectGap(first, w[1:])
	}
	if formsOfHave[first] && s.q.asks != nobody && s.q.role == agent && !s.hasVerb(w[1:]) {
		return s.subjectGap("", w) // "who has the record?"
	}
	return s.inverted(first, w[1:])
}

// hasVerb reports whether a participle stands among words.
func (s *sentence) hasVerb(w []word) bool {
	return slices.ContainsFunc(w, func(x word) bool { return !x.isName() && (x.lower == "been" || isParticiple(x.lower)) })
}

// verbNext reports whether after an auxiliary comes the verb rather than a
// subject: "who was arrested", "which country will host".
func (s *sentence) verbNext(auxiliary string, w []word) bool {
	i := skipAdverbs(w)
	if i >= len(w) || w[i].isName() || determiners[w[i].lower] {
		return false
	}
	negated := i > 0 && w[0].lower == "not"
	switch next := w[i].lower; {
	case formsOfDo[auxiliary]:
		return negated
	case formsOfBe[auxiliary]:
		return (isParticiple(next) || strings.HasSuffix(next, "ing") && lemmaOfVerb(next) != next) && s.isOneVerb(w, i)
	case formsOfHave[auxiliary]:
		return next == "been" || isParticiple(next)
	default:
		return next == "be" || next == "have" || negated || s.isVerb(next)
	}
}

// isOneVerb tells "who was arrested in Paris" from "what was arrested men's
// crime": a participle before a noun belongs to it, unless it makes somebody that
// ("who was named best actor").
func (s *sentence) isOneVerb(w []word, i int) bool {
	if i+1 < len(w) && (findings[w[i+1].lower] || naming[nlp.LemmaOf(w[i].lower, "VBN")] || particles[w[i+1].lower] && boundary(w, i+2)) {
		return true
	}
	return i+1 >= len(w) || prepositions[w[i+1].lower] || determiners[w[i+1].lower] || w[i+1].isName() || w[i+1].lower == "that"
}

// findings are what somebody is found or left: "who was found guilty".
var findings = set("guilty innocent dead alive missing safe unhurt unharmed responsible liable unconscious homeless not")

// naming are verbs whose passive says what somebody becomes.
var naming = set("name elect appoint vote declare crown nominate call award give")

func skipAdverbs(w []word) int {
	i := 0
	for i < len(w) && adverbs[w[i].lower] {
		i++
	}
	return i
}
