package identity

import (
	"regexp"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// isNoName reports whether what the name finder found stands for no thing of its
// own: an adjective ("Republican voters", "South" of "South Korean"), the end of an
// office ("head of State"), a party's letter with a state ("R-Ohio"), the letters
// before the name of a ship or the figure of an earthquake, a word without a capital.
func (c *collector) isNoName(r nlp.Range, t nlp.EntityType) bool {
	if c.isAdjective(r) || t == nlp.Thing && c.isSentenceAdjective(r) || c.endsOffice(r) {
		return true
	}
	word := c.doc.TextOf(r)
	if r.Len() > 1 {
		return false
	}
	return partyLabel.MatchString(word) || strings.ToLower(word) == word && isCapitalType(t) && lookup(word, t) == nil ||
		isShipPrefix(word) || word == "Mw" || c.isLonelyAdjective(r) || c.beginsDemonym(r)
}

// partyLabel is how American papers write whose party and state a legislator is of.
var partyLabel = regexp.MustCompile(`^[DIR]-[A-Z]`)

// isCapitalType reports whether names of the type are written with a capital, as
// "iPhone" and "arXiv" are not in their first letter.
func isCapitalType(t nlp.EntityType) bool {
	return t == nlp.Person || t == nlp.Place || t == nlp.Organization
}

// isLonelyAdjective reports whether r is an adjective that modifies a word which is
// no part of a name: "Muslim voters", but not "Green Party".
func (c *collector) isLonelyAdjective(r nlp.Range) bool {
	t := c.doc.Tokens[r.First]
	if !strings.HasPrefix(t.XPOS, "JJ") || t.Rel != "amod" || t.Head < 0 {
		return false
	}
	return !isCapitalised(c.doc.Word(t.Head)) && lookup(c.doc.Word(r.First), nlp.Thing) == nil
}

// beginsDemonym reports whether the word of r is the first of an adjective of two:
// "South" of "South Korean".
func (c *collector) beginsDemonym(r nlp.Range) bool {
	return r.End < len(c.doc.Tokens) && !c.named[r.End] && isDemonym(c.doc.Word(r.First)+" "+c.doc.Word(r.End))
}

// endsOffice reports whether r is the end of an office: "State" of "Secretary of
// State".
func (c *collector) endsOffice(r nlp.Range) bool {
	if r.Len() > 1 || r.First < 2 || !strings.EqualFold(c.doc.Word(r.First-1), "of") {
		return false
	}
	_, ok := data.OfficeCalled(c.text(nlp.Range{First: r.First - 2, End: r.End}))
	return ok
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
