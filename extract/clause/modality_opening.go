package clause

import "strings"

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
			if r.wordsAt(from, n) == phrase && !r.isQuotedApart(from, i) {
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
