package clause

// possessive: "Ghana's finance minister Ken Ofori"
//
//	Ken Ofori | is finance minister of | Ghana
//
// A role or kinship between an owner and a name in one noun phrase. Limit:
// "his son Abel" yields the owner as a pronoun.
var possessiveRule = phraseRule{"possessive", possessiveConfidence, func(s *sentence) []Proposition {
	var list []Proposition
	for i, p := range s.phrases {
		title, name, ok := s.titleIn(i)
		if !ok {
			continue
		}
		owner := noun{tokens: p.possessor, head: p.possessor.End - 1, chunk: i, end: i + 1}
		if p.possessor.Len() == 0 {
			if s.tag(p.tokens.First) != "PRP$" {
				continue
			}
			owner.tokens.First, owner.tokens.End, owner.head = p.tokens.First, p.tokens.First+1, p.tokens.First
		}
		r := s.roleWords(title.First, title.End-1)
		relation := Relation{Label: "is " + r.words + " of", Base: "be " + r.words + " of"}
		for k := title.First; k < title.End; k++ {
			relation.Tokens = append(relation.Tokens, k)
		}
		list = append(list, Proposition{
			Sentence: s.index, Relation: relation, Object: s.argument(owner), Modality: Asserted,
			Subject: Argument{Tokens: name, Head: name.End - 1}, Confidence: possessiveConfidence, Rule: "possessive",
		})
	}
	return list
}}
