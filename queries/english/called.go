package english

import (
	"slices"
	"strings"

	"kg/graph"
)

// callings are verbs of saying what something is: "call the plan a blunder".
var callings = set("call label brand dub term describe")

// isCalling reports whether q asks what somebody calls something.
func isCalling(q *question) bool {
	return callings[q.pred.content] && !q.pred.passive && q.asks == thing && q.class.empty() && calledIn(q) >= 0 &&
		(q.role == patient || q.role == oblique && (q.prep == "as" || q.prep == ""))
}

// calledIn returns which phrase of q is what something is said of, -1 for none.
func calledIn(q *question) int {
	return slices.IndexFunc(q.args, func(a arg) bool { return a.role == patient })
}

// matchCalled answers what somebody calls something. A statement of it has both in the
// words said: "the plan “a blunder”", of which what stands behind the plan is the answer.
func (s *search) matchCalled(q *question) ([]found, error) {
	called := calledIn(q)
	asked := *q
	asked.role, asked.prep = patient, ""
	asked.args = slices.Clone(q.args)
	asked.args[called].role = content
	matched, err := s.matchClause(&asked)
	var out []found
	for _, f := range matched {
		if f.text = behind(f.answer, q.args[called].phrase); f.text != "" {
			out = append(out, f)
		}
	}
	return out, err
}

// behind returns what words said have behind the head of a phrase, "" where they lack it.
func behind(said graph.Term, p phrase) string {
	if said.IRI != "" {
		return ""
	}
	words := strings.Fields(said.Name)
	at := slices.IndexFunc(words, func(w string) bool { return headOf(strings.Trim(w, `"“”‘’',.`)) == p.head() })
	if at < 0 {
		return ""
	}
	return strings.Trim(strings.TrimPrefix(strings.Join(words[at+1:], " "), "as "), ` "“”‘’',.`)
}
