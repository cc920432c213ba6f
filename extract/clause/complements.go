package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// complementsOf reads what depends on the verb of c: objects, predicates,
// prepositional phrases and times.
func (s *sentence) complementsOf(c *clause) {
	for n, h := range c.heads {
		if s.kid(h, "cop") >= 0 && n == len(c.heads)-1 && c.verb.main != h {
			s.takePredicate(c, h)
		}
		for _, k := range s.kids(h) {
			if !slices.Contains(c.heads, k) {
				s.takeComplement(c, h, k)
			}
		}
	}
	s.takeScore(c)
	s.takeAttached(c)
	s.restrict(c)
	s.complete(c)
	s.dropContained(c)
	s.shareObject(c)
}

// takePredicate takes what a copula joins the subject to: a noun phrase, an
// adjective, or a prepositional phrase.
func (s *sentence) takePredicate(c *clause, h int) {
	switch p := s.phrasesAt(h); {
	case len(p) > 0 && s.prepositionWords(p[0]) == "due to" && !s.isNominal(h): // "is due to open"
		c.predicate = noun{tokens: nlp.Range{First: p[0].preposition.First, End: h + 1}, head: h, predicate: true}
	case len(p) > 0 && p[0].preposition.First > c.verb.main:
		c.phrases = append(c.phrases, p...)
	case s.isNominal(h):
		n := s.nounOf(h)
		n.tokens.First = max(n.tokens.First, min(c.verb.main+1, h))
		c.objects = append(c.objects, n)
	default:
		c.predicate = s.adjectiveAt(h)
	}
}

// isNominal reports whether token h is a noun, pronoun or number, or the adjective that
// a "chief executive" is named after.
func (s *sentence) isNominal(h int) bool {
	switch s.doc.Tokens[h].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM", "DET":
		return true
	}
	return s.lower(h) == "executive" && h > s.tokens.First && s.lower(h-1) == "chief"
}

// adjectiveAt reads the adjective at h with its adverbs and what is joined to it.
func (s *sentence) adjectiveAt(h int) noun {
	n := noun{tokens: s.adjectiveExtent(h), head: h, predicate: true}
	for _, k := range s.kids(h) {
		if s.rel(k) == "conj" && s.coordinated(k) && !s.headsClause(k) {
			n.tokens = join(n.tokens, s.adjectiveExtent(k))
		}
	}
	return n
}

func (s *sentence) adjectiveExtent(h int) (r nlp.Range) {
	r.First, r.End = h, h+1
	for _, k := range s.kids(h) {
		if k < h && k == r.First-1 && s.rel(k) == "advmod" && !negators[s.lower(k)] {
			r.First = k
		}
		if whole := s.subtree(k); k < h && whole.End == h && s.measures(k, h) {
			r.First = whole.First
		}
	}
	return r
}

// measures reports whether k before the adjective h says by how much ("190 years old") or
// of whose it is the most ("the country's deadliest").
func (s *sentence) measures(k, h int) bool {
	if s.tag(h) == "JJS" {
		return s.fullRel(k) == "nmod:poss"
	}
	return s.tag(h) == "JJ" && s.rel(k) == "obl" && s.kid(k, "case") < 0 && s.kid(k, "nummod") >= 0
}

// takeComplement takes the dependent k of h.
func (s *sentence) takeComplement(c *clause, h, k int) {
	switch s.rel(k) {
	case "obj", "iobj":
		if !s.isRelativizer(k) && !s.headsClause(k) && !s.isScore(k) && !s.isTally(k, h) {
			s.takeNoun(c, s.nounOf(k))
		}
	case "obl", "nmod":
		if s.rel(k) == "obl" && !(c.predicate.ok() && c.predicate.tokens.Has(k)) {
			s.takeOblique(c, k)
		}
	case "advcl", "acl":
		s.takeGerund(c, k)
	case "xcomp":
		if !s.headsClause(k) {
			s.takeSecondary(c, k)
		}
	case "advmod":
		if n := s.single(k); n.temporal || dayNames[s.lower(k)] {
			n.temporal = true
			c.times = append(c.times, n)
		}
	}
}

// takeNoun takes an object, which may be a time that the parser took for one.
func (s *sentence) takeNoun(c *clause, n noun) {
	if c.subject.ok() && n.tokens.Overlaps(c.subject.tokens) || manners[strings.ToLower(s.doc.TextOf(n.tokens))] {
		return // the tree has torn a name apart, or taken for a thing how something is done
	}
	if n.temporal && !n.amount {
		c.times = append(c.times, n)
		return
	}
	if name, ok := s.appointed(c, n); ok {
		c.objects = append(c.objects, name)
		n.tokens.First = name.tokens.End
	}
	if last := len(c.objects) - 1; last >= 0 && s.isRate(c.objects[last], n) {
		c.objects[last].tokens.End = n.tokens.End
		return
	}
	c.objects = append(c.objects, s.withoutCharge(c, n))
}

// appointed returns the person whose name the tree has taken for a part of the office
// behind it: "elected Ana Reyes president".
func (s *sentence) appointed(c *clause, n noun) (noun, bool) {
	name, ok := s.nameAt(n.tokens.First)
	if !ok || name.Type != nlp.Person || !appointings[s.lemmaOf(c)] || name.Tokens.First != n.tokens.First || name.Tokens.End > n.head || !s.isTitleNoun(n.head) {
		return noun{}, false
	}
	return noun{tokens: name.Tokens, head: name.Tokens.End - 1}, true
}

// isRate reports whether n says for what each the sum before it is paid: "41 euros a share".
func (s *sentence) isRate(sum, n noun) bool {
	first := s.lower(n.tokens.First)
	return sum.amount && s.hasMoney(sum.tokens) && sum.tokens.End == n.tokens.First && n.tokens.Len() == 2 && (first == "a" || first == "an")
}

// manners are adverbs of several words that look like nouns.
var manners = words("head-on", "side by side", "face to face", "face-to-face", "hand in hand", "neck and neck", "one on one", "head to head", "door-to-door")

// withoutCharge takes the of-phrase off the object of a verb that has one of its
// own: "convicted two men of fraud" is not about men of fraud.
func (s *sentence) withoutCharge(c *clause, n noun) noun {
	if !ofVerbs[s.lemmaOf(c)] || len(n.conjuncts) > 0 {
		return n
	}
	for _, k := range s.kids(n.head) {
		if p := s.prepositionOf(k); s.rel(k) == "nmod" && k > n.head && p.Len() > 0 && s.lower(p.First) == "of" {
			n.tokens.End = p.First
			c.phrases = append(c.phrases, s.phrasesAt(k)...)
			break
		}
	}
	return n
}

// takeOblique takes a prepositional phrase or a bare time or measure.
func (s *sentence) takeOblique(c *clause, k int) {
	list := s.phrasesAt(k)
	if len(list) == 0 {
		switch n := s.nounOf(k); {
		case n.temporal || s.isTimeNoun(n.head) || s.isMarch(n.head):
			n.temporal = true
			c.times = append(c.times, n)
		case n.amount && !s.isProper(n) && len(c.objects) == 0 && k > c.verb.main:
			c.objects = append(c.objects, n)
		}
		return
	}
	if list[0].preposition.First == k-1 && k >= 2 && s.isTally(k-2, s.up(k)) {
		return // taken with the number before it
	}
	if strings.HasPrefix(s.tag(k), "W") || s.isRelativizer(k) || s.isBareInfinitive(c, list[0]) || s.isInstance(list[0]) || s.datesApposition(list[0]) {
		return
	}
	if m := s.kid(k, "measure"); m >= 0 && s.isTimeNoun(m) {
		n := list[0].noun
		c.times = append(c.times, noun{tokens: list[0].tokens(), head: n.head, temporal: true})
		return
	}
	if k < c.verb.main && (!c.subject.ok() || k < c.subject.head || s.isTime(list[0].noun)) {
		c.prepended = append(c.prepended, list...)
		return
	}
	c.phrases = append(c.phrases, list...)
}

// datesApposition reports whether p is when somebody is what follows it: "Lund, until
// last year the mayor".
func (s *sentence) datesApposition(p prepositional) bool {
	end := p.noun.tokens.End
	if s.beforeTime(end) != p.preposition.First {
		return false
	}
	for i := end; i < min(end+longestTitle, s.tokens.End); i++ {
		if s.rel(i) == "appos" && s.extent(i).First == end {
			return true
		}
	}
	return false
}

// isInstance reports whether p is "for example", which says nothing of the clause.
func (s *sentence) isInstance(p prepositional) bool {
	w := s.lower(p.noun.head)
	return s.prepositionWords(p) == "for" && p.noun.tokens.Len() == 1 && (w == "example" || w == "instance")
}

// isBareInfinitive reports whether what looks like "to" with a noun is an
// infinitive taken for one: "declined to comment".
func (s *sentence) isBareInfinitive(c *clause, p prepositional) bool {
	return s.prepositionWords(p) == "to" && p.noun.tokens.Len() == 1 && s.tag(p.noun.head) == "NN" && catenatives[s.lemma(c.verb.main)] > 0
}

// takeSecondary takes what the object or the subject is said to be or become:
// "elected president", "remains silent".
func (s *sentence) takeSecondary(c *clause, k int) {
	switch p := s.phrasesAt(k); {
	case len(p) > 0:
		c.phrases = append(c.phrases, p...)
	case s.isNominal(k) && !s.isPlight(k) && s.fullRel(k) != "xcomp:result":
		c.objects = append(c.objects, s.nounOf(k))
	case len(c.objects) == 0:
		c.predicate = s.withDenial(s.adjectiveAt(k))
		s.takeObliquesOf(c, k)
	default:
		c.result = s.withDenial(s.adjectiveAt(k))
		s.takeObliquesOf(c, k)
	}
}

// takeObliquesOf takes what completes the adjective k: "liable for the loss", "guilty of
// stealing gold".
func (s *sentence) takeObliquesOf(c *clause, k int) {
	for _, i := range s.kids(k) {
		switch s.rel(i) {
		case "obl":
			s.takeOblique(c, i)
		case "advcl", "acl":
			s.takeGerund(c, i)
		}
	}
}

// isPlight reports whether the noun at k says, without an article, in what state somebody
// is held, as an adjective does.
func (s *sentence) isPlight(k int) bool { return plights[s.lower(k)] && len(s.kids(k)) == 0 }

// withDenial widens an adjective behind a verb by the "not" that denies it and not the verb:
// "pleaded not guilty", "was found not guilty".
func (s *sentence) withDenial(n noun) noun {
	if not := n.tokens.First - 1; not > s.tokens.First && s.lower(not) == "not" && s.up(not) == n.head {
		n.tokens.First = not
	}
	return n
}

// takeAttached takes the prepositional phrases that hang on objects, which hold
// for the clause as well, and orders all.
func (s *sentence) takeAttached(c *clause) {
	for _, o := range c.objects {
		c.phrases = append(c.phrases, s.attached(o)...)
	}
	slices.SortStableFunc(c.phrases, func(a, b prepositional) int { return a.preposition.First - b.preposition.First })
	for _, p := range c.phrases {
		for _, q := range s.attached(p.noun) {
			if !s.isDated(q) || !s.isNamed(p.noun.head, nlp.Person) {
				c.phrases = append(c.phrases, q) // "after Ana Roe in 1998" is no time of the clause
			}
		}
	}
	slices.SortStableFunc(c.phrases, func(a, b prepositional) int { return a.preposition.First - b.preposition.First })
	c.phrases = slices.CompactFunc(c.phrases, func(a, b prepositional) bool { return a.preposition == b.preposition })
}

// restrict widens what somebody is said to be or become by the clause that says of which
// it is the first, the last or the most: "the first player to win", "the oldest song
// played on the radio".
func (s *sentence) restrict(c *clause) {
	if !c.verb.copula && !linkingVerbs[s.lemmaOf(c)] || len(c.objects) != 1 {
		return
	}
	n := &c.objects[0]
	if len(n.conjuncts) > 0 || !s.isSingledOut(*n) {
		return
	}
	for _, k := range s.kids(n.head) {
		if s.rel(k) != "acl" || k < n.tokens.End || s.commaBetween(n.head, k) {
			continue
		}
		n.tokens.End = s.trim(s.told.yield(k, s.isAdded)).End
		return
	}
}

// isAdded reports whether what hangs on a clause as the clause i is added to it behind a
// comma or the like, and no part of what it restricts.
func (s *sentence) isAdded(i int) bool {
	switch s.rel(i) {
	case "advcl", "acl", "parataxis", "conj", "ccomp", "appos":
	default:
		return false
	}
	if !s.headsClause(i) {
		return false
	}
	switch first := s.told.yield(i, nil).First; {
	case s.isPunct(first) && !s.isMarked(first):
		return true
	default:
		return first > s.tokens.First && s.isPunct(first-1) && !s.isMarked(first-1)
	}
}

// complete widens the objects and the nouns behind prepositions by the clauses that say
// what they are about: "permission to sell the mine", "charges of stealing gold".
func (s *sentence) complete(c *clause) {
	for i, n := range c.objects {
		if !s.isProper(n) && len(n.conjuncts) == 0 {
			c.objects[i].tokens.End = max(n.tokens.End, s.completed(n))
		}
	}
	for i, p := range c.phrases {
		if !s.isProper(p.noun) && len(p.noun.conjuncts) == 0 {
			c.phrases[i].noun.tokens.End = max(p.noun.tokens.End, s.completed(p.noun))
		}
	}
}

// isSingledOut reports whether n is the first, the only or the most of its kind.
func (s *sentence) isSingledOut(n noun) bool {
	for i := n.tokens.First; i < n.head; i++ {
		switch s.lower(i) {
		case "first", "last", "only", "second", "third", "most", "latest":
			return true
		}
		if s.tag(i) == "JJS" {
			return true
		}
	}
	return false
}

// dropContained drops the prepositional phrases that lie in another phrase or in what
// the clause says somebody is, being told with it, and a number left over.
func (s *sentence) dropContained(c *clause) {
	within := func(p prepositional, n noun) bool {
		return slices.ContainsFunc(members(n), func(m noun) bool { return m.tokens.Has(p.preposition.First) })
	}
	c.phrases = s.withoutLeftOver(c.phrases)
	c.phrases = slices.DeleteFunc(c.phrases, func(p prepositional) bool {
		return slices.ContainsFunc(c.objects, func(o noun) bool { return within(p, o) }) ||
			slices.ContainsFunc(c.phrases, func(q prepositional) bool { return q.preposition != p.preposition && within(p, q.noun) })
	})
}

// withoutLeftOver takes out of list a number with an adverb, which is a clause without
// its verb, and what stands right behind these: "with 19 still in prison".
func (s *sentence) withoutLeftOver(list []prepositional) []prepositional {
	behind := -1
	return slices.DeleteFunc(list, func(p prepositional) bool {
		end := p.noun.tokens.End
		if s.prepositionWords(p) == "with" && s.tag(p.noun.head) == "CD" && end < s.tokens.End && s.tag(end) == "RB" {
			behind = end + 1
			return true
		}
		return p.preposition.First == behind
	})
}

// shareObject: "bought and sold shares": what stands behind both verbs is the
// object of both.
func (s *sentence) shareObject(c *clause) {
	if c.link != coordinateVerb || c.host == nil || len(c.objects) > 0 || len(c.phrases) > 0 || c.verb.passive || c.verb.copula {
		return
	}
	for _, o := range c.host.objects {
		if o.tokens.First > c.verb.main && s.kid(c.heads[len(c.heads)-1], "ccomp") < 0 {
			c.objects = append(c.objects, o)
		}
	}
}

// takeGerund takes the preposition and the -ing clause that complete a verb, as
// in "is accused of stealing the ring".
func (s *sentence) takeGerund(c *clause, k int) {
	m := s.markerOf(k)
	if !s.isGerund(k) || m < 0 || s.tag(m) != "IN" || subordinators[s.lower(m)] || m < c.verb.main {
		return
	}
	end := s.told.yield(k, func(i int) bool { return i > k && s.rel(i) == "advcl" && s.commaBetween(i-2, i) }).End
	r := s.trim(nlp.Range{First: m + 1, End: end})
	if r.Has(k) {
		first := m
		if m-1 > c.verb.main && distances[s.lower(m-1)] && !c.predicate.tokens.Has(m-1) {
			first--
		}
		c.phrases = append(c.phrases, prepositional{nlp.Range{First: first, End: m + 1}, noun{tokens: r, head: k, predicate: true}})
	}
}

// distances are adverbs without which the preposition behind them says another thing:
// "stopped short of backing it", "came close to winning".
var distances = words("short", "close", "near", "nearer", "closer", "far", "clear")

// isGerund reports whether the clause at k is headed by an -ing form: "stealing",
// "being a member".
func (s *sentence) isGerund(k int) bool {
	cop := s.kid(k, "cop")
	return s.tag(k) == "VBG" || cop >= 0 && s.tag(cop) == "VBG"
}

// trim takes punctuation off both ends of r.
func (s *sentence) trim(r nlp.Range) nlp.Range {
	for r.Len() > 1 && !isWord(s.tag(r.First)) {
		r.First++
	}
	for r.Len() > 1 && !isWord(s.tag(r.End-1)) {
		r.End--
	}
	return r
}
