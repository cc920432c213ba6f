package nlp

import (
	"strings"

	"kg/extract/nlp/internal/neural"
)

// tagNeither makes verbs of the two participles of "neither confirmed nor denied" that the
// network takes for the description of what stands behind them: the first heads the clause,
// and what is behind the second is its object. The auxiliary of a passive would stand before.
func tagNeither(words []string, said []neural.Word) {
	for i := 1; i+4 < len(said); i++ {
		first, second := i+1, i+3
		if words[i] != "neither" || words[i+2] != "nor" || !isPastForm(words[first], said[first]) || !isPastForm(words[second], said[second]) || strings.HasPrefix(said[i-1].XPOS, "VB") {
			continue
		}
		h := said[first].Head
		if said[second].Head >= 0 && said[second].Head != first && said[second].Head != h {
			continue
		}
		switch {
		case h > second && said[first].Rel == "amod": // "reports", as a verb
			hang(said, first, said[h].Head, said[h].Rel)
			hang(said, h, second, "obj")
			if strings.HasPrefix(said[h].XPOS, "VB") {
				said[h].XPOS, said[h].UPOS = "NNS", "NOUN"
			}
			for k, w := range said {
				switch {
				case w.Head == h && (w.Rel == "nsubj" || w.Rel == "punct") && (k < i || k > h && w.Rel == "punct"):
					hang(said, k, first, w.Rel)
				case w.Head == h && w.Rel == "ccomp":
					said[k].Rel = "acl"
				}
			}
		case said[second].Head == first && said[first].XPOS != "VBD":
		default:
			continue
		}
		hang(said, second, first, "conj")
		for _, v := range []int{first, second} {
			said[v].XPOS, said[v].UPOS = "VBD", "VERB"
		}
		if subject := kidOf(said, first, "nsubj:pass"); subject >= 0 && subject < i {
			said[subject].Rel = "nsubj"
		}
	}
}

// isPastForm reports whether w may be the past form of a verb.
func isPastForm(word string, w neural.Word) bool {
	return w.XPOS == "VBD" || w.XPOS == "VBN" || w.XPOS == "JJ" && strings.HasSuffix(word, "ed")
}
