package identity

import (
	"kg/extract/nlp"
)

func (a *article) paragraphOf(token int) int {
	return a.doc.Sentences[a.doc.SentenceOf(token)].Paragraph
}

// isDigest reports whether the article is a list of news items: most of its
// paragraphs name nothing that the one before named, and many name nobody, besides
// places, that any other names.
func (a *article) isDigest() bool {
	words, others := map[int]map[string]bool{}, map[int]map[string]bool{} // by paragraph: of names, of names but for places
	last := 0
	for _, m := range a.names {
		p := a.paragraphOf(m.Tokens.First)
		last = max(last, p)
		addWords(words, p, m.words)
		if m.known == nil || m.known.type_ != nlp.Place {
			addWords(others, p, m.words)
		}
	}
	pairs, linked := 0, 0
	for p := 1; p <= last; p++ {
		if len(words[p-1]) > 0 && len(words[p]) > 0 {
			pairs++
			if shareKey(words[p-1], words[p]) {
				linked++
			}
		}
	}
	return pairs >= minDigestPairs && linked*digestShare < pairs && recurring(others)*3 < len(others)*digestThirds
}

func addWords(sets map[int]map[string]bool, p int, words []string) {
	if sets[p] == nil {
		sets[p] = map[string]bool{}
	}
	for _, w := range words {
		sets[p][w] = true
	}
}

func shareKey(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// recurring is the number of sets that have a word of another.
func recurring(sets map[int]map[string]bool) int {
	paragraphs := map[string]int{} // by word
	for _, set := range sets {
		for w := range set {
			paragraphs[w]++
		}
	}
	n := 0
	for _, set := range sets {
		for w := range set {
			if paragraphs[w] > 1 {
				n++
				break
			}
		}
	}
	return n
}

// A digest has at least minDigestPairs pairs of neighbouring paragraphs, of which
// fewer than one in digestShare share a word of a name, and in fewer than digestThirds
// thirds of its paragraphs a name recurs.
const (
	minDigestPairs = 4
	digestShare    = 2
	digestThirds   = 2
)
