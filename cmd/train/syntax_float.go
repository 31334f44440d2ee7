package main

// gemm adds a product of matrices to c: for m in [0, rows) and j in [0, columns),
//
//	c[m*cs+j] += sum over i in [0, k) of a[m*am+i*ak] * b[i*bs+j].
//
// columns is a multiple of sixteen. Either stride of a may be the longer one, so
// that a can be read as its transpose. The order of summation is that of i,
// whatever the size of the rest, so that the same numbers give the same sums.
func gemm(c []float32, cs int, a []float32, am, ak int, b []float32, bs, rows, k, columns int) {
	if rows == 0 || k == 0 {
		return
	}
	_, _, _ = a[(rows-1)*am+(k-1)*ak], b[(k-1)*bs+columns-1], c[(rows-1)*cs+columns-1]
	if columns%16 != 0 {
		panic("gemm: columns come in sixteens")
	}
	if !vectors {
		gemmPlain(c, cs, a, am, ak, b, bs, rows, k, columns)
		return
	}
	m := 0
	for ; m+4 <= rows; m += 4 {
		for j := 0; j < columns; j += 16 {
			tile4(&c[m*cs+j], cs, &a[m*am], am, ak, &b[j], bs, k)
		}
	}
	for ; m < rows; m++ {
		j := 0
		for ; j+64 <= columns; j += 64 {
			tile1(&c[m*cs+j], &a[m*am], ak, &b[j], bs, k)
		}
		for ; j < columns; j += 16 {
			tile1narrow(&c[m*cs+j], &a[m*am], ak, &b[j], bs, k)
		}
	}
}

func gemmPlain(c []float32, cs int, a []float32, am, ak int, b []float32, bs, rows, k, columns int) {
	for m := range rows {
		row := c[m*cs : m*cs+columns]
		for i := range k {
			axpyPlain(row, b[i*bs:i*bs+columns], a[m*am+i*ak])
		}
	}
}

// axpy adds s times src to dst.
func axpy(dst, src []float32, s float32) {
	n := 0
	if vectors {
		if n = len(dst) &^ 15; n > 0 {
			_ = src[n-1]
			axpyVector(&dst[0], &src[0], s, n)
		}
	}
	axpyPlain(dst[n:], src[n:], s)
}

func axpyPlain(dst, src []float32, s float32) {
	src = src[:len(dst)]
	for i, x := range src {
		dst[i] += s * x
	}
}

// dot is the sum of the products of two vectors.
func dot(a, b []float32) float32 {
	sum, n := float32(0), 0
	if vectors {
		if n = len(a) &^ 15; n > 0 {
			_ = b[n-1]
			sum = dotVector(&a[0], &b[0], n)
		}
	}
	for i := n; i < len(a); i++ {
		sum += a[i] * b[i]
	}
	return sum
}

// zeros is a slice of n zeros, in a's memory where it is large enough.
func zeros(a []float32, n int) []float32 {
	if cap(a) < n {
		return make([]float32, n+n/2)[:n]
	}
	a = a[:n]
	clear(a)
	return a
}

// tanh is the hyperbolic tangent, by a quotient of polynomials that is right to a
// few units of the last place (the one of Eigen's ptanh, clamped to ±9).
func tanh(x float32) float32 {
	x = min(max(x, -9), 9)
	q := x * x
	p := q*-2.76076847742355e-16 + 2.00018790482477e-13
	p = p*q + -8.60467152213735e-11
	p = p*q + 5.12229709037114e-08
	p = p*q + 1.48572235717979e-05
	p = p*q + 6.37261928875436e-04
	p = p*q + 4.89352455891786e-03
	d := q*1.19825839466702e-06 + 1.18534705686654e-04
	d = d*q + 2.26843463243900e-03
	d = d*q + 4.89352518554385e-03
	return x * p / d
}

func logistic(x float32) float32 { return tanh(x/2)/2 + .5 }
