package clause

// strength orders modalities: of two that meet in one clause the one farther
// from a plain assertion holds. "He may not go" is no more than possible, yet a
// reader must not lose the negation, so negation is the strongest.
var strength = map[Modality]int{
	Asserted: 0, Said: 1, Future: 2, Possible: 3, Conditional: 4, Question: 5, Negated: 6, notConditional: 7,
}

// strongest returns the modality that holds where a and b meet. A denied denial
// ("did not fail to") is left negated: the careful reading of a rare form. What is
// denied under a condition ("if he does not go") is not denied outright.
func strongest(a, b Modality) Modality {
	switch {
	case a == Conditional && b == Negated, a == Negated && b == Conditional:
		return notConditional
	case strength[b] > strength[a]:
		return b
	}
	return a
}

// modalityOf returns what the sentence does to the clause of verb i: by the
// clause's own words and by the clauses above it.
func (r *reported) modalityOf(i int) Modality {
	i = r.clauseHead(i)
	x := r.cueAround(i)
	m := r.ownModality(i)
	if x == nil || !x.content.Has(r.head[i]) {
		m = strongest(m, r.modalityAbove(i))
	}
	if r.isQuestion(i) && x == nil {
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
		k := r.opener(i)
		if (r.isCue(i) || k >= 0 && r.word(k) == "with") && r.behindComma(r.yield(i, nil).First) {
			h = r.aboveInfinitives(h)
		}
		if k < 0 || r.word(k) == "by" || r.word(k) == "with" {
			if m := r.modalityOf(h); m != Negated && (m != Said || k < 0 || !r.isCue(i)) {
				return m
			}
		}
	}
	return Asserted
}

// aboveInfinitives returns the clause that the infinitive or -ing form h completes: in "vowed to
// fight on, saying that …" he says so and need not fight on for it, and in "five bid
// to build it, with Peru winning" Peru wins.
func (r *reported) aboveInfinitives(h int) int {
	for r.head[h] >= 0 && (r.infinitiveMark(h) >= 0 || r.tag(h) == "VBG" && r.relation(h) == "xcomp") {
		h = r.clauseOf(r.head[h])
	}
	return h
}

// supposed keeps a condition or a question and drops what does not reach into a
// subordinate clause.
func supposed(m Modality) Modality {
	if kind := m.Kind(); kind == Conditional || kind == Question {
		return kind
	}
	return Asserted
}

// cueAround returns the attribution whose cue is verb i and stands behind or inside
// what it ascribes, or nil: "“Why?” she asked" is no question, and in "it is unclear
// who won, she said" what is unclear is not whether she said so.
func (r *reported) cueAround(i int) *attribution {
	if k, found := r.cues[i]; found && r.list[k].place == aroundCue {
		return &r.list[k]
	}
	return nil
}

// isQuestion reports whether the sentence of i ends with a question mark that is not
// another's, in a quotation: "she said: “Why?”"
func (r *reported) isQuestion(i int) bool {
	s := r.sentence(i)
	if q := r.quoteAt(i); q >= 0 && s.Has(r.quotes[q].outer.End) && r.endsInQuestion(i, r.quotes[q].inner.End) {
		return true // "“Why did she go?” asked Lund."
	}
	for k := s.End - 1; k >= s.First && k >= s.End-3; k-- {
		if r.doc.Word(k) == "?" {
			return !r.isQuotedApart(k, i)
		}
	}
	return false
}

// endsInQuestion reports whether the first stop behind token i, before end, is a question mark.
func (t *deptree) endsInQuestion(i, end int) bool {
	for ; i < end; i++ {
		switch t.doc.Word(i) {
		case "?":
			return true
		case ".", "!", ";":
			return false
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
