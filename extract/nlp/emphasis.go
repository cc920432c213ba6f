package nlp

// longestEmphasis is the most tokens between two marks of emphasis: a title in italics.
const longestEmphasis = 15

// emphasisAsQuotes returns words with quotation marks in place of the asterisks around
// a phrase, as plain text has them for italics ("the ship *Aurora*"): the network
// has seldom seen such marks, and what stands in italics, titles and the names of
// ships, is what is else put in quotation marks. An asterisk without a partner in its
// sentence is left, and words itself is not changed.
func emphasisAsQuotes(words []string, spans []Span, sentences []Sentence) []string {
	out := words
	for _, s := range sentences {
		open := -1
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			switch {
			case words[i] != "*" && words[i] != "**":
			case open >= 0 && i-open <= longestEmphasis && words[i] == words[open] && i-open > 1 && spans[i-1].End == spans[i].Begin:
				if &out[0] == &words[0] {
					out = append([]string(nil), words...)
				}
				out[open], out[i] = `"`, `"`
				open = -1
			case i+1 < s.Tokens.End && spans[i].End == spans[i+1].Begin && (i == 0 || spans[i-1].End < spans[i].Begin):
				open = i
			default:
				open = -1
			}
		}
	}
	return out
}
