package main

import (
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	for _, tt := range []struct {
		p    progress
		want string
	}{
		{progress{files: 100, all: 400, articles: 120}, "100 of 400 files, 120 articles, 4 a second, 1m30s left"},
		{progress{files: 0, all: 1, articles: 60}, "0 of 1 file, 60 articles, 2 a second"},
		{progress{files: 2, all: 2, articles: 2}, "2 of 2 files, 2 articles, 0 a second"},
	} {
		if got := tt.p.line(30 * time.Second); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
