package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// mergeShortOrganizations puts a part of an organisation's, event's or law's
// name together with the whole, where only one whole begins or ends with it:
// "Nordlys" with "Nordlys Maritime", "the Commission" with "the Fisheries
// Commission", "the Coalition" with "the Coalition of the Willing".
// Limit: a part that is itself a place, a nationality or a given name is left
// alone ("Bank of Lisbon" is not "Lisbon").
func mergeShortOrganizations(a *article) {
	wholes := a.wholeNames()
	for _, m := range a.names {
		if !mayBePart(m) && !a.isGuessedPerson(m) && !a.isGuessedPlace(m) {
			continue
		}
		if whole := oneCluster(wholes[m.key]); whole != nil && a.mayShorten(m, whole) && a.merge(whole, m) {
			m.setType(whole.type_)
		}
	}
}

// isGuessedPerson reports whether m is one word that was taken for a surname, with no
// title, no sex and nobody in the article who bears it with a given name.
func (a *article) isGuessedPerson(m *mention) bool {
	if m.type_ != nlp.Person || len(m.words) != 1 || m.known != nil || m.title.Len() > 0 || isSexed(m.gender) || isNameOfOther(m.words[0]) {
		return false
	}
	for _, n := range a.names {
		if n.type_ == nlp.Person && len(n.words) > 1 && slices.Contains(n.words, m.words[0]) {
			return false
		}
	}
	return true
}

// mayShorten reports whether m can be short for whole, where it was taken for something
// else: a person's name for that of a company by its form, a place's for that of a body
// that was named before and begins with it.
func (a *article) mayShorten(m, whole *mention) bool {
	switch m.type_ {
	case nlp.Person:
		return hasCompanyForm(whole) || whole.type_ == nlp.Organization && whole.words[0] == m.words[0] && whole.cluster.first().Head < m.Head && a.isOwnedLikeFirm(m.key)
	case nlp.Place:
		return whole.type_ == nlp.Organization && whole.words[0] == m.words[0] && whole.cluster.first().Head < m.Head
	}
	return true
}

// isOwnedLikeFirm reports whether the article speaks somewhere of what firms have behind the
// name: "Norvik shares", "Norvik's board".
func (a *article) isOwnedLikeFirm(key string) bool {
	return slices.ContainsFunc(a.names, func(n *mention) bool {
		next := n.Tokens.End
		if next < len(a.doc.Tokens) && a.doc.Tokens[next].XPOS == "POS" {
			next++
		}
		return n.key == key && next < len(a.doc.Tokens) && firmNouns[strings.ToLower(a.doc.Word(next))]
	})
}

// firmNouns name what firms have and persons have not.
var firmNouns = map[string]bool{"share": true, "shares": true, "stock": true, "board": true, "shareholders": true, "investors": true,
	"employees": true, "factory": true, "factories": true, "plant": true, "plants": true, "subsidiary": true, "spokesman": true, "spokeswoman": true}

// isGuessedPlace reports whether m is one word that was taken for a place, is none of the
// lexicons and stands behind no preposition of place anywhere in the article.
func (a *article) isGuessedPlace(m *mention) bool {
	if m.type_ != nlp.Place || len(m.words) != 1 || m.known != nil || isNameOfOther(m.words[0]) {
		return false
	}
	for _, n := range a.names {
		if n.key == m.key && n.Tokens.First > 0 && slices.Contains([]string{"in", "at", "near", "from", "to", "outside", "around", "of"}, strings.ToLower(a.doc.Word(n.Tokens.First-1))) {
			return false
		}
	}
	return true
}

// wholeNames returns the names that are no persons' by each of their proper
// beginnings and endings.
func (a *article) wholeNames() map[string][]*mention {
	wholes := map[string][]*mention{}
	for _, m := range a.names {
		if m.type_ == nlp.Person || m.type_ == nlp.Place || len(m.words) < 2 || len(m.words) > maxWholeName {
			continue
		}
		for i := 1; i < len(m.words); i++ {
			begin, end := strings.Join(m.words[:i], " "), strings.Join(m.words[i:], " ")
			wholes[begin] = append(wholes[begin], m)
			wholes[end] = append(wholes[end], m)
		}
	}
	return wholes
}

// maxWholeName bounds the work on a run of capitalised words, as in a headline.
const maxWholeName = 12

// mayBePart reports whether m may be short for a longer name.
func mayBePart(m *mention) bool {
	if m.known != nil || m.type_ == nlp.Person || m.type_ == nlp.Place || m.plural {
		return false
	}
	for _, w := range m.words {
		if isNameOfOther(w) && len(m.words) == 1 {
			return false
		}
	}
	return !slices.Contains([]string{"new", "north", "south", "east", "west", "national", "international", "federal", "united", "royal", "first", "great"}, m.key)
}

func isNameOfOther(word string) bool {
	if _, ok := data.FirstName(word); ok {
		return true
	}
	if isDemonym(word) {
		return true
	}
	_, isPlace := data.PlaceNamed(word)
	return isPlace
}

// oneCluster returns the first of candidates if all are one thing, else nil.
func oneCluster(candidates []*mention) *mention {
	for _, c := range candidates {
		if c.cluster != candidates[0].cluster {
			return nil
		}
	}
	if len(candidates) == 0 {
		return nil
	}
	return candidates[0]
}
