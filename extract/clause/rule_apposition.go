package clause

// apposition: "Ana Reyes, the mayor of Cusco, resigned."
//
//	Ana Reyes | is | the mayor of Cusco
//	Ana Reyes | is mayor of | Cusco
//
// One of the two is a name, the other a description with a determiner, an owner
// or a role as head; the description may come first. Limit: two names ("Paris,
// Texas") and lists are left alone.
var appositionRule = phraseRule{"apposition", appositionConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for i := range s.phrases {
		list = append(list, s.appositionAt(i)...)
	}
	return list
}}

// appositionAt reads the apposition that starts at phrase i.
func (s *sentence) appositionAt(i int) []Proposition {
	limit := len(s.phrases)
	first := s.singleNoun(i, limit)
	if !first.ok() || s.kindAt(first.end, limit) != commaMark || s.inList(first) {
		return nil
	}
	second := s.singleNoun(first.end+1, limit)
	if !second.ok() || !s.closesApposition(second.end) || first.temporal || second.temporal || first.amount || second.amount {
		return nil
	}
	name, description := first, second
	if s.isName(second) && s.describes(first) {
		name, description = second, first
	}
	if !s.isName(name) || !s.describes(description) {
		return nil
	}
	list := []Proposition{s.appositive(name, Relation{Label: "is", Base: "be"}, description)}
	if r, owner, ok := s.roleOf(description); ok {
		label := r.words + " " + r.preposition
		relation := Relation{Label: "is " + label, Base: "be " + label}
		for k := r.tokens.First; k < r.tokens.End; k++ {
			relation.Tokens = append(relation.Tokens, k)
		}
		list = append(list, s.appositive(name, relation, owner))
	}
	return list
}

func (s *sentence) appositive(name noun, r Relation, o noun) Proposition {
	return Proposition{
		Sentence: s.index, Subject: s.argument(name), Relation: r, Object: s.argument(o),
		Modality: Asserted, Confidence: appositionConfidence, Rule: "apposition",
	}
}

// inList reports whether n is the first member of a list.
func (s *sentence) inList(n noun) bool {
	all := s.nounAt(n.chunk, len(s.phrases))
	return len(all.conjuncts) > 0
}

// closesApposition reports whether an apposition can end before phrase i.
func (s *sentence) closesApposition(i int) bool {
	if i >= len(s.phrases) {
		return true
	}
	switch s.phrases[i].kind {
	case commaMark, stopMark:
		return s.kindAt(i+1, len(s.phrases)) != conjunctionWord
	case relativizerWord:
		return true
	}
	return s.tag(s.phrases[i].head) == "."
}

// isName reports whether n is a proper name without determiner or owner.
func (s *sentence) isName(n noun) bool {
	p := s.phrases[n.chunk]
	return s.isProper(n) && p.possessor.Len() == 0 && s.tag(p.tokens.First) != "PRP$" && n.end == n.chunk+1
}

// describes reports whether n says what something is.
func (s *sentence) describes(n noun) bool {
	p := s.phrases[n.chunk]
	first := s.tag(p.tokens.First)
	common := !s.isProper(n)
	return common && (first == "DT" || first == "PRP$" || p.possessor.Len() > 0 || s.isRole(n.head) || n.end > n.chunk+1)
}
