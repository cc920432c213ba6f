package source

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"gopkg.in/yaml.v3"

	"kg/extract"
)

// markdown is CommonMark with the tables that most writers use.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table))

// openMarkdown yields a Markdown text as it is read, without its marks: links
// by their words, headings and list items as paragraphs. A YAML header between
// lines of "---" gives title, author, date and address.
func openMarkdown(w *walk, b blob) {
	w.whole(b, "markdown", func(content []byte) (extract.Article, error) {
		raw, err := decode(content)
		if err != nil {
			return extract.Article{}, err
		}
		header, body := frontMatter(strings.TrimPrefix(raw, utf8Mark))
		var rendered bytes.Buffer
		if err := markdown.Convert([]byte(body), &rendered); err != nil {
			return extract.Article{}, err
		}
		text := fragmentText(rendered.String())
		if text == "" {
			return extract.Article{}, errEmpty
		}
		meta := merged(b.meta, metaOf(header, nil))
		return extract.NewArticle(b.source, text+"\n", merged(meta, guessMeta(b.name, text))), nil
	})
}

// frontMatter divides a text into the values of its YAML header and the rest.
// What is no YAML is text.
func frontMatter(text string) (header map[string]any, body string) {
	rest, ok := strings.CutPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "---\n")
	if !ok {
		return nil, text
	}
	block, body, ok := strings.Cut(rest, "\n---\n")
	if !ok || yaml.Unmarshal([]byte(block), &header) != nil {
		return nil, text
	}
	return header, body
}
