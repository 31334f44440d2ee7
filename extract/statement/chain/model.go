package chain

import (
	"fmt"
	"slices"
	"sync"

	"dossier/extract/sparse"
)

// Model is what has been learned. It is immutable.
type Model struct {
	notice string
	cues   *sparse.Table // classes but NoCue
	units  *sparse.Table // labels but outside
	edges  *sparse.Table // what happens at an edge
	right  *sparse.Table // whether an alternative is right
	turns  [2][9]int32   // from label to label, before the cue and after it

	cue, label, truth *powers
	calibration       []float64 // how many of those judged so likely are right

	readers sync.Pool // those that nobody uses
}

// Parts are a model as it is learned.
type Parts struct {
	Notice      string
	Cues        sparse.Part
	Units       sparse.Part
	Edges       sparse.Part
	Right       sparse.Part
	Turns       [2][9]int16
	Scales      [3]int16 // what one is in the weights of cues, of units and edges, of right
	Calibration []int16  // in thousandths, at equal steps from 0 to 1
}

const (
	magic   = "DOSSSAID"
	version = 1
)

// Encode is the file of a model; see [sparse.Encode].
func Encode(p *Parts) []byte {
	f := sparse.File{Notice: p.Notice, Parts: []sparse.Part{p.Cues, p.Units, p.Edges, p.Right}}
	f.Numbers = append(f.Numbers, p.Scales[:]...)
	for _, t := range p.Turns {
		f.Numbers = append(f.Numbers, t[:]...)
	}
	f.Numbers = append(f.Numbers, p.Calibration...)
	return sparse.Encode(magic, version, &f)
}

// widths is how many weights the features of each part have.
var widths = []int{int(Classes) - 1, int(Labels) - 1, Turns, Judgements}

// Decode reads the file of a model. It fails with the errors of [sparse.Decode].
func Decode(b []byte) (*Model, error) {
	f, err := sparse.Decode(magic, version, b)
	if err != nil {
		return nil, fmt.Errorf("model of statements: %w", err)
	}
	const fixed = 3 + 2*9
	if len(f.Parts) != len(widths) || len(f.Numbers) < fixed+2 {
		return nil, fmt.Errorf("model of statements: %w", sparse.ErrContent)
	}
	for i := range f.Parts {
		if f.Parts[i].Width != widths[i] {
			return nil, fmt.Errorf("model of statements: %w", sparse.ErrContent)
		}
	}
	for _, s := range f.Numbers[:3] {
		if s <= 0 {
			return nil, fmt.Errorf("model of statements: %w", sparse.ErrContent)
		}
	}
	m := &Model{
		notice: f.Notice,
		cues:   sparse.NewTable(&f.Parts[0]), units: sparse.NewTable(&f.Parts[1]),
		edges: sparse.NewTable(&f.Parts[2]), right: sparse.NewTable(&f.Parts[3]),
		cue: newPowers(int(f.Numbers[0])), label: newPowers(int(f.Numbers[1])), truth: newPowers(int(f.Numbers[2])),
	}
	for i := range m.turns {
		for t := range m.turns[i] {
			m.turns[i][t] = int32(f.Numbers[3+9*i+t])
		}
	}
	for _, v := range f.Numbers[fixed:] {
		m.calibration = append(m.calibration, float64(v)/1000)
	}
	return m, nil
}

// Notice says what the model was learned from, and on which terms.
func (m *Model) Notice() string { return m.notice }

// calibrate turns what the last classifier says into the share of such
// alternatives that are right, linear between the steps.
func (m *Model) calibrate(p float64) float64 {
	last := len(m.calibration) - 1
	x := float64(p * float64(last))
	i := min(int(x), last-1)
	return m.calibration[i] + float64((x-float64(i))*(m.calibration[i+1]-m.calibration[i]))
}

// Straight is a calibration that changes nothing.
func Straight() []int16 { return slices.Clone([]int16{0, 1000}) }
