package sqlstore

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
)

// free marks a position of an atom that nothing refers to.
const free = -1

// atom is one quad that a join's results need: for each of its four positions
// a variable, or free.
type atom struct {
	vars [4]int
	path bool // it came from a condition beside the path: another match is another path to the same result
}

// tag gives a query's results a variable by a name.
type tag struct {
	name string
	v    int
}

// join is a conjunction of quads that share variables: a whole part of a query
// that SQL answers at once, where Cayley's iterators would ask the database
// about one node after another. It is a shape.Shape.
type join struct {
	r       *reader
	atoms   []atom
	given   [][]int64    // for each variable the ids it may be; nil is any
	labels  map[int]bool // variables that stand for labels, which a quad may lack
	node    int          // the variable that is the result
	tags    []tag
	counted bool // Stats counts the results, because that is what was asked for
	part    bool // of an intersection, which takes an exact size of its smallest part for its own

	sizes *sync.Map // by pattern: to plan, the size that a query saw first will do
}

// Optimize implements shape.Shape.
func (j *join) Optimize(ctx context.Context, r shape.Optimizer) (shape.Shape, bool) {
	return j, false
}

// BuildIterator implements shape.Shape.
func (j *join) BuildIterator(qs graph.QuadStore) iterator.Shape { return &joinShape{join: j} }

func (j *join) clone() *join {
	c := *j
	c.atoms = slices.Clone(j.atoms)
	c.given = slices.Clone(j.given)
	c.tags = slices.Clone(j.tags)
	c.labels = make(map[int]bool, len(j.labels))
	for v := range j.labels {
		c.labels[v] = true
	}
	return &c
}

func (j *join) newVar(given []int64) int {
	j.given = append(j.given, given)
	return len(j.given) - 1
}

// restrict makes a variable be one of ids, besides what it had to be.
func (j *join) restrict(v int, ids []int64) {
	if j.given[v] == nil {
		j.given[v] = ids
		return
	}
	both := []int64{}
	for _, id := range j.given[v] {
		if slices.Contains(ids, id) {
			both = append(both, id)
		}
	}
	j.given[v] = both
}

// impossible reports whether some variable can have no value.
func (j *join) impossible() bool {
	return slices.ContainsFunc(j.given, func(ids []int64) bool { return ids != nil && len(ids) == 0 })
}

// merge adds another join's atoms and tags, its result being this one's
// variable v.
func (j *join) merge(o *join, v int, path bool) {
	rename := make([]int, len(o.given))
	for i := range rename {
		if i == o.node {
			rename[i] = v
			if o.given[i] != nil {
				j.restrict(v, o.given[i])
			}
		} else {
			rename[i] = j.newVar(o.given[i])
		}
		if o.labels[i] {
			j.labels[rename[i]] = true
		}
	}
	for _, a := range o.atoms {
		for i, old := range a.vars {
			if old != free {
				a.vars[i] = rename[old]
			}
		}
		a.path = a.path || path
		j.atoms = append(j.atoms, a)
	}
	for _, t := range o.tags {
		j.tags = append(j.tags, tag{t.name, rename[t.v]})
	}
}

// plan is a join as SQL.
type plan struct {
	j     *join
	order []int     // atoms in the order in which they are looked up
	given []pattern // of each atom, settled
}

// driver is what is given of the first atom.
func (p *plan) driver() pattern { return p.given[p.order[0]] }

// fewQuads is so small a size that no other atom need be asked for its own.
const fewQuads = 50

// plan chooses the order: first the atom with the fewest quads by what is
// given, or one with few, then always the one with the most positions known by
// then.
func (j *join) plan(ctx context.Context) (*plan, int64, error) {
	sizes, first, err := j.sizesOfAtoms(ctx)
	if err != nil {
		return nil, 0, err
	}
	known := make([]bool, len(j.given))
	for v, ids := range j.given {
		known[v] = ids != nil
	}
	p := &plan{j: j, given: make([]pattern, len(j.atoms))}
	for i, a := range j.atoms {
		if p.given[i], err = j.r.settled(ctx, j.patternOf(a)); err != nil {
			return nil, 0, err
		}
	}
	for next := first; next >= 0; next = j.nextAtom(p.order, known, sizes) {
		p.order = append(p.order, next)
		for _, v := range j.atoms[next].vars {
			if v != free {
				known[v] = true
			}
		}
	}
	return p, sizes[first], nil
}

// sizesOfAtoms returns how many quads each atom has by what is given, and which
// has the fewest. The atoms of which most is given are asked first; after one
// with few the others are not asked, and count as large.
func (j *join) sizesOfAtoms(ctx context.Context) (sizes []int64, first int, err error) {
	sizes = slices.Repeat([]int64{math.MaxInt64}, len(j.atoms))
	order := make([]int, len(j.atoms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return j.givenOf(b) - j.givenOf(a) })
	first = order[0]
	for _, i := range order {
		if sizes[i], err = j.sizeOf(ctx, j.atoms[i]); err != nil {
			return nil, 0, err
		}
		if sizes[i] < sizes[first] {
			first = i
		}
		if sizes[i] <= fewQuads {
			break
		}
	}
	return sizes, first, nil
}

// givenOf is how many positions of an atom are given.
func (j *join) givenOf(i int) int {
	n := 0
	for _, v := range j.atoms[i].vars {
		if v != free && j.given[v] != nil {
			n++
		}
	}
	return n
}

// nextAtom returns the atom to look up after those in order; -1 if none is left.
func (j *join) nextAtom(order []int, known []bool, sizes []int64) int {
	best, bestKnown := -1, -1
	for i, a := range j.atoms {
		if slices.Contains(order, i) {
			continue
		}
		n := 0
		for _, v := range a.vars {
			if v != free && known[v] {
				n++
			}
		}
		if n > bestKnown || n == bestKnown && sizes[i] < sizes[best] {
			best, bestKnown = i, n
		}
	}
	return best
}

// patternOf is what is given of an atom, lists aside.
func (j *join) patternOf(a atom) pattern {
	var p pattern
	for i, v := range a.vars {
		if v != free && len(j.given[v]) == 1 {
			p.bound[i], p.ref[i] = true, j.given[v][0]
		}
	}
	return p
}

// listFactor is how many quads are supposed for each id of a list.
const listFactor = 20

func (j *join) sizeOf(ctx context.Context, a atom) (int64, error) {
	n, err := j.sizeOfPattern(ctx, j.patternOf(a))
	for _, v := range a.vars {
		if v != free && len(j.given[v]) > 1 {
			n = min(n, listFactor*int64(len(j.given[v])))
		}
	}
	return n, err
}

func (j *join) sizeOfPattern(ctx context.Context, p pattern) (int64, error) {
	if n, ok := j.sizes.Load(p); ok {
		return n.(int64), nil
	}
	settled, err := j.r.settled(ctx, p)
	if err != nil {
		return 0, err
	}
	sz, err := j.r.size(ctx, settled)
	if err == nil {
		j.sizes.Store(p, sz.Value)
	}
	return sz.Value, err
}

// conditions gathers the parts of a WHERE clause, and the parameters of all.
type conditions struct {
	parts []string
	args  []any
}

func (c *conditions) add(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

// sql returns FROM and WHERE, their parameters, and each variable's expression.
// extra is one more condition on the first quad, if it is not empty.
func (p *plan) sql(extra string, extraArgs []any) (string, []any, []string) {
	exprs := make([]string, len(p.j.given))
	where := make([]string, len(p.order))
	c := &conditions{}
	for n, i := range p.order {
		c.parts = nil
		passed := p.passedOver(i, exprs)
		for pos, v := range p.j.atoms[i].vars {
			if v != free {
				p.constrain(c, exprs, v, fmt.Sprintf("q%d.%c", n, columnNames[pos]), passed[pos])
			}
		}
		if n == 0 && extra != "" {
			c.add(extra, extraArgs...)
		}
		if len(c.parts) == 0 {
			c.add("TRUE")
		}
		where[n] = strings.Join(c.parts, " AND ")
	}
	return p.j.r.d.joined(where), c.args, exprs
}

// passedOver says which positions of an atom its quads are not to be looked up by,
// where exprs are those of the variables that are known by then. Of a label beside
// a predicate or an object, no order begins with both ([accessFor]). An object that
// comes from another atom is mostly one with few quads.
func (p *plan) passedOver(i int, exprs []string) (passed [4]bool) {
	var known, found [4]bool
	for pos, v := range p.j.atoms[i].vars {
		if v != free {
			found[pos] = p.j.given[v] == nil && exprs[v] != ""
			known[pos] = found[pos] || p.j.given[v] != nil
		}
	}
	if !known[3] || known[0] || !known[1] && !known[2] {
		return passed
	}
	if found[2] || p.given[i].wide {
		return [4]bool{3: true}
	}
	return [4]bool{1: true, 2: true}
}

// constrain says what a column that stands for variable v must be; where it is
// passed over, so that no order is chosen for it.
func (p *plan) constrain(c *conditions, exprs []string, v int, name string, passed bool) {
	ids, column := p.j.given[v], name
	if passed {
		column = "+" + name
	}
	switch {
	case len(ids) == 1:
		c.add(column+" = ?", ids[0])
	case exprs[v] != "":
		// The plus keeps SQLite from applying bounds of the first quad to the
		// others, where it would take them for better than the equality.
		c.add(column + " = +" + exprs[v])
	case ids != nil:
		c.add(column+" "+p.j.r.d.in(), p.j.r.d.idList(ids))
	case p.j.labels[v]:
		c.add(column + " <> 0")
	}
	if exprs[v] == "" {
		exprs[v] = name
	}
}

// columns are what is selected: the result, the tags, and what tells two
// results apart from two paths to one.
func (p *plan) columns(exprs []string) []string {
	cols := []string{exprs[p.j.node]}
	for _, t := range p.j.tags {
		cols = append(cols, exprs[t.v])
	}
	if !slices.ContainsFunc(p.j.atoms, func(a atom) bool { return a.path }) {
		return cols
	}
	for n, i := range p.order {
		if !p.j.atoms[i].path {
			for _, c := range columnNames {
				cols = append(cols, fmt.Sprintf("q%d.%c", n, c))
			}
		}
	}
	return cols
}

// rows are the results of a join, width ids each.
type rows struct {
	ids   []int64
	width int
}

// read runs the plan, with one more condition on the first quad if extra is not empty.
func (p *plan) read(ctx context.Context, extra string, args ...any) (rows, error) {
	from, args, exprs := p.sql(extra, args)
	cols := p.columns(exprs)
	out := rows{width: len(cols)}
	row := make([]int64, len(cols))
	dest := make([]any, len(cols))
	for i := range row {
		dest[i] = &row[i]
	}
	err := each(ctx, p.j.r.q, "SELECT "+strings.Join(cols, ", ")+from, args, func(scan func(...any) error) error {
		err := scan(dest...)
		out.ids = append(out.ids, row...)
		return err
	})
	return out, err
}

// count is the number of results, every path counted.
func (j *join) count(ctx context.Context) (int64, error) {
	if n, ok, err := j.countRange(ctx); ok || err != nil {
		return n, err
	}
	p, _, err := j.plan(ctx)
	if err != nil {
		return 0, err
	}
	from, args, _ := p.sql("", nil)
	var n int64
	_, err = one(ctx, j.r.q, "SELECT count(*)"+from, args, &n)
	return n, err
}

// countRange counts where the join is nothing but one range; ok tells.
func (j *join) countRange(ctx context.Context) (n int64, ok bool, err error) {
	if !j.isRange() {
		return 0, false, nil
	}
	p, err := j.r.settled(ctx, j.patternOf(j.atoms[0]))
	if err == nil {
		n, err = j.r.count(ctx, p)
	}
	return n, true, err
}

// isRange reports whether the results are the quads of one pattern.
func (j *join) isRange() bool {
	if len(j.atoms) != 1 {
		return false
	}
	vars := j.atoms[0].vars
	for i, v := range vars {
		if v == free {
			continue
		}
		if slices.Contains(vars[:i], v) || len(j.given[v]) > 1 || j.labels[v] && j.given[v] == nil {
			return false
		}
	}
	return true
}

// Sizes of the chunks in which the first atom's quads are taken, where there
// are many: memory is bounded, and a query that wants few results ends early.
const (
	firstChunk = 100
	laterChunk = 1000
)

// chunk reads the results for the next n of the first atom's quads after the
// given one, and returns the last of these; nil when there are no more.
func (p *plan) chunk(ctx context.Context, after *quadRef, n int) (rows, *quadRef, error) {
	a := accessFor(p.driver())
	rest := a.order[a.given:]
	extra, args := "", []any(nil)
	if after != nil {
		extra, args = bound(rest, ">", *after)
	}
	end, err := p.j.r.nth(ctx, p.driver(), after, n)
	if err != nil {
		return rows{}, nil, err
	}
	if end != nil {
		cond, more := bound(rest, "<=", *end)
		if extra != "" {
			extra += " AND "
		}
		extra, args = extra+cond, append(args, more...)
	}
	out, err := p.read(ctx, extra, args...)
	return out, end, err
}

// bound compares the first atom's remaining columns with those of a quad.
func bound(rest, op string, ref quadRef) (string, []any) {
	cols := make([]string, len(rest))
	args := make([]any, len(rest))
	for i := range rest {
		cols[i] = "q0." + rest[i:i+1]
		args[i] = valueAt(ref, rest[i])
	}
	return "(" + strings.Join(cols, ", ") + ") " + op + " (?" + strings.Repeat(", ?", len(rest)-1) + ")", args
}
