package lexicon

import "math/bits"

// table maps keys to kinds and to a chain of references, by open addressing
// with linear probing. Slots are 16 bytes, so that a look-up costs one cache
// line; a key that is 0 marks an empty slot.
type table struct {
	slots []slot
	shift uint // of the multiplied key, to the index of its slot
	used  int
	refs  []ref // refs[0] ends every chain
}

type slot struct {
	key   Key
	kinds Kind
	ref   uint32
}

type ref struct {
	kind Kind
	at   uint32 // where the record is
	next uint32
}

const minSlots = 64

func newTable(keys, refs int) *table {
	t := &table{refs: make([]ref, 1, refs+1)}
	t.resize(1 << bits.Len(uint(max(minSlots, keys+keys/8))))
	return t
}

func (t *table) resize(slots int) {
	old := t.slots
	t.slots = make([]slot, slots)
	t.shift = uint(64 - bits.TrailingZeros(uint(slots)))
	for _, s := range old {
		if s.key != 0 {
			*t.find(s.key) = s
		}
	}
}

// find is the slot of the key, or the empty one where it would go.
func (t *table) find(k Key) *slot {
	mask := uint64(len(t.slots) - 1)
	i := t.slotOf(k)
	for {
		s := &t.slots[i&mask]
		if s.key == k || s.key == 0 {
			return s
		}
		i++
	}
}

// slotOf is the index where the search for a key begins. Fibonacci hashing
// (Knuth, TAOCP 3, 6.4) spreads the low bits, which are the weak ones of FNV.
func (t *table) slotOf(k Key) uint64 { return uint64(k) * 0x9E3779B97F4A7C15 >> t.shift }

// kinds is what the key can be.
func (t *table) kinds(k Key) Kind { return t.find(k).kinds }

// add says that the phrase of the key is also of these kinds.
func (t *table) add(k Key, kinds Kind) *slot {
	s := t.find(k)
	if s.key == 0 {
		if t.used++; t.used > len(t.slots)-len(t.slots)/8 {
			t.resize(2 * len(t.slots))
			s = t.find(k)
		}
		s.key = k
	}
	s.kinds |= kinds
	return s
}

// addRef says that the phrase of the key names the record at a place. The last
// one added is the first in the chain.
func (t *table) addRef(k Key, kind Kind, at uint32) {
	s := t.add(k, kind)
	if r := t.refs[s.ref]; s.ref != 0 && r.at == at && r.kind == kind {
		return
	}
	t.refs = append(t.refs, ref{kind: kind, at: at, next: s.ref})
	s.ref = uint32(len(t.refs) - 1)
}
