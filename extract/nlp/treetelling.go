package nlp

import (
	"strings"

	"kg/extract/nlp/internal/neural"
)

// hangWhenSaid hangs what stands between a verb of saying and the subject of what is said
// on the verb of saying: when it was said ("said on Friday it would close") and to whom
// ("told reporters on Sunday he would resign"). A clause without "that" begins with its
// subject, so neither is part of it.
func hangWhenSaid(words []string, said []neural.Word) {
	for i, w := range said {
		v := w.Head
		if w.Rel != "ccomp" || v < 0 || v > i || !reportVerbs[strings.ToLower(words[v])] || kidOf(said, i, "mark") >= 0 {
			continue
		}
		subject := subjectOf(said, i)
		for k := v + 1; k < subject; k++ {
			switch {
			case said[k].UPOS == "PUNCT" || said[k].UPOS == "SCONJ" || said[k].UPOS == "VERB" || said[k].UPOS == "AUX":
				k = subject
			case said[k].Rel == "obj" && said[k].Head == i && kidOf(said, v, "iobj") < 0:
				said[k].Head, said[k].Rel = v, "iobj"
			case isTimeName(words[k]) && isNounTag(said[k].XPOS) && said[k].Head != v && (said[k].Head == i || said[said[k].Head].Head == v):
				said[k].Head = v
				if said[k].Rel == "nmod" {
					said[k].Rel = "obl"
				}
			}
		}
		for k := v + 1; k+1 < subject; k++ {
			if said[k].Head == i && said[k].Rel == "advmod" && said[k+1].Rel == "case" && said[max(said[k+1].Head, 0)].Head == v {
				said[k].Head = v
			}
		}
	}
}

// isTimeName reports whether the word names a day of the week or a month, or a day by
// where it stands.
func isTimeName(word string) bool {
	word = strings.ToLower(word)
	_, isWeekday := weekdays[word]
	_, isMonth := months[word]
	return isWeekday || isMonth || word == "yesterday" || word == "today"
}

// subjectOf returns the subject of the verb i, or -1.
func subjectOf(said []neural.Word, i int) int {
	for _, rel := range []string{"nsubj", "nsubj:pass", "expl"} {
		if k := kidOf(said, i, rel); k >= 0 {
			return k
		}
	}
	return -1
}

// hangUnmarkedSaid makes what is said of a clause that the network takes for the
// description of where it was said, where nothing else is: "Officials said at a briefing
// the dam was safe".
func hangUnmarkedSaid(words []string, said []neural.Word) {
	for i, w := range said {
		noun := w.Head
		if w.Rel != "acl:relcl" || noun < 0 || noun > i || said[noun].Rel != "obl" {
			continue
		}
		v, subject := said[noun].Head, subjectOf(said, i)
		if v < 0 || v > noun || said[v].Rel == "parataxis" || !sayVerbs[strings.ToLower(words[v])] || subject != noun+1 && (subject < 0 || said[noun+1].Head != subject) ||
			said[subject].UPOS == "PRON" && relativePronouns[strings.ToLower(words[subject])] {
			continue
		}
		if subjectOf(said, v) > v || kidOf(said, v, "ccomp") >= 0 || kidOf(said, v, "obj") >= 0 || kidOf(said, v, "parataxis") >= 0 {
			continue
		}
		said[i].Head, said[i].Rel = v, "ccomp"
	}
}

// sayVerbs say nothing without what is said.
var sayVerbs = wordSet("said says say")
