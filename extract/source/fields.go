package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"kg/extract"
	"kg/extract/nlp"
)

// Fields says where the parts of an article stand in a record of JSON or CSV:
// part → the name of its field, with full stops for fields inside fields
// ("body" → "content.text"). Parts are text, title, author, date, url and id.
// A part that is not named is looked for under its usual names.
type Fields map[string]string

// usual are the names under which exports of newsrooms, archives and crawlers
// keep the parts, as [plainName] gives them, the most telling first.
var usual = map[string][]string{
	"text":     {"text", "body", "articlebody", "articletext", "bodytext", "maintext", "fulltext", "fullcontent", "articlecontent", "content", "article", "story", "description", "summary"},
	"title":    {"title", "headline", "webtitle", "articletitle", "name", "heading"},
	"author":   {"author", "authors", "byline", "creator", "by"},
	"date":     {"date", "published", "datepublished", "datepublish", "publishedat", "publishdate", "publisheddate", "pubdate", "publicationdate", "webpublicationdate", "created", "createdat", "timestamp"},
	"modified": {"modified", "datemodified", "modifiedat", "updated", "updatedat", "lastupdated", "lastmodified"},
	"url":      {"url", "canonical", "canonicalurl", "link", "weburl", "sourceurl", "address"},
	"id":       {"id", "guid", "uuid", "uri"},
}

// plainName returns the name of a field as it is compared: "Publish Date", "publish_date"
// and "publishDate" are one.
func plainName(name string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "_", "", "-", "").Replace(name))
}

// inner are the fields of a record that hold an object with its other parts, as
// exports of content systems and search indexes have them.
var inner = []string{"fields", "attributes", "_source", "article", "document"}

// Parts returns the parts that [Fields] may name, sorted.
func Parts() []string { return []string{"author", "date", "id", "modified", "text", "title", "url"} }

// CheckFields returns an error for a part that does not exist.
func CheckFields(f Fields) error {
	for part := range f {
		if !slices.Contains(Parts(), part) {
			return fmt.Errorf("an article has no part %q: it is one of %s", part, strings.Join(Parts(), ", "))
		}
	}
	return nil
}

// metaOf returns what a record says of its article besides the text.
func metaOf(record map[string]any, f Fields) extract.Meta {
	meta := extract.Meta{
		Title:  oneLine(fragmentText(partOf(record, f, "title"))),
		Author: authorOf(oneLine(partOf(record, f, "author"))),
		URL:    resolve(nil, partOf(record, f, "url")),
	}
	if at, ok := parseTime(partOf(record, f, "date")); ok {
		meta.Published = at
	}
	if at, ok := parseInstant(partOf(record, f, "modified")); ok {
		meta.Modified = at
	}
	return meta
}

// partOf returns a part of a record as text, empty where there is none.
func partOf(record map[string]any, f Fields, part string) string {
	if name, ok := f[part]; ok {
		return valueText(lookup(record, name))
	}
	plain := make(map[string]any, len(record))
	for _, key := range slices.Sorted(maps.Keys(record)) {
		if k := plainName(key); plain[k] == nil || key == k {
			plain[k] = record[key]
		}
	}
	for _, name := range usual[part] {
		if s := valueText(plain[name]); strings.TrimSpace(s) != "" {
			return s
		}
	}
	for _, name := range inner {
		if more, ok := record[name].(map[string]any); ok {
			if s := partOf(more, nil, part); s != "" {
				return s
			}
		}
	}
	return ""
}

// lookup returns the value at a path of field names.
func lookup(record map[string]any, path string) any {
	if value, ok := record[path]; ok {
		return value
	}
	first, rest, more := strings.Cut(path, ".")
	if inner, ok := record[first].(map[string]any); ok && more {
		return lookup(inner, rest)
	}
	return nil
}

// valueText returns a value of JSON or YAML as text: a list joined by commas,
// an object by its name or text.
func valueText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	case time.Time:
		return v.Format(time.RFC3339)
	case []any:
		texts := make([]string, 0, len(v))
		for _, item := range v {
			if s := valueText(item); s != "" {
				texts = append(texts, s)
			}
		}
		return strings.Join(texts, ", ")
	case map[string]any:
		return cmp.Or(valueText(v["name"]), valueText(v["text"]), valueText(v["value"]), valueText(v["rendered"]))
	}
	return ""
}

// layouts are the notations of a time that exports use, besides what
// [nlp.ResolveDate] reads.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04Z07:00",
	"2006-01-02T15:04", "2006-01-02T15:04:05-0700", time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, "Mon, 2 Jan 2006 15:04:05 -0700", "2006/01/02", "20060102", "20060102T150405Z", "20060102150405",
}

// parseTime returns the day that s names, in the zone it is written in.
func parseTime(s string) (time.Time, bool) {
	at, ok := parseInstant(s)
	return dayUTC(at), ok
}

// parseInstant returns the time that s names, the begin of the day where it
// names only that. Whole numbers of the size of present days are seconds or
// milliseconds since 1970.
func parseInstant(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return time.Time{}, false
	}
	for _, layout := range layouts {
		if at, err := time.Parse(layout, s); err == nil && at.Year() > 0 {
			return at, true
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		switch {
		case 1e8 < n && n < 1e11:
			return time.Unix(n, 0).UTC(), true
		case 1e11 <= n && n < 1e14:
			return time.UnixMilli(n).UTC(), true
		}
		return time.Time{}, false
	}
	if value, ok := nlp.ResolveDate(s, time.Time{}); ok {
		day, err := time.Parse(time.DateOnly, value)
		return day, err == nil
	}
	return time.Time{}, false
}

// dayUTC returns the day of a time as it is written, whatever its zone.
func dayUTC(at time.Time) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
}

// recordArticle makes an article of a record.
func recordArticle(source string, record map[string]any, f Fields, container extract.Meta) (extract.Article, error) {
	raw := partOf(record, f, "text")
	text := raw
	if looksLikeHTML(raw) {
		text = fragmentText(raw)
	}
	text = validText(text)
	if isBlank([]byte(text)) {
		return extract.Article{}, fmt.Errorf("no text in it: %s", whichFields(record, f))
	}
	meta := merged(metaOf(record, f), container)
	return extract.NewArticle(source, text, meta), nil
}

// looksLikeHTML reports whether a field holds markup: two tags at least, since
// "<" alone is found in text.
func looksLikeHTML(s string) bool {
	return strings.Contains(s, "</") || strings.Contains(s, "<p>") || strings.Contains(s, "<br")
}

// whichFields says what a record has in place of a text.
func whichFields(record map[string]any, f Fields) string {
	if name, ok := f["text"]; ok {
		return fmt.Sprintf("the field %q is missing or empty", name)
	}
	names := make([]string, 0, len(record))
	for _, name := range slices.Sorted(maps.Keys(record)) {
		if slices.Contains(usual["text"], plainName(name)) {
			return fmt.Sprintf("its field %q holds none; --field text=NAME names another", name)
		}
		names = append(names, strconv.Quote(name))
	}
	const most = 8
	if len(names) > most {
		names = append(names[:most], "…")
	}
	if len(names) == 0 {
		return "it has no fields"
	}
	return fmt.Sprintf("say which of its fields (%s) holds it, with --field text=NAME", strings.Join(names, ", "))
}

// recordSource names a record in a file: by its id or address, which stay when
// the file grows, else by where it stands.
func recordSource(file string, record map[string]any, f Fields, place string) string {
	for _, part := range []string{"id", "url"} {
		if id := strings.TrimSpace(partOf(record, f, part)); id != "" {
			return file + "#" + part + "=" + id
		}
	}
	return file + "#" + place
}
