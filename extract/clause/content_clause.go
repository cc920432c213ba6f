package clause

import (
	"slices"

	"kg/extract/nlp"
)

// clauseContent: "said that the dam was safe", "“It is safe,” she said".
func (a *attributor) clauseContent(v, source int) (nlp.Range, attachment) {
	lemma := a.lemma(v)
	if !plainSayings[lemma] && !tellingSayings[lemma] && !holdings[lemma] && !a.isFinding(v, source) {
		return nlp.Range{}, behindCue
	}
	var r nlp.Range
	place := behindCue
	for _, k := range a.kids[v] {
		if !a.isContent(k, v) {
			continue
		}
		inner := a.yield(k, func(j int) bool { return j == v })
		if k < v {
			place = aroundCue
		}
		r = union(r, inner)
	}
	if r.Len() == 0 && (a.saysVerb(v) || holdings[lemma] || a.isDocumented(v, source)) {
		r = a.strayClause(v)
	}
	if r.Len() == 0 {
		return r, place
	}
	return a.afterSource(a.withReasons(a.withSubject(r, v), v, place), v, source, place), place
}

// withSubject adds to the clause r behind v, which opens in a tensed verb, the object of v
// right before it: it is no object but the subject of r, "said anybody who complains “has
// never lived here”".
func (a *attributor) withSubject(r nlp.Range, v int) nlp.Range {
	first := r.First
	for first < r.End && isMark(a.doc, first) {
		first++
	}
	o := a.kid(v, "obj", "iobj")
	if o < v || first >= r.End {
		return r
	}
	tag := a.tag(first)
	if own := a.yield(o, nil); own.End == r.First && (tag == "VBZ" || tag == "VBD" || tag == "VBP" || tag == "MD") {
		r.First = own.First
	}
	return r
}

// strayClause returns the clause with "that", "how" or "why" that the parser hung on a noun behind v,
// who is told or where it is said, although it has all that a clause needs: "told
// a meeting of farmers that few of them saw the danger". Nouns that name something
// said keep theirs.
func (a *attributor) strayClause(v int) nlp.Range {
	for k := v + 1; k < a.yield(v, nil).End; k++ {
		n := a.head[k]
		if a.relation(k) != "acl" || n <= v || !a.isArgument(n, v) || a.namesContent(n) && !a.isKnownFrom(n) {
			continue
		}
		r := a.yield(k, nil)
		s := a.ownSubject(k)
		if a.word(r.First) == "that" && s > r.First && (a.relation(r.First) == "mark" || a.hasOtherObject(k, r.First)) {
			return r
		}
		if w := a.word(r.First); (w == "how" || w == "why") && s > r.First && a.relation(n) == "obl" {
			return r // "shows in detail how the dam broke"
		}
	}
	return nlp.Range{}
}

// namesContent reports whether the noun n names something that is said, written
// or known.
func (t *deptree) namesContent(n int) bool {
	l := t.lemma(n)
	return contentNouns[l] != "" || factiveNouns[l] || documents[l] || workNouns[l]
}

// isArgument reports whether n is an object or circumstance of v, or hangs on
// one by prepositions.
func (a *attributor) isArgument(n, v int) bool {
	for a.head[n] >= 0 && a.relation(n) == "nmod" {
		n = a.head[n]
	}
	rel := a.relation(n)
	return a.head[n] == v && (rel == "obj" || rel == "iobj" || rel == "obl")
}

// hasOtherObject reports whether the verb k has an object besides token that.
func (t *deptree) hasOtherObject(k, that int) bool {
	return slices.ContainsFunc(t.kids[k], func(o int) bool { return t.relation(o) == "obj" && o > k && o != that })
}

// behindComma reports whether token i is a comma or stands behind one, or behind the
// quotation mark that closes behind one: "“…,” though she noted".
func (t *deptree) behindComma(i int) bool {
	k := i - 1
	for k > 0 && isMark(t.doc, k) {
		k--
	}
	return t.doc.Word(i) == "," || k >= 0 && t.doc.Word(k) == ","
}

// isContent reports whether k, which hangs on v, is a clause that v ascribes.
func (a *attributor) isContent(k, v int) bool {
	switch a.relation(k) {
	case "ccomp":
		return !a.isCircumstance(k) && !a.isTimeOf(k, v) && !a.isInverted(k) && !a.isOfObject(k, v) && !(k < v && (a.isBareParticiple(k) || a.saysThat(v)))
	case "conj":
		return k > v && (a.markedThat(k) || a.saysVerb(v) && a.kid(k, "cc") < 0 && a.ownSubject(k) >= 0)
	case "parataxis":
		return k > v && a.opensSpeech(v, k) && a.saysVerb(v)
	}
	return false
}

// isBareParticiple reports whether k is a participle with neither subject nor
// auxiliary and in no quotation: "Asked about the mill, Lund said".
func (a *attributor) isBareParticiple(k int) bool {
	tag := a.tag(k)
	return (tag == "VBN" || tag == "VBD" || tag == "VBG") && a.kid(k, "nsubj", "aux", "cop", "csubj") < 0 && a.quoteAt(k) < 0
}

// isCircumstance reports whether a word that opens circumstances opens the
// clause of k: what the parser takes for a complement is none.
func (a *attributor) isCircumstance(k int) bool {
	for _, m := range a.kids[k] {
		switch a.word(m) {
		case "after", "before", "when", "while", "because", "as", "since", "until", "although", "though", "by", "without":
			if a.relation(m) == "mark" && m < k {
				return true
			}
		}
	}
	return false
}

// isTimeOf reports whether the clause of k, which "when" opens, only says when v was
// done, since what was said stands before: "that was what she said when she resigned".
func (a *attributor) isTimeOf(k, v int) bool {
	o := a.opener(k)
	return o >= 0 && a.word(o) == "when" && a.isFronted(v)
}

// markedThat reports whether "that" opens the clause of k.
func (t *deptree) markedThat(k int) bool {
	for _, m := range t.kids[k] {
		if t.relation(m) == "mark" && t.word(m) == "that" {
			return true
		}
	}
	return false
}

// opensSpeech reports whether a colon or a quotation mark stands between v and
// the clause of k, as it does before what is said.
func (a *attributor) opensSpeech(v, k int) bool {
	first := a.yield(k, nil).First
	for i := v + 1; i <= first; i++ {
		if a.doc.Word(i) == ":" || isMark(a.doc, i) {
			return true
		}
	}
	return false
}

// withReasons adds to a clause behind v the circumstances that follow it without
// a comma: the parser hangs them on v as often as on the clause, where they belong.
func (a *attributor) withReasons(r nlp.Range, v int, place attachment) nlp.Range {
	if place != behindCue {
		return r
	}
	for _, k := range a.kids[v] {
		if a.relation(k) != "advcl" && a.relation(k) != "obl" {
			continue
		}
		if inner := a.yield(k, nil); inner.First == r.End && a.doc.Word(inner.First) != "," && !(a.tag(k) == "VBG" && a.opener(k) < 0 && isMark(a.doc, r.End-1)) {
			r.End = inner.End
		}
	}
	return r
}

// afterSource takes the cue and the source off the side of r on which they stand.
func (a *attributor) afterSource(r nlp.Range, v, source int, place attachment) nlp.Range {
	if place == behindCue {
		r.First = max(r.First, v+1)
		return a.afterAside(r, v)
	}
	if v >= r.End-1 {
		r.End = min(r.End, v)
	}
	if source >= 0 && source < v && r.Has(source) && !a.contentBehind(r, v) {
		r.End = min(r.End, a.yield(source, nil).First)
	}
	return r
}

// longestAside is the number of tokens of an aside: ", by way of example,".
const longestAside = 5

// afterAside passes an aside between commas right behind the cue v.
func (a *attributor) afterAside(r nlp.Range, v int) nlp.Range {
	if v+1 >= len(a.doc.Tokens) || a.doc.Word(v+1) != "," {
		return r
	}
	for i := v + 2; i < min(r.End-1, v+3+longestAside) && !a.isVerb(i); i++ {
		if a.doc.Word(i) == "," && a.tag(v+2) == "IN" {
			r.First = max(r.First, i+1)
			return r
		}
	}
	return r
}

// contentBehind reports whether r goes on behind the cue.
func (a *attributor) contentBehind(r nlp.Range, v int) bool { return r.End > v+1 }

// isFinding reports whether v states what a document, a survey or an
// investigator found: its subject is no event that merely shows something.
func (a *attributor) isFinding(v, source int) bool {
	if !findings[a.lemma(v)] || source < 0 {
		return false
	}
	return a.tag(v) != "VBG" || documents[a.lemma(source)] || a.isPerson(source)
}

// isDocumented reports whether v states what the document or survey source shows.
func (t *deptree) isDocumented(v, source int) bool {
	return source >= 0 && findings[t.lemma(v)] && documents[t.lemma(source)]
}

// documents are the sources that are written or made and not somebody.
var documents = words("report", "study", "survey", "poll", "data", "letter", "document", "statement", "figure", "research",
	"analysis", "paper", "article", "book", "review", "investigation", "inquiry", "memo", "email", "e-mail", "record",
	"census", "transcript", "video", "footage", "recording", "photo", "photograph", "image", "filing", "chart", "map", "test", "file", "note", "post", "tweet", "story", "editorial", "message",
	"average", "tally", "statistic", "documentary", "clip", "ad", "dossier", "ranking", "count", "finding", "decree", "notice", "sign", "banner", "placard", "order", "ruling", "inscription", "headline", "communique", "communiqué", "declaration", "resolution", "caption", "slogan",
	"motion", "lawsuit", "petition", "complaint", "affidavit", "indictment", "verdict", "manifesto", "bulletin", "advisory", "leaflet")

func union(a, b nlp.Range) nlp.Range {
	if a.Len() <= 0 {
		return b
	}
	return nlp.Range{First: min(a.First, b.First), End: max(a.End, b.End)}
}
