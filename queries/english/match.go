package english

import (
	"slices"

	"kg/graph"
)

// found is a statement that answers the question, with what it answers.
type found struct {
	st      *statement
	answer  graph.Term
	text    string // the answer in words, where it is not the name of the term
	score   float64
	because string // a statement that is needed besides
	around  bool   // a circumstance is met by what surrounds the statement, not by a participant
}

// How many statements are read for a question. The most telling are looked for
// first; a hub's other statements are left unread.
const (
	maxDegree     = 100 // an entity with more quads leading to it is asked for by relation only
	maxUnasked    = 400 // statements of such entities that are read whatever their relation
	maxByRelation = 300 // statements of the relation, where nothing else is known
	maxStatements = 400
	maxRead       = 80  // statements that are read in full, with all they name
	maxRelations  = 500 // relations that one look-up takes
)

// leastScore is the least score of an answer.
const leastScore = 0.33

// matchClause returns the statements that fill the gap of a clause.
func (s *search) matchClause(q *question) ([]found, error) {
	fits := map[string][]fit{}
	var relations []string
	edges := 0
	for _, r := range s.relations {
		f := s.lexicon.relationFits(q, r.pred)
		if len(f) > 0 && f[0].state {
			continue // "is" says too much to be looked for: what is said of a name has it
		}
		if len(f) > 0 {
			fits[r.IRI] = f
			relations = append(relations, r.IRI)
			edges += r.Edges
		}
	}
	out, err := s.matchRelations(q, fits, relations, edges)
	if err == nil && len(out) == 0 && len(relations) > 0 && len(q.args) > 0 {
		out, err = s.matchLearned(q, fits, relations)
	}
	if err != nil {
		return nil, err
	}
	if !q.owned.empty() {
		return s.owners(q, out)
	}
	if q.asks == someone {
		if err := s.preferRelated(q, out); err != nil {
			return nil, err
		}
		return out, s.identify(out)
	}
	return out, nil
}

// matchMeant returns the statements that have what somebody means to do in words only:
// "votes" and "to leave the Union" for a question of who voted to leave it.
func (s *search) matchMeant(q *question) ([]found, error) {
	asked := *q
	asked.pred = predicate{content: q.meant.verb, negated: q.pred.negated}
	asked.args = slices.DeleteFunc(slices.Clone(q.args), func(a arg) bool { return a.role != agent })
	asked.args = append(asked.args, arg{role: content, phrase: q.meant.words})
	return s.matchClause(&asked)
}

// matchLearned tries the relations that say the same as those of the question
// by what the graph has of both.
func (s *search) matchLearned(q *question, fits map[string][]fit, relations []string) ([]found, error) {
	notes := len(s.notes)
	learned, err := s.learn(relations[:min(maxRelations, len(relations))])
	if err != nil || len(learned) == 0 {
		return nil, err
	}
	for _, iri := range learned {
		fits[iri] = fitsLearned(iri)
	}
	out, err := s.matchRelations(q, fits, learned, maxByRelation)
	if len(out) == 0 {
		s.notes = s.notes[:notes]
	}
	return out, err
}

// matchRelations returns the statements of the relations that fill the gap.
func (s *search) matchRelations(q *question, fits map[string][]fit, relations []string, edges int) ([]found, error) {
	ids, err := s.candidates(q, relations, edges)
	if err != nil {
		return nil, err
	}
	claims, err := s.claims(ids, func(r graph.Relation) bool {
		if _, known := fits[r.IRI]; !known {
			fits[r.IRI] = s.lexicon.relationFits(q, parseLabel(r.Label()))
		}
		return len(fits[r.IRI]) > 0
	})
	if err != nil {
		return nil, err
	}
	var out []found
	for _, claim := range claims {
		matched, err := s.matchWays(q, claim, fits[claim.Relation.IRI])
		if err != nil {
			return nil, err
		}
		out = append(out, matched...)
	}
	return out, nil
}

// matchWays matches a claim in the ways in which its relation can be taken, and
// returns the best.
func (s *search) matchWays(q *question, claim graph.Claim, ways []fit) ([]found, error) {
	var best []found
	for _, f := range ways {
		matched, err := s.match(q, newStatement(claim, f), f)
		if err != nil {
			return nil, err
		}
		if len(best) == 0 || len(matched) > 0 && matched[0].score > best[0].score {
			best = matched
		}
	}
	return best, nil
}

// match compares a statement with the clause, and returns what fills the gap.
func (s *search) match(q *question, st *statement, f fit) ([]found, error) {
	if f.state && st.pred.content != q.pred.content {
		return nil, nil
	}
	score := f.weight * st.modalityFit(q) * (0.6 + 0.4*st.Confidence)
	if score == 0 {
		return nil, nil
	}
	score *= s.timesFit(q, st)
	speaker, err := s.speakerFit(q, st)
	score *= speaker
	used := map[int]bool{}
	around, met := false, len(q.args) == 0
	for _, a := range q.args {
		if f.object && q.isComplement(a) {
			met = true
			continue
		}
		if score < leastScore || err != nil {
			return nil, err
		}
		var weight float64
		var outside bool
		weight, outside, err = s.argFit(q, a, st, f, used)
		score *= weight
		around = around || outside
		met = met || !outside || weight >= inSentence
	}
	if score < leastScore || err != nil || !met {
		return nil, err
	}
	if q.asks == nobody {
		return []found{{st: st, score: score}}, nil
	}
	return s.fill(q, found{st: st, score: score, around: around}, f, used)
}

// fill returns what fills the gap among the participants of a statement that
// are not used yet.
func (s *search) fill(q *question, fitting found, f fit, used map[int]bool) ([]found, error) {
	st, score := fitting.st, fitting.score
	var out []found
	for i, sl := range st.slots {
		weight := gapFit(q, sl, st, f)
		if weight*score < leastScore || used[i] {
			continue
		}
		given, err := s.isGiven(q, sl.term)
		if err != nil {
			return nil, err
		}
		if !given {
			fitting.answer, fitting.score = sl.term, score*weight
			out = append(out, fitting)
		}
	}
	return best(out), nil
}

// isGiven reports whether the question names the term itself: it is no answer.
func (s *search) isGiven(q *question, t graph.Term) (bool, error) {
	for _, a := range q.args {
		entities, err := s.entities(a.phrase)
		if err != nil || t.IRI != "" && entities[t.IRI] > sureOther {
			return true, err
		}
	}
	return false, nil
}

func (s *search) timesFit(q *question, st *statement) float64 {
	weight := 1.0
	for _, t := range q.times {
		weight *= t.fits(st.times(), st.Published, st.saysItself(phrase{words: split(t.words)}))
	}
	return weight
}

// speakerFit returns 1 where nobody is said to have said it, else how well the
// speaker of the statement fits.
func (s *search) speakerFit(q *question, st *statement) (float64, error) {
	if q.speaker.empty() {
		return 1, nil
	}
	if st.Speaker == nil {
		return 0, nil
	}
	return s.termFit(q.speaker, *st.Speaker, st)
}
