package fixed

// How many bits after the binary point the numbers of a cell have.
const (
	SumBits    = 12 // the sums under the gates, and the cells
	OutputBits = 14 // the outputs
)

// Cell is one step of LSTM cells, as many as out has: gates are the sums under their
// input gates, then their forget gates, output gates and candidates. It changes
// cells and fills out. The number of cells is a multiple of sixteen.
func Cell(gates, cells, out []int16) {
	n := len(out)
	_, _ = gates[4*n-1], cells[n-1]
	if vectors {
		cell(&gates[0], &cells[0], &out[0], n)
		return
	}
	plainCell(gates, cells, out)
}

func plainCell(gates, cells, out []int16) {
	n := len(out)
	in, forget, show, candidate := gates[:n], gates[n:2*n], gates[2*n:3*n], gates[3*n:4*n]
	cells = cells[:n]
	for k := range out {
		c := half15(logistic(in[k]) * squash(int32(candidate[k])))
		c = int32(saturate(half15(logistic(forget[k])*int32(cells[k])) + (c+2)>>2))
		cells[k] = int16(c)
		out[k] = int16(half15(logistic(show[k]) * squash(c)))
	}
}

// half15 is x / 2^15, rounded.
func half15(x int32) int32 { return (x + 1<<14) >> 15 }

// logistic is 1 / (1 + exp(-x)) of x with SumBits, with 15 bits.
func logistic(x int16) int32 { return 1<<14 + squash(int32(x)>>1) }

// squash is the hyperbolic tangent of x with SumBits, with OutputBits: a polynomial
// of degree 7 through the Chebyshev nodes of [0, 4], evaluated in steps that vector
// instructions take too. It is off by 0.0006 at most up to 4, and stays what it is
// there beyond.
func squash(x int32) int32 {
	x = min(max(x, -squashEnd), squashEnd)
	sign := x >> 31
	t := ((x^sign)-sign)<<2 - 1<<15
	p := int32(squashTerms[7])
	p = half15(p*t) + squashTerms[6]
	p = half15(p*t) + squashTerms[5]
	p = half15(p*t) + squashTerms[4]
	p = half15(p*t) + squashTerms[3]
	p = half15(p*t) + squashTerms[2]
	p = half15(p*t) + squashTerms[1]
	p = half15(p*t) + squashTerms[0]
	return (p ^ sign) - sign
}

const squashEnd = 4<<SumBits - 1

// squashTerms are the polynomial's, in powers of |x| / 2 - 1, with OutputBits.
var squashTerms = [8]int32{15786, 2315, -4181, 5528, -6260, 2651, 2841, -2314}
