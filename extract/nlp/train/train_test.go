package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

func TestRawText(t *testing.T) {
	const bank = `# newdoc id = a
# newpar
# text = It's late.
1-2	It's	_	_	_	_	_	_	_	_
1	It	it	_	_	_	_	_	_	_
2	's	be	_	_	_	_	_	_	_
3	late	late	_	_	_	_	_	_	SpaceAfter=No
4	.	.	_	_	_	_	_	_	SpaceAfter=No

# text = Go.
1	Go	go	_	_	_	_	_	_	SpaceAfter=No
2	.	.	_	_	_	_	_	_	_

# text = Now.
1	Now	now	_	_	_	_	_	_	SpaceAfter=No
2	.	.	_	_	_	_	_	_	_

# newpar
# text = The end
1	The	the	_	_	_	_	_	_	_
2	end	end	_	_	_	_	_	_	_

`
	path := filepath.Join(t.TempDir(), "bank.conllu")
	if err := os.WriteFile(path, []byte(bank), 0o600); err != nil {
		t.Fatal(err)
	}
	documents, err := readRaw(path)
	if err != nil || len(documents) != 1 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	text, ends := documents[0].text()
	if want := "It's late.Go. Now.\n\nThe end"; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	if want := map[int]bool{10: true, 13: true, 18: true, 27: true}; !reflect.DeepEqual(ends, want) {
		t.Errorf("ends %v, want %v", ends, want)
	}
	if _, err := readRaw(os.DevNull); err == nil {
		t.Error("no error for an empty bank")
	}
}

// A copy is changed, its original is not, and the same seed gives the same.
func TestRawNoise(t *testing.T) {
	var documents []*rawDocument
	for range 200 {
		documents = append(documents, &rawDocument{[]rawSentence{
			{text: `The "crew" left.`, gap: " "}, {text: `"Why?"`, gap: " "}, {text: "Nobody knew.", gap: " "},
		}})
	}
	texts := func() (all []string) {
		for _, d := range withRawNoise(documents, rand.New(rand.NewPCG(1, 2))) {
			text, _ := d.text()
			all = append(all, text)
		}
		return all
	}
	got := texts()
	if !reflect.DeepEqual(got, texts()) {
		t.Error("another text from the same seed")
	}
	for _, want := range []string{
		`The "crew" left. "Why?" Nobody knew.`, `the "crew" left. "why?" nobody knew.`, `THE "CREW" LEFT. "WHY?" NOBODY KNEW.`,
		"The “crew” left. “Why?” Nobody knew.", `The "crew" left."Why?" Nobody knew.`,
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no copy reads %s", want)
		}
	}
}

func TestTrainSplitterLearns(t *testing.T) {
	d := &rawDocument{[]rawSentence{
		{text: "The crew left.", gap: " "}, {text: "Mr. Berg stayed at 3.5 Main St. Narvik.", gap: " "}, {text: "Why?", gap: " "}, {text: "Nobody knew.", gap: " "},
	}}
	texts := splitTexts([]*rawDocument{d})
	if got, want := splitScore(texts, trainSplitter(texts, 5, 1)), "sentences P 1.0000 R 1.0000 F1 1.0000"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
