package graph

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// The grammar of N-Quads, https://www.w3.org/TR/n-quads/#sec-grammar:
//
//	statement  ::= subject predicate object graphLabel? '.'
//	subject    ::= IRIREF | BLANK_NODE_LABEL
//	predicate  ::= IRIREF
//	object     ::= IRIREF | BLANK_NODE_LABEL | literal
//	graphLabel ::= IRIREF | BLANK_NODE_LABEL
//	literal    ::= STRING_LITERAL_QUOTE ('^^' IRIREF | LANGTAG)?
//
// One thing is taken that it leaves out: an IRI without a scheme, which Cayley
// lets people write and which an export then has.
//
// Cayley's own reader was not good enough: it leaves escapes in IRIs as they
// are, and writes numbers anew ("007" comes back as "7").

// lineParser reads the terms of one line.
type lineParser struct {
	line []byte
	at   int // bytes
}

// lineError says at which character of a line something is wrong.
type lineError struct {
	column int // characters, counted from 1
	reason string
}

func (e *lineError) Error() string { return fmt.Sprintf("column %d: %s", e.column, e.reason) }

func (p *lineParser) fail(at int, format string, args ...any) error {
	return &lineError{column: 1 + utf8.RuneCount(p.line[:min(at, len(p.line))]), reason: fmt.Sprintf(format, args...)}
}

// places are the terms of a statement in their order, and what each may be.
var places = []struct {
	direction quad.Direction
	name      string
	allowed   func(quad.Value) bool
	expected  string
}{
	{quad.Subject, "subject", isNode, "an IRI <…> or a blank node _:…"},
	{quad.Predicate, "predicate", isIRI, "an IRI <…>"},
	{quad.Object, "object", func(quad.Value) bool { return true }, `an IRI <…>, a blank node _:… or a literal "…"`},
	{quad.Label, "label", isNode, "an IRI <…> or a blank node _:…"},
}

func isIRI(v quad.Value) bool { _, ok := v.(quad.IRI); return ok }

func isNode(v quad.Value) bool { _, ok := v.(quad.BNode); return ok || isIRI(v) }

// parseLine returns the statement of a line without its end; false for a line
// that holds none. The error is a *lineError.
func parseLine(line []byte) (quad.Quad, bool, error) {
	p := &lineParser{line: line}
	var q quad.Quad
	if p.space(); p.ended() {
		return q, false, nil
	}
	for _, place := range places {
		p.space()
		start := p.at
		if place.direction == quad.Label && p.next() == '.' {
			break
		}
		v, err := p.term()
		switch {
		case errors.Is(err, errNoTerm):
			return q, false, p.fail(start, "the %s should begin here, %s; here is %s", place.name, place.expected, p.here())
		case err != nil:
			return q, false, err
		case !place.allowed(v):
			return q, false, p.fail(start, "the %s must be %s", place.name, place.expected)
		}
		q.Set(place.direction, v)
	}
	return q, true, p.end()
}

// end reads the dot that ends a statement, and a comment.
func (p *lineParser) end() error {
	if p.space(); p.next() != '.' {
		return p.fail(p.at, "the statement should end here with a dot; here is %s", p.here())
	}
	p.at++
	if p.space(); !p.ended() {
		return p.fail(p.at, "after the dot that ends a statement is %s", p.here())
	}
	return nil
}

func (p *lineParser) space() {
	for p.at < len(p.line) && (p.line[p.at] == ' ' || p.line[p.at] == '\t') {
		p.at++
	}
}

// ended reports whether only a comment is left of the line, or nothing.
func (p *lineParser) ended() bool { return p.at == len(p.line) || p.line[p.at] == '#' }

// next returns the next byte, 0 at the end.
func (p *lineParser) next() byte {
	if p.at == len(p.line) {
		return 0
	}
	return p.line[p.at]
}

// here describes what comes next.
func (p *lineParser) here() string {
	if p.at == len(p.line) {
		return "the end of the line"
	}
	r, _ := utf8.DecodeRune(p.line[p.at:])
	return strconv.QuoteRune(r)
}

// errNoTerm says that no term begins here.
var errNoTerm = errors.New("no term")

func (p *lineParser) term() (quad.Value, error) {
	switch p.next() {
	case '<':
		return p.iri()
	case '_':
		return p.blankNode()
	case '"':
		return p.literal()
	}
	return nil, errNoTerm
}

// iri reads an IRIREF: '<' ([^#x00-#x20<>"{}|^`\] | UCHAR)* '>'.
func (p *lineParser) iri() (quad.IRI, error) {
	start := p.at
	text, err := p.quoted('>', func(r rune) bool { return r <= ' ' || strings.ContainsRune("<\"{}|^`", r) }, "")
	if err == nil && text == "" {
		err = p.fail(start, "an IRI is empty")
	}
	return quad.IRI(text), err
}

// blankNode reads a BLANK_NODE_LABEL, which may hold dots, but not end with one.
func (p *lineParser) blankNode() (quad.BNode, error) {
	start := p.at
	if p.at++; p.next() != ':' {
		return "", p.fail(start, "a blank node begins with _:")
	}
	p.at++
	from, end := p.at, p.at
	for p.at < len(p.line) {
		r, size := utf8.DecodeRune(p.line[p.at:])
		if r == utf8.RuneError && size <= 1 || !inBlankNode(r, p.at == from) {
			break
		}
		p.at += size
		if r != '.' {
			end = p.at
		}
	}
	if p.at = end; from == end {
		return "", p.fail(start, "a blank node has no name")
	}
	return quad.BNode(p.line[from:end]), nil
}

// inBlankNode reports whether r may stand in a BLANK_NODE_LABEL.
func inBlankNode(r rune, first bool) bool {
	switch {
	case r >= '0' && r <= '9' || r == ':' || r == '_' || unicode.Is(nameStart, r):
		return true
	}
	return !first && (r == '.' || r == '-' || unicode.Is(nameRest, r))
}

// nameStart is PN_CHARS_BASE, nameRest what PN_CHARS adds to it beyond ASCII.
var (
	nameStart = &unicode.RangeTable{
		R16: []unicode.Range16{
			{'A', 'Z', 1}, {'a', 'z', 1}, {0xC0, 0xD6, 1}, {0xD8, 0xF6, 1}, {0xF8, 0x2FF, 1}, {0x370, 0x37D, 1}, {0x37F, 0x1FFF, 1},
			{0x200C, 0x200D, 1}, {0x2070, 0x218F, 1}, {0x2C00, 0x2FEF, 1}, {0x3001, 0xD7FF, 1}, {0xF900, 0xFDCF, 1}, {0xFDF0, 0xFFFD, 1},
		},
		R32: []unicode.Range32{{0x10000, 0xEFFFF, 1}},
	}
	nameRest = &unicode.RangeTable{R16: []unicode.Range16{{0xB7, 0xB7, 1}, {0x300, 0x36F, 1}, {0x203F, 0x2040, 1}}}
)

// literal reads a string with its datatype or language, if any.
func (p *lineParser) literal() (quad.Value, error) {
	text, err := p.quoted('"', func(rune) bool { return false }, `tbnrf"'\`)
	if err != nil {
		return nil, err
	}
	switch {
	case p.next() == '@':
		lang, err := p.language()
		return quad.LangString{Value: quad.String(text), Lang: lang}, err
	case p.next() != '^':
		return quad.String(text), nil
	}
	start := p.at
	if !strings.HasPrefix(string(p.line[p.at:min(p.at+3, len(p.line))]), "^^<") {
		return nil, p.fail(start, "a datatype is written ^^<…>")
	}
	p.at += len("^^")
	datatype, err := p.iri()
	if err != nil {
		return nil, err
	}
	return native(quad.TypedString{Value: quad.String(text), Type: datatype}), nil
}

// native returns the number, truth value or time that a literal stands for, by
// which queries compare, where that is written as the literal is.
func native(s quad.TypedString) quad.Value {
	v, err := s.ParseValue()
	if err != nil {
		return s
	}
	if t, ok := v.(quad.TypedStringer); ok && t.TypedString() == s {
		return v
	}
	return s
}

// language reads a LANGTAG: '@' [a-zA-Z]+ ('-' [a-zA-Z0-9]+)*.
func (p *lineParser) language() (string, error) {
	start := p.at
	p.at++
	from := p.at
	for p.at < len(p.line) && inLanguage(p.line[p.at], p.at == from) {
		p.at++
	}
	tag := string(p.line[from:p.at])
	first, _, _ := strings.Cut(tag, "-")
	if first == "" || strings.ContainsAny(first, "0123456789") || strings.HasSuffix(tag, "-") || strings.Contains(tag, "--") {
		return "", p.fail(start, "a language is written like @en or @pt-BR")
	}
	return tag, nil
}

func inLanguage(c byte, first bool) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || !first && (c == '-' || c >= '0' && c <= '9')
}

// quoted reads up to a closing mark, and past it, and takes out the escapes:
// \u and \U with the number of a character, and those of the letters in short.
func (p *lineParser) quoted(mark byte, forbidden func(rune) bool, short string) (string, error) {
	start := p.at
	p.at++
	var text []byte
	for p.at < len(p.line) {
		r, size := utf8.DecodeRune(p.line[p.at:])
		switch {
		case r == rune(mark):
			p.at++
			return string(text), nil
		case r == '\\':
			unescaped, err := p.escape(short)
			if err != nil {
				return "", err
			}
			text = utf8.AppendRune(text, unescaped)
			continue
		case r == utf8.RuneError && size == 1:
			return "", p.fail(p.at, "byte 0x%02x is not UTF-8", p.line[p.at])
		case forbidden(r):
			return "", p.fail(p.at, "an IRI holds %s", p.here())
		}
		text = append(text, p.line[p.at:p.at+size]...)
		p.at += size
	}
	return "", p.fail(start, "what opens here is never closed with %c", mark)
}

var shortEscapes = map[byte]rune{'t': '\t', 'b': '\b', 'n': '\n', 'r': '\r', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\'}

// escape reads an escape, an ECHAR of the letters in short or a UCHAR.
func (p *lineParser) escape(short string) (rune, error) {
	start := p.at
	p.at++
	c := p.next()
	p.at = min(p.at+1, len(p.line))
	digits := 0
	switch {
	case c == 'u':
		digits = 4
	case c == 'U':
		digits = 8
	case c != 0 && strings.IndexByte(short, c) >= 0:
		return shortEscapes[c], nil
	default:
		return 0, p.fail(start, "no escape begins so")
	}
	end := min(p.at+digits, len(p.line))
	code, err := strconv.ParseUint(string(p.line[p.at:end]), 16, 32)
	if err != nil || end-p.at < digits {
		return 0, p.fail(start, "\\%c is not followed by %d hexadecimal digits", c, digits)
	}
	if code > unicode.MaxRune || !utf8.ValidRune(rune(code)) {
		return 0, p.fail(start, "%s is the number of no character", p.line[start:end])
	}
	p.at = end
	return rune(code), nil
}
