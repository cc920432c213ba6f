package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode"
)

// Article is a text to extract from and what is known about it.
type Article struct {
	ID        string    // "article:…", from [NewArticle]
	Source    string    // path or address as given; "-" is standard input
	Title     string    // headline; empty where there is none
	Author    string    // empty where unknown
	URL       string    // canonical address; empty where unknown
	Published time.Time // day of publication, UTC; zero where unknown
	Modified  time.Time // when this version was made; zero where unknown
	Text      string    // valid UTF-8, never changed: all offsets point into it
	SHA256    string    // of Text, hexadecimal
	Content   string    // hash of what it was read from, markup and all; empty where not known
	Line      int       // input line, counted from 1, where every line is an article; else 0
}

// Meta is what a source says of an article besides its text.
type Meta struct {
	Title, Author, URL string
	Published          time.Time
	Modified           time.Time // when this version was made
}

// The ID of an article is a slug for people and a hash for certainty.
const (
	slugBytes = 48 // about eight words: enough to recognise an article in a list
	hashHex   = 8  // 32 bits, beside a slug that differs as well
)

// NewArticle returns the article with the given text.
//
// Its ID depends on the text and the title alone, so that the same article has
// the same ID wherever it lies and whenever it is read.
func NewArticle(source, text string, meta Meta) Article {
	sum := sha256.Sum256([]byte(text))
	digest := hex.EncodeToString(sum[:])
	heading := meta.Title
	if heading == "" {
		heading = text
	}
	id := "article:" + digest[:hashHex]
	if slug := slugOf(heading); slug != "" {
		id = "article:" + slug + "-" + digest[:hashHex]
	}
	return Article{
		ID: id, Source: source, Title: meta.Title, Author: meta.Author, URL: meta.URL,
		Published: meta.Published, Modified: meta.Modified, Text: text, SHA256: digest,
	}
}

// slugOf returns the first words of s in lower case, letters and digits only,
// joined by hyphens, at most slugBytes bytes.
func slugOf(s string) string {
	var slug strings.Builder
	words := strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for word := range words {
		word = strings.ToLower(word)
		if slug.Len() > 0 && slug.Len()+1+len(word) > slugBytes || len(word) > slugBytes {
			break
		}
		if slug.Len() > 0 {
			slug.WriteByte('-')
		}
		slug.WriteString(word)
	}
	return slug.String()
}
