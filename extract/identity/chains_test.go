package identity

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kg/extract/nlp"
)

// chainsFile is scored by `go test ./extract/identity -run TestChains -v -chains FILE`,
// with the chains of coreference that GUM annotates (Zeldes 2017) in CoNLL-U.
var chainsFile = flag.String("chains", "", "file of GUM to score pronouns on, such as ../../../shared/data/treebanks/en_gum-open-dev.conllu")

// chainErrors is how many wrong pronouns the scorer prints.
var chainErrors = flag.Int("chain-errors", 0, "how many wrong pronouns to print")

// chained is a text with its chains: what each mention stands for, by the byte
// where its head begins.
type chained struct {
	genre, text string
	chain       map[int]string
	pronouns    []int        // where those of the third person begin
	anaphoric   map[int]bool // and those that have an antecedent
}

// kindOf sorts the pronouns of the third person for the scores.
func kindOf(word string) string {
	switch kind, ok := pronouns[strings.ToLower(word)]; {
	case !ok || isDeictic(strings.ToLower(word)):
		return ""
	case isSexed(kind.gender):
		return "he, she"
	case kind.plural:
		return "they"
	}
	return "it"
}

// TestChains says of which pronouns in GUM the thing that they are put together
// with is right: precision of those that are put together with anything, and recall
// of those that have an antecedent.
func TestChains(t *testing.T) {
	if *chainsFile == "" {
		t.Skip("no -chains FILE given")
	}
	type score struct{ right, said, all int }
	scores := map[string]*score{"the …": {}, "the … in news": {}}
	left := *chainErrors
	for _, c := range readChains(t, *chainsFile) {
		doc, props := analyse(t, c.text)
		r := Resolve(doc, props, "abc123")
		for _, kind := range []string{"the …", "the … in news"} {
			if s := scores[kind]; kind == "the …" || c.genre == "news" {
				said, right, all := c.judgeNominals(doc, r)
				s.said, s.right, s.all = s.said+len(said), s.right+right, s.all+all
				for _, m := range said {
					if kind == "the …" && m != "" && left > 0 {
						left--
						t.Log(m)
					}
				}
			}
		}
		for _, at := range c.pronouns {
			said, right, other := c.judge(doc, r, at)
			word := wordFrom(c.text, at)
			for _, kind := range []string{kindOf(word), kindOf(word) + " in news"} {
				if strings.HasSuffix(kind, "news") && c.genre != "news" {
					continue
				}
				if scores[kind] == nil {
					scores[kind] = &score{}
				}
				s := scores[kind]
				if c.anaphoric[at] {
					s.all++
				}
				if said {
					s.said++
				}
				if right {
					s.right++
				}
			}
			if said && !right && left > 0 {
				left--
				t.Logf("%q for [%s]: %s", other, word, c.text[max(0, at-400):min(len(c.text), at+60)])
			}
		}
	}
	for _, kind := range []string{"he, she", "he, she in news", "it", "it in news", "they", "they in news", "the …", "the … in news"} {
		if s := scores[kind]; s != nil {
			t.Logf("%-16s precision %.3f of %d, recall %.3f of %d", kind, float64(s.right)/float64(max(1, s.said)), s.said, float64(s.right)/float64(max(1, s.all)), s.all)
		}
	}
}

// judge reports whether the pronoun at a byte is put together with something
// before it, whether any of that is of its chain, and what it is called.
func (c chained) judge(doc *nlp.Document, r *Resolution, at int) (said, right bool, other string) {
	for _, e := range r.Entities {
		if !slices.ContainsFunc(e.Mentions, func(m Mention) bool { return doc.Tokens[m.Head].Begin == at }) {
			continue
		}
		for _, m := range e.Mentions {
			if m.Form != FormPronoun {
				said, other = true, e.Name
				right = right || c.chain[at] != "" && c.has(doc, m, c.chain[at])
			}
		}
	}
	return said, right, other
}

// judgeNominals counts the common nouns in the singular with "the" that are put together
// with a name, those of them that are rightly so, and those whose chain has a name. Of
// those that are wrongly so it says what with what, of the others nothing.
func (c chained) judgeNominals(doc *nlp.Document, r *Resolution) (said []string, right, all int) {
	named := map[string]bool{}
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			for i := m.Tokens.First; i < m.Tokens.End && m.Form == FormName; i++ {
				named[c.chain[doc.Tokens[i].Begin]] = true
			}
		}
	}
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			chain := c.chain[doc.Tokens[m.Head].Begin]
			if m.Form != FormNominal || !strings.EqualFold(doc.Word(m.Tokens.First), "the") || doc.Tokens[m.Head].XPOS != "NN" {
				continue
			}
			if chain != "" && named[chain] {
				all++
			}
			if !slices.ContainsFunc(e.Mentions, func(n Mention) bool { return n.Form == FormName }) {
				continue
			}
			if chain != "" && slices.ContainsFunc(e.Mentions, func(n Mention) bool { return n.Form == FormName && c.has(doc, n, chain) }) {
				right++
				said = append(said, "")
				continue
			}
			at := doc.Tokens[m.Head].Begin
			said = append(said, "wrong: "+e.Name+" for "+doc.TextOf(m.Tokens)+": "+c.text[max(0, at-300):min(len(c.text), at+40)])
		}
	}
	return said, right, all
}

// has reports whether a mention is of a chain. A name's head may be another of
// its words in GUM.
func (c chained) has(doc *nlp.Document, m Mention, chain string) bool {
	words := nlp.Range{First: m.Head, End: m.Head + 1}
	if m.Form == FormName {
		words = m.Tokens
	}
	for i := words.First; i < words.End; i++ {
		if c.chain[doc.Tokens[i].Begin] == chain {
			return true
		}
	}
	return false
}

func wordFrom(text string, at int) string {
	end := strings.IndexFunc(text[at:], func(r rune) bool { return !isWordRune(r) })
	if end < 0 {
		return text[at:]
	}
	return text[at : at+end]
}

// entityMark finds in a value of Entity= where mentions begin and end:
// "(12-person-new-…", "12)", "(12-person-new-…)".
var entityMark = regexp.MustCompile(`\((\d+)-[^()]*(\)?)|(\d+)\)`)

// readChains returns the documents of a file of GUM as raw text, with their chains.
func readChains(t *testing.T, path string) []chained {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []chained
	for _, doc := range strings.Split(string(data), "# newdoc id = ")[1:] {
		all = append(all, readChained(doc))
	}
	return all
}

// openMention is a mention whose end is not read yet.
type openMention struct {
	chain string
	first int // token of the sentence
}

func readChained(doc string) chained {
	c := chained{genre: strings.Split(doc, "_")[1], chain: map[int]string{}, anaphoric: map[int]bool{}}
	var text strings.Builder
	var begins, heads []int // of the sentence's tokens
	var words []string
	var open []openMention
	seen := map[string]bool{}
	end := func(first int, chain string) {
		last := len(heads)
		for i := first; i < last; i++ {
			if heads[i] > last-1 || heads[i] < first {
				c.chain[begins[i]] = chain
				if last-first == 1 && seen[chain] {
					c.anaphoric[begins[i]] = true
				}
				break
			}
		}
		seen[chain] = true
	}
	var marks []string // Entity= by token, as heads to the right must be known
	finish := func() {
		all := heads
		for i, mark := range marks {
			heads = all[:i+1]
			for _, m := range entityMark.FindAllStringSubmatch(mark, -1) {
				switch {
				case m[3] != "":
					for k := len(open) - 1; k >= 0; k-- {
						if open[k].chain == m[3] {
							end(open[k].first, m[3])
							open = slices.Delete(open, k, k+1)
							break
						}
					}
				case m[2] != "":
					end(i, m[1])
				default:
					open = append(open, openMention{m[1], i})
				}
			}
		}
		begins, heads, words, marks, open = nil, nil, nil, nil, nil
	}
	ranges := 0 // tokens left of a word that was written already
	for line := range strings.Lines(doc) {
		line = strings.TrimRight(line, "\n")
		cells := strings.Split(line, "\t")
		switch {
		case line == "":
			finish()
		case strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_"):
			if text.Len() > 0 {
				text.WriteString("\n\n")
			}
		case len(cells) < 10 || strings.Contains(cells[0], "."):
		case strings.Contains(cells[0], "-"):
			ranges = 1
		default:
			if kindOf(cells[1]) != "" {
				c.pronouns = append(c.pronouns, text.Len())
			}
			begins, words = append(begins, text.Len()), append(words, cells[1])
			heads = append(heads, atoi(cells[6])-1)
			text.WriteString(cells[1])
			entity := ""
			for _, field := range strings.Split(cells[9], "|") {
				if value, ok := strings.CutPrefix(field, "Entity="); ok {
					entity = value
				}
			}
			marks = append(marks, entity)
			if ranges > 0 {
				ranges-- // the first part of "daughter's" has no space after it
			} else if !strings.Contains(cells[9], "SpaceAfter=No") {
				text.WriteByte(' ')
			}
		}
	}
	finish()
	c.text = text.String()
	return c
}

func atoi(digits string) (n int) {
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n
}
