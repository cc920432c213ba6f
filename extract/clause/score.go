package clause

import "kg/extract/nlp"

// isScore reports whether the number at token i is the first of a score: "2–0".
func (s *sentence) isScore(i int) bool {
	if i+2 >= s.tokens.End || s.tag(i+2) != "CD" || s.isNamed(i, nlp.Date) {
		return false
	}
	dash := s.doc.Word(i + 1)
	short := len(s.doc.Word(i)) <= 2 && len(s.doc.Word(i+2)) <= 2 // "737-800" is no score
	return (dash == "–" || dash == "-" && short) && s.told.head[i+2] == i
}

// scored-object: "Peru beat Chile 2-1 on Tuesday."
//
// The name between a verb and a score is who was beaten, and the score is no object.
func (t *deptree) mendScoredObject(i int) {
	n := t.head[i]
	if t.relation(i) != "obj" || t.tag(i) != "CD" || i+2 >= len(t.head) || t.head[i+2] != i || t.tag(i+2) != "CD" {
		return
	}
	for _, k := range t.kids[n] {
		if t.relation(k) == "obl" && t.kid(k, "case") < 0 && t.yield(k, nil).End == i && k > n && t.typeAt(k) != "" && t.typeAt(k) != nlp.Date {
			t.attach(k, n, "obj")
			return
		}
	}
}

// isTally reports whether the number at token i is the first of how a vote went: the
// council "voted nine to two" or "9-2" against the plan.
func (s *sentence) isTally(i, v int) bool {
	return tallied[s.lemma(v)] && s.tag(i) == "CD" && i+2 < s.tokens.End && s.tag(i+2) == "CD" && s.lower(i+1) == "to" &&
		s.up(i) == v && (s.up(i+2) == i || s.up(i+2) == v)
}

// tallied are the verbs of what votes and matches decide.
var tallied = words("vote", "rule", "win", "lose", "beat", "defeat")

// takeScore takes the score or the tally among what depends on the verb of c, which is
// how it ended and nobody's object: "beat Poland 2–0".
func (s *sentence) takeScore(c *clause) {
	v := c.heads[len(c.heads)-1]
	for i := c.verb.main + 1; i+2 < s.tokens.End && i < c.verb.main+longestResult; i++ {
		if s.tag(i) != "CD" || !s.isScore(i) && !s.isTally(i, v) {
			continue
		}
		if up := s.up(i); up != v && (up < 0 || s.up(up) != v) {
			continue
		}
		c.times = append(c.times, noun{tokens: nlp.Range{First: i, End: i + 3}, head: i, amount: true})
		return
	}
}

// longestResult is how far behind its verb a score stands at most: behind the name of
// who was beaten.
const longestResult = 12

// isResult reports whether the noun phrase n is a score or a tally.
func (s *sentence) isResult(n noun) bool {
	return n.tokens.Len() == 3 && !s.isNamed(n.head, nlp.Date) && !isYear(s.lower(n.head)) && n.head == n.tokens.First && (s.isScore(n.head) || s.lower(n.head+1) == "to" && s.tag(n.head) == "CD" && s.tag(n.head+2) == "CD")
}
