package identity

import (
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// land is a country, or a part of one, whose institutions have its adjective in
// their name.
type land struct{ name, adjective string }

// landNamed returns the country, state or region that words name or describe:
// "South Korea", "South Korean", "California".
func landNamed(words []string) (land, bool) {
	name := strings.TrimSuffix(strings.TrimSuffix(strings.Join(withoutThe(words), " "), "'s"), "'")
	if !isCapitalised(name) {
		return land{}, false
	}
	for _, find := range []func(string) (*data.Country, bool){data.CountryNamed, data.CountryOf} {
		if c, ok := find(name); ok {
			return landOf(c), true
		}
	}
	for _, find := range []func(string) (*data.Place, bool){data.PlaceNamed, data.PlaceOf} {
		if p, ok := find(name); ok && p.Country != "" && (p.Kind == "state" || p.Kind == "region") {
			return land{p.Name, p.Name}, true
		}
	}
	return land{}, false
}

// landOf returns a country as a land. Americans name their institutions after
// the country, not after its adjective, which is also a continent's, and so do New
// Zealanders.
func landOf(c *data.Country) land {
	if c.Adjective == "" || c.Adjective == "American" || c.Adjective == "New Zealander" {
		return land{c.Name, c.Name}
	}
	return land{c.Name, c.Adjective}
}

// withoutLand takes the country off the front or the end of a name.
func withoutLand(words []string) ([]string, land) {
	for n := min(maxLandWords, len(words)-1); n > 0; n-- {
		if l, ok := landNamed(words[:n]); ok {
			return words[n:], l
		}
	}
	for i := 1; i < len(words)-1; i++ {
		if strings.EqualFold(words[i], "of") {
			if l, ok := landNamed(words[i+1:]); ok {
				return words[:i], l
			}
		}
	}
	return words, land{}
}

// maxLandWords is the length of the longest name of a land before an
// institution's: "Bosnia and Herzegovina".
const maxLandWords = 3

// landBeside returns the land that stands directly before a name, as adjective
// or owner, or behind it after "of" or "in".
func (a *article) landBeside(r nlp.Range) land {
	sentence := a.doc.Sentences[a.doc.SentenceOf(r.First)].Tokens
	end := r.First
	if end > sentence.First && a.doc.Tokens[end-1].XPOS == "POS" {
		end--
	}
	for n := maxLandWords; n > 0; n-- {
		if end-n < sentence.First {
			continue
		}
		if l, ok := landNamed(a.wordsOf(nlp.Range{First: end - n, End: end})); ok {
			return l
		}
	}
	if next := r.End; next+1 < sentence.End && (a.doc.Word(next) == "of" || a.doc.Word(next) == "in") {
		first := next + 1
		if strings.EqualFold(a.doc.Word(first), "the") {
			first++
		}
		if m := a.byToken[first]; m != nil && m.Form == FormName {
			if l, ok := landNamed(a.wordsOf(m.Tokens)); ok {
				return l
			}
		}
	}
	return land{}
}

// landMention is a place in the text where a country is spoken of.
type landMention struct {
	token, paragraph int
	land             land
}

// landMentions returns where the article speaks of countries: by their names, by
// places in them and by adjectives.
func (a *article) landMentions() []landMention {
	var found []landMention
	for i := range a.doc.Tokens {
		c := a.countryAt(i)
		if c != nil {
			found = append(found, landMention{i, a.paragraphOf(i), landOf(c)})
		}
	}
	return found
}

// countryAt returns the country that token i speaks of as the first word of a
// name or as an adjective; nil where it speaks of none.
func (a *article) countryAt(i int) *data.Country {
	if m := a.byToken[i]; m != nil && m.Form == FormName && m.known != nil {
		if m.Tokens.First != i {
			return nil
		}
		c, _ := data.CountryNamed(m.known.country)
		return c
	}
	if !isCapitalised(a.doc.Word(i)) {
		return nil
	}
	if i+1 < len(a.doc.Tokens) {
		if c, ok := data.CountryOf(a.doc.Word(i) + " " + a.doc.Word(i+1)); ok {
			return c
		}
	}
	c, _ := data.CountryOf(a.doc.Word(i))
	return c
}

// topicOf returns the land that is spoken of most, if twice as often as any other.
func topicOf(lands []landMention) land {
	count := map[land]int{}
	for _, l := range lands {
		count[l.land]++
	}
	var best land
	second := 0
	for _, l := range lands {
		switch n := count[l.land]; {
		case best == l.land:
		case n > count[best]:
			best, second = l.land, count[best]
		case n > second:
			second = n
		}
	}
	if count[best] < 2*second {
		return land{}
	}
	return best
}

// nearestBefore returns the last land spoken of before a token, else the first.
func nearestBefore(lands []landMention, token int) land {
	var found land
	for _, l := range lands {
		if found == (land{}) || l.token < token {
			found = l.land
		}
	}
	return found
}
