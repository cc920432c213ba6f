package english

import (
	"cmp"
	"maps"
	"slices"

	"kg/extract/identity"
	"kg/extract/nlp"
	"kg/graph"
)

// found is a statement that answers the question, with what it answers.
type found struct {
	st      *statement
	answer  graph.Term
	text    string // the answer in words, where it is not the name of the term
	score   float64
	because string // a statement that is needed besides
	around  bool   // a circumstance is met by what surrounds the statement, not by a participant
}

// How many statements are read for a question. The most telling are looked for
// first; a hub's other statements are left unread.
const (
	maxDegree     = 100 // an entity with more quads leading to it is asked for by relation only
	maxUnasked    = 400 // statements of such entities that are read whatever their relation
	maxByRelation = 300 // statements of the relation, where nothing else is known
	maxStatements = 400
	maxRead       = 80  // statements that are read in full, with all they name
	maxRelations  = 500 // relations that one look-up takes
)

// Least scores: a statement below is no answer.
const leastScore = 0.33

// matchClause returns the statements that fill the gap of a clause.
func (s *search) matchClause(q *question) ([]found, error) {
	fits := map[string][]fit{}
	var relations []string
	edges := 0
	for _, r := range s.relations {
		f := s.lexicon.relationFits(q, r.pred)
		if len(f) > 0 && f[0].state {
			continue // "is" says too much to be looked for: what is said of a name has it
		}
		if len(f) > 0 {
			fits[r.IRI] = f
			relations = append(relations, r.IRI)
			edges += r.Edges
		}
	}
	out, err := s.matchRelations(q, fits, relations, edges)
	if err == nil && len(out) == 0 && len(relations) > 0 && len(q.args) > 0 {
		out, err = s.matchLearned(q, fits, relations)
	}
	if err != nil {
		return nil, err
	}
	if !q.owned.empty() {
		return s.owners(q, out)
	}
	if q.asks == someone {
		if err := s.preferRelated(q, out); err != nil {
			return nil, err
		}
		return out, s.identify(out)
	}
	return out, nil
}

// matchLearned tries the relations that say the same as those of the question
// by what the graph has of both.
func (s *search) matchLearned(q *question, fits map[string][]fit, relations []string) ([]found, error) {
	notes := len(s.notes)
	learned, err := s.learn(relations[:min(maxRelations, len(relations))])
	if err != nil || len(learned) == 0 {
		return nil, err
	}
	for _, iri := range learned {
		fits[iri] = fitsLearned(iri)
	}
	out, err := s.matchRelations(q, fits, learned, maxByRelation)
	if len(out) == 0 {
		s.notes = s.notes[:notes]
	}
	return out, err
}

// matchRelations returns the statements of the relations that fill the gap.
func (s *search) matchRelations(q *question, fits map[string][]fit, relations []string, edges int) ([]found, error) {
	ids, err := s.candidates(q, relations, edges)
	if err != nil {
		return nil, err
	}
	claims, err := s.claims(ids, func(r graph.Relation) bool {
		if _, known := fits[r.IRI]; !known {
			fits[r.IRI] = s.lexicon.relationFits(q, parseLabel(r.Label()))
		}
		return len(fits[r.IRI]) > 0
	})
	if err != nil {
		return nil, err
	}
	var out []found
	for _, claim := range claims {
		matched, err := s.matchWays(q, claim, fits[claim.Relation.IRI])
		if err != nil {
			return nil, err
		}
		out = append(out, matched...)
	}
	return out, nil
}

// Of answers that fit alike, one that the graph relates to what the question
// names besides is the better: who signed "for Benin" is of Benin.
const (
	costUnrelated = 0.9
	mostRelated   = 20 // answers for which that is looked up
)

// preferRelated lowers the answers that have nothing to do with a circumstance
// of the question, where another has; where the circumstance is only in the
// words around, they are none.
func (s *search) preferRelated(q *question, answers []found) error {
	var about []string
	for _, a := range q.args {
		if a.role != oblique || !a.phrase.isProper() {
			continue
		}
		iri, err := s.surest(a.phrase)
		if err != nil {
			return err
		}
		if iri != "" {
			about = append(about, iri)
		}
	}
	if len(about) == 0 || len(answers) < 2 || len(answers) > mostRelated {
		return nil
	}
	related := make([]bool, len(answers))
	for i, a := range answers {
		for _, iri := range about {
			between, err := s.view.Between(s.ctx, a.answer.IRI, iri, 1)
			if err != nil {
				return err
			}
			related[i] = related[i] || len(between) > 0
		}
	}
	for i, a := range answers {
		switch {
		case related[i] || !slices.Contains(related, true):
		case a.around:
			answers[i].score = 0
		default:
			answers[i].score *= costUnrelated
		}
	}
	return nil
}

// claims reads the first statements of a list whose relation is wanted.
func (s *search) claims(ids []string, wanted func(graph.Relation) bool) ([]graph.Claim, error) {
	var kept []string
	for part := range slices.Chunk(ids, maxRead) {
		more, err := s.view.OfRelations(s.ctx, part, wanted)
		if err != nil {
			return nil, err
		}
		if kept = append(kept, more...); len(kept) >= maxRead {
			kept = kept[:maxRead]
			break
		}
	}
	return s.view.Claims(s.ctx, kept)
}

// identify puts in place of a description that answers, "Turkey's foreign
// minister", who is said to be that: who is asked for, a name tells more.
func (s *search) identify(answers []found) error {
	const most = 5 // descriptions that are looked up
	looked := 0
	for i, a := range answers {
		if a.answer.IRI == "" || isNamed(a.answer.Name) || looked == most {
			continue
		}
		looked++
		ids, err := s.view.Statements(s.ctx, graph.Filter{About: []string{a.answer.IRI}, Relations: []string{isRelation}, Limit: maxByRelation})
		if err != nil {
			return err
		}
		claims, err := s.view.Claims(s.ctx, ids[:min(len(ids), most)])
		if err != nil {
			return err
		}
		for _, c := range claims {
			if c.Object.IRI == a.answer.IRI && c.Subject.Type == "Person" && isNamed(c.Subject.Name) && c.Modality == "asserted" {
				answers[i].answer = c.Subject
				answers[i].score *= 0.95
				break
			}
		}
	}
	return nil
}

// isRelation is the relation between somebody and what he is said to be.
const isRelation = "rel:is"

// isNamed reports whether a name ends in a word with a capital, as names of
// people do and descriptions do not.
func isNamed(name string) bool {
	words := split(name)
	return len(words) > 0 && words[len(words)-1].isName()
}

// unseen returns the relations that what is only said may stand under: it has
// no edges, and is not among the relations of the view.
func (s *search) unseen(q *question) []string {
	phrases := []string{q.pred.content}
	for _, asked := range s.lexicon.askedPhrases(q) {
		for _, i := range s.lexicon.groups[asked.text] {
			phrases = append(phrases, s.lexicon.all[i].Phrases...)
		}
	}
	var iris []string
	for _, phrase := range phrases {
		iris = append(iris, identity.RelationIRI(nlp.ThirdPerson(phrase)))
	}
	slices.Sort(iris)
	return slices.Compact(iris)
}

// matchWays matches a claim in the ways in which its relation can be taken, and
// returns the best.
func (s *search) matchWays(q *question, claim graph.Claim, ways []fit) ([]found, error) {
	var best []found
	for _, f := range ways {
		matched, err := s.match(q, newStatement(claim, f), f)
		if err != nil {
			return nil, err
		}
		if len(best) == 0 || len(matched) > 0 && matched[0].score > best[0].score {
			best = matched
		}
	}
	return best, nil
}

// candidates returns the statements that may answer, those first that are about
// most phrases of the question.
func (s *search) candidates(q *question, relations []string, edges int) ([]string, error) {
	phrases := map[string]int{} // by statement: how many phrases lead to it
	about, err := s.leadsOf(q)
	if err != nil {
		return nil, err
	}
	for i, one := range about {
		ids, err := s.statementsAbout(one, relations)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			phrases[id]++
		}
		for _, other := range about[i+1:] {
			ids, err := s.statementsOfBoth(one, other, relations)
			if err != nil {
				return nil, err
			}
			for _, id := range ids {
				phrases[id] += 2
			}
		}
	}
	if len(relations) > 0 && (edges <= maxByRelation || len(about) == 0) {
		ids, err := s.view.Statements(s.ctx, graph.Filter{Relations: append(relations, s.unseen(q)...), Limit: maxByRelation})
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			phrases[id] += 0
		}
	}
	return slices.SortedFunc(maps.Keys(phrases), func(a, b string) int {
		return cmp.Or(cmp.Compare(phrases[b], phrases[a]), cmp.Compare(a, b))
	}), nil
}

// leadsOf returns for each phrase of a question the entities that lead to
// statements, phrases without any left out.
func (s *search) leadsOf(q *question) ([][]string, error) {
	var about [][]string
	for _, a := range q.args {
		if a.role == content {
			continue
		}
		for _, part := range append([]attached{{phrase: a.phrase}}, a.phrase.after...) {
			iris, err := s.leads(part.phrase)
			if err != nil {
				return nil, err
			}
			if len(iris) > 0 {
				about = append(about, iris)
			}
		}
	}
	if len(about) == 1 {
		events, err := s.eventsAt(q)
		if err != nil || len(events) > 0 {
			return append(about, events), err
		}
	}
	return about, nil
}

// statementsOfBoth returns the statements with one of the relations that are
// about one of each: where both are hubs, those of either are too many to read.
func (s *search) statementsOfBoth(one, other, relations []string) ([]string, error) {
	if len(relations) == 0 || len(relations) > maxRelations {
		return nil, nil
	}
	return s.view.Statements(s.ctx, graph.Filter{About: one, With: other, Relations: relations, Limit: maxRead})
}

// leads returns the entities whose statements may be about a phrase: what it
// stands for, and what has its head for a name ("death" of "death of Macron").
func (s *search) leads(p phrase) ([]string, error) {
	entities, err := s.entities(p)
	if err != nil {
		return nil, err
	}
	found := maps.Clone(entities)
	if !p.isProper() {
		if err := s.named(p.head(), sureOther, maxCommon, false, found); err != nil {
			return nil, err
		}
	}
	return slices.Collect(maps.Keys(found)), nil
}

// statementsAbout returns the statements about entities: all of those of which
// little is known, those with one of the relations of the others.
func (s *search) statementsAbout(about, relations []string) ([]string, error) {
	slices.Sort(about)
	var few, many []string
	for _, iri := range slices.Compact(about) {
		n, err := s.view.Degree(s.ctx, iri)
		if err != nil {
			return nil, err
		}
		if n <= maxDegree {
			few = append(few, iri)
		} else {
			many = append(many, iri)
		}
	}
	ids, err := s.view.Statements(s.ctx, graph.Filter{About: few, Limit: maxUnasked})
	if err != nil || len(relations) == 0 {
		return ids, err
	}
	asked := graph.Filter{About: append(few, many...), Relations: relations, Limit: maxStatements}
	if len(relations) > maxRelations {
		asked.Relations = nil
	}
	more, err := s.view.Statements(s.ctx, asked)
	ids = append(ids, more...)
	slices.Sort(ids)
	return slices.Compact(ids), err
}

// match compares a statement with the clause, and returns what fills the gap.
func (s *search) match(q *question, st *statement, f fit) ([]found, error) {
	if f.state && st.pred.content != q.pred.content {
		return nil, nil
	}
	score := f.weight * st.modalityFit(q) * (0.6 + 0.4*st.Confidence)
	if score == 0 {
		return nil, nil
	}
	score *= s.timesFit(q, st)
	speaker, err := s.speakerFit(q, st)
	score *= speaker
	used := map[int]bool{}
	around, met := false, len(q.args) == 0
	for _, a := range q.args {
		if f.object && a.role == patient {
			met = true
			continue
		}
		if score < leastScore || err != nil {
			return nil, err
		}
		var weight float64
		var outside bool
		weight, outside, err = s.argFit(q, a, st, f, used)
		score *= weight
		around = around || outside
		met = met || !outside || weight >= inSentence
	}
	if score < leastScore || err != nil || !met {
		return nil, err
	}
	if q.asks == nobody {
		return []found{{st: st, score: score}}, nil
	}
	return s.fill(q, found{st: st, score: score, around: around}, f, used)
}

// fill returns what fills the gap among the participants of a statement that
// are not used yet.
func (s *search) fill(q *question, fitting found, f fit, used map[int]bool) ([]found, error) {
	st, score := fitting.st, fitting.score
	var out []found
	for i, sl := range st.slots {
		weight := gapFit(q, sl, st, f)
		if weight*score < leastScore || used[i] {
			continue
		}
		given, err := s.isGiven(q, sl.term)
		if err != nil {
			return nil, err
		}
		if !given {
			fitting.answer, fitting.score = sl.term, score*weight
			out = append(out, fitting)
		}
	}
	return best(out), nil
}

// isGiven reports whether the question names the term itself: it is no answer.
func (s *search) isGiven(q *question, t graph.Term) (bool, error) {
	for _, a := range q.args {
		entities, err := s.entities(a.phrase)
		if err != nil || t.IRI != "" && entities[t.IRI] > sureOther {
			return true, err
		}
	}
	return false, nil
}

// best keeps the answers of a statement that fit as well as the best of them.
func best(answers []found) []found {
	slices.SortStableFunc(answers, func(a, b found) int { return cmp.Compare(b.score, a.score) })
	return slices.DeleteFunc(answers, func(f found) bool { return f.score < 0.95*answers[0].score })
}

func (s *search) timesFit(q *question, st *statement) float64 {
	weight := 1.0
	for _, t := range q.times {
		weight *= t.fits(st.times(), st.Published, st.saysItself(phrase{words: split(t.words)}))
	}
	return weight
}

// speakerFit returns 1 where nobody is said to have said it, else how well the
// speaker of the statement fits.
func (s *search) speakerFit(q *question, st *statement) (float64, error) {
	if q.speaker.empty() {
		return 1, nil
	}
	if st.Speaker == nil {
		return 0, nil
	}
	return s.termFit(q.speaker, *st.Speaker, st)
}

// What it costs that a phrase of the question is not a participant of the
// statement but stands in its sentence.
const (
	inSentence     = 0.85 // a circumstance
	coreInSentence = 0.55 // who does it, or to whom it is done
	onlyInArticle  = 0.6  // a circumstance that only the article mentions
)

// argFit returns how well a phrase of the question is met by the statement, and
// marks the participant that meets it as used; around is set where none does.
func (s *search) argFit(q *question, a arg, st *statement, f fit, used map[int]bool) (weight float64, around bool, err error) {
	if a.role == content {
		return contentFit(a.phrase, st), false, nil
	}
	asked := slot{role: a.role, prep: a.prep}
	if a.role == oblique && a.prep != "" && a.prep == f.prep {
		asked = slot{role: patient}
	}
	at, taken := -1, false
	for i, sl := range st.slots {
		compat := compatible(asked, sl, st, f)
		if compat == 0 || used[i] {
			continue
		}
		taken = taken || compat == 1 && sl.role != oblique && asked.role != oblique
		fitting, err := s.termFit(a.phrase, sl.term, st)
		if err != nil {
			return 0, false, err
		}
		if fitting*compat > weight {
			weight, at = fitting*compat, i
		}
	}
	if at >= 0 {
		used[at] = true
	}
	other, err := s.elsewhere(a, st, asked.role, taken)
	if other > weight && at >= 0 {
		used[at] = false
	}
	return max(weight, other), other > weight, err
}

// elsewhere returns how well a phrase is met by what surrounds the statement:
// the words of its own clause, the event that it is part of, its article.
func (s *search) elsewhere(a arg, st *statement, r role, taken bool) (float64, error) {
	inClause := st.saysItself(a.phrase)
	switch {
	case r != oblique && taken:
		return 0, nil
	case inClause && r == oblique:
		return inSentence, nil
	case inClause:
		return coreInSentence, nil
	case r != oblique || !a.phrase.isProper():
		return 0, nil
	case places[a.prep]:
		return s.around(a.phrase, st)
	}
	return s.inArticle(a.phrase, st)
}

// inArticle returns how well a circumstance is met by the article alone.
func (s *search) inArticle(p phrase, st *statement) (float64, error) {
	entities, err := s.entities(p)
	if err != nil {
		return 0, err
	}
	for iri, sure := range entities {
		if mentioned, err := s.view.Mentions(s.ctx, st.Article, iri); err != nil || mentioned && sure > sureOther {
			return onlyInArticle, err
		}
	}
	return 0, nil
}

// contentFit compares what is said with the words of a statement: most of them
// have to be there.
func contentFit(p phrase, st *statement) float64 {
	wanted := stems(p.String())
	if len(wanted) == 0 {
		return 0
	}
	n := 0
	for _, w := range wanted {
		if st.words[w] {
			n++
		}
	}
	if share := float64(n) / float64(len(wanted)); share >= 0.6 {
		return share
	}
	return 0
}

// compatible returns how well a participant of a statement can be what the
// question has in a role.
func compatible(asked, stated slot, st *statement, f fit) float64 {
	switch {
	case asked.role == oblique && stated.prep == timeSlot && stated.term.IRI == "":
		return 0 // a time in words, or a clause of its own: times are asked for otherwise
	case asked.role == oblique && stated.role == oblique:
		return samePlace(asked.prep, stated.prep)
	case asked.role == stated.role:
		return 1
	case f.symmetric && (stated.role != oblique || stated.prep == "with"):
		return 1
	case asked.role == agent && stated.role == oblique && stated.prep == "by":
		return 0.95
	case asked.role == oblique && stated.role == agent && causing[asked.prep] && stated.term.Type == "Event":
		return 0.9 // "killed in the attack", of an attack that killed
	case asked.role == patient && stated.role == oblique, asked.role == oblique && stated.role == patient:
		if stated.prep == timeSlot || stated.prep == placeSlot {
			return 0
		}
		return 0.8
	case asked.role == patient && stated.role == agent && st.pred.prep != "" && !st.has(patient):
		return 0.7 // "the report is published in" read as "publishes in"
	}
	return 0
}

// causing are the prepositions before what did it, where that is an event.
var causing = set("in by during from with")

func (st *statement) has(r role) bool {
	return slices.ContainsFunc(st.slots, func(s slot) bool { return s.role == r })
}

// samePlace compares the prepositions of two circumstances.
func samePlace(asked, stated string) float64 {
	switch {
	case asked == stated:
		return 1
	case stated == placeSlot && places[asked], places[asked] && places[stated]:
		return 0.97
	case stated == timeSlot && timePrepositions[asked]:
		return 0.9
	case stated == timeSlot:
		return 0
	}
	return 0.7
}
