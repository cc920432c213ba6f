package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// parentheticalContent: "The dam, the mayor said, is safe", "The dam is safe, the
// mayor said": a cue between commas, or behind one at the end of its sentence,
// covers the sentence, whatever the parser made of it.
func (a *attributor) parentheticalContent(v int, who Argument) (nlp.Range, attachment) {
	lemma := a.lemma(v)
	none := nlp.Range{}
	if who.Head < 0 || a.tag(who.Head) == "WP" || a.tag(who.Head) == "WDT" || !a.isFinite(v) || a.isPassive(v) || !a.saysVerb(v) && !holdings[lemma] && !a.isDocumented(v, who.Head) {
		return none, aroundCue
	}
	if a.isRelative(v) || a.saysThat(v) {
		return none, aroundCue // "“…,” said Lund, who advised the king"
	}
	first, end := a.cueSpan(v, who)
	s := a.sentence(v)
	if first <= s.First || first > v || a.doc.Word(first-1) != "," && !isMark(a.doc, first-1) && !isDash(a.doc.Word(first-1)) || a.insideOtherQuote(v, first-1) {
		return none, aroundCue
	}
	left := nlp.Range{First: s.First, End: first}
	if !isMark(a.doc, first-1) && (a.tag(first) == "CC" || a.kidWord(v, negators) >= 0) {
		return none, aroundCue // "…, and a spokesman did not respond"
	}
	if a.isVerb(left.First) && a.head[left.First] == v && a.isBareParticiple(left.First) {
		return none, aroundCue // "Asked about the mill, Lund said"
	}
	if !isMark(a.doc, first-1) && a.opensQuotation(end) || a.isTimeClause(left, v) && end >= s.End-1 {
		return none, aroundCue
	}
	if rel := first - 2; rel > s.First && a.doc.Word(first-1) == "," && relativizers[a.word(rel)] && a.tag(rel) != "DT" && a.doc.Word(min(end, s.End-1)) == "," {
		return nlp.Range{First: rel, End: s.End}, aroundCue // "letters which, she said, prove that"
	}
	switch {
	case (!a.hasVerb(left) && !isMark(a.doc, first-1) || a.endsInTitle(left)) && (end >= s.End || a.doc.Word(end) != ","):
		return none, aroundCue
	case end >= s.End || a.doc.Word(end) == "." || isMark(a.doc, end):
		return left, aroundCue
	case a.isWholeQuotation(left) && !a.opensQuotation(end):
		return left, aroundCue // what takes it up in marks is added by splitQuotes
	case a.doc.Word(end) == "," && a.goesOn(nlp.Range{First: end + 1, End: s.End}, v):
		return a.withoutReply(nlp.Range{First: s.First, End: s.End}), aroundCue
	case a.doc.Word(end) == "," && (a.hasVerb(left) || isMark(a.doc, first-1)):
		return left, aroundCue
	}
	return none, aroundCue
}

// withoutReply cuts from the end of r a clause in which somebody else says something, or
// agrees: "The strike, Lund said, was a mistake, and Reyes agreed."
func (a *attributor) withoutReply(r nlp.Range) nlp.Range {
	end := r.End
	for end > r.First && !isWord(a.tag(end-1)) {
		end--
	}
	for k := r.First; k < end; k++ {
		cc := a.kid(k, "cc")
		if a.relation(k) == "conj" && cc > r.First && a.doc.Word(cc-1) == "," && a.ownSubject(k) > cc && a.ownSubject(k) < k && a.saysVerb(k) && a.quoteAt(k) < 0 && a.yield(k, nil).End >= end {
			return nlp.Range{First: r.First, End: cc - 1}
		}
	}
	return r
}

// saysThat reports whether a clause with "that" stands behind v, which says no more than
// that: "Lund called it “a farce.” Reyes said that she agreed".
func (a *attributor) saysThat(v int) bool {
	return slices.ContainsFunc(a.kids[v], func(k int) bool {
		return k > v && a.relation(k) == "ccomp" && a.markedThat(k) && a.yield(k, nil).First == v+1
	})
}

// isRelative reports whether v is the verb of a relative clause whose pronoun is its subject.
func (a *attributor) isRelative(v int) bool {
	k := a.ownSubject(v)
	return k >= 0 && k < v && a.relation(v) == "acl" && relativizers[a.word(k)]
}

// isTimeClause reports whether r holds no more than a clause that says when or why v
// was done: "When the road broke, Lund said enough."
func (a *attributor) isTimeClause(r nlp.Range, v int) bool {
	for r.Len() > 0 && (a.tag(r.First) == "CC" || a.doc.Word(r.First) == ",") {
		r.First++
	}
	for _, k := range a.kids[v] {
		if inner := a.yield(k, nil); k < v && a.relation(k) == "advcl" && a.opener(k) == inner.First && inner.First == r.First && inner.End >= r.End-1 && a.quoteAt(k) < 0 {
			return true
		}
	}
	return false
}

// isWholeQuotation reports whether r is one quotation with a mark at each end.
func (a *attributor) isWholeQuotation(r nlp.Range) bool {
	return slices.ContainsFunc(a.quotes, func(q quotation) bool { return q.outer.First <= r.First && q.outer.End == r.End })
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

// startsCue reports whether token i may open the clause of a cue: "And she said".
func (a *attributor) startsCue(i int) bool {
	return a.tag(i) == "CC" || strings.HasPrefix(a.tag(i), "RB")
}

// reasons open a clause that belongs to what is said rather than to the saying.
var reasons = words("because", "if", "unless")

// goesOn reports whether r takes up the sentence that cue v interrupted: with a
// finite verb that neither hangs on v as a circumstance, unless for a reason, nor
// opens with a conjunction of its own.
func (a *attributor) goesOn(r nlp.Range, v int) bool {
	if r.Len() <= 0 || a.tag(r.First) == "VBG" && a.relation(r.First) != "csubj" || a.tag(r.First) == "IN" && !isMark(a.doc, r.First) && !reasons[a.word(r.First)] || a.tag(r.First) == "WP" || a.tag(r.First) == "WDT" {
		return false
	}
	if a.tag(r.First) == "CC" && r.Len() > 1 && (a.isVerb(r.First+1) || a.tag(r.First+1) == "RB") {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if tag := a.tag(i); tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" {
			return a.tag(r.First) != "CC" || !a.saysVerb(i) // "…, a survey shows, and many say that"
		}
	}
	return false
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
	if !a.saysVerb(v) && !holdings[lemma] && !a.isDocumented(v, a.ownSubject(v)) || a.isPassive(v) || a.kid(v, "mark", "cc", "obj") >= 0 || a.infinitiveOf(v) >= 0 {
		return false
	}
	own := a.yield(v, nil)
	return own.First > 0 && (a.doc.Word(own.First-1) == "," || a.doc.Word(own.First) == "," || isMark(a.doc, own.First-1))
}
