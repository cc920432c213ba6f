package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// EntityIRI returns the IRI of the thing that name stands for:
// "Emmanuel Macron" gives "kg:Emmanuel_Macron". Letters and digits of any script
// stay. Spaces and slashes become one underscore; characters that N-Quads, Gizmo
// or a shell would need escaped are left out. The result is never empty after
// the prefix, and a name that already is such a local part is kept as it is.
func EntityIRI(name string) string { return kgPrefix + localPart(name, '_') }

// kgPrefix begins the IRI of every entity.
const kgPrefix = "kg:"

// RelationIRI returns the IRI of a relation label:
// "holds talks with" gives "rel:holds-talks-with".
func RelationIRI(label string) string {
	return "rel:" + localPart(strings.ToLower(label), '-')
}

// keptMarks are the punctuation marks that need no escape in N-Quads or Gizmo.
const keptMarks = "-_.,()&+!"

// localPart keeps what may stand in an IRI and joins words with sep.
func localPart(name string, sep rune) string {
	var b strings.Builder
	b.Grow(len(name))
	pending := false
	for _, c := range name {
		switch {
		case c == sep, unicode.IsSpace(c), c == '/', c == '\\', sep == '-' && c == '_':
			pending = b.Len() > 0
			continue
		case c > unicode.MaxASCII && unicode.Is(unicode.Pd, c):
			c = '-'
		case !kept(c):
			continue
		}
		if c == sep {
			pending = b.Len() > 0
			continue
		}
		if pending {
			b.WriteRune(sep)
			pending = false
		}
		b.WriteRune(c)
	}
	local := strings.Trim(b.String(), "-_,")
	if local == "" {
		return "x" + shortHash(name)
	}
	return local
}

func kept(c rune) bool {
	if c <= unicode.MaxASCII {
		return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte(keptMarks, byte(c)) >= 0
	}
	return c != unicode.ReplacementChar && (unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c))
}

// shortHash returns six hexadecimal digits that depend on s alone.
func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:3])
}
