package source

import "testing"

// TestParseDate has a row for each way of writing a day, and for each that leaves
// the day open.
func TestParseDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2013-04-02", "2013-04-02"},
		{" 2013-04-02\n", "2013-04-02"},
		{"2013-04-02T23:30:00-05:00", "2013-04-02"}, // the day where it was written
		{"2013-04-02T23:30:00.000Z", "2013-04-02"},
		{"2013-04-02 10:00", "2013-04-02"},
		{"2013/04/02", "2013-04-02"},
		{"20130402", "2013-04-02"},
		{"20130402T101500Z", "2013-04-02"},
		{"April 2, 2013", "2013-04-02"},
		{"april 2 2013", "2013-04-02"},
		{"Apr. 2nd, 2013", "2013-04-02"},
		{"2 April 2013", "2013-04-02"},
		{"02 APR 2013", "2013-04-02"},
		{"the 2nd of April, 2013", "2013-04-02"},
		{"Tuesday, April 2, 2013", "2013-04-02"},
		{"Tues. 2 April 2013 at 10.30 a.m.", "2013-04-02"},
		{"Sept. 30, 2021 | 10:05 am EDT", "2021-09-30"},
		{"Tue, 02 Apr 2013 10:00:00 GMT", "2013-04-02"},
		{"29 February 2024", "2024-02-29"},

		{"29 February 2023", ""}, // no such day
		{"2013-13-02", ""},
		{"2013-04-31", ""},
		{"31 April 2013", ""},
		{"2020-05", ""}, // a month
		{"May 2020", ""},
		{"2020", ""},
		{"April 2", ""},      // no year
		{"04/02/2013", ""},   // April or February
		{"April 2, 13", ""},  // a year of two digits
		{"0000-00-00", ""},   // the unset date of data bases
		{"0001-01-01", ""},   // the unset date of programs
		{"201304021", ""},    // some other number
		{"last Tuesday", ""}, // depends on a day that is unknown
		{"1364860800", ""},   // seconds since 1970, or anything
		{"April 2, 2013 and later", ""},
		{"Wednesday, May 16, 2012 555-0100", ""},
		{"", ""},
	}
	for _, test := range tests {
		got, ok := ParseDate(test.in)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%q: got %q, %v, want %q", test.in, got, ok, test.want)
		}
	}
}

// TestDateline reads the tops of texts.
func TestDateline(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Friday, July 21, 2017\n\nThe pier is open.", "2017-07-21"},
		{"Pier opens\n\nPublished 2 April 2013, 10:30\n\nThe pier is open.", "2013-04-02"},
		{"Pier opens\nBy Mara Lindqvist | April 2, 2013\nThe pier is open.", "2013-04-02"},
		{"Updated 3 April 2013 | Published 2 April 2013\n\nThe pier is open.", "2013-04-02"}, // not the day of the update
		{"HARLOW BAY, April 2, 2013 (Agency) - The pier is open.", "2013-04-02"},
		{"HARLOW BAY, Freedonia, 2 Apr. 2013 – The pier is open.", "2013-04-02"},
		{"HARLOW BAY (April 2, 2013) — The pier is open.", "2013-04-02"},
		{"HARLOW BAY, April 2, 2013 /Agency/ -- The pier is open.", "2013-04-02"},

		{"HARLOW BAY, April 2 (Agency) - The pier is open.", ""}, // no year is made up
		{"HARLOW BAY - The pier was closed on April 2, 2013.", ""},
		{"The pier was closed on April 2, 2013 - and stays so.", ""}, // a sentence
		{"On April 2, 2013, the pier was opened.", ""},
		{"Updated April 3, 2013\n\nThe pier is open.", ""},
		{"One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nApril 2, 2013\nThe pier is open.", ""}, // too far down
		{"", ""},
	}
	for _, test := range tests {
		if got := dateline(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// TestURLDate reads the day in the address of an article.
func TestURLDate(t *testing.T) {
	tests := []struct{ url, want string }{
		{"https://news.example/2017/01/13/world/pier.html", "2017-01-13"},
		{"https://news.example/world/2017-01-13/pier", "2017-01-13"},
		{"https://news.example/20170113/pier", "2017-01-13"},
		{"https://news.example/2017/01/pier", ""},
		{"https://news.example/20170113", ""}, // may be a number of something else
		{"https://news.example/9999/99/99/pier", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := urlDate(test.url); got != test.want {
			t.Errorf("%q: got %q, want %q", test.url, got, test.want)
		}
	}
}

// TestWhichDate shows which of several dates wins: the flag, the declaration, the
// dateline, the address.
func TestWhichDate(t *testing.T) {
	const (
		text = `"text": "HARLOW BAY, April 2, 2013 (Agency) - The pier is open."`
		url  = `"url": "https://news.example/2013/04/04/pier"`
	)
	tests := []struct{ record, flag, want string }{
		{`{` + text + `, ` + url + `, "date": "2013-04-03"}`, "2013-04-05", "2013-04-05"},
		{`{` + text + `, ` + url + `, "date": "2013-04-03"}`, "", "2013-04-03"},
		{`{` + text + `, ` + url + `}`, "", "2013-04-02"},
		{`{"text": "The pier is open.", ` + url + `}`, "", "2013-04-04"},
		{`{"text": "The pier is open since April 2, 2013."}`, "", ""},
	}
	for _, test := range tests {
		dir := write(t, map[string]string{"x.jsonl": test.record})
		got := run(t, dir, []string{"x.jsonl"}, nil, Options{Date: test.flag})
		if len(got.articles) != 1 || got.articles[0].Date != test.want {
			t.Errorf("%s with flag %q: %v %v, want %q", test.record, test.flag, got.articles, got.errors, test.want)
		}
	}
}
