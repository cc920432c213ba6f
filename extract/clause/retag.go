package clause

import "strings"

// retag corrects tags that the sentence around a word shows to be wrong, where
// the mistake would turn a report into an assertion: "The ministry claims the
// firm cheated" must not lose its "claims" to a noun.
func (s *sentence) retag() {
	for v := range s.visible {
		switch {
		case s.isVerbAsNoun(v):
			s.tags[s.visible[v]] = "VBZ"
		case s.wordAt(v) == "her" && s.tagAt(v) == "PRP" && s.leadsToNoun(v+1):
			s.tags[s.visible[v]] = "PRP$"
		}
	}
}

// isVerbAsNoun reports whether the plural noun at v is a reporting verb: a noun
// stands before it, a subject and its verb follow.
func (s *sentence) isVerbAsNoun(v int) bool {
	if s.tagAt(v) != "NNS" || !strings.HasPrefix(s.tagAt(v-1), "NN") || !plainReporting[s.lemmaAt(v)] {
		return false
	}
	switch next := s.tagAt(v + 1); {
	case strings.HasPrefix(next, "NNP"), next == "PRP", next == "DT", next == "PRP$":
		return !s.isBroken(v) && s.clauseFollows(v+1)
	}
	return false
}
