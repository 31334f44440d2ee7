package syntax

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// isTree tells what is wrong with heads, if anything: one word under the root, and
// every word's ancestors end there.
func isTree(heads []int32) string {
	roots := 0
	for i := 1; i < len(heads); i++ {
		if heads[i] < 0 || int(heads[i]) >= len(heads) || int(heads[i]) == i {
			return "a head that is none"
		}
		if heads[i] == 0 {
			roots++
		}
		steps := 0
		for v := int32(i); v != 0; v = heads[v] {
			if steps++; steps > len(heads) {
				return "a cycle"
			}
		}
	}
	if roots != 1 && len(heads) > 1 {
		return "not one root"
	}
	return ""
}

func sum(scores []int16, n int, heads []int32) (s int) {
	for i := 1; i < n; i++ {
		s += int(scores[i*n+int(heads[i])])
	}
	return s
}

// TestFind compares with the best of all trees, tried one by one.
func TestFind(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var f treeFinder
	for range 3000 {
		n := 2 + r.IntN(5)
		spread := []int{2, 10, 30000}[r.IntN(3)]
		scores := make([]int16, n*n)
		for i := range scores {
			scores[i] = int16(r.IntN(2*spread) - spread)
		}
		got := slices.Clone(f.find(scores, n, n))
		if wrong := isTree(got); wrong != "" {
			t.Fatalf("%v: %v: %s", scores, got, wrong)
		}
		best := -1 << 62
		heads := make([]int32, n)
		var try func(i int)
		try = func(i int) {
			if i == n {
				if isTree(heads) == "" {
					best = max(best, sum(scores, n, heads))
				}
				return
			}
			for j := range n {
				heads[i] = int32(j)
				try(i + 1)
			}
		}
		try(1)
		if s := sum(scores, n, got); s != best {
			t.Fatalf("%v: tree %v has %d, the best %d", scores, got, s, best)
		}
	}
}

// TestFindLong: many cycles inside cycles, and equal scores everywhere.
func TestFindLong(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var f treeFinder
	for _, spread := range []int{1, 3, 32767} {
		for _, n := range []int{1, 2, 100, longest + 1} {
			scores := make([]int16, n*n)
			for i := range scores {
				scores[i] = int16(r.IntN(2*spread) - spread)
			}
			got := slices.Clone(f.find(scores, n, n))
			if wrong := isTree(got); wrong != "" {
				t.Errorf("%d nodes, scores to %d: %s", n, spread, wrong)
			}
			if !slices.Equal(got, f.find(scores, n, n)) {
				t.Errorf("%d nodes, scores to %d: another tree the second time", n, spread)
			}
		}
	}
}
