package chain

import (
	"cmp"
	"slices"
)

// Reader reads sentences with a model. It is for one goroutine.
type Reader struct {
	// Thorough asks of all that may report anything at all what it would report. It
	// is how to learn: what is asked of fewer learns worse (a point on PolNeAR), but
	// what has learned so reads as well without.
	Thorough bool

	model   *Model
	window  Window
	lattice lattice
	buffer  features
	found   []Alternative
	pieces  []Phrase // of their contents
	best    []int    // the likeliest of each cue among them
	order   []int
	reports []Report
}

// NewReader makes a reader.
func NewReader(m *Model) *Reader {
	return &Reader{model: m, lattice: lattice{powers: m.label}}
}

// Borrow gives a reader that has read before, if there is one, so that its memory
// serves again. It is to be given back.
func (m *Model) Borrow() *Reader {
	if r, ok := m.readers.Get().(*Reader); ok {
		return r
	}
	return NewReader(m)
}

// Return takes back a reader that nobody uses any more.
func (m *Model) Return(r *Reader) { m.readers.Put(r) }

// hopeless is the probability of being a cue of speech or thought below which
// nobody asks what it would report. Of those below a tenth one in three hundred
// would have reported something.
const (
	hopeless = .1
	remote   = .05 // of reporting anything at all, when reading thoroughly
)

// Read gives the reports of a sentence that are at least so likely right, of
// beliefs at least so likely as believed says, and that don't contradict one
// another, in the order of their cues. The slice is good until the next call.
func (r *Reader) Read(s *Sentence, least, believed float64) []Report {
	r.Suggest(s)
	for i := range r.found {
		r.judge(s, i)
	}
	r.reports = r.reports[:0]
	r.choose(s, Say, least, func(a *Alternative) (likely, worth float64) { return a.Right, a.Worth })
	r.choose(s, Thought, believed, func(a *Alternative) (likely, worth float64) { return a.Belief, a.Belief })
	slices.SortFunc(r.reports, func(a, b Report) int { return a.Cue - b.Cue })
	return r.reports
}

// choose adds, of the alternatives that are likely enough, the most worth first,
// what contradicts no report that is there.
func (r *Reader) choose(s *Sentence, class Class, least float64, judged func(*Alternative) (likely, worth float64)) {
	r.order = r.order[:0]
	for i := range r.found {
		if likely, _ := judged(&r.found[i]); likely >= least {
			r.order = append(r.order, i)
		}
	}
	slices.SortStableFunc(r.order, func(a, b int) int {
		_, x := judged(&r.found[a])
		_, y := judged(&r.found[b])
		return cmp.Compare(y, x)
	})
	for _, i := range r.order {
		a := &r.found[i]
		cue := s.Cues[a.Cue].Unit
		if slices.ContainsFunc(r.reports, func(o Report) bool {
			return o.Cue == cue || s.clash(a.Content, o.Content) || in(a.Content, o.Cue) || in(o.Content, cue)
		}) {
			continue
		}
		likely, _ := judged(a)
		r.reports = append(r.reports, Report{Cue: cue, Class: class, Content: a.Content, Who: a.Who, P: likely, Guess: a.Guess})
	}
}

// Suggest finds the cues of the sentence and what each may report; it gives the
// alternatives, which are good until the next call.
func (r *Reader) Suggest(s *Sentence) []Alternative {
	s.Find()
	r.Classify(s)
	return r.Weigh(s)
}

// Classify says of each possible cue how likely it is of which class.
func (r *Reader) Classify(s *Sentence) {
	for k := range s.Cues {
		r.buffer = r.buffer[:0]
		s.CueFeatures(k, &r.buffer)
		var scores [Classes]int32
		r.model.cues.Sum(r.buffer, scores[1:])
		r.model.cue.softmax(scores[:], s.Cues[k].P[:])
	}
}

// Weigh gives what the cues of a classified sentence may report.
func (r *Reader) Weigh(s *Sentence) []Alternative {
	r.found, r.best, r.pieces = r.found[:0], r.best[:0], r.pieces[:0]
	for k := range s.Cues {
		c := &s.Cues[k]
		if p := c.P[Say] + c.P[Thought]; p < hopeless && !(r.Thorough && c.any() >= remote) {
			continue
		}
		n := len(r.found)
		if r.alternatives(s, k); n < len(r.found) {
			r.best = append(r.best, n)
		}
	}
	return r.found
}

// Features gives what bears on whether the i-th alternative of the last sentence
// is right; they are good until the next call.
func (r *Reader) Features(s *Sentence, i int) []uint32 {
	r.buffer = r.buffer[:0]
	r.features(s, i, &r.buffer)
	return r.buffer
}

// What the last classifier judges of an alternative.
const (
	Right  = iota // it is what was said, give or take a word, by the right one
	Exact         // and neither a unit more nor less
	Belief        // it is what was thought, not said, by the right one
	Judgements
)

// exactly is how much a choice between alternatives goes by their being exact.
const exactly = .6

func (r *Reader) judge(s *Sentence, i int) {
	var score [Judgements]int32
	r.model.right.Sum(r.Features(s, i), score[:])
	a := &r.found[i]
	right, exact := r.model.truth.logistic(score[Right]), r.model.truth.logistic(score[Exact])
	a.Right = r.model.calibrate(right)
	a.Belief = r.model.truth.logistic(score[Belief])
	a.Worth = float64((1-exactly)*right) + float64(exactly*exact)
}

// clash tells whether two contents share more than half of the words of either.
func (s *Sentence) clash(a, b []Phrase) bool {
	common := 0
	for _, p := range a {
		for _, q := range b {
			common += s.within(p.overlap(q))
		}
	}
	return 2*common > min(s.words(a), s.words(b))
}
