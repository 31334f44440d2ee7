package extract

import (
	"fmt"
	"strings"
	"testing"

	"dossier/extract/document"
)

// monotony are texts that say one thing over and over, each so that a stage which looks
// back, or at all others of a kind, is tempted to look far.
var monotony = []struct {
	name string
	unit func(i int) string
}{
	{"statements inside others", func(i int) string {
		return fmt.Sprintf("They told the board “that is %d too many,” she added, and Ada Okoro said that Ben Imani had said it was.", i)
	}},
	{"papers", func(i int) string {
		return fmt.Sprintf("In the letter, Senator Ada Okoro said that pier %d is old. The letter said that it fell.", i)
	}},
	{"lawmakers", func(i int) string {
		return fmt.Sprintf("In a letter, Senators Ada Okoro and Ben Imani asked for help. The lawmakers said that pier %d is old.", i)
	}},
	{"namesakes", func(i int) string {
		return fmt.Sprintf("Congressman Ada Okoro came. Mayor Ben Okoro left. Congressman Okoro said that pier %d is old.", i)
	}},
	{"odd names", func(i int) string {
		return "Ada " + oddName(i) + " came. " + oddName(i*7+3) + " said that it was safe."
	}},
	{"turns", func(i int) string {
		return fmt.Sprintf("\n\nQ Will you build pier %d —\n\nMAYOR OKORO: Yes.\n\nQ — or mend it?\n\nMAYOR OKORO: No.", i)
	}},
	{"no capitals", func(i int) string { return fmt.Sprintf("i am from mexico and went to new york in may %d.", i) }},
}

// oddName is a surname that no list has, another for each number.
func oddName(i int) string {
	b := []byte("Q")
	for n := i + 100; n > 0; n /= 20 {
		b = append(b, "bdfghjklmnpqrstvwxyz"[n%20], "aeiou"[n%5])
	}
	return string(append(b, 'x'))
}

// BenchmarkGrowth shows how the cost of a unit of text grows with the text: it should not.
func BenchmarkGrowth(b *testing.B) {
	p, err := New()
	if err != nil {
		b.Fatal(err)
	}
	for _, m := range monotony {
		for _, n := range []int{500, 2000, 8000} {
			var text strings.Builder
			for i := range n {
				text.WriteString(m.unit(i))
				text.WriteString([...]string{" ", " ", " ", " ", "\n\n"}[i%5])
			}
			b.Run(fmt.Sprintf("%s/%d", m.name, n), func(b *testing.B) {
				for b.Loop() {
					p.Read(document.Article{Text: text.String()})
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/unit")
			})
		}
	}
}
