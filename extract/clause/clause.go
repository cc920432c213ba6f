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
	at      int // phrase of the verb group
	begin   int // first phrase of the clause
	end     int // phrase after its complements
	link    linkKind
	marker  int // token that opens it, or -1
	host    *clause
	subject noun
	filler  noun        // object in front of the verb: "the record (which) she set"
	front   phraseRange // phrases before the subject
	skip    int         // phrases after the verb that are its subject: "said X"
	unsure  bool        // its place in the sentence is a guess

	objects   []noun
	predicate noun // adjectives after a copula
	prepended []prepositional
	phrases   []prepositional
	times     []noun

	modality Modality
	speaker  *Argument
}

// phraseRange is a half-open range of phrases.
type phraseRange struct{ from, to int }

// prepositional is a preposition with its noun phrase.
type prepositional struct {
	preposition nlp.Range
	noun        noun
}

// tokens returns the phrase with its preposition.
func (p prepositional) tokens() nlp.Range {
	return nlp.Range{First: p.preposition.First, End: p.noun.tokens.End}
}

// within reports whether c is host or hangs on it, however deep.
func (c *clause) within(host *clause) bool {
	for k := c; k != nil; k = k.host {
		if k == host {
			return true
		}
	}
	return false
}

// lemmaOf returns the lemma of c's main verb.
func (s *sentence) lemmaOf(c *clause) string { return s.lemma(c.verb.main) }
