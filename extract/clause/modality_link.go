package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// linkModality says what the clause or noun h does to the clause of i that
// hangs on it.
func (r *reported) linkModality(i, h int) Modality {
	switch rel := r.fullRelation(i); rel {
	case "ccomp", "csubj", "csubj:pass", "csubj:outer":
		return r.complementModality(i, h)
	case "xcomp":
		return r.chainModality(i, h)
	case "advcl":
		return r.adverbialModality(i, h)
	case "acl", "acl:relcl", "advcl:relcl":
		return r.nounClauseModality(i, h)
	case "conj":
		return r.joinedModality(i, h)
	case "obl", "nmod", "obj", "nsubj":
		return r.gerundModality(i)
	}
	return Asserted
}

// adverbialModality says what the opening word of an adverbial clause does to it.
func (r *reported) adverbialModality(i, h int) Modality {
	k := r.opener(i)
	switch {
	case r.infinitiveMark(i) >= 0 && r.isWon(i, h):
		return r.modalityOf(h)
	case r.infinitiveMark(i) >= 0 && (r.goesOn(h) || r.isDriven(i) || r.isCue(i) && r.isAired(h)):
		return Asserted
	case r.infinitiveMark(i) >= 0:
		return Possible
	}
	if k < 0 {
		return Asserted
	}
	switch word := r.word(k); word {
	case "without":
		return Negated
	case "to":
		return Possible // "likened it to burning the law"
	case "before", "until", "till":
		return r.awaitedBy(i, h)
	case "when", "once", "after", "as", "while", "where", "whenever":
		return r.awaitedBy(i, h)
	}
	return Asserted
}

// isAired reports whether the verb h says where somebody speaks, so that what he does it to
// say is said: "took to social media to say", "went on television to deny it", "issued a
// statement to deny it", "used a speech to warn of it".
func (r *reported) isAired(h int) bool {
	for _, k := range r.kids[h] {
		if k < h {
			continue
		}
		rel, p, l := r.relation(k), r.preposition(k), r.lemma(k)
		switch lemma := r.lemma(h); {
		case lemma == "take" && rel == "obl" && p == "to", lemma == "go" && rel == "obl" && p == "on" && (airwaves[l] || r.typeAt(k) != ""):
			return airwaves[l] || r.typeAt(k) == nlp.Organization || r.typeAt(k) == nlp.Product
		case rel == "obj" && (lemma == "use" || lemma == "issue" || lemma == "release" || lemma == "publish" || lemma == "deliver"):
			return speeches[l] || lemma != "use" && documents[l]
		}
	}
	return false
}

// airwaves carry what somebody says.
var airwaves = words("television", "tv", "radio", "air", "airwaves", "twitter", "facebook", "instagram", "x", "telegram", "tiktok",
	"youtube", "media", "podium", "stage", "floor", "rostrum", "internet")

// speeches are the occasions to say something.
var speeches = words("speech", "address", "interview", "appearance", "statement", "column", "sermon", "remark", "lecture", "broadcast")

// awaitedBy returns the modality of a clause in the present whose time is still
// to come: "will leave when the strike ends".
func (r *reported) awaitedBy(i, h int) Modality {
	tag := r.tag(i)
	for _, k := range r.kids[i] {
		if rel := r.relation(k); rel == "aux" || rel == "cop" {
			tag = r.tag(k)
			break
		}
	}
	if tag != "VBZ" && tag != "VBP" {
		return Asserted
	}
	h = r.clauseOf(h)
	switch m := r.modalityOf(h).Kind(); m {
	case Future, Conditional:
		return m
	case Possible:
		if aux := r.kid(h, "aux"); aux >= 0 && r.tag(aux) == "MD" || !reasonings[r.word(r.opener(i))] { // else it is done, perhaps: "as prices rise, the army reportedly leaves"
			return m
		}
	case Negated:
		if aux := r.kid(h, "aux"); aux >= 0 && r.tag(aux) == "MD" && !reasonings[r.word(r.opener(i))] {
			return Possible // "would not return until the army leaves"
		}
	}
	if r.isAwaited(h) {
		return Future
	}
	return Asserted
}

// reasonings open a clause that may say why, which is so whatever is not done for it: "will not
// answer, as prices have fallen".
var reasonings = words("as", "while", "where")

// isAwaited reports whether the clause of h says what is still to come, though in the
// present: "is expected to plead guilty", "faces up to ten years".
func (r *reported) isAwaited(h int) bool {
	if over := r.head[h]; over >= 0 && r.relation(h) == "xcomp" && r.lemma(over) == "expect" {
		return true
	}
	return r.lemma(h) == "face" && slices.ContainsFunc(r.kids[h], func(k int) bool {
		return k > h && (timeUnits[r.lemma(k)] || r.lemma(k) == "sentence" || r.lemma(k) == "penalty")
	})
}

// nounClauseModality says what noun h does to the clause that describes it.
func (r *reported) nounClauseModality(i, h int) Modality {
	rel := r.fullRelation(i)
	k := r.opener(i)
	switch {
	case rel == "acl" && r.infinitiveMark(i) >= 0 && r.isDoneFirst(h):
		if m := r.modalityOf(h); m != Negated {
			return m
		}
		return Possible // who was not the first to lead may have led
	case rel == "acl" && r.infinitiveMark(i) >= 0 && r.isCue(i) && r.head[h] >= 0 && r.relation(h) == "obj" && r.isAired(r.head[h]):
		return r.modalityOf(r.head[h])
	case rel == "acl" && r.infinitiveMark(i) >= 0:
		return Possible
	case rel != "acl:relcl" && k >= 0 && r.word(k) == "that" && !factiveNouns[r.lemma(h)] && (!eventNouns[r.lemma(h)] || namesWhatIsSaid(r.lemma(h))):
		return Possible
	case rel == "acl" && k < 0 && namesWhatIsSaid(r.lemma(h)) && r.ownSubject(i) > h && r.tag(i) != "VBG" && r.tag(i) != "VBN":
		return Possible // "reports Lund hid in a cellar"
	case rel == "acl" && r.tag(i) == "VBG" && !r.isCue(i) && (openNouns[r.lemma(h)] || r.isChanced(h)):
		return Possible
	}
	over := r.modalityOf(r.clauseOf(h)).Kind()
	if over == Question || over == Conditional && !(r.isSetOff(i) && (rel == "acl:relcl" && r.typeAt(h) != "" || rel == "acl" && r.tag(i) == "VBN" && r.isPointedTo(h))) {
		// not so "Lund, who has led it for years, would resign", "the bill, sponsored by Lund, would ban it"
		return over
	}
	if r.nobody(h) == Negated {
		return Negated
	}
	return Asserted
}

// isChanced reports whether the noun h is what may do something: "the risk of the dam breaking".
func (r *reported) isChanced(h int) bool {
	return r.head[h] >= 0 && r.relation(h) == "nmod" && r.preposition(h) == "of" && chances[r.lemma(r.head[h])]
}

// isPointedTo reports whether the noun h has a name or "the", so that what is set off behind
// it tells of a thing there is.
func (r *reported) isPointedTo(h int) bool {
	return r.typeAt(h) != "" || r.kidWord(h, words("the", "this", "these", "those")) >= 0
}

// isDoneFirst reports whether the noun h is what somebody is, was or became as the first or
// only one to do something, who did it: "became the first woman to lead the bank".
func (r *reported) isDoneFirst(h int) bool {
	if r.word(h) != "latest" && !slices.ContainsFunc(r.kids[h], func(k int) bool {
		w := r.word(k)
		return r.relation(k) == "amod" && (w == "first" || w == "second" || w == "third" || w == "only" || r.tag(k) == "JJS")
	}) {
		return false
	}
	be := r.kid(h, "cop")
	switch rel := r.relation(h); {
	case be >= 0:
	case rel == "appos":
		return true // "Brun, the first man to lead the bank"
	case rel == "xcomp" || rel == "obj":
		if over := r.head[h]; r.lemma(over) == "become" || r.lemma(over) == "make" && r.kid(over, "obj", "iobj") < h {
			be = over
		}
	}
	switch {
	case be < 0:
		return false
	case r.tag(be) == "VBG": // "was jailed, becoming the first president to be"
		return r.relation(be) == "advcl" && r.opener(be) < 0 && r.isSetOff(be)
	}
	return r.tag(be) == "VBZ" || r.tag(be) == "VBD" || r.tag(be) == "VBP" || r.tag(be) == "VBN"
}

// isWon reports whether the infinitive i tells what somebody won by the victory h:
// "beat Norvik to win the cup".
func (r *reported) isWon(i, h int) bool {
	return victories[r.lemma(h)] && winnings[r.lemma(i)] || r.isComeback(h) && (winnings[r.lemma(i)] || victories[r.lemma(i)])
}

// isComeback reports whether the verb h says that somebody turned a match: "came from behind
// to win", "rallied to win".
func (r *reported) isComeback(h int) bool {
	switch r.lemma(h) {
	case "rally", "recover":
		return true
	case "come", "fight", "battle", "bounce", "hold":
		for k := h + 1; k < min(h+4, r.sentence(h).End); k++ {
			if w := r.word(k); w == "back" || w == "behind" || w == "on" && k == h+1 {
				return true
			}
		}
	}
	return false
}

var (
	victories = words("beat", "defeat", "edge", "outlast", "outscore", "overcome", "thrash")
	winnings  = words("advance", "become", "capture", "claim", "clinch", "earn", "lift", "qualify", "reach", "retain", "seal", "secure", "take", "win")
)

// joinedModality says what clause i takes over from the clause h it is joined
// to: an auxiliary that stands before both.
func (r *reported) joinedModality(i, h int) Modality {
	if !r.isVerb(i) || r.ownAnySubject(i) >= 0 {
		return Asserted
	}
	own := r.kid(i, "aux") >= 0
	switch tag := r.tag(i); {
	case own:
		return Asserted
	case tag == "VB" && r.kid(h, "aux") >= 0, tag == "VBN" && r.tag(h) == "VBN", tag == "VBG" && r.tag(h) == "VBG":
		return r.ownModality(h)
	case r.kidWord(i, words("nor", "or")) >= 0:
		return r.ownModality(h)
	}
	return Asserted
}

// gerundModality says what a preposition before a clause does to it.
func (r *reported) gerundModality(i int) Modality {
	if !strings.HasPrefix(r.tag(i), "VB") {
		return Asserted
	}
	switch r.preposition(i) {
	case "without", "instead of", "rather than":
		return Negated
	case "for", "against", "about", "of", "on", "to", "from", "into":
		return Possible
	}
	return Asserted
}
