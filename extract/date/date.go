// Package date finds the expressions of a text that name days, months or years
// and works out which ones they mean, seen from the day of publication: "on
// Tuesday" in an article of a Thursday is two days before it, "Dec. 11-16" the
// nearest such week, "in 2014" that year. When the day of publication is
// unknown only expressions with a year of their own are resolved; all others
// have no value, never a guessed one.
//
// Measured on the news of GUM (112 dates with a calendar value): 81 % found and
// 91 % of those with the right value, at a precision of 96 %.
//
// Clock times, durations ("for three weeks") and periods that have no calendar
// value of their own ("the following day") are not read.
package date

import (
	"time"

	"dossier/extract/document"
)

// Expression is a stretch of text that names a date, and what it means.
type Expression struct {
	document.Period     // empty but for Text when the value is unknown; Text leaves out a preposition
	First, Last     int // tokens [First, Last)
	Sentence        int // index into Document.Sentences

	// Explicit tells that the year stands in the expression, so that the value
	// doesn't depend on the day of publication.
	Explicit bool
}

// Find returns the date expressions of a document in order, none overlapping
// another and none crossing the end of a sentence. It reads tokens, tags and
// sentences and changes nothing.
func Find(d *document.Document) []Expression {
	f := finder{doc: d, words: make([]word, len(d.Tokens))}
	f.today, f.known = parseDay(d.Date)
	for i := range d.Tokens {
		f.words[i] = read(d.Slice(d.Tokens[i].Span))
	}
	var out []Expression
	for s := range d.Sentences {
		f.sentence = s
		f.end = min(d.Sentences[s].Last, len(d.Tokens))
		for i := max(d.Sentences[s].First, 0); i < f.end; {
			e, ok := f.at(i)
			if !ok {
				i++
				continue
			}
			out = append(out, e)
			i = e.Last
		}
	}
	return out
}

// finder is the state of one Find.
type finder struct {
	doc      *document.Document
	words    []word // of each token
	today    day    // of publication
	known    bool   // whether today is
	sentence int
	end      int // past the last token of the sentence
}

// at reads the expression that begins at token i.
func (f *finder) at(i int) (Expression, bool) {
	v, last := f.match(i)
	if last == i || v.resolved && !v.valid() {
		return Expression{}, false
	}
	e := Expression{First: i, Last: last, Sentence: f.sentence, Explicit: v.explicit}
	e.Text = document.Span{Start: f.doc.Tokens[i].Start, End: f.doc.Tokens[last-1].End}
	if v.resolved {
		e.Start, e.End, e.Precision = v.from.String(), v.to.String(), v.precision
	}
	return e, true
}

// word is what token i is, plain past the end of the sentence.
func (f *finder) word(i int) word {
	if i < 0 || i >= f.end {
		return word{}
	}
	return f.words[i]
}

// is tells whether token i is of kind k.
func (f *finder) is(i int, k kind) bool { return f.word(i).kind == k }

// adjacent tells whether nothing stands between tokens i-1 and i.
func (f *finder) adjacent(i int) bool {
	return i > 0 && i < f.end && f.doc.Tokens[i-1].End == f.doc.Tokens[i].Start
}

// value is what an expression means.
type value struct {
	from, to  day
	precision document.Precision
	resolved  bool // the value is known
	explicit  bool // the year is in the text
}

// valid refuses values outside the years that ISO 8601 writes with four digits.
func (v value) valid() bool {
	return v.from.year() >= 1 && v.to.year() <= 9999 && !v.to.before(v.from)
}

// day is a calendar day.
type day struct{ t time.Time }

func newDay(y, m, d int) day { return day{time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)} }

// parseDay reads an ISO 8601 day, 2006-01-02.
func parseDay(s string) (day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return day{t}, err == nil
}

func (a day) String() string      { return a.t.Format(time.DateOnly) }
func (a day) before(b day) bool   { return a.t.Before(b.t) }
func (a day) year() int           { return a.t.Year() }
func (a day) month() int          { return int(a.t.Month()) }
func (a day) add(y, m, d int) day { return day{a.t.AddDate(y, m, d)} }

// weekday counts from Monday, 0, to Sunday, 6.
func (a day) weekday() int { return (int(a.t.Weekday()) + 6) % 7 }

// daysTo is the number of days from a to b, negative when b is before a.
func (a day) daysTo(b day) int { return int(b.t.Sub(a.t).Hours() / 24) }
