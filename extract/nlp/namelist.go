package nlp

import "kg/data"

// listReach is how many tokens a list of examples may take before the name in
// question.
const listReach = 24

// typeByExample reads what the names of a list are examples of: "companies such as
// Nordlys and Tarn", "towns including Narvik, Bodø and Hamar", "a town called Narvik".
// Behind a comma "including" may be of something else: "Five died in two towns,
// including Lund".
func (f *nameFinder) typeByExample(r Range) EntityType {
	if before := f.lower(r.First - 1); before == "called" || before == "named" {
		return f.typeOfNounAt(r.First - 2)
	}
	for i := r.First - 1; i >= max(f.first, r.First-listReach); i-- {
		switch word := f.lower(i); {
		case word == "like" || word == "including":
			return f.typeOfPlural(i - 1)
		case word == "as" && f.lower(i-1) == "such" && f.word(i-2) == ",":
			return f.typeOfPlural(i - 3)
		case word == "as" && f.lower(i-1) == "such":
			return f.typeOfPlural(i - 2)
		case word != "," && word != "and" && word != "or" && word != "the" && word != "&" && !isCapitalised(f.word(i)):
			return ""
		}
	}
	return ""
}

// typeOfPlural returns what the plural noun at i stands for.
func (f *nameFinder) typeOfPlural(i int) EntityType {
	if f.xpos(i) != "NNS" {
		return ""
	}
	return f.typeOfNounAt(i)
}

// typeOfNounAt returns the type that the noun at i gives to those it stands for, if it
// is a person, a body or a place. "Parties like Nordlys" are bodies and "people like
// Berg" persons, so groups tell nothing; "clashes including Lund" are no event.
func (f *nameFinder) typeOfNounAt(i int) EntityType {
	if f.xpos(i) != "NN" && f.xpos(i) != "NNS" {
		return ""
	}
	noun, ok := data.NounOf(f.lower(i))
	if !ok {
		noun, _ = data.NounOf(singular(f.lower(i)))
	}
	switch typ := EntityType(noun.Type); typ {
	case Person, Organization, Place:
		return typ
	}
	return ""
}
