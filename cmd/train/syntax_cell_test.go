package main

import (
	"math"
	"testing"
)

// TestVectorCells compares the vector loops with the plain ones, which do the same
// operations in the same order.
func TestVectorCells(t *testing.T) {
	const h = 24
	r := random(5)
	fill := func(n int, spread float64) []float32 {
		a := make([]float32, n)
		for i := range a {
			a[i] = float32((r.float() - .5) * spread)
		}
		return a
	}
	same := func(what string, got, want []float32) {
		t.Helper()
		for i := range want {
			if math.Abs(float64(got[i]-want[i])) > 1e-6*(1+math.Abs(float64(want[i]))) {
				t.Errorf("%s: number %d is %g, want %g", what, i, got[i], want[i])
				return
			}
		}
	}
	copied := func(a []float32) []float32 { return append([]float32(nil), a...) }
	for range 50 {
		gates, before := fill(4*h, 30), fill(h, 3)
		plain := copied(gates)
		var out, cell, squashed, want, wantCell, wantSquashed [h]float32
		cellForward(gates, before, cell[:], squashed[:], out[:])
		for i := range h {
			in, forget, show, candidate := logistic(plain[i]), logistic(plain[h+i]), logistic(plain[2*h+i]), tanh(plain[3*h+i])
			plain[i], plain[h+i], plain[2*h+i], plain[3*h+i] = in, forget, show, candidate
			wantCell[i] = forget*before[i] + in*candidate
			wantSquashed[i] = tanh(wantCell[i])
			want[i] = show * wantSquashed[i]
		}
		same("gates", gates, plain)
		same("cells", cell[:], wantCell[:])
		same("squashed cells", squashed[:], wantSquashed[:])
		same("outputs", out[:], want[:])

		w, g, m, v := fill(h, 1), fill(h, 1), fill(h, 1), fill(h, 0)
		for i := range v {
			v[i] = float32(r.float())
		}
		w2, g2, m2, v2 := copied(w), copied(g), copied(m), copied(v)
		adam(w, g, m, v, .01, 1.5)
		for i := range w2 { // one at a time, which is too few for a vector
			adam(w2[i:i+1], g2[i:i+1], m2[i:i+1], v2[i:i+1], .01, 1.5)
		}
		same("weights", w, w2)
		same("means", m, m2)
		same("squares", v, v2)
		same("gradients", g, g2)
	}
}
