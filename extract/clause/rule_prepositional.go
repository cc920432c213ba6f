package clause

// prepositional: "The delegates gathered in Oslo on Friday."
//
//	the delegates | gathers in | Oslo  {time: on Friday}
//
// The first preposition that is not about time joins the relation. Limit: a
// verb with neither object nor circumstance says nothing about two things and
// yields nothing.
var prepositionalRule = clauseRule{"prepositional", prepositionalConfidence,
	func(*sentence, *clause) bool { return true },
	(*sentence).prepositionalStatements,
}
