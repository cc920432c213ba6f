package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kg/extract/nlp/internal/depparse"
	"kg/extract/nlp/internal/perceptron"
)

// bank is a small treebank: word/Penn tag/part of speech/number of the head/relation.
var bank = []string{
	"Ships/NNS/NOUN/2/nsubj carry/VBP/VERB/0/root grain/NN/NOUN/2/obj ././PUNCT/2/punct",
	"The/DT/DET/2/det mayor/NN/NOUN/3/nsubj left/VBD/VERB/0/root Oslo/NNP/PROPN/3/obj ././PUNCT/3/punct",
	"Ida/NNP/PROPN/3/nsubj Berg/NNP/PROPN/1/flat praised/VBD/VERB/0/root the/DT/DET/5/det crew/NN/NOUN/3/obj ././PUNCT/3/punct",
	"She/PRP/PRON/3/nsubj has/VBZ/AUX/3/aux sold/VBN/VERB/0/root two/CD/NUM/5/nummod boats/NNS/NOUN/3/obj ././PUNCT/3/punct",
	"A/DT/DET/2/det storm/NN/NOUN/3/nsubj hit/VBD/VERB/0/root the/DT/DET/5/det port/NN/NOUN/3/obj of/IN/ADP/7/case Narvik/NNP/PROPN/5/nmod ././PUNCT/3/punct",
}

// conllu returns the bank in its file format.
func conllu() string {
	var out strings.Builder
	for _, line := range bank {
		out.WriteString("# text = …\n1-2\twhole\t_\t_\t_\t_\t_\t_\t_\t_\n")
		for i, field := range strings.Fields(line) {
			cells := strings.Split(field, "/")
			out.WriteString(strings.Join([]string{strconv.Itoa(i + 1), cells[0], "_", cells[2], cells[1], "_", cells[3], cells[4], "_", "_"}, "\t") + "\n")
		}
		out.WriteString("1.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\n\n")
	}
	return out.String()
}

func readBank(t *testing.T, text string) ([]*sentence, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bank.conllu")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return readTreebank(path)
}

func TestReadTreebank(t *testing.T) {
	got, err := readBank(t, conllu())
	if err != nil || len(got) != len(bank) {
		t.Fatalf("%d sentences, %v", len(got), err)
	}
	s := got[0]
	if !reflect.DeepEqual(s.words, []string{"Ships", "carry", "grain", "."}) || !reflect.DeepEqual(s.heads, []int{1, -1, 1, 1}) {
		t.Errorf("%+v", s)
	}
	for text, want := range map[string]string{
		"1\tOne\n":                             "bank.conllu:1: 2 columns, want 10",
		"1\tOne\t_\tX\tX\t_\tx\tdep\t_\t_\n":   `bank.conllu:1: bad head "x"`,
		"1\tOne\t_\tX\tX\t_\t7\tdep\t_\t_\n\n": "sentence 1 has a head outside it",
	} {
		if _, err := readBank(t, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestNoise(t *testing.T) {
	s := &sentence{
		words: strings.Fields("The McKay ships of Oslo n't left ."), xpos: strings.Fields("DT NNP NNS IN NNP RB VBD ."),
		upos: make([]string, 8), heads: []int{2, 2, 6, 4, 2, 6, -1, 6}, rels: make([]string, 8),
	}
	for _, tt := range []struct {
		noise func(*sentence) *sentence
		want  string
	}{
		{withoutFinalStop, "The McKay ships of Oslo n't left"},
		{lowered, "the mckay ships of oslo n't left ."},
		{uppered, "THE MCKAY SHIPS OF OSLO N'T LEFT ."},
		{capitalised, "The McKay Ships of Oslo n't Left"},
	} {
		c := tt.noise(s)
		if got := strings.Join(c.words, " "); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
		if len(c.heads) != len(c.words) || len(c.xpos) != len(c.words) {
			t.Errorf("%q has %d heads and %d tags", tt.want, len(c.heads), len(c.xpos))
		}
	}
	s.heads[3] = 7 // a word hangs on the full stop
	if c := withoutFinalStop(s); c != nil {
		t.Errorf("a head was cut off: %v", c.words)
	}
}

// trained returns the models of the bank as files.
func trained(t *testing.T) (files [3][]byte, models [3]*perceptron.Model, data []*sentence, sets tagsets) {
	t.Helper()
	data, err := readBank(t, conllu())
	if err != nil {
		t.Fatal(err)
	}
	data = withNoise(data, rand.New(rand.NewPCG(1, 1)))
	sets = collectTagsets(data)
	models[0] = trainXPOS(data, sets, 10, 1)
	for _, s := range data {
		setXPOS(s, models[0], sets)
	}
	models[1] = trainUPOS(data, sets, 10, 1)
	for _, s := range data {
		setUPOS(s, models[1], sets)
	}
	if models[2], err = trainParser(data, 15, 1, func(int) {}); err != nil {
		t.Fatal(err)
	}
	for i, m := range models {
		var file bytes.Buffer
		if err := m.Write(&file); err != nil {
			t.Fatal(err)
		}
		files[i] = file.Bytes()
	}
	return files, models, data, sets
}

func TestTrainingLearnsAndIsRepeatable(t *testing.T) {
	files, models, data, sets := trained(t)
	if got, want := tagScore(data, models[0], models[1], sets), "XPOS 1.0000 UPOS 1.0000"; got != want {
		t.Errorf("on what it was trained on: %s", got)
	}
	if got, want := parseScore(data, models[2]), "UAS 1.0000 LAS (full) 1.0000"; got != want {
		t.Errorf("on what it was trained on: %s", got)
	}
	again, _, _, _ := trained(t)
	for i := range files {
		if !bytes.Equal(files[i], again[i]) {
			t.Errorf("model %d is another one the second time", i)
		}
	}
}

func TestGuessedTagsComeFromOthers(t *testing.T) {
	data, err := readBank(t, conllu())
	if err != nil {
		t.Fatal(err)
	}
	data = withNoise(data, rand.New(rand.NewPCG(1, 1)))
	sets := collectTagsets(data)
	guess(data, func(others []*sentence, fold int) func(*sentence) {
		for _, s := range others {
			if s.fold == fold {
				t.Errorf("fold %d is trained on its own sentence %v", fold, s.words)
			}
		}
		return func(s *sentence) { s.guessedXPOS = s.xpos }
	})
	guessUPOS(data, sets, 2)
	for _, s := range data {
		if len(s.guessedUPOS) != len(s.words) {
			t.Errorf("%v has %d guessed tags", s.words, len(s.guessedUPOS))
		}
	}
}

func TestTransitionsKnowTheRoot(t *testing.T) {
	data, err := readBank(t, conllu())
	if err != nil {
		t.Fatal(err)
	}
	classes := transitions(data)
	if _, err := depparse.NewMoves(classes); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"left nsubj", "left root", "right obj", "shift"} {
		if !strings.Contains(strings.Join(classes, "|"), want) {
			t.Errorf("no %q in %q", want, classes)
		}
	}
}

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
