package data

import (
	"strings"
	"testing"
)

// Every line of every lexicon can be read, and no name stands twice.
func TestLexiconsHaveNoErrors(t *testing.T) {
	for file, err := range map[string]error{
		"countries":     countries().err,
		"places":        places().err,
		"organizations": organizations().err,
		"firstnames":    firstNames().err,
		"roles":         offices().err,
		"namecues":      nameCues().err,
		"nouns":         nouns().err,
		"institutions":  institutions().err,
		"relations":     synonyms().err,
		"homonyms":      homonyms().err,
	} {
		if err != nil {
			t.Errorf("%s:\n%v", file, err)
		}
	}
}

func TestLexiconsAreNotEmpty(t *testing.T) {
	for file, got := range map[string]int{
		"countries": len(countries().all), "places": len(places().all), "organizations": len(organizations().all),
		"firstnames": len(firstNames().gender), "roles": len(offices().byForm),
		"namecues": len(nameCues().last), "nouns": len(nouns().byWord),
	} {
		if got < 100 {
			t.Errorf("%s: %d entries", file, got)
		}
	}
}

func TestBadLinesAreNamed(t *testing.T) {
	_, err := parseLexicon("x.tsv", "# head\na\tb\nonly one\n\tb\nc\td||e\nf\t g\n", 2)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"lexicon/x.tsv:3: 1 columns, want 2", "x.tsv:4: the first column is empty",
		"x.tsv:5: column 2", "x.tsv:6: column 2",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error lacks %q:\n%v", want, err)
		}
	}
}

func TestCountries(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"US", "United_States"}, {"the U.S.", "United_States"}, {"USA", "United_States"},
		{"UNITED KINGDOM", "United_Kingdom"}, {"Britain", "United_Kingdom"}, {"Georgia", "Georgia_(country)"},
		{"Türkiye", "Turkey"}, {"DR Congo", "Democratic_Republic_of_the_Congo"},
		{"us", ""}, {"car", ""}, {"Narnia", ""},
	} {
		got, ok := CountryNamed(c.name)
		if ok != (c.want != "") || ok && got.IRI != c.want {
			t.Errorf("CountryNamed(%q) = %v, want %q", c.name, got, c.want)
		}
	}
	for word, want := range map[string]string{
		"French": "France", "Frenchmen": "France", "american": "United States", "Dutch": "Netherlands",
		"North Korean": "North Korea", "Scots": "Scotland",
	} {
		if got, ok := CountryOf(word); !ok || got.Name != want {
			t.Errorf("CountryOf(%q) = %v, want %s", word, got, want)
		}
	}
	for city, want := range map[string]string{"Kiev": "Ukraine", "kyiv": "Ukraine", "Washington": "United States", "Sana'a": "Yemen"} {
		if got, ok := CountryOfCapital(city); !ok || got.Name != want {
			t.Errorf("CountryOfCapital(%q) = %v, want %s", city, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	for name, want := range map[string]string{
		"Kiev": "Kyiv", "München": "Munich", "the Hague": "The_Hague", "St. Petersburg": "Saint_Petersburg",
		"Georgia": "Georgia_(U.S._state)", "Washington D.C.": "Washington,_D.C.", "Middle East": "Middle_East",
	} {
		if got, ok := PlaceNamed(name); !ok || got.IRI != want {
			t.Errorf("PlaceNamed(%q) = %v, want %s", name, got, want)
		}
	}
	if p, ok := PlaceOf("Europeans"); !ok || p.Name != "Europe" {
		t.Errorf("PlaceOf(Europeans) = %v", p)
	}
}

func TestSeats(t *testing.T) {
	for name, want := range map[string]string{"Moscow": "Russia", "the Kremlin": "Russia", "Brussels": "European Union", "Lyon": "", "Russia": ""} {
		if got, ok := SeatOf(name); got != want || ok != (want != "") {
			t.Errorf("SeatOf(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestOrganizations(t *testing.T) {
	for name, want := range map[string]string{"UN": "United_Nations", "the U.N.": "United_Nations", "Nato": "NATO", "MSF": "Médecins_Sans_Frontières"} {
		if got, ok := OrganizationNamed(name); !ok || got.IRI != want {
			t.Errorf("OrganizationNamed(%q) = %v, want %s", name, got, want)
		}
	}
	for _, name := range []string{"who", "is", "un"} {
		if got, ok := OrganizationNamed(name); ok {
			t.Errorf("OrganizationNamed(%q) = %v, want none", name, got)
		}
	}
}

func TestFirstNames(t *testing.T) {
	for name, want := range map[string]Gender{"Emmanuel": Male, "ursula": Female, "Kim": EitherGender, "Volodymyr": Male, "Aisha": Female} {
		if got, ok := FirstName(name); !ok || got != want {
			t.Errorf("FirstName(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
	if g, ok := FirstName("Table"); ok {
		t.Errorf("FirstName(Table) = %q", g)
	}
}

func TestOffices(t *testing.T) {
	for form, want := range map[string]string{
		"Presidents": "president", "Prime Minister": "prime minister", "PM": "prime minister", "CEO": "chief executive",
		"defense minister": "defence minister", "the Pope": "pope",
	} {
		if got, ok := OfficeCalled(form); !ok || got.Name != want {
			t.Errorf("OfficeCalled(%q) = %v, want %s", form, got, want)
		}
	}
	for form, want := range map[string]bool{"president": true, "prime ministers": true, "leaders": true, "foreign minister": false, "judge": false} {
		if o, ok := OfficeCalled(form); !ok || o.Leader != want {
			t.Errorf("OfficeCalled(%q) = %+v, want leader %v", form, o, want)
		}
	}
	if n := LongestOffice(); n < 4 {
		t.Errorf("longest office has %d words, want at least 4 (minister of foreign affairs)", n)
	}
}

func TestCues(t *testing.T) {
	for word, want := range map[string]string{"Ministry": "Organization", "river": "Place", "Summit": "Event", "Treaty": "Law"} {
		if got, ok := TypeOfLastWord(word); !ok || got != want {
			t.Errorf("TypeOfLastWord(%q) = %q, want %s", word, got, want)
		}
	}
	for word, want := range map[string]Noun{
		"company": {Type: "Organization"}, "talks": {Type: "Event"}, "woman": {"Person", Female},
		"authorities": {Type: "Group"}, "city": {Type: "Place"},
	} {
		if got, ok := NounOf(word); !ok || got != want {
			t.Errorf("NounOf(%q) = %v, want %v", word, got, want)
		}
	}
}

func FuzzParseLexicon(f *testing.F) {
	f.Add("# head\na\tb|c\n", 2)
	f.Add("\t\t\n\xff|\r\n", 3)
	f.Fuzz(func(t *testing.T, text string, columns int) {
		rows, _ := parseLexicon("f.tsv", text, columns)
		for _, r := range rows {
			if len(r.cols) != columns || r.cols[0] == "" {
				t.Fatalf("row %+v for %d columns", r, columns)
			}
		}
	})
}

// Places of the gazetteer have their spellings, and states also the names with
// the word for what they are.
func TestGazetteerNames(t *testing.T) {
	for name, want := range map[string]string{
		"Mazar-e-Sharif":     "Mazar-i-Sharif",
		"Nangarhar Province": "Nangarhar",
		"Katsina State":      "Katsina",
		"tromso":             "Tromsø",
	} {
		if p, ok := PlaceNamed(name); !ok || p.Name != want {
			t.Errorf("PlaceNamed(%q) = %+v, want %s", name, p, want)
		}
	}
	if p, ok := PlaceNamed("Ithaca State"); ok {
		t.Errorf("a city got the name of a state: %+v", p)
	}
}
