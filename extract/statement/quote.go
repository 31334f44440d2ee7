package statement

import "dossier/extract/document"

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

// entitles tells whether a region is a name rather than speech, though it has the
// length of speech: the title of a work or a nickname. All its words but little
// ones begin with a capital, it ends like no sentence, and nothing that reports
// leads into it.
func (r *reader) entitles(q document.Quote) bool {
	d := r.doc
	if !q.Closed || r.regionEnd(q) != 0 || len(r.units) == 0 {
		return false
	}
	if last := &r.units[len(r.units)-1]; last.is(comma|colon|quoted|dash) || last.verbs != nil || last.is(mark) {
		return false
	}
	capitals := 0
	for i := q.First; i < q.Last; i++ {
		w := d.Slice(d.Tokens[i].Span)
		c := d.Text[d.Tokens[i].Start]
		switch {
		case marks[w] != 0 || c >= '0' && c <= '9':
		case c >= 'A' && c <= 'Z':
			capitals++
		case capitals == 0 || len(w) > littleWord:
			return false
		}
	}
	return capitals > 1
}

// littleWord is the length in bytes of the longest word that a title sets in small
// letters: "with".
const littleWord = 4
