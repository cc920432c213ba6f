package english

import (
	"regexp"
	"strings"
)

var ageText = regexp.MustCompile(`(?i)^(?:aged? (?:of )?)?(\d{1,3})(?:[- ]years?(?:[- ]old)?)?$`)

// matchAge answers how old somebody is.
func (s *search) matchAge(q *question) ([]found, error) {
	entities, statements, err := s.statementsOn(q.topic, anyRelation)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure := entities[st.Subject.IRI]
		if sure == 0 {
			continue
		}
		age := ageIn(st.Sentence, st.Subject.Name)
		if m := ageText.FindStringSubmatch(strings.TrimSpace(st.Object.Name)); m != nil && saysAge(st.pred) {
			age = m[1]
		}
		for _, t := range st.When {
			if m := ageText.FindStringSubmatch(t.Name); m != nil && strings.EqualFold(st.Object.Name, "aged") {
				age = m[1]
			}
		}
		if f := (found{st: st, text: age, score: sure * s.holds(q, st)}); age != "" && f.score >= leastScore {
			out = append(out, f)
		}
	}
	return out, nil
}

// saysAge reports whether a number after a relation may be an age.
func saysAge(p predicate) bool {
	return p.copular || p.content == "age" || p.content == "turn" || p.content == "have age" || p.content == "die"
}

// ageIn returns the age that stands beside a name in a sentence: "Jane Roe, 51,
// said", "Jane Roe, aged 51", "the 51-year-old Roe"; "" where there is none.
func ageIn(sentence, name string) string {
	words := strings.Fields(name)
	if len(words) == 0 || !isNamed(name) {
		return ""
	}
	last := regexp.QuoteMeta(words[len(words)-1])
	beside, err := regexp.Compile(`(?:\b` + last + `,? \(?(?:aged )?(\d{1,3})\b(?:[,).]| years old)|\b(\d{1,3})-year-old (?:\pL+ ){0,2}` + regexp.QuoteMeta(words[0]) + `\b)`)
	if err != nil {
		return ""
	}
	if m := beside.FindStringSubmatch(sentence); m != nil {
		return or(m[1], m[2])
	}
	return ""
}
