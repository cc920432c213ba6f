package postag

import (
	"sync"

	"kg/extract/nlp/internal/perceptron"
)

// Scorer is a model, or a learner that becomes one.
type Scorer interface {
	Score(features []perceptron.Feature, scores []int32)
}

// Tagger tags sentences. It may be used by several goroutines at once.
type Tagger struct {
	xpos, upos *perceptron.Model
	scratch    sync.Pool // of *Scratch
}

// New returns the tagger of two models: one for Penn tags and one for Universal
// parts of speech that was trained on the first one's classes in their order.
func New(xpos, upos *perceptron.Model) *Tagger {
	return &Tagger{xpos: xpos, upos: upos, scratch: sync.Pool{New: func() any {
		return NewScratch(xpos.Classes, upos.Classes)
	}}}
}

// Scratch is the memory in which a sentence is tagged.
type Scratch struct {
	*Words
	XPOS, UPOS []uint8 // classes
	features   []perceptron.Feature
	scores     []int32
}

// NewScratch returns a scratch for the classes of a tagger.
func NewScratch(xpos, upos []string) *Scratch {
	return &Scratch{Words: NewWords(xpos), scores: make([]int32, max(len(xpos), len(upos)))}
}

// Tag sets xpos and upos, which are as long as words, to the tags of words.
func (t *Tagger) Tag(words, xpos, upos []string) {
	s := t.scratch.Get().(*Scratch)
	defer t.scratch.Put(s)
	s.Reset(words)
	s.TagXPOS(t.xpos, len(t.xpos.Classes))
	s.TagUPOS(t.upos, len(t.upos.Classes))
	for i := range words {
		xpos[i] = t.xpos.Classes[s.XPOS[i]]
		upos[i] = t.upos.Classes[s.UPOS[i]]
	}
}

// TagXPOS sets s.XPOS.
func (s *Scratch) TagXPOS(model Scorer, classes int) {
	s.XPOS = s.XPOS[:0]
	for i := range s.Forms {
		s.features = s.XPOSFeatures(s.features[:0], s.XPOS, i)
		model.Score(s.features, s.scores[:classes])
		s.XPOS = append(s.XPOS, uint8(perceptron.Best(s.scores[:classes], nil)))
	}
}

// TagUPOS sets s.UPOS from s.XPOS.
func (s *Scratch) TagUPOS(model Scorer, classes int) {
	s.UPOS = s.UPOS[:0]
	for i := range s.Forms {
		s.features = s.UPOSFeatures(s.features[:0], s.XPOS, s.UPOS, i)
		model.Score(s.features, s.scores[:classes])
		s.UPOS = append(s.UPOS, uint8(perceptron.Best(s.scores[:classes], nil)))
	}
}
