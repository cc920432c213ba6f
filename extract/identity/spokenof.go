package identity

import (
	"strings"

	"kg/extract/nlp"
)

// Persons whom the text calls by their age or nationality alone: "the 45-year-old",
// "the Swede".

// personSpokenOf returns the person that m can be, of an age or a nationality: who has
// that age in the article, else the one of whom this sentence or the last speaks.
//
// "Ana Reyes, 45, was arrested. The 45-year-old denied the charges."
// Limit: where that sentence speaks of several persons it is the one who is the subject
// of its clauses, and no one where several are.
func (a *article) personSpokenOf(m *mention, position int) *mention {
	age := a.ageCalled(m)
	if age == "" && !a.isCompatriot(m) {
		return nil
	}
	if n := a.ofAge(age); n != nil {
		return n
	}
	var here, subjects []*mention
	open := false // whom a pronoun means is not known yet
	s := m.sentence
	for i := position - 1; i >= max(0, position-maxCandidates); i-- {
		n := a.all[i]
		if n.sentence < s {
			if len(here) > 0 || n.sentence < m.sentence-1 {
				break
			}
			s = n.sentence
		}
		open = open || n.Form == FormPronoun && isSexed(pronouns[strings.ToLower(a.doc.Word(n.Head))].gender)
		if typeOf(n.cluster) != nlp.Person || n.plural || n.Tokens.Overlaps(m.Tokens) || !n.cluster.named() {
			continue
		}
		here = append(here, n)
		if where, _ := a.positionOf(n); where == subjectOfClause {
			subjects = append(subjects, n)
		}
	}
	found := oneCluster(here)
	if found == nil && !open {
		found = oneCluster(subjects)
	}
	if other := a.ageOf(found); found == nil || age != "" && other != "" && other != age {
		return nil
	}
	return found
}

// ageCalled returns the age in "the 45-year-old", where no noun follows.
func (a *article) ageCalled(m *mention) string {
	word := strings.ToLower(a.text(m.phrase.core))
	age, _, found := strings.Cut(word, "-year-old")
	if !found || m.determiner() != "the" || !strings.HasSuffix(word, "-year-old") || strings.ContainsAny(age, " -") {
		return ""
	}
	return age
}

func (m *mention) determiner() string { return m.phrase.determiner }

// isCompatriot reports whether m is one person by nationality: "the Swede".
func (a *article) isCompatriot(m *mention) bool {
	tag := a.doc.Tokens[m.Head].XPOS
	return m.determiner() == "the" && m.phrase.core.Len() == 1 && m.phrase.complement.Len() == 0 && (tag == "NN" || tag == "NNP") &&
		isDemonym(strings.ToLower(a.doc.Word(m.Head))) && !strings.HasSuffix(a.doc.Word(m.Head), "ch") && !strings.HasSuffix(a.doc.Word(m.Head), "sh") // "the Dutch" are many
}

// ofAge returns the first mention of who has that age in the article, by a name.
func (a *article) ofAge(age string) *mention {
	if age == "" {
		return nil
	}
	var found []*mention
	for _, n := range a.names {
		if typeOf(n.cluster) == nlp.Person && a.ageBeside(n) == age {
			found = append(found, n)
		}
	}
	return oneCluster(found)
}

// ageOf returns the age that the article gives the person n; "" where it gives none.
func (a *article) ageOf(n *mention) string {
	if n == nil {
		return ""
	}
	for _, o := range n.cluster.mentions {
		if age := a.ageBeside(o); o.Form == FormName && age != "" {
			return age
		}
	}
	return ""
}

// ageBeside returns the age behind a name: "Ana Reyes, 45," or "Ana Reyes (45)" or
// "Ana Reyes, aged 45".
func (a *article) ageBeside(n *mention) string {
	i := n.Tokens.End
	if i+2 >= len(a.doc.Tokens) || a.doc.Word(i) != "," && a.doc.Word(i) != "(" {
		return ""
	}
	i++
	if strings.EqualFold(a.doc.Word(i), "aged") {
		i++
	}
	word := a.doc.Word(i)
	if len(word) > 3 || strings.Trim(word, "0123456789") != "" || i+1 >= len(a.doc.Tokens) {
		return ""
	}
	switch a.doc.Word(i + 1) {
	case ",", ")", ".", "and":
		return word
	}
	return ""
}
