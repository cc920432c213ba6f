package nlp

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"kg/data"
	"kg/extract/nlp/internal/depparse"
	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/postag"
)

// Analyzer turns text into documents. It holds the models, is not changed
// after [New] returns it, and may be used by several goroutines at once.
type Analyzer struct {
	splitter *perceptron.Model
	tagger   *postag.Tagger
	parser   *depparse.Parser
}

// New loads the models, side by side. The error names the model that cannot be
// loaded.
func New() (*Analyzer, error) {
	names := [...]string{"xpos", "upos", "parser", "splitter"}
	var models [len(names)]*perceptron.Model
	var errs [len(names)]error
	var wait sync.WaitGroup
	for i, name := range names {
		wait.Go(func() { models[i], errs[i] = loadModel(name) })
	}
	wait.Wait()
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	parser, err := depparse.New(models[2])
	if err != nil {
		return nil, fmt.Errorf("load the parser model: %w", err)
	}
	return &Analyzer{models[3], postag.New(models[0], models[1]), parser}, nil
}

func loadModel(name string) (*perceptron.Model, error) {
	file, err := data.Model(name)
	if err != nil {
		return nil, fmt.Errorf("load the %s model: %w", name, err)
	}
	model, err := perceptron.Read(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("load the %s model: %w", name, err)
	}
	return model, nil
}

// Analyze analyses text. Any bytes are accepted; where text is not valid UTF-8
// every bad byte is a token of its own.
func (a *Analyzer) Analyze(text string) *Document {
	spans := tokenize(text)
	sides := quoteSides(text, spans)
	return a.analyze(text, spans, sides, splitSentences(text, spans, sides, a.splitter))
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
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.In(text)
	}
	seen := countCasing(words, sides, sentences)
	for _, s := range sentences {
		r := s.Tokens
		t := tagging{words: words[r.First:r.End], sides: sides[r.First:r.End], seen: seen, glued: glued(spans, r)}
		a.tagSentence(&t)
		a.parse(d, spans, r, &t)
	}
	d.Names = findNames(d, sides, seen)
	return d
}

// parse fills in the tokens of a sentence that has been tagged.
func (a *Analyzer) parse(d *Document, spans []Span, r Range, t *tagging) {
	heads, rels := make([]int, r.Len()), make([]string, r.Len())
	a.parser.Parse(t.words, t.tags, t.parts, heads, rels)
	for i, xpos := range t.tags {
		head := -1
		if heads[i] >= 0 {
			head = r.First + heads[i]
		}
		d.Tokens[r.First+i] = Token{Span: spans[r.First+i], XPOS: xpos, UPOS: t.parts[i], Head: head, Rel: rels[i]}
	}
	for i, word := range t.words {
		d.Tokens[r.First+i].Lemma = lemmaOf(d, r.First+i, word)
	}
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
