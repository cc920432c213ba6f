package clause

import (
	"slices"
	"strings"
)

// headsClause reports whether token i heads a clause: a verb that is no mere
// modifier, or a predicate with a copula.
func (s *sentence) headsClause(i int) bool {
	switch s.rel(i) {
	case "aux", "cop", "amod", "compound", "case", "fixed", "det", "flat", "mark", "cc", "punct", "nummod", "discourse", "result":
		return false
	}
	if s.kid(i, "cop") >= 0 {
		return true
	}
	if !s.isVerb(i) || s.rel(i) == "xcomp" && s.isMissing(i) || s.fullRel(i) == "xcomp:result" {
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
	s.shareLaterObjects()
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
	s.shareChain(c)
	s.subjectFor(c)
	s.complementsOf(c)
	s.clauses = append(s.clauses, c)
	return c, heads
}

// shareChain gives a verb that is joined to the last of a chain what governs that:
// "agreed to free the men and pay a fine" is agreeing to pay.
func (s *sentence) shareChain(c *clause) {
	h := c.host
	if c.link != coordinateVerb || s.tag(c.head) != "VB" || s.kid(c.head, "aux") >= 0 || h == nil || len(h.verb.chain) == 0 || len(c.verb.chain) > 0 ||
		s.conjunctHead(c.head) != h.heads[len(h.heads)-1] {
		return
	}
	c.verb.chain = slices.Clone(h.verb.chain)
	c.verb.modality = strongest(c.verb.modality, h.verb.modality)
	for _, i := range h.verb.tokens {
		if i <= c.verb.chain[len(c.verb.chain)-1].word {
			c.verb.tokens = append(c.verb.tokens, i)
		}
	}
	slices.Sort(c.verb.tokens)
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
	if m := c.verb.main; s.tag(h.verb.main) == "VBG" && s.tag(m) == "VBN" && s.kid(m, "obj") < 0 && !s.opensNoun(m+1) && s.lemma(auxiliaries[len(auxiliaries)-1]) == "be" {
		c.verb.passive = true // "is waiting and expected in June"
	}
	c.verb.modality = strongest(c.verb.modality, h.verb.modality)
	c.verb.tokens = append(auxiliaries, c.verb.tokens...)
	return true
}

// opensNoun reports whether token i, which may lie behind the sentence, can open a noun phrase.
func (s *sentence) opensNoun(i int) bool {
	return i < s.tokens.End && (s.isNominal(i) || strings.HasPrefix(s.tag(i), "JJ"))
}

// raiseHost makes the host of a conjunct that has the place of another clause
// that clause's host.
func (s *sentence) raiseHost(c *clause) {
	if s.rel(c.head) == "conj" && c.link != coordinateVerb && c.host != nil && c.link == c.host.link {
		c.sibling = c.host
		c.host = c.host.host
	}
}
