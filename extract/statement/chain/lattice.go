package chain

import "dossier/extract/sparse"

// Best is how many labellings of a window are looked at.
const Best = 6

// path is the end of a labelling: its score, and where it came from.
type path struct {
	score int32
	label Label // of the unit before
	rank  uint8 // among the paths to that
}

// lattice finds the best labellings of a window and how likely they are. All
// scores are in the model's units.
type lattice struct {
	emission [][Labels]int32
	turn     [][9]int32
	paths    [][Labels][Best]path
	number   [][Labels]uint8
	scale    []float64 // what the sums of all labellings up to a unit were divided by
	labels   []Label
	powers   *powers
}

// labelling is one way to label a window.
type labelling struct {
	labels []Label
	p      float64
}

// score sums the weights of the window.
func (l *lattice) score(m *Model, w *Window) {
	for len(l.emission) <= w.N {
		l.emission = append(l.emission, [Labels]int32{})
		l.turn = append(l.turn, [9]int32{})
		l.paths = append(l.paths, [Labels][Best]path{})
		l.number = append(l.number, [Labels]uint8{})
		l.scale = append(l.scale, 0)
	}
	for i := range w.N {
		e := [Labels]int32{}
		m.units.Sum(w.Units[i], e[1:])
		l.emission[i] = e
	}
	l.emission[w.Cue] = [Labels]int32{Outside: 0, Content: never, Speaker: never}
	for i := 0; i <= w.N; i++ {
		var sum [Turns]int32
		m.edges.Sum(w.Edges[i], sum[:])
		base := &m.turns[w.Side(i)]
		for t := range l.turn[i] {
			v := base[t]
			for _, k := range Happens[t] {
				v += sum[k]
			}
			l.turn[i][t] = v
		}
	}
}

// never is less than what any labelling can make up for.
const never = -1 << 20

// best calls visit with the best labellings, the best first, until it is told to
// stop. The slice of labels is good until the next call.
func (l *lattice) best(w *Window, visit func(labelling)) {
	n := w.N
	for b := range Labels {
		l.number[0][b] = 1
		l.paths[0][b][0] = path{score: l.emission[0][b] + l.turn[0][b]}
	}
	for i := 1; i < n; i++ {
		for b := range Labels {
			l.join(i, b, l.emission[i][b])
		}
	}
	l.emission[n] = [Labels]int32{}
	l.join(n, Outside, 0)
	total := l.forward(n)
	for k := range l.number[n][Outside] {
		l.labels = l.labels[:0]
		for range n {
			l.labels = append(l.labels, 0)
		}
		at := l.paths[n][Outside][k]
		if at.score < never/2 {
			return // there are fewer labellings
		}
		p := l.likely(n, at.label, Outside)
		for i := n - 1; i >= 0; i-- {
			l.labels[i] = at.label
			before := l.paths[i][at.label][at.rank]
			if i > 0 {
				p = float64(p * l.likely(i, before.label, at.label))
			} else {
				p = float64(p * float64(l.powers.of(l.emission[0][at.label]+l.turn[0][at.label])/l.scale[0]))
			}
			at = before
		}
		visit(labelling{l.labels, min(float64(p/total), 1)})
	}
}

// likely is the factor by which label b at unit i after label a makes a
// labelling likelier.
func (l *lattice) likely(i int, a, b Label) float64 {
	return float64(float64(l.powers.of(l.turn[i][a*3+b])*l.powers.of(l.emission[i][b])) / l.scale[i])
}

// join keeps the best paths to label b of unit i.
func (l *lattice) join(i int, b Label, gain int32) {
	out := &l.paths[i][b]
	n := 0
	for a := range Labels {
		add := l.turn[i][a*3+b] + gain
		for r := range l.number[i-1][a] {
			s := l.paths[i-1][a][r].score + add
			if n == Best && s <= out[n-1].score {
				break
			}
			k := min(n, Best-1)
			for ; k > 0 && out[k-1].score < s; k-- {
				out[k] = out[k-1]
			}
			out[k] = path{s, a, r}
			n = min(n+1, Best)
		}
	}
	l.number[i][b] = uint8(n)
}

// forward sums all labellings, each unit's sum scaled to one, and gives the sum at
// the end.
func (l *lattice) forward(n int) float64 {
	var now [Labels]float64
	for i := 0; i <= n; i++ {
		var next [Labels]float64
		sum := 0.0
		for b := range Labels {
			v := 0.0
			if i == 0 {
				v = l.powers.of(l.turn[0][b])
			} else {
				for a := range Labels {
					v += float64(now[a] * l.powers.of(l.turn[i][a*3+b]))
				}
			}
			next[b] = float64(v * l.powers.of(l.emission[i][b]))
			if i == n && b != Outside {
				next[b] = 0
			}
			sum += next[b]
		}
		if i == 0 {
			// The factors of the first unit are not split into edge and unit.
			sum = 0
			for b := range Labels {
				next[b] = l.powers.of(l.turn[0][b] + l.emission[0][b])
				sum += next[b]
			}
		}
		l.scale[i] = sum
		for b := range Labels {
			next[b] /= sum
		}
		now = next
	}
	return now[Outside]
}

// powers are the exponentials of scores.
type powers struct {
	table []float64
}

// span is how far scores go, in the natural logarithm: what lies beyond counts as
// that much.
const span = 40

func newPowers(scale int) *powers {
	p := &powers{make([]float64, 2*span*scale+1)}
	for i := range p.table {
		p.table[i] = sparse.Exp(float64(i-span*scale) / float64(scale))
	}
	return p
}

func (p *powers) of(score int32) float64 {
	half := int32(len(p.table) / 2)
	return p.table[max(-half, min(half, score))+half]
}

// logistic is the probability of a score.
func (p *powers) logistic(score int32) float64 {
	e := p.of(-score)
	return 1 / (1 + e)
}

// softmax turns scores into probabilities.
func (p *powers) softmax(scores []int32, out []float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for _, s := range scores {
		sum += p.of(s - top)
	}
	for i, s := range scores {
		out[i] = float32(p.of(s-top) / sum)
	}
}
