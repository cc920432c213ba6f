package clause

import (
	"slices"
	"strings"
)

// strength orders modalities: of two that meet in one clause the one farther
// from a plain assertion holds. "He may not go" is no more than possible, yet a
// reader must not lose the negation, so negation is the strongest.
var strength = map[Modality]int{
	Asserted: 0, Said: 1, Future: 2, Possible: 3, Conditional: 4, Question: 5, Negated: 6,
}

// strongest returns the modality that holds where a and b meet. A denied denial
// ("did not fail to") is left negated: the careful reading of a rare form.
func strongest(a, b Modality) Modality {
	if strength[b] > strength[a] {
		return b
	}
	return a
}

// modalityOf returns what the sentence does to the clause of verb i: by the
// clause's own words and by the clauses above it.
func (r *reported) modalityOf(i int) Modality {
	i = r.clauseHead(i)
	m := strongest(r.ownModality(i), r.modalityAbove(i))
	if r.isQuestion(i) && !r.isCueAround(i) {
		m = strongest(m, Question)
	}
	return m
}

// modalityAbove returns what the clauses above that of i do to it.
func (r *reported) modalityAbove(i int) Modality {
	h := r.head[i]
	if h < 0 {
		return Asserted
	}
	return strongest(r.linkModality(i, h), r.passedDown(i, r.clauseOf(h)))
}

// passedDown returns what holds of the clause of i because it holds of the
// clause of h, on which it hangs: of joined verbs what stands above both, of a
// verb that completes another what becomes of that one, of what is said no more
// than a condition or a question.
func (r *reported) passedDown(i, h int) Modality {
	switch rel := r.relation(i); rel {
	case "conj":
		return r.modalityAbove(h)
	case "xcomp":
		if o := r.kid(h, "obj", "iobj"); o < 0 || o > i || causings[r.lemma(h)] {
			return r.modalityOf(h)
		}
		return supposed(r.modalityOf(h))
	case "ccomp", "csubj":
		return supposed(r.modalityOf(h))
	case "advcl":
		if k := r.opener(i); k < 0 || r.word(k) == "by" {
			if m := r.modalityOf(h); m != Negated {
				return m
			}
		}
	}
	return Asserted
}

// supposed keeps a condition or a question and drops what does not reach into a
// subordinate clause.
func supposed(m Modality) Modality {
	if m == Conditional || m == Question {
		return m
	}
	return Asserted
}

// isCueAround reports whether the clause of i is a cue that stands behind or
// inside what it ascribes: "“Why?” she asked" is no question.
func (r *reported) isCueAround(i int) bool {
	for _, x := range r.list {
		if x.verb == i && x.place == aroundCue {
			return true
		}
	}
	return false
}

// isQuestion reports whether the sentence of i ends with a question mark.
func (r *reported) isQuestion(i int) bool {
	s := r.sentence(i)
	for k := s.End - 1; k >= s.First && k >= s.End-3; k-- {
		if r.doc.Word(k) == "?" {
			return true
		}
	}
	return false
}

// clauseOf returns the head of the clause that token i stands in: i itself if
// it is a verb or has a subject.
func (r *reported) clauseOf(i int) int {
	for r.head[i] >= 0 {
		if r.isVerb(i) && r.relation(i) != "aux" && r.relation(i) != "cop" && r.relation(i) != "amod" || r.kid(i, "cop", "nsubj") >= 0 {
			return i
		}
		i = r.head[i]
	}
	return i
}

// ownModality reads the words of the clause itself: auxiliaries, negation,
// adverbs of doubt, a question mark, a subject that is nobody.
func (r *reported) ownModality(i int) Modality {
	m := Asserted
	for _, k := range r.kids[i] {
		m = strongest(m, r.wordModality(i, k))
	}
	if r.invertedCondition(i) || r.isConditioned(i) {
		m = strongest(m, Conditional)
	}
	if r.isAlternative(i) {
		m = strongest(m, Possible)
	}
	return strongest(m, r.openingModality(i))
}

// isAlternative reports whether "or" joins verb i to another: "was sold or leased"
// says of neither that it was done.
func (r *reported) isAlternative(i int) bool {
	if r.relation(i) == "conj" && r.isVerb(r.head[i]) && r.joinedByOr(i) {
		return true
	}
	return slices.ContainsFunc(r.kids[i], func(k int) bool { return r.relation(k) == "conj" && r.isVerb(k) && r.joinedByOr(k) })
}

// joinedByOr reports whether "or" stands before the conjunct k.
func (r *reported) joinedByOr(k int) bool {
	cc := r.kid(k, "cc")
	return cc >= 0 && r.word(cc) == "or"
}

// suppositions open a clause that is supposed and that the parser does not mark
// so, being phrases.
var suppositions = map[string]Modality{
	"in case": Conditional, "in the event that": Conditional, "on condition that": Conditional, "as long as": Conditional,
	"so long as": Conditional, "only if": Conditional, "if only": Possible, "as if": Conditional, "as though": Conditional,
	"let us": Possible, "let 's": Possible, "let ’s": Possible,
}

// openingModality reads the phrase that opens or directly precedes the clause of i.
func (r *reported) openingModality(i int) Modality {
	first := r.yield(i, nil).First
	s := r.sentence(i)
	strong := Asserted
	for phrase, m := range suppositions {
		n := strings.Count(phrase, " ") + 1
		for from := max(s.First, first-n); from <= first && from+n <= i; from++ {
			if r.wordsAt(from, n) == phrase {
				strong = strongest(strong, m)
			}
		}
	}
	return strong
}

// wordsAt returns n words from token i on, in lower case.
func (r *reported) wordsAt(i, n int) string {
	list := make([]string, 0, n)
	for k := i; k < i+n && k < len(r.doc.Tokens); k++ {
		list = append(list, r.word(k))
	}
	return strings.Join(list, " ")
}

// isConditioned reports whether the clause of i holds only if another does, and
// does not itself introduce what somebody says under that condition.
func (r *reported) isConditioned(i int) bool {
	if r.isCue(i) {
		return false
	}
	for _, k := range r.kids[i] {
		if r.relation(k) == "advcl" {
			if o := r.opener(k); o >= 0 && conditionals[r.word(o)] && r.word(o) != "whether" && (o == 0 || r.word(o-1) != "even") && !r.isAskedBefore(o) {
				return true
			}
		}
	}
	return false
}

// wordModality says what word k, which hangs on the clause of i, does to it.
func (r *reported) wordModality(i, k int) Modality {
	word := r.word(k)
	switch rel := r.relation(k); {
	case rel == "aux" && r.tag(k) == "MD":
		return modals[word]
	case word == "not" && r.nextWord(k) == "only":
		return Asserted
	case k < i && (word == "rather" && r.nextWord(k) == "than" || word == "instead" && r.nextWord(k) == "of"):
		return Negated // what was done is something else
	case negators[word] && (rel == "advmod" || rel == "cc" || rel == "det" || rel == "aux"):
		return Negated
	case rel == "advmod":
		return r.adverbModality(i, k)
	case rel == "cop" || rel == "aux":
		return r.underCopula(k)
	case rel == "nsubj" || rel == "obj":
		return r.nobody(k)
	case rel == "mark":
		return r.markModality(i, k)
	case rel == "obl" && r.word(k) == "means" && r.kidWord(k, words("no")) >= 0:
		return Negated
	}
	return Asserted
}

// underCopula finds the negation that hangs on a copula or auxiliary.
func (r *reported) underCopula(k int) Modality {
	if r.kidWord(k, negators) >= 0 {
		return Negated
	}
	return Asserted
}

// nearMisses deny what they modify: "nearly sank" did not sink.
var nearMisses = words("nearly", "almost", "hardly", "scarcely", "barely", "rarely", "seldom")

// adverbModality says what adverb k does to the clause of i.
func (r *reported) adverbModality(i, k int) Modality {
	word := r.word(k)
	switch {
	case word == "no" || word == "longer" && r.kidWord(k, words("no")) >= 0:
		return Negated
	case doubtAdverbs[word]:
		return Possible
	case nearMisses[word] && k < i && r.isVerb(i):
		return Negated
	case word == "only" && r.opener(i) >= 0 && r.word(r.opener(i)) == "if":
		return Conditional
	case word == "hopefully" || word == "conceivably" || word == "arguably" || word == "theoretically":
		return Possible
	}
	return Asserted
}

// nobody returns Negated where the argument k is nobody or nothing, or is
// counted with "no", "neither" or "not".
func (r *reported) nobody(k int) Modality {
	switch r.word(k) {
	case "nobody", "nothing", "none", "neither", "noone":
		return Negated
	}
	for _, d := range r.kids[k] {
		if w := r.doc.Word(d); w == "No" && d > r.sentence(d).First {
			continue // part of a name: "the third No Kings march"
		}
		switch w := r.word(d); {
		case d < k && (w == "no" || w == "neither") && (r.relation(d) == "det" || r.relation(d) == "advmod" || r.relation(d) == "cc"):
			return Negated
		case d < k && w == "not" && r.relation(k) == "nsubj":
			return Negated
		}
	}
	return Asserted
}

// markModality says what mark k, which opens the clause of i, does to it.
func (r *reported) markModality(i, k int) Modality {
	switch word := r.word(k); {
	case word == "whether":
		return Question
	case word == "if" && (r.relation(i) == "ccomp" || r.isAskedBefore(k)):
		return Question
	case conditionals[word] || word == "assuming" || word == "supposing" || word == "providing" || word == "though" && r.kidWord(k, words("as")) >= 0:
		return Conditional
	case word == "as" && (r.kidWord(k, comparedWith) >= 0 || comparedWith[r.nextWord(k)]):
		return Conditional
	case word == "without":
		return Negated
	case word == "for" && r.infinitiveMark(i) >= 0:
		return Possible
	case word == "so" && r.nextWord(k) == "that", word == "in" && r.nextWord(k) == "order", word == "in" && r.nextWord(k) == "case":
		return Possible
	}
	return Asserted
}

// askers leave open what follows "if" right behind them: "asked if he had left".
var askers = words("ask", "wonder", "know", "see", "question", "doubt", "decide", "determine", "unclear", "sure",
	"unsure", "uncertain", "inquire", "enquire", "tell", "check", "learn")

// isAskedBefore reports whether the word before k, which opens a clause, asks.
func (r *reported) isAskedBefore(k int) bool { return k > 0 && askers[r.lemma(k-1)] }

// comparedWith follows "as" before what is only supposed: "as if", "as long as".
var comparedWith = words("if", "though", "long")

func (r *reported) nextWord(i int) string {
	if i+1 < len(r.doc.Tokens) {
		return r.word(i + 1)
	}
	return ""
}

// invertedCondition: "Had the army left, the town would stand".
func (r *reported) invertedCondition(i int) bool {
	first := r.yield(i, nil).First
	switch r.word(first) {
	case "had", "were", "should":
	default:
		return false
	}
	s := r.ownAnySubject(i)
	return s > first && (r.head[first] == i)
}

func (r *reported) ownAnySubject(i int) int { return r.kid(i, "nsubj", "csubj") }

// linkModality says what the clause or noun h does to the clause of i that
// hangs on it.
func (r *reported) linkModality(i, h int) Modality {
	switch rel := r.fullRelation(i); rel {
	case "ccomp", "csubj", "csubj:pass", "csubj:outer":
		return r.complementModality(i, h)
	case "xcomp":
		return r.chainModality(i, h)
	case "advcl":
		return r.adverbialModality(i, h)
	case "acl", "acl:relcl", "advcl:relcl":
		return r.nounClauseModality(i, h)
	case "conj":
		return r.joinedModality(i, h)
	case "obl", "nmod", "obj", "nsubj":
		return r.gerundModality(i)
	}
	return Asserted
}

// complementModality says what a verb or adjective does to its clause.
func (r *reported) complementModality(i, h int) Modality {
	lemma := r.lemma(h)
	switch {
	case r.infinitiveMark(i) >= 0:
		return Possible
	case lemma == "have" && h == r.sentence(h).First:
		return Conditional // "Had the army left, …"
	case !r.isVerb(h):
		return r.adjectiveModality(i, h)
	case denials[lemma]:
		return Negated
	case lemma == "ask" || lemma == "wonder" || lemma == "inquire" || lemma == "enquire":
		return Question
	case askings[lemma], r.ownModality(h) == Negated && r.opener(i) >= 0 && r.word(r.opener(i)) != "if":
		return Possible
	case factives[lemma] && !r.isCue(h):
		return Asserted
	case r.isVerb(h):
		return Said
	}
	return Asserted
}

// factives take a clause that the sentence itself presents as so.
var factives = words("show", "indicate", "demonstrate", "prove", "mean", "reveal", "confirm", "ensure", "discover",
	"notice", "realise", "realize")

// sureAdjectives state the clause they are said of; others leave it open.
var sureAdjectives = words("true", "clear", "obvious", "evident", "apparent", "certain", "glad", "happy", "sad", "proud",
	"sorry", "aware", "surprised", "surprising", "pleased", "angry", "shocked", "grateful", "remarkable", "strange", "ironic",
	"thankful", "upset", "delighted", "disappointed", "lucky", "fortunate", "unfortunate", "striking", "notable", "relieved",
	"known", "proof", "fact", "shame", "pity", "tragedy", "coincidence", "accident")

// falseAdjectives deny the clause they are said of.
var falseAdjectives = words("false", "untrue", "wrong", "impossible", "unlikely", "lie", "myth", "fiction", "incorrect",
	"unthinkable", "doubtful", "hoax")

// adjectiveModality says what "it is clear that" and the like do to a clause.
func (r *reported) adjectiveModality(i, h int) Modality {
	lemma := r.lemma(h)
	switch {
	case falseAdjectives[lemma]:
		return Negated
	case sureAdjectives[lemma] && r.infinitiveMark(i) < 0:
		return r.ownModality(h)
	}
	return Possible
}

// causings are verbs whose object did what the infinitive says.
var causings = words("force", "cause", "make", "lead", "prompt", "compel", "get", "see", "watch", "hear", "help", "let",
	"oblige", "drive", "have", "find", "keep", "leave", "feel", "catch", "induce")

// isCaused reports whether the infinitive i is what somebody is made to do.
func (r *reported) isCaused(i int) bool {
	i = r.clauseHead(i)
	h := r.head[i]
	return h >= 0 && r.relation(i) == "xcomp" && causings[r.lemma(h)] && r.kid(h, "obj", "iobj") >= 0
}

// chainModality says what verb h does to the verb i that completes it.
func (r *reported) chainModality(i, h int) Modality {
	lemma := r.lemma(h)
	object := r.kid(h, "obj", "iobj")
	switch {
	case !r.isVerb(h):
		return r.adjectiveChain(h)
	case !r.isVerb(i) && r.infinitiveMark(i) < 0 && r.kid(i, "cop") < 0, r.tag(i) == "VBN" && r.infinitiveMark(i) < 0:
		return Asserted
	case object >= 0 && object < i:
		if causings[lemma] {
			return Asserted
		}
		return Possible
	case r.tag(i) == "VBG":
		return r.gerundChain(lemma)
	case r.isPassive(h):
		if passiveCatenatives[lemma] {
			return Asserted // the chain is the relation: "is expected to win"
		}
		return Possible
	case catenatives[lemma] > 0:
		return effectModality(catenatives[lemma])
	case causings[lemma]:
		return Asserted
	}
	return Possible
}

// gerundChain says what a verb does to the -ing form that completes it: nothing
// where the two are one relation, "avoids paying".
func (r *reported) gerundChain(lemma string) Modality {
	if gerundVerbs[lemma] {
		return Asserted
	}
	switch lemma {
	case "avoid", "deny", "resist", "escape":
		return Negated
	case "consider", "suggest", "recommend", "propose", "risk", "contemplate", "discuss", "imagine", "favour", "favor", "advocate":
		return Possible
	}
	return Asserted
}

// adjectiveChain says what "is ready to", "is likely to" do to the infinitive.
func (r *reported) adjectiveChain(h int) Modality {
	if effect, ok := infinitiveAdjectives[r.word(h)]; ok {
		return effectModality(effect)
	}
	return Possible
}

// adverbialModality says what the opening word of an adverbial clause does to it.
func (r *reported) adverbialModality(i, h int) Modality {
	k := r.opener(i)
	if r.infinitiveMark(i) >= 0 {
		return Possible
	}
	if k < 0 {
		return Asserted
	}
	switch word := r.word(k); word {
	case "without":
		return Negated
	case "before", "until", "till":
		return r.awaitedBy(i, h)
	case "when", "once", "after", "as", "while", "where", "whenever":
		return r.awaitedBy(i, h)
	}
	return Asserted
}

// awaitedBy returns the modality of a clause in the present whose time is still
// to come: "will leave when the strike ends".
func (r *reported) awaitedBy(i, h int) Modality {
	tag := r.tag(i)
	for _, k := range r.kids[i] {
		if rel := r.relation(k); rel == "aux" || rel == "cop" {
			tag = r.tag(k)
			break
		}
	}
	if tag != "VBZ" && tag != "VBP" {
		return Asserted
	}
	switch m := r.modalityOf(r.clauseOf(h)); m {
	case Future, Possible, Conditional:
		return m
	}
	return Asserted
}

// nounClauseModality says what noun h does to the clause that describes it.
func (r *reported) nounClauseModality(i, h int) Modality {
	rel := r.fullRelation(i)
	k := r.opener(i)
	switch {
	case rel == "acl" && r.infinitiveMark(i) >= 0:
		return Possible
	case rel != "acl:relcl" && k >= 0 && r.word(k) == "that" && !factiveNouns[r.lemma(h)]:
		return Possible
	case rel == "acl" && openNouns[r.lemma(h)] && r.tag(i) == "VBG" && !r.isCue(i):
		return Possible
	}
	if over := r.modalityOf(r.clauseOf(h)); over == Conditional || over == Question {
		return over
	}
	if r.nobody(h) == Negated {
		return Negated
	}
	return Asserted
}

// joinedModality says what clause i takes over from the clause h it is joined
// to: an auxiliary that stands before both.
func (r *reported) joinedModality(i, h int) Modality {
	if !r.isVerb(i) || r.ownAnySubject(i) >= 0 {
		return Asserted
	}
	own := r.kid(i, "aux") >= 0
	switch tag := r.tag(i); {
	case own:
		return Asserted
	case tag == "VB" && r.kid(h, "aux") >= 0, tag == "VBN" && r.tag(h) == "VBN", tag == "VBG" && r.tag(h) == "VBG":
		return r.ownModality(h)
	case r.kidWord(i, words("nor", "or")) >= 0:
		return r.ownModality(h)
	}
	return Asserted
}

// gerundModality says what a preposition before a clause does to it.
func (r *reported) gerundModality(i int) Modality {
	if !strings.HasPrefix(r.tag(i), "VB") {
		return Asserted
	}
	switch r.preposition(i) {
	case "without", "instead of", "rather than":
		return Negated
	case "for", "against", "about", "of", "on", "to", "from", "into":
		return Possible
	}
	return Asserted
}
