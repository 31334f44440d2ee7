package date_test

import (
	"os"
	"strings"
	"testing"

	"dossier/extract/date"
	"dossier/extract/document"
	"dossier/extract/token"
)

var tokens *token.Stage

func TestMain(m *testing.M) {
	var err error
	if tokens, err = token.New(); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func find(text, published string) (*document.Document, []date.Expression) {
	d := &document.Document{Article: document.Article{Text: text, Date: published}}
	tokens.Apply(d)
	return d, date.Find(d)
}

// TestFind reads sentences as of Thursday, 14 May 2020, unless the case says
// otherwise.
func TestFind(t *testing.T) {
	const thursday = "2020-05-14"
	cases := []struct {
		text, published string
		want            []string // words = start [/end] precision
		why             string
	}{
		{"The drill runs from May 11-16 in Orvel.", thursday, []string{"May 11-16 = 2020-05-11/2020-05-16 day"}, "days of a month, no year"},
		{"It was held from Dec. 11–16.", thursday, []string{"Dec. 11–16 = 2019-12-11/2019-12-16 day"}, "a past tense never means next winter"},
		{"It will be held on December 11.", thursday, []string{"December 11 = 2020-12-11 day"}, "nor a future tense last winter"},
		{"A call on May 13 about ties that will last.", thursday, []string{"May 13 = 2020-05-13 day"}, "the verb of another clause"},
		{"The talks will be held on May 10.", thursday, []string{"May 10 = 2020-05-10 day"}, "a day close by is meant whatever the tense"},
		{"She resigned on Tuesday.", thursday, []string{"Tuesday = 2020-05-12 day"}, "the last Tuesday"},
		{"She will resign on Tuesday.", thursday, []string{"Tuesday = 2020-05-19 day"}, "the next Tuesday"},
		{"She is due to arrive on Monday.", thursday, []string{"Monday = 2020-05-18 day"}, "an infinitive that plans"},
		{"She arrived to attend a meeting on Monday.", thursday, []string{"Monday = 2020-05-11 day"}, "an infinitive that doesn't"},
		{"She left on Thursday.", thursday, []string{"Thursday = 2020-05-14 day"}, "the day of publication itself"},
		{"They met last Tuesday and meet again next Tuesday.", thursday, []string{"last Tuesday = 2020-05-12 day", "next Tuesday = 2020-05-19 day"}, "nearest on either side"},
		{"They met last Thursday.", thursday, []string{"last Thursday = 2020-05-07 day"}, "never the day of publication"},
		{"He said yesterday that he leaves tomorrow night.", thursday, []string{"yesterday = 2020-05-13 day", "tomorrow night = 2020-05-15 day"}, "deictic words"},
		{"They arrived the day before yesterday.", thursday, []string{"day before yesterday = 2020-05-12 day"}, "two days back"},
		{"The talks of last week failed.", thursday, []string{"last week = 2020-05-04/2020-05-10 day"}, "a week begins on Monday"},
		{"Exports fell last month and this year.", thursday, []string{"last month = 2020-04-01/2020-04-30 month", "this year = 2020-01-01/2020-12-31 year"}, "units"},
		{"He was born on the 8th of December 1961.", "", []string{"8th of December 1961 = 1961-12-08 day"}, "a whole date needs no day of publication"},
		{"On Tuesday, 12 March 2013, it opened.", thursday, []string{"Tuesday, 12 March 2013 = 2013-03-12 day"}, "the date wins over the weekday"},
		{"Voting began on June 28, 2009, and ended.", thursday, []string{"June 28, 2009 = 2009-06-28 day"}, "a year wins over the day of publication"},
		{"It lasted from 28 June to 3 July 2009.", thursday, []string{"28 June to 3 July 2009 = 2009-06-28/2009-07-03 day"}, "a range over two months"},
		{"The port closed in March 2012.", thursday, []string{"March 2012 = 2012-03-01/2012-03-31 month"}, "month and year"},
		{"The port closed in March.", thursday, []string{"March = 2020-03-01/2020-03-31 month"}, "the last March"},
		{"The port may close; thousands march daily.", thursday, nil, "words that look like months"},
		{"The treaty of 1994 ended in 2014.", "", []string{"1994 = 1994-01-01/1994-12-31 year", "2014 = 2014-01-01/2014-12-31 year"}, "years"},
		{"In 2000 people died, the report claims of 2000 people.", "", nil, "numbers that count"},
		{"He ruled from 1990 to 1995.", "", []string{"1990 to 1995 = 1990-01-01/1995-12-31 year"}, "a stretch of years"},
		{"The wars of the 1990s shaped the 21st century.", "", []string{"1990s = 1990-01-01/1999-12-31 year", "21st century = 2000-01-01/2099-12-31 year"}, "decade and century"},
		{"She left two days ago; he left three years ago.", thursday, []string{"two days ago = 2020-05-12 day", "three years ago = 2017-01-01/2017-12-31 year"}, "as exact as the unit"},
		{"Rates fell over the past 30 days.", thursday, []string{"past 30 days = 2020-04-14/2020-05-14 day"}, "a stretch up to now"},
		{"Published 2020-05-13.", "", []string{"2020-05-13 = 2020-05-13 day"}, "ISO 8601"},
		{"Published 13/05/2020, not 05/06/2020.", "", []string{"13/05/2020 = 2020-05-13 day"}, "which is day and which month must be clear"},
		{"They met on Tuesday, in May and two days ago.", "", []string{"Tuesday = ", "May = ", "two days ago = "}, "nothing is guessed when the day of publication is unknown"},
		{"They met on 31 February 2020.", "", []string{"February 2020 = 2020-02-01/2020-02-29 month"}, "no such day"},
		{"In early 2019 and late last year prices rose.", thursday, []string{"early 2019 = 2019-01-01/2019-12-31 year", "late last year = 2019-01-01/2019-12-31 year"}, "a part has the value of the whole"},
		{"She won in the third quarter of 2014.", "", []string{"third quarter of 2014 = 2014-07-01/2014-09-30 month"}, "quarter"},
	}
	for _, c := range cases {
		d, found := find(c.text, c.published)
		var got []string
		for _, e := range found {
			s := d.Slice(e.Text) + " = " + e.Start
			if e.End != e.Start {
				s += "/" + e.End
			}
			if e.Precision != "" {
				s += " " + string(e.Precision)
			}
			got = append(got, s)
		}
		if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("%s: %q\n got %q\nwant %q", c.why, c.text, got, c.want)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add("They met on Tuesday, Dec. 11–16, and in 2014.", "2020-05-14")
	f.Add("2020-05-13 31/12/1999 the 99th of February 0001", "9999-12-31")
	f.Add("last century, 2000 years ago, next 900 decades", "0001-01-01")
	f.Add("May May May 5 - 4 - 3 '90s 19th century BC", "")
	f.Fuzz(func(t *testing.T, text, published string) {
		text = strings.ToValidUTF8(text, "?")
		d, found := find(text, published)
		last := 0
		for _, e := range found {
			if e.First < last || e.Last <= e.First || e.Last > len(d.Tokens) {
				t.Fatalf("tokens [%d,%d) after %d of %d", e.First, e.Last, last, len(d.Tokens))
			}
			last = e.Last
			if e.Text.Start != d.Tokens[e.First].Start || e.Text.End != d.Tokens[e.Last-1].End {
				t.Fatalf("span %v is not that of its tokens", e.Text)
			}
			if s := d.Sentences[e.Sentence]; e.First < s.First || e.Last > s.Last {
				t.Fatalf("tokens [%d,%d) outside sentence %v", e.First, e.Last, s)
			}
			if e.Start == "" && e.End == "" && e.Precision == "" {
				continue
			}
			if len(e.Start) != len("2006-01-02") || len(e.End) != len("2006-01-02") || e.End < e.Start {
				t.Fatalf("value %s/%s", e.Start, e.End)
			}
			if published == "" && !e.Explicit {
				t.Fatalf("%q resolved without a day of publication", d.Slice(e.Text))
			}
		}
	})
}
