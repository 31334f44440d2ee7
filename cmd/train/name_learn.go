package main

import (
	"sync"

	"dossier/extract/name"
	"dossier/extract/sparse"
)

// nameWorker is the memory in which one sentence at a time is worked on.
type nameWorker struct {
	*worker
	n       *nameNet
	field   *crf // its weights of neighbouring labels are the network's
	seen    []seenToken
	scores  []float32
	dscores []float32
}

func newNameWorker(n *nameNet) *nameWorker {
	return &nameWorker{worker: newWorker(n.net, &syntaxOptions{dropout: n.options.dropout}), n: n, field: newCRF(0)}
}

// turns brings the weights of neighbouring labels up to date.
func (w *nameWorker) turns() {
	for b := range w.field.tw {
		copy(w.field.tw[b][:], w.n.turns.w[b*turnsWide:])
	}
	w.field.exponents()
}

// show fills the vectors of the tokens, and hides some of them: a word that is rare is
// shown as unknown now and then, so that the vector of the unknown is learned from its
// like.
func (w *nameWorker) show(tokens []seenToken) {
	n := w.n
	w.words = w.words[:0]
	w.seen = append(w.seen[:0], tokens...)
	w.x = zeros(w.x, len(tokens)*n.width)
	for i := range w.seen {
		t := &w.seen[i]
		w.words = append(w.words, seenWord{})
		if k := t.rows[name.Form]; k != unknown && w.random.float() < .25/(.25+float64(n.count[k])) {
			t.rows[name.Form] = unknown
		}
		for k := range t.rows {
			if w.random.float() < n.options.hide {
				t.rows[k] = -1
				if name.Input(k) == name.Form {
					t.fixed = -1
				}
			}
		}
		x := w.x[i*n.width : (i+1)*n.width]
		for k, row := range t.rows {
			if p := n.tables[k]; row >= 0 {
				copy(x[n.at[k]:n.at[k]+p.cols], p.w[int(row)*p.cols:])
			}
		}
		if t.fixed >= 0 {
			wide := n.tables[name.Form].cols
			axpy(x[:wide], n.fixed[int(t.fixed)*wide:][:wide], 1)
		}
	}
}

// learn adds the gradient of a sentence, each word weighing scale, and returns the sum
// over the tokens of its stretches of the probability of their labels.
func (w *nameWorker) learn(s *nameSentence, scale float32) (right float64) {
	n, in, words := w.n, 2*w.n.hidden, len(s.tokens)
	w.train = true
	w.show(s.tokens)
	x, wide := w.x, n.width
	for l := range n.options.deep {
		w.layerForward(l, x, wide)
		m := &w.layer[l]
		m.mask = w.dropMask(m.mask, in)
		m.dropped = zeros(m.dropped, len(m.out))
		for i, y := range m.out {
			m.dropped[i] = y * m.mask[i%in]
		}
		x, wide = m.dropped, in
	}
	w.scores = repeat(w.scores, n.outBias.w, words)
	gemm(w.scores, name.Weights, x, in, 1, n.out.w, name.Weights, words, in, name.Weights)
	w.dscores = zeros(w.dscores, len(w.scores))
	for k := range s.parts {
		right += w.loss(&s.parts[k], scale)
	}
	w.backward(words)
	return right
}

// loss fills the gradient of the scores of a stretch, and adds that of the weights of
// neighbouring labels.
func (w *nameWorker) loss(p *namePart, scale float32) (right float64) {
	c, size := w.field, p.to-p.from
	for len(c.emission) < size {
		c.emission = append(c.emission, [name.Labels]float64{})
	}
	for i := range size {
		row := w.scores[(p.from+i)*name.Weights:][:name.Weights]
		top := float32(0)
		for _, v := range row {
			top = max(top, v)
		}
		c.emission[i][name.Outside] = sparse.Exp(float64(-top))
		for b, v := range row {
			c.emission[i][b+1] = sparse.Exp(float64(v - top))
		}
	}
	c.marginals(&p.example, size)
	for i := range size {
		d := w.dscores[(p.from+i)*name.Weights:][:name.Weights]
		for b := range name.Labels {
			free, held := c.free.label(i, b), c.goldLabel(&p.example, i, b)
			if held > 0 {
				right += float64(free * held)
			}
			if b > 0 {
				d[b-1] = float32(free-held) * scale
			}
		}
	}
	turns := w.of(w.n.turns)
	c.pairs(&p.example, size, func(a, b int, difference float32) {
		turns[b*turnsWide+a] += float32(difference * scale)
	})
	return right
}

// backward goes from the scores down to the vectors.
func (w *nameWorker) backward(words int) {
	n, in := w.n, 2*w.n.hidden
	for l := range n.options.deep {
		w.layer[l].dout = zeros(w.layer[l].dout, words*in)
	}
	top := &w.layer[n.options.deep-1]
	gemm(w.of(n.out), name.Weights, top.dropped, 1, in, w.dscores, name.Weights, in, words, name.Weights)
	gemm(top.dout, in, w.dscores, name.Weights, 1, n.out.t, in, words, name.Weights, in)
	for i := range words {
		axpy(w.of(n.outBias), w.dscores[i*name.Weights:][:name.Weights], 1)
	}
	w.dx = zeros(w.dx, words*n.width)
	for l := n.options.deep - 1; l >= 0; l-- {
		m := &w.layer[l]
		for i := range m.dout {
			m.dout[i] *= m.mask[i%in]
		}
		if l > 0 {
			w.layerBackward(l, w.layer[l-1].dropped, in, w.layer[l-1].dout)
		} else {
			w.layerBackward(l, w.x, n.width, w.dx)
		}
	}
	for i := range w.seen {
		dx := w.dx[i*n.width : (i+1)*n.width]
		for k, row := range w.seen[i].rows {
			if row < 0 {
				continue
			}
			p := n.tables[k]
			axpy(w.of(p)[int(row)*p.cols:][:p.cols], dx[n.at[k]:][:p.cols], 1)
			if !w.marked[p.index][row] {
				w.marked[p.index][row] = true
				w.touched[p.index] = append(w.touched[p.index], row)
			}
		}
	}
}

// nameTrainer learns the network. Each of two workers takes every second sentence of a
// step, whoever is faster, so that the sums are the same in every run.
type nameTrainer struct {
	syntaxTrainer
	n       *nameNet
	workers [2]*nameWorker
	seed    uint64
}

// train makes the passes. A source is used as often as its weight says.
func (n *nameNet) train(sentences []nameSentence, weights []float64, seed uint64, log *protocol) {
	o := n.options
	s := &nameTrainer{syntaxTrainer: syntaxTrainer{net: n.net, log: log}, n: n, seed: seed}
	for i := range s.workers {
		s.workers[i] = newNameWorker(n)
		s.syntaxTrainer.workers[i] = s.workers[i].worker
	}
	words := 0.0
	order := make([]int, len(sentences))
	for i := range sentences {
		x := &sentences[i]
		order[i] = i
		x.tokens = x.tokens[:0]
		for _, k := range x.keys {
			x.tokens = append(x.tokens, n.seeToken(k))
		}
		words += float64(float64(len(x.tokens)) * weights[x.source])
	}
	steps := max(words*float64(o.passes)/float64(o.step), 1)
	r := random(seed*0x9E3779B97F4A7C15 + 3)
	var mean meanWeights
	for pass := range o.passes {
		r.shuffle(order)
		right, tokens := 0.0, 0
		for at := 0; at < len(order); {
			var batch []*nameSentence
			for size := 0; at < len(order) && size < o.step; at++ {
				x := &sentences[order[at]]
				if w := weights[x.source]; w < 1 && r.float() >= w {
					continue
				}
				size += len(x.tokens)
				batch = append(batch, x)
				for _, p := range x.parts {
					tokens += p.to - p.from
				}
			}
			right += s.step(batch)
			s.update(float32(o.rate * min(1, float64(s.steps)/200) * max(.003, 1-float64(s.steps)/steps)))
			if float64(s.steps) > steps*(1-o.average) && s.steps%averageEvery == 0 {
				mean.add(n.params)
			}
		}
		log.printf("network, pass %d: mean probability of the right label %.4f", pass+1, right/float64(max(tokens, 1)))
	}
	mean.set(n.params)
}

// step adds up the gradients of some sentences.
func (s *nameTrainer) step(batch []*nameSentence) float64 {
	s.steps++
	s.transpose()
	var right [len(s.workers)]float64
	var wait sync.WaitGroup
	for k, w := range s.workers {
		w.turns()
		wait.Go(func() {
			for i := k; i < len(batch); i += len(s.workers) {
				w.random = random((s.seed+uint64(s.steps)<<32+uint64(i))*0x9E3779B97F4A7C15 + 5)
				w.random.next()
				right[k] += w.learn(batch[i], 1/float32(s.n.options.step))
			}
		})
	}
	wait.Wait()
	return right[0] + right[1]
}
