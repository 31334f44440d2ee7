package recurrent

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dossier/extract/sparse"
)

// made is a network of random weights, with two tables.
func made(layers int) *Parts {
	r := rand.New(rand.NewPCG(1, uint64(layers)))
	matrix := func(rows, columns int, spread float64) Weights {
		w := Weights{Rows: rows, Columns: columns, W: make([]float32, rows*columns)}
		for i := range w.W {
			w.W[i] = float32((2*r.Float64() - 1) * spread)
		}
		return w
	}
	p := &Parts{}
	for _, width := range []int{10, 6} {
		p.Tables = append(p.Tables, Vectors{width, []uint32{Unknown, 7, 9, 1 << 31}, matrix(4, width, 1).W})
	}
	const hidden = 16
	for in := 16; len(p.Layers) < layers; in = 2 * hidden {
		p.Layers = append(p.Layers, Layer{
			Input: matrix(in, 8*hidden, .4), Forward: matrix(hidden, 4*hidden, .4), Backward: matrix(hidden, 4*hidden, .4), Bias: matrix(1, 8*hidden, .5),
		})
	}
	p.Out, p.OutBias = matrix(2*hidden, 16, 1), matrix(1, 16, .5)
	return p
}

func loaded(t *testing.T, p *Parts) *Model {
	t.Helper()
	m, err := Load(p.Round())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// keys are those of n tokens, some of them unknown.
func keys(r *rand.Rand, n int) []uint32 {
	known := []uint32{7, 9, 1 << 31, 5}
	var out []uint32
	for range 2 * n {
		out = append(out, known[r.IntN(len(known))])
	}
	return out
}

// inFloats is what the network means.
func (p *Parts) inFloats(keys []uint32) [][]float64 {
	n, tables := len(keys)/len(p.Tables), len(p.Tables)
	x := make([][]float64, n)
	for i := range x {
		for k, t := range p.Tables {
			row := max(slices.Index(t.Keys, keys[i*tables+k]), 0)
			for _, v := range t.Rows[row*t.Width : (row+1)*t.Width] {
				x[i] = append(x[i], float64(v))
			}
		}
	}
	add := func(sums []float64, w Weights, x []float64) {
		for i, v := range x {
			for j := range sums {
				sums[j] += v * float64(w.W[i*w.Columns+j])
			}
		}
	}
	logistic := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	for _, y := range p.Layers {
		h := y.Forward.Rows
		out := make([][]float64, n)
		for i := range out {
			out[i] = make([]float64, 2*h)
		}
		for d, w := range []Weights{y.Forward, y.Backward} {
			before, cells := make([]float64, h), make([]float64, h)
			for step := range n {
				i := step
				if d == 1 {
					i = n - 1 - step
				}
				all := make([]float64, 8*h)
				add(all, y.Bias, []float64{1})
				add(all, y.Input, x[i])
				sums := all[d*4*h : (d+1)*4*h]
				add(sums, w, before)
				for k := range h {
					cells[k] = logistic(sums[h+k])*cells[k] + logistic(sums[k])*math.Tanh(sums[3*h+k])
					out[i][d*h+k] = logistic(sums[2*h+k]) * math.Tanh(cells[k])
				}
				before = out[i][d*h : (d+1)*h]
			}
		}
		x = out
	}
	scores := make([][]float64, n)
	for i := range scores {
		scores[i] = make([]float64, p.Out.Columns)
		add(scores[i], p.OutBias, []float64{1})
		add(scores[i], p.Out, x[i])
	}
	return scores
}

// TestScores compares with the same in floats.
func TestScores(t *testing.T) {
	for layers := 1; layers <= mostLayers; layers++ {
		p := made(layers)
		s := []Sequence{{Keys: keys(rand.New(rand.NewPCG(3, 3)), 40)}}
		loaded(t, p).NewReader().Read(s)
		for i, row := range p.inFloats(s[0].Keys) {
			for j, want := range row {
				if got := float64(s[0].Scores[i*16+j]) / (1 << ScoreBits); math.Abs(got-want) > .1 {
					t.Fatalf("%d layers: token %d has score %g, want %g", layers, i, got, want)
				}
			}
		}
	}
}

// TestTogether compares sequences that are read together with each read alone, by a
// reader that has read others before and by a new one.
func TestTogether(t *testing.T) {
	m := loaded(t, made(2))
	r := rand.New(rand.NewPCG(4, 4))
	var all []Sequence
	for _, n := range []int{3, 0, 1, 17, 17, 300, 2, 1000, 4} {
		all = append(all, Sequence{Keys: keys(r, n)})
	}
	reader := m.NewReader()
	reader.Read(all)
	for i := range all {
		one := []Sequence{{Keys: all[i].Keys}}
		m.NewReader().Read(one)
		if len(one[0].Scores) != 8*len(all[i].Keys) || !slices.Equal(one[0].Scores, all[i].Scores) {
			t.Errorf("sequence %d of %d keys: other scores when read alone", i, len(all[i].Keys))
		}
	}
	first := slices.Clone(all[3].Scores)
	reader.Read(all[3:4])
	if !slices.Equal(first, all[3].Scores) {
		t.Error("other scores when read again")
	}
	reader.Read(nil)
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct {
		why    string
		change func(parts []sparse.Part, numbers []int16) ([]sparse.Part, []int16)
	}{
		{"no numbers", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { return p, nil }},
		{"a number too few", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { return p, n[:len(n)-1] }},
		{"a number too many", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { return p, append(n, 1) }},
		{"a part too few", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { return p[:len(p)-1], n }},
		{"parts in another order", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { p[0], p[1] = p[1], p[0]; return p, n }},
		{"layers that cells don't fit", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { n[2] = 15; return p, n }},
		{"a negative size", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) { n[3] = -16; return p, n }},
		{"an empty table", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) {
			p[0].Keys, p[0].Rows = nil, nil
			return p, n
		}},
		{"units that let sums overflow", func(p []sparse.Part, n []int16) ([]sparse.Part, []int16) {
			for i := range n[len(n)-100:] {
				n[len(n)-100+i] = math.MaxInt16
			}
			return p, n
		}},
	} {
		if _, err := Load(c.change(made(1).Round())); !errors.Is(err, sparse.ErrContent) {
			t.Errorf("%s: %v, want an error of content", c.why, err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	p := made(1)
	m, err := Load(p.Round())
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(4, 4))
	var s []Sequence
	for range 40 {
		s = append(s, Sequence{Keys: keys(r, 25)})
	}
	reader := m.NewReader()
	for b.Loop() {
		reader.Read(s)
	}
	b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
