package nlp

import (
	"strings"

	"kg/data"
	"kg/extract/nlp/internal/neural"
)

// tagJoinedVerb makes a plural that is joined to a verb and governs an infinitive or has an
// object a verb: "The firm lost money and plans to cut jobs", "is old and links Peru with Chile".
func tagJoinedVerb(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "NNS" || w.Rel != "conj" || w.Head < 0 || w.Head > i || i+2 >= len(said) {
			continue
		}
		v := w.Head
		if isNounTag(said[v].XPOS) && said[v].Rel == "obj" {
			v = said[v].Head
		}
		if !strings.HasPrefix(said[v].XPOS, "VB") {
			continue
		}
		if o := kidOf(said, i, "obj"); o > i {
			said[i].XPOS, said[i].UPOS, said[i].Head = "VBZ", "VERB", v
		}
		if o := i + 1; words[i-1] == "and" && said[o].XPOS == "NNS" && said[o].Head == w.Head && said[o].Rel == "conj" && said[v].XPOS == "VBZ" && v != w.Head {
			said[i].XPOS, said[i].UPOS, said[i].Head = "VBZ", "VERB", v // "employs 400 people and designs chips"
			said[o].Head, said[o].Rel = i, "obj"
		}
		if words[i+1] == "to" && said[i+2].XPOS == "VB" && said[i+2].Head == i && said[i+2].Rel == "xcomp" {
			said[i].XPOS, said[i].UPOS, said[i].Head = "VBZ", "VERB", v
		}
	}
}

// tagCost makes "cost" a verb where it heads the sentence and an amount of money stands
// right behind it: "The film cost 900,000 euros".
func tagCost(words []string, said []neural.Word) {
	for i, w := range said {
		if words[i] != "cost" || w.XPOS != "NN" || w.Head >= 0 || i == 0 || i+1 == len(said) || said[i+1].XPOS != "CD" && said[i+1].XPOS != "$" {
			continue
		}
		subject := i - 1
		if said[subject].Head != i || said[subject].Rel != "compound" && said[subject].Rel != "nmod" {
			continue
		}
		said[i].XPOS, said[i].UPOS = "VBD", "VERB"
		for k := range said {
			switch {
			case said[k].Head != i || k == subject:
			case k < subject:
				said[k].Head = subject
			case said[k].Rel == "appos" || said[k].Rel == "nmod" || said[k].Rel == "dep" || said[k].Rel == "nummod" || said[k].Rel == "nmod:unmarked":
				said[k].Rel = "obj"
			}
		}
		said[subject].Rel = "nsubj"
	}
}

// tagUnchanged makes the participle an adjective that says how something was left:
// "left its rates unchanged this month", where nobody unchanged them.
func tagUnchanged(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "VBN" && w.XPOS != "VBD" || w.Rel != "xcomp" || w.Head < 0 || !strings.HasPrefix(strings.ToLower(words[i]), "un") || kidOf(said, w.Head, "obj") < 0 {
			continue
		}
		said[i].XPOS, said[i].UPOS = "JJ", "ADJ"
		for k := range said {
			if said[k].Head == i && said[k].Rel == "obl:unmarked" {
				said[k].Head = w.Head
			}
		}
	}
}

// tagForecast makes "forecast" a noun behind the noun that somebody's forecast is of:
// "lowered its inflation forecast for this year to 3 percent".
func tagForecast(words []string, said []neural.Word) {
	for i, w := range said {
		of := i - 1
		if i == 0 || words[i] != "forecast" || w.XPOS != "VBN" || w.Rel != "xcomp" || w.Head < 0 || said[of].Head != w.Head || said[of].Rel != "obj" || said[of].XPOS != "NN" {
			continue
		}
		said[i].XPOS, said[i].UPOS, said[i].Rel = "NN", "NOUN", "obj"
		for k := range said {
			switch {
			case said[k].Head == of && k < of:
				said[k].Head = i
			case said[k].Head == i && k > i && said[k].Rel == "obl":
				said[k].Head = w.Head
			}
		}
		said[of].Head, said[of].Rel = i, "compound"
	}
}

// tagInvariant makes "cut" and the like, whose past form is that of the infinitive, an
// infinitive where they are joined to one with an auxiliary: "would close a mill and cut
// 80 jobs".
func tagInvariant(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "VBD" || w.Rel != "conj" || w.Head < 0 || w.Head > i || !invariants[words[i]] || said[w.Head].XPOS != "VB" {
			continue
		}
		if aux := kidOf(said, w.Head, "aux"); aux >= 0 && said[aux].XPOS == "MD" && kidOf(said, i, "nsubj") < 0 && kidOf(said, i, "aux") < 0 {
			said[i].XPOS = "VB"
		}
	}
}

// invariants are verbs whose past form is that of the infinitive.
var invariants = wordSet("bet burst cast cost cut hit hurt let put quit rid set shed shut split spread thrust")

// tagDirection makes a word for a direction that was taken for an object an adverb:
// "revised downwards an earlier toll".
func tagDirection(words []string, said []neural.Word) {
	for i, w := range said {
		if isNounTag(w.XPOS) && (w.Rel == "obj" || w.Rel == "iobj") && directions[strings.ToLower(words[i])] && kidOf(said, i, "det") < 0 {
			said[i].XPOS, said[i].UPOS, said[i].Rel = "RB", "ADV", "advmod"
		}
	}
}

var directions = wordSet("upwards downwards inwards outwards forwards backwards eastwards westwards northwards southwards upward downward forward backward")

// tagBearer makes the title of one of several a common noun, whatever its capital says:
// "A Labour Councillor, Jill Roe, said". Limit: before a name it is part of that.
func tagBearer(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "NNP" || w.Rel == "flat" || w.Rel == "compound" || i+1 < len(said) && isNounTag(said[i+1].XPOS) {
			continue
		}
		det := kidOf(said, i, "det")
		if det < 0 || !indefiniteArticles[strings.ToLower(words[det])] {
			continue
		}
		if o, ok := data.OfficeCalled(strings.ToLower(words[i])); ok && o.Title {
			said[i].XPOS, said[i].UPOS = "NN", "NOUN"
		}
	}
}

var indefiniteArticles = wordSet("a an another")

// joinPrefix makes a short word the first part of the noun that a hyphen joins it to:
// "a by-election", where the network takes it for a preposition.
func joinPrefix(words []string, said []neural.Word) {
	for i := 0; i+2 < len(said); i++ {
		if rel := said[i].Rel; (rel == "case" || rel == "compound") && said[i].XPOS == "IN" && said[i+1].XPOS == "HYPH" && isNounTag(said[i+2].XPOS) && said[i].Head == i+2 {
			said[i].Rel, said[i].XPOS, said[i].UPOS = "compound", "NN", "NOUN"
		}
	}
}

// tagPending makes a form in -ing an adjective that says in what state something is and
// not what it does: "the decision is pending".
func tagPending(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "VBG" || !pendings[strings.ToLower(words[i])] || kidOf(said, i, "obj") >= 0 {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if said[k].Head == i && said[k].Rel == "aux" && beForms[strings.ToLower(words[k])] {
				said[i].XPOS, said[i].UPOS, said[k].Rel = "JJ", "ADJ", "cop"
				break
			}
		}
	}
}

var pendings = wordSet("pending missing lacking ongoing outstanding forthcoming")

// tagWish makes a sentence that opens with "May" a wish where the verb has no ending:
// "May God guide them".
func tagWish(words []string, said []neural.Word) {
	for i := 0; i+2 < len(said); i++ {
		if words[i] != "May" || i > 0 && !strings.ContainsAny(words[i-1], "\"“‘") || isMonthDay(words[i+1]) {
			continue
		}
		v := i + 1
		for v < len(said) && said[v].XPOS != "VB" && said[v].XPOS != "VBP" && v < i+6 {
			v++
		}
		if v == len(said) || said[v].XPOS != "VB" && said[v].XPOS != "VBP" || v == i+1 {
			continue
		}
		subject := kidOf(said, v, "nsubj")
		if subject < i || subject > v || kidOf(said, v, "aux") >= 0 {
			continue
		}
		if subject == i {
			subject = i + 1
			for k := range said {
				if said[k].Head == i && k > subject {
					said[k].Head = subject
				}
			}
			said[subject].Head, said[subject].Rel = v, "nsubj"
		}
		said[i].XPOS, said[i].UPOS, said[i].Head, said[i].Rel = "MD", "AUX", v, "aux"
		said[v].XPOS, said[v].UPOS = "VB", "VERB"
	}
}

// tagLoved makes "loved" of "loved ones" an adjective: "widows and loved ones".
func tagLoved(words []string, said []neural.Word) {
	for i := 0; i+1 < len(said); i++ {
		o := i + 1
		if !strings.EqualFold(words[i], "loved") || words[o] != "ones" || said[o].Head != i {
			continue
		}
		said[o].Head, said[o].Rel = said[i].Head, said[i].Rel
		for k := range said {
			if said[k].Head == i {
				said[k].Head = o
			}
		}
		if h := said[o].Head; h >= 0 && said[o].Rel == "conj" && strings.HasPrefix(said[h].XPOS, "VB") {
			if before := kidOf(said, h, "obj"); before >= 0 && before < i {
				said[o].Head = before
			}
		}
		said[i].XPOS, said[i].UPOS, said[i].Head, said[i].Rel = "JJ", "ADJ", o, "amod"
	}
}

// tagDisagreeing makes a form in -s a noun that is joined to a verb with a subject it does
// not agree with: "I express my sympathy and regrets".
func tagDisagreeing(words []string, said []neural.Word) {
	for i, w := range said {
		if w.XPOS != "VBZ" || w.Rel != "conj" || w.Head < 0 || w.Head > i || words[i-1] != "and" || !strings.HasPrefix(said[w.Head].XPOS, "VB") || kidOf(said, i, "nsubj") >= 0 || kidOf(said, i, "obj") >= 0 {
			continue
		}
		v := w.Head
		subject := kidOf(said, v, "nsubj")
		for said[v].Rel == "xcomp" && subject < 0 && said[v].Head >= 0 {
			v = said[v].Head
			subject = kidOf(said, v, "nsubj")
		}
		o := kidOf(said, w.Head, "obj")
		if subject < 0 || !unsungs[strings.ToLower(words[subject])] || o < 0 || o > i {
			continue
		}
		said[i].XPOS, said[i].UPOS, said[i].Head = "NNS", "NOUN", o
	}
}

// unsungs are pronouns with which no verb ends in -s.
var unsungs = wordSet("i we you they")

// tagToAdjective makes a word with the ending of an adjective one where "to" and a noun
// stand around it: "an end to offensive drone sorties" names no verb.
func tagToAdjective(words []string, said []neural.Word) {
	for i := 1; i+1 < len(said); i++ {
		o := kidOf(said, i, "obj")
		if said[i].XPOS != "VB" || said[i-1].XPOS != "TO" || said[i-1].Head != i || o < i || !isNounTag(said[i+1].XPOS) || !strings.HasSuffix(words[i], "sive") && !strings.HasSuffix(words[i], "tive") && !strings.HasSuffix(words[i], "ous") && !strings.HasSuffix(words[i], "ical") {
			continue
		}
		said[o].Head, said[o].Rel = said[i].Head, "nmod"
		if h := said[i].Head; h >= 0 && strings.HasPrefix(said[h].XPOS, "VB") {
			said[o].Rel = "obl"
		}
		for k := range said {
			if said[k].Head == i {
				said[k].Head = o
			}
		}
		said[i-1].XPOS, said[i-1].UPOS, said[i-1].Rel = "IN", "ADP", "case"
		said[i].XPOS, said[i].UPOS, said[i].Head, said[i].Rel = "JJ", "ADJ", o, "amod"
	}
}

// tagBehindPreposition makes a bare verb right behind a preposition a noun: "strike over pay",
// "work without pay". A verb there ends in -ing.
func tagBehindPreposition(words []string, said []neural.Word) {
	for i, w := range said {
		if i == 0 || w.XPOS != "VB" && w.XPOS != "VBP" || !barePrepositions[strings.ToLower(words[i-1])] || said[i-1].XPOS != "IN" || said[i-1].Head != i || said[i-1].Rel != "mark" && said[i-1].Rel != "case" {
			continue
		}
		if rel, _, _ := strings.Cut(w.Rel, ":"); rel != "advcl" && rel != "obl" && rel != "acl" && rel != "nmod" || kidOf(said, i, "obj") >= 0 || kidOf(said, i, "nsubj") >= 0 || kidOf(said, i, "xcomp") >= 0 || kidOf(said, i, "aux") >= 0 {
			continue
		}
		said[i].XPOS, said[i].UPOS = "NN", "NOUN"
		said[i-1].Rel = "case"
		if w.Rel == "advcl" || w.Rel == "acl" {
			said[i].Rel = "obl"
		}
	}
}

// barePrepositions open no clause.
var barePrepositions = wordSet(`over without for against about with on from into amid`)
