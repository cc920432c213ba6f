package nlp

import "strings"

// Bound says how a stated number limits the one that is meant.
type Bound string

// The bounds, as they stand in records.
const (
	Exactly  Bound = "="
	About    Bound = "~"
	AtLeast  Bound = ">="
	AtMost   Bound = "<="
	MoreThan Bound = ">"
	LessThan Bound = "<"
)

// Amount is the value of a number, an amount of money, a percentage or a
// quantity.
type Amount struct {
	Low   float64 `json:"low"`
	High  float64 `json:"high"` // as Low unless a range is stated
	Bound Bound   `json:"bound"`
	Unit  string  `json:"unit,omitempty"` // "USD" (ISO 4217), "%", "km", the counted noun in the singular ("country"), or empty
}

// boundWords stand before numbers; longer ones come before what they begin with.
var boundWords = []struct {
	words string
	bound Bound
}{

	{"no fewer than", AtLeast}, {"no less than", AtLeast}, {"not less than", AtLeast}, {"a minimum of", AtLeast}, {"at least", AtLeast},
	{"no more than", AtMost}, {"not more than", AtMost}, {"a maximum of", AtMost}, {"as many as", AtMost}, {"as much as", AtMost},
	{"at most", AtMost}, {"up to", AtMost},
	{"more than", MoreThan}, {"greater than", MoreThan}, {"upwards of", MoreThan}, {"in excess of", MoreThan}, {"over", MoreThan},
	{"above", MoreThan}, {"exceeding", MoreThan},
	{"less than", LessThan}, {"fewer than", LessThan}, {"under", LessThan}, {"below", LessThan}, {"nearly", LessThan}, {"almost", LessThan},
	{"an estimated", About}, {"close to", About}, {"about", About}, {"around", About}, {"roughly", About}, {"approximately", About},
	{"some", About}, {"estimated", About}, {"circa", About}, {"between", Exactly},
	{"exactly", Exactly}, {"precisely", Exactly}, {"only", Exactly}, {"just", Exactly}, {"another", Exactly}, {"a total of", Exactly},
}

type boundTail struct {
	words string
	bound Bound
}

// boundTails stand after numbers.
var boundTails = []boundTail{
	{"or more", AtLeast}, {"or above", AtLeast}, {"+", AtLeast}, {"or less", AtMost}, {"or fewer", AtMost}, {"or so", About},
}

// longestBound is the most words before a number that may limit it: "no fewer
// than".
const longestBound = 3

// AmountOf returns the value of a name of type [Money] or [Quantity], with the
// bound that the words before it set: "at least 15 people" is {15, 15, >=, person}.
func (d *Document) AmountOf(n Name) (Amount, bool) {
	if n.Type != Money && n.Type != Quantity {
		return Amount{}, false
	}
	amount, ok := ParseAmount(d.TextOf(n.Tokens))
	if !ok || amount.Bound != Exactly {
		return amount, ok
	}
	first := max(n.Tokens.First-longestBound, d.Sentences[d.SentenceOf(n.Tokens.First)].Tokens.First)
	before := strings.ToLower(d.TextOf(Range{first, n.Tokens.First}))
	for _, b := range boundWords {
		if before == b.words || strings.HasSuffix(before, " "+b.words) {
			amount.Bound = b.bound
			break
		}
	}
	return amount, true
}

// ParseAmount returns the value of an expression: "$1.4bn" is {1.4e9, 1.4e9, =,
// USD}, "more than two dozen" {24, 24, >, ""}, "five to six million euros" {5e6,
// 6e6, =, EUR}. It is false where no number stands at its start.
func ParseAmount(text string) (Amount, bool) {
	p := amountParser{words: amountWords(text)}
	a := Amount{Bound: p.bound()}
	sign := p.sign()
	low, scale, ok := p.number()
	if !ok {
		return Amount{}, false
	}
	a.Low, a.High = low, low
	if high, highScale, ok := p.upTo(); ok {
		if scale == 1 && low < 1000 {
			low *= highScale // "five to six million"
		}
		a.Low, a.High = min(low, high), max(low, high)
	}
	p.tail(&a)
	factor := 1.0
	if a.Unit, factor = p.unit(sign); factor != 1 {
		a.Low, a.High = a.Low*factor, a.High*factor
	}
	p.tail(&a)
	return a, true
}

// amountWords returns the words of text in lower case, with figures and what is
// written onto them apart.
func amountWords(text string) []string {
	var words []string
	for _, t := range tokenize(text) {
		words = append(words, strings.ToLower(t.In(text)))
	}
	return words
}

// NumberValue returns the value of the number that text starts with, after a
// currency sign: 30 for "30 countries", 1.4e9 for "$1.4bn".
func NumberValue(text string) (value float64, ok bool) {
	a, ok := ParseAmount(text)
	return a.Low, ok
}
