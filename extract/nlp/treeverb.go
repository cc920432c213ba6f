package nlp

import (
	"strings"

	"kg/extract/nlp/internal/neural"
)

// News in the present tense has verbs that look like nouns: "Police arrest nine miners",
// "A bus carrying pilgrims overturns". The network takes them for nouns now and then and
// leaves the sentence, or the clause behind "when", without a verb. Where that is so, the
// noun whose number and neighbours only fit a verb is made one.

// findVerbs does so in a sentence that ends in a full stop. What it changes is as sure as
// mended.
func findVerbs(words []string, said []neural.Word) {
	n := len(said)
	if n < shortestClause || n > longestClause || words[n-1] != "." {
		return
	}
	if r := rootOf(said); r >= 0 && r < n-1 {
		makeRootVerb(words, said, r)
		raisePastVerb(words, said, r)
		raiseDescribedVerb(words, said, r)
		makeVerbBehind(words, said, r)
		makeVerbPastComma(words, said, r)
	}
	for i := 3; i < n-1; i++ {
		makeLateVerb(words, said, i)
	}
}

// hang hangs word k on head by rel.
func hang(said []neural.Word, k, head int, rel string) {
	said[k].Head, said[k].Rel, said[k].Sure = head, rel, mended
}

// mended is the certainty of an arc that was changed: the network's was of another.
const mended = 180

// shortestClause is the fewest words, with the full stop, of a sentence that is mended:
// what is shorter may be a caption.
const shortestClause = 6

// longestClause is the most words of one: beyond are lists, and the search takes time that
// grows with the square of the length.
const longestClause = 150

// rootOf returns the first word that hangs on no other, or -1.
func rootOf(said []neural.Word) int {
	for i, w := range said {
		if w.Head < 0 {
			return i
		}
	}
	return -1
}

// makeRootVerb makes a verb of the noun r that heads a sentence: "The firm orders a
// recall". What stands before it is its subject, what follows its object.
func makeRootVerb(words []string, said []neural.Word, r int) {
	p := r - 1
	for p > 0 && said[p].UPOS == "ADV" && said[p].Head == r {
		p--
	}
	if p < 0 {
		return
	}
	subject := below(said, p, r)
	if subject < 0 || !isCommonForm(words[r], said[r]) || !isNounTag(said[p].XPOS) || !headsNoVerb(said, r) || !fitsVerb(words, said, p, r, isOne(said, p)) {
		return
	}
	makeVerb(said, r)
	for k := range said {
		if k == r || said[k].Head != r {
			continue
		}
		switch {
		case k == subject:
			hang(said, k, r, "nsubj")
		case k < r && (said[k].UPOS == "PUNCT" || said[k].Rel == "advmod"):
		case k < subject && hasComma(words, k, subject) && kidOf(said, k, "case") >= 0:
			hang(said, k, r, "obl")
		case k < r:
			hang(said, k, subject, said[k].Rel)
		}
	}
	hangComplements(said, r, subject)
}

// headsNoVerb reports whether nothing on r belongs to a verb or makes r the noun of a
// prepositional phrase.
func headsNoVerb(said []neural.Word, r int) bool {
	for k, w := range said {
		if w.Head != r {
			continue
		}
		switch rel, _, _ := strings.Cut(w.Rel, ":"); rel {
		case "nsubj", "csubj", "cop", "aux", "expl":
			return false
		case "case":
			if k < r {
				return false
			}
		}
	}
	return true
}

// fitsVerb reports whether the noun r, with p before it, can only be a verb: its number
// is that of a verb with p for its subject, which one says to be a name or determined, and what follows cannot follow a noun, or
// seldom follows one that is a verb as often.
func fitsVerb(words []string, said []neural.Word, p, r int, one bool) bool {
	next := words[r+1]
	ends := said[r].XPOS == "NNS"
	plural := said[p].XPOS == "NNS" || said[p].XPOS == "NNPS" || !ends && said[p].XPOS == "NNP" && strings.HasSuffix(words[p], "s")
	team := !ends && said[p].XPOS == "NNP" && (words[r] == "defeat" || words[r] == "beat") // "Norvik defeat Orla City"
	if ends == plural && !pluralBodies[strings.ToLower(words[p])] && !team {
		return false
	}
	known := nounVerbs[baseVerb(strings.ToLower(words[r]), verbTag(said[r].XPOS))]
	agrees := ends || plural || pluralBodies[strings.ToLower(words[p])]
	switch tag := said[r+1].XPOS; {
	case tag == "DT" || tag == "PRP$", next == "that" && said[r+1].Rel == "mark",
		tag == "CC" && r+2 < len(said) && said[r+2].XPOS == verbTag(said[r].XPOS):
		return true
	case tag == "CD", tag == "NNP", tag == "NN", tag == "NNS", tag == "JJ":
		return known && (agrees || tag == "CD" || tag == "NNP")
	case next == "at" && r+2 < len(words) && words[r+2] == "least", next == "around" || next == "over" || next == "about":
		return known
	case next == ",":
		return known && !ends && plural && said[p].XPOS != "NNP"
	case tag == "TO" || tag == "RP" || tag == "IN":
		return known && agrees && next != "of" && (ends && one || !ends && (said[p].XPOS != "NNP" || plural))
	}
	return false
}

// isOne reports whether the noun phrase whose last word is p is a name or has a
// determiner: without one "air strikes" are strikes.
func isOne(said []neural.Word, p int) bool {
	for k := p; k >= 0 && said[k].UPOS != "PUNCT" && said[k].UPOS != "ADP"; k-- {
		if k == p && said[k].XPOS == "NNP" || said[k].XPOS == "DT" {
			return true
		}
	}
	return false
}

// isCommonForm reports whether a word is tagged as a common noun and written so.
func isCommonForm(word string, w neural.Word) bool {
	return (w.XPOS == "NN" || w.XPOS == "NNS") && !isCapitalised(word) && hasLetter(word)
}

// below returns the word that hangs on r and that p is, or hangs on; -1 if p does not
// hang on r or stands behind it.
func below(said []neural.Word, p, r int) int {
	for range said {
		switch h := said[p].Head; {
		case p > r || h < 0:
			return -1
		case h == r:
			return p
		default:
			p = h
		}
	}
	return -1
}

// verbTag is the tag of a noun that is a verb.
func verbTag(noun string) string {
	if noun == "NNS" {
		return "VBZ"
	}
	return "VBP"
}

func makeVerb(said []neural.Word, i int) { said[i].XPOS, said[i].UPOS = verbTag(said[i].XPOS), "VERB" }

// isNounTag reports whether a word with this tag can be the last of a subject.
func isNounTag(tag string) bool { return strings.HasPrefix(tag, "NN") }

// hasComma reports whether a comma stands between words a and b.
func hasComma(words []string, a, b int) bool {
	for i := a; i < b; i++ {
		if words[i] == "," {
			return true
		}
	}
	return false
}

// hangComplements gives what hangs on the new verb v, behind it, the relations that
// verbs have; clauses that describe a noun go to the object, or to the subject.
func hangComplements(said []neural.Word, v, subject int) {
	object := kidOf(said, v, "obj")
	for k := v + 1; k < len(said); k++ {
		if said[k].Head != v {
			continue
		}
		cased := kidOf(said, k, "case") >= 0
		switch rel, _, _ := strings.Cut(said[k].Rel, ":"); rel {
		case "nmod", "appos", "flat", "compound", "amod", "dep", "nummod":
			switch {
			case cased:
				hang(said, k, v, "obl")
			case object < 0 && startsAt(said, k, v+1):
				hang(said, k, v, "obj")
				object = k
			case object >= 0 && (rel == "flat" || rel == "appos" || rel == "compound"):
				hang(said, k, object, said[k].Rel)
			case rel == "nmod":
				hang(said, k, v, "obl:unmarked")
			}
		case "acl", "ccomp":
			if s := describedObject(said, k, v); s >= 0 && object < 0 {
				object = s
				continue
			}
			hangClause(said, k, v, object, subject)
		}
	}
}

// hangClause hangs the clause at k, which stood on the noun v, on the verb v or on a noun.
func hangClause(said []neural.Word, k, v, object, subject int) {
	mark := kidOf(said, k, "mark")
	switch {
	case said[k].Rel == "acl:relcl" && object >= 0 && object < k:
		hang(said, k, object, "acl:relcl")
	case said[k].Rel == "acl:relcl":
		hang(said, k, subject, "acl:relcl")
	case mark >= 0 && said[mark].XPOS == "TO" && object < 0:
		hang(said, k, v, "xcomp")
	case mark >= 0 && said[mark].XPOS != "TO":
		hang(said, k, v, "ccomp")
	case mark >= 0 || said[k].XPOS == "VBG" || object < 0:
		hang(said, k, v, "advcl")
	default:
		hang(said, k, object, "acl")
	}
}

// describedObject makes the noun right behind the verb v its object where the network
// has made it the subject of a past form k without an auxiliary, which describes it
// ("arrest nine people linked to the raid"), and returns it, or -1.
func describedObject(said []neural.Word, k, v int) int {
	s := kidOf(said, k, "nsubj")
	if s < 0 {
		s = kidOf(said, k, "nsubj:pass")
	}
	if s < 0 || s > k || !startsAt(said, s, v+1) || said[k].XPOS != "VBD" && said[k].XPOS != "VBN" || kidOf(said, k, "aux") >= 0 || kidOf(said, k, "aux:pass") >= 0 {
		return -1
	}
	hang(said, s, v, "obj")
	hang(said, k, s, "acl")
	said[k].XPOS = "VBN"
	return s
}

// startsAt reports whether the words that hang on k, or k itself, begin at first.
func startsAt(said []neural.Word, k, first int) bool {
	if k == first {
		return true
	}
	return k > first && below(said, first, k) >= 0 || k > first && said[first].Head == k
}

// makeVerbBehind makes a verb of the noun that the network has hung on the noun r, the
// head of a sentence without a verb: "Voters of Norland vote in a second round."
func makeVerbBehind(words []string, said []neural.Word, r int) {
	if !isNounTag(said[r].XPOS) || !headsNoVerb(said, r) || hasFinite(said, -1, len(said)) {
		return
	}
	for i := r + 2; i < len(said)-2; i++ {
		p := i - 1
		if said[i].Head != r || !isCommonForm(words[i], said[i]) || !isNounTag(said[p].XPOS) || said[p].Head > i ||
			!fitsVerb(words, said, r, i, isOne(said, r)) || hasComma(words, r, i) {
			continue
		}
		makeVerb(said, i)
		preposition := kidOf(said, i, "case")
		for k := range said {
			switch {
			case k == p && said[k].Head == i:
				hang(said, k, r, "nmod")
			case k < i && said[k].Head == i:
				hang(said, k, p, said[k].Rel)
			case k > i && said[k].Head == r:
				hang(said, k, i, said[k].Rel)
			}
		}
		if preposition < 0 {
			said[p].Rel = "compound"
		}
		hang(said, r, i, "nsubj")
		hang(said, i, -1, "root")
		hangComplements(said, i, r)
		return
	}
}

// makeVerbPastComma makes a verb of what stands behind a comma and looks like one, where
// the sentence, headed by the noun r, has no other: "A court in Orla, Norland, sentences
// a nurse". What follows hangs on it.
func makeVerbPastComma(words []string, said []neural.Word, r int) {
	if said[r].Head >= 0 || said[r].XPOS != "NN" || !headsNoVerb(said, r) || !isOne(said, r) {
		return
	}
	for i := r + 3; i < len(said)-2; i++ {
		if words[i-1] != "," {
			continue
		}
		switch tag := said[i].XPOS; {
		case tag == "VBZ" && (said[i].Rel == "conj" || said[i].Rel == "parataxis") && said[i].Head == r:
		case tag == "NNS" && isCommonForm(words[i], said[i]) && !hasFinite(said, -1, i) && fitsVerb(words, said, r, i, true) && said[i+1].XPOS != "TO":
			makeVerb(said, i)
		default:
			continue
		}
		if h := said[i].Head; h > i {
			hang(said, h, i, "obj")
		}
		for k := range said {
			switch h := said[k].Head; {
			case k < i && h == i && said[k].UPOS != "PUNCT":
				hang(said, k, r, said[k].Rel)
			case k > i && h >= 0 && h < i:
				hang(said, k, i, said[k].Rel)
			}
		}
		hang(said, r, i, "nsubj")
		hang(said, i, -1, "root")
		hangComplements(said, i, r)
		return
	}
}

// makeLateVerb makes a verb of the noun i that the network has taken for a part of what
// describes its subject, where the clause has no other: "when a bus carrying pilgrims
// overturns in Lima", "Floods caused by heavy rain kill nine people."
func makeLateVerb(words []string, said []neural.Word, i int) {
	if !isCommonForm(words[i], said[i]) || !isNounTag(said[i-1].XPOS) {
		return
	}
	participle := describerAbove(words, said, i)
	if participle < 1 {
		return
	}
	subject := participle - 1
	opener := openerOf(words, said, subject)
	root := said[subject].Head < 0
	if !isNounTag(said[subject].XPOS) || opener < 0 && !root || hasFinite(said, max(opener, 0), i) ||
		root && (hasFinite(said, i, len(said)) || !fitsVerb(words, said, subject, i, isOne(said, subject))) {
		return
	}
	ends, plural := said[i].XPOS == "NNS", said[subject].XPOS == "NNS"
	if ends == plural || opener >= 0 && !nounVerbs[baseVerb(strings.ToLower(words[i]), verbTag(said[i].XPOS))] && said[i-1].XPOS != "NNS" {
		return
	}
	raiseVerb(said, i, subject, participle, opener)
	hangComplements(said, i, subject)
}

// describerAbove returns the participle on which i hangs and that stands right behind a
// noun, with no comma between that and i; -1 if there is none.
func describerAbove(words []string, said []neural.Word, i int) int {
	for h := said[i].Head; h > 0 && h < i; h = said[h].Head {
		if tag := said[h].XPOS; tag == "VBG" || tag == "VBN" {
			if said[h].Rel == "acl" && said[h].Head == h-1 || said[h].Rel == "advcl" && said[h-1].Head == h && said[h-1].Rel == "nsubj" {
				if !hasComma(words, h, i) && i-h > 1 {
					return h
				}
			}
			return -1
		}
	}
	return -1
}

// openerOf returns the word that opens the clause of the noun phrase whose head is n, or
// -1: it stands right before the determiner and the modifiers of n.
func openerOf(words []string, said []neural.Word, n int) int {
	first := n
	for first > 0 && (said[first-1].Head == n || said[first-1].Head == said[n].Head) && said[first-1].UPOS != "ADP" && said[first-1].UPOS != "SCONJ" && said[first-1].XPOS != "WRB" {
		first--
	}
	if first > 0 && clauseOpeners[strings.ToLower(words[first-1])] {
		return first - 1
	}
	return -1
}

var clauseOpeners = wordSet("when while because after before as once until")

// hasFinite reports whether a verb with a tense stands between words a and b.
func hasFinite(said []neural.Word, a, b int) bool {
	for i := a + 1; i < b; i++ {
		switch said[i].XPOS {
		case "VBZ", "VBP", "VBD", "MD":
			return true
		}
	}
	return false
}

// raiseVerb puts the verb i over its subject: where that stood, if it heads the sentence,
// or on what the clause stood on.
func raiseVerb(said []neural.Word, i, subject, participle, opener int) {
	over, rel := said[subject].Head, "advcl"
	switch {
	case over < 0:
		rel = "root"
	case over == participle:
		over = said[participle].Head
	}
	makeVerb(said, i)
	for k := range said {
		h := said[k].Head
		switch {
		case k == i:
		case h == i && k < i, k == i-1:
			hang(said, k, i-1, said[k].Rel)
		case k > i && (h == subject || h == participle || h == i-1):
			hang(said, k, i, said[k].Rel)
		}
	}
	hang(said, i-1, participle, objectOf(said, participle, i))
	hang(said, participle, subject, "acl")
	hang(said, subject, i, "nsubj")
	hang(said, i, over, rel)
	switch {
	case opener >= 0 && said[opener].XPOS == "WRB":
		hang(said, opener, i, "advmod")
	case opener >= 0:
		hang(said, opener, i, "mark")
	}
}

// objectOf is the relation to the participle of the noun right before the verb i: that
// of an object, or of a phrase with a preposition.
func objectOf(said []neural.Word, participle, i int) string {
	for k := participle + 1; k < i; k++ {
		if said[k].UPOS == "ADP" {
			return "obl"
		}
	}
	return "obj"
}

// pluralBodies are singular nouns that take a verb in the plural.
var pluralBodies = wordSet("police military gendarmerie army navy team staff crew public media f.c. fc bureau government people")

// nounVerbs are verbs whose present is also a noun, or is taken for one.
var nounVerbs = wordSet(`abandon appeal approve arrest attack award back ban battle beat begin block bomb board boycott break build call cancel
	capsize catch celebrate charge clash close collapse collide crash cross damage debate decline defeat demand deny deploy derail
	detain die discover dismiss display dispute drop eject elect end erupt exchange expel explode face fall file fine fire flee force form
	free fund halt hand head help hit hold honor honour host injure issue jail join kill land launch lead lift lose march mark meet merge name
	order oust overturn pardon pass pause pick place plan pledge plunge point praise probe protest publish raid rage rally reach rebuke recall
	reject release report request rescue resign resume result return reveal rise rule run sack sanction scrap search seek seize sell sentence shell
	shoot shut sign sink slam smash snap spark spread stab stage start stop storm strike strip submit sue surpass suspend swap sweep take target
	threaten top topple transfer trigger urge veto visit vote vow warn win withdraw`)
