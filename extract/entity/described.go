package entity

import (
	"sort"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// byRole is the person who had the role last, whom the article calls by it. One
// whose title is the role alone comes before one of something more: the president
// is the one of the country before one of a club.
func (r *reader) byRole(g nounGroup, w *lexicon.Word) int32 {
	for _, plain := range []bool{true, false} {
		if plain && (g.modified || w.Detail != "head") {
			continue
		}
		e := r.latest(g.first, 40, func(k *known) bool {
			if k.Type != document.Person || g.land != "" && k.Country != g.land {
				return false
			}
			if gender := genders[w.Gender]; gender != document.UnknownGender && k.Gender != document.UnknownGender && k.Gender != gender {
				return false
			}
			for _, role := range k.roles {
				if role.head != w.Lemma && (w.Detail != "spokes" || role.detail != "spokes") {
					continue
				}
				if r.isLesser(g, role) || plain && !r.isPlain(role) {
					continue
				}
				if r.sameModifiers(g, role, k.Country) {
					return true
				}
			}
			return false
		})
		if e >= 0 {
			return e
		}
	}
	return -1
}

// byOffice is the person whom the headline names with the office that a noun group
// is, -1 for none.
func (r *reader) byOffice(g nounGroup) int32 {
	if r.text(g.head+1) == "of" || r.text(g.head+1) == "for" {
		return -1
	}
	if e, ok := r.offices[strings.ToLower(r.doc.Text[r.doc.Tokens[g.first+1].Start:r.doc.Tokens[g.head].End])]; ok {
		return e
	}
	return -1
}

// isLesser tells whether a role is that of a deputy or a former holder, whom the
// noun group doesn't call so: the president isn't the vice president.
func (r *reader) isLesser(g nounGroup, role role) bool {
	if role.title != "" {
		return false
	}
	whole := r.doc.Text[r.wordBefore(role.phrase.Start):role.phrase.End]
	for word := range strings.FieldsFuncSeq(whole, func(c rune) bool { return c == ' ' || c == '-' }) {
		if !lesser[strings.ToLower(word)] {
			continue
		}
		said := false
		for t := g.first + 1; t <= g.head; t++ {
			said = said || containsFold(r.text(t), word)
		}
		if !said {
			return true
		}
	}
	return false
}

// wordBefore is the byte at which the word before byte at begins.
func (r *reader) wordBefore(at int) int {
	before := strings.TrimRight(r.doc.Text[max(0, at-maxDuty):at], " -")
	return at - min(at, maxDuty) + strings.LastIndexAny(before, " -\n(“\"") + 1
}

// isPlain tells whether a role is a title of one word without another noun before
// it that says of what, or stands in the lexicon's list of heads.
func (r *reader) isPlain(role role) bool {
	if role.title != "" {
		return true
	}
	if strings.IndexByte(r.doc.Slice(role.phrase), ' ') >= 0 {
		return false
	}
	t := sort.Search(len(r.doc.Tokens), func(i int) bool { return r.doc.Tokens[i].End > role.phrase.Start }) - 1
	if t < 0 || r.text(t) == "the" || r.text(t) == "The" {
		return true
	}
	if m := r.mentionAt(t); m != nil {
		return r.known[m.Entity].Type == document.Country
	}
	return !strings.HasPrefix(r.tag(t), "NN") && r.tag(t) != "JJ" && r.tag(t) != "POS"
}

// sameModifiers tells whether what stands before the head of a noun group is
// also part of the role: "the foreign minister" isn't the prime minister.
func (r *reader) sameModifiers(g nounGroup, role role, land string) bool {
	phrase := r.doc.Slice(role.phrase)
	if role.title != "" {
		phrase = role.title
	}
	if w := r.text(g.head + 1); w == "for" || w == "of" || w == "from" {
		// The minister for sport isn't any minister.
		t := g.head + 2
		if a := r.text(t); a == "the" || a == "The" {
			t++
		}
		if m := r.mentionAt(t); w == "of" && m != nil && land != "" && r.known[m.Entity].Type == document.Country {
			return r.known[m.Entity].Country == land
		}
		if isCapital(r.text(t)) || w == "for" && r.tag(t) != "VBG" {
			known := r.doc.Text[role.phrase.Start:min(len(r.doc.Text), role.phrase.End+maxDuty)]
			return containsFold(known, r.text(t))
		}
	}
	if !g.modified {
		return true
	}
	for t := g.first + 1; t < g.head; t++ {
		w := r.text(t)
		if another[w] && !containsFold(phrase, w) {
			return false
		}
		if r.names[t] != 0 || idle[w] || len(w) < 3 {
			continue
		}
		if !containsFold(phrase, w) {
			return false
		}
	}
	return true
}

// maxDuty is how many bytes behind a role tell what it is for.
const maxDuty = 24

func containsFold(s, word string) bool {
	for i := 0; i+len(word) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(word)], word) {
			return true
		}
	}
	return false
}
