package source

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"kg/extract"
)

// LanguageError says that an article is not in English, the only language that
// is understood. It is no fault of the article: it is passed over.
type LanguageError struct {
	Source   string
	Language string // its English name: "French"
}

func (e *LanguageError) Error() string {
	return fmt.Sprintf("%s: in %s, it seems: kg reads English only (--any-language reads it all the same)", e.Source, e.Language)
}

const (
	languageBytes = 8 << 10 // of the text are looked at
	languageWords = 20      // fewer tell a language too badly
	// In English news between a third and half of the words are among the
	// commonest; in other languages, names and quotations included, under a
	// twentieth.
	englishShare = 0.15
)

// commonest are frequent function words of English, those left out that are
// as frequent in other languages ("in", "a", "he", "was", "is", "an").
var commonest = wordSet(`the of and to that for with on by his from they at which but not have had has are were
	been this their its will would there who said after when than more about into could over also other`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// checkLanguage returns a [*LanguageError] where an article is clearly in
// another language than English.
func checkLanguage(source string, a extract.Article) error {
	text := a.Text[:min(len(a.Text), languageBytes)]
	words, english := 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if commonest[strings.ToLower(word)] {
			english++
		}
	}
	if words > 0 && float64(english)/float64(words) >= englishShare {
		return nil
	}
	text = strings.ToValidUTF8(text, "")
	if words < languageWords && whatlanggo.DetectScript(text) == unicode.Latin { // Chinese, Thai: few spaces
		return nil
	}
	guess := whatlanggo.Detect(text)
	if guess.Lang == whatlanggo.Eng || !guess.IsReliable() {
		return nil
	}
	return &LanguageError{source, guess.Lang.String()}
}
