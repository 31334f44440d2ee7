package relation

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// based reads what stands inside noun group k: "Orvel-based Lorn Group".
func (s *sentence) based(k int) {
	c := &s.chunks[k]
	m := int(s.names[c.head]) - 1
	if m < 0 || s.kindOf(m) != anOrganization {
		return
	}
	first := s.doc.Mentions[m].First
	if first-3 < c.first || s.text(first-1) != "based" || !isHyphen(s.text(first-2)) {
		return
	}
	if p := int(s.names[first-3]) - 1; p >= 0 && s.kindOf(p)&(aPlace|aCountry) != 0 {
		s.addFact("based_in", m, p, s.doc.Tokens[first-1].Span, "based", 0.9)
	}
}

// apart reads what stands between two names next to each other: "Orvel, Tarn",
// "Lorn Group (LG)", "the Tarnish capital, Orvel", "Orvel, the capital of Tarn".
func (s *sentence) apart() {
	for i := s.first; i+2 < s.last; i++ {
		a := int(s.names[i]) - 1
		if a < 0 || s.doc.Mentions[a].Last != i+1 {
			continue
		}
		switch s.text(i + 1) {
		case ",":
			s.inside(a, i+2)
		case "(":
			s.short(a, i+2)
		}
		s.capital(a, i+1)
	}
}

// inside reads the place that holds place a after a comma. That the one lies in
// the country of the other must be known, since a comma also lists.
func (s *sentence) inside(a, i int) {
	b := int(s.names[i]) - 1
	if b < 0 || s.kindOf(a) != aPlace || s.doc.Mentions[b].First != i || s.doc.Mentions[b].Kind != document.Name {
		return
	}
	inner, outer := s.doc.Entities[s.doc.Mentions[a].Entity], s.doc.Entities[s.doc.Mentions[b].Entity]
	if inner.Country == "" || inner.Country != outer.Country {
		return
	}
	if last := s.doc.Mentions[b].Last; last < s.last && s.tag(last) == "CC" {
		return // a list
	}
	if outer.Type != document.Country {
		k := s.lexis.common.Of(s.doc.Slice(s.doc.Mentions[b].Span))
		if !k.Has(lexicon.Region) || s.lexis.common.Of(s.doc.Slice(s.doc.Mentions[a].Span)).Has(lexicon.Region) {
			return
		}
	}
	s.addFact("located_in", a, b, s.doc.Tokens[i-1].Span, "place-comma", 0.9)
}

// short reads the short form of organisation a in brackets: its initials.
func (s *sentence) short(a, i int) {
	if s.kindOf(a)&(anOrganization|aCountry|aPlace) == 0 || i+1 >= s.last || s.text(i+1) != ")" {
		return
	}
	w := s.text(i)
	if len(w) < 2 || len(w) > 8 || !initials(s.doc.Slice(s.doc.Mentions[a].Span), w) {
		return
	}
	span := s.doc.Tokens[i].Span
	s.addFactValue("alias", a, w, span, span, "brackets", 0.95)
}

// initials tells whether short is made of first letters of the words of name,
// in order, the first one included.
func initials(name, short string) bool {
	if name == "" || name[0] != short[0] {
		return false
	}
	k := 0
	for i := 0; i < len(name) && k < len(short); i++ {
		if (i == 0 || name[i-1] == ' ' || name[i-1] == '-') && upper(name[i]) == short[k] {
			k++
		}
	}
	return k == len(short) || k >= 2 && k+1 == len(short)
}

func upper(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - ('a' - 'A')
	}
	return c
}

// capital reads "the Tarnish capital[,] Orvel" and "Tarn's capital, Orvel" after
// country a, and "the capital of Tarn[,] Orvel" and "Orvel, the capital of
// Tarn" around it.
func (s *sentence) capital(a, i int) {
	if s.kindOf(a) == aCountry {
		if s.possessive(i) {
			i++
		}
		if i < s.last && s.text(i) == "capital" {
			trigger := s.doc.Tokens[i].Span
			i++
			if i < s.last && s.text(i) == "," {
				i++
			}
			if i < s.last {
				if b := int(s.names[i]) - 1; b >= 0 && s.kindOf(b) == aPlace && s.doc.Mentions[b].First == i {
					s.addFact("capital_of", b, a, trigger, "capital", 0.9)
				}
			}
			return
		}
	}
	// "Orvel, the capital of Tarn"
	if s.kindOf(a) == aPlace && i+4 < s.last && s.text(i) == "," && s.text(i+1) == "the" && s.text(i+2) == "capital" && s.text(i+3) == "of" {
		if b := int(s.names[i+4]) - 1; b >= 0 && s.kindOf(b) == aCountry {
			s.addFact("capital_of", a, b, s.doc.Tokens[i+2].Span, "capital-of", 0.9)
		}
	}
}
