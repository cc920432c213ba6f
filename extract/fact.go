package extract

import (
	"kg/extract/clause"
	"kg/extract/nlp"
)

// Extraction is everything found in one article.
type Extraction struct {
	Article  Article
	Entities []Entity // sorted by ID
	Facts    []Fact   // in text order; derived facts last
}

// Entity is one thing of an article, as it stands in an entity record.
type Entity struct {
	ID       string         `json:"id"`
	Article  string         `json:"article"`
	Type     nlp.EntityType `json:"type"`
	Name     string         `json:"name"`
	Aliases  []string       `json:"aliases"`
	Mentions []Mention      `json:"mentions"`
	Links    []Link         `json:"-"` // why mentions in other words are one thing
}

// Link is the reason why two mentions of an article are one thing.
type Link struct {
	Pass string `json:"pass"` // name of the pass of package identity that put them together
	A    string `json:"a"`    // the words of the mentions that it compared
	B    string `json:"b"`
}

// Mention is a stretch of an article's text that stands for an entity.
type Mention struct {
	Begin int    `json:"begin"` // bytes into the text
	End   int    `json:"end"`
	Text  string `json:"text"`
	Form  string `json:"form"` // name, nominal or pronoun
}

// Fact is one proposition with its arguments resolved, as it stands in a fact record.
type Fact struct {
	ID          string          `json:"id"`
	Article     string          `json:"article"`
	Sentence    Passage         `json:"sentence"`
	Subject     Argument        `json:"subject"`
	Relation    Relation        `json:"relation"`
	Object      Argument        `json:"object,omitzero"` // zero where the sentence names none: "three people died"
	Context     []Context       `json:"context,omitempty"`
	Topics      []Topic         `json:"topics,omitempty"` // the named entities that a quotation or reported clause mentions
	Speaker     *Speaker        `json:"speaker,omitempty"`
	Modality    clause.Modality `json:"modality"`
	Confidence  float64         `json:"confidence"` // 0–1
	Rule        string          `json:"rule"`
	DerivedFrom []string        `json:"derived_from,omitempty"` // IDs of the facts it rests on
}

// Passage is a stretch of an article's text.
type Passage struct {
	Begin int    `json:"begin"` // bytes into the text
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Argument is a subject or an object: an entity (ID) or a literal (Value), as
// which also stands what could not be identified ("he").
type Argument struct {
	Text  string         `json:"text"` // word for word
	Begin int            `json:"begin"`
	End   int            `json:"end"`
	ID    string         `json:"id,omitempty"`
	Name  string         `json:"name,omitempty"`
	Type  nlp.EntityType `json:"type,omitempty"`
	Value string         `json:"value,omitempty"`

	Amount *nlp.Amount `json:"amount,omitempty"` // what is counted or paid: "at least 15 people", "$3bn"
}

// Relation is what holds between subject and object.
type Relation struct {
	Text  string `json:"text"` // word for word; may join words that stand apart
	ID    string `json:"id"`   // "rel:co-chairs"; carries the modality: "rel:does-not-co-chair"
	Label string `json:"label"`
}

// Context is a circumstance of a fact.
type Context struct {
	Role  string         `json:"role"`
	Text  string         `json:"text"` // with its preposition
	Begin int            `json:"begin"`
	End   int            `json:"end"`
	ID    string         `json:"id,omitempty"`
	Name  string         `json:"name,omitempty"`
	Type  nlp.EntityType `json:"type,omitempty"`
	Value string         `json:"value,omitempty"` // a date as 2025-09-04, else the expression

	Amount *nlp.Amount `json:"amount,omitempty"`
}

// Topic is an entity that a statement is about.
type Topic struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Speaker is who said what a fact states.
type Speaker struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}
