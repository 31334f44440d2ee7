package chain

// Label is what a unit is to a cue.
type Label = uint8

// The labels.
const (
	Outside Label = iota
	Content
	Speaker
	Labels
)

// What happens at an edge between two units, for which edges have weights.
const (
	contentStarts = iota
	contentEnds
	speakerStarts
	speakerEnds
	contentGoesOn
	Turns
)

// Happens lists what happens at an edge, by the label before it times three
// plus the label after it.
var Happens = [9][]uint8{
	Outside*3 + Content: {contentStarts},
	Outside*3 + Speaker: {speakerStarts},
	Content*3 + Outside: {contentEnds},
	Content*3 + Content: {contentGoesOn},
	Content*3 + Speaker: {contentEnds, speakerStarts},
	Speaker*3 + Outside: {speakerEnds},
	Speaker*3 + Content: {speakerEnds, contentStarts},
}

// label is the label that a guess gives unit i.
func (g *Guess) label(i int) Label {
	for _, p := range g.Content {
		if p.From <= i && i < p.To {
			return Content
		}
	}
	if g.Who.From <= i && i < g.Who.To {
		return Speaker
	}
	return Outside
}

// reach is how many units on either side a cue can see.
const reach = 90

// Window is a cue with the units around it, and what bears on their labels: of
// each unit, and of each edge, which lies before the unit of the same number; the
// last edge lies behind the last unit.
type Window struct {
	From, Cue int // in units of the sentence, and of the window
	N         int
	Units     [][]uint32
	Edges     [][]uint32

	cues  []*Cue // of each unit, nil for what can't be one
	count []counts
	other []uint32 // what other guesses make of each unit
	own   []uint32 // what the guess for this cue makes of it, 3 for none

	places []place // of each unit
	line   []int   // the cue and what holds it, in units of the sentence
}

// counts is what lies between the cue and a unit.
type counts struct{ comma, verb, that, quoted, saying, phrase, and, colon, cue, any int }

// Side tells whether an edge lies before the cue or after it.
func (w *Window) Side(edge int) int {
	if edge > w.Cue {
		return 1
	}
	return 0
}

// Look fills the window of the k-th possible cue.
func (w *Window) Look(s *Sentence, k int) {
	c := &s.Cues[k]
	w.From = max(0, c.Unit-reach)
	to := min(len(s.Units), c.Unit+reach+1)
	w.Cue, w.N = c.Unit-w.From, to-w.From
	for len(w.Units) <= w.N {
		w.Units, w.Edges = append(w.Units, nil), append(w.Edges, nil)
		w.count, w.other, w.own = append(w.count, counts{}), append(w.other, 0), append(w.own, 0)
		w.cues, w.places = append(w.cues, nil), append(w.places, place{})
	}
	clear(w.cues[:w.N])
	for i := range s.Cues {
		if at := s.Cues[i].Unit - w.From; at >= 0 && at < w.N {
			w.cues[at] = &s.Cues[i]
		}
	}
	v := view{Window: w, s: s, us: s.Units[w.From:to], cue: c}
	v.tally()
	v.hear()
	v.sign()
	v.climb()
	for i := range w.N {
		w.Units[i] = w.Units[i][:0]
		if i != w.Cue {
			v.unit(i)
		}
	}
	for i := 0; i <= w.N; i++ {
		w.Edges[i] = w.Edges[i][:0]
		v.edge(i)
	}
}

// view is what the features of a window are made from.
type view struct {
	*Window
	s   *Sentence
	us  []Unit
	cue *Cue

	lemma, tag, kind uint32 // of the cue
	before, after    uint32 // the words around it
	regions          uint32 // on which sides quoted regions are
	rule             uint32 // of the guess for this cue
}

// tally counts from the cue outwards.
func (v *view) tally() {
	for _, step := range [2]int{-1, 1} {
		var n counts
		for i := v.Cue + step; i >= 0 && i < v.N; i += step {
			v.count[i] = n
			u := &v.us[i]
			switch {
			case u.is(Comma):
				n.comma++
			case u.is(Colon):
				n.colon++
			case u.is(That):
				n.that++
			case u.is(Coordinator):
				n.and++
			case u.is(Quoted):
				n.quoted++
			}
			if c := v.cues[i]; c != nil {
				n.cue += int(bit(c.P[Say] > .5))
				n.any += int(bit(c.any() > .5))
			}
			if u.is(Verb) {
				n.verb++
				n.saying += int(bit(u.is(Saying)))
			}
			if u.is(Nominal|Pronoun) && !at(v.us, i+1).is(Nominal) {
				n.phrase++
			}
		}
	}
}

// hear notes what the rules make of each unit.
func (v *view) hear() {
	v.rule = 0
	for i := range v.N {
		v.other[i], v.own[i] = 0, 3
	}
	for g := range v.s.Guesses {
		x := &v.s.Guesses[g]
		if x.Cue == v.cue.Unit {
			v.rule = x.Rule<<1 | bit(x.Kept)
			for i := range v.N {
				v.own[i] = uint32(x.label(i + v.From))
			}
			continue
		}
		if x.Rule == 0 {
			continue
		}
		for i := range v.N {
			if l := x.label(i + v.From); l != Outside {
				v.other[i] |= uint32(l) << (2 * bit(x.Kept))
			}
		}
		if i := x.Cue - v.From; i >= 0 && i < v.N {
			v.other[i] |= 16
		}
	}
}

// sign notes what is known of the cue itself.
func (v *view) sign() {
	u := &v.us[v.Cue]
	v.lemma, v.tag, v.kind = u.lemma(), u.Tag, uint32(v.cue.Kind)
	v.before, v.after = at(v.us, v.Cue-1).Word, at(v.us, v.Cue+1).Word
	v.regions = 0
	for i := range v.us {
		if v.us[i].is(Quoted) {
			v.regions |= 1 << bit(i > v.Cue)
		}
	}
}

var (
	sure  = []float32{.05, .3, .6, .85}
	fifth = []float32{.2, .4, .6, .8}
)

func (v *view) cueAt(i int) *Cue {
	if i < 0 || i >= v.N {
		return nil
	}
	return v.cues[i]
}

// said is how likely unit i is a cue of speech, reports how likely of anything.
func (v *view) said(i int) uint32 {
	if c := v.cueAt(i); c != nil {
		return level(c.P[Say], sure)
	}
	return 0
}

func (v *view) reports(i int) uint32 {
	if c := v.cueAt(i); c != nil {
		return level(c.any(), fifth)
	}
	return 0
}

func (v *view) ownAt(i int) uint32 {
	if i < 0 || i >= v.N {
		return 4
	}
	return v.own[i]
}

func (v *view) otherAt(i int) uint32 {
	if i < 0 || i >= v.N {
		return 32
	}
	return v.other[i]
}

// placeAt is the place of unit i, a strange one beyond the window.
func (v *view) placeAt(i int) place {
	if i < 0 || i >= v.N {
		return strange
	}
	return v.places[i]
}

// unit adds what bears on the label of unit i.
func (v *view) unit(i int) {
	u, n := &v.us[i], &v.count[i]
	b := (*features)(&v.Units[i])
	before, after := at(v.us, i-1), at(v.us, i+1)
	side := bit(i > v.Cue)
	far := bucket(max(i-v.Cue, v.Cue-i))
	left, right := bucket(v.Cue+v.From), bucket(len(v.s.Units)-1-v.cue.Unit)
	b.Add(1, side)
	b.Add(2, side, far)
	b.Add(3, u.Word, side)
	b.Add(4, u.Word, side, far)
	b.Add(5, before.Word, u.Word, side)
	b.Add(6, u.Word, after.Word, side)
	b.Add(7, before.Tag, u.Tag, after.Tag, side)
	b.Add(13, v.lemma, side)
	b.Add(14, v.lemma, side, far)
	b.Add(15, v.before, side, v.kind)
	b.Add(16, v.after, side, v.kind)
	b.Add(17, v.before, v.after, side)
	b.Add(18, bucket(n.comma), bucket(n.verb), side)
	b.Add(19, bucket(n.that), bucket(n.colon), bucket(n.quoted), side)
	b.Add(20, bucket(n.saying), bucket(n.comma), side)
	b.Add(21, left, right, side)
	b.Add(22, v.regions, side, bit(u.is(Quoted)))
	b.Add(23, v.regions, side, v.tag, v.kind, far)
	b.Add(24, v.regions, v.lemma, side)
	b.Add(25, v.tag, side, v.after, bit(right <= 2))
	b.Add(26, bit(left <= 1), bit(right <= 1), v.regions, side, at(v.us, v.Cue-1).Tag, at(v.us, v.Cue+1).Tag)
	if u.is(Quoted) {
		b.Add(30, u.End, bit(u.is(Upper)), bucket(u.Words), side)
		b.Add(31, bucket(n.verb), bucket(n.phrase), side, u.End)
		b.Add(32, v.lemma, side, far)
		b.Add(33, bit(u.is(Open)), side)
		b.Add(34, bucket(n.quoted), side, far)
		b.Add(35, before.Word, side)
		b.Add(36, after.Word, side)
		b.Add(37, v.after, side, bit(u.is(Upper)), u.End)
	}
	if u.is(Folded) {
		b.Add(38, side)
	}
	// Who is named, and how far from the cue.
	b.Add(40, bucket(n.phrase), u.Tag, side)
	b.Add(41, bucket(n.phrase), bucket(n.comma), side, v.tag)
	b.Add(42, bucket(n.phrase), bucket(n.verb), u.Tag, side)
	b.Add(43, u.Word, bucket(n.verb), bucket(n.comma), side)
	b.Add(44, bucket(n.phrase), v.before, side)
	b.Add(45, bucket(n.phrase), v.after, side)
	b.Add(46, bucket(i+v.From), u.Tag, side)
	b.Add(47, v.lemma, u.Tag, side, bucket(n.verb))
	b.Add(48, uint32(u.Class), u.Tag, side, far)
	// Other cues.
	said := v.said(i)
	b.Add(60, said, side)
	b.Add(61, bucket(n.cue), side)
	b.Add(62, bucket(n.cue), side, u.Tag)
	b.Add(63, bucket(n.cue), bit(u.is(Quoted)), side)
	b.Add(64, level(v.cue.P[Say], sure), side)
	b.Add(65, v.said(i+1), v.said(i-1), said, side)
	b.Add(66, bucket(n.cue), v.lemma, side)
	b.Add(67, v.reports(i), side)
	b.Add(68, bucket(n.any), side)
	b.Add(69, bucket(n.any), bucket(n.cue), side)
	b.Add(70, level(v.cue.any(), fifth), level(v.cue.P[Say], sure), side)
	// What the rules make of it.
	own, other := v.own[i], v.other[i]
	b.Add(80, own, v.rule)
	b.Add(81, own, side, far)
	b.Add(82, own, v.lemma)
	b.Add(83, own, u.Tag, side)
	b.Add(84, other, own)
	b.Add(85, other, side, bucket(n.cue))
	b.Add(86, other, v.lemma, side)
	b.Add(87, own, bucket(n.verb), bucket(n.comma), side)
	// Where it stands in the tree.
	branch := v.places[i].branch()
	b.Add(90, branch, side)
	b.Add(91, branch, v.lemma, side)
	b.Add(92, branch, bucket(v.places[i].down), u.Relation, side)
	b.Add(93, branch, own, v.rule)
	b.Add(94, u.Relation, side, far)
	b.Add(95, branch, bucket(n.comma), side)
}

// edge adds what bears on a change of label before unit i.
func (v *view) edge(i int) {
	b := (*features)(&v.Edges[i])
	p, u := at(v.us, i-1), at(v.us, i)
	next, prior := at(v.us, i+1), at(v.us, i-2)
	side := uint32(v.Side(i))
	far := i - v.Cue
	if far > 0 {
		far--
	}
	d := bucket(max(far, -far))
	ends := bit(i == 0 || i == v.N)
	var n *counts
	switch {
	case i > v.Cue:
		n = &v.count[min(i, v.N-1)]
	default:
		n = &v.count[max(i-1, 0)]
	}
	if v.N == 1 {
		n = &counts{}
	}
	verbs, cues := bucket(n.verb), bucket(n.cue)
	b.Add(1, side, ends)
	b.Add(2, p.Word, side)
	b.Add(3, u.Word, side)
	b.Add(4, p.Word, u.Word, side)
	b.Add(5, p.Tag, u.Tag, side)
	b.Add(6, p.Word, u.Tag, next.Tag)
	b.Add(7, u.Word, next.Word, side)
	b.Add(8, prior.Word, p.Word, side)
	b.Add(9, p.Word, u.Word, next.Word)
	b.Add(10, prior.Word, p.Word, u.Word)
	b.Add(11, prior.Tag, p.Tag, u.Tag, next.Tag)
	b.Add(16, d, side, ends)
	b.Add(17, verbs, bucket(n.comma), side, ends)
	b.Add(18, ends, bit(p.is(Quoted)), bit(u.is(Quoted)), side, p.End)
	b.Add(19, bit(i+v.From <= 1), u.Word, p.Word, side)
	b.Add(20, bit(i+v.From >= len(v.s.Units)-2), u.Word, side)
	b.Add(22, v.lemma, u.Word, side)
	b.Add(23, v.lemma, p.Word, side)
	b.Add(24, p.Word, verbs, side)
	b.Add(25, u.Word, verbs, side)
	b.Add(26, p.Word, u.Word, verbs, bucket(n.quoted))
	b.Add(27, uint32(u.Class), u.Tag, p.Word, side)
	b.Add(28, p.Word, u.Tag, bucket(n.phrase), side)
	b.Add(29, p.Tag, u.Word, bucket(n.phrase), side)
	b.Add(40, v.said(i-1), v.said(i), side)
	b.Add(41, v.said(i), p.Word, side)
	b.Add(42, v.said(i+1), u.Word, p.Word)
	b.Add(43, v.said(i+1), v.said(i+2), p.Word, side)
	b.Add(44, cues, side, p.Word)
	b.Add(45, cues, side, u.Word)
	b.Add(46, v.said(i-2), v.said(i-1), u.Word)
	most := uint32(0)
	for k := i; k < i+5; k++ {
		if k != v.Cue {
			most = max(most, v.said(k))
		}
	}
	b.Add(47, most, p.Word, side)
	b.Add(48, most, p.Word, u.Word)
	b.Add(49, most, p.Word, u.Tag, verbs)
	b.Add(50, v.reports(i-1), v.reports(i), side)
	b.Add(51, bucket(n.any), side, p.Word, u.Tag)
	if i == v.Cue || i == v.Cue+1 {
		b.Add(30, side, v.lemma, u.Tag)
		b.Add(31, side, v.lemma, p.Tag)
		b.Add(32, side, v.before, v.after)
		b.Add(33, side, v.tag, u.Word, p.Word)
		b.Add(34, side, v.lemma)
	}
	own, was := v.ownAt(i), v.ownAt(i-1)
	b.Add(80, was, own, v.rule)
	b.Add(81, was, own, p.Word, side)
	b.Add(82, was, own, u.Word, side)
	b.Add(83, was, own, v.otherAt(i-1), v.otherAt(i))
	b.Add(84, was, own, v.lemma)
	b.Add(85, v.otherAt(i-1), v.otherAt(i), side, cues)
	b.Add(86, v.otherAt(i-1), v.otherAt(i), u.Word)
	b.Add(87, was, own, p.Tag, u.Tag)
	x, y := v.placeAt(i-1), v.placeAt(i)
	left, right := x.branch(), y.branch()
	b.Add(90, left, right, side)
	b.Add(91, left, right, p.Word, u.Word)
	b.Add(92, left, right, was, own)
	b.Add(93, left, right, bucket(x.down), bucket(y.down))
	b.Add(94, right, u.Relation, p.Relation, side)
	b.Add(95, left, right, v.lemma)
}
