package clause

// strength orders modalities: of two that meet in one clause the one farther
// from a plain assertion holds. "He may not go" is no more than possible, yet a
// reader must not lose the negation, so negation is the strongest.
var strength = map[Modality]int{
	Asserted: 0, Said: 1, Future: 2, Possible: 3, Conditional: 4, Question: 5, Negated: 6,
}

// strongest returns the modality that holds where a and b meet. A denied denial
// ("did not fail to") is left negated: the careful reading of a rare form.
func strongest(a, b Modality) Modality {
	if strength[b] > strength[a] {
		return b
	}
	return a
}
