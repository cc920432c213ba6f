package identity

import (
	"strings"

	"kg/data"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// mergeAppositions puts a name together with the description beside it: "Ana
// Reyes, the mayor of Cusco", "their counterpart, Ana Reyes", "the airline
// Nordlys".
// Limit: a plural describes several; a description of another kind than the name
// stays a thing of its own; what describes two names ("the state, India, Assam")
// is of the first.
func mergeAppositions(a *article) {
	for _, p := range a.props {
		if p.Rule != "apposition" || p.Relation.Base != "be" || p.Modality != clause.Asserted {
			continue
		}
		name, description := a.byToken[p.Subject.Head], a.byToken[p.Object.Head]
		if name != nil && description != nil && name.Form == FormName && description.Form == FormNominal {
			a.mergeDescription(name, description)
		}
	}
	for _, name := range a.names {
		if i := a.describedBy(name); i >= 0 && a.byToken[i] != nil && a.byToken[i].Head == i && a.byToken[i].Form == FormNominal {
			noun := a.byToken[i]
			a.mergeDescription(name, noun)
		}
		if noun := a.byToken[name.kind]; name.kind > 0 && noun != nil && noun.Form == FormNominal {
			a.mergeDescription(name, noun)
		}
	}
}

// settleGenders gives a name the gender of the noun beside it: Toril Vask is a woman in
// "his wife, Toril Vask".
func (a *article) settleGenders() {
	for _, p := range a.props {
		if p.Modality != clause.Asserted || p.Rule != "apposition" && p.Rule != "possessive" && p.Rule != "title" {
			continue
		}
		name := a.byToken[p.Subject.Head]
		if name == nil || name.Form != FormName || name.type_ != nlp.Person || isSexed(name.gender) {
			continue
		}
		if g := a.genderSaid(p); isSexed(g) {
			name.gender, name.cluster.sum = g, nil
		}
	}
}

// genderSaid returns the gender of the noun that says what the subject of p is: "wife" of
// "is wife of" Vask, "waitress" of "is | a waitress".
func (a *article) genderSaid(p clause.Proposition) data.Gender {
	if p.Object.Kind == clause.Phrase && p.Relation.Base == "be" {
		if m := a.byToken[p.Object.Head]; m != nil && m.Form == FormNominal {
			return m.gender
		}
	}
	words := strings.Fields(p.Relation.Base)
	if len(words) < 3 || words[0] != "be" || words[len(words)-1] != "of" {
		return data.UnknownGender
	}
	noun, _ := data.NounOf(words[len(words)-2])
	return noun.Gender
}

// mergeDescription merges the two where both stand for one thing, and one of a
// kind as far as either says. What only the name finder guessed to be a place is
// the person, body or work that it is described as.
func (a *article) mergeDescription(name, description *mention) {
	if description.plural || name.plural || description.cluster.named() {
		return
	}
	unknown := name.known == nil && name.body == nil
	guessed := unknown && (acronym(name.name) == "" && description.type_ == nlp.Person || name.type_ == nlp.Place && isMade(description.type_) && !saysPlace(name))
	isGroup := name.type_ == nlp.Organization && description.type_ == nlp.Group && name.kind == description.Head // "the Orva group"
	if isGroup {
		description.setType(nlp.Organization)
	}
	if guessed || isGroup || description.type_ == "" || description.type_ == name.type_ || name.type_ == nlp.Thing {
		if a.merge(name, description) && guessed {
			name.setType(description.type_)
		}
	}
}

// isMade reports whether what is of the type is often called like a place: "Verdal, a
// trade union".
func isMade(t nlp.EntityType) bool {
	return t == nlp.Organization || t == nlp.Work
}

// saysPlace reports whether the last word of a name says that it is a place's.
func saysPlace(m *mention) bool {
	t, ok := data.TypeOfLastWord(m.words[len(m.words)-1])
	return ok && t == string(nlp.Place)
}

// settleDescribed gives a name the type of the noun right before it, where
// nothing but the name finder's guess says otherwise: "the airline Nordlys Air"
// is no person's name.
func (a *article) settleDescribed() {
	for _, m := range a.names {
		if m.known != nil || m.role != nil || m.title.Len() > 0 || m.type_ == nlp.Person && isSexed(m.gender) {
			continue
		}
		if i := a.describedBy(m); i >= 0 {
			if t := nlp.EntityType(a.noun(i).Type); t == nlp.Organization || t == nlp.Person && m.type_ == nlp.Thing || t == nlp.Work && a.isMark(m.Tokens.First-1) {
				m.type_ = t
			}
		}
	}
}

// describedBy returns the common noun in the singular that stands right before a
// name and says what it is a name of; -1 where there is none.
func (a *article) describedBy(m *mention) int {
	i := m.Tokens.First - 1
	if i > 0 && a.isMark(i) && a.doc.Word(i) != "," {
		i-- // the novel “Red Sky”
	}
	if i < a.doc.Sentences[m.sentence].Tokens.First || a.doc.Tokens[i].XPOS != "NN" || isCapitalised(a.doc.Word(i)) {
		return -1
	}
	if n, ok := data.NounOf(strings.ToLower(a.doc.Word(i))); !ok || n.Type == string(nlp.Event) {
		return -1
	}
	return i
}
