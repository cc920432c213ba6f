package clause

// relative: "The minister, who visited Quito, signed a treaty that ends the dispute."
//
//	the minister | visits | Quito
//	a treaty | ends | the dispute
//
// The subject, or the object where the clause has a subject of its own, is the
// noun phrase before it. Limit: of "A of B who", A is taken where it names a
// role, else B.
var relativeRule = clauseRule{"relative", relativeConfidence,
	func(_ *sentence, c *clause) bool { return c.link == relativeClause },
	(*sentence).voiced,
}

// isBareDescription reports whether c is an -ing form alone behind a noun that is
// nobody, which is a noun as often: "intelligence sharing", "street fighting".
func (s *sentence) isBareDescription(c *clause) bool {
	return c.verb.form == present && s.rel(c.head) == "acl" && !s.isMissing(c.verb.main) && s.kid(c.head, "advmod") < 0 &&
		!s.told.isPerson(c.subject.head)
}

// voiced builds a clause by its voice.
func (s *sentence) voiced(c *clause) []statement {
	switch {
	case s.links(c):
		return s.copularStatements(c)
	case s.agent(c) >= 0:
		return s.passiveByAgent(c)
	case c.verb.passive:
		return s.passiveStatements(c)
	case s.saysItAll(c) && !s.isBareDescription(c):
		return s.intransitiveStatements(c)
	}
	return s.activeStatements(c)
}
