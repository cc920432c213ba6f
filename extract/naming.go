package extract

import (
	"strings"

	"kg/extract/identity"
	"kg/extract/nlp"
)

// naming is where an article names a part and a whole near each other.
type naming struct {
	part, whole identity.Mention
	span        nlp.Span // of the sentences from the one to the other
	shown       bool     // the words themselves show that the one is in the other
}

// nearest returns the mentions by name of part and whole that are the fewest
// sentences apart, at most farthestNaming, and of those in one sentence the first
// that show what they are to each other. Not ok: there is none.
func (r *resolver) nearest(part, whole *identity.Entity) (n naming, ok bool) {
	best := farthestNaming + 1
	for _, p := range part.Mentions {
		if p.Form != identity.FormName {
			continue
		}
		for _, w := range whole.Mentions {
			far, near := r.apart(p, w)
			shown := near && far == 0 && r.shows(p, w)
			if !near || far > best || far == best && (n.shown || !shown) {
				continue
			}
			first, last := r.doc.SentenceOf(min(p.Head, w.Head)), r.doc.SentenceOf(max(p.Head, w.Head))
			span := nlp.Span{Begin: r.doc.Sentences[first].Span.Begin, End: r.doc.Sentences[last].Span.End}
			best, n = far, naming{p, w, span, shown}
		}
	}
	return n, best <= farthestNaming
}

// apart returns how many sentences lie between those of part and whole. They are not
// near in different paragraphs, unless one sentence follows the other and names the
// whole itself: the "Peruvian minister" of the next paragraph may be abroad.
func (r *resolver) apart(part, whole identity.Mention) (sentences int, near bool) {
	first, last := r.doc.SentenceOf(part.Head), r.doc.SentenceOf(whole.Head)
	sentences = max(first-last, last-first)
	near = r.doc.Sentences[first].Paragraph == r.doc.Sentences[last].Paragraph
	return sentences, near || sentences == 1 && !nlp.IsDemonym(r.doc.TextOf(whole.Tokens))
}

// evidence returns the passage for what follows from f, which is about a part, and w,
// which says what the part is in or of: that of f where it names the whole, else that
// from the one to the other where they share a sentence. Not ok: they are apart.
func (r *resolver) evidence(f, w Fact) (p Passage, ok bool) {
	if whole := r.res.Entity(w.Object.ID); whole != nil {
		for _, m := range whole.Mentions {
			if span := r.doc.Span(m.Tokens); span.Begin >= f.Sentence.Begin && span.End <= f.Sentence.End {
				return f.Sentence, true
			}
		}
	}
	if f.Sentence.Begin >= w.Sentence.End || w.Sentence.Begin >= f.Sentence.End {
		return Passage{}, false
	}
	return r.passage(nlp.Span{Begin: min(f.Sentence.Begin, w.Sentence.Begin), End: max(f.Sentence.End, w.Sentence.End)}), true
}

// shows reports whether the words between the mentions of part and whole in one
// sentence show that the one is in the other or of it: "Cusco, southern Peru", "Cusco
// region in Peru", "Peru's city of Cusco". A name that holds the other does.
func (r *resolver) shows(part, whole identity.Mention) bool {
	a, b := part.Tokens, whole.Tokens
	switch {
	case a.Overlaps(b):
		return true
	case a.End <= b.First:
		return b.First-a.End <= longestChain && r.joins(nlp.Range{First: a.End, End: b.First}, true)
	}
	return r.joins(nlp.Range{First: b.End, End: a.First}, false)
}

// longestChain is how many words the names between a place and its country have:
// "Turbat, Kech district, southern Balochistan, Pakistan" has 7 and the commas.
const longestChain = 10

// joins reports whether the tokens between part and whole are no more than what
// joins names of places; behind is true where the whole stands behind the part.
func (r *resolver) joins(between nlp.Range, behind bool) bool {
	for i := between.First; i < between.End; i++ {
		w := strings.ToLower(r.doc.Word(i))
		switch {
		case siteWords[w]:
		case behind && (w == "," || w == "in" || w == "of" || w == "the" || r.isPlaceName(i)):
		case !behind && (w == "'s" || w == "’s" || w == "of"):
		default:
			return false
		}
	}
	return true
}

// isPlaceName reports whether token i is part of the name of a place.
func (r *resolver) isPlaceName(i int) bool {
	for _, n := range r.doc.Names {
		if n.Tokens.Has(i) {
			return n.Type == nlp.Place
		}
	}
	return false
}

// siteWords say what kind of place a name is of or in which part of a larger one it is.
var siteWords = wordSet("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
	"southwestern", "north", "south", "east", "west", "mainland", "city", "town", "village", "capital", "province", "region",
	"state", "district", "county", "island", "port", "municipality", "department", "governorate", "oblast", "prefecture")

func wordSet(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}
