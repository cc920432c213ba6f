package extract

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected facts of the stories")

// extractor is shared: it is safe for concurrent use and costly to load.
var extractor = func() *Extractor {
	x, err := New()
	if err != nil {
		panic(err)
	}
	return x
}()

// storyDay is the day of publication of all stories, a Thursday.
var storyDay = time.Date(2025, 9, 4, 0, 0, 0, 0, time.UTC)

// TestStories reads small articles and compares all that is made of them.
// testdata/stories/*.txtar hold an article and its facts, one a line:
//
//	subject | relation | object | {role: context} … | [modality] (speaker) | rule
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in testdata/stories (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files) != 2 {
				t.Fatalf("%s: want the files article and facts, have %d files", file, len(archive.Files))
			}
			article := NewArticle(file, strings.TrimSpace(string(archive.Files[0].Data)), Meta{Published: storyDay})
			got := listFacts(extractor.Extract(article).Facts)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(archive.Files[1].Data); got != want {
				t.Errorf("facts differ; got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func listFacts(facts []Fact) string {
	var out strings.Builder
	for _, f := range facts {
		out.WriteString(describe(f))
		out.WriteByte('\n')
	}
	return out.String()
}

func describe(f Fact) string {
	parts := []string{orText(f.Subject.Name, f.Subject.Text), f.Relation.Label}
	if f.Object != (Argument{}) {
		parts = append(parts, orText(f.Object.Name, quoted(f.Object.Value)))
	}
	for _, c := range f.Context {
		parts = append(parts, fmt.Sprintf("{%s: %s}", c.Role, orText(c.Name, c.Value)))
	}
	frame := "[" + string(f.Modality) + "]"
	if f.Speaker != nil {
		frame += " (" + f.Speaker.Name + ")"
	}
	return strings.Join(append(parts, frame, f.Rule), " | ")
}

func orText(name, text string) string {
	if name != "" {
		return name
	}
	return text
}

func quoted(s string) string { return `"` + s + `"` }

// inferenceTable varies the defining example, with other countries, roles and
// verbs, and what comes near it without following.
var inferenceTable = []struct {
	rule, text string
	want       []string // "subject – relation – object" that must be derived by the rule
	not        []string // that must not be stated plainly
}{
	{
		ruleRoleHolder, "The summit was chaired by the leaders of Japan and Brazil.\n“It went well,” said Japanese Prime Minister Aiko Tanaka.",
		[]string{"Aiko Tanaka – chairs – summit"}, nil,
	},
	{
		ruleRoleHolder, "The presidents of Kenya and Ghana opened the railway. Kenyan President Daniel Otieno thanked the workers.",
		[]string{"Daniel Otieno – opens – railway"}, nil,
	},
	{
		ruleRoleHolder, "The treaty was signed by the leaders of Austria and Hungary. Austrian Chancellor Greta Lehner praised it.",
		[]string{"Greta Lehner – signs – treaty"}, nil,
	},
	{
		ruleRoleHolder, "The Norwegian and Danish prime ministers visited the shipyard. Norwegian Prime Minister Ingrid Solheim praised the workers.",
		[]string{"Ingrid Solheim – visits – shipyard"}, nil,
	},
	{
		ruleRoleHolder, "The foreign ministers of Chile and Peru signed the treaty. Marta Rojas, the foreign minister of Chile, smiled.",
		[]string{"Marta Rojas – signs – treaty"}, nil,
	},
	{
		ruleRoleHolder, "The presidents of France, Poland and Romania visited the camp. Polish President Jan Kowal thanked the soldiers.",
		[]string{"Jan Kowal – visits – camp"}, nil,
	},
	{
		ruleRoleHolder, "The leaders of Canada and Mexico inspected the bridge. Canada's prime minister, Laura Bennett, thanked the engineers.",
		[]string{"Laura Bennett – inspects – bridge"}, nil,
	},
	{
		ruleRoleHolder, "The defence ministers of Sweden and Finland inspected the ship. Swedish Defence Minister Karin Holm praised the crew.",
		[]string{"Karin Holm – inspects – ship"}, nil,
	},
	{
		ruleRoleHolder, "The conference was hosted by the presidents of Senegal and Mali. President Awa Diallo of Senegal opened it.",
		[]string{"Awa Diallo – hosts – conference"}, nil,
	},
	{
		ruleRoleHolder, "The bank criticised the leaders of Greece and Italy. Greek Prime Minister Nikos Vallas called that unfair.",
		[]string{"bank – criticises – Nikos Vallas"}, nil,
	},
	{
		ruleRoleHolder, "The leaders of both Jordan and Egypt toured the hospital. Egyptian President Omar Nassar thanked the doctors.",
		[]string{"Omar Nassar – tours – hospital"}, nil,
	},
	{
		ruleRoleHolder, "The finance ministers of India and Nepal launched the fund. Anil Sharma is the finance minister of India.",
		[]string{"Anil Sharma – launches – fund"}, nil,
	},
	{ // another country
		ruleRoleHolder, "The leaders of Spain and Portugal signed the treaty. Italian Prime Minister Carla Conti stayed away.",
		nil, []string{"Carla Conti – signs – treaty"},
	},
	{ // another office
		ruleRoleHolder, "The foreign ministers of Chile and Peru signed the treaty. Chilean President Marta Rojas stayed away.",
		nil, []string{"Marta Rojas – signs – treaty"},
	},
	{ // held no more
		ruleRoleHolder, "The leaders of Spain and Portugal signed the treaty. Former Portuguese President Rui Lopes criticised it.",
		nil, []string{"Rui Lopes – signs – treaty"},
	},
	{ // an office of the same name in no country
		ruleRoleHolder, "The presidents of Kenya and Ghana opened the railway. The bank's president, Daniel Otieno, thanked the workers.",
		nil, []string{"Daniel Otieno – opens – railway"},
	},
	{ // denied
		ruleRoleHolder, "The leaders of Japan and Brazil did not sign the treaty. Japanese Prime Minister Aiko Tanaka spoke.",
		nil, []string{"Aiko Tanaka – signs – treaty"},
	},
	{ // planned
		ruleRoleHolder, "The leaders of Japan and Brazil will sign the treaty. Japanese Prime Minister Aiko Tanaka spoke.",
		nil, []string{"Aiko Tanaka – signs – treaty"},
	},
	{ // who is to hold it
		ruleRoleHolder, "The leaders of Japan and Brazil signed the treaty. Aiko Tanaka may become prime minister of Japan.",
		nil, []string{"Aiko Tanaka – signs – treaty"},
	},
	{
		ruleMember, "Peter Brandt met Maria Costa in Lisbon. Both leaders praised the plan.",
		[]string{"Peter Brandt – praises – plan", "Maria Costa – praises – plan"}, nil,
	},
	{
		ruleMember, "Norway and Sweden signed a pact. The two countries will share a port. The two countries opened a bridge.",
		[]string{"Norway – opens – bridge", "Sweden – opens – bridge"}, []string{"Norway – shares – port"},
	},
	{ // three
		ruleMember, "Peter Brandt, Maria Costa and John Hall met in Lisbon. Both leaders praised the plan.",
		nil, []string{"John Hall – praises – plan", "Peter Brandt – praises – plan"},
	},
	{
		ruleSeat, "Washington imposed sanctions on the bank. The United States has many banks.",
		[]string{"United States – imposes sanctions on – bank"}, nil,
	},
	{
		ruleSeat, "Moscow condemned the alliance. Russia left the talks.",
		[]string{"Russia – condemns – alliance"}, nil,
	},
	{
		ruleSeat, "The Kremlin said that the pipe was safe. Russia owns the pipe.",
		[]string{"Russia – says – "}, nil,
	},
	{
		ruleSeat, "Norway warned Beijing. China sells cars.",
		[]string{"Norway – warns – China"}, nil,
	},
	{
		ruleSeat, "Brussels rejected the plan. The European Union has many plans.",
		[]string{"European Union – rejects – plan"}, []string{"Belgium – rejects – plan"},
	},
	{ // in the city
		ruleSeat, "Ana Reyes met Bo Ek in Washington. The United States has many banks.",
		nil, []string{"Ana Reyes – meets – United States", "Ana Reyes – meets in – United States"},
	},
	{ // the city itself
		ruleSeat, "Washington hosted the marathon. Paris banned scooters. France and the United States sell cars.",
		nil, []string{"United States – hosts – marathon", "France – bans – scooters"},
	},
	{ // attacked as a city
		ruleSeat, "Rebels shelled Kyiv. Ukraine closed a road.",
		nil, []string{"rebels – shells – Ukraine"},
	},
	{
		ruleVenue, "Ministers gathered in Vienna for the Danube summit.",
		[]string{"Danube summit – takes place in – Vienna"}, nil,
	},
	{ // where it is spoken of
		ruleVenue, "Ministers called in Vienna for the Danube summit.",
		nil, []string{"Danube summit – takes place in – Vienna"},
	},
	{
		rulePartWhole, "The Nordlys Museum is in Lyon. France has many museums.",
		[]string{"Nordlys Museum – is in – France"}, nil,
	},
	{ // said far from where the country is named
		rulePartWhole, "Lyon is in France. Trams stood still.\nThe Nordlys Museum is in Lyon.",
		nil, []string{"Nordlys Museum – is in – France"},
	},
	{ // a country the article does not name
		rulePartWhole, "The Nordlys Museum is in Lyon. Denmark has many museums.",
		nil, []string{"Nordlys Museum – is in – Denmark", "Nordlys Museum – is in – France"},
	},
	{
		ruleGazetteer, "Police closed a bridge in Lyon. France has many bridges.",
		[]string{"Lyon – is in – France"}, nil,
	},
	{
		ruleGazetteer, "The European Parliament voted in Strasbourg. The European Union welcomed the vote.",
		[]string{"European Parliament – is part of – European Union", "European Parliament – is based in – Strasbourg"}, nil,
	},
	{ // named in another paragraph
		ruleGazetteer, "Police closed a bridge in Lyon.\nFrance has many bridges.",
		nil, []string{"Lyon – is in – France"},
	},
	{ // another country is named nearer
		ruleGazetteer, "France summoned Peru's ambassador after police closed a bridge in Lyon.",
		nil, []string{"Lyon – is in – France"},
	},
	{ // places joined
		ruleGazetteer, "Peru and Chile sent water to Lyon and Marseille, France.",
		[]string{"Lyon – is in – France"}, nil,
	},
	{ // the name says it itself, whichever country is nearest
		ruleGazetteer, "Peru fined the Japan Rowing Agency over a race in Chile. Japan was silent.",
		[]string{"Japan Rowing Agency – is of – Japan"}, nil,
	},
	{ // a province is larger than the city that it is called after
		ruleGazetteer, "Police searched Kharkiv Oblast on Monday. Trams in Kharkiv stood still.",
		nil, []string{"Kharkiv Oblast – is in – Kharkiv"},
	},
	{ // named far away
		ruleGazetteer, "Police closed a bridge in Lyon. Trams stood still. It rained. Nobody was hurt. France has many bridges.",
		nil, []string{"Lyon – is in – France"},
	},
	{ // a city in a name
		ruleGazetteer, "The University of Lyon closed on Monday. Trams in Lyon stood still.",
		[]string{"University of Lyon – is based in – Lyon"}, nil,
	},
	{ // an airport lies outside of what it is called after
		ruleGazetteer, "Hamburg Nord Airport closed on Monday. Trams in Hamburg stood still.",
		nil, []string{"Hamburg Nord Airport – is in – Hamburg"},
	},
	{
		rulePartWhole, "Ana Reyes is from Lyon. France has many museums.",
		[]string{"Ana Reyes – is from – France"}, nil,
	},
	{
		ruleOffice, "Marta Rojas, the mayor of Lyon, resigned. France has many mayors.",
		[]string{"Marta Rojas – is mayor in – France"}, nil,
	},
	{ // whose opponent one is is no office
		ruleOffice, "Marta Rojas, an opponent of Lyon, resigned. France has many mayors.",
		nil, []string{"Marta Rojas – is opponent in – France"},
	},
	{ // a body that is only seated there
		ruleOffice, "Marta Rojas, the president of FIFA, resigned in Zurich.",
		nil, []string{"Marta Rojas – is president in – Zurich"},
	},
	{
		ruleRoleHolder, "Ana Reyes was president of Peru until 2010. The leaders of Peru and Chile signed a treaty.",
		nil, []string{"Ana Reyes – signs – treaty"},
	},
	{
		ruleRoleHolder, "Ana Reyes, president of Peru from 2006 to 2010, wrote a book. The leaders of Peru and Chile signed a treaty.",
		nil, []string{"Ana Reyes – signs – treaty"},
	},
	{
		ruleRoleHolder, "The then-president of Peru, Ana Reyes, wrote a book. The leaders of Peru and Chile signed a treaty.",
		nil, []string{"Ana Reyes – signs – treaty"},
	},
	{
		ruleRoleHolder, "Ana Reyes, president of Peru since 2017, wrote a book. The leaders of Peru and Chile signed a treaty.",
		[]string{"Ana Reyes – signs – treaty"}, nil,
	},
	{
		ruleBareOffice, "The airline Nordlys Air plans to open a hotel. Chief executive Ana Reyes told investors that it would open in May.",
		[]string{"Ana Reyes – is chief executive of – Nordlys Air"}, nil,
	},
	{
		ruleBareOffice, "The airline Nordlys Air bought a hotel. The airline Brenta Air sold it. Chief executive Ana Reyes smiled.",
		nil, []string{"Ana Reyes – is chief executive of – Nordlys Air", "Ana Reyes – is chief executive of – Brenta Air"},
	},
	{
		ruleBareOffice, "The airline Nordlys Air bought a hotel.\n\nChief executive Ana Reyes smiled.",
		nil, []string{"Ana Reyes – is chief executive of – Nordlys Air"},
	},
	{
		ruleAward, "The prize for best film went to the Danish director Ana Reyes.",
		[]string{"Ana Reyes – wins – prize"}, nil,
	},
	{
		ruleAward, "The house went to the Danish director Ana Reyes.",
		nil, []string{"Ana Reyes – wins – house"},
	},
	{
		ruleAppointment, "The airline Nordlys Air announced the appointment of Ana Reyes as chief executive on Monday.",
		[]string{"Nordlys Air – appoints – Ana Reyes"}, nil,
	},
	{
		ruleAppointment, "The airline Nordlys Air announced the death of Ana Reyes on Monday.",
		nil, []string{"Nordlys Air – appoints – Ana Reyes"},
	},
	{
		ruleSymmetric, "Peter Brandt met with Maria Costa in Lisbon.",
		[]string{"Maria Costa – meets with – Peter Brandt"}, nil,
	},
	{
		ruleSymmetric, "Peter Brandt met the deadline.",
		nil, []string{"deadline – meets – Peter Brandt"},
	},
}

func TestInference(t *testing.T) {
	for _, row := range inferenceTable {
		facts := extractor.Extract(NewArticle("table", row.text, Meta{})).Facts
		derived, plain := map[string]Fact{}, map[string]Fact{}
		for _, f := range facts {
			edge := f.Subject.Name + " – " + f.Relation.Label + " – " + f.Object.Name
			if f.Rule == row.rule {
				derived[edge] = f
			}
			if isPlain(f) {
				plain[edge] = f
			}
		}
		for _, want := range row.want {
			f, ok := derived[want]
			if !ok {
				t.Errorf("%q: %s is not derived by %s; have\n%s", row.text, want, row.rule, listFacts(facts))
			} else if len(f.DerivedFrom) == 0 && row.rule != ruleGazetteer {
				t.Errorf("%q: %s rests on nothing", row.text, want)
			}
		}
		for _, bad := range row.not {
			if f, ok := plain[bad]; ok {
				t.Errorf("%q: %s must not follow, but does by rule %s", row.text, bad, f.Rule)
			}
		}
	}
}

// FuzzExtract holds for any text what records promise: offsets select the text
// beside them, IDs are unique, derived facts rest on facts, and twice is the same.
func FuzzExtract(f *testing.F) {
	f.Add("The meeting, co-chaired by the leaders of France and Italy, ended. “Good,” said French President Emmanuel Macron.")
	f.Add("")
	f.Add("\xff He said,\"No\".")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		article := NewArticle("fuzz", text, Meta{Published: storyDay})
		x := extractor.Extract(article)
		checkExtraction(t, x)
		var once, twice bytes.Buffer
		if err := NewRecordWriter(&once).Write(x); err != nil {
			t.Fatal(err)
		}
		if err := NewRecordWriter(&twice).Write(extractor.Extract(article)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Errorf("two extractions of %q differ", text)
		}
	})
}

func checkExtraction(t *testing.T, x *Extraction) {
	t.Helper()
	at := func(what string, begin, end int, text string) {
		if begin < 0 || end > len(x.Article.Text) || begin > end || x.Article.Text[begin:end] != text {
			t.Errorf("%s: bytes %d to %d are not %q", what, begin, end, text)
		}
	}
	entities := map[string]bool{}
	for _, e := range x.Entities {
		if entities[e.ID] {
			t.Errorf("entity %s stands twice", e.ID)
		}
		entities[e.ID] = true
		for _, m := range e.Mentions {
			at(e.ID, m.Begin, m.End, m.Text)
		}
	}
	facts := map[string]bool{}
	for _, f := range x.Facts {
		if facts[f.ID] {
			t.Errorf("fact %s stands twice", f.ID)
		}
		facts[f.ID] = true
	}
	for _, f := range x.Facts {
		at(f.ID, f.Sentence.Begin, f.Sentence.End, f.Sentence.Text)
		at(f.ID, f.Subject.Begin, f.Subject.End, f.Subject.Text)
		at(f.ID, f.Object.Begin, f.Object.End, f.Object.Text)
		for _, id := range []string{f.Subject.ID, f.Object.ID} {
			if id != "" && !entities[id] {
				t.Errorf("fact %s names %s, which has no record", f.ID, id)
			}
		}
		for _, id := range f.DerivedFrom {
			if !facts[id] {
				t.Errorf("fact %s rests on %s, which is no fact", f.ID, id)
			}
		}
		if f.Confidence < 0 || f.Confidence > 1 {
			t.Errorf("fact %s has confidence %v", f.ID, f.Confidence)
		}
	}
}

// A fault in one article is an error with its name, and no panic.
func TestAttemptNamesTheArticleOfAFault(t *testing.T) {
	x := &Extractor{} // without models: whatever it reads is a fault
	extraction, _, err := x.Attempt(NewArticle("lund.txt", "Lund left.", Meta{}))
	if extraction != nil || err == nil || !strings.Contains(err.Error(), "lund.txt") {
		t.Errorf("Attempt gave %v, %v; want an error that names lund.txt", extraction, err)
	}
}
