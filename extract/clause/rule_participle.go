package clause

import "kg/extract/nlp"

// participle: "The summit, hosted by Kenya, ended on Friday, leaving two questions open."
//
//	Kenya | hosts | the summit
//	the summit | leaves | two questions
//
// A past participle belongs to the noun phrase before it, an -ing form after a
// comma to the subject, unless it tells what came of the whole clause (see outcome) or
// what became of its object (see accedes). Limit: an -ing form after "for", "of" or "at" has no
// subject here and yields nothing.
var participleRule = clauseRule{"participle", participleConfidence,
	func(_ *sentence, c *clause) bool { return c.link == participialClause },
	func(s *sentence, c *clause) []statement {
		if s.datesOnly(c) || s.compares(c) || s.standsIn(c) || s.hangsOnPurpose(c) {
			return nil
		}
		return s.voiced(c)
	},
}

// hangsOnPurpose reports whether c is an -ing form behind a comma on an infinitive. As
// often as not it tells of the clause above that: "ordered the firm to pay, citing …".
func (s *sentence) hangsOnPurpose(c *clause) bool {
	return c.verb.form == present && c.inherited && c.host != nil && c.host.link == infinitiveClause && s.rel(c.host.head) == "advcl" && s.rel(c.head) == "advcl" && s.told.isSetOff(c.head)
}

// datesOnly reports whether c is "starting Tuesday", a circumstance of time.
func (s *sentence) datesOnly(c *clause) bool {
	w := s.lower(c.verb.main)
	dated := len(c.objects) == 0 && len(c.times)+len(c.phrases) > 0 || len(c.objects) == 1 && s.isNamed(c.objects[0].head, nlp.Date)
	return dated && (w == "starting" || w == "beginning")
}

// compares reports whether c is ", compared with a year before", which sets one amount beside
// another and tells nothing of who had it.
func (s *sentence) compares(c *clause) bool {
	return s.lower(c.verb.main) == "compared" && len(c.verb.tokens) == 1 && s.told.isSetOff(c.head)
}

// standsIn reports whether c is "acting" before the holder of an office, an adjective:
// "succeeds acting minister Lund".
func (s *sentence) standsIn(c *clause) bool {
	return s.lower(c.verb.main) == "acting" && len(c.objects) > 0 && c.objects[0].tokens.First == c.verb.main+1
}
