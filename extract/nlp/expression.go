package nlp

import "strings"

// expressions recognises dates, times, amounts and quantities in the sentence
// that ends at the token limit.
type expressions struct {
	d      *Document
	lowers []string // its words in lower case
	limit  int
}

// expressionRules are tried in order at each token; the first that matches
// decides.
var expressionRules = []struct {
	typ   EntityType
	match func(e expressions, i int) (end int)
}{
	{Money, expressions.money},
	{Date, expressions.date},
	{Quantity, expressions.duration},
	{Quantity, expressions.quantity},
}

// at returns the expression that starts at token i; the end is 0 if none does.
func (e expressions) at(i int) (end int, typ EntityType) {
	for _, rule := range expressionRules {
		if end := rule.match(e, i); end > i {
			return end, rule.typ
		}
	}
	return 0, ""
}

// word returns token i in lower case, and "" outside the sentence.
func (e expressions) word(i int) string {
	if i < 0 || i >= e.limit {
		return ""
	}
	return e.lowers[i]
}

func (e expressions) tag(i int) string {
	if i < 0 || i >= e.limit {
		return ""
	}
	return e.d.Tokens[i].XPOS
}

// number returns the end of the number at i, with a range: "five to six
// million", "1.4 bn", "36 – 40". It is i where there is none.
func (e expressions) number(i int) int {
	end := e.plainNumber(i)
	if end == i {
		return i
	}
	if rangeWords[e.word(end)] {
		if more := e.plainNumber(end + 1); more > end+1 {
			return more
		}
	}
	return end
}

var rangeWords = wordSet("to or - – —")

// longestNumber is the most words a number has: "nine hundred and ninety - nine
// thousand nine hundred and ninety - nine".
const longestNumber = 14

func (e expressions) plainNumber(i int) int {
	if e.word(i) == "a" && (e.word(i+1) == "dozen" || e.word(i+1) == "hundred" || e.word(i+1) == "thousand" || e.word(i+1) == "million" || e.word(i+1) == "billion") {
		i++
	}
	end := i
	for end < e.limit && end < i+longestNumber {
		word := e.word(end)
		switch {
		case isNumberWord(word):
		case end > i && shortScales[word] && e.d.Tokens[end-1].End == e.d.Tokens[end].Begin:
		case end > i && word == "-" && smallNumbers[e.word(end-1)] >= 20 && isNumberWord(e.word(end+1)):
		case end > i && word == "and" && scales[e.word(end-1)] == 100 && isNumberWord(e.word(end+1)):
		default:
			return end
		}
		end++
	}
	return end
}

// money matches "$1.4bn", "five to six million US dollars", "20 pence".
func (e expressions) money(i int) int {
	if isCurrencySign(e.word(i)) {
		if end := e.number(i + 1); end > i+1 {
			return end
		}
		return 0
	}
	end := e.number(i)
	if end == i {
		return 0
	}
	if currencyCountries[e.word(end)] && currencies[e.word(end+1)] {
		end++
	}
	if currencies[e.word(end)] {
		return end + 1
	}
	return 0
}

var currencies = wordSet(`dollar dollars euro euros pound pounds yen yuan renminbi ruble rubles rouble roubles rupee rupees
	peso pesos franc francs cent cents pence penny hryvnia hryvnias lira liras riyal riyals dirham dirhams dinar dinars
	shekel shekels krona kronor krone kroner zloty zlotys forint baht ringgit rupiah rand rands naira shilling shillings
	real reais usd eur gbp jpy chf cny rub uah inr bitcoin bitcoins`)

var currencyCountries = wordSet("us u.s. american canadian australian hong british swiss russian indian")

// duration matches times of a race, "2:14:04".
func (e expressions) duration(i int) int {
	word := e.word(i)
	if startsWithDigit(word) && strings.Count(word, ":") == 2 {
		return i + 1
	}
	return 0
}

// quantity matches a number with what it counts: "30 countries", "15 per cent",
// "39 confirmed deaths", "five teenage girls". A definite one ("the two
// leaders") names people or things and is none.
func (e expressions) quantity(i int) int {
	end := e.number(i)
	if end == i || definite[e.word(i-1)] || e.word(i) == "one" && end == i+1 {
		return 0
	}
	switch {
	case e.word(end) == "%" || e.word(end) == "percent":
		return end + 1
	case e.word(end) == "per" && e.word(end+1) == "cent":
		return end + 2
	case e.word(end) == "percentage" && strings.HasPrefix(e.word(end+1), "point"):
		return end + 2
	case units[e.word(end)] && !partsOfDay[e.word(end)]:
		return end + 1
	}
	return e.counted(end)
}

var definite = wordSet("the these those his her its their our my your both no. number article page")

// counted returns the end of the plural noun that a number ending at i counts,
// with at most two words between, and 0 where there is none.
func (e expressions) counted(i int) int {
	for j := i; j <= i+2; j++ {
		switch tag := e.tag(j); {
		case tag == "NNS":
			return j + 1
		case tag == "JJ" || tag == "NN" || tag == "VBN" && j > i-1 || tag == "JJR":
			continue
		default:
			return 0
		}
	}
	return 0
}
