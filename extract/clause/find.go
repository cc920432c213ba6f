package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// headsClause reports whether token i heads a clause: a verb that is no mere
// modifier, or a predicate with a copula.
func (s *sentence) headsClause(i int) bool {
	switch s.rel(i) {
	case "aux", "cop", "amod", "compound", "case", "fixed", "det", "flat", "mark", "cc", "punct", "nummod", "discourse":
		return false
	}
	if s.kid(i, "cop") >= 0 {
		return true
	}
	if !s.isVerb(i) || s.rel(i) == "xcomp" && s.isMissing(i) {
		return false
	}
	switch s.rel(i) {
	case "root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "dep", "appos", "list":
		return true
	case "conj":
		return s.headsClause(s.conjunctHead(i)) || s.kid(i, "nsubj") >= 0
	}
	return s.kid(i, "nsubj") >= 0
}

// conjunctHead returns the first of the conjuncts that i is one of.
func (s *sentence) conjunctHead(i int) int {
	for range s.tokens.Len() {
		if s.rel(i) != "conj" || s.up(i) < 0 {
			break
		}
		i = s.up(i)
	}
	return i
}

// find fills in s.clauses from the tree, in the order of their verbs: heads
// first, so that what a clause shares with the one above it is known.
func (s *sentence) find() {
	for i := s.tokens.First; i < s.tokens.End; i++ {
		if s.up(i) < 0 {
			s.descend(i, nil)
		}
	}
	slices.SortStableFunc(s.clauses, func(a, b *clause) int { return a.verb.main - b.verb.main })
}

// descend reads the clauses at and below token i; host is the clause above.
func (s *sentence) descend(i int, host *clause) {
	var taken []int
	if s.headsClause(i) {
		host, taken = s.readClause(i, host)
	}
	if len(taken) == 0 {
		taken = []int{i}
	}
	for n, h := range taken {
		for _, k := range s.kids(h) {
			if n+1 < len(taken) && k == taken[n+1] {
				continue
			}
			s.descend(k, host)
		}
	}
}

// readClause reads the clause that token h heads, with the heads it takes in.
func (s *sentence) readClause(h int, host *clause) (*clause, []int) {
	g, heads := s.verbOf(h)
	c := &clause{verb: g, head: h, heads: heads, marker: -1, modality: Asserted, host: host}
	c.marker = s.markerOf(h)
	if c.marker >= 0 && s.lower(c.marker) == "without" {
		g.modality = Negated
	}
	c.link = s.linkOf(c)
	s.raiseHost(c)
	s.subjectFor(c)
	s.complementsOf(c)
	s.clauses = append(s.clauses, c)
	return c, heads
}

// markerOf returns the subordinator of the clause at h, or -1.
func (s *sentence) markerOf(h int) int {
	for _, k := range s.kids(h) {
		switch {
		case k > h:
			return -1
		case s.rel(k) == "mark" && s.tag(k) != "TO":
			return k
		case s.rel(k) == "advmod" && s.tag(k) == "WRB":
			return k
		}
	}
	return -1
}

// linkOf says how c hangs on its sentence.
func (s *sentence) linkOf(c *clause) linkKind {
	switch rel := s.rel(c.head); {
	case c.host == nil && rel != "acl" && rel != "advcl" && s.fullRel(c.head) != "acl:relcl":
		return mainClause
	case rel == "conj":
		return s.conjunctLink(c)
	case s.fullRel(c.head) == "acl:relcl" || s.fullRel(c.head) == "advcl:relcl":
		return relativeClause
	case rel == "parataxis" && plainReporting[s.lemmaOf(c)] && s.kid(c.head, "nsubj") >= 0:
		return attributionClause
	case rel == "ccomp", rel == "csubj":
		return complementClause
	case rel == "xcomp", rel == "advcl", rel == "acl":
		return s.subordinateLink(c)
	}
	return mainClause
}

// subordinateLink tells clauses with a verb of their own from participles and
// infinitives.
func (s *sentence) subordinateLink(c *clause) linkKind {
	switch c.verb.form {
	case infinitive:
		return infinitiveClause
	case present, past:
		return participialClause
	}
	if s.rel(c.head) == "acl" && c.marker < 0 {
		return relativeClause
	}
	return adverbialClause
}

// conjunctLink: a clause joined to another shares its subject, or has its own
// and the place of the other.
func (s *sentence) conjunctLink(c *clause) linkKind {
	if s.kid(c.head, "nsubj") >= 0 {
		if s.isElliptic(c.head) {
			c.verb.form = finite
		}
		return c.host.link
	}
	if c.verb.form == past || c.verb.form == present {
		if s.sharesAuxiliary(c) {
			return coordinateVerb
		}
		if c.host.verb.form != finite {
			return c.host.link
		}
		return participialClause
	}
	return coordinateVerb
}

// sharesAuxiliary gives "killed" the "was" of "was hit and killed", if it is
// joined like that.
func (s *sentence) sharesAuxiliary(c *clause) bool {
	h := c.host
	if h.verb.form == past || s.tag(h.verb.main) != s.tag(c.verb.main) && c.verb.form == present || h.verb.copula {
		return false
	}
	var auxiliaries []int
	for _, i := range h.verb.tokens {
		if i == h.verb.main {
			break
		}
		auxiliaries = append(auxiliaries, i)
	}
	if len(auxiliaries) == 0 {
		return false
	}
	c.verb.form, c.verb.passive = h.verb.form, h.verb.passive
	c.verb.modality = strongest(c.verb.modality, h.verb.modality)
	c.verb.tokens = append(auxiliaries, c.verb.tokens...)
	return true
}

// raiseHost makes the host of a conjunct that has the place of another clause
// that clause's host.
func (s *sentence) raiseHost(c *clause) {
	if s.rel(c.head) == "conj" && c.link != coordinateVerb && c.host != nil && c.link == c.host.link {
		c.sibling = c.host
		c.host = c.host.host
	}
}

// subjectFor finds who or what c is about.
func (s *sentence) subjectFor(c *clause) {
	if k := s.ownSubject(c); k >= 0 {
		s.takeSubject(c, k)
		return
	}
	c.inherited = true
	switch {
	case c.sibling != nil:
		c.subject = c.sibling.subject
	case c.link == coordinateVerb:
		c.subject = c.host.subject
	case s.rel(c.head) == "acl":
		c.subject = s.antecedentOf(c)
	case s.rel(c.head) == "csubj" || s.rel(c.head) == "parataxis" || s.rel(c.head) == "ccomp" && c.verb.form == finite:
	case c.host != nil:
		c.subject = s.controller(c)
	}
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
	if s.isRelativizer(k) || s.standsForRelative(k) {
		if a := s.describedBy(c); a.ok() {
			c.subject = a
			return
		}
	}
	if s.headsClause(k) {
		return
	}
	c.subject = s.subjectNoun(k)
	if first := c.subject.tokens.First; c.link == complementClause && c.marker < 0 && first < k && s.lower(first) == "that" {
		c.subject.tokens.First++ // "rules that parliament erred"
	}
	s.fillRelative(c)
}

// standsForRelative reports whether the noun phrase at k is "all of whom".
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
		if p.preposition.First == n.tokens.End {
			n.tokens.End = p.noun.tokens.End
		}
	}
	return n
}

// isRelativizer reports whether token k stands for a noun phrase before it.
func (s *sentence) isRelativizer(k int) bool {
	return relativizers[s.lower(k)] && strings.HasPrefix(s.tag(k), "W") || s.lower(k) == "that" && s.tag(k) != "DT"
}

// describedBy returns the noun phrase that the relative clause c describes.
func (s *sentence) describedBy(c *clause) noun {
	for h := c.head; h >= 0; h = s.up(h) {
		if rel := s.rel(h); rel == "acl" || s.fullRel(h) == "advcl:relcl" {
			return s.antecedent(c, s.up(h), h)
		}
		if s.rel(h) != "conj" {
			break
		}
	}
	return noun{}
}

// antecedent reads the noun phrase at k that the clause at h describes. Of a
// predicate ("was the first woman to lead the bank") that is what it is said of.
// Where the tree has a verb in its place, the noun before the clause is meant.
func (s *sentence) antecedent(c *clause, k, h int) noun {
	if s.headsClause(k) && s.kid(k, "cop") < 0 || !s.isNominal(k) {
		if k = s.nominalBefore(s.subtree(h).First); k < 0 {
			return noun{}
		}
	}
	predicate := s.kid(k, "cop") >= 0 || s.rel(k) == "xcomp" && s.lemma(s.up(k)) == "become"
	if predicate && c.host != nil && c.host.subject.ok() && s.isRanked(k) {
		return c.host.subject
	}
	return s.nounBefore(k, h)
}

// nominalBefore returns the head of the noun phrase that ends right before
// token i, a comma between them or not; -1 where there is none.
func (s *sentence) nominalBefore(i int) int {
	for i--; i >= s.tokens.First && s.isPunct(i); i-- {
	}
	if i < s.tokens.First || !s.isNominal(i) {
		return -1
	}
	for s.up(i) >= 0 && s.isNominal(s.up(i)) && s.rel(i) != "nsubj" && s.rel(i) != "conj" && (s.up(i) > i || s.rel(i) == "flat") {
		i = s.up(i)
	}
	return i
}

// nounBefore reads the noun phrase at k without what follows token limit.
func (s *sentence) nounBefore(k, limit int) noun {
	n := s.nounOf(k)
	if n.tokens.End > limit || len(n.conjuncts) > 0 && n.conjuncts[len(n.conjuncts)-1].tokens.First > limit {
		n = s.single(k)
		n.tokens.End = min(n.tokens.End, max(limit, k+1))
	}
	return n
}

// fillRelative sets the object in front of "the record (which) she set".
func (s *sentence) fillRelative(c *clause) {
	if s.fullRel(c.head) != "acl:relcl" {
		return
	}
	if w := s.possessorOf(c.subject.head); w >= 0 && s.tag(w) == "WP$" {
		return // "the firm whose factory burned"
	}
	for _, h := range c.heads {
		for _, k := range s.kids(h) {
			switch rel := s.rel(k); {
			case rel == "obj" && !s.isRelativizer(k):
				return
			case (rel == "obl" || rel == "advmod") && k < c.verb.main && (s.isRelativizer(k) || s.tag(k) == "WRB"):
				return // "in which", "where": no object
			}
		}
	}
	if a := s.describedBy(c); a.ok() && !s.isTimeNoun(a.head) {
		c.filler = a
	}
}

// antecedentOf returns the noun phrase that the participle or infinitive c
// describes. Whose plan "a plan to sell it" is, is not said.
func (s *sentence) antecedentOf(c *clause) noun {
	k := s.up(c.head)
	switch {
	case c.link == infinitiveClause && c.host != nil && objectControl[s.lemmaOf(c.host)] && c.host.hasObject(k):
	case c.link == infinitiveClause && !s.isRanked(k), c.marker >= 0 && c.verb.form == present:
		return noun{}
	}
	return s.describedBy(c)
}

// hasObject reports whether token k heads an object of c.
func (c *clause) hasObject(k int) bool {
	for _, o := range c.objects {
		if o.tokens.Has(k) {
			return true
		}
	}
	return false
}

// isRanked reports whether the noun at k is "the first", "the only", "the youngest".
func (s *sentence) isRanked(k int) bool {
	if k < 0 {
		return false
	}
	for _, i := range s.kids(k) {
		if w := s.lower(i); s.tag(i) == "JJS" || w == "first" || w == "second" || w == "third" || w == "last" || w == "only" {
			return true
		}
	}
	return false
}

// controller returns the understood subject of a participle or infinitive: the
// object of its host where that hands it on ("urged him to send"), else the
// subject.
func (s *sentence) controller(c *clause) noun {
	h := c.host
	if s.rel(c.head) == "xcomp" && len(h.objects) > 0 && !h.verb.passive {
		return h.objects[0]
	}
	if s.rel(c.head) == "advcl" && c.link == infinitiveClause && s.isSent(h) {
		return h.objects[0]
	}
	if k := s.calledUpon(c); k >= 0 {
		return s.nounOf(k)
	}
	if s.rel(c.head) == "advcl" && h.link == infinitiveClause && c.link == infinitiveClause {
		return h.subject
	}
	if c.marker >= 0 && s.tag(c.marker) == "IN" && !subjectMarkers[s.lower(c.marker)] && c.verb.form != finite {
		return noun{}
	}
	return h.subject
}

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
	h := s.up(c.head)
	if c.link != infinitiveClause || h < 0 || c.host.verb.passive || !directives[s.lemma(h)] && s.lemma(h) != "demand" {
		return -1
	}
	for _, k := range s.kids(h) {
		p := s.kid(k, "case")
		if s.rel(k) != "obl" || k < h || k > c.head || p < 0 {
			continue
		}
		switch s.lower(p) {
		case "on", "upon", "to", "with", "for", "from", "of":
			return k
		}
	}
	return -1
}
