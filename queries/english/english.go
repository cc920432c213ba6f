// Package english answers questions in English from the graph.
//
// A question goes through three phases, each of which is a function from the
// result of the one before:
//
//	text → Question   what is asked: a clause with a gap (read.go, clause.go)
//	     → answers    the statements that fill the gap (match.go and the forms of questions)
//	     → Reply      ranked, cited, and as Gizmo (answer.go, explain.go)
//
// A question is read by its own grammar, over the words and the verbs that the
// graph has relations of, and not by the statistical analysis that articles go
// through: that is trained on statements, takes the verb of "did the 5.2
// earthquake hit Puerto Rico" for a noun, and takes longer to load than a
// question may take to answer.
//
// Statements fit softly. A relation fits one that says the same
// (data.RelationSynonyms), or that the graph itself shows to (learn.go), in the
// active or the passive; a phrase of the
// question fits an entity by any of its names, or by its head word where the
// rest stands in the sentence. Each step that is not literal costs something,
// and what costs too much is no answer: nothing is better than something wrong.
package english

import (
	"context"
	"fmt"
	"strings"

	"kg/graph"
)

// Reply is the answer to a question.
type Reply struct {
	Question string   `json:"question"`
	Gizmo    string   `json:"gizmo"`   // a script that finds the same statements
	Answers  []Answer `json:"answers"` // the best first; none where the graph does not say

	Understood string   `json:"-"` // the question as it was read, for people
	Notes      []string `json:"-"` // what was assumed: a misspelt name
}

// Answer is one answer and what it rests on.
type Answer struct {
	ID       string     `json:"id,omitempty"` // of an entity
	Name     string     `json:"name"`
	Value    string     `json:"value,omitempty"` // where it is no entity: a date, an amount, a quotation
	Score    float64    `json:"score"`           // 0–1: how well its best statement fits and how sure that is
	Evidence []Evidence `json:"evidence"`        // the best first, each before what it follows from
}

// Evidence is a statement that an answer rests on.
type Evidence struct {
	Fact      string `json:"fact"`
	Article   string `json:"article"`
	Sentence  string `json:"sentence"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Speaker   string `json:"speaker,omitempty"` // who says so, where the article only reports it

	ReprintedIn []string `json:"reprinted_in,omitempty"` // articles, copies of this one, that state it too

	from []string // statements it follows from
}

// NotUnderstoodError says that a text is no question that can be read.
type NotUnderstoodError struct{ Text, Reason string }

func (e *NotUnderstoodError) Error() string {
	return fmt.Sprintf("%q is not understood: %s", e.Text, e.Reason)
}

// maxQuestion bounds a question, in bytes: more is no question.
const maxQuestion = 1000

// Ask answers a question from the graph. What cannot be read as a question is
// a [*NotUnderstoodError]; what the graph does not say has a reply without
// answers.
func Ask(ctx context.Context, g *graph.Graph, text string) (*Reply, error) {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > maxQuestion {
		return nil, &NotUnderstoodError{shortened(text), fmt.Sprintf("it has more than %d characters", maxQuestion)}
	}
	var reply *Reply
	err := g.View(ctx, func(v *graph.View) error {
		s, err := newSearch(ctx, v)
		if err != nil {
			return err
		}
		q, err := read(text, verbs{s.isVerb, s.isPhrase})
		if err != nil {
			return err
		}
		reply, err = s.reply(q)
		return err
	})
	return reply, err
}

func shortened(text string) string {
	const shown = 60
	if runes := []rune(text); len(runes) > shown {
		return string(runes[:shown]) + "…"
	}
	return text
}
