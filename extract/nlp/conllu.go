package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteCoNLLU writes d in the CoNLL-U format of Universal Dependencies
// (universaldependencies.org/format.html), as a document of its own. Words
// that are written together with a clitic ("don't") get a line for the whole.
// Names stand in MISC as Name=B-Person and Name=I-Person, and amounts with their
// values, as Value=1400000000|Unit=USD. The error is that of w.
func WriteCoNLLU(w io.Writer, docID string, d *Document) error {
	out := bufio.NewWriter(w)
	names := nameTags(d)
	for _, n := range d.Names {
		if a, ok := d.AmountOf(n); ok {
			names[n.Tokens.First] += amountMisc(a)
		}
	}
	fmt.Fprintf(out, "# newdoc id = %s\n", oneLine(docID))
	for i, s := range d.Sentences {
		if i == 0 || s.Paragraph != d.Sentences[i-1].Paragraph {
			fmt.Fprintln(out, "# newpar")
		}
		fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", oneLine(docID), i+1, oneLine(s.In(d.Text)))
		writeSentence(out, d, s, names)
	}
	return out.Flush()
}

func writeSentence(out *bufio.Writer, d *Document, s Sentence, names []string) {
	whole := 0 // end of the multiword token we are in
	for i := s.Tokens.First; i < s.Tokens.End; i++ {
		t := d.Tokens[i]
		number := i - s.Tokens.First + 1
		if end := multiwordEnd(d, i, s.Tokens.End); i >= whole && end > i+1 {
			whole = end
			span := d.Span(Range{i, end})
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", number, number+end-i-1,
				oneLine(span.In(d.Text)), misc(spaceAfter(d, s, end-1)))
		}
		space := ""
		if i >= whole {
			space = spaceAfter(d, s, i)
		}
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", number, oneLine(t.In(d.Text)),
			column(t.Lemma), t.UPOS, t.XPOS, features(t.In(d.Text), t.XPOS), headNumber(s, t), t.Rel, misc(names[i], space))
	}
	out.WriteByte('\n')
}

// headNumber returns the number of the word that t depends on, 0 for the root.
func headNumber(s Sentence, t Token) int {
	if t.Head < 0 {
		return 0
	}
	return t.Head - s.Tokens.First + 1
}

// multiwordEnd returns the index after the last word that is written together
// with word i: i+1 where it stands by itself.
func multiwordEnd(d *Document, i, limit int) int {
	end := i + 1
	for end < limit && d.Tokens[end-1].End == d.Tokens[end].Begin && joins(d.Word(end-1), d.Tokens[end], d.Word(end)) {
		end++
	}
	return end
}

// joins reports whether word is a clitic on the word before it.
func joins(before string, t Token, word string) bool {
	last := runeBefore(before, len(before))
	if !isWordRune(last) && last != '.' || !hasLetter(before) {
		return false
	}
	if t.XPOS == "''" {
		return false
	}
	return isClitic(word) || fused[strings.ToLower(before+word)] == len(before)
}

func spaceAfter(d *Document, s Sentence, i int) string {
	if i+1 < s.Tokens.End && d.Tokens[i].End == d.Tokens[i+1].Begin {
		return "SpaceAfter=No"
	}
	return ""
}

// misc joins the entries of the last column.
func misc(entries ...string) string {
	var kept []string
	for _, e := range entries {
		if e != "" {
			kept = append(kept, e)
		}
	}
	return column(strings.Join(kept, "|"))
}

// column returns s as a CoNLL-U column: no tabs or line breaks, never empty.
func column(s string) string {
	if s == "" {
		return "_"
	}
	return oneLine(s)
}

// oneLine returns s as valid UTF-8 with white space made plain spaces.
func oneLine(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Join(strings.FieldsFunc(s, isSpace), " ")
}

// amountMisc returns the entries of MISC for an amount.
func amountMisc(a Amount) string {
	entry := "|Value=" + strconv.FormatFloat(a.Low, 'f', -1, 64)
	if a.High != a.Low {
		entry += ".." + strconv.FormatFloat(a.High, 'f', -1, 64)
	}
	if a.Bound != Exactly {
		entry += "|Bound=" + string(a.Bound)
	}
	if a.Unit != "" {
		entry += "|Unit=" + strings.ReplaceAll(a.Unit, " ", "_")
	}
	return entry
}

// nameTags returns "Name=B-Type" or "Name=I-Type" for every token in a name,
// and "" for the others.
func nameTags(d *Document) []string {
	tags := make([]string, len(d.Tokens))
	for _, n := range d.Names {
		for i := n.Tokens.First; i < n.Tokens.End; i++ {
			tags[i] = "Name=I-" + string(n.Type)
		}
		tags[n.Tokens.First] = "Name=B-" + string(n.Type)
	}
	return tags
}

// WriteIOB2 writes d one token a line with its name tag ("B-Person",
// "I-Person", "O") after a tab, and a blank line after every sentence. The
// error is that of w.
func WriteIOB2(w io.Writer, docID string, d *Document) error {
	out := bufio.NewWriter(w)
	names := nameTags(d)
	fmt.Fprintf(out, "# newdoc id = %s\n", oneLine(docID))
	for _, s := range d.Sentences {
		for i := s.Tokens.First; i < s.Tokens.End; i++ {
			tag := strings.TrimPrefix(names[i], "Name=")
			if tag == "" {
				tag = "O"
			}
			fmt.Fprintf(out, "%s\t%s\n", oneLine(d.Word(i)), tag)
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}
