package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// sentence is one sentence of a treebank, or a changed copy of one.
type sentence struct {
	words, xpos, upos, rels []string
	heads                   []int // index of the head, -1 for the root

	fold int // the part of the data that it belongs to

	// What the taggers say of it, having been trained without it.
	guessedXPOS, guessedUPOS []string
}

// readTreebank reads the words of a CoNLL-U file with their tags, heads and
// relations. Multiword tokens and empty nodes are passed over.
func readTreebank(path string) ([]*sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var bank []*sentence
	s := &sentence{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" && len(s.words) > 0 {
			bank = append(bank, s)
			s = &sentence{}
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if err := s.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return bank, checkHeads(path, bank)
}

func (s *sentence) add(cells []string) error {
	if len(cells) != 10 {
		return fmt.Errorf("%d columns, want 10", len(cells))
	}
	if strings.ContainsAny(cells[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(cells[6])
	if err != nil {
		return fmt.Errorf("bad head %q", cells[6])
	}
	s.words = append(s.words, cells[1])
	s.upos = append(s.upos, cells[3])
	s.xpos = append(s.xpos, cells[4])
	s.heads = append(s.heads, head-1)
	s.rels = append(s.rels, cells[7])
	return nil
}

func checkHeads(path string, bank []*sentence) error {
	for i, s := range bank {
		for _, h := range s.heads {
			if h < -1 || h >= len(s.words) {
				return fmt.Errorf("%s: sentence %d has a head outside it", path, i+1)
			}
		}
	}
	return nil
}
