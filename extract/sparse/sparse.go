// Package sparse holds linear models whose features are hashes: tables from a
// feature to a few weights of one byte each, and the file in which a model's
// tables lie together.
//
// All arithmetic is in integers, so that every machine gives the same sums. It
// knows nothing of texts; what a feature is and what a weight is for are told by
// the package that has the model.
package sparse

// Table gives the weights of features. It is immutable.
//
// A key and its weights lie side by side, at the first free place from the one that
// the upper bits of the key tell, so that a look-up reads memory once.
type Table struct {
	width, stride int // weights, and words of 32 bits that a place takes
	n             int
	shift         uint
	places        []uint32 // key, weights; 0 for none
}

// NewTable makes a table of a part as it was learned. A feature whose hash is 0 has
// no place.
func NewTable(p *Part) *Table {
	t := &Table{width: p.Width, stride: 1 + (p.Width+3)/4, shift: 32}
	size := 1
	for size < 2*len(p.Keys) {
		size, t.shift = 2*size, t.shift-1
	}
	t.places = make([]uint32, size*t.stride)
	for i, key := range p.Keys {
		if key == 0 {
			continue
		}
		at := t.place(key)
		t.places[at] = key
		for k, w := range p.Rows[i*p.Width : (i+1)*p.Width] {
			t.places[at+1+k/4] |= uint32(uint8(w)) << (8 * (k % 4))
		}
		t.n++
	}
	return t
}

// place is where a key lies, or would.
func (t *Table) place(key uint32) int {
	at := int(key>>t.shift) * t.stride
	for t.places[at] != key && t.places[at] != 0 {
		if at += t.stride; at == len(t.places) {
			at = 0
		}
	}
	return at
}

// Width is how many weights a feature has.
func (t *Table) Width() int { return t.width }

// Len is how many features have weights.
func (t *Table) Len() int { return t.n }

// Sum adds the weights of the features to out, which has one place for each of
// the table's weights.
func (t *Table) Sum(features []uint32, out []int32) {
	out = out[:t.width]
	for _, f := range features {
		at := t.place(f)
		if t.places[at] == 0 {
			continue
		}
		weights := t.places[at+1 : at+t.stride]
		for k := range out {
			out[k] += int32(int8(weights[k/4] >> (8 * (k % 4))))
		}
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
