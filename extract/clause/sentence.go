package clause

import (
	"strings"

	"kg/extract/nlp"
)

// sentence is one sentence on its way to propositions.
type sentence struct {
	doc     *nlp.Document
	index   int
	tokens  nlp.Range
	quotes  []quote
	told    *reported // what the document reports, and its trees
	clauses []*clause // in the order of their verbs
	sure    float64   // the parser's probability of its tree, 0–1
}

// lower returns the word of token i in lower case.
func (s *sentence) lower(i int) string { return s.told.word(i) }

// tag returns the Penn tag of token i.
func (s *sentence) tag(i int) string { return s.told.tag(i) }

// lemma returns the lemma of token i in lower case.
func (s *sentence) lemma(i int) string { return s.told.lemma(i) }

// isWord reports whether the tag is that of a word or number.
func isWord(tag string) bool {
	return tag != "" && (tag[0] >= 'A' && tag[0] <= 'Z' || tag == "$" || tag == "#") && !strings.HasPrefix(tag, "-")
}
