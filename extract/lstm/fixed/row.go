package fixed

// Product is a bias and the product with each of rows vectors, in dst's memory where
// it is large enough; see [Matrix.AddProduct].
func (m *Matrix) Product(dst, bias, a []int16, aStride, rows int) []int16 {
	dst = Grow(dst, rows*len(bias))
	for i := range rows {
		copy(dst[i*len(bias):], bias)
	}
	m.AddProduct(dst, len(bias), a, aStride, rows)
	return dst
}

// Zeros is n zeros, in a's memory where it is large enough.
func Zeros(a []int16, n int) []int16 {
	a = Grow(a, n)
	clear(a)
	return a
}

// Grow is a slice of n numbers, in a's memory where it is large enough.
func Grow(a []int16, n int) []int16 {
	if cap(a) < n {
		return make([]int16, n, n+n/8)
	}
	return a[:n]
}
