package clause

import "kg/extract/nlp"

// attitudes are the adjectives and participles whose bearer holds what the clause
// behind them says, and which leave open whether it is so: not "glad", "proud".
var attitudes = words("afraid", "fearful", "confident", "sure", "certain", "hopeful", "optimistic", "pessimistic",
	"convinced", "persuaded", "worried", "concerned", "adamant", "doubtful", "sceptical", "skeptical", "nervous",
	"positive", "anxious", "alarmed", "coy", "curious", "undecided", "unclear", "divided", "insistent", "unsure", "uncertain", "wary", "suspicious", "resigned")

// feelings are the adjectives and participles whose bearer feels something about what
// the clause behind them says, which the author presents as so.
var feelings = words("glad", "happy", "proud", "pleased", "delighted", "grateful", "thankful", "relieved", "surprised",
	"shocked", "stunned", "amazed", "astonished", "appalled", "horrified", "dismayed", "disappointed", "saddened", "sad",
	"sorry", "upset", "angry", "angered", "furious", "outraged", "incensed", "frustrated", "annoyed", "irritated", "bitter",
	"aware", "unhappy", "disgusted", "thrilled", "honoured", "honored", "heartened", "encouraged")

// purposes are the adjectives and participles whose bearer means, or does not
// mean, to do what the infinitive behind them says.
var purposes = words("willing", "unwilling", "eager", "reluctant", "keen", "determined", "hesitant", "loath", "anxious",
	"adamant", "resolved")

// doubts are the attitudes before which "if" means "whether".
var doubts = words("sure", "certain", "unsure", "uncertain")

// byAttitude: "Farmers are afraid that the lake will dry up": what an adjective i
// ascribes to the subject of its copula.
func (a *attributor) byAttitude(i int) (attribution, bool) {
	if x, ok := a.byStance(i); ok {
		return x, true
	}
	cop := a.kid(i, "cop", "aux")
	left := attitudes[a.word(i)] && a.relation(i) == "xcomp" && a.lemma(a.head[i]) != "make" && a.kid(a.head[i], "obj") < 0 // "came away convinced that"
	if !attitudes[a.word(i)] && !purposes[a.word(i)] && !feelings[a.word(i)] || cop < 0 && !left || a.head[i] >= 0 && a.relation(i) == "amod" {
		return attribution{}, false
	}
	source := a.subjectOf(i)
	if s := a.ownSubject(i); s >= 0 {
		source = a.antecedentOf(s, i)
	}
	if source < 0 || a.word(source) == "it" {
		return attribution{}, false // "it is certain that" ascribes nothing to anybody
	}
	content := a.attitudeContent(i, source)
	if content.Len() == 0 {
		return attribution{}, false
	}
	return attribution{
		source: a.phraseOf(source, []int{i}), content: content, cue: a.copulaWords(i), verb: i,
		base: "be " + a.word(i) + a.topicWord(i, content), rule: "says", factive: feelings[a.word(i)],
	}, true
}

// byStance: "Farmers are against closing the dam": what the -ing form i, behind a copula and
// a preposition, says that its subject is for or against.
// Limit: with a noun behind the preposition the copular rule relates the two.
func (a *attributor) byStance(i int) (attribution, bool) {
	p := a.markBefore(i)
	if a.tag(i) != "VBG" || a.kid(i, "cop") < 0 || p != "against" && p != "for" {
		return attribution{}, false
	}
	s, m := a.ownSubject(i), a.opener(i)
	if s < 0 || s > m || a.word(s) == "it" || a.isInanimate(s) {
		return attribution{}, false
	}
	return attribution{
		source: a.phraseOf(a.antecedentOf(s, i), []int{i}), content: nlp.Range{First: i, End: a.yield(i, nil).End},
		cue: append(a.copulaWords(i)[:1], m), verb: i, base: "be " + p, rule: "says",
	}, true
}

// attitudeContent returns the clause, or what the source means to do, that
// completes the adjective i.
func (a *attributor) attitudeContent(i, source int) nlp.Range {
	for _, k := range a.kids[i] {
		if k > i && purposes[a.word(i)] && !a.isInanimate(source) && a.infinitiveMark(k) > i {
			return a.yield(k, nil)
		}
		if feelings[a.word(i)] && !a.markedThat(k) {
			continue
		}
		if p := a.markBefore(k); k > i && (a.relation(k) == "ccomp" && !a.isCircumstance(k) || p == "whether" || p == "if" && doubts[a.word(i)]) {
			r := a.yield(k, nil)
			r.First = max(r.First, i+1)
			return r
		}
	}
	if attitudes[a.word(i)] {
		if r := a.questionBehind(i); r.Len() > 0 {
			return r
		}
	}
	return a.attitudeTopic(i)
}

// attitudeTopic returns the noun phrase that describes what an attitude is about: "is worried
// about a lack of rain". What has a name is a thing, and the copular rule relates the two.
func (a *attributor) attitudeTopic(i int) nlp.Range {
	for _, k := range a.kids[i] {
		if k < i || a.relation(k) != "obl" || !attitudes[a.word(i)] {
			continue
		}
		switch p := a.preposition(k); p {
		case "about", "over", "of", "by", "on":
			if r := a.essential(k); a.isDescribed(k, r) {
				return r
			}
		}
	}
	return nlp.Range{}
}

// copulaWords returns the adjective i with its copula, auxiliaries and negation.
func (a *attributor) copulaWords(i int) []int {
	list := a.verbWords(i)
	for _, k := range a.kids[i] {
		if a.relation(k) == "cop" {
			list = append(list, k)
		}
	}
	return list
}
