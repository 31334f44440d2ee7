package sparse

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// some is a file with a part of so many features.
func some(features int) *File {
	r := rand.New(rand.NewPCG(1, uint64(features)))
	p := Part{Width: 3, Keys: []uint32{}, Rows: []int8{}}
	for range features {
		p.Keys = append(p.Keys, r.Uint32())
	}
	slices.Sort(p.Keys)
	p.Keys = slices.Compact(p.Keys)
	for range 3 * len(p.Keys) {
		p.Rows = append(p.Rows, int8(r.IntN(256)-128))
	}
	return &File{Notice: "learned from nothing", Parts: []Part{p, {Width: 1, Keys: []uint32{}, Rows: []int8{}}}, Numbers: []int16{-1, 0, 300}}
}

const testMagic = "TESTTEST"

// head is how long the header of some's file is.
var head = 16 + 1 + len(some(0).Notice)

func TestFile(t *testing.T) {
	for _, features := range []int{0, 1, 500, 70_000} {
		want := some(features)
		b := Encode(testMagic, 4, want)
		if !slices.Equal(b, Encode(testMagic, 4, want)) {
			t.Error("the same file gave other bytes")
		}
		got, err := Decode(testMagic, 4, b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d features: %s", features, diff)
		}
	}
}

// TestSum compares with a map.
func TestSum(t *testing.T) {
	for _, features := range []int{1, 500, 70_000} {
		p := &some(features).Parts[0]
		table := NewTable(p)
		rows := make(map[uint32][]int8)
		for i, k := range p.Keys {
			rows[k] = p.Rows[3*i : 3*i+3]
		}
		r := rand.New(rand.NewPCG(2, 2))
		for range 200 {
			asked := []uint32{r.Uint32(), p.Keys[r.IntN(len(p.Keys))], p.Keys[0], p.Keys[len(p.Keys)-1], p.Keys[r.IntN(len(p.Keys))] + 1}
			want, got := make([]int32, 3), make([]int32, 3)
			for _, f := range asked {
				for k, w := range rows[f] {
					want[k] += int32(w)
				}
			}
			table.Sum(asked, got)
			if !slices.Equal(want, got) {
				t.Fatalf("%d features: sum of %v is %v, want %v", features, asked, got, want)
			}
		}
		if table.Len() != len(p.Keys) || table.Width() != 3 {
			t.Errorf("table of %d by %d, want %d by 3", table.Len(), table.Width(), len(p.Keys))
		}
	}
}

// Keys that lie together must not be taken for one another, though a place keeps
// only their lower bits.
func TestNear(t *testing.T) {
	for _, c := range []struct {
		why  string
		keys func(i uint32) uint32
	}{
		{"one after another", func(i uint32) uint32 { return i }},
		{"at the end, and round to the beginning", func(i uint32) uint32 { return i - 150 }},
		{"the same lower bits, side by side", func(i uint32) uint32 { return i << kept }},
		{"the same lower bits, at the end of a row", func(i uint32) uint32 {
			if i < 200 {
				return i
			}
			return i<<kept | 100
		}},
	} {
		p := &Part{Width: 2}
		for i := range uint32(250) {
			p.Keys = append(p.Keys, c.keys(i))
		}
		slices.Sort(p.Keys)
		for i := range p.Keys {
			p.Rows = append(p.Rows, int8(i-128), int8(i%7))
		}
		table := NewTable(p)
		for i, key := range p.Keys {
			for _, asked := range []uint32{key, key ^ 1<<kept, key ^ 1<<31} {
				want := make([]int32, 2)
				if k, ok := slices.BinarySearch(p.Keys, asked); ok {
					want[0], want[1] = int32(p.Rows[2*k]), int32(p.Rows[2*k+1])
				}
				got := make([]int32, 2)
				table.Sum([]uint32{asked}, got)
				if !slices.Equal(want, got) {
					t.Fatalf("%s, %d: weights of %x are %v, want %v", c.why, i, asked, got, want)
				}
			}
		}
	}
}

// Sums of many features with the largest weights must not run over.
func TestMany(t *testing.T) {
	p := &Part{Width: fits, Keys: []uint32{7, 1 << 20}, Rows: []int8{127, -128, 127, -128, 127, -128, 127, -128, 127, -128}}
	table := NewTable(p)
	for _, n := range []int{0, 1, batch, batch + 1, 5 * batch} {
		for i, key := range p.Keys {
			want, got := make([]int32, fits), make([]int32, fits)
			for k := range want {
				want[k] = int32(n) * int32(p.Rows[i*fits+k])
			}
			table.Sum(slices.Repeat([]uint32{key}, n), got)
			if !slices.Equal(want, got) {
				t.Errorf("%d of %x: sums are %v, want %v", n, key, got, want)
			}
		}
	}
}

func TestDamage(t *testing.T) {
	good := Encode(testMagic, 4, some(20))
	flipped := slices.Clone(good)
	flipped[len(flipped)-1] ^= 1
	content := func(change func(b []byte) []byte) []byte {
		b, err := unpack(good[head:])
		if err != nil {
			t.Fatal(err)
		}
		return seal(pack(slices.Clone(good[:head]), change(b)))
	}
	for _, c := range []struct {
		why   string
		file  []byte
		magic string
		want  error
	}{
		{"empty", nil, testMagic, ErrFormat},
		{"of another kind", good, "OTHEROTH", ErrFormat},
		{"cut in its head", good[:12], testMagic, ErrFormat},
		{"cut", good[:len(good)-3], testMagic, ErrChecksum},
		{"a bit flipped", flipped, testMagic, ErrChecksum},
		{"of another version", Encode(testMagic, 5, some(20)), testMagic, ErrVersion},
		{"keys that don't ascend", Encode(testMagic, 4, &File{Parts: []Part{{Width: 1, Keys: []uint32{7, 7}, Rows: []int8{1, 2}}}}), testMagic, ErrContent},
		{"something after its end", seal(append(slices.Clone(good), 0)), testMagic, ErrContent},
		{"cut, with a fitting checksum", seal(slices.Clone(good[:len(good)-1])), testMagic, ErrContent},
		{"a notice longer than the file", func() []byte { b := slices.Clone(good); b[16] = 0xff; return seal(b) }(), testMagic, ErrContent},
		{"a weight missing inside", content(func(b []byte) []byte { return b[:len(b)-1] }), testMagic, ErrContent},
		{"something after the weights", content(func(b []byte) []byte { return append(b, 0) }), testMagic, ErrContent},
		{"only numbers", content(func(b []byte) []byte { return b[:7] }), testMagic, ErrContent},
	} {
		if _, err := Decode(c.magic, 4, c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: error is %v, want %v", c.why, err, c.want)
		}
	}
}

// FuzzDecode reads any content under a header that fits it.
func FuzzDecode(f *testing.F) {
	good := Encode(testMagic, 4, some(5))
	content, err := unpack(good[head:])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		m, err := Decode(testMagic, 4, seal(pack(slices.Clone(good[:head]), content)))
		if err != nil {
			return
		}
		for i := range m.Parts {
			if m.Parts[i].Width > fits {
				continue
			}
			NewTable(&m.Parts[i]).Sum(m.Parts[i].Keys, make([]int32, m.Parts[i].Width))
		}
	})
}

// Features of different templates or values must not fall together by design.
func TestFeatures(t *testing.T) {
	seen := make(map[uint32][]uint32)
	var b Features
	for template := range uint32(40) {
		for x := range uint32(40) {
			for y := range uint32(3) {
				b = b[:0]
				b.Add(template, x, y)
				if was, ok := seen[b[0]]; ok {
					t.Fatalf("%v and %v are one feature", was, []uint32{template, x, y})
				}
				seen[b[0]] = []uint32{template, x, y}
			}
		}
	}
}

// TestIndex compares with a map.
func TestIndex(t *testing.T) {
	for _, c := range []struct {
		why  string
		keys []uint32
	}{
		{"none", nil},
		{"one", []uint32{7}},
		{"the first and the last that there are", []uint32{0, 1<<32 - 1}},
		{"small ones side by side", []uint32{0, 1, 2, 3, 5, 8, 9, 10, 11, 300}},
		{"hashes", some(70_000).Parts[0].Keys},
	} {
		x := NewIndex(c.keys)
		want := make(map[uint32]int32)
		for i, k := range c.keys {
			want[k] = int32(i)
		}
		for _, k := range append([]uint32{0, 1, 4, 301, 1 << 31, 1<<32 - 1}, c.keys...) {
			for _, asked := range []uint32{k, k + 1, k - 1} {
				i, ok := want[asked]
				if !ok {
					i = -1
				}
				if got := x.Find(asked); got != i {
					t.Fatalf("%s: %d is number %d, want %d", c.why, asked, got, i)
				}
			}
		}
		if x.Len() != len(c.keys) {
			t.Errorf("%s: %d keys, want %d", c.why, x.Len(), len(c.keys))
		}
	}
}
