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

// articleSentences is how many sentences an article's page shows.
const articleSentences = 40

// articleView is the page of an article. Its text is not in the graph; its
// sentences are, where they are evidence of something.
type articleView struct {
	frame
	graph.Article
	Evidence []sentence `json:"evidence"`
	More     *more      `json:"more,omitempty"`
	Cayley   string     `json:"-"`
}

// sentence is a sentence with the facts that rest on it.
type sentence struct {
	ID    string        `json:"sentence_id"`
	Text  string        `json:"sentence"`
	Facts []graph.Claim `json:"facts"`
}

// article makes the page of ?id=article:….
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
		view.Evidence, view.More = cut(sentencesOf(claims), w, "/article", "id", id)
		return err
	})
	view.PageTitle = cmp.Or(view.Article.Title, id)
	return view, err
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
	_, span, _ := strings.Cut(sentence, "#char=")
	begin, _, _ := strings.Cut(span, ",")
	n, _ := strconv.Atoi(begin)
	return n
}
