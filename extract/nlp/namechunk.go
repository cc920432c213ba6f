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
	if particles[f.word(i)] && f.word(i+1) == "-" && f.adjacent(i) && f.isNameWord(i+2) {
		return f.extend(i, i+3) // "al-Assad"
	}
	if !f.isNameWord(i) {
		return f.articleEnd(i)
	}
	return f.extend(i, i+1)
}

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
	if !isCapitalised(f.word(i)) {
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
	proper := tag == "NNP" || tag == "NNPS"
	if notNames[lower] || strings.HasPrefix(tag, "W") {
		return false
	}
	if tag == "JJ" && isDemonym(word) {
		return f.isNameWord(i+1) || f.xpos(i+1) == "HYPH" && f.isNameWord(i+2)
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

// lowerName reports whether token i is a capital or country that careless text
// writes small ("kyiv"), and no common word.
func (f *nameFinder) lowerName(i int) bool {
	return f.xpos(i) == "NNP" && isSmallCapital(f.word(i))
}

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

// particles join the parts of a name: "Anna van der Berg", "Karim el-Tayeb".
var particles = wordSet("de da del della di van von der den bin bint ibn al el la le du dos das y e ter zu")

// joint returns the end of the run if the tokens at end join it to another name
// word, or end.
func (f *nameFinder) joint(first, end int) int {
	word := f.lower(end)
	switch {
	case word == "&" && f.isNameWord(end+1):
		return end + 2
	case (word == "-" || word == "–") && f.adjacent(end-1) && f.adjacent(end):
		return f.hyphen(end)
	case (word == "of" || word == "for") && f.opensOf(first, end):
		return f.afterOf(end)
	case word == "and" && f.isNameWord(end+1) && f.opensAnd(first, end):
		return end + 2
	case particles[word] && f.isNameWord(end+1):
		return end + 2
	case particles[word] && particles[f.lower(end+1)] && f.isNameWord(end+2):
		return end + 3
	case particles[word] && f.word(end+1) == "-" && isCapitalised(f.word(end+2)):
		return end + 3
	case word == "," && (f.word(end+1) == "Jr." || f.word(end+1) == "Sr." || companyForms[f.word(end+1)]):
		return end + 2
	case f.xpos(end) == "POS" && possessors[f.lower(end-1)] && f.isNameWord(end+1):
		return end + 2
	case f.xpos(end) == "CD" && f.numbersName(end):
		return end + 1
	}
	return end
}

// companyForms stand after the name of a company, with a comma or without:
// "Narvex, Inc.".
var companyForms = wordSet("Inc Inc. Ltd Ltd. LLC LLP L.L.C. L.P. Corp. PLC")

// possessors are the plurals that begin names: "People's Republic", "Women's
// World Cup".
var possessors = wordSet("people women men children workers veterans teachers farmers writers bishop queen king prince st")

// hyphen joins "Al-Qaeda", "Jean-Claude", "COVID-19", but not "US-led".
func (f *nameFinder) hyphen(end int) int {
	next := f.word(end + 1)
	if isCapitalised(next) && !notNames[strings.ToLower(next)] || isDigits(next) || hasDigit(next) {
		_, left := data.CountryNamed(f.word(end - 1))
		_, right := data.CountryNamed(next)
		if left && right {
			return end
		}
		return end + 2
	}
	return end
}

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }

// opensOf reports whether the run from first to end may go on with "of": its
// last word is a common noun that names are made with, as in "Bank of England",
// "Gulf of Mexico", not a person or place.
func (f *nameFinder) opensOf(first, end int) bool {
	last := f.word(end - 1)
	if !isCapitalised(last) || companyForms[last] {
		return false
	}
	if _, ok := data.OfficeCalled(last); ok {
		return false
	}
	_, firstCue := data.TypeOfFirstWord(last)
	_, lastCue := data.TypeOfLastWord(last)
	_, noun := data.NounOf(last)
	if f.lower(end) == "for" {
		typ, _ := data.TypeOfLastWord(last)
		return typ == "Organization" || last == "Campaign"
	}
	return firstCue || lastCue || noun || ofNouns[strings.ToLower(last)]
}

// ofNouns are other nouns that begin names with "of".
var ofNouns = wordSet("isle house statue lord lords game tower game games coalition board dome city state states horn cape knights order sons daughters wall art museum")

// opensAnd reports whether the run from first to end may go on with "and": it
// names a body by its fields ("Department of Health and Human Services"), and
// neither side is a name of its own.
func (f *nameFinder) opensAnd(first, end int) bool {
	for i := first + 1; i < end; i++ {
		if word := f.lower(i); word == "of" || word == "for" {
			typ, _ := data.TypeOfFirstWord(f.word(i - 1))
			if typ == "" {
				typ, _ = data.TypeOfLastWord(f.word(i - 1))
			}
			return typ == "Organization" && !isKnownName(f.text(Range{i + 1, end})) &&
				f.lexiconEnd(end+1) == end+1 && !isKnownName(f.word(end+1))
		}
	}
	return false
}

// afterOf returns the end of "of X", "of the X", or end where no name follows.
func (f *nameFinder) afterOf(end int) int {
	next := end + 1
	if f.lower(next) == "the" {
		next++
	}
	if after := f.lexiconEnd(next); after > next {
		return after
	}
	if isCapitalised(f.word(next)) && (f.isNameWord(next) || f.xpos(next) != "PRP") && !notNames[f.lower(next)] {
		return next + 1
	}
	return end
}

// numbersName reports whether the number at i belongs to the name before it
// ("Boeing 737", "Apollo 11") and counts nothing.
func (f *nameFinder) numbersName(i int) bool {
	word := f.word(i)
	if !isDigits(word) && !isRoman(word) || len(word) > 4 || isYear(word) {
		return false
	}
	next := f.xpos(i + 1)
	return next != "NNS" && next != "NN" && next != "JJ" && next != "CD" && f.word(i+1) != "%"
}

// isRoman reports whether word is a Roman numeral as names carry it.
func isRoman(word string) bool { return word != "" && strings.Trim(word, "IVX") == "" }

// chunk takes a run of name words apart and records its names: what stands
// before an office, and whoever bears it.
func (f *nameFinder) chunk(r Range) {
	if typ, _ := lexiconType(f.text(r)); typ != "" {
		f.add(r, typ, known)
		return
	}
	first, end := f.office(r)
	if end > first {
		f.modifier(Range{r.First, first})
		f.holder(Range{first, end}, Range{end, r.End})
		return
	}
	if n := f.demonyms(r); n > 0 && n < r.Len() && f.dropsDemonym(Range{r.First + n, r.End}) {
		r.First += n
	}
	f.named(r)
}

// office returns the longest office inside r, as a range of tokens: "Prime
// Minister" in "British Prime Minister Keir Starmer".
func (f *nameFinder) office(r Range) (first, end int) {
	for i := r.First; i < r.End; i++ {
		for j := min(r.End, i+data.LongestOffice()); j > i; j-- {
			office, ok := data.OfficeCalled(f.text(Range{i, j}))
			if ok && (office.Title || j == r.End) && !f.properOffice(r, i, j) {
				return i, j
			}
		}
	}
	return 0, 0
}

// properOffice reports whether an office word is part of a proper name instead:
// what follows it is the last word of an organisation ("President's Council"),
// or "of" makes a name with it ("Governors of California" is none).
func (f *nameFinder) properOffice(r Range, i, j int) bool {
	if j < r.End {
		typ, ok := data.TypeOfLastWord(f.word(r.End - 1))
		return ok && typ != "Person"
	}
	return false
}

// holder records who bears the office: the rest of the run.
func (f *nameFinder) holder(office, rest Range) {
	for rest.Len() > 0 && (f.word(rest.First) == "." || f.xpos(rest.First) == "POS") {
		rest.First++
	}
	if rest.Len() == 0 {
		return
	}
	if first := f.lower(rest.First); first == "of" || first == "for" {
		rest.First++
		if f.lower(rest.First) == "the" {
			rest.First++
		}
		f.named(rest)
		return
	}
	if rest.Len() == 1 && royal[f.lower(office.End-1)] || isRoman(f.word(rest.End-1)) && royal[f.lower(office.End-1)] {
		rest.First = office.End - 1
	}
	f.add(rest, Person, declared)
}

// royal are the offices that belong to the name of whoever bears them.
var royal = wordSet("king queen prince princess pope emperor empress sultan tsar duke duchess saint")

// modifier records the name before an office, as in "US President", "European
// Commission President"; an adjective ("French") is none.
func (f *nameFinder) modifier(r Range) {
	if n := f.demonyms(r); n > 0 {
		r.First += n
	}
	for end := r.End; end > r.First; end-- {
		part := Range{r.First, end}
		if typ, _ := lexiconType(f.text(part)); typ != "" {
			f.add(part, typ, known)
			return
		}
	}
	if r.Len() > 0 {
		if typ, s := f.typeOf(r); s >= cued {
			f.add(r, typ, s)
		}
	}
}

// demonyms returns how many adjectives of a country or place r starts with.
func (f *nameFinder) demonyms(r Range) int {
	n := 0
	for r.First+n < r.End && isDemonym(f.word(r.First+n)) {
		n++
	}
	return n
}

// dropsDemonym reports whether an adjective before r is no part of its name:
// "Italian Paolo Berti" but "African Union", "French Open".
func (f *nameFinder) dropsDemonym(r Range) bool {
	_, given := data.FirstName(f.word(r.First))
	_, last := data.TypeOfLastWord(f.word(r.End - 1))
	_, first := data.TypeOfFirstWord(f.word(r.First))
	known, _ := lexiconType(f.text(r))
	return !last && (given || known != "" || !first)
}

// named types r and records it.
func (f *nameFinder) named(r Range) {
	for r.Len() > 1 && joints[f.lower(r.End-1)] {
		r.End--
	}
	if r.Len() <= 0 {
		return
	}
	if f.isAdjective(r) {
		return
	}
	typ, s := f.typeOf(r)
	if typ == "" {
		return
	}
	f.add(r, typ, s)
}

// joints can't end a name.
var joints = wordSet("of the for and & - – ' 's")
