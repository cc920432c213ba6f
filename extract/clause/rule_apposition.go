package clause

import (
	"strings"

	"kg/extract/nlp"
)

// apposition: "Ana Reyes, the mayor of Cusco, resigned."
//
//	Ana Reyes | is | the mayor of Cusco
//	Ana Reyes | is mayor of | Cusco
//
// "Ben Ito, a chemist at the Kyoto Institute" is chemist at it, "the head of Sony's
// music unit" head at Sony, "the SNP politician" politician of the party, and "a
// Peruvian dancer" from Peru. "Puno district, Peru" is in Peru. "The mayor of Cusco
// since 2017" is so in that time.
//
// One of the two is a name, the other a description with a determiner, an owner
// or a role as head; the description may come first. Limit: two names ("Paris,
// Texas") and lists are left alone.
var appositionRule = phraseRule{"apposition", appositionConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for i := s.tokens.First; i < s.tokens.End; i++ {
		if s.rel(i) == "appos" && s.up(i) >= 0 {
			list = append(list, s.appositionAt(i)...)
		}
	}
	return list
}}

// appositionAt reads the apposition that token k heads.
func (s *sentence) appositionAt(k int) []Proposition {
	first, second := s.explained(k), s.single(k)
	if !first.ok() || first.tokens.Overlaps(second.tokens) || !s.setOff(first, second) || s.inList(k) {
		return nil
	}
	for _, n := range []noun{first, second} {
		if n.temporal || n.amount || s.headsClause(n.head) && n.head == k {
			return nil
		}
	}
	name, description := first, second
	if bare := s.bareName(second); s.isName(bare) && s.describes(first) {
		name, description = bare, first
	} else if s.isName(second) && s.describes(first) {
		name, description = second, first
	}
	if s.isDivision(first) && s.isName(second) && s.isNamed(second.head, nlp.Place) {
		return []Proposition{s.state("apposition", appositionConfidence, s.argument(first), understood("be in"), s.argument(second))}
	}
	if s.isName(first) && !s.isNamed(first.head, nlp.Person) && (s.isDivision(second) || s.isDivisionOf(second)) && s.tag(second.tokens.First) != "DT" {
		return []Proposition{s.state("apposition", appositionConfidence, s.argument(first), understood("be in"), s.argument(second))}
	}
	if !s.isName(name) || !s.describes(description) || s.isWhereabouts(name, description) || !s.canBe(name, description) {
		return nil
	}
	r := understood("be")
	list := []Proposition{s.state("apposition", appositionConfidence, s.argument(name), r, s.argument(description))}
	if role, owner, ok := s.roleOf(description); ok && !s.isInName(owner.head, description.head) {
		if s.lower(s.subtree(description.head).First) == "then" || description.tokens.First > s.tokens.First && s.lower(description.tokens.First-1) == "then" {
			role.words = "then " + role.words
		}
		r := understood("be "+role.words+" of", tokensOf(role.tokens)...)
		for _, o := range members(owner) {
			list = append(list, s.state("apposition", appositionConfidence, s.argument(name), r, s.argument(o)))
			if p, ok := s.ownerOf(o); ok {
				r := understood("be "+role.words+" "+p.preposition, tokensOf(role.tokens)...)
				list = append(list, s.state("apposition", appositionConfidence, s.argument(name), r, p.owner))
			}
		}
	} else if joined := s.joinedRoles(name, description); len(joined) > 0 {
		list = append(list, joined...)
	} else if r, owner, ok := s.partyOf(name, description); ok {
		list = append(list, s.state("apposition", appositionConfidence, s.argument(name), r, owner))
	}
	if r, place, ok := s.placeOf(description); ok {
		for _, o := range members(place) {
			list = append(list, s.state("apposition", appositionConfidence, s.argument(name), r, s.argument(o)))
		}
	}
	if tenure := s.tenureOf(description); len(tenure) > 0 {
		for i := range list {
			list[i].Context = tenure
		}
	}
	return list
}

// isInName reports whether one name holds both tokens: "People's Protection Units".
func (s *sentence) isInName(a, b int) bool {
	name, ok := s.nameAt(a)
	return ok && name.Tokens.Has(b)
}

// bareName returns the person's name that ends n, without what says who that is: "Tomas
// Quint" of "the lobbyist Tomas Quint"; n itself where there is none.
func (s *sentence) bareName(n noun) noun {
	name, ok := s.nameAt(n.head)
	if !ok || name.Type != nlp.Person || name.Tokens.End != n.tokens.End || s.possessorOf(n.head) >= 0 {
		return n
	}
	for i := n.tokens.First; i < name.Tokens.First; i++ {
		if !s.isTitleWord(i) && s.tag(i) != "DT" {
			return n
		}
	}
	n.tokens = name.Tokens
	return n
}

// canBe reports whether what bears the name can be what the description says: nobody and
// no place is a match, a storm or a record, of which the clause before it tells; a person is
// neither several nor a body, and a body neither people nor what is said.
func (s *sentence) canBe(name, description noun) bool {
	lemma := s.lemma(description.head)
	several := strings.HasSuffix(s.tag(description.head), "S") && len(name.conjuncts) == 0
	switch name, _ := s.nameAt(name.head); name.Type {
	case nlp.Person:
		return !s.isHappening(description.head) && !outcomes[lemma] && !several && !bodyKinds[lemma]
	case nlp.Place, nlp.Organization:
		people := several && peopleNouns[lemma]
		return !s.isHappening(description.head) && !outcomes[lemma] && !people && contentNouns[lemma] == ""
	}
	return true
}

// outcomes are nouns for what comes of something, or is measured, beside happenings.
var outcomes = words("crush", "flood", "gain", "heatwave", "level", "loss", "margin", "number", "outbreak", "rate", "record", "result",
	"score", "storm", "streak", "temperature", "time", "toll", "total", "victory", "win")

// joinedRoles: "Lund, president and chief executive of Norvik" is both of Norvik.
func (s *sentence) joinedRoles(name, description noun) []Proposition {
	var owner noun
	offices := s.nounOf(description.head).conjuncts
	for _, m := range offices {
		if !s.isTitleNoun(m.head) {
			return nil
		}
		m.conjuncts = nil
		if _, o, ok := s.roleOf(m); ok {
			owner = o
		}
	}
	var list []Proposition
	for _, m := range offices {
		if owner.ok() && len(owner.conjuncts) == 0 {
			r := s.roleWords(m.tokens.First, m.head)
			list = append(list, s.state("apposition", appositionConfidence, s.argument(name), understood("be "+r.words+" of", tokensOf(r.tokens)...), s.argument(owner)))
		}
	}
	return list
}

// tenureOf returns since or until when somebody is what n describes: "the mayor of
// Cusco since 2017".
func (s *sentence) tenureOf(n noun) []Context {
	var list []Context
	for k := n.head + 1; k < s.subtree(n.head).End; k++ {
		up, c := s.up(k), s.kid(k, "case")
		if up != n.head && (up < 0 || s.up(up) != n.head || s.rel(up) != "nmod") {
			continue
		}
		if c >= 0 && s.isNamed(k, nlp.Date) && tenurePrepositions[s.lower(c)] {
			a := s.argument(s.single(k))
			list = append(list, Context{Role: "time", Tokens: nlp.Range{First: c, End: a.Tokens.End}, Argument: a})
		}
	}
	if len(list) > 0 {
		return list
	}
	i := s.subtree(n.head).End
	for i+1 < s.tokens.End && tenurePrepositions[s.lower(i)] && s.isNamed(i+1, nlp.Date) {
		end := i + 2
		for end < s.tokens.End && s.isNamed(end, nlp.Date) {
			end++
		}
		a := nameArgument(nlp.Range{First: i + 1, End: end})
		a.Type, a.Kind = nlp.Date, Value
		list = append(list, Context{Role: "time", Tokens: nlp.Range{First: i, End: end}, Argument: a})
		i = end
	}
	if i < s.tokens.End && s.doc.Word(i) != "," && s.doc.Word(i) != ")" {
		return nil
	}
	if first := s.beforeTime(n.tokens.First); first < n.tokens.First {
		a := nameArgument(nlp.Range{First: first + 1, End: n.tokens.First})
		a.Type, a.Kind = nlp.Date, Value
		list = append(list, Context{Role: "time", Tokens: nlp.Range{First: first, End: n.tokens.First}, Argument: a})
	}
	return list
}

// beforeTime returns the first token of the time that ends right before token i and
// follows a comma, and i where there is none: "Lund, until last year the mayor".
func (s *sentence) beforeTime(i int) int {
	first := i
	for first > s.tokens.First && s.isNamed(first-1, nlp.Date) {
		first--
	}
	if first < i && first-1 > s.tokens.First && tenurePrepositions[s.lower(first-1)] && s.doc.Word(first-2) == "," {
		return first - 1
	}
	return i
}

var tenurePrepositions = words("since", "from", "until", "till", "to", "between", "in", "during")

// isWhereabouts reports whether the name is no name of what stands before it but
// says where that is: "the Lima metropolitan area, Peru".
func (s *sentence) isWhereabouts(name, description noun) bool {
	return s.isNamed(name.head, nlp.Place) && name.tokens.First > description.tokens.First &&
		(!s.isRole(description.head) && !(description.head > s.tokens.First && s.isRole(description.head-1)) || divisions[s.lemma(description.head)])
}

// isDivision reports whether n is part of a country that bears the name of a place
// before its kind: "Puno district".
func (s *sentence) isDivision(n noun) bool {
	place, ok := s.nameAt(n.head - 1)
	return divisions[s.lemma(n.head)] && ok && place.Type == nlp.Place && s.up(s.headOf(place.Tokens)) == n.head
}

// isDivisionOf reports whether n is "province of Puno", by which a place is in it.
func (s *sentence) isDivisionOf(n noun) bool {
	switch s.lemma(n.head) {
	case "province", "district", "county", "region", "department", "state", "governorate", "oblast", "prefecture":
		for _, k := range s.kids(n.head) {
			if c := s.kid(k, "case"); s.rel(k) == "nmod" && c >= 0 && s.lower(c) == "of" && s.isProper(s.single(k)) {
				return n.tokens.First == n.head
			}
		}
	}
	return false
}

// divisions are the parts of countries.
var divisions = words("district", "province", "county", "region", "municipality", "department", "governorate", "oblast",
	"prefecture", "state", "territory", "area", "suburb", "township", "division", "parish", "canton", "commune", "city", "village")

// explained returns the noun phrase that the apposition at k explains: the one
// that the tree says, unless another ends right before the apposition.
func (s *sentence) explained(k int) noun {
	if near := s.nominalBefore(s.subtree(k).First); near >= 0 && near != s.up(k) {
		n := s.single(near)
		kin := kinNouns[s.lemma(near)] && s.isNamed(s.single(k).head, nlp.Person)
		if kin || s.isRole(k) && s.isName(n) && !s.isName(s.single(s.up(k))) {
			return n
		}
		if s.isRole(k) && s.rel(near) == "conj" && s.up(near) == s.up(k) && s.isNamed(near, nlp.Person) {
			return n // "Lund, head of Norvik, and Ana Reyes, its treasurer"
		}
		if bodyKinds[s.lemma(k)] && s.isName(n) && s.isNamed(s.up(k), nlp.Person) && !s.isNamed(near, nlp.Person) {
			return n // "Lund, head of Norvik, a firm in Lima"
		}
	}
	if up := s.up(s.up(k)); up >= 0 && s.rel(s.up(k)) == "nmod" && (s.isRole(up) || s.told.isPerson(up)) && s.isNamed(k, nlp.Person) && !s.isNamed(s.up(k), nlp.Person) {
		return s.single(up) // "the mayor of Cusco, Ana Reyes"
	}
	return s.single(s.up(k))
}

// bodyKinds say what kind of body, place or work something is, which is nobody.
var bodyKinds = words("entity", "company", "firm", "party", "group", "agency", "organization", "organisation", "city", "town", "village",
	"region", "province", "country", "state", "republic", "newspaper", "university", "club", "team", "bank", "movement", "network",
	"charity", "institute", "island", "territory", "district", "municipality", "platform", "website", "film", "book", "album")

// tradeKinds are what companies are called by what they do.
var tradeKinds = words("company", "firm", "bank", "newspaper", "club", "airline", "carrier", "retailer", "lender", "manufacturer", "startup", "start-up", "brand", "supplier", "insurer", "brewer")

// setOff reports whether a comma or a bracket, perhaps with an adverb, stands
// right before the second of the two.
func (s *sentence) setOff(a, b noun) bool {
	i := s.beforeTime(max(a.tokens.First, b.tokens.First)) - 1
	for i > s.tokens.First && (strings.HasPrefix(s.tag(i), "RB") || isMark(s.doc, i)) {
		i--
	}
	w := s.doc.Word(i)
	return w == "," || w == "("
}

// inList reports whether the phrase at k is the member of a list.
func (s *sentence) inList(k int) bool {
	for _, i := range append(s.kids(k), s.kids(s.up(k))...) {
		if joined := s.isTitleNoun(k) && s.isTitleNoun(i) && s.up(i) == k && s.kid(i, "det") < 0; joined { // "president and chief executive"
			continue
		}
		if s.rel(i) == "conj" && !s.headsClause(i) && i > k {
			return true
		}
	}
	return s.kid(k, "cc") >= 0
}

// isName reports whether n is a proper name without determiner or owner.
func (s *sentence) isName(n noun) bool {
	first := s.tag(n.tokens.First)
	_, named := s.nameAt(n.head)
	return s.isProper(n) && named && first != "PRP$" && first != "DT" && s.possessorOf(n.head) < 0
}

// possessorOf returns the head of the genitive before token h, or -1.
func (s *sentence) possessorOf(h int) int {
	for _, k := range s.kids(h) {
		if s.fullRel(k) == "nmod:poss" {
			return k
		}
	}
	return -1
}

// describes reports whether n says what something is.
func (s *sentence) describes(n noun) bool {
	first := s.tag(n.tokens.First)
	if place, ok := s.nameAt(n.head); ok && place.Type == nlp.Place {
		return false // "Bohol Province, Philippines"
	}
	common := !s.isProper(n) || s.isRole(n.head)
	return common && (strings.HasPrefix(s.tag(n.head), "NN") || s.isRole(n.head)) &&
		(first == "DT" || s.possessorOf(n.head) >= 0 || s.isRole(n.head) || n.tokens.End > n.head+1)
}
