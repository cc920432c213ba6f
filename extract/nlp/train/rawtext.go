package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// rawDocument is a document of a treebank as its text came, before it was cut
// into sentences and tokens.
type rawDocument struct{ sentences []rawSentence }

// rawSentence is the text of a sentence and the white space after it.
type rawSentence struct {
	text      string
	paragraph bool   // it starts a paragraph
	gap       string // the white space after it, where no paragraph ends
}

// readRaw reads the texts of the documents of a CoNLL-U file from its comments.
func readRaw(path string) ([]*rawDocument, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := rawReader{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.line(lines.Text())
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(r.documents) == 0 {
		return nil, fmt.Errorf("%s: no document begins in it; want comments \"# newdoc\"", path)
	}
	return r.documents, nil
}

type rawReader struct {
	documents []*rawDocument
	sentence  rawSentence
	whole     string // number of the last word of the multiword token we are in
}

func (r *rawReader) line(line string) {
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		r.documents = append(r.documents, &rawDocument{})
		r.sentence.paragraph = true
	case strings.HasPrefix(line, "# newpar"):
		r.sentence.paragraph = true
	case strings.HasPrefix(line, "# text = "):
		r.sentence.text = strings.TrimPrefix(line, "# text = ")
	case line == "" && r.sentence.text != "" && len(r.documents) > 0:
		d := r.documents[len(r.documents)-1]
		d.sentences = append(d.sentences, r.sentence)
		r.sentence, r.whole = rawSentence{}, ""
	case line != "" && line[0] != '#':
		r.word(strings.Split(line, "\t"))
	}
}

// word notes whether white space follows the word or multiword token, which is
// what counts where it is the last.
func (r *rawReader) word(cells []string) {
	number, misc := cells[0], cells[len(cells)-1]
	gap := " "
	if strings.Contains("|"+misc+"|", "|SpaceAfter=No|") {
		gap = ""
	}
	switch _, last, multi := strings.Cut(number, "-"); {
	case multi:
		r.whole, r.sentence.gap = last, gap
	case strings.Contains(number, ".") || r.whole != "":
		if number == r.whole {
			r.whole = ""
		}
	default:
		r.sentence.gap = gap
	}
}

// text returns the document's text, and for the end of each sentence its byte.
func (d *rawDocument) text() (text string, ends map[int]bool) {
	var out strings.Builder
	ends = map[int]bool{}
	for i, s := range d.sentences {
		switch {
		case i == 0:
		case s.paragraph:
			out.WriteString("\n\n")
		default:
			out.WriteString(d.sentences[i-1].gap)
		}
		out.WriteString(s.text)
		ends[out.Len()] = true
	}
	return out.String(), ends
}
