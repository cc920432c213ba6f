package clause

import "kg/extract/nlp"

// subjectFor finds who or what c is about.
func (s *sentence) subjectFor(c *clause) {
	if k := s.ownSubject(c); k >= 0 {
		s.takeSubject(c, k)
		return
	}
	c.inherited = true
	c.subject = s.understoodSubject(c)
	if c.link == participialClause && c.verb.form == present {
		c.subject = s.outcome(c, c.subject)
	}
}

// understoodSubject returns who or what c is about, which has no subject of its own.
func (s *sentence) understoodSubject(c *clause) noun {
	switch {
	case c.sibling != nil && c.sibling.inherited && c.sibling.link == participialClause:
		return s.understoodSubject(c.sibling)
	case c.sibling != nil:
		return c.sibling.subject
	case c.link == coordinateVerb:
		return c.host.subject
	case s.rel(c.head) == "acl":
		return s.antecedentOf(c)
	case s.fullRel(c.head) == "advcl:told":
		return s.nounOf(s.told.toldBefore(s.up(c.head), c.head))
	case s.isComparison(c):
	case s.rel(c.head) == "ccomp" && s.tag(c.head) == "VB" && !s.marked(c.head, "TO"): // "“Keep going,” she said"
	case s.rel(c.head) == "csubj" || s.rel(c.head) == "parataxis" || s.rel(c.head) == "ccomp" && c.verb.form == finite:
	case c.host != nil:
		return s.controller(c)
	}
	return noun{}
}

// isComparison reports whether c is a clause with a tense that "as" or "than" opens and
// that has no subject: "as had been thought".
func (s *sentence) isComparison(c *clause) bool {
	return c.marker >= 0 && c.verb.form == finite && (s.lower(c.marker) == "as" || s.lower(c.marker) == "than")
}

// ownSubject returns the head of c's own subject, or -1. The clausal subject of
// "to win is hard" is none.
func (s *sentence) ownSubject(c *clause) int {
	for _, h := range c.heads {
		found := -1
		for _, k := range s.kids(h) {
			if s.rel(k) == "nsubj" && (found < 0 || s.fullRel(found) == "nsubj:outer" || found < c.marker) {
				found = k
			}
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// takeSubject takes the noun phrase at k; a relative pronoun stands for what
// the clause describes.
func (s *sentence) takeSubject(c *clause, k int) {
	if s.isRelativizer(k) && s.told.secondSubject(k, c.head) >= 0 {
		return // "the order which Lund is a part of"
	}
	if s.isRelativizer(k) || s.standsForRelative(k) {
		if s.fullRel(c.head) == "acl:relcl" && s.told.tag(k) != "DT" && s.isNominal(s.up(c.head)) && !s.told.suits(s.up(c.head), k, c.head) {
			return // it describes what the sentence says, not the noun before it
		}
		if n := s.nominalBefore(s.subtree(c.head).First); s.fullRel(c.head) == "advcl:relcl" && n >= 0 && !s.told.suits(n, k, c.head) {
			return
		}
		if s.standsForRelative(k) && !wholes[s.lower(k)] {
			return // it is said of a part that has no words of its own
		}
		if a := s.describedBy(c); a.ok() {
			c.subject = a
			return
		}
	}
	if s.headsClause(k) {
		return
	}
	c.subject = s.subjectNoun(k)
	for _, p := range s.attachedTo(k) {
		if len(c.subject.conjuncts) == 0 && s.datesDeed(p, k) {
			c.prepended = append(c.prepended, p)
		}
	}
	if w := s.possessorOf(k); w >= 0 && s.tag(w) == "WP$" && c.subject.tokens.First == w && w < k {
		c.subject.tokens.First++ // "whose delegation": what it has is told by itself
	}
	if first := c.subject.tokens.First; c.link == complementClause && c.marker < 0 && first < k && s.lower(first) == "that" {
		c.subject.tokens.First++ // "rules that parliament erred"
	}
	s.fillRelative(c)
}

// wholes are the words before "of which" that leave nothing of it out.
var wholes = words("all", "both", "each")

// standsForRelative reports whether the noun phrase at k is "all of whom", or a part of
// them: "seven of whom".
func (s *sentence) standsForRelative(k int) bool {
	for _, i := range s.kids(k) {
		if s.rel(i) == "nmod" && (s.tag(i) == "WP" || s.tag(i) == "WDT") {
			return true
		}
	}
	return false
}

// subjectNoun reads the noun phrase at k with the phrases that say which one is
// meant: "the attack on Kyiv".
func (s *sentence) subjectNoun(k int) noun {
	n := s.nounOf(k)
	if len(n.conjuncts) > 0 {
		return n
	}
	for _, p := range s.attachedTo(k) {
		if p.preposition.First == n.tokens.End && !s.datesDeed(p, k) {
			n.tokens.End = p.noun.tokens.End
		}
	}
	return n
}

// datesDeed reports whether p, behind the subject with the head k, says when that did
// something, and not which one is meant: "a court in Lima on Monday jailed two men", but
// "the attack on Monday".
func (s *sentence) datesDeed(p prepositional, k int) bool {
	return s.prepositionWords(p) == "on" && s.isNamed(p.noun.head, nlp.Date) && s.told.canState(k)
}

// controller returns the understood subject of a participle or infinitive: the
// object of its host where that hands it on ("urged him to send"), else the
// subject.
func (s *sentence) controller(c *clause) noun {
	h := c.host
	if n := s.accedes(c); n.ok() {
		return n
	}
	if s.isOthers(c) {
		return noun{}
	}
	if u := s.up(c.head); s.rel(c.head) == "xcomp" && u >= 0 && !s.isVerb(u) && s.rel(u) == "advcl" && s.kid(u, "cop") < 0 && s.kid(u, "nsubj") >= 0 {
		return s.nounOf(s.kid(u, "nsubj")) // "with the body set to govern"
	}
	for h.link == participialClause && h.host != nil && s.datesOnly(h) {
		h = h.host // "a plan starting on Monday to save fuel"
	}
	if s.rel(c.head) == "xcomp" && c.link == infinitiveClause && len(h.objects) > 0 && !h.verb.passive && s.tag(c.verb.tokens[0]) == "TO" && (s.isToolFor(h) || travels[s.lemmaOf(h)]) {
		return h.subject
	}
	if s.rel(c.head) == "xcomp" && len(h.objects) > 0 && !h.verb.passive && reflexives[s.lower(h.objects[0].head)] {
		return h.subject
	}
	if s.rel(c.head) == "xcomp" && len(h.objects) > 0 && !h.verb.passive {
		return s.beforeVerb(h.objects[0], c)
	}
	if c.link == infinitiveClause && len(h.objects) > 0 && !h.verb.passive && beginnings[s.lemmaOf(c)] && announcings[s.lemmaOf(h)] {
		return h.objects[0] // "announces a service to begin in 2026"
	}
	if s.rel(c.head) == "advcl" && c.link == infinitiveClause && len(h.objects) > 0 && (s.isSent(h) || s.told.isDriven(c.head)) {
		return h.objects[0]
	}
	if n := s.served(c); n.ok() {
		return n
	}
	if k := s.calledUpon(c); k >= 0 {
		return s.nounOf(k)
	}
	if s.rel(c.head) == "advcl" && c.link == infinitiveClause && (s.told.isCue(h.verb.main) && !intentions[s.lemmaOf(h)] || s.isWanted(h)) {
		return noun{}
	}
	if s.rel(c.head) == "advcl" && h.link == infinitiveClause && c.link == infinitiveClause {
		return h.subject
	}
	if c.verb.form == present && c.link == participialClause && (s.namesBoth(c.head) || s.isPrevented(c) || h.verb.passive && c.marker >= 0 && s.lower(c.marker) == "by") {
		return noun{} // "opened by breaking the lock": by whom is not said
	}
	if c.marker > s.tokens.First && s.lower(c.marker) == "on" && s.isNominal(c.marker-1) {
		return noun{} // "an agreement with Peru on sharing fish": what it is about
	}
	if c.marker >= 0 && c.link == participialClause && h.link == infinitiveClause {
		return noun{} // "lets him stay if adopted": what is adopted may stand further up
	}
	if c.marker >= 0 && s.tag(c.marker) == "IN" && !subjectMarkers[s.lower(c.marker)] && c.verb.form != finite {
		return noun{}
	}
	return h.subject
}

// reflexives stand for the subject of their clause.
var reflexives = words("himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself", "yourselves", "oneself")

// beforeVerb returns n, or the first of its conjuncts where the verb of c stands between
// them: "made the walls fall and a fire".
func (s *sentence) beforeVerb(n noun, c *clause) noun {
	if k := len(n.conjuncts); k > 0 && n.conjuncts[0].tokens.End <= c.verb.main && n.conjuncts[k-1].tokens.First > c.verb.main {
		return n.conjuncts[0]
	}
	return n
}

// isPrevented reports whether c is what somebody or something was kept from doing: "was shot
// down before reaching Peru".
func (s *sentence) isPrevented(c *clause) bool {
	return c.marker >= 0 && s.lower(c.marker) == "before" && !c.verb.passive && c.host.verb.passive && preventings[s.lemmaOf(c.host)]
}

// preventings are what is done to keep somebody or something from going on.
var preventings = words("apprehend", "arrest", "block", "catch", "destroy", "foil", "halt", "intercept", "prevent", "shoot", "stop", "thwart")

// namesBoth reports whether "between" names who does what the -ing form h says: "fled after
// fighting between the army and the rebels".
func (s *sentence) namesBoth(h int) bool {
	k := s.kid(h, "obl")
	return k > h && s.told.preposition(k) == "between" && s.kid(k, "case") == h+1
}

// served returns who is to do what the infinitive c says, where that is the one who is
// given something for it ("gave him a day to leave"), uses it ("used by Lund to dig") or does
// for it what a passive says.
func (s *sentence) served(c *clause) noun {
	h := c.host
	if rel := s.rel(c.head); c.link != infinitiveClause || rel != "advcl" && rel != "xcomp" {
		return noun{}
	}
	switch s.lemmaOf(h) {
	case "give", "grant", "offer":
		if k := s.told.kid(h.head, "iobj"); k >= 0 && !h.verb.passive {
			return s.nounOf(k)
		}
		if len(h.objects) > 0 && !h.verb.passive && (s.isPronoun(h.objects[0]) || s.told.isPerson(h.objects[0].head)) {
			return h.objects[0]
		}
	case "use", "employ":
		if h.verb.passive {
			return s.agentNoun(h)
		}
	}
	if k := s.told.agentOf(h.head); s.rel(c.head) == "advcl" && h.verb.passive && h.verb.form == finite && !objectControl[s.lemmaOf(h)] && !passiveCatenatives[s.lemmaOf(h)] && k >= 0 && s.isAgentive(s.nounOf(k)) {
		return s.agentNoun(h) // "was shut by the mayor to save fuel"
	}
	return noun{}
}

// isOthers reports whether c has a verb above it that says nothing of who does what c
// says: "the change involves expanding the port", "arrests linked to support".
func (s *sentence) isOthers(c *clause) bool {
	switch lemma := s.lemma(s.up(c.head)); {
	case c.verb.form == present:
		return s.rel(c.head) == "xcomp" && involvings[lemma]
	case c.link == infinitiveClause && c.host != nil && c.host.result.ok() && s.lower(c.host.objects[0].head) == "it":
		return true // "makes it illegal to sell guns"
	case c.link == infinitiveClause:
		return (s.rel(c.head) == "xcomp" || s.rel(c.head) == "advcl") && linkings[lemma] && (s.kid(c.head, "obj") < 0 && s.tag(s.up(c.head)) == "VBN" || lemma == "link")
	}
	return false
}

var (
	involvings = words("advocate", "allow", "authorise", "authorize", "ban", "criminalise", "criminalize", "criticise", "criticize", "describe", "discourage",
		"discuss", "encourage", "entail", "forbid", "include", "involve", "legalise", "legalize", "mandate", "mean", "mention", "oppose", "outlaw", "permit",
		"prohibit", "propose", "recommend", "require", "suggest", "support")
	linkings = words("attribute", "connect", "link", "relate", "tie")
)

// travels are verbs whose object is a place, and whose infinitive says what for.
var travels = words("tour", "visit", "cross", "enter", "travel", "leave", "reach", "roam")

// isToolFor reports whether the object of h is a thing, which does nothing itself, and h
// no verb that makes it: "enforced a lockdown to save lives".
func (s *sentence) isToolFor(h *clause) bool {
	lemma := s.lemmaOf(h)
	return !s.told.isCue(h.verb.main) && !objectControl[lemma] && !directives[lemma] && !causings[lemma] && !clausalVerbs[lemma] && !s.isAgentive(h.objects[0]) &&
		h.subject.ok() && s.isAgentive(h.subject)
}

// isWanted reports whether the object of h is a demand or a plan, which an infinitive
// behind it may fill in: "increased its demands on Peru to join".
func (s *sentence) isWanted(h *clause) bool {
	for _, o := range h.objects {
		if l := s.lemma(o.head); purposeNouns[l] || l == "demand" || l == "pressure" || l == "appeal" || l == "request" {
			return true
		}
	}
	return false
}

var (
	// beginnings are verbs of what is announced, not of who announces it.
	beginnings = words("begin", "start", "last", "run", "commence", "end", "expire")
	// announcings are verbs of setting something going.
	announcings = words("announce", "unveil", "schedule", "launch", "plan", "approve", "set", "propose", "introduce", "declare")
)

// isSent reports whether the clause h has somebody as object whom its verb makes
// the doer of a purpose: "appointed Lund to lead the bank", "sent troops to help".
func (s *sentence) isSent(h *clause) bool {
	if len(h.objects) == 0 || h.verb.passive || !objectControl[s.lemmaOf(h)] {
		return false
	}
	o := h.objects[0].head
	return s.told.isPerson(o) || s.isNamed(o, nlp.Organization)
}

// calledUpon returns the noun that the host of the infinitive c asks with a
// preposition to do it ("called on Peru to join", "appealed to him to stay"), or -1.
func (s *sentence) calledUpon(c *clause) int {
	if c.link != infinitiveClause || c.host.verb.passive {
		return -1
	}
	return s.told.calledUpon(c.head)
}
