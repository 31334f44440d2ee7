package date

import (
	"strings"

	"dossier/extract/document"
)

// match reads the longest expression that begins at token i and returns its
// value and the token after it; the same i when there is none.
func (f *finder) match(i int) (value, int) {
	switch w := f.words[i]; w.kind {
	case number:
		return f.digits(i)
	case ordinal:
		return f.ordinal(i)
	case month:
		return f.month(i)
	case weekday:
		return f.weekday(i)
	case decade:
		return years(w.n, w.n+9), i + 1
	case deictic:
		return f.deictic(i)
	case season:
		return f.season(i)
	case relative:
		return f.relative(i)
	case part:
		return f.part(i)
	case count:
		return f.count(i)
	case unit:
		return f.dayBefore(i)
	case slashes:
		return f.slashed(i)
	}
	return value{}, i
}

// digits reads what begins with a number: an ISO day, a day of a month, a year
// or a stretch of years, so many units ago.
func (f *finder) digits(i int) (value, int) {
	if v, last := f.iso(i); last > i {
		return v, last
	}
	if v, last := f.dayOfMonth(i); last > i {
		return v, last
	}
	if f.year(i) > 0 && f.yearHere(i) {
		return f.yearOrYears(i)
	}
	return f.count(i)
}

// iso reads 2006-01-02 where the tokens part it at the hyphens, as with dashes.
func (f *finder) iso(i int) (value, int) {
	for k := i + 1; k < i+5; k++ {
		if !f.adjacent(k) || f.is(k, dash) == ((k-i)%2 == 0) {
			return value{}, i
		}
	}
	y, m, d := f.word(i), f.word(i+2), f.word(i+4)
	if y.kind != number || y.text != 4 || m.kind != number || m.text != 2 || d.kind != number || d.text != 2 || !isDay(y.n, m.n, d.n) {
		return value{}, i
	}
	return oneDay(newDay(y.n, m.n, d.n), true), i + 5
}

// slashed reads 2006-01-02, and 31/12/2006 or 12/31/2006 when only one order of day
// and month makes a date.
func (f *finder) slashed(i int) (value, int) {
	s := f.doc.Slice(f.doc.Tokens[i].Span)
	if d, ok := parseDay(s); ok {
		return oneDay(d, true), i + 1
	}
	if len(s) > 10 || len(s) < 8 || s[0] < '0' || s[0] > '9' || strings.Count(s, "/") != 2 {
		return value{}, i
	}
	var n [3]int
	k := 0
	for _, c := range []byte(s) {
		switch {
		case c == '/':
			k++
		case c >= '0' && c <= '9':
			n[k] = n[k]*10 + int(c-'0')
		default:
			return value{}, i
		}
	}
	dayFirst, monthFirst := isDay(n[2], n[1], n[0]), isDay(n[2], n[0], n[1])
	if n[2] < 1000 || dayFirst == monthFirst && n[0] != n[1] {
		return value{}, i
	}
	if dayFirst {
		return oneDay(newDay(n[2], n[1], n[0]), true), i + 1
	}
	return oneDay(newDay(n[2], n[0], n[1]), true), i + 1
}

// ordinal reads "8th of December", "19th century" and "third quarter of 2014".
func (f *finder) ordinal(i int) (value, int) {
	n := f.words[i].n
	if v, last := f.dayOfMonth(i); last > i {
		return v, last
	}
	next := i + 1
	if f.is(next, dash) {
		next++
	}
	switch w := f.word(next); {
	case w.kind == unit && w.n == unitCentury && n >= 2 && n <= 21 && !f.is(next+1, of):
		last := next + 1
		if f.word(last) == (word{kind: other, n: otherBC, text: f.word(last).text, caps: f.word(last).caps}) {
			return value{}, last
		}
		return years((n-1)*100, (n-1)*100+99), last
	case w.kind == unit && w.n == unitQuarter && n <= 4:
		last := next + 1
		y := 0
		if f.is(last, of) {
			y = f.year(last + 1)
			last++
		} else {
			y = f.year(last)
		}
		if y == 0 {
			return value{}, i
		}
		return months(y, n*3-2, y, n*3, true), last + 1
	}
	return value{}, i
}

// month reads what begins with the name of a month.
func (f *finder) month(i int) (value, int) {
	m := f.words[i].n
	if d := f.word(i + 1); (d.kind == number || d.kind == ordinal) && d.text <= 4 && d.n >= 1 && d.n <= 31 {
		return f.monthDay(i, m, d.n)
	}
	last := i + 1
	m2 := m
	if (f.is(last, dash) || f.is(last, to) || f.is(last, and)) && f.is(last+1, month) && !f.startsDay(last+1) {
		m2 = f.word(last + 1).n
		last += 2
	}
	at := last
	if f.is(at, comma) || f.is(at, of) {
		at++
	}
	if y := f.year(at); y > 0 {
		from := y
		if m2 < m {
			from--
		}
		return months(from, m, y, m2, true), at + 1
	}
	if !f.monthHere(i) || m2 < m {
		return value{}, i
	}
	y := f.nearestYear(i, m, 0)
	v := months(y, m, y, m2, false)
	v.resolved = f.known
	return v, last
}

// startsDay tells whether a month at token i goes on with a day.
func (f *finder) startsDay(i int) bool {
	d := f.word(i + 1)
	return (d.kind == number || d.kind == ordinal) && d.text <= 4 && d.n >= 1 && d.n <= 31
}

// monthDay reads "December 8", "Dec. 11-16", "June 28 - July 3", each with or
// without a year; m and d are already read.
func (f *finder) monthDay(i, m, d int) (value, int) {
	last := i + 2
	m2, d2 := m, d
	if f.is(last, dash) || f.is(last, to) || f.is(last, and) {
		switch next := f.word(last + 1); {
		case (next.kind == number || next.kind == ordinal) && next.text <= 4 && next.n > d && next.n <= 31:
			d2, last = next.n, last+2
		case next.kind == month && f.startsDay(last+1) && !f.is(last, and):
			m2, d2, last = next.n, f.word(last+2).n, last+3
		}
	}
	return f.days(i, m, d, m2, d2, last)
}

// dayOfMonth reads "8 December", "the 8th of December", "11-16 December", "28
// June to 3 July", each with or without a year.
func (f *finder) dayOfMonth(i int) (value, int) {
	d := f.words[i].n
	if d < 1 || d > 31 || f.words[i].text > 4 {
		return value{}, i
	}
	d2, at := d, i+1
	if (f.is(at, dash) || f.is(at, to) || f.is(at, and)) && (f.is(at+1, number) || f.is(at+1, ordinal)) && f.word(at+1).n > d && f.word(at+1).n <= 31 {
		d2, at = f.word(at+1).n, at+2
	}
	if f.is(at, of) {
		at++
	}
	if !f.is(at, month) || f.words[i].kind == number && f.is(i+1, of) {
		return value{}, i
	}
	m := f.word(at).n
	m2, last := m, at+1
	if d2 == d && (f.is(last, dash) || f.is(last, to)) && (f.is(last+1, number) || f.is(last+1, ordinal)) && f.is(last+2, month) {
		d2, m2, last = f.word(last+1).n, f.word(last+2).n, last+3
	}
	return f.days(i, m, d, m2, d2, last)
}

// days is the value of the days from d of month m to d2 of m2; a year may
// follow at token last.
func (f *finder) days(i, m, d, m2, d2, last int) (value, int) {
	at := last
	if f.is(at, comma) || f.is(at, of) {
		at++
	}
	y := f.year(at)
	if y > 0 {
		last = at + 1
	} else {
		y = f.nearestYear(i, m, d)
	}
	y2 := y
	if m2 < m {
		y2++
	}
	if !isDay(y, m, d) || !isDay(y2, m2, d2) {
		return value{}, i
	}
	explicit := last == at+1
	return value{newDay(y, m, d), newDay(y2, m2, d2), document.Day, explicit || f.known, explicit}, last
}

// weekday reads "Tuesday", "Tuesday night" and "Tuesday, 8 December 2015", whose
// value is that of the date.
func (f *finder) weekday(i int) (value, int) {
	at := i + 1
	if f.is(at, comma) {
		at++
	}
	switch f.word(at).kind {
	case month:
		if f.startsDay(at) {
			return f.month(at)
		}
	case number, ordinal:
		if v, last := f.dayOfMonth(at); last > at {
			return v, last
		}
	}
	last := i + 1
	if f.is(last, daytime) {
		last++
	}
	v := oneDay(f.nearestWeekday(i, f.words[i].n), false)
	v.resolved = f.known
	return v, last
}

// deictic reads today, yesterday, tomorrow, with a time of day.
func (f *finder) deictic(i int) (value, int) {
	v := oneDay(f.today.add(0, 0, f.words[i].n), false)
	v.resolved = f.known
	if f.is(i+1, daytime) {
		return v, i + 2
	}
	return v, i + 1
}

// dayBefore reads "the day before yesterday" and "the day after tomorrow".
func (f *finder) dayBefore(i int) (value, int) {
	w := f.words[i]
	next := f.word(i + 1)
	if w.n != unitDay || next.kind != other || !f.is(i+2, deictic) {
		return value{}, i
	}
	step := f.word(i + 2).n
	if step == -1 && next.n != otherBefore || step == 1 && next.n != otherAfter || step == 0 {
		return value{}, i
	}
	v := oneDay(f.today.add(0, 0, 2*step), false)
	v.resolved = f.known
	return v, i + 3
}

// season reads "summer 2014" and "summer of 2014". A season without a year
// means too many things.
func (f *finder) season(i int) (value, int) {
	at := i + 1
	if f.is(at, of) {
		at++
	}
	y := f.year(at)
	if y == 0 {
		return value{}, i
	}
	m := f.words[i].n
	from := newDay(y, m, 1)
	return value{from, from.add(0, 3, -1), document.Month, true, true}, at + 1
}

// part reads early, late or mid before a date; the value stays that of the
// whole.
func (f *finder) part(i int) (value, int) {
	at := i + 1
	if f.is(at, dash) {
		at++
	}
	switch f.word(at).kind {
	case month, weekday, decade, relative, season, deictic:
		if v, last := f.match(at); last > at {
			return v, last
		}
	case number:
		if f.year(at) > 0 {
			return f.yearOrYears(at)
		}
	}
	return value{}, i
}

// count reads "two days ago", "a decade ago", "24 hours ago".
func (f *finder) count(i int) (value, int) {
	n, at := f.words[i].n, i+1
	if f.words[i].kind == count {
		for f.is(at, count) || f.is(at, dash) && f.is(at+1, count) { // twenty-five, a hundred
			if f.is(at, dash) {
				at++
			}
			switch w := f.word(at); {
			case w.n == 100:
				n *= 100
			case n >= 20 && n%10 == 0:
				n += w.n
			default:
				return value{}, i
			}
			at++
		}
	}
	if !f.is(at, unit) || !f.is(at+1, ago) || n > 2000 {
		return value{}, i
	}
	v := f.ago(n, f.word(at).n)
	v.resolved = v.resolved && f.known
	return v, at + 2
}
