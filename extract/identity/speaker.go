package identity

import (
	"strings"
)

// mergeSpeakers puts "I" in a quotation together with who speaks:
// "I am ready," said Ada Lund. "I am ready," she added.
// Limit: "we" stands for more than the speaker and is left alone.
func mergeSpeakers(a *article) {
	for _, p := range a.props {
		if p.Speaker == nil {
			continue
		}
		speaker := a.byToken[p.Speaker.Head]
		if speaker == nil {
			continue
		}
		for _, head := range []int{p.Subject.Head, p.Object.Head} {
			if m := a.byToken[head]; m != nil && m.Form == FormPronoun && isFirstPerson(a.doc.Word(m.Head)) {
				a.merge(speaker, m)
			}
		}
	}
}

func isFirstPerson(word string) bool {
	switch strings.ToLower(word) {
	case "i", "me", "my", "myself":
		return true
	}
	return false
}
