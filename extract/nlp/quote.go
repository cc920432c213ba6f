package nlp

import "strings"

// quoteSide says which end of a quotation a token is.
type quoteSide uint8

const (
	noQuote quoteSide = iota
	opening
	closing
)

// quoteSides tells opening from closing quotation marks. Curly ones and
// guillemets say it themselves. A straight one opens after white space and
// closes before it; where the space is missing (`the"Coalition`, `deal."I`)
// it closes what is open and opens otherwise. Nothing stays open across a line
// break.
func quoteSides(text string, tokens []Span) []quoteSide {
	sides := make([]quoteSide, len(tokens))
	open := 0 // straight double quotation marks open in this line
	single := false
	for i, t := range tokens {
		if i > 0 && hasLineBreak(text[tokens[i-1].End:t.Begin]) {
			open, single = 0, false
		}
		switch word := t.In(text); word {
		case "“", "„", "«", "‹":
			sides[i] = opening
		case "‘":
			sides[i], single = opening, true
		case "”", "»", "›":
			sides[i] = closing
		case "``":
			sides[i] = opening
			open++
		case `"`, "＂", "''":
			sides[i] = straightSide(text, t, open > 0)
			open = countOpen(open, sides[i])
		case "'", "’", "`":
			sides[i] = singleSide(text, t, single, word)
			single = sides[i] == opening || single && sides[i] != closing
		}
	}
	return sides
}

func countOpen(open int, side quoteSide) int {
	if side == opening {
		return open + 1
	}
	return max(open-1, 0)
}

func straightSide(text string, t Span, open bool) quoteSide {
	before, after := runeBefore(text, t.Begin), runeAt(text, t.End)
	free := before == 0 || isSpace(before) || strings.ContainsRune("([{—–-‘'“", before)
	tight := after != 0 && !isSpace(after)
	switch {
	case free && tight && !strings.ContainsRune(".,;:!?)", after):
		return opening
	case !free && !tight:
		return closing
	case open:
		return closing
	}
	return opening
}

// singleSide tells a single quotation mark from the apostrophe of a plural
// possessive ("the leaders' talks"), which has no side.
func singleSide(text string, t Span, open bool, word string) quoteSide {
	before, after := runeBefore(text, t.Begin), runeAt(text, t.End)
	switch {
	case open && before != 0 && !isSpace(before):
		return closing
	case word == "’":
		return noQuote
	case (before == 0 || isSpace(before) || strings.ContainsRune("([{—–\"“", before)) && isWordRune(after):
		return opening
	}
	return noQuote
}
