package clause

// attachFinite places a clause with a finite verb.
func (l *linker) attachFinite(c *clause, from, at int) {
	for _, try := range []func(*clause, int, int) bool{
		l.invertedAttribution,
		l.openQuotation,
		l.relative,
		l.subordinate,
		l.attributionAfter,
		l.opening,
		l.sharedSubject,
		l.interrupted,
		l.plainComplement,
		l.coordinateClause,
		l.afterComma,
		l.contactRelative,
	} {
		if try(c, from, at) {
			return
		}
	}
	l.guess(c, from, at)
}

// invertedAttribution: "…, said French President Emmanuel Macron."
func (l *linker) invertedAttribution(c *clause, from, at int) bool {
	if !plainReporting[l.lemmaOf(c)] || l.kindAt(at+1, len(l.phrases)) != nounChunk || c.verb.passive || l.lemmaOf(c) == "tell" {
		return false
	}
	quoted := l.quotedBefore(at)
	plain := l.previous() != nil && len(l.pending) == 0 && l.lemmaOf(c) == "say" && at > 0 && l.kindAt(at-1, at) == commaMark
	if !quoted && !plain {
		return false
	}
	after := l.nounAt(at+1, len(l.phrases))
	if k := l.kindAt(after.end, len(l.phrases)); k == verbGroup || k == subordinatorWord || after.temporal || l.isObjective(after) {
		return false
	}
	c.subject = after
	c.link, c.skip = attributionClause, c.subject.end-at-1
	l.close(c, at)
	if p := l.previous(); p == nil || l.nounIn(from, at) && p.end < at {
		l.push(l.subjectIn(from, at))
	}
	return true
}

// isObjective reports whether n is a pronoun that cannot be a subject.
func (l *linker) isObjective(n noun) bool {
	switch l.lower(n.head) {
	case "me", "him", "them", "us":
		return true
	}
	return false
}

// quotedBefore reports whether a closing quotation mark stands right before phrase i.
func (l *linker) quotedBefore(i int) bool {
	k := l.phrases[i].tokens.First
	for _, q := range l.quotes {
		if q.closes && (q.tokens.End == k-1 || q.tokens.End == k-2 && l.doc.Word(k-1) == ",") {
			return true
		}
	}
	return false
}

// openQuotation: "She wrote, “Nobody knows.”": what stands before the quotation
// belongs to the clause before, what stands in it to the clause in it.
func (l *linker) openQuotation(c *clause, from, at int) bool {
	q := l.inQuote(c.verb.main)
	if q < 0 || l.previous() == nil || l.inQuote(l.previous().verb.main) == q {
		return false
	}
	start := from
	for start < at && !l.quotes[q].tokens.Contains(l.phrases[start].tokens) {
		start++
	}
	c.subject = l.subjectIn(start, at)
	if start == at || !c.subject.ok() || l.boundary(start, at) >= 0 {
		c.subject = noun{}
		return false
	}
	l.close(c, start)
	return true
}

// relative: "which brings together 30 countries", "which they signed".
func (l *linker) relative(c *clause, from, at int) bool {
	b := l.boundary(from, at)
	if b < 0 || l.phrases[b].kind != relativizerWord {
		return false
	}
	who := l.lower(l.phrases[b].head)
	antecedent := l.antecedent(from, b, who == "who" || who == "whom")
	l.keepSubject(from, b)
	start := b
	if l.kindAt(b-1, b) == prepositionWord && b > from {
		start--
	}
	l.close(c, start)
	c.link, c.marker, c.host = relativeClause, l.phrases[b].head, l.previous()
	own := l.subjectIn(b+1, at)
	switch {
	case !own.ok():
		c.subject = antecedent
	case start < b:
		c.subject = own
	default:
		c.subject, c.filler = own, antecedent
	}
	c.unsure = !antecedent.ok()
	return true
}

// keepSubject remembers the noun phrase before an interruption as a subject
// that waits for its verb, where it is not the object of the previous one.
func (l *linker) keepSubject(from, to int) {
	b := l.boundary(from, to)
	p := l.previous()
	start := b + 1
	switch {
	case b >= from:
	case p == nil:
		start = from
	case p.link == adverbialClause || p.link == participialClause || p.link == infinitiveClause:
		if start = l.firstOf(commaMark, from, to) + 1; start == 0 {
			return
		}
	case plainReporting[l.lemmaOf(p)]:
		start = from
	default:
		if start = l.lastOf(conjunctionWord, from, to) + 1; start == 0 {
			return
		}
	}
	l.push(l.subjectIn(start, to))
}

// subordinate: "because he left", "that he left"; also after ";".
func (l *linker) subordinate(c *clause, from, at int) bool {
	b := l.boundary(from, at)
	if b < 0 {
		return false
	}
	prev := l.previous()
	if l.lower(l.phrases[b].head) == "that" && l.kindAt(b-1, b) == nounChunk && b > from {
		l.keepSubject(from, b) // "The claim that he lied angered voters"
	}
	c.subject = l.subjectIn(b+1, at)
	if !c.subject.ok() && prev != nil && l.kindAt(at-1, at) == conjunctionWord {
		c.subject, c.host = prev.subject, prev
	}
	l.close(c, b)
	if l.phrases[b].kind == stopMark {
		c.link = mainClause
		c.begin = b + 1
		return true
	}
	c.marker = l.phrases[b].head
	word := l.lower(c.marker)
	l.deferThat(prev, from, b)
	c.link, c.host = adverbialClause, prev
	if takesClause := prev != nil && (reportingVerbs[l.lemmaOf(prev)] || attitudeVerbs[l.lemmaOf(prev)]); takesClause &&
		(word == "that" || word == "whether" || word == "how" || word == "why" || word == "if" && askings[l.lemmaOf(prev)]) {
		c.link = complementClause
	}
	if word == "that" && prev != nil && l.kindAt(b-1, b) == conjunctionWord {
		l.joinComplement(c)
	}
	return true
}

// deferThat remembers a "that" right before the subordinator at b: its clause
// comes after the one that b opens.
func (l *linker) deferThat(prev *clause, from, b int) {
	k := b - 1
	if l.kindAt(k, b) == commaMark {
		k--
	}
	if prev != nil && k >= from && l.kindAt(k, b) == subordinatorWord && l.lower(l.phrases[k].head) == "that" {
		l.deferred, l.that = prev, k
	}
}

// joinComplement hangs "and that …" on what the "that" before it hangs on.
func (l *linker) joinComplement(c *clause) {
	for k := len(l.clauses) - 1; k >= 0; k-- {
		if l.clauses[k].link == complementClause {
			c.link, c.host = complementClause, l.clauses[k].host
			c.begin = c.begin - 1
			return
		}
	}
}

// opening: the first verb of a sentence takes what stands before it.
func (l *linker) opening(c *clause, from, at int) bool {
	if l.previous() != nil {
		return false
	}
	if k := l.contactAt(from, at); k >= 0 && !l.phrases[k-1].temporal && l.isPronounBefore(from, at) {
		l.push(l.subjectIn(from, k))
		return l.contactRelative(c, from, at)
	}
	c.subject = l.subjectIn(from, at)
	return true
}

// sharedSubject: "came to Rome and met the Pope".
func (l *linker) sharedSubject(c *clause, from, at int) bool {
	if l.kindAt(at-1, at) != conjunctionWord || at-1 < from {
		return false
	}
	l.close(c, at-1)
	if at-2 >= from && l.kindAt(at-2, at) == commaMark {
		l.close(c, at-2)
	}
	host := l.coordinationHost(c)
	c.link, c.host, c.subject = coordinateVerb, host, host.subject
	if l.tag(c.verb.main) == "VB" && len(c.verb.tokens) == 1 {
		c.verb.form = host.verb.form
		c.verb.modality = strongest(c.verb.modality, host.verb.modality)
	}
	return true
}

// coordinationHost returns the clause that c is joined to: the nearest with a
// verb of the same form, else the nearest finite one.
func (l *linker) coordinationHost(c *clause) *clause {
	form := l.finiteTag(c)
	for k := len(l.clauses) - 1; k >= 0; k-- {
		h := l.clauses[k]
		if l.finiteTag(h) == form && h.link != attributionClause && !(h.link == relativeClause && l.closedBefore(k)) {
			return h
		}
	}
	for k := len(l.clauses) - 1; k >= 0; k-- {
		if l.clauses[k].verb.form == finite {
			return l.clauses[k]
		}
	}
	return l.previous()
}

// closedBefore reports whether a comma ends clause k, as it ends a relative
// clause that only adds something.
func (l *linker) closedBefore(k int) bool {
	h := l.clauses[k]
	return h.end-1 > h.at && l.phrases[h.end-1].kind == commaMark
}

// finiteTag returns the tag that shows the form of c: of its first verb.
func (l *linker) finiteTag(c *clause) string {
	for _, i := range c.verb.tokens {
		switch tag := l.tag(i); tag {
		case "TO":
			return "VB"
		case "VBZ", "VBP":
			return "VBZ"
		case "VBD", "VBN", "VBG", "VB", "MD":
			return tag
		}
	}
	return ""
}

// attributionAfter: "Prices rose, the minister said."
func (l *linker) attributionAfter(c *clause, from, at int) bool {
	if !plainReporting[l.lemmaOf(c)] || c.verb.passive || len(c.verb.chain) > 0 || l.kindAt(at-1, at) == conjunctionWord {
		return false
	}
	comma := l.subjectComma(from, at)
	if edge := l.quoteEdge(from, at); comma < 0 && !edge || l.previous() == nil && !edge {
		return false
	}
	switch l.kindAt(at+1, len(l.phrases)) {
	case nounChunk:
		if !l.phrases[at+1].temporal && !(l.lemmaOf(c) == "tell" && l.quoteEdge(from, at)) {
			return false
		}
	case subordinatorWord, adjectiveChunk:
		return false
	}
	start := comma + 1
	if comma < 0 {
		start = l.edgeAt(from, at)
	}
	c.subject = l.subjectIn(start, at)
	if !c.subject.ok() || l.kindAt(start, at) != nounChunk {
		return false
	}
	c.link = attributionClause
	if l.unfinished(from, start) {
		l.push(l.subjectIn(from, start-1))
	}
	l.close(c, max(start-1, from))
	c.begin = start
	return true
}

// unfinished reports whether the phrases hold a subject without a verb: "The
// plan, he said, would fail" read up to "said".
func (l *linker) unfinished(from, to int) bool {
	p := l.previous()
	return p == nil && l.nounIn(from, to)
}

// subjectComma returns the comma after which the subject of the verb at at
// stands: the first one from which a noun phrase and its appositions reach the verb.
func (l *linker) subjectComma(from, at int) int {
	last := l.lastOf(commaMark, from, at)
	if last == at-1 { // "…, Ms Reed, the mayor, said"
		for i := from; i < last; i++ {
			if l.phrases[i].kind == commaMark && l.kindAt(i+1, at) == nounChunk {
				return i
			}
		}
		return -1
	}
	return last
}

// quoteEdge reports whether a quotation ends among the phrases.
func (l *linker) quoteEdge(from, at int) bool { return l.edgeAt(from, at) >= 0 }

func (l *linker) edgeAt(from, at int) int {
	for i := from; i < at; i++ {
		if l.quotedBefore(i) {
			return i
		}
	}
	return -1
}

// interrupted: "The man who fled was caught": the subject stands before what
// interrupts it.
func (l *linker) interrupted(c *clause, from, at int) bool {
	prev := l.previous()
	if len(l.pending) == 0 || prev.link == mainClause && prev.verb.form == finite {
		return false
	}
	direct := at == from || l.kindAt(at-1, at) == commaMark
	joined := l.lastOf(conjunctionWord, from, at) >= 0 || l.lastOf(commaMark, from, at) >= 0
	if !direct && (joined || l.complementStarts(prev, from, at) || l.contactAt(from, at) >= 0) {
		return false
	}
	c.subject = l.pop()
	l.close(c, at)
	c.link = mainClause
	if l.kindAt(at-1, at) == commaMark && at-1 >= from {
		l.close(c, at-1)
	}
	if c.host = l.pendingHost(c); c.host != nil {
		c.link, c.begin = complementClause, l.opener(c.subject.chunk)
	}
	return true
}

// opener returns the phrase of the "that" right before phrase i, or i.
func (l *linker) opener(i int) int {
	if l.kindAt(i-1, i) == subordinatorWord {
		return i - 1
	}
	return i
}

// pendingHost returns the clause whose complement c is, where its subject was
// read after a reporting verb: "said the man who fled was caught".
func (l *linker) pendingHost(c *clause) *clause {
	for k := len(l.clauses) - 1; k >= 0; k-- {
		h := l.clauses[k]
		if h.at < c.subject.chunk {
			if (plainReporting[l.lemmaOf(h)] || l.markedThat(h, c)) && h.link != attributionClause {
				return h
			}
			return nil
		}
	}
	return nil
}

// markedThat reports whether "that" stands between h and the subject of c and h takes a clause.
func (l *linker) markedThat(h, c *clause) bool {
	for i := h.at + 1; i < c.subject.chunk; i++ {
		if l.phrases[i].kind == subordinatorWord && l.lower(l.phrases[i].head) == "that" {
			return reportingVerbs[l.lemmaOf(h)] || attitudeVerbs[l.lemmaOf(h)]
		}
	}
	return false
}

// complementStarts reports whether a clause without "that" can start at from.
func (l *linker) complementStarts(prev *clause, from, at int) bool {
	if prev == nil || !plainReporting[l.lemmaOf(prev)] || prev.verb.passive && l.lemmaOf(prev) != "tell" || prev.skip > 0 {
		return false
	}
	if prev.link == adverbialClause && l.lastOf(commaMark, from, at) >= 0 {
		return false
	}
	k := l.kindAt(from, at)
	return k == nounChunk || k == adverbChunk && l.kindAt(from+1, at) == nounChunk || k == prepositionWord && l.contactAt(from, at) >= 0
}

// plainComplement: "said he would go".
func (l *linker) plainComplement(c *clause, from, at int) bool {
	prev := l.previous()
	if !l.complementStarts(prev, from, at) || prev.link == attributionClause {
		return false
	}
	start := from
	if k := l.contactAt(from, at); k >= 0 && (l.lemmaOf(prev) == "tell" || l.kindAt(from, at) == prepositionWord || l.phrases[k-1].temporal) {
		start = k
	}
	c.subject = l.subjectIn(start, at)
	l.close(c, start)
	c.link, c.host = complementClause, prev
	return true
}

// coordinateClause: "Prices rose and wages fell".
func (l *linker) coordinateClause(c *clause, from, at int) bool {
	k := l.lastOf(conjunctionWord, from, at)
	if k < 0 {
		return false
	}
	subject := l.subjectIn(k+1, at)
	if !subject.ok() {
		return false
	}
	start := k
	if k > from && l.kindAt(k-1, at) == commaMark {
		start = k - 1
	}
	c.subject = subject
	if c.host = l.coordinateOf(); c.host != nil {
		c.link = complementClause
	}
	l.close(c, start)
	return true
}

// coordinateOf returns the clause that reports what a clause joined with "and"
// is joined to, or nil.
func (l *linker) coordinateOf() *clause {
	for p := l.previous(); p != nil; p = p.host {
		if p.link == complementClause {
			return p.host
		}
	}
	return nil
}

// afterComma: "When he left, she stayed".
func (l *linker) afterComma(c *clause, from, at int) bool {
	comma := l.subjectComma(from, at)
	if comma < 0 {
		comma = l.lastOf(commaMark, from, at)
	}
	prev := l.previous()
	opener := prev.link == adverbialClause || prev.link == participialClause || prev.link == infinitiveClause
	if first := l.firstOf(commaMark, from, at); opener && first >= 0 {
		comma = first
	}
	if comma < 0 {
		return false
	}
	if l.lastOf(commaMark, from, at) == at-1 && !l.nounIn(comma+1, at) {
		host := l.coordinationHost(c)
		c.subject, c.host, c.link = host.subject, host, coordinateVerb
		l.close(c, comma)
		return true
	}
	c.subject = l.subjectIn(comma+1, at)
	if !c.subject.ok() {
		return false
	}
	l.close(c, comma)
	c.link = mainClause
	if plainReporting[l.lemmaOf(prev)] && prev.link != attributionClause && l.kindAt(from, at) != nounChunk && !prev.verb.passive {
		c.link, c.host = complementClause, prev // "alleged, for example, the firm had …"
	}
	if l.deferred != nil {
		c.link, c.host, c.begin, l.deferred = complementClause, l.deferred, l.that, nil
	}
	c.unsure = !opener
	return true
}

// contactAt returns where a second noun phrase follows another directly, the
// last such place before phrase at; -1 if nowhere.
func (l *linker) contactAt(from, at int) int {
	for i := at - 1; i > from; i-- {
		if l.phrases[i].kind == nounChunk && l.phrases[i-1].kind == nounChunk {
			return i
		}
	}
	return -1
}

// contactRelative: "the record she set".
func (l *linker) contactRelative(c *clause, from, at int) bool {
	k := l.contactAt(from, at)
	if k < 0 {
		return false
	}
	c.subject = l.subjectIn(k, at)
	antecedent := l.antecedent(from, k, false)
	switch {
	case !l.isTimeNoun(antecedent.head) || !antecedent.ok():
		c.filler = antecedent
	case l.isPresent(c): // "the day a treaty is signed" has not come
		c.verb.modality = strongest(c.verb.modality, Possible)
	}
	l.close(c, k)
	c.link, c.host = relativeClause, l.previous()
	c.unsure = !l.isPronoun(c.subject)
	return true
}

// isPresent reports whether c is in the present tense.
func (l *linker) isPresent(c *clause) bool {
	tag := l.tag(c.verb.lead)
	return tag == "VBZ" || tag == "VBP"
}

// guess: nothing fits; the last noun phrase is the subject.
func (l *linker) guess(c *clause, from, at int) {
	c.unsure = true
	k := l.lastOf(nounChunk, from, at)
	if k < 0 {
		l.close(c, at)
		return
	}
	c.subject = l.singleNoun(k, at)
	l.close(c, k)
	c.host, c.link = l.previous(), adverbialClause
}
