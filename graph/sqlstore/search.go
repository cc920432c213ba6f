package sqlstore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Match is one entity found by Search.
type Match struct {
	Entity quad.Value // the subject that has the name
	Name   string     // the name that matched, as written
	Exact  bool       // the whole name is what was searched for, case and accents aside
	Near   bool       // found only by allowing for misspelling
	Quads  int        // how many quads have the entity as subject or object, each counted up to knownLimit

	id    int64
	edits int
}

const (
	// candidateLimit is how many names that may match are looked at: the
	// first that were seen, which are likely the best known.
	candidateLimit = 1000
	// knownLimit is how many quads of an entity are counted to rank it, on
	// each side: enough to tell the known from the unknown, in microseconds.
	knownLimit = 200
)

// Search returns up to limit entities one of whose names (an object of
// rdfs:label or skos:altLabel) has, for every word of the text, a word that
// begins with it; where there is none, entities whose names have words that
// are spelt almost so. Exact matches come first, then the best known.
func (r *reader) Search(ctx context.Context, text string, limit int) ([]Match, error) {
	words := strings.Fields(fold(text[:min(len(text), maxName)]))
	if len(words) == 0 {
		return nil, nil
	}
	found, err := r.searchStrictly(ctx, words)
	if err == nil && len(found) == 0 {
		found, err = r.search(ctx, words, piecesOf(words, nearPieces), nearlyIs)
	}
	if err == nil {
		err = r.countKnown(ctx, found)
	}
	if err != nil {
		return nil, r.d.explain(err)
	}
	slices.SortFunc(found, compareMatches)
	return found[:min(len(found), limit)], nil
}

// searchStrictly returns the entities that have the words for a name, and those
// with names that have words beginning with them. They are looked for apart, as
// of the latter there may be more than are looked at.
func (r *reader) searchStrictly(ctx context.Context, words []string) ([]Match, error) {
	name := whole(" " + strings.Join(words, " ") + " ")
	found, err := r.search(ctx, words, [][]string{{name}}, beginsWith)
	if err != nil {
		return nil, err
	}
	more, err := r.search(ctx, words, piecesOf(words, prefixPieces), beginsWith)
	for _, m := range more {
		if !slices.ContainsFunc(found, func(f Match) bool { return f.id == m.id }) {
			found = append(found, m)
		}
	}
	return found, err
}

// piecesOf applies pieces to every word.
func piecesOf(words []string, pieces func(string) []string) [][]string {
	out := make([][]string, len(words))
	for i, word := range words {
		out[i] = pieces(word)
	}
	return out
}

func compareMatches(a, b Match) int {
	exact := 0
	if a.Exact != b.Exact {
		exact = 1
		if a.Exact {
			exact = -1
		}
	}
	return cmp.Or(exact, cmp.Compare(a.edits, b.edits), cmp.Compare(b.Quads, a.Quads),
		strings.Compare(a.Name, b.Name), strings.Compare(quad.StringOf(a.Entity), quad.StringOf(b.Entity)))
}

// beginsWith reports whether a word is the beginning of one of a name's words.
func beginsWith(word string, names []string) (edits int, ok bool) {
	return 0, slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, word) })
}

// nearlyIs reports by how few edits a word becomes one of a name's words, and
// whether these are few enough.
func nearlyIs(word string, names []string) (int, bool) {
	letters := []rune(word)
	limit := edits(len(letters))
	best := limit + 1
	for _, n := range names {
		best = min(best, Distance(letters, []rune(n), limit))
	}
	return best, best <= limit
}

// search returns the entities with names that have a piece of each group and
// match every word, each with its best name.
func (r *reader) search(ctx context.Context, words []string, groups [][]string, match func(string, []string) (int, bool)) ([]Match, error) {
	ids, err := r.candidates(ctx, groups)
	if err != nil {
		return nil, err
	}
	vals, err := r.values(ctx, ids)
	if err != nil {
		return nil, err
	}
	wanted := strings.Join(words, " ")
	byName := map[int64]Match{}
	for id, v := range vals {
		m := Match{Name: nameText(v)}
		names := strings.Fields(fold(m.Name))
		all := true
		for _, word := range words {
			n, ok := match(word, names)
			m.edits += n
			all = all && ok
		}
		if all {
			m.Exact = strings.Join(names, " ") == wanted
			m.Near = m.edits > 0
			byName[id] = m
		}
	}
	return r.named(ctx, byName)
}

// candidates returns the ids of values whose folded text has a piece of each group.
func (r *reader) candidates(ctx context.Context, groups [][]string) ([]int64, error) {
	cond, args := r.d.namePatterns(groups)
	var ids []int64
	id := r.d.nameID()
	err := each(ctx, r.q, `SELECT `+id+` FROM name WHERE `+cond+` ORDER BY `+id+` LIMIT ?`, append(args, candidateLimit),
		func(scan func(...any) error) error {
			var id int64
			err := scan(&id)
			ids = append(ids, id)
			return err
		})
	return ids, err
}

// named returns the entities that have the names.
func (r *reader) named(ctx context.Context, byName map[int64]Match) ([]Match, error) {
	var predicates []int64
	for _, p := range namePredicates {
		id, err := r.lookup(ctx, p)
		if err != nil {
			return nil, err
		}
		if id != 0 {
			predicates = append(predicates, id)
		}
	}
	best := map[int64]Match{}
	for part := range slices.Chunk(sortedKeys(byName), lookupChunk) {
		for _, p := range predicates {
			err := each(ctx, r.q, `SELECT DISTINCT s, o FROM quad WHERE p = ? AND o `+r.d.in(), []any{p, r.d.idList(part)},
				func(scan func(...any) error) error {
					var s, o int64
					err := scan(&s, &o)
					m := byName[o]
					m.id = s
					if old, ok := best[s]; !ok || compareMatches(m, old) < 0 {
						best[s] = m
					}
					return err
				})
			if err != nil {
				return nil, err
			}
		}
	}
	ids := sortedKeys(best)
	vals, err := r.values(ctx, ids)
	out := make([]Match, len(ids))
	for i, id := range ids {
		out[i] = best[id]
		out[i].Entity = vals[id]
	}
	return out, err
}

// countKnown sets how much is known of each match.
func (r *reader) countKnown(ctx context.Context, found []Match) error {
	place := make(map[int64]int, len(found))
	ids := make([]int64, len(found))
	for i, m := range found {
		place[m.id], ids[i] = i, m.id
	}
	for part := range slices.Chunk(ids, lookupChunk) {
		err := each(ctx, r.q, `SELECT id, (SELECT count(*) FROM (SELECT 1 FROM quad WHERE s = value.id LIMIT ?) AS a)
			+ (SELECT count(*) FROM (SELECT 1 FROM quad WHERE o = value.id LIMIT ?) AS b)
			FROM value WHERE id `+r.d.in(), []any{knownLimit, knownLimit, r.d.idList(part)},
			func(scan func(...any) error) error {
				var id int64
				var n int
				err := scan(&id, &n)
				found[place[id]].Quads = n
				return err
			})
		if err != nil {
			return err
		}
	}
	return nil
}
