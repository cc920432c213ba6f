package clause

import "strings"

// suppositions open a clause that is supposed and that the parser does not mark
// so, being phrases.
var suppositions = []supposition{
	{strings.Fields("in case"), Conditional}, {strings.Fields("in the event that"), Conditional}, {strings.Fields("on condition that"), Conditional},
	{strings.Fields("as long as"), Conditional}, {strings.Fields("so long as"), Conditional}, {strings.Fields("only if"), Conditional},
	{strings.Fields("if only"), Possible}, {strings.Fields("as if"), Conditional}, {strings.Fields("as though"), Conditional},
	{strings.Fields("let us"), Possible}, {strings.Fields("let 's"), Possible}, {strings.Fields("let ’s"), Possible},
}

// supposition is a phrase and what it does to the clause that it opens.
type supposition struct {
	words    []string
	modality Modality
}

// openingModality reads the phrase that opens or directly precedes the clause of i.
func (r *reported) openingModality(i int) Modality {
	first := r.yield(i, nil).First
	s := r.sentence(i)
	strong := Asserted
	for _, p := range suppositions {
		n := len(p.words)
		for from := max(s.First, first-n); from <= first && from+n <= i; from++ {
			if r.hasWordsAt(from, p.words) && !r.isQuotedApart(from, i) {
				strong = strongest(strong, p.modality)
			}
		}
	}
	return strong
}

// hasWordsAt reports whether the words stand from token i on.
func (r *reported) hasWordsAt(i int, words []string) bool {
	for k, w := range words {
		if r.word(i+k) != w {
			return false
		}
	}
	return true
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
