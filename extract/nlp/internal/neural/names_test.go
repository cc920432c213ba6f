package neural

import (
	"math/rand/v2"
	"testing"
)

// legal reports whether labels may follow one another.
func legal(labels []string) bool {
	before := "O"
	for _, label := range labels {
		if label[0] == 'I' && (before == "O" || before[2:] != label[2:]) {
			return false
		}
		before = label
	}
	return true
}

func TestNamesAreTheBestThatAreLegal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	n := small().names
	for range 500 {
		words := make([]Word, 1+rnd.IntN(4))
		scores := make([]float32, len(words)*len(n.labels))
		for i := range scores {
			scores[i] = float32(rnd.IntN(100))
		}
		best, choice, labels := float32(-1), make([]int, len(words)), make([]string, len(words))
		for more := true; more; more = next(choice, len(n.labels)) {
			sum := float32(0)
			for i, c := range choice {
				labels[i] = n.labels[c]
				sum += scores[i*len(n.labels)+c]
			}
			if legal(labels) {
				best = max(best, sum)
			}
		}
		given := append([]float32(nil), scores...)
		n.decode(new(scratch), scores, words)
		sum := float32(0)
		for i, w := range words {
			labels[i] = w.Name
			for c, label := range n.labels {
				if label == w.Name {
					sum += given[i*len(n.labels)+c]
				}
			}
		}
		if !legal(labels) || sum != best {
			t.Fatalf("%v with %v, want %v", labels, sum, best)
		}
	}
}

// next counts up in digits of this base, and reports whether there is a next.
func next(digits []int, base int) bool {
	for i := range digits {
		if digits[i]++; digits[i] < base {
			return true
		}
		digits[i] = 0
	}
	return false
}
