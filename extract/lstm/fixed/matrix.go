// Package fixed is the arithmetic of a small recurrent network in integers of
// fixed point, so that every machine gets the same result to the last bit: products
// of matrices, and the cells of an LSTM.
//
// Numbers are int16, with as many bits after the binary point as their user says;
// sums are int32. What does not fit is cut to the nearest number that does. Where
// the processor has the instructions (AVX2 on amd64, NEON on arm64) they are used,
// else plain Go, which holds two sums in one word of 64 bits.
package fixed

import "fmt"

// Matrix multiplies vectors. It is immutable but for SetColumns.
//
// For vector instructions, the weights of sixteen columns lie together, two rows
// interleaved: one instruction multiplies a pair of inputs with a pair of weights
// and adds the two. For plain Go each word holds two columns.
type Matrix struct {
	in, out int
	shift   uint
	vector  bool
	pairs   []int16
	halves  []int64
	rows    []int16 // of a matrix that SetColumns fills, for plain Go: column by column
}

// LargestSum is how large the weights of a column may be together: a product with
// any vector then fits in 32 bits.
const LargestSum = 1<<16 - 1

// NewMatrix makes a matrix of weights that lie row by row, a row for each input.
// A product is shifted right by shift, 1 to 24, so that a product of numbers with a
// and b bits after the point has a + b - shift. There must be an even number of
// inputs and a multiple of sixteen outputs. It fails when the weights of a column are
// so large that a sum might not fit.
func NewMatrix(in, out int, weights []int16, shift uint) (*Matrix, error) {
	return newMatrix(in, out, weights, shift, vectors)
}

func newMatrix(in, out int, weights []int16, shift uint, vector bool) (*Matrix, error) {
	if in <= 0 || in%2 != 0 || out <= 0 || out%16 != 0 || len(weights) != in*out || shift < 1 || shift > 24 {
		return nil, fmt.Errorf("matrix of %d by %d with %d weights, shift %d: not possible", in, out, len(weights), shift)
	}
	m := &Matrix{in: in, out: out, shift: shift, vector: vector}
	for j := range out {
		sum := 0
		for i := range in {
			w := int(weights[i*out+j])
			sum += max(w, -w)
		}
		if sum > LargestSum {
			return nil, fmt.Errorf("matrix of %d by %d: weights of column %d are too large, %d together", in, out, j, sum)
		}
	}
	if vector {
		m.pairs = make([]int16, in*out)
		for i := range in {
			for j := range out {
				m.pairs[m.at(i, j)] = weights[i*out+j]
			}
		}
		return m, nil
	}
	m.halves = make([]int64, in*out/2)
	for i := range in {
		for j := 0; j < out; j += 2 {
			m.halves[(i*out+j)/2] = int64(weights[i*out+j]) + int64(weights[i*out+j+1])<<32
		}
	}
	return m, nil
}

// at is where a weight lies in pairs.
func (m *Matrix) at(i, j int) int { return (j/16*m.in/2+i/2)*32 + j%16*2 + i%2 }

// NewColumns makes an empty matrix, to be filled by SetColumns.
func NewColumns(in int, shift uint) *Matrix { return newColumns(in, shift, vectors) }

func newColumns(in int, shift uint, vector bool) *Matrix {
	return &Matrix{in: in, shift: shift, vector: vector}
}

// Out is how many outputs the matrix has.
func (m *Matrix) Out() int { return m.out }

// SetColumns makes column j of m out of a[j*stride:], for the first n columns; the
// rest, up to a multiple of sixteen, is zero. Sums that don't fit in 32 bits lose
// their upper bits.
func (m *Matrix) SetColumns(a []int16, stride, n int) {
	m.out = (n + 15) &^ 15
	if !m.vector {
		m.rows = m.rows[:0]
		for j := range n {
			m.rows = append(m.rows, a[j*stride:j*stride+m.in]...)
		}
		return
	}
	if size := m.in * m.out; cap(m.pairs) < size {
		m.pairs = make([]int16, size+size/2)
	}
	m.pairs = m.pairs[:m.in*m.out]
	clear(m.pairs[len(m.pairs)-m.in*16:])
	for j := range n {
		column := a[j*stride : j*stride+m.in]
		to := m.pairs[m.at(0, j):]
		for i := 0; i+1 < len(column); i += 2 {
			to[i*16], to[i*16+1] = column[i], column[i+1]
		}
	}
}

// AddProduct adds the products of rows vectors with the matrix to dst: vector r is
// a[r*aStride:], and what is added to begins at dst[r*dstStride:].
func (m *Matrix) AddProduct(dst []int16, dstStride int, a []int16, aStride, rows int) {
	if rows <= 0 {
		return
	}
	_, _ = a[(rows-1)*aStride+m.in-1], dst[(rows-1)*dstStride+m.out-1]
	switch {
	case m.vector:
		for ; rows >= 4; rows -= 4 {
			multiply4(&dst[0], dstStride, &a[0], aStride, &m.pairs[0], m.in/2, m.out/16, int(m.shift))
			if rows > 4 {
				dst, a = dst[4*dstStride:], a[4*aStride:]
			}
		}
		for r := range rows {
			multiply1(&dst[r*dstStride], &a[r*aStride], &m.pairs[0], m.in/2, m.out/16, int(m.shift))
		}
	case m.rows != nil:
		for r := range rows {
			m.plainColumns(dst[r*dstStride:], a[r*aStride:r*aStride+m.in])
		}
	default:
		for r := range rows {
			m.plainRow(dst[r*dstStride:][:m.out], a[r*aStride:r*aStride+m.in])
		}
	}
}
