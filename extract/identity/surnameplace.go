package identity

import "kg/extract/nlp"

// settleSurnames takes a word that the lexicons know as a place for a surname, where
// somebody of that surname was named in full before and the word acts or owns
// something: "Luis Medina scored. … Medina's penalty", "Ana London left. … London said".
// Where the article also speaks of what happens in that place or comes from it, a
// country stays one.
func (a *article) settleSurnames() {
	people := map[string]*mention{} // the first of a surname
	located := map[string]bool{}    // names of which a place is said
	for _, m := range a.names {
		switch {
		case m.type_ == nlp.Person && len(m.words) > 1:
			if family, given := surname(m.words); len(given) > 0 && people[family] == nil {
				people[family] = m
			}
		case a.isLocated(m):
			located[m.key] = true
		}
	}
	for _, m := range a.names {
		p := people[m.key]
		if p == nil || !before(p, m) || m.known == nil || m.known.type_ != nlp.Place || m.known.isCountry && located[m.key] || !a.actsOrOwns(m) {
			continue
		}
		m.known = nil
		m.setType(nlp.Person)
	}
}

// isLocated reports whether a preposition of place stands before m.
func (a *article) isLocated(m *mention) bool {
	if m.Tokens.First == 0 {
		return false
	}
	switch a.doc.Tokens[m.Tokens.First-1].Lemma {
	case "in", "at", "near", "to", "from", "into", "across", "around", "outside":
		return true
	}
	return false
}

// actsOrOwns reports whether m is the subject of a clause or the owner of something,
// and no place before it.
func (a *article) actsOrOwns(m *mention) bool {
	where, _ := a.positionOf(m)
	return (where == subjectOfClause || where == possessor) && !a.isLocated(m)
}
