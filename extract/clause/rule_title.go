package clause

import (
	"strings"

	"kg/extract/nlp"
)

// title: "Kenyan President William Ruto"
//
//	William Ruto | holds position | Kenyan President
//
// The title ends at the last noun of a chunk that names an office, and a name
// follows it. Limit: a name that is itself such a noun ("Judge Dredd King").
var titleRule = phraseRule{"title", titleConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for i := range s.phrases {
		title, name, ok := s.titleIn(i)
		if !ok || kinNouns[s.lemma(title.End-1)] {
			continue
		}
		list = append(list, Proposition{
			Sentence: s.index, Modality: Asserted, Confidence: titleConfidence, Rule: "title",
			Subject:  Argument{Tokens: name, Head: name.End - 1},
			Relation: Relation{Label: "holds position", Base: "hold position"},
			Object:   Argument{Tokens: title, Head: title.End - 1, Kind: Title},
		})
	}
	return list
}}

// titleIn divides noun chunk i into title and name.
func (s *sentence) titleIn(i int) (title, name nlp.Range, ok bool) {
	p := s.phrases[i]
	if p.kind != nounChunk || p.temporal {
		return title, name, false
	}
	first := p.tokens.First
	if p.possessor.Len() > 0 {
		first = p.possessor.End + 1
	}
	cut := -1
	for k := first; k < p.tokens.End-1; k++ {
		if titleNouns[s.lemma(k)] && strings.HasPrefix(s.tag(k), "NN") || kinNouns[s.lemma(k)] && s.tag(k) == "NN" {
			cut = k
		}
	}
	if cut < 0 || !s.allProper(cut+1, p.tokens.End) {
		return title, name, false
	}
	for first < cut && (s.tag(first) == "DT" || s.tag(first) == "PRP$") {
		first++
	}
	return nlp.Range{First: first, End: cut + 1}, nlp.Range{First: cut + 1, End: p.tokens.End}, true
}

// allProper reports whether the tokens from first to end are parts of a name.
func (s *sentence) allProper(first, end int) bool {
	for i := first; i < end; i++ {
		if !strings.HasPrefix(s.tag(i), "NNP") || titleNouns[s.lower(i)] {
			return false
		}
	}
	return end > first
}
