package nlp

import "kg/extract/nlp/internal/neural"

// correctTree mends what the network says of a sentence in two places that
// disagree: it chooses each tag, head and relation by itself.
func correctTree(words []string, said []neural.Word) {
	hangOnVerb(words, said)
	tagPastForms(said)
}

// hangOnVerb hangs a clause with "that" on the verb where it hangs on the
// indirect object ("She told reporters that …"): who is told something has no
// content.
func hangOnVerb(words []string, said []neural.Word) {
	for i, word := range words {
		clause := said[i].Head
		if word != "that" || said[i].Rel != "mark" || clause < 0 || said[clause].Rel != "acl" {
			continue
		}
		if told := said[clause].Head; said[told].Rel == "iobj" {
			said[clause].Head, said[clause].Rel = said[told].Head, "ccomp"
		}
	}
}

// tagPastForms makes a participle finite that has a subject and no auxiliary,
// and a past form active that has none ("Reyes called for an end").
func tagPastForms(said []neural.Word) {
	const (
		subject = 1 << iota
		auxiliary
		passive
	)
	has := make([]uint8, len(said))
	for _, w := range said {
		switch {
		case w.Head < 0:
		case w.UPOS == "AUX", w.Rel == "mark": // "to" is one
			has[w.Head] |= auxiliary
		case w.Rel == "nsubj":
			has[w.Head] |= subject
		case w.Rel == "nsubj:pass":
			has[w.Head] |= passive
		}
	}
	for i, w := range said {
		if w.XPOS == "VBN" && has[i] == subject && (w.Rel == "root" || w.Rel == "ccomp" || w.Rel == "parataxis") {
			said[i].XPOS = "VBD"
		}
		if w.Rel == "nsubj:pass" && said[w.Head].XPOS == "VBD" && has[w.Head] == passive {
			said[i].Rel = "nsubj"
		}
	}
}
