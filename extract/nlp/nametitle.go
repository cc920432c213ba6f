package nlp

import "kg/data"

// longestTitle is the most tokens a title in quotation marks has; longer ones
// are speech.
const longestTitle = 8

// title records a name that stands in quotation marks, as in `the "Coalition of
// the Willing"`, and returns the end of the quotation, or i where there is
// none: every longer word is capitalised, and no sentence ends inside.
func (f *nameFinder) title(i int) int {
	if f.titled || f.xpos(i) != "``" {
		return i
	}
	end := i + 1
	for end < f.limit && end-i-1 <= longestTitle && f.xpos(end) != "''" {
		end++
	}
	if end == f.limit || f.xpos(end) != "''" {
		return i
	}
	r := Range{i + 1, end}
	for r.Len() > 0 && (f.word(r.End-1) == "," || f.word(r.End-1) == ".") {
		r.End--
	}
	if r.Len() < 2 || !f.isTitle(r) {
		return i
	}
	if f.word(end+1) == "<" && isAddress(f.word(end+2)) {
		f.add(r, Person, cued)
		return end
	}
	typ, s := f.typeByTitle(r)
	f.add(r, typ, s)
	return end
}

// isTitle reports whether r reads as a title: it starts with a capital, and so
// do all its words but the short ones.
func (f *nameFinder) isTitle(r Range) bool {
	if !isCapitalised(f.word(r.First)) || f.xpos(r.First) == "PRP" {
		return false
	}
	capitals := 0
	for i := r.First; i < r.End; i++ {
		word := f.word(i)
		switch {
		case isCapitalised(word):
			capitals++
		case len(word) > 3 && hasLetter(word), word == ".", word == "?" && i < r.End-1, f.xpos(i) == "MD":
			return false
		}
	}
	return capitals >= 2
}

// typeByTitle types a name in quotation marks: by its words, else a work.
func (f *nameFinder) typeByTitle(r Range) (EntityType, strength) {
	if typ := f.typeByLexicon(r); typ != "" {
		return typ, known
	}
	for i := r.First; i < r.End; i++ {
		if word := f.lower(i); word == "of" && i > r.First {
			if typ, ok := data.TypeOfLastWord(f.word(i - 1)); ok {
				return EntityType(typ), cued
			}
		}
	}
	if typ, ok := data.TypeOfLastWord(f.word(r.End - 1)); ok {
		return EntityType(typ), cued
	}
	return Work, hinted
}
