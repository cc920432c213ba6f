package clause

import "strings"

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
