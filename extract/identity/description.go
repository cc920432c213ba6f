package identity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/extract/nlp"
)

// describe returns the name and IRI of a cluster without a name, from its most
// telling phrase. What a name of a group, organisation or event, or the offices
// of named countries, tell apart from all others is the same in every article;
// anything else is the article's own.
func (a *article) describe(c *cluster, scope string) (name, iri string) {
	m := a.mostTelling(c)
	if m.plural {
		if _, ok := ParseGroupRole(a.text(m.phrase.all())); ok {
			name = a.phraseText(m.phrase.all())
			return name, EntityIRI(name)
		}
	}
	name, global := a.headLast(m)
	if global && !(m.type_ == nlp.Person && !m.plural) && !(m.type_ == nlp.Event && !a.isHeldOnce(m)) {
		return name, EntityIRI(name)
	}
	return name, EntityIRI(name + " (" + scope + ")")
}

// isHeldOnce reports whether an event is of a kind of which whoever is named in its
// phrase has one at a time: "Coalition of the Willing meeting", but not "Nordlys
// protest".
func (a *article) isHeldOnce(m *mention) bool {
	switch strings.ToLower(a.doc.Tokens[m.Head].Lemma) {
	case "meeting", "summit", "conference", "congress", "convention", "forum", "session", "assembly", "election", "referendum",
		"talk", "talks", "negotiation", "final", "festival", "tournament", "championship", "anniversary":
		return true
	}
	return false
}

// mostTelling returns the noun phrase with most words, latent ones only where
// there is a complement.
func (a *article) mostTelling(c *cluster) *mention {
	var best *mention
	for _, m := range c.mentions {
		if m.Form == FormNominal && (best == nil || m.phrase.all().Len() > best.phrase.all().Len()) {
			best = m
		}
	}
	return best
}

// headLast names the thing that a phrase stands for by the phrase's own words,
// the head last: "a meeting of leaders of the Coalition of the Willing" gives
// "Coalition of the Willing meeting" and true, since a proper name that is no
// place tells which. Without one it is the phrase without its determiner, with a
// complement that holds a name: "attack on Odesa".
func (a *article) headLast(m *mention) (name string, global bool) {
	core := a.phraseText(m.phrase.core)
	if slices.ContainsFunc(a.namesIn(m.phrase.core), tells) {
		return core, m.type_ != ""
	}
	named := a.namesIn(m.phrase.complement)
	if m.type_ == "" {
		return a.shortened(m), false
	}
	if len(named) == 1 && tells(named[0]) && a.isOf(m.phrase.complement) {
		if between := a.between(m, named[0]); strings.Count(between, " ") <= maxBetween {
			return a.text(named[0].Tokens) + " " + between + core, true
		}
	}
	if len(named) > 0 && m.phrase.complement.Len() <= maxComplement {
		return a.phraseText(m.phrase.all()), slices.ContainsFunc(named, tells)
	}
	if len(named) == 0 && m.phrase.complement.Len() <= maxKind && !m.plural {
		return a.shortened(m), false
	}
	return core, false
}

// shortened is a phrase with its complement where that is short and an "of".
func (a *article) shortened(m *mention) string {
	if a.isOf(m.phrase.complement) && m.phrase.complement.Len() <= maxComplement {
		return a.phraseText(m.phrase.all())
	}
	return a.phraseText(m.phrase.core)
}

// phraseText is the text of a noun phrase, in the case that it has inside a
// sentence.
func (a *article) phraseText(r nlp.Range) string {
	text := a.text(r)
	first, width := utf8.DecodeRuneInString(text)
	if r.First != a.doc.Sentences[a.doc.SentenceOf(r.First)].Tokens.First || !unicode.IsUpper(first) {
		return text
	}
	word := a.doc.Word(r.First)
	if m := a.byToken[r.First]; m != nil && m.Form == FormName || shouting(word) == 1 || isDemonym(word) || strings.HasPrefix(a.doc.Tokens[r.First].XPOS, "NNP") {
		return text
	}
	return string(unicode.ToLower(first)) + text[width:]
}

// maxComplement is the longest complement, in tokens, that is part of a name.
const maxComplement = 8

// maxBetween is how many words between a head and a name may move before the head: of more
// nobody can read "Sputnik state owned news agency office".
const maxBetween = 2

// maxKind is the longest complement without a name that says of what kind a thing is:
// "state of emergency", "player of the year".
const maxKind = 3

// tells reports whether a name says which one, and not merely where.
func tells(m *mention) bool {
	return m.type_ == nlp.Organization || m.type_ == nlp.Event || m.type_ == nlp.Group || m.type_ == nlp.Law || m.type_ == nlp.Thing
}

func (a *article) isOf(r nlp.Range) bool {
	return r.Len() > 0 && strings.EqualFold(a.doc.Word(r.First), "of")
}

// between returns the words between a head and the name at the end of its "of"
// phrases, with a space after them: "defence ministers " in "a meeting of defence
// ministers of NATO". Those who merely belong to it are left out.
func (a *article) between(m *mention, name *mention) string {
	var words []string
	for i := m.phrase.complement.First; i < name.Tokens.First; i++ {
		if w := a.doc.Word(i); !a.isMark(i) && a.doc.Tokens[i].XPOS != "IN" && a.doc.Tokens[i].XPOS != "DT" {
			words = append(words, w)
		}
	}
	text := strings.Join(words, " ")
	switch strings.ToLower(text) {
	case "", "leaders", "members", "heads", "representatives", "member states", "states":
		return ""
	}
	return text + " "
}
