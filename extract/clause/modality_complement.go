package clause

import "slices"

// complementModality says what a verb or adjective does to its clause.
func (r *reported) complementModality(i, h int) Modality {
	lemma := r.lemma(h)
	switch {
	case r.infinitiveMark(i) >= 0:
		return Possible
	case lemma == "have" && h == r.sentence(h).First:
		return Conditional // "Had the army left, …"
	case !r.isVerb(h), feelings[r.word(h)] && r.isCue(h):
		return r.adjectiveModality(i, h)
	case directives[lemma] && !r.isCue(h) && !r.saysVerb(h):
		return Possible // "ordered the men remain in custody"
	case denials[lemma] && r.ownModality(h) == Negated:
		return Possible // who does not deny it leaves it open
	case denials[lemma]:
		return Negated
	case lemma == "ask" || lemma == "wonder" || lemma == "inquire" || lemma == "enquire":
		return Question
	case askings[lemma], r.ownModality(h) == Negated && r.opener(i) >= 0 && r.word(r.opener(i)) != "if":
		return Possible
	case factives[lemma] && !r.isCue(h):
		return Asserted
	case r.isVerb(h):
		return Said
	}
	return Asserted
}

// factives take a clause that the sentence itself presents as so.
var factives = words("show", "indicate", "demonstrate", "prove", "mean", "reveal", "confirm", "ensure", "discover",
	"notice", "realise", "realize")

// sureAdjectives state the clause they are said of; others leave it open.
var sureAdjectives = words("true", "clear", "obvious", "evident", "apparent", "certain", "glad", "happy", "sad", "proud",
	"sorry", "aware", "surprised", "surprising", "pleased", "angry", "shocked", "grateful", "remarkable", "strange", "ironic",
	"thankful", "upset", "delighted", "disappointed", "lucky", "fortunate", "unfortunate", "striking", "notable", "relieved",
	"known", "proof", "fact", "shame", "pity", "tragedy", "coincidence", "accident")

// falseAdjectives deny the clause they are said of.
var falseAdjectives = words("false", "untrue", "wrong", "impossible", "unlikely", "lie", "myth", "fiction", "incorrect",
	"unthinkable", "doubtful", "hoax")

// adjectiveModality says what "it is clear that" and the like do to a clause.
func (r *reported) adjectiveModality(i, h int) Modality {
	lemma := r.lemma(h)
	switch {
	case falseAdjectives[lemma]:
		return Negated
	case r.asksForCircumstance(i):
		return Asserted
	case (sureAdjectives[lemma] || feelings[r.word(h)]) && r.infinitiveMark(i) < 0:
		if m := r.ownModality(h); m != Negated {
			return m
		}
	}
	return Possible
}

// asksForCircumstance reports whether "why", "how", "when" or "where" opens the clause of i:
// "it is unclear why he left" takes it that he did.
func (r *reported) asksForCircumstance(i int) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool {
		return k < i && r.tag(k) == "WRB" && (r.relation(k) == "advmod" || r.relation(k) == "mark")
	})
}

// causings are verbs whose object did what the infinitive says.
var causings = words("force", "cause", "make", "lead", "prompt", "compel", "get", "see", "watch", "hear", "help", "let",
	"oblige", "drive", "have", "find", "keep", "leave", "feel", "catch", "induce")

// cueModality says how far the verb of saying i is done, by itself and without the verb
// that it completes: who is expected or tries to say something has not said it yet.
func (r *reported) cueModality(i int) Modality {
	m, h := r.modalityOf(i), r.head[i]
	if h < 0 || r.relation(i) != "xcomp" || r.infinitiveMark(i) < 0 || r.kid(h, "obj", "iobj") >= 0 || !r.isVerb(h) {
		return m
	}
	if lemma := r.lemma(h); realisings[lemma] || causings[lemma] {
		return m
	}
	return strongest(m, Possible)
}

// realisings are the verbs whose infinitive is done.
var realisings = words("go", "continue", "begin", "start", "proceed", "come", "manage", "tend", "have", "use", "need", "know", "cease", "get",
	"dare", "happen", "care")

// isCaused reports whether the infinitive i is what somebody is made to do.
func (r *reported) isCaused(i int) bool {
	i = r.clauseHead(i)
	h := r.head[i]
	return h >= 0 && r.relation(i) == "xcomp" && causings[r.lemma(h)] && r.kid(h, "obj", "iobj") >= 0 || r.isDriven(i)
}

// chainModality says what verb h does to the verb i that completes it.
func (r *reported) chainModality(i, h int) Modality {
	lemma := r.lemma(h)
	object := r.kid(h, "obj", "iobj")
	switch {
	case !r.isVerb(h), feelings[r.word(h)] && r.isCue(h):
		return r.adjectiveChain(h)
	case r.opensWithGerund(i):
		return gerundEffect(lemma)
	case !r.isVerb(i) && r.infinitiveMark(i) < 0 && r.kid(i, "cop") < 0, r.tag(i) == "VBN" && r.infinitiveMark(i) < 0:
		return Asserted
	case object >= 0 && object < i:
		switch {
		case causings[lemma], sightings[lemma] && r.tag(i) == "VBG":
			return Asserted
		case r.isBelieved(i):
			return Said
		}
		return Possible
	case r.tag(i) == "VBG":
		return r.gerundChain(lemma)
	case r.isPassive(h):
		if passiveCatenatives[lemma] {
			return Asserted // the chain is the relation: "is expected to win"
		}
		return Possible
	case r.catenativeAt(h) > 0:
		return effectModality(r.catenativeAt(h))
	case causings[lemma]:
		return Asserted
	}
	return Possible
}

// sightings are verbs of coming upon what their object is doing: "discovered a moon orbiting it".
var sightings = words("detect", "discover", "encounter", "film", "notice", "observe", "photograph", "picture", "record", "show", "spot")

// believings are verbs whose object is, for the one who does it, what the infinitive says:
// "believed him to be a spy".
var believings = words("acknowledge", "assume", "believe", "certify", "claim", "consider", "declare", "deem", "estimate", "judge", "know",
	"presume", "proclaim", "pronounce", "report", "reckon", "rule", "suppose", "think", "understand")

// isBelieved reports whether the infinitive i says what the object of such a verb is or has,
// or has done.
func (r *reported) isBelieved(i int) bool {
	i = r.clauseHead(i)
	h := r.head[i]
	return h >= 0 && r.relation(i) == "xcomp" && believings[r.lemma(h)] && !r.isPassive(h) && r.kid(h, "obj", "iobj") >= 0 && r.kid(h, "obj", "iobj") < i && r.infinitiveMark(i) >= 0 &&
		(r.kid(i, "cop") >= 0 || r.lemma(i) == "have" || r.kidWord(i, words("have")) >= 0)
}

// catenativeAt returns how the verb h governs an infinitive without an object before it.
func (t *deptree) catenativeAt(h int) catenative {
	switch lemma := t.lemma(h); {
	case lemma == "go" && !t.isGoingTo(h):
		return keepsChain
	case lemma == "have" && t.kidWord(h, words("yet")) > h:
		return meansNot // "has yet to ratify it"
	default:
		return catenatives[lemma]
	}
}

// isGoingTo reports whether the verb h, a form of "go", only says that something will be:
// "is going to say". Who goes on to say something says it.
func (t *deptree) isGoingTo(h int) bool { return t.tag(h) == "VBG" && !t.goesOn(h) }

// goesOn reports whether the verb h is that of "go on".
func (t *deptree) goesOn(h int) bool {
	return t.lemma(h) == "go" && slices.ContainsFunc(t.kids[h], func(k int) bool { return k == h+1 && t.word(k) == "on" })
}

// drivings are the causings whose infinitive the parser may take for a purpose.
var drivings = words("lead", "prompt", "cause", "compel", "force", "drive", "oblige", "induce")

// isDriven reports whether the infinitive i, right behind the object of its verb, is what
// that was made to do: "has led the engineer Lund to fear".
func (t *deptree) isDriven(i int) bool {
	h := t.head[i]
	if h < 0 || t.relation(i) != "advcl" || !drivings[t.lemma(h)] || t.isPassive(h) {
		return false
	}
	o := t.kid(h, "obj")
	return o > h && t.yield(o, nil).End == t.infinitiveMark(i)
}

// opensWithGerund reports whether a form of "be" or "have" with -ing opens the verb group or
// predicate i, which makes no relation with the verb above: "being hit", "having bought".
func (r *reported) opensWithGerund(i int) bool {
	first := r.kid(i, "aux", "cop")
	return first >= 0 && r.tag(first) == "VBG"
}

// gerundChain says what a verb does to the -ing form that completes it: nothing
// where the two are one relation, "avoids paying".
func (r *reported) gerundChain(lemma string) Modality {
	if gerundVerbs[lemma] {
		return Asserted
	}
	return gerundEffect(lemma)
}

// gerundEffect says what a verb does to the -ing form behind it by itself.
func gerundEffect(lemma string) Modality {
	switch lemma {
	case "avoid", "deny", "resist", "escape", "evade", "elude", "dodge", "miss", "cancel", "rule", "forgo", "forego", "eschew":
		return Negated
	case "oppose", "reject", "postpone", "abandon", "ban", "prohibit", "forbid", "fear", "discourage", "consider", "suggest", "recommend", "propose", "risk", "contemplate", "discuss", "imagine", "favour", "favor", "advocate":
		return Possible
	}
	return Asserted
}

// adjectiveChain says what "is ready to", "is likely to" do to the infinitive.
func (r *reported) adjectiveChain(h int) Modality {
	if effect, ok := infinitiveAdjectives[r.word(h)]; ok {
		return effectModality(effect)
	}
	return Possible
}
