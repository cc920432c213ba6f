package neural

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// reference computes a network as it is written in a textbook, with numbers of
// 64 bits from the weights in the file.
type reference struct {
	*reader
	embedding *embedding
}

type numbers = []float64

func (r reference) times(name string, x numbers) numbers {
	t := r.tensors[name]
	rows, columns := t.Shape[0], t.Shape[1]
	if columns != len(x) {
		panic(fmt.Sprint(name, t.Shape, " times ", len(x)))
	}
	weights, scales := r.rows(name, rows, columns)
	out := make(numbers, rows)
	for i := range out {
		for j, v := range x {
			out[i] += float64(int8(weights[i*columns+j])) * float64(scales[i]) * v
		}
	}
	return out
}

func (r reference) plus(name string, x numbers) numbers {
	out := make(numbers, len(x))
	for i, b := range r.numbers(name, len(x)) {
		out[i] = x[i] + float64(b)
	}
	return out
}

func (r reference) dense(name string, x numbers) numbers {
	out := r.plus(name+".bias", r.times(name+".weight", x))
	for i, v := range out {
		out[i] = max(v, 0)
	}
	return out
}

func product64(x, y numbers) (sum float64) {
	for i, v := range x {
		sum += v * y[i]
	}
	return sum
}

func wide(x []float32) (out numbers) {
	for _, v := range x {
		out = append(out, float64(v))
	}
	return out
}

// lstm returns the states of a direction.
func (r reference) lstm(name string, x []numbers, back bool) []numbers {
	cells := r.Config.Hidden
	h, c, out := make(numbers, cells), make(numbers, cells), make([]numbers, len(x))
	sigma := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	for step := range x {
		i := step
		if back {
			i = len(x) - 1 - step
		}
		a, b := r.plus(name+".bias", r.times(name+".input", x[i])), r.times(name+".recurrent", h)
		h, c = make(numbers, cells), append(numbers(nil), c...)
		for k := range cells {
			gate := func(g int) float64 { return a[g*cells+k] + b[g*cells+k] }
			c[k] = sigma(gate(1))*c[k] + sigma(gate(0))*math.Tanh(gate(2))
			h[k] = sigma(gate(3)) * math.Tanh(c[k])
		}
		out[i] = h
	}
	return out
}

func (r reference) embed(words []string) []numbers {
	out := make([]numbers, len(words))
	for i, word := range words {
		row := make([]float32, r.embedding.width)
		r.embedding.embed(new(form), word, row)
		out[i] = wide(row)
	}
	return out
}

// layers returns what each layer says, after the embedded words.
func (r reference) layers(words []string) [][]numbers {
	out := [][]numbers{r.embed(words)}
	for l := range r.Config.Layers {
		forward := r.lstm(fmt.Sprintf("lstm%d.forward", l), out[l], false)
		backward := r.lstm(fmt.Sprintf("lstm%d.backward", l), out[l], true)
		for i := range forward {
			forward[i] = append(forward[i], backward[i]...)
		}
		out = append(out, forward)
	}
	return out
}

// arcs returns the score of each word under the root and each word.
func (r reference) arcs(top []numbers) (out numbers) {
	heads := []numbers{wide(r.numbers("root.arc", r.Config.Arc))}
	for _, x := range top {
		heads = append(heads, r.dense("arc.head", x))
	}
	own := wide(r.numbers("arc.bias", r.Config.Arc))
	for _, x := range top {
		dependent := r.dense("arc.dep", x)
		for _, head := range heads {
			out = append(out, product64(dependent, r.times("arc.weight", head))+product64(own, head))
		}
	}
	return out
}

// relations returns the scores of the relations of word i to a head, 0 being
// the root.
func (r reference) relations(top []numbers, i, head int) numbers {
	dependent, above := r.dense("rel.dep", top[i]), wide(r.numbers("root.rel", r.Config.Rel))
	if head > 0 {
		above = r.dense("rel.head", top[head-1])
	}
	pair := r.times("rel.weight", dependent)
	out := r.plus("rel.by_dep.bias", r.times("rel.by_dep.weight", dependent))
	for l, v := range r.times("rel.by_head.weight", above) {
		out[l] += v + product64(pair[l*len(above):(l+1)*len(above)], above)
	}
	return out
}

// near fails unless scores are what they should be, but for what bytes cost.
func near(t *testing.T, what string, got []float32, want numbers) {
	t.Helper()
	const share = 0.05 // of the greatest score
	greatest := 0.0
	for _, v := range want {
		greatest = max(greatest, math.Abs(v))
	}
	for i, v := range want {
		if math.Abs(float64(got[i])-v) > share*greatest {
			t.Fatalf("%s: score %d is %v, want %v of at most %v", what, i, got[i], v, greatest)
		}
	}
}

func TestNetworkIsWhatItsFileSays(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 13))
	for seed := range uint64(6) {
		file := randomFile(seed, smallConfig, 13, smallWords, 4)
		n := mustRead(file)
		r, err := newReader(file)
		if err != nil {
			t.Fatal(err)
		}
		ref := reference{r, n.embedding}
		words := randomSentence(rnd, 12)
		layers := ref.layers(words)
		top, low := layers[len(layers)-1], layers[r.Config.TagLayer]

		s := new(scratch)
		n.analyze(s, words, make([]Word, len(words)))
		near(t, "arcs", s.arcs, ref.arcs(top))
		last := len(words) - 1
		near(t, "relations", s.row, ref.relations(top, last, int(s.heads[last])))

		// Of two layers the last is below again, where the input was read from.
		names := n.names.scores(n.kernels, s, &s.below, len(words))
		for i, x := range top {
			if n.names.input != nil {
				x = append(x, layers[0][i]...)
			}
			want := ref.plus("ner.bias", ref.times("ner.weight", ref.dense("ner.hidden", x)))
			near(t, "names", names[i*len(want):], want)
		}
		n.tags.heads = n.tags.heads[:1]
		n.tags.run(n.kernels, s, &s.above, make([]Word, len(words)))
		for i, x := range low {
			want := ref.plus("xpos.bias", ref.times("xpos.weight", ref.dense("tag", x)))
			near(t, "XPOS", s.labels[i*len(want):], want)
		}
	}
}
