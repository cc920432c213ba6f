package nlp

import "strings"

// ThirdPerson returns the third person singular of a base form in lower case:
// "co-chair" gives "co-chairs", "be" "is". Of several words the first is the
// verb: "carry out" gives "carries out". A modal ("may") has no such form and
// stays.
func ThirdPerson(base string) string {
	verb, rest, more := strings.Cut(base, " ")
	prefix, last := hyphenated(verb)
	inflected := prefix + thirdPerson(last)
	if more {
		return inflected + " " + rest
	}
	return inflected
}

func thirdPerson(verb string) string {
	if form, ok := thirdPersons[verb]; ok {
		return form
	}
	n := len(verb)
	switch {
	case n > 1 && verb[n-1] == 'y' && !isVowel(verb[n-2]):
		return verb[:n-1] + "ies"
	case hasAnySuffix(verb, "s", "x", "z", "ch", "sh", "o"):
		return verb + "es"
	case verb == "":
		return verb
	}
	return verb + "s"
}

var thirdPersons = map[string]string{
	"be": "is", "have": "has", "quiz": "quizzes", "whiz": "whizzes",
	"can": "can", "could": "could", "may": "may", "might": "might", "must": "must", "shall": "shall",
	"should": "should", "will": "will", "would": "would", "ought": "ought",
	"video": "videos", "radio": "radios", "boo": "boos", "woo": "woos", "moo": "moos",
	"stomach": "stomachs", "gas": "gasses", "bus": "busses",
}
