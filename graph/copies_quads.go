package graph

import (
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// What a copy keeps of its quads, beside those of the articles that it is a copy of.

// copying works out what a copy keeps.
type copying struct {
	article   quad.IRI
	quads     []quad.Quad
	own       map[quad.Value]stated // its statements
	gone      map[quad.Value]bool   // those of them that it reprints
	reprinted []quad.Quad           // what it says of its origins' statements
}

func newCopying(article string, quads []quad.Quad) *copying {
	return &copying{article: safeIRI(article), quads: quads, own: statementsIn(quads), gone: map[quad.Value]bool{}}
}

// compare takes out what stands in an article that this is a copy of, and returns
// the statements of that one that it has.
func (c *copying) compare(source []quad.Quad) (has map[quad.Value]bool) {
	first := reprintable(source)
	has = map[quad.Value]bool{}
	for id, s := range c.own {
		if c.gone[id] {
			continue
		}
		if of, ok := first.find(s); ok {
			has[of], c.gone[id] = true, true
		}
	}
	return has
}

// left reports whether it has statements of its own.
func (c *copying) left() bool { return len(c.gone) < len(c.own) }

// say adds a quad of the copy.
func (c *copying) say(subject quad.Value, predicate quad.IRI, object quad.Value) {
	c.reprinted = append(c.reprinted, quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: c.article})
}

// kept returns its quads without what it reprints, and what it says of that.
func (c *copying) kept() []quad.Quad {
	if len(c.gone)+len(c.reprinted) == 0 {
		return c.quads
	}
	keepPremises(c.quads, c.gone)
	kept := withoutUnused(withoutStatements(c.quads, c.own, c.gone), c.article)
	kept = append(kept, c.reprinted...)
	return sorted(kept)
}

// stated is what tells a statement from another of its article.
type stated struct {
	triple
	modality, speaker quad.Value
	sentence          quad.Value // its IRI
	words             string     // of the sentence, folded
}

// statementsIn returns the statements among an article's quads.
func statementsIn(quads []quad.Quad) map[quad.Value]stated {
	found := map[quad.Value]stated{}
	words := map[quad.Value]string{}
	for _, q := range quads {
		switch {
		case q.Predicate == rdfType && q.Object == rdfStatement:
			found[q.Subject] = stated{}
		case q.Predicate == rdfValue:
			words[q.Subject] = FoldName(plain(q.Object))
		}
	}
	for _, q := range quads {
		s, ok := found[q.Subject]
		if !ok {
			continue
		}
		switch q.Predicate {
		case rdfSubject:
			s.s = q.Object
		case rdfPredicate:
			s.p = q.Object
		case rdfObject:
			s.o = q.Object
		case kgModality:
			s.modality = q.Object
		case kgSpeaker:
			s.speaker = q.Object
		case kgSentence:
			s.sentence, s.words = q.Object, words[q.Object]
		}
		found[q.Subject] = s
	}
	return found
}

// origins finds the statements of an article that another has too.
type origins struct {
	same   map[stated]quad.Value // by what is stated, without its sentence
	spoken map[stated]quad.Value // by relation and words
}

func reprintable(quads []quad.Quad) origins {
	found := origins{map[stated]quad.Value{}, map[stated]quad.Value{}}
	statements := statementsIn(quads)
	ids := slices.SortedFunc(maps.Keys(statements), compareValues)
	slices.Reverse(ids) // of several, the first stays
	for _, id := range ids {
		s := statements[id]
		found.same[s.content()], found.spoken[s.utterance()] = id, id
	}
	return found
}

func (s stated) content() stated {
	return stated{triple: s.triple, modality: s.modality, speaker: s.speaker}
}

func (s stated) utterance() stated {
	return stated{triple: triple{p: s.p}, words: s.words}
}

// find returns the statement that s repeats: one of the same content or, since
// things without a name are told apart by article, one that the same relation
// and sentence make.
func (o origins) find(s stated) (quad.Value, bool) {
	if id, ok := o.same[s.content()]; ok {
		return id, true
	}
	id, ok := o.spoken[s.utterance()]
	return id, ok && s.words != ""
}

// keepPremises takes out of gone what a statement that stays is derived from.
func keepPremises(quads []quad.Quad, gone map[quad.Value]bool) {
	for kept := true; kept; {
		kept = false
		for _, q := range quads {
			if q.Predicate == kgDerivedFrom && !gone[q.Subject] && gone[q.Object] {
				delete(gone, q.Object)
				kept = true
			}
		}
	}
}

// withoutStatements returns an article's quads without the statements that are
// gone, and without the edges, sentences and relations that only those have.
func withoutStatements(quads []quad.Quad, own map[quad.Value]stated, gone map[quad.Value]bool) []quad.Quad {
	used := map[quad.Value]bool{}
	for id, s := range own {
		if !gone[id] {
			used[s.sentence], used[s.p] = true, true
		}
	}
	lost, made := edgesOf(quads, gone)
	return slices.DeleteFunc(slices.Clone(quads), func(q quad.Quad) bool {
		t := triple{q.Subject, q.Predicate, q.Object}
		return gone[q.Subject] || lost[t] && !made[t] || isPart(q.Subject) && !used[q.Subject]
	})
}

// withoutUnused returns the quads of a copy without what they say of things that
// have no name of their own ("the talks"), where no statement is left of them:
// the same things of the origin are known from there.
func withoutUnused(quads []quad.Quad, article quad.IRI) []quad.Quad {
	used := map[quad.Value]bool{}
	mark := ""
	for _, q := range quads {
		switch {
		case q.Predicate == kgSHA256:
			mark = "_(" + plain(q.Object)[:min(extract.ScopeHex, len(plain(q.Object)))]
		case q.Subject != article:
			used[q.Object] = true
		}
	}
	unused := func(v quad.Value) bool {
		iri, ok := v.(quad.IRI)
		return ok && mark != "" && !used[iri] && isEntity(iri) && strings.Contains(string(iri), mark)
	}
	return slices.DeleteFunc(quads, func(q quad.Quad) bool {
		return unused(q.Subject) || q.Predicate == schemaMentions && unused(q.Object)
	})
}

// isPart reports whether a node is there for the statements that use it: a
// sentence or a relation.
func isPart(v quad.Value) bool {
	iri, ok := v.(quad.IRI)
	return ok && (strings.Contains(string(iri), charFragment) || strings.HasPrefix(string(iri), prefixRelation))
}
