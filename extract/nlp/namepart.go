package nlp

import "kg/data"

// chunk takes a run of name words apart and records its names: what stands
// before an office, and whoever bears it.
func (f *nameFinder) chunk(r Range) {
	if typ, _ := lexiconType(f.text(r)); typ != "" {
		f.add(r, typ, known)
		return
	}
	if at := f.holderStarts(r); f.followsOfficeOf(r.First) && at > r.First {
		f.modifier(Range{r.First, at})
		f.add(Range{at, r.End}, Person, declared)
		return
	}
	if at := f.landEnd(r); at > r.First {
		f.add(Range{r.First, at}, Place, known)
		f.add(Range{at, r.End}, Person, declared)
		return
	}
	if at := f.otherStarts(r); at > r.First {
		f.chunk(Range{r.First, at})
		f.chunk(Range{at, r.End})
		return
	}
	first, end := f.office(r)
	if end > first {
		f.modifier(Range{r.First, first})
		f.holder(Range{first, end}, Range{end, r.End})
		return
	}
	if f.opensWithNoun(r) {
		r.First++
	}
	if n := f.demonyms(r); n > 0 && n < r.Len() && f.dropsDemonym(Range{r.First + n, r.End}) {
		r.First += n
	}
	f.named(r)
}

// opensWithNoun reports whether the first word of r is a noun that only its place at
// the start of the sentence capitalises: what says what somebody is, before a given
// name and a surname, and stands so nowhere else in the text ("Substitute Diego Arrieta
// scored", but "Mahfoud Ali Bakr").
func (f *nameFinder) opensWithNoun(r Range) bool {
	if r.Len() < 3 || !f.opens(r.First) || f.titled || f.seen.of(f.lower(r.First)).upper > 0 || !callsPerson(f.lower(r.First)) {
		return false
	}
	_, given := data.FirstName(f.word(r.First))
	_, second := data.FirstName(f.word(r.First + 1))
	_, first := data.TypeOfFirstWord(f.word(r.First))
	_, last := data.TypeOfLastWord(f.word(r.End - 1))
	return second && !given && !first && !last && !isAllCaps(f.word(r.First))
}

// callsPerson reports whether a word in small letters says what somebody is: by the
// lexicons, or by its ending, as "shopkeeper" and "guitarist".
func callsPerson(word string) bool {
	noun, ok := data.NounOf(word)
	_, office := data.OfficeCalled(word)
	return office || ok && EntityType(noun.Type) == Person || word == "substitute" ||
		hasAnySuffix(word, "er", "or", "ist", "ian")
}

// landEnd returns where the country or federal state ends that r begins with, behind
// an office with "of" and before whoever bears it: "President of Peru Ana Reyes".
// Elsewhere it returns the beginning of r.
func (f *nameFinder) landEnd(r Range) int {
	if r.Len() < 3 || r.First-2 < f.first || f.lower(r.First-1) != "of" {
		return r.First
	}
	office, ok := data.OfficeCalled(f.lower(r.First - 2))
	if _, isBody := data.TypeOfLastWord(f.word(r.End - 1)); !ok || !office.Title || isBody {
		return r.First
	}
	for at := r.End - 2; at > r.First; at-- {
		if isStateOrLand(f.text(Range{r.First, at})) {
			return at
		}
	}
	return r.First
}

// otherStarts returns where a name starts that follows that of a body or place without
// a comma, or the beginning of r: "the Frontier Guard Corps Ali Barzan", "the envoy in
// Geneva Ali Barzan", "an Air Force Boeing KC-135".
func (f *nameFinder) otherStarts(r Range) int {
	if r.Len() > longestRun {
		return r.First
	}
	for at := r.End - 1; at > r.First; at-- {
		if _, cue := data.TypeOfLastWord(f.word(min(at+1, r.End-1))); cue || linking[f.lower(at)] {
			return r.First
		}
		before, rest := Range{r.First, at}, Range{at, r.End}
		switch {
		case before.Len() > 1 && f.isBody(at-1) && !f.isBody(at) && (f.isModel(rest) || f.isFullName(rest)),
			f.endsWithPlace(before) && f.isFullName(rest):
			return at
		}
	}
	return r.First
}

// longestRun is the longest run of name words that is taken apart so, more than news has
// and few enough to try each as a start.
const longestRun = 40

// endsWithPlace reports whether r ends with a place behind a preposition: "Energy Agency
// of Peru". One before r must follow what somebody is: "its envoy in Geneva", but "the
// road to Peru".
func (f *nameFinder) endsWithPlace(r Range) bool {
	for i := max(r.First, r.End-longestState); i < r.End; i++ {
		at := i - 1
		if f.lower(at) == "the" {
			at--
		}
		if locating[f.lower(at)] && f.isPlaceOnly(Range{i, r.End}) {
			return at > r.First || callsPerson(f.lower(at-1)) || f.followsOffice(at)
		}
	}
	return false
}

// linking are words inside names that what follows belongs to.
var linking = wordSet("of the for and &")

// locating are prepositions before places.
var locating = wordSet("in of to for from")

// isPlaceOnly reports whether the lexicons have the words as a place and not as a given
// name ("Florence").
func (f *nameFinder) isPlaceOnly(r Range) bool {
	text := f.text(r)
	_, given := data.FirstName(f.word(r.First))
	_, place := data.PlaceNamed(text)
	_, country := data.CountryNamed(text)
	return !given && (place || country)
}

// isFullName reports whether r is a given name that the lexicon knows and a surname.
func (f *nameFinder) isFullName(r Range) bool {
	_, given := data.FirstName(f.word(r.First))
	return given && r.Len() > 1 && r.Len() <= longestPerson && f.plainWords(r)
}

// isModel reports whether r is a thing with a number that tells its kind, as aircraft
// have: "Boeing KC-135", "F-16 Falcon".
func (f *nameFinder) isModel(r Range) bool {
	if r.Len() == 1 {
		word := f.word(r.First)
		return hasDigit(word) && isCapitalised(word) // "CRJ700"
	}
	for i := r.First + 1; i < r.End; i++ {
		if hasDigit(f.word(i)) && f.lower(r.First) != "flight" {
			return true
		}
	}
	return false
}

// office returns the longest office inside r, as a range of tokens: "Prime
// Minister" in "British Prime Minister Keir Starmer". Offices in a row are one before
// whoever bears them: "Deputy Foreign Minister", "Major-General".
func (f *nameFinder) office(r Range) (first, end int) {
	for i := r.First; i < r.End; i++ {
		for j := min(r.End, i+data.LongestOffice()); j > i; j-- {
			if f.isOffice(r, i, j) {
				return i, f.officesEnd(r, j)
			}
			if _, ok := data.OfficeCalled(f.text(Range{i, j})); ok && f.isOfBody(r, i) {
				i = j - 1 // "Office of the Prosecutor General" has no general
				break
			}
		}
	}
	return 0, 0
}

// isOffice reports whether the words from i to j of r are an office, and no part of a name.
func (f *nameFinder) isOffice(r Range, i, j int) bool {
	office, ok := data.OfficeCalled(f.text(Range{i, j}))
	return ok && (office.Title || j == r.End) && !f.properOffice(r, i, j) && !f.isOwnName(r, i, j)
}

// officesEnd returns the end of the offices that follow the one that ends at token
// end of r, which leave a word for who bears them.
func (f *nameFinder) officesEnd(r Range, end int) int {
	for next := end; next < r.End; {
		if f.hyphenated(next) {
			next++
		}
		last := min(r.End-1, next+data.LongestOffice())
		for last > next && (!f.isOffice(Range{next, r.End}, next, last) || f.mayBeName(next, last)) {
			last--
		}
		if last <= next {
			return end
		}
		end, next = last, last
	}
	return end
}

// mayBeName reports whether the office from i to end is a word that is a given name
// as well ("Sultan") or goes with a name ("Queen Ida").
func (f *nameFinder) mayBeName(i, end int) bool {
	_, given := data.FirstName(f.word(i))
	return end-i == 1 && (given || royal[f.lower(i)])
}

// hyphenated reports whether token i is a hyphen between two words.
func (f *nameFinder) hyphenated(i int) bool {
	return f.word(i) == "-" && f.adjacent(i-1) && f.adjacent(i)
}

// properOffice reports whether an office word is part of a proper name instead:
// what follows it is the last word of an organisation ("President's Council"),
// it is what a body is of ("Ministry of Justice", "Office of the Prosecutor General"),
// or it is half of a name ("Saint-Aubin", "Al-Sheikh", "bin Sheikh").
func (f *nameFinder) properOffice(r Range, i, j int) bool {
	if f.lower(j-1) == "general" && generals[f.lower(j)] {
		return true
	}
	if second, ok := data.OfficeCalled(f.word(j + 1)); f.hyphenated(j) && (!ok || !second.Title) {
		return true
	}
	if f.isOfBody(r, i) || i > r.First && (particles[f.lower(i-1)] || f.hyphenated(i-1)) {
		return true
	}
	if j < r.End {
		typ, ok := data.TypeOfLastWord(f.word(r.End - 1))
		return ok && typ != "Person"
	}
	return false
}

// isOfBody reports whether "of" or "for" stands before token i in r.
func (f *nameFinder) isOfBody(r Range, i int) bool {
	if f.lower(i-1) == "the" {
		i--
	}
	return i > r.First && (f.lower(i-1) == "of" || f.lower(i-1) == "for")
}

// generals follow "General" in the names of bodies and events.
var generals = wordSet("staff assembly election elections secretariat council hospital directorate command department")

// isOwnName reports whether the word from i to j of r is part of somebody's name that is
// an office as well: a surname right behind a given name, "Stephen King", or a given
// name before the surname, "Amir Lund", or behind an office, "chief executive Sultan Al
// Lund".
func (f *nameFinder) isOwnName(r Range, i, j int) bool {
	if j-i > 1 {
		return false
	}
	if i == r.First {
		_, given := data.FirstName(f.word(i))
		return given && r.Len() == 2 || (given || f.lower(i) == "sultan") && f.followsOffice(i)
	}
	_, given := data.FirstName(f.word(i - 1))
	return given
}

// followsOffice reports whether an office of one or two words in small letters stands
// right before token i.
func (f *nameFinder) followsOffice(i int) bool {
	_, one := data.OfficeCalled(f.lower(i - 1))
	_, two := data.OfficeCalled(f.lower(i-2) + " " + f.lower(i-1))
	return one || two
}

// followsOfficeOf reports whether an office with "of" or "for", and perhaps an article,
// stands right before token i: "the head of the".
func (f *nameFinder) followsOfficeOf(i int) bool {
	if f.lower(i-1) == "the" {
		i--
	}
	return (f.lower(i-1) == "of" || f.lower(i-1) == "for") && f.followsOffice(i-1)
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
		if at := f.holderStarts(rest); at > rest.First {
			f.modifier(Range{rest.First, at})
			f.add(Range{at, rest.End}, Person, declared)
			return
		}
		f.named(rest)
		return
	}
	if rest.Len() == 1 && royal[f.lower(office.End-1)] || isRoman(f.word(rest.End-1)) && royal[f.lower(office.End-1)] {
		rest.First = office.End - 1
	}
	f.add(rest, Person, declared)
}

// holderStarts returns where somebody's full name starts at the end of r, what an office
// is of, "(Secretary of) Homeland Safety Ola Dahl", or the beginning of r.
func (f *nameFinder) holderStarts(r Range) int {
	for at := max(r.First+1, r.End-longestPerson); at < r.End-1; at++ {
		_, cue := data.TypeOfLastWord(f.word(r.End - 1))
		if !cue && !linking[f.lower(at-1)] && f.isFullName(Range{at, r.End}) {
			return at
		}
	}
	return r.First
}

// royal are the offices that belong to the name of whoever bears them.
var royal = wordSet("king queen prince princess pope emperor empress sultan tsar duke duchess saint")

// modifier records the name before an office, as in "US President", "European
// Commission President"; an adjective ("French") is none.
func (f *nameFinder) modifier(r Range) {
	whole, _ := lexiconType(f.text(r))
	if n := f.demonyms(r); n > 0 && whole == "" {
		r.First += n
	}
	for end := min(r.End, r.First+longestName); end > r.First; end-- {
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

// withoutOffice returns the land n less what is part of the office behind it: "U.S." of "U.S.
// District" before "Judge", and of "U.S. President" before "-elect".
func (f *nameFinder) withoutOffice(n Name) Name {
	end := n.Tokens.End
	if end >= len(f.d.Tokens) || n.Tokens.Len() < 2 {
		return n
	}
	land := Range{n.Tokens.First, end - 1}
	_, before := data.OfficeCalled(f.d.Word(end))
	_, last := data.OfficeCalled(f.d.Word(end - 1))
	elect := last && end+1 < len(f.d.Tokens) && f.d.Word(end) == "-" && (f.lowers[end+1] == "elect" || f.lowers[end+1] == "designate")
	if !elect && !(before && officeKinds[f.lowers[end-1]]) {
		return n
	}
	if typ, _ := lexiconType(f.text(land)); typ == Place {
		return Name{land, typ}
	}
	return n
}

// officeKinds are words that begin offices, behind whose they are: "District Judge",
// "Vice President", "Press Secretary".
var officeKinds = wordSet("district circuit magistrate vice deputy prime foreign defense defence finance interior assistant associate acting press")

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
	if f.isNumbered(r) {
		r.First--
	}
	f.add(r, typ, s)
}

// isNumbered reports whether an ordinal in figures before r is part of its name, that of
// a unit or a court: "the 98th Division".
func (f *nameFinder) isNumbered(r Range) bool {
	ordinal := f.word(r.First - 1)
	return startsWithDigit(ordinal) && hasAnySuffix(ordinal, "st", "nd", "rd", "th") && numberedBodies[f.lower(r.End-1)]
}

// numberedBodies are bodies that are told apart by numbers.
var numberedBodies = wordSet("brigade division regiment battalion corps army fleet squadron wing infantry airborne circuit congress")

// joints can't end a name.
var joints = wordSet("of the for and & - – ' 's")
