package clause

import "kg/extract/nlp"

// report is something said: who says it, in which words, by which clause.
type report struct {
	speaker Argument
	content nlp.Range
	by      *clause // nil for "according to"
	cue     []int   // the words that say so
	quoted  bool    // the content is in quotation marks
}

// covers reports whether the verb of c lies in what is said.
func (r report) covers(s *sentence, c *clause) bool { return r.content.Has(c.verb.main) }

// reportsIn finds what the sentence reports: clauses with "that" or without,
// quotations, attributions behind or inside, "according to".
func (s *sentence) reportsIn() []report {
	var list []report
	for _, c := range s.clauses {
		if !c.subject.ok() || c.verb.passive && s.lemmaOf(c) != "tell" {
			continue
		}
		list = append(list, s.reportsOf(c)...)
	}
	return append(list, s.accordingTo()...)
}

// reportsOf returns what clause c reports.
func (s *sentence) reportsOf(c *clause) []report {
	base := report{speaker: s.argument(c.subject), by: c, cue: c.verb.tokens}
	lemma := s.lemmaOf(c)
	switch {
	case c.link == attributionClause:
		return s.attributed(base)
	case s.hasComplement(c):
		base.content = s.complementRange(c)
		return []report{base}
	case reportingVerbs[lemma]:
		return s.quotedAfter(base)
	}
	return nil
}

func (s *sentence) hasComplement(c *clause) bool {
	for _, k := range s.clauses {
		if k.link == complementClause && k.host == c {
			return true
		}
	}
	return false
}

// complementRange returns the tokens of the clauses that c reports: from the
// first to the first clause after them that does not hang on c.
func (s *sentence) complementRange(c *clause) nlp.Range {
	from, to := -1, len(s.phrases)
	for _, k := range s.clauses {
		switch {
		case k == c:
		case k.within(c) && s.underComplementOf(k, c):
			if from < 0 {
				from = k.begin
			}
		case from >= 0 && k.begin > from:
			to = min(to, k.begin)
		}
	}
	return s.trimmed(s.rangeOf(from, to))
}

// underComplementOf reports whether k is or hangs on a complement of c.
func (s *sentence) underComplementOf(k, c *clause) bool {
	for ; k != nil && k != c; k = k.host {
		if k.link == complementClause && k.host == c {
			return true
		}
	}
	return false
}

// trimmed takes final punctuation and a lone quotation mark off r.
func (s *sentence) trimmed(r nlp.Range) nlp.Range {
	for r.Len() > 0 && (s.doc.Tokens[r.End-1].XPOS == "." || s.doc.Word(r.End-1) == ",") {
		r.End--
	}
	return r
}

// attributed divides the sentence of an attribution into what is said before
// and after it.
func (s *sentence) attributed(base report) []report {
	c := base.by
	sent := s.doc.Sentences[s.index].Tokens
	first := min(s.phrases[c.begin].tokens.First, c.subject.tokens.First)
	last := s.endOfAttribution(c)
	var list []report
	if content := s.fromQuote(s.saidBefore(sent.First, first)); content.Len() > 0 {
		base.quoted = s.quoteOver(content)
		base.content = s.wholeQuote(content, false)
		list = append(list, base)
	}
	after := s.trimMarks(s.skipConjunction(s.trimMarks(nlp.Range{First: last, End: sent.End})))
	if s.clauseIn(after) && s.resumes(c, after) {
		base.quoted = s.quoteOver(after)
		base.content = s.wholeQuote(after, true)
		list = append(list, base)
	}
	return list
}

// skipConjunction passes "but" before a quotation that goes on.
func (s *sentence) skipConjunction(r nlp.Range) nlp.Range {
	if r.Len() > 1 && s.tag(r.First) == "CC" && isMark(s.doc, r.First+1) {
		r.First++
	}
	return r
}

// resumes reports whether what is said goes on in r after attribution c: in a
// quotation, or with the verb of a clause that c interrupts.
func (s *sentence) resumes(c *clause, r nlp.Range) bool {
	if s.quoteOver(r) {
		return true
	}
	for _, k := range s.clauses {
		if k.verb.main > c.verb.main {
			return k.link == mainClause && k.subject.ok() && k.subject.head < c.verb.main
		}
	}
	return false
}

// fromQuote cuts off what stands before a full stop and a quotation that r ends
// with: two sentences that were not divided.
func (s *sentence) fromQuote(r nlp.Range) nlp.Range {
	for _, q := range s.quotes {
		if r.Contains(q.tokens) && r.End <= q.tokens.End+1 && s.endsSentence(q.tokens.First-1, r.First) {
			return s.trimMarks(q.tokens)
		}
	}
	return r
}

// endsSentence reports whether a full stop stands before token i, marks left out.
func (s *sentence) endsSentence(i, first int) bool {
	for i > first && isMark(s.doc, i) {
		i--
	}
	return i > first && s.tag(i) == "."
}

// endOfAttribution returns the token after an attribution and its circumstances.
func (s *sentence) endOfAttribution(c *clause) int {
	end := max(s.phrases[c.at].tokens.End, c.subject.tokens.End)
	for i := c.at + 1; i < min(c.end, len(s.phrases)); i++ {
		if k := s.phrases[i].kind; (k == commaMark || k == stopMark) && s.phrases[i].tokens.First >= end {
			break
		}
		end = max(end, s.phrases[i].tokens.End)
	}
	return end
}

// saidBefore returns the words before an attribution that it covers: back to
// the start of the sentence, or to the attribution before.
func (s *sentence) saidBefore(first, end int) nlp.Range {
	for _, c := range s.clauses {
		if c.link == attributionClause && s.phrases[c.at].tokens.End < end {
			first = max(first, s.endOfAttribution(c))
		}
	}
	return s.trimMarks(nlp.Range{First: first, End: end})
}

// trimMarks takes quotation marks, commas and stops off both ends.
func (s *sentence) trimMarks(r nlp.Range) nlp.Range {
	idle := func(i int) bool {
		t := s.doc.Tokens[i].XPOS
		return isMark(s.doc, i) || t == "," || t == "." && s.doc.Word(i) != "?" || t == ":"
	}
	for r.Len() > 0 && idle(r.First) {
		r.First++
	}
	for r.Len() > 0 && idle(r.End-1) {
		r.End--
	}
	return r
}

// clauseIn reports whether the main verb of a clause lies in r.
func (s *sentence) clauseIn(r nlp.Range) bool {
	for _, c := range s.clauses {
		if r.Has(c.verb.main) {
			return true
		}
	}
	return false
}

// quoteOver reports whether r begins inside a quotation.
func (s *sentence) quoteOver(r nlp.Range) bool { return r.Len() > 0 && s.inQuote(r.First) >= 0 }

// quotedAfter returns the quotation that follows a reporting verb: "wrote, "…"".
func (s *sentence) quotedAfter(base report) []report {
	for _, q := range s.quotes {
		if q.tokens.First > base.by.verb.main && s.inQuote(base.by.verb.main) < 0 && s.isSpeech(q) && s.nothingBetween(base.by, q) {
			base.content = s.trimMarks(q.whole)
			base.quoted = true
			return []report{base}
		}
	}
	return s.quotedEarlier(base)
}

// quotedEarlier returns the quotation that ends right before the sentence of a
// clause that has nothing but its subject: "“Why?” she asked."
func (s *sentence) quotedEarlier(base report) []report {
	c := base.by
	if s.clauses[0] != c || !plainReporting[s.lemmaOf(c)] || len(c.objects) > 0 || s.before.tokens.Len() == 0 {
		return nil
	}
	base.content, base.quoted = s.trimMarks(s.before.whole), true
	return []report{base}
}

// wholeQuote widens r, which lies in a quotation, to the sentences that the
// quotation reaches: those after it (forward) or before it.
func (s *sentence) wholeQuote(r nlp.Range, forward bool) nlp.Range {
	k := r.First
	if forward {
		k = r.End - 1
	}
	q := s.inQuote(k)
	if q < 0 {
		return r
	}
	whole := s.quotes[q].whole
	if forward {
		r.End = max(r.End, whole.End)
	} else {
		r.First = min(r.First, whole.First)
	}
	return s.trimMarks(r)
}

// nothingBetween reports whether no clause stands between c's verb and the quotation.
func (s *sentence) nothingBetween(c *clause, q quote) bool {
	for _, k := range s.clauses {
		if k.verb.main > c.verb.main && k.verb.main < q.tokens.First {
			return false
		}
	}
	return true
}

// accordingTo: "…, according to local authorities": they say the rest.
func (s *sentence) accordingTo() []report {
	sent := s.doc.Sentences[s.index].Tokens
	for i, p := range s.phrases {
		if p.kind != prepositionWord || s.phraseText(i) != "according to" {
			continue
		}
		n := s.nounAt(i+1, len(s.phrases))
		if !n.ok() || !s.canSpeak(i, n) {
			continue
		}
		content := s.trimMarks(nlp.Range{First: sent.First, End: p.tokens.First})
		if !s.clauseIn(content) {
			content = s.trimMarks(nlp.Range{First: s.afterSource(n), End: sent.End})
		}
		if content.Len() > 0 && s.clauseIn(content) {
			return []report{{speaker: s.argument(n), content: content, cue: []int{p.tokens.First, p.tokens.First + 1}}}
		}
	}
	return nil
}

// canSpeak reports whether n after the "according to" at phrase i is a source and
// not a measure ("sorted according to age"): set off by a comma, or more than a
// bare singular noun.
func (s *sentence) canSpeak(i int, n noun) bool {
	return i == 0 || s.kindAt(i-1, i) == commaMark || n.tokens.Len() > 1 || s.tag(n.head) != "NN"
}

// afterSource returns the token after a source that opens the sentence: after
// the next comma, for what stands before it describes the source.
func (s *sentence) afterSource(n noun) int {
	for i := n.end; i < len(s.phrases); i++ {
		switch s.phrases[i].kind {
		case commaMark:
			return s.phrases[i].tokens.End
		case verbGroup:
			return n.tokens.End
		}
	}
	return n.tokens.End
}
