package identity

import (
	"regexp"
	"slices"
	"strings"

	"kg/extract/nlp"
)

// settleTeams makes teams of the countries, regions and cities that an article about sport
// means the teams of: those beside which stand words for what a team has or does.
// A name that no such word stands beside goes with most of its other mentions, but
// for one that says where something is.
//
// "Norway drew 1–1 with Chile in Oslo. The Norway coach praised his midfielders and
// the referee." is about kg:Norway_(team) and kg:Chile_(team), and the city of Oslo.
// Limits: all teams of a country or city are one, whatever they play; an article with
// few words of sport ("a Norway shirt") is about the place.
func (a *article) settleTeams() {
	if !a.isAboutSport() {
		return
	}
	teams, places := map[string]int{}, map[string]int{}
	told := map[*mention]bool{}
	for _, m := range a.names {
		if !m.mayBeTeam() {
			continue
		}
		switch {
		case a.playsBeside(m):
			teams[m.key]++
			told[m] = true
		case a.isLocative(m):
			places[m.key]++
			told[m] = false
		}
	}
	for _, m := range a.names {
		team, isTold := told[m]
		if m.mayBeTeam() && (team || !isTold && teams[m.key] > places[m.key]) {
			m.known = &known{name: m.known.name, iri: m.known.iri + "_(team)", type_: nlp.Organization, country: m.known.country}
			m.type_ = nlp.Organization
		}
	}
}

// mayBeTeam reports whether m is a place that has teams under its name.
func (m *mention) mayBeTeam() bool {
	return m.known != nil && m.known.type_ == nlp.Place && m.known.country != "" && !strings.Contains(m.known.iri, "_(")
}

// isAboutSport reports whether an article has several words of sport.
func (a *article) isAboutSport() bool {
	seen := map[string]bool{}
	for i := range a.doc.Tokens {
		if lemma := strings.ToLower(a.doc.Tokens[i].Lemma); slices.Contains(sportWords, lemma) {
			seen[lemma] = true
		}
	}
	return len(seen) >= minSportWords
}

// minSportWords keeps out the articles that speak of a coach, a match and a goal.
const minSportWords = 4

var sportWords = []string{
	"match", "coach", "goal", "striker", "midfielder", "defender", "goalkeeper", "league", "cup", "tournament", "stadium", "player", "fan",
	"championship", "qualifier", "semifinal", "semi-final", "quarterfinal", "quarter-final", "halftime", "half-time", "referee", "football",
	"soccer", "cricket", "rugby", "basketball", "hockey", "handball", "volleyball", "penalty", "kickoff", "equaliser", "equalizer", "wicket",
	"innings", "pitch", "teammate", "squad", "bundesliga", "batsman", "bowler", "scorer", "trophy",
}

// playsBeside reports whether words beside a name make it a team's.
func (a *article) playsBeside(m *mention) bool {
	s := a.doc.Sentences[m.sentence].Tokens
	return a.ownsTeamWord(m, s) || a.isOpponent(m, s) || a.plays(m)
}

// ownsTeamWord: "Norway coach Bo Ek", "Norway's injured striker".
func (a *article) ownsTeamWord(m *mention, s nlp.Range) bool {
	i := m.Tokens.End
	if i < s.End && a.doc.Tokens[i].XPOS == "POS" {
		i++
	}
	if i < s.End && strings.HasPrefix(a.doc.Tokens[i].XPOS, "JJ") {
		i++
	}
	return i < s.End && slices.Contains(teamWords, strings.ToLower(a.doc.Tokens[i].Lemma))
}

// teamWords are what a team has and a place has not, or hardly.
var teamWords = []string{
	"coach", "striker", "midfielder", "midfield", "defender", "goalkeeper", "keeper", "winger", "forward", "fullback", "captain", "skipper",
	"player", "fan", "supporter", "squad", "side", "bench", "shirt", "jersey", "goal", "goalie", "international", "batsman", "bowler", "defence", "teammate",
}

// isOpponent: "drew 1–1 with Chile", "a goal for Norway", "the qualifier against Chile",
// "his second season at Bergen".
func (a *article) isOpponent(m *mention, s nlp.Range) bool {
	i := m.Tokens.First - 1
	if i <= s.First {
		return false
	}
	if a.scoreEndsAt(m.Tokens.First, s) || a.scoreBeginsAt(m.Tokens.End, s) {
		return true
	}
	before := strings.ToLower(a.doc.Tokens[i-1].Lemma)
	switch strings.ToLower(a.doc.Word(i)) {
	case "vs", "v":
		return true
	case "at":
		return slices.Contains([]string{"starter", "year", "season", "career", "contract", "spell", "stint", "month", "player", "striker", "midfielder", "winger", "captain", "coach", "manager", "teammate"}, before)
	case "with", "against", "for", "over", "to":
	default:
		return false
	}
	if a.scoreEndsAt(i, s) {
		return true
	}
	return slices.Contains([]string{"play", "draw", "lose", "score", "goal", "cap", "win", "victory", "defeat", "loss", "match", "game", "friendly", "qualifier", "semifinal", "semi-final", "tie", "debut"}, before)
}

// plays: "Norway beat", "Chile equalised", "can Bergen win the league".
func (a *article) plays(m *mention) bool {
	t := a.doc.Tokens[a.topToken(m.Tokens)]
	if t.Head < 0 {
		return false
	}
	verb := strings.ToLower(a.doc.Tokens[t.Head].Lemma)
	switch {
	case strings.HasPrefix(t.Rel, "nsubj") && verb == "win":
		return a.winsAt(t.Head)
	case strings.HasPrefix(t.Rel, "nsubj"):
		return slices.Contains([]string{"beat", "thrash", "draw", "qualify", "equalise", "equalize", "concede", "score", "play", "outplay", "kick"}, verb)
	case t.Rel == "obj":
		return slices.Contains([]string{"beat", "thrash", "outplay", "captain", "coach"}, verb)
	}
	return false
}

// winsAt reports whether what the verb at a token wins is to be won in sport.
func (a *article) winsAt(verb int) bool {
	for _, t := range a.doc.Tokens[verb:min(len(a.doc.Tokens), verb+objectReach)] {
		if t.Head == verb && t.Rel == "obj" && slices.Contains([]string{"league", "cup", "match", "game", "title", "trophy", "championship", "tournament", "final", "derby"}, strings.ToLower(t.Lemma)) {
			return true
		}
	}
	return false
}

// objectReach is how many words behind a verb the head of its object is looked for.
const objectReach = 8

// scoreEndsAt reports whether the words before a token are the result of a match:
// "2-1", "2–1".
func (a *article) scoreEndsAt(i int, s nlp.Range) bool {
	return scoreEnd.MatchString(a.text(nlp.Range{First: max(s.First, i-scoreTokens), End: i}))
}

func (a *article) scoreBeginsAt(i int, s nlp.Range) bool {
	return scoreBegin.MatchString(a.text(nlp.Range{First: i, End: min(s.End, i+scoreTokens)}))
}

var (
	scoreEnd   = regexp.MustCompile(`(^| )\d{1,3}[-–]\d{1,3}$`)
	scoreBegin = regexp.MustCompile(`^\d{1,3}[-–]\d{1,3}( |$)`)
)

// scoreTokens is how many tokens a result may have.
const scoreTokens = 3

// isLocative reports whether a name says where something is or goes.
func (a *article) isLocative(m *mention) bool {
	i := m.Tokens.First - 1
	if i < a.doc.Sentences[m.sentence].Tokens.First {
		return false
	}
	return slices.Contains([]string{"in", "from", "to", "across", "near", "through", "outside", "of"}, strings.ToLower(a.doc.Word(i)))
}
