package lstm

import (
	"math/rand/v2"
	"testing"
)

// TestCache: what is said to be known is what was filled in for the same rows, and
// what was asked for again and again stays.
func TestCache(t *testing.T) {
	c := newCache(2, 3)
	r := rand.New(rand.NewPCG(1, 2))
	often := []int32{5, 5}
	for i := range 100_000 {
		rows := []int32{r.Int32N(200), r.Int32N(200)}
		if i%2 == 0 {
			rows = often
		}
		want := int16(rows[0]*200 + rows[1])
		sums, known := c.find(rows)
		if known && (sums[0] != want || sums[2] != want) {
			t.Fatalf("sums of %v are %v, want %d", rows, sums, want)
		}
		if i > 0 && i%2 == 0 && !known {
			t.Fatalf("%v, asked for every other time, was forgotten", rows)
		}
		for k := range sums {
			sums[k] = want
		}
	}
}
