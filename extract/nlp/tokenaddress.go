package nlp

import (
	"strings"
	"unicode"
)

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

// scanTag finds "@name" and "#topic", but not "#1".
func scanTag(text string, at int) int {
	if (text[at] != '@' && text[at] != '#') || !unicode.IsLetter(runeAt(text, at+1)) {
		return 0
	}
	return 1 + wordRunes(text[at+1:])
}

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
