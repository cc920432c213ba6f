package source

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kg/extract"
)

// openJSONLines yields an article for every line, each a JSON object
// (jsonlines.org). A line that is none, or too long, does not stop the others.
func openJSONLines(w *walk, b blob) {
	lines := bufio.NewReaderSize(b.r, 64<<10)
	for number := 1; ; number++ {
		line, err := readLine(lines)
		place := "line=" + strconv.Itoa(number)
		switch {
		case errors.Is(err, io.EOF) && len(line) == 0:
			return
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLongLine):
			w.fail(b.source, fmt.Errorf("%s: line %d: %w", &b, number, plainError(err)))
			return
		case errors.Is(err, errLongLine):
			if !w.fail(b.source+"#"+place, fmt.Errorf("%s: line %d: %w", &b, number, err)) {
				return
			}
		case !isBlank(line):
			if !w.jsonRecord(b, line, place, fmt.Sprintf("%s: line %d", &b, number)) {
				return
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
	}
}

var errLongLine = fmt.Errorf("longer than %d MiB: no article is", MaxBytes>>20)

// readLine returns the next line without its end. A line longer than MaxBytes
// is passed over and errLongLine.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > MaxBytes {
			line, long = nil, true
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errLongLine
		default:
			return line, err
		}
	}
}

// jsonRecord yields the article of a JSON object. where opens its errors.
func (w *walk) jsonRecord(b blob, object []byte, place, where string) bool {
	var record map[string]any
	if err := json.Unmarshal(object, &record); err != nil {
		return w.fail(b.source+"#"+place, fmt.Errorf("%s: %w", where, jsonError(err)))
	}
	return w.record(b, record, place, where)
}

func (w *walk) record(b blob, record map[string]any, place, where string) bool {
	source := recordSource(b.source, record, w.reader.Fields, place)
	made := func() string {
		content, _ := json.Marshal([]any{record, w.reader.Fields}) // what was read as JSON, or rows of text, can be written
		return contentOf("json", content, b.meta)
	}
	return w.document(source, made, func() (extract.Article, error) {
		article, err := recordArticle(source, record, w.reader.Fields, b.meta)
		if err != nil {
			return extract.Article{}, fmt.Errorf("%s: %w", where, err)
		}
		return article, nil
	})
}

// jsonError says in plain words what is wrong with a record.
func jsonError(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("a JSON %s where an object {…} is expected", wrong.Value)
	}
	return fmt.Errorf("not JSON: %w", err)
}

// lineOfJSONError returns the line of a text in which it is no JSON.
func lineOfJSONError(text string, err error) int {
	at := len(text)
	if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = min(at, int(wrong.Offset))
	}
	return 1 + strings.Count(text[:at], "\n")
}

// openJSON yields the articles of a JSON document: an object, a list of
// objects, or an object with a list of them as one of its fields
// ({"articles": […]}). A file of one object a line is read as such.
func openJSON(w *walk, b blob) {
	content, err := readDocument(b.r)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: %w (a file of one object a line may be of any size: name it .jsonl)", &b, plainError(err)))
		return
	}
	text, err := decode(content)
	if err != nil {
		w.fail(b.source, fmt.Errorf("%s: %w", &b, err))
		return
	}
	var document any
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		if lines, ok := jsonLines(text); ok {
			b.r = lines
			openJSONLines(w, b)
			return
		}
		w.fail(b.source, fmt.Errorf("%s: line %d: %w", &b, lineOfJSONError(text, err), jsonError(err)))
		return
	}
	records, ok := recordsIn(document)
	if !ok {
		w.fail(b.source, fmt.Errorf("%s: no articles in it: an object {…} with a text, or a list of such, is expected", &b))
		return
	}
	for i, value := range records {
		place := "item=" + strconv.Itoa(i+1)
		where := fmt.Sprintf("%s: item %d", &b, i+1)
		record, isObject := value.(map[string]any)
		more := false
		if isObject {
			more = w.record(b, record, place, where)
		} else {
			more = w.fail(b.source+"#"+place, fmt.Errorf("%s: a value where an object {…} is expected", where))
		}
		if !more {
			return
		}
	}
}

// lists are the fields under which a JSON document keeps its articles.
var lists = []string{"articles", "items", "results", "docs", "documents", "data", "entries", "hits", "stories", "news"}

// recordsIn returns the records of a JSON document.
func recordsIn(document any) ([]any, bool) {
	switch v := document.(type) {
	case []any:
		return v, true
	case map[string]any:
		if response, ok := v["response"]; ok {
			return recordsIn(response)
		}
		for _, name := range lists {
			if list, ok := v[name].([]any); ok {
				return list, true
			}
			if inner, ok := v[name].(map[string]any); ok {
				if list, ok := recordsIn(inner); ok && len(list) > 1 {
					return list, true
				}
			}
		}
		return []any{v}, true
	}
	return nil, false
}

// jsonLines returns text as a stream of lines if its first line is a whole
// JSON object.
func jsonLines(text string) (io.Reader, bool) {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if !strings.HasPrefix(first, "{") || !json.Valid([]byte(first)) {
		return nil, false
	}
	return strings.NewReader(text), true
}
