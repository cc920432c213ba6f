package sqlstore

import (
	"context"
	"fmt"
	"sync"
	"testing"
)

// More different queries than a pool keeps statements for, from several
// goroutines, are answered all the same.
func TestManyStatements(t *testing.T) {
	s := open(t, sqliteLocation(t), Options{})
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for i := range maxStatements {
				var got int
				if _, err := one(context.Background(), s.q, fmt.Sprintf("SELECT %d", i*3+g), nil, &got); err != nil || got != i*3+g {
					t.Errorf("%d, %v", got, err)
				}
			}
		})
	}
	all.Wait()
}
