package nlp

import (
	"fmt"
	"math"
	"testing"
)

func (a Amount) String() string {
	value := fmt.Sprint(a.Low)
	if a.High != a.Low {
		value += ".." + fmt.Sprint(a.High)
	}
	return string(a.Bound) + value + " " + a.Unit
}

func TestParseAmount(t *testing.T) {
	for text, want := range map[string]string{
		"30 countries":                  "=30 country",
		"1,200 people":                  "=1200 person",
		"$1.4bn":                        "=1.4e+09 USD",
		"£5m":                           "=5e+06 GBP",
		"US$3.4 trillion":               "=3.4e+12 USD",
		"five million dollars":          "=5e+06 USD",
		"five to six million euros":     "=5e+06..6e+06 EUR",
		"$20-30 million":                "=2e+07..3e+07 USD",
		"two million Canadian dollars":  "=2e+06 CAD",
		"300 Swiss francs":              "=300 CHF",
		"40 kronor":                     "=40 kronor",
		"20 pence":                      "=0.2 GBP",
		"50 cents":                      "=0.5 USD",
		"12.5 per cent":                 "=12.5 %",
		"3%":                            "=3 %",
		"2 percentage points":           "=2 percentage point",
		"two hundred and fifty":         "=250 ",
		"three thousand five hundred":   "=3500 ",
		"twenty-one":                    "=21 ",
		"a dozen ships":                 "=12 ship",
		"two dozen":                     "=24 ",
		"two hundred thousand refugees": "=200000 refugee",
		"half a million people":         "=500000 person",
		"two and a half million":        "=2.5e+06 ",
		"1.5 million":                   "=1.5e+06 ",
		"a quarter":                     "=0.25 ",
		"three quarters":                "=0.75 ",
		"60 km":                         "=60 km",
		"39 confirmed deaths":           "=39 death",
		"at least 15 people":            ">=15 person",
		"no fewer than ten":             ">=10 ",
		"more than two dozen":           ">24 ",
		"up to $500":                    "<=500 USD",
		"nearly 40 per cent":            "<40 %",
		"about 3,000 workers":           "~3000 worker",
		"between 20 and 30 ships":       "=20..30 ship",
		"15 or more":                    ">=15 ",
		"18 years or more":              ">=18 year",
	} {
		if got, ok := ParseAmount(text); !ok || got.String() != want {
			t.Errorf("ParseAmount(%q) = %v, %v; want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "countries", "at least", "$", "million", "and a half"} {
		if got, ok := ParseAmount(text); ok {
			t.Errorf("ParseAmount(%q) = %v, want nothing", text, got)
		}
	}
}

func TestAmountOf(t *testing.T) {
	d := analyzer().Analyze("The fire killed at least 15 people and cost more than $1.4bn, up 12.5 per cent from Monday.")
	var got []string
	for _, n := range d.Names {
		if a, ok := d.AmountOf(n); ok {
			got = append(got, a.String())
		}
	}
	if want := "[>=15 person >1.4e+09 USD =12.5 %]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, seed := range []string{"$1.4bn", "five to six million euros", "between 2 and", "a hundred hundred and", "half a", "two-thirds or", "- 9", "1e999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, ok := ParseAmount(text)
		if !ok {
			return
		}
		if a.Bound == "" || a.Low > a.High || math.IsNaN(a.Low) {
			t.Errorf("ParseAmount(%q) = %v", text, a)
		}
	})
}
