package nlp

import (
	"fmt"

	"github.com/jdkato/prose/v3/tag"
)

// Analyzer turns text into documents. It holds the models, is not changed
// after [New] returns it, and may be used by several goroutines at once.
type Analyzer struct {
	tagger *tag.Tagger
}

// New loads the models.
func New() (*Analyzer, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, fmt.Errorf("load the part-of-speech model: %w", err)
	}
	return &Analyzer{tagger: tagger}, nil
}

// Analyze analyses text. Any bytes are accepted; where text is not valid UTF-8
// every bad byte is a token of its own.
func (a *Analyzer) Analyze(text string) *Document {
	spans := tokenize(text)
	sides := quoteSides(text, spans)
	return a.analyze(text, spans, sides, splitSentences(text, spans, sides))
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
		tagSentence(a.tagger, &t)
		for i, xpos := range t.tags {
			at := r.First + i
			d.Tokens[at] = Token{spans[at], xpos, t.upos(i), LemmaOf(words[at], xpos)}
		}
	}
	d.Names = findNames(d, sides, seen)
	return d
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
