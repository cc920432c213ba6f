package identity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/extract/nlp"
)

// mergeAcronyms puts a name together with its abbreviation: "World Rowing
// Federation" and "WRF", when the capitals are the initials of the name's words;
// and any two names of which one follows the other in brackets and has letters of
// it in order ("African Continental Free Trade Area (AfCFTA)") or is the capitals of a
// body's name in another language.
// Limit: an abbreviation that two names of the article could have goes to none; nor
// is it that of a name which it is a word of ("U.S." and "U.S. Steel"), or that of a
// body without a name known when the lexicons know it as another's.
func mergeAcronyms(a *article) {
	mergeBracketed(a)
	byInitials := map[string][]*mention{}
	for _, m := range a.names {
		for _, initials := range initialsOf(m.name) {
			if !slices.ContainsFunc(byInitials[initials], func(o *mention) bool { return o.cluster == m.cluster }) {
				byInitials[initials] = append(byInitials[initials], m)
			}
		}
	}
	for _, m := range a.names {
		short := acronym(m.name)
		if short == "" {
			continue
		}
		long := byInitials[short]
		if len(long) != 1 || m.type_ == nlp.Person || slices.Contains(long[0].words, m.key) || m.known != nil && long[0].cluster.known() == nil {
			continue
		}
		a.merge(long[0], m)
	}
}

func mergeBracketed(a *article) {
	for i := 1; i < len(a.names); i++ {
		long, short := a.names[i-1], a.names[i]
		if long.sentence != short.sentence {
			continue
		}
		if a.explains(long, short) && a.merge(short, long) {
			continue
		}
		if !a.bracketed(a.afterGenitive(long.Tokens.End), short.Tokens) {
			continue
		}
		if len(short.words) == 1 && len(long.words) > 1 && (isLettersOf(short.words[0], long.words) || isForeignFor(short, long)) {
			a.merge(long, short)
		}
	}
}

// isForeignFor reports whether capitals in brackets behind the name of a body are what
// it is called in another language: "German Aerospace Center (DLR)".
func isForeignFor(short, long *mention) bool {
	return long.type_ == nlp.Organization && len(long.words) > 2 && short.known == nil && acronym(short.name) != ""
}

// explains reports whether two neighbouring names are an abbreviation and, set off by a
// comma and "the", the name of the body that it is of: "the GTZ, the German
// Organization for Technical Cooperation".
func (a *article) explains(short, long *mention) bool {
	i := short.Tokens.End
	return isForeignFor(short, long) && long.Tokens.First == i+2 && a.doc.Word(i) == "," && strings.EqualFold(a.doc.Word(i+1), "the") &&
		a.doc.Tokens[a.topToken(long.Tokens)].Rel == "appos"
}

// afterGenitive returns the token behind a name's genitive ending, if i is one.
func (a *article) afterGenitive(i int) int {
	if i < len(a.doc.Tokens) && a.doc.Tokens[i].XPOS == "POS" {
		return i + 1
	}
	return i
}

// settleBracketed takes the entry of the lexicons off an abbreviation that the
// article explains otherwise: where "the grand master (GM)" plays, GM makes no cars.
func (a *article) settleBracketed() {
	explained := map[string]bool{}
	for _, m := range a.names {
		if m.known != nil && !m.known.isCountry && len(m.words) == 1 && a.bracketed(m.Tokens.First-1, m.Tokens) {
			long := nlp.Range{First: max(a.doc.Sentences[m.sentence].Tokens.First, m.Tokens.First-1-len(m.words[0])), End: m.Tokens.First - 1}
			initials := initialsOf(a.text(long))
			k := lookup(a.text(long), m.type_)
			explained[m.key] = explained[m.key] || slices.Contains(initials, acronym(m.name)) && (k == nil || k.iri != m.known.iri)
		}
	}
	for _, m := range a.names {
		if explained[m.key] {
			m.known = nil
		}
	}
}

// bracketed reports whether r stands in brackets that open at token i.
func (a *article) bracketed(i int, r nlp.Range) bool {
	return i >= 0 && r.First == i+1 && r.End < len(a.doc.Tokens) && a.doc.Word(i) == "(" && a.doc.Word(r.End) == ")"
}

// isLettersOf reports whether the letters of short stand in words in order, the
// first at the beginning.
func isLettersOf(short string, words []string) bool {
	long := strings.Join(words, "")
	if len(short) < 2 || long[0] != short[0] {
		return false
	}
	i := 0
	for _, c := range []byte(long) {
		if i < len(short) && short[i] == c {
			i++
		}
	}
	return i == len(short)
}

// acronym returns name without full stops if it is an abbreviation in capitals,
// else the empty string.
func acronym(name string) string {
	name = strings.ReplaceAll(name, ".", "")
	if len(name) < 2 || len(name) > maxAcronym || strings.IndexFunc(name, func(c rune) bool { return !unicode.IsUpper(c) }) >= 0 {
		return ""
	}
	return name
}

// maxAcronym is the longest word in capitals that is read as initials.
const maxAcronym = 7

// initialsOf returns the initials of a name's capitalised words, where there are
// two at least, and those of all its words; none for a name of one word.
func initialsOf(name string) []string {
	var capitals, all strings.Builder
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return c == ' ' || c == '-' }) {
		c := []rune(w)[0]
		if unicode.IsUpper(c) {
			capitals.WriteRune(c)
		}
		all.WriteRune(unicode.ToUpper(c))
	}
	var found []string
	for _, initials := range []string{capitals.String(), all.String()} {
		if utf8.RuneCountInString(initials) > 1 && !slices.Contains(found, initials) {
			found = append(found, initials)
		}
	}
	return found
}
