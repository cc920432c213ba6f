package clause

// passive: "The bridge was closed to lorries in May."
//
//	the bridge | is closed to | lorries  {time: in May}
//
// Without anything that follows, the participle is the predicate: "The ring was
// not found" gives ring | is not | found.
var passiveRule = clauseRule{"passive", passiveConfidence,
	func(_ *sentence, c *clause) bool { return c.verb.passive },
	(*sentence).passiveStatements,
}

// passive-agent: "The talks were hosted by Qatar."
//
//	Qatar | hosts | the talks
//
// Limit: "by" with a time, an amount or a place ("by the river") is no agent; a
// place without such a mark is mistaken for one.
var passiveAgentRule = clauseRule{"passive-agent", passiveAgentConfidence,
	func(s *sentence, c *clause) bool { return s.agent(c) >= 0 },
	(*sentence).passiveByAgent,
}
