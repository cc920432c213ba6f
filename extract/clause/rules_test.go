package clause

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kg/extract/nlp"
)

var update = flag.Bool("update", false, "write the propositions found into testdata")

// analyzer loads the models once for all tests.
func analyzer(t testing.TB) *nlp.Analyzer {
	t.Helper()
	a, err := nlp.New()
	if err != nil {
		t.Fatalf("load the models: %v", err)
	}
	return a
}

// TestRules checks the fixtures in testdata/rules, one file a rule, and those in
// testdata/repairs, of sentences that the parser is apt to misread, and
// testdata/modality, of such that do not assert what their words say. Each case is
// a sentence and, below it, every proposition it yields, one a line:
//
//	subject | relation | object {role: circumstance} [modality] (speaker) rule
func TestRules(t *testing.T) {
	a := analyzer(t)
	for _, file := range slices.Concat(fixtures(t, "rules"), fixtures(t, "repairs"), fixtures(t, "modality")) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range archive.Files {
			sentence, want, _ := strings.Cut(string(c.Data), "\n")
			got := describe(a.Analyze(sentence))
			archive.Files[i].Data = []byte(sentence + "\n" + indentless(got) + "\n")
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+c.Name, func(t *testing.T) {
				if want = strings.TrimSpace(want); !*update && got != want {
					t.Errorf("%s\ngot:\n%s\nwant:\n%s", sentence, got, want)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// indentless ends the propositions with a line break, if there are any.
func indentless(propositions string) string {
	if propositions == "" {
		return ""
	}
	return propositions + "\n"
}

// fixtures returns the files in a folder of testdata and fails if there are none.
func fixtures(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures in testdata/%s (%v)", folder, err)
	}
	return files
}

// TestEveryRuleHasFixtures checks that rules and fixture files bear the same
// names, that each file holds a case its rule applies to and one it does not.
func TestEveryRuleHasFixtures(t *testing.T) {
	var names, files []string
	for _, r := range clauseRules {
		names = append(names, r.name)
	}
	for _, r := range phraseRules {
		names = append(names, r.name)
	}
	for _, f := range fixtures(t, "rules") {
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		files = append(files, name)
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		hit, miss := false, false
		for _, c := range archive.Files {
			found := strings.Contains(string(c.Data), " "+name+"\n")
			hit, miss = hit || found, miss || !found
		}
		if !hit || !miss {
			t.Errorf("%s: wants a case where the rule applies (%v) and a near miss (%v)", f, hit, miss)
		}
	}
	slices.Sort(names)
	slices.Sort(files)
	if !slices.Equal(names, files) {
		t.Errorf("rules %v\nfixtures %v", names, files)
	}
}

// TestEveryRepairHasFixtures checks that repairs and fixture files bear the same
// names, that each file holds a case whose tree its repair changes and one that it
// leaves alone.
func TestEveryRepairHasFixtures(t *testing.T) {
	a := analyzer(t)
	files := fixtures(t, "repairs")
	if len(files) != len(repairs) {
		t.Errorf("%d repairs, %d fixture files", len(repairs), len(files))
	}
	for _, r := range repairs {
		archive, err := txtar.ParseFile(filepath.Join("testdata", "repairs", r.name+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		hit, miss := false, false
		for _, c := range archive.Files {
			sentence, _, _ := strings.Cut(string(c.Data), "\n")
			tree := parsedTree(a.Analyze(sentence))
			heads, relations := slices.Clone(tree.head), slices.Clone(tree.full)
			tree.repair(r)
			changed := !slices.Equal(heads, tree.head) || !slices.Equal(relations, tree.full)
			hit, miss = hit || changed, miss || !changed
		}
		if !hit || !miss {
			t.Errorf("%s: wants a case that the repair changes (%v) and a near miss (%v)", r.name, hit, miss)
		}
	}
}

// describe writes the propositions of a document in the notation of the fixtures.
func describe(doc *nlp.Document) string {
	var lines []string
	for _, p := range Extract(doc) {
		var b strings.Builder
		fmt.Fprintf(&b, "%s | %s | %s", doc.TextOf(p.Subject.Tokens), p.Relation.LabelAs(p.Modality), doc.TextOf(p.Object.Tokens))
		for _, c := range p.Context {
			fmt.Fprintf(&b, " {%s: %s}", strings.TrimSpace(c.Bound+" "+c.Role), doc.TextOf(c.Tokens))
		}
		fmt.Fprintf(&b, " [%s]", p.Modality.Kind())
		if p.Speaker != nil {
			fmt.Fprintf(&b, " (%s)", doc.TextOf(p.Speaker.Tokens))
		}
		fmt.Fprintf(&b, " %s", p.Rule)
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "\n")
}
