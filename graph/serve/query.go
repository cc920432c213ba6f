package serve

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
	"kg/queries"
)

// queryRows is how many rows of a saved query a page shows, each with its sentence.
const queryRows = 60

// queryView is the page of a saved query: a form for its arguments, and what it
// returns once those are given that it needs.
type queryView struct {
	frame
	queries.Query
	Fields    []field          `json:"-"`
	Asked     bool             `json:"-"`
	Words     string           `json:"problem,omitempty"` // why it has no rows
	Rows      []map[string]any `json:"rows"`
	Truncated bool             `json:"truncated,omitempty"`
	Columns   []string         `json:"columns"`
	Lines     []queryLine      `json:"-"`
	Cayley    string           `json:"-"`
}

// field is an argument of the form.
type field struct {
	queries.Arg
	Value string
}

// Type is the kind of box that a browser shows for it.
func (f field) Type() string {
	if f.Kind == queries.Number {
		return "number"
	}
	return "text"
}

// queryLine is a row as the page shows it.
type queryLine struct {
	Cells    [][]graph.Term // for each column; a cell may have several
	Sentence string
	Article  graph.Term
	Speaker  graph.Term
	Day      string
}

// The columns that cite where a row comes from; they stand below it.
const (
	sentenceColumn  = "sentence"
	articleColumn   = "article"
	publishedColumn = "published"
	speakerColumn   = "speaker"
	becauseColumn   = "because"
)

// query makes the page of the saved query ?name=, run with the other parameters.
func (p *pages) query(ctx context.Context, q url.Values) (any, error) {
	saved, found, err := queries.Lookup(q.Get("name"))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, &problem{http.StatusNotFound, fmt.Sprintf("There is no saved query %q; the start page lists them.", q.Get("name"))}
	}
	view := &queryView{frame: frame{PageTitle: saved.Asks}, Query: saved, Rows: []map[string]any{}, Columns: []string{}, Asked: true}
	args := map[string]string{}
	for _, a := range saved.Args {
		value := strings.TrimSpace(q.Get(a.Name))
		if len(value) > maxText {
			return nil, tooLong
		}
		view.Fields = append(view.Fields, field{a, value})
		if value != "" {
			args[a.Name] = value
		}
		view.Asked = view.Asked && (value != "" || a.Optional)
	}
	if !view.Asked {
		return view, nil
	}
	script, words, err := p.bind(ctx, saved, args)
	if view.Words = words; err != nil || words != "" {
		return view, err
	}
	view.Cayley = uiLink(script)
	return view, p.runSaved(ctx, view, script)
}

// bind is the script with its arguments, or words for who wrote them why not.
func (p *pages) bind(ctx context.Context, saved queries.Query, args map[string]string) (script, words string, err error) {
	var failed error // of the graph, and not of what was written
	args, err = saved.Resolve(args, func(kind queries.Kind, text string) (string, error) {
		id, err := p.identify(ctx, kind, text)
		var one *graph.AmbiguousError
		var other *graph.AmbiguousArticleError
		if err != nil && !errors.As(err, &one) && !errors.As(err, &other) && !errors.Is(err, graph.ErrNotFound) {
			failed = err
		}
		return id, err
	})
	if failed != nil {
		return "", "", failed
	}
	if err == nil {
		script, err = saved.Bind(args)
	}
	if err != nil {
		return "", err.Error(), nil
	}
	return script, "", nil
}

func (p *pages) identify(ctx context.Context, kind queries.Kind, text string) (string, error) {
	if kind == queries.Article {
		article, err := p.graph.FindArticle(ctx, text)
		return article.ID, err
	}
	entity, err := p.graph.FindEntity(ctx, text)
	return entity.IRI, err
}

// runSaved adds the rows of a script.
func (p *pages) runSaved(ctx context.Context, view *queryView, script string) error {
	result, err := p.graph.Query(ctx, script, graph.QueryOptions{Limit: queryRows})
	var wrong *graph.QueryError
	if errors.As(err, &wrong) && ctx.Err() == nil {
		view.Words = wrong.Error()
		return nil
	} else if err != nil {
		return err
	}
	view.Rows, view.Truncated = append(view.Rows, result.Rows...), result.Truncated
	view.Columns = slices.DeleteFunc(graph.Columns(script, result.Rows), func(column string) bool {
		switch column {
		case sentenceColumn, articleColumn, publishedColumn, speakerColumn, becauseColumn:
			return slices.ContainsFunc(result.Rows, func(row map[string]any) bool { return row[sentenceColumn] != nil })
		}
		return false
	})
	return p.graph.View(ctx, func(v *graph.View) error {
		for _, row := range result.Rows {
			line, err := lineOf(ctx, v, view.Columns, row)
			if err != nil {
				return err
			}
			view.Lines = append(view.Lines, line)
		}
		return nil
	})
}

func lineOf(ctx context.Context, v *graph.View, columns []string, row map[string]any) (line queryLine, err error) {
	for _, column := range columns {
		cell, err := termsOf(ctx, v, row[column])
		if err != nil {
			return line, err
		}
		line.Cells = append(line.Cells, cell)
	}
	line.Sentence, _ = row[sentenceColumn].(string)
	if line.Sentence == "" {
		return line, nil
	}
	line.Day, _ = row[publishedColumn].(string)
	for column, term := range map[string]*graph.Term{articleColumn: &line.Article, speakerColumn: &line.Speaker} {
		found, err := termsOf(ctx, v, row[column])
		if err != nil {
			return line, err
		}
		if len(found) > 0 {
			*term = found[0]
		}
	}
	return line, nil
}

// termsOf is a value of a row as a person reads it; the values of a list.
func termsOf(ctx context.Context, v *graph.View, value any) ([]graph.Term, error) {
	switch value := value.(type) {
	case nil:
		return nil, nil
	case string:
		if iri, isIRI := strings.CutPrefix(value, "<"); isIRI && strings.HasSuffix(iri, ">") {
			term, err := v.Term(ctx, strings.TrimSuffix(iri, ">"))
			return []graph.Term{term}, err
		}
		return []graph.Term{{Name: value}}, nil
	case float64:
		return []graph.Term{{Name: strconv.FormatFloat(value, 'f', -1, 64)}}, nil
	case []any:
		var all []graph.Term
		for _, one := range value {
			terms, err := termsOf(ctx, v, one)
			if err != nil {
				return nil, err
			}
			all = append(all, terms...)
		}
		return all, nil
	}
	return []graph.Term{{Name: fmt.Sprint(value)}}, nil
}

// termLink is the page of an IRI; "" for what has none.
func termLink(iri string) string {
	kind, _, _ := strings.Cut(iri, ":")
	switch kind {
	case "kg":
		return entityLink(iri)
	case "rel":
		return relationLink(iri)
	case "fact":
		return statementLink(iri)
	case "article":
		return articleLink(iri)
	}
	return ""
}
