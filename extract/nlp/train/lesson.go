package main

import "kg/extract/nlp/internal/perceptron"

// lesson is one decision in training.
type lesson struct {
	learner  *perceptron.Learner
	features []perceptron.Feature
	scores   []int32
	margin   int32 // by which the right class has to lead for nothing to be learnt
}

func newLesson(learner *perceptron.Learner, classes int, margin int32) *lesson {
	return &lesson{learner: learner, scores: make([]int32, classes), margin: margin}
}

// learn returns the class that the learner gives the features, after moving its
// weights if that is not want or leads by less than the margin. A negative want
// is not known and nothing is learnt.
func (l *lesson) learn(want int) uint8 {
	l.learner.Score(l.features, l.scores)
	guess := perceptron.Best(l.scores)
	if want < 0 {
		return uint8(guess)
	}
	l.learner.Step()
	rival := guess
	if guess == want {
		l.scores[want] -= l.margin
		rival = perceptron.Best(l.scores)
	}
	if rival != want {
		l.learner.Update(l.features, want, 1)
		l.learner.Update(l.features, rival, -1)
	}
	return uint8(guess)
}
