package graph

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ExportedFact is a statement on a line of its own.
type ExportedFact struct {
	ID         string       `json:"id"`
	Subject    ExportedTerm `json:"subject"`
	Relation   ExportedTerm `json:"relation"`
	Object     ExportedTerm `json:"object,omitzero"`
	Asserted   bool         `json:"asserted"` // the article asserts it; else it is only said
	Modality   string       `json:"modality,omitempty"`
	Speaker    string       `json:"speaker,omitempty"` // IRI
	Confidence float64      `json:"confidence"`
	Sentence   string       `json:"sentence"`
	Article    string       `json:"article"`
	Title      string       `json:"title,omitempty"`
	Published  string       `json:"published,omitempty"`

	ReprintedIn []string `json:"reprinted_in,omitempty"` // articles, copies of this one, that have it too
}

// ExportedTerm is an entity or a relation with its name, or a value.
type ExportedTerm struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name"`
	Type string `json:"type,omitempty"`
}

// ExportFacts writes the statements that pass a filter as JSON Lines, article
// by article, and returns how many. Memory does not grow with the graph.
func (g *Graph) ExportFacts(ctx context.Context, w io.Writer, f Selection) (facts int, err error) {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	err = g.EachFact(ctx, f, func(fact ExportedFact) error {
		facts++
		return enc.Encode(fact)
	})
	if err = cmp.Or(err, out.Flush()); err != nil {
		return facts, fmt.Errorf("exporting, after %d facts: %w", facts, err)
	}
	return facts, nil
}

// EachFact yields the statements that pass a filter, article by article, each
// sorted. An error of yield ends it.
func (g *Graph) EachFact(ctx context.Context, f Selection, yield func(ExportedFact) error) error {
	return g.reading(ctx, func(r *reader) error {
		return r.eachArticle(ctx, f, func(a *articleFacts) error {
			for _, s := range a.facts {
				if err := yield(a.exported(s)); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func (a *articleFacts) exported(s *factRow) ExportedFact {
	return ExportedFact{
		ID: s.id, Subject: a.term(s.subject), Relation: a.term(s.relation), Object: a.term(s.object), Asserted: s.asserted,
		Modality: s.modality, Speaker: s.speaker, Confidence: s.confidence, Sentence: s.sentence,
		Article: a.id, Title: a.title, Published: a.published, ReprintedIn: s.reprintedIn,
	}
}

func (a *articleFacts) term(id string) ExportedTerm {
	if text, err := strconv.Unquote(id); err == nil {
		return ExportedTerm{Name: text}
	}
	name := a.names[id]
	if name == "" {
		name = strings.ReplaceAll(strings.TrimPrefix(id, prefixRelation), "-", " ")
	}
	return ExportedTerm{ID: id, Name: name, Type: a.types[id]}
}
