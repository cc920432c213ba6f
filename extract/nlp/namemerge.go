package nlp

import (
	"slices"
	"strings"
)

// labelTypes are the types of the labels that the network gives: "B-PER" begins
// a person's name. It has learnt the others from too few examples to be asked
// for anything but where such a name stands.
var labelTypes = map[string]EntityType{"PER": Person, "ORG": Organization, "LOC": Place}

// labelled is a name that labels spell out. Its type is empty where it is none
// of labelTypes.
type labelled struct {
	Range
	typ EntityType
}

// spelled returns the names in labels, in order.
func spelled(labels []string) []labelled {
	var names []labelled
	for i := 0; i < len(labels); i++ {
		typ, begins := strings.CutPrefix(labels[i], "B-")
		if !begins {
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] == "I-"+typ {
			end++
		}
		names = append(names, labelled{Range{i, end}, labelTypes[typ]})
		i = end - 1
	}
	return names
}

// merge brings the names that the rules found and those of the labels together,
// in text order. The spans are those of the rules, but for what they only guess
// and the labels know nothing of; and a name in small letters, which the rules
// don't see, is one if the labels say so. On the type both vote, see [elect].
func merge(d *Document, found []foundName, labels []string) []foundName {
	names := spelled(labels)
	said := make(map[Range]EntityType, len(names))
	for _, n := range names {
		said[n.Range] = n.typ
	}
	m := merger{d: d, taken: make([]bool, len(d.Tokens))}
	for _, n := range found {
		if _, both := said[n.Tokens]; both || n.isExpression() {
			m.add(n)
		}
	}
	for _, n := range names {
		if n.typ != "" && !isCapitalised(d.Word(n.First)) {
			m.add(foundName{Name{n.Range, Thing}, guessed})
		}
	}
	for _, n := range found {
		if n.strength > guessed || !isVoted(n.Type) || n.Type == Thing {
			m.add(n)
		}
	}
	m.names = slices.DeleteFunc(m.names, func(n foundName) bool { return isNameless(d, n.Tokens) })
	slices.SortFunc(m.names, func(a, b foundName) int { return a.Tokens.First - b.Tokens.First })
	elect(d, m.names, said)
	return m.names
}

// isNameless reports whether one of the words is an address, a file or a
// picture, which are no names whatever they are made of.
func isNameless(d *Document, words Range) bool {
	for i := words.First; i < words.End; i++ {
		if word := d.Word(i); isAddress(word) || isFileName(word) || d.Tokens[i].XPOS == "NFP" {
			return true
		}
	}
	return false
}

// merger collects names that don't overlap.
type merger struct {
	d     *Document
	names []foundName
	taken []bool // by token
}

// add adds n unless a name before it has one of its words.
func (m *merger) add(n foundName) {
	words := m.taken[n.Tokens.First:n.Tokens.End]
	if slices.Contains(words, true) {
		return
	}
	for i := range words {
		words[i] = true
	}
	m.names = append(m.names, n)
}

// Votes for the type of a name: of the rules by how sure they are, and of the
// labels. A cue, a lexicon or a title outvotes one label; against a hint the
// label wins. Chosen on UNER and DWIE dev, where the neighbours do much the same.
var (
	ruleVotes  = [...]int{guessed: 1, hinted: 2, cued: 4, known: 5, declared: 5}
	labelVotes = 3
)

// candidates are the types that are voted on; a tie falls to the first.
var candidates = [...]EntityType{Person, Organization, Place}

// isVoted reports whether the votes may change typ.
func isVoted(typ EntityType) bool { return typ == Thing || slices.Contains(candidates[:], typ) }

// elect gives every name the type that most votes of the document are for, over
// all places where it stands.
func elect(d *Document, names []foundName, said map[Range]EntityType) {
	votes := byName[[len(candidates)]int]{}
	for _, n := range names {
		if !isVoted(n.Type) {
			continue
		}
		count := votes.at(d.TextOf(n.Tokens))
		for i, typ := range candidates {
			if n.Type == typ {
				count[i] += ruleVotes[n.strength]
			}
			if said[n.Tokens] == typ {
				count[i] += labelVotes
			}
		}
	}
	for i, n := range names {
		if !isVoted(n.Type) {
			continue
		}
		count := votes.at(d.TextOf(n.Tokens))
		if best := slices.Index(count[:], slices.Max(count[:])); count[best] > 0 {
			names[i].Type = candidates[best]
		}
	}
}
