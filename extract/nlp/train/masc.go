package main

import (
	"archive/zip"
	"fmt"
	"io"
	"sort"
	"strings"
)

// readMASC reads the tagged sentences of the MASC archive: "word_TAG" with
// spaces between, a sentence a line. A tag that the treebanks use otherwise is
// left empty: it is not trained on.
func readMASC(path string) ([]*sentence, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer archive.Close()
	files := archive.File
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	var bank []*sentence
	for _, f := range files {
		if !strings.HasSuffix(f.Name, ".txt") || strings.HasSuffix(f.Name, "categories.txt") {
			continue
		}
		text, err := readZipped(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, f.Name, err)
		}
		for line := range strings.Lines(text) {
			if s := mascSentence(strings.Fields(line)); s != nil {
				bank = append(bank, s)
			}
		}
	}
	return bank, nil
}

func readZipped(f *zip.File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	return string(text), err
}

// mascSentence returns nil where there is nothing to learn from.
func mascSentence(fields []string) *sentence {
	s := &sentence{}
	for _, field := range fields {
		cut := strings.LastIndexByte(field, '_')
		if cut <= 0 {
			continue
		}
		s.words = append(s.words, field[:cut])
		s.xpos = append(s.xpos, field[cut+1:])
	}
	if len(s.words) < 3 || len(s.words) > longestSentence {
		return nil
	}
	for i := range s.words {
		s.xpos[i] = mascTag(s, i)
	}
	return s
}

// longestSentence is more than any true sentence: longer ones are lists.
const longestSentence = 150

// mascTag returns the treebanks' tag for word i, or "" where they differ: they
// tell the "to" of an infinitive from the preposition, and a hyphen from a dash.
func mascTag(s *sentence, i int) string {
	word, tag := strings.ToLower(s.words[i]), s.xpos[i]
	if !shared[tag] {
		return ""
	}
	letters := strings.IndexFunc(word, isLetter) >= 0
	digits := strings.ContainsAny(word, "0123456789")
	if word == "to" {
		return toTag(s, i)
	}
	if !letters && !(digits && tag == "CD") {
		return ""
	}
	return tag
}

// toTag looks for the verb after "to".
func toTag(s *sentence, i int) string {
	for j := i + 1; j < len(s.words); j++ {
		switch s.xpos[j] {
		case "RB":
			continue
		case "VB":
			return "TO"
		case "DT", "NN", "NNS", "NNP", "PRP", "PRP$", "CD", "JJ", "WP", "VBG":
			return "IN"
		}
		break
	}
	return ""
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' }

// shared are the tags that mean the same in both.
var shared = map[string]bool{
	"CC": true, "CD": true, "DT": true, "EX": true, "IN": true, "JJ": true, "JJR": true, "JJS": true, "MD": true,
	"NN": true, "NNS": true, "NNP": true, "NNPS": true, "PDT": true, "POS": true, "PRP": true, "PRP$": true,
	"RB": true, "RBR": true, "RBS": true, "RP": true, "TO": true, "UH": true, "VB": true, "VBD": true, "VBG": true,
	"VBN": true, "VBP": true, "VBZ": true, "WDT": true, "WP": true, "WP$": true, "WRB": true,
}
