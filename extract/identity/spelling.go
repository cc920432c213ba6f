package identity

import "kg/extract/nlp"

// mergeSpellings puts together one foreign name in two romanisations:
// "Volodymyr Zelenskyy", "Volodimir Zelensky" and "Zelensky".
// Limit: names whose spellings lie further apart ("Gaddafi", "Kadhafi") stay
// two, and a bare surname needs to come out exactly the same.
func mergeSpellings(a *article) {
	var families []string // in text order
	byFamily := map[string][]*mention{}
	for _, m := range a.names {
		if m.type_ != nlp.Person && (m.type_ != nlp.Thing || len(m.words) != 1) || m.known != nil || m.styled != "" {
			continue
		}
		family, _ := surname(m.words)
		family = respell(family)
		if byFamily[family] == nil {
			families = append(families, family)
		}
		byFamily[family] = addDistinct(byFamily[family], []*mention{m})
	}
	for i, family := range families {
		a.mergeFamily(byFamily[family], byFamily[family])
		for _, other := range families[i+1:] {
			if sameSpelling(family, other) {
				a.mergeFamily(byFamily[family], byFamily[other])
			}
		}
	}
}

// mergeFamily merges the bearers of a surname who may be one: a full name with
// one that agrees, a bare surname with the only person who has it.
func (a *article) mergeFamily(ms, ns []*mention) {
	for _, m := range ms {
		for _, n := range ns {
			if m.cluster == n.cluster || len(m.words) < 2 && len(n.words) < 2 {
				continue
			}
			if len(m.words) > 1 && len(n.words) > 1 && !personNamesAgree(m.words, n.words) {
				continue
			}
			if (m.type_ == nlp.Person || n.type_ == nlp.Person) && a.merge(m, n) {
				m.setType(nlp.Person)
				n.setType(nlp.Person)
			}
		}
	}
}
