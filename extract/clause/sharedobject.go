package clause

import "strings"

// shareLaterObjects: "Roe wrote and directed the film": what stands behind the last of several
// verbs in a row is the object of those before it that can hardly be without one. Limit: of other
// verbs ("stopped and searched the car") nobody knows.
func (s *sentence) shareLaterObjects() {
	for _, last := range s.clauses {
		if last.link != coordinateVerb || last.host == nil || len(last.objects) == 0 || last.verb.passive || last.verb.copula || last.objects[0].tokens.First < last.verb.main {
			continue
		}
		for _, c := range s.clauses {
			if (c == last.host || c.link == coordinateVerb && c.host == last.host) && s.lacksObject(c) && s.areInARow(c, last) {
				c.objects = append(c.objects, last.objects...)
			}
		}
	}
}

// lacksObject reports whether c has nothing behind its verb, which can hardly be without an object.
func (s *sentence) lacksObject(c *clause) bool {
	if lemma := s.lemmaOf(c); !neverAlone[lemma] && !takingObjects[lemma] && !sharing[lemma] || goingAlone[lemma] || c.verb.passive || c.verb.copula || c.verb.particle >= 0 {
		return false
	}
	return len(c.objects) == 0 && len(c.phrases) == 0 && len(c.times) == 0 && !c.predicate.ok() && !c.filler.ok()
}

// areInARow reports whether no more than verbs, adverbs, commas and conjunctions stand between the
// verbs of a and b.
func (s *sentence) areInARow(a, b *clause) bool {
	if a.verb.main >= b.verb.main {
		return false
	}
	for i := a.verb.main + 1; i < b.verb.main; i++ {
		if tag := s.tag(i); tag != "CC" && tag != "," && !strings.HasPrefix(tag, "VB") && !strings.HasPrefix(tag, "RB") {
			return false
		}
	}
	return true
}

// goingAlone are those among them that do without an object now and then.
var goingAlone = words("transfer", "hang", "fire", "sell")

// sharing are verbs that hardly ever lack an object, besides those whose past form is taken for a
// passive for it.
var sharing = words("write", "direct", "produce", "attack", "test", "design", "develop", "edit", "record", "buy", "own", "operate",
	"arm", "fund", "finance", "support", "beat", "rape", "rob", "loot", "bomb", "storm", "search", "build", "make",
	"manage", "lead", "coach", "host", "compose", "perform", "print", "import", "export", "restrict", "condemn", "denounce",
	"criticise", "criticize", "praise", "welcome", "adopt", "sign", "ratify", "review", "revise", "amend", "repair", "create", "maintain",
	"organise", "organize", "defend", "protect", "encourage", "respect", "love", "hate", "fear", "need", "want",
	"collect", "store", "analyse", "analyze", "process", "threaten", "harass", "intimidate", "abuse", "mock", "insult")
