package english

import (
	"fmt"
	"strings"
)

// form is the kind of thing a question asks about.
type form int

const (
	clauseForm   form = iota // who did what to whom: a clause with a gap
	holderForm               // who is the president of X?
	identityForm             // who is X? what is X's job?
	locationForm             // where is X?
	eventForm                // when is X?
	ageForm                  // how old is X?
	originForm               // where is X from?
	partyForm                // which party does X belong to?
	saidForm                 // what did X say about Y?
	linkForm                 // how are A and B connected?
)

// gap is what fills the hole in the question.
type gap int

const (
	nobody  gap = iota // nothing is missing: did X meet Y?
	someone            // who, whom
	thing              // what, which
	place              // where
	moment             // when
	number             // how many, how much, how far
	reason             // why
	manner             // how
)

var gapWords = map[gap]string{
	someone: "someone", thing: "something", place: "somewhere", moment: "at some time", number: "some number of", reason: "for some reason", manner: "in some way",
}

// role is how a phrase takes part in what happens.
type role int

const (
	agent   role = iota // who does it
	patient             // whom it is done to
	oblique             // with a preposition
	content             // "that …": what is said, thought or denied
)

// arg is a phrase of a clause in its role.
type arg struct {
	role   role
	prep   string // of an oblique
	phrase phrase
}

// meant is what somebody does with something in view: "vote", "leave the Union". An
// article may have it in the words of who did so only.
type meant struct {
	verb  string
	words phrase
}

// question is a question as it was read.
type question struct {
	text string
	form form
	asks gap

	class phrase // the noun of "which airline", "how many people"
	owned phrase // "company" of "whose company", "minister" of "which country's minister": the gap is whose it is
	role  role   // of the gap
	prep  string // of the gap, where it is oblique

	pred    predicate
	verb    string // as typed
	args    []arg
	times   []timeCondition
	speaker phrase // "according to …"
	nominal bool   // its verb is asked for as a noun: "made a visit" for "visited"
	meant   meant  // of "did they vote to leave": that they voted, and for what
	future  bool   // it asks what will or may be
	past    bool   // it asks what was

	topic  phrase   // of the forms that are about one thing, and of the link: one end
	other  phrase   // the other end of a link, what is spoken of, who is asked to hold the office
	office []string // the folded words of what the holder is: "prime minister"
}

// String says how the question was understood.
func (q *question) String() string {
	var b strings.Builder
	switch q.form {
	case holderForm:
		fmt.Fprintf(&b, "%s is %s", or(q.other.String(), gapWords[someone]), strings.Join(q.office, " "))
		if !q.topic.empty() {
			fmt.Fprintf(&b, " of %s", q.topic)
		}
	case identityForm:
		fmt.Fprintf(&b, "%s is something", q.topic)
	case locationForm:
		fmt.Fprintf(&b, "%s is somewhere", q.topic)
	case originForm:
		fmt.Fprintf(&b, "%s is from some %s", q.topic, or(q.class.String(), "place"))
	case partyForm:
		fmt.Fprintf(&b, "%s belongs to some %s", q.topic, q.class)
	case eventForm:
		fmt.Fprintf(&b, "%s is at some time", q.topic)
	case ageForm:
		fmt.Fprintf(&b, "%s has some age", q.topic)
	case linkForm:
		fmt.Fprintf(&b, "%s is connected with %s", q.topic, q.other)
	case saidForm:
		fmt.Fprintf(&b, "%s says something", q.topic)
		if !q.other.empty() {
			fmt.Fprintf(&b, " about %s", q.other)
		}
	default:
		q.writeClause(&b)
	}
	for _, t := range q.times {
		fmt.Fprintf(&b, " %s", t)
	}
	if !q.speaker.empty() {
		fmt.Fprintf(&b, ", according to %s", q.speaker)
	}
	return b.String()
}

// writeClause writes the clause in the active voice, the gap as "someone".
func (q *question) writeClause(b *strings.Builder) {
	hole := gapWords[q.asks]
	if q.asks == number && q.class.empty() {
		hole = "some amount"
	}
	if !q.owned.empty() && q.class.empty() {
		hole = gapWords[someone]
	}
	if !q.class.empty() {
		hole = strings.TrimSpace(strings.NewReplacer("something", "some", "somewhere", "in some").Replace(hole)+" ") + " " + q.class.String()
	}
	if !q.owned.empty() {
		hole += "'s " + q.owned.String()
	}
	at := func(r role) string {
		var parts []string
		for _, a := range q.args {
			if a.role == r {
				parts = append(parts, strings.TrimSpace(a.prep+" "+a.phrase.String()))
			}
		}
		if q.asks != nobody && q.role == r && (r != oblique || q.prep != "") {
			parts = append(parts, strings.TrimSpace(q.prep+" "+hole))
		} else if q.asks != nobody && r == oblique && q.role == oblique {
			parts = append(parts, hole)
		}
		return strings.Join(parts, " ")
	}
	verb := q.pred.phrase()
	if q.pred.negated {
		verb = "not " + verb
	}
	fmt.Fprint(b, strings.Join(strings.Fields(strings.Join([]string{or(at(agent), "…"), verb, at(patient), at(content), at(oblique)}, " ")), " "))
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
