package lexicon

// indexer collects the phrases of the pack and then fills a table with them. It
// puts them in the order of their slots first: filling the table in the order
// of the records costs a cache miss for each, two thirds of the time to load.
type indexer struct {
	entries []entry
	last    string // the phrase before, whose beginnings are known already
}

type entry struct {
	key  Key
	kind Kind
	at   uint32 // of the record, none when noRecord
}

const noRecord = ^uint32(0)

// add takes in a phrase, and each of its beginnings that ends with a word as a
// prefix.
func (x *indexer) add(phrase string, kind Kind, at uint32) {
	known := 0
	for known < len(phrase) && known < len(x.last) && phrase[known] == x.last[known] {
		known++
	}
	k := NewKey
	for i := 0; i < len(phrase); {
		j := wordEnd(phrase, i)
		k = k.Add(phrase[i:j])
		if i = j; i < len(phrase) && phrase[i-1] != ' ' && i >= known {
			x.entries = append(x.entries, entry{k, Prefix, noRecord})
		}
	}
	x.entries = append(x.entries, entry{k, kind, at})
	x.last = phrase
}

// partitions is how many stretches of the table are filled one after the
// other; a stretch of a big table then fits the second-level cache.
const partitions = 64

// fill makes the table. Entries of one key keep their order.
func (x *indexer) fill(keys int) *table {
	refs := 0
	for _, e := range x.entries {
		if e.at != noRecord {
			refs++
		}
	}
	t := newTable(keys, refs)
	part := func(k Key) uint64 { return t.slotOf(k) * partitions / uint64(len(t.slots)) }
	var start [partitions + 1]int
	for _, e := range x.entries {
		start[part(e.key)+1]++
	}
	for i := range partitions {
		start[i+1] += start[i]
	}
	ordered := make([]entry, len(x.entries))
	for _, e := range x.entries {
		p := part(e.key)
		ordered[start[p]] = e
		start[p]++
	}
	for _, e := range ordered {
		if e.at == noRecord {
			t.add(e.key, e.kind)
		} else {
			t.addRef(e.key, e.kind, e.at)
		}
	}
	return t
}

// wordEnd is where the piece of the phrase that starts at i ends: a word, or
// one byte between words. Words break where a tokeniser may break them.
func wordEnd(phrase string, i int) int {
	for j := i; j < len(phrase); j++ {
		switch phrase[j] {
		case ' ', ',', '\'', '&', '/', '-', '(', ')', ':', '!':
			if j == i {
				return j + 1
			}
			return j
		}
	}
	return len(phrase)
}
