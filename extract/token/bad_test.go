package token

import (
	"fmt"
	"strings"
	"testing"
)

// TestBadInput: text of any kind is cut into tokens and segments of sensible length.
func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		name, text string
		least      int // segments
		most       int
	}{
		{"a sentence of 5,000 words", strings.Repeat("and the small boat went on ", 1000), 1, 1},
		{"a table", strings.Repeat("Tarn United\t3\t1\t12:4\t9\nOrvel Rovers\t2\t2\t7:7\t6\n", 50), 100, 100},
		{"a list of names", "Ada Lorn\nEd Roe\nAnn Doe\n", 3, 3},
		{"capitals", "THE BRIDGE IS CLOSED. NOBODY KNOWS WHY. THE MAYOR SAID SHE WOULD ASK.", 3, 3},
		{"a poem", "the river knows\nno other way\nthan down\n", 3, 3},
		{"a tweet", "RT @adalorn: so proud of our team!! #bridge #tarn https://t.co/x1 :)", 1, 4},
		{"Chinese", "你好，世界。我们走吧。", 1, 2},
		{"Arabic", "مرحبا بالعالم. كيف حالك؟", 1, 2},
		{"nothing but marks", strings.Repeat("?!", 5000), 1, 1},
		{"no spaces", strings.Repeat("a", 20000), 1, 1},
		{"nothing but breaks", "\n\r\n \t\n", 0, 0},
	} {
		d := read(c.text)
		if n := len(d.Segments); n < c.least || n > c.most {
			t.Errorf("%s: %d segments, want %d to %d", c.name, n, c.least, c.most)
		}
	}
}

// BenchmarkCurve shows how the time grows with the length of texts without end: of each
// the bytes a second should be the same for eight times the length.
func BenchmarkCurve(b *testing.B) {
	for _, unit := range []string{"and the small boat went on ", "“No,” he said. ", "“ ", "a-b-", "(", "1-2-", "' ", "A.B. "} {
		for _, n := range []int{1000, 8000} {
			text := strings.Repeat(unit, n)
			b.Run(fmt.Sprintf("%q times %d", unit, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					read(text)
				}
			})
		}
	}
}
