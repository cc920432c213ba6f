package queries

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"kg/graph"
	"kg/graph/story/told"
)

// The graph that the examples in the headers are about.
const exampleStory = `
article 2025-09-04 Leaders meet in Paris
entity Emmanuel Macron (Person) = Macron
entity Volodymyr Zelensky (Person) = Zelensky
entity Ukraine (Place)
entity Paris (Place)
fact Emmanuel Macron | holds talks with | Volodymyr Zelensky | Macron held talks with Zelensky in Paris. | place=Paris time=2025-09-04
fact Emmanuel Macron | co-chairs | Paris meeting | Macron co-chairs the Paris meeting.
fact Emmanuel Macron | holds position | "French President" | French President Emmanuel Macron spoke first.
fact Emmanuel Macron | says | "Ukraine is safe" | “Ukraine is safe,” said Macron.
fact Ukraine | is | "safe" | “Ukraine is safe,” said Macron. | speaker="Emmanuel Macron" modality=said
entity Vladimir Putin (Person) = Putin
fact Vladimir Putin | meets | Volodymyr Zelensky | Putin met Zelensky, one report said. | speaker="Emmanuel Macron" modality=said
fact Vladimir Putin | does not meet | Volodymyr Zelensky | Putin did not meet Zelensky. | modality=negated
fact Volodymyr Zelensky | may visit | Paris | Zelensky may visit Paris again. | modality=possible
fact Emmanuel Macron | visits | Ukraine | Macron visited Ukraine.
fact Volodymyr Zelensky | defends | Ukraine | Zelensky defends Ukraine.
`

func TestExamplesGiveRows(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no queries are embedded")
	}
	g := told.Graph(t, exampleStory)
	for _, q := range all {
		if len(q.Args) > 0 && q.Example == "" {
			t.Errorf("%s takes arguments and has no example", q.Name)
		}
		rows := ask(t, g, q, strings.ReplaceAll(q.Example, "--arg ", ""))
		if rows == "nothing\n" {
			t.Errorf("%s %s gives nothing on a graph made for it", q.Name, q.Example)
		}
		if !strings.Contains(rows, "sentence: ") && !strings.Contains(rows, "article: ") {
			t.Errorf("%s names neither sentences nor articles:\n%s", q.Name, rows)
		}
	}
}

func TestAllHaveNamesToType(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for i, q := range all {
		if i > 0 && all[i-1].Name >= q.Name {
			t.Errorf("%s stands after %s", q.Name, all[i-1].Name)
		}
		if found, ok, err := Lookup(q.Name); !ok || err != nil || found.Script != q.Script {
			t.Errorf("Lookup(%q) = %v, %v, %v", q.Name, found.Name, ok, err)
		}
		if !strings.Contains(q.Asks, "?") {
			t.Errorf("%s asks %q, which is no question", q.Name, q.Asks)
		}
	}
	if q, ok, _ := Lookup("no-such-query"); ok {
		t.Errorf("Lookup found %v under a name that there is not", q)
	}
}

func TestParseHeader(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"no question", "g.V()", "a first line that says what it asks"},
		{"no script", "// Who?\n", "and a script"},
		{"no help", "// Who?\n// @arg who entity\ng.V()", "@arg NAME KIND  HELP"},
		{"bad name", "// Who?\n// @arg Who! entity  help\ng.V()", "@arg NAME KIND  HELP"},
		{"bad kind", "// Who?\n// @arg who person  help\ng.V()", `no kind "person"`},
		{"bad default", "// Who?\n// @arg n number = ten  help\ng.V()", "not a number"},
		{"unknown mark", "// Who?\n// @args who entity  help\ng.V()", "@arg NAME KIND  HELP"},
		{"two examples", "// Who?\n// @example a=1\n// @example a=2\ng.V()", "only example"},
	} {
		if _, err := Parse(test.name, test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one that says %q", test.name, err, test.want)
		}
	}
	q, err := Parse("q", "// Who did it,\n// and when?\n//\n// @arg who entity  Whom\n// @arg n number = 3  Rows\n// @arg x text?  Any\n// @example who='A B' n=1\n\ng.V(who)\n")
	if err != nil {
		t.Fatal(err)
	}
	got, _ := json.Marshal(q)
	want := `{"name":"q","asks":"Who did it, and when?","args":[` +
		`{"name":"who","kind":"entity","optional":false,"help":"Whom"},` +
		`{"name":"n","kind":"number","optional":true,"default":"3","help":"Rows"},` +
		`{"name":"x","kind":"text","optional":true,"help":"Any"}],` +
		`"example":"--arg who='A B' --arg n=1","script":"g.V(who)"}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestBind(t *testing.T) {
	q := Query{Name: "q", Script: "s", Args: []Arg{
		{Name: "who", Kind: Entity, Optional: true}, {Name: "did", Kind: Relation, Optional: true},
		{Name: "n", Kind: Number, Default: "10", Optional: true}, {Name: "day", Kind: Date, Optional: true},
		{Name: "text", Kind: Text, Optional: true},
	}}
	for _, test := range []struct{ name, value, want string }{
		{"who", "kg:Ana_Ferreira", `var who = "\u003ckg:Ana_Ferreira\u003e";`},
		{"who", "<kg:Ana_Ferreira>", `var who = "\u003ckg:Ana_Ferreira\u003e";`},
		{"who", "Ana Ferreira", `error: who=Ana Ferreira: not an IRI`},
		{"who", "", `error: who=: not an IRI`},
		{"who", `kg:A"); g.V(`, `error: who=kg:A"); g.V(: not an IRI`},
		{"did", "holds talks with", `var did = "\u003crel:holds-talks-with\u003e";`},
		{"did", "rel:meets", `var did = "\u003crel:meets\u003e";`},
		{"did", "<rel:meets>", `var did = "\u003crel:meets\u003e";`},
		{"n", "7", "var n = 7;"},
		{"n", "-7", "error: n=-7: not a number"},
		{"n", "7; g.V()", "error: n=7; g.V(): not a number"},
		{"day", "2025-09", `var day = "2025-09";`},
		{"day", "September", "error: day=September: not a date"},
		{"text", `a"b` + "\n\u2028</script>", `var text = "a\"b\n\u2028\u003c/script\u003e";`},
		{"other", "x", `error: q takes no argument "other"`},
	} {
		script, err := q.Bind(map[string]string{test.name: test.value})
		if err != nil {
			script = "error: " + err.Error()
		}
		if !strings.Contains(script, test.want) {
			t.Errorf("%s=%q gives\n%s\nwant %s", test.name, test.value, script, test.want)
		}
	}
	if _, err := (Query{Name: "q", Args: []Arg{{Name: "who", Kind: Entity, Help: "Whom"}}}).Bind(nil); err == nil {
		t.Error("a missing argument is no error")
	}
}

// FuzzBind: whatever a text is, the script sees it, and nothing else happens.
func FuzzBind(f *testing.F) {
	for _, seed := range []string{"", "a", `"`, `\`, "\n", "\u2028", "*/", "</script>", "\x00", `"; g.Emit({v: 1}); "`, "${x}", "`"} {
		f.Add(seed)
	}
	g, err := graph.Open(f.Context(), filepath.Join(f.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { g.Close() })
	q := Query{Name: "q", Args: []Arg{{Name: "text", Kind: Text}}, Script: "g.Emit({v: text})"}
	f.Fuzz(func(t *testing.T, text string) {
		script, err := q.Bind(map[string]string{"text": text})
		if err != nil {
			t.Fatal(err)
		}
		result, err := g.Query(t.Context(), script, graph.QueryOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var want string // what is not UTF-8 is replaced
		if j, err := json.Marshal(text); err != nil || json.Unmarshal(j, &want) != nil {
			t.Fatal(err)
		}
		if len(result.Rows) != 1 || result.Rows[0]["v"] != want {
			t.Errorf("%q arrives as %q", text, result.Rows)
		}
	})
}
