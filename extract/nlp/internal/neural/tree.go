package neural

// treeFinder finds the tree with the greatest sum of scores that has one root
// (Chu and Liu, 1965; Edmonds, 1967): every node takes its best head; as long as
// there is a cycle, it is made one node, whose entering arcs cost what they
// break; at the end the cycles are opened where they are entered.
//
// Where two trees are as good, that with the lower heads at the first choice is
// taken.
type treeFinder struct {
	n     int   // nodes in the beginning, the root being 0
	alive []int // the nodes that are left, those of the matrix in which they lie
	id    []int // for each place in the matrix which node lies there

	score []int64 // of the arc from one place to another
	from  []int32 // the first head and dependent that this arc stands for
	to    []int32

	best   []int // for each place the place of its best head
	colour []int // for each place the search that saw it

	parent []int // for each node, those of cycles too, the cycle it is in
	enter  []arc // for each node the arc that enters it
}

type arc struct{ head, dependent int32 }

// Scores are whole 65,536ths, so that their sums are exact; those of arcs from
// the root are less by more than all arcs together may differ, so that the best
// tree has one of them.
const (
	scoreUnit = 1 << 16
	scoreMax  = 1 << 20
	rootCost  = 1 << 50
)

// decode sets heads, one for each word, to 0 for the root or 1 more than the
// index of the head. scores has a row for each word, of its score under the root
// and each word.
func (t *treeFinder) decode(scores []float32, heads []int32) {
	n := len(heads) + 1
	for i := range heads {
		row := scores[i*n : (i+1)*n]
		heads[i] = 0
		for j, score := range row {
			if j != i+1 && score > row[heads[i]] {
				heads[i] = int32(j)
			}
		}
	}
	if !t.isTree(heads) {
		t.reset(scores, n)
		t.solve(heads)
	}
}

// isTree reports whether heads have one root and no cycle.
func (t *treeFinder) isTree(heads []int32) bool {
	t.colour = resized(t.colour, len(heads)+1)
	clear(t.colour)
	roots := 0
	for i, head := range heads {
		if head == 0 {
			roots++
		}
		at := i + 1
		for at != 0 && t.colour[at] == 0 {
			t.colour[at] = i + 1
			at = int(heads[at-1])
		}
		if at != 0 && t.colour[at] == i+1 {
			return false
		}
	}
	return roots == 1
}

func (t *treeFinder) reset(scores []float32, n int) {
	t.n = n
	t.alive, t.id = resized(t.alive, n), resized(t.id, n)
	t.best, t.colour = resized(t.best, n), resized(t.colour, n)
	t.score, t.from, t.to = resized(t.score, n*n), resized(t.from, n*n), resized(t.to, n*n)
	t.parent, t.enter = resized(t.parent, n)[:n], resized(t.enter, n)[:n]
	for i := range n {
		t.alive[i], t.id[i], t.parent[i] = i, i, 0
		for j := range n {
			at := i*n + j
			t.from[at], t.to[at] = int32(i), int32(j)
			if j > 0 {
				t.score[at] = whole(scores[(j-1)*n+i])
				if i == 0 {
					t.score[at] -= rootCost
				}
			}
		}
	}
}

// whole returns a score as a whole number.
func whole(score float32) int64 {
	switch {
	case score > scoreMax:
		score = scoreMax
	case !(score > -scoreMax):
		score = -scoreMax
	}
	return int64(score * scoreUnit)
}

func (t *treeFinder) solve(heads []int32) {
	t.choose()
	for cycle := t.cycle(); cycle >= 0; cycle = t.cycle() {
		t.contract(cycle)
		t.choose()
	}
	for _, place := range t.alive[1:] {
		t.enter[t.id[place]] = t.arcInto(place)
	}
	t.expand()
	for i := range heads {
		heads[i] = t.enter[i+1].head
	}
}

// arcInto returns the arc from its best head into a place.
func (t *treeFinder) arcInto(place int) arc {
	at := t.best[place]*t.n + place
	return arc{t.from[at], t.to[at]}
}

// choose finds the best head of every place that is left.
func (t *treeFinder) choose() {
	for _, j := range t.alive[1:] {
		best := -1
		for _, i := range t.alive {
			if i != j && (best < 0 || t.score[i*t.n+j] > t.score[best*t.n+j]) {
				best = i
			}
		}
		t.best[j] = best
	}
}

// cycle returns a place on a cycle of best heads, or -1.
func (t *treeFinder) cycle() int {
	clear(t.colour)
	for _, start := range t.alive[1:] {
		at := start
		for at != 0 && t.colour[at] == 0 {
			t.colour[at] = start
			at = t.best[at]
		}
		if at != 0 && t.colour[at] == start {
			return at
		}
	}
	return -1
}

// contract makes one node of the cycle on which a place lies, and puts it there.
func (t *treeFinder) contract(place int) {
	node := len(t.parent)
	t.parent, t.enter = append(t.parent, 0), append(t.enter, arc{})
	clear(t.colour)
	for at := place; t.colour[at] == 0; at = t.best[at] {
		t.colour[at] = 1
		t.parent[t.id[at]] = node
		t.enter[t.id[at]] = t.arcInto(at)
	}
	for _, other := range t.alive {
		if t.colour[other] == 0 {
			t.joinArcs(place, other)
		}
	}
	t.id[place] = node
	left := t.alive[:0]
	for _, at := range t.alive {
		if at == place || t.colour[at] == 0 {
			left = append(left, at)
		}
	}
	t.alive = left
}

// joinArcs makes the best of the arcs between a cycle and another place those of
// the place into which the cycle goes.
func (t *treeFinder) joinArcs(place, other int) {
	n := t.n
	in, out := place, place
	inScore := t.score[other*n+place] - t.score[t.best[place]*n+place]
	for at := t.best[place]; at != place; at = t.best[at] {
		if score := t.score[other*n+at] - t.score[t.best[at]*n+at]; score > inScore {
			in, inScore = at, score
		}
		if t.score[at*n+other] > t.score[out*n+other] {
			out = at
		}
	}
	t.from[other*n+place], t.to[other*n+place] = t.from[other*n+in], t.to[other*n+in]
	t.from[place*n+other], t.to[place*n+other] = t.from[out*n+other], t.to[out*n+other]
	t.score[other*n+place], t.score[place*n+other] = inScore, t.score[out*n+other]
}

// expand opens the cycles, the last first: the arc that enters one replaces that
// of the node in it that it leads to.
func (t *treeFinder) expand() {
	for node := len(t.parent) - 1; node >= t.n; node-- {
		entering := t.enter[node]
		at := int(entering.dependent)
		for t.parent[at] != node {
			at = t.parent[at]
		}
		t.enter[at] = entering
	}
}
