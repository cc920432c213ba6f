package graph

import (
	"bufio"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/nlp"
	"kg/graph/sqlstore"
)

// statement is the production "statement" of N-Quads with the newline that ends
// it, https://www.w3.org/TR/n-quads/#sec-grammar, narrowed to what is written
// here: one space between terms, the label and the dot.
var statement = func() *regexp.Regexp {
	const (
		hex    = `[0-9A-Fa-f]`
		uchar  = `\\u` + hex + `{4}|\\U` + hex + `{8}`
		iriref = `<(?:[^\x00-\x20<>"{}|^` + "`" + `\\]|` + uchar + `)*>`
		first  = `A-Za-z0-9_:\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{2FF}\x{370}-\x{37D}\x{37F}-\x{1FFF}\x{200C}\x{200D}\x{2070}-\x{218F}` +
			`\x{2C00}-\x{2FEF}\x{3001}-\x{D7FF}\x{F900}-\x{FDCF}\x{FDF0}-\x{FFFD}\x{10000}-\x{EFFFF}`
		rest    = first + `\x{B7}\x{300}-\x{36F}\x{203F}\x{2040}-`
		bnode   = `_:[` + first + `](?:[.` + rest + `]*[` + rest + `])?`
		text    = `"(?:[^\x22\x5C\x0A\x0D]|\\[tbnrf"'\\]|` + uchar + `)*"`
		lang    = `@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*`
		literal = text + `(?:\^\^` + iriref + `|` + lang + `)?`
	)
	return regexp.MustCompile(`^(?:` + iriref + `|` + bnode + `) ` + iriref + ` (?:` + iriref + `|` + bnode + `|` + literal + `)` +
		`(?: (?:` + iriref + `|` + bnode + `))? \.\n$`)
}()

func line(t testing.TB, q quad.Quad) string {
	t.Helper()
	var b strings.Builder
	w := bufio.NewWriter(&b)
	if err := errors.Join(writeQuad(w, q), w.Flush()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLines(t *testing.T) {
	iri := func(s string) quad.Value { return quad.IRI(s) }
	for _, test := range []struct {
		object, label quad.Value
		want          string
	}{
		{iri("kg:B"), iri("article:x"), `<kg:A> <rel:b> <kg:B> <article:x> .`},
		{iri("kg:Évora_(city)"), nil, `<kg:A> <rel:b> <kg:Évora_(city)> .`},
		{iri("kg:a b<c>\"{d}|^`\\"), nil, `<kg:A> <rel:b> <kg:a\u0020b\u003Cc\u003E\u0022\u007Bd\u007D\u007C\u005E\u0060\u005C> .`},
		{iri("\n\x00"), nil, `<kg:A> <rel:b> <\u000A\u0000> .`},
		{quad.BNode("n1"), nil, `<kg:A> <rel:b> _:n1 .`},
		{quad.String(`say "hi"`), nil, `<kg:A> <rel:b> "say \"hi\"" .`},
		{quad.String("a\nb\rc\td\\"), nil, `<kg:A> <rel:b> "a\nb\rc` + "\t" + `d\\" .`},
		{quad.String("\u2028\u00a0\x7f"), nil, "<kg:A> <rel:b> \"\u2028\u00a0\x7f\" ."},
		{quad.String("not UTF-8: \xff"), nil, "<kg:A> <rel:b> \"not UTF-8: \ufffd\" ."},
		{quad.String(""), nil, `<kg:A> <rel:b> "" .`},
		{quad.LangString{Value: "Évora", Lang: "pt-PT"}, nil, `<kg:A> <rel:b> "Évora"@pt-PT .`},
		{quad.TypedString{Value: "2025-06-02", Type: xsdDate}, nil, `<kg:A> <rel:b> "2025-06-02"^^<xsd:date> .`},
		{decimal(0.79), nil, `<kg:A> <rel:b> "0.79"^^<xsd:decimal> .`},
		{quad.Int(-5), nil, `<kg:A> <rel:b> "-5"^^<xsd:integer> .`},
		{quad.Bool(true), nil, `<kg:A> <rel:b> "True"^^<xsd:boolean> .`},
	} {
		got := line(t, quad.Quad{Subject: iri("kg:A"), Predicate: iri("rel:b"), Object: test.object, Label: test.label})
		if got != test.want+"\n" {
			t.Errorf("got  %swant %s", got, test.want)
		}
		if !statement.MatchString(got) {
			t.Errorf("not a statement of N-Quads: %s", got)
		}
	}
}

// What the graph holds reads back as it was written.
func TestExportReadsBack(t *testing.T) {
	g := openGraph(t)
	all := articles(t, sharedStory)
	put(t, g, all)
	want, err := Quads(all[2]) // the first source of its article
	for _, i := range []int{1, 3} {
		more, moreErr := Quads(all[i])
		want, err = append(want, more...), errors.Join(err, moreErr)
	}
	if err != nil {
		t.Fatal(err)
	}
	exported := export(t, g)
	got, err := quad.ReadAll(nquads.NewReader(strings.NewReader(exported), false))
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(got, compareQuads)
	slices.SortFunc(want, compareQuads)
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%v\nwant:\n%v", got, want)
	}
	other := openGraph(t)
	if _, err := other.store.Replace(t.Context(), sqlstore.Change{Add: got}); err != nil {
		t.Fatal(err)
	}
	if again := export(t, other); again != exported {
		t.Errorf("exported, read and exported again:\n%s\nwant:\n%s", again, exported)
	}
}

// FuzzQuads: whatever the names, words and addresses of an article are, its
// quads are statements of N-Quads, and Cayley reads them as they were.
func FuzzQuads(f *testing.F) {
	f.Add("article:a", "kg:A", "rel:b", "words", "https://news.example/?a=b")
	f.Add("article:<", "kg:a b", "rel:\x00", "\xff\n\"", "ftp://{x}")
	f.Add("article:é", "kg:`", "rel:%20", "\\u0020", " ")
	f.Fuzz(func(t *testing.T, article, entity, relation, words, url string) {
		article = prefixArticle + article
		x := &extract.Extraction{
			Article:  extract.Article{ID: article, Title: words, URL: url, Author: entity, Text: words},
			Entities: []extract.Entity{{ID: entity, Name: words, Aliases: []string{relation}}},
			Facts: []extract.Fact{{
				ID: "fact:" + words, Subject: extract.Argument{ID: entity}, Object: extract.Argument{Value: words, Type: nlp.Date},
				Relation: extract.Relation{ID: relation, Label: words}, Modality: clause.Asserted, Rule: words, Confidence: 1.0 / 3,
				Sentence: extract.Passage{Text: words, End: len(words)},
				Context:  []extract.Context{{Role: words, ID: entity}, {Role: relation, Value: words}},
			}},
		}
		quads, err := Quads(x)
		if (err != nil) != (entity == "" || relation == "") {
			t.Fatalf("entity %q, relation %q: %v", entity, relation, err)
		}
		for _, q := range quads {
			text := line(t, q)
			if !statement.MatchString(text) {
				t.Fatalf("not a statement of N-Quads: %q", text)
			}
			back, err := nquads.Parse(strings.TrimSuffix(text, "\n"))
			if err != nil || back != q {
				t.Fatalf("%q reads back as %#v, %v", text, back, err)
			}
		}
	})
}

// FuzzSafeIRI: what goes into an IRI comes out legal, and legal IRIs as they are.
func FuzzSafeIRI(f *testing.F) {
	for _, seed := range []string{"kg:A", "kg:a b", "<>", "\xff", "é%", "\\u0020", "\x7f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		iri := string(safeIRI(s))
		if !utf8.ValidString(iri) || strings.ContainsAny(iri, " <>\"{}|^`\\\n\x00") {
			t.Errorf("%q gives %q", s, iri)
		}
		if again := string(safeIRI(iri)); again != iri {
			t.Errorf("%q gives %q, and that %q", s, iri, again)
		}
		if isSafeIRI(s) && iri != s {
			t.Errorf("%q is legal and becomes %q", s, iri)
		}
	})
}
