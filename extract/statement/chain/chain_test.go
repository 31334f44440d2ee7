package chain

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dossier/extract/sparse"
)

// sentence is a made-up sentence of n units, with cues and guesses at random.
func sentence(r *rand.Rand, n int) *Sentence {
	s := &Sentence{First: r.IntN(2) == 0, After: r.IntN(2) == 0}
	for range n {
		u := Unit{Word: r.Uint32N(9), Tag: r.Uint32N(5), Words: 1}
		switch r.IntN(5) {
		case 0:
			u.Flags |= Verb
			u.Lemma, u.Class = 1+r.Uint32N(3), Say
		case 1:
			u.Flags |= Comma
			u.Words = 0
		case 2:
			u.Flags |= Quoted
			u.Words = 1 + r.IntN(9)
		case 3:
			u.Flags |= Nominal
		}
		s.Units = append(s.Units, u)
	}
	s.Find()
	for _, c := range s.Cues {
		if from := r.IntN(n); r.IntN(2) == 0 && from != c.Unit && kindOf(&s.Units[from]) == 0 {
			s.Guesses = append(s.Guesses, Guess{Cue: c.Unit, Rule: r.Uint32N(4), Content: []Phrase{{from, from + 1}}, Kept: r.IntN(2) == 0})
		}
	}
	return s
}

// random gives a model with weights at random for every feature of some sentences.
func random(t *testing.T, r *rand.Rand, sentences []*Sentence) *Model {
	t.Helper()
	var keys [4]map[uint32]bool
	for i := range keys {
		keys[i] = make(map[uint32]bool)
	}
	see := func(part int, features []uint32) {
		for _, f := range features {
			keys[part][f] = true
		}
	}
	var w Window
	var b features
	for _, s := range sentences {
		for k := range s.Cues {
			b = b[:0]
			s.CueFeatures(k, &b)
			see(0, b)
			w.Look(s, k)
			for i := range w.N {
				see(1, w.Units[i])
			}
			for i := 0; i <= w.N; i++ {
				see(2, w.Edges[i])
			}
		}
	}
	part := func(i int) sparse.Part {
		p := sparse.Part{Width: widths[i]}
		for k := range keys[i] {
			p.Keys = append(p.Keys, k)
		}
		slices.Sort(p.Keys)
		for range len(p.Keys) * p.Width {
			p.Rows = append(p.Rows, int8(r.IntN(9)-4))
		}
		return p
	}
	p := Parts{Notice: "made up", Cues: part(0), Units: part(1), Edges: part(2), Right: part(3), Scales: [3]int16{32, 32, 32}, Calibration: Straight()}
	m, err := Decode(Encode(&p))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestBest compares the best labellings, and how likely they are, with all
// labellings of short sentences, counted one by one.
func TestBest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	var sentences []*Sentence
	for range 60 {
		sentences = append(sentences, sentence(r, 1+r.IntN(7)))
	}
	m := random(t, r, sentences)
	for _, s := range sentences {
		for k := range s.Cues {
			var w Window
			l := lattice{powers: m.label}
			w.Look(s, k)
			l.score(m, &w)
			want, total := everything(&l, &w)
			var got []labelling
			l.best(&w, func(x labelling) { got = append(got, labelling{slices.Clone(x.labels), x.p}) })
			if len(got) != min(Best, len(want)) {
				t.Fatalf("%d labellings, want %d", len(got), min(Best, len(want)))
			}
			for i, x := range got {
				if score := scoreOf(&l, &w, x.labels); score != want[i] {
					t.Fatalf("labelling %d %v scores %d, want %d", i, x.labels, score, want[i])
				}
				if p := math.Exp(float64(want[i])/32) / total; math.Abs(p-x.p) > 1e-6*p {
					t.Fatalf("labelling %v has probability %g, want %g", x.labels, x.p, p)
				}
			}
		}
	}
}

// everything is the scores of all labellings, best first, and the sum of their
// exponentials.
func everything(l *lattice, w *Window) (scores []int32, total float64) {
	labels := make([]Label, w.N)
	for code := range int(math.Pow(3, float64(w.N))) {
		for i := range labels {
			labels[i] = Label(code % 3)
			code /= 3
		}
		if labels[w.Cue] != Outside {
			continue
		}
		s := scoreOf(l, w, labels)
		scores = append(scores, s)
		total += math.Exp(float64(s) / 32)
	}
	slices.SortFunc(scores, func(a, b int32) int { return int(b - a) })
	return scores, total
}

func scoreOf(l *lattice, w *Window, labels []Label) (s int32) {
	before := Outside
	for i, b := range labels {
		s += l.turn[i][before*3+b] + l.emission[i][b]
		before = b
	}
	return s + l.turn[w.N][before*3]
}

// TestConsistent reads with a model that means nothing: whatever it says, reports
// have content with words, one cue each, and don't contradict one another; and the
// same sentence gives the same reports.
func TestConsistent(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	var sentences []*Sentence
	for range 200 {
		sentences = append(sentences, sentence(r, 1+r.IntN(40)))
	}
	m := random(t, r, sentences)
	reader, again := NewReader(m), NewReader(m)
	reports := 0
	for _, s := range sentences {
		found := slices.Clone(reader.Read(s, 0, .8))
		reports += len(found)
		if a, b := fmt.Sprint(found), fmt.Sprint(again.Read(s, 0, .8)); a != b {
			t.Fatalf("the same sentence gave %s and %s", a, b)
		}
		for i, x := range found {
			if s.words(x.Content) == 0 || x.P < 0 || x.P > 1 || in(x.Content, x.Cue) || !x.Who.Empty() && x.Who.From <= x.Cue && x.Cue < x.Who.To {
				t.Fatalf("report %+v", x)
			}
			for _, y := range found[:i] {
				if x.Cue == y.Cue || s.clash(x.Content, y.Content) || in(x.Content, y.Cue) || in(y.Content, x.Cue) {
					t.Fatalf("%+v contradicts %+v", x, y)
				}
			}
		}
		for _, x := range reader.Read(s, .6, .6) {
			if x.P < .6 {
				t.Fatalf("asked for .6 and better, have %g", x.P)
			}
		}
	}
	if reports < 100 {
		t.Fatalf("only %d reports to check", reports)
	}
}

func TestDecode(t *testing.T) {
	good := Parts{Scales: [3]int16{1, 1, 1}, Calibration: Straight()}
	good.Cues.Width, good.Units.Width, good.Edges.Width, good.Right.Width = widths[0], widths[1], widths[2], widths[3]
	if _, err := Decode(Encode(&good)); err != nil {
		t.Fatal("an empty model: ", err)
	}
	for _, c := range []struct {
		why    string
		change func(*Parts)
	}{
		{"a table of another width", func(p *Parts) { p.Edges.Width++ }},
		{"no scale", func(p *Parts) { p.Scales[1] = 0 }},
		{"no calibration", func(p *Parts) { p.Calibration = nil }},
	} {
		p := good
		c.change(&p)
		if _, err := Decode(Encode(&p)); !errors.Is(err, sparse.ErrContent) {
			t.Errorf("%s: error is %v", c.why, err)
		}
	}
	if _, err := Decode([]byte("nothing")); !errors.Is(err, sparse.ErrFormat) {
		t.Errorf("no model: error is %v", err)
	}
}

func TestCalibrate(t *testing.T) {
	m := Model{calibration: []float64{0, .2, 1}}
	for p, want := range map[float64]float64{0: 0, .25: .1, .5: .2, .75: .6, 1: 1} {
		if got := m.calibrate(p); math.Abs(got-want) > 1e-9 {
			t.Errorf("%g is worth %g, want %g", p, got, want)
		}
	}
}
