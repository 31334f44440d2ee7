package main

import "dossier/extract/syntax"

// learn adds the gradient of the loss of one tree, each word weighing scale, and
// returns the loss summed over its words.
func (w *worker) learn(t tree, scale float32) float64 {
	w.train = true
	w.forward(t)
	w.head = append(w.head[:0], 0)
	for _, x := range t {
		w.head = append(w.head, x.head)
	}
	w.relate()
	loss := w.losses(t, scale)
	w.relationsBackward()
	w.arcsBackward()
	w.layersBackward()
	w.inputBackward()
	return loss
}

// losses turns the scores into gradients of the loss.
func (w *worker) losses(t tree, scale float32) float64 {
	loss, n := 0.0, len(w.words)
	clear(w.scores[:w.stride])
	clear(w.relations[:relationsWide])
	clear(w.tags[:tagsWide])
	weight := float32(w.options.tagWeight)
	for i := 1; i < n; i++ {
		x := &t[i-1]
		arcs := w.scores[i*w.stride : (i+1)*w.stride]
		relations := w.relations[i*relationsWide : (i+1)*relationsWide]
		tags := w.tags[i*tagsWide : (i+1)*tagsWide]
		clear(arcs[n:])
		clear(relations[syntax.Relations:])
		clear(tags[syntax.Tags:])
		switch {
		case x.soft != nil:
			// A relation counts as far as its head is held for right.
			share := float32(x.soft.heads[0].share) / whole
			loss += softmaxOf(arcs[:n], x.soft.heads[:], i, scale)
			loss += float64(share) * softmaxOf(relations[:syntax.Relations], x.soft.relations[:], -1, scale*share)
			loss += w.options.tagWeight * softmaxOf(tags[:syntax.Tags], x.soft.tags[:], -1, scale*weight)
			continue
		case x.tag < 0:
			clear(tags)
		default:
			loss += w.options.tagWeight * softmax(tags[:syntax.Tags], x.tag, -1, scale*weight)
		}
		loss += softmax(arcs[:n], x.head, i, scale)
		loss += softmax(relations[:syntax.Relations], int(x.rel), -1, scale)
	}
	return loss
}

func (w *worker) relationsBackward() {
	n, wide, half := len(w.words), w.shown(), w.netSizes.relation
	from := 2 * w.netSizes.arc
	w.dz = zeros(w.dz, n*wide)
	gemm(w.of(w.relationHead), relationsWide, w.pairs, 1, half, w.relations, relationsWide, half, n, relationsWide)
	w.dpairs = zeros(w.dpairs, n*half)
	gemm(w.dpairs, half, w.relations, relationsWide, 1, w.relationHead.t, half, n, relationsWide, half)
	for i := 1; i < n; i++ {
		axpy(w.of(w.relationBias), w.relations[i*relationsWide:(i+1)*relationsWide], 1)
		d := w.dpairs[i*half : (i+1)*half]
		for k, y := range w.pairs[i*half : (i+1)*half] {
			if y <= 0 {
				d[k] = 0
			}
		}
		axpy(w.dz[w.head[i]*wide+from:][:half], d, 1)
		axpy(w.dz[i*wide+from+half:][:half], d, 1)
	}
}

func (w *worker) arcsBackward() {
	n, wide, arc := len(w.words), w.shown(), w.netSizes.arc
	w.darc = zeros(w.darc, n*arc)
	gemm(w.darc, arc, w.scores, w.stride, 1, w.z, wide, n, n, arc)
	gemm(w.dz, wide, w.scores, 1, w.stride, w.arcs, arc, n, n, arc)
	gemm(w.of(w.arc), arc, w.z[arc:], 1, wide, w.darc, arc, arc, n, arc)
	gemm(w.dz[arc:], wide, w.darc, arc, 1, w.arc.t, arc, n, arc, arc)
	for i := range n {
		axpy(w.of(w.arcBias), w.darc[i*arc:(i+1)*arc], 1)
		d := w.dz[i*wide : i*wide+2*arc]
		for k, y := range w.z[i*wide : i*wide+2*arc] {
			if y <= 0 {
				d[k] = 0
			} else {
				d[k] *= w.zMask[k]
			}
		}
		axpy(w.of(w.projectBias), w.dz[i*wide:(i+1)*wide], 1)
	}
}

// layersBackward goes from what words show, and from their tags, down to the input.
func (w *worker) layersBackward() {
	n, h2, wide := len(w.words), 2*w.hidden, w.shown()
	for l := range w.layer {
		w.layer[l].dout = zeros(w.layer[l].dout, n*h2)
	}
	top := &w.layer[layers-1]
	gemm(w.of(w.project), wide, top.dropped, 1, h2, w.dz, wide, h2, n, wide)
	gemm(top.dout, h2, w.dz, wide, 1, w.project.t, h2, n, wide, h2)
	read := &w.layer[w.options.tagLayer-1]
	gemm(w.of(w.tag), tagsWide, read.dropped, 1, h2, w.tags, tagsWide, h2, n, tagsWide)
	gemm(read.dout, h2, w.tags, tagsWide, 1, w.tag.t, h2, n, tagsWide, h2)
	for i := range n {
		axpy(w.of(w.tagBias), w.tags[i*tagsWide:(i+1)*tagsWide], 1)
	}
	w.dx = zeros(w.dx, n*inputWidth)
	for l := layers - 1; l >= 0; l-- {
		m := &w.layer[l]
		for i := range m.dout {
			m.dout[i] *= m.mask[i%h2]
		}
		if l > 0 {
			w.layerBackward(l, w.layer[l-1].dropped, h2, w.layer[l-1].dout)
		} else {
			w.layerBackward(l, w.x, inputWidth, w.dx)
		}
	}
}

func (w *worker) layerBackward(l int, x []float32, in int, dx []float32) {
	n, h, m, p := len(w.words), w.hidden, &w.layer[l], &w.net.layers[l]
	m.dgates = zeros(m.dgates, n*8*h)
	for d, weights := range []*param{p.forward, p.backward} {
		w.dc, w.dh = zeros(w.dc, h), zeros(w.dh, h)
		for k := n - 1; k >= 0; k-- {
			i, previous := k, k-1
			if d == 1 {
				i, previous = n-1-k, n-k
			}
			at := i*2*h + d*h
			axpy(w.dh, m.dout[at:at+h], 1)
			before := w.zero[:h]
			if k > 0 {
				before = m.cell[previous*2*h+d*h:][:h]
			}
			dg := m.dgates[i*8*h+d*4*h:][:4*h]
			cellBackward(m.gates[i*8*h+d*4*h:][:4*h], before, m.squashed[at:at+h], w.dh, w.dc, dg)
			clear(w.dh)
			if k > 0 {
				gemm(w.dh, h, dg, 4*h, 1, weights.t, h, 1, 4*h, h)
			}
		}
	}
	if n > 1 {
		gemm(w.of(p.forward), 4*h, m.out, 1, 2*h, m.dgates[8*h:], 8*h, h, n-1, 4*h)
		gemm(w.of(p.backward), 4*h, m.out[2*h+h:], 1, 2*h, m.dgates[4*h:], 8*h, h, n-1, 4*h)
	}
	for i := range n {
		axpy(w.of(p.bias), m.dgates[i*8*h:(i+1)*8*h], 1)
	}
	gemm(w.of(p.input), 8*h, x, 1, in, m.dgates, 8*h, in, n, 8*h)
	gemm(dx, in, m.dgates, 8*h, 1, p.input.t, in, n, 8*h, in)
}

// cellBackward turns the gradient of the output of one word, and that of its cells
// as later words have it, into that of the sums under its gates, and leaves in dc
// that of the cells before.
func cellBackward(gates, before, squashed, dh, dc, dg []float32) {
	h := len(dh)
	in, forget, show, candidate := gates[:h], gates[h:2*h], gates[2*h:3*h], gates[3*h:4*h]
	before, squashed, dc = before[:h], squashed[:h], dc[:h]
	dIn, dForget, dShow, dCandidate := dg[:h], dg[h:2*h], dg[2*h:3*h], dg[3*h:4*h]
	if vectors && h%8 == 0 {
		cellBackwardVector(&gates[0], &before[0], &squashed[0], &dh[0], &dc[0], &dg[0], h)
		return
	}
	for i, d := range dh {
		c := dc[i] + d*show[i]*(1-squashed[i]*squashed[i])
		dIn[i] = c * candidate[i] * in[i] * (1 - in[i])
		dForget[i] = c * before[i] * forget[i] * (1 - forget[i])
		dShow[i] = d * squashed[i] * show[i] * (1 - show[i])
		dCandidate[i] = c * in[i] * (1 - candidate[i]*candidate[i])
		dc[i] = c * forget[i]
	}
}

func (w *worker) inputBackward() {
	for i, s := range w.words {
		dx := w.dx[i*inputWidth : (i+1)*inputWidth]
		for k, row := range s.rows {
			if row < 0 {
				continue
			}
			p := w.tables[k]
			axpy(w.of(p)[int(row)*p.cols:][:p.cols], dx[inputAt[k]:][:p.cols], 1)
			if !w.marked[p.index][row] {
				w.marked[p.index][row] = true
				w.touched[p.index] = append(w.touched[p.index], row)
			}
		}
	}
}
