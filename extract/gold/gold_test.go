package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kg/extract"
	"kg/extract/clause"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"The U.S. President’s":     "us president",
		"co-chairs":                "co chairs",
		"O'Brien and the leaders'": "obrien and leaders",
		"Évora, 1,000,000 a year":  "evora 1000000 year",
		"GROSSE Straße":            "grosse strasse",
		"":                         "",
	} {
		if got := normal(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// thing is an argument with an entity of that name behind it.
func thing(name string) extract.Argument {
	return extract.Argument{Text: name, ID: "kg:" + name, Name: name}
}

// news is an extraction that the cases of TestCompare are about.
func news() *extract.Extraction {
	entity := func(name string, t string, aliases ...string) extract.Entity {
		e := extract.Entity{ID: "kg:" + name, Name: name, Aliases: aliases}
		_ = json.Unmarshal([]byte(`"`+t+`"`), &e.Type)
		return e
	}
	return &extract.Extraction{
		Entities: []extract.Entity{entity("Ana Pereira", "Person", "Pereira"), entity("Jonas Lindqvist", "Person"), entity("Lisbon", "Place")},
		Facts: []extract.Fact{
			{ID: "fact:1", Subject: thing("Ana Pereira"), Object: thing("Jonas Lindqvist"), Modality: clause.Asserted,
				Relation: extract.Relation{Text: "met", ID: "rel:meets", Label: "meets"}, Context: []extract.Context{{Role: "place", Text: "in Lisbon", ID: "kg:Lisbon", Name: "Lisbon"}}},
			{ID: "fact:2", Subject: thing("Jonas Lindqvist"), Object: thing("Lisbon"), Modality: clause.Possible,
				Relation: extract.Relation{Text: "may leave", ID: "rel:may-leave", Label: "may leave"}},
			{ID: "fact:3", Subject: thing("Ana Pereira"), Object: extract.Argument{Text: "the talks were good", Value: "the talks were good"}, Modality: clause.Asserted,
				Relation: extract.Relation{Text: "said", ID: "rel:says", Label: "says"}},
			{ID: "fact:4", Subject: thing("Lisbon"), Object: extract.Argument{Text: "a host", Value: "a host"}, Modality: clause.Said,
				Relation: extract.Relation{Text: "is", ID: "rel:is", Label: "is"}, Speaker: &extract.Speaker{ID: "kg:Ana Pereira", Name: "Ana Pereira"}},
		},
	}
}

func TestCompare(t *testing.T) {
	const entities = `"entities":[{"name":"Ana Pereira","type":"Person","aliases":["Pereira"]},{"name":"Jonas Lindqvist","type":["Person","Group"]},{"name":"Lisbon","type":"Place"}],`
	for _, c := range []struct{ what, fact, want string }{
		{"by another name", `{"s":["Pereira"],"p":["^meets$"],"o":["Lindqvist","Jonas Lindqvist"]}`, "found"},
		{"the other way round", `{"s":["Jonas Lindqvist"],"inverse_p":["meet"],"o":["Ana Pereira"]}`, "found"},
		{"in a circumstance", `{"s":["Ana Pereira"],"p":["meets in"],"o":["Lisbon"]}`, "found"},
		{"another relation", `{"s":["Ana Pereira"],"p":["visits"],"o":["Jonas Lindqvist"]}`, "other relation"},
		{"other things", `{"s":["Ana Pereira"],"p":["meets"],"o":["Porto"]}`, "nothing"},
		{"possible, and asserted", `{"s":["Jonas Lindqvist"],"p":["leave"],"o":["Lisbon"]}`, "wrong modality or speaker"},
		{"possible", `{"s":["Jonas Lindqvist"],"p":["leave"],"o":["Lisbon"],"modality":"possible"}`, "found"},
		{"of two modalities", `{"s":["Jonas Lindqvist"],"p":["leave"],"o":["Lisbon"],"modality":["future","possible"]}`, "found"},
		{"loose", `{"s":["Jonas Lindqvist"],"p":["leave"],"o":["Lisbon"],"modality_loose":true}`, "found"},
		{"words of what was said", `{"s":["Ana Pereira"],"p":["says"],"o":["talks good"],"kind":"attribution"}`, "found"},
		{"under a speaker", `{"s":["Ana Pereira"],"p":["says"],"o":["Lisbon host"],"kind":"attribution"}`, "found"},
		{"of a speaker", `{"s":["Lisbon"],"p":["is"],"o":["host"],"speaker":["Pereira"]}`, "found"},
		{"of another speaker", `{"s":["Lisbon"],"p":["is"],"o":["host"],"speaker":["Jonas Lindqvist"]}`, "wrong modality or speaker"},
	} {
		all, err := Parse([]byte(`{"article":"a.txt",` + entities + `"facts":[` + c.fact + `]}`))
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		var s Score
		s.Add(all[0], news())
		got := "found"
		if len(s.Missed) > 0 {
			got = s.Missed[0].Reason
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestForbiddenAndEntities(t *testing.T) {
	all, err := Parse([]byte(`[{"article":"a.txt","entities":[{"name":"Pereira","type":"Person"},{"name":"Jonas Lindqvist","type":"Place"},{"name":"Porto","type":"Place"},{"name":"Thursday","type":"Date"}],
		"forbidden":[{"s":["Ana Pereira"],"p":["meets"],"o":["Jonas Lindqvist"],"kind":"wrong"},{"s":["Jonas Lindqvist"],"p":["leave"],"o":["Lisbon"]},
			{"s":["Pereira"],"o":["Ana Pereira"],"kind":"merge"},{"s":["Pereira"],"o":["Lisbon"],"kind":"merge"}]}]`))
	if err != nil {
		t.Fatal(err)
	}
	var s Score
	s.Add(all[0], news())
	got := fmt.Sprint(s.Forbidden, s.Entities, s.Typed, s.Literals)
	if want := "{2 4} {2 3} {1 3} {0 1}"; got != want {
		t.Errorf("forbidden, entities, typed, literals: %s, want %s (%v)", got, want, s.Stated)
	}
}

func TestWhatIsNoAnnotation(t *testing.T) {
	for text, want := range map[string]string{
		``:       "no annotations",
		`[null]`: "is null",
		`{}`:     "does not say which article",
		`{"article":"a","facts":[{"s":["A"],"o":["B"]}]}`:                           "needs s, o, and p",
		`{"article":"a","facts":[{"s":["A"],"o":["B"],"p":["("]}]}`:                 "missing closing )",
		`{"article":"a","facts":[{"s":["A"],"o":["B"],"p":["x"],"kind":"odd"}]}`:    `kind "odd" is none of core, detail`,
		`{"article":"a","facts":[{"s":["A"],"o":["B"],"p":["x"],"modality":"no"}]}`: `modality "no" is none`,
		`{"article":"a","entities":[{}]}`:                                           "entity 1 has no name",
	} {
		if _, err := Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// What is annotated with yes is found in the same extraction, and what is written
// reads back as it was.
func TestLabelsFit(t *testing.T) {
	extractor, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("../../data/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no articles", err)
	}
	text, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	x := extractor.Extract(extract.NewArticle(paths[0], string(text), extract.Meta{}))
	a := &Article{File: "a.txt"}
	for _, e := range x.Entities {
		a.Entities = append(a.Entities, EntityOf(e))
	}
	for _, f := range x.Facts {
		if f.Object.Text+f.Object.Value != "" {
			a.Facts = append(a.Facts, Of(f, x))
		}
	}
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(back[0])
	if err != nil || string(again) != string(data) {
		t.Errorf("read and written again: %s\nwant %s (%v)", again, data, err)
	}
	var s Score
	s.Add(back[0], x)
	if all := s.All(); all.Found != all.Of || all.Of < 20 {
		t.Errorf("%d of %d found: %+v", all.Found, all.Of, s.Missed)
	}
}

// FuzzParse: no file makes Parse panic, nor the comparison with what it gives.
func FuzzParse(f *testing.F) {
	f.Add(`{"article":"a","facts":[{"s":["A"],"o":["B"],"p":["x"],"modality":["said"]}],"entities":[{"name":"A","type":"Person"}]}`)
	f.Add(`[{"article":"a","forbidden":[{"s":["A"],"o":["B"],"kind":"merge"}]}]`)
	f.Fuzz(func(t *testing.T, text string) {
		all, err := Parse([]byte(text))
		if err != nil {
			return
		}
		var s Score
		for _, a := range all {
			s.Add(a, news())
		}
	})
}

// The figures are those of the scorer that the annotations came with.
func TestAgreesWithTheScorer(t *testing.T) {
	const shared = "../../../shared"
	annotated, err := Read([]string{shared + "/data/gold"})
	if err != nil {
		t.Skipf("no annotated articles to compare with: %v", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("the scorer to compare with needs Python 3, which is not here")
	}
	extractor, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	records := filepath.Join(t.TempDir(), "records.jsonl")
	file, err := os.Create(records)
	if err != nil {
		t.Fatal(err)
	}
	buffered := bufio.NewWriter(file)
	var s Score
	for _, a := range annotated {
		path := filepath.Join(a.Dir, a.File)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		x := extractor.Extract(extract.NewArticle(path, string(text), extract.Meta{}))
		s.Add(a, x)
		if err := extract.NewRecordWriter(buffered).Write(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := buffered.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("python3", shared+"/eval/facts_score.py", shared+"/data/gold", "--system", records, "--limit", "0").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	all := s.All()
	want := []string{
		fmt.Sprintf("all %.4f %d of %d", all.Share(), all.Found, all.Of),
		fmt.Sprintf("our facts %d, of them fitting a gold fact %d", s.Ours, s.Fitting),
		fmt.Sprintf("Forbidden facts stated %d of %d", s.Forbidden.Found, s.Forbidden.Of),
		fmt.Sprintf("Entities: found %.4f (%d of %d) found with the right type %.4f (%d) dates, amounts, quantities %d of %d",
			s.Entities.Share(), s.Entities.Found, s.Entities.Of, s.Typed.Share(), s.Typed.Found, s.Literals.Found, s.Literals.Of),
		fmt.Sprintf("over-merged %d under-merged %d", s.OverMerged, s.UnderMerged),
	}
	for _, kind := range Kinds {
		want = append(want, fmt.Sprintf("%s %.4f %d of %d", kind, s.Facts[kind].Share(), s.Facts[kind].Found, s.Facts[kind].Of))
	}
	reasons := map[string]int{}
	for _, m := range s.Missed {
		reasons[m.Reason]++
	}
	for _, reason := range slices.Sorted(maps.Keys(reasons)) {
		want = append(want, fmt.Sprintf("%s %d", reason, reasons[reason]))
	}
	for _, w := range want {
		if !regexp.MustCompile(`\b` + regexp.QuoteMeta(w)).MatchString(text) {
			t.Errorf("we say %q, the scorer:\n%s", w, out)
		}
	}
}
