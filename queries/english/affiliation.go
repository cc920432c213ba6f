package english

import (
	"slices"
	"strings"
)

// fitAffiliation is how well what somebody is said to be of answers where he is from, or
// to which party he belongs.
const fitAffiliation = 0.85

// matchAffiliation answers where somebody is from by the place that he is said to be of
// ("Moe of Bergen"), and to which party he belongs by the body of that name.
func (s *search) matchAffiliation(q *question) ([]found, error) {
	entities, statements, err := s.statementsOn(q.topic, saysOfWhat)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		weight := fitAffiliation * entities[st.Subject.IRI] * s.holds(q, st)
		switch {
		case q.form == originForm && st.Object.Type == "Place":
			weight *= q.classOf(st.Object)
		case q.form == partyForm && slices.Contains(stems(st.Object.Name), q.class.head()):
		default:
			continue
		}
		if weight >= leastScore {
			out = append(out, found{st: st, answer: st.Object, score: weight})
		}
	}
	return out, nil
}

// belonging are the nouns for who is from somewhere or of something.
var belonging = set("native resident citizen member")

// saysOfWhat reports whether a relation says where its subject is from, or to what it
// belongs: "is of", "comes from", "is member of".
func saysOfWhat(p predicate) bool {
	if p.modal != "" || p.passive {
		return false
	}
	noun, is := strings.CutPrefix(p.content, "be ")
	switch {
	case is:
		return p.prep == "of" && belonging[noun]
	case p.content == "be":
		return p.prep == "of" || p.prep == "from"
	}
	return (p.content == "come" || p.content == "hail") && p.prep == "from" || p.content == "belong" && p.prep == "to"
}
