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

// scanAddress finds a URL or an e-mail address: "https://kg.example/a?b=1",
// "www.example.org", "desk@example.org". Closing punctuation stays outside.
func scanAddress(text string, at int) int {
	if isWordRune(runeBefore(text, at)) {
		return 0
	}
	head := text[at:min(len(text), at+addressLookahead)]
	scheme := strings.Index(head, "://")
	if (scheme > 0 && isASCIILetters(head[:scheme])) || hasPrefixFold(head, "www.") {
		return len(strings.TrimRight(cutAny(chunkAt(text, at), `<>"“”`), ".,;:!?)]}'’*"))
	}
	return emailLength(text, at)
}

// addressLookahead is how far the "://" of an address may be from its start,
// and also how long the name before an "@" may be (RFC 5321, 4.5.3.1.1: 64).
const addressLookahead = 64

func emailLength(text string, at int) int {
	name := 0
	for name < addressLookahead && at+name < len(text) && isAddressByte(text[at+name]) {
		name++
	}
	if name == 0 || at+name >= len(text) || text[at+name] != '@' {
		return 0
	}
	end := at + name + 1
	for end < len(text) && isAddressByte(text[end]) {
		end++
	}
	host := strings.TrimRight(text[at+name+1:end], ".-_+%")
	if !strings.Contains(host, ".") {
		return 0
	}
	return name + 1 + len(host)
}

func isAddressByte(b byte) bool {
	return isASCIILetter(b) || isASCIIDigit(b) || strings.IndexByte(".-_+%", b) >= 0
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

// scanTag finds "@name" and "#topic", but not "#1".
func scanTag(text string, at int) int {
	if (text[at] != '@' && text[at] != '#') || !unicode.IsLetter(runeAt(text, at+1)) {
		return 0
	}
	return 1 + wordRunes(text[at+1:])
}

// scanClitic finds the clitic of a word that the other recognisers don't take
// with it: "'s" of "2017's", "X7-12c's", "U.S.'s", and of "Kenya 's", as tools
// write that set spaces between tokens.
func scanClitic(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	before := runeBefore(text, len(strings.TrimRight(text[:at], " ")))
	if !isApostrophe(r) || !isWordRune(before) && before != '.' {
		return 0
	}
	n := size + wordRunes(text[at+size:])
	if !isClitic(text[at:at+n]) || n == size {
		return 0
	}
	return n
}

// scanPairedMark finds "“" and "”", quotation marks as typewriters make them.
func scanPairedMark(text string, at int) int {
	if pair := text[at:min(at+2, len(text))]; pair == "``" || pair == "''" {
		return 2
	}
	return 0
}

// elisions are words that begin with an apostrophe.
var elisions = wordSet("em til till tis twas cause bout cuz n neath tween")

// scanElision finds "'em", "'til", "'90s".
func scanElision(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if !isApostrophe(r) && r != '‘' {
		return 0
	}
	n := wordRunes(text[at+size:])
	word := text[at+size : at+size+n]
	if elisions[strings.ToLower(word)] || (n == 3 && isDigits(word[:2]) && word[2] == 's') {
		return size + n
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

// scanWord finds a word with the apostrophes and prefixes that belong to it:
// "Élysée", "O'Brien", "it's" (cut later), "co-chaired", "Amazon.com".
func scanWord(text string, at int) int {
	n := wordRunes(text[at:])
	for n > 0 {
		more := apostropheTail(text[at:], n)
		if more == 0 {
			more = prefixTail(text[at:], n)
		}
		if more == 0 {
			more = domainTail(text[at:], n)
		}
		if more == 0 {
			more = ampersandTail(text[at:], n)
		}
		if more == 0 {
			return n
		}
		n += more
	}
	return 0
}

// wordRunes returns the length of the word runes that s starts with.
func wordRunes(s string) int {
	for i, r := range s {
		if !isWordRune(r) {
			return i
		}
	}
	return len(s)
}

// apostropheTail returns the length of "'x…" after the first n bytes of s.
func apostropheTail(s string, n int) int {
	r, size := utf8.DecodeRuneInString(s[n:])
	if !isApostrophe(r) || !unicode.IsLetter(runeBefore(s, n)) && !unicode.IsDigit(runeBefore(s, n)) {
		return 0
	}
	if !unicode.IsLetter(runeAt(s, n+size)) {
		return 0
	}
	return size + wordRunes(s[n+size:])
}

// prefixes are bound forms: a hyphen after one does not end the word. The
// treebanks take them from a list of the Linguistic Data Consortium.
var prefixes = wordSet(`a agro ante anti arch be bi bio co con contra counter cross cyber de dis e eco
	electro em en extra ex fore geo hemi hyper hypo in infra inter intra macro mal mega meta micro mid
	mini mis mono multi neo non o over paleo pan para peri post pre pro proto pseudo psycho quasi re
	semi socio sub super supra techno tele trans tri turbo u ultra un under uni vice x`)

// prefixTail returns the length of "-x…" where the first n bytes of s are a prefix.
func prefixTail(s string, n int) int {
	if n+1 >= len(s) || s[n] != '-' || n > longestPrefix || !prefixes[strings.ToLower(s[:n])] {
		return 0
	}
	if len(s[:n]) == 1 && s[:n] != strings.ToLower(s[:n]) && s[:n] != "E" && s[:n] != "X" {
		return 0
	}
	more := wordRunes(s[n+1:])
	if more == 0 {
		return 0
	}
	return 1 + more
}

// longestPrefix is the length of "electro" and "counter", the longest prefixes.
const longestPrefix = 7

// Top-level domains and file types keep "name.ending" one word.
var (
	domains   = wordSet("com org net gov edu int mil info biz io ai tv eu uk us ca au de fr ru ua cn in nz ie")
	fileTypes = wordSet("doc docx xls xlsx ppt pptx pdf rtf txt jpg jpeg png gif html htm csv zip exe php asp")
)

// isAddress reports whether a token is the address of a page or a mailbox, a
// handle or a topic.
func isAddress(word string) bool {
	if word != "" && scanTag(word, 0) > 0 {
		return true
	}
	host := word[strings.LastIndexByte(word, '@')+1:]
	switch {
	case strings.Contains(word, "://") || hasPrefixFold(word, "www."):
		return true
	case len(host) < len(word):
		return len(host)+1 < len(word) && strings.Contains(host, ".")
	}
	return false
}

// isFileName reports whether a token is the name of a file: "minutes.doc".
func isFileName(word string) bool {
	dot := strings.LastIndexByte(word, '.')
	return dot > 0 && fileTypes[strings.ToLower(word[dot+1:])] && !isAddress(word)
}

// domainTail returns the length of ".com", ".gov.uk" after the first n bytes of s.
func domainTail(s string, n int) int {
	if n >= len(s) || s[n] != '.' {
		return 0
	}
	more := wordRunes(s[n+1:])
	ending := s[n+1 : n+1+more]
	if known := strings.ToLower(ending); !domains[known] && !fileTypes[known] || (ending != strings.ToLower(ending) && ending != strings.ToUpper(ending)) {
		return 0
	}
	if homographs[ending] && !strings.Contains(s[:n], ".") {
		return 0
	}
	return 1 + more
}

// homographs are endings that are words too, as in "he left.in May".
var homographs = wordSet("in us de")

// ampersandTail returns the length of "&T" after "AT": single capitals only.
func ampersandTail(s string, n int) int {
	if n > 3 || n+1 >= len(s) || s[n] != '&' || s[:n] != strings.ToUpper(s[:n]) {
		return 0
	}
	more := wordRunes(s[n+1:])
	if more == 0 || more > 3 || s[n+1:n+1+more] != strings.ToUpper(s[n+1:n+1+more]) {
		return 0
	}
	return 1 + more
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
