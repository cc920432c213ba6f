package extract

import (
	"slices"
	"strings"

	"kg/extract/clause"
	"kg/extract/nlp"
)

// ruleSeat: what the seat of a government does or is told as only a government can
// be, its country does or is told.
//
//	Moscow accused the alliance. … Russia …
//	⇒ Russia – accuses – the alliance
//
// The city stays what it is, and the country has the fact as well. Cities act too:
// of what both do ("bans", "sends"), only what is done with another country, with
// its government or to what states have ("sanctions", "an ambassador") counts.
// Limit: the country has to be named in the article.
const ruleSeat = "seat"

// seatFactor is below 1 for the mayors whose city is meant. It is an estimate.
const seatFactor = 0.9

func seatsAct(r *resolver, facts []Fact) []Fact {
	var out []Fact
	for _, f := range facts {
		label := f.Relation.Label
		if country, ok := r.government(f.Subject); ok && country.ID != f.Object.ID && (isIn(label, stances) || isIn(label, statecraft) && r.isForeign(f, country.ID)) {
			out = append(out, derived(f, country, f.Object, seatFactor))
		}
		if country, ok := r.government(f.Object); ok && country.ID != f.Subject.ID && isIn(label, addresses) {
			out = append(out, derived(f, f.Subject, country, seatFactor))
		}
	}
	return out
}

// government is an argument that names a seat as that of its country.
func (r *resolver) government(a Argument) (Argument, bool) {
	e := r.res.Entity(a.ID)
	if e == nil || e.Governs == "" {
		return Argument{}, false
	}
	country := r.res.Entity(e.Governs)
	if country == nil {
		return Argument{}, false
	}
	a.ID, a.Name, a.Type = country.ID, country.Name, country.Type
	return a, true
}

// isForeign reports whether the fact f about the country own has to do with another
// country or seat, or with what only states have.
func (r *resolver) isForeign(f Fact, own string) bool {
	ids := []string{f.Object.ID}
	for _, c := range f.Context {
		ids = append(ids, c.ID)
	}
	for _, id := range ids {
		e := r.res.Entity(id)
		if e != nil && e.ID != own && e.Type == nlp.Place && (e.IsCountry || e.Governs != "" && e.Governs != own) {
			return true
		}
	}
	return isIn(f.Relation.Label, stateMatters) || isIn(strings.ToLower(f.Object.Text), stateMatters)
}

// isIn reports whether one of the words of a text, such as a relation's label, is in
// the set.
func isIn(text string, set map[string]bool) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return set[w] })
}

// inBothForms is the set of the verbs in their plain form and in that of "she does".
func inBothForms(verbs ...string) map[string]bool {
	set := map[string]bool{}
	for _, v := range verbs {
		set[v], set[clause.Label(v, clause.Asserted)] = true, true
	}
	return set
}

var (
	// stances are what only somebody who speaks for a state says or takes.
	stances = inBothForms("accuse", "acknowledge", "announce", "argue", "believe", "blame", "condemn", "confirm", "criticise",
		"criticize", "demand", "denounce", "deny", "deplore", "dismiss", "fear", "hope", "insist", "pledge", "protest",
		"recognise", "recognize", "reject", "respond", "retaliate", "say", "stress", "suspect", "threaten", "urge", "vow",
		"warn", "welcome")
	// statecraft is what cities do as well.
	statecraft = inBothForms("agree", "approve", "arm", "ask", "back", "ban", "block", "break", "call", "cut", "deploy", "expel",
		"extend", "finance", "freeze", "fund", "grant", "impose", "invite", "lend", "lift", "negotiate", "offer", "oppose",
		"press", "pressure", "promise", "recall", "sanction", "seek", "send", "sign", "summon", "supply", "support",
		"suspend", "talk", "veto", "want", "withdraw")
	// addresses are what is done to those who govern.
	addresses = inBothForms("accuse", "arm", "ask", "back", "blame", "condemn", "criticise", "criticize", "denounce", "negotiate",
		"press", "pressure", "sanction", "support", "tell", "thank", "threaten", "urge", "warn")
	// stateMatters are what states have, make and break off.
	stateMatters = map[string]bool{"sanctions": true, "ambassador": true, "ambassadors": true, "tariffs": true, "troops": true,
		"embassy": true, "diplomats": true, "treaty": true, "visas": true, "ceasefire": true, "soldiers": true,
		"missiles": true, "weapons": true, "extradition": true, "ties": true, "army": true}
)
