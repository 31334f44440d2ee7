package sparse

import "math"

// Exp is e to the x, by a Taylor series after halving the argument to under
// ln 2: the library's differs from processor to processor.
func Exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := x - float64(k*math.Ln2)
	y := 1.0
	for n := 13; n > 0; n-- {
		y = 1 + float64(y*r)/float64(n)
	}
	return math.Ldexp(y, int(k))
}
