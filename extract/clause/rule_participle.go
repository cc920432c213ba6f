package clause

// participle: "The summit, hosted by Kenya, ended on Friday, leaving two questions open."
//
//	Kenya | hosts | the summit
//	the summit | leaves | two questions
//
// A past participle belongs to the noun phrase before it, an -ing form after a
// comma to the subject. Limit: an -ing form after "for", "of" or "at" has no
// subject here and yields nothing.
var participleRule = clauseRule{"participle", participleConfidence,
	func(_ *sentence, c *clause) bool { return c.link == participialClause },
	(*sentence).voiced,
}
