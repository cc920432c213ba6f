package clause

import "kg/extract/nlp"

// gappedStatements: "The Greens won 40 seats, the Liberals 22" also says that the
// Liberals won 22, "as did Peru" that Peru did so too, and "gold in May and silver in June"
// that silver was won in June. See mendGappedClause, mendDidSo, mendSecondRound and mendSecondResult.
func (s *sentence) gappedStatements(c *clause, like statement) []statement {
	var list []statement
	for _, k := range s.kids(c.head) {
		switch o := s.kid(k, "orphan"); {
		case s.fullRel(k) == "gap:same":
			list = append(list, statement{s.single(k), like.relation, like.object, like.kind, s.contextOf(s.attachedTo(k), nil)})
		case s.fullRel(k) == "gap:object" && len(c.objects) > 0 && !c.verb.passive:
			base, more := s.base(c.verb), []nlp.Range(nil)
			if i := s.kid(k, "result"); i >= 0 {
				base, more = s.withResult(base, s.adjectiveAt(i))
			}
			list = append(list, statement{like.subject, s.relation(c.verb, base, more...), s.single(k), Phrase, s.contextOf(s.attachedTo(k), nil)})
		case s.rel(k) == "gap" && o >= 0:
			r := like.relation
			if medals[s.lower(o)] {
				r = s.relation(c.verb, s.base(c.verb)) // not "wins gold in"
			}
			list = append(list, statement{s.single(k), r, s.single(o), Phrase, s.contextOf(c.prepended, nil)})
		}
	}
	return list
}
