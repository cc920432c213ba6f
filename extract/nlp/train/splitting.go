package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"

	"kg/extract/nlp"
	"kg/extract/nlp/internal/perceptron"
	"kg/extract/nlp/internal/sentsplit"
)

// splitText is a text whose tokens are known to end sentences or not.
type splitText struct {
	*sentsplit.Text
	ends []bool
}

func newSplitText(d *rawDocument) splitText {
	text, ends := d.text()
	tokens, gaps := nlp.SentenceGaps(text)
	t := splitText{gaps, make([]bool, len(tokens))}
	for i, token := range tokens {
		t.ends[i] = ends[token.End]
	}
	return t
}

// readRawBanks reads the texts of one part of the treebanks.
func readRawBanks(folder, part string) ([][]*rawDocument, error) {
	var out [][]*rawDocument
	for _, name := range banks {
		documents, err := readRaw(filepath.Join(folder, name+"-"+part+".conllu"))
		if err != nil {
			return nil, err
		}
		out = append(out, documents)
	}
	return out, nil
}

// Chosen on the development data, where they matter little.
const (
	splitEpochs = 5
	splitMargin = 6
	leastSplit  = 1
)

// runSplitter trains the splitter and writes its model.
func runSplitter(data, out string, progress progress) error {
	clean, err := readRawBanks(data, "train")
	if err != nil {
		return err
	}
	dev, err := readRawBanks(data, "dev")
	if err != nil {
		return err
	}
	texts := splitTexts(withRawNoise(slices.Concat(clean...), rand.New(rand.NewPCG(1, 8))))
	progress("%d documents with noisy copies", len(texts))
	model := trainSplitter(texts, splitEpochs, 1)
	for i := range dev {
		progress("%s dev: %s", banks[i], splitScore(splitTexts(dev[i]), model))
	}
	return writeModel(filepath.Join(out, "splitter.model"), model)
}

func splitTexts(documents []*rawDocument) []splitText {
	texts := make([]splitText, len(documents))
	for i, d := range documents {
		texts[i] = newSplitText(d)
	}
	return texts
}

// trainSplitter trains a model of the ends of sentences.
func trainSplitter(texts []splitText, epochs int, seed uint64) *perceptron.Model {
	learner := perceptron.NewLearner(sentsplit.Classes)
	random := rand.New(rand.NewPCG(seed, 7))
	order := slices.Clone(texts)
	lesson := newLesson(learner, len(sentsplit.Classes), splitMargin)
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, t := range order {
			t.learn(lesson)
		}
	}
	return learner.Model(leastSplit)
}

// learn goes through the gaps where the model has a choice.
func (t splitText) learn(lesson *lesson) {
	first := 0
	for i := range t.Tokens {
		if !t.LineEnds(i) && t.Candidate(i) {
			lesson.features = t.Features(lesson.features[:0], first, i)
			lesson.learn(one(t.ends[i]))
		}
		if t.ends[i] || t.LineEnds(i) {
			first = i + 1
		}
	}
}

// splitScore returns precision, recall and F1 of the sentences.
func splitScore(texts []splitText, model *perceptron.Model) string {
	gold, found, right := 0, 0, 0
	for _, t := range texts {
		ends := sentsplit.Ends(t.Text, model)
		same := true // both sentences began at the same token
		for i := range ends {
			gold += one(t.ends[i])
			found += one(ends[i])
			right += one(ends[i] && t.ends[i] && same)
			if ends[i] || t.ends[i] {
				same = ends[i] == t.ends[i]
			}
		}
	}
	p, r := share(right, found), share(right, gold)
	return fmt.Sprintf("sentences P %.4f R %.4f F1 %.4f", p, r, 2*p*r/max(p+r, 1e-9))
}
