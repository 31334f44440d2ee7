package syntax

import (
	"fmt"
	"math"
	"slices"

	"dossier/extract/sparse"
	"dossier/extract/syntax/fixed"
)

// Weights are a matrix as it is learned, row by row.
type Weights struct {
	Rows, Columns int
	W             []float32
}

// Vectors are a table of vectors as it is learned: keys in any order, Unknown among
// them, and a row for each.
type Vectors struct {
	Keys []uint32
	Rows []float32
}

// Layer is a layer of the network as it is learned. Columns are the input gate,
// forget gate, output gate and candidate of the forward direction, then those of the
// backward one.
type Layer struct{ Input, Forward, Backward, Bias Weights }

// Parts are a model as it is learned.
type Parts struct {
	Notice  string
	Tables  [Inputs]Vectors
	Layers  [layers]Layer
	Project Weights // from the top layer to what a word shows: as head, as dependent, and both again for relations
	Arc     Weights // from what a word shows as dependent to what it asks of a head
	// From what a pair shows to the scores of relations, and from a layer to those of tags.
	Relation, Tag                               Weights
	ProjectBias, ArcBias, RelationBias, TagBias Weights
	TagLayer                                    int // from which tags are read, 1 or 2
}

const layers = 2

// How many bits after the point numbers have, beside those of [fixed.Cell].
const (
	vectorBits = 11
	weightBits = 11 // weights, of a matrix whose columns are not too large for it
	shownBits  = 9  // what a word shows
	scoreBits  = 8
)

// The file keeps a byte a weight, and for each row of up to rowWidth weights a
// factor with factorBits more than weights have.
const (
	rowWidth   = 64
	factorBits = 8
)

const (
	magic   = "DOSSSYNT"
	version = 1
)

// matrices are the weights in the order of the file.
func (p *Parts) matrices() []*Weights {
	var out []*Weights
	for l := range p.Layers {
		out = append(out, &p.Layers[l].Input, &p.Layers[l].Forward, &p.Layers[l].Backward)
	}
	return append(out, &p.Project, &p.Arc, &p.Relation, &p.Tag)
}

// bias is a row that is added as it is, with so many bits after the point.
type bias struct {
	*Weights
	bits uint
}

func (p *Parts) biases() []bias {
	var out []bias
	for l := range p.Layers {
		out = append(out, bias{&p.Layers[l].Bias, fixed.SumBits})
	}
	return append(out, bias{&p.ProjectBias, shownBits}, bias{&p.ArcBias, scoreBits}, bias{&p.RelationBias, scoreBits}, bias{&p.TagBias, scoreBits})
}

// Encode is the file of a model, with its weights rounded; see [sparse.Encode]. It
// fails when the parts don't fit each other or weights are too large.
func Encode(p *Parts) ([]byte, error) {
	f := p.round()
	if _, err := newModel(f); err != nil {
		return nil, err
	}
	return sparse.Encode(magic, version, f), nil
}

// NewModel is the model that Encode would write.
func NewModel(p *Parts) (*Model, error) { return newModel(p.round()) }

// Decode reads the file of a model. It fails with the errors of [sparse.Decode].
func Decode(b []byte) (*Model, error) {
	f, err := sparse.Decode(magic, version, b)
	if err != nil {
		return nil, fmt.Errorf("model of syntax: %w", err)
	}
	return newModel(f)
}

// round makes the file: the tables of vectors and the matrices as parts; as numbers
// the inventory, the layer of the tags; of each matrix its rows, columns and the bits after the
// point of its weights; the biases; and the factors of all rows.
func (p *Parts) round() *sparse.File {
	f := &sparse.File{Notice: p.Notice, Numbers: []int16{inventory(), int16(p.TagLayer)}}
	for _, m := range p.matrices() {
		f.Numbers = append(f.Numbers, int16(m.Rows), int16(m.Columns), int16(m.bits()))
	}
	for _, b := range p.biases() {
		for _, w := range b.W {
			v := math.Round(float64(w) * float64(int(1)<<b.bits))
			f.Numbers = append(f.Numbers, int16(min(max(v, math.MinInt16), math.MaxInt16)))
		}
	}
	for i, t := range p.Tables {
		order := make([]int, len(t.Keys))
		for k := range order {
			order[k] = k
		}
		slices.SortFunc(order, func(a, b int) int { return int(int64(t.Keys[a]) - int64(t.Keys[b])) })
		part := sparse.Part{Width: Widths[i]}
		for _, k := range order {
			part.Keys = append(part.Keys, t.Keys[k])
			f.Numbers = append(f.Numbers, roundRow(&part, t.Rows[k*Widths[i]:(k+1)*Widths[i]], vectorBits))
		}
		f.Parts = append(f.Parts, part)
	}
	for _, m := range p.matrices() {
		part, bits := sparse.Part{Width: chunk(m.Columns)}, m.bits()
		for at := 0; at < len(m.W); at += part.Width {
			part.Keys = append(part.Keys, uint32(len(part.Keys)))
			f.Numbers = append(f.Numbers, roundRow(&part, m.W[at:at+part.Width], bits))
		}
		f.Parts = append(f.Parts, part)
	}
	return f
}

// bits is how many bits after the point the weights have: so many that no product
// can overflow, see [fixed.NewMatrix], and weightBits at most.
func (w *Weights) bits() int {
	worst := 0.0
	for j := range w.Columns {
		sum := 0.0
		for i := range w.Rows {
			sum += math.Abs(float64(w.W[i*w.Columns+j])) + roundedBy
		}
		worst = max(worst, sum)
	}
	bits := weightBits
	for bits > 1 && worst*float64(int(1)<<bits) > fixed.LargestSum {
		bits--
	}
	return bits
}

// roundedBy is about how much a weight may grow when it is rounded to a byte.
const roundedBy = 4. / 127 / 2

// chunk is the width of the pieces that rows of so many columns are cut into.
func chunk(columns int) int {
	for w := rowWidth; w > 1; w-- {
		if columns%w == 0 {
			return w
		}
	}
	return 1
}

// roundRow appends the bytes of a row and gives its factor.
func roundRow(p *sparse.Part, row []float32, bits int) int16 {
	largest := 0.0
	for _, w := range row {
		largest = max(largest, math.Abs(float64(w)))
	}
	unit := float64(int(1) << (bits + factorBits))
	factor := min(max(math.Ceil(largest/127*unit), 1), math.MaxInt16)
	for _, w := range row {
		p.Rows = append(p.Rows, int8(min(max(math.Round(float64(w)*unit/factor), -127), 127)))
	}
	return int16(factor)
}

// Model is what has been learned. It is immutable and safe for concurrent use; each
// user makes a Reader of it.
type Model struct {
	notice   string
	tagLayer int
	tables   [Inputs]table
	layers   [layers]layer

	hidden, arcWide, relationWide int // half of an output, and of what a word shows

	project, arc, relation, tag                 *fixed.Matrix
	projectBias, arcBias, relationBias, tagBias []int16
}

// Notice says what the model was learned from, and under which licences.
func (m *Model) Notice() string { return m.notice }

// table is one of the tables of vectors.
type table struct {
	index   sparse.Index
	width   int
	rows    []int8
	factors []int16
}

type layer struct {
	input, forward, backward *fixed.Matrix
	bias                     []int16
}

// find is the row of a key, that of Unknown for one that isn't there.
func (t *table) find(key uint32) int32 { return max(t.index.Find(key), 0) }

// fill writes the vector of a row.
func (t *table) fill(out []int16, row int32) {
	factor := int32(t.factors[row])
	for i, w := range t.rows[int(row)*t.width : int(row+1)*t.width] {
		out[i] = widen(w, factor)
	}
}

func widen(w int8, factor int32) int16 {
	return int16((int32(w)*factor + 1<<(factorBits-1)) >> factorBits)
}
