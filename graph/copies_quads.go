package graph

import (
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// What an article keeps of its quads, beside those of the articles that it has
// something of.

// printedSource is an article that another is a copy of, or has passages of.
type printedSource struct {
	article  string
	copied   bool
	quads    []quad.Quad // all that it says
	standing []quad.Quad // what of that stands in the graph, where it matters
}

// withoutReprints returns the quads of an article: its own, without what it has of
// earlier ones, and which of the statements that stand there it reprints.
func withoutReprints(quads []quad.Quad, article string, sources []printedSource) []quad.Quad {
	if len(sources) == 0 {
		return quads
	}
	label, own := safeIRI(article), statementsIn(quads)
	gone, reprinted := map[quad.Value]bool{}, map[quad.Value]bool{}
	var added []quad.Quad
	for _, source := range sources {
		if source.copied {
			added = append(added, quad.Quad{Subject: label, Predicate: kgCopyOf, Object: safeIRI(source.article), Label: label})
		}
		first := reprintable(source.quads)
		for id, s := range own {
			if of, ok := first.find(s, source.copied); ok {
				gone[id], reprinted[of] = true, true
			}
		}
	}
	if len(gone) == 0 && len(added) == 0 {
		return quads
	}
	keepPremises(quads, gone)
	kept := withoutUnused(withoutStatements(quads, own, gone), label)
	for _, source := range sources {
		for of := range statementsIn(source.standing) {
			if reprinted[of] {
				added = append(added, quad.Quad{Subject: of, Predicate: kgReprintedIn, Object: label, Label: label})
			}
		}
	}
	kept = append(kept, added...)
	slices.SortFunc(kept, compareQuads)
	return slices.Compact(kept)
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
	same    map[stated]quad.Value // by what is stated, without its sentence
	spoken  map[stated]quad.Value // by relation and words
	printed map[stated]quad.Value // by what is stated and in which words
}

func reprintable(quads []quad.Quad) origins {
	found := origins{map[stated]quad.Value{}, map[stated]quad.Value{}, map[stated]quad.Value{}}
	statements := statementsIn(quads)
	ids := slices.SortedFunc(maps.Keys(statements), compareValues)
	slices.Reverse(ids) // of several, the first stays
	for _, id := range ids {
		s := statements[id]
		found.same[s.content()], found.spoken[s.utterance()], found.printed[s.passage()] = id, id, id
	}
	return found
}

func (s stated) content() stated {
	return stated{triple: s.triple, modality: s.modality, speaker: s.speaker}
}

func (s stated) utterance() stated {
	return stated{triple: triple{p: s.p}, words: s.words}
}

// passage is a statement with its words, of whatever article: what has no name of
// its own is known by the article that speaks of it.
func (s stated) passage() stated {
	return stated{triple: triple{unmarked(s.s), s.p, unmarked(s.o)}, modality: s.modality, speaker: unmarked(s.speaker), words: s.words}
}

// unmarked returns an IRI without the mark of an article, as it stands in
// "kg:talks_(b428e2)".
func unmarked(v quad.Value) quad.Value {
	iri, ok := v.(quad.IRI)
	if name, marked, found := strings.Cut(string(iri), "_("); ok && found && len(marked) > extract.ScopeHex && isHex(marked[:extract.ScopeHex]) {
		return quad.IRI(name)
	}
	return v
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdef") == "" }

// find returns the statement that s repeats. In an article that has passages of
// the other that is one in the same words; in a copy it is one of the same content
// or, since things without a name are told apart by article, one that the same
// relation and sentence make.
func (o origins) find(s stated, copied bool) (quad.Value, bool) {
	if !copied {
		id, ok := o.printed[s.passage()]
		return id, ok && s.words != ""
	}
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
