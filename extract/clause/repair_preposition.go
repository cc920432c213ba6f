package clause

import "strings"

// complex-preposition: "The car exploded in front of the embassy"
//
// A bare noun between two prepositions makes one preposition with them (Quirk
// et al., "A Comprehensive Grammar of the English Language", 9.10): what is meant is the
// noun behind them. Limit: the nouns of a list, of which some have an
// article ("in the wake of").
func (t *deptree) mendComplexPreposition(object int) {
	n := t.head[object]
	before, after, ok := strings.Cut(complexPrepositions[t.word(n)], " ")
	p, q := n-1, n+1
	if ok && p >= 0 && t.tag(p) == "DT" && t.head[p] == n && determinedPrepositions[t.word(n)] {
		p--
	}
	if !ok || p < 0 || t.word(p) != before || t.head[p] != n || t.relation(p) != "case" || !t.isNominal(n) {
		return
	}
	if object < q || t.word(q) != after || t.head[q] != object || t.relation(q) != "case" || !t.isNominal(object) {
		return
	}
	rel := t.fullRelation(n)
	t.attach(object, t.head[n], rel)
	for _, k := range append([]int{}, t.kids[n]...) {
		if k != p && k != n-1 {
			t.attach(k, object, t.fullRelation(k))
		}
	}
	t.attach(p, object, "case")
	for k := p + 1; k <= q; k++ {
		t.attach(k, p, "fixed")
	}
}

// complexPrepositions are nouns with the prepositions around them.
var complexPrepositions = map[string]string{
	"front": "in of", "spite": "in of", "behalf": "on of", "favour": "in of", "favor": "in of", "honour": "in of", "honor": "in of",
	"charge": "in of", "support": "in of", "defence": "in of", "defense": "in of", "memory": "in of", "search": "in of", "place": "in of",
	"lieu": "in of", "violation": "in of", "breach": "in of", "defiance": "in of", "anticipation": "in of", "celebration": "in of",
	"commemoration": "in of", "pursuit": "in of", "possession": "in of", "control": "in of", "need": "in of", "terms": "in of", "light": "in of",
	"suspicion": "on of", "account": "on of", "top": "on of", "means": "by of", "way": "by of", "virtue": "by of",
	"response": "in to", "addition": "in to", "relation": "in to", "reaction": "in to", "regard": "in to", "opposition": "in to",
	"connection": "in with", "accordance": "in with", "line": "in with", "collaboration": "in with", "cooperation": "in with",
	"partnership": "in with", "coordination": "in with", "conjunction": "in with", "contact": "in with", "talks": "in with",
	"exchange": "in for", "return": "in for", "retaliation": "in for", "revenge": "in for", "reprisal": "in for",
	"wake": "in of", "aftermath": "in of", "course": "in of", "basis": "on of", "eve": "on of", "help": "with of", "face": "in of",
	"result": "as of", "consequence": "as of", "cost": "at of", "expense": "at of", "request": "at of", "outskirts": "on of",
}

// determinedPrepositions are those of the nouns that may have an article.
var determinedPrepositions = words("wake", "aftermath", "course", "basis", "eve", "help", "face", "result", "consequence",
	"cost", "expense", "request", "outskirts")
