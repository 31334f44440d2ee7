package syntax

// treeFinder finds the tree with the highest score. Nodes are the root, 0, and the
// words of a sentence; a score in row i and column j is that of word i under head j.
type treeFinder struct {
	n      int
	head   []int32
	colour []int32

	// What Chu and Liu's algorithm needs: scores between slots, each a word or a
	// cycle that has been contracted; the arc of words that a score stands for; and
	// of each contraction, who went into it.
	score      []int32
	arc        []wordArc
	id         []int32 // of what a slot holds; -1 for none any more
	cycle      []int32
	parent     []int32 // contraction that a word or contraction went into, by id
	enter      []wordArc
	joined     []int32 // ids that went into contractions, one contraction after another
	joinedArcs []wordArc
	joinedAt   []int32
}

// wordArc is an arc from a head to a dependent.
type wordArc struct{ head, dependent int32 }

// find gives the heads of n nodes, of which the first is the root. Where the best
// head of each word makes no tree with one word under the root, it is the best such
// tree. Equal scores are settled by position: the head that comes first.
func (f *treeFinder) find(scores []int16, stride, n int) []int32 {
	f.n = n
	f.head = f.head[:0]
	f.head = append(f.head, 0)
	roots := 0
	for i := 1; i < n; i++ {
		row := scores[i*stride : i*stride+n]
		best := 0
		for j, x := range row {
			if x > row[best] && j != i {
				best = j
			}
		}
		if best == 0 {
			roots++
		}
		f.head = append(f.head, int32(best))
	}
	if roots == 1 && !f.cyclic() {
		return f.head
	}
	f.spread(scores, stride)
	for f.contract() {
	}
	f.expand()
	return f.head
}

// cyclic tells whether some word is its own ancestor.
func (f *treeFinder) cyclic() bool {
	f.colour = append(f.colour[:0], make([]int32, f.n)...)
	for i := 1; i < f.n; i++ {
		v := int32(i)
		for v != 0 && f.colour[v] == 0 {
			f.colour[v] = int32(i)
			v = f.head[v]
		}
		if v != 0 && f.colour[v] == int32(i) {
			return true
		}
	}
	return false
}

// forRoot is what it costs to stand under the root: more than all other scores
// can differ together, so that one word does, and no second.
const forRoot = 1 << 26

// spread fills the slots with words.
func (f *treeFinder) spread(scores []int16, stride int) {
	n := f.n
	f.score, f.arc = grow(f.score, n*n), grow(f.arc, n*n)
	f.id, f.parent, f.enter = f.id[:0], f.parent[:0], f.enter[:0]
	for i := range n {
		f.id = append(f.id, int32(i))
		f.parent = append(f.parent, -1)
		f.enter = append(f.enter, wordArc{})
		for j := range n {
			f.score[i*n+j] = int32(scores[i*stride+j])
			f.arc[i*n+j] = wordArc{int32(j), int32(i)}
		}
		f.score[i*n] -= forRoot
	}
	for i := 1; i < n; i++ {
		f.pick(i)
	}
	f.joined, f.joinedArcs, f.joinedAt = f.joined[:0], f.joinedArcs[:0], append(f.joinedAt[:0], 0)
}

func grow[T any](a []T, n int) []T {
	if cap(a) < n {
		return make([]T, n+n/2)[:n]
	}
	return a[:n]
}

// pick finds the best head of a slot.
func (f *treeFinder) pick(i int) {
	best := -1
	row := f.score[i*f.n : (i+1)*f.n]
	for j, x := range row {
		if j != i && f.id[j] >= 0 && (best < 0 || x > row[best]) {
			best = j
		}
	}
	f.head[i] = int32(best)
}

// contract makes one slot of a cycle, if there is one: a head for the whole of it
// is worth what is gained over the arc of the cycle that has to go.
func (f *treeFinder) contract() bool {
	if !f.findCycle() {
		return false
	}
	n := f.n
	r := int(f.cycle[0])
	into := int32(len(f.parent))
	f.parent, f.enter = append(f.parent, -1), append(f.enter, wordArc{})
	for _, c := range f.cycle {
		at := int(c)*n + int(f.head[c])
		f.joined = append(f.joined, f.id[c])
		f.joinedArcs = append(f.joinedArcs, f.arc[at])
		f.parent[f.id[c]] = into
		loss := f.score[at]
		for v := range n {
			f.score[int(c)*n+v] -= loss
		}
	}
	f.joinedAt = append(f.joinedAt, int32(len(f.joined)))
	for _, c := range f.cycle[1:] {
		f.id[c] = -1
	}
	f.id[r] = into
	for v := range n {
		if v == r || f.id[v] < 0 {
			continue
		}
		for _, c := range f.cycle[1:] {
			f.better(v*n+r, v*n+int(c))
			f.better(r*n+v, int(c)*n+v)
		}
	}
	for v := 1; v < n; v++ {
		if f.id[v] >= 0 && f.id[f.head[v]] < 0 {
			f.head[v] = int32(r) // whose score is now that of the best in the cycle
		}
	}
	f.pick(r)
	return true
}

// better takes the score and arc of another place when they are better.
func (f *treeFinder) better(at, other int) {
	if f.score[other] > f.score[at] {
		f.score[at], f.arc[at] = f.score[other], f.arc[other]
	}
}

// findCycle finds a cycle among the best heads.
func (f *treeFinder) findCycle() bool {
	f.colour = grow(f.colour, f.n)
	clear(f.colour)
	for i := 1; i < f.n; i++ {
		if f.id[i] < 0 {
			continue
		}
		v := int32(i)
		for v != 0 && f.colour[v] == 0 {
			f.colour[v] = int32(i)
			v = f.head[v]
		}
		if v == 0 || f.colour[v] != int32(i) {
			continue
		}
		f.cycle = f.cycle[:0]
		for u := v; len(f.cycle) == 0 || u != v; u = f.head[u] {
			f.cycle = append(f.cycle, u)
		}
		return true
	}
	return false
}

// expand opens the contractions, the last one first: the word by which a cycle is
// entered loses its arc of the cycle, all others keep theirs.
func (f *treeFinder) expand() {
	for v := 1; v < f.n; v++ {
		if f.id[v] >= 0 {
			f.enter[f.id[v]] = f.arc[v*f.n+int(f.head[v])]
		}
	}
	for k := len(f.joinedAt) - 2; k >= 0; k-- {
		into := int32(f.n + k)
		arc := f.enter[into]
		from, to := f.joinedAt[k], f.joinedAt[k+1]
		for i := from; i < to; i++ {
			f.enter[f.joined[i]] = f.joinedArcs[i]
		}
		entered := arc.dependent
		for f.parent[entered] != into {
			entered = f.parent[entered]
		}
		f.enter[entered] = arc
	}
	for v := 1; v < f.n; v++ {
		f.head[v] = f.enter[v].head
	}
}
