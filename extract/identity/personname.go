package identity

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kg/data"
)

// nameWords returns the words of a name in the form in which names are
// compared: lower case, without accents and full stops, the words of a
// hyphenated one kept together. A possessive ending goes.
func nameWords(name string) []string {
	name = plainMarks.Replace(name)
	var words []string
	for _, w := range strings.Fields(fold(name)) {
		w = strings.TrimSuffix(w, "'s")
		if w = strings.Trim(w, ",;:()[]'"); w != "" {
			words = append(words, w)
		}
	}
	return words
}

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", ".", "", "“", "", "”", "", `"`, "")

// fold lower-cases s and takes its accents off.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		if plain, ok := unaccented[c]; ok {
			b.WriteString(plain)
		} else if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// unaccented are the letters that do not decompose into a base letter and a mark.
var unaccented = map[rune]string{'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th"}

// respell writes a folded name so that the usual spellings of one foreign name
// come out the same: Zelenskyy, Zelensky and Zelenskiy; Kadhafi and Gaddafi stay
// apart, which is the limit of spelling alone.
func respell(word string) string {
	word = respeller.Replace(word)
	var b strings.Builder
	var last rune
	for _, c := range word {
		if c != last {
			b.WriteRune(c)
		}
		last = c
	}
	return b.String()
}

// respeller maps the letters that romanisations of Cyrillic and Arabic choose
// between to one of them.
var respeller = strings.NewReplacer(
	"shch", "sc", "sch", "sh", "tch", "ch", "tsch", "ch", "kh", "h", "ph", "f", "ts", "c", "tz", "c",
	"yo", "io", "ye", "e", "yu", "iu", "ju", "iu", "ya", "ia", "ja", "ia",
	"iy", "i", "ij", "i", "yy", "i", "yi", "i", "y", "i", "j", "i", "w", "v", "q", "k", "ck", "k", "-", "", "'", "")

// particles stand between given name and surname and belong to the latter.
var particles = []string{"von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al", "el", "ben", "ter", "ten", "zu", "af"}

// surname returns the family name of a full name, with its particles, without
// the Arabic article; and the given names before it.
func surname(words []string) (family string, given []string) {
	i := len(words) - 1
	if i > 1 && (words[i] == "jr" || words[i] == "sr" || words[i] == "ii" || words[i] == "iii") {
		words = words[:i]
		i--
	}
	for i > 1 && slices.Contains(particles, words[i-1]) {
		i--
	}
	return bareSurname(strings.Join(words[i:], " ")), words[:i]
}

// generation returns what tells father and son of one name apart, "jr" or "iii";
// empty where nothing does.
func generation(words []string) string {
	if len(words) > 2 {
		switch last := words[len(words)-1]; last {
		case "jr", "ii", "iii", "iv":
			return last
		}
	}
	return ""
}

// bareSurname takes the Arabic article off a surname.
func bareSurname(s string) string {
	for _, article := range []string{"al-", "el-", "al ", "el ", "ad-", "as-", "ash-"} {
		if rest, ok := strings.CutPrefix(s, article); ok && len(rest) > 2 {
			return rest
		}
	}
	return s
}

// personNamesAgree reports whether two full names (of two words or more) can be
// one person's: the same surname but for its spelling, and given names of which
// none contradicts another.
func personNamesAgree(a, b []string) bool {
	if generation(a) != generation(b) {
		return false
	}
	familyA, givenA := surname(a)
	familyB, givenB := surname(b)
	if !sameSpelling(familyA, familyB) {
		return contains(a, b) || contains(b, a)
	}
	return givenNamesAgree(givenA, givenB)
}

// contains reports whether every word of part stands in whole, in order.
func contains(whole, part []string) bool { return isWithin(spellAll(part), spellAll(whole)) }

func spellAll(words []string) []spelling {
	all := make([]spelling, len(words))
	for i, w := range words {
		all[i] = spell(w)
	}
	return all
}

// givenNamesAgree compares the first given names; an initial stands for any
// name that it begins, and a middle name may be missing.
func givenNamesAgree(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, y := a[0], b[0]
	if len([]rune(x)) == 1 || len([]rune(y)) == 1 {
		return x[0] == y[0]
	}
	return sameSpelling(x, y) || strings.HasPrefix(x, y) || strings.HasPrefix(y, x) ||
		shortForms[x] == y || shortForms[y] == x || contains(a, b) || contains(b, a)
}

// shortForms are everyday forms of English given names that their full form
// does not begin with.
var shortForms = map[string]string{
	"bill": "william", "bob": "robert", "dick": "richard", "jack": "john", "jim": "james", "mike": "michael",
	"tony": "anthony", "ted": "edward", "joe": "joseph", "bernie": "bernard", "andy": "andrew", "chuck": "charles",
	"liz": "elizabeth", "peggy": "margaret", "kate": "katherine", "harry": "henry", "steve": "stephen", "nick": "nicholas",
	"jimmy": "james", "bobby": "robert", "billy": "william", "kash": "kashyap", "charlie": "charles", "jeff": "jeffrey",
}

// sameSpelling reports whether two folded words are one name in two spellings.
func sameSpelling(a, b string) bool { return a == b || spell(a).same(spell(b)) }

// minSpellingLength keeps Marin and Martin, Hansen and Jansen apart: below it,
// one letter makes another surname more often than another spelling.
const minSpellingLength = 8

// oneEditApart reports whether one insertion, deletion or substitution turns a
// into b.
func oneEditApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[min(i+1, len(a)):] == b[min(i+1, len(b)):]
	}
	return a[i:] == b[i+1:]
}

// genderOf returns the gender that the given name of a folded full name has.
func genderOf(words []string) data.Gender {
	if len(words) < 2 {
		return data.UnknownGender
	}
	g, _ := data.FirstName(words[0])
	if !isSexed(g) {
		return data.UnknownGender
	}
	return g
}

// NameWords returns the words of a name in the form in which names are compared:
// lower case, without accents.
func NameWords(name string) []string { return nameWords(name) }

// FamilyKey returns what the usual spellings of the family name of a person have
// in common. A name of one word is a family name.
func FamilyKey(words []string) string {
	family, _ := surname(words)
	return respell(family)
}

// OneName reports whether two full personal names can be one person's name in two
// spellings, or with a given name more: the same family name and given names of
// which one's stand among the other's.
func OneName(a, b string) bool { return ReadPersonName(a).OneWith(ReadPersonName(b)) }

// PersonName is a full personal name, read for comparing it with many.
type PersonName struct {
	family     spelling
	given      []spelling
	generation string // "jr", "iii"; empty where the name says none
}

// ReadPersonName reads a full personal name.
func ReadPersonName(name string) PersonName {
	words := nameWords(name)
	if len(words) == 0 {
		return PersonName{}
	}
	family, given := surname(words)
	return PersonName{spell(family), spellAll(given), generation(words)}
}

// OneWith is [OneName] of names that are read.
func (n PersonName) OneWith(o PersonName) bool {
	return n.generation == o.generation && n.family.same(o.family) && (isWithin(o.given, n.given) || isWithin(n.given, o.given))
}

// isWithin reports whether every word of part stands in whole, in order.
func isWithin(part, whole []spelling) bool {
	i := 0
	for _, w := range whole {
		if i < len(part) && w.same(part[i]) {
			i++
		}
	}
	return i == len(part)
}

// Initials returns keys of which two names have one in common where [OneWith] can
// hold: the family name's and a given name's initial.
func (n PersonName) Initials() []string {
	var keys []string
	for _, g := range n.given {
		keys = append(keys, n.family.initial()+" "+g.initial())
	}
	return keys
}

// spelling is a folded word with the form in which the usual spellings of a foreign
// name are alike.
type spelling struct{ word, respelt string }

func spell(word string) spelling { return spelling{word, respell(word)} }

func (s spelling) initial() string { return s.respelt[:min(1, len(s.respelt))] }

// same reports whether two words are one name in two spellings: equal once respelt,
// or one letter apart where they are long enough that this is no other name.
func (s spelling) same(o spelling) bool {
	if s.word == o.word {
		return true
	}
	if s.respelt == o.respelt {
		return len(s.respelt) > 2
	}
	a, b := s.respelt, o.respelt
	return min(len(a), len(b)) >= minSpellingLength && a[0] == b[0] && oneEditApart(a, b)
}
