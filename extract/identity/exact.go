package identity

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
// Limit: two people of one name in one article are one.
func mergeExact(a *article) {
	first := map[string]*mention{}
	for _, m := range a.names {
		a.mergeFirst(first, m.nameKey(), m)
	}
}

// mergeFirst merges m with the first mention under key, or makes it the first.
func (a *article) mergeFirst(first map[string]*mention, key string, m *mention) {
	if f, ok := first[key]; ok {
		a.merge(f, m)
		return
	}
	first[key] = m
}
