package main

import (
	"regexp"
	"strconv"
	"time"

	"github.com/spf13/pflag"
)

const dayLayout = "2006-01-02"

// spanOptions are the days that an answer is about.
type spanOptions struct{ since, until string }

// AddFlags registers the flags.
func (o *spanOptions) AddFlags(f *pflag.FlagSet) {
	f.StringVar(&o.since, "since", "", "not before `WHEN`: a date, a month (2017-12), a year, or a span back from today (30d, 6w, 3m, 2y)")
	f.StringVar(&o.until, "until", "", "not after `WHEN`")
}

// days gives the first and the last day, "" where there is no end.
func (o spanOptions) days(now time.Time) (since, until string, err error) {
	if since, _, err = when("--since", o.since, now); err != nil {
		return "", "", err
	}
	if _, until, err = when("--until", o.until, now); err != nil {
		return "", "", err
	}
	if since != "" && until != "" && since > until {
		return "", "", usagef("--since %s is after --until %s", since, until)
	}
	return since, until, nil
}

// when is the first and the last day of what a flag says: of a month or a year
// all its days, of a span back from today the one day on which it began.
func when(flag, text string, now time.Time) (first, last string, err error) {
	if text == "" {
		return "", "", nil
	}
	if day, ok := back(text, now); ok {
		return day.Format(dayLayout), day.Format(dayLayout), nil
	}
	for _, p := range []struct {
		layout              string
		years, months, days int // how long it is
	}{{dayLayout, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(p.layout, text); err == nil {
			end := t.AddDate(p.years, p.months, p.days).AddDate(0, 0, -1)
			return t.Format(dayLayout), end.Format(dayLayout), nil
		}
	}
	return "", "", usagef("%s is %q: write a date (2017-12-14), a month (2017-12), a year (2017), or a span back from today (30d, 6w, 3m, 2y)", flag, text)
}

// back reads a span back from now.
func back(text string, now time.Time) (time.Time, bool) {
	m := regexp.MustCompile(`^([0-9]{1,5})([dwmy])$`).FindStringSubmatch(text)
	if m == nil {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return time.Time{}, false
	}
	switch m[2] {
	case "d":
		return now.AddDate(0, 0, -n), true
	case "w":
		return now.AddDate(0, 0, -7*n), true
	case "m":
		return now.AddDate(0, -n, 0), true
	}
	return now.AddDate(-n, 0, 0), true
}
