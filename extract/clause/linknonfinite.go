package clause

// attachInfinitive places "to send": its subject is the object of the previous
// verb where that verb hands it on ("urged him to send"), else the subject.
func (l *linker) attachInfinitive(c *clause, from, at int) {
	c.link = infinitiveClause
	prev := l.previous()
	if prev == nil {
		l.keepSubject(from, at)
		l.close(c, at)
		c.unsure = true
		return
	}
	if l.boundary(from, at) < 0 && l.kindAt(at-1, at) == conjunctionWord && at-1 >= from {
		if host := l.lastInfinitive(); host != nil {
			l.close(c, at-1)
			c.host, c.subject = host, host.subject
			return
		}
	}
	l.keepSubject(from, at)
	l.close(c, at)
	c.host, c.subject = prev, prev.subject
	if n := l.objectBefore(from, at); n.ok() && objectControl[l.lemmaOf(prev)] && !prev.verb.passive {
		c.subject = n
	}
	if prev.verb.copula && l.kindAt(at-1, at) == nounChunk && at-1 >= from && infinitiveNouns[l.lemma(l.phrases[at-1].head)] {
		c.subject = noun{} // "is part of a plan to raise taxes": whose plan is not said
	}
}

// lastInfinitive returns the latest clause whose verb is an infinitive.
func (l *linker) lastInfinitive() *clause {
	for k := len(l.clauses) - 1; k >= 0; k-- {
		if c := l.clauses[k]; l.finiteTag(c) == "VB" || len(c.verb.chain) > 0 {
			return c
		}
	}
	return nil
}

// objectBefore returns the noun phrase right after the previous verb, if it
// reaches the verb at at.
func (l *linker) objectBefore(from, at int) noun {
	if l.kindAt(from, at) != nounChunk {
		return noun{}
	}
	n := l.nounAt(from, at)
	if n.temporal {
		return noun{}
	}
	return n
}

// attachParticiple places "co-chaired by X" and "urging him".
func (l *linker) attachParticiple(c *clause, from, at int) {
	c.link = participialClause
	if c.verb.form == past {
		c.verb.turnPassive()
	}
	prev := l.previous()
	c.host = prev
	switch before := l.kindAt(at-1, at); {
	case at-1 < from || at == 0:
		l.afterVerb(c, prev, at)
	case before == conjunctionWord:
		l.joinedParticiple(c, prev, from, at)
	case before == prepositionWord:
		l.gerund(c, prev, from, at)
	case before == subordinatorWord:
		l.deferThat(prev, from, at-1)
		l.close(c, at-1)
		c.marker = l.phrases[at-1].head
		c.subject = subjectOf(prev)
	case before == commaMark:
		l.afterCommaParticiple(c, prev, from, at)
	case before == nounChunk:
		c.subject = l.antecedent(from, at, false)
		l.keepSubject(from, at)
		l.close(c, at)
	default:
		c.subject = l.antecedent(from, at-1, false)
		l.keepSubject(from, at)
		l.close(c, at)
		c.unsure = true
	}
}

// turnPassive makes a lone participle passive: the verb itself, or the first
// that governs it ("men expected to win").
func (g *verb) turnPassive() {
	if len(g.chain) > 0 {
		g.chain[0].passive = true
		return
	}
	g.passive = true
}

func subjectOf(c *clause) noun {
	if c == nil {
		return noun{}
	}
	return c.subject
}

// afterVerb: a participle at the start, or right after another verb.
func (l *linker) afterVerb(c, prev *clause, at int) {
	l.close(c, at)
	if c.verb.form == present && (prev == nil || plainReporting[l.lemmaOf(prev)]) {
		l.push(l.gerundSubject(at))
	}
	if prev == nil {
		c.host = nil
		return
	}
	c.unsure = true
	c.subject = noun{}
}

// gerundSubject returns the -ing form at phrase at with its object as a noun
// phrase that may wait for a verb: "fixing the plant may take a year".
func (l *linker) gerundSubject(at int) noun {
	end := at + 1
	if n := l.nounAt(at+1, len(l.phrases)); n.ok() {
		end = n.end
	}
	return noun{tokens: l.rangeOf(at, end), head: l.phrases[at].verb.main, chunk: at, end: end}
}

// joinedParticiple: "was hit and killed", "killing three and wounding five".
func (l *linker) joinedParticiple(c, prev *clause, from, at int) {
	l.close(c, at-1)
	for k := len(l.clauses) - 1; k >= 0; k-- {
		h := l.clauses[k]
		if h.verb.form == c.verb.form || c.verb.form == past && l.tag(h.verb.main) == l.tag(c.verb.main) && !h.verb.copula ||
			c.verb.form == present && l.tag(h.verb.main) == "VBG" {
			c.host, c.subject, c.link = h, h.subject, coordinateVerb
			l.shareAuxiliary(c, h)
			return
		}
	}
	c.subject, c.unsure = subjectOf(prev), true
}

// shareAuxiliary gives "killed" the "was" of "was hit and killed".
func (l *linker) shareAuxiliary(c, h *clause) {
	c.verb.modality = strongest(c.verb.modality, h.verb.modality)
	if h.verb.form != finite {
		c.link = h.link
		return
	}
	c.verb.form, c.verb.passive = finite, h.verb.passive
	var auxiliaries []int
	for _, i := range h.verb.tokens {
		if i == h.verb.main {
			break
		}
		auxiliaries = append(auxiliaries, i)
	}
	c.verb.tokens = append(auxiliaries, c.verb.tokens...)
}

// gerund: "after giving a speech" has the subject of its clause; after other
// prepositions nobody is said to have done it.
func (l *linker) gerund(c, prev *clause, from, at int) {
	word := l.phraseText(at - 1)
	l.keepSubject(from, at-1)
	l.close(c, at-1)
	c.marker = l.phrases[at-1].head
	switch word {
	case "after", "before", "by", "upon", "on", "while", "when", "since", "without":
		c.subject = subjectOf(prev)
		if c.verb.form == past {
			c.subject = noun{}
		}
	default:
		c.unsure = true
	}
	if word == "without" {
		c.verb.modality = Negated
	}
}

// afterCommaParticiple: "The meeting, co-chaired by X, …" and "He spoke, urging …".
func (l *linker) afterCommaParticiple(c, prev *clause, from, at int) {
	near := l.antecedent(from, at, false)
	waiting := prev == nil || l.boundary(from, at) >= 0
	switch {
	case c.verb.form == past && prev != nil && prev.link == participialClause && prev.verb.form == past:
		c.subject = prev.subject
	case c.verb.form == past && near.ok():
		c.subject = near
		l.keepSubject(from, at)
	case waiting:
		c.subject = l.subjectIn(l.boundary(from, at)+1, at)
		if c.subject.end < at-1 {
			c.subject = near
		}
		l.push(c.subject)
	default:
		c.host = l.absoluteHost(c, prev)
		c.subject = c.host.subject
		if c.host.link == attributionClause {
			c.subject = noun{}
		}
	}
	l.close(c, at-1)
}

// absoluteHost returns the clause whose subject does what ", adding …" says:
// for a reporting verb the nearest clause above that reports, else the nearest
// finite one.
func (l *linker) absoluteHost(c, prev *clause) *clause {
	if reportingVerbs[l.lemmaOf(c)] {
		for k := prev; k != nil; k = k.host {
			if k.link == complementClause {
				return k.host
			}
		}
	}
	for k := prev; k.host != nil; k = k.host {
		if k.link != participialClause && k.link != infinitiveClause {
			return k
		}
		prev = k.host
	}
	return prev
}
