package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// subjectOf returns the head of the noun phrase that does what verb v says, as
// the grammar of the sentence has it: its subject or agent, the subject of the
// verb it is joined to, controls it or surrounds it, or the noun it describes;
// -1 where nobody is named.
func (t *deptree) subjectOf(v int) int { return t.subjectWithin(v, 8) }

// subjectWithin is subjectOf, up to limit steps: chains are never longer.
func (t *deptree) subjectWithin(v, limit int) int {
	if limit == 0 {
		return -1
	}
	if t.isPassive(v) {
		return t.agentOf(v)
	}
	if s := t.ownSubject(v); s >= 0 {
		return t.antecedentOf(s, v)
	}
	h := t.head[v]
	if h < 0 {
		return -1
	}
	switch t.relation(v) {
	case "conj":
		if t.isVerb(h) || t.kid(h, "cop") >= 0 {
			return t.sharedSubject(h, limit-1)
		}
	case "xcomp":
		if o := t.kid(h, "obj", "iobj"); o >= 0 && o < v && (objectControl[t.lemma(h)] || directives[t.lemma(h)]) {
			return o
		}
		return t.sharedSubject(h, limit-1)
	case "advcl", "ccomp":
		if t.tag(v) == "VBG" || t.tag(v) == "VB" && t.infinitiveMark(v) >= 0 || t.relation(v) == "advcl" && t.tag(v) == "VBN" {
			return t.sharedSubject(h, limit-1)
		}
	case "acl":
		if t.isNominal(h) && t.tag(v) == "VBG" {
			return h
		}
		if t.isNominal(h) && t.infinitiveMark(v) >= 0 {
			return t.ownerOf(h)
		}
	}
	return -1
}

// sharedSubject is the subject of clause h as what hangs on it shares it: that
// of a passive as well.
func (t *deptree) sharedSubject(h, limit int) int {
	h = t.clauseHead(h)
	if s := t.ownSubject(h); s >= 0 {
		return t.antecedentOf(s, h)
	}
	return t.subjectWithin(h, limit)
}

// ownSubject returns the noun that hangs on v as its subject, or -1. Of two, as
// the parser leaves them before a quotation, the one next to the verb that names
// no time.
func (t *deptree) ownSubject(v int) int {
	best := -1
	for _, k := range t.kids[v] {
		if t.relation(k) != "nsubj" || t.fullRelation(k) == "nsubj:outer" && best >= 0 {
			continue
		}
		if best < 0 || timeNouns[t.lemma(best)] || !timeNouns[t.lemma(k)] && abs(k-v) < abs(best-v) {
			best = k
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// agentOf returns the one by whom a passive is done, or -1.
func (t *deptree) agentOf(v int) int {
	for _, k := range t.kids[v] {
		if t.relation(k) == "obl" && t.preposition(k) == "by" {
			return k
		}
	}
	return -1
}

// antecedentOf returns what the relative pronoun s, an argument of v, stands
// for; s itself where it is none.
func (t *deptree) antecedentOf(s, v int) int {
	if w := t.word(s); w != "who" && w != "which" && w != "that" && w != "whom" {
		return s
	}
	for ; v >= 0; v = t.head[v] {
		if rel := t.fullRelation(v); rel == "acl:relcl" && t.head[v] >= 0 {
			return t.head[v]
		}
	}
	return s
}

// infinitiveMark returns the "to" before the infinitive v, or -1.
func (t *deptree) infinitiveMark(v int) int {
	for _, k := range t.kids[v] {
		if t.relation(k) == "mark" && t.tag(k) == "TO" {
			return k
		}
	}
	return -1
}

// ownerOf returns who says or holds what the noun n names: its possessor, the
// "by" or "of" phrase of a name, or -1.
func (t *deptree) ownerOf(n int) int {
	for _, k := range t.kids[n] {
		if t.fullRelation(k) == "nmod:poss" {
			return k
		}
	}
	for _, k := range t.kids[n] {
		if p := t.preposition(k); t.relation(k) == "nmod" && (p == "by" || p == "from" || p == "among") {
			return k
		}
	}
	return -1
}

// phraseOf returns the noun phrase that head heads as an argument: with
// apposition and relative clause, without a preposition or genitive ending, and
// without what stands in skip.
func (a *attributor) phraseOf(head int, skip []int) Argument {
	if head < 0 {
		return Argument{}
	}
	r := a.yield(head, func(k int) bool {
		return a.leavesPhrase(k, head) || slices.ContainsFunc(skip, func(i int) bool { return i == k || a.under(i, k) })
	})
	for _, n := range a.doc.Names {
		if n.Tokens.Has(head) {
			r = union(r, n.Tokens)
		}
	}
	for r.Len() > 1 && r.End-1 > head && (a.isIdle(r.End-1) && !a.closesInside(r)) {
		r.End--
	}
	for r.Len() > 1 && r.First < head && a.isIdle(r.First) && !isMark(a.doc, r.First) {
		r.First++
	}
	r = a.withinSentence(r, head)
	return Argument{Tokens: r, Head: a.namedHead(r, head)}
}

// namedHead returns the last word of the person's name that the phrase r ends
// with, before its first comma, where head only leads to it: "US President Ada
// Lund", "her son Ivo Reed"; else head.
func (a *attributor) namedHead(r nlp.Range, head int) int {
	end := head + 1
	for end < r.End && a.doc.Word(end) != "," {
		if tag := a.tag(end); tag == "IN" || tag == "TO" || tag == "POS" || tag == "CC" {
			return head
		}
		end++
	}
	if n, ok := a.personAt(end - 1); ok && n.First > head && n.End == end {
		return end - 1
	}
	return head
}

// closesInside reports whether the mark that ends r has its partner in r.
func (a *attributor) closesInside(r nlp.Range) bool {
	for _, q := range a.quotes {
		if q.outer.End == r.End && q.outer.First >= r.First {
			return true
		}
	}
	return false
}

// leavesPhrase reports whether k, which hangs on the noun head, is not part of its phrase.
func (a *attributor) leavesPhrase(k, head int) bool {
	switch a.relation(k) {
	case "cc", "cop", "aux", "nsubj", "parataxis", "discourse", "vocative", "advcl", "mark", "expl", "orphan", "dislocated":
		return a.head[k] == head
	case "case":
		return a.head[k] == head
	case "advmod":
		return a.head[k] == head && k > head
	case "punct":
		return a.head[k] == head && !isMark(a.doc, k) && a.doc.Word(k) != "(" && a.doc.Word(k) != ")" && (a.doc.Word(k) != "," || k < head)
	case "conj":
		return a.head[k] == head && a.isVerb(k)
	}
	return false
}

// withinSentence cuts r down to the sentence of head.
func (a *attributor) withinSentence(r nlp.Range, head int) nlp.Range {
	s := a.sentence(head)
	return nlp.Range{First: max(r.First, s.First), End: min(r.End, s.End)}
}

// chunkBefore returns the words right before verb v that can be its subject,
// whatever the parser made of them: back to a comma, a mark, a verb or the word
// that opens the clause; adverbs, times and what stands in brackets are left out
// at the end. ok is false where they are no noun phrase.
func (a *attributor) chunkBefore(v int) (Argument, bool) {
	first, end := a.sentence(v).First, v
	for end > first && (strings.HasPrefix(a.tag(end-1), "RB") || a.tag(end-1) == "MD" || a.relation(end-1) == "aux" && a.head[end-1] == v) {
		end--
	}
	k, depth := end, 0
	for k > first && (depth > 0 || !a.endsChunk(k-1)) {
		k--
		switch a.doc.Word(k) {
		case ")":
			depth++
		case "(":
			depth--
		}
	}
	for k < end && (a.tag(k) == "CC" || strings.HasPrefix(a.tag(k), "RB") || a.word(k) == "as" || a.word(k) == "that") {
		k++
	}
	for end > k && a.isTimeWord(end-1) || end-1 > k && (a.tag(end-1) == "DT" && a.isTimeWord(end)) {
		end--
	}
	head := a.headIn(nlp.Range{First: k, End: end})
	return Argument{Tokens: nlp.Range{First: k, End: end}, Head: head}, head >= 0
}

// endsChunk reports whether token i cannot stand in a subject without clauses.
func (a *attributor) endsChunk(i int) bool {
	switch w := a.doc.Word(i); {
	case w == "," || w == ":" || w == ";" || isDash(w) && w != "-" || isMark(a.doc, i):
		return true
	case w == ")" || w == "(":
		return false
	}
	tag := a.tag(i)
	return a.isVerb(i) && a.relation(i) != "amod" && a.relation(i) != "compound" || tag == "MD" || tag == "WDT" || tag == "WP" || tag == "WRB" || tag == "." || tag == "IN" && subordinators[a.word(i)] && !alsoPrepositions[a.word(i)]
}

// headIn returns the person that r ends with, else the last noun of r before its
// first preposition; -1 where r begins with one or holds none.
func (a *attributor) headIn(r nlp.Range) int {
	head := -1
	if n, ok := a.personAt(r.End - 1); ok && r.Contains(n) && (n.First == r.First || a.tag(n.First-1) != "IN" && a.tag(n.First-1) != "TO") {
		return n.End - 1
	}
	for i := r.First; i < r.End; i++ {
		switch tag := a.tag(i); {
		case tag == "IN" || tag == "TO":
			return head
		case a.doc.Word(i) == "(":
			return head
		case strings.HasPrefix(tag, "NN") || tag == "PRP" || i == r.End-1 && a.isNominal(i) && tag != "CD":
			head = i
		}
	}
	return head
}

// personAt returns the name of a person that token i belongs to.
func (a *attributor) personAt(i int) (nlp.Range, bool) {
	for _, n := range a.doc.Names {
		if n.Tokens.Has(i) {
			return n.Tokens, n.Type == nlp.Person
		}
	}
	return nlp.Range{}, false
}

// chunkAfter returns the words right behind verb v that can be its subject, in
// "…,” said Ada Lund": up to a comma, a stop or a mark.
func (a *attributor) chunkAfter(v int) (Argument, bool) {
	end := v + 1
	for end < a.sentence(v).End && !a.endsChunk(end) {
		end++
	}
	r := nlp.Range{First: v + 1, End: end}
	head := a.headIn(r)
	return Argument{Tokens: r, Head: head}, head >= 0 && !a.isTimeWord(head)
}

// isTimeWord reports whether the noun i names a time: no source.
func (t *deptree) isTimeWord(i int) bool { return timeNouns[t.lemma(i)] || timeNouns[t.word(i)] }

// sourceOf returns who says or holds what verb v ascribes; without a head of -1
// nobody. The tree decides, but before a verb of saying that stands between
// commas or behind a quotation the words next to the verb do.
func (a *attributor) sourceOf(v int) Argument {
	s := a.speakingAntecedent(v, a.subjectOf(v))
	if p := a.participleSource(v); p >= 0 {
		s = p
	}
	if a.resumes(v) {
		return a.sourceOf(a.head[a.head[v]])
	}
	if a.isPassive(v) || !a.isFinite(v) {
		return a.phraseOf(s, []int{v})
	}
	if a.quoteEndsBefore(v) && s >= 0 && s < v && a.quoteAt(s) >= 0 && !a.quotes[a.quoteAt(s)].inner.Has(v) {
		s = -1
	}
	if a.quoteEndsBefore(v) && (s > v || s < 0) || a.isInverted(v) || s < 0 && a.opensWithSaid(v) {
		return a.invertedSource(v, s)
	}
	if chunk, ok := a.chunkBefore(v); ok && (s < 0 || a.isTimeWord(s) || a.isSetOff(chunk.Tokens.First) && !chunk.Tokens.Has(s) && !a.governs(s, chunk)) {
		return chunk
	}
	if s < 0 || a.isTimeWord(s) {
		return a.appositiveBefore(v)
	}
	return a.joined(a.clipped(a.phraseOf(s, []int{v}), v), v)
}

// joined adds to the source x of v the noun right before it that the parser took
// for a subject of its own: "the state attorney" and "general".
func (a *attributor) joined(x Argument, v int) Argument {
	k := x.Tokens.First - 1
	if k >= 0 && a.head[k] == v && a.relation(k) == "nsubj" && strings.HasPrefix(a.tag(k), "NN") && !a.isTimeWord(k) {
		x.Tokens = union(a.yield(k, nil), x.Tokens)
	}
	return x
}

// isInverted reports whether v and its subject behind it stand between commas:
// "The museum, said Ada Lund, is closed."
func (a *attributor) isInverted(v int) bool {
	if a.lemma(v) != "say" || v == a.sentence(v).First || a.doc.Word(v-1) != "," {
		return false
	}
	chunk, ok := a.chunkAfter(v)
	if !ok || chunk.Tokens.End < a.sentence(v).End && a.doc.Word(chunk.Tokens.End) != "," && a.tag(chunk.Tokens.End) != "." {
		return false
	}
	tag := a.tag(chunk.Head)
	return strings.HasPrefix(tag, "NNP") || titleNouns[a.lemma(chunk.Head)] || tag == "NNS" && a.chunkIsEmpty(v)
}

// opensWithSaid reports whether v opens its sentence before its subject and a
// colon: "Said Lund: “It is safe.”"
func (a *attributor) opensWithSaid(v int) bool {
	if v != a.sentence(v).First || !plainSayings[a.lemma(v)] || a.tag(v) != "VBD" {
		return false
	}
	chunk, ok := a.chunkAfter(v)
	return ok && chunk.Tokens.End < a.sentence(v).End && a.doc.Word(chunk.Tokens.End) == ":"
}

// chunkIsEmpty reports whether a comma stands right before v.
func (a *attributor) chunkIsEmpty(v int) bool { return v > 0 && a.doc.Word(v-1) == "," }

// appositiveBefore returns the noun phrase and its apposition that end with a
// comma right before v: "one of the attorneys, Ana Reyes, said".
func (a *attributor) appositiveBefore(v int) Argument {
	first := a.sentence(v).First
	if v-2 <= first || !a.saysVerb(v) {
		return Argument{Head: -1}
	}
	if a.tag(v-1) == "CC" {
		return a.firstSubject(v)
	}
	if a.doc.Word(v-1) != "," {
		return Argument{Head: -1}
	}
	inner, ok := a.chunkBefore(v - 1)
	if !ok {
		return a.firstSubject(v)
	}
	if k := inner.Tokens.First; k-1 > first && a.doc.Word(k-1) == "," {
		if outer, ok := a.chunkBefore(k - 1); ok && a.tag(outer.Tokens.First) != "IN" {
			return Argument{Tokens: nlp.Range{First: outer.Tokens.First, End: v - 1}, Head: outer.Head}
		}
	}
	return inner
}

// firstSubject returns the subject that the sentence of v begins with: the one
// of its first verb, or what stands before a comma: "Reyes, speaking in Lima, said".
func (a *attributor) firstSubject(v int) Argument {
	first := a.sentence(v).First
	for i := first; i < v; i++ {
		if a.doc.Word(i) != "," && !a.isVerb(i) && a.tag(i) != "MD" {
			continue
		}
		x, ok := a.chunkBefore(i)
		if !ok || x.Tokens.First != first || a.tag(first) == "IN" {
			break
		}
		return x
	}
	return Argument{Head: -1}
}

// isSetOff reports whether a comma or a mark stands before token i.
func (a *attributor) isSetOff(i int) bool {
	return i > 0 && (a.doc.Word(i-1) == "," || isMark(a.doc, i-1)) && a.sentence(i).First < i
}

// governs reports whether the chunk hangs on noun s as its apposition or member,
// with no quotation mark between.
func (a *attributor) governs(s int, chunk Argument) bool {
	for i := s; i < chunk.Head; i++ {
		if isMark(a.doc, i) || a.isVerb(i) && a.isFinite(i) && a.relation(i) != "acl" {
			return false
		}
	}
	return s < chunk.Head && a.under(chunk.Head, s)
}

// clipped takes from a source before verb v what stands in a quotation that the
// verb does not stand in.
func (a *attributor) clipped(x Argument, v int) Argument {
	for _, q := range a.quotes {
		if q.inner.Has(v) || q.inner.Has(x.Head) || q.outer.End > x.Head || q.outer.End <= x.Tokens.First {
			continue
		}
		if a.isUtterance(q) {
			x.Tokens.First = q.outer.End
		}
	}
	return x
}

// invertedSource returns the subject behind v, with s as the head that the tree
// names (-1: none), and what describes it up to the end of its sentence.
func (a *attributor) invertedSource(v, s int) Argument {
	chunk, ok := a.chunkAfter(v)
	if s < v && !ok {
		return Argument{Head: -1}
	}
	x := chunk
	if s > v && a.isNominal(s) && a.tag(s) != "DT" {
		x = a.phraseOf(s, []int{v})
		x.Tokens = union(x.Tokens, chunk.Tokens)
	}
	if !ok && s < 0 {
		return Argument{Head: -1}
	}
	end := a.sentence(v).End
	if next := x.Tokens.End; next+1 < end && a.doc.Word(next) == "," && a.describes(next+1) {
		for next < end && !isMark(a.doc, next) && a.tag(next) != "." {
			next++
		}
		x.Tokens.End = next
	}
	return x
}

// describes reports whether token i can open what describes the person before a
// comma: "who", "the mayor of Oslo", "of Oslo".
func (a *attributor) describes(i int) bool {
	switch tag := a.tag(i); tag {
	case "WP", "DT", "NN", "NNP", "CD", "WP$", "PRP$", "JJ":
		return tag != "DT" || a.word(i) != "this" && a.word(i) != "that"
	}
	return a.word(i) == "of" || a.word(i) == "head"
}
