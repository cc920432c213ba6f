package clause

import "kg/extract/nlp"

// linkKind says how a clause hangs on its sentence.
type linkKind int

const (
	mainClause        linkKind = iota // stands by itself
	coordinateVerb                    // shares the subject of its host: "came and saw"
	relativeClause                    // describes a noun phrase: "who came"
	complementClause                  // what its host says or holds: "said that he came"
	adverbialClause                   // with a subordinator: "because he came"
	participialClause                 // "co-chaired by X", "urging him"
	infinitiveClause                  // "to send"
	attributionClause                 // "…, he said", "said X"
)

// clause is a verb group with what belongs to it.
type clause struct {
	verb    *verb
	head    int     // token that heads it in the tree: its verb, or the predicate of a copula
	heads   []int   // head and the heads of the clauses it takes in: "continues", "send"
	sibling *clause // the clause it is joined to, where it has a subject of its own or that clause's place

	inherited bool // its subject is understood
	link      linkKind
	marker    int // token that opens it, or -1
	host      *clause
	subject   noun
	filler    noun // object in front of the verb: "the record (which) she set"

	objects   []noun
	predicate noun // adjectives after a copula
	result    noun // adjectives that say what the object becomes: "dead" of "left six soldiers dead"
	prepended []prepositional
	phrases   []prepositional
	times     []noun

	modality Modality
	speaker  *Argument
}

// prepositional is a preposition with its noun phrase.
type prepositional struct {
	preposition nlp.Range
	noun        noun
}

// tokens returns the phrase with its preposition.
func (p prepositional) tokens() nlp.Range {
	return nlp.Range{First: p.preposition.First, End: p.noun.tokens.End}
}

// lemmaOf returns the lemma of c's main verb.
func (s *sentence) lemmaOf(c *clause) string { return s.lemma(c.verb.main) }
