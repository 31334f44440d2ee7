package name

import "dossier/extract/sparse"

// classTable holds the class of each word that has one.
type classTable struct {
	index sparse.Index
	class []int8
}

// find is the class of a word by its hash in lower case, 0 when it has none.
func (t *classTable) find(word uint32) uint8 {
	if i := t.index.Find(word); i >= 0 {
		return uint8(t.class[i])
	}
	return 0
}

// weightTable holds the weights of the features. A row has eight labels in each
// of two words, a byte each with 128 added, so that a sum over features needs
// four additions and no branch.
type weightTable struct {
	index sparse.Index
	rows  [][2]uint64
}

const (
	zeroRow  = 0x8080808080808080
	evenByte = 0x00ff00ff00ff00ff
)

func newWeightTable(p *sparse.Part) weightTable {
	t := weightTable{index: sparse.NewIndex(p.Keys), rows: make([][2]uint64, len(p.Keys))}
	for i := range t.rows {
		row := [2]uint64{zeroRow, zeroRow}
		for k, v := range p.Rows[i*Weights : (i+1)*Weights] {
			shift := 8 * (k & 7)
			row[k>>3] = row[k>>3]&^(0xff<<shift) | uint64(uint8(v)^0x80)<<shift
		}
		t.rows[i] = row
	}
	return t
}

// most is how many features a token may have: their bytes must fit in lanes of
// 16 bits.
const most = 255

// sum adds the weights of the features to those of each label.
func (t *weightTable) sum(features []uint32, out *[Labels]int32) {
	var a, b, c, d uint64 // even and odd bytes of both words
	hits := int32(0)
	for _, f := range features[:min(len(features), most)] {
		i := t.index.Find(f)
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
