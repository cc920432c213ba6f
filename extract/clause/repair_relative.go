package clause

import (
	"strings"

	"kg/extract/nlp"
)

// relative: "the envoy of the bank who resigned", "treasures of the collection,
// which were stolen", "a blast at a club that injured nine"
//
// What a relative clause describes agrees with it: "who" is a person, "which" is
// none, a plural verb has several, and an event, not a place, injures people.
// Where the noun that the parser chose does not, the nearest noun above it that
// does is meant. "Whose" behind a name and a comma is the name's. Limit: a name's number is not known, nor that of nouns like
// "police" and "team".
func (t *deptree) mendRelative(v int) {
	h := t.head[v]
	if t.fullRelation(v) != "acl:relcl" || !t.isNominal(h) {
		return
	}
	if t.isDeniedConjunct(h) {
		t.attach(v, t.head[h], "acl:relcl")
		return
	}
	if n := t.ownerOfWhose(v); n >= 0 && n != h {
		t.attach(v, n, "acl:relcl")
		return
	}
	p := t.relativeSubject(v)
	if k := t.saidOfRelative(v); k >= 0 {
		t.mendSaidOf(v, k)
		return
	}
	if o := t.secondSubject(p, v); o >= 0 && t.kid(v, "cop", "obj") < 0 && !t.isPassive(v) {
		t.attach(p, v, "obj")
		p = -1
	}
	if p < 0 {
		t.mendWhichObject(v)
		return
	}
	if o := t.appointedAs(h); o >= 0 && t.word(p) == "who" {
		t.attach(v, o, "acl:relcl")
		return
	}
	if n := t.aboveName(h, p, v); n >= 0 {
		t.attach(v, n, "acl:relcl")
		return
	}
	if k := t.lastOfPair(h, v); k >= 0 {
		t.attach(v, k, "acl:relcl")
		return
	}
	if t.suits(h, p, v) {
		t.mendByKind(v, h, p)
		return
	}
	if t.relation(h) == "conj" && t.isNominal(t.head[h]) {
		h = t.head[h]
	}
	for _, n := range append(t.nounsBefore(v, h), t.nounsAbove(h)...) {
		if timeNouns[t.lemma(h)] && eventVerbs[t.lemma(v)] && !eventNouns[t.lemma(n)] {
			continue
		}
		if t.suits(n, p, v) && (t.word(p) != "who" || t.isPerson(n)) {
			t.attach(v, n, "acl:relcl")
			return
		}
	}
}

// saidOfRelative returns the verb of what somebody says by v of the thing that a relative
// pronoun before him stands for, or -1: "owners who Peru says smuggle gold".
func (t *deptree) saidOfRelative(v int) int {
	k := t.kid(v, "ccomp")
	if k < v {
		return -1
	}
	if p := t.ownSubject(k); p >= 0 && p < v && t.isRelativePronoun(p) {
		return k
	}
	return -1
}

// secondSubject returns the subject of v behind the relative pronoun p, which then is none
// ("a film which critics praised"), or -1.
func (t *deptree) secondSubject(p, v int) int {
	for _, k := range t.kids[v] {
		if p >= 0 && k > p && k < v && t.relation(k) == "nsubj" {
			return k
		}
	}
	return -1
}

// mendSaidOf hangs the clause of v on a noun that suits the verb k of what is said.
func (t *deptree) mendSaidOf(v, k int) {
	h, p := t.head[v], t.ownSubject(k)
	if t.suits(h, p, k) {
		return
	}
	for _, n := range append(t.nounsBefore(v, h), t.nounsAbove(h)...) {
		if t.suits(n, p, k) && (t.word(p) != "who" || t.isPerson(n)) {
			t.attach(v, n, "acl:relcl")
			return
		}
	}
}

// isDeniedConjunct reports whether h only says who is not meant, between commas behind who
// is, of whom the clause behind them tells: "it was Roe, not Lund, who signed".
func (t *deptree) isDeniedConjunct(h int) bool {
	not := t.kidWord(h, words("not"))
	return t.relation(h) == "conj" && t.isNominal(t.head[h]) && not > 0 && not < h && t.word(not-1) == ","
}

// aboveName returns the thing above the name h that "that", with no comma before it, tells
// more of, since it tells which one is meant, and a name says so itself: "a deal with the
// Browns that pays him well"; -1 if there is none.
func (t *deptree) aboveName(h, p, v int) int {
	named := t.typeAt(h)
	if t.word(p) != "that" || !strings.HasPrefix(t.tag(h), "NNP") || named == nlp.Date || named == nlp.Person && t.tag(h) != "NNPS" || t.isSetOff(v) || t.kid(h, "amod") >= 0 {
		return -1
	}
	if n := t.nounAbove(h); n >= 0 && !t.isPerson(n) && t.typeAt(n) == "" && t.preposition(h) == "with" && t.suits(n, p, v) {
		return n
	}
	return -1
}

// lastOfPair returns the last of the nouns that "and" joins to h, where the clause of v stands
// right behind it and its verb is singular, as two are not, or -1: "rebels and the army,
// which has shelled it".
func (t *deptree) lastOfPair(h, v int) int {
	k := -1
	for _, i := range t.kids[h] {
		if t.relation(i) == "conj" && t.kid(i, "cc") >= 0 && t.word(t.kid(i, "cc")) == "and" {
			k = i
		}
	}
	if k < h || k > v || t.tag(h) != "NNS" || t.tag(k) != "NN" || !t.isSingularVerb(v) {
		return -1
	}
	if end := t.yield(k, nil).End; end != t.yield(v, nil).First && t.word(end) != "," {
		return -1
	}
	return k
}

// isSingularVerb reports whether the verb v, or its first auxiliary, is that of one.
func (t *deptree) isSingularVerb(v int) bool {
	for _, k := range t.kids[v] {
		if rel := t.relation(k); rel == "aux" || rel == "cop" {
			return t.tag(k) == "VBZ" || t.word(k) == "was"
		}
	}
	return t.tag(v) == "VBZ"
}

// mendWhichObject hangs the clause of v with "which" as its object, which the tree has on
// somebody, on the noun above ("a film by director Ana Roe, which critics praised") or
// between ("members of the gang, which Peru outlawed").
func (t *deptree) mendWhichObject(v int) {
	h, p := t.head[v], t.kid(v, "obj")
	if p < 0 || p > v || t.word(p) != "which" || !t.isPerson(h) || collectives[t.lemma(h)] {
		return
	}
	if t.isNamedPerson(h) {
		if n := t.nounAbove(h); n >= 0 {
			t.attach(v, n, "acl:relcl")
		}
		return
	}
	for _, n := range t.nounsBefore(v, h) {
		if !t.isPerson(n) && t.preposition(n) == "of" {
			t.attach(v, n, "acl:relcl")
			return
		}
	}
}

// mendByKind hangs the clause of v on a noun between it and h, on which the tree has it,
// where the pronoun p fits that better: "who" a person ("a bust of Ana Roe, who died"),
// "that" and "which" what is none ("the owner of the ship that sank").
func (t *deptree) mendByKind(v, h, p int) {
	person := t.word(p) == "who"
	if t.kid(h, "conj") >= 0 || collectives[t.lemma(h)] || t.isPerson(h) == person || t.typeAt(h) != "" {
		return
	}
	for _, n := range t.nounsBefore(v, h) {
		if t.isPerson(n) == person && t.suits(n, p, v) && t.preposition(n) == "of" {
			t.attach(v, n, "acl:relcl")
			return
		}
	}
	if n := t.nounAbove(h); person && n >= 0 && t.isPerson(n) && t.typeAt(n) == "" && t.preposition(h) == "of" {
		t.attach(v, n, "acl:relcl") // "the owner of the ship who fled"
	}
}

// appointedAs returns the object of the verb that makes somebody what the noun h behind
// "as" says, or -1: "appointed Lund as minister, who resigned".
func (t *deptree) appointedAs(h int) int {
	up := t.head[h]
	if rel := t.relation(h); up < 0 || rel != "obl" && rel != "nmod" || t.preposition(h) != "as" {
		return -1
	}
	if rel := t.relation(up); rel == "obj" && t.isPerson(up) {
		return up
	}
	if o := t.kid(up, "obj"); o > up && o < h && t.isPerson(o) {
		return o
	}
	return -1
}

// growings are what numbers do.
var growings = words("comprise", "cover", "exceed", "include", "reach", "represent", "surpass", "total")

// ownerOfWhose returns the head of the name right before the comma and the "whose" that
// opens the clause of v, which is the name's, or -1: "a raid on Norvik, whose owner".
func (t *deptree) ownerOfWhose(v int) int {
	first := t.yield(v, func(k int) bool { return t.relation(k) == "punct" }).First
	if t.tag(first) != "WP$" || first < 2 || t.word(first-1) != "," || t.typeAt(first-2) == "" {
		return -1
	}
	i := first - 2
	for t.head[i] >= 0 && t.head[i] < first && t.typeAt(t.head[i]) == t.typeAt(i) && t.relation(i) != "conj" && t.relation(i) != "appos" {
		i = t.head[i]
	}
	return i
}

// nounsBefore returns the nouns from the one that stands right before the clause of
// v up to h, on which they hang.
func (t *deptree) nounsBefore(v, h int) []int {
	i := t.yield(v, nil).First - 1
	for i > h && t.relation(i) == "punct" {
		i--
	}
	var list []int
	for ; i >= 0 && i != h; i = t.head[i] {
		if strings.HasPrefix(t.tag(i), "NN") {
			list = append(list, i)
		}
	}
	if i != h {
		return nil
	}
	return list
}

// nounsAbove returns the nouns that h says more of, the nearest first.
func (t *deptree) nounsAbove(h int) []int {
	var list []int
	for n := t.nounAbove(h); n >= 0; n = t.nounAbove(n) {
		list = append(list, n)
	}
	return list
}

// relativeSubject returns the relative pronoun that is the subject of v, or -1.
func (t *deptree) relativeSubject(v int) int {
	k := t.kid(v, "nsubj")
	if k >= 0 && k < v && t.isRelativePronoun(k) {
		return k
	}
	return -1
}

// nounAbove returns the noun that the noun h says more of: the one on which it
// hangs by a preposition, perhaps with a participle between, or the object right
// before its preposition; else -1.
func (t *deptree) nounAbove(h int) int {
	up := t.head[h]
	switch rel := t.relation(h); {
	case up < 0 || up > h:
		return -1
	case (rel == "nmod" || rel == "appos" && t.typeAt(h) == nlp.Place && t.typeAt(up) == nlp.Place) && t.isNominal(up):
		return up
	case rel == "obl" && t.kid(h, "case") >= 0 && t.kid(up, "obj") >= 0 && t.yield(t.kid(up, "obj"), nil).End == t.kid(h, "case"):
		return t.kid(up, "obj")
	case rel == "obl" && t.besideNoun(h) >= 0:
		return t.besideNoun(h)
	case rel == "obl" && t.fullRelation(up) == "acl" && t.head[up] >= 0 && t.isNominal(t.head[up]):
		return t.head[up]
	}
	return -1
}

// besideNoun returns the noun that hangs on the same verb and ends right before the phrase
// of the time or the person h: "opened a plant last year which", "with a film by director Ana
// Roe, which"; else -1.
func (t *deptree) besideNoun(h int) int {
	if named := t.typeAt(h); named != nlp.Date && named != nlp.Person && !t.isNamedPerson(h) {
		return -1
	}
	first := t.yield(h, func(k int) bool { return k > h }).First
	for _, k := range t.kids[t.head[h]] {
		if rel := t.relation(k); k < h && (rel == "obj" || rel == "obl") && k > t.head[h] && t.yield(k, nil).End == first {
			return k
		}
	}
	return -1
}

// suits reports whether the clause of v with the relative pronoun p can describe
// the noun n.
func (t *deptree) suits(n, p, v int) bool {
	named := t.typeAt(n)
	switch t.word(p) {
	case "who":
		if !t.isPerson(n) && (named == nlp.Place || named == nlp.Organization || placeNouns[t.lemma(n)] || timeNouns[t.lemma(n)]) {
			return false
		}
	case "which":
		if named == nlp.Person || t.isNamedPerson(n) || t.tag(n) == "NNS" && t.isPerson(n) && !collectives[t.lemma(n)] {
			return false
		}
		if reactions[t.lemma(v)] && (named == nlp.Place || named == nlp.Organization) {
			return false
		}
	}
	if named == nlp.Date && t.word(p) == "which" && t.relation(n) == "obl" {
		return false
	}
	if event := eventVerbs[t.lemma(v)]; event && timeNouns[t.lemma(n)] || (event || t.kid(v, "obj") > v) && tolls[t.lemma(n)] && !growings[t.lemma(v)] {
		return false // a day kills nobody, nor does a toll
	}
	if t.word(p) != "who" && eventVerbs[t.lemma(v)] && t.lemma(v) != "leave" && (named == nlp.Place || (placeNouns[t.lemma(n)] || siteNouns[t.lemma(n)]) && t.liesIn(n)) {
		return false
	}
	first := n
	for t.relation(first) == "conj" && t.isNominal(t.head[first]) {
		first = t.head[first]
	}
	if t.word(p) != "who" && eventVerbs[t.lemma(v)] && t.nounAbove(first) >= 0 && t.liesIn(first) && eventNouns[t.lemma(t.nounAbove(first))] {
		return false
	}
	return t.agrees(n, v)
}

// reactions are what one does who hears of what happened: "he left Peru, which angered us".
var reactions = words("alarm", "anger", "enrage", "infuriate", "irritate", "outrage", "please", "shock", "surprise", "upset")

// isNamedPerson reports whether the noun n is what the person is whose name stands right
// behind it.
func (t *deptree) isNamedPerson(n int) bool {
	return (titleNouns[t.lemma(n)] || kinNouns[t.lemma(n)]) && n+1 < len(t.head) && t.head[n+1] == n && t.typeAt(n+1) == nlp.Person
}

// liesIn reports whether a preposition says that what is above the noun n is at n
// or between its members.
func (t *deptree) liesIn(n int) bool {
	switch t.preposition(n) {
	case "in", "at", "on", "near", "outside", "inside", "between", "against":
		return true
	}
	return false
}

// agrees reports whether the number of the verb v can be that of its subject n.
func (t *deptree) agrees(n, v int) bool {
	tag := t.tag(v)
	for _, k := range t.kids[v] {
		if rel := t.relation(k); rel == "aux" || rel == "cop" {
			tag = t.tag(k)
			if w := t.word(k); w == "was" {
				tag = "VBZ"
			} else if w == "were" {
				tag = "VBP"
			}
			break
		}
	}
	switch {
	case collectives[t.lemma(n)]:
		return tag != "VBZ" || t.word(n) != "police" && t.word(n) != "people"
	case t.isPairOfPlurals(n):
		return tag != "VBZ"
	case t.kid(n, "conj") >= 0:
		return true
	case tag == "VBZ":
		return t.tag(n) != "NNS"
	case tag == "VBP":
		return t.tag(n) != "NN" && !singulars[t.word(n)]
	}
	return true
}

// isPairOfPlurals reports whether n is joined by "and" to another, and both are plural.
func (t *deptree) isPairOfPlurals(n int) bool {
	k := t.kid(n, "conj")
	and := -1
	if k >= 0 {
		and = t.kid(k, "cc")
	}
	return and >= 0 && t.word(and) == "and" && t.tag(n) == "NNS" && t.tag(k) == "NNS"
}

// singulars are the pronouns of one.
var singulars = words("it", "he", "she", "this", "that", "everyone", "everybody", "everything")

// isPerson reports whether the noun n names a person or people.
func (t *deptree) isPerson(n int) bool {
	l := t.lemma(n)
	return t.typeAt(n) == nlp.Person || titleNouns[l] || kinNouns[l] || peopleNouns[l] || strings.HasSuffix(t.word(n), "people")
}

// peopleNouns besides titles and kin.
var peopleNouns = words("people", "person", "man", "woman", "boy", "girl", "citizen", "member", "official", "soldier", "victim",
	"national", "migrant", "worker", "refugee", "survivor", "prisoner", "inmate", "passenger", "fighter", "militant", "gunman",
	"protester", "supporter", "suspect", "officer", "employee", "voter", "civilian", "troop", "one", "those", "someone", "anyone",
	"rebel", "terrorist", "insurgent", "hostage", "detainee", "defendant", "farmer", "miner", "pilgrim", "tourist", "sailor", "peacekeeper",
	"settler", "demonstrator", "customer", "user", "consumer", "patient", "client", "buyer", "visitor", "guest")

// placeNouns name no person but what people are in.
var placeNouns = words("country", "nation", "state", "city", "town", "village", "region", "province", "prison", "school",
	"university", "hospital", "company", "firm", "bank", "office", "party", "agency", "ministry", "parliament", "church")

// collectives are singular in form and take a verb of either number.
var collectives = words("police", "people", "team", "group", "family", "government", "crew", "staff", "army", "military",
	"party", "company", "club", "band", "majority", "number", "couple", "pair", "lot", "half", "rest", "percent", "percentage",
	"total", "range", "series", "public", "media", "data", "committee", "council", "board", "squad", "side", "minority", "variety",
	"handful", "dozen", "hundred", "thousand", "million", "most", "some", "none", "any", "all", "one", "two", "those", "these")

// eventVerbs say what an event does, not the place or the people of it.
var eventVerbs = words("result", "kill", "injure", "wound", "destroy", "damage", "displace", "cause", "leave", "last", "occur", "happen", "erupt")
