package source

import (
	"strings"
	"time"
	"unicode"
)

// months are the names of the months as newspapers write them; Sept. is the one
// abbreviation of four letters, and May, June and July are rarely shortened.
var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
	"aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
}

// ParseDate reads a day of the calendar and gives it as 2006-01-02: ISO dates
// with or without a time (the day is the one written, in whatever zone that is),
// RFC 3339, RFC 1123, and dates in words as English papers write them ("April 2,
// 2013", "2 April 2013", "Fri., the 21st of July 2017 at 10:00 GMT"). Whatever
// leaves the day open is refused: a month, a year, a day without a year, and
// 04/02/2013, which is April in one country and February in another.
func ParseDate(s string) (day string, ok bool) {
	s = strings.TrimSpace(s)
	if day, rest, ok := isoDate(s); ok && (rest == "" || strings.ContainsRune("T t_", rune(rest[0]))) {
		return day, true
	}
	day, rest, ok := wordDate(s)
	if !ok || !isTime(rest) {
		return "", false
	}
	return day, true
}

// isoDate reads a leading 2006-01-02, 2006/01/02 or 20060102 and gives the rest.
func isoDate(s string) (day, rest string, ok bool) {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	layout := ""
	switch {
	case digits == 8:
		layout = "20060102"
	case digits == 4 && len(s) >= 10 && s[4] == '-':
		layout = time.DateOnly
	case digits == 4 && len(s) >= 10 && s[4] == '/':
		layout = "2006/01/02"
	default:
		return "", "", false
	}
	t, err := time.Parse(layout, s[:len(layout)])
	if err != nil || !plausible(t.Year()) {
		return "", "", false
	}
	rest = s[len(layout):]
	if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return "", "", false
	}
	return t.Format(time.DateOnly), rest, true
}

// plausible keeps numbers that are no years from becoming one.
func plausible(year int) bool { return year >= 1500 && year <= 2200 }

// wordDate reads a leading date in words, with or without the day of the week
// before it, and gives the rest.
func wordDate(s string) (day, rest string, ok bool) {
	word, after := nextWord(s)
	if weekdays[strings.ToLower(word)] {
		word, after = nextWord(after)
	}
	if strings.EqualFold(word, "the") {
		word, after = nextWord(after)
	}
	second, after := nextWord(after)
	if strings.EqualFold(second, "of") {
		second, after = nextWord(after)
	}
	month, dayFirst := months[strings.ToLower(second)]
	if !dayFirst {
		month, ok = months[strings.ToLower(word)]
		if !ok {
			return "", "", false
		}
		word = second
	}
	year, rest := nextWord(after)
	d, y := dayNumber(word), number(year)
	if d == 0 || len(year) != 4 || !plausible(y) {
		return "", "", false
	}
	t := time.Date(y, month, d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return "", "", false // 31 April
	}
	return t.Format(time.DateOnly), rest, true
}

// nextWord cuts a word of letters or digits off s, with the spaces, commas and
// full stops around it.
func nextWord(s string) (word, rest string) {
	const marks = " \t\u00a0,."
	s = strings.TrimLeft(s, marks)
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end], strings.TrimLeft(s[end:], marks)
}

// dayNumber reads 2, 02 and 2nd; 0 is none.
func dayNumber(s string) int {
	if n := len(s); n > 2 {
		switch strings.ToLower(s[n-2:]) {
		case "st", "nd", "rd", "th":
			s = s[:n-2]
		}
	}
	if len(s) > 2 {
		return 0
	}
	return number(s)
}

// number reads a number of up to four digits; 0 is none.
func number(s string) int {
	n := 0
	if s == "" || len(s) > 4 {
		return 0
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// isTime tells whether what follows a date is nothing but a time of day.
func isTime(s string) bool {
	const most = 36 // "at 10:00:00 a.m. GMT+01:00 (London)"
	s = strings.ToLower(strings.Trim(s, " \t-–—|,"))
	if s == "" {
		return true
	}
	s = strings.TrimPrefix(s, "at ")
	return len(s) <= most && s != "" && s[0] >= '0' && s[0] <= '9' && strings.ContainsAny(s[:min(len(s), 6)], ":.m")
}

// datelineLines is how many lines at the top of a text may hold its dateline,
// and datelineBytes how far into it they may go.
const (
	datelineLines = 6
	datelineBytes = 1500
)

// dateline is the day that the top of a text says it was published, or "". It
// reads a line that is nothing but a date, with the day of the week, a time, a
// by-line or "Published" around it, and the dateline of an agency: "BEIJING,
// Dec. 14, 2017 (Agency) -". One without a year says nothing: no year is made up.
func dateline(text string) string {
	lines := 0
	for line := range strings.Lines(text[:min(len(text), datelineBytes)]) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if lines++; lines > datelineLines {
			break
		}
		if day := dateOnlyLine(line); day != "" {
			return day
		}
		if day := agencyDateline(line); day != "" {
			return day
		}
	}
	return ""
}

// published are the words that may stand before a date on its line. "Updated"
// is not one of them: that is another day.
var published = []string{"published on", "published at", "published:", "published", "posted on", "posted:", "posted",
	"date:", "first published on", "first published:", "first published", "issued on", "released on", "on"}

// dateOnlyLine reads a line that is a date and nothing else of weight.
func dateOnlyLine(line string) string {
	const most = 120
	if len(line) > most {
		return ""
	}
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune("|•·/–—", r) }) {
		part = strings.TrimSpace(part)
		for _, p := range published {
			if len(part) > len(p) && strings.EqualFold(part[:len(p)], p) {
				part = strings.TrimSpace(part[len(p):])
				break
			}
		}
		if day, ok := ParseDate(part); ok {
			return day
		}
	}
	return ""
}

// agencyDateline reads "CITY, Country, Dec. 14, 2017 (Agency) -" and "CITY (Dec.
// 14, 2017) -" at the start of a line: capitals, a date, a dash.
func agencyDateline(line string) string {
	const most = 120
	head := line[:min(len(line), most)]
	end := -1
	for _, dash := range []string{" - ", " – ", " — ", " -- ", "— ", "– "} {
		if i := strings.Index(head, dash); i >= 0 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 0 {
		return ""
	}
	head = head[:end]
	if city, _ := nextWord(head); len(city) < 2 || city != strings.ToUpper(city) || number(city) > 0 {
		return ""
	}
	for i := range head {
		if i > 0 && strings.ContainsRune(" (,", rune(head[i-1])) {
			if day, rest, ok := wordDate(head[i:]); ok && (rest == "" || strings.ContainsRune("()/", rune(rest[0]))) {
				return day
			}
		}
	}
	return ""
}

// urlDate is the day in the path of an address such as /2017/01/13/world/sudan,
// where newspapers put the day of publication, or "".
func urlDate(address string) string {
	for i := range address {
		if address[i] != '/' || len(address) < i+len("/2006/01/02/") {
			continue
		}
		if day, rest, ok := isoDate(address[i+1:]); ok && strings.HasPrefix(rest, "/") {
			return day
		}
	}
	return ""
}
