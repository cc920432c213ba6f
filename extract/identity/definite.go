package identity

import (
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/nlp"
)

// mergeDefinite puts "the meeting" together with the nearest earlier thing that
// it can be: a phrase with the same head noun, whose own adjectives and
// complement do not contradict; else a name that holds the noun ("the summit",
// "Arctic Summit"); else, for a few nouns that say no more than a kind, the last
// name of that kind ("the company", "the city"), also with the adjective of a country
// ("the Peruvian carrier"); for some that say less ("the club", "the race") the only one
// there. "The 45-year-old" is the person of that age.
// "Police" needs no article, and "a 5.2 quake" is "the magnitude 5.2 earthquake" of
// the headline, by its number.
// In a list of news items it is in the same one.
// Limit: "a meeting" is never an earlier meeting, a possessive ("his office")
// goes to nothing, and where the article tells several by their numbers or days
// ("a 5.2 quake", "the January 7 quake"), so does a bare "the quake" that has
// none of them in its paragraph.
func mergeDefinite(a *article) {
	seen := map[string][]*mention{} // by head noun, in text order
	for i, m := range a.all {
		if m.Form != FormNominal {
			continue
		}
		head := a.headKey(m)
		var antecedent *mention
		switch person := a.personSpokenOf(m, i); {
		case person != nil:
			m.setType(nlp.Person)
			antecedent = person
		case m.role != nil:
		case m.phrase.definite():
			antecedent = a.antecedent(m, seen[head], i)
		case a.isBarePolice(m):
			antecedent = a.sameForce(m, seen[head], i)
		case m.type_ == nlp.Event:
			antecedent = a.ofSameFigures(m, seen[head])
		}
		if antecedent != nil {
			if antecedent.type_ == nlp.Organization && m.type_ == nlp.Group && !m.plural {
				m.setType(nlp.Organization) // "the group"
			}
			a.merge(antecedent, m)
		}
		seen[head] = append(seen[head], m)
	}
}

// isBarePolice reports whether m is the police without an article, an adjective or
// a place: in one article as a rule the force of which it speaks.
func (a *article) isBarePolice(m *mention) bool {
	return strings.EqualFold(a.doc.Word(m.Head), "police") && m.phrase.determiner == "" && m.phrase.core.Len() == 1 && m.phrase.complement.Len() == 0
}

// sameForce returns the antecedent of the bare police m: in a list of news items
// only what stands in this paragraph or the one before.
func (a *article) sameForce(m *mention, bare []*mention, position int) *mention {
	found := a.antecedent(m, bare, position)
	if found != nil && a.paragraphOf(m.Head)-a.paragraphOf(found.Head) > 1 && a.digest {
		return nil
	}
	return found
}

// ofSameFigures returns the first of the phrases with the numbers and days of the
// event m; nil where m has none, or no phrase has them.
func (a *article) ofSameFigures(m *mention, phrases []*mention) *mention {
	figures := a.figures(m)
	if figures == "" || m.plural {
		return nil
	}
	i := slices.IndexFunc(phrases, func(n *mention) bool { return !n.plural && a.figures(n) == figures && !m.Tokens.Overlaps(n.Tokens) })
	if i < 0 {
		return nil
	}
	return phrases[i]
}

// headKey is the head noun, singular and plural apart; of words that say the same
// it is one.
func (a *article) headKey(m *mention) string {
	word := strings.ToLower(a.doc.Word(m.Head))
	if same := sameNoun[word]; same != "" {
		return same
	}
	return word
}

// sameNoun gives short forms of nouns the full one.
var sameNoun = map[string]string{"quake": "earthquake", "quakes": "earthquakes", "cease-fire": "ceasefire",
	"blast": "explosion", "blasts": "explosions", "blaze": "fire", "blazes": "fires"}

// maxLookBack is how many mentions back an antecedent is looked for: several
// screens of an article, and a bound on the work that a text can cause.
const maxLookBack = 2000

func (a *article) antecedent(m *mention, sameHead []*mention, position int) *mention {
	sameHead = sameHead[max(0, len(sameHead)-maxLookBack):]
	if len(a.modifiers(m)) == 0 && a.areTold(sameHead) {
		return a.inParagraph(m, sameHead)
	}
	for _, n := range slices.Backward(sameHead) {
		if a.digest && a.paragraphOf(n.Head) != a.paragraphOf(m.Head) && !a.sameProperPhrase(n, m) {
			continue
		}
		if a.quoted[n.Head] && !a.quoted[m.Head] && (n.determiner() == "a" || n.determiner() == "an") {
			continue // what a speaker brings up: "I join a company that grows," she said
		}
		if !m.Tokens.Overlaps(n.Tokens) && a.sameNounPhrase(n, m) {
			return n
		}
	}
	return a.lastNamed(m, position)
}

// sameNounPhrase reports whether a later definite phrase can be the earlier one:
// it says nothing that the earlier does not, places aside.
func (a *article) sameNounPhrase(earlier, later *mention) bool {
	if later.phrase.pronounOwner || earlier.phrase.pronounOwner {
		return false
	}
	said := a.modifiers(earlier)
	for _, w := range a.modifiers(later) {
		if !slices.Contains(said, w) {
			return false
		}
	}
	return true
}

// sameProperPhrase reports whether two phrases are the same and have a name or its
// adjective in them: "the Peruvian army" is one in all the news of a day.
func (a *article) sameProperPhrase(m, n *mention) bool {
	said := a.modifiers(n)
	return slices.Equal(a.modifiers(m), said) && slices.ContainsFunc(a.wordsOf(n.phrase.core), isCapitalised)
}

// areTold reports whether numbers or days tell two of the phrases apart.
func (a *article) areTold(phrases []*mention) bool {
	first := ""
	for _, n := range phrases {
		switch f := a.figures(n); {
		case f == "" || f == first || n.type_ != nlp.Event:
		case first != "":
			return true
		default:
			first = f
		}
	}
	return false
}

// figures are the numbers and days in the core of a phrase: "6.4", "January 7".
func (a *article) figures(m *mention) string {
	var found []string
	for i := m.phrase.core.First; i < m.phrase.core.End; i++ {
		if a.literal[i] || a.doc.Tokens[i].XPOS == "CD" {
			found = append(found, a.doc.Word(i))
		}
	}
	return strings.Join(found, " ")
}

// inParagraph returns the last of the phrases where all of them in the paragraph
// of m are one thing; nil where there is none, or more than one.
func (a *article) inParagraph(m *mention, phrases []*mention) *mention {
	var found *mention
	for _, n := range phrases {
		if a.paragraphOf(n.Head) != a.paragraphOf(m.Head) || m.Tokens.Overlaps(n.Tokens) {
			continue
		}
		if found != nil && found.cluster != n.cluster {
			return nil
		}
		found = n
	}
	return found
}

// modifiers returns the content words of a phrase other than its head and the
// places in its complement.
func (a *article) modifiers(m *mention) []string {
	var words []string
	for i := m.phrase.core.First; i < m.phrase.core.End; i++ {
		if i != m.Head && !a.isMark(i) {
			words = append(words, strings.ToLower(a.doc.Word(i)))
		}
	}
	for i := m.phrase.complement.First; i < m.phrase.complement.End; i++ {
		named := a.byToken[i]
		if named != nil && named.type_ == nlp.Place && !strings.EqualFold(a.doc.Word(m.phrase.complement.First), "of") {
			continue
		}
		if tag := a.doc.Tokens[i].XPOS; strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" {
			words = append(words, strings.ToLower(a.doc.Word(i)))
		}
	}
	return words
}

// lastNamed returns the last name before m that ends with its noun or, in this
// paragraph or the one before, is of the kind that its noun says; for "the country"
// else the one spoken of last. In a list of news items it is in the same one.
func (a *article) lastNamed(m *mention, position int) *mention {
	head, paragraph := a.headKey(m), a.paragraphOf(m.Head)
	isKind, isVague := generic[head], vague[head]
	if len(a.modifiers(m)) > 0 {
		if isKind == nil && head != "team" && head != "side" { // "the Peruvian team" is Peru's
			isKind = isVague
		}
		if isKind == nil || !a.saysOnlyWhence(m) {
			return nil
		}
		return a.onlyNamed(m, isKind, position)
	}
	beside := a.clustersBeside(m)
	for i := position - 1; i >= max(0, position-maxLookBack); i-- {
		n := a.all[i]
		if n.Form != FormName {
			continue
		}
		back := paragraph - a.paragraphOf(n.Head)
		if back > 0 && a.digest {
			break
		}
		if endsWith(n, head) || isCalled(n, head) || back <= 1 && isKind != nil && isKind(n) && !beside[n.cluster] {
			return n
		}
	}
	if isVague != nil {
		if n := a.onlyNamed(m, isVague, position); n != nil {
			return n
		}
	}
	if head == "country" || head == "nation" {
		return a.countrySpokenOf(m)
	}
	return nil
}

// clustersBeside returns what is named in the other arguments of what is said of m: "the
// country signed a treaty with Peru" is not about Peru. What is said to be "to" or "in" the
// place there may be in it: "the ambassador to Peru left the country".
func (a *article) clustersBeside(m *mention) map[*cluster]bool {
	found := map[*cluster]bool{}
	for _, r := range a.beside[m.Head] {
		for _, n := range a.namesIn(r) {
			if r.Has(n.Head) && !r.Has(m.Head) && (r.First == n.Tokens.First || !a.isLocated(n)) {
				found[n.cluster] = true
			}
		}
	}
	return found
}

// besideOf returns, by the head of a subject or object, the words of the other arguments
// of its propositions.
func besideOf(props []clause.Proposition) map[int][]nlp.Range {
	beside := map[int][]nlp.Range{}
	for _, p := range props {
		main := []clause.Argument{p.Subject}
		if !p.Object.None() && p.Object.Kind != clause.Quotation {
			main = append(main, p.Object)
			beside[p.Subject.Head] = append(beside[p.Subject.Head], p.Object.Tokens)
			beside[p.Object.Head] = append(beside[p.Object.Head], p.Subject.Tokens)
		}
		for _, c := range p.Context {
			for _, x := range main {
				beside[x.Head] = append(beside[x.Head], c.Argument.Tokens)
			}
		}
	}
	return beside
}

// onlyNamed returns the only name of a kind in the paragraph of m, or, where that has
// none, in the one before, as far as they stand before m.
func (a *article) onlyNamed(m *mention, isKind func(*mention) bool, position int) *mention {
	if next := a.byToken[m.Head+1]; next != nil && next.Form == FormName {
		return nil // it says what the name behind it is
	}
	var found *mention
	for i := position - 1; i >= max(0, position-maxLookBack); i-- {
		n := a.all[i]
		back := a.paragraphOf(m.Head) - a.paragraphOf(n.Head)
		if back > 1 || back > 0 && (a.digest || found != nil) {
			break
		}
		if n.Form != FormName || !isKind(n) {
			continue
		}
		if found != nil && found.cluster != n.cluster {
			return nil
		}
		found = n
	}
	return found
}

// saysOnlyWhence reports whether m has adjectives of countries before its noun, and
// nothing else: "the Peruvian carrier".
func (a *article) saysOnlyWhence(m *mention) bool {
	return m.phrase.complement.Len() == 0 && !slices.ContainsFunc(a.modifiers(m), func(w string) bool { return !isDemonym(w) })
}

// isCalled reports whether "the ministry" can be the name n by the word before its
// "of" or "for": "Ministry of Health".
func isCalled(n *mention, head string) bool {
	switch n.type_ {
	case nlp.Organization, nlp.Event, nlp.Law:
	default:
		return false
	}
	i := slices.IndexFunc(n.words, func(w string) bool { return w == "of" || w == "for" })
	return i > 0 && i+1 < len(n.words) && n.words[i-1] == head
}

// endsWith reports whether "the summit" can be the name n by its last word. A
// "state" is a place: the Islamic State is none.
func endsWith(n *mention, head string) bool {
	return len(n.words) > 1 && n.type_ != nlp.Person && n.words[len(n.words)-1] == head && (head != "state" || n.type_ == nlp.Place)
}
