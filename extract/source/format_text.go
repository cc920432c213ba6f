package source

import (
	"fmt"
	"path"

	"kg/extract"
)

// openText yields plain text as it is, byte for byte, so that offsets hold in
// the file.
func openText(w *walk, b blob) {
	w.whole(b, "text", func(content []byte) (extract.Article, error) {
		text, err := decode(content)
		if err != nil {
			return extract.Article{}, err
		}
		return extract.NewArticle(b.source, text, merged(b.meta, guessMeta(b.name, text))), nil
	})
}

// whole yields a blob of a format that is one document; parse makes the article
// of its content, later and perhaps on another goroutine.
func (w *walk) whole(b blob, format string, parse func([]byte) (extract.Article, error)) {
	content, err := readDocument(b.r)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: %w", &b, plainError(err)))
		return
	}
	made := func() string { return contentOf(format, content, b.meta, b.media, path.Base(b.name)) }
	w.document(b.source, made, func() (extract.Article, error) {
		article, err := parse(content)
		if err != nil {
			return extract.Article{}, fmt.Errorf("%s: %w", &b, err)
		}
		return article, nil
	})
}

// merged returns meta with what it lacks taken from guess.
func merged(meta, guess extract.Meta) extract.Meta {
	if meta.Title == "" {
		meta.Title = guess.Title
	}
	if meta.Author == "" {
		meta.Author = guess.Author
	}
	if meta.URL == "" {
		meta.URL = guess.URL
	}
	if meta.Published.IsZero() {
		meta.Published = guess.Published
	}
	if meta.Modified.IsZero() {
		meta.Modified = guess.Modified
	}
	return meta
}
