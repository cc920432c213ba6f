package neural

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

// fileWriter makes the file of a network of random weights, whose bytes it puts
// as export.py does.
type fileWriter struct {
	header
	data []byte
	rnd  *rand.Rand
}

// put appends bytes at the next multiple of 16 and returns where they begin.
func (w *fileWriter) put(b []byte) int {
	for len(w.data)%alignment > 0 {
		w.data = append(w.data, 0)
	}
	at := len(w.data)
	w.data = append(w.data, b...)
	return at
}

func (w *fileWriter) floats(n int, size float64) []byte {
	var out []byte
	for range n {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(w.rnd.NormFloat64()*size)))
	}
	return out
}

func (w *fileWriter) numbers(name string, n int) {
	w.Tensors = append(w.Tensors, tensor{Name: name, Shape: []int{n}, Type: "f32", Offset: w.put(w.floats(n, 0.3))})
}

func (w *fileWriter) matrix(name string, rows, columns int) {
	b := make([]byte, rows*columns)
	for i := range b {
		b[i] = byte(w.rnd.IntN(255) - 127)
	}
	t := tensor{Name: name, Shape: []int{rows, columns}, Type: "i8", Offset: w.put(b)}
	t.Scales = w.put(w.floats(rows, 2/math.Sqrt(float64(columns))/unit))
	w.Tensors = append(w.Tensors, t)
}

func (w *fileWriter) dense(name string, rows, columns int) {
	w.matrix(name+".weight", rows, columns)
	w.numbers(name+".bias", rows)
}

func (w *fileWriter) file() string {
	text, err := json.Marshal(w.header)
	if err != nil {
		panic(err)
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), version)
	out = append(binary.LittleEndian.AppendUint32(out, uint32(len(text))), text...)
	for len(out)%alignment > 0 {
		out = append(out, 0)
	}
	return string(append(out, w.data...))
}

// randomFile returns the file of a network of these sizes. Those with odd seeds
// look for names in the embedded words too.
func randomFile(seed uint64, c config, affixRows int, words []string, labels int) string {
	w := &fileWriter{rnd: rand.New(rand.NewPCG(seed, 0))}
	w.Config = c
	w.XPOS, w.UPOS = []string{"NN", "VBD", "DT"}, []string{"NOUN", "VERB"}
	w.NER = []string{"O", "B-PER", "I-PER", "I-ORG", "B-ORG"}
	w.Relations = []string{"nsubj", rootRelation}
	for i := len(w.Relations); i < labels; i++ {
		w.Relations = append(w.Relations, fmt.Sprint("dep:", i))
	}
	slices.Sort(words)
	lines := strings.Join(words, "\n")
	w.Vocabulary.Length, w.Vocabulary.Count = len(lines), len(words)
	w.Vocabulary.Offset = w.put([]byte(lines))
	w.matrix("word", len(words)+1, c.Word)
	for _, name := range affixNames {
		w.Affixes = append(w.Affixes, struct {
			Name string
			Rows int
		}{name, affixRows})
		w.matrix(name, affixRows, c.Affix)
	}
	width := c.Word + affixKinds*c.Affix
	for i := range c.Layers {
		for _, direction := range []string{"forward", "backward"} {
			name := fmt.Sprintf("lstm%d.%s", i, direction)
			w.matrix(name+".input", gates*c.Hidden, width)
			w.matrix(name+".recurrent", gates*c.Hidden, c.Hidden)
			w.numbers(name+".bias", gates*c.Hidden)
		}
		width = 2 * c.Hidden
	}
	w.dense("tag", c.Tag, width)
	w.dense("xpos", len(w.XPOS), c.Tag)
	w.dense("upos", len(w.UPOS), c.Tag)
	if seed%2 == 1 {
		w.dense("ner.hidden", c.NER, width+c.Word+affixKinds*c.Affix)
	} else {
		w.dense("ner.hidden", c.NER, width)
	}
	w.dense("ner", len(w.NER), c.NER)
	w.dense("arc.dep", c.Arc, width)
	w.dense("arc.head", c.Arc, width)
	w.dense("rel.dep", c.Rel, width)
	w.dense("rel.head", c.Rel, width)
	w.dense("arc", c.Arc, c.Arc)
	w.matrix("rel.weight", len(w.Relations)*c.Rel, c.Rel)
	w.dense("rel.by_dep", len(w.Relations), c.Rel)
	w.matrix("rel.by_head.weight", len(w.Relations), c.Rel)
	w.numbers("root.arc", c.Arc)
	w.numbers("root.rel", c.Rel)
	return w.file()
}

// smallConfig has sizes of which none fits what the kernels take at a time.
var smallConfig = config{Word: 7, Affix: 3, Hidden: 5, Layers: 2, TagLayer: 1, Tag: 9, NER: 6, Arc: 11, Rel: 10}

var smallWords = []string{"the", "ship", "left", "'", "00", "äpfel"}

// small is the network of a file of these sizes.
var small = sync.OnceValue(func() *Network { return mustRead(randomFile(1, smallConfig, 13, smallWords, 4)) })

func mustRead(file string) *Network {
	n, err := Read(file)
	if err != nil {
		panic(err)
	}
	return n
}

// randomSentence returns words of which some are known.
func randomSentence(rnd *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = [...]string{"The", "ship", "left", "’", "42", "Äpfel", "U.S.", ",", "x" + fmt.Sprint(rnd.IntN(1000))}[rnd.IntN(9)]
	}
	return words
}

// checkWords fails unless the words have labels and the heads are a tree with
// one root.
func checkWords(t *testing.T, words []Word) {
	t.Helper()
	roots := 0
	for i, w := range words {
		if w.XPOS == "" || w.UPOS == "" || w.Name == "" || w.Rel == "" {
			t.Fatalf("word %d of %d lacks a label: %+v", i, len(words), w)
		}
		if typ, inside := strings.CutPrefix(w.Name, "I-"); inside && (i == 0 || words[i-1].Name[1:] != "-"+typ) {
			t.Fatalf("word %d is %s after nothing of the kind", i, w.Name)
		}
		if (w.Head < 0) != (w.Rel == rootRelation) || w.Head >= len(words) || w.Head == i {
			t.Fatalf("word %d of %d has the head %d and the relation %s", i, len(words), w.Head, w.Rel)
		}
		if w.Head < 0 {
			roots++
		}
		steps := 0
		for at := i; at >= 0; at = words[at].Head {
			if steps++; steps > len(words) {
				t.Fatalf("word %d is above itself", i)
			}
		}
	}
	if roots != 1 && len(words) > 0 {
		t.Fatalf("%d of %d words are roots", roots, len(words))
	}
}

func TestAnalyzeGivesTrees(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 9))
	for n := range 70 {
		out := make([]Word, n)
		small().Analyze(randomSentence(rnd, n), out)
		checkWords(t, out)
	}
	for _, n := range []int{longestWindow, longestWindow + 1, 3*longestWindow + 7} {
		out := make([]Word, n)
		small().Analyze(randomSentence(rnd, n), out)
		checkWords(t, out)
	}
}

// A network says the same on any kernels, and after any other sentence.
func TestAnalyzeSaysTheSameOnAllKernels(t *testing.T) {
	rnd := rand.New(rand.NewPCG(10, 10))
	middling := config{Word: 32, Affix: 8, Hidden: 48, Layers: 3, TagLayer: 2, Tag: 32, NER: 32, Arc: 48, Rel: 32}
	for _, n := range []*Network{small(), mustRead(randomFile(2, middling, 50, smallWords, 20))} {
		for range 30 {
			words := randomSentence(rnd, 1+rnd.IntN(60))
			want := make([]Word, len(words))
			n.Portable().Analyze(words, want)
			for name, k := range assembled() {
				fast, got := *n, make([]Word, len(words))
				fast.kernels = k
				fast.Analyze(words, got)
				if !slices.Equal(got, want) {
					t.Fatalf("%s says of %q\n%v, want\n%v", name, words, got, want)
				}
			}
		}
	}
}

func TestAnalyzeInParallel(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 11))
	words := randomSentence(rnd, 40)
	want := make([]Word, len(words))
	small().Analyze(words, want)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			got := make([]Word, len(words))
			small().Analyze(words, got)
			if !slices.Equal(got, want) {
				t.Error("it says something else beside others")
			}
		})
	}
	wait.Wait()
}

func TestAnalyzeAllocatesNothing(t *testing.T) {
	words := randomSentence(rand.New(rand.NewPCG(12, 12)), 40)
	out := make([]Word, len(words))
	if n := testing.AllocsPerRun(100, func() { small().Analyze(words, out) }); n > 1 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func FuzzAnalyze(f *testing.F) {
	f.Add("The ship left .")
	f.Add("\xff \x00 ÄÖ ’ ``")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		out, slow := make([]Word, len(words)), make([]Word, len(words))
		small().Analyze(words, out)
		checkWords(t, out)
		if len(words) > longestWindow {
			return
		}
		if small().Portable().Analyze(words, slow); !slices.Equal(out, slow) {
			t.Fatalf("%v, without assembly %v", out, slow)
		}
	})
}

func FuzzRead(f *testing.F) {
	whole := randomFile(1, smallConfig, 13, smallWords, 4)
	f.Add(whole)
	f.Add(whole[:lead])
	f.Add(whole[:len(whole)/2])
	f.Add(strings.Replace(whole, `"Hidden":5`, `"Hidden":6`, 1))
	f.Add(strings.Replace(whole, `"Offset":0`, `"Offset":-1`, 1))
	f.Fuzz(func(t *testing.T, file string) {
		n, err := Read(file)
		if err != nil {
			return
		}
		out := make([]Word, 6)
		n.Analyze([]string{"The", "ship", "left", "Ä", "42", ","}, out)
		checkWords(t, out)
	})
}

func TestReadNamesWhatIsWrong(t *testing.T) {
	whole := randomFile(1, smallConfig, 13, smallWords, 4)
	tests := []struct{ file, want string }{
		{"", "begin with"},
		{"KGNM" + whole[4:], "begin with"},
		{whole[:4] + "\x02" + whole[5:], "version 2"},
		{whole[:40], "ends inside its header"},
		{whole[:len(whole)-100], "outside the file"},
		{strings.Replace(whole, `"Config":{`, `"Config":[`, 1), "its header"},
		{strings.Replace(whole, `"Hidden":5`, `"Hidden":0`, 1), "a width of 0"},
		{strings.Replace(whole, `"Hidden":5`, `"Hidden":6`, 1), "want i8 [24 31]"},
		{strings.Replace(whole, `"tag_layer":1`, `"tag_layer":3`, 1), "tags after layer 3"},
		{strings.Replace(whole, `"Name":"arc.bias"`, `"Name":"arc.bier"`, 1), "no tensor arc.bias"},
		{strings.Replace(whole, `"root"`, `"rOOt"`, 1), `no relation is "root"`},
		{strings.Replace(whole, "\nship", "\nkkkk", 1), "not in order"},
		{strings.Replace(whole, `"Count":6`, `"Count":7`, 1), "fewer than it says"},
		{strings.Replace(whole, "suffix1", "suffix9", 1), "want suffix1"},
	}
	for _, tt := range tests {
		if _, err := Read(tt.file); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v, want an error with %q", err, tt.want)
		}
	}
}

// BenchmarkAnalyze has the sizes of the network that is shipped.
func BenchmarkAnalyze(b *testing.B) {
	c := config{Word: 128, Affix: 24, Hidden: 192, Layers: 3, TagLayer: 2, Tag: 128, NER: 128, Arc: 192, Rel: 64}
	file := randomFile(1, c, 2000, smallWords, 50)
	words := strings.Fields("The mayor of Narvik , Ida Berg , told Fjord News on Monday that 300 ships had left the port of the town .")
	kinds := assembled()
	kinds["portable"] = &portable
	for name, k := range kinds {
		b.Run(name, func(b *testing.B) {
			n, out := mustRead(file), make([]Word, len(words))
			n.kernels = k
			b.ReportAllocs()
			for b.Loop() {
				n.Analyze(words, out)
			}
			b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
