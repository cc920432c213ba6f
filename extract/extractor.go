// Package extract reads articles: who did what to whom, when, where and
// according to whom.
//
// An [Extractor] takes an [Article] through the phases, each of which is a
// function from the result of the one before:
//
//	Article → nlp.Document       tokens, sentences, tags, names   (package nlp)
//	        → []clause.Proposition   what each sentence states        (package clause)
//	        → identity.Resolution    which words mean the same thing  (package identity)
//	        → []Fact                 propositions between things      (facts.go)
//	        → []Fact                 what follows from several        (infer.go)
//
// The result, an [Extraction], is what package graph stores and what
// `kg extract` prints.
package extract

import (
	"fmt"

	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// Version names the rules and models. It changes whenever the same article may
// give other facts, so that a graph knows which of its articles to read again.
const Version = "6"

// Extractor extracts articles. It is safe for concurrent use.
type Extractor struct {
	analyzer *nlp.Analyzer
}

// New loads the models and returns an extractor.
func New() (*Extractor, error) {
	analyzer, err := nlp.New()
	if err != nil {
		return nil, fmt.Errorf("loading the language models: %w", err)
	}
	return &Extractor{analyzer}, nil
}

// Extract returns what the article states. The same article gives the same
// extraction, whatever was extracted before.
func (x *Extractor) Extract(a Article) *Extraction {
	return ExtractDocument(a, x.Analyze(a))
}

// Attempt is [Extractor.Extract], and also returns the analysis that the extraction rests on.
// A fault of the rules that one article brings to light is an error that names the article's
// source, in place of a panic: it loses none of the articles beside it.
func (x *Extractor) Attempt(a Article) (*Extraction, *nlp.Document, error) {
	return AttemptAnalysed(a, func() *nlp.Document { return x.Analyze(a) })
}

// AttemptAnalysed is [Extractor.Attempt] with the analysis that analyse makes of a.Text.
func AttemptAnalysed(a Article, analyse func() *nlp.Document) (extraction *Extraction, doc *nlp.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			extraction, doc = nil, nil
			err = fmt.Errorf("%s: kg failed to read this article (%v): the fault is kg's and not the article's, please report it with the text", a.Source, fault)
		}
	}()
	doc = analyse()
	return ExtractDocument(a, doc), doc, nil
}

// Analyze returns the analysis that the extraction of a rests on.
func (x *Extractor) Analyze(a Article) *nlp.Document { return x.analyzer.Analyze(a.Text) }

// ExtractDocument is [Extractor.Extract] for an article that is analysed
// already; doc.Text must be a.Text.
func ExtractDocument(a Article, doc *nlp.Document) *Extraction {
	props := clause.Extract(doc)
	res := identity.Resolve(doc, props, a.SHA256[:ScopeHex])
	r := resolver{article: a, doc: doc, res: res}
	facts := r.facts(props)
	facts = append(facts, r.infer(facts)...)
	return &Extraction{Article: a, Entities: withOffices(entityRecords(a, doc, res.Entities), facts), Facts: facts}
}

// ScopeHex is how much of an article's hash marks the things that are known in
// it alone ("kg:local_authorities_(1d4975)"): 24 bits, beside the name.
const ScopeHex = 6
