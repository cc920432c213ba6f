package neural

import (
	"math/rand/v2"
	"testing"
)

// treeScore returns the sum of the scores of heads, and whether they are a tree
// with one root.
func treeScore(scores []float32, heads []int32) (float64, bool) {
	sum := 0.0
	for i, head := range heads {
		sum += float64(scores[i*(len(heads)+1)+int(head)])
	}
	return sum, new(treeFinder).isTree(heads)
}

// bestByTrial tries all heads.
func bestByTrial(scores []float32, n int) float64 {
	best, heads := -1e9, make([]int32, n)
	for {
		if sum, ok := treeScore(scores, heads); ok && sum > best {
			best = sum
		}
		i := 0
		for ; i < n; i++ {
			if heads[i]++; heads[i] <= int32(n) {
				break
			}
			heads[i] = 0
		}
		if i == n {
			return best
		}
	}
}

func TestTreeIsTheBest(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	var finder treeFinder
	for range 500 {
		n := 1 + rnd.IntN(4)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(rnd.IntN(41)-20) / 4 // ties too
		}
		heads := make([]int32, n)
		finder.decode(scores, heads)
		got, ok := treeScore(scores, heads)
		if want := bestByTrial(scores, n); !ok || got != want {
			t.Fatalf("%v: heads %v with %v, a tree: %v, want %v", scores, heads, got, ok, want)
		}
	}
}

// In a window of scores that nobody would expect there is a tree all the same.
func TestTreeOfAnyScores(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 2))
	var finder treeFinder
	zero := float32(0)
	strange := []float32{1e38, -1e38, 1 / zero, -1 / zero, zero / zero, 0, 1, 2, 3}
	for _, n := range []int{1, 2, 17, 60, longestWindow} {
		scores, heads := make([]float32, n*(n+1)), make([]int32, n)
		for i := range scores {
			scores[i] = strange[rnd.IntN(len(strange))]
		}
		finder.decode(scores, heads)
		if _, ok := treeScore(scores, heads); !ok {
			t.Errorf("the heads of %d words are no tree", n)
		}
	}
}
