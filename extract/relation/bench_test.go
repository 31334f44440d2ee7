package relation_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkApply reads the article of the golden test over and over; the metric
// is words of text per second.
func BenchmarkApply(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("testdata", "article.txt"))
	if err != nil {
		b.Fatal(err)
	}
	d := read(string(text))
	words := len(strings.Fields(d.Text))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		d.Relations = d.Relations[:0]
		relations.Apply(d)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	if len(d.Relations) == 0 {
		b.Fatal("nothing read")
	}
}
