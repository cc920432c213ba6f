package clause

import (
	"strings"

	"kg/extract/nlp"
)

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
		if s.rel(h) != "conj" && !s.isSaidOfIt(c, h) {
			break
		}
	}
	return noun{}
}

// isSaidOfIt reports whether the clause at h is what somebody says or thinks of what a
// relative pronoun before him stands for, which is the subject of c: "a deal which Lund said
// was dead".
func (s *sentence) isSaidOfIt(c *clause, h int) bool {
	v, k := s.up(h), s.ownSubject(c)
	return s.rel(h) == "ccomp" && k >= 0 && k < v && s.isRelativizer(k) && (s.told.saysVerb(v) || holdings[s.lemma(v)])
}

// antecedent reads the noun phrase at k that the clause at h describes. Of a
// predicate ("was the first woman to lead the bank") that is what it is said of.
// Where the tree has a verb in its place, the noun before the clause is meant.
func (s *sentence) antecedent(c *clause, k, h int) noun {
	if s.headsClause(k) && s.kid(k, "cop") < 0 || !s.isNominal(k) && !s.isRanked(k) {
		if k = s.nominalBefore(s.subtree(h).First); k < 0 {
			return noun{}
		}
	}
	if s.isTimeNoun(k) && (eventVerbs[s.lemmaOf(c)] || c.verb.form == present && c.link == participialClause) {
		return noun{} // no day kills anybody, nor does "a hard time winning" win
	}
	if s.isRanked(k) {
		if n, ok := s.ranked(c, k); ok {
			return n
		}
	}
	if n := s.chanceOf(k, h); n >= 0 && c.verb.form == present {
		k = n
	}
	return s.nounBefore(k, h)
}

// chanceOf returns who or what the clause at h is about, where the noun at k says how likely
// it is: of "the risk of the dam breaking" the dam; else -1.
func (s *sentence) chanceOf(k, h int) int {
	for _, n := range s.kids(k) {
		if chances[s.lemma(k)] && s.rel(n) == "nmod" && s.told.preposition(n) == "of" && s.subtree(n).End == s.subtree(h).First {
			return n
		}
	}
	return -1
}

// chances are nouns for how likely something is.
var chances = words("chance", "danger", "likelihood", "odds", "possibility", "probability", "prospect", "risk")

// ranked returns who is the first, or the only one, that the noun at k speaks of, where
// the sentence says so.
func (s *sentence) ranked(c *clause, k int) (noun, bool) {
	up := s.up(k)
	switch rel := s.rel(k); {
	case s.rankedBefore(k) >= 0:
		return s.ranked(c, s.rankedBefore(k))
	case s.kid(k, "cop") >= 0, (rel == "xcomp" || rel == "obj") && up >= 0 && s.lemma(up) == "become":
		if c.host != nil && c.host.subject.ok() {
			return c.host.subject, true
		}
	case (rel == "xcomp" || rel == "obj") && up >= 0 && s.lemma(up) == "make":
		if o := s.told.kid(up, "obj", "iobj"); o >= 0 && o < k {
			return s.nounOf(o), true
		}
	case rel == "appos" && up >= 0 && s.isAgentive(s.single(up)) && s.isName(s.single(up)):
		return s.single(up), true
	}
	return noun{}, false
}

// rankedBefore returns the first of those that the noun at k, joined to it, says more of: the
// "first team" of "the first team to win twice and the first team to win there"; else -1.
func (s *sentence) rankedBefore(k int) int {
	if s.rel(k) != "appos" && s.rel(k) != "conj" {
		return -1
	}
	for i := s.up(k); i >= 0 && i < k; i = s.up(i) {
		if s.lemma(i) == s.lemma(k) && s.isRanked(i) && s.rel(i) != "appos" {
			return i
		}
	}
	return -1
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
	if w := s.possessorOf(c.subject.head); w >= 0 && s.tag(w) == "WP$" || s.lacksNothing(c) {
		return // "the firm whose factory burned", "the event she was hurt"
	}
	for _, h := range c.heads {
		for _, k := range s.kids(h) {
			switch rel := s.rel(k); {
			case rel == "obj" && !s.isRelativizer(k):
				return
			case rel == "obj" && s.lower(k) == "which" && k > 0 && s.lower(k-1) == "," && (deniables[s.lemmaOf(c)] || s.lemmaOf(c) == "do"):
				return // what is said before is denied or done: ", which Norland denies"
			case (rel == "obl" || rel == "advmod") && k < c.verb.main && (s.isRelativizer(k) || s.tag(k) == "WRB"):
				return // "in which", "where": no object
			}
		}
	}
	if a := s.describedBy(c); a.ok() && !s.isTimeNoun(a.head) && !s.isTimeNoun(s.up(c.head)) {
		c.filler = a
	}
}

// deniables are verbs that take what somebody says.
var deniables = words("deny", "dispute", "contest", "refute", "reject", "confirm", "doubt")

// strandedPhrase returns the preposition that the passive c ends in with the noun in front
// of c that it belongs to: "the prize she was nominated for".
func (s *sentence) strandedPhrase(c *clause) (prepositional, bool) {
	k := c.verb.main + 1
	if !c.filler.ok() || !c.verb.passive || len(c.objects) > 0 || k >= s.tokens.End || s.tag(k) != "IN" || s.rel(k) != "obl" || s.up(k) != c.head || len(s.kids(k)) > 0 {
		return prepositional{}, false
	}
	return prepositional{nlp.Range{First: k, End: k + 1}, c.filler}, true
}

// lacksNothing reports whether c has no place for an object in front of it: a passive of a verb
// with one object, a verb that has none, or a copula with a predicate. Limit: "'s" may be "has", and a preposition at
// the end ("the paper it is written on") or a word of asking lacks something.
func (s *sentence) lacksNothing(c *clause) bool {
	for _, k := range s.kids(c.head) {
		if w := s.lower(k); s.rel(k) == "obl" && s.tag(k) == "IN" || strings.HasPrefix(s.tag(k), "W") || w == "'s" || w == "’s" {
			return false
		}
	}
	lemma := s.lemmaOf(c)
	if c.verb.passive {
		return !twoObjects[lemma] && !appointings[lemma] && !namingVerbs[lemma]
	}
	if neverPassive[lemma] || lemma == "come" {
		return len(c.verb.chain) == 0 // "no evidence the shots came from Peru"
	}
	return c.verb.copula && c.head != c.verb.main && strings.HasPrefix(s.tag(c.head), "JJ")
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
func (s *sentence) isRanked(k int) bool { return k >= 0 && s.told.isRanked(k) }
