package english

import (
	"slices"
	"strings"
	"sync"

	"kg/data"
	"kg/extract/nlp"
)

// predicate is a relation in a form in which a question and a statement can be
// compared.
type predicate struct {
	content string // base form, without auxiliaries and the last preposition: "hold talks", "steal", "be president"
	prep    string // the last preposition, "" where there is none
	passive bool   // its subject is what something was done to
	copular bool   // a form of "be" with what is no participle

	negated bool
	modal   string // "may", "will", "can" …, in which case it states nothing
	chained bool   // its verb hangs on another, which need not have happened: "plans to visit"
}

// phrase returns the predicate as the lexicon writes it, with the preposition.
func (p predicate) phrase() string {
	if p.prep == "" {
		return p.content
	}
	return p.content + " " + p.prep
}

// parseLabel reads the label of a relation: "is stolen from", "does not
// co-chair", "continues to carry out attacks on".
func parseLabel(label string) predicate {
	words := strings.Fields(strings.Replace(strings.ToLower(label), "may or may not ", "may ", 1))
	var p predicate
	if len(words) > 2 && words[0] == "does" && words[1] == "not" {
		p.negated, words = true, words[2:]
	} else if len(words) > 1 && words[0] == "cannot" {
		p.negated, p.modal, words = true, "can", words[1:]
	} else if len(words) > 1 && (modals[words[0]] || words[0] == "need" || words[0] == "ought") {
		p.modal, words = words[0], words[1:]
		if len(words) > 1 && words[0] == "not" {
			p.negated, words = true, words[1:]
		}
	}
	if len(words) == 0 {
		return p
	}
	if len(words) > 1 && formsOfBe[words[0]] && words[1] == "not" {
		p.negated, words = true, slices.Delete(slices.Clone(words), 1, 2)
	}
	return p.of(words)
}

// of fills in the predicate from its words, a verb in any form first.
func (p predicate) of(words []string) predicate {
	words = slices.Clone(words)
	if n := len(words); n > 1 && prepositions[words[n-1]] {
		p.prep, words = words[n-1], words[:n-1]
	}
	switch {
	case formsOfBe[words[0]] && len(words) > 1 && isParticiple(words[1]):
		p.passive, words = true, words[1:]
	case formsOfBe[words[0]]:
		p.copular = true
	}
	words[0] = lemmaOfVerb(words[0])
	if words[0] == "be" || p.copular {
		words[0] = "be"
	}
	if i := slices.Index(words, "to"); i > 0 && i+1 < len(words) {
		p.chained = !factual[words[0]]
		words = words[i+1:]
		words[0] = lemmaOfVerb(words[0])
	} else if len(words) > 1 && aspectual[words[0]] && strings.HasSuffix(words[1], "ing") {
		words = words[1:]
		words[0] = nlp.LemmaOf(words[0], "VBG")
	}
	p.content = strings.Join(words, " ")
	return p
}

// Verbs before another: after the factual ones the other has happened.
var (
	factual   = set("continue begin start manage help come get use cease proceed happen")
	aspectual = set("begin start continue stop finish keep")
)

// synonyms is the lexicon of data.RelationSynonyms.
var synonyms = sync.OnceValue(func() *lexicon { return newLexicon(data.RelationSynonyms()) })

// lexicon knows which phrases say the same.
type lexicon struct {
	groups  map[string][]int // by phrase: the groups it belongs to
	turned  map[string][]int // by phrase: the groups that it belongs to with subject and object exchanged
	nouns   map[string][]int // by stem of a noun: the groups of what it names
	all     []data.Synonyms
	phrases map[string]bool
	verbs   map[string]bool // the first word of each phrase
}

func newLexicon(all []data.Synonyms) *lexicon {
	l := &lexicon{map[string][]int{}, map[string][]int{}, map[string][]int{}, all, map[string]bool{}, map[string]bool{}}
	for i, group := range all {
		for _, phrase := range group.Phrases {
			l.add(l.groups, phrase, i)
		}
		for _, phrase := range group.Converse {
			l.add(l.turned, phrase, i)
		}
		for _, noun := range group.Nouns {
			l.nouns[stem(noun)] = append(l.nouns[stem(noun)], i)
		}
	}
	return l
}

func (l *lexicon) add(index map[string][]int, phrase string, group int) {
	key := surface(strings.Fields(phrase))
	l.phrases[key] = true
	if words := strings.Fields(key); len(words) > 2 && prepositions[words[len(words)-1]] {
		l.phrases[strings.Join(words[:len(words)-1], " ")] = true // "hold talks", of which "with" may stand elsewhere
	}
	l.verbs[strings.Fields(key)[0]] = true
	index[key] = append(index[key], group)
}

// surface returns a phrase with its verbs in the base form, "be killed in" as
// "be kill in".
func surface(words []string) string {
	words = slices.Clone(words)
	if formsOfBe[words[0]] {
		words[0] = "be"
		if len(words) > 1 && isParticiple(words[1]) {
			words[1] = nlp.LemmaOf(words[1], "VBN")
		}
	}
	return strings.Join(words, " ")
}

// sameGroup reports whether the phrases stand in one group, and whether it is
// symmetric; turned says that b has subject and object exchanged.
func (l *lexicon) sameGroup(a, b string) (same, turned, symmetric bool) {
	for _, i := range l.groups[a] {
		if slices.Contains(l.groups[b], i) {
			return true, false, l.all[i].Symmetric
		}
		if slices.Contains(l.turned[b], i) {
			return true, true, l.all[i].Symmetric
		}
	}
	for _, i := range l.turned[a] {
		if slices.Contains(l.groups[b], i) {
			return true, true, false
		}
		if slices.Contains(l.turned[b], i) {
			return true, false, false
		}
	}
	return false, false, false
}

// symmetric reports whether a phrase holds in both directions.
func (l *lexicon) symmetric(phrase string) bool {
	return slices.ContainsFunc(l.groups[phrase], func(i int) bool { return l.all[i].Symmetric })
}

// isVerb reports whether a base form begins a phrase of the lexicon.
func (l *lexicon) isVerb(lemma string) bool { return l.verbs[lemma] }
