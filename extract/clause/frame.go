package clause

// frame sets the modality and the speaker of every clause: from its own verb,
// from the word that opens it, and from the clauses it hangs on.
func (s *sentence) frame() {
	asked := s.isQuestion()
	for k, c := range s.clauses {
		c.modality = strongest(strongest(c.verb.modality, s.markerModality(c)), s.doubt(c))
		if k > 0 && s.invertedCondition(k-1) {
			c.modality = strongest(c.modality, Conditional)
		}
		if c.link == infinitiveClause || c.link == coordinateVerb && c.host != nil && c.host.link == infinitiveClause && c.verb.form == infinitive {
			c.modality = strongest(c.modality, Possible)
		}
		if asked && c.link != attributionClause {
			c.modality = strongest(c.modality, Question)
		}
	}
	s.supposeHosts()
	for _, c := range s.clauses {
		c.modality = strongest(c.modality, s.inherited(c))
	}
	s.assignSpeakers()
}

// doubt returns Possible where an adverb in front of the verb or in its group
// takes back that it is so: "reportedly", "perhaps".
func (s *sentence) doubt(c *clause) Modality {
	for i := s.phrases[c.begin].tokens.First; i < s.phrases[c.at].tokens.End; i++ {
		if doubtAdverbs[s.lower(i)] {
			return Possible
		}
	}
	return Asserted
}

// invertedCondition: "Had the army left, the town would stand": a lone "had",
// "were" or "should" that opens a clause and has its subject behind it.
func (s *sentence) invertedCondition(k int) bool {
	c := s.clauses[k]
	if k+1 >= len(s.clauses) || c.subject.ok() || len(c.verb.tokens) != 1 {
		return false
	}
	switch s.lower(c.verb.lead) {
	case "had", "were", "should":
		return s.kindAt(c.at+1, len(s.phrases)) == nounChunk && (c.at == 0 || s.phrases[c.at-1].kind == commaMark)
	}
	return false
}

// isQuestion reports whether the sentence ends with a question mark.
func (s *sentence) isQuestion() bool {
	r := s.doc.Sentences[s.index].Tokens
	for i := r.End - 1; i >= r.First && i >= r.End-3; i-- {
		if s.doc.Word(i) == "?" {
			return true
		}
	}
	return false
}

// markerModality says what the word that opens c does to it.
func (s *sentence) markerModality(c *clause) Modality {
	if c.marker < 0 {
		return Asserted
	}
	word := s.lower(c.marker)
	switch {
	case word == "whether":
		return Question
	case conditionals[word]:
		return Conditional
	case word == "that" && c.link == adverbialClause:
		return Possible // "the claim that …", "so that …"
	case (word == "how" || word == "why") && c.link != complementClause:
		return Question
	}
	return Asserted
}

// supposeHosts makes what depends on a condition conditional.
func (s *sentence) supposeHosts() {
	for k, c := range s.clauses {
		if c.marker < 0 || !conditionals[s.lower(c.marker)] || c.link == complementClause || s.lower(c.marker) == "whether" {
			continue
		}
		host := c.host
		if host == nil {
			host = s.mainAfter(k)
		}
		for ; host != nil; host = host.host {
			if host.link != attributionClause && !s.introduces(host) {
				host.modality = strongest(host.modality, Conditional)
			}
			if host.link != coordinateVerb {
				break
			}
		}
	}
}

// mainAfter returns the first main clause after clause k.
func (s *sentence) mainAfter(k int) *clause {
	for _, c := range s.clauses[k+1:] {
		if c.link == mainClause || c.link == complementClause {
			return c
		}
	}
	return nil
}

// introduces reports whether c's verb introduces what somebody says or holds and
// something depends on it.
func (s *sentence) introduces(c *clause) bool {
	for _, k := range s.clauses {
		if k.link == complementClause && k.host == c {
			return true
		}
	}
	return c.link == attributionClause
}

// inherited returns what the clauses above c do to it.
func (s *sentence) inherited(c *clause) Modality {
	m := Asserted
	for k := c; k.host != nil; k = k.host {
		h := k.host
		switch k.link {
		case complementClause:
			m = strongest(m, s.reportedModality(h))
		case participialClause, coordinateVerb:
			if h.verb.modality != Negated {
				m = strongest(m, h.modality)
			}
		case adverbialClause:
			if tag := s.tag(k.verb.lead); tag == "VBZ" || tag == "VBP" {
				m = strongest(m, s.awaited(h)) // "will leave when the strike ends"
			}
		}
		if h.modality == Conditional || h.modality == Question {
			m = strongest(m, h.modality)
		}
	}
	return m
}

// awaited returns the modality of a clause whose time is still to come.
func (s *sentence) awaited(h *clause) Modality {
	switch h.modality {
	case Future, Possible, Conditional:
		return h.modality
	}
	return Asserted
}

// reportedModality says what a reporting or attitude verb does to its clause.
func (s *sentence) reportedModality(h *clause) Modality {
	lemma := s.lemmaOf(h)
	switch {
	case denials[lemma]:
		return Negated
	case lemma == "ask" || lemma == "wonder":
		return Question
	case askings[lemma], h.verb.modality == Negated:
		return Possible
	}
	return Said
}

// assignSpeakers gives every clause that somebody says its speaker: the subject
// of the nearest reporting clause above it, else of the attribution of its
// sentence, if it lies in what is attributed.
func (s *sentence) assignSpeakers() {
	for _, c := range s.clauses {
		if who := s.speakerAbove(c); who.ok() {
			a := s.argument(who)
			c.speaker = &a
			c.modality = strongest(c.modality, Said)
		} else if s.underReport(c) {
			c.modality = strongest(c.modality, Said)
		}
	}
	s.reports = s.reportsIn()
	for _, r := range s.reports {
		for _, c := range s.clauses {
			if c == r.by || c.speaker != nil || !r.covers(s, c) || c.within(r.by) && c.link != complementClause && !r.quoted {
				continue
			}
			c.speaker = &r.speaker
			c.modality = strongest(c.modality, Said)
			if r.by != nil {
				c.modality = strongest(c.modality, s.reportedModality(r.by))
			}
		}
	}
}

// speakerAbove returns the subject of the nearest clause above c that reports it.
func (s *sentence) speakerAbove(c *clause) noun {
	for k := c; k.host != nil; k = k.host {
		if k.link == complementClause && k.host.subject.ok() {
			return k.host.subject
		}
	}
	return noun{}
}

// underReport reports whether c is said or held by somebody who is not named.
func (s *sentence) underReport(c *clause) bool {
	for k := c; k.host != nil; k = k.host {
		if k.link == complementClause {
			return true
		}
	}
	return false
}
