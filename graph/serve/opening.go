package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"kg/graph"
	"kg/queries"
)

// opening is what Cayley's UI opens with, as a script that sets window.kg: a
// query about the entity that most is stated of, and the saved queries, asked
// about the same where they ask about somebody.
type opening struct {
	Query    string       `json:"query"`
	Saved    []savedQuery `json:"saved"`
	Writable bool         `json:"writable"`
}

// savedQuery is a link of the UI's menu.
type savedQuery struct {
	Name  string `json:"name"` // as words
	Asks  string `json:"asks"`
	About string `json:"about,omitempty"` // names of the entities that it asks about
	Link  string `json:"link"`
}

// openingScript serves the script of the graph as it is now.
func openingScript(s *start, writable bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o := s.opening(r.Context())
		o.Writable = writable
		text, err := json.Marshal(o) // which escapes what would end a script
		if err != nil {
			panic(err) // it is made of strings
		}
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		fmt.Fprintf(w, "window.kg = %s;\n", text)
	})
}

// opening returns what fits the graph. Where the graph cannot be read or holds
// nothing, the UI opens all the same.
func (s *start) opening(ctx context.Context) opening {
	o := opening{Query: "// The graph is empty: kg ingest PATH puts articles in.\ng.V().GetLimit(10)"}
	made, err := s.made(ctx)
	if err != nil {
		s.logf("the query that Cayley's UI opens with: %v", err)
	}
	entities := made.data.Entities
	if len(entities) > 0 {
		o.Query = factsQuery(entities[0].IRI)
	}
	all, err := queries.All()
	if err != nil {
		s.logf("the saved queries: %v", err)
	}
	for _, q := range all {
		if saved, ok := bound(q, entities); ok {
			o.Saved = append(o.Saved, saved)
		}
	}
	return o
}

// bound is a saved query as it asks about the first of the entities; false where
// it asks for something else, or for more of them.
func bound(q queries.Query, entities []graph.Count) (savedQuery, bool) {
	saved := savedQuery{Name: strings.ReplaceAll(q.Name, "-", " "), Asks: q.Asks}
	values := map[string]string{}
	for _, a := range q.Args {
		if a.Optional || a.Default != "" {
			continue
		}
		if a.Kind != queries.Entity || len(entities) == 0 {
			return savedQuery{}, false
		}
		if saved.About != "" {
			saved.About += ", "
		}
		values[a.Name] = entities[0].IRI
		saved.About += entities[0].Name
		entities = entities[1:]
	}
	script, err := q.Bind(values)
	saved.Link = uiLink("// " + q.Asks + "\n" + script)
	return saved, err == nil
}
