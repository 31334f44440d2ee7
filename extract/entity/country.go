package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// country is the entity of a country, made on first use.
func (r *reader) country(s lexicon.Sense) int32 {
	if e, ok := r.byISO[s.Country]; ok {
		return e
	}
	name, qid := s.Name, s.QID
	e := r.make(document.Entity{Type: document.Country, Name: name, Country: r.state(s.Country), Wikidata: qid})
	r.byISO[s.Country] = e
	r.halve(e)
	return e
}

// hasCountry tells whether the article names the country.
func (r *reader) hasCountry(code string) bool {
	_, ok := r.byISO[code]
	return ok
}

// sense is the first sense of a phrase that is of one of the kinds.
func (r *reader) sense(phrase string, kinds lexicon.Kind) (lexicon.Sense, bool) {
	for s := range r.lex.Senses(phrase) {
		if s.Kind.Has(kinds) {
			return s, true
		}
	}
	return lexicon.Sense{}, false
}

// countries settles the groups that name countries: by name first, then by
// adjective or as a people, so that a word that several share goes to the one
// that the article names.
func (r *reader) countries() {
	for i := range r.groups {
		g := &r.groups[i]
		if g.typ != document.Country {
			continue
		}
		s, ok := r.ofArticle(g.text, lexicon.Country)
		if !ok || r.isRegion(g, s.Country) || r.isCity(g, s) {
			g.typ = document.Place
			continue
		}
		g.entity = r.country(s)
	}
	for i := range r.groups {
		g := &r.groups[i]
		if g.typ != document.Group {
			continue
		}
		s, ok := r.ofArticle(g.text, lexicon.Adjective|lexicon.People)
		if !ok || unions[s.Country] || s.Detail == "autonomous" { // Kurds live in more than one country
			continue
		}
		if c, ok := r.lex.Country(s.Country); ok {
			g.entity = r.country(c)
		}
	}
	r.nations = len(r.byISO)
}

// ofArticle is the first sense of a phrase whose country the article has named,
// else the first of all.
func (r *reader) ofArticle(phrase string, kinds lexicon.Kind) (first lexicon.Sense, found bool) {
	for s := range r.lex.Senses(phrase) {
		if !s.Kind.Has(kinds) {
			continue
		}
		if r.hasCountry(s.Country) {
			return s, true
		}
		if !found {
			first, found = s, true
		}
	}
	return first, found
}

// isRegion tells whether the name of a country means a region of another one:
// the article names at least two more regions of that one, and nothing else of
// the country itself. So Georgia between Alabama and Florida is no country.
func (r *reader) isRegion(g *group, country string) bool {
	if !g.kinds.Has(lexicon.Region) || r.hasCountry(country) {
		return false
	}
	region, ok := r.region(g.text)
	if !ok || region.Country == country {
		return false
	}
	if c, ok := r.lex.Country(country); ok && c.Parent() == region.Country {
		return false // England
	}
	if r.followsCity(g, region.Country, country) {
		return true
	}
	others := 0
	for i := range r.groups {
		h := &r.groups[i]
		if h == g || !h.kinds.Has(lexicon.Region|lexicon.Capital|lexicon.Adjective) {
			continue
		}
		if s, ok := r.sense(h.text, lexicon.Capital|lexicon.Adjective); ok && s.Country == country {
			return false
		}
		if s, ok := r.region(h.text); ok && s.Country == region.Country && h.typ == document.Place {
			others++
		}
	}
	return others > 1
}

// isCity tells whether a former name of a country that the article doesn't name
// otherwise is today that of a large city in another one, as Gold Coast is.
func (r *reader) isCity(g *group, country lexicon.Sense) bool {
	if country.Name == g.text || !g.kinds.Has(lexicon.City) || r.hasCountry(country.Country) {
		return false
	}
	for s := range r.lex.Senses(g.text) {
		if s.Kind.Has(lexicon.City) && s.Country != country.Country && s.Population() > metropolis {
			return true
		}
	}
	return false
}

// followsCity tells whether a name stands behind a city of one country and not
// of another one: Atlanta, Georgia.
func (r *reader) followsCity(g *group, land, other string) bool {
	m := &r.doc.Mentions[g.first]
	city := r.mentionAt(m.First - 2)
	if city == nil || r.text(m.First-1) != "," || city.Last != m.First-1 {
		return false
	}
	in := false
	for s := range r.lex.Senses(r.groups[r.groupOf[r.names[city.First]-1]].text) {
		if s.Kind.Has(lexicon.Place) {
			if s.Country == other {
				return false
			}
			in = in || s.Country == land
		}
	}
	return in
}

// region is the first-level division of a country that bears a name as its own.
func (r *reader) region(name string) (lexicon.Sense, bool) {
	for s := range r.lex.Senses(name) {
		if s.Kind.Has(lexicon.Region) && s.Detail == "admin1" && s.Name == name && s.Country != "" {
			return s, true
		}
	}
	return lexicon.Sense{}, false
}

// unions have a code and an adjective, but who is called European seldom acts
// for the union.
var unions = map[string]bool{"EUE": true, "UNO": true}

// standsFor is the country whose government the mention of a capital or another
// seat of power stands for: it acts, or is acted with. A palace stands for the
// country only among countries; at home the White House is a body of its own.
func (r *reader) standsFor(g *group, m *document.Mention) (lexicon.Sense, bool) {
	s, ok := r.ofArticle(g.text, lexicon.Metonym)
	if !ok {
		return s, false
	}
	c, ok := r.lex.Country(s.Country)
	if !ok || c.Kind != lexicon.Country || !r.hasCountry(s.Country) && r.seatsUnion(g.text) {
		return c, false
	}
	if !g.kinds.Has(lexicon.Capital) && (s.Detail != "seat" && s.Detail != "government" || !r.abroad(c)) {
		return c, false
	}
	return c, r.acts(m, g.kinds.Has(lexicon.Capital))
}

// seatsUnion tells whether a city is the seat of a union too: Brussels seldom
// means Belgium.
func (r *reader) seatsUnion(phrase string) bool {
	for s := range r.lex.Senses(phrase) {
		if s.Kind.Has(lexicon.Metonym) && unions[s.Country] {
			return true
		}
	}
	return false
}

// abroad tells whether the article names another country by its name.
func (r *reader) abroad(c lexicon.Sense) bool {
	return r.nations > 1 || r.nations == 1 && !r.hasCountry(c.Country)
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
