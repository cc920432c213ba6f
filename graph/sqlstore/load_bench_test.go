package sqlstore

import "testing"

// BenchmarkLoad loads a news graph of 200,000 quads into SQLite.
func BenchmarkLoad(b *testing.B) {
	for range b.N {
		location := sqliteLocation(b)
		s := openForBench(b, location)
		loadThrough(b, s, 200_000)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(diskUse(location))/(1<<20), "MB")
	}
}
