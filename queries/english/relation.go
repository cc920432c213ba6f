package english

import (
	"slices"
	"strings"
)

// How well a relation fits the verb of a question.
const (
	fitSame      = 1.0  // the same words
	fitSynonym   = 0.9  // one group of the lexicon
	fitParticle  = 0.85 // "bring" and "bring together"
	fitNoun      = 0.8  // "make a visit to" and "visit"
	fitAddressee = 0.75 // "says … to" and "talks to"
)

// fit says how a relation of the graph answers to the verb of a question.
type fit struct {
	weight    float64
	symmetric bool   // subject and object may be exchanged
	turned    bool   // they are exchanged
	absorbs   bool   // the last preposition belongs to the relation: its object is whom it is done to
	surface   bool   // the subject of the passive is the one that does it: "is killed in" as "dies in"
	prep      string // the preposition of the question that belongs to its verb: "hold talks with"
	object    bool   // what it is done to stands in the relation: "carries grain from"
	state     bool   // what was done stands in the object: "is" "invited"
}

// relationFits compares a relation with the verb of a question, which may have
// a preposition among those of its phrases. There may be several ways to take
// the relation, none where it says something else.
func (l *lexicon) relationFits(q *question, p predicate) []fit {
	if q.nominal {
		if doing[p.content] && p.prep == "" {
			return []fit{{weight: fitNoun}}
		}
		return nil
	}
	var fits []fit
	better := func(f fit) {
		if !slices.Contains(fits, f) {
			fits = append(fits, f)
		}
	}
	if q.pred.content == p.content && q.pred.copular == p.copular {
		better(l.sameWords(q, p))
	}
	if q.pred.passive && p.content == "be" && p.prep == "" {
		better(fit{weight: fitSame, state: true})
	}
	if q.pred.copular || p.content == "be" {
		return fits
	}
	if object := q.complement(); !object.empty() && p.content == q.pred.content+" "+strings.ToLower(object.text()) {
		better(fit{weight: fitSame, object: true})
	}
	if prep := l.toWhom(q, p); prep != "" {
		better(fit{weight: fitAddressee, prep: prep})
	}
	if q.pred.content == "pay" && q.asks == number && bought[p.content] && q.hasArg("for") {
		better(fit{weight: fitNoun, prep: "for"}) // "how much did X pay for Y": for what X bought Y
	}
	for _, asked := range l.askedPhrases(q) {
		for _, stated := range statedPhrases(p) {
			same, turned, symmetric := l.sameGroup(asked.text, stated.text)
			if !same {
				continue
			}
			better(fit{weight: fitSynonym, symmetric: symmetric, turned: turned, absorbs: stated.absorbs, surface: stated.surface, prep: asked.prep})
			if asked.text == stated.text {
				better(fit{weight: fitSame, symmetric: symmetric, absorbs: stated.absorbs, surface: stated.surface, prep: asked.prep})
			}
		}
	}
	if isParticleOf(q.pred.content, p.content) && !dropsParticle(q.pred.content, p.content) {
		better(fit{weight: fitParticle})
	}
	if l.isNounFor(q.pred.content, p.content) {
		better(fit{weight: fitNoun, absorbs: p.prep != "", symmetric: l.symmetric(q.pred.content)})
	}
	return fits
}

// bought are the relations of who pays for what.
var bought = set("buy acquire purchase sign order")

// hasArg reports whether a phrase with the preposition stands in the question.
func (q *question) hasArg(prep string) bool {
	return slices.ContainsFunc(q.args, func(a arg) bool { return a.role == oblique && a.prep == prep })
}

// complement returns the phrase that may stand in a relation with the verb: whom it is done
// to, or what it makes of somebody ("found guilty"); empty where there is none.
func (q *question) complement() phrase {
	for _, a := range q.args {
		if q.isComplement(a) {
			return a.phrase
		}
	}
	return phrase{}
}

// isComplement reports whether a stands behind the verb without a preposition.
func (q *question) isComplement(a arg) bool {
	if q.pred.passive {
		return a.role == oblique && a.prep == "" && len(a.phrase.words) <= 2 && !a.phrase.isProper()
	}
	return a.role == patient
}

// sameWords is the fit of a relation with the very verb of the question. Who
// speaks with whom holds in both directions, whichever of the two has "with".
func (l *lexicon) sameWords(q *question, p predicate) fit {
	f := fit{weight: fitSame, symmetric: l.symmetric(p.content) || l.symmetric(p.phrase())}
	for _, asked := range l.askedPhrases(q) {
		if asked.prep != "" && l.symmetric(asked.text) {
			f.symmetric, f.prep = true, asked.prep
		}
	}
	f.absorbs = f.symmetric && p.prep != "" && l.symmetric(p.phrase())
	return f
}

// toWhom returns the preposition of a question for whom somebody talked to,
// where the relation is one of saying something to somebody.
func (l *lexicon) toWhom(q *question, p predicate) string {
	if q.pred.content != "talk" && q.pred.content != "speak" || p.content != "say" && p.content != "tell" {
		return ""
	}
	for _, asked := range l.askedPhrases(q) {
		if asked.prep == "to" || asked.prep == "with" {
			return asked.prep
		}
	}
	return ""
}

// variant is one way to look a predicate up.
type variant struct {
	text             string
	prep             string
	absorbs, surface bool
}

func (l *lexicon) askedPhrases(q *question) []variant {
	out := []variant{{text: q.pred.content}}
	preps := []string{q.prep}
	for _, a := range q.args {
		preps = append(preps, a.prep)
	}
	for _, prep := range preps {
		if prep == "" {
			continue
		}
		out = append(out, variant{text: q.pred.content + " " + prep, prep: prep})
		if q.pred.passive {
			out = append(out, variant{text: "be " + q.pred.content + " " + prep, prep: prep})
		}
	}
	if len(l.groups[q.pred.content]) > 0 && slices.ContainsFunc(out[1:], func(v variant) bool { return len(l.groups[v.text]) > 0 }) {
		return out[1:] // who rules on something does not govern it
	}
	return out
}

func statedPhrases(p predicate) []variant {
	out := []variant{{text: p.content}}
	if p.prep != "" {
		out = append(out, variant{text: p.phrase(), absorbs: true})
	}
	if p.passive {
		out = append(out, variant{text: "be " + p.content, surface: true})
		if p.prep != "" {
			out = append(out, variant{text: "be " + p.phrase(), surface: true, absorbs: true})
		}
	}
	return out
}

// isParticleOf reports whether one phrase is the other with a particle.
func isParticleOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a+" ")
	return ok && particles[rest]
}

// dropsParticle reports whether the question has a direction that changes its verb and the
// relation has none: who is sent is not sent off.
func dropsParticle(asked, stated string) bool {
	rest, ok := strings.CutPrefix(asked, stated+" ")
	return ok && (rest == "off" || rest == "down" || rest == "out" || rest == "over")
}

var particles = set("together up out off away down over back apart along")

// lightVerbs mean little of their own: what happens is said by their object.
var lightVerbs = set("make hold have take give carry conduct launch stage deliver pay do perform undertake issue")

// isNounFor reports whether b is a light verb with a noun for a: "make visit"
// for "visit".
func (l *lexicon) isNounFor(a, b string) bool {
	words := strings.Fields(b)
	n := len(words)
	if n < 2 || !lightVerbs[words[0]] {
		return false
	}
	noun := stem(words[n-1])
	if noun == a {
		return true
	}
	return slices.ContainsFunc(l.nouns[noun], func(i int) bool { return slices.Contains(l.groups[a], i) })
}
