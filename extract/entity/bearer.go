package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// bearer cuts the name of a person from what he holds an office in, which a reader of
// names takes for one name where the article writes no mark between them: minister of
// [Youth Affairs] [Ann Example]. Of two things one must tell that it is a person:
// that the surname stands alone elsewhere, that a given name begins what is cut off,
// or that an office stands before it all.
func (r *reader) bearer(m *document.Mention) (seam, bool) {
	if m.Type == document.Person {
		return r.bodyBefore(m)
	}
	if m.Kind != document.Name || m.Last-m.First < 2 || r.kindsOf(m.First, m.Last).Has(lexicon.Organization|lexicon.Place|lexicon.Country) {
		return seam{}, false
	}
	last := r.text(m.Last - 1)
	known := r.isNamed(last)
	held := r.heldBefore(m.First)
	if !known && !held {
		return seam{}, false
	}
	for start := max(m.First+1, m.Last-maxFullName); start < m.Last; start++ {
		left := start
		for left > m.First && r.isTitled(left-1) {
			left-- // Border Police Brigadier General Ann Example
		}
		if left == m.First || !r.endsBody(m.First, left) || !r.isPersonal(start, m.Last) {
			continue
		}
		given := r.lex.Of(r.text(start)).Has(lexicon.Given) && m.Last-start > 1
		if m.Last-start == 1 && !(known && held && left == start) || !given && !(known && held && m.Last-start < 3) {
			continue
		}
		return seam{left, start, m.Type, document.Person}, true
	}
	return seam{}, false
}

// befit takes a name of two or three words behind what an office is held in for that of
// a person whose surname stands alone elsewhere, though a reader of names took it for
// something else: minister of Youth Affairs [Qwaxi Example].
func (r *reader) befit(m *document.Mention) {
	if n := m.Last - m.First; m.Type != document.Person && m.Kind == document.Name && (n == 2 || n == 3) && m.First > 0 && r.isNamed(r.text(m.Last-1)) &&
		r.endsBody(m.First-1, m.First) && r.isPersonal(m.First, m.Last) && r.heldBefore(m.First) && !r.kindsOf(m.First, m.Last).Has(lexicon.Organization|lexicon.Place|lexicon.Country) {
		m.Type = document.Person
	}
}

// handOver gives the name of a person the given name that a reader of names left with
// the body before it: the [Council for Harbour Rights] [Ann Example].
func (r *reader) handOver(i int) {
	m := &r.doc.Mentions[i]
	if m.Type != document.Organization || m.Kind != document.Name || m.Last-m.First < 2 || i+1 == len(r.doc.Mentions) {
		return
	}
	next := &r.doc.Mentions[i+1]
	given := m.Last - 1
	if next.First != m.Last || next.Type != document.Person || next.Kind != document.Name || !r.isForename(given) || !r.endsBody(m.First, given) || r.kindsOf(m.First, m.Last).Has(lexicon.Organization) {
		return
	}
	m.Last, m.End = given, r.doc.Tokens[given-1].End
	next.First, next.Start = given, r.doc.Tokens[given].Start
}

// bodyBefore cuts the acronym of a body from the name of a person behind it.
func (r *reader) bodyBefore(m *document.Mention) (seam, bool) {
	body := r.text(m.First)
	if m.Last-m.First < 3 || len(body) < 3 || !lexicon.Capitals(body) || lexicon.Capitals(r.text(m.First+1)) || !r.lex.Of(body).Has(lexicon.Acronym|lexicon.Organization) || r.text(m.First+1) == "." {
		return seam{}, false
	}
	return seam{m.First + 1, m.First + 1, document.Organization, document.Person}, true
}

// endsBody tells whether tokens [first, last) can be what an office is held in: they
// end with a word for a body or for the business of a state, or are known to be a body
// or a place.
func (r *reader) endsBody(first, last int) bool {
	end := r.text(last - 1)
	w := r.word(last - 1)
	if !isCapital(end) {
		return false
	}
	return w.Is(lexicon.OrgHead|lexicon.State) || w.Is(lexicon.NameHead) && w.Detail != "place" || everyday[strings.ToLower(end)] || duties[strings.ToLower(end)] ||
		last-first > 1 && r.lex.Of(end).Has(lexicon.Country) || r.kindsOf(first, last).Has(lexicon.Organization|lexicon.Acronym)
}

// duties are words for what an office is for, beside those that are in the names of
// bodies themselves.
var duties = set("problems", "issues", "prevention", "relations", "cooperation", "protection", "resources", "services", "exports", "investment", "heritage",
	"handicrafts", "sport", "research", "roads", "communications", "training", "policy", "programs", "crafts", "welfare", "medicine", "studies", "coordination", "operations", "innovation", "safety")

// isPersonal tells whether tokens can all be words of a person's name.
func (r *reader) isPersonal(first, last int) bool {
	for t := first; t < last; t++ {
		w, kinds := r.text(t), r.lex.Of(r.text(t))
		if w == "-" && t > first && t < last-1 {
			continue
		}
		if !isCapital(w) || lexicon.Capitals(w) || r.word(t).Is(lexicon.OrgHead|lexicon.NameHead|lexicon.Role|lexicon.Honorific|lexicon.Agent|lexicon.Calendar|lexicon.Function) ||
			everyday[strings.ToLower(w)] || duties[strings.ToLower(w)] || kinds.Has(lexicon.Country|lexicon.Capital|lexicon.City|lexicon.Region|lexicon.Adjective|lexicon.Organization) && !kinds.Has(lexicon.Given|lexicon.Surname) {
			return false
		}
	}
	return true
}

// maxHeld is how many tokens the office may have before the name of what it is held in.
const maxHeld = 8

// heldBefore tells whether an office stands before a token, with no more between than
// what says of what it is: the deputy minister of Oldland for.
func (r *reader) heldBefore(t int) bool {
	first, _ := r.sentence(t)
	for i := t - 1; i >= max(first, t-maxHeld); i-- {
		w := r.word(i)
		if w.Is(lexicon.Role) && !w.Plural {
			return true
		}
		if !isCapital(r.text(i)) && r.tag(i) != "IN" && r.tag(i) != "DT" && r.tag(i) != "CC" && r.tag(i) != "POS" && r.tag(i) != "TO" && r.text(i) != "," && r.text(i) != "-" {
			return false
		}
	}
	return false
}
