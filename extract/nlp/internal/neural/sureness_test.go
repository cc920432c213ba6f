package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestSurenessIsTheSoftmax(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		scores := make([]float32, 2+rnd.IntN(60))
		for i := range scores {
			scores[i] = float32(4 * rnd.NormFloat64())
		}
		choice, without := rnd.IntN(len(scores)), rnd.IntN(len(scores)+1)-1
		if choice == without {
			continue
		}
		sum := 0.0
		for i, s := range scores {
			if i != without {
				sum += math.Exp(float64(s))
			}
		}
		want := wholly * math.Exp(float64(scores[choice])) / sum
		// Rounding to sixteenths is wrong by half of one, in either exponent.
		if got := float64(sureness(scores, choice, without)); math.Abs(got-want) > 1+wholly/16.0/4 {
			t.Fatalf("sureness of %d without %d in %v is %v, want %.1f", choice, without, scores, got, want)
		}
	}
}

func TestSurenessOfOddScores(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct {
		scores          []float32
		choice, without int
		want            uint8
	}{
		{[]float32{3, 9}, 0, 1, wholly},
		{[]float32{3, 3}, 0, -1, 127},
		{[]float32{-200, 200}, 0, -1, 0},
		{[]float32{-inf, 0}, 1, -1, wholly},
		{[]float32{nan, 0}, 0, -1, 0},
		{[]float32{inf, inf}, 0, -1, 0},
	} {
		if got := sureness(c.scores, c.choice, c.without); got != c.want {
			t.Errorf("sureness of %d without %d in %v is %d, want %d", c.choice, c.without, c.scores, got, c.want)
		}
	}
}
