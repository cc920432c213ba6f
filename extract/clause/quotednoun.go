package clause

// byQuotedNoun: "Lund had an answer for her critics: “Come and see.”": the noun n names
// what is said, and a colon and a quotation follow its phrase. It is said by the owner of
// n, by the subject of the verb whose object n is or, where n is its subject, by n itself
// where that can speak.
// Limit: a verb of saying before the colon has the quotation for its own.
func (a *attributor) byQuotedNoun(n int) (attribution, bool) {
	base, named := contentNouns[a.lemma(n)]
	if !named && !replies[a.lemma(n)] || !a.isNominal(n) || a.quoteAt(n) >= 0 {
		return attribution{}, false
	}
	q, ok := a.quotationBehindColon(n)
	if !ok || !a.isUtterance(q) || a.doc.Word(q.inner.End-1) == "," || a.kidWord(n, nones) >= 0 {
		return attribution{}, false // behind a comma stands who says it
	}
	owner := a.quotedOwner(n)
	if owner < 0 || a.relation(n) == "obj" && a.answerBehind(a.head[n], q.outer) >= 0 {
		return attribution{}, false
	}
	if base == "" || wantedWords[base] || owner != a.ownerOfContent(n) {
		base = "say"
	}
	return attribution{
		source: a.phraseOf(owner, []int{n}), content: q.inner, cue: []int{n}, verb: -1, rule: "content-noun", base: base,
	}, true
}

// quotedOwner returns who says what the noun n names. Who "opposed Reyes' statement: “…”"
// speaks himself, and who "changed my answer: “…”" is not only "my".
func (a *attributor) quotedOwner(n int) int {
	owner, h := a.ownerOfContent(n), a.head[n]
	if h < 0 || !a.isVerb(h) || a.relation(n) != "obj" {
		return owner
	}
	if s := a.subjectOf(h); s >= 0 && (owner < 0 || a.tag(owner) == "PRP$" || accusations[a.lemma(h)] || topicVerbs[a.lemma(h)] != nil) {
		return s
	}
	return owner
}

// quotationBehindColon returns the quotation that opens behind the first colon after the
// noun n, with no verb between, and none of saying before in the sentence.
func (a *attributor) quotationBehindColon(n int) (quotation, bool) {
	s := a.sentence(n)
	for i := s.First; i < n; i++ {
		if a.isVerb(i) && a.saysVerb(i) {
			return quotation{}, false
		}
	}
	colon := n + 1
	for colon < s.End && a.doc.Word(colon) != ":" {
		if a.isVerb(colon) || a.tag(colon) == "MD" || a.doc.Word(colon) == ";" {
			return quotation{}, false
		}
		colon++
	}
	for _, q := range a.quotes {
		if q.outer.First == colon+1 {
			return q, a.doc.Sentences[a.doc.SentenceOf(q.outer.First)].Paragraph == a.doc.Sentences[a.doc.SentenceOf(n)].Paragraph // else see announced
		}
	}
	return quotation{}, false
}

// replies name something said, besides the content nouns, that no clause says what it is.
var replies = words("answer", "response", "reply", "explanation", "slogan", "motto", "advice", "verdict", "question", "joke", "refrain")

// wantedWords are the verbs of content nouns that what stands in marks says nothing of.
var wantedWords = words("want", "plan", "believe", "think", "agree", "intend", "judge", "be reluctant", "feel")
