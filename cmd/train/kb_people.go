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
	offices []office
	lands   map[string]int // how much speaks for each country
	head    bool
	last    string // end of the last office; "9999" while in one
}

type office struct{ kind, start, end, country, title string }

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
		p := &person{record: record{kind: kind, name: r["name"], country: r["iso3"], qid: id}, lands: make(map[string]int)}
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
		p.settle()
		slices.Sort(p.aliases)
		p.aliases = slices.Compact(p.aliases)
		out = append(out, p.record)
	}
	slices.SortFunc(out, byName("leader", "politician"))
	return out
}

// settle decides for which country the person acts, the one
// most of his offices belong to (a president of France is a prince of Andorra
// too), and packs the offices.
func (p *person) settle() {
	for land, n := range p.lands {
		if m := p.lands[p.country]; n > m || n == m && land < p.country {
			p.country = land
		}
	}
	slices.SortFunc(p.offices, func(a, b office) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.kind, b.kind), cmp.Compare(a.end, b.end), cmp.Compare(a.title, b.title))
	})
	var packed []string
	for _, o := range p.offices {
		if o.country == p.country {
			o.country = ""
		}
		if p.kind == "politician" {
			o.title = "" // "member of the …" for nearly all, a third of the part
		}
		packed = append(packed, strings.Join([]string{o.kind, o.start, o.end, o.country, o.title}, ";"))
	}
	p.extra = strings.Join(slices.Compact(packed), "|")
}

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

var fieldBreaks = strings.NewReplacer(";", ",", "|", " ", "\t", " ")

func (p *person) office(kind, start, end, country, title string) {
	switch kind {
	case "head_of_state", "head_of_government":
		p.lands[country] += 3
	case "other":
		// Co-Prince of Andorra: says nothing
	default:
		p.lands[country]++
	}
	p.offices = append(p.offices, office{kind, start, end, country, fieldBreaks.Replace(title)})
	if end == "" {
		end = "9999"
	}
	p.last = max(p.last, end)
}
