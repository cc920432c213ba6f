package graph

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"kg/graph/sqlstore"
)

// The cases of the W3C's syntax tests for N-Quads and N-Triples
// (https://www.w3.org/TR/rdf11-testcases/), in words of our own: what each line
// holds, as it is exported, or "" where the line is to be refused.
var syntaxCases = []struct{ name, line, want string }{
	{"IRIs", `<kg:A> <rel:b> <kg:C> <article:x> .`, `<kg:A> <rel:b> <kg:C> <article:x> .`},
	{"no label", `<kg:A> <rel:b> <kg:C> .`, `<kg:A> <rel:b> <kg:C> <kg:curation> .`},
	{"a blank node for a label", `<kg:A> <rel:b> <kg:C> _:g .`, `<kg:A> <rel:b> <kg:C> _:g .`},
	{"no space that is not needed", `<kg:A><rel:b>"c"<article:x>.`, `<kg:A> <rel:b> "c" <article:x> .`},
	{"no space after a blank node", `_:a<rel:b>_:c.`, `_:a <rel:b> _:c <kg:curation> .`},
	{"tabs and spaces", "\t<kg:A>\t \t<rel:b>  <kg:C>\t.\t ", `<kg:A> <rel:b> <kg:C> <kg:curation> .`},
	{"a comment behind", `<kg:A> <rel:b> <kg:C> . # <kg:D>`, `<kg:A> <rel:b> <kg:C> <kg:curation> .`},
	{"a comment in a text is none", `<kg:A> <rel:b> "c # d" .`, `<kg:A> <rel:b> "c # d" <kg:curation> .`},
	{"a numeric escape of four digits in an IRI", `<http://a/\u00e9> <rel:b> <kg:C> .`, `<http://a/é> <rel:b> <kg:C> <kg:curation> .`},
	{"a numeric escape of eight digits in an IRI", `<http://a/\U0001F600> <rel:b> <kg:C> .`, `<http://a/😀> <rel:b> <kg:C> <kg:curation> .`},
	{"every mark an IRI may hold", `<scheme:!$%25&'()*+,-./0123456789:/@ABC?abc=~#x;[]> <rel:b> <kg:C> .`, `<scheme:!$%25&'()*+,-./0123456789:/@ABC?abc=~#x;[]> <rel:b> <kg:C> <kg:curation> .`},
	{"an escaped space in an IRI", `<kg:A\u0020B> <rel:b> <kg:C> .`, `<kg:A\u0020B> <rel:b> <kg:C> <kg:curation> .`},
	{"a relative IRI", `<alice> <follows> <bob> .`, `<alice> <follows> <bob> <kg:curation> .`}, // refused by the W3C's cases; see parseLine
	{"an empty text", `<kg:A> <rel:b> "" .`, `<kg:A> <rel:b> "" <kg:curation> .`},
	{"single quotes in a text", `<kg:A> <rel:b> "x''y'" .`, `<kg:A> <rel:b> "x''y'" <kg:curation> .`},
	{"every escape", `<kg:A> <rel:b> "\t\b\n\r\f\"\'\\" .`, "<kg:A> <rel:b> \"\t\b\\n\\r\f\\\"'\\\\\" <kg:curation> ."},
	{"numeric escapes in a text", `<kg:A> <rel:b> "\u006F\U0001F600" .`, `<kg:A> <rel:b> "o😀" <kg:curation> .`},
	{"control characters in a text", "<kg:A> <rel:b> \"\x00\x01\x1f\x7f\" .", "<kg:A> <rel:b> \"\x00\x01\x1f\x7f\" <kg:curation> ."},
	{"text of every length in UTF-8", `<kg:A> <rel:b> "aé東😀" .`, `<kg:A> <rel:b> "aé東😀" <kg:curation> .`},
	{"a backslash before what looks like an escape", `<kg:A> <rel:b> "a\\u0062" .`, `<kg:A> <rel:b> "a\\u0062" <kg:curation> .`},
	{"a language", `<kg:A> <rel:b> "c"@en <article:x> .`, `<kg:A> <rel:b> "c"@en <article:x> .`},
	{"a language with a region", `<kg:A> <rel:b> "c"@pt-BR-x1 .`, `<kg:A> <rel:b> "c"@pt-BR-x1 <kg:curation> .`},
	{"a datatype", `<kg:A> <rel:b> "2025-06-02"^^<xsd:date> .`, `<kg:A> <rel:b> "2025-06-02"^^<xsd:date> <kg:curation> .`},
	{"a number with leading zeros", `<kg:A> <rel:b> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .`, `<kg:A> <rel:b> "007"^^<http://www.w3.org/2001/XMLSchema#integer> <kg:curation> .`},
	{"a double as it is written", `<kg:A> <rel:b> "0.79"^^<xsd:double> .`, `<kg:A> <rel:b> "0.79"^^<xsd:double> <kg:curation> .`},
	{"a number that is none", `<kg:A> <rel:b> "many"^^<xsd:integer> .`, `<kg:A> <rel:b> "many"^^<xsd:integer> <kg:curation> .`},
	{"blank nodes with digits, dots and letters", `_:1a <rel:b> _:a.b-c·é:d. `, `_:1a <rel:b> _:a.b-c·é:d <kg:curation> .`},

	{"a space in an IRI", `<kg:A B> <rel:b> <kg:C> .`, ""},
	{"a character escape in an IRI", `<kg:A\n> <rel:b> <kg:C> .`, ""},
	{"a numeric escape that is too short", `<kg:A\u00e> <rel:b> <kg:C> .`, ""},
	{"a long numeric escape that is too short", `<kg:A\U000000e> <rel:b> <kg:C> .`, ""},
	{"half a character by its number", `<kg:A> <rel:b> "\uD83D" .`, ""},
	{"a number beyond Unicode", `<kg:A> <rel:b> "\U00110000" .`, ""},
	{"a letter that escapes nothing", `<kg:A> <rel:b> "\a" .`, ""},
	{"a brace in an IRI", `<kg:{A}> <rel:b> <kg:C> .`, ""},
	{"an empty IRI", `<> <rel:b> <kg:C> .`, ""},
	{"a text for a subject", `"a" <rel:b> <kg:C> .`, ""},
	{"a text for a predicate", `<kg:A> "b" <kg:C> .`, ""},
	{"a blank node for a predicate", `<kg:A> _:b <kg:C> .`, ""},
	{"a text for a label", `<kg:A> <rel:b> <kg:C> "x" .`, ""},
	{"no object", `<kg:A> <rel:b> .`, ""},
	{"no dot", `<kg:A> <rel:b> <kg:C>`, ""},
	{"five terms", `<kg:A> <rel:b> <kg:C> <article:x> <kg:D> .`, ""},
	{"two objects", `<kg:A> <rel:b> <kg:C>, <kg:D> .`, ""},
	{"two statements on a line", `<kg:A> <rel:b> <kg:C> . <kg:A> <rel:b> <kg:D> .`, ""},
	{"@prefix", `@prefix : <http://a/> .`, ""},
	{"@base", `@base <http://a/> .`, ""},
	{"a number without quotes", `<kg:A> <rel:b> 1 .`, ""},
	{"a text in single quotes", `<kg:A> <rel:b> 'c' .`, ""},
	{"a text in three quotes", `<kg:A> <rel:b> """c""" .`, ""},
	{"a text that is not closed", `<kg:A> <rel:b> "c .`, ""},
	{"a quote that closes too much", `<kg:A> <rel:b> "c"" .`, ""},
	{"a language of digits", `<kg:A> <rel:b> "c"@1 .`, ""},
	{"a language that ends with a dash", `<kg:A> <rel:b> "c"@en- .`, ""},
	{"a datatype without brackets", `<kg:A> <rel:b> "c"^^xsd:date .`, ""},
	{"a language and a datatype", `<kg:A> <rel:b> "c"@en^^<xsd:string> .`, ""},
	{"a blank node without a name", `_: <rel:b> <kg:C> .`, ""},
	{"a blank node that begins with a dash", `_:-a <rel:b> <kg:C> .`, ""},
	{"bytes that are not UTF-8", "<kg:A> <rel:b> \"\xff\" .", ""},
	{"a byte order mark within", "<kg:A> \uFEFF<rel:b> <kg:C> .", ""},
	{"no-break space between terms", "<kg:A>\u00a0<rel:b> <kg:C> .", ""},
}

func TestSyntax(t *testing.T) {
	for _, test := range syntaxCases {
		q, found, err := parseLine([]byte(test.line))
		if test.want == "" {
			var wrong *lineError
			if !errors.As(err, &wrong) || wrong.reason == "" || wrong.column < 1 || wrong.column > len(test.line)+1 {
				t.Errorf("%s: %q is taken for %v, %v", test.name, test.line, q, err)
			}
			continue
		}
		if err != nil || !found {
			t.Errorf("%s: %q is refused: %v", test.name, test.line, err)
			continue
		}
		if q.Label == nil {
			q.Label = kgCuration
		}
		if got := line(t, q); got != test.want+"\n" {
			t.Errorf("%s:\ngot  %swant %s", test.name, got, test.want)
		}
	}
}

func TestReasons(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{`<kg:A> <rel:b> .`, `column 16: the object should begin here, an IRI <…>, a blank node _:… or a literal "…"; here is '.'`},
		{`<kg:A> <rel:b> "é" "x" .`, `column 20: the label must be an IRI <…> or a blank node _:…`},
		{`<kg:A> <rel:b> <kg:C>`, `column 22: the label should begin here, an IRI <…> or a blank node _:…; here is the end of the line`},
		{`<kg:A> <rel:b> "c`, `column 16: what opens here is never closed with "`},
		{`<kg:A> <rel:b> <kg:C> . x`, `column 25: after the dot that ends a statement is 'x'`},
		{`<kg:A> <rel:b> "\x" .`, `column 17: no escape begins so`},
	} {
		if _, _, err := parseLine([]byte(test.line)); err == nil || err.Error() != test.want {
			t.Errorf("%s\ngot  %v\nwant %s", test.line, err, test.want)
		}
	}
}

func TestLineEnds(t *testing.T) {
	g := openGraph(t)
	text := "\uFEFF# a comment\r\n\n<kg:A> <rel:b> \"1\" .\r<kg:A> <rel:b> \"2\" . # more\n\r\n  \n<kg:A> <rel:b> \"3\" ."
	got, err := g.Import(t.Context(), io.MultiReader(strings.NewReader(text[:17]), strings.NewReader(text[17:]))) // cut between CR and LF
	if err != nil || got != (Imported{Quads: 3, Added: 3}) {
		t.Errorf("%+v, %v", got, err)
	}
	_, err = g.Import(t.Context(), strings.NewReader("# one\r\n# two\r# three\n\nfour"))
	var wrong *SyntaxError
	if !errors.As(err, &wrong) || wrong.Line != 5 || wrong.Column != 1 {
		t.Errorf("line ends are miscounted: %v", err)
	}
}

// What is before a line that is wrong is in the graph, and the count is right.
func TestImportStopsAtWhatIsWrong(t *testing.T) {
	for name, test := range map[string]struct {
		input io.Reader
		want  string
	}{
		"syntax":           {strings.NewReader("<kg:A> <rel:b> \"1\" .\n<kg:A> <rel:b> \"2\" .\n<kg:A>\n<kg:A> <rel:b> \"4\" .\n"), "line 3, column 7: "},
		"broken off":       {io.MultiReader(strings.NewReader("<kg:A> <rel:b> \"1\" .\n<kg:A> <rel:b> \"2\" .\n"), failingReader{}), "broke off at line 3: disk full"},
		"truncated gzip":   {bytes.NewReader(gzipped(t, "<kg:A> <rel:b> \"1\" .\n<kg:A> <rel:b> \"2\" .\n<kg:A>")[:60]), "broke off at line"},
		"a line too long":  {io.MultiReader(strings.NewReader("<kg:A> <rel:b> \"1\" .\n<kg:A> <rel:b> \"2\" .\n"), io.LimitReader(endless{}, maxLine+10)), "line 3: it is longer than 64 MiB"},
		"gzip in its name": {strings.NewReader("\x1f\x8bno"), "it begins as gzip does, but is none"},
	} {
		g := openGraph(t)
		got, err := g.Import(t.Context(), test.input)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
		if n := strings.Count(export(t, g), "\n"); n != got.Quads || n != got.Added {
			t.Errorf("%s: %d quads are in the graph; Import says %+v", name, n, got)
		}
		if name != "truncated gzip" && name != "gzip in its name" && got.Quads != 2 {
			t.Errorf("%s: %+v, want the 2 quads before it", name, got)
		}
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errDisk }

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func gzipped(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); errors.Join(err, z.Close()) != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Batches end where articles end, and what another reader sees are whole
// articles; a label that goes on for ever is cut all the same.
func TestImportBatches(t *testing.T) {
	g := openGraph(t)
	var sizes []int
	g.store = countingStore{g.store, &sizes}
	const article = importQuads/2 + 1
	var text strings.Builder
	for i, label := range []string{"article:a", "article:b", "article:c", "article:d", "article:d", "article:d", "article:d", "article:d", "article:d"} {
		for j := range article {
			fmt.Fprintf(&text, "<kg:A> <rel:b> \"%d\" <%s> .\n", i*article+j, label)
		}
	}
	got, err := g.Import(t.Context(), strings.NewReader(text.String()))
	if err != nil || got.Quads != 9*article || got.Added != got.Quads {
		t.Fatalf("%+v, %v", got, err)
	}
	if want := fmt.Sprint([]int{2 * article, 2 * importQuads, 7*article - 2*importQuads}); fmt.Sprint(sizes) != want {
		t.Errorf("batches of %v quads, want %s", sizes, want)
	}
}

// What is exported is imported as it was, whatever the graph holds, and to
// import it again changes nothing.
func TestExportImportExport(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		g := openGraph(t)
		var quads []quad.Quad
		for range 1 + random.IntN(200) {
			quads = append(quads, randomQuad(random))
		}
		if _, err := g.store.Replace(t.Context(), sqlstore.Change{Add: quads}); err != nil {
			t.Fatal(err)
		}
		want := export(t, g)
		other := openGraph(t)
		for i, input := range []io.Reader{strings.NewReader(want), bytes.NewReader(gzipped(t, want))} {
			got, err := other.Import(t.Context(), input)
			if err != nil || got.Quads != strings.Count(want, "\n") || got.Added != got.Quads*(1-i) {
				t.Fatalf("import %d: %+v, %v", i+1, got, err)
			}
			if again := export(t, other); again != want {
				t.Fatalf("import %d: exported, imported and exported again:\n%s\nwant:\n%s", i+1, again, want)
			}
		}
	}
}

func randomQuad(random *rand.Rand) quad.Quad {
	node := func() quad.Value {
		if random.IntN(5) == 0 {
			return quad.BNode([]string{"b1", "b.2", "c-·é"}[random.IntN(3)])
		}
		return quad.IRI("kg:" + randomText(random))
	}
	q := quad.Quad{Subject: node(), Predicate: quad.IRI("rel:" + randomText(random)), Label: node()}
	switch text := quad.String(randomText(random)); random.IntN(8) {
	case 0:
		q.Object = node()
	case 1:
		q.Object = quad.LangString{Value: text, Lang: []string{"en", "pt-BR"}[random.IntN(2)]}
	case 2:
		q.Object = quad.TypedString{Value: text, Type: quad.IRI("kg:type" + randomText(random))}
	case 3:
		q.Object = quad.TypedString{Value: "0" + quad.String(fmt.Sprint(random.IntN(50))), Type: "xsd:integer"}
	case 4:
		q.Object = quad.Int(random.IntN(1000) - 500)
	case 5:
		q.Object = quad.Float(random.NormFloat64())
	case 6:
		q.Object = quad.Time(time.Unix(random.Int64N(1<<32), 0).UTC())
	default:
		q.Object = text
	}
	return q
}

// randomText makes texts of what is awkward, few enough to come again.
func randomText(random *rand.Rand) string {
	pieces := []string{"", "a", "Évora", " ", "\"", "\\", "\\u0041", "\n", "\r", "\t", "<", ">", "{", "\x00", "\x7f", "😀", "\u2028", "\uFFFD", "#", "^^", "@en", ".", "東"}
	text := ""
	for range random.IntN(4) {
		text += pieces[random.IntN(len(pieces))]
	}
	return text
}

// An imported article is known by its ID: it replaces itself when it is put.
func TestPutAfterImport(t *testing.T) {
	source, g := openGraph(t), openGraph(t)
	all := articles(t, sharedStory)
	put(t, source, all)
	want := export(t, source)
	if _, err := g.Import(t.Context(), strings.NewReader(want)); err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		if status, err := g.Status(t.Context(), x.Article); status != New || err != nil {
			t.Errorf("%s: %v, %v; no source of it is known", x.Article.Source, status, err)
		}
	}
	if c := put(t, g, all[1:2])[0]; c.Status != Unchanged {
		t.Errorf("an article that was imported as it is: %+v", c)
	}
	if c := put(t, g, all[:1])[0]; c.Status != Changed { // by another author
		t.Errorf("an article that was imported otherwise: %+v", c)
	}
	put(t, g, all)
	if got := export(t, g); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	for i, c := range put(t, g, all) {
		if c.Status != Unchanged {
			t.Errorf("%s, put again: %+v", all[i].Article.Source, c)
		}
	}
}

// FuzzImport: whatever a line holds, it is refused with its place, or it is
// written as N-Quads that are read as the same again.
func FuzzImport(f *testing.F) {
	for _, test := range syntaxCases {
		f.Add(test.line)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, found, err := parseLine([]byte(text))
		var wrong *lineError
		if errors.As(err, &wrong) {
			if wrong.column < 1 || wrong.column > len(text)+1 {
				t.Fatalf("%q: wrong at column %d", text, wrong.column)
			}
			return
		}
		if err != nil || !found {
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		written := line(t, q)
		if !statement.MatchString(written) {
			t.Fatalf("%q is written %q, which is no N-Quads", text, written)
		}
		back, found, err := parseLine([]byte(strings.TrimSuffix(written, "\n")))
		if err != nil || !found || back != q {
			t.Fatalf("%q is written %q and read as %#v, not %#v (%v)", text, written, back, q, err)
		}
	})
}

// countingStore notes how many quads each transaction of a loader adds.
type countingStore struct {
	store
	sizes *[]int
}

func (c countingStore) Loader() (sqlstore.Loader, error) {
	loader, err := c.store.Loader()
	return countingLoader{loader, c.sizes}, err
}

type countingLoader struct {
	sqlstore.Loader
	sizes *[]int
}

func (c countingLoader) Add(ctx context.Context, quads []quad.Quad) (sqlstore.Counts, error) {
	*c.sizes = append(*c.sizes, len(quads))
	return c.Loader.Add(ctx, quads)
}
