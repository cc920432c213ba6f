package english

import (
	"cmp"
	"maps"
	"slices"

	"kg/extract/identity"
	"kg/extract/nlp"
	"kg/graph"
)

// claims reads the first statements of a list whose relation is wanted.
func (s *search) claims(ids []string, wanted func(graph.Relation) bool) ([]graph.Claim, error) {
	var kept []string
	for part := range slices.Chunk(ids, maxRead) {
		more, err := s.view.OfRelations(s.ctx, part, wanted)
		if err != nil {
			return nil, err
		}
		if kept = append(kept, more...); len(kept) >= maxRead {
			kept = kept[:maxRead]
			break
		}
	}
	return s.view.Claims(s.ctx, kept)
}

// unseen returns the relations that what is only said may stand under: it has
// no edges, and is not among the relations of the view.
func (s *search) unseen(q *question) []string {
	phrases := []string{q.pred.content}
	for _, asked := range s.lexicon.askedPhrases(q) {
		for _, i := range s.lexicon.groups[asked.text] {
			phrases = append(phrases, s.lexicon.all[i].Phrases...)
		}
	}
	var iris []string
	for _, phrase := range phrases {
		iris = append(iris, identity.RelationIRI(nlp.ThirdPerson(phrase)))
		if q.future { // "she said that she would resign in April"
			for _, prep := range []string{"", " in", " on", " at", " by"} {
				iris = append(iris, identity.RelationIRI("would "+phrase+prep))
			}
		}
	}
	slices.Sort(iris)
	return slices.Compact(iris)
}

// candidates returns the statements that may answer, those first that are about
// most phrases of the question.
func (s *search) candidates(q *question, relations []string, edges int) ([]string, error) {
	phrases := map[string]int{} // by statement: how many phrases lead to it
	about, err := s.leadsOf(q)
	if err != nil {
		return nil, err
	}
	for i, one := range about {
		ids, err := s.statementsAbout(one, relations)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			phrases[id]++
		}
		for _, other := range about[i+1:] {
			ids, err := s.statementsOfBoth(one, other, relations)
			if err != nil {
				return nil, err
			}
			for _, id := range ids {
				phrases[id] += 2
			}
		}
	}
	if len(relations) > 0 && (edges <= maxByRelation || len(about) == 0) || q.future {
		ids, err := s.view.Statements(s.ctx, graph.Filter{Relations: append(relations, s.unseen(q)...), Limit: maxByRelation})
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			phrases[id] += 0
		}
	}
	return slices.SortedFunc(maps.Keys(phrases), func(a, b string) int {
		return cmp.Or(cmp.Compare(phrases[b], phrases[a]), cmp.Compare(a, b))
	}), nil
}

// leadsOf returns for each phrase of a question the entities that lead to
// statements, phrases without any left out.
func (s *search) leadsOf(q *question) ([][]string, error) {
	var about [][]string
	for _, a := range q.args {
		if a.role == content {
			continue
		}
		for _, part := range append([]attached{{phrase: a.phrase}}, a.phrase.after...) {
			iris, err := s.leads(part.phrase)
			if err != nil {
				return nil, err
			}
			if len(iris) > 0 {
				about = append(about, iris)
			}
		}
	}
	if q.asks == number && q.pred.passive && !q.class.empty() {
		counted, err := s.leads(q.class) // what "is destroyed" has no relation of its own to be found by
		if err != nil {
			return nil, err
		}
		if len(counted) > 0 {
			about = append(about, counted)
		}
	}
	if len(about) == 1 {
		events, err := s.eventsAt(q)
		if err != nil || len(events) > 0 {
			return append(about, events), err
		}
	}
	return about, nil
}

// statementsOfBoth returns the statements with one of the relations that are
// about one of each: where both are hubs, those of either are too many to read.
func (s *search) statementsOfBoth(one, other, relations []string) ([]string, error) {
	if len(relations) == 0 || len(relations) > maxRelations {
		return nil, nil
	}
	return s.view.Statements(s.ctx, graph.Filter{About: one, With: other, Relations: relations, Limit: maxRead})
}

// leads returns the entities whose statements may be about a phrase: what it
// stands for, and what has its head for a name ("death" of "death of Macron").
func (s *search) leads(p phrase) ([]string, error) {
	entities, err := s.entities(p)
	if err != nil {
		return nil, err
	}
	found := maps.Clone(entities)
	if !p.isProper() {
		if err := s.named(p.head(), sureOther, maxCommon, false, found); err != nil {
			return nil, err
		}
	}
	return slices.Collect(maps.Keys(found)), nil
}

// statementsAbout returns the statements about entities: all of those of which
// little is known, those with one of the relations of the others.
func (s *search) statementsAbout(about, relations []string) ([]string, error) {
	slices.Sort(about)
	var few, many []string
	for _, iri := range slices.Compact(about) {
		n, err := s.view.Degree(s.ctx, iri)
		if err != nil {
			return nil, err
		}
		if n <= maxDegree {
			few = append(few, iri)
		} else {
			many = append(many, iri)
		}
	}
	ids, err := s.view.Statements(s.ctx, graph.Filter{About: few, Limit: maxUnasked})
	if err != nil || len(relations) == 0 {
		return ids, err
	}
	asked := graph.Filter{About: append(few, many...), Relations: relations, Limit: maxStatements}
	if len(relations) > maxRelations {
		asked.Relations = nil
	}
	more, err := s.view.Statements(s.ctx, asked)
	ids = append(ids, more...)
	slices.Sort(ids)
	return slices.Compact(ids), err
}
