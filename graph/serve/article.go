package serve

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
)

// An article's page shows so many sentences, and names so many of the things that
// most of its facts are about.
const (
	articleSentences = 40
	articleForemost  = 8
)

// articleView is the page of an article. Its text is not in the graph; its
// sentences are, where they are evidence of something.
type articleView struct {
	frame
	graph.Article
	Evidence []sentence    `json:"evidence"`
	More     *more         `json:"more,omitempty"`
	Before   string        `json:"-"`                  // the page with what comes before; "" on the first
	Foremost []graph.Count `json:"foremost,omitempty"` // what most of its facts are about
	Cayley   string        `json:"-"`
}

// sentence is a sentence with the facts that rest on it.
type sentence struct {
	ID     string        `json:"sentence_id"`
	Text   string        `json:"sentence"`
	Facts  []graph.Claim `json:"facts"`
	Pieces []piece       `json:"-"` // the text, divided at the names in it
	Words  []string      `json:"-"` // for each fact, the IDs of its words
	Gap    bool          `json:"-"` // words of the article are left out before it
}

// article makes the page of ?id=article:…, of the part with the sentence that
// begins ?at= a character.
func (p *pages) article(ctx context.Context, q url.Values) (any, error) {
	id := q.Get("id")
	if !strings.HasPrefix(id, "article:") {
		return nil, &problem{http.StatusNotFound, fmt.Sprintf("%q is no article of a graph; those begin with article:.", id)}
	}
	w, err := windowOf(q, articleSentences)
	if err != nil {
		return nil, err
	}
	view := &articleView{Cayley: uiLink(articleScript(id))}
	err = p.graph.View(ctx, func(v *graph.View) error {
		if view.Article, err = v.Article(ctx, id); err != nil {
			return err
		}
		statements, err := v.ArticleStatements(ctx, id)
		if err != nil {
			return err
		}
		claims, err := v.Claims(ctx, statements)
		if err != nil {
			return err
		}
		entities, err := v.Mentioned(ctx, id)
		if err != nil {
			return err
		}
		sentences := sentencesOf(claims)
		if at, err := strconv.Atoi(q.Get("at")); err == nil {
			w.offset = pageOf(sentences, at, w.limit)
		}
		view.Foremost = foremost(claims)
		view.Evidence, view.More = cut(sentences, w, "/article", "id", id)
		if w.offset > 0 {
			view.Before = link("/article", "id", id, "offset", strconv.Itoa(max(0, w.offset-w.limit)), "limit", strconv.Itoa(w.limit))
		}
		mark(view.Evidence, namesOf(entities))
		return nil
	})
	view.PageTitle = headline(view.Article.Title, id)
	return view, err
}

// pageOf is where the page begins that has the sentence at a character.
func pageOf(sentences []sentence, at, limit int) int {
	i := slices.IndexFunc(sentences, func(s sentence) bool { return beginOf(s.ID) >= at })
	return max(0, i) / limit * limit
}

// mark divides sentences at the names in them, and finds the words of each fact.
func mark(sentences []sentence, n *names) {
	for i := range sentences {
		s := &sentences[i]
		s.Gap = i > 0 && beginOf(s.ID) > endOf(sentences[i-1].ID)+mostSpace
		s.Pieces = n.pieces(s.Text)
		for _, fact := range s.Facts {
			s.Words = append(s.Words, strings.Join(wordsOf(s.Pieces, fact), " "))
		}
	}
}

// mostSpace is the most characters between sentences that follow each other: the
// end of a paragraph.
const mostSpace = 4

// foremost are the things that most facts of an article are about.
func foremost(claims []graph.Claim) []graph.Count {
	place := map[string]int{}
	var counts []graph.Count
	for _, c := range claims {
		for _, t := range []graph.Term{c.Subject, c.Object} {
			if t.IRI == "" {
				continue
			}
			at, known := place[t.IRI]
			if !known {
				at = len(counts)
				place[t.IRI] = at
				counts = append(counts, graph.Count{IRI: t.IRI, Name: t.Name})
			}
			counts[at].Count++
		}
	}
	return mostFrequent(counts, articleForemost)
}

// articleScript is a query for the facts of an article.
func articleScript(id string) string {
	return fmt.Sprintf(`// What <%s> says.
g.V(%q).In("<schema:isPartOf>").Save("<rdf:value>", "sentence").In("<kg:sentence>")
  .Save("<rdf:subject>", "subject").Save("<rdf:predicate>", "relation").SaveOpt("<rdf:object>", "object")
  .All()`, id, "<"+id+">")
}

// sentencesOf returns the sentences of claims in the order of the text.
func sentencesOf(claims []graph.Claim) []sentence {
	place := map[string]int{}
	var all []sentence
	for _, c := range claims {
		at, known := place[c.SentenceIRI]
		if !known {
			at = len(all)
			place[c.SentenceIRI] = at
			all = append(all, sentence{ID: c.SentenceIRI, Text: c.Sentence})
		}
		all[at].Facts = append(all[at].Facts, c)
	}
	slices.SortStableFunc(all, func(a, b sentence) int { return cmp.Compare(beginOf(a.ID), beginOf(b.ID)) })
	for _, s := range all {
		slices.SortStableFunc(s.Facts, func(a, b graph.Claim) int { return cmp.Compare(b.Confidence, a.Confidence) })
	}
	return all
}

// beginOf returns where the sentence with this IRI begins in its article, in
// characters: 120 for "article:…#char=120,260".
func beginOf(sentence string) int {
	begin, _ := spanOf(sentence)
	return begin
}

// endOf returns where it ends.
func endOf(sentence string) int {
	_, end := spanOf(sentence)
	return end
}

func spanOf(sentence string) (begin, end int) {
	_, span, _ := strings.Cut(sentence, "#char=")
	first, last, _ := strings.Cut(span, ",")
	begin, _ = strconv.Atoi(first)
	end, _ = strconv.Atoi(last)
	return begin, end
}
