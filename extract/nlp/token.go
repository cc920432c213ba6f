package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokens follow the conventions of the English Universal Dependencies
// treebanks: clitics are words of their own ("do" "n't", "Kenya" "'s"), a
// hyphen between words is one too ("French" "-" "led") but not after a prefix
// ("co-chaired"), an abbreviation keeps its full stop, and every quotation
// mark, bracket and currency sign stands alone.

// recognisers find the token at the start of a text. They are tried in order,
// and the first that returns a length other than 0 decides. Each sees the
// whole text and the position, since a full stop belongs to an abbreviation or
// not by what follows it.
var recognisers = []func(text string, at int) int{
	scanAddress,
	scanEmoticon,
	scanTag,
	scanPairedMark,
	scanClitic,
	scanElision,
	scanAbbreviation,
	scanCurrency,
	scanNumber,
	scanWord,
	scanRun,
	scanRune,
}

// tokenize returns the tokens of text in order. Every byte that is not white
// space is in exactly one; an invalid byte is a token of its own.
func tokenize(text string) []Span {
	tokens := make([]Span, 0, len(text)/5+1)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isSpace(r) {
			at += size
			continue
		}
		length := tokenLength(text, at)
		tokens = appendSplit(tokens, text, Span{at, at + length})
		at += length
	}
	return tokens
}

func tokenLength(text string, at int) int {
	for _, recognise := range recognisers {
		if n := recognise(text, at); n > 0 {
			return n
		}
	}
	return 1
}

// isSpace reports whether r separates tokens. The four information separators
// count, as they do for the readers of CoNLL-U written in Python, and so do the
// marks that are not seen: spaces of no width and marks of direction, which pages
// put around words.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || (0x1c <= r && r <= 0x1f) || r == '\ufeff' ||
		r == '\u200b' || r == '\u200e' || r == '\u200f' || 0x202a <= r && r <= 0x202e || 0x2060 <= r && r <= 0x2069
}

// isWordRune reports whether r may stand inside a word. Marks, joiners and soft
// hyphens don't end one.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
		r == '_' || r == '\u00ad' || r == '\u200d'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// runeAt returns the rune that starts at a byte of text, and 0 at its end.
func runeAt(text string, at int) rune {
	if at < 0 || at >= len(text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

// runeBefore returns the rune that ends at a byte of text, and 0 at its start.
func runeBefore(text string, at int) rune {
	if at <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}

// chunkAt returns the text from at to the next white space.
func chunkAt(text string, at int) string {
	for i, r := range text[at:] {
		if isSpace(r) {
			return text[at : at+i]
		}
	}
	return text[at:]
}

// emoticons are the ones common in news comment and mail; longest first.
var emoticons = []string{":'-(", ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P", "<3"}

// scanEmoticon finds ":-)" between spaces.
func scanEmoticon(text string, at int) int {
	if b := text[at]; b != ':' && b != ';' && b != '<' {
		return 0
	}
	if before := runeBefore(text, at); before != 0 && !isSpace(before) {
		return 0
	}
	for _, e := range emoticons {
		if strings.HasPrefix(text[at:], e) && !isWordRune(runeAt(text, at+len(e))) {
			return len(e)
		}
	}
	return 0
}

// scanPairedMark finds "“" and "”", quotation marks as typewriters make them.
func scanPairedMark(text string, at int) int {
	if pair := text[at:min(at+2, len(text))]; pair == "``" || pair == "''" {
		return 2
	}
	return 0
}

// scanCurrency finds "$", "US$", "A$", "£", "€".
func scanCurrency(text string, at int) int {
	for i := 0; i < 3 && at+i < len(text); i++ {
		r, size := utf8.DecodeRuneInString(text[at+i:])
		if unicode.Is(unicode.Sc, r) {
			return i + size
		}
		if r < 'A' || r > 'Z' {
			return 0
		}
	}
	return 0
}

// scanRun finds repeated punctuation: "...", "--", "!!!", "?!", "***".
func scanRun(text string, at int) int {
	b := text[at]
	if strings.IndexByte(".-!?*=_~#+", b) < 0 {
		return 0
	}
	n := 1
	for at+n < len(text) && (text[at+n] == b || (isExclaim(b) && isExclaim(text[at+n]))) {
		n++
	}
	return n
}

func isExclaim(b byte) bool { return b == '!' || b == '?' }

// scanRune takes one rune, with the marks, joiners and modifiers after it, so
// that an emoji stays whole.
func scanRune(text string, at int) int {
	_, size := utf8.DecodeRuneInString(text[at:])
	for at+size < len(text) {
		r, more := utf8.DecodeRuneInString(text[at+size:])
		switch {
		case unicode.IsMark(r), 0x1f3fb <= r && r <= 0x1f3ff:
			size += more
		case r == '\u200d' && at+size+more < len(text) && !isSpace(runeAt(text, at+size+more)):
			_, next := utf8.DecodeRuneInString(text[at+size+more:])
			size += more + next
		default:
			return size
		}
	}
	return size
}
