package lstm

import (
	"math"
	"slices"

	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

// Weights are a matrix as it is learned, row by row.
type Weights struct {
	Rows, Columns int
	W             []float32
}

// Layer is a layer as it is learned. Columns are the input gate, forget gate,
// output gate and candidate of the forward direction, then those of the backward
// one.
type Layer struct{ Input, Forward, Backward, Bias Weights }

// Unknown is the key of the vector for what has none of its own.
const Unknown uint32 = 0

// How many bits after the point numbers have, beside those of [fixed.Cell].
const (
	VectorBits = 11
	WeightBits = 11 // of matrices whose columns are not too large for it
	unitBits   = 8  // of the unit of a row of bytes, more than its weights have
)

// Matrices are the weights of layers but for the biases, in the order of a file.
func Matrices(layers []Layer) []*Weights {
	var out []*Weights
	for i := range layers {
		out = append(out, &layers[i].Input, &layers[i].Forward, &layers[i].Backward)
	}
	return out
}

// Bits is how many bits after the point the weights have: so many that no product
// can overflow when each weight grows by what rounding may add, see
// [fixed.LargestSum].
func (w *Weights) Bits(rounding float64) int {
	worst := 0.0
	for j := range w.Columns {
		sum := 0.0
		for i := range w.Rows {
			sum += math.Abs(float64(w.W[i*w.Columns+j])) + rounding
		}
		worst = max(worst, sum)
	}
	bits := WeightBits
	for bits > 1 && worst*float64(int(1)<<bits) > fixed.LargestSum {
		bits--
	}
	return bits
}

// Part is the matrix as bytes, width of them with one unit, which are appended to
// units.
func (w *Weights) Part(width, bits int, units []int16) (sparse.Part, []int16) {
	p := sparse.Part{Width: width}
	for i := range len(w.W) / width {
		p.Keys = append(p.Keys, uint32(i))
	}
	units = RoundRows(&p, w.W, bits, units)
	return p, units
}

// RoundRows appends rows as bytes, and the unit of each to units.
func RoundRows(p *sparse.Part, w []float32, bits int, units []int16) []int16 {
	one := float64(int(1) << (bits + unitBits))
	for row := range slices.Chunk(w, p.Width) {
		largest := 0.0
		for _, x := range row {
			largest = max(largest, math.Abs(float64(x)))
		}
		unit := min(max(math.Ceil(largest/127*one), 1), math.MaxInt16)
		for _, x := range row {
			p.Rows = append(p.Rows, int8(min(max(math.Round(float64(x)*one/unit), -127), 127)))
		}
		units = append(units, int16(unit))
	}
	return units
}

// RoundBias appends a row that is added as it is, with so many bits after the point.
func RoundBias(numbers []int16, w []float32, bits int) []int16 {
	for _, x := range w {
		v := math.Round(float64(x) * float64(int(1)<<bits))
		numbers = append(numbers, int16(min(max(v, math.MinInt16), math.MaxInt16)))
	}
	return numbers
}

// widen is a byte in its unit.
func widen(w int8, unit int16) int16 {
	return int16((int32(w)*int32(unit) + 1<<(unitBits-1)) >> unitBits)
}
