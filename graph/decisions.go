package graph

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// Kind is what a person can decide about the graph.
type Kind string

// The kinds of decisions, as they are written in files.
const (
	Merge  Kind = "merge"  // Subject is what Object is; it gets Object's IRI
	Split  Kind = "split"  // in Articles, Subject is something else: Object
	Reject Kind = "reject" // the fact Subject is wrong; with it goes what follows from it
	Rename Kind = "rename" // Subject is called Object
	Apart  Kind = "apart"  // Subject and Object are two, whatever a review thinks
)

// Decision is what a person decided about the graph. It is kept, whatever is
// ingested later, until it is undone.
type Decision struct {
	ID       string   `json:"id"` // "curation:…", from all the rest but Reason
	Kind     Kind     `json:"kind"`
	Subject  string   `json:"subject"` // IRI of an entity or fact
	Object   string   `json:"object,omitempty"`
	Articles []string `json:"articles,omitempty"` // of Split, sorted; of Reject the article of the fact
	Reason   string   `json:"reason,omitempty"`
}

// String writes a decision as a line of a file; see [ParseDecision].
func (d Decision) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", d.Kind, d.Subject)
	if d.Object != "" {
		fmt.Fprintf(&b, " %s", d.Object)
	}
	for _, a := range d.Articles {
		fmt.Fprintf(&b, " %s", a)
	}
	if d.Reason != "" {
		fmt.Fprintf(&b, "  # %s", d.Reason)
	}
	return b.String()
}

// readDecisions returns the decisions in force, sorted by ID.
func readDecisions(ctx context.Context, s interface {
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
}) ([]Decision, error) {
	byID := map[string]*Decision{}
	for q, err := range s.Matching(ctx, quad.Quad{Label: kgCuration}) {
		if err != nil {
			return nil, fmt.Errorf("reading what people decided: %w", err)
		}
		id := plain(q.Subject)
		if !strings.HasPrefix(id, prefixCuration) {
			continue
		}
		if byID[id] == nil {
			byID[id] = &Decision{ID: id}
		}
		byID[id].set(q.Predicate, plain(q.Object))
	}
	var all []Decision
	for _, d := range byID {
		slices.Sort(d.Articles)
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b Decision) int { return cmp.Compare(a.ID, b.ID) })
	return all, nil
}

func (d *Decision) set(p quad.Value, value string) {
	switch p {
	case rdfType:
		d.Kind = Kind(strings.TrimPrefix(value, prefixEntity))
	case kgSubject:
		d.Subject = value
	case kgObject:
		d.Object = value
	case kgArticle:
		d.Articles = append(d.Articles, value)
	case kgReason:
		d.Reason = value
	}
}

// quads returns a decision as it stands in the graph.
func (d Decision) quads() []quad.Quad {
	b := &builder{article: kgCuration}
	id := safeIRI(d.ID)
	b.add(id, rdfType, safeIRI(prefixEntity+string(d.Kind)))
	b.add(id, kgSubject, safeIRI(d.Subject))
	switch {
	case d.Kind == Rename:
		b.addText(id, kgObject, d.Object)
	case d.Object != "":
		b.add(id, kgObject, safeIRI(d.Object))
	}
	for _, a := range d.Articles {
		b.add(id, kgArticle, safeIRI(a))
	}
	b.addText(id, kgReason, d.Reason)
	return b.quads
}

// rewrite returns the change that writes the affected articles: those in
// extracted anew, the others from what is noted of them, each with the IRIs that
// its entities have now and with what people decided.
func (l *linking) rewrite(ctx context.Context, extracted map[string][]quad.Quad, decisions []Decision) (sqlstore.Change, error) {
	var c sqlstore.Change
	for label := range extracted {
		l.affected[label] = true
	}
	for _, article := range sortedKeys(l.affected) {
		copies, err := l.keys(ctx, topicCopies+article)
		if err != nil {
			return c, err
		}
		for _, copied := range copies {
			l.affected[copied] = true
		}
	}
	for _, article := range sortedKeys(l.affected) {
		base, _, final, err := l.standing(ctx, article, extracted, decisions)
		if err != nil {
			return c, err
		}
		if err := l.keepBase(ctx, article, base, final); err != nil {
			return c, err
		}
		c.Remove = append(c.Remove, safeIRI(article))
		c.Add = append(c.Add, final...)
	}
	return c, l.changeNotes(ctx, &c)
}

// standing returns an article's quads as extracted, as they stand beside those of
// all other articles, and as people decided.
func (l *linking) standing(ctx context.Context, article string, extracted map[string][]quad.Quad, decisions []Decision) (base, linked, final []quad.Quad, err error) {
	if base, linked, err = l.linked(ctx, article, extracted); err != nil {
		return nil, nil, nil, err
	}
	text, err := l.texts.of(ctx, article)
	if err != nil {
		return nil, nil, nil, err
	}
	if text != nil && text.CopyOf != "" {
		_, origin, err := l.linked(ctx, text.CopyOf, extracted)
		if err != nil {
			return nil, nil, nil, err
		}
		linked = asCopy(linked, article, text.CopyOf, origin, curated(origin, text.CopyOf, decisions))
	}
	return base, linked, curated(linked, article, decisions), nil
}

// linked returns an article's quads as extracted and with the IRIs that its
// entities have now.
func (l *linking) linked(ctx context.Context, article string, extracted map[string][]quad.Quad) (base, linked []quad.Quad, err error) {
	base, isNew := extracted[article]
	if !isNew {
		if base, err = l.base(ctx, article); err != nil {
			return nil, nil, err
		}
	}
	to, err := l.names(ctx, article)
	return base, renamed(base, to), err
}

func sortedKeys(m map[string]bool) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

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
	slices.SortFunc(out, compareQuads)
	return slices.Compact(out)
}

// curated returns an article's quads after what people decided.
func curated(quads []quad.Quad, article string, decisions []Decision) []quad.Quad {
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
	slices.SortFunc(out, compareQuads)
	return slices.Compact(out)
}
