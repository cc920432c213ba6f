// Package gold compares extractions with articles that a person annotated: what
// a careful reader expects of the article, and what must not be made of it.
//
// docs/gold.md describes the files. [Read] reads them, [Compare] scores one
// article.
package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"kg/extract/clause"
)

// Article is what a person annotated of one article.
type Article struct {
	File      string          `json:"article"`          // name of the text's file, beside this one
	SHA256    string          `json:"sha256,omitempty"` // of the text
	Entities  []Entity        `json:"entities"`
	Facts     []Fact          `json:"facts"`
	Forbidden []Fact          `json:"forbidden"` // must not stand as plain asserted facts
	Questions json.RawMessage `json:"questions,omitempty"`
	Asked     []string        `json:"asked,omitempty"` // IDs of the facts that kg label has asked about

	Dir string `json:"-"` // the folder it was read from
}

// Entity is a thing that the article speaks of.
type Entity struct {
	Name    string   `json:"name"` // fullest name
	Type    OneOrAll `json:"type"` // one, or all that are right
	Aliases []string `json:"aliases,omitempty"`
}

// Fact is something that the article states, or must not be made to state.
type Fact struct {
	Subject       []string `json:"s"`                   // names of which any will do
	Relation      []string `json:"p"`                   // regular expressions (RE2) of which any will do
	Object        []string `json:"o"`                   // names; of an attribution fragments of what is said
	Inverse       []string `json:"inverse_p,omitempty"` // as Relation, with subject and object exchanged
	Speaker       []string `json:"speaker,omitempty"`
	Modality      OneOrAll `json:"modality,omitempty"`
	ModalityLoose bool     `json:"modality_loose,omitempty"` // do not compare it
	ObjectContext bool     `json:"o_in_context,omitempty"`   // the object may stand in a circumstance, which it always may
	Kind          string   `json:"kind,omitempty"`
	Gloss         string   `json:"gloss,omitempty"` // the fact in words

	relation, inverse []*regexp.Regexp
}

// Kinds are the kinds of facts; the first is that of a fact without one.
var Kinds = []string{"core", "detail", "inferred", "attribution"}

const (
	kindAttribution = "attribution"
	// kindMerge is a kind of what is forbidden: the names in subject and object
	// must not be one thing.
	kindMerge = "merge"
)

// OneOrAll is a text in JSON, or a list of texts.
type OneOrAll []string

// UnmarshalJSON implements json.Unmarshaler.
func (o *OneOrAll) UnmarshalJSON(data []byte) error {
	var one string
	if err := json.Unmarshal(data, &one); err == nil {
		if *o = nil; one != "" {
			*o = OneOrAll{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(o))
}

// MarshalJSON implements json.Marshaler.
func (o OneOrAll) MarshalJSON() ([]byte, error) {
	if len(o) == 1 {
		return json.Marshal(o[0])
	}
	return json.Marshal([]string(o))
}

// Read reads annotations: files, and of folders all *.json in them. A file holds
// one article, or a list of them.
func Read(paths []string) ([]*Article, error) {
	var files []string
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			inside, err := filepath.Glob(filepath.Join(path, "*.json"))
			if err == nil && len(inside) == 0 {
				err = fmt.Errorf("%s: no annotations (*.json) in this folder", path)
			}
			if err != nil {
				return nil, err
			}
			files = append(files, inside...)
			continue
		}
		files = append(files, path)
	}
	var all []*Article
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		articles, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for _, a := range articles {
			a.Dir = filepath.Dir(file)
		}
		all = append(all, articles...)
	}
	return all, nil
}

// Parse reads the annotations of one file.
func Parse(data []byte) ([]*Article, error) {
	var list []*Article
	if err := json.Unmarshal(data, &list); err != nil {
		var one Article
		if err := json.Unmarshal(data, &one); err != nil {
			return nil, fmt.Errorf("no annotations: %w", err)
		}
		list = []*Article{&one}
	}
	for i, a := range list {
		if a == nil {
			return nil, fmt.Errorf("article %d of the list is null", i+1)
		}
		if err := a.prepare(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// prepare checks an article's annotations and compiles their expressions.
func (a *Article) prepare() error {
	if a.File == "" {
		return errors.New(`it does not say which article is meant ("article": "FILE.txt")`)
	}
	for i, e := range a.Entities {
		if e.Name == "" {
			return fmt.Errorf("%s: entity %d has no name", a.File, i+1)
		}
	}
	for i := range a.Facts {
		if err := a.Facts[i].prepare(false); err != nil {
			return fmt.Errorf("%s: fact %d: %w", a.File, i+1, err)
		}
	}
	for i := range a.Forbidden {
		if err := a.Forbidden[i].prepare(true); err != nil {
			return fmt.Errorf("%s: forbidden fact %d: %w", a.File, i+1, err)
		}
	}
	return nil
}

func (f *Fact) prepare(forbidden bool) error {
	if f.Kind == "" && !forbidden {
		f.Kind = Kinds[0]
	}
	switch {
	case len(f.Subject) == 0 || len(f.Object) == 0 || len(f.Relation)+len(f.Inverse) == 0 && f.Kind != kindMerge:
		return errors.New("it needs s, o, and p or inverse_p")
	case !forbidden && !slices.Contains(Kinds, f.Kind):
		return fmt.Errorf("its kind %q is none of %s", f.Kind, strings.Join(Kinds, ", "))
	}
	for _, m := range f.Modality {
		if !slices.Contains(clause.Modalities, clause.Modality(m)) {
			return fmt.Errorf("its modality %q is none", m)
		}
	}
	var err error
	if f.relation, err = compile(f.Relation); err == nil {
		f.inverse, err = compile(f.Inverse)
	}
	return err
}

func compile(expressions []string) ([]*regexp.Regexp, error) {
	var out []*regexp.Regexp
	for _, e := range expressions {
		re, err := regexp.Compile("(?i)" + e)
		if err != nil {
			return nil, err
		}
		out = append(out, re)
	}
	return out, nil
}

// String is the fact in words.
func (f *Fact) String() string {
	if f.Gloss != "" {
		return f.Gloss
	}
	return f.Subject[0] + " – " + strings.Join(append(slices.Clone(f.Relation), f.Inverse...), "|") + " – " + f.Object[0]
}
