package clause

import (
	"strings"

	"kg/extract/nlp"
)

// nounOf reads the noun phrase that token h heads: what modifies it from the
// left, its of-phrases, and what is joined to it.
func (s *sentence) nounOf(h int) noun {
	members := s.joined(h)
	if len(members) == 1 {
		return members[0]
	}
	all := members[0]
	all.conjuncts, all.joint = members, s.isOneTerm(members)
	for _, m := range members[1:] {
		all.tokens = join(all.tokens, m.tokens)
	}
	return all
}

// isOneTerm reports whether the members measure one time together: "five years and six
// months", "two hours and ten minutes".
func (s *sentence) isOneTerm(members []noun) bool {
	for _, m := range members {
		if !m.amount || s.tag(m.tokens.First) != "CD" || m.tokens.Len() < 2 || !timeUnits[s.lemma(m.tokens.First+1)] {
			return false
		}
	}
	return true
}

// joined returns the noun phrases that h and what "and" or "or" joins to it head.
func (s *sentence) joined(h int) []noun {
	members := []noun{s.single(h)}
	conjoined := false
	for _, k := range s.kids(h) {
		if s.rel(k) != "conj" || s.headsClause(k) || s.kid(k, "case") >= 0 || s.isExcepted(k) {
			continue
		}
		conjoined = conjoined || s.coordinated(k)
		members = append(members, s.joined(k)...)
	}
	if !conjoined {
		return members[:1] // a comma alone joins nothing
	}
	return members
}

// isExcepted reports whether k is joined to others as one that is not meant: "Lima and
// Cusco, but not Puno", "Lima rather than Puno".
func (s *sentence) isExcepted(k int) bool {
	cc := s.kid(k, "cc")
	return s.told.kidWord(k, words("not", "never")) >= 0 || cc >= 0 && s.lower(cc) == "rather"
}

// coordinated reports whether a conjunction other than "but" joins conjunct k, be it that
// the tree hangs it on a word behind k.
func (s *sentence) coordinated(k int) bool {
	cc := s.kid(k, "cc")
	if before := s.told.yield(k, nil).First - 1; cc < 0 && before > s.tokens.First && s.rel(before) == "cc" && s.up(before) > k {
		cc = before
	}
	return cc >= 0 && s.lower(cc) != "but"
}

// single reads the noun phrase that h heads without what is joined to it.
func (s *sentence) single(h int) noun {
	n := noun{tokens: s.extent(h), head: h}
	if first := n.tokens.First; first < h && s.lower(first) == "that" && (s.tag(h) == "NNS" || s.tag(h) == "NNPS") {
		n.tokens.First++ // it opens the clause: "says that ships left"
	}
	s.takeName(&n)
	s.dropScore(&n)
	n.amount = s.hasNumber(n.tokens)
	n.temporal = s.namesTime(n.tokens, h)
	n.predicate = strings.HasPrefix(s.tag(h), "JJ") && n.tokens.First == h
	s.takeWhere(&n)
	return n
}

// takeWhere widens a length of time by where it is spent without an article, which
// belongs to it: "30 months in prison", "life in prison".
func (s *sentence) takeWhere(n *noun) {
	in := n.tokens.End
	if (n.amount && timeUnits[s.lemma(n.head)] || s.lower(n.head) == "life" && n.tokens.Len() == 1) && in+1 < s.tokens.End && s.lower(in) == "in" && spells[s.lower(in+1)] {
		n.tokens.End += 2
	}
}

// spells are places and states in which a length of time is spent.
var spells = words("prison", "jail", "custody", "detention", "exile", "captivity", "confinement", "hospital", "office")

// takeName widens n to the whole of the name that its head is part of, or that
// stands right behind its title, whatever the tree makes of them: names are
// found more surely than the heads inside them.
func (s *sentence) takeName(n *noun) {
	if date, ok := s.dateAt(n.head); ok {
		n.tokens = join(n.tokens, date.Tokens)
		return
	}
	name, ok := s.nameAt(n.head)
	called := false // by the noun before it
	if !ok && n.head+1 < s.tokens.End {
		name, ok = s.nameAt(n.head + 1)
		called = ok && name.Tokens.First == n.head+1 && s.calls(*n, name)
		ok = called
	}
	if !ok {
		return
	}
	n.tokens = join(n.tokens, name.Tokens)
	if (name.Type == nlp.Person || called) && n.tokens.End == name.Tokens.End {
		n.head = name.Tokens.End - 1
	}
}

// dropScore takes off n what the one it names lost by: "Lyon 2–0".
func (s *sentence) dropScore(n *noun) {
	for i := n.head + 1; s.isProper(*n) && i < n.tokens.End; i++ {
		if s.tag(i) == "CD" && s.isScore(i) {
			n.tokens.End = i
		}
	}
}

// calls reports whether the head of n is what the name behind it is called:
// "goalkeeper Marta Lind" and, of a team or a firm, without an article, "holders
// Rexham City", "rivals Norvik".
func (s *sentence) calls(n noun, name nlp.Name) bool {
	top := s.headOf(name.Tokens)
	hangs := s.up(top) == n.head
	switch tag := s.tag(n.head); {
	case name.Type == nlp.Person && (n.tokens.End == n.head+1 || n.tokens.End == name.Tokens.End) && tag == "NN":
		return hangs || titleNouns[s.lemma(n.head)] || kinNouns[s.lemma(n.head)]
	case name.Type == nlp.Person && tag == "NNP":
		return hangs && s.rel(top) == "flat"
	case tag == "NN" && name.Type == nlp.Organization && hangs && (s.rel(top) == "appos" || s.rel(top) == "flat"):
		return s.kid(top, "conj") < 0 && s.kid(n.head, "conj") < 0 // "the opposition National Front"
	case tag == "NNS" || tag == "NN":
		return hangs && n.tokens.First == n.head && s.kid(top, "conj") < 0 && s.kid(n.head, "conj") < 0 &&
			(name.Type == nlp.Organization || name.Type == nlp.Place || name.Type == nlp.Person)
	}
	return false
}

// extent returns the tokens of the noun phrase that h heads: h with the
// modifiers before it and with names, numbers and of-phrases behind.
func (s *sentence) extent(h int) nlp.Range {
	r := nlp.Range{First: h, End: h + 1}
	kids := s.kids(h)
	for k := len(kids) - 1; k >= 0; k-- {
		if i := kids[k]; i < h && !s.isPunct(i) {
			if !s.premodifies(i) {
				break
			}
			r.First = min(r.First, s.subtree(i).First)
		}
	}
	for r.First < h && (s.doc.Word(r.First) == "," || s.tag(r.First) == "CC" && s.rel(r.First) == "cc") {
		r.First++ // it hangs on a modifier: "Lund, a 34-year-old trader", "and artists Luther Frost"
	}
	for _, i := range kids {
		if i <= h || s.isPunct(i) && !s.isHyphenToken(i) {
			continue
		}
		end, ok := s.postmodifier(i, h)
		if !ok {
			break
		}
		r.End = max(r.End, end)
	}
	return r
}

// isHyphenToken reports whether token i, which may lie behind the text, is a hyphen.
func (s *sentence) isHyphenToken(i int) bool { return i < len(s.doc.Tokens) && s.doc.Word(i) == "-" }

// premodifies reports whether token i, before its head, is part of its noun phrase.
func (s *sentence) premodifies(i int) bool {
	switch s.rel(i) {
	case "det", "amod", "compound", "nummod", "flat", "goeswith", "fixed", "conj":
		return true
	case "nmod":
		return s.kid(i, "case") < 0 || s.fullRel(i) == "nmod:poss" || s.isNumber2(i)
	case "advmod":
		return quantifiers[s.lower(i)] || multiples[s.lower(i)] || s.tag(s.up(i)) == "CD" || s.tag(i) == "JJR" || s.tag(i) == "RBR"
	case "obl":
		return s.kid(i, "case") < 0
	}
	return false
}

// multiples say how many times as much as the noun phrase behind them something is.
var multiples = words("twice", "half", "double", "thrice")

// isMultiple reports whether n is so many times something: "twice the size of Peru".
func (s *sentence) isMultiple(n noun) bool {
	for i := n.tokens.First; i < n.head; i++ {
		if multiples[s.lower(i)] {
			return true
		}
	}
	return false
}

// isNumber2 reports whether a phrase like "at least" at i qualifies a number.
func (s *sentence) isNumber2(i int) bool { return s.tag(s.up(i)) == "CD" }

// postmodifier returns where the part of h's noun phrase ends that i, behind h, heads.
func (s *sentence) postmodifier(i, h int) (end int, ok bool) {
	switch s.rel(i) {
	case "flat", "fixed", "goeswith", "compound", "nummod":
		return s.subtree(i).End, true
	case "nmod", "obl":
		c := s.kid(i, "case")
		switch {
		case c < 0 || c > i:
			return s.extent(i).End, !s.commaBetween(h, i)
		case s.lower(c) == "of", s.lower(c) == "for" && strings.HasPrefix(s.lemma(h), "spokes"), s.lower(c) == "but" && allWords[s.lower(h)] && c == h+1:
			return s.nounOf(i).tokens.End, true
		}
	case "advmod", "case":
		return i + 1, relativeTime[s.lower(i)] || s.lower(i) == "'s" || s.lower(i) == "’s" || s.lower(i) == "'" || s.lower(i) == "’"
	case "amod":
		return s.trim(s.told.yield(i, s.isAdded)).End, i == h+1 && s.tag(h) != "PRP" // "charges related to fraud", not "her guilty"
	case "appos":
		if s.isSetInMarks(h, i) {
			return s.extent(i).End + 1, true
		}
		if s.isCalled(h, i) {
			if s.tag(h) == "NNS" {
				return s.nounOf(i).tokens.End, true
			}
			return s.extent(i).End, s.kid(i, "conj") < 0
		}
		if name, ok := s.nameAt(i); ok && name.Tokens.First == h+1 && s.tag(h) == "NN" {
			return name.Tokens.End, true // "trade bloc Tolfta"
		}
		return s.extent(i).End, s.locates(h, i)
	}
	return 0, false
}

// allWords are pronouns that leave out what "but" behind them says: "everything but the roof".
var allWords = words("all", "anyone", "anything", "everybody", "everyone", "everything", "nobody", "nothing", "none")

// commaBetween reports whether a comma stands between tokens a and b.
func (s *sentence) commaBetween(a, b int) bool {
	for i := a; i < b; i++ {
		if s.doc.Word(i) == "," {
			return true
		}
	}
	return false
}

// locates reports whether the apposition at i only says where the place h lies,
// as "Utah" does in "Salt Lake City, Utah".
func (s *sentence) locates(h, i int) bool {
	return s.isNamed(h, nlp.Place) && s.isNamed(i, nlp.Place) && i-h <= 4
}

// isCalled reports whether the name i right behind the noun h, which has an article, says
// what that is called: "the ferry Aurora", "the brothers Ivan and Petar Kolev".
func (s *sentence) isCalled(h, i int) bool {
	name, ok := s.nameAt(i)
	return ok && name.Tokens.First == h+1 && s.kid(h, "det") >= 0 && strings.HasPrefix(s.tag(i), "NNP") && strings.HasPrefix(s.tag(h), "NN") && s.tag(h) != "NNP"
}

// isSetInMarks reports whether the apposition at i names the h right before it in
// quotation marks or italics: "the film “Red Sky”", "the ship *Aurora*".
func (s *sentence) isSetInMarks(h, i int) bool {
	first, end := s.subtree(i).First, s.extent(i).End
	for first < i && s.isPunct(first) {
		first++
	}
	return first == h+2 && s.isPunct(h+1) && end < s.tokens.End && s.isMarked(h+1) && s.isMarked(end)
}

// isMarked reports whether token i is a quotation mark or an asterisk for italics.
func (s *sentence) isMarked(i int) bool { return isMark(s.doc, i) || s.doc.Word(i) == "*" }

// hasNumber reports whether a number or a currency sign is among the tokens.
func (s *sentence) hasNumber(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if tag := s.tag(i); tag == "CD" && !s.isHyphenToken(i+1) || tag == "$" || tag == "#" {
			return true
		}
	}
	return false
}

// namesTime reports whether the noun phrase names a time by itself: "last
// month", "Thursday", "two years ago".
func (s *sentence) namesTime(r nlp.Range, h int) bool {
	first := s.lower(r.First)
	switch {
	case dayNames[s.lower(h)]:
		return first != "the" || r.Len() == 1
	case relativeTime[s.lower(r.End-1)]:
		return true
	case s.isNamed(h, nlp.Date):
		return true
	case !s.isTimeNoun(h):
		return false
	}
	bare := bareTimeDeterminers[first] && first != "the" && first != "a" && first != "one"
	return bare || isYear(s.lower(r.End-1)) || monthNames[first] || r.Len() > 2 && bareTimeDeterminers[s.lower(r.First+1)]
}

// prepositionOf returns the preposition before noun phrase head k: its case
// marks from the first to the last. An empty range: it has none.
func (s *sentence) prepositionOf(k int) nlp.Range {
	r := nlp.Range{}
	for _, i := range s.kids(k) {
		if (s.rel(i) != "case" && (s.rel(i) != "mark" || s.headsClause(k))) || i > k || s.tag(i) == "POS" {
			continue
		}
		if r.Len() == 0 {
			r = s.fixedWords(i)
		} else if i == r.End {
			r.End = s.fixedWords(i).End
		}
	}
	return r
}

// fixedWords returns token i with the words that make one word with it: "because of".
func (s *sentence) fixedWords(i int) nlp.Range {
	r := nlp.Range{First: i, End: i + 1}
	for _, k := range s.kids(i) {
		if s.rel(k) == "fixed" && k == r.End {
			r.End++
		}
	}
	return r
}

// phrasesAt returns the prepositional phrases that k heads: itself, and what is
// joined to it with a preposition of its own.
func (s *sentence) phrasesAt(k int) []prepositional {
	var list []prepositional
	if p := s.prepositionOf(k); p.Len() > 0 {
		n := s.nounOf(k)
		if p.End > n.tokens.First {
			n.tokens.First = min(p.End, n.head)
		}
		if s.isDenied(k, p) {
			return nil
		}
		if m := s.kid(k, "measure"); m >= 0 {
			p.First = s.subtree(m).First
		}
		list = append(list, prepositional{p, n})
	}
	for _, i := range s.kids(k) {
		if s.rel(i) == "conj" && s.kid(i, "case") >= 0 && !s.headsClause(i) {
			list = append(list, s.phrasesAt(i)...)
		}
	}
	return list
}

// isDenied reports whether "not" stands before the preposition p of the noun k: "agreed by
// unions, not by ministers". In "is not in custody" it denies the clause.
func (s *sentence) isDenied(k int, p nlp.Range) bool {
	not := p.First - 1
	return not >= s.tokens.First && s.kid(k, "cop") < 0 && s.lower(not) == "not" && s.up(not) == k && s.rel(not) == "advmod"
}

// attached returns the prepositional phrases with other prepositions than "of"
// that hang on the noun phrase n or on a noun in its of-phrases.
func (s *sentence) attached(n noun) []prepositional {
	var list []prepositional
	if len(n.conjuncts) == 0 {
		return s.attachedTo(n.head)
	}
	for _, m := range n.conjuncts {
		list = append(list, s.attachedTo(m.head)...)
	}
	return list
}

func (s *sentence) attachedTo(h int) []prepositional {
	var list []prepositional
	for _, k := range s.kids(h) {
		if s.rel(k) != "nmod" || k < h || s.headsClause(k) {
			continue
		}
		c := s.kid(k, "case")
		switch {
		case c < 0 || c > k:
		case s.lower(c) == "of":
			list = append(list, s.attached(s.nounOf(k))...)
		default:
			list = append(list, s.phrasesAt(k)...)
		}
	}
	return list
}
