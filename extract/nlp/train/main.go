// Command train rebuilds the models of the sentence splitter, the tagger and the
// parser from the treebanks, byte for byte:
//
//	go run ./extract/nlp/train -data ../shared/data/treebanks -out data/models
//
// It takes some minutes, and prints the accuracy on the development data. With
// -only splitter it trains that model alone, in seconds.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kg/extract/nlp/internal/depparse"
	"kg/extract/nlp/internal/perceptron"
)

// How often training passes over the data: chosen on the development data,
// where more gained nothing.
const (
	foldEpochs   = 5
	xposEpochs   = 8
	uposEpochs   = 6
	parserEpochs = 8
)

// The least weights that are kept, in steps of 1/127 of the greatest. Of the
// parser's, three quarters are one step; without them its accuracy falls by
// 0.2 to 0.3 and its size by two thirds.
const (
	leastTagWeight    = 1
	leastParserWeight = 2
)

var banks = []string{"en_ewt-ud", "en_gum-open"}

func main() {
	data := flag.String("data", "../shared/data/treebanks", "folder of the treebanks")
	out := flag.String("out", "data/models", "folder to write the models to")
	only := flag.String("only", "", "train this one alone: splitter or syntax")
	flag.Parse()
	if err := run(*data, *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// trainings are the trainers of the models, each independent of the others.
var trainings = []struct {
	name  string
	train func(data, out string, progress progress) error
}{
	{"splitter", runSplitter},
	{"syntax", runSyntax},
}

// progress prints how far a training is.
type progress func(format string, args ...any)

func run(data, out, only string) error {
	clock := time.Now()
	report := func(format string, args ...any) {
		fmt.Printf("%5.0f s  %s\n", time.Since(clock).Seconds(), fmt.Sprintf(format, args...))
	}
	found := false
	for _, t := range trainings {
		if only != "" && only != t.name {
			continue
		}
		found = true
		if err := t.train(data, out, report); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	if !found {
		return fmt.Errorf("-only %s: there is no such training; see -help", only)
	}
	return nil
}

// runSyntax trains the tagger and the parser.
func runSyntax(data, out string, progress progress) error {
	clean, err := readBanks(data, "train")
	if err != nil {
		return err
	}
	dev, err := readBanks(data, "dev")
	if err != nil {
		return err
	}
	bank := withNoise(slices.Concat(clean...), rand.New(rand.NewPCG(1, 0)))
	sets := collectTagsets(bank)
	progress("%d sentences with noisy copies, %d Penn tags, %d parts of speech", len(bank), len(sets.xpos), len(sets.upos))

	guessXPOS(bank, sets, foldEpochs)
	progress("Penn tags guessed")
	guessUPOS(bank, sets, foldEpochs)
	progress("parts of speech guessed")
	xpos := trainXPOS(bank, sets, xposEpochs, 1)
	upos := trainUPOS(bank, sets, uposEpochs, 1)
	for i := range dev {
		progress("%s dev: %s", banks[i], tagScore(dev[i], xpos, upos, sets))
	}
	parser, err := trainParser(bank, parserEpochs, 1, func(epoch int) { progress("parser: epoch %d", epoch+1) })
	if err != nil {
		return err
	}
	for i := range dev {
		progress("%s dev: %s", banks[i], parseScore(dev[i], parser))
	}
	for _, m := range []struct {
		name  string
		model *perceptron.Model
	}{{"xpos", xpos}, {"upos", upos}, {"parser", parser}} {
		if err := writeModel(filepath.Join(out, m.name+".model"), m.model); err != nil {
			return err
		}
	}
	return nil
}

func readBanks(folder, part string) ([][]*sentence, error) {
	var out [][]*sentence
	for _, name := range banks {
		bank, err := readTreebank(filepath.Join(folder, name+"-"+part+".conllu"))
		if err != nil {
			return nil, err
		}
		out = append(out, bank)
	}
	return out, nil
}

func writeModel(path string, model *perceptron.Model) error {
	var file bytes.Buffer
	if err := model.Write(&file); err != nil {
		return err
	}
	return os.WriteFile(path, file.Bytes(), 0o644)
}

// tagScore tags the sentences, which keep what was guessed, and returns how
// many tags are right.
func tagScore(bank []*sentence, xpos, upos *perceptron.Model, sets tagsets) string {
	n, x, u := 0, 0, 0
	for _, s := range bank {
		setXPOS(s, xpos, sets)
		setUPOS(s, upos, sets)
		for i := range s.words {
			n++
			x += one(s.guessedXPOS[i] == s.xpos[i])
			u += one(s.guessedUPOS[i] == s.upos[i])
		}
	}
	return fmt.Sprintf("XPOS %.4f UPOS %.4f", share(x, n), share(u, n))
}

// parseScore parses the sentences with their guessed tags and returns how many
// heads, and heads with the whole relation, are right.
func parseScore(bank []*sentence, model *perceptron.Model) string {
	parser, err := depparse.New(model)
	if err != nil {
		return err.Error()
	}
	n, attached, labelled := 0, 0, 0
	for _, s := range bank {
		heads, rels := make([]int, len(s.words)), make([]string, len(s.words))
		parser.Parse(s.words, s.guessedXPOS, s.guessedUPOS, heads, rels)
		for i := range s.words {
			n++
			if heads[i] == s.heads[i] {
				attached++
				labelled += one(rels[i] == s.rels[i])
			}
		}
	}
	return fmt.Sprintf("UAS %.4f LAS (full) %.4f", share(attached, n), share(labelled, n))
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }
