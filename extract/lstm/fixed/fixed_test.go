package fixed

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func numbers(r *rand.Rand, n, largest int) []int16 {
	a := make([]int16, n)
	for i := range a {
		a[i] = int16(r.IntN(2*largest+1) - largest)
	}
	return a
}

// TestProduct compares the kernels with sums written out, over sizes that end inside
// a tile and numbers that overflow.
func TestProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct{ in, out, rows, largest int }{
		{2, 16, 1, 10}, {64, 256, 4, 900}, {64, 256, 7, 900}, {128, 320, 4, 400}, {144, 512, 1, 300}, {6, 48, 9, 10000}, {96, 96, 5, 680},
	} {
		weights := numbers(r, c.in*c.out, c.largest)
		aStride, dstStride := c.in+3, c.out+5
		a := numbers(r, c.rows*aStride, 32767)
		a[0] = math.MinInt16
		before := numbers(r, c.rows*dstStride, 32767)
		for _, shift := range []uint{1, 9, 14, 17} {
			want := slices.Clone(before)
			for i := range c.rows {
				for j := range c.out {
					sum := int32(0)
					for k := range c.in {
						sum += int32(a[i*aStride+k]) * int32(weights[k*c.out+j])
					}
					sum = (sum + 1<<(shift-1)) >> shift
					sum = min(max(sum, math.MinInt16), math.MaxInt16) + int32(before[i*dstStride+j])
					want[i*dstStride+j] = int16(min(max(sum, math.MinInt16), math.MaxInt16))
				}
			}
			for _, vector := range kernels() {
				m, err := newMatrix(c.in, c.out, weights, shift, vector)
				if err != nil {
					t.Fatal(err)
				}
				got := slices.Clone(before)
				m.AddProduct(got, dstStride, a, aStride, c.rows)
				if !slices.Equal(got, want) {
					t.Errorf("%+v, shift %d, vector instructions %v: products differ", c, shift, vector)
				}
			}
		}
	}
}

// kernels are those that this machine has.
func kernels() []bool {
	if vectors {
		return []bool{false, true}
	}
	return []bool{false}
}

// TestColumns compares a matrix filled by columns, whose sums may lose upper bits.
func TestColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var m [2]*Matrix
	for k := range kernels() {
		m[k] = newColumns(96, 9, k == 1)
	}
	for _, n := range []int{1, 40, 16, 257, 3} {
		columns, a := numbers(r, n*100, 32767), numbers(r, n*320, 32767)
		out := (n + 15) &^ 15
		var got [2][]int16
		for k := range kernels() {
			m[k].SetColumns(columns, 100, n)
			if m[k].Out() != out {
				t.Fatalf("%d outputs for %d columns", m[k].Out(), n)
			}
			got[k] = make([]int16, n*out)
			m[k].AddProduct(got[k], out, a, 320, n)
			for i := range n {
				if slices.ContainsFunc(got[k][i*out+n:(i+1)*out], func(x int16) bool { return x != 0 }) {
					t.Fatalf("%d columns: padding isn't zero", n)
				}
			}
			for range 20 {
				i, j, sum := r.IntN(n), r.IntN(n), int32(0)
				for q := range 96 {
					sum += int32(a[i*320+q]) * int32(columns[j*100+q])
				}
				if want := saturate((sum + 1<<8) >> 9); got[k][i*out+j] != want {
					t.Fatalf("%d columns, kernel %d: %d, want %d", n, k, got[k][i*out+j], want)
				}
			}
		}
		if got[1] != nil && !slices.Equal(got[0], got[1]) {
			t.Fatalf("%d columns: kernels differ", n)
		}
	}
}

// TestCell compares the machine's kernel with the plain one on every sum that a gate
// can have.
func TestCell(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	const n = 64
	for from := math.MinInt16; from < math.MaxInt16; from += n {
		gates, cells := numbers(r, 4*n, 32767), numbers(r, n, 32767)
		for i := range n {
			x := int16(from + i)
			gates[r.IntN(4)*n+i], cells[n-1-i] = x, x
		}
		var c, out [2][]int16
		for k := range 2 {
			c[k], out[k] = slices.Clone(cells), make([]int16, n)
		}
		plainCell(gates, c[0], out[0])
		Cell(gates, c[1], out[1])
		if !slices.Equal(c[0], c[1]) || !slices.Equal(out[0], out[1]) {
			t.Fatalf("sums from %d on: kernels differ", from)
		}
	}
}

// TestSquash compares with the functions that are meant.
func TestSquash(t *testing.T) {
	for x := math.MinInt16; x <= math.MaxInt16; x++ {
		v := float64(x) / (1 << SumBits)
		if d := float64(squash(int32(x)))/(1<<OutputBits) - math.Tanh(v); math.Abs(d) > .0012 {
			t.Fatalf("tanh of %g is off by %g", v, d)
		}
		if d := float64(logistic(int16(x)))/(1<<15) - 1/(1+math.Exp(-v)); math.Abs(d) > .0006 {
			t.Fatalf("logistic of %g is off by %g", v, d)
		}
	}
}

func TestNewMatrixErrors(t *testing.T) {
	for _, c := range []struct {
		why            string
		in, out, count int
		largest        int16
		shift          uint
	}{
		{"inputs come in pairs", 3, 16, 48, 1, 1},
		{"outputs come in sixteens", 2, 8, 16, 1, 1},
		{"as many weights as places", 2, 16, 31, 1, 1},
		{"a shift that is none", 2, 16, 32, 1, 0},
		{"a sum that needs more than 32 bits", 4, 16, 64, 32767, 1},
	} {
		weights := make([]int16, c.count)
		for i := range weights {
			weights[i] = c.largest
		}
		if _, err := NewMatrix(c.in, c.out, weights, c.shift); err == nil {
			t.Errorf("%s: no error", c.why)
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	weights := numbers(r, 64*256, 900)
	a, dst := numbers(r, 4*64, 16384), make([]int16, 4*256)
	for _, vector := range kernels() {
		name := "plain"
		if vector {
			name = "vector"
		}
		m, err := newMatrix(64, 256, weights, 14, vector)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				m.AddProduct(dst, 256, a, 64, 4)
			}
			b.ReportMetric(float64(b.N)*4*64*256/b.Elapsed().Seconds()/1e9, "Gproducts/s")
		})
	}
}

func BenchmarkCell(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	gates, cells, out := numbers(r, 256, 8000), numbers(r, 64, 8000), make([]int16, 64)
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			plainCell(gates, cells, out)
		}
	})
	b.Run("default", func(b *testing.B) {
		for b.Loop() {
			Cell(gates, cells, out)
		}
	})
}
