package main

import (
	"testing"
	"time"
)

func TestWhen(t *testing.T) {
	now := time.Date(2020, 3, 31, 23, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, first, last, why string }{
		{"", "", "", "nothing said is no bound"},
		{"2017-12-14", "2017-12-14", "2017-12-14", "a day is itself"},
		{"2016-02", "2016-02-01", "2016-02-29", "a month is all its days, also in a leap year"},
		{"2017", "2017-01-01", "2017-12-31", "a year is all its days"},
		{"30d", "2020-03-01", "2020-03-01", "days back"},
		{"6w", "2020-02-18", "2020-02-18", "weeks back"},
		{"2y", "2018-03-31", "2018-03-31", "years back"},
		{"0d", "2020-03-31", "2020-03-31", "today"},
	} {
		first, last, err := when("--since", c.text, now)
		if err != nil || first != c.first || last != c.last {
			t.Errorf("%s: when(%q) = %q, %q, %v; want %q, %q", c.why, c.text, first, last, err, c.first, c.last)
		}
	}
	for _, text := range []string{"yesterday", "2017-13", "2017-02-30", "17", "-3d", "d", "99999999y", "2017-12-14T00:00"} {
		if first, _, err := when("--since", text, now); exitStatus(err) != exitUsage {
			t.Errorf("when(%q) = %q, %v; want a usage error", text, first, err)
		}
	}
}

func TestDaysInOrder(t *testing.T) {
	now := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	since, until, err := spanOptions{since: "2017-02", until: "2017-02"}.days(now)
	if err != nil || since != "2017-02-01" || until != "2017-02-28" {
		t.Errorf("the same month at both ends = %q, %q, %v; want the month", since, until, err)
	}
	if _, _, err := (spanOptions{since: "2018", until: "2017"}).days(now); exitStatus(err) != exitUsage {
		t.Errorf("since after until: %v, want a usage error", err)
	}
}
