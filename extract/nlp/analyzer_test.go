package nlp

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// analyzer is shared by the tests: loading the models takes time.
var analyzer = sync.OnceValue(func() *Analyzer {
	a, err := New()
	if err != nil {
		panic(err)
	}
	return a
})

func TestTags(t *testing.T) {
	tests := []string{
		"The/DT meeting/NN ,/, co-chaired/VBN by/IN Norway/NNP ,/, aimed/VBD to/TO end/VB the/DT dispute/NN ./.",
		"Storms/NNS damaged/VBD the/DT bridge/NN built/VBN by/IN prisoners/NNS ./.",
		"He/PRP went/VBD to/IN Oslo/NNP to/TO see/VB the/DT minister/NN ./.",
		"The/DT attack/NN killed/VBD at/IN least/JJS 15/CD people/NNS ./.",
		"German/JJ troops/NNS left/VBD ./.",
		"She/PRP has/VBZ often/RB visited/VBN it/PRP ./.",
		"“/`` We/PRP are/VBP ready/JJ ,/, ”/'' said/VBD Berg/NNP ./.",
		"It/PRP is/VBZ a/DT long/JJ -/HYPH term/NN plan/NN [/-LRB- 2/CD ]/-RRB- ./.",
		"The/DT ministers/NNS '/POS talks/NNS ended/VBD ./.",
		"Nobody/NN laughed/VBD 😢/NFP ./.",
		"Write/VB to/TO ida.berg@narvex.example/ADD for/IN MinutesOfMay.pdf/NN ./.",
	}
	for _, want := range tests {
		d := analyzer().Analyze(untagged(want))
		var got []string
		for i, token := range d.Tokens {
			got = append(got, d.Word(i)+"/"+token.XPOS)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, " "), want)
		}
	}
}

// untagged returns the text of a tagged sentence.
func untagged(tagged string) string {
	var words []string
	for word := range strings.FieldsSeq(tagged) {
		words = append(words, word[:strings.LastIndexByte(word, '/')])
	}
	text := strings.Join(words, " ")
	for _, glue := range []string{" ,", " .", " ”", " -", "- ", " ]", " '"} {
		text = strings.ReplaceAll(text, glue, strings.TrimSpace(glue))
	}
	for _, glue := range []string{"“ ", "[ "} {
		text = strings.ReplaceAll(text, glue, strings.TrimSpace(glue))
	}
	return text
}

func TestUniversalParts(t *testing.T) {
	tests := []string{
		"She/PRON has/AUX not/PART said/VERB that/SCONJ she/PRON will/AUX go/VERB ./PUNCT",
		"There/PRON are/VERB two/NUM ships/NOUN in/ADP Bergen/PROPN ./PUNCT",
		"He/PRON was/AUX happy/ADJ because/SCONJ it/PRON ended/VERB ./PUNCT",
		"This/PRON is/AUX what/PRON they/PRON did/VERB ./PUNCT",
	}
	for _, want := range tests {
		d := analyzer().Analyze(untagged(want))
		var got []string
		for i, token := range d.Tokens {
			got = append(got, d.Word(i)+"/"+token.UPOS)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, " "), want)
		}
	}
}

// Each word with its relation and its head, 0 for the root as in CoNLL-U.
func TestHeads(t *testing.T) {
	tests := []string{
		"The|det|ship ship|nsubj|carried carried|root|0 grain|obj|carried .|punct|carried",
		"Storms|nsubj|damaged damaged|root|0 the|det|bridge bridge|obj|damaged built|acl|bridge by|case|prisoners prisoners|obl:agent|built .|punct|damaged",
		"She|nsubj|said said|root|0 that|mark|leave he|nsubj|leave would|aux|leave leave|ccomp|said Oslo|obj|leave .|punct|said",
		"The|det|mayor mayor|nsubj|happy of|case|Narvik Narvik|nmod|mayor is|cop|happy happy|root|0 .|punct|happy",
		"The|det|port port|nsubj:pass|closed was|aux:pass|closed closed|root|0 .|punct|closed",
	}
	for _, line := range tests {
		var words []string
		for field := range strings.FieldsSeq(line) {
			words = append(words, strings.SplitN(field, "|", 2)[0])
		}
		d := analyzer().Analyze(strings.ReplaceAll(strings.Join(words, " "), " .", "."))
		var got []string
		for i, token := range d.Tokens {
			head := "0"
			if token.Head >= 0 {
				head = d.Word(token.Head)
			}
			got = append(got, d.Word(i)+"|"+token.Rel+"|"+head)
		}
		if strings.Join(got, " ") != line {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, " "), line)
		}
	}
}

// names returns the names of d as "Type: text" in text order.
func names(d *Document) []string {
	var got []string
	for _, n := range d.Names {
		got = append(got, fmt.Sprintf("%s: %s", n.Type, d.TextOf(n.Tokens)))
	}
	return got
}

func TestNames(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"French President Emmanuel Macron met Ida Berg in Narvik on Thursday.",
			[]string{"Person: Emmanuel Macron", "Person: Ida Berg", "Place: Narvik", "Date: Thursday"}},
		{"US Special Envoy Tom Reed flew from Berlin to kyiv.",
			[]string{"Place: US", "Person: Tom Reed", "Place: Berlin", "Place: kyiv"}},
		{"The University of Tromsø and the Bank of England signed the Treaty of Lisbon.",
			[]string{"Organization: University of Tromsø", "Organization: Bank of England", "Law: Treaty of Lisbon"}},
		{`Leaders of the"Circle of Friends," which has 30 members, met.`,
			[]string{"Work: Circle of Friends", "Quantity: 30 members"}},
		{"Ukrainians and Germans crossed German territory.", []string{"Group: Ukrainians", "Group: Germans"}},
		{"It cost $1.4bn, or five to six million euros, up 3.5 per cent.",
			[]string{"Money: $1.4bn", "Money: five to six million euros", "Quantity: 3.5 per cent"}},
		{"The talks began at 2:00 PM (12:00 GMT) and ended late last month, not three days ago.",
			[]string{"Date: 2:00 PM", "Date: 12:00 GMT", "Date: late last month", "Date: three days ago"}},
		{"On 4 September 2025, in 2014, since the 1990s and on Monday, 3 March, it rained.",
			[]string{"Date: 4 September 2025", "Date: 2014", "Date: 1990s", "Date: Monday, 3 March"}},
		{"The Thames River rose after Hurricane Ida.", []string{"Place: Thames River", "Event: Hurricane Ida"}},
		{"Mr. Vrbnik said so. Vrbnik then left.", []string{"Person: Vrbnik", "Person: Vrbnik"}},
		{"He runs Harbour Steel Corp. and may march in May.", []string{"Organization: Harbour Steel Corp.", "Date: May"}},
		{"He left Narvex Works, Inc. of Oslo. Nordlys, LLC was sold.",
			[]string{"Organization: Narvex Works, Inc.", "Place: Oslo", "Organization: Nordlys, LLC"}},
		{"Finance minister Kim Min-ho met Lena Holm in St. Olaf's Square.",
			[]string{"Person: Kim Min-ho", "Person: Lena Holm", "Place: St. Olaf's Square"}},
		{"Norway beat Hungary 2–0 in a Boeing 737-800.", []string{"Place: Norway", "Place: Hungary", "Thing: Boeing 737-800"}},
		{"The Berg-led party won.", []string{"Thing: Berg"}},
		{"The president of Peru Ana Reyes left Oslo.", []string{"Place: Peru", "Person: Ana Reyes", "Place: Oslo"}},
		{"The two leaders and one child left.", nil},
	}
	for _, tt := range tests {
		if got := names(analyzer().Analyze(tt.text)); strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%s\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

func TestAnalyzeNothing(t *testing.T) {
	for _, text := range []string{"", " \n\t "} {
		d := analyzer().Analyze(text)
		if len(d.Tokens)+len(d.Sentences)+len(d.Names) != 0 || d.Text != text {
			t.Errorf("%q: %+v", text, d)
		}
	}
}

func TestAnalyzeIsTheSameInParallel(t *testing.T) {
	const text = "Ida Berg, the mayor of Narvik, said on Monday that 300 ships had left Bodø. “Why?” she asked."
	want := analyzer().Analyze(text)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := analyzer().Analyze(text); !reflect.DeepEqual(got, want) {
				t.Error("another document from the same text")
			}
		})
	}
	wait.Wait()
}

// The assembly makes it fast, and no more.
func TestAnalyzeIsTheSameWithoutAssembly(t *testing.T) {
	plain := *analyzer()
	plain.network = plain.network.Portable()
	text := benchText(600) + strings.Repeat("It rained, ", 100)
	if want, got := plain.Analyze(text), analyzer().Analyze(text); !reflect.DeepEqual(got, want) {
		t.Error("another document with the assembly")
	}
}

// check fails unless d keeps what its type promises.
func check(t *testing.T, d *Document) {
	t.Helper()
	at := 0
	for i, token := range d.Tokens {
		if token.Begin < at || token.End <= token.Begin || token.End > len(d.Text) {
			t.Fatalf("token %d is %v after byte %d of %d", i, token.Span, at, len(d.Text))
		}
		if gap := d.Text[at:token.Begin]; strings.TrimFunc(gap, isSpace) != "" {
			t.Fatalf("%q before token %d is in no token", gap, i)
		}
		if token.XPOS == "" || token.UPOS == "" || token.Lemma == "" {
			t.Fatalf("token %d, %q: %+v", i, d.Word(i), token)
		}
		at = token.End
	}
	checkTrees(t, d)
	if strings.TrimFunc(d.Text[at:], isSpace) != "" {
		t.Fatalf("%q at the end is in no token", d.Text[at:])
	}
	next := 0
	for i, s := range d.Sentences {
		if s.Tokens.First != next || s.Tokens.Len() <= 0 || s.Span != d.Span(s.Tokens) {
			t.Fatalf("sentence %d is %+v, want its tokens to start at %d", i, s, next)
		}
		next = s.Tokens.End
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
	next = 0
	for i, n := range d.Names {
		if n.Tokens.First < next || n.Tokens.Len() <= 0 || n.Tokens.End > len(d.Tokens) || n.Type == "" {
			t.Fatalf("name %d is %+v after token %d", i, n, next)
		}
		if s := d.Sentences[d.SentenceOf(n.Tokens.First)]; !s.Tokens.Contains(n.Tokens) {
			t.Fatalf("name %d, %q, leaves its sentence", i, d.TextOf(n.Tokens))
		}
		next = n.Tokens.End
	}
}

// checkTrees fails unless the heads of every sentence are a tree: one word is
// the root, and the way up from each other one ends there.
func checkTrees(t *testing.T, d *Document) {
	t.Helper()
	for _, s := range d.Sentences {
		roots := 0
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			token := d.Tokens[i]
			if token.Head < 0 {
				roots++
			} else if !s.Tokens.Has(token.Head) {
				t.Fatalf("the head of token %d, %d, is outside its sentence %v", i, token.Head, s.Tokens)
			}
			if (token.Head < 0) != (token.Rel == "root") || token.Rel == "" {
				t.Fatalf("token %d has the head %d and the relation %q", i, token.Head, token.Rel)
			}
			steps := 0
			for at := i; at >= 0; at = d.Tokens[at].Head {
				if steps++; steps > s.Tokens.Len() {
					t.Fatalf("token %d is above itself", i)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("the sentence %v has %d roots", s.Tokens, roots)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{
		"", "French President Emmanuel Macron met Ida Berg.", `the"Circle of Friends," which`, "’s 's n't cannot",
		"$1.4bn — 2:00 PM (12:00 GMT) late last month", "a\xffb\xc3", "Jr., of the", "\u200d\u0301'", "www.@.a a@b.c", "X7-12c's US-led al-Assad",
		"\"'“‘\"'", "The Prime Minister of", "al-", "five to six million", "PARIS (Agency) —\r\nX", "It came late", "\u200bIt \u200e\u2060came",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, analyzer().Analyze(text)) })
}
