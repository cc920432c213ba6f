package neural

// relateLanes is how many sums portableRelate keeps for a relation, as the
// widest register does.
const relateLanes = 16

// portableRelate sets every score to the sum of the products of its part of acc,
// as many numbers as head has, what each of them is worth, and head. That
// number is a multiple of relateLanes, which are summed up by themselves and
// then by halves.
func portableRelate(scores []float32, acc []int32, scale, head []float32) {
	for i := range scores {
		var lanes [relateLanes]float32
		for at := 0; at < len(head); at += relateLanes {
			for lane := range lanes {
				k := at + lane
				value := float32(float32(acc[i*len(head)+k]) * scale[i*len(head)+k])
				lanes[lane] += float32(value * head[k])
			}
		}
		for half := relateLanes / 2; half > 0; half /= 2 {
			for lane := range half {
				lanes[lane] += lanes[lane+half]
			}
		}
		scores[i] = lanes[0]
	}
}
