package serve

import (
	"net/http"
	"reflect"
)

// graphAnswer is an answer in GraphQL's own form (spec.graphql.org, Response):
// a mistake is no status, and what GraphQL knows nothing of, that lists were
// cut, stands under extensions.
type graphAnswer struct {
	Data       any            `json:"data"`
	Errors     []graphError   `json:"errors,omitempty"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

type graphError struct {
	Message string `json:"message"`
}

func (a *api) serveGraphQL(w http.ResponseWriter, r *http.Request, q request) {
	w.Header().Set("Content-Type", "application/json")
	// One row has everything, so what is to be counted are the lists in it.
	rows, err := a.runSession(r.Context(), a.graph.Handle().QuadStore, q)
	if err != nil {
		writeJSON(w, graphAnswer{Errors: []graphError{{a.explain(err)}}})
		return
	}
	out := graphAnswer{Data: map[string]any{}}
	for _, row := range rows.Result {
		cut := false
		if out.Data, cut = cutLists(row, q.limit); cut {
			out.Extensions = map[string]any{"truncated": true, "limit": q.limit}
		}
	}
	writeJSON(w, out)
}

// cutLists returns v with no list longer than limit, and whether one was. It is
// of maps and of slices of any type, as Cayley makes them.
func cutLists(v any, limit int) (out any, cut bool) {
	if object, ok := v.(map[string]any); ok {
		for name, value := range object {
			var wasCut bool
			object[name], wasCut = cutLists(value, limit)
			cut = cut || wasCut
		}
		return object, cut
	}
	list := reflect.ValueOf(v)
	if list.Kind() != reflect.Slice {
		return v, false
	}
	if list.Len() > limit {
		list, cut = list.Slice(0, limit), true
	}
	items := make([]any, list.Len())
	for i := range items {
		var wasCut bool
		items[i], wasCut = cutLists(list.Index(i).Interface(), limit)
		cut = cut || wasCut
	}
	return items, cut
}
