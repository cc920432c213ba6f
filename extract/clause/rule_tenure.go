package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// tenure: "Marta Rojas became head of Norvik in 2019."
//
//	Marta Rojas | holds position | head of Norvik   since 2019
//	Marta Rojas | is head of | Norvik               since 2019
//
// Verbs of taking, holding and leaving an office say who holds it and when: whoever
// "served as mayor of Cusco from 2004 to 2010" was so then, whoever "resigned as mayor
// of Cusco" is former mayor of it. "Norvik named Rojas its head" tells it of Rojas,
// "Rojas succeeded Lund as head of Norvik" of both. Limit: what is denied, asked or
// supposed ("was not appointed") says nothing of who holds the office.
var tenureRule = phraseRule{"tenure", tenureConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for _, c := range s.clauses {
		if !s.stands(c) || len(c.verb.chain) > 0 || !tenureModalities[c.modality] || s.isUnderWay(c) || c.link == infinitiveClause && c.modality != Asserted {
			continue
		}
		for _, t := range s.tenuresOf(c) {
			list = append(list, s.tenureStatements(c, t)...)
		}
	}
	return list
}}

// isUnderWay reports whether what c tells has begun and is not done: "is stepping
// down", "was being appointed".
func (s *sentence) isUnderWay(c *clause) bool {
	return slices.ContainsFunc(c.verb.tokens, func(i int) bool {
		return s.lower(i) == "being" || s.lemma(i) == "be" && s.tag(c.verb.main) == "VBG"
	})
}

// tenureModalities are those in which a change of office says who holds it then.
var tenureModalities = map[Modality]bool{Asserted: true, Said: true, Future: true, Possible: true}

// tenureKind says what a verb does to the office that stands beside it.
type tenureKind int

const (
	holds  tenureKind = iota + 1 // "serves as"
	takes                        // "becomes", "is appointed"
	leaves                       // "resigns as"
)

// tenure is what a clause says of one holder of an office.
type tenure struct {
	kind   tenureKind
	holder noun
	office noun
}

// The verbs by how the office stands with them: as what their subject is or does
// ("takes over as"), and as what is made of whom they name ("appoints her head",
// "sacks him as head").
var (
	tenureVerbs = map[string]tenureKind{
		"become": takes, "serve": holds, "act": holds, "work": holds, "stay": holds,
		"take over": takes, "take office": takes, "start": takes, "begin": takes, "return": takes,
		"step down": leaves, "stand down": leaves, "step aside": leaves, "resign": leaves, "quit": leaves, "retire": leaves,
		"depart": leaves, "leave office": leaves,
	}
	appointmentVerbs = map[string]tenureKind{
		"appoint": takes, "name": takes, "elect": takes, "re-elect": takes, "reelect": takes, "choose": takes, "select": takes, "hire": takes,
		"install": takes, "swear in": takes, "swear": takes, "inaugurate": takes, "reappoint": takes, "reinstate": takes, "promote": takes,
		"crown": takes, "confirm": takes, "make": takes, "appointed": takes,
		"sack": leaves, "fire": leaves, "dismiss": leaves, "remove": leaves, "oust": leaves, "depose": leaves,
	}
	successionVerbs = words("succeed", "replace")
)

// tenuresOf reads who takes, holds or leaves which office in clause c.
func (s *sentence) tenuresOf(c *clause) []tenure {
	verb := s.tenureVerb(c)
	switch kind := appointmentVerbs[verb]; {
	case successionVerbs[verb]:
		return s.succession(c)
	case tenureVerbs[verb] > 0 && !c.verb.passive:
		return s.tenureOfHolder(tenureVerbs[verb], c.subject, s.officeBeside(c, verb == "become", 0))
	case kind > 0 && c.verb.passive:
		return s.tenureOfHolder(kind, c.subject, s.officeBeside(c, kind == takes, 0))
	case kind > 0 && len(c.objects) > 0:
		return s.tenureOfHolder(kind, c.objects[0], s.officeBeside(c, kind == takes, 1))
	}
	return nil
}

// tenureVerb returns the verb of c with its particle, or with the office that it is
// one phrase with: "take over", "take office".
func (s *sentence) tenureVerb(c *clause) string {
	verb := s.lemmaOf(c)
	switch {
	case c.verb.particle >= 0:
		verb += " " + s.lower(c.verb.particle)
	case len(c.objects) == 1 && s.lower(c.objects[0].head) == "office" && c.objects[0].tokens.Len() == 1:
		verb += " office"
	}
	return verb
}

func (s *sentence) tenureOfHolder(kind tenureKind, holder, office noun) []tenure {
	if !office.ok() || !holder.ok() || holder.tokens.Overlaps(office.tokens) {
		return nil
	}
	return []tenure{{kind, holder, office}}
}

// succession: "Rojas succeeded Lund as head of Norvik", "Lund was replaced as head of
// Norvik by Rojas".
func (s *sentence) succession(c *clause) []tenure {
	office := s.officeBeside(c, false, 0)
	comes, goes := c.subject, noun{}
	switch k := s.agent(c); {
	case k >= 0:
		comes, goes = c.phrases[k].noun, c.subject
	case c.verb.passive:
		comes, goes = noun{}, c.subject
	case len(c.objects) > 0:
		goes = c.objects[0]
	}
	list := s.tenureOfHolder(takes, comes, office)
	if c.modality == Future || c.modality == Possible {
		return list
	}
	return append(list, s.tenureOfHolder(leaves, goes, office)...)
}

// officeBeside returns the office that clause c names behind "as" or, of somebody who
// is promoted, "to", and where bare is set without a preposition, as the object with
// that index.
func (s *sentence) officeBeside(c *clause, bare bool, object int) noun {
	if bare && len(c.objects) > object && s.isOffice(c.objects[object]) {
		return c.objects[object]
	}
	for _, p := range c.phrases {
		word := s.prepositionWords(p)
		if (word == "as" || word == "to" && s.lemmaOf(c) == "promote") && p.preposition.First > c.verb.main && s.isOffice(p.noun) {
			return p.noun
		}
	}
	return noun{}
}

// isOffice reports whether n names one office, occupation or membership.
func (s *sentence) isOffice(n noun) bool {
	lemma := s.lemma(n.head)
	if of := n.head + 1; of+1 < n.tokens.End && s.lower(of) == "of" && awarding[s.lemma(n.tokens.End-1)] {
		return false // "was named player of the year"
	}
	return len(n.conjuncts) == 0 && s.tag(n.head) != "NNS" && !passingRoles[lemma] && (s.isTitleNoun(n.head) || lemma == "member") &&
		!s.isNamed(n.head, nlp.Person) && !s.hasVerb(nlp.Range{First: n.head + 1, End: max(n.head+1, n.tokens.End)}) // "the first player to win"
}

// awarding are what somebody is the best of, where no office has a holder.
var awarding = words("year", "month", "week", "day", "season", "decade", "century", "match", "tournament", "round", "race", "series")

// passingRoles are titles that nobody is appointed to.
var passingRoles = words("champion", "winner", "runner", "rival", "colleague", "counterpart", "countryman", "countrywoman", "neighbour",
	"neighbor", "resident", "host", "predecessor", "successor", "candidate", "nominee", "model", "veteran", "billionaire")

// tenureStatements: the holder of t holds the position, and is what it says of whose
// it is; of one that has left it, only what he was.
func (s *sentence) tenureStatements(c *clause, t tenure) []Proposition {
	office := s.titleOf(t.office)
	if office.tokens.Len() == 0 {
		return nil
	}
	modality := c.modality
	if t.kind == leaves && (modality == Future || modality == Possible) {
		return nil // who may resign is nothing else yet
	}
	context := s.tenureContext(c, t)
	var list []Proposition
	add := func(holder noun, r Relation, o Argument) {
		p := s.state("tenure", tenureConfidence, s.argument(holder), r, o)
		p.Context, p.Speaker, p.Modality = context, c.speaker, modality
		list = append(list, p)
	}
	for _, holder := range members(t.holder) {
		if s.isInterrogative(holder) {
			continue
		}
		if t.kind != leaves {
			add(holder, understood("hold position", office.noun), Argument{Tokens: office.tokens, Head: office.noun, Kind: Title})
		}
		for _, of := range s.officesOf(c, t.office, office) {
			r := of.relation
			if rest, ok := strings.CutPrefix(r.Base, "be "); ok && t.kind == leaves {
				r = understood("be former "+rest, r.Tokens...)
			}
			add(holder, r, of.owner)
		}
	}
	return list
}

// officeOf is a relation of somebody who holds an office, and to whom.
type officeOf struct {
	relation Relation
	owner    Argument
}

// officesOf returns whose the office n is, or where: "head of Norvik", "Norvik's
// head", "ambassador to Peru".
func (s *sentence) officesOf(c *clause, n noun, office personTitle) []officeOf {
	_, known := s.ownerIn(personTitle{tokens: nlp.Range{First: office.tokens.First, End: n.head + 1}, noun: n.head, owner: office.owner})
	if r, of, ok := s.roleOf(n); ok && !known {
		var list []officeOf
		for _, o := range members(of) {
			list = append(list, officeOf{understood("be "+r.words+" of", tokensOf(r.tokens)...), s.argument(o)})
		}
		return list
	}
	var list []officeOf
	if r, place, ok := s.placeOf(n); ok {
		list = append(list, officeOf{r, s.argument(place)})
	} else if p, ok := s.posting(c, n); ok {
		r := s.roleWords(s.roleStart(n.tokens.First, n.head), n.head)
		list = append(list, officeOf{understood("be "+r.words+" to", append(tokensOf(r.tokens), p.preposition.First)...), s.argument(p.noun)})
	}
	if owner, ok := s.ownerIn(office); ok {
		r := s.officeRelation(office, owner)
		switch {
		case r.Base != "be from":
			list = append(list, officeOf{r, owner})
		case office.owner.Len() > 0: // "Norvik's finance director"
			role := s.roleWords(office.tokens.First, n.head)
			list = append(list, officeOf{understood("be "+role.words+" of", tokensOf(role.tokens)...), owner})
		}
	}
	return list
}

// posting returns the phrase of c behind the envoy n that says to whom that is sent,
// where the tree hangs it on the verb: "served as ambassador to Peru".
func (s *sentence) posting(c *clause, n noun) (prepositional, bool) {
	for _, p := range c.phrases {
		if p.preposition.First == n.head+1 && s.isPosting(n.head+1) {
			return p, true
		}
	}
	return prepositional{}, false
}

// titleOf returns the words of the office n, as of a title before a name.
func (s *sentence) titleOf(n noun) personTitle {
	t := personTitle{tokens: n.tokens, noun: n.head}
	if k := s.possessorOf(n.head); k >= 0 {
		t.owner = s.nounOf(k).tokens
		if s.tag(t.owner.End-1) == "POS" {
			t.owner.End--
		}
		t.tokens.First = max(t.tokens.First, s.subtree(k).End)
	}
	for t.tokens.First < n.head && (s.tag(t.tokens.First) == "DT" || s.tag(t.tokens.First) == "PRP$" || isMark(s.doc, t.tokens.First) || presentTitles[s.lower(t.tokens.First)]) {
		t.tokens.First++
	}
	return t
}

// tenureContext returns the times of c, which begin what is taken or left.
func (s *sentence) tenureContext(c *clause, t tenure) []Context {
	list := slices.DeleteFunc(s.contextOf(c.all(-1), c.times), func(x Context) bool { return x.Role != "time" && x.Role != "duration" })
	for i := range list {
		if first := s.lower(list[i].Tokens.First); list[i].Role == "time" && (first == "from" || t.kind != holds && !boundPrepositions[first]) {
			list[i].Bound = "since"
		}
	}
	return list
}

// boundPrepositions say themselves from or until when something is so.
var boundPrepositions = words("since", "until", "till", "to", "between", "before", "after", "by", "during")
