package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/extract"
)

// What articles have to do with one another by their texts is worked out when
// they are stored: which is a newer version of which (versions.go), and which
// reprint another (copies.go). Both are functions of the set of articles that
// sources hold, not of their order. The store notes
//
//	topic            key       value
//	text ARTICLE     about     what is kept of its text ([textNote]), some 3 kB
//	address ADDRESS  article   the articles that stood there
//	shingle HASH     article   the articles that have it among their smallest
//	copies ARTICLE   article   its copies
//
// so that an article is compared with those alone that may be like it.

// Topics of notes.
const (
	topicText    = "text "
	topicAddress = "address "
	topicShingle = "shingle "
	topicCopies  = "copies "
)

// keyAbout is the only key of the notes on an article's text.
const keyAbout = "about"

// present is the value of a note that is there for its key alone.
const present = "1"

// textNote is what is noted of an article's text.
type textNote struct {
	Address  string `json:"address,omitempty"`  // canonical, as [addressKey] writes it
	Title    string `json:"title,omitempty"`    // folded
	Day      string `json:"day,omitempty"`      // of publication, 2025-09-04
	Modified string `json:"modified,omitempty"` // in UTC, RFC 3339
	Length   int    `json:"length"`             // of the text, in bytes
	likeness
	Seals  seals    `json:"seals,omitempty"`  // of its sentences; none where an earlier version of kg noted it
	Older  bool     `json:"older,omitempty"`  // another is a newer version, and stands for it
	CopyOf string   `json:"copyOf,omitempty"` // the origin that it reprints
	Parts  []string `json:"parts,omitempty"`  // further articles that it is a copy of, such as another agency's report

	changed bool // since it was read
}

// textOf returns what is noted of the text of an article with these quads.
func textOf(a extract.Article, quads []quad.Quad) *textNote {
	n := &textNote{Address: addressKey(a.URL), Title: FoldName(a.Title), Length: len(a.Text), likeness: likenessOf(a.Text), Seals: sealsOf(quads)}
	if !a.Published.IsZero() {
		n.Day = a.Published.UTC().Format(time.DateOnly)
	}
	if !a.Modified.IsZero() {
		n.Modified = a.Modified.UTC().Format(time.RFC3339)
	}
	return n
}

// texts works out, within a plan, what the articles that come and go mean for
// the versions and copies among all of them.
type texts struct {
	*notebook
	known    map[string]*textNote // by article, as it will be; nil where there is none
	arriving map[string]bool      // articles, until their versions are settled
	places   map[string]bool      // addresses whose versions are to be settled
	unread   map[string]bool      // older versions that would stand again, were they read
	seeds    map[string]bool      // articles whose copies are to be settled
	alike    map[[2]string]bool   // pairs that were compared
	touched  map[string]bool      // articles that reprint others than before
	fallen   map[string]bool      // articles that stood and are older versions now
	replaced map[string]string    // by article: the one that fell for it
}

func newTexts(book *notebook) *texts {
	return &texts{
		notebook: book, known: map[string]*textNote{}, arriving: map[string]bool{}, places: map[string]bool{},
		unread: map[string]bool{}, seeds: map[string]bool{}, alike: map[[2]string]bool{}, touched: map[string]bool{},
		fallen: map[string]bool{}, replaced: map[string]string{},
	}
}

// of returns what is noted of an article's text, nil where nothing is.
func (t *texts) of(ctx context.Context, article string) (*textNote, error) {
	if n, ok := t.known[article]; ok {
		return n, nil
	}
	notes, err := t.topic(ctx, topicText+article)
	if err != nil {
		return nil, err
	}
	var n *textNote
	if value := notes[keyAbout]; value != "" {
		if err := json.Unmarshal([]byte(value), &n); err != nil {
			return nil, fmt.Errorf("what is noted of the text of %s is damaged: %w", article, err)
		}
	}
	t.known[article] = n
	return n, nil
}

// replace notes that an article has another text from now on; none where n is
// nil, because it leaves.
func (t *texts) replace(ctx context.Context, article string, n *textNote) error {
	old, err := t.of(ctx, article)
	if err != nil {
		return err
	}
	if old != nil {
		if err := t.forget(ctx, article, old); err != nil {
			return err
		}
	}
	if n == nil {
		return nil
	}
	t.known[article], t.arriving[article], n.changed = n, true, true
	if n.Address == "" {
		return nil
	}
	t.places[n.Address] = true
	return t.set(ctx, topicAddress+n.Address, article, present)
}

// forget takes all that is noted of an article's text back.
func (t *texts) forget(ctx context.Context, article string, n *textNote) error {
	if !n.Older && !t.arriving[article] {
		if err := t.withdraw(ctx, article, n); err != nil {
			return err
		}
	}
	t.known[article] = nil
	delete(t.arriving, article)
	if n.Address == "" {
		return nil
	}
	t.places[n.Address] = true
	return t.set(ctx, topicAddress+n.Address, article, "")
}

// settle decides which versions stand and which articles are copies.
func (t *texts) settle(ctx context.Context) error {
	for _, address := range slices.Sorted(maps.Keys(t.places)) {
		if err := t.settleAddress(ctx, address); err != nil {
			return err
		}
	}
	for _, article := range slices.Sorted(maps.Keys(t.arriving)) {
		if n := t.known[article]; !n.Older {
			if err := t.enter(ctx, article, n); err != nil {
				return err
			}
		}
	}
	if err := t.settleCopies(ctx); err != nil {
		return err
	}
	return t.write(ctx)
}

// write puts what changed of what is known of the texts into the notes.
func (t *texts) write(ctx context.Context) error {
	for _, article := range slices.Sorted(maps.Keys(t.known)) {
		value := ""
		if n := t.known[article]; n != nil {
			if !n.changed {
				continue
			}
			encoded, err := json.Marshal(n)
			if err != nil {
				return err
			}
			value = string(encoded)
		}
		if err := t.set(ctx, topicText+article, keyAbout, value); err != nil {
			return err
		}
	}
	return nil
}

// letGo forgets, once all is settled and noted, the texts that were compared, but
// for those of some articles: where news repeats itself, they are many.
func (t *texts) letGo(kept map[string]bool) {
	clear(t.alike)
	clear(t.seeds)
	for topic := range t.notes {
		article, isText := strings.CutPrefix(topic, topicText)
		if isText && !kept[article] || strings.HasPrefix(topic, topicShingle) {
			t.notebook.forget(topic)
			delete(t.known, article)
		}
	}
}

// each returns the notes on articles, those that have none left out.
func (t *texts) each(ctx context.Context, articles []string) (map[string]*textNote, error) {
	notes := make(map[string]*textNote, len(articles))
	for _, article := range articles {
		n, err := t.of(ctx, article)
		if err != nil {
			return nil, err
		}
		if n != nil {
			notes[article] = n
		}
	}
	return notes, nil
}

// inOrder returns the articles of notes in the order of less, those that it
// does not tell apart by ID.
func inOrder(notes map[string]*textNote, compare func(a, b *textNote) int) []string {
	return slices.SortedFunc(maps.Keys(notes), func(a, b string) int {
		return cmp.Or(compare(notes[a], notes[b]), cmp.Compare(a, b))
	})
}
