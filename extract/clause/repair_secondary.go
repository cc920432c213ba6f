package clause

import (
	"slices"
	"strings"
)

// secondary-predicate: "A jury finds the builder Lund liable for the loss."
//
// An adjective right behind the object of a verb of making, leaving or judging says what the
// object becomes or is held to be, and hangs on the verb. So does a noun for one in the
// power of another ("held nine miners hostage"), which the tree takes for the object, and
// the miners for a part of it. Limit: what is only found or held may be described by any
// other adjective ("found a house full of snakes"), and what is left or made by one with "of".
func (t *deptree) mendSecondaryPredicate(i int) {
	rel, v := t.relation(i), t.head[i]
	switch n := t.counts(i); {
	case rel == "amod" || t.fullRelation(i) == "acl":
		if v := t.objectVerb(i); v >= 0 && t.isResultOf(i, v) {
			t.attach(i, v, "xcomp:result")
		}
	case n >= 0:
		t.attach(n, v, "obj")
		t.attach(i, v, "xcomp:result")
	case rel == "obj" && strings.HasPrefix(t.tag(i), "JJ") && len(t.kids[i]) == 0 && v == i-1 && resultMakings[t.lemma(v)]:
		t.attach(i, v, "xcomp:result") // "the mill that it declared unsafe"
	case rel == "xcomp" && t.kid(v, "obj") >= 0 && t.kid(v, "obj") < i && t.isJudged(i, v):
		t.attach(i, v, "xcomp:result")
	case (rel == "obj" || rel == "xcomp") && (plights[t.word(i)] || foundStates[t.word(i)]):
		t.freeObject(i)
	}
}

// isJudged reports whether the complement i of the verb v is what v makes of its object or
// finds it to be.
func (t *deptree) isJudged(i, v int) bool {
	if foundStates[t.word(i)] || plights[t.word(i)] {
		return true
	}
	lemma := t.lemma(v)
	return (resultMakings[lemma] || resultLeavings[lemma] || resultFindings[lemma]) && (strings.HasPrefix(t.tag(i), "JJ") || t.tag(i) == "VBN")
}

// counts returns the number that the tree has counted i by, which says in what state that
// many are left: "left at least 12 dead"; -1 where there is none.
func (t *deptree) counts(i int) int {
	v := t.head[i]
	if t.relation(i) != "xcomp" || v > i || !resultLeavings[t.lemma(v)] || t.isPassive(v) || t.kid(v, "obj") >= 0 || !strings.HasPrefix(t.tag(i), "JJ") {
		return -1
	}
	if n := t.kid(i, "nummod"); n >= 0 && n < i {
		return n
	}
	return -1
}

// objectVerb returns the verb whose object ends right before the word i that hangs on it or on
// what belongs to it, or -1.
func (t *deptree) objectVerb(i int) int {
	o := t.head[i]
	if o > i {
		return -1
	}
	for rel := t.relation(o); rel == "appos" || rel == "flat" || rel == "nmod"; rel = t.relation(o) {
		o = t.head[o]
	}
	v := t.head[o]
	if t.relation(o) != "obj" || v < 0 || v > o || t.isPassive(v) || t.kid(v, "xcomp") >= 0 {
		return -1
	}
	for k := o + 1; k < t.yield(i, nil).First; k++ {
		if t.tag(k) == "," || !t.under(k, o) {
			return -1
		}
	}
	return v
}

// isResultOf reports whether i can be what the verb v makes of its object or finds it to be.
func (t *deptree) isResultOf(i, v int) bool {
	lemma, word := t.lemma(v), t.word(i)
	switch {
	case t.isVerb(i):
		return resultLeavings[lemma] && plightForms[word] && t.kid(i, "obj") < 0 && t.preposition(max(t.kid(i, "obl"), i)) != "by"
	case !strings.HasPrefix(t.tag(i), "JJ"):
		return false
	case lemma == "shoot":
		return word == "dead"
	case resultFindings[lemma]:
		return foundStates[word]
	}
	return resultMakings[lemma] && t.preposition(max(t.kid(i, "obl", "nmod"), i)) != "of"
}

// freeObject makes the noun right before i the object of the verb above, in place of i.
func (t *deptree) freeObject(i int) {
	v, o := t.head[i], i-1
	switch {
	case v > o || !t.isVerb(v):
		return
	case t.isPassive(v):
		if plights[t.word(i)] && len(t.kids[i]) == 0 {
			t.attach(i, v, "xcomp:result")
		}
		return
	case t.head[o] != i || t.relation(o) != "compound" && t.relation(o) != "nmod" || !resultFindings[t.lemma(v)] && !resultMakings[t.lemma(v)]:
		return
	}
	t.attach(o, v, "obj")
	for _, k := range slices.Clone(t.kids[i]) {
		if k < o {
			t.attach(k, o, t.fullRelation(k))
		} else if t.relation(k) == "nmod" {
			t.attach(k, i, "obl")
		}
	}
	t.attach(i, v, "xcomp:result")
}

// longestLeft is the most words of an object with its result behind "and": "at least 40
// of them seriously wounded".
const longestLeft = 7

// second-result: "The blast left nine people dead, two wounded and another missing."
//
// What a comma or "and" joins to the object behind its result, with one of its own, is a
// second object: it hangs on the verb by "gap:object", its result on it by "result".
func (t *deptree) mendSecondResult(i int) {
	v := t.resultVerb(i - 1)
	if v < 0 || t.word(i) != "and" && t.word(i) != "," {
		return
	}
	o := -1
	for k := i + 1; k <= i+longestLeft && k < len(t.head); k++ {
		switch tag := t.tag(k); {
		case o >= 0 && (plightForms[t.word(k)] || foundStates[t.word(k)] || t.word(k) == "missing"):
			t.attach(o, v, "gap:object")
			t.attach(k, o, "result")
			return
		case tag == "CD" || strings.HasPrefix(tag, "NN") || t.word(k) == "another" || t.word(k) == "others":
			o = k
		case !strings.HasPrefix(tag, "RB") && tag != "JJR" && tag != "JJS" && tag != "IN" && tag != "DT" && t.word(k) != "and":
			return
		}
	}
}

// resultVerb returns the verb of leaving whose object is left as the word i says, or -1.
func (t *deptree) resultVerb(i int) int {
	if i < 0 || t.head[i] < 0 {
		return -1
	}
	if t.word(i) == "," {
		return t.resultVerb(i - 1)
	}
	v := t.head[i]
	switch {
	case t.relation(i) == "result":
		return t.head[v]
	case t.relation(i) == "xcomp" && resultLeavings[t.lemma(v)] && !t.isPassive(v) && t.kid(v, "obj") >= 0:
		return v
	}
	return -1
}

var (
	// resultMakings make or leave something what an adjective behind it says.
	resultMakings = words("make", "leave", "render", "keep", "declare", "rule", "deem", "pronounce", "proclaim", "certify", "turn", "set", "drive", "paint")
	// resultLeavings leave somebody in a state that a participle says.
	resultLeavings = words("leave", "find", "keep", "report", "declare")
	// resultFindings find or hold somebody to be something, or come upon and hold a thing.
	resultFindings = words("find", "hold", "take", "judge", "consider", "believe", "shoot", "bring", "get")
	// foundStates are adjectives of what somebody is found to be, not of what is found.
	foundStates = words("guilty", "liable", "responsible", "accountable", "dead", "alive", "unconstitutional", "constitutional", "unlawful",
		"lawful", "illegal", "invalid", "negligent", "culpable", "safe", "unsafe", "unfit", "fit", "unconscious", "innocent", "mandatory", "unharmed")
	// plights are nouns for one in the power of another, which stand without an article.
	plights = words("hostage", "captive", "prisoner")
	// plightForms are participles of what harm leaves somebody in.
	plightForms = words("wounded", "injured", "stranded", "trapped", "displaced", "damaged", "destroyed", "killed", "flooded", "paralysed",
		"paralyzed", "hospitalised", "hospitalized", "divided", "shaken", "devastated", "disabled", "scarred", "unchanged", "orphaned", "closed", "shut", "locked")
)
