package nlp

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each file of testdata/conllu holds a text and the CoNLL-U it gives.
func TestWriteCoNLLU(t *testing.T) {
	files, err := filepath.Glob("testdata/conllu/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, want := string(archive.Files[0].Data), string(archive.Files[1].Data)
		var got bytes.Buffer
		if err := WriteCoNLLU(&got, "sample", analyzer().Analyze(text)); err != nil {
			t.Fatal(err)
		}
		if os.Getenv("UPDATE_GOLDEN") != "" {
			archive.Files[1].Data = got.Bytes()
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got.String() != want {
			t.Errorf("%s (write it again with UPDATE_GOLDEN=1)\n got\n%s\nwant\n%s", file, got.String(), want)
		}
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWritersReportErrors(t *testing.T) {
	d := analyzer().Analyze("Ships left.")
	if err := WriteCoNLLU(failingWriter{}, "x", d); err == nil {
		t.Error("WriteCoNLLU lost the error")
	}
	if err := WriteIOB2(failingWriter{}, "x", d); err == nil {
		t.Error("WriteIOB2 lost the error")
	}
}

func TestWriteIOB2(t *testing.T) {
	var got bytes.Buffer
	if err := WriteIOB2(&got, "sample", analyzer().Analyze("Ida Berg left Oslo.\nGood.")); err != nil {
		t.Fatal(err)
	}
	want := "# newdoc id = sample\nIda\tB-Person\nBerg\tI-Person\nleft\tO\nOslo\tB-Place\n.\tO\n\nGood\tO\n.\tO\n\n"
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestReadPretokenized(t *testing.T) {
	tests := []struct {
		name, input, text string
		tokens            []string
		sentences         int
	}{
		{"CoNLL-U with spaces, a multiword token and an empty node",
			"# newdoc id = a\n# text = Don't go.\n" +
				"1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tAUX\tVB\t_\t_\t_\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t_\t_\t_\t_\n" +
				"2.1\tever\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t_\t_\t_\t_\n\n" +
				"1\tStay\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
			"Don't go.\nStay", []string{"Do", "n't", "go", ".", "Stay"}, 2},
		{"a multiword token whose words are not its form",
			"1-2\tau\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tà\t_\t_\t_\t_\t_\t_\t_\t_\n2\tle\t_\t_\t_\t_\t_\t_\t_\t_\n3\t!\t_\t_\t_\t_\t_\t_\t_\t_\n",
			"au!", []string{"a", "u", "!"}, 1},
		{"IOB2, the word first", "Ida\tB-PER\nBerg\tI-PER\nleft\tO\n.\tO\n\nGood\tO\n", "Ida Berg left .\nGood", []string{"Ida", "Berg", "left", ".", "Good"}, 2},
		{"IOB2 with numbers and the text", "# newdoc id = a\n# text = Narvik's port\n1\tNarvik\tB-LOC\t-\n2\t's\tO\t-\n3\tport\tO\t-\n",
			"Narvik's port", []string{"Narvik", "'s", "port"}, 1},
		{"a text comment that does not fit is no matter", "# text = Something else\nNarvik O\nport O\n", "Narvik port", []string{"Narvik", "port"}, 1},
		{"the token # is no comment", "# O\n1 O\n", "# 1", []string{"#", "1"}, 1},
		{"Windows line ends and blank lines", "\r\nGood\tO\r\n\r\n\r\n.\tO\r\n", "Good\n.", []string{"Good", "."}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			documents, err := ReadPretokenized(strings.NewReader(tt.input))
			if err != nil || len(documents) != 1 {
				t.Fatalf("%d documents, %v", len(documents), err)
			}
			p := documents[0]
			var tokens []string
			for _, s := range p.Tokens {
				tokens = append(tokens, s.In(p.Text))
			}
			if p.Text != tt.text || !reflect.DeepEqual(tokens, tt.tokens) || len(p.Sentences) != tt.sentences {
				t.Errorf("text %q, tokens %q, %d sentences", p.Text, tokens, len(p.Sentences))
			}
		})
	}
}

func TestReadPretokenizedKeepsDocumentsApart(t *testing.T) {
	documents, err := ReadPretokenized(strings.NewReader("# newdoc id = first\nOne O\n\n# newdoc id = second\nTwo O\n"))
	if err != nil || len(documents) != 2 || documents[0].ID != "first" || documents[1].ID != "second" || documents[1].Text != "Two" {
		t.Errorf("%+v, %v", documents, err)
	}
}

func TestReadPretokenizedSaysWhatIsWrong(t *testing.T) {
	row := func(cells string) string { return cells + strings.Repeat("\t_", 9-strings.Count(cells, "\t")) + "\n" }
	for input, want := range map[string]string{
		row("1\tOne") + "2\tTwo\t_\n":       "line 2: 3 columns, want the 10 of CoNLL-U",
		row("1\tOne") + row("x\tTwo"):       `line 2: bad word number "x"`,
		row("1\tOne") + row("2\t"):          "line 2: word 2 has an empty form",
		"One\tO\n\tO\n":                     "line 2: no token in the first column",
		strings.Repeat("x", maxLine+1) + "": "token too long",
	} {
		if _, err := ReadPretokenized(strings.NewReader(input)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", input, err, want)
		}
	}
}

// What is written can be read again with the same tokens and sentences.
func roundTrip(t *testing.T, d *Document) {
	t.Helper()
	var first bytes.Buffer
	if err := WriteCoNLLU(&first, "x", d); err != nil {
		t.Fatal(err)
	}
	documents, err := ReadPretokenized(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatalf("%v\n%s", err, first.String())
	}
	if len(d.Tokens) == 0 {
		return
	}
	if len(documents) != 1 {
		t.Fatalf("%d documents\n%s", len(documents), first.String())
	}
	again := analyzer().AnalyzePretokenized(documents[0])
	check(t, again)
	if len(again.Tokens) != len(d.Tokens) || len(again.Sentences) != len(d.Sentences) {
		t.Fatalf("%d tokens and %d sentences became %d and %d\n%s",
			len(d.Tokens), len(d.Sentences), len(again.Tokens), len(again.Sentences), first.String())
	}
	for i := range d.Tokens {
		if oneLine(d.Word(i)) != again.Word(i) {
			t.Fatalf("token %d, %q, became %q", i, d.Word(i), again.Word(i))
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, seed := range []string{"Ida Berg can't leave Narvik.\nGood.", "a\xffb", "#", "# newdoc id = x", "1\t2", "_", "''s 's n't", "\ufeffx\u0085y"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { roundTrip(t, analyzer().Analyze(text)) })
}

func FuzzReadPretokenized(f *testing.F) {
	for _, seed := range []string{
		"1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
		"Ida\tB-PER\n\n# newdoc id = x\n# text = Ida\nIda O\n", "1\tx\tO\n", "# O\n", "1-9\tx\t_\t_\t_\t_\t_\t_\t_\t_\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		documents, err := ReadPretokenized(bytes.NewReader(input))
		if err != nil {
			return
		}
		for _, p := range documents {
			check(t, analyzer().AnalyzePretokenized(p))
		}
	})
}
