// Package story reads small stories for tests: a few articles and the facts
// they state, in lines that a person can judge, as extractions that a graph can
// take.
//
//	article 2025-09-04 Leaders meet in Paris
//	source news/paris.txt
//	entity Emmanuel Macron (Person) = Macron, the French president
//	fact Emmanuel Macron | meets | Keir Starmer | They met in Paris. | place=Paris confidence=0.9
//
// An article begins with its day (or "-") and its headline; author, url, source
// and text may follow. Its text is the sentences of its facts, in their order,
// unless "text" gives it. Entities that are not declared are Things. An object
// in quotation marks is a literal; one left empty is none.
//
// After the sentence come rule=, confidence=, modality=, speaker=, from= (the
// number of a fact of the article, from 1) and circumstances by their roles;
// what has spaces stands in quotation marks. The relation stands as it is in
// the graph: "does not attack" for what is negated.
package story

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"kg/extract"
	"kg/extract/clause"
	"kg/extract/identity"
	"kg/extract/nlp"
)

// Parse returns the articles of a story.
func Parse(text string) ([]*extract.Extraction, error) {
	var articles []*article
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		if word == "article" {
			articles = append(articles, &article{source: fmt.Sprintf("story/%d.txt", len(articles)+1)})
		} else if len(articles) == 0 {
			return nil, fmt.Errorf("line %d: %q before the first article", i+1, word)
		}
		if err := articles[len(articles)-1].line(word, strings.TrimSpace(rest)); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	out := make([]*extract.Extraction, 0, len(articles))
	for _, a := range articles {
		out = append(out, a.extraction())
	}
	return out, nil
}

// article is an article as its lines describe it.
type article struct {
	source, text string
	meta         extract.Meta
	entities     []extract.Entity
	facts        []extract.Fact
	from         [][]int // by fact: numbers of the facts it is derived from
}

func (a *article) line(word, rest string) error {
	switch word {
	case "article":
		day, title, _ := strings.Cut(rest, " ")
		a.meta.Title = title
		if day != "-" {
			published, err := time.Parse(time.DateOnly, day)
			a.meta.Published = published
			return err
		}
	case "author":
		a.meta.Author = rest
	case "url":
		a.meta.URL = rest
	case "source":
		a.source = rest
	case "text":
		a.text = rest
	case "entity":
		return a.declare(rest)
	case "fact":
		return a.fact(rest)
	default:
		return fmt.Errorf("%q begins no line of a story", word)
	}
	return nil
}

var declaration = regexp.MustCompile(`^(.+?) \((\w+)\)(?: = (.+))?$`)

func (a *article) declare(rest string) error {
	m := declaration.FindStringSubmatch(rest)
	if m == nil {
		return fmt.Errorf("%q is not: NAME (Type) = alias, alias", rest)
	}
	e := a.entity(m[1])
	e.Type = nlp.EntityType(m[2])
	if m[3] != "" {
		e.Aliases = strings.Split(m[3], ", ")
	}
	return nil
}

// entity returns the entity of that name, a new one if need be. A name that
// ends in brackets as an IRI would ("Georgia (country)") is named without.
func (a *article) entity(name string) *extract.Entity {
	id := identity.EntityIRI(name)
	for i := range a.entities {
		if a.entities[i].ID == id {
			return &a.entities[i]
		}
	}
	plain, _, _ := strings.Cut(name, " (")
	a.entities = append(a.entities, extract.Entity{ID: id, Type: nlp.Thing, Name: plain})
	return &a.entities[len(a.entities)-1]
}

func (a *article) argument(text string) extract.Argument {
	if text == "" {
		return extract.Argument{}
	}
	if quoted, err := strconv.Unquote(text); err == nil {
		return extract.Argument{Text: quoted, Value: quoted}
	}
	e := a.entity(text)
	return extract.Argument{Text: e.Name, ID: e.ID, Name: e.Name, Type: e.Type}
}

func (a *article) fact(rest string) error {
	parts := strings.Split(rest, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) < 4 || len(parts) > 5 {
		return fmt.Errorf("%q is not: SUBJECT | RELATION | OBJECT | SENTENCE | circumstances", rest)
	}
	f := extract.Fact{
		Sentence:   extract.Passage{Text: parts[3]},
		Subject:    a.argument(parts[0]),
		Relation:   extract.Relation{Text: parts[1], ID: identity.RelationIRI(parts[1]), Label: parts[1]},
		Object:     a.argument(parts[2]),
		Modality:   clause.Asserted,
		Confidence: 0.9,
		Rule:       "active",
	}
	a.from = append(a.from, nil)
	if len(parts) == 5 {
		if err := a.circumstances(&f, parts[4]); err != nil {
			return err
		}
	}
	a.facts = append(a.facts, f)
	return nil
}

var pair = regexp.MustCompile(`(\S+?)=("[^"]*"|\S+)`)

func (a *article) circumstances(f *extract.Fact, text string) error {
	for _, m := range pair.FindAllStringSubmatch(text, -1) {
		key, value := m[1], strings.Trim(m[2], `"`)
		switch key {
		case "rule":
			f.Rule = value
		case "confidence":
			c, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return err
			}
			f.Confidence = c
		case "modality":
			f.Modality = clause.Modality(value)
		case "speaker":
			e := a.entity(value)
			f.Speaker = &extract.Speaker{ID: e.ID, Name: e.Name}
		case "from":
			n, err := strconv.Atoi(value)
			if err != nil {
				return err
			}
			last := &a.from[len(a.from)-1]
			*last = append(*last, n)
		default:
			f.Context = append(f.Context, a.context(key, value))
		}
	}
	return nil
}

// context returns a circumstance: a place is an entity, a time a date, any
// other is an entity if it is declared.
func (a *article) context(role, value string) extract.Context {
	c := extract.Context{Role: role, Text: value}
	id := identity.EntityIRI(value)
	declared := slices.ContainsFunc(a.entities, func(e extract.Entity) bool { return e.ID == id })
	switch {
	case role == "time":
		c.Type, c.Value = nlp.Date, value
	case role == "place" || declared:
		e := a.entity(value)
		c.ID, c.Name, c.Type = e.ID, e.Name, e.Type
	default:
		c.Value = value
	}
	return c
}

// extraction puts the article together: its text, the places of its sentences
// in it, its ID and those of its facts.
func (a *article) extraction() *extract.Extraction {
	if a.text == "" {
		var sentences []string
		for _, f := range a.facts {
			if !slices.Contains(sentences, f.Sentence.Text) {
				sentences = append(sentences, f.Sentence.Text)
			}
		}
		a.text = strings.Join(sentences, " ")
	}
	art := extract.NewArticle(a.source, a.text, a.meta)
	for i := range a.facts {
		f := &a.facts[i]
		f.Article = art.ID
		f.Sentence.Begin = max(0, strings.Index(a.text, f.Sentence.Text))
		f.Sentence.End = f.Sentence.Begin + len(f.Sentence.Text)
		f.ID = factID(*f)
		for _, n := range a.from[i] {
			f.DerivedFrom = append(f.DerivedFrom, a.facts[n-1].ID)
		}
	}
	for i := range a.entities {
		a.entities[i].Article = art.ID
	}
	slices.SortFunc(a.entities, func(x, y extract.Entity) int { return strings.Compare(x.ID, y.ID) })
	return &extract.Extraction{Article: art, Entities: a.entities, Facts: a.facts}
}

// factID returns an ID that depends on what a story says of a fact.
func factID(f extract.Fact) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%d|%s|%s|%s|%s|%v|%s",
		f.Article, f.Sentence.Begin, f.Subject.ID, f.Relation.ID, f.Object.ID, f.Object.Value, f.Speaker, f.Modality))
	return "fact:" + hex.EncodeToString(sum[:4])
}
