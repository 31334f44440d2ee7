// Package recurrent scores the tokens of sequences by what stands around them: over
// each sequence run layers of a bidirectional LSTM (package lstm), and the top layer
// gives a score for each of some outputs.
package recurrent

import (
	"dossier/extract/lstm"
	"dossier/extract/lstm/fixed"
	"dossier/extract/sparse"
)

// Model is a network. It is immutable and safe for concurrent use; each user makes
// a Reader of it.
type Model struct {
	net     *lstm.Network
	out     *fixed.Matrix
	outBias []int16
	deep    int // layers
}

// What a file may ask for.
const (
	maxTables  = 16
	maxWidth   = 256
	mostLayers = 2
)

// Load makes a network of what Round gave. It fails with [sparse.ErrContent].
func Load(parts []sparse.Part, numbers []int16) (*Model, error) {
	l := lstm.NewLoader(parts, numbers)
	widths := make([]int, l.Size(maxTables))
	m := &Model{deep: l.Size(mostLayers)}
	hidden, outs := l.Size(maxWidth), l.Size(maxWidth)
	for i := range widths {
		widths[i] = l.Size(maxWidth)
	}
	if outs%16 != 0 { // see fixed.NewMatrix
		l.Fail("%d outputs", outs)
	}
	bits := make([]int, 3*m.deep+1)
	for i := range bits {
		bits[i] = l.Size(lstm.WeightBits)
	}
	m.net = l.Begin(widths, m.deep, hidden)
	m.outBias = l.Take(outs)
	if err := l.Err(); err != nil {
		return nil, err
	}
	l.Finish(m.net, bits, func(int) int { return rowWidth })
	m.out = l.Matrix(2*hidden, outs, rowWidth, bits[3*m.deep]+fixed.OutputBits-ScoreBits)
	l.End()
	return m, l.Err()
}

// Outputs is how many scores a token has.
func (m *Model) Outputs() int { return len(m.outBias) }

// Widths are those of the tables of vectors.
func (m *Model) Widths() []int { return m.net.Widths() }

// Sequence is what is read: the keys of tokens, as many for each as there are
// tables. The scores, of each token in a row, are valid until the next Read; they
// have ScoreBits after the point.
type Sequence struct {
	Keys   []uint32
	Scores []int16
}

// Reader reads sequences. It keeps its memory between calls; it is for one user at a
// time. What it gives depends on nothing but the model and the sequence.
type Reader struct {
	m      *Model
	layers *lstm.Reader
	pieces []lstm.Piece
	scores []int16
	rows   []int16
}

// NewReader makes a reader.
func (m *Model) NewReader() *Reader { return &Reader{m: m, layers: m.net.NewReader()} }

// Read fills the scores of sequences. A sequence that is longer than layers should
// read is cut.
func (r *Reader) Read(sequences []Sequence) {
	tables, outs := r.m.net.Tables(), r.m.Outputs()
	r.pieces = r.pieces[:0]
	total := 0
	for i := range sequences {
		n := len(sequences[i].Keys) / tables
		for from := 0; from < n; from += lstm.Longest {
			r.pieces = append(r.pieces, lstm.Piece{Sequence: i, From: from, N: min(n-from, lstm.Longest)})
		}
		total += n * outs
	}
	r.scores = fixed.Grow(r.scores, total)
	rest := r.scores
	for i := range sequences {
		n := len(sequences[i].Keys) / tables * outs
		sequences[i].Scores, rest = rest[:n:n], rest[n:]
	}
	keys := func(p lstm.Piece, t int) []uint32 {
		return sequences[p.Sequence].Keys[(p.From+t)*tables:][:tables]
	}
	r.layers.Read(r.pieces, keys, func(side []lstm.Piece) {
		k := len(side)
		r.rows = r.m.out.Product(r.rows, r.m.outBias, r.layers.Out(r.m.deep-1), r.layers.Width(), side[k-1].N*k)
		for i, p := range side {
			scores := sequences[p.Sequence].Scores[p.From*outs:]
			for t := range p.N {
				copy(scores[t*outs:][:outs], r.rows[(t*k+i)*outs:])
			}
		}
	})
}
