package main

import (
	"math"
	"slices"

	"dossier/extract/sparse"
)

// gradient learns the weights of sparse features by AdaGrad (Duchi, Hazan and
// Singer, 2011) with feature dropout; its weights are averaged over the later
// half of the epochs.
//
// Every product that a sum follows is rounded by a conversion, so that no
// machine fuses the two and all learn the same bytes.
type gradient struct {
	width     int
	w, g, sum []float32
	averaged  int
}

func newGradient(features, width int) *gradient {
	n := features * width
	return &gradient{width: width, w: make([]float32, n), g: make([]float32, n), sum: make([]float32, n)}
}

// add adds the weights of the features to out.
func (t *gradient) add(features []uint32, out []float32) {
	for _, f := range features {
		for k, w := range t.w[int(f)*t.width : (int(f)+1)*t.width] {
			out[k] += w
		}
	}
}

// tiny is the largest gradient that isn't worth a step.
const tiny = .003

// step goes down the gradient for the features.
func (t *gradient) step(features []uint32, grad []float32, rate float32) {
	for k, d := range grad {
		if d < tiny && d > -tiny {
			continue
		}
		for _, f := range features {
			i := int(f)*t.width + k
			t.g[i] += float32(d * d)
			t.w[i] -= float32(rate * d / (float32(math.Sqrt(float64(t.g[i]))) + .03))
		}
	}
}

func (t *gradient) accumulate() {
	for i, w := range t.w {
		t.sum[i] += w
	}
	t.averaged++
}

// average puts the mean of what was accumulated in place of the weights, scaled
// to what they are worth without dropout.
func (t *gradient) average(dropout float64) {
	f := float32((1 - dropout) / float64(max(t.averaged, 1)))
	for i := range t.w {
		t.w[i] = float32(t.sum[i] * f)
	}
}

// largest is the largest weight.
func (t *gradient) largest() float64 {
	top := 0.0
	for _, w := range t.w {
		top = max(top, math.Abs(float64(w)))
	}
	return top
}

// vocabulary numbers the features that are seen often enough.
type vocabulary struct {
	count map[uint32]int32
	id    map[uint32]uint32
	keys  []uint32
}

func newVocabulary() *vocabulary { return &vocabulary{count: map[uint32]int32{}} }

func (v *vocabulary) see(features []uint32) {
	for _, f := range features {
		v.count[f]++
	}
}

// settle numbers the features seen so often.
func (v *vocabulary) settle(least int) {
	for f, n := range v.count {
		if int(n) >= least {
			v.keys = append(v.keys, f)
		}
	}
	slices.Sort(v.keys)
	v.id = make(map[uint32]uint32, len(v.keys))
	for i, f := range v.keys {
		v.id[f] = uint32(i)
	}
	v.count = nil
}

// number puts the numbers of the features in their places, and leaves out those
// that have none.
func (v *vocabulary) number(features []uint32) []uint32 {
	out := features[:0]
	for _, f := range features {
		if i, ok := v.id[f]; ok {
			out = append(out, i)
		}
	}
	return out
}

// part is the weights as bytes, one being scale; features without any are left out.
func (t *gradient) part(v *vocabulary, scale float64) sparse.Part {
	p := sparse.Part{Width: t.width}
	for i, key := range v.keys {
		row := make([]int8, t.width)
		some := false
		for k := range row {
			row[k] = int8(max(-127, min(127, math.Round(float64(t.w[i*t.width+k])*scale))))
			some = some || row[k] != 0
		}
		if some {
			p.Keys = append(p.Keys, key)
			p.Rows = append(p.Rows, row...)
		}
	}
	return p
}

// scaleOf is what one is as a weight of a byte, so that hardly any weight is cut.
func scaleOf(largest float64) float64 {
	return math.Floor(max(16, min(64, 127/max(largest*.8, .01))))
}

// dropped is some of the features, the others left out at random.
func (r *random) dropped(features []uint32, share float64, out []uint32) []uint32 {
	out = out[:0]
	limit := uint64(share * (1 << 16))
	x := uint64(0)
	for k, f := range features {
		if k&3 == 0 {
			x = r.next()
		}
		if x&0xffff >= limit {
			out = append(out, f)
		}
		x >>= 16
	}
	return out
}

func (r *random) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := int(r.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// instance is one thing to classify.
type instance struct {
	features []uint32
	target   []float32 // of each weight, the probability that there should be
}

// classify learns a multinomial logistic regression, whose first class has no
// weights.
func classify(cases []instance, features, width int, s settings) *gradient {
	return descend(cases, features, width, s, func(scores, grad []float32) {
		top := float32(0)
		for _, x := range scores {
			top = max(top, x)
		}
		sum := sparse.Exp(float64(-top))
		for _, x := range scores {
			sum += sparse.Exp(float64(x - top))
		}
		for j, x := range scores {
			grad[j] = float32(sparse.Exp(float64(x-top)) / sum)
		}
	})
}

// decide learns several logistic regressions over the same features.
func decide(cases []instance, features, width int, s settings) *gradient {
	return descend(cases, features, width, s, func(scores, grad []float32) {
		for j, x := range scores {
			grad[j] = float32(1 / (1 + sparse.Exp(float64(-x))))
		}
	})
}

// descend learns by the gradient, and takes the mean of the runs that the settings
// ask for; predict turns scores into probabilities.
func descend(cases []instance, features, width int, s settings, predict func(scores, p []float32)) *gradient {
	mean := newGradient(features, width)
	for _, one := range s.each() {
		mean.include(descendOnce(cases, features, width, one, predict))
	}
	mean.average(0)
	return mean
}

// include adds the weights of another run to those that are averaged.
func (t *gradient) include(run *gradient) {
	for i, w := range run.w {
		t.sum[i] += w
	}
	t.averaged++
}

func descendOnce(cases []instance, features, width int, s settings, predict func(scores, p []float32)) *gradient {
	t := newGradient(features, width)
	r := random(s.seed*0x9E3779B97F4A7C15 + 1)
	order := make([]int, len(cases))
	for i := range order {
		order[i] = i
	}
	var kept []uint32
	scores, grad := make([]float32, width), make([]float32, width)
	for epoch := range s.epochs {
		r.shuffle(order)
		for _, k := range order {
			c := &cases[k]
			kept = r.dropped(c.features, s.dropout, kept)
			clear(scores)
			t.add(kept, scores)
			predict(scores, grad)
			for j := range grad {
				grad[j] -= c.target[j]
			}
			t.step(kept, grad, float32(s.rate))
		}
		if epoch >= s.epochs/2 {
			t.accumulate()
		}
	}
	t.average(s.dropout)
	return t
}

// index numbers the features of some instances.
func index(cases []instance, least int) *vocabulary {
	v := newVocabulary()
	for i := range cases {
		v.see(cases[i].features)
	}
	v.settle(least)
	for i := range cases {
		cases[i].features = v.number(cases[i].features)
	}
	return v
}

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }
