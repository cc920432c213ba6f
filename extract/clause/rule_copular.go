package clause

// copular: "Lomé is the capital of Togo."
//
//	Lomé | is | the capital of Togo
//	Lomé | is capital of | Togo
//
// Also with adjectives ("is close to", "remains committed to") and prepositions
// ("is in"). Limit: "there is" names nobody and yields nothing.
var copularRule = clauseRule{"copular", copularConfidence,
	func(s *sentence, c *clause) bool { return s.links(c) },
	(*sentence).copularStatements,
}

// links reports whether c joins its subject to what it is: by a form of "be",
// or by a linking verb with adjectives.
func (s *sentence) links(c *clause) bool {
	return c.verb.copula || !c.verb.passive && linkingVerbs[s.lemmaOf(c)] && c.predicate.ok() && len(c.objects) == 0
}
