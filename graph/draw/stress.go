package draw

import "math"

// point is a place in the plane.
type point struct{ x, y float64 }

func (p point) minus(q point) point { return point{p.x - q.x, p.y - q.y} }

func (p point) length() float64 { return math.Hypot(p.x, p.y) }

// stressRounds is how often all points are moved. The picture of forty nodes
// changes by less than a pixel after half of them.
const stressRounds = 150

// spread returns points whose distances are as near as may be to the steps
// between them: stress majorization (Gansner, Koren and North 2004), each pair
// weighted by the inverse square of its distance, from the given beginning.
func spread(steps [][]float64, begin []point) []point {
	at := begin
	for range stressRounds {
		next := make([]point, len(at))
		for i := range at {
			var sum point
			weights := 0.0
			for j := range at {
				if i == j {
					continue
				}
				wanted := steps[i][j]
				weight := 1 / (wanted * wanted)
				apart := at[i].minus(at[j])
				scale := 0.0
				if length := apart.length(); length > 1e-9 {
					scale = wanted / length
				}
				sum.x += weight * (at[j].x + scale*apart.x)
				sum.y += weight * (at[j].y + scale*apart.y)
				weights += weight
			}
			next[i] = at[i]
			if weights > 0 {
				next[i] = point{sum.x / weights, sum.y / weights}
			}
		}
		at = next
	}
	return at
}

// apart returns the steps between all pairs of n nodes, each edge a step long;
// what nothing connects is far.
func apart(n int, edges []Edge) [][]float64 {
	far := float64(n)
	steps := make([][]float64, n)
	for i := range steps {
		steps[i] = make([]float64, n)
		for j := range steps[i] {
			if i != j {
				steps[i][j] = far
			}
		}
	}
	for _, e := range edges {
		if e.From != e.To {
			steps[e.From][e.To], steps[e.To][e.From] = 1, 1
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				steps[i][j] = min(steps[i][j], steps[i][k]+steps[k][j])
			}
		}
	}
	return steps
}
