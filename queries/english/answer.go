package english

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kg/graph"
)

// What becomes of the answers.
const (
	supportBonus = 0.02 // for each further article, up to maxBonus
	maxBonus     = 0.06
	shareOfBest  = 0.7 // an answer with less than this share of the best score is left out
	maxAnswers   = 20
	maxEvidence  = 5
)

// reply answers a question.
func (s *search) reply(q *question) (*Reply, error) {
	r := &Reply{Question: q.text, Understood: q.String()}
	var matched []found
	var err error
	switch {
	case q.form == linkForm:
		r.Answers, matched, err = s.link(q)
	case q.asks == nobody:
		r.Answers, matched, err = s.truth(q)
	default:
		matched, err = s.matches(q)
		r.Answers = rank(matched)
	}
	if err == nil {
		err = s.citePremises(r.Answers)
	}
	if err != nil {
		return nil, err
	}
	r.Notes = s.notes
	r.Gizmo, err = script(q, matched)
	return r, err
}

// matches returns what answers a question, by its form.
func (s *search) matches(q *question) ([]found, error) {
	switch q.form {
	case holderForm:
		return s.matchHolder(q)
	case identityForm:
		return s.matchIdentity(q)
	case locationForm:
		return s.matchLocation(q)
	case originForm, partyForm:
		return s.matchAffiliation(q)
	case eventForm:
		return s.matchEvent(q)
	case ageForm:
		return s.matchAge(q)
	case saidForm:
		return s.matchSaid(q)
	}
	if isCalling(q) {
		return s.matchCalled(q)
	}
	out, err := s.matchClause(q)
	switch {
	case len(out) > 0 || err != nil:
		return out, err
	case q.meant.verb != "":
		return s.matchMeant(q)
	case asksEmployer(q):
		return s.matchEmployer(q)
	}
	return s.matchNominal(q)
}

// officeKey is what the ways to name an office have in common: "president of United States"
// and "President of the United States".
func officeKey(name string) string {
	return strings.ReplaceAll(graph.FoldName(name), " of the ", " of ")
}

// rank makes answers of the statements that were found: those that say the same
// are one answer, the best first, and what is far worse than the best is none.
func rank(matched []found) []Answer {
	slices.SortStableFunc(matched, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.st.ID, b.st.ID))
	})
	answers := []Answer{}
	place := map[string]int{}
	articles := map[string]map[string]bool{}
	for _, m := range matched {
		name := or(m.text, m.answer.Name)
		key := or(m.answer.IRI, graph.FoldName(name))
		if m.text != "" {
			key = officeKey(m.text)
		} else if m.st.Relation.IRI == holdsPosition && m.answer.IRI == m.st.Object.IRI {
			key = officeKey(name) // "is president of" France says the same
		}
		if key == "" || m.score < leastScore {
			continue
		}
		at, known := place[key]
		if !known {
			at = len(answers)
			place[key] = at
			a := Answer{Name: name, Score: m.score}
			if a.ID = m.answer.IRI; a.ID == "" || m.text != "" {
				a.ID, a.Value = "", name
			}
			answers = append(answers, a)
			articles[key] = map[string]bool{}
		}
		articles[key][m.st.Article] = true
		if len(answers[at].Evidence) < maxEvidence {
			answers[at].Evidence = append(answers[at].Evidence, m.evidence())
		}
	}
	for key, at := range place {
		answers[at].Score = min(0.99, answers[at].Score+min(maxBonus, supportBonus*float64(len(articles[key])-1)))
	}
	slices.SortStableFunc(answers, func(a, b Answer) int { return cmp.Compare(b.Score, a.Score) })
	for i := range answers {
		if i == maxAnswers || answers[i].Score < shareOfBest*answers[0].Score {
			answers = answers[:i]
			break
		}
		answers[i].Score = round(answers[i].Score)
	}
	return answers
}

// round keeps two decimals: more would claim a precision that there is not.
func round(score float64) float64 { return math.Round(100*score) / 100 }

func (m found) evidence() Evidence {
	e := Evidence{Fact: m.st.ID, Article: m.st.Article, Sentence: m.st.Sentence, Title: m.st.Title, Published: m.st.Published, ReprintedIn: m.st.ReprintedIn, from: m.st.DerivedFrom}
	if m.because != "" {
		e.from = append(slices.Clone(e.from), m.because)
	}
	if m.st.Speaker != nil {
		e.Speaker = m.st.Speaker.Name
	}
	return e
}

// citePremises puts behind each derived statement those that it follows from,
// which the reader needs to see why it holds.
func (s *search) citePremises(answers []Answer) error {
	for i, a := range answers {
		var cited []Evidence
		for _, e := range a.Evidence {
			cited = append(cited, e)
			claims, err := s.view.Claims(s.ctx, e.from)
			if err != nil {
				return err
			}
			for _, c := range claims {
				cited = append(cited, found{st: &statement{Claim: c}}.evidence())
			}
		}
		answers[i].Evidence = cited
	}
	return nil
}

// truth answers a question for yes or no, and says how it is known: no where
// an article denies it, denied where somebody does, planned or possible where
// that is all that is said. Where one says so and another denies it, both stand.
func (s *search) truth(q *question) ([]Answer, []found, error) {
	var all []found
	ask := func(negated, future bool, word func(*statement) string) error {
		asked := *q
		asked.pred.negated, asked.future = negated, future
		matched, err := s.matches(&asked)
		for i := range matched {
			matched[i].text = word(matched[i].st)
		}
		all = append(all, matched...)
		return err
	}
	if err := ask(false, q.future, affirmed); err != nil {
		return nil, nil, err
	}
	if err := ask(true, false, denied); err != nil {
		return nil, nil, err
	}
	if len(all) == 0 && !q.future {
		if err := ask(false, true, affirmed); err != nil {
			return nil, nil, err
		}
	}
	return rank(all), all, nil
}

// affirmed says how a statement bears out what is asked.
func affirmed(st *statement) string {
	switch {
	case st.Modality == "future" || st.pred.chained:
		return "planned"
	case st.Modality == "possible":
		return "possible"
	}
	return "yes"
}

// denied says how a statement denies what is asked.
func denied(st *statement) string {
	if st.Speaker != nil {
		return "denied"
	}
	return "no"
}
