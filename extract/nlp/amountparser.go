package nlp

import (
	"slices"
	"strings"
)

// amountParser reads the words of an amount from left to right.
type amountParser struct {
	words []string
	at    int
}

func (p *amountParser) word(i int) string {
	if p.at+i >= len(p.words) {
		return ""
	}
	return p.words[p.at+i]
}

// take goes past the words of phrase if they stand next.
func (p *amountParser) take(phrase string) bool {
	words := strings.Fields(phrase)
	for i, w := range words {
		if p.word(i) != w {
			return false
		}
	}
	p.at += len(words)
	return true
}

func (p *amountParser) bound() Bound {
	for _, b := range boundWords {
		if p.take(b.words) {
			return b.bound
		}
	}
	return Exactly
}

func (p *amountParser) tail(a *Amount) {
	for _, b := range boundTails {
		if p.take(b.words) {
			a.Bound = b.bound
		}
	}
}

// sign takes a currency sign or code before the number.
func (p *amountParser) sign() (code string) {
	code, ok := currencySigns[p.word(0)]
	if !ok && len(p.word(0)) == 3 {
		code, ok = currencyCodes[p.word(0)]
	}
	if ok {
		p.at++
	}
	return code
}

// number takes "30", "two hundred and fifty", "1.4 bn", "half a million",
// "two and a half thousand", "two dozen". The scale is the last multiple in it,
// 1e6 of "six million", or 1.
func (p *amountParser) number() (value, scale float64, ok bool) {
	if value, ok := p.fraction(); ok {
		return value, 1, true
	}
	scale = 1
	total, current := 0.0, 0.0
	if article := p.word(0); (article == "a" || article == "an") && scales[p.word(1)] > 0 && !shortScales[p.word(1)] {
		p.at++
		current, ok = 1, true
	}
	for p.at < len(p.words) {
		word := p.word(0)
		part, isPart := numberPart(word)
		multiple := scales[word]
		switch {
		case isPart && !(ok && startsWithDigit(word)):
			current += part
		case ok && multiple > 0 && multiple <= 100:
			current *= multiple
		case ok && multiple > 0:
			total, current, scale = total+current*multiple, 0, multiple
		case ok && p.take("and a half"):
			current += 0.5
			continue
		case ok && (word == "and" || word == "-") && p.goesOn():
		default:
			return total + current, scale, ok
		}
		ok = true
		p.at++
	}
	return total + current, scale, ok
}

// numberPart returns the value of a figure, or of a word below a hundred.
func numberPart(word string) (float64, bool) {
	if value, ok := smallNumbers[word]; ok {
		return value, true
	}
	return parseFigure(word)
}

// goesOn reports whether the number goes on after "and" or a hyphen: "two
// hundred and five", "twenty-one", not "2-3".
func (p *amountParser) goesOn() bool {
	_, isSmall := smallNumbers[p.word(1)]
	before := p.words[p.at-1]
	if p.word(0) == "and" {
		return isSmall && scales[before] >= 100 && !shortScales[before]
	}
	return isSmall && smallNumbers[before] >= 20
}

// fractions are parts of one, by their words in the singular.
var fractions = map[string]float64{"half": 1. / 2, "third": 1. / 3, "quarter": 1. / 4, "fifth": 1. / 5, "tenth": 1. / 10}

// fraction takes "half a million", "a quarter", "two-thirds".
func (p *amountParser) fraction() (float64, bool) {
	start, count := p.at, 1.0
	if small, ok := smallNumbers[p.word(0)]; ok && small > 0 {
		count = small
		p.at++
		p.take("-")
	} else if p.word(0) == "a" || p.word(0) == "one" {
		p.at++
	}
	part := fractions[strings.TrimSuffix(strings.Replace(p.word(0), "halves", "half", 1), "s")]
	if part == 0 {
		p.at = start
		return 0, false
	}
	p.at++
	if multiple := scales[p.word(1)]; (p.word(0) == "a" || p.word(0) == "an") && multiple > 0 && !shortScales[p.word(1)] {
		p.at += 2
		part *= multiple
	}
	return count * part, true
}

// upTo takes the other end of a range: "to six million", "-20", "and 30" after
// "between".
func (p *amountParser) upTo() (value, scale float64, ok bool) {
	start := p.at
	switch word := p.word(0); {
	case rangeWords[word], word == "and" && p.words[0] == "between":
		p.at++
		p.sign()
		if value, scale, ok = p.number(); ok {
			return value, scale, true
		}
	}
	p.at = start
	return 0, 1, false
}

// unit takes what the number counts. What is a hundredth of a unit ("20 pence")
// has a factor.
func (p *amountParser) unit(sign string) (unit string, factor float64) {
	if sign != "" {
		return sign, 1
	}
	switch {
	case p.take("%"), p.take("percent"), p.take("per cent"), p.take("pc"):
		return "%", 1
	case p.take("percentage points"), p.take("percentage point"):
		return "percentage point", 1
	}
	rest := p.words[min(p.at, len(p.words)):]
	if i := slices.IndexFunc(rest, func(w string) bool {
		return slices.ContainsFunc(boundTails, func(t boundTail) bool { return strings.HasPrefix(t.words, w) })
	}); i > 0 {
		rest = rest[:i]
	}
	if len(rest) == 0 {
		return "", 1
	}
	p.at += len(rest)
	last := rest[len(rest)-1]
	if len(rest) > 1 {
		if code, ok := countryCurrencies[rest[len(rest)-2]+" "+singular(last)]; ok {
			return code, 1
		}
	}
	if hundredths[singular(last)] != "" {
		return hundredths[singular(last)], 0.01
	}
	if code, ok := currencyNouns[singular(last)]; ok {
		return code, 1
	}
	if code, ok := currencyCodes[last]; ok {
		return code, 1
	}
	return singular(last), 1
}

// The signs, codes and nouns of currencies, by ISO 4217. A noun that several
// countries share stands for the one that news means by it alone; francs,
// crowns and pesos have no such country.
var (
	currencySigns = pairs(`$ USD us$ USD a$ AUD au$ AUD c$ CAD ca$ CAD nz$ NZD hk$ HKD s$ SGD r$ BRL £ GBP € EUR ¥ JPY
		₹ INR ₽ RUB ₴ UAH ₪ ILS ₩ KRW ₺ TRY ₦ NGN ₱ PHP ₿ XBT`)
	currencyCodes = pairs(`usd USD eur EUR gbp GBP jpy JPY chf CHF cny CNY rub RUB uah UAH inr INR cad CAD aud AUD
		nzd NZD sek SEK nok NOK dkk DKK pln PLN huf HUF czk CZK try TRY brl BRL mxn MXN zar ZAR krw KRW sgd SGD hkd HKD ils ILS`)
	currencyNouns = pairs(`dollar USD euro EUR pound GBP yen JPY yuan CNY renminbi CNY ruble RUB rouble RUB rupee INR
		hryvnia UAH lira TRY shekel ILS zloty PLN forint HUF baht THB ringgit MYR rupiah IDR rand ZAR naira NGN
		bitcoin XBT`)
	countryCurrencies = map[string]string{
		"us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD", "australian dollar": "AUD",
		"kong dollar": "HKD", "zealand dollar": "NZD", "singapore dollar": "SGD", "swiss franc": "CHF", "swedish krona": "SEK",
		"norwegian krone": "NOK", "danish krone": "DKK", "czech koruna": "CZK", "mexican peso": "MXN", "brazilian real": "BRL",
		"egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP", "saudi riyal": "SAR", "iranian rial": "IRR",
		"pakistani rupee": "PKR", "indian rupee": "INR", "russian ruble": "RUB", "russian rouble": "RUB", "british pound": "GBP",
	}
	hundredths = pairs(`cent USD penny GBP pence GBP kopeck RUB`)
)
