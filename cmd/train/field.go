package main

import (
	"dossier/extract/sparse"
	"dossier/extract/statement/chain"
)

// field learns the weights of a conditional random field over windows.
type field struct {
	units, edges *gradient
	turns        [2][9]float32
	turnGrad     [2][9]float32
	turnSum      [2][9]float32

	kept, held        [][]uint32
	emission          [][chain.Labels]float64 // exponentials
	turn              [][9]float64
	forward, backward [][chain.Labels]float64
	scale             []float64
}

// lesson is a window with its labels.
type lesson struct {
	cue          int
	units, edges [][]uint32
	side         []uint8 // of each edge
	labels       []chain.Label
}

// learnField learns a field, and takes the mean of the runs that the settings ask
// for: two runs from other seeds differ by half a point on the development set, and
// their mean is better than either.
func learnField(lessons []lesson, units, edges int, s settings) *field {
	mean := &field{units: newGradient(units, int(chain.Labels)-1), edges: newGradient(edges, chain.Turns)}
	runs := s.each()
	for _, one := range runs {
		f := learnFieldOnce(lessons, units, edges, one)
		mean.units.include(f.units)
		mean.edges.include(f.edges)
		for i := range f.turns {
			for t, w := range f.turns[i] {
				mean.turns[i][t] += w / float32(len(runs))
			}
		}
	}
	mean.units.average(0)
	mean.edges.average(0)
	return mean
}

func learnFieldOnce(lessons []lesson, units, edges int, s settings) *field {
	f := &field{units: newGradient(units, int(chain.Labels)-1), edges: newGradient(edges, chain.Turns)}
	r := random(s.seed*0x9E3779B97F4A7C15 + 1)
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	for epoch := range s.epochs {
		r.shuffle(order)
		for _, k := range order {
			f.learn(&lessons[k], &s, &r)
		}
		if epoch >= s.epochs/2 {
			f.units.accumulate()
			f.edges.accumulate()
			for i := range f.turns {
				for t := range f.turns[i] {
					f.turnSum[i][t] += f.turns[i][t]
				}
			}
		}
	}
	for i := range f.turns {
		for t := range f.turns[i] {
			f.turns[i][t] = f.turnSum[i][t] / float32(max(f.units.averaged, 1))
		}
	}
	f.units.average(s.dropout)
	f.edges.average(s.dropout)
	return f
}

func (f *field) grow(n int) {
	for len(f.kept) <= n {
		f.kept, f.held = append(f.kept, nil), append(f.held, nil)
		f.emission = append(f.emission, [chain.Labels]float64{})
		f.turn = append(f.turn, [9]float64{})
		f.forward = append(f.forward, [chain.Labels]float64{})
		f.backward = append(f.backward, [chain.Labels]float64{})
		f.scale = append(f.scale, 0)
	}
}

// learn takes one step.
func (f *field) learn(x *lesson, s *settings, r *random) {
	n := len(x.labels)
	f.grow(n)
	f.score(x, s, r)
	f.sum(n)
	rate := float32(s.rate)
	for i := range n {
		if i == x.cue {
			continue
		}
		var grad [chain.Labels]float32
		for b := range chain.Labels {
			grad[b] = float32(f.forward[i][b] * f.backward[i][b])
			if x.labels[i] == b {
				grad[b]--
			}
		}
		f.units.step(f.kept[i], grad[1:], rate)
	}
	for i := 0; i <= n; i++ {
		f.stepEdge(x, i, rate)
	}
}

// score fills in the exponentials of all scores, leaving features out at random.
func (f *field) score(x *lesson, s *settings, r *random) {
	n := len(x.labels)
	for i := range n {
		var sum [chain.Labels]float32
		if i == x.cue {
			f.emission[i] = [chain.Labels]float64{chain.Outside: 1}
			continue
		}
		f.kept[i] = r.dropped(x.units[i], s.dropout, f.kept[i])
		f.units.add(f.kept[i], sum[1:])
		top := max(sum[0], sum[1], sum[2])
		for b := range chain.Labels {
			f.emission[i][b] = sparse.Exp(float64(sum[b] - top))
		}
	}
	for i := 0; i <= n; i++ {
		var sum [chain.Turns]float32
		f.held[i] = r.dropped(x.edges[i], s.dropout, f.held[i])
		f.edges.add(f.held[i], sum[:])
		base := &f.turns[x.side[i]]
		var scores [9]float32
		top := float32(-1e9)
		for t := range scores {
			v := base[t]
			for _, k := range chain.Happens[t] {
				v += sum[k]
			}
			scores[t] = v
			top = max(top, v)
		}
		for t, v := range scores {
			f.turn[i][t] = sparse.Exp(float64(v - top))
		}
	}
}

// sum runs forward and backward, so that the product of both at a unit is the
// probability of its label.
func (f *field) sum(n int) {
	for i := range n {
		total := 0.0
		for b := range chain.Labels {
			v := 0.0
			if i == 0 {
				v = f.turn[0][b]
			} else {
				for a := range chain.Labels {
					v += float64(f.forward[i-1][a] * f.turn[i][a*3+b])
				}
			}
			f.forward[i][b] = float64(v * f.emission[i][b])
			total += f.forward[i][b]
		}
		f.scale[i] = total
		for b := range chain.Labels {
			f.forward[i][b] /= total
		}
	}
	total := 0.0
	for a := range chain.Labels {
		f.backward[n-1][a] = f.turn[n][a*3]
		total += float64(f.forward[n-1][a] * f.turn[n][a*3])
	}
	f.scale[n] = total
	for a := range chain.Labels {
		f.backward[n-1][a] /= total
	}
	for i := n - 2; i >= 0; i-- {
		for a := range chain.Labels {
			v := 0.0
			for b := range chain.Labels {
				v += float64(f.turn[i+1][a*3+b] * f.emission[i+1][b] * f.backward[i+1][b])
			}
			f.backward[i][a] = v / f.scale[i+1]
		}
	}
}

// stepEdge takes the step of edge i.
func (f *field) stepEdge(x *lesson, i int, rate float32) {
	n := len(x.labels)
	var grad [chain.Turns]float32
	was, is := chain.Outside, chain.Outside
	if i > 0 {
		was = x.labels[i-1]
	}
	if i < n {
		is = x.labels[i]
	}
	for t := range 9 {
		a, b := t/3, t%3
		var p float64
		switch {
		case i == 0 && a == 0:
			p = f.forward[0][b] * f.backward[0][b]
		case i == n && b == 0:
			p = f.forward[n-1][a] * f.turn[n][t] / f.scale[n]
		case i > 0 && i < n:
			p = f.forward[i-1][a] * f.turn[i][t] * f.emission[i][b] * f.backward[i][b] / f.scale[i]
		}
		d := float32(p)
		if t == int(was)*3+int(is) {
			d--
		}
		if d == 0 {
			continue
		}
		for _, k := range chain.Happens[t] {
			grad[k] += d
		}
		g := &f.turnGrad[x.side[i]][t]
		*g += float32(d * d)
		f.turns[x.side[i]][t] -= float32(rate * d / (sqrt32(*g) + .03))
	}
	f.edges.step(f.held[i], grad[:], rate)
}
