package nlp

import (
	"strings"

	"kg/data"
)

// datelineReach is how many tokens a dateline may take.
const datelineReach = 24

// datelineEnd returns the number of words in the dateline that words begin with,
// 0 if there is none; the speaker in double brackets that opens a turn of an interview
// ("((Ada Lund))") counts as one. A dateline is the place that a report comes from, perhaps its region, its
// day and its agency, and a dash ("OSLO, March 4 (Agency) —"). A place alone must
// stand in capitals and be known, as "NATO — and …" is none.
func datelineEnd(words []string) int {
	words = words[:min(len(words), datelineReach)]
	if end := speakerEnd(words); end > 0 {
		return end
	}
	i := placeNames(words)
	if i == 0 {
		return 0
	}
	shouted := isAllCaps(words[0]) && len(words[0]) > 2
	known := isKnownPlace(words[:i])
	dated, signed := false, false
	if end := datelineDay(words, i); end > i {
		dated, i = true, end
	} else if end := dashedDay(words, i); shouted && end > i {
		dated, i = true, end
	}
	if end := bracketEnd(words, i); end > i {
		signed, dated, i = true, dated || startsDay(words, i+1), end
	}
	switch {
	case i+1 >= len(words):
		return 0
	case !isDash(words[i]) && !(dated && words[i] == ":"):
		return 0
	case dated, signed && (shouted || known), shouted && known:
		return i + 1
	}
	return 0
}

// speakerEnd returns where the speaker in double brackets that words begin with ends, with
// its colon, and 0 if none does.
func speakerEnd(words []string) int {
	if wordAt(words, 0) != "(" || wordAt(words, 1) != "(" {
		return 0
	}
	for i := 3; i+1 < len(words)-1; i++ {
		if words[i] == ")" && words[i+1] == ")" {
			if words[i+2] == ":" && i+3 < len(words) {
				return i + 3
			}
			return i + 2
		}
	}
	return 0
}

// placeNames returns where the names that words begin with end: "ST. PETERSBURG,
// Fla.", "OSLO/NARVIK".
func placeNames(words []string) int {
	i := 0
	for i < len(words) {
		start := i
		for i < len(words) && isCapitalised(words[i]) && !startsDay(words, i) {
			i++
		}
		if i == start {
			return max(0, i-1) // the comma before a day belongs to it
		}
		if wordAt(words, i) == "." && i-start == 1 {
			i++ // "Fla."
		}
		if i < len(words) && (words[i] == "," || words[i] == "/" || words[i] == "and") {
			i++
			continue
		}
		return i
	}
	return i
}

// isKnownPlace reports whether the names begin with a place of the lexicons.
func isKnownPlace(names []string) bool {
	for i, word := range names {
		if word == "," || word == "/" || word == "and" {
			names = names[:i]
			break
		}
	}
	name, _, _ := strings.Cut(strings.Join(names, " "), "/")
	if _, ok := data.PlaceNamed(name); ok {
		return true
	}
	_, ok := data.CountryNamed(name)
	return ok
}

// datelineDay returns where the day ends that stands after a comma at i, and i if
// none does.
func datelineDay(words []string, i int) int {
	start := i
	if wordAt(words, i) != "," {
		return start
	}
	i++
	if _, ok := weekdays[strings.ToLower(wordAt(words, i))]; ok {
		i++
		if wordAt(words, i) == "," {
			i++
		}
	}
	if !startsDay(words, i) {
		return start
	}
	i += 2
	if wordAt(words, i) == "," && isYear(wordAt(words, i+1)) {
		i++
	}
	if isYear(wordAt(words, i)) {
		i++
	}
	if wordAt(words, i) == "," {
		i++
	}
	return i
}

// dashedDay returns where the day ends that stands between the dash at i and another, as
// press releases have it ("OSLO, Norway – 4 March 2025 – "), and i if none does.
func dashedDay(words []string, i int) int {
	if !isDash(wordAt(words, i)) || !startsDay(words, i+1) {
		return i
	}
	end := i + 3
	if wordAt(words, end) == "," && isYear(wordAt(words, end+1)) {
		end++
	}
	if isYear(wordAt(words, end)) {
		end++
	}
	if isDash(wordAt(words, end)) {
		return end
	}
	return i
}

// startsDay reports whether a day and its month stand at i.
func startsDay(words []string, i int) bool {
	one, two := strings.ToLower(wordAt(words, i)), strings.ToLower(wordAt(words, i+1))
	return months[one] > 0 && isMonthDay(two) || months[two] > 0 && isMonthDay(one)
}

// bracketEnd returns where the bracket ends that opens at i, and i if none does.
func bracketEnd(words []string, i int) int {
	if wordAt(words, i) != "(" {
		return i
	}
	for j := i + 1; j < len(words); j++ {
		if words[j] == ")" {
			return j + 1
		}
	}
	return i
}

func wordAt(words []string, i int) string {
	if i < len(words) {
		return words[i]
	}
	return ""
}

func isDash(word string) bool { return word != "" && strings.Trim(word, "-‒–—―") == "" }

// part is a part of a sentence that is parsed by itself: the sentence, or its
// dateline and what follows.
type part struct {
	Range
	dateline  bool
	furniture bool
}

// findDatelines sets where the sentences' bodies begin, of which words are the words.
func findDatelines(words []string, sentences []Sentence) {
	paragraph := -1
	for i := range sentences {
		s := &sentences[i]
		s.Body = s.Tokens.First
		if s.Paragraph != paragraph {
			paragraph = s.Paragraph
			s.Body += datelineEnd(words[s.Tokens.First:s.Tokens.End])
		}
	}
}

// parsedParts divides the sentences.
func parsedParts(sentences []Sentence) []part {
	out := make([]part, 0, len(sentences)+1)
	for _, s := range sentences {
		if s.Body > s.Tokens.First {
			out = append(out, part{Range: Range{s.Tokens.First, s.Body}, dateline: true, furniture: s.Furniture})
		}
		out = append(out, part{Range: Range{s.Body, s.Tokens.End}, furniture: s.Furniture})
	}
	return out
}

// hangDatelines hangs each dateline on the root of what follows it.
func (d *Document) hangDatelines(parts []part) {
	for i, u := range parts {
		if !u.dateline {
			continue
		}
		place, root := d.rootIn(u.Range), d.rootIn(parts[i+1].Range)
		d.Tokens[place].Head, d.Tokens[place].Rel = root, "dep"
	}
}

// rootIn returns the token in r that hangs on no other.
func (d *Document) rootIn(r Range) int {
	for i := r.First; i < r.End; i++ {
		if d.Tokens[i].Head < 0 {
			return i
		}
	}
	return r.First
}
