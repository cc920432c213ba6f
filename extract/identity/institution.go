package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// institution is a body of which many countries have one: a supreme court, a
// ministry of defence, a labour party. Which it is depends on the country.
type institution struct {
	kind string // in the form in which kinds are compared: "ministry of defence"
	of   land   // whose it is; zero where the name and its neighbours do not say
}

// readInstitution reads a name as that of an institution. Words that say whose
// it is stand before its kind or, with "of", behind it.
//
// "Supreme Court of Brazil", "Russian Defence Ministry", "National Assembly".
// Limit: one word alone is an institution only where it is hardly ever short for
// another name ("Parliament", but not "Commission").
func readInstitution(words []string) (institution, bool) {
	var b institution
	words, b.of = withoutLand(words)
	kind := nameWords(strings.Join(words, " "))
	if !isKind(kind) {
		return institution{}, false
	}
	b.kind = settleKind(kind)
	return b, true
}

// isKind reports whether every word is one that institutions' names are made of.
func isKind(words []string) bool {
	heads, parts := 0, 0
	for _, w := range words {
		switch head, ok := data.InstitutionWord(w); {
		case head:
			heads++
		case ok:
			parts++
		case !slices.Contains([]string{"of", "the", "and", "for", "on", "against"}, w):
			return false
		}
	}
	if heads > 0 && heads+parts == 1 {
		return slices.Contains([]string{"parliament", "senate", "congress", "army", "navy", "treasury", "legislature", "government"}, words[0])
	}
	return heads > 0 || slices.Contains(words, "house") || len(words) == 2 && parts == 2 && words[1] == "democrats"
}

// settleKind writes the kinds that go by several forms in one: "Foreign
// Ministry" is a ministry of foreign affairs, "Department of Defense" one of
// defence.
func settleKind(words []string) string {
	var kept []string
	for _, w := range words {
		switch w {
		case "the":
			continue
		case "defense":
			w = "defence"
		case "labor":
			w = "labour"
		case "internal":
			w = "interior"
		}
		kept = append(kept, w)
	}
	for _, head := range []string{"ministry", "department"} {
		if last := len(kept) - 1; last > 0 && kept[last] == head {
			kept = slices.Concat([]string{head, "of"}, kept[:last])
		}
	}
	kind := strings.Join(kept, " ")
	switch kind {
	case "ministry of foreign", "ministry of external affairs":
		return "ministry of foreign affairs"
	case "ministry of interior affairs":
		return "ministry of interior"
	}
	if whose, ok := strings.CutSuffix(kind, " democrats"); ok {
		return whose + " democratic party"
	}
	return kind
}

// name is the institution's name with its land: "Brazilian Supreme Court".
func (b institution) name() string { return b.of.adjective + " " + titleCase(b.kind) }

// titleCase gives each word of a name its capital, but for the small ones.
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !slices.Contains([]string{"of", "and", "for", "on", "against"}, w) {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// settleInstitutions decides whose each institution of the article is: what its
// name or the words beside it say; else what they say elsewhere in the article,
// the last time before; else the country that the article is about. In a digest,
// whose paragraphs have nothing to do with each other, only the paragraph counts.
//
// "The Peruvian Congress voted. … Congress then rose." is Peru's both times.
func (a *article) settleInstitutions() {
	a.settleNamesakes()
	said := map[string][]*mention{} // by kind: where the land is said
	var unsaid []*mention
	for _, m := range a.names {
		if !a.readInstitution(m) {
			continue
		}
		if m.body.of == (land{}) {
			unsaid = append(unsaid, m)
		} else {
			said[m.body.kind] = append(said[m.body.kind], m)
		}
	}
	if len(unsaid) > 0 {
		lands := a.landMentions()
		topic := topicOf(lands)
		for _, m := range unsaid {
			m.body.of = a.landFor(m, said[m.body.kind], lands, topic)
		}
	}
	for _, m := range a.names {
		if m.body != nil {
			a.settleInstitution(m)
		}
	}
}

// readInstitution notes the institution that a name stands for, with the land
// that the name or its neighbours say, and reports whether it is one.
func (a *article) readInstitution(m *mention) bool {
	if m.body != nil {
		return true
	}
	if m.known != nil || m.type_ == nlp.Person || m.type_ == nlp.Event {
		return false
	}
	b, ok := readInstitution(strings.Fields(m.name))
	if !ok {
		return false
	}
	if b.of == (land{}) {
		b.of = a.landBeside(m.Tokens)
	}
	m.body = &b
	return true
}

// settleNamesakes takes the entry of the lexicons off a body of another country that
// has the same name, and off the societies of one country that bear a worldwide
// body's: the "Liberal Democratic Party" of an article about Nepal that does not
// speak of Japan, "the Peruvian Red Cross".
func (a *article) settleNamesakes() {
	var lands []landMention
	for _, m := range a.names {
		if m.known == nil || m.known.type_ != nlp.Organization {
			continue
		}
		beside := a.landBeside(m.Tokens)
		if slices.Contains(worldwide, m.key) && beside != (land{}) {
			m.body = &institution{kind: m.key, of: beside}
			m.known = nil
			continue
		}
		own := countryAmong(m.known.of)
		if words := nameWords(m.name); own == "" || !isKind(words) || acronym(m.name) != "" {
			continue
		}
		if lands == nil {
			lands = a.landMentions()
		}
		near := lands
		if a.digest {
			near = slices.DeleteFunc(slices.Clone(lands), func(l landMention) bool { return l.paragraph != a.paragraphOf(m.Head) })
		}
		isOwn := func(l landMention) bool { return l.land.name == own }
		if beside.name != own && len(near) > 0 && !slices.ContainsFunc(near, isOwn) {
			m.known = nil
		}
	}
}

// worldwide are the bodies with a society of the same name in each country.
var worldwide = []string{"red cross", "red crescent"}

// countryAmong returns the only country among names; empty where there is none.
func countryAmong(names []string) string {
	var found string
	for _, name := range names {
		if c, ok := data.CountryNamed(name); ok && found == "" {
			found = c.Name
		} else if ok {
			return ""
		}
	}
	return found
}

func (a *article) wordsOf(r nlp.Range) []string { return strings.Fields(a.text(r)) }

// landFor decides whose the institution m is that is not said to be anybody's.
func (a *article) landFor(m *mention, said []*mention, lands []landMention, topic land) land {
	if a.digest {
		p := a.paragraphOf(m.Tokens.First)
		said = slices.DeleteFunc(slices.Clone(said), func(n *mention) bool { return a.paragraphOf(n.Tokens.First) != p })
		lands = slices.DeleteFunc(slices.Clone(lands), func(l landMention) bool { return l.paragraph != p })
		topic = topicOf(lands)
		if topic == (land{}) {
			topic = nearestBefore(lands, m.Tokens.First)
		}
	}
	if n := lastBefore(said, m); n != nil {
		return n.body.of
	}
	return topic
}

// lastBefore returns the last of ms that begins before m, else the first.
func lastBefore(ms []*mention, m *mention) *mention {
	var found *mention
	for _, n := range ms {
		if found == nil || n.Head < m.Head {
			found = n
		}
	}
	return found
}

// settleInstitution gives a name the lexicon's entry for the institution, where
// it has one.
func (a *article) settleInstitution(m *mention) {
	m.type_ = nlp.Organization
	if m.body.of == (land{}) {
		return
	}
	for _, name := range []string{m.body.of.name + " " + m.body.kind, m.body.name(), titleCase(m.body.kind) + " of " + m.body.of.name, titleCase(m.body.kind) + " of the " + m.body.of.name} {
		if k := lookup(titleCase(name), nlp.Organization); k != nil {
			m.known, m.body = k, nil
			return
		}
	}
}

// nameKey is the key under which names are one thing: an institution's has its
// land.
func (m *mention) nameKey() string {
	if m.body != nil {
		return m.body.kind + "\x00" + m.body.of.name
	}
	return m.key
}
