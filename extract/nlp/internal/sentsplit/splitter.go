package sentsplit

import "kg/extract/nlp/internal/perceptron"

// The classes of a model, in their order.
const (
	Inside = iota
	End
)

// Classes are the names of the classes.
var Classes = []string{"inside", "end"}

// caution is by how much a sentence has to end for the model where edited text
// would not end one: without it news loses more than mail gains.
const caution = 60

// Ends returns for every token whether a sentence ends after it.
func Ends(t *Text, model *perceptron.Model) []bool {
	ends := make([]bool, len(t.Tokens))
	var features []perceptron.Feature
	var scores [2]int32
	first := 0
	for i := range t.Tokens {
		switch {
		case t.LineEnds(i), t.Tokens[i+1].Mark == Item && t.Tokens[i].Mark != Item:
			ends[i] = true
		case t.Candidate(i):
			features = t.Features(features[:0], first, i)
			model.Score(features, scores[:])
			lead := scores[End] - scores[Inside]
			ends[i] = lead > caution || lead > 0 && t.Plain(i)
		}
		if ends[i] {
			first = i + 1
		}
	}
	return ends
}

// LineEnds reports whether token i is the last of its line.
func (t *Text) LineEnds(i int) bool {
	return i+1 == len(t.Tokens) || t.Tokens[i+1].Gap == Break
}
