// Package clause turns an analysed document into propositions: who does what
// to whom, in which circumstances, and who says so.
//
// A [Proposition] is exactly what one sentence states. Nobody is identified
// here: "he" and "the meeting" stay what they are; package identity resolves
// them.
package clause

import "kg/extract/nlp"

// Proposition is one statement of one sentence.
type Proposition struct {
	Sentence   int // index into Document.Sentences
	Subject    Argument
	Relation   Relation
	Object     Argument  // [Argument.None] where the sentence names none: "three people died"
	Context    []Context // in text order
	Speaker    *Argument // who says so, where the sentence only reports it
	Modality   Modality
	Confidence float64 // 0–1: the share of such propositions a careful reader would sign
	Rule       string  // name of the rule that found it
}

// Relation is what is said to hold between subject and object.
type Relation struct {
	// Tokens are the words that say it, in text order; they may stand apart.
	// Empty where the relation is understood, as in "President Macron".
	Tokens []int
	// Inverse: the words run from the object to the subject, as "was hosted by"
	// does, while Label and Base run from the subject.
	Inverse bool
	// Label is the relation as a person would say it of the plain fact: third
	// person singular, active, with the preposition that carries meaning
	// ("co-chairs", "holds talks with").
	Label string
	// Base is the same with the verb in its base form ("co-chair", "hold talks
	// with"), from which "does not co-chair" and "may co-chair" are made.
	Base string
	// Modal is the modal verb among the words, in its full form ("can" of "cannot
	// sell", "will" of "won't sell"), which a denial keeps; empty for none.
	Modal string
}

// ArgumentKind says how an argument is to be read.
type ArgumentKind int

// The kinds of arguments.
const (
	Phrase    ArgumentKind = iota // a noun phrase or pronoun that stands for an entity
	Quotation                     // words said or reported, a clause: kept as text
	Title                         // a role, office or description: kept as text
	Value                         // a date, time, amount or quantity
	Demonym                       // the adjective of a country or place, which it stands for
)

// Argument is a participant of a proposition.
type Argument struct {
	Tokens nlp.Range // the full phrase, without a leading preposition
	Head   int       // index of the head word; the first token for Quotation
	Kind   ArgumentKind
	Type   nlp.EntityType // for Value: Date, Money or Quantity; else empty
	// Pronoun is the relative pronoun that stands for the phrase where it is said of:
	// "who" of "Lund, who said that …"; 0 for none, since none opens a text.
	Pronoun int
}

// None reports whether there is no argument.
func (a Argument) None() bool { return a.Tokens.Len() <= 0 }

// noArgument stands for the object that a sentence does not name.
func noArgument() Argument { return Argument{Head: -1} }

// Context is a circumstance of a proposition.
type Context struct {
	Role     string    // time, place, duration, manner, purpose, cause, instrument, amount, source, or the preposition
	Tokens   nlp.Range // with its preposition
	Argument Argument  // without it
	Bound    string    // "since" where a time is the beginning of what is stated, though its words are others
}

// Modality says how the sentence puts a proposition.
type Modality string

// The modalities, as they stand in records.
const (
	Asserted    Modality = "asserted"
	Negated     Modality = "negated"
	Possible    Modality = "possible"
	Future      Modality = "future"
	Conditional Modality = "conditional"
	Question    Modality = "question"
	Said        Modality = "said"
)

// notConditional is what is denied under a condition: "if he does not go", "he would
// not go". In records it stands as the condition, with "not" in its relation, see
// [Modality.Kind].
const notConditional Modality = "conditional, not"

// byNobody is what nobody does: denied by its subject, so that its relation is not denied
// once more.
const byNobody Modality = "negated, by nobody"

// Kind returns the modality as it stands in records.
func (m Modality) Kind() Modality {
	switch m {
	case notConditional:
		return Conditional
	case byNobody:
		return Negated
	}
	return m
}

// Modalities are all that stand in records.
var Modalities = []Modality{Asserted, Negated, Possible, Future, Conditional, Question, Said}
