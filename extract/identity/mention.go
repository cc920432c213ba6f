package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// collector finds the mentions of an article.
type collector struct {
	doc      *nlp.Document
	all      []*mention
	byToken  map[int]*mention // each token of a name, the head of any other mention
	demonyms map[int]*mention // adjectives that stand for their place
	literal  map[int]bool     // tokens of dates, amounts and quantities
	named    map[int]bool     // tokens of anything the name finder found
	nameAt   map[int]nlp.Name // by token: what the name finder found there
	quoted   []bool           // by token: inside quotation marks
}

// collect returns the mentions of doc in text order: its names, the noun phrases
// and pronouns that are arguments of propositions, and, as latent ones, the
// other noun phrases that a later "the meeting" may go back to.
func collect(doc *nlp.Document, props []clause.Proposition) *collector {
	c := &collector{doc: doc, byToken: map[int]*mention{}, demonyms: map[int]*mention{}, literal: map[int]bool{}, named: map[int]bool{}, nameAt: map[int]nlp.Name{}, quoted: quotedTokens(doc)}
	for _, n := range doc.Names {
		c.mark(n)
	}
	for _, n := range doc.Names {
		for _, part := range c.splitAtCountry(n) {
			c.addName(part)
		}
	}
	c.addRepeated()
	arguments(props, c.addArgument)
	c.addPronouns()
	c.addLatent()
	slices.SortFunc(c.all, func(a, b *mention) int {
		if before(a, b) {
			return -1
		}
		return 1
	})
	return c
}

// arguments calls f for every argument that may stand for an entity, and says
// whether it is a subject or a speaker.
func arguments(props []clause.Proposition, f func(a clause.Argument, subject bool)) {
	for _, p := range props {
		f(p.Subject, true)
		if !p.Object.None() {
			f(p.Object, false)
		}
		if p.Speaker != nil {
			f(*p.Speaker, true)
		}
		for _, c := range p.Context {
			f(c.Argument, false)
		}
	}
}

func isLiteral(t nlp.EntityType) bool {
	return t == nlp.Date || t == nlp.Money || t == nlp.Quantity
}

func (c *collector) mark(n nlp.Name) {
	for i := n.Tokens.First; i < n.Tokens.End; i++ {
		c.named[i], c.literal[i], c.nameAt[i] = true, isLiteral(n.Type), n
	}
}

func (c *collector) add(m *mention) {
	newCluster(m)
	c.all = append(c.all, m)
}

func (c *collector) isMark(i int) bool {
	return !strings.ContainsFunc(c.doc.Word(i), isWordRune)
}

func (c *collector) text(r nlp.Range) string {
	return strings.Join(strings.Fields(withoutQuotes.Replace(c.doc.TextOf(r))), " ")
}

// withoutQuotes takes quotation marks and those of italics in plain text off.
var withoutQuotes = strings.NewReplacer(`"`, "", "“", "", "”", "", "*", "")

func (c *collector) isPlural(i int) bool {
	tag := c.doc.Tokens[i].XPOS
	return tag == "NNS" || tag == "NNPS"
}

// addPronouns adds the personal and possessive pronouns that are no arguments.
func (c *collector) addPronouns() {
	for i := range c.doc.Tokens {
		kind, ok := pronouns[strings.ToLower(c.doc.Word(i))]
		if !ok || c.byToken[i] != nil || c.doc.Tokens[i].XPOS == "NNP" || c.inFurniture(i) {
			continue
		}
		m := &mention{Mention: Mention{Tokens: nlp.Range{First: i, End: i + 1}, Head: i, Form: FormPronoun},
			sentence: c.doc.SentenceOf(i), gender: kind.gender, plural: kind.plural}
		c.add(m)
		c.byToken[i] = m
	}
}

// quotedTokens says of each token whether it stands inside quotation marks. A
// mark that its paragraph does not close ends with the paragraph.
func quotedTokens(doc *nlp.Document) []bool {
	quoted := make([]bool, len(doc.Tokens))
	inside, paragraph := false, -1
	for _, s := range doc.Sentences {
		if s.Paragraph != paragraph {
			inside, paragraph = false, s.Paragraph
		}
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			switch doc.Word(i) {
			case "“", "``", "„", "«":
				inside = true
			case "”", "''", "»":
				inside = false
			case `"`:
				inside = !inside
			}
			quoted[i] = inside
		}
	}
	return quoted
}

// addArgument adds the noun phrase or pronoun of an argument, unless its head is
// part of a name.
func (c *collector) addArgument(a clause.Argument, subject bool) {
	if a.Kind == clause.Demonym {
		c.addDemonym(a)
		return
	}
	if a.Kind != clause.Phrase || a.Tokens.Len() <= 0 || !a.Tokens.Has(a.Head) || a.Tokens.First < 0 || a.Tokens.End > len(c.doc.Tokens) {
		return
	}
	m := c.byToken[a.Head]
	if m != nil && m.Form == FormName && m.title.Has(a.Head) && a.Tokens.End < m.title.End {
		c.addName(nlp.Name{Tokens: a.Tokens, Type: nlp.Organization}) // "LFG" of "LFG leader Ana Roe", that no name was found in
		return
	}
	if m == nil {
		if m = c.newArgument(a); m == nil {
			return
		}
		c.add(m)
		c.byToken[a.Head] = m
	} else if m.Form == FormNominal && a.Tokens.Len() > m.Tokens.Len() {
		m.Tokens, m.role = a.Tokens, nil
		c.makeNominal(m, a.Tokens)
	}
	m.subject = m.subject || subject
}

func (c *collector) newArgument(a clause.Argument) *mention {
	m := &mention{Mention: Mention{Tokens: a.Tokens, Head: a.Head}, sentence: c.doc.SentenceOf(a.Head)}
	if p, ok := pronouns[strings.ToLower(c.doc.Word(a.Head))]; ok {
		m.Form, m.gender, m.plural = FormPronoun, p.gender, p.plural
		m.Tokens = nlp.Range{First: a.Head, End: a.Head + 1}
		return m
	}
	if tag := c.doc.Tokens[a.Head].XPOS; isMarkTag(tag) || tag == "WP" || tag == "WDT" || tag == "EX" || tag == "DT" {
		return nil
	}
	c.makeNominal(m, a.Tokens)
	return m
}

func isMarkTag(tag string) bool { return tag == "" || tag[0] < 'A' || tag[0] > 'Z' }

// makeNominal fills in what the words of a noun phrase say.
func (c *collector) makeNominal(m *mention, bound nlp.Range) {
	m.Form = FormNominal
	m.phrase = c.nounPhrase(m.Head, bound)
	m.plural = c.isPlural(m.Head)
	noun := c.noun(m.Head)
	m.type_, m.gender = nlp.EntityType(noun.Type), noun.Gender
	if m.plural && (m.type_ == nlp.Person || isState(c.doc.Word(m.Head))) {
		m.type_ = nlp.Group
	}
	if _, isDemonym := data.CountryOf(c.doc.Word(m.Head)); isDemonym && m.type_ == "" {
		m.type_ = nlp.Group
	}
	if role, ok := ParseRole(c.text(m.phrase.all())); ok && !m.plural && m.type_ != nlp.Group {
		m.role, m.type_ = &role, nlp.Person
	}
}

// isState reports whether a plural noun stands for countries, which together
// act as a group does.
func isState(word string) bool {
	switch strings.ToLower(word) {
	case "countries", "nations", "states":
		return true
	}
	return false
}

// noun returns what the lexicon holds of the noun with index i, by its word or
// its lemma.
func (c *collector) noun(i int) data.Noun {
	n, ok := data.NounOf(c.doc.Word(i))
	if !ok {
		n, ok = data.NounOf(c.doc.Tokens[i].Lemma)
	}
	if !ok {
		word := c.doc.Word(i)
		if j := strings.LastIndexByte(word, '-'); j >= 0 {
			n, _ = data.NounOf(word[j+1:])
		}
	}
	return n
}

// inFurniture reports whether token i is on a line that is no part of the article.
func (c *collector) inFurniture(i int) bool {
	return c.doc.Sentences[c.doc.SentenceOf(i)].Furniture
}

// addLatent adds the noun phrases that are no arguments and whose head noun
// says what they stand for.
func (c *collector) addLatent() {
	for i := range c.doc.Tokens {
		if c.byToken[i] != nil || !strings.HasPrefix(c.doc.Tokens[i].XPOS, "NN") || c.noun(i).Type == "" || c.inFurniture(i) {
			continue
		}
		if i+1 < len(c.doc.Tokens) && strings.HasPrefix(c.doc.Tokens[i+1].XPOS, "NN") && c.doc.SentenceOf(i+1) == c.doc.SentenceOf(i) {
			continue
		}
		m := &mention{Mention: Mention{Head: i}, sentence: c.doc.SentenceOf(i), latent: true}
		c.makeNominal(m, c.doc.Sentences[m.sentence].Tokens)
		m.Tokens = m.phrase.withDeterminer
		c.add(m)
		c.byToken[i] = m
	}
}
