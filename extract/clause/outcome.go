package clause

import "kg/extract/nlp"

// outcome returns the subject of the -ing form c, given the noun n that is understood
// as such: n itself, unless c tells what came of a whole clause.
//
// In "nine miners were killed, bringing the toll to 40" no miner brings anything, and in
// "Reyes was arrested, prompting protests" it is the arrest that does. What happens (a
// raid, a vote) can be said to do it; so can the doer of a passive, where people come to
// harm. Else nothing is known that bears a name, and c has no subject.
func (s *sentence) outcome(c *clause, n noun) noun {
	h, lemma := c.host, s.lemmaOf(c)
	if h == nil || !n.ok() || c.marker >= 0 || s.isHappening(n.head) {
		return n
	}
	suffers := h.verb.passive && !neverPassive[s.lemmaOf(h)] || sufferings[s.lemmaOf(h)] && s.told.isPerson(n.head) || h.verb.copula && h.predicate.ok() || s.lower(h.verb.main) == "missing"
	if suffers && lemma == "use" && s.rel(c.head) == "advcl" { // "was cut open using a saw"
		return s.agentNoun(h)
	}
	first := c
	for first.sibling != nil && first.sibling.link == participialClause {
		first = first.sibling
	}
	if !s.told.isSetOff(first.head) {
		return n
	}
	switch {
	case s.sumsUp(c):
		return s.heldEvent(h)
	case results[lemma] && (suffers || s.isAgentive(n) || h.link == relativeClause):
		return s.heldEvent(h)
	case suffers && harms[lemma]:
		return s.agentNoun(h)
	case suffers && effects[lemma]:
		return noun{}
	}
	return n
}

// sufferings are what happens to somebody without anybody doing it.
var sufferings = words("die", "drown", "perish", "collapse", "faint")

// agentNoun returns by whom the passive h is done, if that is said.
func (s *sentence) agentNoun(h *clause) noun {
	if k := s.agent(h); k >= 0 {
		return h.phrases[k].noun
	}
	return noun{}
}

// isHappening reports whether the noun at h names what happens.
func (s *sentence) isHappening(h int) bool {
	l := s.lemma(h)
	return eventNouns[l] || deeds[l] || happenings[l]
}

// happenings are further nouns for what happens.
var happenings = words("announcement", "appointment", "closure", "cut", "cyclone", "disaster", "drought", "election", "eruption",
	"event", "flooding", "hurricane", "inauguration", "incident", "increase", "killing", "landing", "landslide", "launch", "mission",
	"move", "operation", "opening", "resignation", "result", "ruling", "sale", "signing", "tornado", "tragedy", "transfer", "typhoon",
	"verdict", "win", "wildfire")

// isAgentive reports whether n acts by itself: a person, a body, a country.
func (s *sentence) isAgentive(n noun) bool {
	switch s.told.typeAt(n.head) {
	case nlp.Person, nlp.Organization, nlp.Place:
		return true
	}
	return s.told.isPerson(n.head) || s.isPronoun(n) || collectives[s.lemma(n.head)] || placeNouns[s.lemma(n.head)]
}

// heldEvent returns the object of the clause h where that names what its subject holds
// or begins: "held talks, resulting in a treaty".
func (s *sentence) heldEvent(h *clause) noun {
	if stagings[s.lemmaOf(h)] && !h.verb.passive && len(h.objects) == 1 && s.isHappening(h.objects[0].head) {
		return h.objects[0]
	}
	return noun{}
}

// stagings make what happens happen.
var stagings = words("hold", "launch", "stage", "conduct", "begin", "start", "open", "mount", "organise", "organize", "carry")

// sumsUp reports whether c says what a clause amounts to: what it marks, of how many it
// is the last, what it adds to.
func (s *sentence) sumsUp(c *clause) bool {
	switch s.lemmaOf(c) {
	case "mark":
		return true
	case "make":
		return s.ranks(c)
	case "bring", "raise", "push", "take":
		o := s.kid(c.head, "obj")
		return o >= 0 && (tolls[s.lemma(o)] || s.told.kidWord(o, words("total", "overall")) >= 0)
	case "add":
		return s.kid(c.head, "obj") < 0 && s.kid(c.head, "obl") > c.head
	}
	return false
}

// ranks reports whether the object of c, which is nobody, is said to be made the first or
// the greatest.
func (s *sentence) ranks(c *clause) bool {
	if o := s.told.kid(c.head, "obj", "iobj"); o >= 0 && (personPronouns[s.lower(o)] || s.isNamed(o, nlp.Person)) {
		return false
	}
	for _, k := range s.kids(c.head) {
		switch s.rel(k) {
		case "obj", "iobj", "xcomp", "ccomp":
			if s.isRanked(k) {
				return true
			}
		}
	}
	return false
}

var personPronouns = words("him", "her", "them", "me", "us", "you")

// tolls are numbers that grow with what happens.
var tolls = words("toll", "total", "number", "count", "tally", "figure", "sum", "amount")

// results are verbs for what comes of something; people do not result in anything.
var results = words("result", "lead", "culminate", "coincide")

// harms are what happens to people and things.
var harms = words("cause", "kill", "injure", "wound", "hurt", "destroy", "damage", "displace", "trap", "bury")

// effects are what something that was done to somebody has brought about.
var effects = words("allow", "boost", "bring", "clear", "complicate", "create", "deepen", "delay", "disrupt", "draw", "ease", "enable",
	"end", "ensure", "escalate", "extend", "force", "fuel", "halt", "heighten", "highlight", "ignite", "increase", "intensify", "jeopardise",
	"jeopardize", "leave", "make", "open", "pave", "prolong", "prompt", "raise", "renew", "spark", "strain", "strand", "threaten",
	"trigger", "undermine", "worsen")

// accedes returns who takes an office or a place where c says so behind a clause with
// a verb of appointing, whose object that is ("elected Reyes, succeeding Lund"): of what
// replaces something also behind a verb of introducing.
func (s *sentence) accedes(c *clause) noun {
	h, lemma := c.host, s.lemmaOf(c)
	if c.verb.form != present || c.marker >= 0 || h.verb.passive || len(h.objects) == 0 {
		return noun{}
	}
	host := s.lemmaOf(h)
	switch lemma {
	case "become", "succeed", "replace":
		if appointings[host] || installings[host] || lemma == "replace" && introducings[host] {
			return h.objects[0]
		}
	}
	return noun{}
}

// installings are further verbs of appointing.
var installings = words("choose", "confirm", "hire", "install", "pick", "promote", "select")

// introducings put one thing in the place of another.
var introducings = words("adopt", "inaugurate", "introduce", "unveil")
