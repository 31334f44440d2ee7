package name

import (
	"fmt"

	"dossier/extract/sparse"
)

// Model is what has been learned: word classes, the weights of features and of
// neighbouring labels. It is immutable.
type Model struct {
	notice      string
	clusters    classTable
	weights     weightTable
	transitions [Labels][Labels]int32 // [to][from]
}

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
}

const (
	magic   = "DOSSNAME"
	version = 3
)

// Encode is the file of a model: the words with their classes and the features with
// their weights as parts, the transitions as numbers; see [sparse.Encode].
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
	return sparse.Encode(magic, version, &f)
}

// Decode reads the file of a model. It fails with the errors of [sparse.Decode].
func Decode(b []byte) (*Model, error) {
	f, err := sparse.Decode(magic, version, b)
	if err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	if len(f.Parts) != 2 || f.Parts[0].Width != 1 || f.Parts[1].Width != Weights || len(f.Numbers) != Labels*Labels {
		return nil, fmt.Errorf("model of names: %w", sparse.ErrContent)
	}
	words := &f.Parts[0]
	m := &Model{
		notice:   f.Notice,
		clusters: classTable{sparse.NewIndex(words.Keys), words.Rows},
		weights:  newWeightTable(&f.Parts[1]),
	}
	for i, v := range f.Numbers {
		m.transitions[i/Labels][i%Labels] = int32(v)
	}
	return m, nil
}
