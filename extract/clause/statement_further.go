package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// ofStatements: "X led members of the Red Cross" also says of X that it "leads
// members of" the Red Cross, so that what is named is an argument of its own.
func (s *sentence) ofStatements(st statement) []statement {
	n := st.object
	if !n.ok() || len(n.conjuncts) > 0 || n.predicate || n.temporal || n.amount || st.relation.Inverse || s.isRole(n.head) || s.isProper(n) || s.isMultiple(n) {
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
		r := Relation{Base: base, Label: thirdPerson(base), Tokens: append(slices.Concat(st.relation.Tokens, tokensOf(word)), c), Modal: st.relation.Modal}
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
