// Command train rebuilds the model of the sentence splitter from the treebanks,
// byte for byte:
//
//	go run ./extract/nlp/train -data ../shared/data/treebanks -out data/models
//
// It takes seconds, and prints the accuracy on the development data. The network
// for tags, names and trees is trained by the scripts in train/network.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"time"

	"kg/extract/nlp/internal/perceptron"
)

var banks = []string{"en_ewt-ud", "en_gum-open"}

func main() {
	data := flag.String("data", "../shared/data/treebanks", "folder of the treebanks")
	out := flag.String("out", "data/models", "folder to write the models to")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// progress prints how far a training is.
type progress func(format string, args ...any)

func run(data, out string) error {
	clock := time.Now()
	return runSplitter(data, out, func(format string, args ...any) {
		fmt.Printf("%5.0f s  %s\n", time.Since(clock).Seconds(), fmt.Sprintf(format, args...))
	})
}

func writeModel(path string, model *perceptron.Model) error {
	var file bytes.Buffer
	if err := model.Write(&file); err != nil {
		return err
	}
	return os.WriteFile(path, file.Bytes(), 0o644)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func share(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }
