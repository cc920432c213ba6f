package link

import (
	"slices"
	"strconv"
	"strings"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// Events that have no name are one where articles tell of one kind of event at one
// place on one day.
//
// "A drone attack on Odesa killed three people on Thursday" and "Three people died
// in an attack in Odesa on Thursday", of one week, are kg:attack_in_Odesa_(2025-09-04);
// an attack on Odesa a week later is another.
// Limits: two attacks on a city in one day are one, unless an article tells of both, or
// they are said to be of different hands, to have killed other numbers of people, to
// have come at another hour or with other weapons; an event of which the kind, the place or
// the day is not said, or said in two ways, is its article's own.

// Occurrence is what is said of an event without a name.
type Occurrence struct {
	Kind  string   `json:"k"`           // "attack"
	Where string   `json:"w"`           // IRI of the place
	Day   string   `json:"d"`           // 2025-09-04
	With  []string `json:"p,omitempty"` // who does it or takes part, IRIs, sorted

	Particulars
}

// eventKinds are the kinds of events that happen at one place in a day, by the words
// for them. Plurals are several events.
var eventKinds = map[string]string{
	"attack": "attack", "airstrike": "attack", "assault": "attack", "bombing": "bombing", "explosion": "explosion", "blast": "explosion",
	"shooting": "shooting", "stabbing": "stabbing", "earthquake": "earthquake", "quake": "earthquake", "crash": "crash", "collision": "crash",
	"derailment": "derailment", "fire": "fire", "blaze": "fire", "landslide": "landslide", "avalanche": "avalanche", "eruption": "eruption",
	"summit": "summit", "meeting": "meeting", "conference": "conference", "election": "election", "referendum": "referendum",
	"protest": "protest", "demonstration": "protest", "rally": "protest", "funeral": "funeral", "ceremony": "ceremony",
}

// severalADay are kinds of which a city sees several in a day: whoever takes part
// has to tell that two are one.
var severalADay = []string{"meeting", "conference", "protest", "funeral", "ceremony", "crash", "fire"}

// kindOf returns the kind of an event, by the head of its name: "attack" of "drone
// attack on Odesa"; empty where it is none that is compared.
func kindOf(name string) string {
	var words []string
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if slices.Contains([]string{"on", "of", "in", "at", "against", "between", "over", "for", "by", "near", "with", "outside"}, w) {
			break
		}
		words = append(words, w)
	}
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if last == "strike" && len(words) > 1 && slices.Contains([]string{"drone", "air", "missile", "rocket"}, words[len(words)-2]) {
		return "attack"
	}
	return eventKinds[last]
}

// occurrencesOf returns what an article tells of its events without a name, by their
// IRIs, of those of which it tells kind, place and day.
func occurrencesOf(x *extract.Extraction) map[string]*Occurrence {
	found := map[string]*sighting{}
	for _, e := range x.Entities {
		if kind := kindOf(e.Name); e.Type == nlp.Event && kind != "" && strings.Contains(e.ID, "_(") {
			found[e.ID] = &sighting{kind: kind, weapons: weaponsIn(e.Name)}
		}
	}
	for _, f := range x.Facts {
		if s := found[f.Subject.ID]; s != nil && tells(f) {
			s.does(f)
		}
		if s := found[f.Object.ID]; s != nil && tells(f) {
			s.isDone(f)
		}
	}
	told := map[string]*Occurrence{}
	for id, s := range found {
		if o := s.occurrence(); o != nil {
			told[id] = o
		}
	}
	return told
}

// tells reports whether an article says of a fact that it is so, by itself.
func tells(f extract.Fact) bool {
	return (f.Modality == clause.Asserted || f.Modality == clause.Said) && f.Rule != "part-whole"
}

// sighting gathers what an article tells of an event.
type sighting struct {
	kind               string
	places, days, with []string

	dead, hours, weapons []string
}

// does takes what a fact of which the event is the subject tells.
func (s *sighting) does(f extract.Fact) {
	verb := strings.TrimPrefix(f.Relation.ID, "rel:")
	switch verb {
	case "takes-place-in", "is-on", "is-in", "is-at", "strikes", "hits", "rocks", "shakes", "begins-in", "opens-in":
		s.at(f.Object.Type, f.Object.ID)
	case "kills":
		s.kills(f.Object)
	case "injures", "wounds", "damages", "destroys", "leaves", "takes-place", "happens", "occurs", "begins", "starts", "opens":
	default:
		return
	}
	s.circumstances(f)
}

// isDone takes what a fact of which the event is the object tells.
func (s *sighting) isDone(f extract.Fact) {
	verb := strings.TrimPrefix(f.Relation.ID, "rel:")
	switch {
	case slices.Contains([]string{"launches", "carries-out", "stages", "holds", "hosts", "organizes", "attends", "chairs", "co-chairs", "opens", "joins"}, verb):
		if f.Subject.ID != "" && !strings.Contains(f.Subject.ID, "_(") {
			s.with = append(s.with, f.Subject.ID)
		}
	case verb == "dies-in" || verb == "is-killed-in":
		s.kills(f.Subject)
	case slices.Contains([]string{"is-injured-in", "is-wounded-in", "takes-part-in", "participates-in"}, verb):
	default:
		return
	}
	s.circumstances(f)
}

func (s *sighting) circumstances(f extract.Fact) {
	for _, c := range f.Context {
		switch {
		case c.Role == "place":
			s.at(c.Type, c.ID)
		case c.Role == "time" && c.Type == nlp.Date && len(c.Value) == len("2025-09-04"):
			s.days = append(s.days, c.Value)
		}
		if hour := hourIn(c); hour != "" {
			s.hours = append(s.hours, hour)
		}
	}
}

// at notes a place, if it is small enough: a country has room for many attacks.
func (s *sighting) at(typ nlp.EntityType, iri string) {
	if typ == nlp.Place && (!isCountry(iri) || s.kind == "election" || s.kind == "referendum") {
		s.places = append(s.places, iri)
	}
}

// occurrence returns what is told, nil where that is not one place and one day.
func (s *sighting) occurrence() *Occurrence {
	places, days := set(s.places), set(s.days)
	if len(places) != 1 || len(days) != 1 {
		return nil
	}
	return &Occurrence{Kind: s.kind, Where: places[0], Day: days[0], With: set(s.with), Particulars: s.particulars()}
}

// set returns list sorted, each once.
func set(list []string) []string { return slices.Compact(slices.Sorted(slices.Values(list))) }

// block returns the block of the events of one kind at one place on one day.
func (o *Occurrence) block() string { return "event " + o.Kind + " " + o.Where + " " + o.Day }

// compare orders occurrences.
func (o *Occurrence) compare(p *Occurrence) int {
	return strings.Compare(o.key(), p.key())
}

func (o *Occurrence) key() string {
	if o == nil {
		return ""
	}
	return strings.TrimSpace(o.block() + " " + strings.Join(o.With, " ") + " " + o.Particulars.key())
}

// settleEvents gives the events of a block one IRI, unless an article tells of two of
// them, or some that were of different hands.
func settleEvents(events []Profile, rulings map[string]Ruling) {
	if len(events) < 2 {
		return
	}
	seen := map[string]bool{}
	for i, p := range events {
		scope := p.ID[strings.LastIndex(p.ID, "("):]
		scope, _, _ = strings.Cut(strings.Trim(scope, "()"), "-")
		if seen[scope] {
			return
		}
		seen[scope] = true
		for _, q := range events[:i] {
			if !p.Event.agrees(q.Event) {
				return
			}
		}
	}
	o := events[0].Event
	iri := identity.EntityIRI(o.Kind + " in " + strings.TrimPrefix(o.Where, "kg:") + " (" + o.Day + ")")
	for _, p := range events {
		rulings[p.Key()] = Ruling{IRI: iri}
	}
}

// agrees reports whether nothing about who takes part speaks against two being one,
// and, where a day sees several of the kind, something speaks for it.
func (o *Occurrence) agrees(p *Occurrence) bool {
	if len(o.Differ(p.Particulars)) > 0 {
		return false
	}
	if slices.Contains(severalADay, o.Kind) {
		return share(o.With, p.With)
	}
	return len(o.With) == 0 || len(p.With) == 0 || share(o.With, p.With) || o.Kind == "summit" || o.Kind == "election"
}

// yearly reports whether an event's name is that of a series, one of which is held
// every year or so: "G20 summit".
func yearly(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 || strings.ContainsAny(name, "0123456789") && leadingYear(words[0]) != 0 {
		return false
	}
	return slices.Contains([]string{"summit", "conference", "meeting", "election"}, words[len(words)-1])
}

// yearOfEvent returns the year of an event of a series, by the days that the facts
// about it say, else by the article's; 0 where neither says.
func yearOfEvent(x *extract.Extraction, e extract.Entity) int {
	for _, f := range x.Facts {
		if (f.Subject.ID == e.ID || f.Object.ID == e.ID) && f.Modality == clause.Asserted {
			if year := yearOf(f); year != 0 {
				return year
			}
		}
	}
	if x.Article.Published.IsZero() {
		return 0
	}
	return x.Article.Published.Year()
}

// settleSeries tells the events of a series apart by their years, where articles of
// several years speak of it, and returns the other profiles.
//
// "the G20 summit" in an article of 2024 and one of 2025: kg:G20_summit_(2024) and
// kg:G20_summit_(2025).
// Limit: who speaks in 2024 of next year's summit means that of 2024.
func settleSeries(things []Profile, rulings map[string]Ruling) []Profile {
	years := map[int]bool{}
	for _, p := range things {
		if p.Year != 0 {
			years[p.Year] = true
		}
	}
	if len(years) < 2 {
		return things
	}
	var rest []Profile
	for _, p := range things {
		if p.Year == 0 {
			rest = append(rest, p)
			continue
		}
		rulings[p.Key()] = Ruling{IRI: identity.EntityIRI(strings.TrimPrefix(p.ID, "kg:") + " (" + strconv.Itoa(p.Year) + ")")}
	}
	return rest
}
