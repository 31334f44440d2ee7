package name

// index finds a key of 32 bits among many in ascending order: by its upper bits
// it knows where to look, and keeps only the lower ones. It is filled in one
// pass, so that a model is loaded in milliseconds.
type index struct {
	shift uint
	start []uint32 // by upper bits, where its keys begin
	low   []uint16
}

// read fills the index with the keys that r has next, and returns their number.
// bits, 16 at least, are the upper bits.
func (x *index) read(r *reader, bits uint) int {
	n := r.count()
	x.shift = 32 - bits
	x.start = make([]uint32, 1<<bits+1)
	x.low = make([]uint16, n)
	key, next := uint64(0), uint64(0)
	for i := range n {
		d := r.uvarint()
		key += d
		if key > 1<<32-1 || d == 0 && i > 0 {
			r.bad = true
		}
		if r.bad {
			return 0
		}
		for ; next <= key>>x.shift; next++ {
			x.start[next] = uint32(i)
		}
		x.low[i] = uint16(key & (1<<x.shift - 1))
	}
	for ; next < uint64(len(x.start)); next++ {
		x.start[next] = uint32(n)
	}
	return n
}

// find is the number of a key, -1 for one that is not there.
func (x *index) find(key uint32) int32 {
	high, low := key>>x.shift, uint16(key&(1<<x.shift-1))
	for i := x.start[high]; i < x.start[high+1]; i++ {
		if x.low[i] == low {
			return int32(i)
		}
	}
	return -1
}

// classTable holds the class of each word that has one.
type classTable struct {
	index index
	class []byte
}

func (t *classTable) read(r *reader) {
	n := t.index.read(r, 16)
	t.class = append([]byte(nil), r.bytes(n)...)
}

// find is the class of a word by its hash in lower case, 0 when it has none.
func (t *classTable) find(word uint32) uint8 {
	if i := t.index.find(word); i >= 0 {
		return t.class[i]
	}
	return 0
}

// weightTable holds the weights of the features. A row has eight labels in each
// of two words, a byte each with 128 added, so that a sum over features needs
// four additions and no branch.
type weightTable struct {
	index index
	rows  [][2]uint64
}

const (
	zeroRow  = 0x8080808080808080
	evenByte = 0x00ff00ff00ff00ff
)

func (t *weightTable) read(r *reader) {
	n := t.index.read(r, 19)
	sets := r.bytes(2 * n)
	if r.bad {
		return
	}
	t.rows = make([][2]uint64, n)
	for i := range t.rows {
		row := [2]uint64{zeroRow, zeroRow}
		for set, k := uint(sets[2*i])|uint(sets[2*i+1])<<8, uint(0); set != 0; set, k = set>>1, k+1 {
			if set&1 == 0 {
				continue
			}
			if len(r.rest) == 0 {
				r.bad = true
				return
			}
			v := uint64(uint8(int8(r.rest[0])) ^ 0x80)
			r.rest = r.rest[1:]
			shift := 8 * (k & 7)
			row[k>>3] = row[k>>3]&^(0xff<<shift) | v<<shift
		}
		t.rows[i] = row
	}
}

// most is how many features a token may have: their bytes must fit in lanes of
// 16 bits.
const most = 255

// sum adds the weights of the features to those of each label.
func (t *weightTable) sum(features []uint32, out *[Labels]int32) {
	var a, b, c, d uint64 // even and odd bytes of both words
	hits := int32(0)
	for _, f := range features[:min(len(features), most)] {
		i := t.index.find(f)
		if i < 0 {
			continue
		}
		row := &t.rows[i]
		a += row[0] & evenByte
		b += row[0] >> 8 & evenByte
		c += row[1] & evenByte
		d += row[1] >> 8 & evenByte
		hits++
	}
	bias := 128 * hits
	for k := range 4 {
		shift := 16 * k
		out[1+2*k] += int32(a>>shift&0xffff) - bias
		out[2+2*k] += int32(b>>shift&0xffff) - bias
		out[9+2*k] += int32(c>>shift&0xffff) - bias
		out[10+2*k] += int32(d>>shift&0xffff) - bias
	}
}
