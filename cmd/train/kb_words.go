package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/extract/lexicon"
)

// statusRank orders countries: what a name or an adjective means first.
var statusRank = map[string]int{"un_member": 0, "un_observer": 0, "supranational": 1, "partially_recognised": 1, "constituent": 2, "autonomous": 3, "associated_state": 3, "territory": 4, "unrecognised": 4, "dissolved": 5}

// compileWords packs countries, the larger first, what belongs to them by word, metonyms, titles,
// given names and surnames.
func compileWords(kb *knowledge) []record {
	countries := kb.table("countries")
	people := kb.townspeople()
	slices.SortStableFunc(countries, func(a, b row) int {
		return cmp.Or(cmp.Compare(statusRank[a["status"]], statusRank[b["status"]]), people[b["iso3"]]-people[a["iso3"]], cmp.Compare(a["iso3"], b["iso3"]))
	})
	out := slices.Concat(
		compileCountries(countries),
		compileBelonging(countries, "adjective", "adjectives"),
		compileBelonging(countries, "people", "demonyms"),
		compileMetonyms(kb, countries),
		compileCapitals(countries),
		compileTitles(kb),
		compileGiven(kb),
		compileSurnames(kb),
	)
	return out
}

func compileCountries(countries []row) []record {
	var out []record
	for _, c := range countries {
		kind := "country"
		if c["iso3"] == "UNO" || c["iso3"] == "EUE" {
			kind = "org"
		}
		names := slices.Concat(c.list("aliases"), []string{c["official_name"]}, c.list("former_names"))
		r := record{kind: kind, name: c["name"], country: c["iso3"], qid: c["qid"], detail: c["status"]}
		if kind == "org" {
			r.detail = "igo"
		} else {
			r.extra = c["parent_iso3"]
		}
		for _, n := range names {
			if bare := strings.TrimPrefix(n, "the "); latin(n) && upper(bare) && bare != "States" {
				r.aliases = append(r.aliases, n)
			}
		}
		out = append(out, r)
	}
	return out
}

// compileBelonging packs adjectives or peoples. A word that several share means
// the one of the highest rank; equals share it.
func compileBelonging(countries []row, kind, column string) []record {
	rank := make(map[string]int)
	for _, c := range countries {
		for _, w := range c.list(column) {
			if have, ok := rank[w]; !ok || statusRank[c["status"]] < have {
				rank[w] = statusRank[c["status"]]
			}
		}
	}
	var out []record
	for _, c := range countries {
		var words []string
		for _, w := range c.list(column) {
			if rank[w] == statusRank[c["status"]] {
				words = append(words, w)
			}
		}
		if len(words) > 0 {
			out = append(out, record{kind: kind, name: words[0], aliases: words[1:], country: c["iso3"], qid: c["qid"], detail: c["status"]})
		}
	}
	return out
}

func compileMetonyms(kb *knowledge, countries []row) []record {
	rank := make(map[string]int)
	qid := make(map[string]string)
	for i, c := range countries {
		rank[c["iso3"]] = i
		qid[c["iso3"]] = c["qid"]
	}
	var out []record
	seen := make(map[string]bool)
	rows := kb.table("metonyms")
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(-cmp.Compare(a["strength"], b["strength"]), cmp.Compare(rank[a["iso3"]], rank[b["iso3"]]), cmp.Compare(a["term"], b["term"]))
	})
	// sorted by strength downwards: "weak" after "strong" in the alphabet
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a["strength"], b["strength"]) })
	for _, m := range rows {
		term := strings.TrimPrefix(m["term"], "the ")
		if seen[term+m["iso3"]] || !latin(term) {
			continue
		}
		seen[term+m["iso3"]] = true
		kind := "metonym"
		if m["strength"] == "weak" {
			kind = "weak"
		}
		out = append(out, record{kind: kind, name: term, country: m["iso3"], qid: qid[m["iso3"]], detail: m["kind"]})
	}
	return out
}

func compileCapitals(countries []row) []record {
	var out []record
	seen := make(map[string]bool)
	for _, c := range countries {
		for _, name := range c.list("capitals") {
			if seen[name] || c["status"] == "supranational" {
				continue
			}
			seen[name] = true
			out = append(out, record{kind: "capital", name: name, country: c["iso3"], detail: "capital"})
		}
	}
	return out
}

func compileTitles(kb *knowledge) []record {
	var out []record
	for _, t := range kb.table("titles") {
		name := t["name"]
		if strings.HasPrefix(name, "-") || strings.HasSuffix(name, "-") || strings.HasPrefix(name, "(") {
			continue
		}
		r := record{kind: "title", name: name, detail: strings.TrimSuffix(t["kind"]+"/"+t["subkind"], "/")}
		// A text writes most titles small as well: foreign minister Anna Example.
		if small := strings.ToLower(name); t["abbreviation"] == "" && strings.Contains(name, " ") && small != name {
			r.aliases = append(r.aliases, small)
		}
		if bare, ok := strings.CutSuffix(name, "."); ok && t["abbreviation"] != "" && len(bare) > 1 && strings.IndexByte(bare, '.') < 0 {
			r.aliases = append(r.aliases, bare) // Rep Example, Lt Col Example
		}
		out = append(out, r)
	}
	return out
}

const (
	// givenCount is how many births in eighty years make a given name that no
	// other source has worth its place.
	givenCount = 100
	// closedCount lifts a closed-class word back among the names: Will.
	closedCount = 5000
)

func compileGiven(kb *knowledge) []record {
	stop := stopWords(kb)
	kb.given = make(map[string]bool)
	kinds := map[string]string{"F": "female", "M": "male", "U": "given"}
	names := make(map[string][]string)
	for _, g := range kb.table("given_names") {
		name := g["name"]
		count, _ := strconv.Atoi(g["count"]) // empty where no birth was counted
		if g["source"] == "ssa" && count < givenCount || !latin(name) || !upper(name) {
			continue
		}
		if stop[strings.ToLower(name)] && count < closedCount {
			continue
		}
		kb.given[name] = true
		kind := kinds[g["gender"]]
		names[kind] = append(names[kind], name)
	}
	var out []record
	for _, kind := range []string{"female", "male", "given"} {
		out = append(out, record{kind: kind, aliases: names[kind]})
	}
	return out
}

func compileSurnames(kb *knowledge) []record {
	stop := stopWords(kb)
	kb.surname = make(map[string]bool)
	var names []string
	for _, s := range kb.table("surnames") {
		name := s["name"]
		count, _ := strconv.Atoi(s["count"])
		rare := s["source"] == "census1990" && count == 0
		if rare || !latin(name) || !upper(name) || len(name) < 2 {
			continue
		}
		if stop[strings.ToLower(name)] && count < 40 {
			continue
		}
		kb.surname[name] = true
		names = append(names, name)
	}
	return []record{{kind: "surname", aliases: names}}
}

// stopWords are the words that are no name by themselves.
func stopWords(kb *knowledge) map[string]bool {
	words, err := lexicon.StopWords()
	if err != nil {
		kb.fail(err)
	}
	return words
}

// townspeople is how many people live in the towns of each country, which ranks
// countries by size.
func (kb *knowledge) townspeople() map[string]int {
	people := make(map[string]int)
	for _, p := range kb.table("places") {
		if p["kind"] == "city" {
			people[p["iso3"]] += population(p)
		}
	}
	return people
}
