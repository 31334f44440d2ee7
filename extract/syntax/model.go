package syntax

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/extract/lstm"
	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

// What is learned of layers, see package lstm.
type (
	Weights = lstm.Weights
	Layer   = lstm.Layer
)

// Vectors are a table of vectors as it is learned: keys in any order, Unknown among
// them, and a row for each.
type Vectors struct {
	Keys []uint32
	Rows []float32
}

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

// How many bits after the point numbers have, beside those of package lstm.
const (
	shownBits = 9 // what a word shows
	scoreBits = 8
)

const (
	magic   = "DOSSSYNT"
	version = 1
)

// matrices are the weights in the order of the file.
func (p *Parts) matrices() []*Weights {
	return append(lstm.Matrices(p.Layers[:]), &p.Project, &p.Arc, &p.Relation, &p.Tag)
}

// bias is a row that is added as it is, with so many bits after the point.
type bias struct {
	*Weights
	bits int
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
// point of its weights; the biases; and the units of all rows.
func (p *Parts) round() *sparse.File {
	f := &sparse.File{Notice: p.Notice, Numbers: []int16{inventory(), int16(p.TagLayer)}}
	for _, m := range p.matrices() {
		f.Numbers = append(f.Numbers, int16(m.Rows), int16(m.Columns), int16(m.Bits(roundedBy)))
	}
	for _, b := range p.biases() {
		f.Numbers = lstm.RoundBias(f.Numbers, b.W, b.bits)
	}
	for i, t := range p.Tables {
		order := make([]int, len(t.Keys))
		for k := range order {
			order[k] = k
		}
		slices.SortFunc(order, func(a, b int) int { return cmp.Compare(t.Keys[a], t.Keys[b]) })
		part := sparse.Part{Width: Widths[i]}
		for _, k := range order {
			part.Keys = append(part.Keys, t.Keys[k])
			f.Numbers = lstm.RoundRows(&part, t.Rows[k*Widths[i]:(k+1)*Widths[i]], lstm.VectorBits, f.Numbers)
		}
		f.Parts = append(f.Parts, part)
	}
	for _, m := range p.matrices() {
		var part sparse.Part
		part, f.Numbers = m.Part(chunk(m.Columns), m.Bits(roundedBy), f.Numbers)
		f.Parts = append(f.Parts, part)
	}
	return f
}

// roundedBy is about how much a weight may grow when it is rounded to a byte.
const roundedBy = 4. / 127 / 2

// chunk is how many weights of a row of so many have one unit: all, or a part of
// them.
func chunk(columns int) int {
	const most = 64
	for w := most; w > 1; w-- {
		if columns%w == 0 {
			return w
		}
	}
	return 1
}

// Model is what has been learned. It is immutable and safe for concurrent use; each
// user makes a Reader of it.
type Model struct {
	notice   string
	tagLayer int
	net      *lstm.Network

	arcWide, relationWide int // half of what a word shows

	project, arc, relation, tag                 *fixed.Matrix
	projectBias, arcBias, relationBias, tagBias []int16
}

// Notice says what the model was learned from, and under which licences.
func (m *Model) Notice() string { return m.notice }
