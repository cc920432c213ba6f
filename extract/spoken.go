package extract

import "strings"

// spokenWords returns what is said of a text that begins inside a quotation: without what
// stands between the marks that close it and open it again, for which there is " … ".
//
//	The dam,” he said, “is safe  ⇒  The dam … is safe
//
// A text that is in one quotation from end to end is returned as it is.
func spokenWords(text string) string {
	var said []string
	inside, from := true, 0
	for at, mark := range text {
		switch {
		case inside && (mark == '”' || mark == '"'):
			said = append(said, text[from:at])
			inside = false
		case !inside && (mark == '“' || mark == '"'):
			from = at + len(string(mark))
			inside = true
		}
	}
	if !inside || len(said) == 0 {
		return text
	}
	for i, part := range said {
		said[i] = strings.TrimRight(strings.TrimSpace(part), ",;")
	}
	return strings.Join(append(said, strings.TrimSpace(text[from:])), " … ")
}
