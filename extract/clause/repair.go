package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// A repair mends one place of a tree where the parser says what English does not
// allow: a verb with two subjects, a tensed verb with none. What grammar leaves
// open is left to the parser. Each repair looks at one token and returns at once
// where its sign is missing.
type repair struct {
	name string // as in testdata/repairs
	mend func(t *deptree, i int)
}

// repairs are all of them; each sees what those before it have mended anywhere in
// the document.
var repairs = []repair{
	{"date-range", (*deptree).mendDateRange},
	{"long-number", (*deptree).mendLongNumber},
	{"torn-name", (*deptree).mendTornName},
	{"dashed-pair", (*deptree).mendDashedPair},
	{"hyphen-modifier", (*deptree).mendHyphenModifier},
	{"marked-time", (*deptree).mendMarkedTime},
	{"timed-subject", (*deptree).mendTimedSubject},
	{"ampersand", (*deptree).mendAmpersand},
	{"split-noun", (*deptree).mendSplitNoun},
	{"payee", (*deptree).mendPayee},
	{"split-object", (*deptree).mendSplitObject},
	{"scored-object", (*deptree).mendScoredObject},
	{"titled-list", (*deptree).mendTitledList},
	{"second-object", (*deptree).mendSecondObject},
	{"divided-gerund", (*deptree).mendDividedGerund},
	{"name-owner", (*deptree).mendNameOwner},
	{"described-pair", (*deptree).mendDescribedPair},
	{"secondary-predicate", (*deptree).mendSecondaryPredicate},
	{"second-result", (*deptree).mendSecondResult},
	{"made-somebody", (*deptree).mendMadeSomebody},
	{"stray-not", (*deptree).mendStrayNot},
	{"aged-person", (*deptree).mendAgedPerson},
	{"dated-noun", (*deptree).mendDatedNoun},
	{"described-name", (*deptree).mendDescribedName},
	{"shared-head", (*deptree).mendSharedHead},
	{"between-pair", (*deptree).mendBetweenPair},
	{"acting-office", (*deptree).mendActingOffice},
	{"owned-work", (*deptree).mendOwnedWork},
	{"office-of", (*deptree).mendOfficeOf},
	{"like-article", (*deptree).mendLikeArticle},
	{"joined-office", (*deptree).mendJoinedOffice},
	{"titled-name", (*deptree).mendTitledName},
	{"titled-pair", (*deptree).mendTitledPair},
	{"listed-holder", (*deptree).mendListedHolder},
	{"named-and", (*deptree).mendNamedAnd},
	{"late-conjunct", (*deptree).mendLateConjunct},
	{"list-end", (*deptree).mendListEnd},
	{"joined-modals", (*deptree).mendJoinedModals},
	{"and-subject", (*deptree).mendAndSubject},
	{"noun-beside-verb", (*deptree).mendNounBesideVerb},
	{"half-object", (*deptree).mendHalfObject},
	{"parted-object", (*deptree).mendPartedObject},
	{"last-explained", (*deptree).mendLastExplained},
	{"coordinated-subject", (*deptree).mendCoordinatedSubject},
	{"among-them", (*deptree).mendAmongThem},
	{"among-others", (*deptree).mendAmongOthers},
	{"crossed-apposition", (*deptree).mendCrossedApposition},
	{"singled-out", (*deptree).mendSingledOut},
	{"gapped-clause", (*deptree).mendGappedClause},
	{"gapped-object", (*deptree).mendGappedObject},
	{"gapped-receiver", (*deptree).mendGappedReceiver},
	{"gapped-number", (*deptree).mendGappedNumber},
	{"gapped-subject", (*deptree).mendGappedSubject},
	{"did-so", (*deptree).mendDidSo},
	{"was-so", (*deptree).mendWasSo},
	{"gapped-time", (*deptree).mendGappedTime},
	{"all-but", (*deptree).mendAllBut},
	{"worth", (*deptree).mendWorth},
	{"second-round", (*deptree).mendSecondRound},
	{"semicolon-clause", (*deptree).mendSemicolonClause},
	{"inverted-subject", (*deptree).mendInvertedSubject},
	{"bare-quantity", (*deptree).mendBareQuantity},
	{"cleft", (*deptree).mendCleft},
	{"contact-clause", (*deptree).mendContactClause},
	{"parted-passive", (*deptree).mendPartedPassive},
	{"adverb-to", (*deptree).mendAdverbTo},
	{"clause-word", (*deptree).mendClauseWord},
	{"measured-clause", (*deptree).mendMeasuredClause},
	{"named-source", (*deptree).mendNamedSource},
	{"gerund-subject", (*deptree).mendGerundSubject},
	{"asked-if", (*deptree).mendAskedIf},
	{"agent-participle", (*deptree).mendAgentParticiple},
	{"by-doers", (*deptree).mendByDoers},
	{"said-gerund", (*deptree).mendSaidGerund},
	{"content-subject", (*deptree).mendContentSubject},
	{"gerund-conjunct", (*deptree).mendGerundConjunct},
	{"content-participle", (*deptree).mendContentParticiple},
	{"conjunct-object", (*deptree).mendConjunctObject},
	{"headline-pair", (*deptree).mendHeadlinePair},
	{"joined-verb", (*deptree).mendJoinedVerb},
	{"had-done", (*deptree).mendHadDone},
	{"lone-verb", (*deptree).mendLoneVerb},
	{"counted-deed", (*deptree).mendCountedDeed},
	{"told-gerund", (*deptree).mendToldGerund},
	{"false-subject", (*deptree).mendFalseSubject},
	{"subjectless-relative", (*deptree).mendSubjectlessRelative},
	{"stays-so", (*deptree).mendStaysSo},
	{"set-off-participle", (*deptree).mendSetOffParticiple},
	{"fronted-description", (*deptree).mendFrontedDescription},
	{"second-subject", (*deptree).mendSecondSubject},
	{"stranded-verb", (*deptree).mendStrandedVerb},
	{"unlike-verb", (*deptree).mendUnlikeVerb},
	{"cut-off-verb", (*deptree).mendCutOffVerb},
	{"set-off-adjective", (*deptree).mendSetOffAdjective},
	{"describing-participle", (*deptree).mendDescribingParticiple},
	{"using-means", (*deptree).mendUsingMeans},
	{"caused-outcome", (*deptree).mendCausedOutcome},
	{"crossing-participle", (*deptree).mendCrossingParticiple},
	{"shown-in", (*deptree).mendShownIn},
	{"installed-participle", (*deptree).mendInstalledParticiple},
	{"unfit-participle", (*deptree).mendUnfitParticiple},
	{"part-of-deed", (*deptree).mendPartOfDeed},
	{"postposed-cue", (*deptree).mendPostposedCue},
	{"raised-participle", (*deptree).mendRaisedParticiple},
	{"cut-off-infinitive", (*deptree).mendCutOffInfinitive},
	{"gerund-noun", (*deptree).mendGerundNoun},
	{"ruling-noun", (*deptree).mendRulingNoun},
	{"verb-particle", (*deptree).mendVerbParticle},
	{"complex-preposition", (*deptree).mendComplexPreposition},
	{"measured-phrase", (*deptree).mendMeasuredPhrase},
	{"caused-infinitive", (*deptree).mendCausedInfinitive},
	{"used-infinitive", (*deptree).mendUsedInfinitive},
	{"ranked-infinitive", (*deptree).mendRankedInfinitive},
	{"ruled-out", (*deptree).mendRuledOut},
	{"with-absolute", (*deptree).mendWithAbsolute},
	{"second-saying", (*deptree).mendSecondSaying},
	{"led-to-doing", (*deptree).mendLedToDoing},
	{"inverted-reading", (*deptree).mendInvertedReading},
	{"joined-saying", (*deptree).mendJoinedSaying},
	{"joined-vow", (*deptree).mendJoinedVow},
	{"fronted-cue", (*deptree).mendFrontedCue},
	{"set-off-cue", (*deptree).mendSetOffCue},
	{"conceded", (*deptree).mendConceded},
	{"behind-quotation", (*deptree).mendBehindQuotation},
	{"following", (*deptree).mendFollowing},
	{"object-infinitive", (*deptree).mendObjectInfinitive},
	{"rung-infinitive", (*deptree).mendRungInfinitive},
	{"noun-infinitive", (*deptree).mendNounInfinitive},
	{"noun-topic", (*deptree).mendNounTopic},
	{"claimed-clause", (*deptree).mendClaimedClause},
	{"content-clause", (*deptree).mendContentClause},
	{"marked-circumstance", (*deptree).mendMarkedCircumstance},
	{"results-in-a-row", (*deptree).mendResultsInARow},
	{"second-relative", (*deptree).mendSecondRelative},
	{"contact-relative", (*deptree).mendContactRelative},
	{"said-relative", (*deptree).mendSaidRelative},
	{"asked-when", (*deptree).mendAskedWhen},
	{"told-her", (*deptree).mendToldHer},
	{"told-content", (*deptree).mendToldContent},
	{"charged-by", (*deptree).mendChargedBy},
	{"out-of-quotation", (*deptree).mendOutOfQuotation},
	{"relative", (*deptree).mendRelative},
	{"final-source", (*deptree).mendFinalSource},
}

// repair applies r to every token that hangs on another.
func (t *deptree) repair(r repair) {
	for i := range t.head {
		if t.head[i] >= 0 {
			r.mend(t, i)
		}
	}
}

// attach hangs token i on h by the relation rel; h -1 makes it a root. What would
// close a circle is not done.
func (t *deptree) attach(i, h int, rel string) {
	if h >= 0 && t.under(h, i) {
		return
	}
	if old := t.head[i]; old >= 0 {
		t.kids[old] = slices.DeleteFunc(t.kids[old], func(k int) bool { return k == i })
	}
	t.mended[i] = t.mended[i] || t.head[i] != h
	t.head[i] = h
	t.name(i, rel)
	if h >= 0 {
		at, _ := slices.BinarySearch(t.kids[h], i)
		t.kids[h] = slices.Insert(t.kids[h], at, i)
	}
}

// typeAt returns the type of the name that token i is part of, "" where it is none.
func (t *deptree) typeAt(i int) nlp.EntityType {
	name, _ := t.nameOf(i)
	return name.Type
}

// nameOf returns the name that token i is part of.
func (t *deptree) nameOf(i int) (nlp.Name, bool) {
	at, found := slices.BinarySearchFunc(t.doc.Names, i, func(n nlp.Name, i int) int { return n.Tokens.First - i })
	if !found {
		at--
	}
	if at < 0 || !t.doc.Names[at].Tokens.Has(i) {
		return nlp.Name{}, false
	}
	return t.doc.Names[at], true
}

// isTensed reports whether token i is a verb with a tense of its own; past reports
// whether it is past, the form that is easily taken for a participle.
func (t *deptree) isTensed(i int) (tensed, past bool) {
	switch t.tag(i) {
	case "VBZ", "VBP":
		return true, false
	case "VBD":
		return true, true
	}
	return false, false
}

// hasOwnWords reports whether a verb has a subject, an auxiliary or a word that
// opens its clause.
func (t *deptree) hasOwnWords(v int) bool {
	return t.kid(v, "nsubj", "csubj", "aux", "cop", "mark") >= 0 || t.opener(v) >= 0
}

// opener returns the word that opens the clause of i ("if", "that", "to",
// "without"), or -1.
func (t *deptree) opener(i int) int {
	for _, k := range t.kids[i] {
		if t.relation(k) == "mark" && k < i {
			return k
		}
	}
	for _, k := range t.kids[i] {
		if t.relation(k) == "advmod" && k < i && strings.HasPrefix(t.tag(k), "W") {
			return k
		}
	}
	return -1
}

// isDetermined reports whether the noun i has an article, a demonstrative or an owner.
func (t *deptree) isDetermined(i int) bool {
	for _, k := range t.kids[i] {
		if t.relation(k) == "det" || t.fullRelation(k) == "nmod:poss" {
			return true
		}
	}
	return false
}
