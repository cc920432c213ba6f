package english

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/extract"
	"kg/extract/source"
	"kg/graph"
)

var update = flag.Bool("update", false, "write the score into testdata/sample.score")

// asked is a question of testdata/NAME.txt with what a reader would answer.
type asked struct {
	question string
	answers  [][]string // by answer: its names; none for a question that cannot be answered
}

func readQuestions(t *testing.T, file string) []asked {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []asked
	for block := range strings.SplitSeq(string(text), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		if len(lines) != 2 {
			t.Fatalf("want a question and a line of answers: %q", block)
		}
		a := asked{question: lines[0]}
		if lines[1] != "none" {
			for answer := range strings.SplitSeq(lines[1], " / ") {
				a.answers = append(a.answers, strings.Split(answer, " | "))
			}
		}
		all = append(all, a)
	}
	if len(all) == 0 {
		t.Fatalf("%s has no questions", file)
	}
	return all
}

// fits reports whether an answer is one of those that a reader would give: one
// of its names, with a few words around it at most.
func (a asked) fits(answer Answer) bool {
	const extra = 4
	given := " " + graph.FoldName(answer.Name) + " "
	for _, names := range a.answers {
		for _, name := range names {
			if strings.Contains(given, " "+graph.FoldName(name)+" ") && (len(strings.Fields(given)) <= len(strings.Fields(name))+extra || len(strings.Fields(name)) > extra) {
				return true
			}
		}
	}
	return false
}

// score is how questions were answered. A wrong answer beside a right one is
// counted, too: who reads the first two is misled by the second.
type score struct{ answerable, first, anywhere, beside, unanswerable, false int }

func (s score) String() string {
	return fmt.Sprintf("answerable %d: right first %d (%.2f), right anywhere %d (%.2f), wrong beside a right one %d\nunanswerable %d: answered all the same %d (%.2f)\n",
		s.answerable, s.first, float64(s.first)/float64(s.answerable), s.anywhere, float64(s.anywhere)/float64(s.answerable), s.beside,
		s.unanswerable, s.false, float64(s.false)/float64(s.unanswerable))
}

// TestSample answers the questions on the sample articles. The scores are
// committed; a change of the extraction may move them a little, so that the test
// holds them to what was promised, and says what was answered.
func TestSample(t *testing.T) {
	const promisedFalse = 0.10
	g := sampleGraph(t)
	for name, promised := range map[string]struct{ first, anywhere float64 }{"sample": {0.70, 0.75}, "conditions": {0.65, 0.65}} {
		t.Run(name, func(t *testing.T) {
			var s score
			for _, a := range readQuestions(t, "testdata/"+name+".txt") {
				reply, err := Ask(t.Context(), g, a.question)
				if err != nil {
					t.Logf("%s: %v", a.question, err)
					reply = &Reply{}
				}
				verdict := s.count(a, reply)
				t.Logf("%-12s %s → %s", verdict, a.question, answerNames(reply))
			}
			t.Logf("%s", s)
			if float64(s.first) < promised.first*float64(s.answerable) || float64(s.anywhere) < promised.anywhere*float64(s.answerable) ||
				float64(s.false) > promisedFalse*float64(s.unanswerable) {
				t.Errorf("below what was promised:\n%s", s)
			}
			if *update {
				if err := os.WriteFile("testdata/"+name+".score", []byte(s.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func (s *score) count(a asked, reply *Reply) string {
	if len(a.answers) == 0 {
		s.unanswerable++
		if len(reply.Answers) > 0 {
			s.false++
			return "FALSE"
		}
		return "silent"
	}
	s.answerable++
	at, right := -1, 0
	for i, answer := range reply.Answers {
		if !a.fits(answer) {
			continue
		}
		right++
		if at < 0 {
			at = i
		}
	}
	switch {
	case len(reply.Answers) == 0:
		return "MISSED"
	case at < 0:
		return "WRONG"
	}
	s.anywhere++
	s.beside += len(reply.Answers) - right
	if at > 0 {
		return "lower down"
	}
	s.first++
	return "right"
}

func answerNames(r *Reply) string {
	names := make([]string, 0, len(r.Answers))
	for _, a := range r.Answers {
		names = append(names, fmt.Sprintf("%s (%.2f)", a.Name, a.Score))
	}
	return strings.Join(names, ", ")
}

// sampleGraph returns a graph of the articles in data/articles.
func sampleGraph(t testing.TB) *graph.Graph {
	t.Helper()
	files, err := filepath.Glob("../../data/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	var articles []*extract.Extraction
	for _, file := range files {
		article, err := source.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, x.Extract(article))
	}
	g, err := graph.Open(context.Background(), filepath.Join(t.TempDir(), "kg.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	if _, err := g.Put(context.Background(), articles); err != nil {
		t.Fatal(err)
	}
	return g
}
