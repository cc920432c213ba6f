package graph

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Found is an entity that a search found.
type Found struct {
	Entity
	Match string `json:"match"`          // the name that was found
	Near  bool   `json:"near,omitempty"` // only by allowing for misspelling
}

// searchAll is more names than the store looks at for one search.
const searchAll = 1 << 20

// Search returns up to limit entities, 0 for all that are found, that have a
// name with, for every word of the text, a word that begins with it, case and
// accents aside; where there is none, those with words that are spelt almost
// so. Whole names come first, then those of whom most is known. None is no
// error.
func (g *Graph) Search(ctx context.Context, text string, limit int) ([]Found, error) {
	var found []Found
	err := g.reading(ctx, func(r *reader) error {
		matches, err := r.search(ctx, text, searchAll)
		if err != nil {
			return err
		}
		if limit > 0 {
			matches = matches[:min(limit, len(matches))]
		}
		entities := make([]quad.IRI, len(matches))
		for i, m := range matches {
			entities[i] = m.Entity.(quad.IRI)
		}
		if err := r.readNodes(ctx, entities, described); err != nil {
			return err
		}
		for _, m := range matches {
			e, err := r.entity(ctx, m.Entity.(quad.IRI))
			if err != nil {
				return err
			}
			found = append(found, Found{Entity: e, Match: m.Name, Near: m.Near})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("searching for %q: %w", text, err)
	}
	return found, nil
}
