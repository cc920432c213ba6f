package english

import (
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// How sure it is that something is whose it is taken for.
const (
	fitNamedFor = 0.95 // "Russian forces", "Russia's forces"
	fitOwns     = 0.9  // the owner, founder or head of a company
)

// maxOwned is how many answers are asked whose they are.
const maxOwned = 5

// owners puts in place of the answers of a clause those to whom they belong:
// Germany for Boris Pistorius, where a country's defence minister is asked for.
func (s *search) owners(q *question, answers []found) ([]found, error) {
	var out []found
	for _, a := range answers[:min(maxOwned, len(answers))] {
		of, err := s.ownersOf(q, a)
		if err != nil {
			return nil, err
		}
		for _, o := range of {
			switch {
			case q.class.empty():
				o.score *= whoFit(o.answer)
			default:
				o.score *= classFit(q.class, o.answer)
			}
			if o.score *= a.score; o.score >= leastScore {
				o.st = a.st
				out = append(out, o)
			}
		}
	}
	return out, nil
}

func (s *search) ownersOf(q *question, a found) ([]found, error) {
	of, err := s.namedFor(q.owned, a.answer)
	if err != nil || len(of) > 0 {
		return of, err
	}
	if a.answer.IRI == "" {
		return nil, nil
	}
	statements, err := s.statementsSaying(map[string]float64{a.answer.IRI: 1}, saysWhose)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		if st.Modality != "asserted" {
			continue
		}
		office, ofWhat := strings.CutPrefix(st.pred.content, "be ")
		switch {
		case st.Subject.IRI == a.answer.IRI && ofWhat && st.Object.IRI != "" && officeIn(strings.Fields(graph.FoldName(q.owned.text())), office) == 1:
			out = append(out, found{answer: st.Object, score: 1, because: st.ID})
		case st.Object.IRI == a.answer.IRI && classFit(q.owned, a.answer) >= fitOwns:
			out = append(out, found{answer: st.Subject, score: fitOwns, because: st.ID})
		}
	}
	return out, nil
}

// heading are what somebody is of a company, and does with one, that is called his.
var heading = []string{"be owner", "be founder", "be chief executive", "be president", "be head", "be chairman", "be chair", "be director", "own", "found", "head", "lead", "run"}

// saysWhose reports whether a relation says whose its object is, or of what its
// subject is something.
func saysWhose(p predicate) bool {
	return p.modal == "" && !p.negated && !p.passive && (slices.Contains(heading, p.content) || p.copular && p.content != "be" && p.prep == "of")
}

// namedFor returns whose something is by its name: "Russian forces", "Russia's
// forces".
func (s *search) namedFor(owned phrase, t graph.Term) ([]found, error) {
	if headOf(t.Name) != owned.head() {
		return nil, nil
	}
	words := split(t.Name)
	if i := slices.IndexFunc(words, func(w word) bool { return w.lower == "of" }); i > 0 {
		of := untitled(undetermined(words[i+1:]))
		iri, err := s.surest(of)
		if err != nil || iri == "" || !of.isProper() {
			return nil, err
		}
		names, err := s.view.Names(s.ctx, iri)
		if err != nil || len(names) == 0 {
			return nil, err
		}
		return []found{{answer: graph.Term{IRI: iri, Name: names[0]}, score: fitNamedFor}}, nil
	}
	if i := slices.IndexFunc(words, func(w word) bool { return w.lower == "'s" }); i > 0 {
		named, err := s.view.Named(s.ctx, textOf(undetermined(words[:i])), 1)
		if err != nil || len(named) == 0 || !named[0].Exact {
			return nil, err
		}
		return []found{{answer: graph.Term{IRI: named[0].IRI, Name: named[0].Name}, score: fitNamedFor}}, nil
	}
	for _, w := range words {
		if c, ok := data.CountryNamed(countryOf(w)); ok {
			return []found{{answer: graph.Term{IRI: "kg:" + c.IRI, Name: c.Name, Type: "Place"}, score: fitNamedFor}}, nil
		}
	}
	return nil, nil
}

// untitled returns the phrase of words without an office before a name.
func untitled(words []word) phrase {
	for from := len(words) - 1; from > 0; from-- {
		if isTitle(strings.Fields(textOf(words[:from]))) {
			return parsePhrase(words[from:])
		}
	}
	return parsePhrase(words)
}
