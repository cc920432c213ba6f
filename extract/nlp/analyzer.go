package nlp

import (
	"fmt"
	"strings"
	"sync"

	"kg/data"
	"kg/extract/nlp/internal/neural"
	"kg/extract/nlp/internal/perceptron"
)

// Analyzer turns text into documents. It holds the models, is not changed
// after [New] returns it, and may be used by several goroutines at once.
type Analyzer struct {
	splitter *perceptron.Model
	network  *neural.Network
}

// New loads the models, side by side. The error names the model that cannot be
// loaded.
func New() (*Analyzer, error) {
	var a Analyzer
	var splitterErr, networkErr error
	var wait sync.WaitGroup
	wait.Go(func() { a.splitter, splitterErr = perceptron.Read(strings.NewReader(data.Splitter)) })
	wait.Go(func() { a.network, networkErr = neural.Read(data.Network) })
	wait.Wait()
	if splitterErr != nil {
		return nil, fmt.Errorf("load the sentence splitter: %w", splitterErr)
	}
	if networkErr != nil {
		return nil, fmt.Errorf("load the network: %w", networkErr)
	}
	return &a, nil
}

// Analyze analyses text. Any bytes are accepted; where text is not valid UTF-8 every
// bad byte is a token of its own.
func (a *Analyzer) Analyze(text string) *Document {
	furniture := furnitureOf(text)
	read := unwrappedBetween(text, furniture)
	spans := tokenize(read)
	sides := quoteSides(read, spans)
	sentences := splitSentences(text, read, spans, sides, a.splitter)
	markFurniture(sentences, furniture)
	return a.analyze(text, spans, sides, sentences)
}

// AnalyzePretokenized analyses a text whose tokens and sentences are given and
// keeps them.
func (a *Analyzer) AnalyzePretokenized(p Pretokenized) *Document {
	sentences := make([]Sentence, len(p.Sentences))
	for i, r := range p.Sentences {
		sentences[i] = Sentence{
			Span:      Span{p.Tokens[r.First].Begin, p.Tokens[r.End-1].End},
			Tokens:    r,
			Paragraph: i,
		}
	}
	return a.analyze(p.Text, p.Tokens, quoteSides(p.Text, p.Tokens), sentences)
}

func (a *Analyzer) analyze(text string, spans []Span, sides []quoteSide, sentences []Sentence) *Document {
	d := &Document{Text: text, Tokens: make([]Token, len(spans)), Sentences: sentences}
	words := wordsOf(text, spans)
	findDatelines(words, sentences)
	parts := parsedParts(sentences)
	seen := countCasing(words, sides, parts)
	read := emphasisAsQuotes(words, spans, sentences)
	said := make([]neural.Word, len(words))
	for _, u := range parts {
		r := u.Range
		a.read(read[r.First:r.End], said[r.First:r.End])
		t := tagging{words: words[r.First:r.End], sides: sides[r.First:r.End], seen: seen, glued: glued(spans, r)}
		t.correct(said[r.First:r.End])
		correctTree(words[r.First:r.End], said[r.First:r.End])
		d.fill(r, spans, said)
	}
	d.hangDatelines(parts)
	labels := make([]string, len(said))
	for i, w := range said {
		labels[i] = w.Name
	}
	d.Names = findNames(d, sides, seen, labels)
	return d
}

// fill sets the tokens of a sentence to what the network says of them.
func (d *Document) fill(r Range, spans []Span, said []neural.Word) {
	for i := r.First; i < r.End; i++ {
		w, head := said[i], -1
		if w.Head >= 0 {
			head = r.First + w.Head
		}
		d.Tokens[i] = Token{Span: spans[i], XPOS: w.XPOS, UPOS: w.UPOS, Head: head, Rel: w.Rel, Sure: w.Sure}
	}
	for i := r.First; i < r.End; i++ {
		d.Tokens[i].Lemma = lemmaOf(d, i, d.Word(i))
	}
}

// wordsOf returns the text of each span.
func wordsOf(text string, spans []Span) []string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.In(text)
	}
	return words
}

// glued reports for each token in r whether it follows the one before it
// without white space.
func glued(spans []Span, r Range) []bool {
	flags := make([]bool, r.Len())
	for i := range flags {
		at := r.First + i
		flags[i] = at > 0 && spans[at-1].End == spans[at].Begin
	}
	return flags
}
