package extract

import "testing"

func TestSpokenWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{`The dam," he said, "is safe`, "The dam … is safe"},
		{"I heard her,” said Lund, who runs it. “We left", "I heard her … We left"},
		{"One,” he said. “Two,” he said. “Three", "One … Two … Three"},
		{"The dam is safe", "The dam is safe"},
		{"The ‘dam’ is safe", "The ‘dam’ is safe"},
		// It ends outside.
		{`The dam is safe" for now`, `The dam is safe" for now`},
		{"", ""},
	}
	for _, c := range tests {
		if got := spokenWords(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
