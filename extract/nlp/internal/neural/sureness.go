package neural

// How sure the network is of what it chooses is the probability that it gives
// to it: the softmax of the scores, in 255ths. It is worked out with whole
// numbers, from scores that are rounded to sixteenths, so that it is the same on
// any machine.

// wholly is the sureness of what has no alternative.
const wholly = 255

const (
	fallSteps = 16             // to a score one less
	fallEnd   = 16 * fallSteps // from here on, e⁻ˣ is nothing beside a 255th
	fallUnit  = 1 << 32
)

// falling holds e to the power of -i/fallSteps for each i, in fallUnit-ths.
var falling = func() (table [fallEnd]uint64) {
	const step = 4034748382 // e to the power of -1/fallSteps
	table[0] = fallUnit
	for i := range fallEnd - 1 {
		table[i+1] = table[i] * step / fallUnit
	}
	return table
}()

// sureness returns the probability of choice among scores, that with the index
// without left out (-1: none). Where scores are no numbers it is 0.
func sureness(scores []float32, choice, without int) uint8 {
	top := scores[choice]
	for i, score := range scores {
		if score > top && i != without {
			top = score
		}
	}
	sum := uint64(0)
	for i, score := range scores {
		if i != without {
			sum += fall(top - score)
		}
	}
	if sum == 0 {
		return 0
	}
	return uint8(fall(top-scores[choice]) * wholly / sum)
}

// fall returns e to the power of -x, in fallUnit-ths. x is not negative.
func fall(x float32) uint64 {
	if x < float32(fallEnd-1)/fallSteps {
		return falling[int(x*fallSteps+0.5)]
	}
	return 0
}

// both returns the probability of two choices of which the second supposes the
// first.
func both(a, b uint8) uint8 { return uint8(uint(a) * uint(b) / wholly) }
