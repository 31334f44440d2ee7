package date

import "strings"

// kind is what a word can be in a date expression.
type kind byte

const (
	plain    kind = iota
	month         // n: 1 to 12
	weekday       // n: 0, Monday, to 6
	unit          // n: a unit below
	number        // n: the value; digits of 1 to 4 places
	count         // n: the value; spelt out, or "a"
	ordinal       // n: the value: 8th, third
	decade        // n: its first year: 1990s
	deictic       // n: days from today: today 0, yesterday -1
	season        // n: first month of the season, on the northern half
	relative      // n: steps: last -1, this 0, next 1
	part          // early, late, mid
	daytime       // morning, night
	ago           // ago
	the           // the
	of            // of
	dash          // - – —
	to            // to, until, through, till
	and           // and
	comma         // ,
	opening       // words and marks after which a bare year or month is a date
	slashes       // digits with strokes or hyphens: 31/12/2006, 2006-12-31
	other         // anything else that the grammar asks for by n
)

// Units of time.
const (
	unitHour = iota
	unitDay
	unitWeek
	unitWeekend
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
	unitMinute
)

// Words of kind other.
const (
	otherBetween = iota + 1
	otherFrom
	otherDay
	otherBefore
	otherAfter
	otherSlash
	otherBC
)

// word is what one token contributes.
type word struct {
	kind kind
	n    int
	text byte // length of the token in bytes, at most 255
	caps bool // begins with a capital
}

// vocabulary is the closed class of words of dates, in lower case. Months and
// weekdays count only with a capital.
var vocabulary = map[string]word{
	"january": {kind: month, n: 1}, "jan.": {kind: month, n: 1}, "jan": {kind: month, n: 1},
	"february": {kind: month, n: 2}, "feb.": {kind: month, n: 2}, "feb": {kind: month, n: 2},
	"march": {kind: month, n: 3}, "mar.": {kind: month, n: 3},
	"april": {kind: month, n: 4}, "apr.": {kind: month, n: 4}, "apr": {kind: month, n: 4},
	"may":  {kind: month, n: 5},
	"june": {kind: month, n: 6}, "jun.": {kind: month, n: 6}, "jun": {kind: month, n: 6},
	"july": {kind: month, n: 7}, "jul.": {kind: month, n: 7}, "jul": {kind: month, n: 7},
	"august": {kind: month, n: 8}, "aug.": {kind: month, n: 8}, "aug": {kind: month, n: 8},
	"september": {kind: month, n: 9}, "sept.": {kind: month, n: 9}, "sep.": {kind: month, n: 9}, "sept": {kind: month, n: 9}, "sep": {kind: month, n: 9},
	"october": {kind: month, n: 10}, "oct.": {kind: month, n: 10}, "oct": {kind: month, n: 10},
	"november": {kind: month, n: 11}, "nov.": {kind: month, n: 11}, "nov": {kind: month, n: 11},
	"december": {kind: month, n: 12}, "dec.": {kind: month, n: 12}, "dec": {kind: month, n: 12},

	"monday": {kind: weekday, n: 0}, "mon.": {kind: weekday, n: 0},
	"tuesday": {kind: weekday, n: 1}, "tue.": {kind: weekday, n: 1}, "tues.": {kind: weekday, n: 1},
	"wednesday": {kind: weekday, n: 2}, "wed.": {kind: weekday, n: 2},
	"thursday": {kind: weekday, n: 3}, "thu.": {kind: weekday, n: 3}, "thur.": {kind: weekday, n: 3}, "thurs.": {kind: weekday, n: 3},
	"friday": {kind: weekday, n: 4}, "fri.": {kind: weekday, n: 4},
	"saturday": {kind: weekday, n: 5}, "sat.": {kind: weekday, n: 5},
	"sunday": {kind: weekday, n: 6}, "sun.": {kind: weekday, n: 6},

	"minute": {kind: unit, n: unitMinute}, "minutes": {kind: unit, n: unitMinute},
	"hour": {kind: unit, n: unitHour}, "hours": {kind: unit, n: unitHour},
	"day": {kind: unit, n: unitDay}, "days": {kind: unit, n: unitDay},
	"week": {kind: unit, n: unitWeek}, "weeks": {kind: unit, n: unitWeek},
	"weekend": {kind: unit, n: unitWeekend}, "weekends": {kind: unit, n: unitWeekend},
	"month": {kind: unit, n: unitMonth}, "months": {kind: unit, n: unitMonth},
	"quarter": {kind: unit, n: unitQuarter}, "quarters": {kind: unit, n: unitQuarter},
	"year": {kind: unit, n: unitYear}, "years": {kind: unit, n: unitYear},
	"decade": {kind: unit, n: unitDecade}, "decades": {kind: unit, n: unitDecade},
	"century": {kind: unit, n: unitCentury}, "centuries": {kind: unit, n: unitCentury},

	"a": {kind: count, n: 1}, "an": {kind: count, n: 1}, "one": {kind: count, n: 1}, "two": {kind: count, n: 2},
	"three": {kind: count, n: 3}, "four": {kind: count, n: 4}, "five": {kind: count, n: 5}, "six": {kind: count, n: 6},
	"seven": {kind: count, n: 7}, "eight": {kind: count, n: 8}, "nine": {kind: count, n: 9}, "ten": {kind: count, n: 10},
	"eleven": {kind: count, n: 11}, "twelve": {kind: count, n: 12}, "thirteen": {kind: count, n: 13},
	"fourteen": {kind: count, n: 14}, "fifteen": {kind: count, n: 15}, "sixteen": {kind: count, n: 16},
	"seventeen": {kind: count, n: 17}, "eighteen": {kind: count, n: 18}, "nineteen": {kind: count, n: 19},
	"twenty": {kind: count, n: 20}, "thirty": {kind: count, n: 30}, "forty": {kind: count, n: 40},
	"fifty": {kind: count, n: 50}, "sixty": {kind: count, n: 60}, "seventy": {kind: count, n: 70},
	"eighty": {kind: count, n: 80}, "ninety": {kind: count, n: 90}, "hundred": {kind: count, n: 100},

	"first": {kind: ordinal, n: 1}, "second": {kind: ordinal, n: 2}, "third": {kind: ordinal, n: 3},
	"fourth": {kind: ordinal, n: 4}, "fifth": {kind: ordinal, n: 5}, "sixth": {kind: ordinal, n: 6},
	"seventh": {kind: ordinal, n: 7}, "eighth": {kind: ordinal, n: 8}, "ninth": {kind: ordinal, n: 9},
	"tenth": {kind: ordinal, n: 10}, "eleventh": {kind: ordinal, n: 11}, "twelfth": {kind: ordinal, n: 12},
	"fifteenth": {kind: ordinal, n: 15}, "sixteenth": {kind: ordinal, n: 16}, "seventeenth": {kind: ordinal, n: 17},
	"eighteenth": {kind: ordinal, n: 18}, "nineteenth": {kind: ordinal, n: 19}, "twentieth": {kind: ordinal, n: 20},

	"today": {kind: deictic, n: 0}, "tonight": {kind: deictic, n: 0}, "yesterday": {kind: deictic, n: -1}, "tomorrow": {kind: deictic, n: 1},
	"spring": {kind: season, n: 3}, "summer": {kind: season, n: 6}, "autumn": {kind: season, n: 9}, "fall": {kind: season, n: 9}, "winter": {kind: season, n: 12},

	"last": {kind: relative, n: -1}, "past": {kind: relative, n: -1},
	"this": {kind: relative, n: 0}, "current": {kind: relative, n: 0},
	"next": {kind: relative, n: 1}, "coming": {kind: relative, n: 1}, "upcoming": {kind: relative, n: 1},

	"early": {kind: part}, "late": {kind: part}, "mid": {kind: part},
	"morning": {kind: daytime}, "afternoon": {kind: daytime}, "evening": {kind: daytime}, "night": {kind: daytime}, "lunchtime": {kind: daytime},

	"ago": {kind: ago}, "the": {kind: the}, "of": {kind: of}, "and": {kind: and}, ",": {kind: comma},
	"-": {kind: dash}, "–": {kind: dash}, "—": {kind: dash}, "--": {kind: dash},
	"to": {kind: to}, "until": {kind: to}, "till": {kind: to}, "through": {kind: to},

	"in": {kind: opening}, "on": {kind: opening}, "since": {kind: opening}, "by": {kind: opening}, "during": {kind: opening},
	"(": {kind: opening}, "around": {kind: opening}, "throughout": {kind: opening}, "circa": {kind: opening},

	"between": {kind: other, n: otherBetween}, "from": {kind: other, n: otherFrom},
	"before": {kind: other, n: otherBefore}, "after": {kind: other, n: otherAfter},
	"/": {kind: other, n: otherSlash}, "bc": {kind: other, n: otherBC}, "bce": {kind: other, n: otherBC}, "b.c.": {kind: other, n: otherBC},
}

// longest is the length of the longest word of the vocabulary and of the
// longest number that read accepts.
const longest = 12

// mid is the prefix of the middle of a month, a year or a decade.
const mid = "mid-"

// read looks a token up. Digits are a number, with st, nd, rd, th an ordinal,
// with s a decade.
func read(s string) word {
	if len(s) > len(mid) && strings.EqualFold(s[:len(mid)], mid) {
		s = s[len(mid):] // the value stays that of the whole date
	}
	if s == "" || len(s) > longest {
		return word{}
	}
	w := word{text: byte(len(s)), caps: s[0] >= 'A' && s[0] <= 'Z'}
	if s[0] >= '0' && s[0] <= '9' || s[0] == '\'' {
		w.kind, w.n = readNumber(s)
		return w
	}
	var buf [longest]byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	known, ok := vocabulary[string(buf[:len(s)])]
	if !ok || (known.kind == month || known.kind == weekday) && !w.caps {
		return word{text: w.text, caps: w.caps}
	}
	w.kind, w.n = known.kind, known.n
	return w
}

// readNumber reads digits and what hangs on them.
func readNumber(s string) (kind, int) {
	if s[0] == '\'' && len(s) == 4 && s[3] == 's' && s[1] >= '2' && s[1] <= '9' && s[2] == '0' {
		return decade, 1900 + int(s[1]-'0')*10
	}
	n, i := 0, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || i > 4 {
		return plain, 0
	}
	switch rest := s[i:]; {
	case rest != "" && (rest[0] == '/' || rest[0] == '-'):
		return slashes, 0
	case rest == "":
		return number, n
	case (rest == "s" || rest == "'s" || rest == "’s") && i == 4 && n%10 == 0:
		return decade, n
	case (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") && i <= 2:
		return ordinal, n
	}
	return plain, 0
}
