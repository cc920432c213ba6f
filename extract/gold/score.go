package gold

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"kg/extract"
)

// Ratio is how many of how many.
type Ratio struct {
	Found int `json:"found"`
	Of    int `json:"of"`
}

// Share is Found as a part of Of, 0 where there are none.
func (r Ratio) Share() float64 {
	if r.Of == 0 {
		return 0
	}
	return float64(r.Found) / float64(r.Of)
}

func (r *Ratio) add(found bool) {
	r.Of++
	if found {
		r.Found++
	}
}

// Miss is an annotated fact that was not found, or a forbidden one that was.
type Miss struct {
	Article string `json:"article"`
	Fact    string `json:"fact"`
	Kind    string `json:"kind,omitempty"`
	Reason  string `json:"reason"`
}

// Score is how extractions agree with annotations.
type Score struct {
	Articles    int              `json:"articles"`
	Facts       map[string]Ratio `json:"facts"` // by kind
	Ours        int              `json:"our_facts"`
	Fitting     int              `json:"our_facts_fitting"` // that are an annotated one
	Forbidden   Ratio            `json:"forbidden_stated"`
	Entities    Ratio            `json:"entities"`
	Typed       Ratio            `json:"entities_typed"` // found, and of the right type
	Literals    Ratio            `json:"literals"`       // dates, amounts, quantities
	OverMerged  int              `json:"over_merged"`    // of ours that are two annotated ones
	UnderMerged int              `json:"under_merged"`   // annotated ones that are two of ours
	Missed      []Miss           `json:"missed,omitempty"`
	Stated      []Miss           `json:"stated,omitempty"` // forbidden, and stated
}

// Add adds the score of one article: what was extracted of it.
func (s *Score) Add(a *Article, x *extract.Extraction) {
	if s.Facts == nil {
		s.Facts = map[string]Ratio{}
	}
	m := newMatcher(a, x)
	s.Articles++
	s.Ours += len(x.Facts)
	s.facts(a, x, m)
	s.forbidden(a, x, m)
	s.entities(a, x, m)
}

// All is the ratio over all kinds of facts.
func (s *Score) All() Ratio {
	var all Ratio
	for _, r := range s.Facts {
		all.Found += r.Found
		all.Of += r.Of
	}
	return all
}

// reasons why a fact was not found, by how far the nearest of ours is it.
var reasons = map[match]string{otherThings: "nothing", otherRelation: "other relation", otherFrame: "wrong modality or speaker"}

func (s *Score) facts(a *Article, x *extract.Extraction, m *matcher) {
	used := map[int]bool{}
	for i := range a.Facts {
		g := &a.Facts[i]
		best := otherThings
		for k, f := range x.Facts {
			how := m.compare(g, f)
			if best = max(best, how); how == whole {
				used[k] = true
			}
		}
		r := s.Facts[g.Kind]
		r.add(best == whole)
		s.Facts[g.Kind] = r
		if best != whole {
			s.Missed = append(s.Missed, Miss{a.File, g.String(), g.Kind, reasons[best]})
		}
	}
	s.Fitting += len(used)
}

func (s *Score) forbidden(a *Article, x *extract.Extraction, m *matcher) {
	for i := range a.Forbidden {
		g := &a.Forbidden[i]
		stated := ""
		if g.Kind == kindMerge {
			if m.merged(g) {
				stated = "they are one thing"
			}
		} else if at := slices.IndexFunc(x.Facts, func(f extract.Fact) bool { return m.violates(g, f) }); at >= 0 {
			stated = "stated by: " + x.Facts[at].Sentence.Text
		}
		s.Forbidden.add(stated != "")
		if stated != "" {
			s.Stated = append(s.Stated, Miss{a.File, g.String(), g.Kind, stated})
		}
	}
}

// literalTypes are the types of what is no thing but a value.
var literalTypes = []string{"date", "money", "quantity"}

func (s *Score) entities(a *Article, x *extract.Extraction, m *matcher) {
	names := map[string]map[string]int{}
	types := map[string]string{}
	for _, e := range x.Entities {
		names[e.ID], types[e.ID] = namesOf(e, "name"), string(e.Type)
	}
	ids := slices.Sorted(maps.Keys(names))
	values := literalsOf(x)
	claims := map[string]int{}
	for i, e := range a.Entities {
		aliases := e.aliases()
		if len(e.Type) > 0 && !slices.ContainsFunc(e.Type, func(t string) bool { return !slices.Contains(literalTypes, strings.ToLower(t)) }) {
			s.Literals.add(meet(aliases, values) || slices.ContainsFunc(ids, func(id string) bool { return mentions(names[id], aliases) > 0 }))
			continue
		}
		own := map[string]bool{} // names that no other annotated thing has
		for alias := range aliases {
			if len(m.holders[alias]) == 1 {
				own[alias] = true
			}
		}
		var hits, sure []string
		for _, id := range ids {
			if mentions(names[id], aliases) > 0 {
				hits = append(hits, id)
			}
			if mentions(names[id], own) > 0 {
				sure = append(sure, id)
				claims[id]++
			}
		}
		if len(sure) > 1 {
			s.UnderMerged++
		}
		s.Entities.add(len(hits) > 0)
		s.Typed.add(len(hits) > 0 && rightType(a.Entities[i].Type, types[mainOf(hits, sure, names, aliases)]))
	}
	for _, n := range claims {
		if n > 1 {
			s.OverMerged++
		}
	}
}

// mainOf returns the one of ours that is most often called so.
func mainOf(hits, sure []string, names map[string]map[string]int, aliases map[string]bool) string {
	if len(sure) > 0 {
		hits = sure
	}
	return slices.MinFunc(hits, func(a, b string) int {
		return cmp.Or(cmp.Compare(mentions(names[b], aliases), mentions(names[a], aliases)), strings.Compare(a, b))
	})
}

func rightType(wanted OneOrAll, got string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(t string) bool { return strings.EqualFold(t, got) })
}

// mentions returns how often a thing is called one of the names.
func mentions(names map[string]int, called map[string]bool) int {
	n := 0
	for name := range called {
		n += names[name]
	}
	return n
}

// literalsOf returns the normal forms of objects and circumstances, as they are
// and without their first word, a preposition.
func literalsOf(x *extract.Extraction) map[string]bool {
	out := map[string]bool{}
	add := func(text string) {
		if text == "" {
			return
		}
		text = normal(text)
		_, rest, _ := strings.Cut(text, " ")
		out[text], out[rest] = true, true
	}
	for _, f := range x.Facts {
		add(f.Object.Text)
		add(f.Object.Value)
		for _, c := range f.Context {
			add(c.Text)
			add(c.Value)
		}
	}
	return out
}
