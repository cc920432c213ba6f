// Package identity decides which words of an article stand for the same thing:
// it finds mentions, groups them into entities, types them and names them.
package identity

import "kg/extract/nlp"

// Form says how a mention refers.
type Form string

// The forms of mentions, as they stand in records.
const (
	FormName    Form = "name"
	FormNominal Form = "nominal" // "the president"
	FormPronoun Form = "pronoun"
)

// Mention is a stretch of text that stands for an entity.
type Mention struct {
	Tokens nlp.Range
	Head   int // index of the head word
	Form   Form
}

// Entity is one thing of an article, with everything that stands for it there.
type Entity struct {
	ID        string // IRI, "kg:Emmanuel_Macron"
	Type      nlp.EntityType
	Name      string    // its fullest name
	Aliases   []string  // its other names, sorted
	Mentions  []Mention // in text order
	Links     []Link    // why mentions in other words are one thing, in the order of the passes
	Members   []string  // IDs of the two that "both leaders" stands for; else empty
	IsCountry bool      // a country of the lexicons
	Governs   string    // ID of the country or union whose government its name stands for where it acts ("Moscow"); else empty
	Within    []string  // IDs of the places it lies in and of what it belongs to, by its name or the lexicons; the article need not name them
}

// Link is the reason why two mentions of an article are one thing.
type Link struct {
	Pass string // name of the pass that put them together
	A, B string // the words of the mentions it compared
}
