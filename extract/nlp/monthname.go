package nlp

import "kg/data"

// givenMonths are months that are given names too, as they are spelt then, and
// monthSurnames those that are surnames.
var (
	givenMonths   = wordSet("jan mar april may june august")
	monthSurnames = wordSet("march may august")
)

// beforeMonths tell the time: what stands behind them is a month. So is one of a
// list or a range ("in March, April and May").
var beforeMonths = wordSet(`in since of by until till from during before after through between around for early late mid
	last next this past previous coming following each every the`)

// isPersonal reports whether the month at token i is part of somebody's name:
// "Jan Novak", "Jan-Willem Bos", "Mrs. May". Where a word before it tells the time
// what follows is another name: "In May Labour lost".
func (e expressions) isPersonal(i int) bool {
	if monthSurnames[e.word(i)] && honorifics[e.word(i-1)] {
		return true
	}
	if !givenMonths[e.word(i)] || e.followsTime(i) || isMonthDay(e.word(i+1)) || isYear(e.word(i+1)) {
		return false
	}
	if e.word(i+1) == "-" && e.d.Tokens[i].End == e.d.Tokens[i+1].Begin {
		return e.isSurname(i + 2)
	}
	return e.isSurname(i+1) || months[e.word(i)+"."] > 0 // "Jan left": the short form of a month has a date with it
}

// followsTime reports whether what stands before the month at i says that it is one.
func (e expressions) followsTime(i int) bool {
	before := e.word(i - 1)
	_, listed := months[e.word(i-2)]
	return beforeMonths[before] || listed && (before == "," || before == "and" || before == "or" || before == "to" || isDash(before)) ||
		isMonthDay(before)
}

// isSurname reports whether the name word at i may be the surname of somebody with
// the given name before it: no country, place, body or people that the lexicons
// know, no month, and no word like "Day" that makes a name of another kind.
func (e expressions) isSurname(i int) bool {
	if e.tag(i) != "NNP" || !isCapitalised(e.d.Word(i)) {
		return false
	}
	word := e.d.Word(i)
	typ, _ := lexiconType(word)
	_, cue := data.TypeOfLastWord(word)
	_, month := months[e.word(i)]
	_, day := weekdays[e.word(i)]
	return typ == "" && !cue && !month && !day && !isDemonym(word) && !isAcronym(word)
}

// takeMonths makes persons of what looks like a month and is the surname of somebody
// whom the text names before: "Theresa May spoke. Then May left."
func (f *nameFinder) takeMonths() {
	e := expressions{f.d, f.lowers, len(f.d.Tokens)}
	people := map[string]bool{}
	for i, n := range f.found {
		last := f.d.Word(n.Tokens.End - 1)
		switch {
		case n.Type == Person && has(monthSurnames, last):
			people[last] = true
		case n.Type == Date && n.Tokens.Len() == 1 && people[last] && !e.followsTime(n.Tokens.First):
			f.found[i] = foundName{Name{n.Tokens, Person}, declared}
		}
	}
}
