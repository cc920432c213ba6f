package identity

import (
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
	"i": {}, "me": {}, "myself": {reflexive: true}, "you": {}, "yourself": {}, "we": {plural: true}, "us": {plural: true}, "ourselves": {plural: true},
}

// mergePronouns puts he, she, it and they together with the most salient thing
// before them that they fit in kind, gender and number. Salience follows Lappin
// and Leass (1994): each mention counts by its place in the sentence, half as
// much for each sentence further back, and by how alike that place is to the
// pronoun's.
//
// "Ada Lund met Bo Ek in Oslo. She left." – she is Ada Lund.
// Limit: without a gender that the given name or title tells, whoever is most
// salient; "it" only for the subject of this sentence or the last.
func mergePronouns(a *article) {
	partners := a.partners()
	for i, m := range a.all {
		word := strings.ToLower(a.doc.Word(m.Head))
		kind := pronouns[word]
		if m.Form != FormPronoun || len(m.cluster.mentions) > 1 || isDeictic(word) {
			continue
		}
		if subject := a.cataphoric(m, kind, i); subject != nil && a.merge(subject, m) {
			continue
		}
		if best := a.mostSalient(m, kind, i, partners[m.Head]); best != nil {
			a.merge(best, m)
		}
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
		if where == subjectOfClause && verb > m.Head && a.dominates(verb, m.Head) && !a.dominates(a.topToken(n.Tokens), m.Head) && a.accepts(n.cluster, m, kind, n) && !a.coarguments(m, n) {
			return n
		}
	}
	return nil
}

// isDeictic reports whether a pronoun stands for who speaks or listens.
func isDeictic(word string) bool {
	switch word {
	case "i", "me", "myself", "you", "yourself", "we", "us", "ourselves":
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

// Weights of a mention's place, after Lappin and Leass, with what GAP's authors
// found to tell most besides: the same place in the sentence as the pronoun's.
var positionWeight = [...]int{otherPosition: 25, possessor: 65, oblique: 35, object: 50, subjectOfClause: 80}

const (
	nameWeight     = 20
	parallelWeight = 45 // the pronoun stands in the same position
	aboveWeight    = 45 // subject of a clause that the pronoun's is part of
	quotedShare    = 4
	untypedShare   = 2 // of what may be a person, but nothing shows it
	// pronounReach is how many sentences back a pronoun may go.
	pronounReach = 3
	// maxCandidates is how many mentions back it may go; more stand in three
	// sentences only where they are no sentences.
	maxCandidates = 150
)

// mostSalient returns the first mention of the best candidate for the pronoun at
// a position of a.all.
func (a *article) mostSalient(m *mention, kind pronounKind, position int, partners map[int]bool) *mention {
	salience := map[*cluster]int{}
	var order []*cluster
	for i := position - 1; i >= max(0, position-maxCandidates) && m.sentence-a.all[i].sentence <= pronounReach; i-- {
		n := a.all[i]
		c := n.cluster
		if n.latent || n.Tokens.Contains(m.Tokens) || !a.accepts(c, m, kind, n) {
			continue
		}
		if !kind.reflexive && (partners[n.Head] || a.coarguments(m, n)) {
			salience[c] -= forbidden
		}
		if _, ok := salience[c]; !ok {
			order = append(order, c)
		}
		salience[c] += a.weight(n, m) * decay[min(m.sentence-n.sentence, len(decay)-1)] / decay[0]
	}
	var best *cluster
	for _, c := range order {
		if salience[c] > 0 && (best == nil || salience[c] > salience[best]) {
			best = c
		}
	}
	if best == nil {
		return nil
	}
	return best.first()
}

// decay is what a mention still counts so many sentences later, of decay[0].
var decay = [...]int{100, 50, 25, 12}

// forbidden outweighs any salience.
const forbidden = 1 << 20

// weight is what the mention n adds to the salience of its entity for the
// pronoun m. What stands inside a quotation hardly counts outside of it.
func (a *article) weight(n, m *mention) int {
	where, verb := a.positionOf(n)
	if n.subject {
		where = subjectOfClause
	}
	w := positionWeight[where]
	if n.Form == FormName {
		w += nameWeight
	}
	if own, _ := a.positionOf(m); own == where && (where == subjectOfClause || where == object) {
		w += parallelWeight
	}
	if n.sentence == m.sentence && where == subjectOfClause && verb >= 0 && a.dominates(verb, m.Head) {
		w += aboveWeight
	}
	if a.quoted[n.Head] && !a.quoted[m.Head] {
		w /= quotedShare
	}
	if isSexed(m.gender) && typeOf(n.cluster) != nlp.Person {
		w /= untypedShare
	}
	return w
}

// accepts reports whether the pronoun m can stand for c, of which n is a mention.
func (a *article) accepts(c *cluster, m *mention, kind pronounKind, n *mention) bool {
	t := typeOf(c)
	switch {
	case isSexed(kind.gender):
		g := c.gender()
		return (t == nlp.Person || n.Form == FormName && mayBePerson(c, t)) && !n.plural && (g == kind.gender || !isSexed(g))
	case kind.plural:
		return m.sentence-n.sentence <= 1 && (t == nlp.Group || n.plural && n.Form == FormNominal)
	}
	return m.sentence-n.sentence <= 1 && n.subject && !n.plural &&
		(t == nlp.Organization || t == nlp.Place || t == nlp.Event || t == nlp.Product || t == nlp.Law || t == nlp.Work)
}

// mayBePerson reports whether a name that was not taken for a person's may be
// one's all the same: nothing but the name finder's guess says otherwise.
func mayBePerson(c *cluster, t nlp.EntityType) bool {
	if c.known() != nil || len(c.summary().bodies) > 0 {
		return false
	}
	words := len(c.first().words)
	return t == nlp.Thing || words > 0 && words <= 2 && (t == nlp.Place || t == nlp.Organization || t == nlp.Work) && acronym(c.first().name) == ""
}
