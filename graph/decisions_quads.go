package graph

import (
	"slices"

	"github.com/cayleygraph/quad"
)

// An article's quads after what people decided.

// renamed returns quads with other IRIs for entities, sorted and each once.
func renamed(quads []quad.Quad, to map[string]string) []quad.Quad {
	if len(to) == 0 {
		return quads
	}
	other := func(v quad.Value) quad.Value {
		if iri, ok := v.(quad.IRI); ok {
			if name, ok := to[string(iri)]; ok {
				return safeIRI(name)
			}
		}
		return v
	}
	out := make([]quad.Quad, len(quads))
	for i, q := range quads {
		q.Subject, q.Object = other(q.Subject), other(q.Object)
		out[i] = q
	}
	return sorted(out)
}

// curated returns an article's quads after what people decided.
func curated(quads []quad.Quad, article string, decisions []Decision) []quad.Quad {
	if len(decisions) == 0 {
		return quads
	}
	to := map[string]string{}
	rejected := map[string]bool{}
	names := map[string]string{}
	for _, d := range decisions {
		switch d.Kind {
		case Split:
			if slices.Contains(d.Articles, article) {
				to[d.Subject] = d.Object
			}
		case Reject:
			rejected[d.Subject] = true
		case Rename:
			names[d.Subject] = d.Object
		}
	}
	quads = renamed(quads, to)
	quads = renamed(quads, mergesOf(decisions))
	return called(without(quads, rejected), names)
}

// mergesOf returns what each merged entity is now, chains followed to their end.
func mergesOf(decisions []Decision) map[string]string {
	into := map[string]string{}
	for _, d := range decisions {
		if d.Kind == Merge {
			into[d.Subject] = d.Object
		}
	}
	end := map[string]string{}
	for from, to := range into {
		for range into { // no chain is longer, and a cycle ends
			next, goesOn := into[to]
			if !goesOn {
				break
			}
			to = next
		}
		end[from] = to
	}
	return end
}

// without takes facts out of an article's quads: their statements, what is
// derived from them, and the edges, sentences and relations that no other
// statement of the article has.
func without(quads []quad.Quad, rejected map[string]bool) []quad.Quad {
	gone := map[quad.Value]bool{}
	for _, q := range quads {
		if q.Predicate == rdfType && q.Object == rdfStatement && rejected[plain(q.Subject)] {
			gone[q.Subject] = true
		}
	}
	if len(gone) == 0 {
		return quads
	}
	for grew := true; grew; {
		grew = false
		for _, q := range quads {
			if q.Predicate == kgDerivedFrom && gone[q.Object] && !gone[q.Subject] {
				gone[q.Subject], grew = true, true
			}
		}
	}
	lost, made := edgesOf(quads, gone)
	unused := unusedWithout(quads, gone)
	return slices.DeleteFunc(slices.Clone(quads), func(q quad.Quad) bool {
		t := triple{q.Subject, q.Predicate, q.Object}
		return gone[q.Subject] || unused[q.Subject] || lost[t] && !made[t]
	})
}

// unusedWithout returns the sentences and relations that only the statements that
// are gone have.
func unusedWithout(quads []quad.Quad, gone map[quad.Value]bool) map[quad.Value]bool {
	unused := map[quad.Value]bool{}
	for _, stays := range []bool{false, true} {
		for _, q := range quads {
			if (q.Predicate == kgSentence || q.Predicate == rdfPredicate) && gone[q.Subject] != stays {
				unused[q.Object] = !stays
			}
		}
	}
	return unused
}

// edgesOf returns the edges of the statements that are gone and of those that
// stay.
func edgesOf(quads []quad.Quad, gone map[quad.Value]bool) (lost, made map[triple]bool) {
	parts := map[quad.Value]triple{}
	said := map[quad.Value]bool{}
	for _, q := range quads {
		t := parts[q.Subject]
		switch q.Predicate {
		case rdfSubject:
			t.s = q.Object
		case rdfPredicate:
			t.p = q.Object
		case rdfObject:
			t.o = q.Object
		case kgSpeaker:
			said[q.Subject] = true
			continue
		default:
			continue
		}
		parts[q.Subject] = t
	}
	lost, made = map[triple]bool{}, map[triple]bool{}
	for statement, t := range parts {
		if gone[statement] {
			lost[t] = true
		} else if !said[statement] {
			made[t] = true
		}
	}
	return lost, made
}

// called gives entities other names; the old ones become further names.
func called(quads []quad.Quad, names map[string]string) []quad.Quad {
	var out []quad.Quad
	changed := false
	for _, q := range quads {
		if name, ok := names[plain(q.Subject)]; ok && q.Predicate == rdfsLabel && q.Object != literal(name) {
			renamed := q
			renamed.Object = literal(name)
			q.Predicate = skosAltLabel
			out = append(out, renamed)
			changed = true
		}
		out = append(out, q)
	}
	if !changed {
		return quads
	}
	return sorted(out)
}
