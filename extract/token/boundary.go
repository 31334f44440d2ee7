package token

import (
	_ "embed"
	"fmt"

	"dossier/extract/sparse"
)

// Ends decides whether a segment ends after a token, by the features of that place and
// whether the paragraphs of the document stand on lines of their own.
type Ends func(token int, features sparse.Features, lines bool) bool

// Boundaries is what has been learned of the ends of segments: a logistic regression
// over what the words around a place look like. It is immutable.
type Boundaries struct {
	notice  string
	weights *sparse.Table
	least   [2]int32 // sum of weights above which a segment ends: of documents in one line, in several
}

const (
	boundariesMagic   = "DOSSSENT"
	boundariesVersion = 2
)

//go:embed boundaries.model
var embeddedBoundaries []byte

// EncodeBoundaries is the file of a model: what it was learned from, the weights of
// features, and the sums above which a segment ends in documents in one line and in
// several.
func EncodeBoundaries(notice string, weights sparse.Part, least [2]int16) []byte {
	return sparse.Encode(boundariesMagic, boundariesVersion, &sparse.File{Notice: notice, Parts: []sparse.Part{weights}, Numbers: least[:]})
}

// DecodeBoundaries reads the file of a model. It fails with the errors of
// [sparse.Decode].
func DecodeBoundaries(b []byte) (*Boundaries, error) {
	f, err := sparse.Decode(boundariesMagic, boundariesVersion, b)
	if err != nil {
		return nil, fmt.Errorf("model of sentence ends: %w", err)
	}
	if len(f.Parts) != 1 || f.Parts[0].Width != 1 || len(f.Numbers) != 2 {
		return nil, fmt.Errorf("model of sentence ends: %w", sparse.ErrContent)
	}
	return &Boundaries{notice: f.Notice, weights: sparse.NewTable(&f.Parts[0]), least: [2]int32{int32(f.Numbers[0]), int32(f.Numbers[1])}}, nil
}

// Notice says what the model was learned from, and under which licences.
func (b *Boundaries) Notice() string { return b.notice }

func (b *Boundaries) ends(_ int, features sparse.Features, lines bool) bool {
	var sum [1]int32
	b.weights.Sum(features, sum[:])
	return sum[0] > b.least[number(lines)]
}
