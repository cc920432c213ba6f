package clause

// gappedStatements: "The Greens won 40 seats, the Liberals 22" also says that the
// Liberals won 22. See mendGappedClause.
func (s *sentence) gappedStatements(c *clause, like statement) []statement {
	var list []statement
	for _, k := range s.kids(c.head) {
		if s.rel(k) != "gap" {
			continue
		}
		if o := s.kid(k, "orphan"); o >= 0 {
			list = append(list, statement{s.single(k), like.relation, s.single(o), Phrase, s.contextOf(c.prepended, nil)})
		}
	}
	return list
}
