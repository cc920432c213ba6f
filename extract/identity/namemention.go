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
	if isLiteral(n.Type) || r.Len() == 0 || c.isAdjective(r) || n.Type == nlp.Thing && c.isSentenceAdjective(r) {
		return
	}
	m := &mention{Mention: Mention{Tokens: r, Form: FormName}, sentence: c.doc.SentenceOf(r.First), type_: n.Type}
	c.trimPerson(m)
	c.extendName(m)
	c.extendKnown(m)
	c.extendDirection(m)
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

// trimPerson takes a country, or a place before a given name, off the front of a
// person's name ("London Mary Hall"), and what holds digits, such as a result, off
// its end.
func (c *collector) trimPerson(m *mention) {
	if m.type_ != nlp.Person {
		return
	}
	for m.Tokens.Len() > 1 && (strings.ContainsAny(c.doc.Word(m.Tokens.End-1), "0123456789") || c.isMark(m.Tokens.End-1)) {
		m.Tokens.End--
	}
	for n := min(maxLandWords, m.Tokens.Len()-2); n > 0; n-- {
		front := nlp.Range{First: m.Tokens.First, End: m.Tokens.First + n}
		_, isCountry := data.CountryNamed(c.text(front))
		_, isPlace := data.PlaceNamed(c.text(front))
		_, isGiven := data.FirstName(c.doc.Word(front.End))
		if isCountry || isPlace && isGiven {
			m.Tokens.First += n
			return
		}
	}
}

// extendName adds the capitalised words after a name up to one that only ends
// names: "Forces" after "Allied Democratic", "Armed Forces" after "Syrian".
func (c *collector) extendName(m *mention) {
	end := c.doc.Sentences[m.sentence].Tokens.End
	for i := m.Tokens.End; i < min(end, m.Tokens.End+maxExtension); i++ {
		if c.named[i] || !isCapitalised(c.doc.Word(i)) || !strings.HasPrefix(c.doc.Tokens[i].XPOS, "N") && c.doc.Tokens[i].XPOS != "JJ" {
			return
		}
		if t, ok := data.TypeOfLastWord(c.doc.Word(i)); ok {
			m.Tokens.End, m.type_ = i+1, nlp.EntityType(t)
			return
		}
	}
}

// extendKnown widens a name to the longest one around it that a lexicon holds:
// "Allied Democratic Forces" where only the last two words were found.
func (c *collector) extendKnown(m *mention) {
	s := c.doc.Sentences[m.sentence].Tokens
	for first := max(s.First, m.Tokens.First-maxExtension); first <= m.Tokens.First; first++ {
		for end := min(s.End, m.Tokens.End+maxExtension+1); end >= m.Tokens.End; end-- {
			r := nlp.Range{First: first, End: end}
			if r == m.Tokens {
				return
			}
			if isCapitalised(c.doc.Word(first)) && isCapitalised(c.doc.Word(end-1)) && c.doc.Tokens[first].XPOS != "DT" && !c.overlapsOther(r, m.Tokens) {
				if _, ok := data.OrganizationNamed(c.text(r)); ok {
					m.Tokens, m.type_ = r, nlp.Organization
					return
				}
			}
		}
	}
}

// extendDirection adds the part of the compass in the name of a region to it:
// "Eastern Germany" is not Germany. In small letters it only says where.
func (c *collector) extendDirection(m *mention) {
	i := m.Tokens.First - 1
	if m.type_ != nlp.Place || i < c.doc.Sentences[m.sentence].Tokens.First || c.named[i] || !isCapitalised(c.doc.Word(i)) {
		return
	}
	switch strings.ToLower(c.doc.Word(i)) {
	case "northern", "southern", "eastern", "western", "central":
		m.Tokens.First = i
	}
}

// extendTitled takes a place and the capitalised word behind it for the name of
// what the noun behind that says it is: "the Lima Courier newspaper". Where that
// is a medium, it stands for the name as well.
func (c *collector) extendTitled(m *mention) {
	i := m.Tokens.End
	if m.type_ == nlp.Organization && i < c.doc.Sentences[m.sentence].Tokens.End && isMedium(c.doc.Word(i)) {
		m.kind = i
		return
	}
	if m.type_ != nlp.Place || i+1 >= c.doc.Sentences[m.sentence].Tokens.End || c.named[i] ||
		!isCapitalised(c.doc.Word(i)) || c.doc.Tokens[i].XPOS != "NNP" || isCapitalised(c.doc.Word(i+1)) || c.doc.Tokens[i+1].XPOS != "NN" {
		return
	}
	if c.noun(i+1).Type == string(nlp.Organization) {
		m.Tokens.End, m.type_, m.kind = i+1, nlp.Organization, i+1
	}
}

func isMedium(word string) bool {
	switch word {
	case "newspaper", "daily", "weekly", "tabloid", "magazine", "broadcaster":
		return true
	}
	return false
}

// overlapsOther reports whether r reaches into a name other than the one at own
// that begins or ends outside of r.
func (c *collector) overlapsOther(r, own nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		n, ok := c.nameAt[i]
		if ok && !n.Tokens.Overlaps(own) && (!r.Contains(n.Tokens) || isLiteral(n.Type)) {
			return true
		}
	}
	return false
}

// extendPurpose adds what a body is for to its name: "Observatory for Human
// Rights", "Committee on Budgets".
func (c *collector) extendPurpose(m *mention) {
	s := c.doc.Sentences[m.sentence].Tokens
	end := m.Tokens.End
	if t, ok := data.TypeOfLastWord(c.doc.Word(end - 1)); !ok || t != string(nlp.Organization) || end+1 >= s.End || c.doc.Word(end) != "for" {
		return
	}
	i := end + 1
	for i < s.End && isCapitalised(c.doc.Word(i)) && strings.HasPrefix(c.doc.Tokens[i].XPOS, "N") && (!c.named[i] || c.isThing(i)) {
		i++
	}
	if i > end+1 {
		m.Tokens.End, m.type_ = i, nlp.Organization
	}
}

// isThing reports whether the name finder could not tell what the name at token
// i is of.
func (c *collector) isThing(i int) bool {
	t := c.nameAt[i].Type
	return t == nlp.Thing || t == nlp.Organization
}

// maxExtension is how many words a name finder may have left off a name's end.
const maxExtension = 2

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

// isAdjective reports whether a name is a nationality used as an adjective, as
// in "German troops": it stands for no thing of its own.
func (c *collector) isAdjective(r nlp.Range) bool {
	word := c.doc.TextOf(r)
	country, isCountry := data.CountryOf(word)
	_, isPlace := data.PlaceOf(word)
	if !isCountry && !isPlace {
		return false
	}
	last := r.End - 1
	if tag := c.doc.Tokens[last].XPOS; tag == "NNPS" || tag == "NNS" {
		return false
	}
	if isCountry && country.HasDemonym(word) && strings.HasSuffix(word, "s") {
		return false
	}
	return true
}

// isSentenceAdjective reports whether r is one adjective whose capital is only
// its sentence's: "Local authorities …".
func (c *collector) isSentenceAdjective(r nlp.Range) bool {
	return r.Len() == 1 && strings.HasPrefix(c.doc.Tokens[r.First].XPOS, "JJ") &&
		c.doc.Sentences[c.doc.SentenceOf(r.First)].Tokens.First == r.First
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
