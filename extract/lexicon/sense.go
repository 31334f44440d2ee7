package lexicon

import (
	"iter"
	"strconv"
	"strings"
)

// Sense is one thing that a phrase can name. Its strings are slices of the pack;
// nothing is copied.
type Sense struct {
	Kind    Kind   // one kind, with Short where it applies
	Name    string // in full, as English news writes it
	Country string // ISO 3166-1 alpha-3, or a code of the pack (EUE, UNO, SUN, XKX …), "" when none
	QID     string // Wikidata, "" when unknown
	Detail  string // of an organisation, place or metonym: what kind; of a country: its status; of a title: kind/subkind
	extra   string
}

// Population is how many people live in a place, 0 when unknown.
func (s Sense) Population() int {
	if !s.Kind.Has(Place) || s.extra == "" {
		return 0
	}
	n, err := strconv.Atoi(s.extra)
	if err != nil {
		return 0
	}
	return n
}

// Acronym is the short form of an organisation, "" when it has none.
func (s Sense) Acronym() string {
	if s.Kind.Has(Organization | Acronym) {
		return s.extra
	}
	return ""
}

// Parent is the code of the country that a territory or a part of a country
// belongs to, "" for one that stands alone.
func (s Sense) Parent() string {
	if s.Kind.Has(Country) {
		return s.extra
	}
	return ""
}

// Office is a post that a person held. Dates are ISO 8601, cut where they are
// not known more exactly; an empty End means that the person was in office when
// the source was written.
type Office struct {
	Title      string // "" of a mere legislator
	Kind       string // head_of_state, foreign_minister, ambassador, legislator …
	Country    string
	Start, End string
}

// Offices are the posts of a person, in order of their beginning.
func (s Sense) Offices() iter.Seq[Office] {
	return func(yield func(Office) bool) {
		if !s.Kind.Has(Person) {
			return
		}
		for rest := s.extra; rest != ""; {
			var item string
			item, rest, _ = strings.Cut(rest, "|")
			var o Office
			for _, f := range []*string{&o.Kind, &o.Start, &o.End, &o.Country, &o.Title} {
				*f, item, _ = strings.Cut(item, ";")
			}
			if o.Country == "" {
				o.Country = s.Country
			}
			if !yield(o) {
				return
			}
		}
	}
}

// InOffice tells whether the person held a post on the day (ISO 8601), give or
// take the years around it; with no day known it is true.
func (s Sense) InOffice(day string, years int) bool {
	if len(day) < 4 {
		return true
	}
	year, err := strconv.Atoi(day[:4])
	if err != nil {
		return true
	}
	for o := range s.Offices() {
		if from := yearOf(o.Start, 0); from-years <= year && year <= yearOf(o.End, year)+years {
			return true
		}
	}
	return false
}

func yearOf(date string, unknown int) int {
	if len(date) < 4 {
		return unknown
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return unknown
	}
	return y
}
