package fixed

import "math"

// plainRow adds the product with one vector to dst. Two columns are summed in one
// word of 64 bits: the lower sum may be negative and borrow from the upper one,
// which is made good in the end.
func (m *Matrix) plainRow(dst, a []int16) {
	const block = 64
	var sums [block]int64
	n := m.out / 2
	for from := 0; from < n; from += block {
		size := min(block, n-from)
		s := sums[:size]
		clear(s)
		i := 0
		for ; i+3 < len(a); i += 4 {
			w, x, y, z := int64(a[i]), int64(a[i+1]), int64(a[i+2]), int64(a[i+3])
			if w|x|y|z == 0 {
				continue
			}
			p := m.halves[i*n+from:][:len(s)]
			q := m.halves[(i+1)*n+from:][:len(s)]
			r := m.halves[(i+2)*n+from:][:len(s)]
			o := m.halves[(i+3)*n+from:][:len(s)]
			for j, sum := range s {
				s[j] = sum + w*p[j] + x*q[j] + y*r[j] + z*o[j]
			}
		}
		for ; i < len(a); i++ {
			x, p := int64(a[i]), m.halves[i*n+from:][:len(s)]
			for j := range s {
				s[j] += x * p[j]
			}
		}
		to := dst[2*from:][:2*size]
		for j, sum := range s {
			low := int32(sum)
			high := int32((sum - int64(low)) >> 32)
			to[2*j] = m.finish(to[2*j], low)
			to[2*j+1] = m.finish(to[2*j+1], high)
		}
	}
}

// plainColumns is the same for a matrix that SetColumns has filled.
func (m *Matrix) plainColumns(dst, a []int16) {
	for j := 0; (j+1)*m.in <= len(m.rows); j++ {
		column := m.rows[j*m.in:][:len(a)]
		sum := int32(0)
		for i, x := range a {
			sum += int32(x) * int32(column[i])
		}
		dst[j] = m.finish(dst[j], sum)
	}
}

// finish rounds a sum and adds it to what is there.
func (m *Matrix) finish(old int16, sum int32) int16 {
	return saturate(int32(old) + int32(saturate((sum+1<<(m.shift-1))>>m.shift)))
}

func saturate(x int32) int16 {
	return int16(min(max(x, math.MinInt16), math.MaxInt16))
}
