package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// statement is a clause on its way to propositions: one subject, one relation,
// one object, any of which may have several members.
type statement struct {
	subject  noun
	relation Relation
	object   noun
	kind     ArgumentKind // of the object, where it is not a phrase
	context  []Context
}

// base returns the base form of c's relation: "hold", "continue to carry out",
// "be elected", "be expected to win".
func (s *sentence) base(g *verb) string {
	var parts []string
	for _, l := range g.chain {
		parts = append(parts, s.linkBase(l)...)
	}
	switch {
	case g.passive:
		if len(g.chain) > 0 && g.chain[len(g.chain)-1].gerund {
			parts = append(parts, "being", s.lower(g.main))
		} else {
			parts = append(parts, "be", s.lower(g.main))
		}
	case len(g.chain) > 0 && g.chain[len(g.chain)-1].gerund:
		parts = append(parts, s.lower(g.main))
	case s.isMissing(g.main):
		parts = append(parts, "be", "missing")
	default:
		parts = append(parts, s.lemma(g.main))
	}
	if g.particle >= 0 {
		parts = append(parts, s.lower(g.particle))
	}
	return strings.Join(parts, " ")
}

// isMissing reports whether verb i is the "missing" of "is missing", which is
// what somebody is and not what somebody does.
func (s *sentence) isMissing(i int) bool { return s.lower(i) == "missing" && s.kid(i, "obj") < 0 }

// linkBase returns the words of a governing verb in base form.
func (s *sentence) linkBase(l link) []string {
	switch {
	case l.adjunct >= 0:
		return []string{s.lemma(l.word), s.lower(l.adjunct), "to"}
	case l.passive:
		return []string{"be", s.lower(l.word), "to"}
	case l.gerund:
		return []string{s.lemma(l.word)}
	}
	return []string{s.lemma(l.word), "to"}
}

// relation makes a relation of c's verb and the tokens that follow it.
func (s *sentence) relation(g *verb, base string, more ...nlp.Range) Relation {
	r := Relation{Tokens: slices.Clone(g.tokens), Base: base, Label: thirdPerson(base)}
	for _, m := range more {
		for i := m.First; i < m.End; i++ {
			r.Tokens = append(r.Tokens, i)
		}
	}
	slices.Sort(r.Tokens)
	r.Tokens = slices.Compact(r.Tokens)
	return r
}

// prepositionWords returns the words of p's preposition.
func (s *sentence) prepositionWords(p prepositional) string {
	return strings.ToLower(s.doc.TextOf(p.preposition))
}

// all returns the prepositional phrases of c without the one at index skip (-1: none).
func (c *clause) all(skip int) []prepositional {
	list := slices.Clone(c.prepended)
	for k, p := range c.phrases {
		if k != skip {
			list = append(list, p)
		}
	}
	return list
}

// meaning returns the index of the prepositional phrase that belongs into the
// relation of a verb without an object: the first that is no time, else the
// first; -1 where there is none.
func (s *sentence) meaning(c *clause) int {
	for k, p := range c.phrases {
		if !s.isDated(p) && !s.isAside(p) && !s.isAbsolute(p) && !s.attaches(p, c) && !s.isBeheaded(p) {
			return k
		}
	}
	for k, p := range c.phrases {
		if !s.isAside(p) && !s.attaches(p, c) && !s.isBeheaded(p) {
			return k
		}
	}
	return -1
}

// isAside reports whether a preposition never belongs to a relation.
func (s *sentence) isAside(p prepositional) bool {
	switch s.prepositionWords(p) {
	case "according to", "including", "such as", "despite", "like", "than", "because of", "in addition to":
		return true
	case "as":
		bare := p.noun.head <= p.preposition.First+2 && (p.noun.head == p.noun.tokens.First || s.tag(p.noun.tokens.First) == "DT")
		return bare && asides[s.lemma(p.noun.head)]
	}
	return false
}

// asides stand behind "as" or "as a" and say nothing that the clause is about.
var asides = words("part", "result", "consequence", "whole", "precaution")

// isBeheaded reports whether p is what the tree left of a clause: "killed after a
// truck", where nothing happens to the truck, and not "after the crash".
func (s *sentence) isBeheaded(p prepositional) bool {
	switch s.prepositionWords(p) {
	case "after", "before", "until":
		return !eventNouns[s.lemma(p.noun.head)] && strings.HasPrefix(s.tag(p.noun.head), "NN") && s.tag(p.noun.tokens.First) == "DT" &&
			s.lower(p.noun.tokens.First) != "the"
	}
	return false
}

// isAbsolute reports whether p is a circumstance that is a clause in itself:
// "with thousands of firefighters deployed".
func (s *sentence) isAbsolute(p prepositional) bool {
	return s.prepositionWords(p) == "with" && s.kid(p.noun.head, "acl") >= 0
}

// copularStatements: "X is the president of Y", "X is in Paris", "X is ready".
func (s *sentence) copularStatements(c *clause) []statement {
	g := c.verb
	base := s.base(g)
	at := s.contextOf(c.all(-1), c.times)
	switch {
	case len(c.objects) > 0:
		list := []statement{{c.subject, s.relation(g, base), c.objects[0], Phrase, at}}
		return append(list, s.roleStatements(c, base)...)
	case c.predicate.ok() && len(c.phrases) > 0 && c.phrases[0].preposition.First == c.predicate.tokens.End && !s.isTime(c.phrases[0].noun):
		p := c.phrases[0]
		base += " " + strings.ToLower(s.doc.TextOf(c.predicate.tokens)) + " " + s.prepositionWords(p)
		r := s.relation(g, base, c.predicate.tokens, p.preposition)
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(0), c.times)}}
	case c.predicate.ok():
		return []statement{{c.subject, s.relation(g, base), c.predicate, Title, at}}
	}
	return s.prepositionalStatements(c)
}

// roleStatements: "Niamey is the capital of Niger" also says that Niamey "is
// capital of" Niger.
func (s *sentence) roleStatements(c *clause, base string) []statement {
	n := c.objects[0]
	role, owner, ok := s.roleOf(n)
	if !ok {
		return nil
	}
	r := s.relation(c.verb, base+" "+role.words+" of", role.tokens)
	return []statement{{c.subject, r, owner, Phrase, s.contextOf(c.all(-1), c.times)}}
}

// passiveByAgent: "The meeting was chaired by Reed": Reed chairs the meeting.
func (s *sentence) passiveByAgent(c *clause) []statement {
	k := s.agent(c)
	p := c.phrases[k]
	active := *c.verb
	active.passive = false
	if len(active.chain) > 0 && active.chain[len(active.chain)-1].passive {
		return s.passiveStatements(c)
	}
	r := s.relation(&active, s.base(&active), p.preposition)
	r.Inverse = true
	list := []statement{{p.noun, r, c.subject, Phrase, s.contextOf(c.all(k), c.times)}}
	if len(c.objects) > 0 {
		rest := *c
		rest.phrases = slices.Delete(slices.Clone(c.phrases), k, k+1)
		list = append(list, s.passiveStatements(&rest)...)
	}
	return list
}

// agent returns the index of the phrase with "by" that names who did it, or -1.
func (s *sentence) agent(c *clause) int {
	if !c.verb.passive {
		return -1
	}
	for k, p := range c.phrases {
		if s.prepositionWords(p) == "by" && !s.isTime(p.noun) && !p.noun.amount {
			return k
		}
	}
	return -1
}

// passiveStatements: "X was elected president", "X was accused of Y", "X was stolen".
func (s *sentence) passiveStatements(c *clause) []statement {
	if len(c.objects) > 0 {
		return []statement{{c.subject, s.relation(c.verb, s.base(c.verb)), c.objects[0], Phrase, s.contextOf(c.all(-1), c.times)}}
	}
	if list := s.prepositionalStatements(c); len(list) > 0 {
		return list
	}
	return s.bareParticiple(c)
}

// bareParticiple: "The toilet has not been recovered" is read like "is missing".
func (s *sentence) bareParticiple(c *clause) []statement {
	g := *c.verb
	if c.predicate.ok() && g.main == c.heads[len(c.heads)-1] { // "is reported missing"
		return []statement{{c.subject, s.relation(&g, s.base(&g)), c.predicate, Title, s.contextOf(c.all(-1), c.times)}}
	}
	if len(g.chain) > 0 || g.particle >= 0 || len(g.tokens) < 2 || g.tokens[len(g.tokens)-1] != g.main || c.link == participialClause {
		return nil
	}
	cut := len(g.tokens) - 1
	for cut > 1 && strings.HasPrefix(s.tag(g.tokens[cut-1]), "RB") && !negators[s.lower(g.tokens[cut-1])] && g.tokens[cut-1] == g.tokens[cut]-1 {
		cut--
	}
	n := noun{tokens: nlp.Range{First: g.tokens[cut], End: g.main + 1}, head: g.main, predicate: true}
	g.tokens = g.tokens[:cut]
	return []statement{{c.subject, s.relation(&g, "be"), n, Title, s.contextOf(c.all(-1), c.times)}}
}

// activeStatements: "X sent Y to Z", "X held talks with Y".
func (s *sentence) activeStatements(c *clause) []statement {
	if len(c.objects) == 0 {
		return s.prepositionalStatements(c)
	}
	base := s.base(c.verb)
	if k, ok := s.lightPhrase(c); ok {
		p := c.phrases[k]
		o := c.objects[0]
		r := s.relation(c.verb, base+" "+strings.ToLower(s.doc.TextOf(o.tokens))+" "+s.prepositionWords(p), o.tokens, p.preposition)
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)}}
	}
	if n, ok := s.clausalObject(c); ok {
		return []statement{{c.subject, s.relation(c.verb, base), n, Quotation, s.contextOf(c.prepended, c.times)}}
	}
	object, at := c.objects[0], s.contextOf(c.all(-1), c.times)
	if len(c.objects) == 2 && appointings[s.lemmaOf(c)] {
		a := s.argument(c.objects[1])
		at = inOrder(append(at, Context{"result", a.Tokens, a}))
	} else if len(c.objects) == 2 && c.objects[1].tokens.First == c.objects[0].tokens.End {
		object = c.objects[1]
		a := s.argument(c.objects[0])
		at = inOrder(append(at, Context{"recipient", a.Tokens, a}))
	}
	return []statement{{c.subject, s.relation(c.verb, base), object, Phrase, at}}
}

// clausalObject: what "they want the state to free the prisoners" says of them
// is not that they want the state: object and infinitive are one object.
func (s *sentence) clausalObject(c *clause) (noun, bool) {
	if !clausalVerbs[s.lemma(c.verb.main)] || len(c.objects) != 1 {
		return noun{}, false
	}
	o := c.objects[0]
	for _, k := range s.clauses {
		if k.host == c && k.link == infinitiveClause && k.subject.tokens == o.tokens {
			o.tokens = join(o.tokens, s.clauseRange(k))
			o.conjuncts, o.predicate = nil, true
			return o, true
		}
	}
	return noun{}, false
}

// lightPhrase reports whether verb and object are one predicate, as in "held
// talks with", and which prepositional phrase completes it.
func (s *sentence) lightPhrase(c *clause) (int, bool) {
	o := c.objects[0]
	bare := o.tokens.Len() == 1 && (s.tag(o.head) == "NN" || s.tag(o.head) == "NNS")
	if !bare || !lightVerbs[s.lemma(c.verb.main)] || len(c.objects) > 1 {
		return -1, false
	}
	for k, p := range c.phrases {
		if s.lower(o.head) == "place" || !s.isTime(p.noun) && !s.isAside(p) {
			if w := s.prepositionWords(p); w == "at" && len(c.phrases) > k+1 {
				continue
			}
			return k, p.preposition.First >= o.tokens.End
		}
	}
	return -1, false
}

// prepositionalStatements: "X gathered in Paris on Thursday".
func (s *sentence) prepositionalStatements(c *clause) []statement {
	base := s.base(c.verb)
	if k := s.meaning(c); k >= 0 {
		p := c.phrases[k]
		more := []nlp.Range{p.preposition}
		if c.predicate.ok() && !c.verb.copula { // "pleads guilty to", "is found dead in"
			base += " " + strings.ToLower(s.doc.TextOf(c.predicate.tokens))
			more = append(more, c.predicate.tokens)
		}
		r := s.relation(c.verb, base+" "+s.prepositionWords(p), more...)
		list := []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)}}
		return append(list, s.furtherStatements(c, base, k)...)
	}
	if len(c.times) > 0 && (c.verb.passive || !c.verb.copula) {
		return []statement{{c.subject, s.relation(c.verb, base), c.times[0], Phrase, s.contextOf(c.all(-1), c.times[1:])}}
	}
	return s.frontedStatements(c, base)
}

// furtherStatements: "X gathered in Paris on Thursday" also says that X gathered
// on Thursday.
func (s *sentence) furtherStatements(c *clause, base string, first int) []statement {
	var list []statement
	for k, p := range c.phrases {
		if c.verb.copula && s.role(p) != "place" {
			continue // it describes the predicate: "is on trial for fraud"
		}
		if k == first || s.isAside(p) || s.isAbsolute(p) || s.attaches(p, c) || p.noun.predicate || s.isTime(p.noun) {
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
	for _, term := range c.phrases {
		if term.noun.tokens.End == p.preposition.First && s.isTime(term.noun) && !s.isDated(term) {
			return true
		}
	}
	h := s.conjunctHead(p.noun.head)
	for up := s.up(h); up >= 0 && s.isPartOfName(h, up); up = s.up(h) {
		h = up
	}
	over := s.up(h)
	return !slices.Contains(c.heads, h) && !slices.Contains(c.heads, over) && (!c.predicate.ok() || over != c.predicate.head)
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
		if s.isAside(p) || c.verb.copula {
			continue
		}
		rest := slices.Delete(slices.Clone(c.prepended), k, k+1)
		r := s.relation(c.verb, base+" "+s.prepositionWords(p))
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(append(rest, c.phrases...), c.times)}}
	}
	return nil
}

// ofStatements: "X led members of the Red Cross" also says of X that it "leads
// members of" the Red Cross, so that what is named is an argument of its own.
func (s *sentence) ofStatements(st statement) []statement {
	n := st.object
	if !n.ok() || len(n.conjuncts) > 0 || n.predicate || n.temporal || n.amount || st.relation.Inverse || s.isRole(n.head) || s.isProper(n) {
		return nil
	}
	for _, k := range s.kids(n.head) {
		c := s.kid(k, "case")
		if s.rel(k) != "nmod" || k < n.head || c < 0 || s.lower(c) != "of" || !s.isProper(s.nounOf(k)) {
			continue
		}
		word := nlp.Range{First: n.head, End: n.head + 1}
		for word.First > n.tokens.First+1 && s.isHyphenToken(word.First-1) {
			word.First -= 2 // "prime minister-designate"
		}
		base := st.relation.Base + " " + strings.ToLower(s.doc.TextOf(word)) + " of"
		r := Relation{Base: base, Label: thirdPerson(base), Tokens: append(slices.Concat(st.relation.Tokens, tokensOf(word)), c)}
		slices.Sort(r.Tokens)
		r.Tokens = slices.Compact(r.Tokens)
		return []statement{{st.subject, r, s.nounOf(k), Phrase, nil}}
	}
	return nil
}

// reciprocal: "Peru and Chile met in Lima" also says that Peru meets Chile.
func (s *sentence) reciprocal(c *clause) []statement {
	base, ok := reciprocalVerbs[s.lemmaOf(c)]
	if !ok || c.verb.passive || len(c.objects) > 0 || len(c.verb.chain) > 0 || !s.hasWord(c.subject, "and") {
		return nil
	}
	at := s.contextOf(c.all(-1), c.times)
	var list []statement
	for i, a := range c.subject.conjuncts {
		for _, b := range c.subject.conjuncts[i+1:] {
			r := understood(base, c.verb.tokens...)
			list = append(list, statement{a, r, b, Phrase, at})
		}
	}
	return list
}
