// Package sparse holds linear models whose features are hashes: tables from a
// feature to a few weights of one byte each, and the file in which a model's
// tables lie together.
//
// All arithmetic is in integers, so that every machine gives the same sums. It
// knows nothing of texts; what a feature is and what a weight is for are told by
// the package that has the model.
package sparse

import "math/bits"

// Table gives the weights of features. It is immutable.
//
// A feature is one word of 64 bits: the lower bits of its key, and its weights. It
// lies at the first free place from the one that the upper bits of the key tell, so
// that a look-up seldom reads more than one word of memory.
type Table struct {
	width, n int
	shift    uint
	places   []uint64 // 0 for none
}

const (
	fits   = 5                   // weights of a feature in a table
	kept   = 24                  // bits of a key in its place, below the weights
	zero   = 128                 // what a weight of nothing is there
	none   = zero * 0x0101010101 // weights of a feature that is not there
	others = 0xff00ff00ff        // every other weight
	batch  = 256                 // features summed at once; two bytes hold the sum of 256 weights
	fewest = 1 << 12             // places
)

// NewTable makes a table of a part as it was learned. It panics when a feature has
// more than five weights.
func NewTable(p *Part) *Table {
	if p.Width > fits {
		panic("sparse: a table has room for five weights of a feature")
	}
	t := &Table{width: p.Width, n: len(p.Keys)}
	for size := fewest; ; size *= 2 {
		if size >= 2*len(p.Keys) && t.fill(p, size) {
			return t
		}
	}
}

// fill puts the features into so many places. It fails when so many lie in a row
// that among them are two places to which keys with the same lower bits belong.
func (t *Table) fill(p *Part, size int) bool {
	t.shift = uint(32 - bits.TrailingZeros(uint(size)))
	t.places = make([]uint64, size)
	for i, key := range p.Keys {
		at := int(key >> t.shift)
		for t.places[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		x := uint64(key) & (1<<kept - 1)
		for k, w := range p.Rows[i*p.Width : (i+1)*p.Width] {
			x |= uint64(uint8(int(w)+zero)) << (kept + 8*k)
		}
		for k := p.Width; k < fits; k++ {
			x |= zero << (kept + 8*k)
		}
		t.places[at] = x
	}
	far, row := size>>(32-kept), 0
	for i := range size + far { // the last places and the first are one row
		if row++; t.places[i&(size-1)] == 0 {
			row = 0
		}
		if row == far {
			return false
		}
	}
	return true
}

// Width is how many weights a feature has.
func (t *Table) Width() int { return t.width }

// Len is how many features have weights.
func (t *Table) Len() int { return t.n }

// Sum adds the weights of the features to out, which has one place for each of
// the table's weights. It reads the likely places of all features first, so that
// none waits for the memory of another.
func (t *Table) Sum(features []uint32, out []int32) {
	for len(features) > batch {
		t.Sum(features[:batch], out)
		features = features[batch:]
	}
	var likely [batch]uint64
	places, mask := t.places, uint32(len(t.places)-1)
	for i, f := range features {
		likely[i&(batch-1)] = places[f>>t.shift&mask]
	}
	var even, odd uint64 // sums of two bytes each
	for i, f := range features {
		x := likely[i&(batch-1)]
		if x != 0 && uint32(x)<<(32-kept) == f<<(32-kept) {
			x >>= kept
		} else {
			x = t.weights(f)
		}
		even += x & others
		odd += x >> 8 & others
	}
	t.add(out, even, odd, len(features))
}

// weights are those of a feature, a byte each.
func (t *Table) weights(f uint32) uint64 {
	places, mask := t.places, uint32(len(t.places)-1)
	at := f >> t.shift
	x := places[at&mask]
	for x != 0 && uint32(x)<<(32-kept) != f<<(32-kept) {
		at++
		x = places[at&mask]
	}
	if x == 0 {
		return none
	}
	return x >> kept
}

// add takes the sums of n features apart.
func (t *Table) add(out []int32, even, odd uint64, n int) {
	for k := range out[:t.width] {
		out[k] += int32(even&0xffff) - int32(n*zero)
		even, odd = odd, even>>16
	}
}

// Index finds a key among many: its upper bits tell where to look, and only the
// lower ones are kept. It is filled in one pass, so that a model is loaded in
// milliseconds.
type Index struct {
	shift uint
	start []uint32 // by upper bits, where its keys begin
	low   []uint16
}

// many is how many keys are worth a large array of where they begin.
const many = 1 << 16

// NewIndex makes an index of keys in ascending order.
func NewIndex(keys []uint32) Index {
	x := Index{shift: 16}
	if len(keys) > many {
		x.shift = 13
	}
	x.start = make([]uint32, 1<<(32-x.shift)+1)
	x.low = make([]uint16, len(keys))
	next := uint32(0)
	for i, key := range keys {
		for ; next <= key>>x.shift; next++ {
			x.start[next] = uint32(i)
		}
		x.low[i] = uint16(key & (1<<x.shift - 1))
	}
	for ; next < uint32(len(x.start)); next++ {
		x.start[next] = uint32(len(keys))
	}
	return x
}

// Len is how many keys there are.
func (x *Index) Len() int { return len(x.low) }

// Find is the number of a key, -1 for one that is not there.
func (x *Index) Find(key uint32) int32 {
	high, low := key>>x.shift, uint16(key&(1<<x.shift-1))
	for i := x.start[high]; i < x.start[high+1]; i++ {
		if x.low[i] == low {
			return int32(i)
		}
	}
	return -1
}

// Features collects the hashes of what is seen at one place.
type Features []uint32

// Add adds the feature that a template gives with some values.
func (b *Features) Add(template uint32, values ...uint32) {
	h := uint64(template)*0x9E3779B97F4A7C15 + 0x1234567
	for _, v := range values {
		h = (h ^ uint64(v)) * 0xC2B2AE3D27D4EB4F
		h ^= h >> 29
	}
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	*b = append(*b, uint32(h>>32))
}
