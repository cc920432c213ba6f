package clause

import "strings"

// verb-particle: "The river swept away two bridges", "the plane went down in a field"
//
// A direction right behind a verb makes one word with it where its object or a
// preposition follows. Limit: without an object only the verbs that mean something else
// by themselves: who went away went, but who broke down broke nothing.
func (t *deptree) mendVerbParticle(k int) {
	v := t.head[k]
	if t.relation(k) == "advmod" && k > v+1 && (t.word(k) == "down" || t.word(k) == "off") && partings[t.lemma(v)+" "+t.word(k)] && t.kid(v, "obj") >= 0 && t.yield(t.kid(v, "obj"), nil).End == k && !t.isPassive(v) {
		t.attach(k, v, "compound:prt") // "shot a drone down"
		return
	}
	if t.relation(k) != "advmod" || k != v+1 || !t.isVerb(v) || len(t.kids[k]) > 0 || t.kid(v, "compound") > v {
		return
	}
	w := t.word(k)
	o := t.kid(v, "obj")
	switch {
	case o > k && particles[w] && t.yield(o, nil).First == k+1 && !t.isTimeWord(o):
	case o < 0 && phrasals[t.lemma(v)+" "+w]:
	default:
		return
	}
	t.attach(k, v, "compound:prt")
}

// particles are the directions that make one word with a verb before its object.
var particles = words("away", "down", "off", "out", "up", "over", "back", "on", "in", "aside", "apart")

// phrasals are verbs that mean something else with a particle, without an object.
var phrasals = words("go down", "go off", "go out", "go on", "come on", "come off", "come out", "come up", "come down", "come back", "break down",
	"break out", "break up", "break away", "break in", "step down", "stand down", "back down", "back off", "step aside", "die out", "run out",
	"run away", "pull out", "set out", "set off", "drop out", "fall out", "fall apart", "fall off", "fall down", "take off", "take over", "carry on", "burn down",
	"blow up", "give up", "give in", "grow up", "move out", "move in", "walk out", "walk off", "hold out", "speak out", "speak up", "turn up", "show up",
	"log on", "sign off", "sign up", "check in", "check out", "lose out", "miss out", "bow out", "shut down", "close down", "get away", "stay away", "turn back",
	"do away", "run aground", "go ahead", "go missing")

// partings are verbs that mean something else with a particle behind their object.
var partings = words("shoot down", "turn down", "break down", "close down", "shut down", "burn down", "strike down", "tear down", "knock down",
	"call off", "cut off", "lay off", "write off", "pay off", "sell off", "set off", "fight off", "hold off", "put off", "shut off", "turn off")

// gerund-noun: "Three patients died of brain bleeding."
//
// An -ing form behind a preposition that has a noun of its own before it, and no object,
// is a noun.
func (t *deptree) mendGerundNoun(v int) {
	if t.tag(v) != "VBG" || t.relation(v) != "advcl" && t.relation(v) != "acl" || t.hasOwnWords(v) && t.opener(v) < 0 || t.kid(v, "obj") >= 0 {
		return
	}
	noun := t.kid(v, "compound")
	if noun != v-1 || noun < 1 || !strings.HasPrefix(t.tag(noun), "NN") {
		return
	}
	p := t.yield(noun, nil).First - 1
	if c := t.kid(noun, "case"); c >= 0 {
		p = c
	}
	if p < 0 || t.tag(p) != "IN" || t.head[p] != v && t.head[p] != noun {
		return
	}
	t.attach(p, v, "case")
	rel := "obl"
	if strings.HasPrefix(t.tag(t.head[v]), "NN") {
		rel = "nmod"
	}
	t.attach(v, t.head[v], rel)
}

// measured-phrase: "She resigned an hour after the match", "he lives nine miles from it"
//
// How far or how long before a preposition of place or time belongs to what follows it.
// Limit: the measure of a change ("rose two metres from its low") is what the verb says.
func (t *deptree) mendMeasuredPhrase(m int) {
	v := t.head[m]
	rel := t.relation(m)
	if durations[t.lemma(v)] && (rel == "obj" || t.kid(v, "obj") < 0) {
		return
	}
	if rel != "obj" && rel != "obl" || m < v || !t.isVerb(v) || t.kid(m, "case", "acl", "conj", "nmod") >= 0 || !measures[t.lemma(m)] {
		return
	}
	p := m + 1
	if p >= len(t.head) || !measured[t.word(p)] || t.relation(p) != "case" && t.relation(p) != "mark" {
		return
	}
	n := t.head[p]
	if n < p || t.head[n] != v || t.relation(n) != "obl" {
		return
	}
	if t.word(p) == "from" && !stayings[t.lemma(v)] {
		return
	}
	t.attach(m, n, "measure")
}

// measures are the units of time and of distance.
var measures = words("second", "minute", "hour", "day", "week", "month", "year", "decade", "metre", "meter", "kilometre", "kilometer", "mile",
	"yard", "foot", "km")

// measured are the prepositions before which a measure may stand.
var measured = words("after", "before", "from", "above", "below", "beyond", "off", "behind", "into", "outside")

// durations are verbs of what is done for some time, which is their object.
var durations = words("serve", "spend", "wait", "last", "take", "work", "run", "play", "remain", "stay", "rule", "govern", "get", "receive", "sleep")

// stayings are verbs of being somewhere.
var stayings = words("live", "lie", "stand", "be", "sit", "reside", "camp", "stop", "land", "crash", "fall", "end", "begin")
