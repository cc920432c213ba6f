package serve

import (
	"slices"
	"strings"
	"time"

	"kg/graph"
	"kg/graph/draw"
)

// timelineView is what happened to an entity, the latest first.
type timelineView struct {
	Total  int      `json:"total"`
	Period string   `json:"period,omitempty"` // "2020-11": only what happened in it
	Moment []moment `json:"events"`
	More   *more    `json:"more,omitempty"`
	Strip  sketch   `json:"-"`
}

// moment is a sentence and the day of what it states.
type moment struct {
	Day   string        `json:"day"`
	Dated bool          `json:"dated"` // the sentence says when; else it is the article's own day
	Facts []graph.Claim `json:"facts"`
}

// timelineOf makes the timeline of an entity: what is in the window of what
// happened in a period, or at any time where that is empty.
func timelineOf(iri string, page *graph.Page, period string, w window) (*timelineView, error) {
	moments := momentsOf(graph.EventsOf(graph.Claims(slices.Concat(page.Out, page.In))))
	if len(moments) == 0 {
		return nil, nil
	}
	view := &timelineView{Period: period}
	strip, err := drawBoth(func(p int) ([]byte, error) { return stripOf(iri, page.Name, moments, p) })
	if err != nil {
		return nil, err
	}
	view.Strip = strip
	moments = slices.DeleteFunc(moments, func(m moment) bool { return !strings.HasPrefix(m.Day, period) })
	view.Total = len(moments)
	view.Moment, view.More = cut(moments, w, "/entity", "id", iri, "part", "timeline", "period", period)
	return view, nil
}

// momentsOf brings the events of a sentence and a day together, the latest first.
func momentsOf(events []graph.Event) []moment {
	type key struct{ sentence, day string }
	place := map[key]int{}
	var moments []moment
	for _, e := range slices.Backward(events) {
		k := key{e.SentenceIRI, e.Day}
		at, known := place[k]
		if !known {
			at = len(moments)
			place[k] = at
			moments = append(moments, moment{Day: e.Day, Dated: e.Dated})
		}
		moments[at].Facts = append(moments[at].Facts, e.Claim)
	}
	return moments
}

// unit is how long a bar of a strip is: a layout of days that begins as they
// are written, "2025-09", so that it names the period of any day.
type unit struct {
	layout, words       string
	years, months, days int
}

var (
	byDay   = unit{time.DateOnly, "2 January 2006", 0, 0, 1}
	byMonth = unit{"2006-01", "January 2006", 0, 1, 0}
	byYear  = unit{"2006", "2006", 1, 0, 0}
)

// The most bars of a strip, on a wide screen and on a narrow one, of which one
// can be hit with a finger.
const (
	wideBars   = 60
	narrowBars = 24
)

// stripOf draws how much happened when. The last tenth, which may lie far back,
// does not make the bars longer: the strip goes back as far as it has bars, and
// the rest stands in the list alone.
func stripOf(iri, name string, moments []moment, pixels int) ([]byte, error) {
	bars := wideBars
	if pixels < wideDrawing {
		bars = narrowBars
	}
	var days []time.Time // the last first
	for _, m := range moments {
		// A day that the calendar does not have is drawn nowhere.
		if day, err := time.Parse(time.DateOnly, wholeDay(m.Day)); err == nil {
			days = append(days, day)
		}
	}
	if len(days) == 0 {
		return nil, nil
	}
	last, first := days[0], days[len(days)-1]
	u := unitFor(days[len(days)*9/10], last, bars)
	count := map[string]int{}
	for _, m := range moments {
		count[m.Day[:min(len(m.Day), len(u.layout))]]++
	}
	var periods []draw.Period
	begin, _ := time.Parse(u.layout, last.Format(u.layout)) // its own format
	for at := begin; len(periods) < bars && !at.Before(first.AddDate(-u.years, -u.months, -u.days+1)); at = at.AddDate(-u.years, -u.months, -u.days) {
		period := at.Format(u.layout)
		periods = append(periods, draw.Period{
			Label: at.Format(u.words), Count: count[period],
			Link: link("/entity", "id", iri, "part", "timeline", "period", period),
		})
	}
	if len(periods) < 2 {
		return nil, nil // one bar says nothing
	}
	slices.Reverse(periods)
	return drawnBytes(func(out *buffer) error {
		return draw.Strip(out, "When something happened to "+name, periods, draw.Options{Width: float64(pixels)})
	})
}

// unitFor is the shortest unit of which the time between two days has so many.
func unitFor(first, last time.Time, bars int) unit {
	days := int(last.Sub(first).Hours() / 24)
	switch {
	case days < bars:
		return byDay
	case days < 30*bars:
		return byMonth
	}
	return byYear
}

// wholeDay is the first day of a day, a month or a year.
func wholeDay(day string) string { return day + "-01-01"[min(len("-01-01"), len(day)-len("2006")):] }
