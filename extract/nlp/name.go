package nlp

import "strings"

// strength says how sure the type of a name is, so that a sure occurrence can
// decide for an unsure one.
type strength int

const (
	guessed  strength = iota // nothing but its looks
	hinted                   // by the words around it
	cued                     // by a word in it
	known                    // by a lexicon
	declared                 // by a title before it or a name given in full
)

// foundName is a name with what its type rests on.
type foundName struct {
	Name
	strength
}

// findNames returns the names, dates, amounts and quantities of d, in text
// order: what the rules find and what the labels of the words say, merged.
func findNames(d *Document, sides []quoteSide, seen casing, labels []string) []Name {
	f := nameFinder{d: d, sides: sides, seen: seen, lowers: lowerWords(d), careless: isCareless(d)}
	for _, s := range d.Sentences {
		if !s.Furniture {
			f.sentence(s)
		}
	}
	f.takeMonths()
	agree(d, f.found)
	found := merge(d, f.found, labels, f.careless)
	names := make([]Name, 0, len(found))
	for _, n := range found {
		if !d.Sentences[d.SentenceOf(n.Tokens.First)].Furniture {
			names = append(names, f.withoutOffice(n.Name))
		}
	}
	return names
}

// nameFinder collects the names of a document, sentence by sentence.
type nameFinder struct {
	d      *Document
	sides  []quoteSide
	seen   casing
	lowers []string // the words in lower case
	found  []foundName

	careless bool // capitals are left out

	limit  int     // end of the sentence
	first  int     // its first token
	words  tagging // its words
	titled bool    // the sentence is a words with most words capitalised
}

func (f *nameFinder) sentence(s Sentence) {
	f.first, f.limit = s.Tokens.First, s.Tokens.End
	f.words = f.tagging(f.words.words[:0], s.Tokens)
	f.titled = f.words.isHeadline()
	e := expressions{f.d, f.lowers, f.limit}
	for i := f.first; i < f.limit; {
		if end, typ := e.at(i); end > i {
			f.found = append(f.found, foundName{Name{Range{i, end}, typ}, known})
			i = end
			continue
		}
		if end := f.title(i); end > i {
			i = end
			continue
		}
		if end := f.chunkEnd(i); end > i {
			f.chunk(Range{i, end})
			i = end
			continue
		}
		i++
	}
}

// tagging returns the sentence of r, its words in the memory of words.
func (f *nameFinder) tagging(words []string, r Range) tagging {
	t := tagging{words: words, sides: f.sides[r.First:r.End]}
	for i := r.First; i < r.End; i++ {
		t.words = append(t.words, f.d.Word(i))
	}
	return t
}

// opens reports whether only its place may have capitalised token i.
func (f *nameFinder) opens(i int) bool { return f.words.opens(i - f.first) }

// add records a name unless it is empty.
func (f *nameFinder) add(r Range, typ EntityType, s strength) {
	if r.Len() > 0 {
		f.found = append(f.found, foundName{Name{r, typ}, s})
	}
}

func (f *nameFinder) word(i int) string {
	if i < f.first || i >= f.limit {
		return ""
	}
	return f.d.Word(i)
}

func (f *nameFinder) lower(i int) string {
	if i < f.first || i >= f.limit {
		return ""
	}
	return f.lowers[i]
}

func (f *nameFinder) xpos(i int) string {
	if i < f.first || i >= f.limit {
		return ""
	}
	return f.d.Tokens[i].XPOS
}

// adjacent reports whether no white space stands between tokens i and i+1.
func (f *nameFinder) adjacent(i int) bool {
	return i+1 < f.limit && f.d.Tokens[i].End == f.d.Tokens[i+1].Begin
}

// text returns the words of r with single spaces.
func (f *nameFinder) text(r Range) string {
	text := f.d.TextOf(r)
	if isSingleSpaced(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// ballot counts what the occurrences of one name say it is, for the surest of
// them only.
type ballot struct {
	strength
	votes []vote // in order of first appearance, so that a tie falls to the first
}

type vote struct {
	typ   EntityType
	count int
}

// hintWeight is how many guesses a hint outweighs.
const hintWeight = 2

func (b *ballot) cast(typ EntityType, s strength) {
	weight := 1
	if s == hinted {
		weight = hintWeight
	}
	if s <= hinted {
		s = hinted
	}
	if s < b.strength {
		return
	}
	if s > b.strength {
		*b = ballot{strength: s}
	}
	for i := range b.votes {
		if b.votes[i].typ == typ {
			b.votes[i].count += weight
			return
		}
	}
	b.votes = append(b.votes, vote{typ, weight})
}

func (b *ballot) winner() EntityType {
	best := vote{typ: Thing}
	for _, v := range b.votes {
		if v.typ != Thing && v.count > best.count {
			best = v
		}
	}
	return best.typ
}

// agree types every name as the surest of its occurrences do, by majority; the
// full name of a person counts for the surname alone.
func agree(d *Document, found []foundName) {
	ballots := byName[ballot]{}
	for _, n := range found {
		if n.isExpression() {
			continue
		}
		ballots.at(d.TextOf(n.Tokens)).cast(n.Type, n.strength)
		if n.Type == Person && n.Tokens.Len() > 1 && n.strength >= hinted {
			ballots.at(d.Word(n.Tokens.End-1)).cast(Person, min(n.strength, cued))
		}
	}
	for i, n := range found {
		if !n.isExpression() {
			found[i].Type = ballots.at(d.TextOf(n.Tokens)).winner()
		}
	}
}

// isExpression reports whether n is a date, an amount or a quantity.
func (n Name) isExpression() bool {
	return n.Type == Date || n.Type == Money || n.Type == Quantity
}
