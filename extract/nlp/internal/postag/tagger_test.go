package postag

import (
	"slices"
	"strings"
	"testing"

	"kg/extract/nlp/internal/perceptron"
)

var (
	xposTags = []string{"DT", "NN", "VBZ"}
	uposTags = []string{"AUX", "DET", "NOUN", "VERB"}
)

// small returns a tagger that has learnt one sentence.
func small() *Tagger {
	words := []string{"The", "ship", "sails"}
	s := NewScratch(xposTags, uposTags)
	s.Reset(words)
	xpos, upos := perceptron.NewLearner(xposTags), perceptron.NewLearner(uposTags)
	for i := range words {
		x, u := i, i+1
		xpos.Update(s.XPOSFeatures(nil, s.XPOS, i), x, 1)
		s.XPOS = append(s.XPOS, uint8(x))
		upos.Update([]perceptron.Feature{perceptron.Make(51, uint64(x)+1)}, u, 1)
	}
	xpos.Step()
	upos.Step()
	return New(xpos.Model(1), upos.Model(1))
}

func TestTag(t *testing.T) {
	tagger := small()
	for sentence, want := range map[string]string{
		"The ship sails": "DT/DET NN/NOUN VBZ/VERB",
		"the ship":       "DT/DET NN/NOUN",
		"":               "",
	} {
		words := strings.Fields(sentence)
		xpos, upos := make([]string, len(words)), make([]string, len(words))
		tagger.Tag(words, xpos, upos)
		var got []string
		for i := range words {
			got = append(got, xpos[i]+"/"+upos[i])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", sentence, got, want)
		}
	}
}

func TestCasing(t *testing.T) {
	for sentence, want := range map[string]uint64{
		"The ship left Oslo at noon":      mixed,
		"the ship left oslo":              noCapital,
		"Ship Leaves Oslo for the Arctic": mostlyCapital,
		"SHIP LEAVES OSLO TODAY":          allUpper,
		"":                                noCapital,
	} {
		w := NewWords(nil)
		w.Reset(strings.Fields(sentence))
		if w.casing != want {
			t.Errorf("%q: %d, want %d", sentence, w.casing, want)
		}
	}
}

// The tag of a word depends on those before it and, for the part of speech, on
// the next verb.
func TestFeaturesSeeTheContext(t *testing.T) {
	w := NewWords(xposTags)
	w.Reset([]string{"The", "ship", "sails"})
	a, b := w.XPOSFeatures(nil, []uint8{0}, 1), w.XPOSFeatures(nil, []uint8{1}, 1)
	if slices.Equal(a, b) {
		t.Error("the tag before makes no difference")
	}
	a, b = w.UPOSFeatures(nil, []uint8{0, 1, 1}, nil, 0), w.UPOSFeatures(nil, []uint8{0, 1, 2}, nil, 0)
	if slices.Equal(a, b) {
		t.Error("the next verb makes no difference")
	}
}
