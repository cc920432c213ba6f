package clause

// clauseRule turns a clause into statements.
type clauseRule struct {
	name       string
	confidence float64 // see confidence.go
	applies    func(*sentence, *clause) bool
	build      func(*sentence, *clause) []statement
}

// clauseRules is the grammar of clauses: the first rule that applies to a
// clause takes it.
var clauseRules = []clauseRule{
	relativeRule,
	participleRule,
	infinitiveRule,
	copularRule,
	passiveAgentRule,
	passiveRule,
	activeRule,
	intransitiveRule,
	prepositionalRule,
}

// phraseRule finds propositions that stand in noun phrases and reports; all of
// them run over every sentence.
type phraseRule struct {
	name       string
	confidence float64
	find       func(*sentence) []Proposition
}

var phraseRules = []phraseRule{
	saysRule,
	accordingToRule,
	contentNounRule,
	speechTurnRule,
	titleRule,
	appositionRule,
	possessiveRule,
	tenureRule,
	affiliationRule,
	whereaboutsRule,
	originRule,
	eventRule,
	includingRule,
	ageRule,
}
