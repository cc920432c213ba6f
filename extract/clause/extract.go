package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// Extract returns the propositions of a document, sentence by sentence and
// within one in text order of their relations. It needs tokens, Penn tags,
// lemmas and sentences; names are used where there are any.
func Extract(doc *nlp.Document) []Proposition {
	quotes := quotesOf(doc)
	told := newReported(doc)
	sentences := make([]*sentence, len(doc.Sentences))
	for k := range doc.Sentences {
		sentences[k] = parse(doc, k, quotes[k], told)
	}
	attributeQuotes(doc, sentences)
	var list []Proposition
	for k, s := range sentences {
		if !doc.Sentences[k].Furniture {
			list = append(list, s.propositions()...)
		}
	}
	return list
}

// longestSentence is the most tokens that a sentence may have for its clauses
// to be looked for. The longest in news, with lists of names in them, have some
// 450; beyond are tables and the like, which hold no clauses, and on which the
// search, whose time grows with more than the square of the length, would not
// come to an end.
const longestSentence = 1000

// parse finds the clauses of one sentence.
func parse(doc *nlp.Document, index int, quotes []quote, told *reported) *sentence {
	sent := doc.Sentences[index]
	s := &sentence{doc: doc, index: index, tokens: nlp.Range{First: sent.Body, End: sent.Tokens.End}, quotes: quotes, told: told}
	if s.tokens.Len() > longestSentence {
		return s
	}
	s.sure = s.sureOfAll()
	s.find()
	s.frame()
	return s
}

// propositions applies the rules.
func (s *sentence) propositions() []Proposition {
	var list []Proposition
	for _, c := range s.clauses {
		if !s.stands(c) {
			continue
		}
		for _, r := range clauseRules {
			if r.applies(s, c) {
				list = append(list, s.finish(r, c)...)
				break
			}
		}
	}
	for _, r := range phraseRules {
		list = append(list, r.find(s)...)
	}
	for i, p := range list {
		list[i].Confidence = s.trust(p)
	}
	list = slices.DeleteFunc(list, isGuess)
	whole := slices.Clone(list)
	list = slices.DeleteFunc(list, func(p Proposition) bool { return s.isDoubled(p, whole) })
	slices.SortStableFunc(list, func(a, b Proposition) int { return a.Subject.Tokens.First - b.Subject.Tokens.First })
	return list
}

// stands reports whether clause c states something of its own: it has a
// subject that names something, and it does not only report a clause.
func (s *sentence) stands(c *clause) bool {
	if !c.subject.ok() || s.tag(c.subject.head) == "EX" || s.isInterrogative(c.subject) || s.isExpletive(c) {
		return false
	}
	if w := s.lower(c.subject.head); (w == "'s" || w == "’s") && c.subject.tokens.Len() == 1 {
		return false // "let's talk"
	}
	if s.picksOut(c) {
		return false
	}
	if s.told.saysItself(c.subject.head, c.head) || c.marker >= 0 && s.lower(c.marker) == "than" {
		return false // "warmer than models predict": by how much, not what they do
	}
	return !s.told.isCue(c.verb.main) && !(c.verb.copula && s.told.isCue(c.head))
}

// picksOut reports whether c only tells of whom something is denied: "no person convicted of
// theft can vote" says of nobody that he was or was not convicted.
func (s *sentence) picksOut(c *clause) bool {
	h := s.up(c.head)
	return s.rel(c.head) == "acl" && h >= 0 && s.rel(h) == "nsubj" && s.told.nobody(h) == Negated && s.kid(s.up(h), "expl") < 0
}

// isInterrogative reports whether n is the "who" or "what" of a question, or a
// relative pronoun of which it is not known what it stands for.
func (s *sentence) isInterrogative(n noun) bool {
	return n.tokens.Len() == 1 && (strings.HasPrefix(s.tag(n.head), "W") || relativizers[s.lower(n.head)] && s.rel(n.head) == "nsubj" && s.rel(s.up(n.head)) == "acl")
}

// isExpletive reports whether c is "it is clear" before the clause that is clear, or "it was
// Lund" before the clause that tells of him.
func (s *sentence) isExpletive(c *clause) bool {
	if s.lower(c.subject.head) != "it" || !c.verb.copula {
		return false
	}
	if len(c.objects) == 1 && s.isProper(c.objects[0]) && s.kid(c.objects[0].head, "acl") > c.verb.main {
		return true
	}
	if !c.predicate.ok() {
		return false
	}
	for _, k := range s.clauses {
		if k.host == c && k.verb.main > c.verb.main && (k.link == infinitiveClause || k.link == complementClause || k.marker >= 0) {
			return true
		}
	}
	return false
}

// finish turns the statements of a clause into propositions, one for each
// member of a joined subject and object.
func (s *sentence) finish(r clauseRule, c *clause) []Proposition {
	if _, ok := s.strandedPhrase(c); !ok && c.filler.ok() && len(c.objects) == 0 {
		c.objects = []noun{c.filler}
	} else if c.filler.ok() && len(c.objects) == 1 && appointings[s.lemmaOf(c)] {
		c.objects = []noun{c.filler, c.objects[0]} // "the vote that they called a sham"
	}
	var list []Proposition
	for _, st := range s.statements(r, c) {
		subjects, objects := members(st.subject), members(st.object)
		modality := c.modality
		if s.hasWord(st.subject, "nor") || s.hasWord(st.object, "nor") {
			modality = strongest(modality, Negated)
		}
		if s.areAlternatives(st.subject) || s.areAlternatives(st.object) && !namingVerbs[s.lemmaOf(c)] {
			modality = strongest(modality, Possible)
		}
		for _, subject := range subjects {
			for _, object := range objects {
				if s.isFragment(subject) || s.isFragment(object) || s.asks(subject) || s.asks(object) {
					continue
				}
				list = append(list, s.affirm(Proposition{
					Sentence: s.index, Subject: s.argument(subject), Relation: st.relation, Object: s.object(object, st.kind),
					Context: st.context, Speaker: c.speaker, Modality: modality,
					Confidence: r.confidence, Rule: r.name,
				}))
			}
		}
	}
	return list
}

// asks reports whether n is what a question is about or stands for a clause:
// "what", "how many ships", "why".
func (s *sentence) asks(n noun) bool {
	return n.ok() && strings.HasPrefix(s.tag(n.tokens.First), "W") && !relativizers[s.lower(n.tokens.First)]
}

// isFragment reports whether n is a lone determiner or verb, or ends in what is no noun, which
// only a wrong tree takes for a participant.
func (s *sentence) isFragment(n noun) bool {
	if w := s.lower(n.head); n.ok() && mishaps[w] && n.tokens.End == n.head+1 {
		return true // "when a shell left from the war explodes"
	}
	if n.tokens.Len() != 1 || n.predicate {
		return false
	}
	switch s.tag(n.head) {
	case "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "IN", "CC", "TO":
		return true
	case "RB":
		return s.lower(n.head) == "behind" // "came from behind"
	case "DT":
		w := s.lower(n.head)
		return w == "a" || w == "an" || w == "the"
	}
	return false
}

// mishaps are forms that are no nouns, although they are read as such behind one.
var mishaps = words("explodes", "detonates", "erupts", "derails", "overturns", "capsizes", "collides", "topples")

// statements returns what rule r makes of c and what follows from that: the
// first statement has the clauses around it as circumstances.
func (s *sentence) statements(r clauseRule, c *clause) []statement {
	if s.doesSo(c) {
		return nil
	}
	list := r.build(s, c)
	if len(list) > 0 {
		list[0].context = inOrder(slices.Concat(list[0].context, s.clausalContext(c), s.resultOf(c)))
	}
	if len(list) > 0 {
		list = append(list, s.ofStatements(list[0])...)
		list = append(list, s.gappedStatements(c, list[0])...)
	}
	return append(list, s.reciprocal(c)...)
}

// doesSo reports whether c only stands for another clause: "he was asked to do so".
func (s *sentence) doesSo(c *clause) bool {
	last := c.heads[len(c.heads)-1]
	for _, k := range s.kids(last) {
		if w := s.lower(k); s.lemma(last) == "do" && k == last+1 && (w == "so" || w == "likewise") {
			return true
		}
	}
	return false
}

// hasWord reports whether word joins the members of n.
func (s *sentence) hasWord(n noun, word string) bool {
	for i := n.tokens.First; i < n.tokens.End; i++ {
		if len(n.conjuncts) > 0 && s.lower(i) == word {
			return true
		}
	}
	return false
}

// areAlternatives reports whether "or" joins the members of n of which only one need be
// meant: "Oslo or Bergen". Of kinds of things both are: "carries cars or lorries"; and
// behind a comma stands another word for the same: "the lynx, or bobcat".
func (s *sentence) areAlternatives(n noun) bool {
	if !s.hasWord(n, "or") {
		return false
	}
	or := n.conjuncts[1].tokens.First - 1
	for isMark(s.doc, or) {
		or-- // "the race, or “Long Mile”"
	}
	if len(n.conjuncts) == 2 && s.lower(or) == "or" && s.lower(or-1) == "," {
		return false
	}
	return slices.ContainsFunc(n.conjuncts, func(m noun) bool {
		tag := s.tag(m.head)
		return tag == "NN" || tag == "NNP" || tag == "CD"
	})
}

// namingVerbs are verbs of which every name behind them is borne: "known as flu or grippe".
var namingVerbs = words("know", "call", "name", "dub", "nickname", "title", "spell", "rename")

// affirm moves a "no" from an argument to the modality: "no ships sank near X"
// becomes "ships" and "does not sink near". "Nobody" keeps its place.
func (s *sentence) affirm(p Proposition) Proposition {
	for _, a := range []*Argument{&p.Subject, &p.Object} {
		if a.None() {
			continue
		}
		first := s.lower(a.Tokens.First)
		if a.Kind == Quotation || first != "no" && first != "neither" && first != "nobody" && first != "nothing" && first != "none" {
			continue
		}
		p.Modality = strongest(p.Modality, Negated)
		if a == &p.Subject && a.Tokens.Len() == 1 && first != "no" && first != "neither" && p.Modality == Negated {
			p.Modality = byNobody
		}
		if first == "no" && a.Tokens.Len() > 1 && s.lower(a.Tokens.First+1) != "one" {
			a.Tokens.First++
		}
	}
	return p
}

// object returns the argument of n, of kind if that is not Phrase.
func (s *sentence) object(n noun, kind ArgumentKind) Argument {
	if !n.ok() {
		return noArgument()
	}
	if kind == Demonym {
		return s.adjectiveArgument(n.head)
	}
	a := s.argument(n)
	if kind != Phrase && a.Kind == Phrase {
		a.Kind = kind
	}
	return a
}

// members returns what a noun phrase joins, or the noun phrase itself.
func members(n noun) []noun {
	if len(n.conjuncts) > 0 && !n.joint {
		return n.conjuncts
	}
	return []noun{n}
}

// attributeQuotes marks clauses inside quotations that nobody is found to speak:
// they are said by somebody unnamed.
func attributeQuotes(doc *nlp.Document, sentences []*sentence) {
	for _, s := range sentences {
		for _, c := range s.clauses {
			if q := s.inQuote(c.verb.main); q >= 0 && c.speaker == nil && s.isSpeech(s.quotes[q]) {
				c.modality = strongest(c.modality, Said)
			}
		}
	}
}
