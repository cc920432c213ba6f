package english

import "slices"

// doing are the light verbs whose object is the noun of what somebody does: "launch a
// raid", "issue a denial".
var doing = set("make conduct launch stage deliver issue perform undertake mount")

// matchNominal answers what somebody did by statements that have it as a noun with a light
// verb: "the raid on the depot was conducted by X" for who raided the depot.
func (s *search) matchNominal(q *question) ([]found, error) {
	if q.pred.copular || q.asks != nobody && q.role == patient {
		return nil, nil
	}
	for _, asked := range s.lexicon.askedPhrases(q) {
		for _, group := range s.lexicon.groups[asked.text] {
			nouns := s.lexicon.all[group].Nouns
			if len(nouns) == 0 {
				continue
			}
			if out, err := s.matchClause(q.withNoun(nouns[0])); len(out) > 0 || err != nil {
				return out, err
			}
		}
	}
	return nil, nil
}

// withNoun returns the question with a noun in place of its verb. To whom it was done
// stands behind a preposition then, as what was ruled on does anyway.
func (q *question) withNoun(noun string) *question {
	asked := *q
	asked.nominal = true
	asked.pred = predicate{content: q.pred.content, negated: q.pred.negated}
	asked.args = slices.Clone(q.args)
	for i, a := range asked.args {
		if a.role == patient {
			asked.args[i].role, asked.args[i].prep = oblique, "on"
		}
	}
	asked.args = append(asked.args, arg{role: patient, phrase: phrase{words: []word{{noun, noun}}}})
	return &asked
}
