package link

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// core returns the words of a name that tell which one it is, without those that
// say what kind of thing: "Meta" of "Meta Platforms", "Kaduna" of "Kaduna State".
// Suffix is the kind that was left off; empty where there is none. The name is
// that of the IRI, which an institution's country is part of.
func (p Profile) core() (key, suffix string) {
	words := identity.NameWords(strings.NewReplacer("-", " ", "_", " ").Replace(strings.TrimPrefix(p.ID, "kg:")))
	if len(words) == 0 {
		return "", ""
	}
	if len(words) > 2 && words[1] == "of" && isDivision(words[0]) {
		words = append(words[2:len(words):len(words)], words[0]) // Department of Cauca
	}
	last := len(words) - 1
	if last > 0 && (isPlace(p) && isDivision(words[last]) && (namedAlone(words[last]) || isDirection(words[0])) || !isPlace(p) && isCorporate(words[last])) {
		suffix, words = words[last], words[:last]
	}
	for _, article := range []string{"al", "el", "as", "ash", "an", "ar"} {
		if len(words) > 1 && words[0] == article && isPlace(p) {
			words = words[1:]
			break
		}
	}
	return strings.Join(words, " "), suffix
}

func isDivision(word string) bool {
	switch word {
	case "state", "province", "district", "department", "governorate", "oblast", "region", "county", "prefecture":
		return true
	}
	return false
}

// namedAlone reports whether divisions of this kind go by their name alone.
// Oblasts, districts and governorates are mostly called after a city, which is
// what the name alone then means.
func namedAlone(division string) bool {
	return division == "state" || division == "province" || division == "department" || division == "region"
}

func isDirection(word string) bool {
	switch word {
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower":
		return true
	}
	return false
}

func isCorporate(word string) bool {
	switch word {
	case "inc", "corp", "corporation", "ltd", "limited", "llc", "plc", "ag", "gmbh", "group", "company", "co", "holdings", "platforms", "sa", "spa", "nv", "se", "fc":
		return true
	}
	return false
}

// known reports whether the lexicons hold the name, so that what it is is settled.
func known(name string) bool {
	if _, ok := data.CountryNamed(name); ok {
		return true
	}
	if _, ok := data.PlaceNamed(name); ok {
		return true
	}
	_, ok := data.OrganizationNamed(name)
	return ok
}

// settleThings settles what is no person: the same words in another case, with or
// without accents and hyphens, are one thing; so are a name and the same name
// with a word that only says what kind of thing it is, where just one such word is
// met. Two types that no one thing has stay apart.
//
// "Kaduna" and "Kaduna State"; "Meta" and "Meta Platforms"; but "Kharkiv" is a city
// and not "Kharkiv Oblast".
func settleThings(things []Profile, rulings map[string]Ruling) {
	for _, group := range [][]Profile{ofKind(things, isPlace), ofKind(things, func(p Profile) bool { return !isPlace(p) })} {
		bySuffix := map[string][]Profile{}
		var suffixes []string
		settled := false
		for _, p := range group {
			_, suffix := p.core()
			if bySuffix[suffix] == nil {
				suffixes = append(suffixes, suffix)
			}
			bySuffix[suffix] = append(bySuffix[suffix], p)
			settled = settled || known(p.Name)
		}
		slices.Sort(suffixes)
		if len(suffixes) == 2 && suffixes[0] == "" && !settled {
			settle(group, rulings)
			continue
		}
		for _, s := range suffixes {
			settle(bySuffix[s], rulings)
		}
	}
}

func isPlace(p Profile) bool { return p.Type == string(nlp.Place) }

func ofKind(things []Profile, is func(Profile) bool) []Profile {
	var found []Profile
	for _, p := range things {
		if is(p) {
			found = append(found, p)
		}
	}
	return found
}

// settle gives one IRI to profiles of one thing: that of the longest name, of those
// the one of most weight, of those the first.
func settle(group []Profile, rulings map[string]Ruling) {
	if len(group) == 0 {
		return
	}
	best := mostTold(group)
	for _, p := range group {
		if p.ID != best.ID {
			rulings[p.Key()] = Ruling{IRI: best.ID}
		}
	}
}
