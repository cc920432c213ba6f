package nlp

import (
	"strings"

	"kg/data"
	"kg/extract/nlp/internal/neural"
)

// correctTree mends what the network says of a sentence in places that disagree: it
// chooses each tag, head and relation by itself.
func correctTree(words []string, said []neural.Word) {
	findVerbs(words, said)
	hangNeighbour(words, said)
	tagFined(words, said)
	tagShowing(words, said)
	tagReduced(words, said)
	tagWarning(words, said)
	hangOnVerb(words, said)
	hangListener(said)
	hangWhatIsTold(words, said)
	hangWhenSaid(words, said)
	hangUnmarkedSaid(words, said)
	hangSecondSaying(words, said)
	hangBearer(words, said)
	tagJoinedVerb(words, said)
	tagCost(words, said)
	tagUnchanged(words, said)
	tagForecast(words, said)
	tagInvariant(words, said)
	raiseModalVerb(said)
	tagNounBehind(words, said)
	tagMine(words, said)
	tagBehindPreposition(words, said)
	hangAge(words, said)
	tagSubjectVerb(words, said)
	tagNoVerb(words, said)
	tagNeither(words, said)
	tagWhere(words, said)
	tagDirection(words, said)
	tagBearer(words, said)
	tagPending(words, said)
	tagToAdjective(words, said)
	tagWish(words, said)
	tagLoved(words, said)
	tagDisagreeing(words, said)
	joinPrefix(words, said)
	hangWhom(words, said)
	tagPastOfRelative(words, said)
	tagPastForms(said)
	readHeadline(words, said)
}

// hangOnVerb hangs a clause with "that" on the verb where it hangs on the indirect
// object or on where it is said ("She told reporters that …", "said in a statement
// that …"): it is the verb that has the content.
func hangOnVerb(words []string, said []neural.Word) {
	for i, word := range words {
		clause := said[i].Head
		if word != "that" || said[i].Rel != "mark" || clause < 0 || said[clause].Rel != "acl" {
			continue
		}
		noun := said[clause].Head
		verb := said[noun].Head
		switch {
		case said[noun].Rel == "iobj":
		case said[noun].Rel == "obl" && verb >= 0 && verb < noun && reportVerbs[strings.ToLower(words[verb])] && kidOf(said, verb, "ccomp") < 0 && kidOf(said, verb, "obj") < 0:
		default:
			continue
		}
		said[clause].Head, said[clause].Rel = verb, "ccomp"
	}
}

// hangNeighbour makes "neighbouring" an adjective of the name behind it, which the
// parser takes for its object: "urged neighbouring Peru to help". So is "surrounding" behind
// "and" one of the noun: "Peru and surrounding areas".
func hangNeighbour(words []string, said []neural.Word) {
	for i, word := range words {
		word = strings.ToLower(word)
		if o := kidOf(said, i, "obj"); word == "surrounding" && i > 1 && words[i-1] == "and" && isNounTag(said[i-2].XPOS) && said[i].XPOS == "VBG" && o > i && said[i].Rel == "conj" {
			said[o].Head, said[o].Rel = i-2, "conj"
			for k := range said {
				if said[k].Head == i {
					said[k].Head = o
				}
			}
			said[i].XPOS, said[i].UPOS, said[i].Head, said[i].Rel = "JJ", "ADJ", o, "amod"
			continue
		}
		if word != "neighbouring" && word != "neighboring" || i+1 == len(words) {
			continue
		}
		name := kidOf(said, i, "obj")
		if name < 0 || said[name].XPOS != "NNP" || said[i].Head < 0 || said[i].Rel == "amod" {
			continue
		}
		said[name].Head, said[name].Rel = said[i].Head, "obj"
		for k := range said {
			if said[k].Head == i {
				said[k].Head = said[i].Head
				if said[k].Rel == "advcl" {
					said[k].Rel = "xcomp"
				}
			}
		}
		said[i].XPOS, said[i].UPOS, said[i].Head, said[i].Rel = "JJ", "ADJ", name, "amod"
	}
}

// tagFined makes "fined" passive where an amount of money stands right behind it:
// headlines leave out "is" ("Norvik fined 500m euros over leak"), and nobody fines an
// amount.
func tagFined(words []string, said []neural.Word) {
	for i, word := range words {
		if word != "fined" || said[i].XPOS != "VBD" || i+1 == len(words) || said[i+1].XPOS != "$" && said[i+1].XPOS != "CD" {
			continue
		}
		said[i].XPOS = "VBN"
		if subject := kidOf(said, i, "nsubj"); subject >= 0 {
			said[subject].Rel = "nsubj:pass"
		}
	}
}

// hangBearer hangs a person's name behind a comma on the office that it is the name of, where
// it hangs on the place in between: "The mayor of Lyon, Ana Reyes, denied it".
func hangBearer(words []string, said []neural.Word) {
	for i, w := range said {
		place := w.Head
		if w.Rel != "appos" || place < 1 || place > i || said[place].Rel != "nmod" || said[place].XPOS != "NNP" || words[place-1] != "of" || words[i-1] != "," {
			continue
		}
		office := said[place].Head
		noun, known := data.NounOf(words[max(office, 0)])
		if _, given := data.FirstName(words[i]); office >= 0 && office < place && known && noun.Type == string(Person) && given {
			said[i].Head = office
		}
	}
}

// tagShowing makes a verb of a form that the network takes for a plural at the head of a
// whole sentence, where what is shown follows: "The film documents how towns change",
// "Video shows that the dam broke".
func tagShowing(words []string, said []neural.Word) {
	for i, word := range words {
		if said[i].XPOS != "NNS" || said[i].Rel != "root" || i == 0 || i+2 >= len(words) || !showingForms[strings.ToLower(word)] || words[len(words)-1] != "." {
			continue
		}
		opener, clause := strings.ToLower(words[i+1]), said[i+1].Head
		if !shownOpeners[opener] || clause <= i+1 || said[clause].Head != i || !hasSubjectBesides(said, clause, i+1) {
			continue
		}
		subject := kidOf(said, i, "nsubj")
		if tag := said[i-1].XPOS; subject < 0 && tag != "NN" && tag != "NNP" && tag != "JJ" {
			continue
		}
		said[i].XPOS, said[i].UPOS, said[clause].Rel = "VBZ", "VERB", "ccomp"
		if opener == "that" {
			said[i+1].XPOS, said[i+1].UPOS, said[i+1].Rel = "IN", "SCONJ", "mark"
		}
		if subject < 0 {
			makeSubject(said, i-1, i)
		}
	}
}

// showingForms are verbs of showing and saying in the third person that are plurals too.
var showingForms = wordSet("shows documents details reports claims charges states")

// shownOpeners open what is shown.
var shownOpeners = wordSet("that how why whether")

// hasSubjectBesides reports whether the verb has a subject other than word k.
func hasSubjectBesides(said []neural.Word, verb, k int) bool {
	for i, w := range said {
		if i != k && w.Head == verb && strings.HasPrefix(w.Rel, "nsubj") {
			return true
		}
	}
	return false
}

// tagWarning makes a verb of "warning" between a form of "be" and whom somebody warns, where
// the network takes the two for a predicate: "Lund is warning voters that taxes would rise".
func tagWarning(words []string, said []neural.Word) {
	for i, word := range words {
		heard := said[i].Head
		if word != "warning" || said[i].Rel != "compound" || heard != i+1 || heard+1 >= len(words) || said[heard].XPOS != "NNS" || warningThings[strings.ToLower(words[heard])] || kidOf(said, heard, "nsubj") < 0 {
			continue
		}
		be, clause := kidOf(said, heard, "cop"), said[heard+1].Head
		if next := words[heard+1]; be < 0 || next != "that" && next != "to" || clause <= heard+1 || said[clause].Head != heard {
			continue
		}
		said[i].XPOS, said[i].UPOS, said[i].Head, said[i].Rel = "VBG", "VERB", said[heard].Head, said[heard].Rel
		for k := range said {
			if said[k].Head == heard && (k < i || k > heard) {
				said[k].Head = i
			}
		}
		said[be].Rel = "aux"
		said[heard].Head, said[heard].Rel = i, "obj"
		said[clause].Rel = "ccomp"
		if words[heard+1] == "to" {
			said[clause].Rel = "xcomp"
		} else {
			said[heard+1].XPOS, said[heard+1].UPOS, said[heard+1].Rel = "IN", "SCONJ", "mark"
		}
	}
}

// warningThings are what a "warning" before them tells the kind of.
var warningThings = wordSet("signs lights labels shots letters messages notices signals bells calls systems")

// makeSubject makes word i the subject of the verb right behind it, with what stands
// before the verb and hung on that.
func makeSubject(said []neural.Word, i, verb int) {
	for k := range i {
		if said[k].Head == verb && said[k].Rel != "punct" {
			said[k].Head = i
		}
	}
	if said[i].XPOS == "JJ" {
		said[i].XPOS, said[i].UPOS = "NN", "NOUN"
	}
	said[i].Head, said[i].Rel = verb, "nsubj"
}

// tagReduced makes a past form a participle behind "when", "if" or the like without a
// subject or an object between: "She laughed when asked about it".
func tagReduced(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "VBD" || w.Rel != "advcl" || i == 0 || !reducers[strings.ToLower(words[i-1])] || said[i-1].Head != i {
			continue
		}
		if kidOf(said, i, "nsubj") < 0 && kidOf(said, i, "obj") < 0 && kidOf(said, i, "ccomp") < 0 {
			said[i].XPOS = "VBN"
		}
	}
}

// reducers open clauses that may leave out a subject and a form of "be".
var reducers = wordSet("when if unless once until while though although")

// hangListener hangs an object that stands before the subject of its verb, where the
// verb has another behind it, on the verb above: in "She told the court her brother
// owned the house" the court is told, not owned.
func hangListener(said []neural.Word) {
	for i, w := range said {
		verb := w.Head
		if w.Rel != "obj" || verb < i || said[verb].Rel != "ccomp" || said[verb].Head < 0 || said[verb].Head > i {
			continue
		}
		subject, object := kidOf(said, verb, "nsubj"), -1
		for j := verb + 1; j < len(said); j++ {
			if said[j].Head == verb && said[j].Rel == "obj" {
				object = j
			}
		}
		if subject > i && object > 0 && kidOf(said, said[verb].Head, "iobj") < 0 {
			said[i].Head, said[i].Rel = said[verb].Head, "iobj"
		}
	}
}

// hangWhatIsTold makes the clause on an indirect object what is told, where the verb
// has no other object and nothing opens the clause: "She told reporters the plant was
// shut".
func hangWhatIsTold(words []string, said []neural.Word) {
	for i, w := range said {
		told := w.Head
		if w.Rel != "acl:relcl" || told < 0 || said[told].Rel != "iobj" || told > i {
			continue
		}
		verb := said[told].Head
		subject := kidOf(said, i, "nsubj")
		if subject < 0 {
			subject = kidOf(said, i, "nsubj:pass")
		}
		if subject < told || said[subject].UPOS == "PRON" && relativePronouns[strings.ToLower(words[subject])] ||
			kidOf(said, verb, "obj") >= 0 || kidOf(said, verb, "ccomp") >= 0 || kidOf(said, verb, "xcomp") >= 0 {
			continue
		}
		said[i].Head, said[i].Rel = verb, "ccomp"
	}
}

var relativePronouns = wordSet("who which that whom whose")

// hangSecondSaying coordinates a verb of saying that has a clause with "that" for its
// content, or is in the form of the verb of saying above and not in that of the first
// content's, with the former: "She said that they had been moved but warned that more
// might come", "Lund says he has not left and confirms they are at sea".
func hangSecondSaying(words []string, said []neural.Word) {
	for i, w := range said {
		first := w.Head
		if w.Rel != "conj" || first < 0 || first > i || said[first].Rel != "ccomp" || !reportVerbs[strings.ToLower(words[i])] || reportVerbs[strings.ToLower(words[first])] {
			continue
		}
		saying := said[first].Head
		if saying < 0 || saying > first || said[saying].XPOS != w.XPOS || !reportVerbs[strings.ToLower(words[saying])] || kidOf(said, i, "nsubj") >= 0 || kidOf(said, i, "aux") >= 0 {
			continue
		}
		content := kidOf(said, i, "ccomp")
		if content < i {
			continue
		}
		mark := kidOf(said, content, "mark")
		if mark > i && strings.EqualFold(words[mark], "that") || w.XPOS != said[first].XPOS {
			said[i].Head = saying
		}
	}
}

// reportVerbs are forms of verbs of saying that take a clause with "that".
var reportVerbs = wordSet(`said says added adds warned warns told tells noted notes stressed stresses insisted insists claimed claims
	argued argues predicted predicts announced announces acknowledged acknowledges admitted admits explained explains
	declared declares confirmed confirms denied denies promised promises suggested suggests emphasised emphasized cautioned cautions
	maintained maintains alleged alleges pledged pledges vowed vows conceded concedes reported reports wrote writes`)

// kidOf returns the first word that hangs on head by rel; -1 if none does.
func kidOf(said []neural.Word, head int, rel string) int {
	for i, w := range said {
		if w.Head == head && w.Rel == rel {
			return i
		}
	}
	return -1
}

// tagPastForms makes a participle finite that has a subject and no auxiliary,
// and a past form active that has none ("Reyes called for an end"). So is one with an
// object that is joined to a finite verb ("left Peru and named both as heirs").
func tagPastForms(said []neural.Word) {
	const (
		subject = 1 << iota
		auxiliary
		passive
		object
	)
	has := make([]uint8, len(said))
	for _, w := range said {
		switch {
		case w.Head < 0:
		case w.UPOS == "AUX", w.Rel == "mark": // "to" is one
			has[w.Head] |= auxiliary
		case w.Rel == "nsubj":
			has[w.Head] |= subject
		case w.Rel == "nsubj:pass":
			has[w.Head] |= passive
		case w.Rel == "obj":
			has[w.Head] |= object
		}
	}
	for i, w := range said {
		if w.XPOS == "VBN" && has[i] == subject && (w.Rel == "root" || w.Rel == "ccomp" || w.Rel == "parataxis") {
			said[i].XPOS = "VBD"
		}
		if h := w.Head; w.XPOS == "VBN" && w.Rel == "conj" && has[i] == object && h >= 0 && h < i && said[h].XPOS == "VBD" && has[h]&^object == subject {
			said[i].XPOS = "VBD"
		}
		if w.Rel == "nsubj:pass" && said[w.Head].XPOS == "VBD" && has[w.Head] == passive {
			said[i].Rel = "nsubj"
		}
	}
}
