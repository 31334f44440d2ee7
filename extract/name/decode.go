package name

// decoder finds the best labels of a stretch (Viterbi), in integers, so that
// every machine reads the same names.
type decoder struct {
	score [][Labels]int32 // best sum of a path that ends in the label
	from  [][Labels]Label // the label before it on that path
}

// run finds the labels of a stretch whose tokens weigh w.
func (c *decoder) run(m *Model, w [][Labels]int32, labels []Label) {
	c.reset(len(w))
	for i := range w {
		c.step(m, i, &w[i])
	}
	c.best(labels)
}

// reset makes room for n tokens.
func (c *decoder) reset(n int) {
	if cap(c.score) < n {
		c.score = make([][Labels]int32, 2*n)
		c.from = make([][Labels]Label, 2*n)
	}
	c.score, c.from = c.score[:n], c.from[:n]
}

const impossible = -1 << 29

// step extends the paths by token i, whose labels weigh w.
func (c *decoder) step(m *Model, i int, w *[Labels]int32) {
	to, from := &c.score[i], &c.from[i]
	if i == 0 {
		for b := range Label(Labels) {
			to[b] = impossible
			if Follows(Outside, b) {
				to[b] = w[b] + m.transitions[b][Outside]
			}
		}
		return
	}
	before := &c.score[i-1]
	for b := range Label(Labels) {
		best, arg := int32(2*impossible), Outside
		t := &m.transitions[b]
		for _, a := range Before[b] {
			if v := before[a] + t[a]; v > best {
				best, arg = v, a
			}
		}
		to[b], from[b] = best+w[b], arg
	}
}

// best writes the labels of the best path; it must be able to end.
func (c *decoder) best(labels []Label) {
	n := len(c.score)
	best, arg := int32(2*impossible), Outside
	for b := range Label(Labels) {
		if v := c.score[n-1][b]; v > best && !b.open() {
			best, arg = v, b
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[i] = arg
		arg = c.from[i][arg]
	}
}
