package nlp

import (
	"strings"

	"kg/extract/nlp/internal/neural"
)

// Headlines leave out forms of "be": "Three miners killed in blast", "Harbour board to
// close two quays". The treebanks have few, so the network takes the participle for the
// past of an active verb, and the infinitive for a description of the noun before it.

// readHeadline mends both in a sentence without a mark at its end.
func readHeadline(words []string, said []neural.Word) {
	n := len(said)
	if n < shortestHeadline || n > longestHeadline || !hasLetter(words[n-1]) && !startsWithDigit(words[n-1]) {
		return
	}
	joinHeadlineNames(words, said)
	if r := rootOf(said); r >= 0 && isNounTag(said[r].XPOS) {
		makeHeadlineVerb(words, said, r)
	}
	if r := rootOf(said); r >= 0 && isNounTag(said[r].XPOS) {
		makeHeadlineAppointment(words, said, r)
		makeHeadlineFuture(words, said, r)
	}
	for i, w := range said {
		if w.XPOS != "VBD" && w.XPOS != "VBN" {
			continue
		}
		switch w.Rel {
		case "root", "ccomp", "parataxis", "advcl", "appos":
			makeHeadlinePassive(words, said, i)
		}
	}
}

// The fewest and the most words of a headline.
const (
	shortestHeadline = 3
	longestHeadline  = 25
)

// makeHeadlinePassive makes the verb at r passive where nothing follows that it could be
// done to: headlines tell what somebody did in the present.
func makeHeadlinePassive(words []string, said []neural.Word, r int) {
	verb := LemmaOf(words[r], "VBD")
	subject := kidOf(said, r, "nsubj")
	if subject < 0 || subject > r || !headlinePassives[verb] && !appointings[verb] || LemmaOf(words[r], "VBN") != verb || pastOnly[strings.ToLower(words[r])] {
		return
	}
	for k, w := range said {
		if w.Head != r {
			continue
		}
		switch w.Rel {
		case "aux", "aux:pass", "cop", "iobj", "ccomp":
			return // as in any sentence
		case "obj":
			if !appointings[verb] || isDetermined(words, said, k) || k < r {
				return
			}
			hang(said, k, r, "xcomp")
		}
	}
	said[r].XPOS = "VBN"
	hang(said, subject, r, "nsubj:pass")
}

// makeHeadlineAppointment makes a verb of the participle between a name and the office r
// that it takes for an adjective of the office: "Reyes elected mayor of Lima".
func makeHeadlineAppointment(words []string, said []neural.Word, r int) {
	v := r - 1
	for v > 0 && said[v].Rel == "compound" && said[v].Head == r {
		v--
	}
	if v < 1 || said[v].Head != r || said[v].Rel != "amod" || said[v].XPOS != "VBN" || !appointings[LemmaOf(words[v], "VBN")] || !strings.HasPrefix(said[v-1].XPOS, "NNP") {
		return
	}
	subject := below(said, v-1, r)
	if subject < 0 || subject >= v {
		subject = below(said, v-1, v)
	}
	if subject < 0 || subject >= v {
		return
	}
	hang(said, v, -1, "root")
	hang(said, r, v, "xcomp")
	hang(said, subject, v, "nsubj:pass")
}

// isDetermined reports whether word k has an article or an owner: nobody is "named the board".
func isDetermined(words []string, said []neural.Word, k int) bool {
	return kidOf(said, k, "det") >= 0 || kidOf(said, k, "nmod:poss") >= 0
}

// appointings are the verbs whose passive has what somebody becomes behind it.
var appointings = wordSet("name elect appoint crown declare vote")

// pastOnly are past forms that are no participles though the participle has the same base.
var pastOnly = wordSet("took gave broke stole froze hid shook tore wore drove forgave forgot chose woke threw drew ate saw bit beat overthrew")

// headlinePassives are verbs that news seldom has without an object, or not in the past.
var headlinePassives = wordSet(`abandon abduct abolish accuse acquit adjourn adopt airlift ambush amend appoint apprehend approve arraign arrest assassinate assault
	attack award axe ban banish bar behead blame block bomb book boost break bribe bring burgle bury call cancel capture catch cause challenge charge cheer chop cite clear close
	commemorate condemn confirm convict crown crush cut damage declare decorate defeat defer defuse delay demolish deny deploy deport destroy detain devastate dig discover dismiss displace
	disqualify dissolve ditch drop dub eject elect embroil evacuate evict exclude execute exhume exile exonerate expel expose extend extinguish extradite fear fell find fine flood foil
	force free give grant greet halt hand haul hail hang hit hold honor honour hospitalise hospitalize humiliate hurt identify impeach impose imprison indict infect injure
	inaugurate interrupt intercept investigate invite jail judge kidnap kill label launch lay lift linger list loot maul mob mourn murder name nominate oust outlaw overturn
	pardon penalise penalize place poison postpone praise probe promote prosecute protect publish pull punish push put quarantine raid ransack rape recall recover reelect re-elect
	reject release relegate remand remember remove repeal rescue restore restrict reveal review revoke rob rock rule sack scrap see seize sell send sentence set shell
	shelve shock shoot shut slash slam smash smuggle spare spot stab steal strand strengthen strike strip sue suspend swear sweep tackle take target tear tell terminate test thwart
	tie topple torch torture train trap trample treat trick try uncover unearth unveil uproot urge value vandalise vandalize veto warn weaken welcome widen wipe withdraw withhold wound`)

// makeHeadlineFuture makes the infinitive behind the noun r, which heads a headline, its verb:
// "Harbour board to close two quays". Of a plan or a bid the infinitive says what it is for.
func makeHeadlineFuture(words []string, said []neural.Word, r int) {
	verb := -1
	for k, w := range said {
		switch {
		case w.Head == r && w.Rel == "amod" && singlings[strings.ToLower(words[k])]:
			return // "First woman to lead the navy resigns"
		case w.Head == r && w.Rel == "acl" && w.XPOS == "VB" && k > r:
			verb = k
		case w.Head == r && k > r && verb >= 0:
			return
		case strings.HasPrefix(w.Rel, "nsubj") || w.Rel == "cop":
			if w.Head == r {
				return
			}
		}
	}
	if verb < 2 {
		return
	}
	to := kidOf(said, verb, "mark")
	if to <= r || words[to] != "to" || to != verb-1 && !(to == verb-2 && words[to+1] == "be") || purposeNouns[strings.ToLower(words[to-1])] || purposeNouns[strings.ToLower(words[r])] {
		return
	}
	hang(said, verb, -1, "root")
	hang(said, r, verb, "nsubj")
}

// singlings single out one of those who did what an infinitive says.
var singlings = wordSet("first second third last next only youngest oldest latest")

// purposeNouns are the nouns of which an infinitive says what is meant by them.
var purposeNouns = wordSet(`plan plans bid bids effort efforts move moves attempt attempts attempted call calls decision decisions deal deals pact vote votes
	order orders promise promises pledge pledges offer offers proposal proposals refusal way ways time chance chances right rights need pressure campaign
	fight race battle drive push struggle agreement law bill motion power powers permission request requests threat threats failure ability how what where when
	where whether who things reason reasons something anything nothing`)

// makeHeadlineVerb makes a verb of a noun in a headline without one: of the root r where it has
// a subject all the same ("Norland president visits Orva"), and of what stands right behind the
// police or a plural with which the headline opens ("Police arrest man over fire").
func makeHeadlineVerb(words []string, said []neural.Word, r int) {
	for _, w := range said {
		if w.UPOS == "VERB" && w.XPOS != "VBN" && w.XPOS != "VBG" || w.UPOS == "AUX" {
			return
		}
	}
	if s := kidOf(said, r, "nsubj"); s >= 0 && s < r && said[r].XPOS == "NNS" && said[s].XPOS != "NNS" && isCommonForm(words[r], said[r]) && r+1 < len(said) {
		makeVerb(said, r)
		hangComplements(said, r, s)
		return
	}
	const subject, v = 0, 1
	known := nounVerbs[baseVerb(strings.ToLower(words[v]), "VBP")]
	if r < v || !known || said[v].XPOS != "NN" || !isCommonForm(words[v], said[v]) || said[subject].XPOS != "NNS" && !pluralBodies[strings.ToLower(words[subject])] || v+1 >= len(said) || said[v+1].UPOS == "ADP" {
		return
	}
	makeVerb(said, v)
	for k := range said {
		if k != v && said[k].Head == v {
			hang(said, k, v, said[k].Rel)
		}
	}
	if r != v {
		hang(said, v, -1, "root")
		hang(said, r, v, "obj")
	}
	hang(said, subject, v, "nsubj")
	for k := v + 1; k < len(said); k++ {
		if said[k].Head == v && said[k].Rel == "advmod" && isNounTag(said[k].XPOS) {
			hang(said, k, v, "obj")
		}
	}
	hangComplements(said, v, subject)
}
