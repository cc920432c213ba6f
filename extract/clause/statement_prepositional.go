package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// meaning returns the index of the prepositional phrase that belongs into the
// relation of a verb without an object: the first that is no time, else the
// first; -1 where there is none.
func (s *sentence) meaning(c *clause) int {
	for k, p := range c.phrases {
		if !s.isDated(p) && !s.isAmid(p) && !s.isAside(p) && !s.isAbsolute(p) && !s.attaches(p, c) && !s.isBeheaded(p) {
			return k
		}
	}
	for k, p := range c.phrases {
		if !s.isAside(p) && !s.isAbsolute(p) && !s.attaches(p, c) && !s.isBeheaded(p) {
			return k
		}
	}
	return -1
}

// isAside reports whether a preposition never belongs to a relation.
func (s *sentence) isAside(p prepositional) bool {
	switch s.prepositionWords(p) {
	case "according to", "including", "among them", "such as", "despite", "like", "than", "because of", "in addition to":
		return true
	case "as":
		bare := p.noun.head <= p.preposition.First+2 && (p.noun.head == p.noun.tokens.First || s.tag(p.noun.tokens.First) == "DT")
		return bare && asides[s.lemma(p.noun.head)]
	}
	return false
}

// isAmid reports whether p says after or amid what something happens: like a time, it
// belongs to a relation only where nothing else does.
func (s *sentence) isAmid(p prepositional) bool {
	switch s.prepositionWords(p) {
	case "following", "amid", "amidst":
		return true
	}
	return false
}

// asides stand behind "as" or "as a" and say nothing that the clause is about.
var asides = words("part", "result", "consequence", "whole", "precaution")

// isBeheaded reports whether p is what the tree left of a clause: "killed after a
// truck", where nothing happens to the truck, and not "after the crash"; "after a truck
// topples", where a plural with "a" is a verb.
func (s *sentence) isBeheaded(p prepositional) bool {
	switch s.prepositionWords(p) {
	case "since":
		return s.lower(p.noun.head) == "one" // "since one of its ferries sank"
	case "after", "before", "until":
		return !eventNouns[s.lemma(p.noun.head)] && strings.HasPrefix(s.tag(p.noun.head), "NN") && s.tag(p.noun.tokens.First) == "DT" &&
			s.lower(p.noun.tokens.First) != "the"
	}
	return false
}

// isAbsolute reports whether p is a circumstance that is a clause in itself, "with
// thousands of firefighters deployed", or is added behind a comma.
func (s *sentence) isAbsolute(p prepositional) bool {
	if s.prepositionWords(p) != "with" {
		return false
	}
	for _, m := range members(p.noun) {
		for _, k := range s.kids(m.head) {
			if s.fullRel(k) == "acl" {
				return true
			}
		}
	}
	return p.preposition.First > s.tokens.First && s.doc.Word(p.preposition.First-1) == ","
}

// prepositionalStatements: "X gathered in Paris on Thursday".
func (s *sentence) prepositionalStatements(c *clause) []statement {
	base := s.base(c.verb)
	if k := s.meaning(c); k >= 0 {
		p := c.phrases[k]
		p.noun.joint = p.noun.joint || s.prepositionWords(p) == "between" // it takes two
		more := []nlp.Range{p.preposition}
		if c.predicate.ok() && !c.verb.copula { // "pleads guilty to", "is found dead in"
			base += " " + strings.ToLower(s.doc.TextOf(c.predicate.tokens))
			more = append(more, c.predicate.tokens)
		}
		r := s.relation(c.verb, base+" "+s.prepositionWords(p), more...)
		list := []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)}}
		return append(list, s.furtherStatements(c, base, k)...)
	}
	if len(c.times) > 0 && (c.verb.passive || !c.verb.copula) && s.lemmaOf(c) != "do" { // "as others do today"
		return []statement{{c.subject, s.relation(c.verb, base), c.times[0], Phrase, s.contextOf(c.all(-1), c.times[1:])}}
	}
	return s.frontedStatements(c, base)
}

// datings are prepositions that say when or under what something happened, or what it left
// out: with them a verb says nothing of its subject that it does not say without.
var datings = words("after", "before", "until", "till", "since", "despite", "without", "except", "besides",
	"instead of", "as opposed to", "rather than")

// sellings are verbs whose subject is what is sold.
var sellings = words("sell", "go", "trade", "retail")

// furtherStatements: "X gathered in Paris on Thursday" also says that X gathered
// on Thursday.
func (s *sentence) furtherStatements(c *clause, base string, first int) []statement {
	var list []statement
	if ofVerbs[s.lemmaOf(c)] && s.prepositionWords(c.phrases[first]) == "of" && c.link == participialClause {
		return nil // "suspected of spying in Peru" is not suspected in Peru
	}
	for k, p := range c.phrases {
		if c.verb.copula && s.role(p) != "place" {
			continue // it describes the predicate: "is on trial for fraud"
		}
		if s.prepositionWords(p) == "by" && !c.verb.passive || s.role(p) == "amount" && !c.verb.passive && !sellings[s.lemmaOf(c)] {
			continue // whose work it is: "opened with a film by Ana Roe"; what it cost
		}
		if k == first || datings[s.prepositionWords(p)] || s.isPosting(p.preposition.First) || s.isAside(p) || s.isAmid(p) || s.isAbsolute(p) || s.attaches(p, c) || p.noun.predicate || s.isTime(p.noun) {
			continue
		}
		r := s.relation(c.verb, base+" "+s.prepositionWords(p), p.preposition)
		list = append(list, statement{c.subject, r, p.noun, Phrase, nil})
	}
	return list
}

// attaches reports whether p hangs on a noun and not on the verb of c, as "in
// prison" behind a number of years does.
func (s *sentence) attaches(p prepositional, c *clause) bool {
	if slices.Contains(c.heads, p.noun.head) {
		return false // the predicate: "fled and is in custody"
	}
	for _, term := range c.phrases {
		if term.noun.tokens.End == p.preposition.First && s.isTime(term.noun) && !s.isDated(term) {
			return true
		}
	}
	h := s.conjunctHead(p.noun.head)
	for up := s.up(h); up >= 0 && (s.isPartOfName(h, up) || s.isDescribedBy(h, up)); up = s.up(h) {
		h = up
	}
	h = s.conjunctHead(h)
	over := s.up(h)
	return !slices.Contains(c.heads, h) && !slices.Contains(c.heads, over) && (!c.predicate.ok() || over != c.predicate.head)
}

// isDescribedBy reports whether token i heads a name and the noun right before it says
// what that is: "the virologist Karen Holt".
func (s *sentence) isDescribedBy(i, noun int) bool {
	n, ok := s.nameAt(i)
	return ok && noun == n.Tokens.First-1 && (s.rel(i) == "appos" || s.rel(i) == "flat")
}

// isPartOfName reports whether tokens i and j are of one name.
func (s *sentence) isPartOfName(i, j int) bool {
	n, ok := s.nameAt(i)
	return ok && n.Tokens.Has(j)
}

// frontedStatements: "On Monday the painter died": the circumstance in front is
// all that completes the verb.
func (s *sentence) frontedStatements(c *clause, base string) []statement {
	for k, p := range c.prepended {
		if s.isAside(p) || c.verb.copula || s.role(p) == "cause" {
			continue
		}
		rest := slices.Delete(slices.Clone(c.prepended), k, k+1)
		r := s.relation(c.verb, base+" "+s.prepositionWords(p))
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(append(rest, c.phrases...), c.times)}}
	}
	return nil
}
