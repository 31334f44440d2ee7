package date

import "dossier/extract/document"

// isDay tells whether the month has such a day.
func isDay(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && newDay(y, m, d).month() == m && d <= 31
}

func oneDay(d day, explicit bool) value {
	return value{d, d, document.Day, true, explicit}
}

// months is the stretch from the first day of a month to the last of another.
func months(y, m, y2, m2 int, explicit bool) value {
	return value{newDay(y, m, 1), newDay(y2, m2, 1).add(0, 1, -1), document.Month, true, explicit}
}

// years is the stretch from the first day of a year to the last of another,
// both named in the text.
func years(from, to int) value {
	return value{newDay(max(from, 1), 1, 1), newDay(to, 12, 31), document.Year, true, true}
}

// year is the year that token i writes in four digits, or 0. Years before 1500
// and after 2100 are mostly something else.
func (f *finder) year(i int) int {
	w := f.word(i)
	if w.kind != number || w.text != 4 || w.n < 1500 || w.n > 2100 {
		return 0
	}
	return w.n
}

// yearHere tells whether the four digits at token i are a year: after a
// preposition or the article, and not counting what follows ("2000 people").
func (f *finder) yearHere(i int) bool {
	prev := f.word(i - 1)
	counts := i+1 < f.end && (f.doc.Tokens[i+1].Tag == "NNS" || f.is(i+1, unit))
	switch prev.kind {
	case opening, part, to, of:
		return !counts
	case other:
		return prev.n != otherSlash && !counts
	case the:
		return f.words[i].n >= 1900 && i+1 < f.end && f.doc.Tokens[i+1].Tag != "CD" && !f.is(i+1, unit)
	case comma, and:
		// "in 2004, 2009 and 2014"
		return f.year(i-2) > 0 && !counts
	}
	return false
}

// yearOrYears reads "2010", "2010-2014", "2010-14", "1990 to 1995" and, after
// between, "1990 and 1995".
func (f *finder) yearOrYears(i int) (value, int) {
	y := f.year(i)
	joined := f.is(i+1, dash) && f.adjacent(i+1) && f.adjacent(i+2) ||
		f.is(i+1, to) && f.word(i-1).kind == other && f.word(i-1).n == otherFrom ||
		f.is(i+1, and) && f.word(i-1).kind == other && f.word(i-1).n == otherBetween
	if joined {
		if y2 := f.year(i + 2); y2 > y {
			return years(y, y2), i + 3
		}
		if w := f.word(i + 2); w.kind == number && w.text == 2 && f.is(i+1, dash) && y/100*100+w.n > y {
			return years(y, y/100*100+w.n), i + 3
		}
	}
	return years(y, y), i + 1
}

// monthHere tells whether a month that stands alone is one: after a preposition
// or the like. "May" and "March" are also words and names.
func (f *finder) monthHere(i int) bool {
	switch prev := f.word(i - 1); prev.kind {
	case opening, part, relative, to, of:
		return !f.is(i+1, to) || f.words[i].n != 5
	case other:
		return prev.n != otherSlash
	case dash:
		return f.is(i-2, part)
	}
	return false
}

// closeBy is the number of days around the day of publication in which a day
// without a year is looked for against the tense.
const closeBy = 30

// nearestYear is the year of a day (or, with d 0, a month) without a year: the
// one that brings it nearest to the day of publication, unless the tense says
// on which side of it. A day close by is meant whatever the tense: nobody leaves
// the year out of one almost a year away.
func (f *finder) nearestYear(i, m, d int) int {
	y := f.today.year()
	t := f.tense(i)
	best, least := y, 0
	for k := y - 1; k <= y+1; k++ {
		at := newDay(k, m, max(d, 1))
		if d == 0 && k == y && m == f.today.month() {
			return y
		}
		gap := f.today.daysTo(at)
		if t == past && gap > closeBy || t == future && gap < -closeBy {
			continue
		}
		if gap < 0 {
			gap = -gap
		}
		if least == 0 || gap < least {
			best, least = k, max(gap, 1)
		}
	}
	return best
}

// nearestWeekday is the last such day up to and including the day of
// publication, or the next one when the tense says future.
func (f *finder) nearestWeekday(i, n int) day {
	back := (f.today.weekday() - n + 7) % 7
	if f.tense(i) == future {
		return f.today.add(0, 0, (7-back)%7)
	}
	return f.today.add(0, 0, -back)
}

// relative reads last, this and next before a unit, a weekday, a month, a time
// of day, and "the past 30 days".
func (f *finder) relative(i int) (value, int) {
	step, at := f.words[i].n, i+1
	if f.is(at, relative) && step == 0 && f.word(at).n == -1 { // this past weekend
		step, at = -1, at+1
	}
	n := 0
	if f.is(at, number) || f.is(at, count) {
		n = f.word(at).n
		at++
	}
	w := f.word(at)
	v := value{}
	switch {
	case n > 0 && w.kind == unit && step != 0 && n < 1000:
		v = f.stretch(step, n, w.n)
	case n > 0:
	case w.kind == unit && !f.is(at+1, of) && f.doc.Tokens[at].Tag != "NNS":
		if w.n == unitWeekend && step == 0 && f.tense(i) == past && f.today.weekday() < 5 {
			step = -1 // "this weekend, he won"
		}
		v = f.unit(step, w.n)
	case w.kind == season && !w.caps:
		v = f.seasonFrom(step, w.n)
	case w.kind == weekday && step != 0:
		v = oneDay(f.today.add(0, 0, step*((step*(w.n-f.today.weekday())+6)%7+1)), false)
	case w.kind == weekday:
		v = oneDay(f.today.add(0, 0, w.n-f.today.weekday()), false)
	case w.kind == month:
		y := f.today.year()
		if step < 0 && w.n >= f.today.month() || step > 0 && w.n <= f.today.month() {
			y += step
		}
		v = months(y, w.n, y, w.n, false)
	case w.kind == daytime && step <= 0:
		v = oneDay(f.today.add(0, 0, step), false)
	}
	if !v.resolved {
		return value{}, i
	}
	v.resolved = f.known
	return v, at + 1
}

// unit is the week, month, year and so on step after the one of publication.
// Days and shorter ones are not meant from there ("the next day").
func (f *finder) unit(step, u int) value {
	t := f.today
	monday := t.add(0, 0, -t.weekday())
	switch u {
	case unitWeek:
		from := monday.add(0, 0, 7*step)
		return value{from, from.add(0, 0, 6), document.Day, true, false}
	case unitWeekend:
		from := monday.add(0, 0, 7*step+5)
		return value{from, from.add(0, 0, 1), document.Day, true, false}
	case unitMonth:
		from := newDay(t.year(), t.month()+step, 1)
		return value{from, from.add(0, 1, -1), document.Month, true, false}
	case unitQuarter:
		from := newDay(t.year(), (t.month()-1)/3*3+1+3*step, 1)
		return value{from, from.add(0, 3, -1), document.Month, true, false}
	case unitYear:
		return value{newDay(t.year()+step, 1, 1), newDay(t.year()+step, 12, 31), document.Year, true, false}
	case unitDecade:
		y := t.year()/10*10 + 10*step
		return value{newDay(y, 1, 1), newDay(y+9, 12, 31), document.Year, true, false}
	case unitCentury:
		y := t.year()/100*100 + 100*step
		return value{newDay(y, 1, 1), newDay(y+99, 12, 31), document.Year, true, false}
	}
	return value{}
}

// seasonFrom is the last season before, the next one after, or the one of the
// year of publication.
func (f *finder) seasonFrom(step, m int) value {
	from := newDay(f.today.year()+step, m, 1)
	switch {
	case step < 0 && newDay(f.today.year(), m, 1).add(0, 3, 0).before(f.today):
		from = newDay(f.today.year(), m, 1)
	case step > 0 && f.today.before(newDay(f.today.year(), m, 1)):
		from = newDay(f.today.year(), m, 1)
	}
	return value{from, from.add(0, 3, -1), document.Month, true, false}
}

// stretch is the last or next n units up to, or from, the day of publication.
func (f *finder) stretch(step, n, u int) value {
	far, precision := f.shift(step*n, u)
	if precision == "" {
		return value{}
	}
	if step < 0 {
		return value{far, f.today, precision, true, false}
	}
	return value{f.today, far, precision, true, false}
}

// ago is the time n units before the day of publication, as exact as the unit.
func (f *finder) ago(n, u int) value {
	at, precision := f.shift(-n, u)
	switch {
	case u == unitWeek:
		from := at.add(0, 0, -at.weekday())
		return value{from, from.add(0, 0, 6), document.Day, true, false}
	case precision == document.Month:
		return months(at.year(), at.month(), at.year(), at.month(), false)
	case precision == document.Year:
		v := years(at.year(), at.year())
		v.explicit = false
		return v
	case precision == document.Day:
		return oneDay(at, false)
	}
	return value{}
}

// shift is the day of publication moved by n units, with the precision of the
// unit; "" for a unit that no day can be counted in.
func (f *finder) shift(n, u int) (day, document.Precision) {
	switch u {
	case unitHour:
		if n%24 == 0 {
			return f.today.add(0, 0, n/24), document.Day
		}
	case unitDay:
		return f.today.add(0, 0, n), document.Day
	case unitWeek:
		return f.today.add(0, 0, 7*n), document.Day
	case unitMonth:
		return newDay(f.today.year(), f.today.month()+n, 1), document.Month
	case unitYear:
		return f.today.add(n, 0, 0), document.Year
	case unitDecade:
		return f.today.add(10*n, 0, 0), document.Year
	case unitCentury:
		return f.today.add(100*n, 0, 0), document.Year
	}
	return day{}, ""
}
