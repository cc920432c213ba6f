package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/nlp"
)

// vague are the nouns that may mean many a thing: they refer back to the only name of
// their kind in the paragraph and the one before.
var vague = map[string]func(*mention) bool{
	"organization": isBody, "organisation": isBody, "group": isGroupOf,
	"club": isTeam, "team": isTeam, "side": isTeam,
	"event": isContest, "competition": isContest, "tournament": isContest, "contest": isContest, "race": isContest,
	"city": isTown, "town": isTown, "village": isTown,
	"film": isWorkOf, "movie": isWorkOf, "book": isWorkOf, "novel": isWorkOf, "album": isWorkOf, "song": isWorkOf, "play": isWorkOf,
	"storm": isStorm, "hurricane": isStorm, "typhoon": isStorm, "cyclone": isStorm,
}

// isBody reports whether m may be called "the organization": a body that is no
// company and no team.
func isBody(m *mention) bool {
	if m.type_ != nlp.Organization || len(m.words) == 0 || isDemonym(strings.TrimSuffix(m.words[len(m.words)-1], "s")) {
		return false
	}
	return !m.club && !(m.known != nil && strings.HasSuffix(m.known.iri, "_(team)"))
}

// isGroupOf reports whether m may be called "the group": a company, or what bands
// together, and no office of a state.
func isGroupOf(m *mention) bool {
	return isCompany(m) && m.body == nil && !slices.ContainsFunc(m.words, func(w string) bool {
		t, ok := data.TypeOfLastWord(w)
		return ok && w != "group" && t == string(nlp.Organization)
	})
}

// isTeam reports whether m may be called "the club" or "the team": it plays, or is
// called like those that do.
func isTeam(m *mention) bool {
	if m.type_ != nlp.Organization || len(m.words) == 0 {
		return false
	}
	if m.club || m.known != nil && strings.HasSuffix(m.known.iri, "_(team)") {
		return true
	}
	first, last := m.words[0], m.words[len(m.words)-1]
	return teamName[first] || teamName[last]
}

// teamName are the words that names of teams begin or end with.
var teamName = map[string]bool{
	"fc": true, "afc": true, "ac": true, "sc": true, "fk": true, "united": true, "city": true, "rovers": true, "wanderers": true, "athletic": true,
	"albion": true, "hotspur": true, "rangers": true, "borussia": true, "real": true, "atletico": true, "atlético": true, "dynamo": true, "dinamo": true,
	"spartak": true, "cska": true, "sporting": true, "olympique": true, "inter": true, "racing": true, "wolves": true, "giants": true, "lions": true,
	"tigers": true, "bulls": true, "hawks": true,
}

// isContest reports whether m may be called "the race" or "the competition".
func isContest(m *mention) bool {
	if m.type_ != nlp.Event || len(m.words) == 0 {
		return false
	}
	switch m.words[len(m.words)-1] {
	case "marathon", "prix", "tour", "rally", "regatta", "race", "derby", "stakes", "cup", "championship", "championships", "open", "games", "olympics", "league", "trophy":
		return true
	}
	return false
}

func isWorkOf(m *mention) bool { return m.type_ == nlp.Work }

// isTown reports whether m is a city as far as the lexicons know it, or a place of
// which they say nothing and whose name does not say that it is something else.
func isTown(m *mention) bool {
	if m.type_ != nlp.Place || len(m.words) == 0 {
		return false
	}
	if m.known != nil {
		return m.known.isCity
	}
	_, isOther := data.TypeOfLastWord(m.words[len(m.words)-1])
	return !isOther
}

// isStorm reports whether m is called a hurricane, typhoon, cyclone or storm.
func isStorm(m *mention) bool {
	if len(m.words) < 2 || m.type_ == nlp.Person {
		return false
	}
	switch m.words[0] {
	case "hurricane", "typhoon", "cyclone", "storm", "tropical":
		return true
	}
	return false
}
