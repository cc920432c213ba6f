package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// activeStatements: "X sent Y to Z", "X held talks with Y".
func (s *sentence) activeStatements(c *clause) []statement {
	if len(c.objects) == 0 {
		return s.prepositionalStatements(c)
	}
	if s.lemmaOf(c) == "have" && s.hasDone(c.objects[0]) {
		return nil // "had Roe arrested"
	}
	base := s.base(c.verb)
	if list := s.secondary(c, base); list != nil {
		return list
	}
	if s.isReciprocal(c.objects[0]) {
		return s.mutual(c, base)
	}
	if k, ok := s.lightPhrase(c); ok {
		p := c.phrases[k]
		o := c.objects[0]
		r := s.relation(c.verb, base+" "+strings.ToLower(s.doc.TextOf(o.tokens))+" "+s.prepositionWords(p), o.tokens, p.preposition)
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)}}
	}
	if s.lemmaOf(c) == "take" && s.lower(c.objects[0].head) == "place" && c.objects[0].tokens.Len() == 1 && len(c.times) > 0 { // "took place on Monday"
		r := s.relation(c.verb, base+" place", c.objects[0].tokens)
		return []statement{{c.subject, r, c.times[0], Phrase, s.contextOf(c.all(-1), c.times[1:])}}
	}
	if n, ok := s.clausalObject(c); ok {
		return []statement{{c.subject, s.relation(c.verb, base), n, Quotation, s.contextOf(c.prepended, c.times)}}
	}
	object, at := c.objects[0], s.contextOf(c.all(-1), c.times)
	if o, ok := s.withInfinitive(c); ok && movings[s.lemmaOf(c)] {
		object = o
	}
	if len(c.objects) == 2 && appointings[s.lemmaOf(c)] {
		a := s.argument(c.objects[1])
		at = inOrder(append(at, Context{Role: "result", Tokens: a.Tokens, Argument: a}))
	} else if list := s.paid(c, base); list != nil {
		return list
	} else if len(c.objects) == 2 && c.objects[1].tokens.First == c.objects[0].tokens.End {
		object = c.objects[1]
		a := s.argument(c.objects[0])
		at = inOrder(append(at, Context{Role: "recipient", Tokens: a.Tokens, Argument: a}))
	}
	list := []statement{{c.subject, s.relation(c.verb, base), object, Phrase, at}}
	if st, ok := s.agreedWith(c, base); ok {
		list = append(list, st)
	}
	if st, ok := s.playedIn(c, base); ok {
		list = append(list, st)
	}
	return list
}

// agreedWith: "Lund signed a contract with Telmar" also says that he "signs contract
// with" it.
func (s *sentence) agreedWith(c *clause, base string) (statement, bool) {
	o := c.objects[0]
	if len(c.objects) != 1 || len(o.conjuncts) > 0 || !agreementNouns[s.lemma(o.head)] || !agreeingVerbs[s.lemmaOf(c)] || s.tag(o.head) != "NN" {
		return statement{}, false
	}
	for k, p := range c.phrases {
		if s.prepositionWords(p) == "with" && p.preposition.First >= o.tokens.End {
			words := nlp.Range{First: o.head, End: o.head + 1}
			r := s.relation(c.verb, base+" "+s.lower(o.head)+" with", words, p.preposition)
			return statement{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)}, true
		}
	}
	return statement{}, false
}

var (
	agreementNouns = words("contract", "deal", "agreement", "treaty", "pact", "accord", "memorandum", "truce", "ceasefire", "partnership")
	agreeingVerbs  = words("sign", "agree", "reach", "strike", "conclude", "clinch", "seal", "ink", "make", "have")
)

// playedIn: "Lund plays a thief in the film “Red Sky”" also says that he "plays in" it.
func (s *sentence) playedIn(c *clause, base string) (statement, bool) {
	if l := s.lemmaOf(c); l != "play" && l != "portray" || len(c.objects) != 1 {
		return statement{}, false
	}
	for k, p := range c.phrases {
		if s.prepositionWords(p) != "in" || p.preposition.First < c.objects[0].tokens.End || !s.isWork(p.noun) {
			continue
		}
		r := s.relation(c.verb, base+" in", p.preposition)
		return statement{c.subject, r, p.noun, Phrase, s.contextOf(c.all(k), c.times)}, true
	}
	return statement{}, false
}

// isWork reports whether n is a film, a book or the like, by its noun or as a name.
func (s *sentence) isWork(n noun) bool {
	return workNouns[s.lemma(n.head)] || s.isNamed(n.head, nlp.Work)
}

// Verbs with a person and a sum: of payments the person is the object with the sum and
// without it ("fined Norvik"), of gifts never.
var (
	payments = words("fine", "charge", "pay", "cost", "owe", "refund", "reimburse", "bill", "overcharge", "underpay")
	gifts    = words("give", "lend", "award", "grant", "send", "offer", "loan", "promise", "advance", "hand")
)

// paid: "The court fined Norvik five million euros": the sum says how much, and what
// is done is done to Norvik. Who is given a sum is no object: the state "gives to"
// Norvik. Of other verbs ("saves Norvik five million") it returns nil.
func (s *sentence) paid(c *clause, base string) []statement {
	verb := s.lemmaOf(c)
	if !payments[verb] && !gifts[verb] || len(c.objects) != 2 || c.objects[1].tokens.First != c.objects[0].tokens.End || !c.objects[1].amount || !s.hasMoney(c.objects[1].tokens) || c.objects[0].amount {
		return nil
	}
	a := s.argument(c.objects[1])
	at := inOrder(append(s.contextOf(c.all(-1), c.times), Context{Role: "amount", Tokens: a.Tokens, Argument: a}))
	if gifts[verb] {
		base += " to"
	}
	return []statement{{c.subject, s.relation(c.verb, base), c.objects[0], Phrase, at}}
}

// isReciprocal reports whether n is "each other" or "one another".
func (s *sentence) isReciprocal(n noun) bool {
	i := n.head
	if i+1 >= s.tokens.End {
		return false
	}
	w := s.lower(i) + " " + s.lower(i+1)
	return w == "each other" || w == "one another"
}

// mutual: "Peru and Chile accuse each other of spying": each does so to the other. Where
// the members are not named nothing is said of two things.
func (s *sentence) mutual(c *clause, base string) []statement {
	at := s.contextOf(c.all(-1), c.times)
	var list []statement
	for _, a := range c.subject.conjuncts {
		for _, b := range c.subject.conjuncts {
			if a.head != b.head {
				list = append(list, statement{a, s.relation(c.verb, base), b, Phrase, at})
			}
		}
	}
	return list
}

// hasDone reports whether n is what the subject has something done to: a name, or a thing of its
// own ("have their sentences commuted").
func (s *sentence) hasDone(n noun) bool {
	own := s.possessorOf(n.head)
	return slices.ContainsFunc(s.kids(n.head), func(k int) bool {
		return s.fullRel(k) == "acl:caused" || own >= 0 && s.tag(own) == "PRP$" && s.rel(k) == "acl" && s.tag(k) == "VBN" && s.subtree(k).First == n.head+1
	})
}

// movings are verbs that make somebody do what the infinitive behind their object says.
var movings = words("prompt", "force", "compel", "oblige", "lead", "push", "drive", "inspire", "make", "see",
	"require", "mandate", "order", "urge", "ask", "tell", "direct", "instruct", "invite", "encourage", "persuade")

// clausalObject: what "they want the state to free the prisoners" says of them
// is not that they want the state: object and infinitive are one object.
func (s *sentence) clausalObject(c *clause) (noun, bool) {
	if !clausalVerbs[s.lemma(c.verb.main)] {
		return noun{}, false
	}
	o, ok := s.withInfinitive(c)
	o.predicate = ok
	return o, ok
}

// withInfinitive returns the only object of c together with the infinitive whose doer it
// is, where there is one.
func (s *sentence) withInfinitive(c *clause) (noun, bool) {
	if len(c.objects) != 1 {
		return noun{}, false
	}
	o := c.objects[0]
	for _, k := range s.clauses {
		if k.host != c || k.link != infinitiveClause {
			continue
		}
		if s.beforeVerb(o, k).tokens == k.subject.tokens {
			o = k.subject
			o.tokens = join(o.tokens, s.trim(s.told.yield(k.head, s.isAdded)))
			o.conjuncts = nil
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
	if lemma := s.lemma(c.verb.main); !bare || !lightVerbs[lemma] || lemma == "carry" && c.verb.particle < 0 || len(c.objects) > 1 {
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
