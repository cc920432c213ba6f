package english

import (
	"cmp"
	"slices"

	"kg/graph"
)

// Of answers that fit alike, one that the graph relates to what the question
// names besides is the better: who signed "for Benin" is of Benin.
const (
	costUnrelated = 0.9
	mostRelated   = 20 // answers for which that is looked up
)

// preferRelated lowers the answers that have nothing to do with a circumstance
// of the question, where another has; where the circumstance is only in the
// words around, they are none. Whom somebody acts for has to be related to him.
func (s *search) preferRelated(q *question, answers []found) error {
	var about []string
	acting := false // for somebody
	for _, a := range q.args {
		if a.role != oblique || !a.phrase.isProper() {
			continue
		}
		iri, err := s.surest(a.phrase)
		if err != nil {
			return err
		}
		if iri != "" {
			about = append(about, iri)
			acting = acting || a.prep == "for"
		}
	}
	if len(about) == 0 || len(answers) < 2 && !acting || len(answers) > mostRelated {
		return nil
	}
	related := make([]bool, len(answers))
	for i, a := range answers {
		for _, iri := range about {
			between, err := s.view.Between(s.ctx, a.answer.IRI, iri, 1)
			if err != nil {
				return err
			}
			related[i] = related[i] || len(between) > 0
		}
	}
	for i, a := range answers {
		switch {
		case !related[i] && acting && a.around:
			answers[i].score = 0
		case related[i] || !slices.Contains(related, true):
		case a.around:
			answers[i].score = 0
		default:
			answers[i].score *= costUnrelated
		}
	}
	return nil
}

// identify puts in place of a description that answers, "Turkey's foreign
// minister", who is said to be that: who is asked for, a name tells more.
func (s *search) identify(answers []found) error {
	const most = 5 // descriptions that are looked up
	looked := 0
	for i, a := range answers {
		if a.answer.IRI == "" || isNamed(a.answer.Name) || looked == most {
			continue
		}
		looked++
		ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{a.answer.IRI}, Relations: []string{isRelation}, Limit: maxByRelation})
		if err != nil {
			return err
		}
		claims, err := s.view.Claims(s.ctx, ids[:min(len(ids), most)])
		if err != nil {
			return err
		}
		for _, c := range claims {
			if c.Object.IRI == a.answer.IRI && c.Subject.Type == "Person" && isNamed(c.Subject.Name) && c.Modality == "asserted" {
				answers[i].answer = c.Subject
				answers[i].score *= 0.95
				break
			}
		}
	}
	return nil
}

// isRelation is the relation between somebody and what he is said to be.
const isRelation = "rel:is"

// isNamed reports whether a name ends in a word with a capital, as names of
// people do and descriptions do not.
func isNamed(name string) bool {
	words := split(name)
	return len(words) > 0 && words[len(words)-1].isName()
}

// best keeps the answers of a statement that fit as well as the best of them.
func best(answers []found) []found {
	slices.SortStableFunc(answers, func(a, b found) int { return cmp.Compare(b.score, a.score) })
	return slices.DeleteFunc(answers, func(f found) bool { return f.score < 0.95*answers[0].score })
}
