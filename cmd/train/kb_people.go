package main

import (
	"cmp"
	"slices"
	"strings"
)

// lastYears is when a person must still have been in office to be packed, by
// kind, unless he was head of a state or a government: news names the others
// too seldom.
var lastYears = map[string]string{"leader": "1975", "politician": "1998"}

// substitutes are the roles of people who stand in for a member.
var substitutes = []string{"Substitute member", "deputy member", "Member of the Regional Council"}

// person is one person put together from the rows that speak of him.
type person struct {
	record
	offices []string
	head    bool
	last    string // end of the last office; "9999" while in one
}

// compilePeople packs people of politics with their offices.
func compilePeople(kb *knowledge) []record {
	people := make(map[string]*person)
	byName0 := make(map[string]*person) // name and country, to join rows without a QID to those that have one
	find := func(r row, kind string) *person {
		id := r["qid"]
		same := ascii(r["name"]) + "\t" + r["iso3"]
		if p := people[id]; id != "" && p != nil {
			return p
		}
		if p := byName0[same]; p != nil && (id == "" || p.qid == "" || p.qid == id) {
			if p.qid == "" && id != "" {
				p.qid = id
				people[id] = p
			}
			return p
		}
		p := &person{record: record{kind: kind, name: r["name"], country: r["iso3"], qid: id}}
		if id == "" {
			id = same
		}
		people[id] = p
		byName0[same] = p
		return p
	}
	for _, r := range kb.table("leaders") {
		p := find(r, "leader")
		p.alias(r, r.from("curated"))
		p.office(r["office_kind"], r["start"], cmp.Or(r["end"], r["end_max"]), r["iso3"], r["office"])
		p.head = p.head || r["office_kind"] == "head_of_state" || r["office_kind"] == "head_of_government"
	}
	for _, r := range kb.table("politicians") {
		if slices.ContainsFunc(substitutes, func(s string) bool { return strings.HasPrefix(r["role"], s) }) {
			continue
		}
		p := find(r, "politician")
		p.alias(r, false)
		p.office("legislator", r["start"], r["end"], r["iso3"], r["role"])
	}
	var out []record
	seen := make(map[*person]bool)
	for _, p := range people {
		if seen[p] || !p.head && p.last < lastYears[p.kind] || !latin(p.name) || !strings.Contains(p.name, " ") && !p.head {
			continue
		}
		seen[p] = true
		slices.SortFunc(p.offices, func(a, b string) int {
			return cmp.Or(cmp.Compare(start(a), start(b)), cmp.Compare(a, b))
		})
		p.extra = strings.Join(slices.Compact(p.offices), "|")
		slices.Sort(p.aliases)
		p.aliases = slices.Compact(p.aliases)
		out = append(out, p.record)
	}
	slices.SortFunc(out, byName("leader", "politician"))
	return out
}

func start(office string) string { return strings.SplitN(office, ";", 3)[1] }

// alias takes over the other spellings of the row. A single word is taken only
// from rows that were checked by hand.
func (p *person) alias(r row, single bool) {
	for _, a := range append(r.list("aliases"), r["name"]) {
		words := strings.Fields(a)
		if len(words) == 0 || !latin(a) || !upper(a) || len(words) == 1 && !single || len(words) > 5 {
			continue
		}
		if len(words) == 2 && strings.HasSuffix(words[0], ".") { // V. Putin
			continue
		}
		if a == p.name || a == ascii(p.name) {
			continue
		}
		p.aliases = append(p.aliases, a)
	}
}

func (p *person) office(kind, start, end, country, title string) {
	if country == p.country {
		country = ""
	}
	clean := strings.NewReplacer(";", ",", "|", " ", "\t", " ")
	p.offices = append(p.offices, strings.Join([]string{kind, start, end, country, clean.Replace(title)}, ";"))
	if end == "" {
		end = "9999"
	}
	p.last = max(p.last, end)
}
