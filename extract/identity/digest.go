package identity

func (a *article) paragraphOf(token int) int {
	return a.doc.Sentences[a.doc.SentenceOf(token)].Paragraph
}

// isDigest reports whether the article is a list of news items: most of its
// paragraphs name nothing that the one before named.
func (a *article) isDigest() bool {
	keys := map[int]map[string]bool{} // by paragraph
	last := 0
	for _, m := range a.names {
		p := a.paragraphOf(m.Tokens.First)
		if keys[p] == nil {
			keys[p] = map[string]bool{}
		}
		for _, w := range m.words {
			keys[p][w] = true
		}
		last = max(last, p)
	}
	pairs, linked := 0, 0
	for p := 1; p <= last; p++ {
		if len(keys[p-1]) == 0 || len(keys[p]) == 0 {
			continue
		}
		pairs++
		for w := range keys[p] {
			if keys[p-1][w] {
				linked++
				break
			}
		}
	}
	return pairs >= minDigestPairs && linked*digestShare < pairs
}

// A digest has at least minDigestPairs pairs of neighbouring paragraphs, of
// which fewer than one in digestShare share a word of a name.
const (
	minDigestPairs = 4
	digestShare    = 2
)
