package main

import (
	"math/rand/v2"
	"slices"
	"sync"

	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/postag"
)

// tagsets are the classes of the taggers, the same in every part of the data.
type tagsets struct{ xpos, upos []string }

func collectTagsets(bank []*sentence) tagsets {
	var t tagsets
	for _, s := range bank {
		t.xpos = append(t.xpos, s.xpos...)
		t.upos = append(t.upos, s.upos...)
	}
	return tagsets{distinct(t.xpos), distinct(t.upos)}
}

// distinct returns the words that are not empty, each once, sorted.
func distinct(words []string) []string {
	slices.Sort(words)
	words = slices.Compact(words)
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// trainXPOS trains a model of Penn tags on the sentences.
func trainXPOS(bank []*sentence, sets tagsets, epochs int, seed uint64) *perceptron.Model {
	learner := perceptron.NewLearner(sets.xpos)
	scratch := postag.NewScratch(sets.xpos, sets.upos)
	random := rand.New(rand.NewPCG(seed, 1))
	order := slices.Clone(bank)
	lesson := newLesson(learner, len(sets.xpos))
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, s := range order {
			scratch.Reset(s.words)
			scratch.XPOS = scratch.XPOS[:0]
			for i, tag := range s.xpos {
				lesson.features = scratch.XPOSFeatures(lesson.features[:0], scratch.XPOS, i)
				scratch.XPOS = append(scratch.XPOS, lesson.learn(slices.Index(sets.xpos, tag)))
			}
		}
	}
	return learner.Model(leastTagWeight)
}

// trainUPOS trains a model of Universal parts of speech on the sentences that
// have them and their guessed Penn tags.
func trainUPOS(bank []*sentence, sets tagsets, epochs int, seed uint64) *perceptron.Model {
	learner := perceptron.NewLearner(sets.upos)
	scratch := postag.NewScratch(sets.xpos, sets.upos)
	random := rand.New(rand.NewPCG(seed, 2))
	order := slices.Clone(bank)
	lesson := newLesson(learner, len(sets.upos))
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, s := range order {
			scratch.Reset(s.words)
			scratch.XPOS = classes(scratch.XPOS[:0], s.guessedXPOS, sets.xpos)
			scratch.UPOS = scratch.UPOS[:0]
			for i, tag := range s.upos {
				lesson.features = scratch.UPOSFeatures(lesson.features[:0], scratch.XPOS, scratch.UPOS, i)
				scratch.UPOS = append(scratch.UPOS, lesson.learn(slices.Index(sets.upos, tag)))
			}
		}
	}
	return learner.Model(leastTagWeight)
}

func classes(dst []uint8, tags, set []string) []uint8 {
	for _, tag := range tags {
		dst = append(dst, uint8(slices.Index(set, tag)))
	}
	return dst
}

// lesson is one decision of a tagger in training.
type lesson struct {
	learner  *perceptron.Learner
	features []perceptron.Feature
	scores   []int32
	margin   int32
}

func newLesson(learner *perceptron.Learner, classes int) *lesson {
	return &lesson{learner: learner, scores: make([]int32, classes), margin: tagMargin}
}

// learn returns the class that the learner gives the features, after moving its
// weights if that is not want or leads by less than the margin. A negative want
// is not known and nothing is learnt.
func (l *lesson) learn(want int) uint8 {
	l.learner.Score(l.features, l.scores)
	guess := perceptron.Best(l.scores, nil)
	if want < 0 {
		return uint8(guess)
	}
	l.learner.Step()
	rival := guess
	if guess == want {
		l.scores[want] -= l.margin
		rival = perceptron.Best(l.scores, nil)
	}
	if rival != want {
		l.learner.Update(l.features, want, 1)
		l.learner.Update(l.features, rival, -1)
	}
	return uint8(guess)
}

// tagMargin is by how much the right class has to lead for nothing to be learnt,
// in weights, of which a decision sums about forty.
const tagMargin = 3

// folds is the number of parts for guessing tags: each is tagged by a tagger
// that was trained on the others.
const folds = 5

// guessXPOS sets the guessed Penn tags of the sentences.
func guessXPOS(bank []*sentence, sets tagsets, epochs int) {
	guess(bank, func(others []*sentence, fold int) func(*sentence) {
		model := trainXPOS(others, sets, epochs, uint64(fold))
		return func(s *sentence) { setXPOS(s, model, sets) }
	})
}

// guessUPOS sets the guessed parts of speech, after guessXPOS.
func guessUPOS(bank []*sentence, sets tagsets, epochs int) {
	guess(bank, func(others []*sentence, fold int) func(*sentence) {
		model := trainUPOS(others, sets, epochs, uint64(fold))
		return func(s *sentence) { setUPOS(s, model, sets) }
	})
}

func setXPOS(s *sentence, model *perceptron.Model, sets tagsets) {
	scratch := postag.NewScratch(sets.xpos, sets.upos)
	scratch.Reset(s.words)
	scratch.TagXPOS(model, len(sets.xpos))
	s.guessedXPOS = names(scratch.XPOS, sets.xpos)
}

func setUPOS(s *sentence, model *perceptron.Model, sets tagsets) {
	scratch := postag.NewScratch(sets.xpos, sets.upos)
	scratch.Reset(s.words)
	scratch.XPOS = classes(scratch.XPOS[:0], s.guessedXPOS, sets.xpos)
	scratch.TagUPOS(model, len(sets.upos))
	s.guessedUPOS = names(scratch.UPOS, sets.upos)
}

func names(classes []uint8, set []string) []string {
	out := make([]string, len(classes))
	for i, c := range classes {
		out[i] = set[c]
	}
	return out
}

// guess trains on all folds but one and applies the result to that one, for
// each in turn. The folds don't depend on each other and run side by side.
func guess(bank []*sentence, train func(others []*sentence, fold int) func(*sentence)) {
	var parts [folds][]*sentence
	for _, s := range bank {
		parts[s.fold] = append(parts[s.fold], s)
	}
	var wait sync.WaitGroup
	var apply [folds]func(*sentence)
	for fold := range folds {
		wait.Go(func() {
			others := slices.Concat(slices.Concat(parts[:fold]...), slices.Concat(parts[fold+1:]...))
			apply[fold] = train(others, fold)
		})
	}
	wait.Wait()
	for _, s := range bank {
		apply[s.fold](s)
	}
}
