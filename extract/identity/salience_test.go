package identity

import (
	"flag"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kg/extract/clause"
	"kg/extract/nlp"
)

// learnFrom trains the weights of salience.go:
//
//	data=../../../shared/data
//	go test ./extract/identity -run TestLearnSalience -v -learn $data/coref/gap-development.tsv,$data/treebanks/en_gum-open-train.conllu
//
// prints them, with the share of pronouns of which the best candidate is right:
// in five parts of the data, each by weights learned from the other four.
var learnFrom = flag.String("learn", "", "files of GAP (.tsv) and GUM (.conllu) to learn the salience of antecedents from, with commas between")

// learnKind says which pronouns' weights are learned.
var learnKind = flag.String("learn-kind", "he, she", "pronouns to learn of: he, she; it; they")

// example is a pronoun whose candidates hold its antecedent.
type example struct {
	features [][numFeatures]float64
	right    []bool
}

const (
	learnEpochs = 60
	learnRate   = 0.02
	learnDecay  = 0.001 // of the weights, each step
	learnParts  = 5
	weightScale = 100 // of the weights as they stand in salience.go
)

func TestLearnSalience(t *testing.T) {
	if *learnFrom == "" {
		t.Skip("no -learn FILE given")
	}
	var examples []example
	var ends []int // of the examples of each file
	for _, file := range strings.Split(*learnFrom, ",") {
		n := len(examples)
		if strings.HasSuffix(file, ".conllu") {
			for _, c := range readChains(t, file) {
				examples = append(examples, examplesOf(t, c)...)
			}
		} else {
			for _, row := range readGAP(t, file) {
				if e, ok := exampleOf(t, row); ok {
					examples = append(examples, e)
				}
			}
		}
		t.Logf("%d pronouns of %s", len(examples)-n, file)
		ends = append(ends, len(examples))
	}
	right, before := make([]int, len(examples)), make([]int, len(examples))
	for part := range learnParts {
		var train []example
		for i, e := range examples {
			if i%learnParts != part {
				train = append(train, e)
			}
		}
		w := learn(train)
		for i, e := range examples {
			if i%learnParts == part {
				right[i], before[i] = e.score(w), e.score(shippedWeights())
			}
		}
	}
	begin := 0
	for _, end := range ends {
		t.Logf("%d pronouns whose antecedent is a candidate: right %.3f by weights of the other parts, %.3f by those of salience.go",
			end-begin, mean(right[begin:end]), mean(before[begin:end]))
		begin = end
	}
	var list strings.Builder
	for i, w := range learn(examples) {
		fmt.Fprintf(&list, "%.0f, ", w*weightScale)
		if i%maxDistance == maxDistance-1 {
			list.WriteByte('\n')
		}
	}
	t.Logf("weights:\n%s", list.String())
}

func mean(counts []int) float64 {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return float64(sum) / float64(max(1, len(counts)))
}

func shippedWeights() (w [numFeatures]float64) {
	for i, n := range pronouns[strings.Split(*learnKind, ",")[0]].weights() {
		w[i] = float64(n)
	}
	return w
}

// score is 1 where the best candidate is right.
func (e example) score(w [numFeatures]float64) int {
	best := 0
	for i := range e.features {
		if dot(w, e.features[i]) > dot(w, e.features[best]) {
			best = i
		}
	}
	if e.right[best] {
		return 1
	}
	return 0
}

func dot(a, b [numFeatures]float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// learn returns weights by which a right candidate comes before a wrong one:
// logistic regression on the differences of their features.
func learn(examples []example) (w [numFeatures]float64) {
	order := rand.New(rand.NewPCG(1, 2))
	for range learnEpochs {
		for _, k := range order.Perm(len(examples)) {
			e := examples[k]
			for i := range e.features {
				for j := range e.features {
					if e.right[i] && !e.right[j] {
						step(&w, e.features[i], e.features[j])
					}
				}
			}
		}
	}
	return w
}

func step(w *[numFeatures]float64, right, wrong [numFeatures]float64) {
	margin := dot(*w, right) - dot(*w, wrong)
	push := learnRate / (1 + math.Exp(margin))
	for f := range w {
		w[f] += push*(right[f]-wrong[f]) - learnRate*learnDecay*w[f]
	}
}

// exampleOf resolves an article up to the row's pronoun and returns what it may
// stand for; false where the pronoun is not found, stands for neither name, or for
// one that is no candidate.
func exampleOf(t *testing.T, row gapRow) (example, bool) {
	doc, props := analyse(t, row.text)
	at := nlp.Span{Begin: row.pronoun, End: row.pronoun + 1}
	for m, candidates := range openPronouns(doc, props) {
		if doc.Span(m.Tokens).Overlaps(at) {
			return newExample(candidates, func(c *cluster) bool {
				return row.gold[0] && named(doc, c, row.names[0]) || row.gold[1] && named(doc, c, row.names[1])
			})
		}
	}
	return example{}, false
}

// examplesOf returns the pronouns of a text with chains whose antecedent is a
// candidate.
func examplesOf(t *testing.T, c chained) (found []example) {
	doc, props := analyse(t, c.text)
	for m, candidates := range openPronouns(doc, props) {
		chain, kind := c.chain[doc.Tokens[m.Head].Begin], kindOf(doc.Word(m.Head))
		if kind != *learnKind || kind == "he, she" && chain == "" {
			continue
		}
		known := false
		e, ok := newExample(candidates, func(k *cluster) bool {
			if k == nil {
				return !known
			}
			right := chain != "" && slices.ContainsFunc(k.mentions, func(n *mention) bool {
				return n.Form != FormPronoun && c.has(doc, n.Mention, chain)
			})
			known = known || right
			return right
		})
		if ok {
			found = append(found, e)
		}
	}
	return found
}

// openPronouns yields the pronouns of which nothing is known when their pass runs,
// with what they may stand for, those before them being resolved by the weights of
// salience.go.
func openPronouns(doc *nlp.Document, props []clause.Proposition) iter.Seq2[*mention, []candidate] {
	return func(yield func(*mention, []candidate) bool) {
		a := newArticle(collect(doc, props), props)
		for _, p := range passes {
			if p.name == pronounPass {
				break
			}
			p.run(a)
		}
		partners := a.partners()
		for i, m := range a.all {
			if !a.isOpen(m) {
				continue
			}
			if !yield(m, a.candidates(m, pronouns[strings.ToLower(doc.Word(m.Head))], i, partners[m.Head])) {
				return
			}
			a.mergePronoun(i, partners)
		}
	}
}

// newExample returns what candidates are, and whether one of them is right.
func newExample(candidates []candidate, isRight func(*cluster) bool) (e example, found bool) {
	for _, c := range candidates {
		if c.barred {
			continue
		}
		var f [numFeatures]float64
		for k, n := range c.features {
			f[k] = float64(n)
		}
		right := isRight(c.cluster)
		found = found || right
		e.features, e.right = append(e.features, f), append(e.right, right)
	}
	return e, found
}

// named reports whether one of a cluster's names stands at s.
func named(doc *nlp.Document, c *cluster, s nlp.Span) bool {
	for _, m := range c.mentions {
		if m.Form != FormNominal && doc.Span(m.Tokens).Overlaps(s) {
			return true
		}
	}
	return false
}
