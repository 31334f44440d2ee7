package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// several marks a short form that fits more than one entity.
const several = -2

// shorten remembers under which short forms an organisation may appear: without
// the country before it, and by its head word alone.
func (r *reader) shorten(e int32) {
	k := &r.known[e]
	if rest := r.withoutLand(k.Name); rest != "" {
		r.buf = appendKey(r.buf[:0], rest)
		r.short(string(r.buf), e)
	}
	if len(k.words) < 2 {
		return
	}
	// Narcotics Control Board for International Narcotics Control Board.
	if last := r.lex.Word(k.words[len(k.words)-1]); last.Is(lexicon.OrgHead) {
		text := k.Name
		for i := 1; len(k.words)-i > 2; i++ {
			_, text, _ = strings.Cut(text, " ")
			if _, kinds := r.longest(text); kinds.Has(lexicon.Country|lexicon.Adjective) || smallWords[k.words[i]] || smallWords[k.words[i-1]] {
				continue // the Regional U.S. Service is one of the U.S. Service
			}
			if r.isDistinctive(k.words[i:]) {
				r.short(strings.Join(k.words[i:], " "), e)
			}
		}
	}
	for i, w := range k.words {
		head := r.lex.Word(w)
		if head.Detail == "legislature" && i+1 < len(k.words) {
			continue // the Senate is no Senate Finance Committee
		}
		if head.Is(lexicon.OrgHead) && w != "house" { // the House is no White House
			r.short(w, e)
		}
	}
}

func (r *reader) short(key string, e int32) {
	if other, ok := r.shorts[key]; ok && other != e {
		e = several
	}
	r.shorts[key] = e
}

// withoutLand is the name of an organisation without the country that it begins
// with: Home Office for United Kingdom Home Office; "" when it begins with none
// or too little is left.
func (r *reader) withoutLand(name string) string {
	n, kinds := r.longest(name)
	if !kinds.Has(lexicon.Country | lexicon.Adjective) {
		return ""
	}
	rest := strings.TrimLeft(name[n:], " ")
	for _, possessive := range []string{"'s ", "’s "} {
		rest = strings.TrimPrefix(rest, possessive)
	}
	if !isCapital(rest) || !strings.Contains(rest, " ") {
		return ""
	}
	return rest
}

// sameWithoutLand is the organisation that was named before with its country,
// when a name is the rest of that; or that was named before without it; -1 when
// there is none, or several.
func (r *reader) sameWithoutLand(g *group) int32 {
	if g.typ != document.Organization {
		return -1
	}
	if e, ok := r.shorts[g.key]; ok && len(g.words) > 1 && e != several {
		return e
	}
	rest := r.withoutLand(g.text)
	if rest == "" {
		return -1
	}
	r.buf = appendKey(r.buf[:0], rest)
	i, ok := r.keys[string(r.buf)]
	if !ok || r.groups[i].entity < 0 {
		return -1
	}
	e := r.groups[i].entity
	if k := &r.known[e]; k.Type == document.Organization && r.landInName(k.Name) == "" {
		k.Name, k.words = g.text, g.words
		r.shorten(e)
		return e
	}
	return -1
}

// byShort is the organisation that a short form means when only one in the
// article fits; a head word alone must have its article, as in "the Church".
func (r *reader) byShort(g *group) int32 {
	if g.typ != document.Organization && g.typ != document.Place {
		return -1
	}
	e, ok := r.shorts[g.key]
	if !ok || e == several {
		return -1
	}
	if len(g.words) == 1 && r.lex.Word(g.words[0]).Detail != "legislature" && !strings.EqualFold(r.text(r.doc.Mentions[g.first].First-1), "the") {
		return -1
	}
	return e
}

// half is one of two countries of a name that a point of the compass tells: the
// North, where North Korea is named.
func (r *reader) half(g *group) int32 {
	if len(g.words) != 1 || g.typ != document.Organization && g.typ != document.Place {
		return -1
	}
	if e, ok := r.shorts[g.key+" "]; ok && e != several && strings.EqualFold(r.text(r.doc.Mentions[g.first].First-1), "the") {
		return e
	}
	return -1
}

// halve remembers a country whose name begins with a point of the compass.
func (r *reader) halve(e int32) {
	first, _, ok := strings.Cut(r.known[e].Name, " ")
	if ok && compass[first] {
		r.short(strings.ToLower(first)+" ", e)
	}
}

var compass = set("North", "South", "East", "West")
