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
	support     support
}

// support is how the words bear out that a part is in a whole or of it.
type support int

const (
	unsupported support = iota
	nearby              // no other land is named nearer to the part, in whichever sentence
	implied             // nor is any in its own sentence, which names the whole
	shown               // the words join the two
)

// nearest returns the mentions by name of part and whole that are the fewest
// sentences apart, at most farthestNaming, and of those the first that bear out best
// what they are to each other. The part's own name may name the whole ("Peru Rail
// Agency"). Not ok: there is none that does.
func (r *resolver) nearest(part, whole *identity.Entity) (n naming, ok bool) {
	best := farthestNaming + 1
	for _, p := range part.Mentions {
		if p.Form != identity.FormName {
			continue
		}
		for _, w := range whole.Mentions {
			far, near := r.apart(p, w)
			if !near || !r.isNaming(w) || far > best {
				continue
			}
			if own, ok := r.wholeInName(p, whole); ok {
				w, far = own, 0
			}
			s := r.supports(p, w, whole, far)
			if s == unsupported || far == best && n.support >= s {
				continue
			}
			first, last := r.doc.SentenceOf(min(p.Head, w.Head)), r.doc.SentenceOf(max(p.Head, w.Head))
			span := nlp.Span{Begin: r.doc.Sentences[first].Span.Begin, End: r.doc.Sentences[last].Span.End}
			best, n = far, naming{p, w, span, s}
		}
	}
	return n, best <= farthestNaming
}

// supports returns how the words bear out that part is in or of whole, which is far
// sentences from it.
func (r *resolver) supports(part, whole identity.Mention, of *identity.Entity, far int) support {
	switch {
	case far == 0 && r.shows(part, whole):
		return shown
	case of.IsCountry && !r.isNearestLand(part, whole, of):
		return unsupported
	case far > 0:
		return nearby
	}
	return implied
}

// isNearestLand reports whether in their sentences no other country is named nearer to
// part than whole is: of "Peru called in Chile's envoy in Lima" nobody learns where Lima lies.
func (r *resolver) isNearestLand(part, whole identity.Mention, of *identity.Entity) bool {
	far := tokensApart(part.Tokens, whole.Tokens)
	first, last := r.doc.SentenceOf(min(part.Head, whole.Head)), r.doc.SentenceOf(max(part.Head, whole.Head))
	passage := nlp.Range{First: r.doc.Sentences[first].Tokens.First, End: r.doc.Sentences[last].Tokens.End}
	for i := range r.res.Entities {
		e := &r.res.Entities[i]
		if !e.IsCountry || e.ID == of.ID {
			continue
		}
		for _, m := range e.Mentions {
			if r.isNaming(m) && passage.Has(m.Head) && !m.Tokens.Overlaps(part.Tokens) && tokensApart(part.Tokens, m.Tokens) < far {
				return false
			}
		}
	}
	return true
}

// isNaming reports whether m names something, be it by an adjective ("Peruvian").
func (r *resolver) isNaming(m identity.Mention) bool {
	return m.Form == identity.FormName || nlp.IsDemonym(r.doc.TextOf(m.Tokens))
}

// tokensApart returns how many tokens stand between two ranges.
func tokensApart(a, b nlp.Range) int { return max(a.First-b.End, b.First-a.End, 0) }

// wholeInName returns the words of part's name that name the whole.
func (r *resolver) wholeInName(part identity.Mention, whole *identity.Entity) (identity.Mention, bool) {
	for n := part.Tokens.Len() - 1; n > 0; n-- {
		for i := part.Tokens.First; i+n <= part.Tokens.End; i++ {
			words := nlp.Range{First: i, End: i + n}
			if identity.Names(r.doc.TextOf(words), whole) {
				return identity.Mention{Tokens: words, Head: words.End - 1, Form: identity.FormName}, true
			}
		}
	}
	return identity.Mention{}, false
}

// apart returns how many sentences lie between those of part and whole. They are near in
// one paragraph only: what the next is about may be abroad.
func (r *resolver) apart(part, whole identity.Mention) (sentences int, near bool) {
	first, last := r.doc.SentenceOf(part.Head), r.doc.SentenceOf(whole.Head)
	return max(first-last, last-first), r.doc.Sentences[first].Paragraph == r.doc.Sentences[last].Paragraph
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
// region in Peru", "Cusco and Puno, Peru", "Peru's city of Cusco". A name that holds the
// other does.
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

// longestChain is how many words the names between a place and its country have, which
// may be a list: "Turbat, Kech district, southern Balochistan, Pakistan" has 7 and the
// commas, six provinces have 13 with theirs.
const longestChain = 14

// joins reports whether the tokens between part and whole are no more than what
// joins names of places; behind is true where the whole stands behind the part.
func (r *resolver) joins(between nlp.Range, behind bool) bool {
	for i := between.First; i < between.End; i++ {
		w := strings.ToLower(r.doc.Word(i))
		switch {
		case siteWords[w]:
		case behind && (w == "," || w == "in" || w == "of" || w == "the" || r.isPlaceName(i)):
		case behind && w == "and" && i+1 < between.End && (r.isPlaceName(i+1) || r.doc.Word(i+1) == "nearby"):
		case behind && w == "nearby":
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
	"state", "district", "county", "island", "port", "municipality", "department", "governorate", "oblast", "prefecture",
	"cities", "towns", "villages", "provinces", "regions", "states", "districts", "counties", "islands", "ports", "municipalities",
	"departments", "governorates", "oblasts", "prefectures")

func wordSet(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}
