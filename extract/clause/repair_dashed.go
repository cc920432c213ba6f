package clause

import (
	"slices"
	"strings"
)

// dashed-pair: "Troops moved to the Peru–Chile border."
//
// Two names with a dash and no spaces between say which border, line or deal is meant. The
// parser takes the first for a thing by itself now and then: it belongs to the noun that the
// second belongs to. Limit: a second name with no noun behind it ("Rome–Milan").
func (t *deptree) mendDashedPair(a int) {
	dash, b := a+1, a+2
	if b >= t.sentence(a).End || t.doc.Word(dash) != "–" || !strings.HasPrefix(t.tag(a), "NNP") || !strings.HasPrefix(t.tag(b), "NNP") || t.relation(a) == "flat" ||
		t.doc.Tokens[a].End != t.doc.Tokens[dash].Begin || t.doc.Tokens[dash].End != t.doc.Tokens[b].Begin {
		return
	}
	n := b
	for h := t.head[n]; h > n && (t.relation(n) == "compound" || t.relation(n) == "amod" || t.relation(n) == "nmod"); h = t.head[n] {
		n = h
	}
	if n == b || t.head[a] == n || t.under(a, n) || t.typeAt(n) != "" && t.typeAt(n) == t.typeAt(b) && t.typeAt(a) == "" {
		return
	}
	if !strings.HasPrefix(t.tag(n), "NN") {
		return
	}
	t.attach(n, t.head[a], t.fullRelation(a))
	for _, k := range slices.Clone(t.kids[a]) {
		switch {
		case k < a, k > n:
			t.attach(k, n, t.fullRelation(k))
		case k != n && t.relation(k) != "punct":
			t.attach(k, b, t.fullRelation(k))
		}
	}
	t.attach(a, n, "compound")
}

// hyphen-modifier: "She criticised mail-in voting", "a tell-all book".
//
// A word with a hyphen and a particle right behind it, without spaces, describes the noun behind
// that. The parser takes the particle for a preposition, or the first word for a noun by itself.
func (t *deptree) mendHyphenModifier(hyphen int) {
	a, b, n := hyphen-1, hyphen+1, hyphen+2
	if t.doc.Word(hyphen) != "-" || a < t.sentence(hyphen).First || n >= t.sentence(hyphen).End || !hyphenTails[t.word(b)] || !strings.HasPrefix(t.tag(n), "NN") ||
		t.doc.Tokens[a].End != t.doc.Tokens[hyphen].Begin || t.doc.Tokens[hyphen].End != t.doc.Tokens[b].Begin || t.doc.Tokens[b].End == t.doc.Tokens[n].Begin {
		return
	}
	for h := t.head[n]; h > n && t.relation(n) == "compound"; h = t.head[n] {
		n = h
	}
	if t.head[a] == n && t.head[b] != n || t.typeAt(a) != "" {
		return
	}
	if !t.under(a, n) {
		t.attach(n, t.head[a], t.fullRelation(a))
		for _, k := range slices.Clone(t.kids[a]) {
			if k < a || k > b && k != n {
				t.attach(k, n, t.fullRelation(k))
			}
		}
		t.attach(a, n, "compound")
	}
	t.attach(hyphen, a, "punct")
	t.attach(b, a, "fixed")
}

// hyphenTails end such words.
var hyphenTails = words("in", "off", "up", "out", "all", "over", "down", "on", "by", "through", "to", "away", "back", "upon")
