package main

import (
	"math/rand/v2"
	"slices"

	"kg/extract/nlp/internal/depparse"
	"kg/extract/nlp/internal/perceptron"
)

// transitions returns the classes of the parser: shift, and every relation in
// the directions in which it occurs.
func transitions(bank []*sentence) []string {
	classes := []string{depparse.Class(depparse.Shift, "")}
	for _, s := range bank {
		for i, head := range s.heads {
			kind := depparse.Left
			if head >= 0 && head < i {
				kind = depparse.Right
			}
			classes = append(classes, depparse.Class(kind, s.rels[i]))
		}
		if len(classes) > 1<<16 {
			classes = distinct(classes)
		}
	}
	return distinct(classes)
}

// parserTrainer trains a parser on sentences with guessed tags.
type parserTrainer struct {
	learner  *perceptron.Learner
	moves    *depparse.Moves
	state    depparse.State
	random   *rand.Rand
	features []perceptron.Feature
	scores   []int32
	costs    []int
}

// exploration is the share of steps at which training goes on with the
// parser's own choice, right or wrong, once the first epoch is over.
const exploration = 0.9

// parserMargin is that of the parser; a decision sums about two hundred weights.
const parserMargin = 5

// trainParser trains a model of transitions on sentences whose tags have been
// guessed, and reports after each epoch.
func trainParser(bank []*sentence, epochs int, seed uint64, report func(epoch int)) (*perceptron.Model, error) {
	classes := transitions(bank)
	moves, err := depparse.NewMoves(classes)
	if err != nil {
		return nil, err
	}
	t := &parserTrainer{
		learner: perceptron.NewLearner(classes), moves: moves, random: rand.New(rand.NewPCG(seed, 5)),
		scores: make([]int32, len(classes)), costs: make([]int, len(classes)),
	}
	order := slices.Clone(bank)
	golds := map[*sentence]*depparse.Gold{}
	for _, s := range order {
		golds[s] = goldOf(s, moves)
	}
	for epoch := range epochs {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, s := range order {
			t.learn(s, golds[s], epoch > 0)
		}
		report(epoch)
	}
	return t.learner.Model(leastParserWeight), nil
}

func goldOf(s *sentence, moves *depparse.Moves) *depparse.Gold {
	g := &depparse.Gold{}
	for i, head := range s.heads {
		if head < 0 {
			head = len(s.heads)
		}
		g.Heads = append(g.Heads, head)
		g.Labels = append(g.Labels, uint8(slices.Index(moves.Labels, s.rels[i])))
	}
	g.Heads = depparse.Projective(g.Heads)
	return g
}

// learn parses s and moves the weights wherever the best transition costs
// something, or leads one that does by less than the margin.
func (t *parserTrainer) learn(s *sentence, gold *depparse.Gold, explore bool) {
	t.state.Reset(s.words, s.guessedXPOS, s.guessedUPOS)
	for !t.state.Done() {
		t.features = t.state.Features(t.features[:0])
		t.learner.Score(t.features, t.scores)
		gold.Costs(t.moves, &t.state, t.costs)
		least := slices.Min(t.costs)
		right := t.best(least, least)
		rival := t.best(least+1, depparse.Forbidden-1)
		t.learner.Step()
		next := right
		if rival >= 0 && t.scores[rival]+parserMargin > t.scores[right] {
			t.learner.Update(t.features, right, 1)
			t.learner.Update(t.features, rival, -1)
		}
		if rival >= 0 && t.scores[rival] > t.scores[right] && explore && t.random.Float64() < exploration {
			next = rival
		}
		t.state.Make(t.moves.Moves[next])
	}
}

// best returns the class with the highest score whose cost is between least and
// most, or -1.
func (t *parserTrainer) best(least, most int) int {
	best := -1
	for class, score := range t.scores {
		if c := t.costs[class]; least <= c && c <= most && (best < 0 || score > t.scores[best]) {
			best = class
		}
	}
	return best
}
