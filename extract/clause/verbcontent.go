package clause

import (
	"slices"

	"kg/extract/nlp"
)

// byVerb finds what verb v ascribes to its subject: a clause, an infinitive, a
// quotation, the sentence around it.
func (a *attributor) byVerb(v int) (attribution, bool) {
	if !a.isVerb(v) || a.relation(v) == "aux" || a.relation(v) == "cop" || a.isIdiom(v) {
		return attribution{}, false
	}
	x := attribution{verb: v, rule: "says", cue: a.verbWords(v), base: a.sayingBase(v)}
	source := a.sourceOf(v)
	if a.lemma(v) == "read" && (source.Head < 0 || !documents[a.lemma(source.Head)]) {
		return attribution{}, false // only what is written reads something
	}
	content, place, ok := a.contentOf(v, source)
	if !ok {
		return attribution{}, false
	}
	if place == behindCue && content.First == v+1 && a.opensInVerb(content) && a.fullRelation(v) != "acl:relcl" {
		return attribution{}, false // "everything she says is a lie"
	}
	if p := a.word(content.First); place == behindCue && content.Len() > 1 && (p == "of" || p == "about") && topicVerbs[a.lemma(v)] != nil {
		content.First++ // what stands behind "warned of" is no clause
	}
	x.content, x.place = content, place
	if r, _ := a.colonContent(v, source.Head); r == content && !a.saysVerb(v) {
		x.base = "say"
	}
	answer := a.answerBehind(v, content)
	if answer >= 0 {
		x.base, x.content.First = "say", max(x.content.First, answer)
	}
	if place == behindCue {
		if x.base == "say" && plainSayings[a.lemma(v)] && !a.hasVerb(content) && !a.quoted(content) && !a.isPutIt(v) {
			x.base = a.lemma(v) // "mentioned the plan for the harbour" says no plan
		}
		x.base += a.topicWord(v, content)
	}
	if source.Head >= 0 && a.quoteAt(v) >= 0 && !a.quotes[a.quoteAt(v)].inner.Contains(content) {
		return attribution{}, false
	}
	if source.Head >= 0 && !a.isHedge(v, source.Head) && !a.isLetUs(source.Head) {
		x.source = source
	}
	if place == behindCue {
		x.content.First = max(x.content.First, v+1)
	}
	if x.source.Tokens.Overlaps(content) && place == behindCue {
		x.content.First = max(x.content.First, x.source.Tokens.End)
	}
	if o := a.kid(v, "obj", "iobj"); place == behindCue && a.lemma(v) == "claim" && o > v && o < content.First && a.tag(content.First) == "TO" {
		x.content.First = a.yield(o, nil).First // "claimed them to be spies"
	}
	x.wanted = content.Has(max(a.infinitiveOf(v), 0))
	x.denied = a.deniesClaim(v)
	if to := a.addresseeOf(v, x.content); answer < 0 && !to.Tokens.Overlaps(x.source.Tokens) {
		x.addressee = to
	}
	return x, x.content.Len() > 0
}

// answerBehind returns where the quotation behind a colon begins that says how v denies its
// object, and is not denied itself: "Lund rejected the claim: “It is a lie.”"; -1 where none does.
func (a *attributor) answerBehind(v int, r nlp.Range) int {
	o := a.kid(v, "obj")
	if !denials[a.lemma(v)] && !dismissals[a.lemma(v)] || o < v {
		return -1
	}
	colon := a.yield(o, nil).End
	for i := o; i < colon; i++ {
		if a.doc.Word(i) == ":" {
			colon = i
		}
	}
	if colon+1 < r.End && a.doc.Word(colon) == ":" && isMark(a.doc, colon+1) {
		return colon + 1
	}
	return -1
}

// opensInVerb reports whether r begins with a tensed verb in no quotation.
func (a *attributor) opensInVerb(r nlp.Range) bool {
	switch a.tag(r.First) {
	case "VBZ", "VBD", "MD":
		return a.quoteAt(r.First) < 0
	}
	return false
}

// deniesClaim reports whether v says of a claim that it is false: "dismissed reports
// that the dam is unsafe". Who rejects a plan to close it does not say that it stays.
func (a *attributor) deniesClaim(v int) bool {
	o := a.kid(v, "obj")
	if o < v || !denials[a.lemma(v)] && !dismissals[a.lemma(v)] || contentNouns[a.lemma(o)] == "" {
		return false
	}
	k := a.contentOfNoun(o)
	return k >= 0 && a.markedThat(k)
}

// topicWord returns, after a space, the preposition before the content of v:
// "for" of "called for an end", of "called for ending it".
func (a *attributor) topicWord(v int, content nlp.Range) string {
	p := content.First - 1
	if rel := a.relation(max(p, 0)); p > v && (rel == "case" || rel == "mark") && content.Has(a.head[p]) {
		return " " + a.word(p)
	}
	return ""
}

// contentOf returns what verb v ascribes to its subject.
func (a *attributor) contentOf(v int, who Argument) (nlp.Range, attachment, bool) {
	source := who.Head
	if r, place := a.parentheticalContent(v, who); r.Len() > 0 {
		return r, place, true
	}
	for _, find := range []func(*attributor, int, int) (nlp.Range, attachment){
		(*attributor).asContent,
		(*attributor).soContent,
		(*attributor).madeClearContent,
		(*attributor).clauseContent,
		(*attributor).quotedContent,
		(*attributor).surroundingContent,
		(*attributor).infinitiveContent,
		(*attributor).gerundContent,
		(*attributor).ascribedContent,
		(*attributor).judgedContent,
		(*attributor).shownContent,
		(*attributor).figureContent,
		(*attributor).questionContent,
		(*attributor).topicContent,
		(*attributor).colonContent,
		(*attributor).restContent,
	} {
		if r, place := find(a, v, source); r.Len() > 0 {
			return a.ownWords(r, v, place), place, true
		}
	}
	return nlp.Range{}, behindCue, false
}

// isIdiom reports whether v ascribes nothing: "it goes without saying", "let's say".
func (a *attributor) isIdiom(v int) bool {
	if slices.ContainsFunc(a.kids[v], func(k int) bool { return a.quotesSaying(v, k) && a.saysVerb(k) }) {
		return true // "quoted Lund as saying": Lund says it
	}
	for _, m := range a.kids[v] {
		if a.relation(m) == "mark" && a.word(m) == "without" {
			return true
		}
	}
	return a.head[v] >= 0 && a.lemma(a.head[v]) == "let"
}

// verbWords returns v with its auxiliaries, negation and particle.
func (a *attributor) verbWords(v int) []int {
	list := []int{v}
	for _, k := range a.kids[v] {
		switch r := a.fullRelation(k); {
		case a.relation(k) == "aux", r == "compound:prt", r == "advmod" && negators[a.word(k)]:
			list = append(list, k)
		}
	}
	slices.Sort(list)
	return list
}

// sayingBase returns the relation that v stands for: "say" for a plain verb of
// saying, else v with its particle.
func (a *attributor) sayingBase(v int) string {
	lemma := a.lemma(v)
	base := lemma
	for _, k := range a.kids[v] {
		if a.fullRelation(k) == "compound:prt" {
			base += " " + a.word(k)
		}
	}
	if plainSayings[base] || plainSayings[lemma] && base == lemma || a.isPutIt(v) {
		return "say"
	}
	if p := a.publicityOf(v); p >= 0 {
		return base + " " + a.word(p)
	}
	return base
}

// saysVerb reports whether v is a verb of saying.
func (t *deptree) saysVerb(v int) bool {
	return plainSayings[t.lemma(v)] || tellingSayings[t.lemma(v)] || t.isPutIt(v)
}

// isFinite reports whether v or its first auxiliary is finite.
func (a *attributor) isFinite(v int) bool {
	for _, k := range a.kids[v] {
		if a.relation(k) == "aux" {
			return a.tag(k) != "VBG"
		}
	}
	tag := a.tag(v)
	return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "VB" && a.infinitiveMark(v) < 0 && a.relation(v) != "xcomp"
}

// isLetUs reports whether the noun n is the "us" of "let us see".
func (a *attributor) isLetUs(n int) bool {
	return a.tag(n) == "PRP" && a.head[n] >= 0 && a.lemma(a.head[n]) == "let"
}

// isHedge reports whether v only softens what its speaker says, as "I think" and
// "you know" do.
func (a *attributor) isHedge(v, source int) bool {
	if !hedges[a.lemma(v)] || a.tag(v) != "VBP" && a.tag(v) != "VB" {
		return false
	}
	w := a.word(source)
	return w == "i" || w == "we" || w == "you"
}
