package sqlstore

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// kind is the type of a stored value. The numbers are part of the file format.
type kind int64

const (
	kindIRI         kind = 1
	kindBNode       kind = 2
	kindString      kind = 3
	kindLangString  kind = 4 // ext is the language tag
	kindTypedString kind = 5 // ext is the datatype
	kindInt         kind = 6 // decimal
	kindFloat       kind = 7 // the shortest decimal that reads back as the same float64
	kindBool        kind = 8 // "true" or "false"
	kindTime        kind = 9 // seconds since 1970 UTC, a point, nine digits of nanoseconds

	// kindBase64 is added to a kind whose text or ext is not what a database
	// calls text (a zero byte, or bytes that are not UTF-8); both are then
	// stored as base64.
	kindBase64 kind = 16
)

// term is a quad.Value as it is stored: comparable, and equal exactly where
// the values are.
type term struct {
	kind kind
	text string
	ext  string
}

// termOf encodes a value. It fails for a type of value that Cayley did not
// have when this was written.
func termOf(v quad.Value) (term, error) {
	t, err := plainTerm(v)
	if err != nil || (isText(t.text) && isText(t.ext)) {
		return t, err
	}
	b64 := base64.StdEncoding
	return term{t.kind + kindBase64, b64.EncodeToString([]byte(t.text)), b64.EncodeToString([]byte(t.ext))}, nil
}

func plainTerm(v quad.Value) (term, error) {
	switch v := v.(type) {
	case quad.IRI:
		return term{kind: kindIRI, text: string(v)}, nil
	case quad.BNode:
		return term{kind: kindBNode, text: string(v)}, nil
	case quad.String:
		return term{kind: kindString, text: string(v)}, nil
	case quad.LangString:
		return term{kindLangString, string(v.Value), v.Lang}, nil
	case quad.TypedString:
		return term{kindTypedString, string(v.Value), string(v.Type)}, nil
	case quad.Int:
		return term{kind: kindInt, text: strconv.FormatInt(int64(v), 10)}, nil
	case quad.Float:
		return term{kind: kindFloat, text: strconv.FormatFloat(float64(v), 'g', -1, 64)}, nil
	case quad.Bool:
		return term{kind: kindBool, text: strconv.FormatBool(bool(v))}, nil
	case quad.Time:
		t := time.Time(v)
		return term{kind: kindTime, text: fmt.Sprintf("%d.%09d", t.Unix(), t.Nanosecond())}, nil
	}
	return term{}, fmt.Errorf("sqlstore: a value of type %T cannot be stored", v)
}

func isText(s string) bool {
	return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0
}

// value decodes a term. It fails on what termOf does not write: a damaged
// database, or one written by a later version.
func (t term) value() (quad.Value, error) {
	if t.kind > kindBase64 {
		text, err1 := base64.StdEncoding.DecodeString(t.text)
		ext, err2 := base64.StdEncoding.DecodeString(t.ext)
		if err1 != nil || err2 != nil {
			return nil, t.damaged()
		}
		t = term{t.kind - kindBase64, string(text), string(ext)}
	}
	switch t.kind {
	case kindIRI:
		return quad.IRI(t.text), nil
	case kindBNode:
		return quad.BNode(t.text), nil
	case kindString:
		return quad.String(t.text), nil
	case kindLangString:
		return quad.LangString{Value: quad.String(t.text), Lang: t.ext}, nil
	case kindTypedString:
		return quad.TypedString{Value: quad.String(t.text), Type: quad.IRI(t.ext)}, nil
	}
	return t.native()
}

// native decodes the kinds that are Go values rather than strings.
func (t term) native() (quad.Value, error) {
	switch t.kind {
	case kindInt:
		if n, err := strconv.ParseInt(t.text, 10, 64); err == nil {
			return quad.Int(n), nil
		}
	case kindFloat:
		if f, err := strconv.ParseFloat(t.text, 64); err == nil {
			return quad.Float(f), nil
		}
	case kindBool:
		if b, err := strconv.ParseBool(t.text); err == nil {
			return quad.Bool(b), nil
		}
	case kindTime:
		sec, nano, ok := strings.Cut(t.text, ".")
		s, err1 := strconv.ParseInt(sec, 10, 64)
		n, err2 := strconv.ParseInt(nano, 10, 64)
		if ok && err1 == nil && err2 == nil {
			return quad.Time(time.Unix(s, n).UTC()), nil
		}
	}
	return nil, t.damaged()
}

func (t term) damaged() error {
	return fmt.Errorf("sqlstore: the database holds a value that cannot be read (kind %d, %.40q): it is damaged, or a later version of the program wrote it", t.kind, t.text)
}

// hashBits is how much of a SHA-256 the dictionary's index holds: as much as
// fits SQLite's six-byte integer. It narrows a look-up; equality is decided by
// the text.
const hashBits = 47

// hash is the key under which the dictionary finds a term.
func (t term) hash() int64 {
	var buf [256]byte // most are shorter
	b := append(buf[:0], byte(t.kind))
	b = binary.BigEndian.AppendUint64(b, uint64(len(t.ext)))
	b = append(append(b, t.ext...), t.text...)
	sum := sha256.Sum256(b)
	return int64(binary.BigEndian.Uint64(sum[:]) >> (64 - hashBits))
}
