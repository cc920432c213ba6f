package sqlstore

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"
)

// Limits of the two caches: in each, at most twice cacheEntries entries of at
// most cacheText bytes, about 25 MB where all are that long. What a news graph
// repeats (predicates, entities, types) is shorter; sentences are longer, and
// are not repeated.
const (
	cacheEntries = 50_000
	cacheText    = 100
)

// cache is a map that forgets what has not been used for a while: when the
// recent half is full it becomes the older half. Safe for concurrent use.
type cache[K comparable, V any] struct {
	mu            sync.Mutex
	recent, older map[K]V
}

func (c *cache[K, V]) get(k K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.recent[k]; ok {
		return v, true
	}
	v, ok := c.older[k]
	if ok {
		c.put(k, v)
	}
	return v, ok
}

func (c *cache[K, V]) add(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.put(k, v)
}

func (c *cache[K, V]) put(k K, v V) {
	if c.recent == nil || len(c.recent) >= cacheEntries {
		c.recent, c.older = make(map[K]V), c.recent
	}
	c.recent[k] = v
}

func (c *cache[K, V]) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.recent, c.older = nil, nil
}

// knownIDs remembers ids of values for writers. It holds as long as nobody,
// in any process, has deleted a value: meta's swept tells. Only the goroutine
// that has the turn to write uses it.
type knownIDs struct {
	cache[term, int64]
	swept int64
}

func (k *knownIDs) validFor(swept int64) {
	if k.swept != swept {
		k.forget()
		k.swept = swept
	}
}

// entries are what the dictionary has of some terms: their ids, 0 for one that is
// not there, of which there is the hash.
type entries struct{ ids, hashes []int64 }

// find looks distinct terms up.
func (w *writer) find(ctx context.Context, terms []term) (entries, error) {
	found := entries{make([]int64, len(terms)), make([]int64, len(terms))}
	var asked []int // places of terms, in the order of the index
	for i, t := range terms {
		if id, ok := w.s.known.get(t); ok {
			found.ids[i] = id
			continue
		}
		found.hashes[i] = t.hash()
		asked = append(asked, i)
	}
	byHash := func(i int, hash int64) int { return cmp.Compare(found.hashes[i], hash) }
	slices.SortFunc(asked, func(i, j int) int { return byHash(i, found.hashes[j]) })
	for part := range slices.Chunk(asked, lookupChunk) {
		hashes := make([]int64, len(part))
		for k, i := range part {
			hashes[k] = found.hashes[i]
		}
		err := each(ctx, w.q, `SELECT id, hash, kind, text, ext FROM value WHERE hash `+w.d.in(), []any{w.d.idList(hashes)},
			func(scan func(...any) error) error {
				var id, hash int64
				var t term
				if err := scan(&id, &hash, &t.kind, &t.text, &t.ext); err != nil {
					return err
				}
				at, _ := slices.BinarySearchFunc(asked, hash, byHash)
				for ; at < len(asked) && found.hashes[asked[at]] == hash; at++ {
					if i := asked[at]; terms[i] == t {
						found.ids[i] = id
						w.remember(t, id)
					}
				}
				return nil
			})
		if err != nil {
			return entries{}, err
		}
	}
	return found, nil
}

// remember keeps the id of a value that a second transaction asks for. Most
// values are never asked for again: sentences, statements, articles.
func (w *writer) remember(t term, id int64) {
	if len(t.text)+len(t.ext) <= cacheText {
		w.s.known.add(t, id)
	}
}

// findOrAdd returns the ids of distinct terms; those that are not in the dictionary
// are added, in the order in which they come.
func (w *writer) findOrAdd(ctx context.Context, terms []term) ([]int64, error) {
	found, err := w.find(ctx, terms)
	if err != nil {
		return nil, err
	}
	return found.ids, w.addMissing(ctx, terms, found, func(int) bool { return true })
}

// addMissing adds those of the terms that were not found and are wanted.
func (w *writer) addMissing(ctx context.Context, terms []term, found entries, wanted func(place int) bool) error {
	var rows [][]any
	for i, t := range terms {
		if found.ids[i] != 0 || !wanted(i) {
			continue
		}
		found.ids[i] = w.nextID
		rows = append(rows, []any{w.nextID, found.hashes[i], int64(t.kind), t.text, t.ext})
		w.nextID++
	}
	w.tally[tallyKey{tallyValues, 0}] += int64(len(rows))
	return w.d.insertNext(ctx, w.q, "value", valueColumns, rows)
}

// lookup returns the id of a value; 0 if no quad has it.
func (r *reader) lookup(ctx context.Context, v quad.Value) (int64, error) {
	t, err := termOf(v)
	if err != nil {
		return 0, nil // what cannot be stored is not there
	}
	var found int64
	err = each(ctx, r.q, `SELECT id, kind, text, ext FROM value WHERE hash = ?`, []any{t.hash()},
		func(scan func(...any) error) error {
			var id int64
			var got term
			if err := scan(&id, &got.kind, &got.text, &got.ext); err != nil {
				return err
			}
			if got == t {
				found = id
			}
			return nil
		})
	return found, err
}

// lookupAll returns the ids of those values that some quad has.
func (r *reader) lookupAll(ctx context.Context, values []quad.Value) ([]int64, error) {
	wanted := make(map[term]bool, len(values))
	hashes := make([]int64, 0, len(values))
	for _, v := range values {
		if t, err := termOf(v); err == nil { // what cannot be stored is not there
			wanted[t] = true
			hashes = append(hashes, t.hash())
		}
	}
	slices.Sort(hashes)
	var ids []int64
	for part := range slices.Chunk(hashes, lookupChunk) {
		err := each(ctx, r.q, `SELECT id, kind, text, ext FROM value WHERE hash `+r.d.in(), []any{r.d.idList(part)},
			func(scan func(...any) error) error {
				var id int64
				var t term
				err := scan(&id, &t.kind, &t.text, &t.ext)
				if wanted[t] {
					ids = append(ids, id)
				}
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// values returns the values with the given ids; absent ones are absent.
func (r *reader) values(ctx context.Context, ids []int64) (map[int64]quad.Value, error) {
	out := make(map[int64]quad.Value, len(ids))
	var missing []int64
	for _, id := range ids {
		if _, done := out[id]; done || id == noLabel {
			continue
		}
		if v, ok := r.names.get(id); ok {
			out[id] = v
		} else {
			missing = append(missing, id)
		}
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	for part := range slices.Chunk(missing, lookupChunk) {
		query, arg := `SELECT id, kind, text, ext FROM value WHERE id `+r.d.in(), r.d.idList(part)
		if len(part) == 1 {
			query, arg = `SELECT id, kind, text, ext FROM value WHERE id = ?`, part[0]
		}
		if err := r.readValues(ctx, out, query, arg); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *reader) readValues(ctx context.Context, out map[int64]quad.Value, query string, arg any) error {
	return each(ctx, r.q, query, []any{arg}, func(scan func(...any) error) error {
		var id int64
		var t term
		if err := scan(&id, &t.kind, &t.text, &t.ext); err != nil {
			return err
		}
		v, err := t.value()
		if err != nil {
			return err
		}
		out[id] = v
		if len(t.text)+len(t.ext) <= cacheText {
			r.names.add(id, v)
		}
		return nil
	})
}
