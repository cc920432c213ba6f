package clause

import "strings"

// nounTopics are the nouns whose phrase says what somebody says, wants or thinks of: by
// the preposition of the phrase, the relation that says the same. "Attack" is left out,
// being done with hands as well, and "support of", which is as often had as given.
var nounTopics = map[string]map[string]string{
	"call": {"for": "call for"}, "demand": {"for": "demand"}, "appeal": {"for": "appeal for"}, "request": {"for": "request"},
	"plea": {"for": "plead for"}, "plan": {"for": "plan"}, "proposal": {"for": "propose"}, "support": {"for": "support"},
	"hope": {"for": "hope for", "of": "hope for"}, "opposition": {"to": "oppose"}, "objection": {"to": "object to"},
	"criticism": {"of": "criticise"}, "condemnation": {"of": "condemn"}, "denunciation": {"of": "denounce"},
	"endorsement": {"of": "endorse"}, "rejection": {"of": "reject"}, "praise": {"for": "praise", "of": "praise"},
	"admiration": {"for": "admire", "of": "admire"}, "disdain": {"for": "disdain"}, "contempt": {"for": "despise"},
	"disapproval": {"of": "disapprove of"}, "approval": {"of": "approve of"},
	"concern": {"about": "worry about", "over": "worry about"}, "worry": {"about": "worry about", "over": "worry about"},
	"fear": {"of": "fear", "about": "worry about"}, "anger": {"over": "be angry about", "about": "be angry about"},
	"warning": {"of": "warn of", "about": "warn of", "against": "warn against"}, "claim": {"of": "claim", "about": "speak of"},
	"allegation": {"of": "allege", "about": "speak of"}, "accusation": {"of": "allege", "about": "speak of"},
	"promise": {"of": "promise"}, "pledge": {"of": "pledge"}, "threat": {"of": "threaten"},
	"announcement": {"of": "announce", "about": "speak of"}, "prediction": {"of": "predict", "about": "predict", "for": "predict"},
	"forecast": {"of": "forecast", "for": "forecast"}, "estimate": {"of": "estimate", "for": "estimate"},
	"theory": {"of": "think of", "about": "think of"}, "idea": {"about": "think of", "on": "think of"},
	"view": {"on": "think of", "about": "think of"}, "opinion": {"on": "think of", "about": "think of", "of": "think of"},
	"belief": {"in": "believe in"}, "comment": {"about": "comment on", "on": "comment on"},
	"remark": {"about": "comment on", "on": "comment on"}, "statement": {"about": "comment on", "on": "comment on"},
	"question": {"about": "question", "over": "question"}, "complaint": {"about": "complain of", "of": "complain of"},
	"doubt": {"about": "doubt", "over": "doubt"}, "skepticism": {"about": "doubt", "of": "doubt"}, "scepticism": {"about": "doubt", "of": "doubt"},
	"stance": {"on": "think of", "against": "oppose"}, "position": {"on": "think of"}, "denial": {"of": "deny"}, "admission": {"of": "admit"},
	"description": {"of": "describe"}, "characterisation": {"of": "describe"}, "characterization": {"of": "describe"},
	"suspicion": {"of": "suspect", "about": "suspect"}, "message": {"of": "speak of", "about": "speak of"},
	"rhetoric": {"about": "speak of", "on": "speak of"}, "emphasis": {"on": "emphasise"}, "reference": {"to": "refer to"},
	"commitment": {"to": "commit to"}, "advocacy": {"of": "advocate", "for": "advocate"},
}

// seekings are verbs whose object is not there yet.
var seekings = words("seek", "request", "solicit", "want", "need", "await")

// topicOfNoun returns the head of the phrase that says what the noun n is about, and
// the relation that says the same; -1 where there is none. What is named or pointed to,
// and needs no words of somebody to exist, is none.
func (a *attributor) topicOfNoun(n int) (int, string) {
	topic, ok := nounTopics[a.lemma(n)]
	if !ok || a.relation(n) == "obj" && a.head[n] >= 0 && seekings[a.lemma(a.head[n])] {
		return -1, "" // who seeks support has none yet
	}
	for _, k := range a.kids[n] {
		if k < n || a.relation(k) != "nmod" && a.relation(k) != "acl" {
			continue
		}
		p := a.preposition(k)
		if p == "" {
			p = a.markBefore(k)
		}
		if base := topic[p]; base != "" && a.essential(k).Len() >= shortestTopic && !a.isGiven(k) {
			return k, base
		}
	}
	return -1, ""
}

// isGiven reports whether the noun phrase of k is a name or is pointed to.
func (t *deptree) isGiven(k int) bool {
	return strings.HasPrefix(t.tag(k), "NNP") || t.kidWord(k, pointings) >= 0
}

// pointings point to what is spoken of already.
var pointings = words("this", "these", "that", "those")
