package main

import (
	"math"
	"testing"

	"dossier/extract/name"
)

// smallNameNet is a network of random weights with a sentence to learn from, in which
// one token may have several labels.
func smallNameNet(deep int) (*nameNet, *nameSentence) {
	r := random(11)
	s := &nameSentence{}
	for range 6 {
		var k name.Keys
		for in := range k {
			k[in] = 4 + uint32(r.next()>>62)
		}
		s.keys = append(s.keys, k)
	}
	person, place := uint32(1)<<name.LabelOf(name.Person, 0, 2), uint32(1)<<name.LabelOf(name.Location, 0, 1)
	s.parts = []namePart{
		{0, 3, newExample(0, []uint32{1, person, 1 << name.LabelOf(name.Person, 1, 2)})},
		{4, 6, newExample(0, []uint32{place | 1, 1})},
	}
	var all []nameSentence
	for range leastOther {
		all = append(all, *s)
	}
	v := &wordVectors{index: map[uint32]int32{4: 0}, rows: make([]float32, name.Widths[name.Form])}
	for i := range v.rows {
		v.rows[i] = float32(r.float() - .5)
	}
	n := newNameNet(nameNetOptions{hidden: 16, deep: deep, step: 1}, all, v, 5)
	for i := range n.count {
		n.count[i] = 1 << 30
	}
	for _, k := range s.keys {
		s.tokens = append(s.tokens, n.seeToken(k))
	}
	for i := range n.turns.w {
		n.turns.w[i] = float32(r.float() - .5)
	}
	return n, s
}

// lossOf is minus the logarithm of the probability of what the labels may be.
func (w *nameWorker) lossOf(s *nameSentence) float64 {
	w.turns()
	w.random = 1
	w.learn(s, 0)
	sum := 0.0
	for k := range s.parts {
		p := &s.parts[k]
		w.loss(p, 0)
		n, c := p.to-p.from, w.field
		c.held.run(c.emission[:n], &c.transition, p.allowed)
		for i := range n {
			sum += math.Log(c.free.scale[i]) - math.Log(c.held.scale[i])
		}
		sum += math.Log(c.free.norm[n-1]) - math.Log(c.held.norm[n-1])
	}
	return sum
}

// TestNameGradient compares the gradient with differences of the loss.
func TestNameGradient(t *testing.T) {
	for deep := 1; deep <= 2; deep++ {
		n, s := smallNameNet(deep)
		w := newNameWorker(n)
		n.transpose()
		w.turns()
		w.random = 1
		w.learn(s, 1)
		r := random(3)
		for i, p := range n.params {
			for range 12 {
				at := int(r.next() % uint64(len(p.w)))
				if p.sparse { // a row that the sentence has
					row := w.touched[i][int(r.next()%uint64(len(w.touched[i])))]
					at = int(row)*p.cols + at%p.cols
				}
				got, before := float64(w.gradient[i][at]), p.w[at]
				const d = .01
				p.w[at] = before + d
				up := newNameWorker(n).lossOf(s)
				p.w[at] = before - d
				down := newNameWorker(n).lossOf(s)
				p.w[at] = before
				if want := (up - down) / (2 * d); math.Abs(got-want) > .002+.02*math.Abs(want) {
					t.Errorf("%d layers, parameter %d, weight %d: gradient %g, want %g", deep, i, at, got, want)
				}
			}
		}
	}
}

// TestMeanWeights takes the mean of no states and of two.
func TestMeanWeights(t *testing.T) {
	p := &param{w: []float32{1, 4}}
	var m meanWeights
	if m.set([]*param{p}); p.w[0] != 1 || p.w[1] != 4 {
		t.Errorf("the mean of nothing changes the weights to %v", p.w)
	}
	m.add([]*param{p})
	p.w[0], p.w[1] = 3, 0
	m.add([]*param{p})
	if m.set([]*param{p}); p.w[0] != 2 || p.w[1] != 2 {
		t.Errorf("the mean of [1 4] and [3 0] is %v", p.w)
	}
}
