package name

// group is a family of features; its members are numbered by the order in which
// they are added, so that each has its own hash.
type group uint64

const (
	gBias group = iota << 5
	gWord
	gAffix
	gNextAffix
	gTag
	gRun
	gCluster
	gPhrase
	gPhraseOf
	gKinds
	gSeen
	gSeenSign
	gVote
)

// emitter collects the features of one token as hashes of 32 bits. Two that
// share a hash share a weight: with half a million weights one in ten thousand
// unknown features hits one by chance.
type emitter struct {
	out  []uint32
	next uint64
}

func (e *emitter) group(g group) { e.next = uint64(g) }

const (
	mul1 = 0x9E3779B97F4A7C15
	mul2 = 0xBF58476D1CE4E5B9
	mul3 = 0x94D049BB133111EB
)

func (e *emitter) add(a uint32) { e.add3(a, 0, 0) }

func (e *emitter) add2(a, b uint32) { e.add3(a, b, 0) }

func (e *emitter) add3(a, b, c uint32) {
	h := (e.next + 1) * mul1
	h = (h ^ uint64(a)) * mul2
	h ^= h >> 29
	h = (h ^ uint64(b)) * mul3
	h ^= h >> 31
	h = (h ^ uint64(c)) * mul2
	e.out = append(e.out, uint32(h>>32))
	e.next++
}

// window is a token with its neighbours; past the ends of the sentence stand
// words of their own.
type window struct {
	w, p1, p2, n1, n2 *word
}

var (
	edgeBefore = word{exact: 1, lower: 1, shape: 1, tag: 1, seen: -1, from: -1, to: -1}
	edgeAfter  = word{exact: 2, lower: 2, shape: 2, tag: 2, seen: -1, from: -1, to: -1}
)

// at is the word of token i of the sentence [s.first, s.last).
func (s *scratch) at(i int) *word {
	switch {
	case i < s.first:
		return &edgeBefore
	case i >= s.last:
		return &edgeAfter
	}
	return &s.words[i]
}

// features are those of token i, without those of the first pass.
func (s *scratch) features(i int) []uint32 {
	e := &s.emit
	e.out = e.out[:0]
	x := window{s.at(i), s.at(i - 1), s.at(i - 2), s.at(i + 1), s.at(i + 2)}
	start := s.place(i)
	s.wordFeatures(e, &x, start)
	s.tagFeatures(e, &x)
	s.clusterFeatures(e, &x, start)
	if x.w.from >= 0 {
		s.runFeatures(e, i, x.w)
	}
	s.lexiconFeatures(e, i, &x, start)
	if x.w.seen >= 0 {
		s.seenFeatures(e, i, x.w)
	}
	return e.out
}

// place says where in its sentence the token stands, and whether the sentence
// is a heading, in which capitals tell nothing.
func (s *scratch) place(i int) uint32 {
	p := uint32(0)
	if i == s.first || i == s.first+1 && s.words[s.first].role == quote {
		p = 1
	}
	if s.heading {
		p |= 2
	}
	return p
}

func (s *scratch) wordFeatures(e *emitter, x *window, place uint32) {
	w, p1, p2, n1, n2 := x.w, x.p1, x.p2, x.n1, x.n2
	known := place
	if w.seen >= 0 {
		g := &s.seen.all[w.seen]
		if g.lower {
			known |= 4
		}
		if g.inside > 1 || g.inside == 1 && place&1 != 0 {
			known |= 8
		}
	}
	e.group(gBias)
	e.add(0)
	e.add2(w.shape, place)
	e.add2(w.shape, known)
	e.add2(uint32(w.role), known)
	e.add3(uint32(p1.role)<<8|uint32(p1.flags), uint32(w.role)<<8|uint32(w.flags), uint32(n1.role)<<8|uint32(n1.flags))
	e.group(gWord)
	e.add(w.exact)
	e.add(w.lower)
	e.add(p1.lower)
	e.add(p2.lower)
	e.add(n1.lower)
	e.add(n2.lower)
	e.add(p1.shape)
	e.add(n1.shape)
	e.add3(p1.shape, w.shape, n1.shape)
	e.add2(w.shape, n1.shape)
	e.add2(p1.shape, w.shape)
	e.add2(p1.lower, w.lower)
	e.add2(w.lower, n1.lower)
	e.add2(p1.lower, w.shape)
	e.add2(n1.lower, w.shape)
	e.add3(p1.lower, w.shape, n1.lower)
	e.add2(p2.lower, p1.lower)
	e.add2(n1.lower, n2.lower)
	e.group(gAffix)
	if !w.flags.has(lower) {
		for _, h := range w.suffix {
			e.add(h)
		}
		for _, h := range w.prefix {
			e.add(h)
		}
	}
	e.group(gNextAffix)
	e.add2(p1.suffix[2], uint32(p1.flags))
	e.add2(n1.suffix[2], uint32(n1.flags))
}

func (s *scratch) tagFeatures(e *emitter, x *window) {
	w, p1, n1 := x.w, x.p1, x.n1
	e.group(gTag)
	e.add2(w.tag, w.shape)
	e.add(p1.tag)
	e.add(n1.tag)
	e.add3(p1.tag, w.tag, n1.tag)
	e.add2(p1.tag, w.tag)
	e.add2(w.tag, n1.tag)
	e.add2(p1.tag, x.p2.tag)
	e.add2(n1.tag, x.n2.tag)
}

func (s *scratch) clusterFeatures(e *emitter, x *window, place uint32) {
	c, p1, p2, n1, n2 := uint32(x.w.cluster), uint32(x.p1.cluster), uint32(x.p2.cluster), uint32(x.n1.cluster), uint32(x.n2.cluster)
	e.group(gCluster)
	e.add2(c, x.w.shape)
	e.add2(c, place)
	e.add(p1)
	e.add(n1)
	e.add(p2)
	e.add(n2)
	e.add2(p1, c)
	e.add2(c, n1)
	e.add3(p1, x.w.shape, n1)
	e.add2(p2, p1)
	e.add2(n1, n2)
}

// runFeatures look at the whole run of capitalised words: its ends, and the
// words beside it.
func (s *scratch) runFeatures(e *emitter, i int, w *word) {
	a, b := int(w.from), int(w.to)-1
	length, left, right := uint32(min(b-a+1, 5)), uint32(min(i-a, 4)), uint32(min(b-i, 3))
	before, after := s.at(a-1), s.at(b+1)
	head, lead := s.at(b), s.at(a)
	e.group(gRun)
	e.add(before.lower)
	e.add(after.lower)
	e.add2(head.lower, right)
	e.add2(lead.lower, left)
	e.add2(length, left)
	e.add2(before.lower, after.lower)
	e.add3(length, left, before.lower)
	e.add3(length, left, after.lower)
	e.add2(head.lower, before.lower)
	e.add2(s.at(a-2).lower, before.lower)
	e.add2(after.lower, s.at(b+2).lower)
	e.add2(uint32(before.cluster), uint32(after.cluster))
	e.add2(uint32(head.cluster), right)
	e.add2(uint32(lead.cluster), left)
	e.add2(uint32(before.cluster), left)
	e.add2(uint32(after.cluster), right)
	e.add3(before.tag, after.tag, length)
	e.add2(uint32(head.kinds), right)
	e.add2(uint32(lead.kinds), left)
}

// lexiconFeatures are what the lexicon knows of the word, of its neighbours, and
// of the phrases that they make.
func (s *scratch) lexiconFeatures(e *emitter, i int, x *window, place uint32) {
	w, p1, n1 := x.w, x.p1, x.n1
	e.group(gKinds)
	e.add2(uint32(w.kinds), place)
	e.add2(uint32(w.kinds), w.shape)
	e.add3(uint32(p1.sort), uint32(w.sort), uint32(n1.sort))
	e.add3(uint32(p1.sort), uint32(w.sort), w.shape)
	e.add3(uint32(n1.sort), uint32(w.sort), w.shape)
	e.add3(uint32(x.p2.sort), uint32(p1.role)<<16|uint32(p1.sort), uint32(w.sort))
	e.add3(uint32(x.n2.sort), uint32(n1.role)<<16|uint32(n1.sort), uint32(w.sort))
	e.add3(uint32(p1.sort), w.lower*uint32(min(w.role, 1)), uint32(n1.sort))
	e.add2(uint32(p1.class), w.shape)
	e.add2(uint32(n1.class), w.shape)
	e.add3(uint32(p1.class), w.shape, uint32(n1.class))
	e.add2(uint32(w.class), place)
	e.add2(uint32(p1.phrase.kinds), w.shape)
	e.add2(uint32(n1.phrase.kinds), w.shape)
	f := &w.phrase
	if f.kinds == 0 {
		return
	}
	for g := range phraseGroups {
		if f.at[g] == 0 {
			continue
		}
		kinds, at, n := uint32(f.kinds&phraseKinds[g]), uint32(f.at[g]), uint32(min(f.length[g], 3))
		e.group(gPhraseOf)
		e.add3(kinds, at, n)
		e.add3(kinds, at, place)
		e.add3(uint32(g), at, n)
		e.add3(kinds, w.shape, p1.lower)
	}
	at := f.places()
	e.group(gPhrase)
	e.add(uint32(f.kinds))
	e.add2(uint32(f.kinds), uint32(w.kinds))
	e.add3(at, uint32(w.kinds), uint32(min(w.to-w.from, 5)))
	e.add3(at, uint32(w.class), uint32(min(w.to-w.from, 5)))
}

// votes are the features of token i that come from the labels which the first
// pass gave to the same word elsewhere in the document; none when it stands
// there once.
func (s *scratch) votes(i int) []uint32 {
	e := &s.emit
	e.out = e.out[:0]
	w := &s.words[i]
	if w.seen < 0 {
		return nil
	}
	v := s.seen.all[w.seen].votes
	v[s.labels[i]]--
	var of [1 + classes]int // Outside and each class
	total, longer := 0, Outside
	for l := range Label(Labels) {
		n := int(v[l])
		total += n
		if l == Outside {
			of[0] += n
			continue
		}
		of[1+l.class()] += n
		if l.position() != only && n > 0 && (longer == Outside || n > int(v[longer])) {
			longer = l
		}
	}
	if total == 0 {
		return nil
	}
	best := 0
	for k := range of {
		if of[k] > of[best] {
			best = k
		}
	}
	b, m := uint32(best), uint32(longer)
	if of[best] == total {
		b |= 8 // unanimous
	}
	length, left := uint32(min(w.to-w.from, 5)), uint32(min(i-int(w.from), 4))
	e.group(gVote)
	e.add(b)
	e.add2(b, w.shape)
	e.add2(b, length)
	e.add2(b, left)
	e.add2(m, length)
	e.add2(m, left)
	e.add3(b, m, uint32(w.kinds))
	return e.out
}

// seenFeatures are what the rest of the document shows about the word.
func (s *scratch) seenFeatures(e *emitter, i int, w *word) {
	g, own := &s.seen.all[w.seen], s.signs(i)
	left, length := uint32(min(i-int(w.from), 4)), uint32(min(w.to-w.from, 5))
	elsewhere := g.except(own)
	for k := range signs {
		if !elsewhere.has(k) {
			continue
		}
		e.group(gSeenSign)
		e.add2(uint32(k), length)
		if n := g.count[k]; n > 2 || n > 1 && !own.has(k) {
			e.add2(uint32(k), left)
		}
	}
	e.group(gSeen)
	e.add2(uint32(elsewhere), left)
	e.add(uint32(elsewhere))
	e.add2(uint32(elsewhere)&0x7f, length)
}
