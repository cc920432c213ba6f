package clause

import "strings"

// linker finds the clauses of a sentence. It goes from verb group to verb group
// and divides what stands between two of them: complements of the first, then
// perhaps a word that opens a clause, then the subject of the second.
type linker struct {
	*sentence
	pending  []noun  // subjects whose verb is still to come
	deferred *clause // its "that" stands before another subordinate clause
	that     int     // the phrase of that "that"
}

// link fills in s.clauses.
func (s *sentence) link() {
	l := &linker{sentence: s}
	from := 0
	for at := range s.phrases {
		if s.phrases[at].kind != verbGroup {
			continue
		}
		c := &clause{verb: s.phrases[at].verb, at: at, begin: from, end: len(s.phrases), marker: -1, modality: Asserted}
		l.attach(c, from, at)
		s.clauses = append(s.clauses, c)
		from = at + 1 + c.skip
	}
	l.adoptOrphans()
}

// previous returns the clause before the one in hand, or nil.
func (l *linker) previous() *clause {
	if len(l.clauses) == 0 {
		return nil
	}
	return l.clauses[len(l.clauses)-1]
}

// attach decides how c hangs on what stands before it; from to at are the
// phrases between the previous verb group and its own.
func (l *linker) attach(c *clause, from, at int) {
	l.settleForm(c, from, at)
	switch c.verb.form {
	case infinitive:
		l.attachInfinitive(c, from, at)
	case present, past:
		l.attachParticiple(c, from, at)
	default:
		l.attachFinite(c, from, at)
	}
	if c.subject.ok() {
		c.front = phraseRange{min(c.begin, l.frontOf(c.subject.chunk)), c.subject.chunk}
	}
}

// frontOf returns the first of the prepositional phrases, times and commas
// right before the subject at phrase i that open a sentence.
func (l *linker) frontOf(i int) int {
	for k := i - 1; k >= 0; k-- {
		switch l.phrases[k].kind {
		case prepositionWord, nounChunk, commaMark, adverbChunk:
		default:
			return i
		}
	}
	return 0
}

// settleForm corrects the tagger where the neighbourhood decides between past
// tense and participle, which look alike in most verbs.
func (l *linker) settleForm(c *clause, from, at int) {
	g := c.verb
	if !g.bare || irregularParticiples[l.lower(g.lead)] && g.form == past {
		return
	}
	switch {
	case irregularPasts[l.lower(g.lead)] || g.form == past && intransitives[l.lemma(g.lead)]:
		g.form = finite
	case g.form == past && l.kindAt(at-1, at) == conjunctionWord && at-1 >= from && l.joinsActive():
		g.form = finite
	case irregularParticiples[l.lower(g.lead)], l.isPreposition(at+1, len(l.phrases), "by"):
		if l.isPronounBefore(from, at) && !irregularParticiples[l.lower(g.lead)] {
			return
		}
		g.form = past
	case g.form == past && at-1 >= from && l.kindAt(at-1, at) == nounChunk && l.afterRelativizer(from, at):
		g.form = finite
	case g.form == past && at-1 >= from && l.kindAt(at-1, at) == nounChunk && l.reportedBefore(from) && !l.finiteAhead(at):
		g.form = finite
	case g.form == past && len(g.chain) > 0 && catenatives[l.lemma(g.lead)] > 0 && l.kindAt(at-1, at) == nounChunk && !l.finiteAhead(at):
		g.form = finite
	case l.isPronounBefore(from, at) && l.kindAt(at-1, at) == nounChunk:
		g.form = finite
	case g.form == past && l.kindAt(at+1, len(l.phrases)) == nounChunk && !l.phrases[at+1].temporal &&
		l.kindAt(at-1, at) == nounChunk && !l.finiteAhead(at):
		g.form = finite
	case g.form == past && l.kindAt(at-1, at) == nounChunk && l.previous() == nil && !l.finiteAhead(at):
		g.form = finite
	case g.form == finite && l.tag(g.lead) == "VBD" && l.afterObject(from, at):
		g.form = past
	case g.form == finite && l.tag(g.lead) == "VBD" && l.kindAt(at-1, at) == nounChunk && at-1 >= from && l.mustBeReduced(at):
		g.form = past
	}
}

// afterObject reports whether the past form at phrase at follows the object of
// the previous verb and is followed by a preposition: "a company founded in 1990".
func (l *linker) afterObject(from, at int) bool {
	p := l.previous()
	if p == nil || p.verb.form != finite || plainReporting[l.lemmaOf(p)] || l.kindAt(at+1, len(l.phrases)) != prepositionWord {
		return false
	}
	if p.link != mainClause && p.link != coordinateVerb && p.link != complementClause {
		return false
	}
	for i := from; i < at; i++ {
		switch l.phrases[i].kind {
		case nounChunk, prepositionWord:
		default:
			return false
		}
	}
	return at > from && l.kindAt(at-1, at) == nounChunk && !l.isPronounBefore(from, at) && l.contactAt(from, at) < 0
}

// joinsActive reports whether the previous clause is active and in the past
// tense, so that a past form joined to it is past tense as well.
func (l *linker) joinsActive() bool {
	p := l.previous()
	return p != nil && p.verb.form == finite && !p.verb.passive && l.tag(p.verb.lead) == "VBD" && p.verb.bare
}

// afterRelativizer reports whether what stands before the verb opens a relative
// clause: "which the army built".
func (l *linker) afterRelativizer(from, at int) bool {
	b := l.boundary(from, at)
	return b >= 0 && l.phrases[b].kind == relativizerWord
}

// reportedBefore reports whether a clause may follow the previous verb directly.
func (l *linker) reportedBefore(from int) bool {
	p := l.previous()
	return p != nil && p.at == from-1 && plainReporting[l.lemmaOf(p)]
}

// isPronounBefore reports whether a subject pronoun stands right before the verb.
func (l *linker) isPronounBefore(from, at int) bool {
	if at-1 < from || l.kindAt(at-1, at) != nounChunk {
		return false
	}
	switch l.lower(l.phrases[at-1].head) {
	case "he", "she", "they", "i", "we":
		return true
	}
	return false
}

// finiteAhead reports whether a sure finite verb follows before the clause is
// closed, so that the bare form before it must be a participle.
func (l *linker) finiteAhead(at int) bool {
	for i := at + 1; i < len(l.phrases); i++ {
		switch p := l.phrases[i]; p.kind {
		case verbGroup:
			if p.verb.form == finite {
				return l.kindAt(i-1, i) != conjunctionWord
			}
		case conjunctionWord, subordinatorWord, relativizerWord, stopMark, commaMark:
			return false
		}
	}
	return false
}

// mustBeReduced reports whether the past form at phrase at has to be a
// participle: after its prepositional phrases another finite verb stands that
// has no subject of its own, as in "leaders gathered in Paris began a meeting".
func (l *linker) mustBeReduced(at int) bool {
	if l.kindAt(at+1, len(l.phrases)) != prepositionWord {
		return false
	}
	for i := at + 1; i < len(l.phrases); i++ {
		switch p := l.phrases[i]; p.kind {
		case verbGroup:
			return p.verb.form == finite && (l.kindAt(i-1, i) == nounChunk || l.kindAt(i-1, i) == adverbChunk) &&
				(l.phrases[i-1].temporal || l.kindAt(i-2, i) == prepositionWord)
		case prepositionWord, nounChunk, adverbChunk:
		default:
			return false
		}
	}
	return false
}

// subjectIn reads phrases from to to as what stands before a verb: fronted
// adverbials and then the subject with everything up to the verb.
func (l *linker) subjectIn(from, to int) noun {
	var subject noun
	comma := false
	for i := from; i < to; {
		switch l.phrases[i].kind {
		case prepositionWord:
			n := l.fronted(i+1, to)
			if subject.ok() && !comma && n.ok() && !l.isTime(n) {
				subject.tokens.End, subject.end = n.tokens.End, n.end
			}
			i = max(i+1, n.end)
		case nounChunk:
			n := l.nounAt(i, to)
			if comma && subject.ok() {
				n = l.singleNoun(i, to) // an apposition; what is joined behind it is joined to the subject
			}
			switch {
			case n.temporal && subject.ok(), n.temporal && n.end < to && l.nounIn(n.end, to):
			case subject.ok() && !comma && l.isReflexive(n):
				subject.tokens.End, subject.end = n.tokens.End, n.end
			case !subject.ok() || !comma:
				subject = n
			}
			i, comma = n.end, false
		case commaMark:
			comma = true
			i++
		case conjunctionWord:
			i++
			if n := l.nounAt(i, to); subject.ok() && n.ok() && !n.temporal {
				subject, i, comma = joinNouns(subject, n), n.end, false
			}
		default:
			i++
		}
	}
	return subject
}

// joinNouns makes one noun phrase of two that a conjunction joins although an
// apposition stands between: "Ruto, the president, and Reed".
func joinNouns(a, b noun) noun {
	all := a
	all.conjuncts = append(append([]noun{}, members(a)...), members(b)...)
	all.tokens.End, all.end = b.tokens.End, b.end
	return all
}

// isReflexive reports whether n only stresses the noun before it: "Ruto himself".
func (l *linker) isReflexive(n noun) bool {
	return l.isPronoun(n) && strings.HasSuffix(l.lower(n.head), "self")
}

// fronted reads the noun phrase of a preposition before the subject: a list
// that would swallow the subject is none.
func (l *linker) fronted(i, to int) noun {
	n := l.nounAt(i, to)
	if n.end >= to && len(n.conjuncts) > 0 {
		if single := l.singleNoun(i, to); l.kindAt(single.end, to) == commaMark {
			return single
		}
	}
	return n
}

// nounIn reports whether a noun chunk stands among the phrases.
func (l *linker) nounIn(from, to int) bool {
	for i := from; i < to; i++ {
		if l.phrases[i].kind == nounChunk {
			return true
		}
	}
	return false
}

// boundary returns the last phrase from from to to that opens a clause, or -1.
func (l *linker) boundary(from, to int) int {
	for i := to - 1; i >= from; i-- {
		switch l.phrases[i].kind {
		case subordinatorWord, relativizerWord, stopMark:
			return i
		}
	}
	return -1
}

// lastOf returns the last phrase of a kind in the range, or -1.
func (l *linker) lastOf(kind phraseKind, from, to int) int {
	for i := to - 1; i >= from; i-- {
		if l.phrases[i].kind == kind {
			return i
		}
	}
	return -1
}

// firstOf returns the first phrase of a kind in the range, or -1.
func (l *linker) firstOf(kind phraseKind, from, to int) int {
	for i := from; i < to; i++ {
		if l.phrases[i].kind == kind {
			return i
		}
	}
	return -1
}

// close ends the previous clause before phrase i and begins c there.
func (l *linker) close(c *clause, i int) {
	c.begin = i
	if p := l.previous(); p != nil {
		p.end = max(i, p.at+1)
	}
}

// push keeps a subject whose verb has not come yet.
func (l *linker) push(n noun) {
	if n.ok() {
		l.pending = append(l.pending, n)
	}
}

// pop returns the latest subject without a verb.
func (l *linker) pop() noun {
	if len(l.pending) == 0 {
		return noun{}
	}
	n := l.pending[len(l.pending)-1]
	l.pending = l.pending[:len(l.pending)-1]
	return n
}

// antecedent returns the noun phrase that ends right before phrase to, commas
// and a preposition between them left out.
func (l *linker) antecedent(from, to int, personal bool) noun {
	i := to - 1
	for i >= from && (l.phrases[i].kind == commaMark || l.phrases[i].kind == prepositionWord && i == to-1 || l.phrases[i].temporal && i > from) {
		i--
	}
	if l.kindAt(i, to) != nounChunk || i < from {
		return noun{}
	}
	for i-2 >= from && l.isPreposition(i-1, to, "of") && l.kindAt(i-2, to) == nounChunk {
		if l.staysInner(i, personal) {
			break
		}
		i -= 2
	}
	return l.singleNoun(i, to)
}

// staysInner reports whether the noun at i, which follows "of", is meant
// itself and not what it is of.
func (l *linker) staysInner(i int, personal bool) bool {
	head, outer := l.phrases[i].head, l.phrases[i-2].head
	switch {
	case strings.HasPrefix(l.tag(outer), "NNP"):
		return false
	case personal:
		return !titleNouns[l.lemma(outer)] && !kinNouns[l.lemma(outer)]
	}
	return strings.HasPrefix(l.tag(head), "NN")
}

// adoptOrphans gives clauses that stand before the main clause and have no
// subject of their own the subject of the main clause.
func (l *linker) adoptOrphans() {
	for k, c := range l.clauses {
		if c.subject.ok() || c.host != nil || c.link != participialClause && c.link != infinitiveClause {
			continue
		}
		for _, m := range l.clauses[k+1:] {
			if m.link == mainClause && m.subject.ok() && !m.within(c) {
				c.subject, c.host = m.subject, m
				break
			}
		}
	}
}
