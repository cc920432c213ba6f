package clause

import (
	"reflect"
	"testing"

	"kg/extract/nlp"
)

// text mixes what the grammar has to get through: quotations over sentences,
// brackets, lists, headlines, broken marks, other scripts.
const text = `Ministers from Chad (and Mali) met in Oslo on 3 May 2021, the envoy said.
“We are ready,” said Chad's foreign minister Idris Mahamat. “Nobody will stop us. Nobody.”
According to the Red Cross, the storm, which hit the coast on Monday, killed at least 15 people – among them four children –, and left 2,000 homeless; no one was blamed.
BREAKING: "The dam holds, he claimed.
)) and , but “ ” which that who to not. É ça va 你好 “
She wanted the court to free him, if asked, though she'd said – she said – that he lied.`

// FuzzExtract checks what holds of the propositions of any text.
func FuzzExtract(f *testing.F) {
	a := analyzer(f)
	f.Add(text)
	f.Add("")
	f.Add("said")
	f.Add("she will be number 4")
	f.Add("lund.LU:went")
	f.Add("\"\"\"'' ''")
	f.Add("to to be to is to")
	f.Add("He, who, which, that and said, \xff\xfe he.")
	f.Fuzz(func(t *testing.T, text string) {
		doc := a.Analyze(text)
		list := Extract(doc)
		for _, p := range list {
			checkProposition(t, doc, p)
		}
		if again := Extract(doc); !reflect.DeepEqual(list, again) {
			t.Errorf("not the same twice: %q", text)
		}
	})
}

// checkProposition checks ranges, heads, confidence and modality.
func checkProposition(t *testing.T, doc *nlp.Document, p Proposition) {
	t.Helper()
	if p.Sentence < 0 || p.Sentence >= len(doc.Sentences) {
		t.Fatalf("sentence %d of %d", p.Sentence, len(doc.Sentences))
	}
	checkArgument(t, doc, p.Subject)
	if !p.Object.None() {
		checkArgument(t, doc, p.Object)
	}
	if p.Speaker != nil {
		checkArgument(t, doc, *p.Speaker)
	}
	for _, c := range p.Context {
		checkArgument(t, doc, c.Argument)
		if !c.Tokens.Contains(c.Argument.Tokens) || c.Role == "" {
			t.Errorf("context %+v", c)
		}
	}
	own := doc.Sentences[p.Sentence].Tokens
	for k, i := range p.Relation.Tokens {
		if !own.Has(i) || k > 0 && i <= p.Relation.Tokens[k-1] {
			t.Errorf("relation tokens %v in sentence %v", p.Relation.Tokens, own)
		}
	}
	if p.Relation.Base == "" || p.Relation.Label == "" || p.Rule == "" {
		t.Errorf("a name is missing: %+v", p)
	}
	if p.Confidence <= 0 || p.Confidence > 1 {
		t.Errorf("confidence %v", p.Confidence)
	}
	if _, ok := strength[p.Modality.Kind()]; !ok {
		t.Errorf("modality %q", p.Modality)
	}
}

// checkArgument checks that an argument lies in one sentence, unless it is a
// quotation, and that its head is one of its tokens.
func checkArgument(t *testing.T, doc *nlp.Document, a Argument) {
	t.Helper()
	r := a.Tokens
	if r.First < 0 || r.Len() <= 0 || r.End > len(doc.Tokens) {
		t.Fatalf("tokens %v of %d", r, len(doc.Tokens))
	}
	if !r.Has(a.Head) {
		t.Errorf("head %d outside %v", a.Head, r)
	}
	first, last := doc.Sentences[doc.SentenceOf(r.First)], doc.Sentences[doc.SentenceOf(r.End-1)]
	if a.Kind == Quotation && last.Paragraph < first.Paragraph {
		t.Errorf("quotation %v ends before it begins", r)
	}
	if a.Kind != Quotation && first.Tokens != last.Tokens {
		t.Errorf("argument %v runs over sentences", r)
	}
}

// TestExtractNothing checks that an empty document yields nothing.
func TestExtractNothing(t *testing.T) {
	if list := Extract(&nlp.Document{}); len(list) != 0 {
		t.Errorf("%d propositions of nothing", len(list))
	}
}

// TestLabel checks how a relation reads under each modality.
func TestLabel(t *testing.T) {
	for _, c := range []struct {
		base string
		m    Modality
		want string
	}{
		{"co-chair", Asserted, "co-chairs"},
		{"co-chair", Said, "co-chairs"},
		{"co-chair", Negated, "does not co-chair"},
		{"carry out", Possible, "may carry out"},
		{"be president of", Asserted, "is president of"},
		{"be president of", Negated, "is not president of"},
		{"be", Negated, "is not"},
		{"sign", Future, "will sign"},
		{"sign", Conditional, "would sign"},
		{"sign", Question, "may or may not sign"},
	} {
		if got := Label(c.base, c.m); got != c.want {
			t.Errorf("Label(%q, %s) = %q, want %q", c.base, c.m, got, c.want)
		}
	}
}
