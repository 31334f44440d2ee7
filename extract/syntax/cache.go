package syntax

// cache keeps the sums of words that were met before: a place for each of cacheSize
// hashes, where the last word with that hash stands.
type cache struct {
	width int
	rows  []([Inputs]int32)
	sums  []int16
}

// cacheSize is enough for nine of ten words of the news.
const cacheSize = 1 << 13

func newCache(width int) cache {
	c := cache{width: width, rows: make([][Inputs]int32, cacheSize), sums: make([]int16, cacheSize*width)}
	for i := range c.rows {
		c.rows[i][0] = -1
	}
	return c
}

// find gives the sums of a word, and whether they are there already; if not they are
// to be filled in.
func (c *cache) find(rows [Inputs]int32) (sums []int16, known bool) {
	h := uint64(0)
	for _, r := range rows {
		h = (h ^ uint64(r)) * prime
	}
	at := int((h ^ h>>32) * 0x9E3779B97F4A7C15 >> 51)
	sums = c.sums[at*c.width : (at+1)*c.width]
	if c.rows[at] == rows {
		return sums, true
	}
	c.rows[at] = rows
	return sums, false
}
