package neural

import "slices"

// rootRelation is the relation of the root of a sentence, and of no other word.
const rootRelation = "root"

// parser is the part that finds heads and relations (Dozat and Manning, 2017,
// Deep Biaffine Attention for Neural Dependency Parsing). What each word is as a
// dependent and as a head goes through a hidden layer of its own; every pair has
// a score; the best tree is taken, and for its arcs the best relations.
type parser struct {
	arcDependent, arcHead *matrix
	arc                   *matrix   // from a head to what its dependents are multiplied with
	arcBias               []float32 // what makes a head by itself
	arcRoot               []float32 // the root as a head

	relDependent, relHead *matrix
	rel                   *matrix // from a dependent to what its head is multiplied with, for each relation
	relWidth              int     // rows of rel for a relation
	relRoot               []float32
	byDependent, byHead   head
	labels                []string
	root                  int // the label of the root
}

func (r *reader) parser() parser {
	arc, rel, labels := r.Config.Arc, r.Config.Rel, r.labels("relations", r.Relations)
	p := parser{
		arcDependent: r.dense("arc.dep", arc), arcHead: r.dense("arc.head", arc),
		arc:     r.matrix("arc.weight", "", arc, arc, plain(arc, arc)),
		arcBias: r.numbers("arc.bias", arc), arcRoot: r.numbers("root.arc", arc),
		relDependent: r.dense("rel.dep", rel), relHead: r.dense("rel.head", rel),
		relWidth: roundUp(rel, relateLanes), relRoot: r.numbers("root.rel", rel),
		labels: labels, root: slices.Index(labels, rootRelation),
	}
	p.rel = r.matrix("rel.weight", "", len(labels)*rel, rel, placing{rel, p.relWidth, rel, rel})
	p.byDependent = r.head("rel.by_dep", labels, rel)
	by := max(len(labels), 1)
	p.byHead = head{r.matrix("rel.by_head.weight", "", by, rel, plain(by, rel)), labels}
	if p.root < 0 {
		r.fail("no relation is %q", rootRelation)
	}
	if len(labels) < 2 {
		r.fail("no relation but %q", rootRelation)
	}
	return p
}

// run parses the words.
func (p *parser) run(k *kernels, s *scratch, in *states, words []Word) {
	n := len(words)
	p.scoreArcs(k, s, in, n)
	s.heads = resized(s.heads, n)
	s.tree.decode(s.arcs, s.heads)
	p.relate(k, s, in, words)
}

// scoreArcs sets s.arcs to the score of every word, a row each, under the root
// and under every word.
func (p *parser) scoreArcs(k *kernels, s *scratch, in *states, n int) {
	dependents, heads := &s.dependents, &s.headSide
	dependents.reset(n, p.arcDependent.rows)
	s.hidden(k, p.arcDependent, in.words(), n, in.stride, 1.0/unit, dependents, 0)
	heads.reset(n+1, p.arcHead.rows)
	heads.set(0, p.arcRoot)
	s.hidden(k, p.arcHead, in.words(), n, in.stride, 1.0/unit, heads, 1)

	p.packHeads(k, s, n+1)
	s.product.multiply(k, &s.pairs, dependents.bytes, n, dependents.stride)
	s.arcs = resized(s.arcs, n*(n+1))
	for i := range n {
		s.pairs.numbers(s.arcs[i*(n+1):(i+1)*(n+1)], s.product.row(i), dependents.scales[i])
	}
}

// set makes x the vector with index i.
func (v *vectors) set(i int, x []float32) {
	values := v.at(i)
	clear(values)
	copy(values, x)
	v.quantise(i)
}

// packHeads makes s.pairs the matrix that turns a dependent into its scores
// under each of n heads.
func (p *parser) packHeads(k *kernels, s *scratch, n int) {
	heads, width := &s.headSide, len(p.arcBias)
	s.pairs.reset(n, p.arcDependent.rows)
	s.product.multiply(k, p.arc, heads.bytes, n, heads.stride)
	s.row, s.rowBytes = resized(s.row, width), resized(s.rowBytes, width)
	for i := range n {
		p.arc.numbers(s.row, s.product.row(i), heads.scales[i])
		s.pairs.scale[i] = quantise(s.rowBytes, s.row, 0)
		s.pairs.bias[i] = dot(p.arcBias, heads.at(i))
		setRow(&s.pairs, i, 0, s.rowBytes)
	}
}

// dot returns the sum of the products of the numbers in x with those in y.
func dot(x, y []float32) float32 {
	sum := float32(0)
	for i, v := range x {
		sum += float32(v * y[i])
	}
	return sum
}

// relateBatch is how many words have the products for their relations in memory
// at a time: as many as a kernel takes.
const relateBatch = 4

// relate sets the heads that have been found, and their relations.
func (p *parser) relate(k *kernels, s *scratch, in *states, words []Word) {
	n := len(words)
	dependents, heads := &s.dependents, &s.headSide
	dependents.reset(n, p.relDependent.rows)
	s.hidden(k, p.relDependent, in.words(), n, in.stride, 1.0/unit, dependents, 0)
	heads.reset(n+1, p.relHead.rows)
	heads.set(0, p.relRoot)
	s.hidden(k, p.relHead, in.words(), n, in.stride, 1.0/unit, heads, 1)

	labels := len(p.labels)
	s.byHead = resized(s.byHead, (n+1)*labels)
	s.scores(k, p.byHead.matrix, heads, n+1, s.byHead, labels)
	byDependent := p.byDependent.score(k, s, dependents, n)
	s.row = resized(s.row, labels)
	for first := 0; first < n; first += relateBatch {
		batch := min(relateBatch, n-first)
		s.product.multiply(k, p.rel, dependents.bytes[first*dependents.stride:], batch, dependents.stride)
		for i := first; i < first+batch; i++ {
			head := int(s.heads[i])
			acc := s.product.row(i - first)[:labels*p.relWidth]
			k.relate(s.row, acc, p.rel.scale[:len(acc)], heads.at(head)[:p.relWidth])
			p.addSides(s.row, dependents.scales[i], byDependent[i*labels:], s.byHead[head*labels:])
			rel := p.bestRelation(s.row, head == 0)
			words[i].Head, words[i].Rel = head-1, p.labels[rel]
			words[i].Sure = sureness(s.arcs[i*(n+1):(i+1)*(n+1)], head, i+1)
			if head > 0 {
				words[i].Sure = both(words[i].Sure, sureness(s.row, rel, p.root))
			}
		}
	}
}

// addSides makes whole scores of those of the pair, in steps of w.
func (p *parser) addSides(scores []float32, w float32, byDependent, byHead []float32) {
	for l, score := range scores {
		scores[l] = float32(float32(score*w)+byDependent[l]) + byHead[l]
	}
}

// bestRelation returns the label with the greatest score; under the root it is
// the root's, elsewhere another.
func (p *parser) bestRelation(scores []float32, root bool) int {
	if root {
		return p.root
	}
	at := 0
	if p.root == 0 {
		at = 1
	}
	for l, score := range scores {
		if l != p.root && score > scores[at] {
			at = l
		}
	}
	return at
}
