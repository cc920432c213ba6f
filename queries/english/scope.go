package english

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"kg/graph"
)

// A sentence says more than one thing: "She met the envoy in Oslo, four days
// after he met the president in Paris." What a question adds to what happened,
// such as where, has to stand in the clause that states it, or it may belong to
// something else. The graph keeps the sentence of a statement and not its tree,
// so that clauses are told by the words that open them.

// scope is the part of a sentence that states a claim.
type scope struct {
	words map[string]bool // the stems of its words
	main  bool            // the sentence begins with it
}

// scopeOf returns the clauses of a sentence that state the claim: those with a
// word of its relation, else of its object, else of its subject.
func scopeOf(c graph.Claim, p predicate) scope {
	clauses := clausesOf(c.Sentence)
	for _, told := range [][]string{tellingWords(p), stems(c.Object.Name), stems(c.Subject.Name)} {
		own := scope{words: map[string]bool{}}
		for i, clause := range clauses {
			if slices.ContainsFunc(told, func(w string) bool { return clause[w] }) {
				maps.Copy(own.words, clause)
				own.main = own.main || i == 0
			}
		}
		if len(own.words) > 0 {
			return own
		}
	}
	return scope{words: map[string]bool{}}
}

// tellingWords are the words of a relation by which its clause is found. A form
// of "be" or "have" stands in any.
func tellingWords(p predicate) []string {
	return slices.DeleteFunc(strings.Fields(p.content), func(w string) bool {
		return formsOfBe[w] || formsOfHave[w] || formsOfDo[w] || prepositions[w] || determiners[w]
	})
}

// dateline is the place that a report comes from: "OSLO — ". It is where the
// news was written, and no part of the sentence.
var dateline = regexp.MustCompile(`^[\p{Lu}][\p{Lu} ,.'-]*(?:\([^)]*\) ?)?[—–-]{1,2}\s`)

// Words that open a clause, those after which it has a subject of its own, and
// those that are its subject.
var (
	clauseOpeners   = set("after before when while as because since until although though whereas unless once if")
	relativeOpeners = set("who whom which that whose where")
)

// clausesOf returns the words of the clauses of a sentence, each with its stem
// and its base form as a verb.
func clausesOf(sentence string) []map[string]bool {
	sentence = strings.TrimPrefix(sentence, dateline.FindString(sentence))
	var clauses []map[string]bool
	for part := range strings.FieldsFuncSeq(sentence, func(r rune) bool { return r == ';' || r == ':' }) {
		words := strings.Fields(graph.FoldName(part))
		clause := map[string]bool{}
		for i, w := range words {
			if opensClause(words, i) {
				clauses = append(clauses, clause)
				clause = map[string]bool{}
			}
			clause[stem(w)] = true
			clause[lemmaOfVerb(w)] = true
		}
		clauses = append(clauses, clause)
	}
	return clauses
}

// opensClause reports whether a clause begins at i: an opener with a finite
// verb in reach. "After the talks in Oslo" is none.
func opensClause(words []string, i int) bool {
	const reach = 7 // words from an opener to its verb
	first := i + 1
	switch {
	case i == 0:
		return false
	case clauseOpeners[words[i]]:
		first = i + 2 // a subject stands between
	case !relativeOpeners[words[i]]:
		return false
	}
	for _, w := range words[min(first, len(words)):min(i+1+reach, len(words))] {
		if clauseOpeners[w] {
			return false
		}
		if isFinite(w) {
			return true
		}
	}
	return false
}

// isFinite reports whether a folded word is an auxiliary or a past form, the
// forms of a verb that no noun looks like.
func isFinite(w string) bool {
	return isAuxiliary(w) || isPast(w)
}

// itself returns the part of its sentence that states the claim.
func (st *statement) itself() scope {
	if st.own.words == nil {
		st.own = scopeOf(st.Claim, st.pred)
	}
	return st.own
}

// saysItself reports whether the words of a phrase stand in the clause that
// states the claim.
func (st *statement) saysItself(p phrase) bool {
	words := stems(p.String())
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !st.itself().words[w] })
}

// dateline returns where the sentence was written, where it states the claim
// before anything else: "oslo".
func (st *statement) dateline() string {
	if !st.itself().main {
		return ""
	}
	return dateline.FindString(st.Sentence)
}
