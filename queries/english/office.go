package english

import (
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// lesser are words that make another office of the one that follows.
var lesser = set("vice deputy assistant former ex acting interim designate elect shadow late outgoing incoming sub under spokesman spokeswoman spokesperson wife husband adviser advisor aide son daughter brother sister successor predecessor")

// officeFit returns how well a statement says that its subject holds the office
// that is asked for, of what is asked for.
func (s *search) officeFit(q *question, st *statement) (float64, error) {
	text := st.Object.Name
	if st.pred.copular && st.pred.content != "be" {
		text = strings.TrimPrefix(st.pred.content, "be ") + " " + st.pred.prep + " " + text
	}
	office := s.withoutLand(q.office, st)
	weight := max(officeIn(office, text), leaderIn(office, text))
	if weight == 0 || q.topic.empty() {
		return weight, nil
	}
	entities, err := s.entities(q.topic)
	if err != nil {
		return 0, err
	}
	if sure := entities[st.Object.IRI]; st.Object.IRI != "" && sure > 0 && st.pred.prep != "" {
		return weight * sure, nil
	}
	if of, err := s.wordFit(q.topic, st.Object, st); err != nil || of > 0 && st.pred.prep != "" {
		return weight * of, err
	}
	return weight * topicIn(q.topic, text, st), nil
}

// withoutLand returns the words of an office without the land before them where the sentence of
// the statement has it: the "US ambassador" to Peru. An abbreviation is in capitals there.
func (s *search) withoutLand(office []string, st *statement) []string {
	if len(office) < 2 {
		return office
	}
	for _, land := range []string{office[0], strings.ToUpper(office[0])} {
		if len(countryWords(land)) > 0 && (st.words[office[0]] || s.saysCountry(land, st)) {
			return office[1:]
		}
	}
	return office
}

// topicIn returns how well a text says what an office is of: it has the words,
// or the adjective of the country.
func topicIn(topic phrase, text string, st *statement) float64 {
	stated := stems(text)
	all := true
	for _, w := range stems(topic.String()) {
		all = all && slices.Contains(stated, w)
	}
	if all {
		return 1
	}
	for _, name := range countryWords(topic.text()) {
		if containsFolded(text, name) {
			return 1
		}
	}
	return 0
}

// officeIn returns how well a text says the office: all its words, in any of
// their forms, and nothing before them that makes it another.
func officeIn(office []string, text string) float64 {
	words := strings.Fields(graph.FoldName(text))
	wanted := office
	at := -1
	for _, form := range officeForms(office) {
		if i := indexOf(words, form); i >= 0 {
			at, wanted = i, form
			break
		}
	}
	if at < 0 && !hasAll(words, wanted) {
		return 0
	}
	for i, w := range words {
		if lesser[w] && !slices.Contains(wanted, w) && (at < 0 || i < at || w == "elect" || w == "designate") {
			if w == "former" || w == "ex" || w == "late" || w == "outgoing" {
				return 0.6
			}
			return 0
		}
	}
	if at > 0 && len(wanted) == 1 {
		if _, compound := data.OfficeCalled(words[at-1] + " " + words[at]); compound {
			return 0.5 // "minister" asked for, "prime minister" found
		}
	}
	return 1
}

// leaderIn returns how well a text names an office that leads a state, where
// its leader is asked for.
func leaderIn(office []string, text string) float64 {
	asked := strings.Join(office, " ")
	if asked != "leader" && asked != "head of state" && asked != "head of government" {
		return 0
	}
	words := strings.Fields(graph.FoldName(text))
	for i := range words {
		for j := len(words); j > i; j-- {
			if o, ok := data.OfficeCalled(strings.Join(words[i:j], " ")); ok && o.Leader {
				return 0.85 * officeIn(words[i:j], text)
			}
		}
	}
	return 0
}

// officeForms returns the office as it may be written: "prime minister", "PM".
func officeForms(office []string) [][]string {
	forms := [][]string{office}
	if o, ok := data.OfficeCalled(strings.Join(office, " ")); ok {
		for _, form := range o.Forms {
			forms = append(forms, strings.Fields(graph.FoldName(form)))
		}
	}
	return forms
}

func indexOf(words, part []string) int {
	for i := 0; i+len(part) <= len(words); i++ {
		same := true
		for j := range part {
			same = same && stem(words[i+j]) == stem(part[j])
		}
		if same {
			return i
		}
	}
	return -1
}

// hasAll reports whether all words of part stand in words, wherever.
func hasAll(words, part []string) bool {
	for _, w := range part {
		if !slices.ContainsFunc(words, func(x string) bool { return stem(x) == stem(w) }) {
			return false
		}
	}
	return len(part) > 0
}
