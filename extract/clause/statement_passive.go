package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// passiveByAgent: "The meeting was chaired by Reed": Reed chairs the meeting.
func (s *sentence) passiveByAgent(c *clause) []statement {
	k := s.agent(c)
	p := c.phrases[k]
	active := *c.verb
	active.passive = false
	if len(active.chain) > 0 && active.chain[len(active.chain)-1].passive {
		return s.passiveStatements(c)
	}
	base, more := s.withResult(s.base(&active), c.predicate)
	r := s.relation(&active, base, append(more, p.preposition)...)
	r.Inverse = true
	list := []statement{{p.noun, r, c.subject, Phrase, s.contextOf(c.all(k), c.times)}}
	if len(c.objects) > 0 {
		list[0] = s.withSecond(list[0], c)
		rest := *c
		rest.phrases = slices.Delete(slices.Clone(c.phrases), k, k+1)
		list = append(list, s.passiveStatements(&rest)...)
	}
	return list
}

// withSecond adds to st, what somebody does to the subject of c, the second object that the
// passive has kept: "was fined five million by the court" says how much the court fined,
// "was elected mayor by the council" what she became, and "was given a watch by Lund" that
// Lund gave a watch.
func (s *sentence) withSecond(st statement, c *clause) statement {
	a, role := s.argument(c.objects[0]), ""
	switch lemma := s.lemmaOf(c); {
	case c.predicate.ok() || len(c.objects[0].conjuncts) > 0:
		return st
	case gifts[lemma] && !c.objects[0].amount:
		a, role = s.argument(c.subject), "recipient"
		st.object = c.objects[0]
	case gifts[lemma]:
		verb, rest, _ := strings.Cut(st.relation.Base, " ")
		st.relation.Base = strings.TrimSpace(verb + " to " + rest)
		st.relation.Label, role = thirdPerson(st.relation.Base), "amount"
	case payments[lemma] && c.objects[0].amount:
		role = "amount"
	case appointings[lemma]:
		role = "result"
	default:
		return st
	}
	st.context = inOrder(append(st.context, Context{Role: role, Tokens: a.Tokens, Argument: a}))
	return st
}

// agent returns the index of the phrase with "by" that names who did it, or -1.
func (s *sentence) agent(c *clause) int {
	if !c.verb.passive {
		return -1
	}
	for k, p := range c.phrases {
		if s.prepositionWords(p) == "by" && !s.isOfAside(p, c) && !s.isOfDeed(p, c) && !s.isMeans(p) && !s.isTime(p.noun) && !p.noun.amount && !(p.noun.tokens.Len() == 1 && methods[s.lower(p.noun.head)]) && !executions[s.lower(p.noun.head)] {
			return k
		}
	}
	return -1
}

// executions are ways to put somebody to death, and nobody who does it: "death by hanging for murder".
var executions = words("hanging", "injection", "stoning", "electrocution", "beheading", "squad", "firing")

// isOfAside reports whether p tells whose deed it is after which, behind a comma, c was done:
// "was sold, following a lawsuit by the auditor".
func (s *sentence) isOfAside(p prepositional, c *clause) bool {
	for _, q := range c.phrases {
		if w := s.prepositionWords(q); w != "after" && !s.isAmid(q) {
			continue
		}
		if q.preposition.First > c.verb.main && q.noun.tokens.End <= p.preposition.First && s.up(p.noun.head) == q.noun.head && s.doc.Word(q.preposition.First-1) == "," {
			return true
		}
	}
	return false
}

// isOfDeed reports whether p says whose deed it was after which c was reported: "others are
// reported missing in attacks by rebels", who report nothing.
func (s *sentence) isOfDeed(p prepositional, c *clause) bool {
	up := s.up(p.noun.head)
	return fates[s.lemmaOf(c)] && s.rel(p.noun.head) == "nmod" && up >= 0 && !slices.Contains(c.heads, up) && eventNouns[s.lemma(up)]
}

// isMeans reports whether p says by doing what something is done: "opened by breaking the lock".
func (s *sentence) isMeans(p prepositional) bool {
	return s.tag(p.noun.head) == "VBG" && s.rel(p.noun.head) == "advcl"
}

// fates are verbs of telling what became of somebody.
var fates = words("report", "confirm", "believe", "fear", "presume", "declare", "list", "identify", "name", "say", "know")

// methods are ways to die, to decide or to get in touch: "executed by hanging".
var methods = words("hanging", "beheading", "stoning", "electrocution", "asphyxiation", "strangulation", "acclamation", "consensus",
	"proxy", "telephone", "phone", "email", "mail", "post", "fax", "video", "videoconference", "name", "hand")

// passiveStatements: "X was elected president", "X was accused of Y", "X was stolen".
func (s *sentence) passiveStatements(c *clause) []statement {
	if p, ok := s.strandedPhrase(c); ok {
		r := s.relation(c.verb, s.base(c.verb)+" "+s.prepositionWords(p), p.preposition)
		return []statement{{c.subject, r, p.noun, Phrase, s.contextOf(c.all(-1), c.times)}}
	}
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
	if len(g.tokens) == 1 && g.tokens[0] == g.main && g.particle < 0 && (s.isElliptic(c.head) || s.rel(c.head) == "root" && s.hasPassiveSubject(c.head)) { // "and nine miles of road damaged"; the headline "Ferry captain jailed"
		n := noun{tokens: nlp.Range{First: g.main, End: g.main + 1}, head: g.main, predicate: true}
		return []statement{{c.subject, understood("be"), n, Title, s.contextOf(c.all(-1), c.times)}}
	}
	if len(g.chain) > 0 || g.particle >= 0 || len(g.tokens) < 2 || g.tokens[len(g.tokens)-1] != g.main || c.link == participialClause {
		return nil
	}
	cut := len(g.tokens) - 1
	for cut > 1 && strings.HasPrefix(s.tag(g.tokens[cut-1]), "RB") && !negators[s.lower(g.tokens[cut-1])] && g.tokens[cut-1] == g.tokens[cut]-1 {
		cut--
	}
	n := noun{tokens: nlp.Range{First: g.tokens[cut], End: g.main + 1}, head: g.main, predicate: true}
	if k := g.main + 1; k < s.tokens.End && (s.tag(k) == "VBN" || s.tag(k) == "VBG") && s.up(k) == g.main && s.rel(k) != "conj" {
		n.tokens.End = s.trim(s.told.yield(k, s.isAdded)).End // "found tied to a tree"
	}
	g.tokens = g.tokens[:cut]
	return []statement{{c.subject, s.relation(&g, "be"), n, Title, s.contextOf(c.all(-1), c.times)}}
}
