package main

import (
	"math"

	"dossier/extract/syntax"
)

// worker is the memory in which one sentence at a time is worked on, and the
// gradient of those that it has seen in this step.
type worker struct {
	*net
	options *syntaxOptions
	random  random
	train   bool // hide, drop and remember for the way back

	words []seenWord
	x, dx []float32
	layer [layers]layerMemory

	z, dz      []float32 // what the words show
	zMask      []float32
	arcs, darc []float32 // what dependents ask of heads
	heads      []float32 // transposed, what the words show as heads
	scores     []float32 // of arcs: a row for each dependent, stride wide
	stride     int
	head       []int // of each word by the tree, or as decoded

	pairs, dpairs []float32
	relations     []float32 // scores
	tags          []float32

	zero, dc, dh []float32

	gradient [][]float32
	touched  [][]int32 // rows of the sparse parameters
	marked   [][]bool
}

// layerMemory is what a layer computed for the words of a sentence.
type layerMemory struct {
	gates, dgates      []float32
	cell, squashed     []float32 // the cells, and their tanh
	out, dropped, dout []float32
	mask               []float32
}

func newWorker(n *net, o *syntaxOptions) *worker {
	w := &worker{net: n, options: o}
	for _, p := range n.params {
		w.gradient = append(w.gradient, make([]float32, len(p.w)))
		w.touched = append(w.touched, nil)
		w.marked = append(w.marked, make([]bool, p.rows))
	}
	return w
}

// of is the gradient of a parameter.
func (w *worker) of(p *param) []float32 { return w.gradient[p.index] }

// look fills the words of a sentence, after the root, and hides some of them
// while training: a word that is rare is shown as unknown now and then, so that the
// vector of the unknown is learned from its like.
func (w *worker) look(t tree) {
	w.words = append(w.words[:0], w.see(syntax.RootKeys))
	for i := range t {
		s := w.see(t[i].keys)
		if w.train {
			if r := s.rows[0]; r > beforeFirstRow && w.random.float() < .25/(.25+float64(w.count[r])) {
				s.rows[0] = unknown
			}
			for k := range s.rows {
				if w.random.float() < w.options.hide {
					s.rows[k] = -1
					if k == 0 {
						s.fixed = -1
					}
				}
			}
		}
		w.words = append(w.words, s)
	}
	w.x = zeros(w.x, len(w.words)*inputWidth)
	for i, s := range w.words {
		x := w.x[i*inputWidth : (i+1)*inputWidth]
		for k, row := range s.rows {
			p := w.tables[k]
			if row >= 0 {
				copy(x[inputAt[k]:inputAt[k]+p.cols], p.w[int(row)*p.cols:])
			}
		}
		if s.fixed >= 0 {
			axpy(x[:w.tables[0].cols], w.fixed[int(s.fixed)*w.tables[0].cols:][:w.tables[0].cols], 1)
		}
	}
}

// forward computes what the words of a tree show, and the scores of tags.
func (w *worker) forward(t tree) {
	w.look(t)
	x, in := w.x, inputWidth
	for l := range w.layer {
		w.layerForward(l, x, in)
		m := &w.layer[l]
		x, in = m.out, 2*w.hidden
		if w.train {
			m.mask = w.dropMask(m.mask, in)
			m.dropped = zeros(m.dropped, len(m.out))
			for i, y := range m.out {
				m.dropped[i] = y * m.mask[i%in]
			}
			x = m.dropped
		}
	}
	n := len(w.words)
	w.tags = repeat(w.tags, w.tagBias.w, n)
	from := w.tagInput()
	gemm(w.tags, tagsWide, from, in, 1, w.tag.w, tagsWide, n, in, tagsWide)

	wide, arc := w.shown(), w.netSizes.arc
	w.z = repeat(w.z, w.projectBias.w, n)
	gemm(w.z, wide, x, in, 1, w.project.w, wide, n, in, wide)
	if w.train {
		w.zMask = w.dropMask(w.zMask, 2*arc)
	}
	w.stride = (n + 15) &^ 15
	w.heads = zeros(w.heads, arc*w.stride)
	for i := range n {
		z := w.z[i*wide : i*wide+2*arc]
		for k, y := range z {
			z[k] = max(y, 0)
			if w.train {
				z[k] *= w.zMask[k]
			}
		}
		for k, y := range z[:arc] {
			w.heads[k*w.stride+i] = y
		}
	}
	w.arcs = repeat(w.arcs, w.arcBias.w, n)
	gemm(w.arcs, arc, w.z[arc:], wide, 1, w.arc.w, arc, n, arc, arc)
	w.scores = zeros(w.scores, n*w.stride)
	gemm(w.scores, w.stride, w.arcs, arc, 1, w.heads, w.stride, n, arc, w.stride)
}

// tagInput is the output of the layer that tags are read from.
func (w *worker) tagInput() []float32 {
	m := &w.layer[w.options.tagLayer-1]
	if w.train {
		return m.dropped
	}
	return m.out
}

// relate computes the scores of the relations between the words and their heads.
func (w *worker) relate() {
	n, wide, half := len(w.words), w.shown(), w.netSizes.relation
	from := 2 * w.netSizes.arc
	w.pairs = zeros(w.pairs, n*half)
	w.relations = repeat(w.relations, w.relationBias.w, n)
	for i := 1; i < n; i++ {
		pair := w.pairs[i*half : (i+1)*half]
		copy(pair, w.z[w.head[i]*wide+from:])
		axpy(pair, w.z[i*wide+from+half:][:half], 1)
		for k, y := range pair {
			pair[k] = max(y, 0)
		}
	}
	gemm(w.relations, relationsWide, w.pairs, half, 1, w.relationHead.w, relationsWide, n, half, relationsWide)
}

// repeat is a row, n times.
func repeat(a, row []float32, n int) []float32 {
	a = zeros(a, n*len(row))
	for i := range n {
		copy(a[i*len(row):], row)
	}
	return a
}

// dropMask draws which numbers are dropped in a whole sentence, and makes up for
// them in the others.
func (w *worker) dropMask(a []float32, n int) []float32 {
	a = zeros(a, n)
	for i := range a {
		if w.random.float() >= w.options.dropout {
			a[i] = float32(1 / (1 - w.options.dropout))
		}
	}
	return a
}

func (w *worker) layerForward(l int, x []float32, in int) {
	n, h, m, p := len(w.words), w.hidden, &w.layer[l], &w.net.layers[l]
	m.gates = repeat(m.gates, p.bias.w, n)
	gemm(m.gates, 8*h, x, in, 1, p.input.w, 8*h, n, in, 8*h)
	m.cell, m.squashed, m.out = zeros(m.cell, n*2*h), zeros(m.squashed, n*2*h), zeros(m.out, n*2*h)
	w.zero = zeros(w.zero, h)
	for d, weights := range []*param{p.forward, p.backward} {
		before := w.zero
		for k := range n {
			i, previous := k, k-1
			if d == 1 {
				i, previous = n-1-k, n-k
			}
			gates := m.gates[i*8*h+d*4*h:][:4*h]
			if k > 0 {
				gemm(gates, 4*h, m.out[previous*2*h+d*h:], h, 1, weights.w, 4*h, 1, h, 4*h)
			}
			at := i*2*h + d*h
			cellForward(gates, before, m.cell[at:at+h], m.squashed[at:at+h], m.out[at:at+h])
			before = m.cell[at : at+h]
		}
	}
}

// cellForward turns sums into gates, and gives cells and outputs of one word.
func cellForward(gates, before, cell, squashed, out []float32) {
	h := len(out)
	in, forget, show, candidate := gates[:h], gates[h:2*h], gates[2*h:3*h], gates[3*h:4*h]
	before, cell, squashed = before[:h], cell[:h], squashed[:h]
	if vectors && h%8 == 0 {
		cellForwardVector(&gates[0], &before[0], &cell[0], &squashed[0], &out[0], h)
		return
	}
	for i := range out {
		in[i], forget[i], show[i], candidate[i] = logistic(in[i]), logistic(forget[i]), logistic(show[i]), tanh(candidate[i])
		cell[i] = forget[i]*before[i] + in[i]*candidate[i]
		squashed[i] = tanh(cell[i])
		out[i] = show[i] * squashed[i]
	}
}

// exponents turns the scores of a row into their exponents, as a share of the largest
// one's, and gives their sum. A negative skip is none.
func exponents(row []float32, skip int) float64 {
	largest := float32(math.Inf(-1))
	for j, x := range row {
		if j != skip {
			largest = max(largest, x)
		}
	}
	sum := 0.0
	for j, x := range row {
		if j == skip {
			row[j] = 0
			continue
		}
		e := math.Exp(float64(x - largest))
		sum += e
		row[j] = float32(e)
	}
	return sum
}

// softmax turns the scores of a row into probabilities less 1 for the right one,
// times scale: the gradient of the loss, which it returns.
func softmax(row []float32, right, skip int, scale float32) float64 {
	sum := exponents(row, skip)
	loss := -math.Log(float64(row[right])/sum + 1e-20)
	factor := scale / float32(sum)
	for j := range row {
		row[j] *= factor
	}
	row[right] -= scale
	return loss
}

// softmaxOf is softmax with several that may be right, each by its share.
func softmaxOf(row []float32, right []guess, skip int, scale float32) float64 {
	sum := exponents(row, skip)
	loss := 0.0
	for _, g := range right {
		if g.share > 0 {
			loss -= float64(g.share) / whole * math.Log(float64(row[g.what])/sum+1e-20)
		}
	}
	factor := scale / float32(sum)
	for j := range row {
		row[j] *= factor
	}
	for _, g := range right {
		row[g.what] -= scale * float32(g.share) / whole
	}
	return loss
}
