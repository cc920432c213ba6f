package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"time"

	"kg/extract/nlp/internal/postag"
)

func main() {
	dir := "/work/shared/data/treebanks/"
	ewt, err := readTreebank(dir + "en_ewt-ud-train.conllu")
	if err != nil {
		panic(err)
	}
	gum, _ := readTreebank(dir + "en_gum-open-train.conllu")
	masc, err := readMASC(dir + "masc_tagged.zip")
	if err != nil {
		panic(err)
	}
	bank := slices.Concat(ewt, gum)
	sets := collectTagsets(bank)
	epochs, _ := strconv.Atoi(os.Args[1])
	m, _ := strconv.Atoi(os.Args[2])
	margin = int32(m)
	if os.Args[3] == "masc" {
		bank = append(bank, masc...)
	}
	start := time.Now()
	model := trainXPOS(withNoise(bank, rand.New(rand.NewPCG(1, 1))), sets, epochs, 1)
	fmt.Println(os.Args[1:], "sentences", len(bank), "time", time.Since(start))
	var b sizer
	model.Write(&b)
	scratch := postag.NewScratch(sets.xpos, sets.upos)
	for _, f := range []string{"ewt-ud", "gum-open"} {
		dev, _ := readTreebank(dir + "en_" + f + "-dev.conllu")
		right, n := 0, 0
		for _, s := range dev {
			scratch.Reset(s.words)
			scratch.TagXPOS(model, len(sets.xpos))
			for i, x := range scratch.XPOS {
				n++
				if sets.xpos[x] == s.xpos[i] {
					right++
				}
			}
		}
		fmt.Printf("%s %.4f  size %d\n", f, float64(right)/float64(n), b)
	}
}

type sizer int

func (s *sizer) Write(p []byte) (int, error) { *s += sizer(len(p)); return len(p), nil }
