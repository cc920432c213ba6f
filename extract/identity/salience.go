package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// What speaks for a pronoun's antecedent. Each feature is counted over the
// mentions of a candidate, and its weight learned from pronouns whose antecedent
// is known, by pairwise logistic regression: TestLearnSalience.

// feature is the index of a feature's weight.
type feature int

// The features. Those of places stand once for each distance in sentences, up to
// maxDistance.
const (
	atSubject   feature = 0 // a mention is the subject of its clause
	atObject    feature = atSubject + maxDistance
	atOblique   feature = atObject + maxDistance
	atPossessor feature = atOblique + maxDistance
	atOther     feature = atPossessor + maxDistance
)

// The features that do not go by distance.
const (
	isNameHere      feature = atOther + maxDistance + iota // a mention is a name
	isPronounHere                                          // or a pronoun: what the text goes on about
	parallelSubject                                        // both are subjects
	parallelObject                                         // both are objects
	subjectAbove                                           // the subject of a clause that the pronoun's is part of
	ownClause                                              // a possessive pronoun's clause has the mention as subject
	quotedOutside                                          // it is inside a quotation, the pronoun is not
	inSameQuote                                            // both are
	passiveAgent                                           // "by Lund"
	nearest                                                // no other candidate is nearer
	second                                                 // one other is
	doubtfulPerson                                         // only guessed to be no person
	genderKnown                                            // given name or title tell the gender, and it fits
	fullNamed                                              // the article gives a name of two words or more
	oftenNamed                                             // named twice or more before
	opensParagraph                                         // the first mention of its paragraph
	givenFits                                              // no more than a given name, of the pronoun's gender
	givenAgainst                                           // or of the other; it may be a surname
	thrice                                                 // three mentions or more before
	oftener                                                // six or more
	opensArticle                                           // the first sentence has a mention
	nearestOwner                                           // no other is nearer to a possessive pronoun in its sentence
	laterConjunct                                          // a mention is a later member of a list
	ofMainClause                                           // a mention is the subject of its sentence, by distance
	bothSpeak       feature = ofMainClause + maxDistance   // and speaks, as the pronoun does; by distance
	spoke           feature = bothSpeak + maxDistance      // it speaks, the pronoun does not; by distance
)

// The features of "it" and "they", which may stand for things of many kinds and
// for nothing that is a candidate.
const (
	isOrganization feature = spoke + maxDistance + iota
	isPlace
	isEvent
	isGroup
	isLatent    // spoken of in no proposition
	asNothing   // no candidate
	asExpletive // none, and nothing else by the tree: "it is clear that"
	asNoSubject // none, for a subject
	asNoOwner   // none, for a possessive
	asNoOpening // none, for what opens its sentence
	asNoCopular // none, for the subject of "is"

	numFeatures
)

// maxDistance is how many distances in sentences are told apart: the pronoun's
// own sentence, the one before, and further back.
const maxDistance = 3

// addFeatures counts what the mention n adds for the pronoun m; nearestOfCluster
// says that no mention of its cluster stands between the two.
func (a *article) addFeatures(f *[numFeatures]int, n, m *mention, nearestOfCluster bool) {
	distance := feature(min(m.sentence-n.sentence, maxDistance-1))
	where, verb := a.positionOf(n)
	own, ownVerb := a.positionOf(m)
	f[placeFeature(where)+distance]++
	switch n.Form {
	case FormName:
		f[isNameHere]++
	case FormPronoun:
		f[isPronounHere]++
	}
	switch {
	case own == where && where == subjectOfClause:
		f[parallelSubject]++
	case own == where && where == object:
		f[parallelObject]++
	}
	if n.sentence == m.sentence && where == subjectOfClause && verb >= 0 {
		if a.dominates(verb, m.Head) {
			f[subjectAbove]++
		}
		if own == possessor && ownVerb >= 0 && a.doc.Tokens[ownVerb].Head == verb {
			f[ownClause]++
		}
	}
	switch {
	case a.quoted[n.Head] && !a.quoted[m.Head]:
		f[quotedOutside]++
	case a.quoted[n.Head]:
		f[inSameQuote]++
	}
	if where == oblique && n.Tokens.First > 0 && a.doc.Word(n.Tokens.First-1) == "by" {
		f[passiveAgent]++
	}
	if a.doc.Tokens[a.topToken(n.Tokens)].Rel == "conj" {
		f[laterConjunct]++
	}
	if where == subjectOfClause && verb >= 0 && a.doc.Tokens[verb].Head < 0 {
		f[ofMainClause+distance]++
	}
	switch {
	case !a.speaks[n.Head]:
	case a.speaks[m.Head]:
		f[bothSpeak+distance]++
	default:
		f[spoke+distance]++
	}
	if nearestOfCluster && own == possessor && distance == 0 && f[nearest] > 0 {
		f[nearestOwner] = 1
	}
	if nearestOfCluster && a.opens(n) {
		f[opensParagraph]++
	}
}

// addClusterFeatures adds what a candidate as a whole says; rank is how many
// others are nearer.
func (a *article) addClusterFeatures(f *[numFeatures]int, c *cluster, m *mention, rank int) {
	switch rank {
	case 0:
		f[nearest] = 1
	case 1:
		f[second] = 1
	}
	if isSexed(m.gender) && typeOf(c) != nlp.Person {
		f[doubtfulPerson] = 1
	}
	if isSexed(m.gender) && c.gender() == m.gender {
		f[genderKnown] = 1
	}
	switch g := givenGender(c); {
	case !isSexed(m.gender) || !isSexed(g):
	case g == m.gender:
		f[givenFits] = 1
	default:
		f[givenAgainst] = 1
	}
	if len(c.summary().fullNames) > 0 {
		f[fullNamed] = 1
	}
	named, all := 0, 0
	for _, n := range c.mentions {
		if n.Head >= m.Head {
			continue
		}
		all++
		if n.Form == FormName {
			named++
		}
	}
	if named > 1 {
		f[oftenNamed] = 1
	}
	if c.first().sentence == 0 {
		f[opensArticle] = 1
	}
	if all > 2 {
		f[thrice] = 1
	}
	if all > 5 {
		f[oftener] = 1
	}
}

// addKind adds what kind of thing a candidate for "it" or "they" is.
func addKind(f *[numFeatures]int, c *cluster) {
	switch typeOf(c) {
	case nlp.Organization:
		f[isOrganization] = 1
	case nlp.Place:
		f[isPlace] = 1
	case nlp.Event:
		f[isEvent] = 1
	case nlp.Group:
		f[isGroup] = 1
	}
	if !slices.ContainsFunc(c.mentions, func(m *mention) bool { return !m.latent }) {
		f[isLatent] = 1
	}
}

// addNothing adds what speaks for the pronoun m standing for no candidate.
func (a *article) addNothing(f *[numFeatures]int, m *mention) {
	f[asNothing] = 1
	token := a.doc.Tokens[m.Head]
	where, verb := a.positionOf(m)
	if token.Rel == "expl" {
		f[asExpletive] = 1
	}
	switch where {
	case subjectOfClause:
		f[asNoSubject] = 1
	case possessor:
		f[asNoOwner] = 1
	}
	if m.Head == a.doc.Sentences[m.sentence].Tokens.First {
		f[asNoOpening] = 1
	}
	if where == subjectOfClause && verb >= 0 && !strings.HasPrefix(a.doc.Tokens[verb].XPOS, "V") {
		f[asNoCopular] = 1
	}
}

// givenGender is the gender of whom the article names by one word that is a given
// name, and of whom nothing else tells it.
func givenGender(c *cluster) data.Gender {
	if isSexed(c.gender()) || len(c.summary().fullNames) > 0 {
		return data.UnknownGender
	}
	for _, m := range c.mentions {
		if m.Form == FormName && len(m.words) == 1 {
			g, _ := data.FirstName(m.words[0])
			return g
		}
	}
	return data.UnknownGender
}

// placeFeature is the feature of a place in the sentence that the pronoun is in.
func placeFeature(where position) feature {
	switch where {
	case subjectOfClause:
		return atSubject
	case object:
		return atObject
	case oblique:
		return atOblique
	case possessor:
		return atPossessor
	}
	return atOther
}

// opens reports whether n stands in the first sentence of its paragraph.
func (a *article) opens(n *mention) bool {
	return n.sentence == 0 || a.doc.Sentences[n.sentence-1].Paragraph != a.doc.Sentences[n.sentence].Paragraph
}

// personWeights are learned by TestLearnSalience from he and she in the development
// part of GAP (Webster et al., "Mind the GAP", TACL 2018; Apache 2.0) and in the
// training part of GUM's chains (Zeldes 2017; annotation CC BY 4.0), the pronouns
// before each being resolved by the weights as they stand. Where the antecedent is a
// candidate (1562 and 776), weights from four fifths put it first for .71 and .91 of
// the last; from GAP alone .70 and .78, without the last sixteen .70 and .85.
var personWeights = [numFeatures]int{
	19, 29, 22, // atSubject, by distance
	47, -18, -29, // atObject
	51, -47, -46, // atOblique
	2, 24, 32, // atPossessor
	43, -54, -31, // atOther
	-5, -4, // isNameHere, isPronounHere
	51, 26, // parallelSubject, parallelObject
	75, 51, // subjectAbove, ownClause
	3, 57, // quotedOutside, inSameQuote
	-36,    // passiveAgent
	87, 56, // nearest, second
	-201,   // doubtfulPerson
	33, -1, // genderKnown, fullNamed
	71, -23, // oftenNamed, opensParagraph
	60, -173, // givenFits, givenAgainst
	24, 52, -66, // thrice, oftener, opensArticle
	69, -85, // nearestOwner, laterConjunct
	2, 93, -24, // ofMainClause, by distance
	19, -9, -34, // bothSpeak
	1, -24, -19, // spoke
}

// thingWeights and groupWeights are learned likewise, from it and they in GUM.
// With nothing that is a candidate among what they may stand for, .68 and .71 of
// 1133 and 681 are right, by weights from the other parts.
var thingWeights = [numFeatures]int{
	96, -9, 0, // atSubject, by distance
	82, -52, 0, // atObject
	20, -110, 0, // atOblique
	66, 56, 0, // atPossessor
	25, -47, 0, // atOther
	-48, -48, 29, // isNameHere, isPronounHere, parallelSubject
	69, 44, 48, // parallelObject, subjectAbove, ownClause
	-48, 33, 12, // quotedOutside, inSameQuote, passiveAgent
	5, 12, 0, // nearest, second, doubtfulPerson
	0, -38, -23, // genderKnown, fullNamed, oftenNamed
	29, 0, 0, // opensParagraph, givenFits, givenAgainst
	24, 16, 58, // thrice, oftener, opensArticle
	52, -33, // nearestOwner, laterConjunct
	27, 77, 0, // ofMainClause, by distance
	11, 12, 0, // bothSpeak
	-68, -29, 0, // spoke
	59, 22, 14, // isOrganization, isPlace, isEvent
	0, -80, // isGroup, isLatent
	148, 207, -52, // asNothing, asExpletive, asNoSubject
	-69, -105, 58, // asNoOwner, asNoOpening, asNoCopular
}

var groupWeights = [numFeatures]int{
	139, 49, 0, // atSubject, by distance
	77, -21, 0, // atObject
	92, -34, 0, // atOblique
	160, 75, 0, // atPossessor
	43, -61, 0, // atOther
	10, -97, 36, // isNameHere, isPronounHere, parallelSubject
	89, 88, -23, // parallelObject, subjectAbove, ownClause
	-33, -41, -17, // quotedOutside, inSameQuote, passiveAgent
	43, 34, 0, // nearest, second, doubtfulPerson
	0, 0, -28, // genderKnown, fullNamed, oftenNamed
	1, 0, 0, // opensParagraph, givenFits, givenAgainst
	-20, 176, 0, // thrice, oftener, opensArticle
	43, -77, // nearestOwner, laterConjunct
	-10, 58, 0, // ofMainClause, by distance
	-21, 84, 0, // bothSpeak
	-114, -55, 0, // spoke
	155, -7, -126, // isOrganization, isPlace, isEvent
	128, 24, // isGroup, isLatent
	83, 0, 42, // asNothing, asExpletive, asNoSubject
	72, -22, -38, // asNoOwner, asNoOpening, asNoCopular
}

// caution is what the likeliest thing must have ahead of none: a wrong referent is a
// wrong fact, and none is a fact less. With it, .65 and .71 of what "it" and "they"
// are put together with is right in GUM's training part, without .58 and .69.
const caution = 40

// weights returns the weights of a kind of pronoun.
func (k pronounKind) weights() *[numFeatures]int {
	switch {
	case isSexed(k.gender):
		return &personWeights
	case k.plural:
		return &groupWeights
	}
	return &thingWeights
}
