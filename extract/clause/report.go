package clause

import (
	"slices"

	"kg/extract/nlp"
)

// reported is what a document reports, for the clauses to look themselves up in.
type reported struct {
	*deptree
	list   []attribution
	cues   map[int]int   // by the verb of an attribution its place in list
	within map[int][]int // by sentence the places in list of its attributions
}

// isQuoted reports whether token i stands in a quotation.
func (r *reported) isQuoted(i int) bool {
	for _, q := range r.quotes {
		if q.inner.Has(i) {
			return true
		}
	}
	return false
}

// isQuotedApart reports whether token k stands in a quotation that token i does not
// stand in.
func (r *reported) isQuotedApart(k, i int) bool {
	for _, q := range r.quotes {
		if q.inner.Has(k) && !q.inner.Has(i) {
			return true
		}
	}
	return false
}

func newReported(doc *nlp.Document) *reported {
	t := newDeptree(doc)
	r := &reported{deptree: t, list: attributionsOf(t), cues: map[int]int{}, within: map[int][]int{}}
	for k, x := range r.list {
		r.within[x.sentence] = append(r.within[x.sentence], k)
	}
	for k, x := range slices.Backward(r.list) {
		if x.verb >= 0 {
			r.cues[x.verb] = k
		}
	}
	return r
}

// isCue reports whether token i is the verb of an attribution.
func (r *reported) isCue(i int) bool {
	_, found := r.cues[i]
	return found
}

// saysItself reports whether the noun n says what stands at token i: in "her plan
// is to sell the mill" nothing is said of the plan itself.
func (r *reported) saysItself(n, i int) bool {
	for _, x := range r.list {
		if x.verb < 0 && x.content.Has(i) && slices.Contains(x.cue, n) {
			return true
		}
	}
	return false
}

// innermost returns the attribution whose content holds the clause of verb i,
// of several the one with the shortest content; nil where nobody is reported to
// say it.
func (r *reported) innermost(i int) *attribution {
	return r.shortest(i, func(*attribution) bool { return true })
}

// speakerOf returns the innermost attribution of the clause of verb i that has a
// source: of "“I think it is safe,” said Lund" the one of Lund, for "I think"
// only hedges; nil where nobody is named.
func (r *reported) speakerOf(i int) *attribution {
	return r.shortest(i, func(x *attribution) bool { return x.hasSource() })
}

// shortest returns, of the attributions that hold the clause of verb i and that
// ok accepts, the one with the shortest content, or nil. What the author presents as
// so himself is nobody's.
func (r *reported) shortest(i int, ok func(*attribution) bool) *attribution {
	var best *attribution
	for k := range r.list {
		x := &r.list[k]
		if !x.factive && x.covers(i) && ok(x) && r.holds(x, i) && (best == nil || x.content.Len() <= best.content.Len()) {
			best = x
		}
	}
	return best
}

// holds reports whether the clause of verb i belongs to the content of x, and not
// to a cue that stands inside it or to what hangs on the cue.
func (r *reported) holds(x *attribution, i int) bool {
	if !x.covers(i) || x.source.Tokens.Has(i) || x.addressee.Tokens.Has(i) {
		return false
	}
	for k := i; x.verb >= 0 && k >= 0; k = r.head[k] {
		if k == x.verb {
			return false
		}
		if r.head[k] == x.verb {
			switch r.relation(k) {
			case "xcomp":
				return r.kid(x.verb, "obj", "iobj") >= 0
			case "ccomp", "parataxis", "obj", "conj", "obl":
				return true
			case "advcl":
				if x.quoted && k > x.verb && r.tag(k) == "VBG" && r.opener(k) < 0 && r.quoteAt(k) < 0 {
					return false // "“…,” she said, holding a photo. “…”"
				}
				return x.place == behindCue || i > x.verb || r.opener(k) >= 0 && r.word(r.opener(k)) == "as" && r.isPassive(x.verb)
			}
			return false
		}
	}
	return true
}

// isMeantToSay reports whether the verb of x completes that of another attribution whose
// content holds it: who refuses to promise to leave promises nothing, and who wants to
// know who paid does not know it.
func (r *reported) isMeantToSay(x attribution) bool {
	if x.verb < 0 || r.ownSubject(x.verb) >= 0 {
		return false
	}
	for v := x.verb; r.head[v] >= 0; v = r.head[v] {
		switch r.relation(v) {
		case "xcomp", "conj":
		default:
			return false
		}
		if k, found := r.cues[r.head[v]]; found && r.list[k].hasSource() && r.list[k].content.Has(x.verb) {
			return true
		}
	}
	return false
}

// echoes reports whether x stands inside what somebody else says, or is what a
// quoted speaker says of himself: the words of the outer one hold it already, and
// what it says keeps x's source as its speaker.
func (r *reported) echoes(x attribution) bool {
	if w := r.word(max(x.source.Head, 0)); x.hasSource() && (w == "i" || w == "we" || w == "you") && r.isQuoted(x.anchor()) {
		return true
	}
	if r.isMeantToSay(x) {
		return true
	}
	outer := r.innermost(x.anchor())
	if outer != nil && outer.rule == "according-to" && x.verb >= 0 && r.head[x.verb] < 0 && !x.wanted {
		return false // "Lund said it was safe, according to the Lima Times": both say so
	}
	return outer != nil && outer.anchor() != x.anchor() && outer.hasSource() && outer.content.Len() > x.content.Len()
}
