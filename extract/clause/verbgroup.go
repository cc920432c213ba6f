package clause

import "strings"

// verbForm says whether a verb group can carry a clause by itself.
type verbForm int

const (
	finite     verbForm = iota // "sent", "has sent", "will send"
	infinitive                 // "to send"
	present                    // "sending"
	past                       // "sent" as a participle
)

// verb is a verb group: "has not been carried out", "continues to send".
type verb struct {
	tokens   []int // every word of it, in text order
	main     int   // the last verb of it
	particle int   // token, or -1
	form     verbForm
	passive  bool
	copula   bool     // its last verb is "be"
	modality Modality // what its own words do to what it says; else Asserted
	chain    []link   // governing verbs before main that stay part of the relation
	lead     int      // the first word that is neither adverb nor "to"
	bare     bool     // lead may be past tense or participle: no auxiliary before or after
}

// link is a verb that stays in the relation before the main verb: "continues to".
type link struct {
	word    int  // token
	passive bool // "is expected"
	adjunct int  // the adjective of "is ready to", or -1
	gerund  bool // what follows is an -ing form
}

// readVerb reads a verb group from v on, with adverbs before and inside it.
func (s *sentence) readVerb(v int) (phrase, int) {
	g := &verb{particle: -1, modality: Asserted, main: -1}
	w := s.readSimpleVerb(g, v)
	if w == v {
		return phrase{}, 0
	}
	w = s.readChain(g, w)
	if s.tagAt(w) == "RP" && !s.isBroken(w) {
		g.particle = s.at(w)
		g.tokens = append(g.tokens, g.particle)
		w++
	}
	g.copula = !g.passive && s.lemma(g.main) == "be"
	return phrase{kind: verbGroup, head: g.main, verb: g}, w - v
}

// readSimpleVerb reads auxiliaries and one main verb into g and returns the
// position after it; v where there is no verb.
func (s *sentence) readSimpleVerb(g *verb, v int) int {
	w := s.skipAdverbs(v)
	if s.isBroken(w) && w > v {
		return v
	}
	if s.tagAt(w) == "TO" {
		if next := s.skipAdverbs(w + 1); !isBaseForm(s.tagAt(next)) {
			return v
		}
		g.form = infinitive
		w = s.skipAdverbs(w + 1)
		return s.readAuxiliaries(g, v, w)
	}
	tag := s.tagAt(w)
	if tag != "MD" && !strings.HasPrefix(tag, "VB") {
		return v
	}
	switch tag {
	case "VBG":
		g.form = present
	case "VBN":
		g.form = past
	default:
		g.form = finite
	}
	return s.readAuxiliaries(g, v, w)
}

// isBaseForm reports whether a verb with this tag can follow "to".
func isBaseForm(tag string) bool { return tag == "VB" || tag == "VBP" }

// skipAdverbs passes adverbs and negations.
func (s *sentence) skipAdverbs(v int) int {
	w := v
	for strings.HasPrefix(s.tagAt(w), "RB") && (w == v || !s.isBroken(w)) {
		w++
	}
	return w
}

// readAuxiliaries reads from w, where a verb or a modal stands, to the main
// verb; everything from v on belongs to the group.
func (s *sentence) readAuxiliaries(g *verb, v, w int) int {
	g.bare, g.lead = true, s.at(w)
	for {
		tag, lemma := s.tagAt(w), s.lemmaAt(w)
		next := s.skipAdverbs(w + 1)
		after := s.tagAt(next)
		adjacent := !s.isBroken(w + 1)
		switch {
		case tag == "MD":
			s.noteModal(g, s.wordAt(w))
			if !strings.HasPrefix(after, "VB") || !adjacent {
				return v
			}
		case adjacent && lemma == "be" && (after == "VBN" || after == "VBD") && s.lemmaAt(next) != "be":
			g.passive = true
		case adjacent && lemma == "be" && after == "VBG":
		case adjacent && lemma == "get" && after == "VBN" && next == w+1:
			g.passive = true
		case adjacent && lemma == "have" && (after == "VBN" || after == "VBD"):
		case adjacent && lemma == "do" && isBaseForm(after):
		default:
			g.main = s.at(w)
			g.bare = g.bare && (tag == "VBD" || tag == "VBN")
			w = s.skipNegation(w + 1)
			s.takeTokens(g, v, w)
			return w
		}
		g.bare = false
		if tag != "MD" && strings.HasPrefix(tag, "VB") && lemma == "be" && g.form == past {
			g.form = finite
		}
		if tag == "VBD" && g.form == past {
			g.form = finite
		}
		w = next
	}
}

// skipNegation passes what denies a verb from behind: "is not", "is no longer".
func (s *sentence) skipNegation(w int) int {
	switch {
	case s.isBroken(w):
		return w
	case s.matchAt(w, []string{"no", "longer"}):
		return w + 2
	case negators[s.wordAt(w)] && strings.HasPrefix(s.tagAt(w), "RB") && s.wordAt(w+1) != "only":
		return w + 1
	}
	return w
}

// noteModal records what a modal does to the clause.
func (s *sentence) noteModal(g *verb, word string) {
	if m, ok := modals[word]; ok && g.modality != Negated {
		g.modality = m
	}
}

// takeTokens adds the tokens from v to w to g and notes negation among them.
func (s *sentence) takeTokens(g *verb, v, w int) {
	for k := v; k < w; k++ {
		g.tokens = append(g.tokens, s.at(k))
		if negators[s.wordAt(k)] || s.wordAt(k) == "no" || s.matchAt(k, []string{"no", "longer"}) {
			g.modality = Negated
		}
	}
}

// readChain follows catenative verbs: "continues to", "is expected to",
// "began", "is ready to". It returns the position after the chain.
func (s *sentence) readChain(g *verb, w int) int {
	for range 4 { // more than four links in a row is not English
		next, ok := s.readLink(g, w)
		if !ok {
			return w
		}
		w = next
	}
	return w
}

// readLink reads one more verb of the chain at w.
func (s *sentence) readLink(g *verb, w int) (int, bool) {
	if s.isBroken(w) {
		return w, false
	}
	lemma := s.lemma(g.main)
	if lemma == "be" && !g.passive {
		if next, ok := s.readAdjectiveLink(g, w); ok {
			return next, true
		}
	}
	to := s.skipAdverbs(w)
	switch {
	case s.tagAt(to) == "TO" && s.governsInfinitive(g, lemma):
		return s.extendChain(g, w, link{word: g.main, passive: g.passive, adjunct: -1}, s.linkModality(g, lemma))
	case s.tagAt(w) == "VBG" && gerundVerbs[lemma] && !g.passive:
		return s.extendChain(g, w, link{word: g.main, adjunct: -1, gerund: true}, keepsChain)
	}
	return w, false
}

func (s *sentence) governsInfinitive(g *verb, lemma string) bool {
	if g.passive {
		return passiveCatenatives[lemma]
	}
	return catenatives[lemma] > 0
}

// linkModality says what the governing verb does to the infinitive.
func (s *sentence) linkModality(g *verb, lemma string) catenative {
	if g.passive {
		return keepsChain
	}
	if lemma == "go" && s.tag(g.main) != "VBG" {
		return keepsChain
	}
	return catenatives[lemma]
}

// readAdjectiveLink reads "ready to send" after "be".
func (s *sentence) readAdjectiveLink(g *verb, w int) (int, bool) {
	adjective := s.skipAdverbs(w)
	effect, ok := infinitiveAdjectives[s.wordAt(adjective)]
	if !ok || s.tagAt(adjective+1) != "TO" || !isBaseForm(s.tagAt(s.skipAdverbs(adjective+2))) {
		return w, false
	}
	l := link{word: g.main, adjunct: s.at(adjective)}
	s.takeTokens(g, w, adjective+1)
	return s.extendChain(g, adjective+1, l, effect)
}

// extendChain reads the governed verb at w into g.
func (s *sentence) extendChain(g *verb, w int, l link, effect catenative) (int, bool) {
	inner := &verb{particle: -1, modality: Asserted, main: -1}
	next := s.readSimpleVerb(inner, w)
	if next == w || inner.form == finite {
		return w, false
	}
	g.tokens = append(g.tokens, inner.tokens...)
	g.main, g.passive = inner.main, inner.passive
	g.modality = strongest(g.modality, strongest(effectModality(effect), inner.modality))
	if effect == keepsChain {
		g.chain = append(g.chain, l)
	}
	return next, true
}

// effectModality translates a catenative's effect.
func effectModality(effect catenative) Modality {
	switch effect {
	case meansFuture:
		return Future
	case meansNot:
		return Negated
	case meansMay:
		return Possible
	}
	return Asserted
}
