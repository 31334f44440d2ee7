package main

import (
	"math"

	"dossier/extract/name"
	"dossier/extract/sparse"
)

// example is a stretch of tokens with the features of each and the labels that
// each may have: one where the source is certain, several where it is silent.
type example struct {
	source   int
	features []uint32          // ids, of all tokens
	ends     [][families]int32 // where those of each token end, by family
	allowed  []uint32          // set of labels, a bit each
	certain  bool              // one label each
}

// newExample is one without features yet.
func newExample(source int, allowed []uint32) example {
	x := example{source: source, allowed: allowed, certain: true}
	for _, a := range allowed {
		x.certain = x.certain && a&(a-1) == 0
	}
	return x
}

// A token's features are its own, then two families that half of the steps
// leave out, so that the others learn to do without: the labels of the same
// word elsewhere, which the first pass lacks, and what is peculiar to the
// source, which no text of a user has.
const families = 3

// settings of a training run.
type settings struct {
	epochs  int
	rate    float64
	dropout float64   // share of features left out at random
	weights []float64 // of each source: how often it is used in an epoch, at most 1
	seed    uint64
	runs    int // how many times it is learned, each from another seed; the weights are the mean
}

// each are the settings of each run.
func (s settings) each() []settings {
	var out []settings
	for i := range max(s.runs, 1) {
		one := s
		one.seed, one.runs = s.seed+uint64(i), 1
		out = append(out, one)
	}
	return out
}

// crf is a linear-chain conditional random field (Lafferty, McCallum and
// Pereira, 2001), trained by AdaGrad (Duchi, Hazan and Singer, 2011) with
// feature dropout; its weights are averaged over the later half of the epochs.
//
// Every product that a sum follows is rounded by a conversion, so that no
// machine fuses the two and all learn the same bytes.
type crf struct {
	w, g, sum  [][name.Weights]float32 // weights, squared gradients, sums
	tw, tg, ts [name.Labels][name.Labels]float32
	averaged   int

	transition [name.Labels][name.Labels]float64 // exp of tw, [to][from]
	emission   [][name.Labels]float64
	kept       [][]uint32
	free, held lattice
}

const (
	epsilon  = 1e-2
	smallest = 1e-3 // gradients below it move nothing
)

func newCRF(features int) *crf {
	return &crf{
		w:   make([][name.Weights]float32, features),
		g:   make([][name.Weights]float32, features),
		sum: make([][name.Weights]float32, features),
	}
}

// meanCRF learns as many times as the settings ask for, and gives the mean.
func meanCRF(features int, examples []example, s settings, report func(epoch int, certainty float64)) *crf {
	var mean *crf
	runs := s.each()
	for _, one := range runs {
		c := newCRF(features)
		c.train(examples, one, report)
		if mean == nil {
			mean = c
			continue
		}
		for i := range c.w {
			for b, w := range c.w[i] {
				mean.w[i][b] += w
			}
		}
		for b := range c.tw {
			for a, w := range c.tw[b] {
				mean.tw[b][a] += w
			}
		}
	}
	share := 1 / float32(len(runs))
	for i := range mean.w {
		for b := range mean.w[i] {
			mean.w[i][b] *= share
		}
	}
	for b := range mean.tw {
		for a := range mean.tw[b] {
			mean.tw[b][a] *= share
		}
	}
	return mean
}

// random is xorshift64* (Vigna, 2016).
type random uint64

func (r *random) next() uint64 {
	x := uint64(*r)
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = random(x)
	return x * 0x2545F4914F6CDD1D
}

func (r *random) float() float64 { return float64(r.next()>>11) / (1 << 53) }

func (c *crf) train(examples []example, s settings, report func(epoch int, certainty float64)) {
	r := random(s.seed*0x9E3779B97F4A7C15 + 1)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range s.epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(r.next() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		sum, tokens := 0.0, 0
		for n, k := range order {
			x := &examples[k]
			if w := s.weights[x.source]; w >= 1 || r.float() < w {
				sum += c.learn(x, &s, &r)
				tokens += len(x.ends)
			}
			if epoch >= s.epochs/2 && (n == len(order)/2 || n == len(order)-1) {
				c.accumulate()
			}
		}
		report(epoch, sum/float64(max(tokens, 1)))
	}
	c.average()
}

// learn takes one step, and returns the sum over the tokens of the probability
// of their labels.
func (c *crf) learn(x *example, s *settings, r *random) float64 {
	n := len(x.ends)
	c.exponents()
	c.score(x, s, r)
	c.marginals(x, n)
	right := 0.0
	for i := range n {
		var grad [name.Labels]float32
		most := float32(0)
		for b := range name.Labels {
			p, q := c.free.label(i, b), c.goldLabel(x, i, b)
			if q > 0 {
				right += float64(p * q)
			}
			grad[b] = float32(p - q)
			most = max(most, grad[b], -grad[b])
		}
		if most < 2*smallest {
			continue
		}
		for _, f := range c.kept[i] {
			w, g := &c.w[f], &c.g[f]
			for b := range name.Weights {
				step(&w[b], &g[b], grad[b+1], float32(s.rate))
			}
		}
	}
	c.pairs(x, n, func(a, b int, difference float32) {
		step(&c.tw[b][a], &c.tg[b][a], difference, float32(s.rate))
	})
	return right
}

// marginals runs over the n tokens of an example, freely and held to what is allowed.
func (c *crf) marginals(x *example, n int) {
	c.free.run(c.emission[:n], &c.transition, nil)
	if !x.certain {
		c.held.run(c.emission[:n], &c.transition, x.allowed)
	}
}

func (c *crf) goldLabel(x *example, i, b int) float64 {
	switch {
	case !x.certain:
		return c.held.label(i, b)
	case x.allowed[i]>>b&1 != 0:
		return 1
	}
	return 0
}

func step(w, g *float32, grad, rate float32) {
	if grad < smallest && grad > -smallest {
		return
	}
	*g += float32(grad * grad)
	*w -= float32(rate * grad / (float32(math.Sqrt(float64(*g))) + epsilon))
}

// pairs calls visit for each pair of neighbouring labels of the n tokens, with the
// probability that they have less the one that they should have.
func (c *crf) pairs(x *example, n int, visit func(a, b int, difference float32)) {
	for i := range n {
		for b := range name.Labels {
			for _, a := range name.Before[b] {
				if i == 0 && a != name.Outside {
					break
				}
				p := c.free.pair(c, i, int(a), b)
				var q float64
				switch {
				case !x.certain:
					q = c.held.pair(c, i, int(a), b)
				case x.allowed[i]>>b&1 != 0 && (i == 0 || x.allowed[i-1]>>a&1 != 0):
					q = 1
				}
				visit(int(a), b, float32(p-q))
			}
		}
	}
}

// exponents brings the exponents of the transitions up to date.
func (c *crf) exponents() {
	for b := range name.Labels {
		for _, a := range name.Before[b] {
			c.transition[b][a] = sparse.Exp(float64(c.tw[b][a]))
		}
	}
}

// score fills the emissions of the example, leaving features out at random.
func (c *crf) score(x *example, s *settings, r *random) {
	for len(c.kept) < len(x.ends) {
		c.kept = append(c.kept, nil)
		c.emission = append(c.emission, [name.Labels]float64{})
	}
	limit := uint64(s.dropout * (1 << 32))
	scale := float32(1 / (1 - s.dropout))
	use := [families]bool{true, r.next()>>63 == 0, r.next()>>63 == 0}
	begin := int32(0)
	for i, ends := range x.ends {
		kept := c.kept[i][:0]
		var sum [name.Weights]float32
		for part, end := range ends {
			if use[part] {
				for _, f := range x.features[begin:end] {
					if r.next()>>32 < limit {
						continue
					}
					kept = append(kept, f)
					w := &c.w[f]
					for b := range name.Weights {
						sum[b] += w[b]
					}
				}
			}
			begin = end
		}
		c.kept[i] = kept
		top := float32(0)
		for b := range sum {
			sum[b] = float32(sum[b] * scale)
			top = max(top, sum[b])
		}
		c.emission[i][name.Outside] = sparse.Exp(float64(-top))
		for b := range sum {
			c.emission[i][b+1] = sparse.Exp(float64(sum[b] - top))
		}
	}
}

func (c *crf) accumulate() {
	for i := range c.w {
		for b := range c.w[i] {
			c.sum[i][b] += c.w[i][b]
		}
	}
	for b := range c.tw {
		for a := range c.tw[b] {
			c.ts[b][a] += c.tw[b][a]
		}
	}
	c.averaged++
}

func (c *crf) average() {
	inv := 1 / float32(max(c.averaged, 1))
	for i := range c.w {
		for b := range c.w[i] {
			c.w[i][b] = c.sum[i][b] * inv
		}
	}
	for b := range c.tw {
		for a := range c.tw[b] {
			c.tw[b][a] = c.ts[b][a] * inv
		}
	}
}

// lattice holds the forward and backward sums of one stretch, each position
// scaled to a sum of one.
type lattice struct {
	forward, backward [][name.Labels]float64
	norm              []float64 // of forward times backward
	scale             []float64 // by which position i of forward was divided
}

// run fills the lattice; with allowed, only its paths count.
func (l *lattice) run(emission [][name.Labels]float64, t *[name.Labels][name.Labels]float64, allowed []uint32) {
	n := len(emission)
	for len(l.forward) < n {
		l.forward = append(l.forward, [name.Labels]float64{})
		l.backward = append(l.backward, [name.Labels]float64{})
		l.norm, l.scale = append(l.norm, 0), append(l.scale, 0)
	}
	for i := range n {
		sum := 0.0
		for b := range name.Labels {
			v := 0.0
			if allowed == nil || allowed[i]>>b&1 != 0 {
				for _, a := range name.Before[b] {
					if i > 0 {
						v += float64(l.forward[i-1][a] * t[b][a])
					} else if a == name.Outside {
						v = t[b][a]
					}
				}
				v *= emission[i][b]
			}
			l.forward[i][b] = v
			sum += v
		}
		l.scale[i] = sum
		for b := range name.Labels {
			l.forward[i][b] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		back := &l.backward[i]
		if i == n-1 {
			for b := range name.Label(name.Labels) {
				back[b] = 0
				if name.Follows(b, name.Outside) {
					back[b] = 1
				}
			}
		} else {
			*back = [name.Labels]float64{}
			for b := range name.Labels {
				if allowed != nil && allowed[i+1]>>b&1 == 0 {
					continue
				}
				v := emission[i+1][b] * l.backward[i+1][b] / l.scale[i+1]
				for _, a := range name.Before[b] {
					back[a] += float64(v * t[b][a])
				}
			}
		}
		l.norm[i] = 0
		for b := range name.Labels {
			l.norm[i] += float64(l.forward[i][b] * back[b])
		}
	}
}

// label is the probability that token i has label b.
func (l *lattice) label(i, b int) float64 {
	return l.forward[i][b] * l.backward[i][b] / l.norm[i]
}

// pair is the probability that tokens i-1 and i have labels a and b.
func (l *lattice) pair(c *crf, i, a, b int) float64 {
	if i == 0 {
		return l.label(0, b)
	}
	if l.forward[i][b] == 0 {
		return 0
	}
	return l.forward[i-1][a] * c.transition[b][a] * c.emission[i][b] * l.backward[i][b] / (l.scale[i] * l.norm[i])
}
