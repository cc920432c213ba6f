package clause

// frame sets the modality and the speaker of every clause: what its own words
// and the clauses above it do to it, and who is reported to say it.
func (s *sentence) frame() {
	for _, c := range s.clauses {
		c.modality = strongest(c.verb.modality, s.told.modalityOf(c.verb.governor()))
		if c.link == infinitiveClause && !s.told.isCaused(c.verb.main) && !s.isDone(c) && !s.told.isBelieved(c.head) || c.link == coordinateVerb && c.host != nil && c.host.link == infinitiveClause && c.verb.form == infinitive {
			c.modality = strongest(c.modality, Possible)
		}
		s.assignSpeaker(c)
	}
}

// isDone reports whether the infinitive c tells what somebody was the first to do, or won.
func (s *sentence) isDone(c *clause) bool {
	h := s.up(c.head)
	if s.rel(c.head) == "advcl" && h >= 0 && s.told.isWon(c.head, h) {
		return true
	}
	return s.rel(c.head) == "acl" && h >= 0 && s.told.isDoneFirst(h)
}

// assignSpeaker gives a clause that lies in what somebody says its speaker: of
// several, the one whose words are the fewest around it.
func (s *sentence) assignSpeaker(c *clause) {
	x := s.told.innermost(c.verb.main)
	if x == nil && c.modality == Said && c.host != nil && s.told.isBelieved(c.head) && c.host.subject.ok() {
		believer := s.argument(c.host.subject)
		c.speaker = &believer
	}
	if x == nil || s.describesRejected(c, x) || s.isAsideTo(c, x) {
		return
	}
	c.modality = strongest(c.modality, s.leftOpen(x, x.contentModality()))
	if x.verb >= 0 && x.place == behindCue && (s.told.cueModality(x.verb).Kind() == Possible || s.told.isMeantToSay(*x)) {
		c.modality = strongest(c.modality, Possible) // it may never be said
	}
	if by := s.told.speakerOf(c.verb.main); by != nil {
		c.speaker = &by.source
		if by.denied && !x.hasSource() {
			c.modality = strongest(c.modality, s.leftOpen(by, Negated)) // "dismissed claims that": of the claims nobody is known
		}
	}
}

// leftOpen returns m, which x does to its content, or no more than Possible where x is what
// is not denied: who does not deny it leaves it open.
func (s *sentence) leftOpen(x *attribution, m Modality) Modality {
	if m == Negated && x.verb >= 0 && s.told.cueModality(x.verb).Kind() == Negated {
		return Possible
	}
	return m
}

// isAsideTo reports whether c is what the author adds behind a comma about something named
// in what x asks for: "urged Peru to free Lund, who was held in May" or "… Lund, held in May".
func (s *sentence) isAsideTo(c *clause, x *attribution) bool {
	if x.contentModality() != Possible || x.quoted || s.rel(c.head) != "acl" || !s.told.isSetOff(c.head) || s.told.typeAt(s.up(c.head)) == "" {
		return false
	}
	return s.fullRel(c.head) == "acl:relcl" || c.verb.form == past
}

// describesRejected reports whether c tells which thing it is that x rejects, or when it
// does, as the author does: "rejected a petition brought by Lund after he fled". What a
// claim holds ("rejected claims that it lost", "reports of it losing") is x's.
func (s *sentence) describesRejected(c *clause, x *attribution) bool {
	if x.verb < 0 || !denials[x.base] {
		return false
	}
	k := c.head
	for s.rel(k) == "conj" && s.isVerb(s.up(k)) {
		k = s.up(k)
	}
	switch s.rel(k) {
	case "acl":
		o := s.up(k)
		return !s.isClaim(o) || c.link == participialClause && c.head == o+1 && contentNouns[s.lemma(o)] != ""
	case "advcl":
		return c.verb.form == finite && c.marker >= 0 && settings[s.lower(c.marker)]
	}
	return false
}

// settings open a clause that tells when or why something is rejected.
var settings = words("after", "because", "since", "when", "while")

// isClaim reports whether the noun o is a claim or what one is about: "reports of Lund".
func (s *sentence) isClaim(o int) bool {
	for ; o >= 0; o = s.told.nounAbove(o) {
		if contentNouns[s.lemma(o)] != "" {
			return true
		}
	}
	return false
}

// contentModality says how far an attribution goes in stating its content.
func (x *attribution) contentModality() Modality {
	switch {
	case denials[x.base], x.denied:
		return Negated
	case x.base == "ask" || x.base == "wonder" || x.base == "question":
		switch {
		case x.quoted:
			return Said
		case x.wanted:
			return Possible
		}
		return Question
	case askings[x.base] && !x.quoted:
		return Possible
	}
	return Said
}
