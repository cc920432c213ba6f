package extract

import (
	"encoding/json"
	"fmt"
	"io"
)

// RecordWriter writes extractions as JSON Lines, one record a line: the
// article, then its entities, then its facts. Offsets in records are bytes.
type RecordWriter struct{ enc *json.Encoder }

// NewRecordWriter returns a writer of records to w.
func NewRecordWriter(w io.Writer) *RecordWriter {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &RecordWriter{enc}
}

// header opens every record. Line is set where every input line is an article.
type header struct {
	Kind string `json:"kind"`
	Line int    `json:"line,omitempty"`
}

type articleRecord struct {
	header
	ID        string `json:"id"`
	Source    string `json:"source"`
	Title     string `json:"title,omitempty"`
	Author    string `json:"author,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
	SHA256    string `json:"sha256"`
	TextBytes int    `json:"text_bytes"`
}

type entityRecord struct {
	header
	Entity
}

type factRecord struct {
	header
	Fact
}

// Write writes the records of one extraction.
func (w *RecordWriter) Write(x *Extraction) error {
	a, line := x.Article, x.Article.Line
	published := ""
	if !a.Published.IsZero() {
		published = a.Published.Format("2006-01-02")
	}
	records := make([]any, 0, 1+len(x.Entities)+len(x.Facts))
	records = append(records, articleRecord{
		header{"article", line}, a.ID, a.Source, a.Title, a.Author, a.URL, published, a.SHA256, len(a.Text),
	})
	for _, e := range x.Entities {
		records = append(records, entityRecord{header{"entity", line}, e})
	}
	for _, f := range x.Facts {
		records = append(records, factRecord{header{"fact", line}, f})
	}
	for _, record := range records {
		if err := w.enc.Encode(record); err != nil {
			return fmt.Errorf("writing the records of %s: %w", a.ID, err)
		}
	}
	return nil
}
