package nlp

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// Pretokenized is a text whose tokens and sentences are given.
type Pretokenized struct {
	ID        string // of the document; empty where the input names none
	Text      string // the tokens with the white space between them; a line break after each sentence
	Tokens    []Span
	Sentences []Range // none is empty
}

// maxLine is the longest input line: a token, its columns and a generous
// comment. It bounds what a broken file can make us hold.
const maxLine = 16 << 20

// ReadPretokenized reads documents whose tokens and sentences are given, as
// CoNLL-U or as IOB2 with one token a line and a blank line between sentences.
// Which one it is follows from the first line that is no comment: CoNLL-U has
// ten columns and a number in the first. In IOB2 the word is the first column,
// or the second after a column of numbers; other columns are not read.
// Comments "# newdoc id = …" begin a new document. Empty nodes are left out;
// the words of a multiword token become tokens of their own.
// The error names the line and what is wrong with it.
func ReadPretokenized(r io.Reader) ([]Pretokenized, error) {
	reader := pretokenizedReader{}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64<<10), maxLine)
	for number := 1; scanner.Scan(); number++ {
		if err := reader.line(strings.TrimSuffix(scanner.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	reader.endDocument()
	return reader.documents, nil
}

type pretokenizedReader struct {
	documents []Pretokenized
	format    tokenFormat
	id        string
	text      strings.Builder
	tokens    []Span
	sentences []Range
	first     int    // first token of the sentence
	space     string // what goes before the next token
	whole     multiword
	comment   string // the sentence's text, where a comment gives it
	words     []string
}

type tokenFormat uint8

const (
	unknownFormat tokenFormat = iota
	conlluFormat
	iob2Format
)

// multiword is a multiword token whose words are being read.
type multiword struct {
	form      string
	last      int // number of its last word
	words     []string
	spaceless bool
}

var newDocument = regexp.MustCompile(`^#\s*newdoc(?:\s+id\s*=\s*(.*))?$`)

func (p *pretokenizedReader) line(line string) error {
	switch {
	case strings.TrimFunc(line, isSpace) == "":
		return p.endSentence()
	case strings.HasPrefix(line, "# ") && isComment(line) || line == "#":
		if m := newDocument.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			p.endDocument()
			p.id = strings.TrimSpace(m[1])
		}
		if text, ok := strings.CutPrefix(line, "# text = "); ok {
			p.comment = oneLine(text)
		}
		return nil
	}
	cells := strings.Split(line, "\t")
	if len(cells) == 1 {
		cells = strings.Fields(line)
	}
	if p.format == unknownFormat {
		p.format = formatOf(cells)
	}
	if p.format == iob2Format {
		return p.addPlain(cells)
	}
	return p.addCoNLLU(cells)
}

// isComment tells a comment from the token "#" with its columns.
func isComment(line string) bool {
	if strings.Contains(line, "\t") {
		return false
	}
	fields := strings.Fields(line)
	return len(fields) != 2 || !nameTag.MatchString(fields[1])
}

var (
	nameTag    = regexp.MustCompile(`^(?:O|[BI]-\S+)$`)
	wordNumber = regexp.MustCompile(`^[1-9][0-9]{0,8}$`)
	wordRange  = regexp.MustCompile(`^([1-9][0-9]{0,8})-([1-9][0-9]{0,8})$`)
	emptyNode  = regexp.MustCompile(`^[0-9]{1,9}\.[0-9]{1,9}$`)
)

func formatOf(cells []string) tokenFormat {
	if len(cells) == 10 && (wordNumber.MatchString(cells[0]) || wordRange.MatchString(cells[0]) || emptyNode.MatchString(cells[0])) {
		return conlluFormat
	}
	return iob2Format
}

// addPlain adds a line of IOB2.
func (p *pretokenizedReader) addPlain(cells []string) error {
	word := cells[0]
	if len(cells) > 2 && wordNumber.MatchString(word) && !nameTag.MatchString(cells[1]) {
		word = cells[1]
	}
	if oneLine(word) == "" {
		return fmt.Errorf("no token in the first column; want one token a line and a blank line between sentences")
	}
	p.words = append(p.words, oneLine(word))
	return nil
}

// addPlainSentence adds the words of a sentence of IOB2, with the white space
// that its text comment has between them, else one space.
func (p *pretokenizedReader) addPlainSentence() {
	spaces := spacesBetween(p.comment, p.words)
	for i, word := range p.words {
		if i > 0 {
			p.space = " "
			if spaces != nil {
				p.space = spaces[i]
			}
		}
		p.add(word)
	}
	p.words, p.comment = nil, ""
}

// spacesBetween returns what stands before each of the words in text, or nil if
// text is not made of them.
func spacesBetween(text string, words []string) []string {
	spaces := make([]string, len(words))
	for i, word := range words {
		rest := strings.TrimLeft(text, " ")
		spaces[i] = text[:len(text)-len(rest)]
		var ok bool
		if text, ok = strings.CutPrefix(rest, word); !ok {
			return nil
		}
	}
	return spaces
}

// addCoNLLU adds a line of CoNLL-U.
func (p *pretokenizedReader) addCoNLLU(cells []string) error {
	if len(cells) != 10 {
		return fmt.Errorf("%d columns, want the 10 of CoNLL-U, with tabs between them", len(cells))
	}
	id, form := cells[0], cells[1]
	spaceless := strings.Contains("|"+cells[9]+"|", "|SpaceAfter=No|")
	if emptyNode.MatchString(id) {
		return nil
	}
	if oneLine(form) == "" {
		return fmt.Errorf("word %s has an empty form", id)
	}
	if m := wordRange.FindStringSubmatch(id); m != nil {
		p.endMultiword()
		p.whole = multiword{form: form, last: atoi(m[2]), spaceless: spaceless}
		return nil
	}
	if !wordNumber.MatchString(id) {
		return fmt.Errorf("bad word number %q, want 1, 1-2 or 1.1", id)
	}
	if p.whole.last > 0 && atoi(id) <= p.whole.last {
		p.whole.words = append(p.whole.words, oneLine(form))
		if atoi(id) == p.whole.last {
			p.endMultiword()
		}
		return nil
	}
	p.endMultiword()
	p.add(form)
	p.setSpace(spaceless)
	return nil
}

// atoi returns the number that s, which is known to be digits, stands for.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// endMultiword adds the words of the multiword token that was being read. Where
// they don't make up its form, the form is cut into as many parts.
func (p *pretokenizedReader) endMultiword() {
	m := p.whole
	p.whole = multiword{}
	if m.form == "" {
		return
	}
	form := oneLine(m.form)
	if strings.Join(m.words, "") != form {
		m.words = parts(form, len(m.words))
	}
	for _, word := range m.words {
		p.add(word)
		p.space = ""
	}
	p.setSpace(m.spaceless)
}

// parts cuts s into n parts, or as many as it has characters that can stand alone.
func parts(s string, n int) []string {
	var runes []string
	for _, r := range s {
		if isSpace(r) && len(runes) > 0 {
			runes[len(runes)-1] += string(r)
			continue
		}
		runes = append(runes, string(r))
	}
	n = max(1, min(n, len(runes)))
	out := runes[: n-1 : n-1]
	return append(out, strings.Join(runes[n-1:], ""))
}

func (p *pretokenizedReader) add(word string) {
	word = oneLine(word)
	p.text.WriteString(p.space)
	begin := p.text.Len()
	p.text.WriteString(word)
	p.tokens = append(p.tokens, Span{begin, p.text.Len()})
}

func (p *pretokenizedReader) setSpace(spaceless bool) {
	p.space = " "
	if spaceless {
		p.space = ""
	}
}

func (p *pretokenizedReader) endSentence() error {
	p.endMultiword()
	p.addPlainSentence()
	if len(p.tokens) > p.first {
		p.sentences = append(p.sentences, Range{p.first, len(p.tokens)})
		p.first = len(p.tokens)
		p.space = "\n"
	}
	return nil
}

func (p *pretokenizedReader) endDocument() {
	p.endSentence()
	if len(p.tokens) > 0 {
		p.documents = append(p.documents, Pretokenized{p.id, p.text.String(), p.tokens, p.sentences})
	}
	p.text.Reset()
	p.id, p.tokens, p.sentences, p.first, p.space = "", nil, nil, 0, ""
}
