package depparse

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kg/extract/nlp/internal/perceptron"
)

var testClasses = []string{"left nsubj", "left root", "right obj", "right punct", "shift"}

func moves(t *testing.T) *Moves {
	t.Helper()
	m, err := NewMoves(testClasses)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMovesMakeATree(t *testing.T) {
	m := moves(t)
	var s State
	s.Reset([]string{"Ships", "carry", "grain"}, []string{"NNS", "VBP", "NN"}, []string{"NOUN", "VERB", "NOUN"})
	for _, class := range []string{"shift", "left nsubj", "shift", "shift", "right obj", "left root"} {
		move := m.Moves[slices.Index(testClasses, class)]
		if !m.Allowed(&s, move) {
			t.Fatalf("%s is not allowed with %v on the stack and %d next", class, s.Stack, s.Next)
		}
		s.Make(move)
	}
	if !s.Done() {
		t.Fatal("not done")
	}
	var got []string
	for i := range s.Words() {
		got = append(got, m.Labels[s.Nodes[i].Label])
	}
	if s.Nodes[0].Head != 1 || s.Nodes[1].Head != 3 || s.Nodes[2].Head != 1 || strings.Join(got, " ") != "nsubj root obj" {
		t.Errorf("%+v %v", s.Nodes, got)
	}
}

func TestMovesOfAnotherModel(t *testing.T) {
	for want, classes := range map[string][]string{
		`"up nsubj" is no transition`:            {"shift", "up nsubj"},
		`"NN" is no transition`:                  {"NN"},
		`lack shift, a right one or "left root"`: {"shift", "left nsubj", "right obj"},
	} {
		if _, err := NewMoves(classes); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", classes, err, want)
		}
	}
}

// checkTree fails unless every word has one head in the sentence, no word is
// above itself, and one is the root.
func checkTree(t *testing.T, heads []int) {
	t.Helper()
	roots := 0
	for i, head := range heads {
		if head == None {
			roots++
		}
		if head < None || head >= len(heads) {
			t.Fatalf("word %d has the head %d of %d", i, head, len(heads))
		}
		steps := 0
		for at := i; at != None; at = heads[at] {
			if steps++; steps > len(heads) {
				t.Fatalf("word %d is above itself: %v", i, heads)
			}
		}
	}
	if roots != 1 && len(heads) > 0 {
		t.Fatalf("%d roots: %v", roots, heads)
	}
}

// randomModel scores by chance, so that it tries every order of moves.
func randomModel(seed uint64) *perceptron.Model {
	l := perceptron.NewLearner(testClasses)
	random := rand.New(rand.NewPCG(seed, 9))
	l.Step()
	var s State
	for range 40 {
		words := randomWords(random)
		s.Reset(words, words, words)
		l.Update(s.Features(nil), random.IntN(len(testClasses)), int32(random.IntN(7)-3))
	}
	l.Step()
	return l.Model(1)
}

func randomWords(random *rand.Rand) []string {
	words := make([]string, random.IntN(12))
	for i := range words {
		words[i] = string(rune('a' + random.IntN(4)))
	}
	return words
}

func TestEveryParseIsATree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for seed := range uint64(50) {
		p, err := New(randomModel(seed))
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			words := randomWords(random)
			heads, rels := make([]int, len(words)), make([]string, len(words))
			p.Parse(words, words, words, heads, rels)
			checkTree(t, heads)
			for i := range heads {
				if (rels[i] == rootLabel) != (heads[i] == None) {
					t.Fatalf("heads %v, relations %v", heads, rels)
				}
			}
		}
	}
}

// Following moves that cost nothing leads to the right tree, whichever they are.
func TestMovesWithoutCostMakeTheGoldTree(t *testing.T) {
	m := moves(t)
	random := rand.New(rand.NewPCG(3, 3))
	costs := make([]int, len(m.Moves))
	for range 2000 {
		gold := randomGold(random, m)
		var s State
		words := make([]string, len(gold.Heads))
		s.Reset(words, words, words)
		for !s.Done() {
			gold.Costs(m, &s, costs)
			var free []int
			for class, cost := range costs {
				if cost == 0 {
					free = append(free, class)
				}
			}
			if len(free) == 0 {
				t.Fatalf("%v: every move costs with %v on the stack and %d next: %v", gold.Heads, s.Stack, s.Next, costs)
			}
			s.Make(m.Moves[free[random.IntN(len(free))]])
		}
		for i, head := range gold.Heads {
			if s.Nodes[i].Head != head || s.Nodes[i].Label != gold.Labels[i] {
				t.Fatalf("word %d of %v has the head %d", i, gold.Heads, s.Nodes[i].Head)
			}
		}
	}
}

// randomGold returns a projective tree with labels that the moves can make.
func randomGold(random *rand.Rand, m *Moves) *Gold {
	n := 1 + random.IntN(8)
	g := &Gold{Heads: make([]int, n), Labels: make([]uint8, n)}
	for i := range g.Heads {
		g.Heads[i] = None
	}
	hang(random, g.Heads, 0, n, n)
	for i, head := range g.Heads {
		side := "obj"
		switch {
		case head == n:
			side = "root"
		case head > i:
			side = "nsubj"
		}
		g.Labels[i] = uint8(slices.Index(m.Labels, side))
	}
	return g
}

// hang gives one word of [first, end) the head and hangs the others below it.
func hang(random *rand.Rand, heads []int, first, end, head int) {
	if first >= end {
		return
	}
	at := first + random.IntN(end-first)
	heads[at] = head
	for from := first; from < at; {
		to := from + 1 + random.IntN(at-from)
		hang(random, heads, from, to, at)
		from = to
	}
	for from := at + 1; from < end; {
		to := from + 1 + random.IntN(end-from)
		hang(random, heads, from, to, at)
		from = to
	}
}

func TestProjective(t *testing.T) {
	for _, tt := range []struct{ heads, want []int }{
		{[]int{1, 3, 1}, []int{1, 3, 1}},
		{[]int{2, 3, 4, 2}, []int{2, 2, 4, 2}}, // word 1 hangs on 3, past the root
		{nil, nil},
	} {
		if got := Projective(tt.heads); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("Projective(%v) = %v, want %v", tt.heads, got, tt.want)
		}
	}
}
