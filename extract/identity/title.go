package identity

import (
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// addTitle finds the title of a person's name, inside what the name finder gave
// and before it: "French President Emmanuel Macron" has the name "Emmanuel
// Macron" and the title "French President"; "President of Peru Ana Ruiz" has "Ana
// Ruiz". A title that is part of how its bearer is known stays: "Pope Francis".
func (c *collector) addTitle(m *mention) {
	if m.type_ == nlp.Event || m.type_ == nlp.Law || m.type_ == nlp.Group {
		return
	}
	for end := m.Tokens.End - 1; end >= m.Tokens.First; end-- {
		if !isCapitalised(c.doc.Word(end)) || end > m.Tokens.First && m.type_ != nlp.Person && m.type_ != nlp.Thing {
			continue
		}
		first, role, office := c.titleBefore(end)
		if office != nil && office.Name == "sheikh" && end-1 > m.Tokens.First {
			return // a name within the name: "Hassan Sheikh Mohamud"
		}
		if office != nil && (m.type_ == nlp.Person || m.type_ == nlp.Thing || c.isStrongTitle(m, office)) {
			m.title = nlp.Range{First: first, End: end}
			m.Tokens.First = end
			c.setTitle(m, role, office)
			return
		}
	}
}

// isStrongTitle reports whether a title makes a person of what the name finder
// took for a place or an organisation: "President Lincoln", "defence minister Israel
// Lund", but not "coach Germany".
func (c *collector) isStrongTitle(m *mention, office *data.Office) bool {
	if _, isGiven := data.FirstName(c.doc.Word(m.Tokens.First)); isGiven && m.Tokens.Len() == 2 {
		return lookup(c.text(m.Tokens), m.type_) == nil
	}
	return (office.Leader || isAddress(office.Name) || isStyle(office.Name)) && office.Name != leader &&
		lookup(c.text(m.Tokens), nlp.Person) == nil && m.type_ == nlp.Place && m.Tokens.Len() == 1
}

func (c *collector) setTitle(m *mention, role Role, office *data.Office) {
	m.role, m.gender, m.type_ = &role, office.Gender, nlp.Person
	if isStyle(office.Name) && c.isRegnal(office.Name, m.Tokens) {
		m.styled = c.doc.Word(m.Tokens.First - 1)
	}
	if isAddress(office.Name) {
		m.role = nil
	}
}

// titleBefore returns the longest title that ends before the token with index
// end; a nil office where there is none.
func (c *collector) titleBefore(end int) (first int, role Role, office *data.Office) {
	first = end
	low := max(c.doc.Sentences[c.doc.SentenceOf(end)].Tokens.First, end-maxTitleWords)
	for first > low && c.mayBeInTitle(first-1) && !c.joinsPerson(first-1) {
		first--
	}
	for ; first < end; first++ {
		if role, office, ok := readTitle(c.text(nlp.Range{First: first, End: end})); ok {
			return first, role, office
		}
	}
	return end, Role{}, nil
}

// joinsPerson reports whether token i is the "and" behind a person's name: in "Governor
// Lena Orr and Judge Paul Orr" the title begins behind it.
func (c *collector) joinsPerson(i int) bool {
	return c.doc.Tokens[i].XPOS == "CC" && i > 0 && c.nameAt[i-1].Type == nlp.Person
}

func (c *collector) mayBeInTitle(i int) bool {
	if c.literal[i] {
		return false
	}
	switch c.doc.Tokens[i].XPOS {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "VBN", "CC":
		return true
	case "IN", "DT":
		word := strings.ToLower(c.doc.Word(i))
		return word == "of" || word == "for" || word == "the"
	}
	return false
}

// maxTitleWords is the longest title looked for before a name: "US Presidential
// Special Envoy for …" and its like.
const maxTitleWords = 7

// readTitle reads text that is a title and nothing else: it ends with an office
// that may stand before a name, or with the country or body whose office it is.
func readTitle(text string) (Role, *data.Office, bool) {
	words := strings.Fields(text)
	switch strings.ToLower(words[0]) {
	case "of", "for", "the", "and", "'s":
		return Role{}, nil, false
	}
	role, ok := ParseRole(text)
	if !ok {
		return Role{}, nil, false
	}
	if office := officeEnding(words); office != nil && office.Title {
		return role, office, true
	}
	if head, of, isOf := cutOf(words); isOf && knownIRI(withoutThe(of)) != "" {
		if office := officeEnding(head); office != nil && office.Title {
			return role, office, true
		}
	}
	return Role{}, nil, false
}

// officeEnding returns the longest office at the end of words; nil where there
// is none.
func officeEnding(words []string) *data.Office {
	for n := min(data.LongestOffice(), len(words)); n > 0; n-- {
		if o, ok := data.OfficeCalled(strings.Join(words[len(words)-n:], " ")); ok {
			return o
		}
	}
	return nil
}

// isStyle reports whether an office belongs to the name of who holds it.
func isStyle(office string) bool {
	switch office {
	case "pope", "king", "queen", "prince", "princess", "emperor", "empress", "crown prince", "patriarch", "saint", "dalai lama", "duke", "duchess", "sheikh":
		return true
	}
	return false
}

// isRegnal reports whether r is a given name as rulers and popes bear it. With a
// number only a pope keeps the title: "Pope Leo XIV", "Charles III".
func (c *collector) isRegnal(office string, r nlp.Range) bool {
	if r.Len() == 1 {
		return true
	}
	return office == "pope" && strings.Trim(c.doc.Word(r.End-1), "IVX") == ""
}

// isAddress reports whether an office is a mere form of address.
func isAddress(office string) bool {
	switch office {
	case "mister", "missus", "miss", "doctor", "sir", "herr", "frau", "monsieur", "madame", "comrade", "dame", "lady", "lord":
		return true
	}
	return false
}
