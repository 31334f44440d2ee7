package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// bodies finds the countries of the governments that are called after people,
// and of the bodies that every state has, after the people have theirs.
func (r *reader) bodies() {
	owner := r.owner()
	for i := range r.known {
		k := &r.known[i]
		if k.Type != document.Organization || k.Country != "" {
			continue
		}
		if k.Country = r.landOfLeader(k); k.Country == "" && owner != "" && r.isOfState(k) {
			k.Country = owner
		}
	}
}

// owner is the country of all office holders and bodies of state in an article,
// "" when they are of several or there is only one of them in an article that
// is about other countries too.
func (r *reader) owner() string {
	land, n := "", 0
	for i := range r.known {
		k := &r.known[i]
		if k.Country == "" || k.Type != document.Person && k.Type != document.Organization || k.Type == document.Person && !serves(k) || k.Type == document.Organization && !r.isBody(k) {
			continue
		}
		if land != "" && land != k.Country {
			return ""
		}
		land = k.Country
		n++
	}
	for c := range r.byISO {
		if len(c) == 3 && r.state(c) != land && n < enough {
			return ""
		}
	}
	return land
}

// serves tells whether the article says that a person holds an office of a
// state.
func serves(k *known) bool {
	for _, r := range k.roles {
		switch r.detail {
		case "head", "deputy", "minister", "official", "legislator", "military":
			return true
		}
	}
	return false
}

// isBody tells whether an organisation is headed by a word for a body of state.
func (r *reader) isBody(k *known) bool {
	for _, w := range k.words {
		switch r.lex.Word(w).Detail {
		case "government", "legislature", "military":
			return r.lex.Word(w).Is(lexicon.OrgHead)
		}
	}
	return false
}

// isOfState tells whether a name is that of a body that every state has, and of
// the whole state: Navy, Defence Ministry, Congress.
func (r *reader) isOfState(k *known) bool {
	return len(k.words) > 0 && r.isBody(k) && !r.distinctive(k)
}

// landOfLeader is the country of a government that is called after the people
// who lead it, when the article knows them: the Example Government.
func (r *reader) landOfLeader(k *known) string {
	if n := len(k.words); n < 2 || !ruling[k.words[n-1]] {
		return ""
	}
	land := ""
	for _, w := range k.words[:len(k.words)-1] {
		for _, e := range r.byWord[w] {
			p := &r.known[e]
			if surnameOf(p.words) != w || p.Country == "" {
				continue
			}
			if land != "" && land != p.Country {
				return ""
			}
			land = p.Country
		}
	}
	return land
}

var ruling = set("government", "governments", "administration", "cabinet")
