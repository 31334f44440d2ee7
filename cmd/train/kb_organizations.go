package main

import (
	"slices"
	"strings"
)

// trusted are the sources whose acronyms and one-word names news uses.
var trusted = []string{"curated", "petrarch2", "s-and-p-500"}

// maxOrgWords is the longest name of an organisation that is packed.
const maxOrgWords = 9

// compileOrganizations packs organisations. A registry's row yields to one of
// another source with the same name or QID, since the registry puts bodies of
// all nations into the country where their office stands.
func compileOrganizations(kb *knowledge) []record {
	rows := kb.table("organizations")
	taken := make(map[string]bool)
	for _, r := range rows {
		if !r.only("ror") {
			taken[r["name"]] = true
			if r["qid"] != "" {
				taken[r["qid"]] = true
			}
		}
	}
	var out []record
	for _, r := range rows {
		if r.only("ror") && (taken[r["name"]] || taken[r["qid"]] || r["kind"] == "archive") {
			continue
		}
		o := record{kind: "org", country: homeOf(r), qid: r["qid"], detail: r["kind"]}
		for _, name := range append([]string{r["name"]}, r.list("aliases")...) {
			name = strings.TrimSpace(beforeParenthesis(name))
			if !kb.goodOrganization(r, name) {
				continue
			}
			if o.name == "" {
				o.name = name
			} else {
				o.aliases = append(o.aliases, name)
			}
			if bare := strings.TrimSuffix(name, "."); bare != name && strings.Contains(name, " ") {
				o.aliases = append(o.aliases, bare)
			}
		}
		if o.name == "" {
			continue
		}
		if a := r["acronym"]; goodAcronym(r, a) {
			o.extra = a
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, byName("org"))
	return slices.CompactFunc(out, func(a, b record) bool { return byName("org")(a, b) == 0 })
}

// homeOf is the country of an organisation. PETRARCH's codes for religions
// stand where other codes of its have a country, and the one for Muslim is also
// that of Mauritius.
func homeOf(r row) string {
	if r.only("petrarch2") && r["kind"] == "armed_group" && r["iso3"] == "MUS" {
		return ""
	}
	return r["iso3"]
}

// only tells whether the row has no source but this one.
func (r row) only(source string) bool { return r["source"] == source }

func beforeParenthesis(s string) string {
	before, _, _ := strings.Cut(s, " (")
	return before
}

// goodOrganization tells whether a name is one that an English text would use
// and a reader would take for an organisation.
func (kb *knowledge) goodOrganization(r row, name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > maxOrgWords || !latin(name) || !upper(name) || strings.Contains(name, ";") {
		return false
	}
	if r.from(trusted...) {
		return true
	}
	if len(words) > 1 {
		return !foreign(words) || name == r["name"] && r["kind"] == "party"
	}
	return len(name) > 3 && !kb.given[name] && !kb.surname[name] && !r.only("ror") && r["kind"] != "company"
}

// goodAcronym leaves out stock-exchange symbols and the abbreviations that a
// registry or a foreign party uses for itself.
func goodAcronym(r row, a string) bool {
	if len(a) < 2 || strings.ContainsAny(a, "/|;. ") || !upper(a) || !latin(a) {
		return false
	}
	switch {
	case r.from("curated", "petrarch2"):
		return r["kind"] != "company" || r.from("curated")
	case r.from("factbook", "partyfacts"):
		return len(a) > 2 && a == strings.ToUpper(a)
	}
	return false
}

// foreignWords are small words of the languages in which bodies name themselves
// at home.
var foreignWords = strings.Fields("de la le les du des et el los las y del en da do dos das e della di il per für und der die das zu van het voor och för i w na dla al")

// foreign tells whether a name is in another language, which English news
// doesn't use.
func foreign(words []string) bool {
	for _, w := range words[1:] {
		if slices.Contains(foreignWords, w) || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "l'") {
			return true
		}
	}
	for _, w := range words {
		for _, head := range []string{"Univers", "Institut", "Fundaci", "Hochschule", "École", "Escola", "Escuela", "Centro", "Associa", "Académ", "Academia", "Facult", "Colegio"} {
			if strings.HasPrefix(w, head) && !slices.Contains(englishHeads, strings.Trim(w, ",.")) {
				return true
			}
		}
	}
	return false
}

var englishHeads = strings.Fields("University Universities Universal Institute Institutes Institution Institutions Institutional Association Associates Associated Associations Faculty Universalist")
