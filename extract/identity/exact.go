package identity

import "slices"

// mergeKnown puts together names that the lexicons hold as names of one country,
// place or organisation: "US", "the United States" and "USA"; "Kiev" and "Kyiv".
// Limit: "Washington" is the city even where it stands for the government.
func mergeKnown(a *article) {
	first := map[string]*mention{}
	for _, m := range a.all {
		if m.known != nil {
			a.mergeFirst(first, m.known.iri, m)
		}
	}
}

// mergeExact puts together names that are the same words, but for case, accents,
// full stops and a title: "Emmanuel Macron" and "President Emmanuel Macron".
// Where several people of the article have a surname, it is not the same name with
// another title: "Mr. Lund" and "Ms. Lund".
// Limit: two people of one name in one article are one.
func mergeExact(a *article) {
	first := map[string]*mention{}
	full := a.fullNames()
	for _, m := range a.names {
		key := m.nameKey()
		if m.title.Len() > 0 && mayBeShort(m) && haveSeveral(full["family "+bareSurname(m.key)]) {
			key += "\x00" + m.titleKey()
		}
		a.mergeFirst(first, key, m)
	}
}

// haveSeveral reports whether full names of one surname are those of several people.
func haveSeveral(names []*mention) bool {
	return slices.ContainsFunc(names, func(m *mention) bool { return !personNamesAgree(names[0].words, m.words) })
}

// titleKey is what the title before a name says of who bears it.
func (m *mention) titleKey() string {
	if m.role != nil {
		return m.role.Office
	}
	return string(m.gender)
}

// mergeFirst merges m with the first mention under key, or makes it the first.
func (a *article) mergeFirst(first map[string]*mention, key string, m *mention) {
	if f, ok := first[key]; ok {
		a.merge(f, m)
		return
	}
	first[key] = m
}
