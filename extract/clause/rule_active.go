package clause

// active: "Norway sent two ships to the island on Monday."
//
//	Norway | sends | two ships  {to: to the island} {time: on Monday}
//
// A bare event noun after a light verb belongs to the relation ("held talks
// with"). Limit: of two objects the second is the object, the first a
// recipient, unless the second is a sum of money; a verb without an object is left to prepositional.
var activeRule = clauseRule{"active", activeConfidence,
	func(_ *sentence, c *clause) bool { return len(c.objects) > 0 || c.filler.ok() },
	(*sentence).activeStatements,
}
