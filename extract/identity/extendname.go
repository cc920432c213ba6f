package identity

import (
	"regexp"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

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

// extendOf completes a name that breaks off after "of": "House of" before
// "Representatives". Where no capitalised word follows, "of" is no part of it.
func (c *collector) extendOf(m *mention) {
	if m.Tokens.Len() < 2 || c.doc.Word(m.Tokens.End-1) != "of" {
		return
	}
	i, end := m.Tokens.End, c.doc.Sentences[m.sentence].Tokens.End
	for i < end && isCapitalised(c.doc.Word(i)) && strings.HasPrefix(c.doc.Tokens[i].XPOS, "N") && !c.named[i] {
		i++
	}
	if i == m.Tokens.End {
		i--
	}
	m.Tokens.End = i
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

// extendCompany adds the form of a company right behind its name, which says that it is
// one: "Calder Robotics plc".
func (c *collector) extendCompany(m *mention) {
	end := m.Tokens.End
	if end >= c.doc.Sentences[m.sentence].Tokens.End || !companyForms[strings.ToLower(strings.TrimSuffix(c.doc.Word(end), "."))] || c.byToken[end] != nil {
		return
	}
	if w := c.doc.Word(end); w != "plc" && !isCapitalised(w) {
		return
	}
	m.Tokens.End, m.type_ = end+1, nlp.Organization
}

// companyForms end the names of companies.
var companyForms = map[string]bool{"plc": true, "inc": true, "ltd": true, "llc": true, "gmbh": true, "ag": true, "corp": true, "asa": true, "oyj": true}

// extendFront adds the capitalised words before a word that only ends the names of
// bodies: "Norwegian Coastal" before "Forces".
func (c *collector) extendFront(m *mention) {
	t, ok := data.TypeOfLastWord(c.doc.Word(m.Tokens.First))
	if !ok || t != string(nlp.Organization) || m.Tokens.Len() > 1 {
		return
	}
	first := c.doc.Sentences[m.sentence].Tokens.First
	for i := m.Tokens.First - 1; i >= max(first, m.Tokens.End-1-maxFront) && !c.named[i] && isCapitalised(c.doc.Word(i)); i-- {
		if tag := c.doc.Tokens[i].XPOS; tag != "NNP" && tag != "JJ" {
			return
		}
		m.Tokens.First, m.type_ = i, nlp.Organization
	}
}

// maxFront is how many words a name finder may have left off the front of a body's
// name: a country and what the body does.
const maxFront = 3

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

// extendEdition adds the year to the name of a contest or meeting that is held again
// and again: "the 2012 Olympic Games" are not those of 2016.
func (c *collector) extendEdition(m *mention) {
	i := m.Tokens.First - 1
	if m.type_ != nlp.Event || i < c.doc.Sentences[m.sentence].Tokens.First || !year.MatchString(c.doc.Word(i)) {
		return
	}
	if n, ok := c.nameAt[i]; ok && n.Tokens.Len() > 1 {
		return // the end of a date
	}
	m.Tokens.First = i
}

var year = regexp.MustCompile(`^(19|20)\d\d$`)

// extendShip adds the letters that only ships have before their names to a name:
// "USS Harry Lund" is nobody.
func (c *collector) extendShip(m *mention) {
	i := m.Tokens.First
	if !isShipPrefix(c.doc.Word(i)) {
		for i--; i > 0 && c.isMark(i) && c.doc.Word(i) != ","; i-- {
		}
	}
	if i >= c.doc.Sentences[m.sentence].Tokens.First && isShipPrefix(c.doc.Word(i)) && i < m.Tokens.End-1 {
		m.Tokens.First, m.type_ = i, nlp.Product
	}
}

func isShipPrefix(word string) bool {
	switch word {
	case "USS", "HMS", "RMS", "HMAS", "HMCS", "USNS", "USCGC", "INS", "IRIS", "MV":
		return true
	}
	return false
}

// extendRiver adds what stands in brackets to the name of a place that a lexicon has
// with it: "Frankfurt (Oder)".
func (c *collector) extendRiver(m *mention) {
	r := nlp.Range{First: m.Tokens.First, End: m.Tokens.End + 3}
	if m.type_ != nlp.Place || r.End > c.doc.Sentences[m.sentence].Tokens.End || c.doc.Word(m.Tokens.End) != "(" {
		return
	}
	if _, ok := data.PlaceNamed(c.text(r)); ok {
		m.Tokens = r
	}
}

// extendTitled takes a place and the capitalised word behind it for the name of
// what the noun behind that says it is: "the Lima Courier newspaper". Where that
// is a medium, it stands for the name as well.
func (c *collector) extendTitled(m *mention) {
	i := m.Tokens.End
	if k := c.kindBehind(m); k > 0 {
		m.kind = k
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

// kindBehind returns the noun behind the name of a body that says what kind of body it
// is, perhaps with the abbreviation in brackets between: "the Orva Lira union", "the
// Lake Workers (LW) party"; 0 where there is none. With another noun behind it, it does
// not stand for the name: "the Lira union hall".
func (c *collector) kindBehind(m *mention) int {
	i, end := m.Tokens.End, c.doc.Sentences[m.sentence].Tokens.End
	if i+2 < end && c.doc.Word(i) == "(" && c.doc.Word(i+2) == ")" {
		i += 3
	}
	if m.type_ != nlp.Organization || i >= end || !isMedium(c.doc.Word(i)) && !bodyKinds[c.doc.Word(i)] {
		return 0
	}
	if i+1 < end && (strings.HasPrefix(c.doc.Tokens[i+1].XPOS, "N") || c.doc.Tokens[i+1].XPOS == "POS" || c.doc.Tokens[i+1].XPOS == "HYPH") {
		return 0
	}
	return i
}

// bodyKinds are the nouns that say behind the name of a body what it is.
var bodyKinds = map[string]bool{
	"party": true, "union": true, "group": true, "company": true, "firm": true, "club": true, "agency": true, "network": true, "movement": true,
	"militia": true, "airline": true, "bank": true, "foundation": true, "institute": true, "charity": true, "university": true, "battalion": true,
	"faction": true, "organization": true, "organisation": true, "association": true, "conglomerate": true, "chain": true,
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
