package statement

// quoteBefore gives the quoted region that ends right before unit i, with or
// without a comma, or -1.
func (r *reader) quoteBefore(i int) int {
	q := i - 1
	if q > 0 && r.units[q].is(comma|dash) && r.units[q-1].is(quoted) {
		return q - 1
	}
	if q >= 0 && r.units[q].is(quoted) && (r.units[q].ending != 0) {
		return q
	}
	return -1
}

// quoteNext gives the quoted region that begins at unit i or after a comma,
// colon or "that" there, or -1.
func (r *reader) quoteNext(i int) int {
	n := len(r.units)
	if i < n && r.units[i].is(comma|colon|dash) {
		i++
	}
	if i < n && r.units[i].is(quoted) {
		return i
	}
	return -1
}

// quoteEnd is the end of a run of quoted regions from q on.
func (r *reader) quoteEnd(q int) int {
	for q++; q < len(r.units) && r.units[q].is(quoted); q++ {
	}
	return q
}

func (r *reader) onlyQuotes(from, to int) bool {
	for i := from; i < to; i++ {
		if !r.units[i].is(quoted | punctuation) {
			return false
		}
	}
	return true
}

func (c class) isEnd() bool { return c&(comma|stop|dash) != 0 }
