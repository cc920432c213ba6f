package english

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"kg/data"
	"kg/graph"
)

// The relations by which the graph says what somebody is.
const holdsPosition = "rel:holds-position"

// becoming are verbs after which stands what somebody is.
var becoming = set("be become hold serve elect appoint name remain nominate")

// saysBeing reports whether a relation says what its subject is: "is president
// of", "holds position", "becomes", "is elected", "serves as".
func saysBeing(p predicate) bool {
	first, rest, _ := strings.Cut(p.content, " ")
	switch {
	case p.modal != "" || !becoming[first]:
		return false
	case first == "hold":
		return rest == "position" || rest == "office"
	case first == "serve" || first == "appoint" || first == "name" || first == "nominate" || first == "elect":
		return p.prep == "as" || p.passive && p.prep == ""
	}
	return true
}

// statementsSaying returns the statements about entities with a relation that
// is wanted.
func (s *search) statementsSaying(entities map[string]float64, wanted func(predicate) bool) ([]*statement, error) {
	var about, relations []string
	for iri := range entities {
		about = append(about, iri)
	}
	for _, r := range s.relations {
		if wanted(r.pred) {
			relations = append(relations, r.IRI)
		}
	}
	ids, err := s.statementsAbout(about, relations)
	if err != nil {
		return nil, err
	}
	return s.readStatements(ids, wanted)
}

func (s *search) readStatements(ids []string, wanted func(predicate) bool) ([]*statement, error) {
	claims, err := s.claims(ids, func(r graph.Relation) bool { return wanted(parseLabel(r.Label())) })
	if err != nil {
		return nil, err
	}
	out := make([]*statement, 0, len(claims))
	for _, claim := range claims {
		out = append(out, newStatement(claim, fit{}))
	}
	return out, nil
}

// holds returns how well the way a statement puts it answers a question of
// what is, and 0 for what is not so.
func (s *search) holds(q *question, st *statement) float64 {
	weight := st.modalityFit(q) * (0.6 + 0.4*st.Confidence) * s.timesFit(q, st)
	speaker, err := s.speakerFit(q, st)
	if err != nil {
		return 0
	}
	return weight * speaker
}

// matchHolder answers who is the holder of an office, the daughter of somebody,
// the capital of a country.
func (s *search) matchHolder(q *question) ([]found, error) {
	var out []found
	statements, err := s.officeStatements(q)
	if err != nil {
		return nil, err
	}
	for _, st := range statements {
		weight, err := s.officeFit(q, st)
		if err != nil {
			return nil, err
		}
		weight *= s.holds(q, st)
		holder := st.Subject
		switch {
		case q.asks == someone:
			weight *= whoFit(holder)
		case !q.other.empty():
			same, err := s.termFit(q.other, holder, st)
			if err != nil {
				return nil, err
			}
			weight *= same
		default:
			weight *= whatFit(graph.Term{IRI: holder.IRI, Name: holder.Name})
		}
		if weight >= leastScore {
			out = append(out, found{st: st, answer: holder, score: weight})
		}
	}
	if len(out) > 0 || q.topic.empty() || q.asks != someone {
		return out, nil
	}
	return s.titled(q)
}

// titled finds the holder of an office by a name that begins with it, "US
// Ambassador to Germany Jane Roe", as articles have names that nobody divides.
func (s *search) titled(q *question) ([]found, error) {
	named, err := s.view.Named(s.ctx, strings.Join(q.office, " ")+" "+q.topic.text(), maxNamed)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, n := range named {
		if n.Near || officeIn(q.office, n.Name) < 1 || !isNamed(n.Name) || len(strings.Fields(n.Name)) <= len(q.office)+len(q.topic.words)+1 {
			continue
		}
		ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{n.IRI}, Limit: 1})
		if err != nil {
			return nil, err
		}
		claims, err := s.view.Claims(s.ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, c := range claims {
			terms := []graph.Term{c.Subject, c.Object}
			if c.Speaker != nil {
				terms = append(terms, *c.Speaker)
			}
			for _, t := range terms {
				if t.IRI == n.IRI && t.Type == "Person" {
					out = append(out, found{st: newStatement(c, fit{}), answer: t, score: 0.8 * (0.6 + 0.4*c.Confidence)})
				}
			}
		}
	}
	return out, nil
}

// officeStatements returns the statements that may say who holds the office:
// those about what it is of, and those whose text has the words of the office.
func (s *search) officeStatements(q *question) ([]*statement, error) {
	entities := map[string]float64{}
	for _, p := range []phrase{q.topic, q.other, {words: wordsOf(q.office)}} {
		if p.empty() {
			continue
		}
		found, err := s.entities(p)
		if err != nil {
			return nil, err
		}
		for iri, sure := range found {
			entities[iri] = sure
		}
	}
	out, err := s.statementsSaying(entities, saysBeing)
	if err != nil {
		return nil, err
	}
	for _, r := range s.relations {
		if !saysBeing(r.pred) {
			continue
		}
		if r.IRI != holdsPosition && r.Edges > maxByRelation {
			continue
		}
		more, err := s.textStatements(q, r)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(st *statement) bool {
		known := seen[st.ID]
		seen[st.ID] = true
		return known
	}), nil
}

// maxTexts is how many texts one look-up takes; of the statements of one, the
// first maxRead are read.
const maxTexts = 20

// textStatements returns the statements of a relation whose object is a text
// with the words of the office.
func (s *search) textStatements(q *question, r relation) ([]*statement, error) {
	texts, err := s.view.Objects(s.ctx, r.IRI)
	if err != nil {
		return nil, err
	}
	texts = slices.DeleteFunc(texts, func(text string) bool { return officeIn(q.office, text) == 0 })
	var out []*statement
	for part := range slices.Chunk(texts, maxTexts) {
		ids, err := s.view.Statements(s.ctx, graph.Filter{Texts: part, Relations: []string{r.IRI}, Limit: maxByRelation})
		if err != nil {
			return nil, err
		}
		more, err := s.readStatements(ids, saysBeing)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

func wordsOf(lower []string) []word {
	words := make([]word, len(lower))
	for i, w := range lower {
		words[i] = word{w, w}
	}
	return words
}

// Words that make another office of the one that follows.
var (
	lesser = set("vice deputy assistant former ex acting interim designate elect shadow late outgoing incoming sub under spokesman spokeswoman spokesperson wife husband adviser advisor aide son daughter brother sister successor predecessor")
)

// officeFit returns how well a statement says that its subject holds the office
// that is asked for, of what is asked for.
func (s *search) officeFit(q *question, st *statement) (float64, error) {
	text := st.Object.Name
	if st.pred.copular && st.pred.content != "be" {
		text = strings.TrimPrefix(st.pred.content, "be ") + " " + st.pred.prep + " " + text
	}
	weight := max(officeIn(q.office, text), leaderIn(q.office, text))
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

// matchIdentity answers who somebody is, and what somebody's job is.
func (s *search) matchIdentity(q *question) ([]found, error) {
	if len(q.topic.names()) == 0 {
		return nil, nil
	}
	entities, err := s.entities(q.topic)
	if err != nil {
		return nil, err
	}
	statements, err := s.statementsSaying(entities, saysBeing)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure := entities[st.Subject.IRI]
		if sure == 0 || st.Object.Name == "" || pronouns[graph.FoldName(st.Object.Name)] {
			continue
		}
		f := found{st: st, answer: st.Object, score: sure * s.holds(q, st) * identityFit(st, len(q.office) > 0)}
		if st.pred.copular && st.pred.content != "be" {
			f.text = strings.TrimSpace(strings.TrimPrefix(st.pred.content, "be ") + " " + st.pred.prep + " " + st.Object.Name)
		}
		if f.score >= leastScore {
			out = append(out, f)
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	return s.byName(q.topic, entities)
}

// byName answers who somebody is by what stands before the name where the graph
// has both as one: "US Ambassador to Germany Jane Roe".
func (s *search) byName(p phrase, entities map[string]float64) ([]found, error) {
	var out []found
	for _, iri := range slices.Sorted(maps.Keys(entities)) {
		names, err := s.view.Names(s.ctx, iri)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			before, isAfter := strings.CutSuffix(name, " "+p.text())
			if !isAfter || !namesOffice(before) {
				continue
			}
			ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{iri}, Limit: 1})
			if err != nil {
				return nil, err
			}
			claims, err := s.view.Claims(s.ctx, ids)
			if err != nil {
				return nil, err
			}
			for _, c := range claims {
				out = append(out, found{st: newStatement(c, fit{}), text: before, score: 0.8 * entities[iri]})
			}
			break
		}
	}
	return out, nil
}

// namesOffice reports whether some of the words are an office.
func namesOffice(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		_, ok := data.OfficeCalled(strings.ToLower(w))
		return ok
	})
}

// identityFit prefers the office somebody holds to what else he is.
func identityFit(st *statement, job bool) float64 {
	switch {
	case st.Relation.IRI == holdsPosition:
		return 1
	case st.pred.copular && st.pred.content != "be" && !places[st.pred.prep]:
		return 0.97
	case st.pred.content == "be" && places[st.pred.prep], st.pred.passive && st.pred.content != "elect" && st.pred.content != "appoint":
		return 0
	case job && st.Object.IRI != "" && st.pred.content == "be":
		return 0.8
	case st.pred.content == "be" && st.Object.IRI == "":
		return 0.6
	}
	return 0.9
}

// locating are the participles that say where something is.
var locating = set("locate base situate headquarter place")

func saysWhere(p predicate) bool {
	return p.modal == "" && (p.copular && p.content == "be" && places[p.prep] || p.passive && locating[p.content] ||
		p.content == "lie" || p.content == "stand" || p.copular && strings.Contains(p.content, "capital"))
}

// matchLocation answers where something is: by what says so, by a name such as
// "base near Lyon", and by where something is that is said of it.
func (s *search) matchLocation(q *question) ([]found, error) {
	entities, err := s.entities(q.topic)
	if err != nil {
		return nil, err
	}
	statements, err := s.statementsSaying(entities, func(predicate) bool { return true })
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure, err := s.termFit(q.topic, st.Subject, st)
		if err != nil {
			return nil, err
		}
		other, err := s.termFit(q.topic, st.Object, st)
		if err != nil {
			return nil, err
		}
		out = append(out, s.locations(q, st, sure, other)...)
		for _, c := range st.Context {
			if !attending[c.Role] {
				continue
			}
			there, err := s.termFit(q.topic, c.Term, st)
			if err != nil {
				return nil, err
			}
			out = append(out, s.gathered(q, st, there)...)
		}
	}
	return out, nil
}

// attending are the prepositions before what somebody comes together for.
var attending = set("for at during on")

// gathered returns where something is that people meet for: "the states met in
// Faro for a summit".
func (s *search) gathered(q *question, st *statement, sure float64) []found {
	var out []found
	weight := 0.85 * sure * s.holds(q, st)
	if weight < leastScore {
		return nil
	}
	if places[st.pred.prep] && placeFit(st.Object) == 1 {
		out = append(out, found{st: st, answer: st.Object, score: weight * q.classOf(st.Object)})
	}
	for _, t := range st.Where {
		out = append(out, found{st: st, answer: t, score: weight * q.classOf(t)})
	}
	return out
}

var placeInName = regexp.MustCompile(`^(.+?) (?:in|at|near|outside) ((?:the )?\p{Lu}.*)$`)

// locations returns where a statement says that its subject or object is.
func (s *search) locations(q *question, st *statement, subject, object float64) []found {
	holds := s.holds(q, st)
	var out []found
	add := func(f found) {
		if f.text == "" {
			f.score *= q.classOf(f.answer)
		}
		if f.score *= holds; f.score >= leastScore {
			out = append(out, f)
		}
	}
	if subject > 0 && saysWhere(st.pred) {
		add(found{st: st, answer: st.Object, score: subject * max(placeFit(st.Object), 0.5)})
	}
	for _, end := range []struct {
		term graph.Term
		sure float64
	}{{st.Subject, subject}, {st.Object, object}} {
		if m := placeInName.FindStringSubmatch(end.term.Name); m != nil && end.sure > 0 {
			add(found{st: st, text: m[2], score: 0.9 * end.sure})
		}
	}
	for _, t := range st.Where {
		if subject > 0 && st.pred.copular {
			add(found{st: st, answer: t, score: 0.8 * subject})
		} else if object > 0 && places[st.pred.prep] {
			add(found{st: st, answer: t, score: 0.65 * object})
		}
	}
	return out
}

// matchEvent answers when something is: by a time of what is said of it.
func (s *search) matchEvent(q *question) ([]found, error) {
	entities, err := s.entities(q.topic)
	if err != nil {
		return nil, err
	}
	statements, err := s.statementsSaying(entities, func(predicate) bool { return true })
	if err != nil {
		return nil, err
	}
	asked := *q
	asked.future = true
	var out []found
	for _, st := range statements {
		weight := 0.0
		for _, t := range []graph.Term{st.Subject, st.Object} {
			sure, err := s.termFit(q.topic, t, st)
			if err != nil {
				return nil, err
			}
			weight = max(weight, sure)
		}
		if !st.pred.copular && !happening[st.pred.content] {
			weight *= 0.6
		}
		for _, sl := range st.slots {
			if f := (found{st: st, answer: sl.term, score: weight * s.holds(&asked, st)}); sl.prep == timeSlot && f.score >= leastScore {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// happening are verbs that say no more than that something happens.
var happening = map[string]bool{"take place": true, "happen": true, "occur": true, "begin": true, "start": true, "open": true, "hold": true}

var ageText = regexp.MustCompile(`(?i)^(?:aged? (?:of )?)?(\d{1,3})(?:[- ]years?(?:[- ]old)?)?$`)

// matchAge answers how old somebody is.
func (s *search) matchAge(q *question) ([]found, error) {
	entities, err := s.entities(q.topic)
	if err != nil {
		return nil, err
	}
	statements, err := s.statementsSaying(entities, func(predicate) bool { return true })
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

// matchSaid answers what somebody said, and what about something.
func (s *search) matchSaid(q *question) ([]found, error) {
	entities, err := s.entities(q.topic)
	if err != nil {
		return nil, err
	}
	statements, err := s.statementsSaying(entities, s.saysSaying)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, st := range statements {
		sure := entities[st.Subject.IRI]
		if sure == 0 || st.Object.IRI != "" || st.Object.Name == "" {
			continue
		}
		about, err := s.aboutFit(q, st)
		if err != nil {
			return nil, err
		}
		told, err := s.toldFit(q, st)
		if err != nil {
			return nil, err
		}
		if f := (found{st: st, answer: st.Object, score: sure * about * told * s.holds(q, st)}); f.score >= leastScore {
			out = append(out, f)
		}
	}
	return out, nil
}

// toldFit returns how well a statement was said to whom the question names: "tell
// the press", "say to the press".
func (s *search) toldFit(q *question, st *statement) (float64, error) {
	weight := 1.0
	for _, a := range q.args {
		if a.role != patient && !(a.role == oblique && (a.prep == "to" || a.prep == "with")) {
			continue
		}
		told := 0.0
		if st.saysItself(a.phrase) {
			told = inSentence
		}
		for _, c := range st.Context {
			fits, err := s.termFit(a.phrase, c.Term, st)
			if err != nil {
				return 0, err
			}
			if c.Role == "addressee" {
				told = max(told, fits)
			}
		}
		weight *= told
	}
	return weight, nil
}

func (s *search) saysSaying(p predicate) bool {
	if p.content == "say" {
		return true
	}
	same, _, _ := s.lexicon.sameGroup("say", p.content)
	return same
}

// aboutFit returns how much what is said is about what is asked for.
func (s *search) aboutFit(q *question, st *statement) (float64, error) {
	if q.other.empty() {
		return 1, nil
	}
	words := map[string]bool{}
	for _, w := range stems(st.Object.Name) {
		words[w] = true
	}
	n, wanted := 0, stems(q.other.String())
	for _, w := range wanted {
		if words[w] || slices.ContainsFunc(countryWords(w), func(name string) bool { return words[stem(graph.FoldName(name))] }) {
			n++
		}
	}
	if len(wanted) > 0 && n == len(wanted) {
		return 1, nil
	}
	if words[q.other.head()] {
		return 0.8, nil
	}
	entities, err := s.entities(q.other)
	if err != nil {
		return 0, err
	}
	for iri, sure := range entities {
		names, err := s.view.Names(s.ctx, iri)
		if err != nil {
			return 0, err
		}
		if sure >= sureUntitled && slices.ContainsFunc(names, func(name string) bool { return containsFolded(st.Object.Name, name) }) {
			return 0.95, nil
		}
	}
	return 0, nil
}
