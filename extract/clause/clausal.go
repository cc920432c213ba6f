package clause

import "kg/extract/nlp"

// clausalRoles says what circumstance the clause behind a subordinator is.
// "As" and "while" compare or oppose as often as they date, "since" dates as
// often as it gives a reason: they stand for themselves.
var clausalRoles = map[string]string{
	"because": "cause", "when": "time", "after": "time", "before": "time", "until": "time", "till": "time",
	"once": "time", "if": "condition", "unless": "condition", "although": "concession", "though": "concession",
	"as": "as", "since": "since", "while": "while",
}

// clausalContext returns the clauses with a subordinator that hang on c as
// circumstances: "because the river had risen".
func (s *sentence) clausalContext(c *clause) []Context {
	var list []Context
	for _, h := range c.heads {
		for _, k := range s.kids(h) {
			m := s.markerOf(k)
			if s.rel(k) != "advcl" || m < 0 {
				continue
			}
			role, ok := clausalRoles[s.lower(m)]
			whole := s.trim(s.subtree(k))
			inner := s.trim(nlp.Range{First: m + 1, End: whole.End})
			if !ok || whole.First != m && (s.kid(m, "obl") < 0 || whole.First != s.trim(s.subtree(m)).First) || inner.Len() < 2 || !inner.Has(k) {
				continue
			}
			list = append(list, Context{Role: role, Tokens: s.closeQuotes(whole), Argument: Argument{Tokens: inner, Head: inner.First, Kind: Quotation}})
		}
	}
	return list
}
