package identity

import (
	"slices"

	"kg/data"
	"kg/extract/nlp"
)

// mergeShortNames puts a person's surname, or given name, together with the full
// name: "Macron" with "Emmanuel Macron", "Brigid" with "Brigid Kosgei", "von der
// Leyen" with "Ursula von der Leyen". Of several people of one surname it is the
// one the article named first, as news does with its protagonist, unless gender
// or office contradict.
// A company called after a family, "Norlund Air", keeps its short name where it was
// named before anybody of that name.
// Limit: a place called like the surname becomes the person where the name finder
// took it for one.
func mergeShortNames(a *article) {
	full := a.fullNames()
	bodies := a.bodiesByFirstWord()
	for _, m := range a.names {
		if !mayBeShort(m) {
			continue
		}
		family := full["family "+bareSurname(m.key)]
		if body := eponym(m, bodies[m.key], family); body != nil && a.merge(body, m) {
			m.setType(nlp.Organization)
			continue
		}
		if !a.mergeFirstFit(m, family) {
			a.mergeGiven(m, full["given "+m.words[0]])
		}
	}
}

// bodiesByFirstWord returns the first mention of each organisation of several words,
// by the first of them; of two with one first word, the one named first.
func (a *article) bodiesByFirstWord() map[string]*mention {
	bodies := map[string]*mention{}
	for _, m := range a.names {
		if m.type_ == nlp.Organization && len(m.words) > 1 && bodies[m.words[0]] == nil {
			bodies[m.words[0]] = m
		}
	}
	return bodies
}

// eponym returns body if the short name m, of a body and of a family, is the body's:
// it stands after it, nobody of the family is named before the body, and neither
// title nor gender says that m is a person's.
func eponym(m, body *mention, family []*mention) *mention {
	if body == nil || len(family) == 0 || !before(body, m) || !before(body, family[0]) {
		return nil
	}
	if m.title.Len() > 0 || m.role != nil || isSexed(m.gender) {
		return nil
	}
	return body
}

// mayBeShort reports whether m can be a person's surname or given name alone.
func mayBeShort(m *mention) bool {
	return m.known == nil && m.styled == "" &&
		(m.type_ == nlp.Person && (len(m.words) == 1 || slices.Contains(particles, m.words[0])) ||
			len(m.words) == 2 && slices.Contains(particles, m.words[0]) && m.type_ != nlp.Place && m.type_ != nlp.Event ||
			len(m.words) == 1 && m.type_ != nlp.Place && m.type_ != nlp.Event && acronym(m.name) == "")
}

// fullNames returns the full names of persons by surname and by given name, in
// text order.
func (a *article) fullNames() map[string][]*mention {
	full := map[string][]*mention{}
	for _, m := range a.names {
		if m.type_ != nlp.Person || len(m.words) < 2 {
			continue
		}
		family, given := surname(m.words)
		if len(given) == 0 {
			continue
		}
		keys := []string{"family " + family, "given " + given[0]}
		if last := bareSurname(m.words[len(m.words)-1]); last != family {
			keys = append(keys, "family "+last)
		}
		for _, key := range keys {
			full[key] = append(full[key], m)
		}
	}
	return full
}

// mergeFirstFit merges m with the first candidate of its title, else with the first
// that it fits.
func (a *article) mergeFirstFit(m *mention, candidates []*mention) bool {
	for _, c := range candidates {
		if sharesTitle(m, c) && a.merge(c, m) {
			return setPerson(m)
		}
	}
	for _, c := range candidates {
		if fits(m, c) && a.merge(c, m) {
			return setPerson(m)
		}
	}
	return false
}

// sharesTitle reports whether the title before a short name says that it is the full
// name's bearer, where another of the name may be meant: "General Bush" is the one
// named as a general before, "Ms. Bush" the one who is known for a woman.
func sharesTitle(short, full *mention) bool {
	if short.title.Len() == 0 {
		return false
	}
	if short.role == nil {
		return isSexed(short.gender) && full.cluster.gender() == short.gender
	}
	return slices.ContainsFunc(full.cluster.roles(), func(r Role) bool { return r.Office == short.role.Office && r.Former == short.role.Former })
}

// mergeGiven merges a given name that only one person of the article bears.
func (a *article) mergeGiven(m *mention, candidates []*mention) {
	if len(candidates) == 0 || len(m.words) > 1 {
		return
	}
	one := candidates[0].cluster
	for _, c := range candidates {
		if c.cluster != one && !a.merge(candidates[0], c) {
			return
		}
	}
	if _, isGiven := data.FirstName(m.words[0]); isGiven || m.type_ == nlp.Person {
		if a.merge(candidates[0], m) {
			setPerson(m)
		}
	}
}

// setPerson types a short name as what its full name is.
func setPerson(m *mention) bool {
	m.setType(nlp.Person)
	return true
}

// fits reports whether the office before a short name does not contradict those
// of the full name's bearer: "President Bush" is not "First Lady Laura Bush".
func fits(short, full *mention) bool {
	if short.role == nil {
		return true
	}
	for _, r := range full.cluster.roles() {
		if r.Of == short.role.Of && r.Office != short.role.Office && !r.Former && r.Leader != short.role.Leader {
			return false
		}
	}
	return true
}
