package lstm

import "slices"

// cache keeps the sums of tokens that were met before: a pair of places for each of
// some hashes, where the last two tokens with that hash stand.
type cache struct {
	tables, width int
	rows          []int32
	sums          []int16
	older         []uint8 // of each pair the place that was asked for less lately
}

// pairs are enough for five of six tokens of the news. As many hits would take a
// third more memory with one place for each hash.
const pairs = 3 << 10

func newCache(tables, width int) cache {
	c := cache{
		tables: tables, width: width, rows: make([]int32, 2*pairs*tables), sums: make([]int16, 2*pairs*width),
		older: make([]uint8, pairs),
	}
	for i := range c.rows {
		c.rows[i] = -1
	}
	return c
}

// find gives the sums of a token by its rows in the tables, and whether they are
// there already; if not they are to be filled in.
func (c *cache) find(rows []int32) (sums []int16, known bool) {
	h := uint64(0)
	for _, r := range rows {
		h = (h ^ uint64(r)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	pair := int(h * 0xBF58476D1CE4E5B9 >> 32 * pairs >> 32)
	for side := range 2 {
		at := 2*pair + side
		if slices.Equal(c.rows[at*c.tables:(at+1)*c.tables], rows) {
			c.older[pair] = uint8(1 - side)
			return c.sums[at*c.width : (at+1)*c.width], true
		}
	}
	at := 2*pair + int(c.older[pair])
	c.older[pair] ^= 1
	copy(c.rows[at*c.tables:(at+1)*c.tables], rows)
	return c.sums[at*c.width : (at+1)*c.width], false
}
