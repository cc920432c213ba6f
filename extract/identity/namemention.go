package identity

import (
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// splitAtCountry divides a name that a country follows after a comma:
// "Georgia, United States" is two.
func (c *collector) splitAtCountry(n nlp.Name) []nlp.Name {
	for i := n.Tokens.First + 1; i+1 < n.Tokens.End; i++ {
		if c.doc.Word(i) == "," && countryIRI(strings.Fields(c.doc.TextOf(nlp.Range{First: i + 1, End: n.Tokens.End}))) != "" {
			return []nlp.Name{
				{Tokens: nlp.Range{First: n.Tokens.First, End: i}, Type: n.Type},
				{Tokens: nlp.Range{First: i + 1, End: n.Tokens.End}, Type: nlp.Place},
			}
		}
	}
	return []nlp.Name{n}
}

// addName adds a name without the determiner, title and genitive ending that
// the name finder may have left on it.
func (c *collector) addName(n nlp.Name) {
	r := c.trimName(n.Tokens)
	if isLiteral(n.Type) || r.Len() == 0 || c.isNoName(r, n.Type) {
		return
	}
	m := &mention{Mention: Mention{Tokens: r, Form: FormName}, sentence: c.doc.SentenceOf(r.First), type_: n.Type}
	c.trimPerson(m)
	c.extendOf(m)
	c.extendName(m)
	c.extendKnown(m)
	c.extendCompany(m)
	c.extendFront(m)
	c.extendDirection(m)
	c.extendEdition(m)
	c.extendShip(m)
	c.extendRiver(m)
	c.extendTitled(m)
	c.extendPurpose(m)
	c.addTitle(m)
	m.name = c.text(m.Tokens)
	m.words = nameWords(m.name)
	m.key = strings.Join(m.words, " ")
	if len(m.words) == 0 {
		return
	}
	m.Head = m.Tokens.End - 1
	m.plural = c.isPlural(m.Head) && m.type_ != nlp.Organization && m.type_ != nlp.Place
	m.type_, m.known = nameType(c, m)
	if m.type_ == nlp.Person && m.gender == data.UnknownGender {
		m.gender = genderOf(m.words)
	}
	c.add(m)
	for i := min(n.Tokens.First, m.Tokens.First); i < m.Tokens.End; i++ {
		c.byToken[i] = m
	}
	for i := m.title.First; i < m.title.End; i++ {
		if c.byToken[i] == nil {
			c.byToken[i] = m // the head of a phrase is sometimes seen in the title
		}
	}
}

// trimPerson takes a country, or a place or nationality before a given name, off the
// front of a person's name ("London Mary Hall", "Peruvian Mary Hall"), and what holds digits, such as a result, off
// its end.
func (c *collector) trimPerson(m *mention) {
	if m.type_ != nlp.Person {
		return
	}
	for m.Tokens.Len() > 1 && (strings.ContainsAny(c.doc.Word(m.Tokens.End-1), "0123456789") || c.isMark(m.Tokens.End-1)) {
		m.Tokens.End--
	}
	if end := m.Tokens.End; m.Tokens.Len() > 2 && c.doc.Word(end-1) == c.doc.Word(end-2) {
		m.Tokens.End-- // the next sentence, or a caption, begins with it: "Ada Lund Lund's …"
	}
	for n := min(maxLandWords, m.Tokens.Len()-2); n > 0; n-- {
		front := nlp.Range{First: m.Tokens.First, End: m.Tokens.First + n}
		_, isCountry := data.CountryNamed(c.text(front))
		_, isPlace := data.PlaceNamed(c.text(front))
		isPlace = isPlace || isDemonym(c.text(front))
		_, isGiven := data.FirstName(c.doc.Word(front.End))
		if isCountry || isPlace && isGiven {
			m.Tokens.First += n
			return
		}
	}
}

// trimName takes determiners and marks off both ends of a name.
func (c *collector) trimName(r nlp.Range) nlp.Range {
	for r.Len() > 0 && (c.isMark(r.First) || c.doc.Tokens[r.First].XPOS == "DT" && !c.titleCased(r.First)) {
		r.First++
	}
	for r.Len() > 0 && (c.isMark(r.End-1) || c.doc.Tokens[r.End-1].XPOS == "POS") {
		r.End--
	}
	return r
}

// titleCased reports whether a determiner belongs to the name: "The Hague".
func (c *collector) titleCased(i int) bool {
	w := c.doc.Word(i)
	return strings.EqualFold(w, "the") && isCapitalised(w) && i+1 < len(c.doc.Tokens) && strings.EqualFold(c.doc.Word(i+1), "hague")
}

// addRepeated adds the words that the name finder left out although they are a
// name found elsewhere in the article, or the surname of one: "Lund" at the
// beginning of a sentence after "Ada Lund".
func (c *collector) addRepeated() {
	known := map[string]nlp.EntityType{}
	for _, m := range c.all {
		last := m.Tokens.End - 1
		if len(m.words) == 1 || m.type_ == nlp.Person {
			known[c.doc.Word(last)] = m.type_
		}
	}
	for i, t := range c.doc.Tokens {
		word := c.doc.Word(i)
		typ, ok := known[word]
		if !ok || c.named[i] || c.byToken[i] != nil || !isCapitalised(word) || len(word) < 3 || t.XPOS == "" || t.XPOS[0] != 'N' {
			continue
		}
		c.addName(nlp.Name{Tokens: nlp.Range{First: i, End: i + 1}, Type: typ})
	}
}
