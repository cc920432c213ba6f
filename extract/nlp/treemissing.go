package nlp

import (
	"strings"

	"kg/extract/nlp/internal/neural"
)

// The network takes a verb for a description of the noun behind it now and then, where that
// has a form or a place that no description has. The noun then heads a clause of which it is
// the object.

// raiseModalVerb makes a verb of the adjective or noun right behind "would" and the like,
// which the network has hung on the noun that follows: "The levy would double fines". Only
// verbs follow these.
func raiseModalVerb(said []neural.Word) {
	for i, w := range said {
		v, h := i+1, w.Head
		if w.XPOS != "MD" || w.Rel != "aux" || h <= v || said[v].Head != h || !isNounTag(said[h].XPOS) || kidOf(said, h, "cop") >= 0 {
			continue
		}
		if tag := said[v].XPOS; tag != "JJ" && tag != "NN" || said[v].Rel != "amod" && said[v].Rel != "compound" {
			continue
		}
		raiseOverNoun(said, v, h, "VB")
	}
}

// raisePastVerb makes the verb of a sentence without one of the participle that it takes for
// a description of the noun r, its head: "The board ousted director Ana Roe and replaced
// her", "Roe married actress Ana Lind". What stands right before a participle that describes
// is no noun without a dash, and what is so described seldom has a name of its own.
func raisePastVerb(words []string, said []neural.Word, r int) {
	if !isNounTag(said[r].XPOS) || !headsNoVerb(said, r) {
		return
	}
	for v := 1; v < r; v++ {
		h := said[v].Head
		describes := h == r || h > v && said[h].Head == r && said[h].Rel == "nmod:desc"
		if !describes || said[v].Rel != "amod" || said[v].XPOS != "VBN" || !isNounTag(said[v-1].XPOS) || !namesAfter(said, v, r) {
			continue
		}
		subject := below(said, v-1, v)
		if subject < 0 {
			subject = below(said, v-1, r)
		}
		if subject < 0 || subject >= v || kidOf(said, subject, "case") >= 0 || hasComma(words, v, r) {
			continue
		}
		for k := range v {
			if said[k].Head == v {
				hang(said, k, r, said[k].Rel)
			}
		}
		raiseOverNoun(said, v, r, "VBD")
		for k := range v {
			if k != subject && said[k].Head == v && (said[k].Rel == "det" || said[k].Rel == "amod" || said[k].Rel == "compound" || said[k].Rel == "nmod:poss") {
				hang(said, k, subject, said[k].Rel)
			}
		}
		hang(said, subject, v, "nsubj")
		return
	}
}

// namesAfter reports whether a name or an article stands between the participle v and the
// noun r that it describes, or r is a name or describes one.
func namesAfter(said []neural.Word, v, r int) bool {
	for k, w := range said {
		if k > v && (k <= r || w.Head == r && w.Rel == "appos" && k == r+1) && (strings.HasPrefix(w.XPOS, "NNP") || w.XPOS == "DT") {
			return true
		}
	}
	return false
}

// raiseOverNoun puts the verb v over the noun h behind it, which becomes its object. What
// stands before the verb and what no noun has goes with it.
func raiseOverNoun(said []neural.Word, v, h int, tag string) {
	over, rel := said[h].Head, said[h].Rel
	said[v].XPOS, said[v].UPOS = tag, "VERB"
	for k, w := range said {
		if w.Head != h || k == v {
			continue
		}
		kind, _, _ := strings.Cut(w.Rel, ":")
		switch {
		case k < v:
			hang(said, k, v, w.Rel)
		case k < h || w.Rel == "acl:relcl":
		case kind == "punct" || kind == "advcl" || kind == "obl" || kind == "parataxis" || kind == "advmod":
			hang(said, k, v, w.Rel)
		case kind == "conj" && strings.HasPrefix(said[k].XPOS, "VB"):
			hang(said, k, v, w.Rel)
			if cc := kidOf(said, h, "cc"); cc > h && cc < k {
				hang(said, cc, k, "cc")
			}
		}
	}
	hang(said, v, over, rel)
	hang(said, h, v, "obj")
}

// tagNounBehind makes a noun of the bare form of a verb right behind a preposition that opens
// no clause, "on strike over pay", or behind one whose clause would have a subject: "before
// dawn on Sunday".
func tagNounBehind(words []string, said []neural.Word) {
	for i, w := range said {
		if i == 0 || w.Rel != "advcl" || said[i-1].Head != i || said[i-1].Rel != "mark" || kidOf(said, i, "obj") >= 0 {
			continue
		}
		switch before := strings.ToLower(words[i-1]); {
		case onlyPrepositions[before] && w.XPOS == "VB":
		case timePrepositions[before] && kidOf(said, i, "nsubj") < 0 && isBareForm(words[i], w):
		default:
			continue
		}
		said[i].XPOS, said[i].UPOS, said[i].Rel = "NN", "NOUN", "obl"
		said[i-1].Rel = "case"
	}
}

// onlyPrepositions never stand before a bare verb.
var onlyPrepositions = wordSet("over of on in at by with about for from into")

// timePrepositions stand before a noun, or before a clause with a subject.
var timePrepositions = wordSet("before after until till")

// isBareForm reports whether the verb w has no ending, whatever tense its tag claims.
func isBareForm(word string, w neural.Word) bool {
	switch w.XPOS {
	case "VB", "VBP":
		return true
	case "VBD":
		_, irregular := irregularBase(word, "VBD")
		return !irregular && !strings.HasSuffix(word, "d")
	}
	return false
}

// tagMine makes "mine" behind a name a noun: "Norvik's Kiruna mine".
func tagMine(words []string, said []neural.Word) {
	for i, w := range said {
		name := i - 1
		if i == 0 || words[i] != "mine" || w.XPOS != "PRP" || said[name].XPOS != "NNP" || said[name].Head == i || said[name].Head == name {
			continue
		}
		for k := range said {
			if said[k].Head == name {
				hang(said, k, i, said[k].Rel)
			}
		}
		said[i].XPOS, said[i].UPOS = "NN", "NOUN"
		hang(said, i, said[name].Head, said[name].Rel)
		hang(said, name, i, "compound")
	}
}

// tagPastOfRelative makes the verb of "who" or "which" behind a noun in the singular past
// where the network says that it is the present of several: "the man who shot him", "the
// bridge, which cost millions".
func tagPastOfRelative(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "VBP" || w.Rel != "acl:relcl" || w.Head < 0 || said[w.Head].XPOS != "NN" || kidOf(said, w.Head, "conj") >= 0 {
			continue
		}
		p := kidOf(said, i, "nsubj")
		if p >= 0 && p < i && relativePronouns[strings.ToLower(words[p])] && LemmaOf(words[i], "VBD") != strings.ToLower(words[i]) || p >= 0 && p < i && invariants[words[i]] {
			said[i].XPOS = "VBD"
		}
	}
}

// joinHeadlineNames joins the second of two subjects with a comma between, for which a
// headline has no "and": "Chile, Peru sign pact".
func joinHeadlineNames(words []string, said []neural.Word) {
	for i, w := range said {
		if i < 2 || w.Rel != "nsubj" || words[i-1] != "," || w.XPOS != "NNP" || !strings.HasPrefix(said[i-2].XPOS, "NNP") {
			continue
		}
		first := i - 2
		for first > 0 && said[first].Head != w.Head && said[first].Head >= 0 && said[first].Head < i {
			first = said[first].Head
		}
		if said[first].Head == w.Head && said[first].Rel == "nsubj" {
			hang(said, i, first, "conj")
		}
	}
}

// tagSubjectVerb makes a verb of the plural that heads a sentence and has a subject in the
// singular but no form of "be", and a comma before it or an object: "Its author, Ana Roe,
// lives in Oslo."
func tagSubjectVerb(words []string, said []neural.Word) {
	r := rootOf(said)
	if r < 1 || words[len(words)-1] != "." || !isCommonForm(words[r], said[r]) || said[r].XPOS != "NNS" || kidOf(said, r, "cop") >= 0 || kidOf(said, r, "aux") >= 0 {
		return
	}
	if words[r-1] != "," && kidOf(said, r, "obj") < r {
		return
	}
	if n := kidOf(said, r, "nsubj"); n >= 0 && n < r && (said[n].XPOS == "NN" || said[n].XPOS == "NNP") && kidOf(said, n, "conj") < 0 {
		makeVerb(said, r)
	}
}

// raiseDescribedVerb makes the verb of a sentence without one of the participle behind a comma
// that has an object and is said to describe the noun r, its head: "Peru, the biggest
// producer, raised prices." A participle with an object has been given that.
func raiseDescribedVerb(words []string, said []neural.Word, r int) {
	if !isNounTag(said[r].XPOS) || !headsNoVerb(said, r) || hasFinite(said, -1, len(said)) {
		return
	}
	for v := r + 3; v < len(said); v++ {
		h := said[v].Head
		if said[v].XPOS != "VBN" || said[v].Rel != "acl" && said[v].Rel != "amod" || words[v-1] != "," || h != r && said[h].Head != r || kidOf(said, v, "obj") < v || givings[LemmaOf(words[v], "VBN")] {
			continue
		}
		said[v].XPOS = "VBD"
		hang(said, v, -1, "root")
		hang(said, r, v, "nsubj")
		return
	}
}

// givings are the verbs of which the passive has an object.
var givings = wordSet("allow allot assign award bring call charge cost deal deny feed fine give grant hand lend name offer owe pay promise sell send serve show teach tell")

// tagNoVerb joins to the object, as a noun, what the network has joined to the verb though it is
// tagged as a noun or has the form of no verb: "caused fires in Peru and drought in Chile".
func tagNoVerb(words []string, said []neural.Word) {
	for i, w := range said {
		word := strings.ToLower(words[i])
		if w.XPOS != "VBD" && w.XPOS != "NN" || w.Rel != "conj" || w.Head < 0 || w.Head > i || w.XPOS == "VBD" && strings.HasSuffix(word, "d") || kidOf(said, i, "cop") >= 0 || kidOf(said, i, "obj") >= 0 || kidOf(said, i, "nsubj") >= 0 {
			continue
		}
		object := kidOf(said, w.Head, "obj")
		if _, irregular := irregularBase(word, "VBD"); irregular && w.XPOS == "VBD" || !strings.HasPrefix(said[w.Head].XPOS, "VB") || object < w.Head || object > i {
			continue
		}
		said[i].XPOS, said[i].UPOS = "NN", "NOUN"
		for k := range said {
			if said[k].Head == i && said[k].Rel == "obl" {
				said[k].Rel = "nmod"
			}
		}
		hang(said, i, object, "conj")
	}
}

// tagWhere makes what a caption says of where somebody stands in it no verb: "Ana Roe, left,
// with a friend in Oslo".
func tagWhere(words []string, said []neural.Word) {
	for i, w := range said {
		if i > 0 && i+1 < len(said) && w.XPOS == "VBD" && words[i] == "left" && words[i-1] == "," && words[i+1] == "," {
			said[i].XPOS, said[i].UPOS = "RB", "ADV"
		}
	}
}

// hangAge hangs what "aged" says behind a verb on that as a circumstance: "He has died aged 71."
func hangAge(words []string, said []neural.Word) {
	for i, w := range said {
		if words[i] != "aged" || w.Rel != "xcomp" && w.Rel != "advmod" || w.Head < 0 || i+1 >= len(said) || said[i+1].Head != i || said[i+1].XPOS != "CD" {
			continue
		}
		said[i].Rel, said[i+1].Rel = "advmod", "obl:unmarked"
		for k := i + 2; k < len(said); k++ {
			if said[k].Head == i && said[k].Rel == "obl" {
				said[k].Head = w.Head // "died aged 71 in Oslo"
			}
		}
	}
}

// hangWhom makes "whom" an object where the network takes it for a subject, which it never
// is: "the captain, whom police identified by his initials".
func hangWhom(words []string, said []neural.Word) {
	for i, w := range said {
		if strings.ToLower(words[i]) != "whom" || w.Rel != "nsubj" && w.Rel != "nsubj:pass" || w.Head < i {
			continue
		}
		said[i].Rel = "obj"
		if kidOf(said, w.Head, "obj") != i {
			said[i].Rel = "obl"
		}
	}
}
