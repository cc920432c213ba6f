package clause

import "slices"

// ownModality reads the words of the clause itself: auxiliaries, negation,
// adverbs of doubt, a question mark, a subject that is nobody.
func (r *reported) ownModality(i int) Modality {
	m := Asserted
	for _, k := range r.kids[i] {
		if !r.isQuotedApart(k, i) {
			m = strongest(m, r.wordModality(i, k))
		}
	}
	if r.invertedCondition(i) || r.isConditioned(i) {
		m = strongest(m, Conditional)
	}
	if r.head[i] < 0 && r.infinitiveMark(i) >= 0 && r.ownAnySubject(i) >= 0 {
		m = strongest(m, Future) // a headline: "Norvik to close mine"
	}
	if r.isAlternative(i) {
		m = strongest(m, Possible)
	}
	return strongest(m, r.openingModality(i))
}

// isAlternative reports whether "or" joins verb i to another: "was sold or leased"
// says of neither that it was done. What stands before another sentence does not
// hang on it: "set a deadline, or the firm will close".
func (r *reported) isAlternative(i int) bool {
	if r.relation(i) == "conj" && r.isVerb(r.head[i]) && r.joinedByOr(i) {
		return true
	}
	return slices.ContainsFunc(r.kids[i], func(k int) bool {
		return r.relation(k) == "conj" && r.isVerb(k) && r.joinedByOr(k) && (r.ownAnySubject(k) < 0 || r.kidWord(i, words("either")) >= 0)
	})
}

// joinedByOr reports whether "or" stands before the conjunct k.
func (r *reported) joinedByOr(k int) bool {
	cc := r.kid(k, "cc")
	return cc >= 0 && r.word(cc) == "or" && r.nextWord(cc) != "so" // "or so Lund says"
}

// wordModality says what word k, which hangs on the clause of i, does to it.
func (r *reported) wordModality(i, k int) Modality {
	word := r.word(k)
	switch rel := r.relation(k); {
	case rel == "aux" && r.tag(k) == "MD" && modals[word] == Conditional && r.isBackshifted(i):
		return Future
	case rel == "aux" && r.tag(k) == "MD":
		return modals[word]
	case word == "not" && r.nextWord(k) == "only":
		return Asserted
	case k < i && (word == "rather" && r.nextWord(k) == "than" || word == "instead" && r.nextWord(k) == "of"):
		return Negated // what was done is something else
	case negators[word] && (rel == "advmod" || rel == "cc" || rel == "det" || rel == "aux"):
		return Negated
	case r.isFrontedDenial(i, k):
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

// isFrontedDenial reports whether the phrase of k before verb i denies it, which the
// auxiliary right behind it shows: "at no time did she meet him", "little did he know".
// Not so "with no help the army took the town".
func (r *reported) isFrontedDenial(i, k int) bool {
	aux := r.kid(i, "aux")
	if k > aux || r.yield(k, nil).End != aux {
		return false
	}
	switch r.relation(k) {
	case "obl", "advmod":
		return r.word(k) == "nowhere" || r.word(k) == "little" || r.kidWord(k, words("no")) >= 0 && r.word(k) != "sooner"
	default:
		return r.word(k) == "little" && r.tag(k) == "JJ" // taken for the subject
	}
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

// isBackshifted reports whether "would" in the clause of i is the "will" of what somebody said in
// the past: "Lund said she would sell it" (Quirk et al., "A Comprehensive Grammar of the English
// Language", 14.31). Limit: under a condition, before what somebody would like, and before "have",
// it says what is not so, and of what need not be ("a ban would hurt trade", "that would be a
// condition") what would come of it.
func (r *reported) isBackshifted(i int) bool {
	if s := r.ownSubject(i); s < 0 || r.kid(i, "cop") >= 0 || r.tag(s) != "PRP" && r.typeAt(s) == "" && r.kidWord(s, words("the", "its", "his", "her", "their", "our", "my")) < 0 {
		return false
	}
	if r.isConditioned(i) || r.isQuoted(i) || wishings[r.lemma(i)] || r.kidWord(i, words("have", "rather", "never", "otherwise")) >= 0 || r.opener(i) >= 0 && conditionals[r.word(r.opener(i))] {
		return false
	}
	x := r.innermost(i)
	return x != nil && x.verb >= 0 && x.hasSource() && !x.quoted && r.saysVerb(x.verb) && r.modalityOf(x.verb) == Asserted && (r.tag(x.verb) == "VBD" || r.kidWord(x.verb, words("had")) >= 0)
}

// wishings stand behind "would" of what is not done but wished for.
var wishings = words("like", "prefer", "love", "hate", "mind", "welcome", "wish", "expect")
