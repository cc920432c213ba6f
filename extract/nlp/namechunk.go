package nlp

import (
	"strings"

	"kg/data"
)

// longestName is the longest name looked up in the lexicons, in tokens.
const longestName = 7

// chunkEnd returns the end of the run of name words that starts at token i, or
// i where none does. The run may hold several names ("French President Emmanuel
// Macron"); chunk takes it apart.
func (f *nameFinder) chunkEnd(i int) int {
	if end := f.lexiconEnd(i); end > i {
		return f.extend(i, end)
	}
	if end := f.officeEnd(i); end > i+1 {
		return f.extend(i, end)
	}
	if (particles[f.word(i)] || arabicArticles[f.lower(i)]) && f.word(i+1) == "-" && f.adjacent(i) && f.isNameWord(i+2) {
		return f.extend(i, i+3) // "al-Assad"
	}
	if !f.isNameWord(i) {
		return f.articleEnd(i)
	}
	return f.extend(i, i+1)
}

// arabicArticles stand before names with a hyphen: "al-Assad", "An-Nasr", "ash-Shati".
var arabicArticles = wordSet("al el an ar as ash at ath az ad adh es et")

// extend continues the run that has reached end.
func (f *nameFinder) extend(first, end int) int {
	for end < f.limit {
		next := end
		switch {
		case f.lexiconEnd(end) > end:
			next = f.lexiconEnd(end)
		case f.officeEnd(end) > end:
			next = f.officeEnd(end)
		case f.isNameWord(end):
			next = end + 1
		default:
			next = f.joint(first, end)
		}
		if next == end {
			return end
		}
		end = next
	}
	return end
}

// officeEnd returns the end of an office of several words that starts with a
// capital at token i ("Secretary of State"), or i.
func (f *nameFinder) officeEnd(i int) int {
	if !isCapitalised(f.word(i)) || f.lower(i) == "the" {
		return i
	}
	for end := min(i+data.LongestOffice(), f.limit); end > i+1; end-- {
		if office, ok := data.OfficeCalled(f.text(Range{i, end})); ok && office.Title && isCapitalised(f.word(end-1)) {
			return end
		}
	}
	return i
}

// articleEnd handles a capitalised article inside a sentence, as in "told The
// New York Times": it belongs to the name.
func (f *nameFinder) articleEnd(i int) int {
	if f.word(i) == "The" && i > f.first && !f.titled && !f.opens(i) && f.isNameWord(i+1) {
		return f.extend(i, i+1)
	}
	return i
}

// isNameWord reports whether token i may be part of a name by its tag and its
// capital.
func (f *nameFinder) isNameWord(i int) bool {
	word := f.word(i)
	if !isCapitalised(word) {
		return f.lowerName(i)
	}
	tag := f.xpos(i)
	lower := f.lower(i)
	if word == "All" && !f.opens(i) && !f.titled {
		return f.isNameWord(i + 1) // "the All Farmers Congress"
	}
	proper := tag == "NNP" || tag == "NNPS"
	if notNames[lower] || strings.HasPrefix(tag, "W") {
		return secondNames[word] && tag == "NNP" && f.xpos(i-1) == "NNP" && !f.titled
	}
	if tag == "JJ" && isDemonym(word) {
		return f.isNameWord(i+1) || f.xpos(i+1) == "HYPH" && f.isNameWord(i+2)
	}
	if f.word(i+1) == "&" && isCapitalised(f.word(i+2)) && !f.titled && !starters[lower] {
		return true // "Lindqvist & Sons"
	}
	counts := f.seen.of(lower)
	initial := f.opens(i)
	switch {
	case f.titled || initial:
		return proper && counts.upper+1 > counts.lower && (!initial || counts.upper > 0 || !f.commonOpener(i))
	case proper:
		return true
	}
	switch tag {
	case "JJ", "NN", "NNS", "FW", "CD":
		return counts.upper > counts.lower
	case "VBN", "VBG", "JJR", "JJS", "VB", "VBP", "VBZ", "VBD", "UH":
		return counts.upper > counts.lower && (strings.HasPrefix(f.xpos(i-1), "NNP") || strings.HasPrefix(f.xpos(i+1), "NNP")) && !starters[lower] && !openingVerbs[lower]
	}
	return false
}

// openingVerbs start sentences and paragraphs whose full stop before them went
// missing.
var openingVerbs = wordSet("according facing following including asked speaking given read see watch listen click")

// commonOpener reports whether the capitalised word at i, the first of its
// sentence, is a common word: a noun or an office of the lexicons that nothing
// but its place capitalises.
func (f *nameFinder) commonOpener(i int) bool {
	lower := f.lower(i)
	_, noun := data.NounOf(lower)
	_, office := data.OfficeCalled(lower)
	return (noun || office) && !f.isNameWord(i+1)
}

// notNames are capitalised words that are no names by themselves.
var notNames = wordSet(`i i'm mr mr. mrs mrs. ms ms. dr dr. the a an and or but if of in on at to for by with from as
	it he she they we you is are was were be this that these those there here no yes not so please thanks thank hi
	hello dear ok okay am pm bc ad ceo tv`)

// secondNames are words that stand in Vietnamese and other names behind the first and
// are none elsewhere: "Nghệ An", "Yoon Jae In".
var secondNames = wordSet("An In So")

// lowerName reports whether token i is a capital or country that careless text writes
// small ("kyiv"), and no common word; where the whole text is careless, it may be any
// place of the lexicons by its tag or the preposition before it.
func (f *nameFinder) lowerName(i int) bool {
	word, proper := f.word(i), f.xpos(i) == "NNP"
	if proper && isSmallCapital(word) {
		return true
	}
	if !f.careless || len(word) < shortestSmallPlace || !proper && (f.xpos(i) != "NN" || f.xpos(i-1) != "IN") {
		return false
	}
	_, place := data.PlaceNamed(word)
	return place
}

// shortestSmallPlace is the length of the shortest place that may be written small:
// shorter ones are mostly common words.
const shortestSmallPlace = 5

// lexiconEnd returns the end of the longest name of the lexicons that starts at
// token i, or i. Its words must be capitalised as the text is.
func (f *nameFinder) lexiconEnd(i int) int {
	if !isCapitalised(f.word(i)) || f.lower(i) == "the" {
		return i
	}
	for end := min(i+longestName, f.limit); end > i+1; end-- {
		if !isCapitalised(f.word(end - 1)) {
			continue
		}
		if typ, _ := lexiconType(f.text(Range{i, end})); typ != "" {
			return end
		}
	}
	return i
}
