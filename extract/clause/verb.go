package clause

import "slices"

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
	main     int   // the last verb of it, or its copula
	particle int   // token, or -1
	form     verbForm
	passive  bool
	copula   bool     // its last verb is "be"
	modality Modality // what its own words do to what it says; else Asserted
	chain    []link   // governing verbs before main that stay part of the relation
}

// governor returns the verb whose words say how far the group is asserted: the last,
// or the one before it that takes a "not" into the relation.
func (g *verb) governor() int {
	if n := len(g.chain); n > 0 && g.chain[n-1].denied {
		return g.chain[n-1].word
	}
	return g.main
}

// link is a verb that stays in the relation before the main verb: "continues to".
type link struct {
	word    int  // token
	passive bool // "is expected"
	adjunct int  // the adjective of "is ready to", or -1
	gerund  bool // what follows is an -ing form
	denied  bool // "decides not to"
}

// verbOf reads the verb group of the clause that token h heads and follows the
// verbs it governs: "continues to send", "is expected to win". It returns the
// tokens that head the clause on the way, h first.
func (s *sentence) verbOf(h int) (*verb, []int) {
	g := s.ownVerb(h)
	heads := []int{h}
	for range 4 { // more than four links in a row is not English
		next, l, effect := s.governed(g, heads[len(heads)-1])
		if next < 0 {
			break
		}
		s.extendGroup(g, s.ownVerb(next), l, effect)
		heads = append(heads, next)
	}
	g.copula = !g.passive && s.lemma(g.main) == "be"
	slices.Sort(g.tokens)
	g.tokens = slices.Compact(g.tokens)
	return g, heads
}

// ownVerb reads the auxiliaries, negation and particle of the clause
// that h heads, and its verb: h itself, or the copula of a predicate.
func (s *sentence) ownVerb(h int) *verb {
	g := &verb{main: h, particle: -1, modality: Asserted}
	cop := s.lastCopula(h)
	switch {
	case cop >= 0 && s.tag(h) == "VB" && s.marked(h, "TO"): // "is to leave"
		g.tokens, g.modality = []int{cop, h}, Future
	case cop >= 0:
		g.main = cop
		g.tokens = []int{cop}
	default:
		g.tokens = []int{h}
	}
	for _, k := range s.kids(h) {
		s.takeKid(g, h, k)
	}
	slices.Sort(g.tokens)
	g.form = s.formOf(g)
	g.passive = g.passive || g.form == past || g.main == h && s.hasPassiveSubject(h) && !s.suffersNothing(h) || s.isLonePast(g, h)
	g.tokens = append(g.tokens, s.rankBehind(g)...)
	return g
}

// suffersNothing reports whether the past form h alone is no passive, whatever its subject is
// taken for: "crashed in Selby", or with "away", by which one goes oneself.
func (s *sentence) suffersNothing(h int) bool {
	if s.kid(h, "aux") >= 0 {
		return false
	}
	return neverPassive[s.lemma(h)] || h+1 < s.tokens.End && s.lower(h+1) == "away" && s.up(h+1) == h && backings[s.lemma(h)]
}

var backings = words("back", "step", "walk", "move", "turn", "shy", "run", "pull", "break", "slip")

// isLonePast reports whether the verb h alone is a past form that has no object and
// cannot be without: "the coins discovered in Lima", where it is a participle.
func (s *sentence) isLonePast(g *verb, h int) bool {
	if len(g.tokens) > 1 || s.tag(h) != "VBD" && s.tag(h) != "VBN" || !neverAlone[s.lemma(h)] && !s.sharesPassive(h) || s.fullRel(h) == "acl:relcl" || g.main != h {
		return false
	}
	for _, k := range s.kids(h) {
		switch s.rel(k) {
		case "obj", "iobj", "ccomp", "xcomp", "csubj", "aux", "dep":
			return false
		case "conj":
			if s.isVerb(k) && s.kid(k, "obj") >= 0 {
				return false // "discovered and sold the coins"
			}
		}
	}
	return true
}

// sharesPassive reports whether the verb h, which hardly ever lacks an object, is joined to a
// passive and has the subject of that: "was taken down and replaced with a copy".
func (s *sentence) sharesPassive(h int) bool {
	up := s.up(h)
	return takingObjects[s.lemma(h)] && s.rel(h) == "conj" && up >= 0 && s.told.isPassive(up) && s.kid(h, "nsubj") < 0
}

// lastCopula returns the copula of the predicate h, or -1; of two the second, for
// in "her view is that the dam is safe" the first belongs to the view.
// Where a verb with an auxiliary of its own follows ("is that it was waiting"), that
// is no predicate.
func (s *sentence) lastCopula(h int) int {
	last := -1
	for _, k := range s.kids(h) {
		switch rel := s.rel(k); {
		case rel == "cop":
			last = k
		case rel == "aux" && last >= 0 && s.isVerb(h):
			last = -1
		}
	}
	return last
}

// takeKid adds the dependent k of h to g if it belongs to the verb group.
func (s *sentence) takeKid(g *verb, h, k int) {
	switch s.rel(k) {
	case "aux":
		if s.fullRel(k) == "aux:pass" {
			g.passive = true
		} else if m, ok := modals[s.lower(k)]; ok {
			if m == Conditional && s.told.isBackshifted(h) {
				m = Future
			}
			g.modality = strongest(g.modality, m)
		}
		g.tokens = append(g.tokens, k)
	case "compound":
		if s.fullRel(k) == "compound:prt" {
			g.particle = k
			g.tokens = append(g.tokens, k)
		}
	case "mark":
		if s.tag(k) == "TO" && k < g.main && s.tag(h) != "VBG" {
			g.tokens = append(g.tokens, k)
		}
	case "advmod":
		if s.tag(k) == "RP" && k == h+1 && g.particle < 0 {
			g.particle = k
			g.tokens = append(g.tokens, k)
		}
		if s.isNegator(k) && k < h {
			g.tokens = append(g.tokens, k)
			g.modality = Negated
		}
	}
}

// isNegator reports whether adverb k denies its verb.
func (s *sentence) isNegator(k int) bool {
	if negators[s.lower(k)] {
		return s.lower(k+1) != "only" || k+1 >= s.tokens.End
	}
	return s.lower(k) == "longer" && s.kid(k, "advmod") >= 0
}

// formOf tells the form of the group by its first verb.
func (s *sentence) formOf(g *verb) verbForm {
	for _, i := range g.tokens {
		switch tag := s.tag(i); tag {
		case "TO":
			return infinitive
		case "MD", "VBZ", "VBP":
			return finite
		case "VBD":
			if i == g.main && s.rel(i) == "acl" && s.kid(i, "nsubj") < 0 || s.isElliptic(i) {
				return past // a reduced relative clause has no tense
			}
			if h := s.up(i); i == g.main && s.rel(i) == "conj" && s.rel(h) == "acl" && s.tag(h) == "VBN" && s.kid(i, "nsubj") < 0 {
				return past // "built in 1906 and designated a monument"
			}
			return finite
		case "VBN":
			if i == g.main && s.kid(i, "nsubj") >= 0 && (!s.hasPassiveSubject(i) || s.suffersNothing(i)) && !s.isElliptic(i) {
				return finite
			}
			if h := s.up(i); i == g.main && s.rel(i) == "conj" && s.tag(h) == "VBD" && s.rel(h) != "acl" && s.kid(i, "obj") > i && !s.told.isPassive(h) {
				return finite // "hit a man and wounded nine others"
			}
			return past
		case "VBG":
			return present
		case "VB":
			if s.rel(i) == "xcomp" || s.rel(i) == "ccomp" && s.kid(i, "nsubj") < 0 {
				return infinitive
			}
			return finite
		}
	}
	return finite
}

// isElliptic reports whether verb i lacks the auxiliary that the passive it is
// joined to has: "Three people were killed and eight others injured".
func (s *sentence) isElliptic(i int) bool {
	h := s.up(i)
	return s.rel(i) == "conj" && h >= 0 && !neverPassive[s.lemma(i)] && s.told.isPassive(h) && s.kid(i, "aux") < 0 && s.kid(i, "obj") < 0 && s.kid(i, "nsubj") >= 0 && i > h
}

func (s *sentence) hasPassiveSubject(h int) bool {
	for _, k := range s.kids(h) {
		if s.fullRel(k) == "nsubj:pass" {
			return true
		}
	}
	return false
}

// governed returns the clause head that the verb group g, headed by h, governs
// as one predicate with it, or -1.
func (s *sentence) governed(g *verb, h int) (int, link, catenative) {
	for _, k := range s.kids(h) {
		if k < h || !s.isVerb(k) && s.kid(k, "cop") < 0 {
			continue
		}
		rel := s.rel(k)
		if rel != "xcomp" && !(rel == "advcl" || rel == "ccomp") || rel != "xcomp" && (s.kid(h, "cop") < 0 || s.kid(k, "nsubj") >= 0) {
			continue
		}
		if l, effect, ok := s.linkTo(g, h, k); ok {
			return k, l, effect
		}
	}
	return -1, link{}, 0
}

// linkTo says how h governs the clause at k as one predicate, if it does.
func (s *sentence) linkTo(g *verb, h, k int) (link, catenative, bool) {
	to := s.marked(k, "TO")
	lemma := s.lemma(h)
	switch {
	case s.kid(h, "cop") >= 0:
		effect, ok := infinitiveAdjectives[s.lower(h)]
		return link{word: g.main, adjunct: h}, effect, ok && to
	case s.kid(h, "obj") >= 0:
		return link{}, 0, false
	case to && g.passive && lemma == "set":
		return link{word: h, passive: true, adjunct: -1}, meansFuture, true // "a body set to govern"
	case to && g.passive:
		return link{word: h, passive: true, adjunct: -1}, keepsChain, passiveCatenatives[lemma]
	case to:
		effect := s.told.catenativeAt(h)
		return link{word: h, adjunct: -1}, effect, effect > 0
	case s.tag(k) == "VBG" && !g.passive && s.kid(k, "mark") < 0:
		return link{word: h, adjunct: -1, gerund: true}, keepsChain, gerundVerbs[lemma]
	}
	return link{}, 0, false
}

// marked reports whether a mark with this tag stands before the clause at k.
func (s *sentence) marked(k int, tag string) bool {
	for _, i := range s.kids(k) {
		if s.rel(i) == "mark" && s.tag(i) == tag {
			return true
		}
	}
	return false
}

// extendGroup adds the governed group inner to g.
func (s *sentence) extendGroup(g, inner *verb, l link, effect catenative) {
	g.tokens = append(g.tokens, inner.tokens...)
	if l.adjunct >= 0 {
		g.tokens = append(g.tokens, l.adjunct)
	}
	g.main, g.passive, g.particle = inner.main, inner.passive, inner.particle
	if effect == keepsChain && inner.modality == Negated {
		l.denied, inner.modality = true, Asserted // who decides not to pay does decide
	}
	g.modality = strongest(g.modality, strongest(effectModality(effect), inner.modality))
	if effect == keepsChain {
		g.chain = append(g.chain, l)
	}
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
