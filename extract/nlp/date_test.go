package nlp

import (
	"strings"
	"testing"
	"time"
)

// day is a Thursday.
var day = time.Date(2025, 9, 4, 0, 0, 0, 0, time.UTC)

func TestResolveDate(t *testing.T) {
	tests := []struct{ expr, want string }{
		{"September 4, 2025", "2025-09-04"},
		{"4 September 2025", "2025-09-04"},
		{"the 4th of September, 2025", "2025-09-04"},
		{"on Thursday, September 4, 2025", "2025-09-04"},
		{"Sept. 4", "2025-09-04"},
		{"January 7", "2026-01-07"},
		{"on 20 December", "2025-12-20"},
		{"2025-09-04", "2025-09-04"},
		{"25/12/2024", "2024-12-25"},
		{"12/25/2024", "2024-12-25"},
		{"August 2025", "2025-08"},
		{"in March", "2025-03"},
		{"late December", "2024-12"},
		{"since 2014", "2014"},
		{"mid-2014", "2014"},
		{"yesterday", "2025-09-03"},
		{"Yesterday evening", "2025-09-03"},
		{"today", "2025-09-04"},
		{"this morning", "2025-09-04"},
		{"last night", "2025-09-03"},
		{"tomorrow", "2025-09-05"},
		{"on Thursday", "2025-09-04"},
		{"Friday", "2025-08-29"},
		{"Monday night", "2025-09-01"},
		{"last Thursday", "2025-08-28"},
		{"next Monday", "2025-09-08"},
		{"next Thursday", "2025-09-11"},
		{"three days ago", "2025-09-01"},
		{"two weeks ago", "2025-08-21"},
		{"a month ago", "2025-08"},
		{"ten years ago", "2015"},
		{"late last month", "2025-08"},
		{"this month", "2025-09"},
		{"next year", "2026"},
		{"last week", "2025-W35"},
		{"last summer", "2024"},
		{"last December", "2024-12"},
		{"last weekend", "2025-08-30/2025-08-31"},
		{"the weekend", "2025-08-30/2025-08-31"},
		{"this weekend", "2025-09-06/2025-09-07"},
		{"the weekend of 7 June", "2025-06-07/2025-06-08"},
		{"the day before yesterday", "2025-09-02"},
		{"the day after tomorrow", "2025-09-06"},
		{"half a year ago", "2025-03"},
		{"in March last year", "2024-03"},
		{"March of last year", "2024-03"},
		{"5 March last year", "2024-03-05"},
		{"May this year", "2025-05"},
		{"last year", "2024"},
		{"mid-November", "2024-11"},
		{"in the week of 8 September", "2025-W37"},
		{"the week of March 3, 2024", "2024-W09"},
		{"the week of March", ""},
		{"New Year's Eve", "2025-12-31"},
		{"New Year’s Day 2024", "2024-01-01"},
		{"Christmas Day last year", "2024-12-25"},
		{"Thursday at 2:00 PM", "2025-09-04"},
		{"30 February 2025", ""},
		{"5/6/2024", ""}, // May or June
		{"June 4–5", "2025-06-04/2025-06-05"},
		{"June 4 - 5, 2024", "2024-06-04/2024-06-05"},
		{"between 3 and 5 May", "2025-05-03/2025-05-05"},
		{"from 3 to 5 May 2024", "2024-05-03/2024-05-05"},
		{"3 and 5 May", ""}, // two days
		{"between May 3 and May 5", "2025-05-03/2025-05-05"},
		{"28 June to 3 July", "2025-06-28/2025-07-03"},
		{"December 28 to January 3, 2025", "2024-12-28/2025-01-03"},
		{"28 December to 3 January", "2025-12-28/2026-01-03"},
		{"from March to May", "2025-03/2025-05"},
		{"November to February", "2024-11/2025-02"},
		{"March to May 2023", "2023-03/2023-05"},
		{"1997 to 2010", "1997/2010"},
		{"between 1997 and 2010", "1997/2010"},
		{"2019-20", "2019/2020"},
		{"2010–1997", ""},
		{"from Monday to Friday", "2025-08-25/2025-08-29"},
		{"Monday through Wednesday", "2025-09-01/2025-09-03"},
		{"3 March to 2024", ""},
		{"second quarter of 2024", "2024-04/2024-06"},
		{"the first quarter of last year", "2024-01/2024-03"},
		{"Q3 2024", "2024-07/2024-09"},
		{"Q4", "2024-10/2024-12"},
		{"the last quarter", "2025-04/2025-06"},
		{"the last quarter of 2024", "2024-10/2024-12"},
		{"the first half of the year", "2025-01/2025-06"},
		{"the second half", ""}, // of a match
		{"the first quarter", ""},
		{"19th century", "1801/1900"},
		{"the late eighteenth century", "1701/1800"},
		{"this century", "2001/2100"},
		{"the 42nd century", ""},
		{"the 1990s", "1990/1999"},
		{"the early 1990s", "1990/1999"},
		{"the '90s", "1990/1999"},
		{"the '30s", "1930/1939"},
		{"the 1800s", "1800/1899"},
		{"this decade", "2020/2029"},
		{"a decade ago", "2015"},
		{"two centuries ago", "1825"},
		{"a fortnight ago", "2025-08-21"},
		{"the past five years", "2020/2025"},
		{"the last three months", "2025-06/2025-09"},
		{"the past week", "2025-08-28/2025-09-04"},
		{"the last 24 hours", "2025-09-03/2025-09-04"},
		{"the past decade", "2015/2025"},
		{"the next two years", "2025/2027"},
		{"the last few years", ""},
		{"early next year", "2026"},
		{"the end of the year", "2025"},
		{"the start of the month", "2025-09"},
		{"later in the week", "2025-W36"},
		{"the end of last year", "2024"},
		{"mid-year", "2025"},
		{"the year", ""}, // perhaps another
		{"mid-March", "2025-03"},
		{"spring 2022", "2022"},
		{"the spring of last year", "2024"},
		{"Monday of last week", "2025-08-25"},
		{"Sunday next week", "2025-09-14"},
		{"this past Sunday", "2025-08-31"},
		{"the previous day", ""},
		{"two days later", ""},
		{"2:00 PM", ""},
		{"the day after", ""},
		{"9999999999 days ago", ""},
		{"", ""},
	}
	for _, tt := range tests {
		got, ok := ResolveDate(tt.expr, day)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("ResolveDate(%q) = %q, %v; want %q", tt.expr, got, ok, tt.want)
		}
	}
}

func TestResolveComingDate(t *testing.T) {
	tests := []struct{ expr, want string }{
		{"on Friday", "2025-09-05"},
		{"on Thursday", "2025-09-11"},
		{"in October", "2025-10"},
		{"in March", "2026-03"},
		{"in September", "2025-09"},
		{"next year", "2026"},
		{"4 September", "2025-09-04"},
		{"in 2027", "2027"},
		{"soon", ""},
		{"at the weekend", "2025-09-06/2025-09-07"},
		{"from Monday to Friday", "2025-09-08/2025-09-12"},
		{"from Friday to Sunday", "2025-09-05/2025-09-07"},
		{"from November to February", "2025-11/2026-02"},
		{"June 4–5", "2025-06-04/2025-06-05"},
	}
	for _, tt := range tests {
		if got, ok := ResolveComingDate(tt.expr, day); got != tt.want || ok != (tt.want != "") {
			t.Errorf("ResolveComingDate(%q) = %q, %v; want %q", tt.expr, got, ok, tt.want)
		}
	}
}

func TestResolveDateWithoutADay(t *testing.T) {
	for expr, want := range map[string]string{
		"September 4, 2025": "2025-09-04", "August 2025": "2025-08", "in 2014": "2014",
		"Thursday": "", "last month": "", "yesterday": "", "March last year": "", "Christmas Day": "", "the week of 3 March": "", "January 7": "", "March": "",
		"1997 to 2010": "1997/2010", "June 4–5, 2024": "2024-06-04/2024-06-05", "June 4–5": "", "Q2 2024": "2024-04/2024-06", "Q2": "",
		"the weekend": "", "last quarter": "", "the 1990s": "1990/1999", "the '90s": "", "19th century": "1801/1900", "last century": "",
		"the past five years": "", "the end of the year": "", "first half of the year": "", "spring 2022": "2022",
	} {
		if got, ok := ResolveDate(expr, time.Time{}); got != want || ok != (want != "") {
			t.Errorf("ResolveDate(%q) = %q, %v; want %q", expr, got, ok, want)
		}
	}
}

func TestDateExpressions(t *testing.T) {
	for text, want := range map[string]string{
		"It opened in mid-November.":                   "mid-November",
		"It opened in March last year.":                "March last year",
		"It opened on 5 March of last year.":           "5 March of last year",
		"It closed in the week of 3 March.":            "week of 3 March",
		"It left the day before yesterday.":            "day before yesterday",
		"It left half a year ago.":                     "half a year ago",
		"It burned on New Year's Eve.":                 "New Year's Eve",
		"The Christmas Day 2023 attack hurt nine.":     "Christmas Day 2023",
		"It closed on Good Friday.":                    "",
		"The fair opened on June 4–5 in Bergen.":       "June 4–5",
		"It ran on 3-5 May 2024.":                      "3-5 May 2024",
		"They met between 3 and 5 May.":                "3 and 5 May",
		"They met on 3 and 5 May.":                     "5 May",
		"It runs from June 28 to July 3.":              "June 28 to July 3",
		"It ran from June 4 to 6, 2024.":               "June 4 to 6, 2024",
		"They ruled from 1997 to 2010.":                "1997 to 2010",
		"They won in 2019-20.":                         "2019-20",
		"They sat from Monday to Friday.":              "Monday to Friday",
		"The vote was moved from Monday to Friday.":    "Monday|Friday",
		"They came on Monday to fish.":                 "Monday",
		"Sales fell in the second quarter of 2024.":    "second quarter of 2024",
		"They scored in the second quarter.":           "",
		"Sales fell in Q3 2024.":                       "Q3 2024",
		"It rained over the weekend.":                  "weekend",
		"The weekend shift left.":                      "",
		"It was built in the 19th century.":            "19th century",
		"It grew over the past five years.":            "past five years",
		"It closed at the end of the year.":            "end of the year",
		"It stood at the end of the quay.":             "",
		"It burned in the spring of 2022.":             "spring of 2022",
		"It began on Monday of last week.":             "Monday of last week",
		"It lasted from 2019 until late 2020.":         "2019 until late 2020",
		"Good! Friday came.":                           "Friday",
		"The day after the vote, nobody left.":         "",
		"It was the week of the harvest in the fjord.": "",
	} {
		var got []string
		d := analyzer().Analyze(text)
		for _, n := range d.Names {
			if n.Type == Date {
				got = append(got, d.TextOf(n.Tokens))
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: dates %q, want %q", text, got, want)
		}
	}
}

// The month before the 31st is the one before, whatever its length.
func TestResolveDateAtTheEndOfAMonth(t *testing.T) {
	july31 := time.Date(2025, 7, 31, 0, 0, 0, 0, time.UTC)
	if got, _ := ResolveDate("last month", july31); got != "2025-06" {
		t.Errorf("last month from 31 July is %s", got)
	}
}

func FuzzResolveDate(f *testing.F) {
	for _, seed := range []string{"on Thursday", "September 4, 2025", "three days ago", "25/12/2024", "last", "of", "mid-", "a hundred million years ago",
		"June 4–5", "between 3 and 5 May", "2019-20", "Q2 2024", "the weekend of 7 June", "the past five years"} {
		f.Add(seed, day.Unix())
	}
	f.Fuzz(func(t *testing.T, expr string, unix int64) {
		ref := time.Unix(unix%(1<<36), 0).UTC()
		whole, ok := ResolveDate(expr, ref)
		value, last, isPeriod := strings.Cut(whole, "/")
		if isPeriod && (len(value) != len(last) || ref.Year() > 1000 && ref.Year() < 9000 && value >= last) {
			t.Fatalf("ResolveDate(%q) = %q", expr, whole)
		}
		if ok != (value != "") {
			t.Fatalf("ResolveDate(%q) = %q, %v", expr, value, ok)
		}
		if !ok || strings.Contains(value, "W") || ref.Year() < 1000 || ref.Year() > 9000 {
			return
		}
		for _, layout := range []string{dayLayout, monthLayout, yearLayout} {
			if len(layout) == len(value) {
				if _, err := time.Parse(layout, value); err != nil {
					t.Fatalf("ResolveDate(%q) = %q: %v", expr, value, err)
				}
				return
			}
		}
		if len(value) != len(yearLayout) {
			t.Fatalf("ResolveDate(%q) = %q", expr, value)
		}
	})
}

func TestNumberValue(t *testing.T) {
	for text, want := range map[string]float64{
		"30 countries": 30, "$1.4bn": 1.4e9, "five million dollars": 5e6, "1,200 people": 1200,
		"two hundred and fifty": 250, "a dozen ships": 12, "three thousand five hundred": 3500, "twenty-one": 21,
	} {
		if got, ok := NumberValue(text); !ok || got != want {
			t.Errorf("NumberValue(%q) = %v, %v; want %v", text, got, ok, want)
		}
	}
	if _, ok := NumberValue("countries"); ok {
		t.Error("a word without a number has a value")
	}
}

func TestParseClock(t *testing.T) {
	for expr, want := range map[string]string{
		"2:00 PM": "14:00 ", "12:00 GMT": "12:00 GMT", "6 a.m.": "06:00 ", "12:30 am": "00:30 ", "noon": "12:00 ",
		"midnight": "00:00 ", "14:05 cet": "14:05 CET", "12 p.m. EST": "12:00 EST", "7.30": "", "25 pm": "", "Monday": "", "5": "",
	} {
		clock, zone, ok := ParseClock(expr)
		if got := clock + " " + zone; ok != (want != "") || ok && got != want {
			t.Errorf("ParseClock(%q) = %q, %v; want %q", expr, got, ok, want)
		}
	}
}
