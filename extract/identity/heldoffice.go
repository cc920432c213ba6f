package identity

import (
	"slices"
	"strings"

	"kg/data"
	"kg/extract/clause"
	"kg/extract/nlp"
)

// tenancy is what the article says of who holds an office of a place or body.
type tenancy struct {
	office string // as the lexicon has it: "chief executive"
	of     *cluster
	holder *mention
	since  int // the head of its holder where that is said
}

// mergeHeldOffices puts an office of a place or body together with the holder that the
// article has named: "the chief executive of Norvik" with "Per Aas, Norvik's chief
// executive".
// Limit: an office that has one holder at a time, whose holder is said before, and who
// does not come to it in the article: before an election it is somebody else's.
func mergeHeldOffices(a *article) {
	held := a.tenancies()
	if len(held) == 0 {
		return
	}
	for _, m := range a.all {
		if m.Form != FormNominal || m.plural || m.phrase.pronounOwner {
			continue
		}
		office, owner := a.officeOf(m)
		if owner == nil {
			continue
		}
		if holder := holderOf(held, office, owner.cluster, m); holder != nil {
			a.merge(holder, m)
		}
	}
}

// tenancies returns who is asserted to hold which office now.
func (a *article) tenancies() []tenancy {
	var held []tenancy
	for _, p := range a.props {
		text, is := strings.CutPrefix(p.Relation.Base, "be ")
		text, of := strings.CutSuffix(text, " of")
		if !is || !of || p.Modality != clause.Asserted || p.Rule == "tenure" || p.Object.Kind == clause.Title || a.isBygone(p) {
			continue
		}
		office, known := data.OfficeCalled(text)
		holder, owner := a.byToken[p.Subject.Head], a.byToken[p.Object.Head]
		if !known || !isSole(office) || holder == nil || owner == nil || !holder.cluster.named() || holder.type_ != nlp.Person {
			continue
		}
		held = append(held, tenancy{office.Name, owner.cluster, holder, p.Subject.Head})
	}
	return held
}

// isBygone reports whether p says what was, or for how long: "was mayor", "until 2024".
func (a *article) isBygone(p clause.Proposition) bool {
	for _, i := range p.Relation.Tokens {
		if w := strings.ToLower(a.doc.Word(i)); w == "was" || w == "were" || w == "had" {
			return true
		}
	}
	return slices.ContainsFunc(p.Context, func(c clause.Context) bool { return c.Role == "time" && c.Bound == "" })
}

// holderOf returns the one holder of the office that was said before the mention m, nil
// where there is none or are two.
func holderOf(held []tenancy, office string, of *cluster, m *mention) *mention {
	var found *mention
	for _, h := range held {
		if h.office != office || h.of != of {
			continue
		}
		if found != nil && found.cluster != h.holder.cluster {
			return nil
		}
		if h.since < m.Head {
			found = h.holder
		}
	}
	return found
}

// officeOf reads the office that the nominal m is, and whose it is: "the mayor of Halden",
// "Halden's mayor", "the Halden mayor". Nil where anything else stands in the phrase: "the
// next mayor of Halden" is somebody else.
func (a *article) officeOf(m *mention) (string, *mention) {
	first := m.Head
	var office *data.Office
	for n := 1; n <= data.LongestOffice() && m.Head-n+1 >= 0; n++ {
		words := nlp.Range{First: m.Head - n + 1, End: m.Head + 1}
		if o, ok := data.OfficeCalled(strings.ToLower(a.doc.TextOf(words))); ok {
			office, first = o, words.First
		}
	}
	if office == nil || !isSole(office) {
		return "", nil
	}
	var owner *mention
	before := m.phrase.core
	if c := m.phrase.complement; c.Len() > 1 && strings.EqualFold(a.doc.Word(c.First), "of") {
		owner = a.byToken[c.End-1]
	} else if o := a.byToken[max(first-1, 0)]; first > 0 && o != nil && o.Form == FormName && o.Tokens.End == first {
		owner, before.First = o, o.Tokens.End // "the Halden mayor"
	} else if first > 1 && a.doc.Tokens[first-1].XPOS == "POS" {
		owner, before.First = a.byToken[first-2], first
	}
	if owner == nil || owner == m || before.First < first {
		return "", nil
	}
	return office.Name, owner
}

// soleOffices have one holder at a time in any place or body.
var soleOffices = map[string]bool{
	"mayor": true, "governor": true, "chief executive": true, "managing director": true, "director general": true,
	"executive director": true, "general secretary": true, "chairman": true, "chairwoman": true, "chair": true,
	"president": true, "chancellor": true, "archbishop": true, "bishop": true, "police chief": true, "speaker": true,
	"chief justice": true,
}

func isSole(o *data.Office) bool { return soleOffices[o.Name] || hasOneHolder(o) }
