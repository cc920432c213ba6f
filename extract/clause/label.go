package clause

import (
	"strings"

	"kg/extract/nlp"
)

// Label returns the relation of base form base as a person would say it under
// modality m: "co-chair" is "co-chairs" when asserted or said, "does not
// co-chair" when negated, "may co-chair", "will co-chair", "would co-chair",
// and "may or may not co-chair" in a question. A form of "be" takes its own
// negation ("is not president of").
func Label(base string, m Modality) string {
	switch m {
	case Negated:
		return negative(base)
	case notConditional:
		return "would not " + base
	case Possible:
		return "may " + base
	case Future:
		return "will " + base
	case Conditional:
		return "would " + base
	case Question:
		return "may or may not " + base
	}
	return thirdPerson(base)
}

// LabelAs returns the label of r under modality m: that of its base, see [Label], but
// for a denial with a modal verb, which keeps it: "cannot sell", "will not sell".
func (r Relation) LabelAs(m Modality) string {
	switch {
	case m == byNobody && r.Modal != "":
		return r.Modal + " " + r.Base
	case m != Negated || r.Modal == "":
		return Label(r.Base, m)
	case r.Modal == "can":
		return "cannot " + r.Base
	}
	return r.Modal + " not " + r.Base
}

// negative returns the denial of base.
func negative(base string) string {
	if rest, ok := strings.CutPrefix(base, "be "); ok {
		return "is not " + rest
	}
	if base == "be" {
		return "is not"
	}
	return "does not " + base
}

// thirdPerson inflects the first word of base.
func thirdPerson(base string) string {
	first, rest, more := strings.Cut(base, " ")
	if !more {
		return nlp.ThirdPerson(first)
	}
	return nlp.ThirdPerson(first) + " " + rest
}
