package clause

import (
	"strings"

	"kg/extract/nlp"
)

// secondary: "A court found Lund liable for the loss": what the object becomes or is held
// to be is part of the relation ("finds liable"), since nobody found Lund. The passive has
// the same relation, see passiveByAgent. Without such a word it returns nil. Limit: nouns
// ("elected her president") and what only goes with the deed ("won the title unbeaten") are
// a circumstance, the result.
func (s *sentence) secondary(c *clause, base string) []statement {
	result := c.result
	if !result.ok() && (c.filler.ok() || c.predicate.ok() && len(c.objects) == 1 && c.predicate.head < c.objects[0].head) {
		result = c.predicate // "the mill that it declared unsafe", "made public the list"
	}
	if !result.ok() || len(c.objects) != 1 || s.isReciprocal(c.objects[0]) || c.result.ok() && s.fullRel(result.head) != "xcomp:result" {
		return nil
	}
	full, more := s.withResult(base, result)
	r := s.relation(c.verb, full, more...)
	if n, ok := s.anticipated(c); ok {
		return []statement{{c.subject, r, n, Quotation, s.contextOf(c.prepended, c.times)}}
	}
	at := s.contextOf(c.all(-1), c.times)
	var list []statement
	for _, o := range members(c.objects[0]) {
		if result.ok() && o.head > result.head && !c.filler.ok() && result.head > c.objects[0].tokens.First {
			list = append(list, statement{c.subject, s.relation(c.verb, base), o, Phrase, at}) // "left two dead and the town without power"
		} else {
			list = append(list, statement{c.subject, r, o, Phrase, at})
		}
	}
	return list
}

// withResult returns base with the words of result behind it and their tokens; both as they
// are where there is none.
func (s *sentence) withResult(base string, result noun) (string, []nlp.Range) {
	if !result.ok() {
		return base, nil
	}
	if s.lower(result.tokens.First) == "more" && result.tokens.Len() > 1 {
		result.tokens.First++ // "left one more missing"
	}
	return base + " " + strings.ToLower(s.doc.TextOf(result.tokens)), []nlp.Range{result.tokens}
}

// resultOf returns what the object of c becomes as a circumstance, where it is no part of
// the relation.
func (s *sentence) resultOf(c *clause) []Context {
	if !c.result.ok() || s.fullRel(c.result.head) == "xcomp:result" && len(c.objects) == 1 {
		return nil
	}
	a := s.argument(c.result)
	return []Context{{Role: "result", Tokens: a.Tokens, Argument: a}}
}

// anticipated returns the infinitive that the object "it" of c stands for: "makes it illegal
// to sell guns".
func (s *sentence) anticipated(c *clause) (noun, bool) {
	if s.lower(c.objects[0].head) != "it" {
		return noun{}, false
	}
	for _, k := range s.clauses {
		if k.host == c && k.link == infinitiveClause && k.verb.main > c.result.head {
			return noun{tokens: s.trim(s.told.yield(k.head, s.isAdded)), head: k.head, predicate: true}, true
		}
	}
	return noun{}, false
}
