package perceptron

// Hash mixes a value into h. It is not a cryptographic hash; it is the same on
// every machine, since models hold what it returns.
func Hash(h, value uint64) uint64 {
	h = (h ^ value) * 0x9fb21c651e98df25
	return h ^ h>>32
}

// Make returns the feature of a template with no, one, two or three values.
func Make(template uint64, values ...uint64) Feature {
	h := template*0x9e3779b97f4a7c15 + 1
	for _, v := range values {
		h = Hash(h, v)
	}
	return Feature(h ^ h>>29)
}
