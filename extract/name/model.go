package name

import (
	"fmt"
	"slices"

	"dossier/extract/name/recurrent"
	"dossier/extract/sparse"
)

// Model is what has been learned: word classes, the weights of features and of
// neighbouring labels. It is immutable.
type Model struct {
	notice      string
	clusters    classTable
	weights     weightTable
	transitions [Labels][Labels]int32 // [to][from]
	net         *recurrent.Model      // nil for none
	share       int32                 // what its scores weigh, with shareBits after the point
}

// shareBits turn the scores of the network into weights.
const shareBits = 8 + recurrent.ScoreBits

// Notice says what the model was learned from, and under which licences.
func (m *Model) Notice() string { return m.notice }

// Parts are a model as it is learned. Keys are in ascending order.
type Parts struct {
	Notice      string
	WordKeys    []uint32 // HashLower of the words that have a class
	WordClasses []uint8  // 1 to 255
	Keys        []uint32 // features
	Rows        [][Weights]int8
	Transitions [Labels][Labels]int16 // [to][from]

	Net   *recurrent.Parts // its tables are the inputs, its outputs the labels but Outside; nil for none
	Share int16            // how many 256ths of a weight the scores of the network are
}

const (
	magic   = "DOSSNAME"
	version = 4
)

// Encode is the file of a model: the words with their classes and the features with
// their weights as parts, the transitions as numbers, then the network, if there is
// one; see [sparse.Encode].
func Encode(p *Parts) []byte {
	words := sparse.Part{Width: 1, Keys: p.WordKeys}
	for _, c := range p.WordClasses {
		words.Rows = append(words.Rows, int8(c))
	}
	features := sparse.Part{Width: Weights, Keys: p.Keys}
	for i := range p.Rows {
		features.Rows = append(features.Rows, p.Rows[i][:]...)
	}
	f := sparse.File{Notice: p.Notice, Parts: []sparse.Part{words, features}}
	for _, t := range p.Transitions {
		f.Numbers = append(f.Numbers, t[:]...)
	}
	if p.Net != nil {
		parts, numbers := p.Net.Round()
		f.Parts = append(f.Parts, parts...)
		f.Numbers = append(append(f.Numbers, p.Share), numbers...)
	}
	return sparse.Encode(magic, version, &f)
}

// Decode reads the file of a model. It fails with the errors of [sparse.Decode].
func Decode(b []byte) (*Model, error) {
	f, err := sparse.Decode(magic, version, b)
	if err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	const turns = Labels * Labels
	if len(f.Parts) < 2 || f.Parts[0].Width != 1 || f.Parts[1].Width != Weights || len(f.Numbers) < turns {
		return nil, fmt.Errorf("model of names: %w", sparse.ErrContent)
	}
	words := &f.Parts[0]
	m := &Model{
		notice:   f.Notice,
		clusters: classTable{sparse.NewIndex(words.Keys), words.Rows},
		weights:  newWeightTable(&f.Parts[1]),
	}
	for i, v := range f.Numbers[:turns] {
		m.transitions[i/Labels][i%Labels] = int32(v)
	}
	if len(f.Numbers) == turns && len(f.Parts) == 2 {
		return m, nil
	}
	if len(f.Numbers) == turns {
		return nil, fmt.Errorf("model of names: %w: a network without numbers", sparse.ErrContent)
	}
	m.share = int32(f.Numbers[turns])
	if m.net, err = recurrent.Load(f.Parts[2:], f.Numbers[turns+1:]); err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	if !slices.Equal(m.net.Widths(), Widths[:]) || m.net.Outputs() != Weights {
		return nil, fmt.Errorf("model of names: %w: a network of other inputs or labels", sparse.ErrContent)
	}
	return m, nil
}
