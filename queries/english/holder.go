package english

import (
	"slices"
	"strings"

	"kg/graph"
)

// matchHolder answers who is the holder of an office, the daughter of somebody,
// the capital of a country: by what is stated of the office, else by what
// somebody "is" in words, else by a name with the office in it.
func (s *search) matchHolder(q *question) ([]found, error) {
	statements, err := s.officeStatements(q)
	if err != nil {
		return nil, err
	}
	out, err := s.holders(q, statements)
	if err != nil || len(out) > 0 || q.topic.empty() || q.asks != someone {
		return out, err
	}
	statements, err = s.textStatements(q, relation{Relation: graph.Relation{IRI: isRelation}})
	if err != nil {
		return nil, err
	}
	out, err = s.holders(q, statements)
	if err != nil || len(out) > 0 {
		return out, err
	}
	return s.titled(q)
}

// holders returns who holds the office that is asked for by the statements.
func (s *search) holders(q *question, statements []*statement) ([]found, error) {
	var out []found
	for _, st := range statements {
		weight, err := s.officeFit(q, st)
		if err != nil {
			return nil, err
		}
		weight *= s.holds(q, st)
		if !q.past && len(q.times) == 0 && st.isOver() {
			weight *= fitFormer
		}
		holder := st.Subject
		switch {
		case q.asks == someone:
			weight *= whoFit(holder)
		case !q.other.empty():
			same, err := s.termFit(q.other, holder, st)
			if err != nil {
				return nil, err
			}
			weight *= same
		default:
			weight *= whatFit(graph.Term{IRI: holder.IRI, Name: holder.Name})
		}
		if weight >= leastScore {
			out = append(out, found{st: st, answer: holder, score: weight})
		}
	}
	return out, nil
}

// fitFormer is how well who held an office until some time before the article answers who
// holds it: only where nobody else is told to.
const fitFormer = 0.6

// isOver reports whether the time of a statement ended before its article: "mayor from
// 2008 to 2016".
func (st *statement) isOver() bool {
	for _, when := range st.times() {
		_, end, isPeriod := strings.Cut(stretched(when), "/")
		if n := min(len(end), len(st.Published)); isPeriod && n > 0 && end[:n] < st.Published[:n] {
			return true
		}
	}
	return false
}

// titled finds the holder of an office by a name that begins with it, "US
// Ambassador to Germany Jane Roe", as articles have names that nobody divides.
func (s *search) titled(q *question) ([]found, error) {
	named, err := s.view.Named(s.ctx, strings.Join(q.office, " ")+" "+q.topic.text(), maxNamed)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, n := range named {
		if n.Near || officeIn(q.office, n.Name) < 1 || !isNamed(n.Name) || len(strings.Fields(n.Name)) <= len(q.office)+len(q.topic.words)+1 {
			continue
		}
		ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{n.IRI}, Limit: 1})
		if err != nil {
			return nil, err
		}
		claims, err := s.view.Claims(s.ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, c := range claims {
			terms := []graph.Term{c.Subject, c.Object}
			if c.Speaker != nil {
				terms = append(terms, *c.Speaker)
			}
			for _, t := range terms {
				if t.IRI == n.IRI && t.Type == "Person" {
					out = append(out, found{st: newStatement(c, fit{}), answer: t, score: 0.8 * (0.6 + 0.4*c.Confidence)})
				}
			}
		}
	}
	return out, nil
}

// officeStatements returns the statements that may say who holds the office:
// those about what it is of, and those whose text has the words of the office.
func (s *search) officeStatements(q *question) ([]*statement, error) {
	entities := map[string]float64{}
	for _, p := range []phrase{q.topic, q.other, {words: wordsOf(q.office)}} {
		if p.empty() {
			continue
		}
		found, err := s.entities(p)
		if err != nil {
			return nil, err
		}
		for iri, sure := range found {
			entities[iri] = sure
		}
	}
	out, err := s.statementsSaying(entities, saysBeing)
	if err != nil {
		return nil, err
	}
	for _, r := range s.relations {
		if !saysBeing(r.pred) {
			continue
		}
		if r.IRI != holdsPosition && r.Edges > maxByRelation {
			continue
		}
		more, err := s.textStatements(q, r)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(st *statement) bool {
		known := seen[st.ID]
		seen[st.ID] = true
		return known
	}), nil
}

// maxTexts is how many texts one look-up takes; of the statements of one, the
// first maxRead are read.
const maxTexts = 20

// textStatements returns the statements of a relation whose object is a text
// with the words of the office.
func (s *search) textStatements(q *question, r relation) ([]*statement, error) {
	texts, err := s.view.Objects(s.ctx, r.IRI)
	if err != nil {
		return nil, err
	}
	texts = slices.DeleteFunc(texts, func(text string) bool { return officeIn(q.office, text) == 0 })
	var out []*statement
	for part := range slices.Chunk(texts, maxTexts) {
		ids, err := s.view.Statements(s.ctx, graph.Filter{Texts: part, Relations: []string{r.IRI}, Limit: maxByRelation})
		if err != nil {
			return nil, err
		}
		more, err := s.readStatements(ids, saysBeing)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

func wordsOf(lower []string) []word {
	words := make([]word, len(lower))
	for i, w := range lower {
		words[i] = word{w, w}
	}
	return words
}
