package clause

import (
	"strings"

	"kg/extract/nlp"
)

// addresseeOf returns who is told what v says: its object before a clause, or
// the "to" phrase.
func (a *attributor) addresseeOf(v int, content nlp.Range) Argument {
	if !a.saysVerb(v) && !directives[a.lemma(v)] || a.isPutIt(v) {
		return Argument{}
	}
	for _, k := range a.kids[v] {
		rel := a.relation(k)
		object := rel == "iobj" || rel == "obj" && a.isAddressed(k)
		if content.Has(k) || k < v || !object && !(rel == "obl" && a.preposition(k) == "to" && a.isAddressed(k)) {
			continue
		}
		x := a.phraseOf(k, []int{v})
		if content.First > k {
			x.Tokens.End = min(x.Tokens.End, content.First)
			for x.Tokens.End-1 > k && a.isIdle(x.Tokens.End-1) {
				x.Tokens.End--
			}
		}
		return x
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
