package clause

// clause-word: "The town has starved since the capital, Moorstad, fell to rebels."
//
// A tensed verb has a subject. Where it has none, and the noun phrase right before it hangs
// on it behind a word that opens clauses as well as phrases, that is the subject and the word
// opens the clause. Limit: a verb behind "and" may share the subject of the one before.
func (t *deptree) mendClauseWord(v int) {
	switch t.relation(v) {
	case "advcl", "conj", "parataxis":
	default:
		return
	}
	tensed, _ := t.isTensed(v)
	if t.head[v] > v || !tensed && t.kid(v, "aux") < 0 || t.kid(v, "nsubj", "csubj", "cc", "mark", "expl") >= 0 {
		return
	}
	for _, n := range t.kids[v] {
		word := t.kid(n, "case")
		if n > v || word < 0 || !clauseWords[t.word(word)] || t.yield(n, nil).First != word || !t.isSetBefore(n, v) {
			continue
		}
		rel := "nsubj"
		if t.isPassive(v) {
			rel = "nsubj:pass"
		}
		t.attach(n, v, rel)
		t.attach(word, v, "mark")
		t.attach(v, t.head[v], "advcl")
		return
	}
}

// isSetBefore reports whether nothing but a comma, auxiliaries and adverbs stand between the
// phrase of n and the verb v.
func (t *deptree) isSetBefore(n, v int) bool {
	for i := t.yield(n, nil).End; i < v; i++ {
		if rel := t.relation(i); t.word(i) != "," && (t.head[i] != v || rel != "aux" && rel != "advmod") {
			return false
		}
	}
	return true
}

// clauseWords open a clause or a phrase.
var clauseWords = words("since", "after", "before", "until", "till", "as")

// asked-if: "The senate is to determine by autumn if a vote is needed."
//
// Behind a verb of deciding or finding out "if" means "whether". Limit: not behind a comma,
// nor where the verb has an object, which may be what is decided.
func (t *deptree) mendAskedIf(v int) {
	h, mark := t.head[v], t.opener(v)
	if t.relation(v) != "advcl" || h > v || mark < 1 || t.word(mark) != "if" || t.word(mark-1) == "," || !decidings[t.lemma(h)] || t.isPassive(h) || t.kid(h, "obj", "ccomp", "xcomp") >= 0 {
		return
	}
	t.attach(v, h, "ccomp")
}

var decidings = words("decide", "determine", "ask", "wonder", "see", "check", "examine", "establish", "consider", "question", "investigate")
