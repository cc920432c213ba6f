package perceptron

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// weather learns which sky follows from the clouds and the wind.
func weather() *Learner {
	l := NewLearner([]string{"dry", "rain", "snow"})
	scores := make([]int32, 3)
	for range 5 {
		for _, e := range []struct {
			features []Feature
			class    int
		}{
			{[]Feature{Make(1, 0), Make(2, 7)}, 0},
			{[]Feature{Make(1, 1), Make(2, 7)}, 1},
			{[]Feature{Make(1, 1), Make(2, 8)}, 2},
		} {
			l.Step()
			l.Score(e.features, scores)
			if guess := Best(scores); guess != e.class {
				l.Update(e.features, e.class, 1)
				l.Update(e.features, guess, -1)
			}
		}
	}
	return l
}

func TestModelAnswersAsItLearnt(t *testing.T) {
	m := weather().Model(1)
	scores := make([]int32, len(m.Classes))
	for want, features := range map[string][]Feature{
		"dry":  {Make(1, 0), Make(2, 7)},
		"rain": {Make(1, 1), Make(2, 7)},
		"snow": {Make(1, 1), Make(2, 8), Make(3, 1)},
	} {
		m.Score(features, scores)
		if got := m.Classes[Best(scores)]; got != want {
			t.Errorf("%v: %s, want %s", scores, got, want)
		}
	}
}

func TestWeightsAreAveraged(t *testing.T) {
	l := NewLearner([]string{"a", "b"})
	f, g := []Feature{1}, []Feature{2}
	l.Update(f, 0, 1) // for all of four steps
	l.Step()
	l.Step()
	l.Update(g, 0, 1) // for two of them
	l.Step()
	l.Step()
	m := l.Model(1)
	scores := make([]int32, 2)
	if m.Score(f, scores); scores[0] != 127 || scores[1] != 0 {
		t.Errorf("the feature of all steps scores %v, want 127 and 0", scores)
	}
	if m.Score(g, scores); scores[0] != 64 {
		t.Errorf("the feature of half the steps scores %v, want 64", scores)
	}
}

func TestBest(t *testing.T) {
	for _, tt := range []struct {
		scores []int32
		want   int
	}{
		{[]int32{1, 3, 3}, 1},
		{[]int32{-5, -1}, 1},
		{nil, -1},
	} {
		if got := Best(tt.scores); got != tt.want {
			t.Errorf("Best(%v) = %d, want %d", tt.scores, got, tt.want)
		}
	}
}

func encoded(t *testing.T, m *Model) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := m.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEncodingRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	l := NewLearner([]string{"", "x", "left nsubj:pass"})
	for range 1000 {
		l.Step()
		l.Update([]Feature{Feature(random.Uint32()), Feature(random.IntN(50))}, random.IntN(3), int32(random.IntN(9)-4))
	}
	if _, err := Read(bytes.NewReader(encoded(t, weather().Model(2)))); err != nil {
		t.Errorf("without small weights: %v", err)
	}
	for name, m := range map[string]*Model{"small": weather().Model(1), "large": l.Model(1), "empty": NewLearner(nil).Model(1)} {
		file := encoded(t, m)
		again, err := Read(bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(encoded(t, again), file) {
			t.Errorf("%s: written again it is another file", name)
		}
		if !reflect.DeepEqual(again.Classes, append([]string{}, m.Classes...)) {
			t.Errorf("%s: classes %q, want %q", name, again.Classes, m.Classes)
		}
		a, b := make([]int32, len(m.Classes)), make([]int32, len(m.Classes))
		for f := range Feature(100) {
			m.Score([]Feature{f, f * 31}, a)
			again.Score([]Feature{f, f * 31}, b)
			if !reflect.DeepEqual(a, b) {
				t.Fatalf("%s: feature %d scores %v, was %v", name, f, b, a)
			}
		}
	}
}

type brokenDisk struct{}

func (brokenDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteReportsErrors(t *testing.T) {
	if err := weather().Model(1).Write(brokenDisk{}); err == nil {
		t.Error("the error is lost")
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	good := encoded(t, weather().Model(1))
	changed := bytes.Clone(good)
	changed[len(changed)-1] ^= 1
	for _, tt := range []struct {
		name, want string
		file       []byte
	}{
		{"nothing", `does not begin with "kgp1"`, nil},
		{"another file", `does not begin with "kgp1"`, []byte("lexicon\tof\tnames")},
		{"one bit changed", "its checksum is", changed},
		{"cut short", "its checksum is", good[:len(good)-3]},
	} {
		if _, err := Read(bytes.NewReader(tt.file)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// A file whose checksum is right may still hold nonsense.
func FuzzDecode(f *testing.F) {
	f.Add(weather().Model(1).plain())
	f.Add([]byte{1, 1, 'x', 1, 5, 1, 0, 7})
	f.Add([]byte{1, 1, 'x', 1, 5, 1, 9, 7})
	f.Fuzz(func(t *testing.T, plain []byte) {
		d := decoder{rest: plain}
		m := d.model()
		if d.err != nil {
			return
		}
		m.Score([]Feature{0, 1, 5}, make([]int32, len(m.Classes)))
		if _, err := Read(bytes.NewReader(encoded(t, m))); err != nil {
			t.Fatal(err)
		}
	})
}
