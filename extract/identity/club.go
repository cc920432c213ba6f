package identity

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// settleClubs makes clubs of names that a word for who plays there stands right behind,
// and of which nothing else is known: "Norwick midfielder Ayo Sodje". What stands before
// an office in this way is nobody ("Norwick chairman Bo Ek").
// Limit: what the article also says to lie somewhere or something to happen in stays a place.
func (a *article) settleClubs() {
	clubs, places := map[string]bool{}, map[string]bool{}
	for _, m := range a.names {
		m.employs = a.employs(m)
		switch {
		case !m.mayBeClub():
		case a.isPlayedFor(m):
			clubs[m.key] = true
		case a.isWhere(m):
			places[m.key] = true
		}
	}
	for _, m := range a.names {
		if clubs[m.key] && !places[m.key] && m.mayBeClub() {
			m.club = true
			m.setType(nlp.Organization)
		}
	}
}

// mayBeClub reports whether all that is known of a name is the name finder's guess.
func (m *mention) mayBeClub() bool {
	return m.known == nil && m.body == nil && m.role == nil && m.title.Len() == 0 && (m.type_ != nlp.Person || len(m.words) == 1 && !isSexed(m.gender))
}

// isPlayedFor reports whether a word for who plays for a club stands behind a name, right
// there or, if the name is none of a person, behind its genitive and an adjective:
// "Norwick's injured midfielder".
func (a *article) isPlayedFor(m *mention) bool {
	i, end := m.Tokens.End, a.doc.Sentences[m.sentence].Tokens.End
	if m.type_ != nlp.Person && i < end && a.doc.Tokens[i].XPOS == "POS" {
		i++
		if i < end && (a.doc.Tokens[i].XPOS == "JJ" || a.doc.Tokens[i].XPOS == "VBN") {
			i++
		}
	}
	return i < end && a.doc.Tokens[i].XPOS == "NN" && slices.Contains(clubWords, a.doc.Word(i))
}

// clubWords are what only somebody of a club is.
var clubWords = []string{"midfielder", "striker", "goalkeeper", "defender", "winger", "fullback", "coach", "batsman", "bowler", "quarterback", "pitcher"}

// employs reports whether a noun for a person stands right behind a name.
func (a *article) employs(m *mention) bool {
	i := m.Tokens.End
	return i < a.doc.Sentences[m.sentence].Tokens.End && a.doc.Tokens[i].XPOS == "NN" && !isCapitalised(a.doc.Word(i)) && nlp.EntityType(a.noun(i).Type) == nlp.Person
}

// isWhere reports whether a name says where something is: "in Norwick".
func (a *article) isWhere(m *mention) bool {
	i := m.Tokens.First - 1
	return i >= a.doc.Sentences[m.sentence].Tokens.First && slices.Contains([]string{"in", "near", "outside", "through", "across"}, strings.ToLower(a.doc.Word(i)))
}
