package clause

import (
	"slices"
	"strings"

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
	content, place, ok := a.contentOf(v, source)
	if !ok {
		return attribution{}, false
	}
	x.content, x.place = content, place
	if p := a.preposition(a.topOf(content)); p != "" && a.head[a.topOf(content)] == v && place == behindCue && a.relation(a.topOf(content)) == "obl" {
		x.base += " " + p
	}
	if source.Head >= 0 && a.quoteAt(v) >= 0 && !a.quotes[a.quoteAt(v)].inner.Contains(content) {
		return attribution{}, false
	}
	if source.Head >= 0 && !a.isHedge(v, source.Head) {
		x.source = source
	}
	if x.source.Tokens.Overlaps(content) && place == behindCue {
		x.content.First = max(x.content.First, x.source.Tokens.End)
	}
	x.wanted = content.Has(max(a.infinitiveOf(v), 0))
	x.addressee = a.addresseeOf(v, content)
	return x, x.content.Len() > 0
}

// isIdiom reports whether v ascribes nothing: "it goes without saying", "let's say".
func (a *attributor) isIdiom(v int) bool {
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
		switch r := a.doc.Tokens[k].Rel; {
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
		if a.doc.Tokens[k].Rel == "compound:prt" {
			base += " " + a.word(k)
		}
	}
	if plainSayings[base] || plainSayings[lemma] && base == lemma {
		return "say"
	}
	return base
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

// quoteEndsBefore reports whether a quotation ends right before token i, but
// for a comma.
func (a *attributor) quoteEndsBefore(i int) bool {
	k := i - 1
	for k >= 0 && (a.doc.Word(k) == "," || isMark(a.doc, k)) {
		if isMark(a.doc, k) {
			return true
		}
		k--
	}
	return false
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

// contentOf returns what verb v ascribes to its subject.
func (a *attributor) contentOf(v int, who Argument) (nlp.Range, attachment, bool) {
	source := who.Head
	if r, place := a.parentheticalContent(v, who); r.Len() > 0 {
		return r, place, true
	}
	for _, find := range []func(*attributor, int, int) (nlp.Range, attachment){
		(*attributor).clauseContent,
		(*attributor).quotedContent,
		(*attributor).surroundingContent,
		(*attributor).infinitiveContent,
		(*attributor).accusedContent,
		(*attributor).topicContent,
	} {
		if r, place := find(a, v, source); r.Len() > 0 {
			return r, place, true
		}
	}
	r, place := a.restContent(v, source)
	return r, place, r.Len() > 0
}

// parentheticalContent: "The dam, the mayor said, is safe", "The dam is safe, the
// mayor said": a cue between commas, or behind one at the end of its sentence,
// covers the sentence, whatever the parser made of it.
func (a *attributor) parentheticalContent(v int, who Argument) (nlp.Range, attachment) {
	lemma := a.lemma(v)
	none := nlp.Range{}
	if who.Head < 0 || a.tag(who.Head) == "WP" || a.tag(who.Head) == "WDT" || !a.isFinite(v) || a.isPassive(v) || !plainSayings[lemma] && !tellingSayings[lemma] && !holdings[lemma] {
		return none, aroundCue
	}
	first, end := a.cueSpan(v, who)
	s := a.sentence(v)
	if first <= s.First || first > v || a.doc.Word(first-1) != "," && !isMark(a.doc, first-1) && !isDash(a.doc.Word(first-1)) || a.insideOtherQuote(v, first-1) {
		return none, aroundCue
	}
	left := nlp.Range{First: s.First, End: first}
	if !isMark(a.doc, first-1) && a.opensQuotation(end) {
		return none, aroundCue
	}
	switch {
	case (!a.hasVerb(left) && !isMark(a.doc, first-1) || a.endsInTitle(left)) && (end >= s.End || a.doc.Word(end) != ","):
		return none, aroundCue
	case end >= s.End || a.doc.Word(end) == "." || isMark(a.doc, end):
		return left, aroundCue
	case a.doc.Word(end) == "," && a.goesOn(nlp.Range{First: end + 1, End: s.End}, v):
		return nlp.Range{First: s.First, End: s.End}, aroundCue
	case a.doc.Word(end) == "," && (a.hasVerb(left) || isMark(a.doc, first-1)):
		return left, aroundCue
	}
	return none, aroundCue
}

// opensQuotation reports whether a quotation begins at token i, but for a comma
// or colon.
func (a *attributor) opensQuotation(i int) bool {
	for _, q := range a.quotes {
		if q.outer.First == i || q.outer.First == i+1 && !isWord(a.tag(i)) {
			return true
		}
	}
	return false
}

// endsInTitle reports whether r ends with a short quotation that does not open
// it: a name, as in "on the programme “Face the Town,” she said …".
func (a *attributor) endsInTitle(r nlp.Range) bool {
	for _, q := range a.quotes {
		if q.outer.End == r.End && q.outer.First > r.First && q.inner.Len() <= longestQuotedName {
			return true
		}
	}
	return false
}

// longestQuotedName is the number of tokens, marks included, that the name of a
// programme, a book or a song may have.
const longestQuotedName = 5

// insideOtherQuote reports whether v lies in a quotation that does not end at
// token before: the cue then belongs to what is quoted.
func (a *attributor) insideOtherQuote(v, before int) bool {
	q := a.quoteAt(v)
	return q >= 0 && !a.quotes[q].inner.Has(before)
}

// cueSpan returns where the cue of v and its source begins and where it ends,
// with the circumstances of v that follow it.
func (a *attributor) cueSpan(v int, who Argument) (first, end int) {
	first, end = v, v+1
	if who.Head >= 0 && who.Tokens.First < v {
		first = who.Tokens.First
	}
	for first > 0 && first-1 >= a.sentence(v).First && a.startsCue(first-1) {
		first--
	}
	if who.Head > v {
		end = max(end, who.Tokens.End)
	}
	for grown := true; grown; {
		grown = false
		for _, k := range a.kids[v] {
			if rel := a.relation(k); k >= end && !strings.HasPrefix(a.tag(k), "W") && (rel == "obl" || rel == "advmod" || rel == "iobj" || rel == "obj" && addressings[a.lemma(v)] && a.isPerson(k)) {
				if r := a.yield(k, nil); r.First == end {
					end, grown = r.End, true
				}
			}
		}
	}
	return first, end
}

// goesOn reports whether r takes up the sentence that cue v interrupted: with a
// finite verb that neither hangs on v as a circumstance nor opens with a
// conjunction of its own.
func (a *attributor) goesOn(r nlp.Range, v int) bool {
	if r.Len() <= 0 || a.tag(r.First) == "VBG" && a.relation(r.First) != "csubj" || a.tag(r.First) == "IN" && !isMark(a.doc, r.First) || a.tag(r.First) == "WP" || a.tag(r.First) == "WDT" {
		return false
	}
	if a.tag(r.First) == "CC" && r.Len() > 1 && (a.isVerb(r.First+1) || a.tag(r.First+1) == "RB") {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if tag := a.tag(i); tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" {
			return true
		}
	}
	return false
}

// clauseSayings are the verbs, besides the plain ones, whose object is nearly always a clause.
var clauseSayings = words("claim", "argue", "insist", "contend", "maintain", "concede", "allege", "acknowledge", "admit",
	"suggest", "warn", "estimate", "predict")

// restContent: what follows a finite verb of saying, where the parser found
// nothing: "Obama said that because …", a clause with a verb of its own.
func (a *attributor) restContent(v, source int) (nlp.Range, attachment) {
	none := nlp.Range{}
	s := a.sentence(v)
	if source < 0 || source > v || !clauseSayings[a.lemma(v)] && !plainSayings[a.lemma(v)] || !a.isFinite(v) && a.tag(v) != "VBG" || a.isPassive(v) {
		return none, behindCue
	}
	_, first := a.cueSpan(v, Argument{Head: -1})
	if a.lemma(v) == "tell" {
		first = a.thatBehind(first, s.End)
	}
	if first >= s.End || a.tag(first) != "IN" && first > v+1 || a.tag(first) == "IN" && a.word(first) != "that" {
		return none, behindCue
	}
	switch tag := a.tag(first); {
	case tag == "CC" || tag == "TO" || tag == "," || tag == "." || tag == "VBG":
		return none, behindCue
	}
	r := nlp.Range{First: first, End: s.End}
	for i := first; i < s.End; i++ {
		if a.relation(i) == "conj" && a.head[i] == v {
			return none, behindCue // "announced his death and left": what is said is a thing
		}
		if tag := a.tag(i); (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") && !a.under(i, source) && a.doc.Tokens[i].Rel != "acl:relcl" {
			return r, behindCue
		}
	}
	return none, behindCue
}

// thatBehind returns the "that" which follows token i before any verb, else i.
func (a *attributor) thatBehind(i, end int) int {
	for k := i; k < end && !a.isVerb(k) && a.tag(k) != "MD"; k++ {
		if a.word(k) == "that" {
			return k
		}
	}
	return i
}

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
	if r.Len() == 0 {
		return r, place
	}
	return a.afterSource(a.withReasons(r, v, place), v, source, place), place
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
		if inner := a.yield(k, nil); inner.First == r.End {
			r.End = inner.End
		}
	}
	return r
}

// isContent reports whether k, which hangs on v, is a clause that v ascribes.
func (a *attributor) isContent(k, v int) bool {
	switch a.relation(k) {
	case "ccomp":
		return !a.isCircumstance(k) && !a.isOfObject(k, v)
	case "conj":
		return k > v && (a.markedThat(k) || a.saysVerb(v) && a.kid(k, "cc") < 0 && a.ownSubject(k) >= 0)
	case "parataxis":
		return k > v && a.opensSpeech(v, k) && a.saysVerb(v)
	}
	return false
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

// markedThat reports whether "that" opens the clause of k.
func (a *attributor) markedThat(k int) bool {
	for _, m := range a.kids[k] {
		if a.relation(m) == "mark" && a.word(m) == "that" {
			return true
		}
	}
	return false
}

// saysVerb reports whether v is a verb of saying.
func (a *attributor) saysVerb(v int) bool {
	return plainSayings[a.lemma(v)] || tellingSayings[a.lemma(v)]
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

func union(a, b nlp.Range) nlp.Range {
	if a.Len() <= 0 {
		return b
	}
	return nlp.Range{First: min(a.First, b.First), End: max(a.End, b.End)}
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

// documents are the sources that are written or made and not somebody.
var documents = words("report", "study", "survey", "poll", "data", "letter", "document", "statement", "figure", "research",
	"analysis", "paper", "article", "book", "review", "investigation", "inquiry", "memo", "email", "e-mail", "record",
	"census", "transcript", "video", "footage", "recording", "photo", "photograph", "image", "filing", "chart", "map", "test", "file", "note", "post", "tweet", "story", "editorial", "message")

// quotedContent: a quotation that follows or ends right before the clause of v.
func (a *attributor) quotedContent(v, source int) (nlp.Range, attachment) {
	if !a.saysVerb(v) || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	if q, ok := a.quoteAfter(v, source); ok {
		return q.inner, behindCue
	}
	if source >= 0 {
		if q, ok := a.quoteBefore(v, source); ok {
			return q.inner, aroundCue
		}
	}
	return nlp.Range{}, behindCue
}

// quoteAfter returns the quotation that the clause of v leads to: no other verb
// stands between.
func (a *attributor) quoteAfter(v, source int) (quotation, bool) {
	end := a.sentence(v).End
	for _, q := range a.quotes {
		if q.outer.First <= v || q.outer.First > end || q.inner.Has(v) {
			continue
		}
		for i := v + 1; i < q.outer.First; i++ {
			if a.isVerb(i) || a.tag(i) == "MD" || a.doc.Word(i) == ";" {
				return quotation{}, false
			}
		}
		return q, a.isUtterance(q) && a.leadsTo(v, q)
	}
	return quotation{}, false
}

// leadsTo reports whether the quotation stands where v's object does: right
// behind v, or behind a comma or colon.
func (a *attributor) leadsTo(v int, q quotation) bool {
	before := q.outer.First - 1
	if before == v {
		return true
	}
	w := a.doc.Word(before)
	return w == "," || w == ":" || w == "that" || a.head[before] == v && q.outer.First < a.sentence(v).End
}

// isUtterance reports whether a quotation holds more than a name or a title: a
// verb, or an end of sentence.
func (a *attributor) isUtterance(q quotation) bool {
	for i := q.inner.First; i < q.inner.End; i++ {
		if a.isVerb(i) && a.tag(i) != "VBG" && a.tag(i) != "VBN" || a.tag(i) == "MD" {
			return true
		}
	}
	last := a.doc.Word(q.inner.End - 1)
	return last == "," || last == "." || last == "!" || last == "?"
}

// quoteBefore returns the quotation that ends right before the clause of v and
// its subject, in the same sentence or the one before.
func (a *attributor) quoteBefore(v, source int) (quotation, bool) {
	first := min(v, a.yield(source, func(k int) bool { return k == v }).First)
	for first > 0 && a.startsCue(first-1) {
		first--
	}
	for k := len(a.quotes) - 1; k >= 0; k-- {
		q := a.quotes[k]
		if q.outer.End > first {
			continue
		}
		return q, a.isUtterance(q) && first-q.outer.End <= 1 && (first == q.outer.End || a.doc.Word(first-1) == ",") &&
			a.doc.Sentences[a.doc.SentenceOf(q.inner.First)].Paragraph == a.doc.Sentences[a.doc.SentenceOf(v)].Paragraph
	}
	return quotation{}, false
}

// startsCue reports whether token i may open the clause of a cue: "And she said".
func (a *attributor) startsCue(i int) bool {
	return a.tag(i) == "CC" || strings.HasPrefix(a.tag(i), "RB")
}

// surroundingContent: "The dam, he said, is safe": what v interrupts or follows,
// where the parser hung v on it.
func (a *attributor) surroundingContent(v, source int) (nlp.Range, attachment) {
	h := a.head[v]
	if h < 0 || source < 0 || !a.isFinite(v) || a.tag(source) == "WP" || a.tag(source) == "WDT" || a.ownSubject(v) != source || !a.interrupts(v) {
		return nlp.Range{}, aroundCue
	}
	switch a.relation(v) {
	case "parataxis", "advcl", "ccomp", "dep", "conj":
	default:
		return nlp.Range{}, aroundCue
	}
	own := a.yield(v, nil)
	r := a.yield(h, func(k int) bool { return k == v })
	switch {
	case own.First > r.First && own.End >= r.End:
		r.End = min(r.End, own.First)
	case own.First <= r.First:
		return nlp.Range{}, aroundCue
	}
	return r, aroundCue
}

// interrupts reports whether v is a plain verb of saying whose clause is set off
// by a comma and opened by no conjunction.
func (a *attributor) interrupts(v int) bool {
	lemma := a.lemma(v)
	if !plainSayings[lemma] && !tellingSayings[lemma] && !holdings[lemma] || a.isPassive(v) || a.kid(v, "mark", "cc", "obj") >= 0 {
		return false
	}
	own := a.yield(v, nil)
	return own.First > 0 && (a.doc.Word(own.First-1) == "," || a.doc.Word(own.First) == "," || isMark(a.doc, own.First-1))
}

// infinitiveContent: "vowed to rebuild the town", "urged the army to leave".
func (a *attributor) infinitiveContent(v, source int) (nlp.Range, attachment) {
	if a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	k := a.infinitiveOf(v)
	if k < 0 {
		return nlp.Range{}, behindCue
	}
	r := a.yield(k, nil)
	switch o := a.kid(v, "obj", "iobj", "obl"); {
	case o > v && o < r.First && directives[a.lemma(v)]:
		first := a.yield(o, func(j int) bool { return a.head[j] == o && a.relation(j) == "case" }).First
		return nlp.Range{First: first, End: r.End}, behindCue
	case intentions[a.lemma(v)] && source >= 0:
		return r, behindCue
	}
	return nlp.Range{}, behindCue
}

// infinitiveOf returns the infinitive with "to" that completes v, or -1.
func (a *attributor) infinitiveOf(v int) int {
	for _, k := range a.kids[v] {
		if rel := a.relation(k); k > v && (rel == "xcomp" || rel == "ccomp" || rel == "advcl") && a.infinitiveMark(k) > v {
			return k
		}
	}
	return -1
}

// accusedContent: "accused the firm of hiding the loss", "described the vote as
// “a farce”", "called it “a disgrace”".
func (a *attributor) accusedContent(v, source int) (nlp.Range, attachment) {
	o := a.kid(v, "obj")
	if o < v || a.isPassive(v) || source < 0 {
		return nlp.Range{}, behindCue
	}
	lemma := a.lemma(v)
	if q, ok := a.nameInMarks(v, o); ok && namings[lemma] {
		return nlp.Range{First: a.yield(o, nil).First, End: q.inner.End}, behindCue
	}
	if p := a.kid(o, "nmod"); lemma == "accuse" && p > o && a.preposition(p) == "of" {
		return a.yield(o, nil), behindCue // the parser hangs what he is accused of on the accused
	}
	for _, k := range a.kids[v] {
		inner := a.yield(k, nil)
		switch {
		case k <= o:
		case accusations[lemma] && a.ascribes(k), namings[lemma] && a.relation(k) == "xcomp" && a.hasQuotation(inner), judgings[lemma] && a.isPredicate(k):
			return nlp.Range{First: a.yield(o, nil).First, End: inner.End}, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// isPredicate reports whether k, behind the object of a verb, says what that is
// called or held to be: "called the vote a mistake", "thinks it unfair".
func (a *attributor) isPredicate(k int) bool {
	switch rel := a.relation(k); {
	case strings.HasPrefix(a.tag(k), "JJ") || a.tag(k) == "VBN":
		return rel == "xcomp"
	case strings.HasPrefix(a.tag(k), "NN"):
		return (rel == "xcomp" || rel == "obj" || rel == "obl") && a.preposition(k) == "" && !a.isTimeWord(k)
	}
	return false
}

// nameInMarks returns the quotation that v calls its object o: it begins behind o
// in the phrase of v, with no verb between, whatever the parser made of it.
func (a *attributor) nameInMarks(v, o int) (quotation, bool) {
	r := a.yield(v, nil)
	for _, q := range a.quotes {
		if q.outer.First <= o || !r.Has(q.inner.First) {
			continue
		}
		return q, !a.hasVerb(nlp.Range{First: o, End: q.outer.First})
	}
	return quotation{}, false
}

// ascribes reports whether k is a clause or noun that "of", "for" or "as" ascribes.
func (a *attributor) ascribes(k int) bool {
	rel := a.relation(k)
	if rel != "advcl" && rel != "obl" && rel != "xcomp" && rel != "ccomp" {
		return false
	}
	p := a.preposition(k)
	for _, m := range a.kids[k] {
		if a.relation(m) == "mark" {
			p = a.word(m)
		}
	}
	switch p {
	case "as":
		return true
	case "of", "for":
		return rel == "obl" || a.tag(k) == "VBG"
	}
	return false
}

// hasQuotation reports whether a quotation begins in r.
func (a *attributor) hasQuotation(r nlp.Range) bool {
	for _, q := range a.quotes {
		if r.Has(q.outer.First) {
			return true
		}
	}
	return false
}

// topicContent: "called for “an end to the war”": a noun phrase in quotation
// marks, or with some in it, that is said and not a thing.
func (a *attributor) topicContent(v, source int) (nlp.Range, attachment) {
	if source < 0 || a.isPassive(v) {
		return nlp.Range{}, behindCue
	}
	forms, ok := topicVerbs[a.lemma(v)]
	found := findings[a.lemma(v)] && documents[a.lemma(source)]
	if found {
		forms = append([]string{""}, forms...)
	} else if !ok {
		return nlp.Range{}, behindCue
	}
	for _, k := range a.kids[v] {
		if k < v || a.relation(k) != "obj" && a.relation(k) != "obl" || !slices.Contains(forms, a.preposition(k)) {
			continue
		}
		r := a.yield(k, func(j int) bool { return a.relation(j) == "case" && a.head[j] == k })
		if a.hasQuotation(r) || (found || a.isWanted(v, k)) && r.Len() >= shortestTopic || a.isDescribed(k, r) {
			return r, behindCue
		}
	}
	return nlp.Range{}, behindCue
}

// isDescribed reports whether the noun phrase r, which k heads, describes what
// is spoken of instead of naming it: with a clause or a phrase of its own, and
// of no person, event or body, to which the verb itself relates its subject.
func (a *attributor) isDescribed(k int, r nlp.Range) bool {
	if !strings.HasPrefix(a.tag(k), "NN") || strings.HasPrefix(a.tag(k), "NNP") || r.Len() < shortestDescription {
		return false
	}
	if lemma := a.lemma(k); eventNouns[lemma] || titleNouns[lemma] || kinNouns[lemma] {
		return false
	}
	for _, d := range a.kids[k] {
		if rel := a.relation(d); d > k && (rel == "nmod" || rel == "acl" || rel == "conj") {
			return true
		}
	}
	return false
}

// shortestDescription is the number of tokens of a noun phrase that says what is
// spoken of: "the safety of dams".
const shortestDescription = 4

// shortestTopic is the number of tokens of a noun phrase that says what is wanted.
const shortestTopic = 3

// wantings are the verbs whose object, after the preposition given, need not exist:
// it is what somebody wants, expects or warns of.
var wantings = map[string]string{
	"call": "for", "demand": "", "propose": "", "pledge": "", "promise": "", "request": "", "urge": "", "vow": "",
	"predict": "", "warn": "of", "plead": "for", "appeal": "for", "advocate": "", "hope": "for", "recommend": "",
	"threaten": "", "suggest": "", "argue": "for", "push": "for", "hint": "at", "complain": "about", "worry": "about",
	"boast": "of", "forecast": "", "allege": "", "fear": "",
}

// isWanted reports whether the noun phrase of k, after v, says what is wanted or
// expected: one that has no name and is not pointed to.
func (a *attributor) isWanted(v, k int) bool {
	p, ok := wantings[a.lemma(v)]
	if !ok || p != a.preposition(k) || strings.HasPrefix(a.tag(k), "NNP") || !strings.HasPrefix(a.tag(k), "NN") {
		return false
	}
	for _, d := range a.kids[k] {
		switch a.word(d) {
		case "this", "these", "that", "those":
			return false
		}
	}
	return true
}

// addresseeOf returns who is told what v says: its object before a clause, or
// the "to" phrase.
func (a *attributor) addresseeOf(v int, content nlp.Range) Argument {
	if !a.saysVerb(v) && !directives[a.lemma(v)] {
		return Argument{}
	}
	for _, k := range a.kids[v] {
		rel := a.relation(k)
		object := rel == "iobj" || rel == "obj" && a.isAddressed(k)
		if content.Has(k) || k < v || !object && !(rel == "obl" && a.preposition(k) == "to" && a.isAddressed(k)) {
			continue
		}
		return a.phraseOf(k, []int{v})
	}
	return Argument{}
}

// addressings are the verbs of saying whose object is who is told.
var addressings = words("tell", "inform", "assure", "remind", "warn", "advise", "ask", "notify")

// isPerson reports whether noun k is a pronoun or a name.
func (a *attributor) isPerson(k int) bool {
	return a.tag(k) == "PRP" || strings.HasPrefix(a.tag(k), "NNP")
}

// isAddressed reports whether noun k can be spoken to: a pronoun or a name, or
// somebody whose phrase holds no clause.
func (a *attributor) isAddressed(k int) bool {
	tag := a.tag(k)
	return tag == "PRP" || strings.HasPrefix(tag, "NN")
}
