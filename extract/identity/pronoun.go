package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// pronounKind is what a pronoun says of what it stands for.
type pronounKind struct {
	gender    data.Gender
	plural    bool
	reflexive bool
}

// pronouns are the words that stand for something named elsewhere.
var pronouns = map[string]pronounKind{
	"he": {gender: data.Male}, "him": {gender: data.Male}, "himself": {gender: data.Male, reflexive: true}, "his": {gender: data.Male},
	"she": {gender: data.Female}, "her": {gender: data.Female}, "herself": {gender: data.Female, reflexive: true}, "hers": {gender: data.Female},
	"it": {}, "itself": {reflexive: true}, "its": {},
	"they": {plural: true}, "them": {plural: true}, "themselves": {plural: true, reflexive: true}, "their": {plural: true},
	"i": {}, "me": {}, "my": {}, "myself": {reflexive: true}, "you": {}, "your": {}, "our": {plural: true}, "yourself": {}, "we": {plural: true}, "us": {plural: true}, "ourselves": {plural: true},
}

// mergePronouns puts he, she, it and they together with the most salient thing
// before them that they fit in kind, gender and number. Salience is a sum over
// the mentions of a thing, after Lappin and Leass (1994): each counts by its place
// in the sentence, by how far back that is and by how alike it is to the pronoun's;
// how much is learned (salience.go).
//
// "Ada Lund met Bo Ek in Oslo. She left." – she is Ada Lund.
// Limit: without a gender that the given name or title tells, whoever is most
// salient; "it" and "they" only for what this sentence or the last speaks of.
func mergePronouns(a *article) {
	partners := a.partners()
	for i, m := range a.all {
		if a.isOpen(m) {
			a.mergePronoun(i, partners)
		}
	}
}

// isOpen reports whether m is a pronoun of which nothing is known yet, and that
// does not stand for who speaks or listens.
func (a *article) isOpen(m *mention) bool {
	return m.Form == FormPronoun && len(m.cluster.mentions) == 1 && !isDeictic(strings.ToLower(a.doc.Word(m.Head)))
}

// mergePronoun puts the pronoun at a position of a.all together with what it
// stands for, and that with what the pronoun is said to be.
func (a *article) mergePronoun(position int, partners map[int]map[int]bool) {
	a.mergeAntecedent(position, partners)
	a.mergePredicate(a.all[position])
}

func (a *article) mergeAntecedent(position int, partners map[int]map[int]bool) {
	m := a.all[position]
	kind := pronouns[strings.ToLower(a.doc.Word(m.Head))]
	if subject := a.cataphoric(m, kind, position); subject != nil && a.merge(subject, m) {
		return
	}
	if speaker := a.speakerOf(m); speaker != nil && a.merge(speaker, m) {
		return
	}
	if speaker := a.quotedBefore(m, kind, position); speaker != nil && a.merge(speaker, m) {
		return
	}
	if owner := a.joinedOwner(m, kind, position); owner != nil && a.merge(owner, m) {
		return
	}
	if best := a.mostSalient(m, kind, position, partners[m.Head]); best != nil {
		a.merge(best, m)
	}
}

// cataphoric returns the subject that a pronoun in an opening phrase or clause of
// its sentence looks forward to: "For his part, Lund said …", "When she arrived,
// Lund smiled." It is the first name after the pronoun that is the subject of a
// verb above it.
func (a *article) cataphoric(m *mention, kind pronounKind, position int) *mention {
	if !isSexed(kind.gender) {
		return nil
	}
	for _, n := range a.all[position+1:] {
		if n.sentence != m.sentence {
			return nil
		}
		if n.Form != FormName {
			continue
		}
		where, verb := a.positionOf(n)
		if where == subjectOfClause && verb > m.Head && a.dominates(verb, m.Head) && !a.dominates(a.topToken(n.Tokens), m.Head) && a.accepts(n.cluster, kind, n) && !a.coarguments(m, n) && !a.isContentOf(m.Head, verb) {
			return n
		}
	}
	return nil
}

// joinedOwner returns what stands right before "and" where what a possessive pronoun owns
// is joined to it: "Lund and his wife", "Norvik and its suppliers".
func (a *article) joinedOwner(m *mention, kind pronounKind, position int) *mention {
	owned := a.doc.Tokens[m.Head].Head
	if !isPossessive(a.doc.Word(m.Head)) || owned < 0 || a.doc.Tokens[owned].Rel != "conj" || m.Head == 0 || a.doc.Word(m.Head-1) != "and" {
		return nil
	}
	for i := position - 1; i >= 0 && a.all[i].sentence == m.sentence; i-- {
		if n := a.all[i]; n.Form != FormPronoun && n.Tokens.Has(a.doc.Tokens[owned].Head) && n.Tokens.End <= m.Tokens.First && a.accepts(n.cluster, kind, n) {
			return n
		}
	}
	return nil
}

// isContentOf reports whether token i stands in what the verb says: of "He resigned, Lund
// said" it is somebody else who resigned.
func (a *article) isContentOf(i, verb int) bool {
	for steps := 0; steps < 2*maxChain && i >= 0; steps++ {
		h := a.doc.Tokens[i].Head
		if h == verb {
			return a.doc.Tokens[i].Rel == "ccomp"
		}
		i = h
	}
	return false
}

// isDeictic reports whether a pronoun stands for who speaks or listens.
func isDeictic(word string) bool {
	switch word {
	case "i", "me", "my", "myself", "you", "your", "yourself", "we", "us", "our", "ourselves":
		return true
	}
	return false
}

// partners returns, by the head of an argument, the heads of the other arguments
// of its propositions and of their speakers: a pronoun is none of them.
func (a *article) partners() map[int]map[int]bool {
	found := map[int]map[int]bool{}
	add := func(x, y int) {
		if found[x] == nil {
			found[x] = map[int]bool{}
		}
		found[x][y] = true
	}
	for _, p := range a.props {
		if p.Object.None() || p.Object.Kind == clause.Quotation {
			continue // its head is a word of what is said: "Lund said she …"
		}
		heads := []int{p.Subject.Head, p.Object.Head}
		add(heads[0], heads[1])
		add(heads[1], heads[0])
		if p.Speaker != nil && a.inQuotation(p.Subject.Head, p.Speaker.Head) {
			add(heads[0], p.Speaker.Head)
			add(heads[1], p.Speaker.Head)
		}
		for _, c := range p.Context {
			if c.Argument.Kind == clause.Quotation {
				continue // the head is a word of a clause: "when she is sentenced"
			}
			add(c.Argument.Head, heads[0])
		}
	}
	return found
}

// inQuotation reports whether a quotation mark stands between the two tokens, so
// that whoever speaks is "I" there.
func (a *article) inQuotation(i, j int) bool {
	if i > j {
		i, j = j, i
	}
	if j > len(a.doc.Tokens) || i < 0 {
		return false
	}
	for ; i < j; i++ {
		if strings.ContainsAny(a.doc.Word(i), "\"“”") {
			return true
		}
	}
	return false
}

const (
	// personReach is how many sentences back "he" and "she" may go.
	personReach = 3
	// thingReach is how many "it" and "they" may.
	thingReach = 1
	// maxCandidates is how many mentions back it may go; more stand in three
	// sentences only where they are no sentences.
	maxCandidates = 150
)

// candidate is what a pronoun may stand for, with what speaks for it.
type candidate struct {
	cluster  *cluster // nil for nothing that is a candidate
	features [numFeatures]int
	barred   bool // the grammar of the sentence excludes it
}

// mostSalient returns the first mention of the best candidate for the pronoun at
// a position of a.all; nil where there is none.
func (a *article) mostSalient(m *mention, kind pronounKind, position int, partners map[int]bool) *mention {
	weights := kind.weights()
	var best *candidate
	event := a.isEventBy(m)
	for _, c := range a.candidates(m, kind, position, partners) {
		if event && (c.cluster == nil || typeOf(c.cluster) != nlp.Event) {
			continue
		}
		if !c.barred && (best == nil || c.salience(weights) > best.salience(weights)) {
			best = &c
		}
	}
	if best == nil || best.cluster == nil {
		return nil
	}
	return best.cluster.first()
}

// isOfficeTaken reports whether the mention is an office that somebody has, and nobody:
// "appointed her as chief executive".
func (a *article) isOfficeTaken(m *mention) bool {
	return m.Form == FormNominal && m.type_ == nlp.Person && m.phrase.determiner == "" && !m.plural &&
		m.Tokens.First > 0 && strings.EqualFold(a.doc.Word(m.Tokens.First-1), "as")
}

func (c *candidate) salience(weights *[numFeatures]int) int {
	sum := 0
	for f, n := range c.features {
		sum += n * weights[f]
	}
	if c.cluster == nil {
		sum += caution
	}
	return sum
}

// candidates returns what the pronoun at a position of a.all can stand for, the
// nearest first; last, unless it stands for a person, nothing of that. In a list of
// news items it stands in the same one.
func (a *article) candidates(m *mention, kind pronounKind, position int, partners map[int]bool) []candidate {
	var found []candidate
	index := map[*cluster]int{}
	for i := position - 1; i >= max(0, position-maxCandidates) && m.sentence-a.all[i].sentence <= kind.reach(); i-- {
		n := a.all[i]
		if a.digest && a.paragraphOf(n.Head) != a.paragraphOf(m.Head) {
			break
		}
		if n.latent && isSexed(kind.gender) || a.isOfficeTaken(n) || n.Tokens.Contains(m.Tokens) || !a.accepts(n.cluster, kind, n) {
			continue
		}
		k, ok := index[n.cluster]
		if !ok {
			k = len(found)
			index[n.cluster] = k
			found = append(found, candidate{cluster: n.cluster})
			a.addClusterFeatures(&found[k].features, n.cluster, m, k)
			if !isSexed(kind.gender) {
				addKind(&found[k].features, n.cluster)
			}
		}
		if !kind.reflexive && (partners[n.Head] || a.coarguments(m, n)) {
			found[k].barred = true
		}
		a.addFeatures(&found[k].features, n, m, !ok)
	}
	if !isSexed(kind.gender) {
		none := candidate{}
		a.addNothing(&none.features, m)
		found = append(found, none)
	}
	return found
}

// reach is how many sentences back a pronoun may go.
func (k pronounKind) reach() int {
	if isSexed(k.gender) {
		return personReach
	}
	return thingReach
}

// accepts reports whether a pronoun of a kind can stand for c, of which n is a
// mention.
func (a *article) accepts(c *cluster, kind pronounKind, n *mention) bool {
	t := typeOf(c)
	switch {
	case isSexed(kind.gender):
		g := c.gender()
		return (t == nlp.Person || n.Form == FormName && mayBePerson(c, t)) && !n.plural && (g == kind.gender || !isSexed(g))
	case isLiteral(t) || c.first().Form == FormPronoun:
		return false
	case kind.plural:
		return t == nlp.Group || n.plural && n.Form != FormName || n.type_ == nlp.Group
	}
	return t != nlp.Person && t != nlp.Group && !n.plural
}

// isEventBy reports whether the pronoun is said to be an event: "It was the worst flood in
// years", which no bridge is.
func (a *article) isEventBy(m *mention) bool {
	if !strings.EqualFold(a.doc.Word(m.Head), "it") {
		return false
	}
	t := a.doc.Tokens[m.Head]
	if t.Head < m.Head || t.Rel != "nsubj" || !strings.HasPrefix(a.doc.Tokens[t.Head].XPOS, "NN") {
		return false
	}
	return nlp.EntityType(a.noun(t.Head).Type) == nlp.Event
}

// hasCompanyForm reports whether the form of a company ends the name m.
func hasCompanyForm(m *mention) bool {
	return len(m.words) > 1 && companyForms[strings.ToLower(strings.TrimSuffix(m.words[len(m.words)-1], "."))]
}

// mayBePerson reports whether a name that was not taken for a person's may be
// one's all the same: nothing but the name finder's guess says otherwise.
func mayBePerson(c *cluster, t nlp.EntityType) bool {
	isBody := func(m *mention) bool { return m.club || m.employs || hasCompanyForm(m) }
	if c.known() != nil || len(c.summary().bodies) > 0 || slices.ContainsFunc(c.mentions, isBody) {
		return false
	}
	words := c.first().words
	return t == nlp.Thing || len(words) > 0 && len(words) <= 2 && (t == nlp.Place || t == nlp.Organization || t == nlp.Work) && acronym(c.first().name) == "" && !saysKind(words)
}

// saysKind reports whether the first or the last word of a name says that it is no
// person's: "Karsk City", "County Orla".
func saysKind(words []string) bool {
	if len(words) < 2 {
		return false
	}
	first, _ := data.TypeOfFirstWord(words[0])
	last, _ := data.TypeOfLastWord(words[len(words)-1])
	return first != "" && first != string(nlp.Person) || last != "" && last != string(nlp.Person)
}
