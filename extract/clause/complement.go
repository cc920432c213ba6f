package clause

import "kg/extract/nlp"

// complement reads what stands after the verb of c, up to c.end: objects,
// prepositional phrases, predicate adjectives and times, and before the
// subject what is fronted.
func (s *sentence) complement(c *clause) {
	s.readFront(c)
	r := &complementReader{sentence: s, c: c, i: c.at + 1 + c.skip, limit: min(c.end, len(s.phrases))}
	for r.i < r.limit && r.next() {
	}
	if p, ok := s.gerundPhrase(c); ok {
		c.phrases = append(c.phrases, p)
	}
}

// gerundPhrase returns the preposition and the -ing clause that complete c, as
// in "is accused of stealing the ring".
func (s *sentence) gerundPhrase(c *clause) (prepositional, bool) {
	if s.kindAt(c.end, len(s.phrases)) != prepositionWord || c.at+1 < c.end && s.phrases[c.end-1].kind == commaMark {
		return prepositional{}, false
	}
	for _, k := range s.clauses {
		if k.at == c.end+1 && k.verb.form == present && k.unsure && k.host == c {
			tokens := s.rangeOf(k.at, k.end)
			n := noun{tokens: tokens, head: k.verb.main, predicate: true, chunk: k.at, end: k.end}
			return prepositional{s.phrases[c.end].tokens, n}, tokens.Len() > 0
		}
	}
	return prepositional{}, false
}

// readFront reads the prepositional phrases and times before the subject.
func (s *sentence) readFront(c *clause) {
	if c.link != mainClause && c.link != complementClause && c.link != adverbialClause {
		return
	}
	s.readTimes(c)
	for i := c.front.from; i < c.front.to; i++ {
		switch s.phrases[i].kind {
		case prepositionWord:
			n := s.singleNoun(i+1, c.front.to)
			if joined := s.nounAt(i+1, c.front.to); joined.end < c.front.to {
				n = joined
			}
			if n.ok() {
				c.prepended = append(c.prepended, prepositional{s.phrases[i].tokens, n})
				i = n.end - 1
			}
		case nounChunk:
			if n := s.nounAt(i, c.front.to); n.temporal {
				c.times = append(c.times, n)
			}
		}
	}
}

// readTimes reads a time between subject and verb: "Ghana on Monday signed",
// "the bank this week raised".
func (s *sentence) readTimes(c *clause) {
	for i := c.subject.end; i < c.at && s.phrases[i].kind != verbGroup; i++ {
		switch n := s.singleNoun(i+1, c.at); {
		case s.phrases[i].kind == prepositionWord && n.ok() && s.isTime(n):
			c.prepended = append(c.prepended, prepositional{s.phrases[i].tokens, n})
		case s.phrases[i].temporal && s.kindAt(i-1, c.at) != prepositionWord:
			c.times = append(c.times, s.singleNoun(i, c.at))
		}
	}
}

// complementReader goes over the phrases after a verb.
type complementReader struct {
	*sentence
	c     *clause
	i     int
	limit int
	comma bool // a comma stands right before phrase i
}

// next reads one unit and reports whether more may follow.
func (r *complementReader) next() bool {
	comma := r.comma
	r.comma = false
	switch r.phrases[r.i].kind {
	case nounChunk:
		return r.readNoun(comma)
	case prepositionWord:
		r.readPrepositional()
	case adjectiveChunk:
		r.readPredicate()
	case commaMark:
		r.comma = true
		r.i++
	case conjunctionWord:
		r.i++
		return r.kindAt(r.i, r.limit) == prepositionWord || r.kindAt(r.i, r.limit) == adjectiveChunk && r.c.verb.copula
	case adverbChunk, otherPhrase:
		r.i++
	default:
		return false
	}
	return true
}

// readNoun takes a noun phrase as time or object; one after a comma explains
// the noun before it and is left out.
func (r *complementReader) readNoun(comma bool) bool {
	n := r.nounAt(r.i, r.limit)
	r.i = n.end
	switch {
	case n.temporal:
		r.c.times = append(r.c.times, n)
	case comma:
	case len(r.c.phrases) == 0 && len(r.c.objects) < 2 || len(r.c.objects) == 0 && !r.c.verb.passive:
		r.c.objects = append(r.c.objects, n)
	}
	return true
}

// readPrepositional takes a preposition with its noun phrase or adjectives.
func (r *complementReader) readPrepositional() {
	p := r.phrases[r.i]
	n := r.nounAt(r.i+1, r.limit)
	if !n.ok() && r.kindAt(r.i+1, r.limit) == adjectiveChunk {
		a := r.phrases[r.i+1]
		n = noun{tokens: a.tokens, head: a.head, predicate: true, chunk: r.i + 1, end: r.i + 2}
	}
	r.i++
	if !n.ok() {
		return
	}
	r.i = n.end
	if n.tokens.Len() > 0 && !(r.phraseIs(p, "of") && len(r.c.objects) == 0 && len(r.c.phrases) > 0) {
		r.c.phrases = append(r.c.phrases, prepositional{p.tokens, n})
	}
}

func (s *sentence) phraseIs(p phrase, word string) bool {
	return p.tokens.Len() == 1 && s.lower(p.tokens.First) == word
}

// readPredicate takes adjectives after a copula.
func (r *complementReader) readPredicate() {
	p := r.phrases[r.i]
	r.i++
	if !r.c.predicate.ok() && len(r.c.objects) == 0 {
		r.c.predicate = noun{tokens: p.tokens, head: p.head, predicate: true, chunk: r.i - 1, end: r.i}
	}
}

// rangeOf returns the tokens of phrases from to to, without commas, stops and
// conjunctions at its ends.
func (s *sentence) rangeOf(from, to int) nlp.Range {
	idle := func(i int) bool {
		k := s.phrases[i].kind
		return k == commaMark || k == stopMark || k == conjunctionWord
	}
	for from < to && idle(from) {
		from++
	}
	for to > from && idle(to-1) {
		to--
	}
	if from >= to {
		return nlp.Range{}
	}
	return nlp.Range{First: s.phrases[from].tokens.First, End: s.phrases[to-1].tokens.End}
}
