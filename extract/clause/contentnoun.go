package clause

import "kg/extract/nlp"

// byNoun: "the minister's claim that the dam is safe", "their plan to sell it".
func (a *attributor) byNoun(n int) (attribution, bool) {
	verb, ok := contentNouns[a.lemma(n)]
	if !a.isNominal(n) {
		return attribution{}, false
	}
	if x, found := a.byTopic(n); found || !ok {
		return x, found
	}
	if denials[verb] && a.kidWord(n, nones) >= 0 {
		verb = "believe" // "there is little doubt that"
	}
	k := a.contentOfNoun(n)
	if k >= 0 && (verb == "say" && a.infinitiveMark(k) >= 0 || a.isKnownFrom(n)) {
		k = -1 // "a statement to deny it" says what it is for
	}
	if k < 0 {
		return a.byPredicate(n, verb)
	}
	x := attribution{verb: -1, cue: []int{n}, rule: "content-noun", base: verb, content: a.essential(k)}
	x.content.First = max(x.content.First, n+1)
	if owner := a.ownerOfContent(n); owner >= 0 {
		x.source = a.phraseOf(owner, []int{n, k})
	}
	return x, true
}

// byTopic: "Lund's call for an end to the war".
func (a *attributor) byTopic(n int) (attribution, bool) {
	if a.contentOfNoun(n) >= 0 {
		return attribution{}, false
	}
	k, base := a.topicOfNoun(n)
	owner := a.ownerOfContent(n)
	if k < 0 || owner < 0 {
		return attribution{}, false
	}
	x := attribution{verb: -1, cue: []int{n}, rule: "content-noun", base: base, content: a.essential(k), source: a.phraseOf(owner, []int{n, k})}
	x.content.First = max(x.content.First, n+1)
	return x, true
}

// isKnownFrom reports whether the noun n says where somebody has what he knows or sees from:
// "We know from their statements that the firm has failed".
func (t *deptree) isKnownFrom(n int) bool {
	h := t.head[n]
	return h >= 0 && t.relation(n) == "obl" && t.preposition(n) == "from" && (holdings[t.lemma(h)] || findings[t.lemma(h)])
}

// nones before a noun of doubt turn it round: "there is little doubt that".
var nones = words("no", "little")

// byPredicate: "Lund's view is that the dam is safe": what the noun n, the subject
// of a copula with a clause, stands for; verb is the one that says the same.
func (a *attributor) byPredicate(n int, verb string) (attribution, bool) {
	owner, h := a.ownerOf(n), a.head[n]
	if owner < 0 || h < 0 || a.relation(n) != "nsubj" {
		return attribution{}, false
	}
	cop, opens := -1, false
	content := a.yield(h, func(k int) bool { return k == n })
	for _, k := range a.kids[h] {
		switch {
		case a.relation(k) == "cop" && cop < 0:
			cop = k
		case a.word(k) == "that" && a.relation(k) == "mark", a.tag(k) == "TO" && a.relation(k) == "mark":
			opens = true
		}
		if rel := a.relation(k); cop < 0 && (rel == "ccomp" || rel == "xcomp") && a.lemma(h) == "be" {
			cop, opens, content = h, a.markedThat(k) || a.infinitiveMark(k) >= 0, a.yield(k, nil)
		}
	}
	content.First = max(content.First, cop+1)
	if cop < 0 || !opens || content.Len() <= 0 {
		return attribution{}, false
	}
	return attribution{
		source: a.phraseOf(owner, []int{n}), content: content, cue: []int{n, cop}, verb: -1, rule: "content-noun", base: verb,
	}, true
}

// modalityOfNoun says how far the owner of x says what its noun names: who has no plan
// or has not issued a warning plans or warns of nothing.
func (r *reported) modalityOfNoun(x attribution) Modality {
	m := r.nobody(x.cue[0])
	if h := r.issuingVerb(x); h >= 0 {
		m = strongest(m, r.modalityOf(h))
	}
	return m
}

// issuingVerb returns the verb that makes what the noun of x names its source's own, or -1.
func (r *reported) issuingVerb(x attribution) int {
	n := x.cue[0]
	if h := r.head[n]; h >= 0 && r.relation(n) == "obj" && possessingVerbs[r.lemma(h)] && r.subjectOf(h) == x.source.Head {
		return h
	}
	return -1
}

// withholds reports whether the source of x is only said not to tell what the noun of x
// names: who did not unveil a plan may have one.
func (r *reported) withholds(x attribution) bool {
	h := r.issuingVerb(x)
	return h >= 0 && !makings[r.lemma(h)] && r.modalityOf(h).Kind() == Negated
}

// makings are the possessing verbs without which there is no such thing.
var makings = words("make", "issue", "give", "have", "express", "voice", "hold", "take")

// contentOfNoun returns the clause that says what the noun n names, or -1.
func (a *attributor) contentOfNoun(n int) int {
	for _, k := range a.kids[n] {
		rel := a.fullRelation(k)
		if k < n || rel != "acl" && rel != "ccomp" && rel != "acl:relcl" {
			continue
		}
		for _, m := range a.kids[k] {
			if a.relation(m) == "mark" && (a.word(m) == "that" || a.tag(m) == "TO") {
				return k
			}
		}
	}
	return a.adoptedContent(n)
}

// adoptedContent returns the that-clause that the parser hung on the verb of the
// object n although it says what n is: "heard the claim that the dam was safe".
func (a *attributor) adoptedContent(n int) int {
	h := a.head[n]
	if h < 0 || a.relation(n) != "obj" || n < h {
		return -1
	}
	for _, k := range a.kids[h] {
		if a.relation(k) == "ccomp" && a.markedThat(k) && a.yield(k, nil).First == a.yield(n, nil).End {
			return k
		}
	}
	return -1
}

// isOfObject reports whether the clause of k says what the object of v is.
func (a *attributor) isOfObject(k, v int) bool {
	n := a.kid(v, "obj")
	return n > v && a.namesContent(n) && a.adoptedContent(n) == k
}

// possessingVerbs put a content noun and its owner together: "made a promise to".
var possessingVerbs = words("make", "issue", "give", "have", "express", "voice", "hold", "release", "announce", "repeat",
	"offer", "deliver", "send", "renew", "reiterate", "share", "publish", "take", "keep", "break",
	"signal", "abandon", "drop", "unveil", "outline", "present", "withdraw", "propose")

// ownerOfContent returns who says or means what the noun n names: its owner, or
// the subject of the verb that makes it his, or -1.
func (a *attributor) ownerOfContent(n int) int {
	if o := a.ownerOf(n); o >= 0 {
		return o
	}
	if o := a.nameBefore(n); o >= 0 {
		return o
	}
	h := a.head[n]
	if h >= 0 && a.relation(n) == "obj" && possessingVerbs[a.lemma(h)] && !a.isPassive(h) {
		return a.subjectOf(h)
	}
	return -1
}

// nameBefore returns the last word of the name of somebody or of a body that
// stands before the noun n in its phrase: "a Lima Times report"; -1 where there is
// none.
func (a *attributor) nameBefore(n int) int {
	for _, x := range a.doc.Names {
		last := x.Tokens.End - 1
		if last == n-1 && (x.Type == nlp.Organization || x.Type == nlp.Person) && a.under(last, n) {
			return last
		}
	}
	return -1
}
