package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// cityPopulation parts cities from towns.
const cityPopulation = 100_000

// compilePlaces packs cities, regions and what nature has made. A place's
// senses come in the order of their population.
func compilePlaces(kb *knowledge) []record {
	stop := stopWords(kb)
	rows := kb.table("places")
	// Regions are often without a count: then the larger country's comes first.
	people := kb.townspeople()
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(population(b)-population(a), people[b["iso3"]]-people[a["iso3"]])
	})
	var out []record
	for _, p := range rows {
		name := p["name"]
		if !latin(name) || stop[strings.ToLower(name)] {
			continue
		}
		r := record{name: name, country: p["iso3"], qid: p["qid"], detail: p["kind"], extra: p["population"]}
		switch {
		case p["kind"] == "city" && population(p) >= cityPopulation:
			r.kind = "city"
		case p["kind"] == "city":
			r.kind = "town"
		case p["kind"] == "admin1" || p["kind"] == "disputed":
			r.kind = "region"
		default:
			r.kind = "feature"
		}
		for _, a := range append(p.list("aliases"), p["ascii_name"]) {
			if latin(a) && upper(a) && !stop[strings.ToLower(a)] {
				r.aliases = append(r.aliases, a)
			}
		}
		out = append(out, r)
	}
	order := []string{"region", "city", "feature", "town"}
	slices.SortStableFunc(out, func(a, b record) int { return slices.Index(order, a.kind) - slices.Index(order, b.kind) })
	return out
}

func population(r row) int {
	n, _ := strconv.Atoi(r["population"]) // empty where nobody is counted
	return n
}
