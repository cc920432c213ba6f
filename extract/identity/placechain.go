package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// settlePlaces tells places of one name apart by what stands beside them: the
// country that they lie in, the larger place that follows, or states in a list; else,
// for the names of homonyms.tsv, by the country that is spoken of.
//
// "Tripoli, Lebanon" and "Pakistan's Punjab" are not the places best known by
// those names; "Albany, New York" is in the state, not in the city, and so is
// "Ohio and New York". Later mentions of the name in the same paragraph are the same
// place.
// Limit: any other name without a word beside it is the best known place.
func (a *article) settlePlaces() {
	moved := map[string]*mention{} // by name: the last that is not the best known
	for i, m := range a.names {
		if m.type_ != nlp.Place {
			continue
		}
		k := a.placeBeside(m, i)
		if n := moved[m.key]; k == nil && n != nil && a.paragraphOf(n.Head) == a.paragraphOf(m.Head) {
			k = n.known
		}
		if k == nil {
			k = a.homonymSpokenOf(m)
		}
		if k != nil {
			m.known = k
			moved[m.key] = m
		}
	}
}

// placeBeside returns the place that a name, that with index i, is by what stands
// beside it; nil where that is the best known one.
func (a *article) placeBeside(m *mention, i int) *known {
	if m.known == nil || m.known.isCountry {
		return nil
	}
	if l := a.containerLand(m); l.name != "" && m.known.country != "" && l.name != m.known.country {
		return placeIn(m, l.name)
	}
	state, ok := data.PlaceNamed(m.known.name + " State")
	if ok && !strings.Contains(m.key, "city") && (a.placeInside(m) != nil || a.isAmongStates(i)) {
		return &known{name: state.Name, iri: kgPrefix + state.IRI, type_: nlp.Place, country: state.Country}
	}
	return nil
}

// placeIn is the place of a name that lies in another country than the best known.
func placeIn(m *mention, country string) *known {
	return &known{name: m.name, iri: EntityIRI(m.name + " (" + country + ")"), type_: nlp.Place, country: country}
}

// isAmongStates reports whether the name with index i stands in a list next to a
// state or a province: "Ohio and New York".
func (a *article) isAmongStates(i int) bool {
	return i > 0 && isFederalState(a.names[i-1]) && a.joinsList(a.names[i-1], a.names[i]) ||
		i+1 < len(a.names) && isFederalState(a.names[i+1]) && a.joinsList(a.names[i], a.names[i+1])
}

func isFederalState(m *mention) bool { return m.known != nil && m.known.isState }

// homonymSpokenOf returns the place of the name of m in another country, where the
// paragraph speaks of that country and not of the one that m is best known to lie
// in; where it speaks of neither, the article. Nil where nothing tells.
func (a *article) homonymSpokenOf(m *mention) *known {
	if m.known == nil || m.known.isCountry {
		return nil
	}
	p, ok := data.PlaceNamed(m.name)
	if !ok || p.Country != m.known.country || len(data.HomonymsOf(p)) == 0 {
		return nil
	}
	var here, everywhere []landMention
	for _, l := range a.landMentions() {
		if i := a.byToken[l.token]; i != nil && i.key == m.key {
			continue
		}
		everywhere = append(everywhere, l)
		if l.paragraph == a.paragraphOf(m.Head) {
			here = append(here, l)
		}
	}
	if len(here) == 0 && !a.digest {
		here = everywhere
	}
	var found *known
	for _, l := range here {
		switch {
		case l.land.name == p.Country || found != nil && l.land.name != found.country && slices.Contains(data.HomonymsOf(p), l.land.name):
			return nil
		case slices.Contains(data.HomonymsOf(p), l.land.name):
			found = placeIn(m, l.land.name)
		}
	}
	return found
}

// containerLand returns the country that a place's name gives as where it lies,
// behind a comma or before it as owner or adjective.
func (a *article) containerLand(m *mention) land {
	if next := a.nameBehindComma(m); next != nil && next.known != nil && next.known.isCountry {
		return land{name: sovereign(next.known.country)}
	}
	if n := a.placeInside(m); n != nil && !m.known.isCity && n.known != nil && n.known.country != "" && !n.known.isCountry {
		return land{name: n.known.country}
	}
	if l := a.landBeside(m.Tokens); l.name != "" {
		if _, isCountry := data.CountryNamed(l.name); isCountry {
			return land{name: sovereign(l.name)}
		}
	}
	return land{}
}

// sovereign returns the state of which a country with a name of its own is part.
func sovereign(country string) string {
	switch country {
	case "England", "Scotland", "Wales", "Northern Ireland":
		return "United Kingdom"
	}
	return country
}

// nameBehindComma returns the name of a place that follows m after a comma.
func (a *article) nameBehindComma(m *mention) *mention {
	if i := m.Tokens.End; i+1 < len(a.doc.Tokens) && a.doc.Word(i) == "," {
		if n := a.byToken[i+1]; n != nil && n.Form == FormName && n.type_ == nlp.Place {
			return n
		}
	}
	return nil
}

// placeInside returns the smaller place that m follows after a comma, as a state
// does in "Albany, New York, …"; a list of places goes on with "and", and none of
// its members is inside another.
func (a *article) placeInside(m *mention) *mention {
	i := m.Tokens.First
	if i < 2 || a.doc.Word(i-1) != "," {
		return nil
	}
	n := a.byToken[i-2]
	if n == nil || n.Form != FormName || n.type_ != nlp.Place || n.known != nil && n.known.isCountry {
		return nil
	}
	if end := m.Tokens.End; end+1 < len(a.doc.Tokens) {
		for _, word := range []string{a.doc.Word(end), a.doc.Word(end + 1)} {
			if strings.EqualFold(word, "and") || strings.EqualFold(word, "or") {
				return nil
			}
		}
	}
	return n
}

// settleDivisions completes the names of administrative divisions whose kind is
// said once for several: "the Kyiv and Odesa oblasts", "the governorates of Daraa
// and Quneitra".
func (a *article) settleDivisions() {
	kinds := map[*mention]string{}
	for i, m := range a.names {
		if m.type_ == nlp.Place {
			kinds[m] = a.divisionOf(i)
		}
	}
	for _, m := range a.names {
		last := len(m.words) - 1
		switch {
		case kinds[m] != "":
			a.rename(m, m.name+" "+kinds[m])
		case last > 0 && divisions[m.words[last]] != "" && m.Tokens.First > 0 && isJoint(a.doc.Word(m.Tokens.First-1)):
			m.type_ = nlp.Place
			a.rename(m, strings.Join(strings.Fields(m.name)[:last], " ")+" "+divisions[m.words[last]])
		}
	}
}

// rename gives a name that its list completes its full form.
func (a *article) rename(m *mention, name string) {
	m.name = name
	m.words = nameWords(name)
	m.key = strings.Join(m.words, " ")
	m.type_, m.known = nameType(a.collector, m)
}

// isJoint reports whether a word stands between the members of a list.
func isJoint(word string) bool { return word == "," || word == "and" }

// divisionOf returns the kind of division that a list of places, of which the
// name with index i is one, is said to be, as it stands in a name; empty where
// nothing is said.
func (a *article) divisionOf(i int) string {
	last := i
	for last+1 < len(a.names) && a.joinsList(a.names[last], a.names[last+1]) {
		last++
	}
	first := i
	for first > 0 && a.joinsList(a.names[first-1], a.names[first]) {
		first--
	}
	if first == last {
		return ""
	}
	end := a.names[last].Tokens.End
	if kind := divisions[strings.ToLower(a.doc.Word(end-1))]; kind != "" && i != last {
		return kind // the last name took it: "Kyiv, Odesa and Sumy Oblasts"
	}
	if kind := a.divisionAfter(end); kind != "" {
		return kind
	}
	if end < len(a.doc.Tokens) {
		if kind := divisions[strings.ToLower(a.doc.Word(end))]; kind != "" {
			return kind
		}
	}
	if begin := a.names[first].Tokens.First; begin > 1 && a.doc.Word(begin-1) == "of" {
		return divisions[strings.ToLower(a.doc.Word(begin-2))]
	}
	return ""
}

// divisionAfter returns the kind of division at the end of a list of which the last
// member, behind token end, was found to be no name, or no place: "and Sumy Oblasts".
func (a *article) divisionAfter(end int) string {
	for end < len(a.doc.Tokens) && isJoint(a.doc.Word(end)) {
		end++
	}
	if end+1 < len(a.doc.Tokens) && isCapitalised(a.doc.Word(end)) && isJoint(a.doc.Word(end-1)) {
		return divisions[strings.ToLower(a.doc.Word(end+1))]
	}
	return ""
}

// divisions gives the plural of a kind of division its singular in names.
var divisions = map[string]string{
	"oblasts": "Oblast", "governorates": "Governorate", "provinces": "Province", "districts": "District",
	"counties": "County", "departments": "Department", "prefectures": "Prefecture",
}

// joinsList reports whether two places stand next to each other in a list.
func (a *article) joinsList(m, n *mention) bool {
	if m.type_ != nlp.Place || n.type_ != nlp.Place || m.sentence != n.sentence || n.Tokens.First-m.Tokens.End > 2 {
		return false
	}
	for i := m.Tokens.End; i < n.Tokens.First; i++ {
		if !isJoint(a.doc.Word(i)) {
			return false
		}
	}
	return n.Tokens.First > m.Tokens.End
}
