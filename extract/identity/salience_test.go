package identity

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"kg/extract/nlp"
)

// learnFrom trains the weights of salience.go:
//
//	go test ./extract/identity -run TestLearnSalience -v -learn ../../../shared/data/coref/gap-development.tsv
//
// prints them, with the share of pronouns of which the best candidate is right:
// in five parts of the data, each by weights learned from the other four.
var learnFrom = flag.String("learn", "", "file of the GAP corpus to learn the salience of antecedents from")

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
	for _, row := range readGAP(t, *learnFrom) {
		if e, ok := exampleOf(t, row); ok {
			examples = append(examples, e)
		}
	}
	right, before := 0, 0
	for part := range learnParts {
		var train, rest []example
		for i, e := range examples {
			if i%learnParts == part {
				rest = append(rest, e)
			} else {
				train = append(train, e)
			}
		}
		w := learn(train)
		for _, e := range rest {
			right += e.score(w)
			before += e.score(shippedWeights())
		}
	}
	t.Logf("%d pronouns whose antecedent is a candidate: right %.3f by weights of the other parts, %.3f by those of salience.go",
		len(examples), float64(right)/float64(len(examples)), float64(before)/float64(len(examples)))
	var list strings.Builder
	for i, w := range learn(examples) {
		fmt.Fprintf(&list, "%.0f, ", w*weightScale)
		if i%maxDistance == maxDistance-1 {
			list.WriteByte('\n')
		}
	}
	t.Logf("weights:\n%s", list.String())
}

func shippedWeights() (w [numFeatures]float64) {
	for i, n := range featureWeights {
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
	a := newArticle(collect(doc, props), props)
	for _, p := range passes {
		if p.name == pronounPass {
			break
		}
		p.run(a)
	}
	at := nlp.Span{Begin: row.pronoun, End: row.pronoun + 1}
	partners := a.partners()
	for i, m := range a.all {
		if !a.isOpen(m) {
			continue
		}
		if !doc.Span(m.Tokens).Overlaps(at) {
			a.mergePronoun(i, partners)
			continue
		}
		var e example
		found := false
		for _, c := range a.candidates(m, pronouns[strings.ToLower(doc.Word(m.Head))], i, partners[m.Head]) {
			if c.barred {
				continue
			}
			var f [numFeatures]float64
			for k, n := range c.features {
				f[k] = float64(n)
			}
			right := row.gold[0] && named(doc, c.cluster, row.names[0]) || row.gold[1] && named(doc, c.cluster, row.names[1])
			found = found || right
			e.features, e.right = append(e.features, f), append(e.right, right)
		}
		return e, found
	}
	return example{}, false
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
