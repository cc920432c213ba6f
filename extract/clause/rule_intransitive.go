package clause

import "slices"

// intransitive: "The bakery closed because the river had risen."
//
//	The bakery | closes |  {cause: because the river had risen}
//
// A verb that says it all: there is no object. Limit: a verb that states nothing
// without what completes it ("go", "seem"), and one whose complement the tree
// has as a clause or an odd relation, yields nothing.
var intransitiveRule = clauseRule{"intransitive", intransitiveConfidence,
	(*sentence).saysItAll,
	(*sentence).intransitiveStatements,
}

// saysItAll reports whether the verb of c stands alone and can.
func (s *sentence) saysItAll(c *clause) bool {
	if c.verb.passive && len(c.verb.chain) == 0 || c.verb.copula || needsMore[s.lemmaOf(c)] {
		return false
	}
	if c.filler.ok() || c.predicate.ok() || len(c.objects)+len(c.phrases)+len(c.prepended)+len(c.times) > 0 {
		return false
	}
	if s.sharesLaterObject(c.head) {
		return false
	}
	for _, h := range c.heads {
		for _, k := range s.kids(h) {
			if s.isVerb(k) && k > h && s.rel(k) == "conj" && s.kid(k, "nsubj") < 0 && s.kid(k, "obj") >= 0 {
				return false // "wrote and sang the hymn": its object may stand behind the other verb
			}
			if s.rel(k) == "obl" && s.tag(k) == "WDT" || slices.Contains(c.heads, k) {
				continue // "a riot in which nine inmates died"; the next verb of "is expected to resign"
			}
			if s.tag(h) == "VBD" && s.rel(h) == "advcl" && c.marker >= 0 && s.lower(c.marker) == "with" {
				return false // "with no damage reported", a passive
			}
			if slices.Contains([]string{"ccomp", "xcomp", "obj", "iobj", "obl", "dep", "parataxis"}, s.rel(k)) {
				return false
			}
		}
	}
	return true
}

// sharesLaterObject reports whether the verb h is joined to others of which one behind it
// has the object of all: "jailed, beat and killed 20 men". Limit: one that has no passive
// has no object to share.
func (s *sentence) sharesLaterObject(h int) bool {
	if s.rel(h) != "conj" || neverPassive[s.lemma(h)] || neverAlone[s.lemma(h)] {
		return false
	}
	for _, k := range s.kids(s.up(h)) {
		if k > h && s.isVerb(k) && s.rel(k) == "conj" && s.kid(k, "nsubj") < 0 && s.kid(k, "obj") >= 0 {
			return true
		}
	}
	return false
}

func (s *sentence) intransitiveStatements(c *clause) []statement {
	return []statement{{c.subject, s.relation(c.verb, s.base(c.verb)), noun{}, Phrase, nil}}
}
