package english

import "kg/graph"

// matchEvent answers when something is: by a time of what is said of it.
func (s *search) matchEvent(q *question) ([]found, error) {
	_, statements, err := s.statementsOn(q.topic, anyRelation)
	if err != nil {
		return nil, err
	}
	asked := *q
	asked.future = true
	var out []found
	for _, st := range statements {
		weight := 0.0
		for _, t := range []graph.Term{st.Subject, st.Object} {
			sure, err := s.termFit(q.topic, t, st)
			if err != nil {
				return nil, err
			}
			weight = max(weight, sure)
		}
		if !st.pred.copular && !happening[st.pred.content] {
			weight *= 0.6
		}
		isWhen := st.pred.copular && st.pred.content == "be" && st.pred.prep == "" && isMoment(st.Object) // "the deadline is 4 May"
		for _, sl := range st.slots {
			if f := (found{st: st, answer: sl.term, score: weight * s.holds(&asked, st)}); (sl.prep == timeSlot || isWhen && sl.role == patient) && f.score >= leastScore {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// happening are verbs that say no more than that something happens.
var happening = map[string]bool{"take place": true, "happen": true, "occur": true, "begin": true, "start": true, "open": true, "hold": true}
