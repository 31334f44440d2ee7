package recurrent

import (
	"dossier/extract/lstm"
	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

// What is learned of a network, see package lstm.
type (
	Weights = lstm.Weights
	Layer   = lstm.Layer
)

// Vectors are a table of vectors as it is learned: keys in ascending order, the
// first of them [Unknown], and a row for each.
type Vectors struct {
	Width int
	Keys  []uint32
	Rows  []float32
}

// Unknown is the key of the vector for what has none of its own.
const Unknown = lstm.Unknown

// Parts are a network as it is learned.
type Parts struct {
	Tables       []Vectors
	Layers       []Layer
	Out, OutBias Weights
}

// ScoreBits is how many bits after the point scores have.
const ScoreBits = 8

const (
	rowWidth = 16  // how many weights of a matrix share a unit
	rounding = .02 // a weight may grow by it
)

// Round gives the network as bytes, to be kept in a [sparse.File]: parts for the
// tables and matrices, and as numbers its sizes, the bits of the matrices, the
// biases, and the unit of each row of bytes.
func (p *Parts) Round() ([]sparse.Part, []int16) {
	numbers := []int16{int16(len(p.Tables)), int16(len(p.Layers)), int16(p.Layers[0].Forward.Rows), int16(p.Out.Columns)}
	for _, t := range p.Tables {
		numbers = append(numbers, int16(t.Width))
	}
	var parts []sparse.Part
	var units []int16
	for _, t := range p.Tables {
		part := sparse.Part{Width: t.Width, Keys: t.Keys}
		units = lstm.RoundRows(&part, t.Rows, lstm.VectorBits, units)
		parts = append(parts, part)
	}
	for _, m := range append(lstm.Matrices(p.Layers), &p.Out) {
		bits := m.Bits(rounding)
		numbers = append(numbers, int16(bits))
		var part sparse.Part
		part, units = m.Part(rowWidth, bits, units)
		parts = append(parts, part)
	}
	for _, y := range p.Layers {
		numbers = lstm.RoundBias(numbers, y.Bias.W, fixed.SumBits)
	}
	numbers = lstm.RoundBias(numbers, p.OutBias.W, ScoreBits)
	return parts, append(numbers, units...)
}
