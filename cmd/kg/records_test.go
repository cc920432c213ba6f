package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaOf returns one definition of testdata/records.schema.json.
func schemaOf(t *testing.T, definition string) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/records.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("records.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("records.schema.json#/$defs/" + definition)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, text []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return schema.Validate(value)
}

// kg runs kg in this process and returns its standard output.
func kg(t *testing.T, wantExit int, args ...string) []byte {
	t.Helper()
	var out, problems bytes.Buffer
	if code := run(t.Context(), append([]string{"kg"}, args...), strings.NewReader(""), &out, &problems); code != wantExit {
		t.Fatalf("kg %s: exit code %d, want %d: %s", strings.Join(args, " "), code, wantExit, &problems)
	}
	return out.Bytes()
}

// passage is a place in a record that quotes the article.
type passage struct {
	Begin, End int
	Text       string
}

// quoting is all of a record that quotes the article.
type quoting struct {
	Kind, ID, Article string
	Source            string // of an article record
	Bytes             int    `json:"text_bytes"`
	Mentions, Context []passage
	Sentence          *passage
	Subject, Object   *passage
	Derived           []string `json:"derived_from"`
}

func (q quoting) passages() []passage {
	all := append(append([]passage{}, q.Mentions...), q.Context...)
	for _, p := range []*passage{q.Sentence, q.Subject, q.Object} {
		if p != nil {
			all = append(all, *p)
		}
	}
	return all
}

func TestRecords(t *testing.T) {
	for _, pattern := range []string{"../../data/articles/*.txt", "../../../shared/data/gold/*.txt"} {
		t.Run(filepath.Base(filepath.Dir(pattern)), func(t *testing.T) {
			files, err := filepath.Glob(pattern)
			if err != nil {
				t.Fatal(err)
			}
			if len(files) == 0 {
				t.Skipf("no articles at %s", pattern)
			}
			checkRecords(t, files)
		})
	}
}

// checkRecords checks that every record of the files has the form of the
// schema, that its offsets select its words, and that it names only articles
// and facts that are there.
func checkRecords(t *testing.T, files []string) {
	schema := schemaOf(t, "record")
	lines := bytes.Split(bytes.TrimSpace(kg(t, exitDone, append([]string{"extract", "--format", "jsonl"}, files...)...)), []byte("\n"))
	texts := map[string]string{} // by article
	ids := map[string]bool{}
	var records []quoting
	kinds := map[string]int{}
	for _, line := range lines {
		if err := validate(t, schema, line); err != nil {
			t.Fatalf("%s\n%v", line, err)
		}
		var record quoting
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatal(err)
		}
		if record.Kind == "article" {
			texts[record.ID] = readText(t, record)
		}
		kinds[record.Kind]++
		ids[record.ID] = true
		records = append(records, record)
	}
	if kinds["article"] != len(files) || kinds["entity"] < len(files) || kinds["fact"] < len(files) {
		t.Errorf("%v of %d files", kinds, len(files))
	}
	for _, record := range records {
		for _, p := range record.passages() {
			text := texts[record.Article]
			if p.Begin > p.End || p.End > len(text) || text[p.Begin:p.End] != p.Text {
				t.Errorf("%s of %s: bytes %d to %d are not %q", record.ID, record.Article, p.Begin, p.End, p.Text)
			}
		}
		for _, id := range record.Derived {
			if !ids[id] {
				t.Errorf("%s is derived from %s, which is not there", record.ID, id)
			}
		}
	}
}

func readText(t *testing.T, article quoting) string {
	t.Helper()
	text, err := os.ReadFile(article.Source)
	if err != nil {
		t.Fatal(err)
	}
	if len(text) != article.Bytes {
		t.Errorf("%s has %d bytes, the record says %d", article.Source, len(text), article.Bytes)
	}
	return string(text)
}

func TestRecordsOfLines(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lines.txt")
	if err := os.WriteFile(file, []byte("Ana Pereira met Jonas Lindqvist.\n\nShe did not visit Oslo.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	schema := schemaOf(t, "record")
	for line := range bytes.Lines(kg(t, exitDone, "extract", "--per-line", "--format", "jsonl", file)) {
		if err := validate(t, schema, line); err != nil {
			t.Errorf("%s\n%v", line, err)
		}
		if !bytes.Contains(line, []byte(`"line":`)) {
			t.Errorf("no line number: %s", line)
		}
	}
}

// TestTheSchemaRefuses keeps the schema from allowing anything.
func TestTheSchemaRefuses(t *testing.T) {
	const entity = `{"kind":"entity","id":"kg:A","article":"article:a-1","type":"Person","name":"A","aliases":[],"mentions":[{"begin":0,"end":1,"text":"A","form":"name"}]}`
	schema := schemaOf(t, "record")
	if err := validate(t, schema, []byte(entity)); err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"Person"`, `"Robot"`},
		{`"kg:A"`, `"A"`},
		{`"form":"name"`, `"form":"verb"`},
		{`"begin":0`, `"begin":-1`},
		{`"begin":0,`, ``},
		{`"aliases":[],`, ``},
		{`"aliases":[]`, `"aliases":[],"wikidata":"Q1"`},
		{`"kind":"entity"`, `"kind":"thing"`},
	} {
		text := strings.Replace(entity, change[0], change[1], 1)
		if err := validate(t, schema, []byte(text)); err == nil {
			t.Errorf("accepted: %s", text)
		}
	}
}

func TestAnswers(t *testing.T) {
	folder := t.TempDir()
	article := filepath.Join(folder, "a.txt")
	if err := os.WriteFile(article, []byte("Ana Pereira met Jonas Lindqvist in Lisbon.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(folder, "kg.db")
	kg(t, exitDone, "--db", db, "ingest", article)
	schema := schemaOf(t, "answer")
	for _, query := range []string{`g.V().All()`, `g.V().Count()`, `g.V("<kg:Nobody>").All()`, `[1, "a", {b: 2}]`} {
		if err := validate(t, schema, kg(t, exitDone, "--db", db, "query", "--format", "json", query)); err != nil {
			t.Errorf("%s: %v", query, err)
		}
	}
}
