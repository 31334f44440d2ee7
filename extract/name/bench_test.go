package name

import (
	"strings"
	"testing"
)

// BenchmarkApply reports words per second and bytes allocated of this stage
// alone.
func BenchmarkApply(b *testing.B) {
	text := strings.Repeat("Foreign Minister Ada Okafor of Ghana told the European Commission in Brussels that the talks had been useful, and that the two sides would meet again before the end of the year to sign what they had agreed on. ", 40)
	d := testStages.read(text)
	n := len(strings.Fields(text))
	b.ReportAllocs()
	for b.Loop() {
		d.Mentions = d.Mentions[:0]
		testStages.names.Apply(d)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkDecode is the time that loading the model takes.
func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
