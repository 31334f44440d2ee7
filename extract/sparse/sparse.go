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
// that a look-up seldom reads more than one line of memory.
type Table struct {
	width, n int
	size     uint64   // places that a key may tell
	places   []uint64 // 0 for none, as the last one is
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
	for size := max(fewest, len(p.Keys)*5/3); ; size *= 2 {
		if t.fill(p, size) {
			return t
		}
	}
}

// fill puts the features into so many places, and what runs over the last behind it.
// It fails when so many lie in a row that among them are two places to which keys with
// the same lower bits belong.
func (t *Table) fill(p *Part, size int) bool {
	t.size = uint64(size)
	t.places = make([]uint64, size+1)
	for i, key := range p.Keys {
		at := t.home(key)
		for t.places[at] != 0 {
			at++
		}
		if at+1 == len(t.places) {
			t.places = append(t.places, 0)
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
	for _, x := range t.places {
		if row++; x == 0 {
			row = 0
		}
		if row == far {
			return false
		}
	}
	return true
}

// home is the place that the upper bits of a key tell.
func (t *Table) home(key uint32) int { return int(uint64(key) * t.size >> 32) }

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
	places, size := t.places, t.size
	for i, f := range features {
		likely[i&(batch-1)] = places[uint64(f)*size>>32]
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
	at := t.home(f)
	x := t.places[at]
	for x != 0 && uint32(x)<<(32-kept) != f<<(32-kept) {
		at++
		x = t.places[at]
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

// Index finds a key among many: its upper bits tell where to look. It is filled in
// one pass, so that a model is loaded in milliseconds.
type Index struct {
	shift uint
	start []uint32 // by upper bits, where its keys begin
	keys  []uint32
}

// NewIndex makes an index of keys in ascending order, which it keeps: of some two to
// four with the same upper bits.
func NewIndex(keys []uint32) Index {
	x := Index{keys: keys}
	largest := uint32(0)
	if len(keys) > 0 {
		largest = keys[len(keys)-1]
	}
	x.shift = uint(max(bits.Len32(largest)-max(bits.Len(uint(len(keys)))-2, 0), 0))
	x.start = make([]uint32, largest>>x.shift+2)
	next := 0
	for i, key := range keys {
		for ; next <= int(key>>x.shift); next++ {
			x.start[next] = uint32(i)
		}
	}
	x.start[next] = uint32(len(keys))
	return x
}

// Len is how many keys there are.
func (x *Index) Len() int { return len(x.keys) }

// Find is the number of a key, -1 for one that is not there.
func (x *Index) Find(key uint32) int32 {
	high := int(key >> x.shift)
	if high+1 >= len(x.start) {
		return -1
	}
	for i := x.start[high]; i < x.start[high+1]; i++ {
		if x.keys[i] == key {
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
