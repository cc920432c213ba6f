package english

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// subjectGap reads a clause of which the gap is the subject; w begins with the
// verb after the auxiliary, "" where there is none.
func (s *sentence) subjectGap(auxiliary string, w []word) error {
	passive := s.auxiliaries(auxiliary, &w)
	if len(w) == 0 {
		return s.not("it has no verb")
	}
	s.q.role = agent
	if passive {
		s.q.role = patient
	}
	return s.clause(phrase{}, passive, w)
}

// auxiliaries takes the rest of a verb group off w and reports whether it is
// passive: "been", "not", "also".
func (s *sentence) auxiliaries(first string, w *[]word) (passive bool) {
	s.q.future = s.q.future || first == "will" || first == "would" || first == "may" || first == "might" || first == "could" || first == "should"
	be := formsOfBe[first]
	for len(*w) > 1 {
		switch next := (*w)[0].lower; {
		case next == "not" || next == "never":
			s.q.pred.negated = true
		case adverbs[next]:
		case formsOfBe[next] || next == "being":
			be = true
		case formsOfHave[next] && first != "" && isParticiple((*w)[1].lower):
		default:
			return be && isParticiple(next)
		}
		*w = (*w)[1:]
	}
	return be && len(*w) > 0 && isParticiple((*w)[0].lower)
}

// inverted reads what follows an auxiliary before its subject: "did Macron
// meet", "was the toilet stolen from", "is the president of Eritrea".
func (s *sentence) inverted(auxiliary string, w []word) error {
	at := s.verbIn(auxiliary, w)
	if at < 0 {
		if formsOfBe[auxiliary] {
			s.q.past = auxiliary == "was" || auxiliary == "were"
			return s.copula(w)
		}
		if formsOfHave[auxiliary] { // "has Macron a dog", "what has Macron"
			return s.withGap(parsePhrase(undetermined(w)), false, []word{{"have", "have"}})
		}
		return s.not("its verb is not known")
	}
	subject, rest := w[:at], w[at:]
	for len(subject) > 0 && adverbs[subject[len(subject)-1].lower] {
		if last := subject[len(subject)-1].lower; last == "not" || last == "never" {
			s.q.pred.negated = true
		}
		subject = subject[:len(subject)-1]
	}
	if len(subject) > 0 && subject[0].lower == "not" {
		s.q.pred.negated, subject = true, subject[1:]
	}
	passive := s.auxiliaries(auxiliary, &rest)
	s.base = formsOfDo[auxiliary] || modals[auxiliary]
	if s.q.asks == moment && (auxiliary == "does" || auxiliary == "do") {
		s.q.future = true // "when does the law take effect?"
	}
	return s.withGap(parsePhrase(undetermined(subject)), passive, rest)
}

// withGap reads a clause with its subject given, and the gap somewhere after.
func (s *sentence) withGap(subject phrase, passive bool, w []word) error {
	if s.q.role == agent && s.q.asks != nobody {
		s.q.role = patient
		if passive {
			s.q.role = oblique // "what was X accused of", "who was X arrested by"
		}
	}
	return s.clause(subject, passive, w)
}

// verbIn returns where the verb of an inverted clause stands, -1 where there
// is none.
func (s *sentence) verbIn(auxiliary string, w []word) int {
	if formsOfBe[auxiliary] || formsOfHave[auxiliary] {
		return s.participleIn(w)
	}
	first := -1
	for i := 1; i < len(w); i++ {
		if !s.mayBeVerb(w, i) {
			continue
		}
		if s.startsPhrase(w, i) || s.endsSubject(w, i) {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	if first >= 0 {
		return first
	}
	for i := 1; i < len(w); i++ { // a verb that nobody knows
		if !w[i].isName() && !prepositions[w[i].lower] && !determiners[w[i-1].lower] && w[i-1].lower != "of" && boundary(w, i+1) {
			return i
		}
	}
	return -1
}

// mayBeVerb reports whether the word at i can be the base form of a verb after
// its subject.
func (s *sentence) mayBeVerb(w []word, i int) bool {
	previous := w[i-1].lower
	if w[i].isName() || determiners[previous] || prepositions[previous] || prepositions[w[i].lower] || previous == "and" || previous == "'s" {
		return false
	}
	return w[i].lower == "be" || w[i].lower == "have" || s.isVerb(w[i].lower)
}

// startsPhrase reports whether a phrase of the lexicon begins at i: "take place".
func (s *sentence) startsPhrase(w []word, i int) bool {
	return i+1 < len(w) && s.known(w[i].lower+" "+w[i+1].lower)
}

// endsSubject reports whether the word at i is followed by what cannot belong
// to the same noun phrase: so it is the verb and not a noun before one.
func (s *sentence) endsSubject(w []word, i int) bool { return boundary(w, i+1) || w[i-1].isName() }

func boundary(w []word, i int) bool {
	return i >= len(w) || determiners[w[i].lower] || prepositions[w[i].lower] || w[i].isName()
}

// participleIn returns where a participle follows its subject, and what stands
// before it ("first identified", "been").
func (s *sentence) participleIn(w []word) int {
	for i := 1; i < len(w); i++ {
		previous := w[i-1].lower
		if w[i].isName() || w[i].lower == "'s" || determiners[previous] || prepositions[previous] && !w[i-1].isName() {
			continue
		}
		isGerund := strings.HasSuffix(w[i].lower, "ing") && s.isVerb(nlp.LemmaOf(w[i].lower, "VBG")) && nlp.LemmaOf(w[i].lower, "VBG") != w[i].lower && !endsCircumstance(w, i)
		if formsOfBe[w[i].lower] || isParticiple(w[i].lower) || isGerund && boundary(w, i+1) {
			return i
		}
	}
	return -1
}

// endsCircumstance reports whether the word at i is the noun of a phrase with a preposition
// and a determiner: "the suspect in the Porto shooting".
func endsCircumstance(w []word, i int) bool {
	at := i - 1
	for at > 0 && !determiners[w[at].lower] && !prepositions[w[at].lower] {
		at--
	}
	return at > 0 && determiners[w[at].lower] && prepositions[w[at-1].lower]
}

// clause reads the verb and what follows it.
func (s *sentence) clause(subject phrase, passive bool, w []word) error {
	q := s.q
	if !passive {
		w = joinParticle(w)
	}
	verb, rest := s.verb(passive, w)
	negated := q.pred.negated
	q.verb = textOf(w[:len(w)-len(rest)])
	q.pred = predicate{content: verb, passive: passive, negated: negated}
	if i := strings.LastIndex(verb, " to "); i > 0 {
		q.pred.content = lemmaFirst(verb[i+len(" to "):])
		first := strings.Fields(verb)[0]
		q.pred.chained = !factual[first]
		q.future = q.future || intending[first]
	}
	if !subject.empty() {
		q.args = append(q.args, arg{role: subjectRole(passive), phrase: subject})
	}
	others := len(q.args)
	s.rest(passive, rest)
	if outer, _, chained := strings.Cut(verb, " to "); chained && !passive && w[1].lower == "to" {
		q.meant = meant{outer, phrase{words: w[2 : len(w)-len(rest)], after: attachedOf(q.args[others:])}}
	}
	if q.class.head() == "age" && !subject.empty() {
		q.form, q.topic, q.class = ageForm, subject, phrase{}
		return nil
	}
	if s.takesPlace(subject) || s.holdsOffice(subject) || s.belongs(subject) {
		return nil
	}
	if q.form == clauseForm && q.pred.content == "say" && q.asks == thing && q.role == patient && !subject.empty() {
		q.form, q.topic = saidForm, subject
		for _, a := range q.args {
			if a.role == oblique && (a.prep == "about" || a.prep == "on" || a.prep == "of" || a.prep == "regarding" || a.prep == "concerning") {
				q.other = a.phrase
			}
		}
	}
	return nil
}

// joinParticle puts a particle behind its verb that stands behind the object: "shut the
// harbour down".
func joinParticle(w []word) []word {
	for i := 2; i < len(w); i++ {
		if prepositions[w[i-1].lower] || determiners[w[i-1].lower] && i > 2 {
			return w
		}
		if particles[w[i].lower] && !prepositions[w[i].lower] && boundary(w, i+1) {
			return slices.Concat(w[:1], w[i:i+1], w[1:i], w[i+1:])
		}
	}
	return w
}

// attachedOf returns what the args of a verb say behind it, in their order.
func attachedOf(args []arg) []attached {
	var after []attached
	for _, a := range args {
		after = append(after, attached{a.prep, a.phrase})
	}
	return after
}

// intending are verbs of what is to come: who plans to cut jobs will cut them.
var intending = set("plan intend aim expect mean prepare propose")

// takesPlace makes of "where did the summit take place" the question where the
// summit is, which more statements answer; and so for when.
func (s *sentence) takesPlace(subject phrase) bool {
	q := s.q
	happens := q.pred.content == "take place" || q.pred.content == "happen" || q.pred.content == "occur" || q.pred.content == "hold" && q.pred.passive
	if !happens || q.pred.negated || subject.empty() || len(q.args) > 1 || q.prep != "" {
		return false
	}
	switch q.asks {
	case place:
		q.form, q.topic = locationForm, subject
	case moment:
		q.form, q.topic = eventForm, subject
	default:
		return false
	}
	return true
}

// holdsOffice makes of "what post did X hold" the question what X is.
func (s *sentence) holdsOffice(subject phrase) bool {
	q := s.q
	holds := q.pred.content == "hold" || q.pred.content == "have" || q.pred.content == "occupy"
	if !holds || q.asks != thing || q.role != patient || !jobNouns[q.class.head()] || q.pred.passive || q.pred.negated || len(q.args) != 1 || subject.empty() {
		return false
	}
	q.form, q.topic, q.office, q.class = identityForm, subject, []string{"position"}, phrase{}
	return true
}

// belongs reads "which party does X belong to".
func (s *sentence) belongs(subject phrase) bool {
	q := s.q
	if q.pred.content != "belong" || q.pred.negated || q.prep != "to" || q.asks != thing || q.class.empty() || !q.owned.empty() || len(q.args) != 1 || subject.empty() {
		return false
	}
	q.form, q.topic = partyForm, subject
	return true
}

func subjectRole(passive bool) role {
	if passive {
		return patient
	}
	return agent
}

func lemmaFirst(text string) string {
	first, rest, more := strings.Cut(text, " ")
	if more {
		return lemmaOfVerb(first) + " " + rest
	}
	return lemmaOfVerb(first)
}

// sayings are verbs that ask for words said.
var sayings = set("say tell think state claim remark comment")

// verb returns the verb at the beginning of w in its base form, with the words
// that make one phrase with it, and what follows.
func (s *sentence) verb(passive bool, w []word) (verb string, rest []word) {
	lemma := lemmaOfVerb(w[0].lower)
	if s.base && s.isVerb(w[0].lower) {
		lemma = w[0].lower // "did Lindqvist found": not a form of "find"
	}
	if passive {
		lemma = nlp.LemmaOf(w[0].lower, "VBN")
	}
	if sayings[lemma] && s.q.asks == thing {
		lemma = "say"
	}
	if len(w) > 2 && w[1].lower == "to" && !w[2].isName() && !determiners[w[2].lower] && s.isVerb(w[2].lower) {
		inner, rest := s.verb(false, w[2:])
		return lemma + " to " + inner, rest
	}
	longest := 1
	text := lemma
	for n := 2; n <= min(4, len(w)); n++ {
		text += " " + w[n-1].lower
		if s.known(text) && !prepositions[w[n-1].lower] {
			longest = n
		}
	}
	if longest > 1 {
		return lemma + " " + textLower(w[1:longest]), w[longest:]
	}
	if len(w) > 1 && (particles[w[1].lower] && boundary(w, 2) || passive && w[1].lower == "in" && len(w) == 2) {
		return lemma + " " + w[1].lower, w[2:]
	}
	return lemma, w[1:]
}

// rest reads objects and circumstances.
func (s *sentence) rest(passive bool, w []word) {
	q := s.q
	for i, x := range w {
		if x.lower == "that" || x.lower == "whether" && i == 0 {
			q.args = append(q.args, arg{role: content, phrase: phrase{words: w[i+1:]}})
			w = w[:i]
			break
		}
	}
	if i := s.modifierIn(w); i > 0 {
		q.args = append(q.args, arg{role: content, phrase: phrase{words: w[i:]}})
		w = w[:i]
	}
	if n := len(w); n > 0 && prepositions[w[n-1].lower] && q.asks != nobody {
		q.role, q.prep = oblique, w[n-1].lower // "stolen from"
		w = w[:n-1]
	}
	if n := findingsIn(w); passive && n > 0 {
		q.args = append(q.args, arg{role: oblique, phrase: phrase{words: w[:n]}})
		if w = w[n:]; len(w) > 1 && w[0].lower == "of" { // which divides no phrase otherwise
			q.args = append(q.args, arg{role: oblique, prep: "of", phrase: parsePhrase(undetermined(w[1:]))})
			w = nil
		}
	}
	for i, part := range splitAtPrepositions(w) {
		if t, ok := timeOf(part.prep, part.phrase.words); ok {
			q.times = append(q.times, t)
			continue
		}
		a := arg{role: patient, phrase: part.phrase}
		if part.prep != "" || passive || i > 0 {
			a.role, a.prep = oblique, part.prep
		}
		q.args = append(q.args, a)
	}
	s.turn(passive)
}

// findingsIn returns how many words at the beginning of w say what somebody is found:
// "guilty of arson", "not guilty".
func findingsIn(w []word) int {
	n := 0
	for n < len(w) && findings[w[n].lower] {
		n++
	}
	return n
}

// modifierIn returns where a participle begins that says more of the noun before it, with
// what it governs: "sign an order delaying the vote", 0 for none. What it says is looked
// for in the sentence, since nothing is named so.
func (s *sentence) modifierIn(w []word) int {
	for i := 1; i+1 < len(w); i++ {
		lemma := nlp.LemmaOf(w[i].lower, "VBG")
		if strings.HasSuffix(w[i].lower, "ing") && !w[i].isName() && lemma != w[i].lower && s.isVerb(lemma) &&
			!prepositions[w[i-1].lower] && !determiners[w[i-1].lower] && (determiners[w[i+1].lower] || w[i+1].isName()) {
			return i
		}
	}
	return 0
}

// turn gives the agent of a passive its role.
func (s *sentence) turn(passive bool) {
	if !passive {
		return
	}
	for i, a := range s.q.args {
		if a.role == oblique && a.prep == "by" {
			s.q.args[i].role, s.q.args[i].prep = agent, ""
		}
	}
	if s.q.role == oblique && s.q.prep == "by" {
		s.q.role, s.q.prep = agent, ""
	}
}
