package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// trim narrows a mention that took in a title to the name of the person: a
// reader of names often takes "Colonel General Ada Example" for one name, and
// then for that of an organisation.
func (r *reader) trim(m *document.Mention) {
	if m.Last-m.First < 2 || m.Kind != document.Name {
		return
	}
	r.behead(m)
	r.unquote(m)
	r.complete(m)
	if r.text(m.Last-1) == "Press" && r.text(m.Last) == "Secretary" && m.Last-m.First > 1 {
		m.Last, m.End = m.Last-1, r.doc.Tokens[m.Last-2].End // White House Press Secretary
	}
	start := -1
	for t := m.First; t < m.Last-1; t++ {
		w := r.word(t)
		short := t == m.First && m.Type == document.Person && shortTitles[strings.ToLower(strings.TrimSuffix(r.text(t), "."))]
		if !short && !w.Is(lexicon.Role|lexicon.Honorific) || !isCapital(r.text(t)) {
			continue
		}
		next := t + 1
		if r.text(next) == "." && next+1 < m.Last {
			next++
		}
		if !isCapital(r.text(next)) {
			continue // King, Jr.
		}
		if m.Type == document.Person && (t > m.First || !r.lex.Of(r.text(t)).Has(lexicon.Given)) || r.isFullName(next, m.Last) || r.isHolder(m, w, next) {
			start = next
		}
	}
	if start < 0 && m.Type != document.Person {
		start = r.knownAtEnd(m)
	}
	if start < 0 {
		return
	}
	m.First, m.Start, m.Type = start, r.doc.Tokens[start].Start, document.Person
}

// shortTitles are titles as they are cut short, or misspelt, before a name.
var shortTitles = set("rep", "reps", "sen", "sens", "gov", "cllr", "amb", "sec", "minster")

// isHolder tells whether what follows the title w in a name that was read as
// something else is who bears it, though no list has the given name: Example Bank
// Governor Walliullah Example, Secretary Example.
func (r *reader) isHolder(m *document.Mention, w *lexicon.Word, first int) bool {
	n := m.Last - first
	soldier := w.Detail == "military" && n > 1 && (m.First == first-1 || r.word(first-2).Detail == "military") // Brigadier General Example Other
	if !offices[w.Detail] && !soldier || w.Plural || n < 1 || n > 3 || r.kindsOf(m.First, m.Last).Has(lexicon.Organization|lexicon.Place) {
		return false
	}
	personal := !soldier
	for t := first; t < m.Last; t++ {
		personal = personal || r.lex.Of(r.text(t)).Has(lexicon.Given|lexicon.Surname)
		if !isCapital(r.text(t)) || r.word(t).Class != 0 && !r.lex.Of(r.text(t)).Has(lexicon.Surname) || r.word(t).Is(lexicon.OrgHead|lexicon.NameHead|lexicon.Role) {
			return false
		}
	}
	return personal && n > 1 && !r.kindsOf(first, m.Last).Has(lexicon.Country|lexicon.Place) || r.kindsOf(first, m.Last).Has(lexicon.Surname)
}

// offices are the kinds of roles that news puts before a name as a title.
var offices = set("head", "deputy", "minister", "official", "legislator", "spokes")

// behead takes off the small words that a name can't begin with: "Nobody in the
// Gulf" names the Gulf. A title of a work may begin with In or The.
func (r *reader) behead(m *document.Mention) {
	start := m.First
	if r.text(start) == "Q" && r.text(start+1) != "." {
		start++ // the mark of a question
	}
	for t := start; t < m.Last-1; t++ {
		if w := r.text(t); !isCapital(w) && r.word(t).Is(lexicon.Function) || nobody[w] {
			start = t + 1
		} else {
			break
		}
	}

	if start > m.First && isCapital(r.text(start)) {
		m.First, m.Start = start, r.doc.Tokens[start].Start
	}
}

// complete gives a name of which only ", Jr." was read what stands before it, up to
// a title, and one that was read without it what stands behind.
func (r *reader) complete(m *document.Mention) {
	if r.text(m.First) != "," {
		if t := m.Last + 1; m.Type == document.Person && r.text(m.Last) == "," && isCapital(r.text(t)) && len(r.text(t)) < len("Junior") && suffixes[strings.ToLower(strings.TrimSuffix(r.text(t), "."))] {
			m.Last, m.End = t+1, r.doc.Tokens[t].End
		}
		return
	}
	start := m.First
	for t := start - 1; t >= 0 && m.First-t < 5 && isCapital(r.text(t)) && (t == m.First-1 || !r.word(t).Is(lexicon.Role|lexicon.Honorific)); t-- {
		start = t
	}
	if m.First-start > 1 {
		m.First, m.Start = start, r.doc.Tokens[start].Start
	}
}

// unquote ends a name where a quotation ends inside it: “… with Miller,” Example
// News said.
func (r *reader) unquote(m *document.Mention) {
	for t := m.First + 1; t < m.Last && r.quoted[m.First]; t++ {
		if r.quoted[t] || !r.quoted[t-1] {
			continue
		}
		for end := t; end > m.First; end-- {
			if last := r.text(end - 1); last[0] >= '0' && last[0] < 0x80 {
				m.Last, m.End = end, r.doc.Tokens[end-1].End
				return
			}
		}
	}
}

var nobody = set("Nobody", "No", "Everybody", "Everyone", "Anybody", "Anyone", "Somebody", "Someone", "None", "Nothing", "Neither", "Either", "Both", "Every", "Any", "Some", "Many", "Most", "Several", "Few", "Each", "Although", "Though", "While", "Because", "Whether", "If", "But", "And", "Or", "That", "These", "Those", "This")

// join puts the name of a country together that was cut in two, as the
// adjective and the noun of Czech Republic.
func (r *reader) join() {
	kept := r.doc.Mentions[:0]
	for i := 0; i < len(r.doc.Mentions); i++ {
		m := r.doc.Mentions[i]
		if end := r.wholeCountry(&m); end > m.Last {
			m.Last, m.End, m.Kind, m.Type = end, r.doc.Tokens[end-1].End, document.Name, document.Place
			for i+1 < len(r.doc.Mentions) && r.doc.Mentions[i+1].First < end {
				i++
			}
		}
		kept = append(kept, m)
	}
	r.doc.Mentions = kept
}

// wholeCountry is where the name of a country ends that a mention of it cuts
// short; its own end when it doesn't.
func (r *reader) wholeCountry(m *document.Mention) int {
	next := r.text(m.Last)
	if !isCapital(next) || m.Last >= len(r.doc.Tokens) {
		return m.Last
	}
	if r.kindsOf(m.First, m.Last+1).Has(lexicon.Country) {
		return m.Last + 1
	}
	return m.Last
}

// knownAtEnd is where in a longer name the full name of somebody known begins
// that ends it: Foreign Affairs Ada Example; -1 when there is none.
func (r *reader) knownAtEnd(m *document.Mention) int {
	for start := max(m.First+1, m.Last-4); start < m.Last-1; start++ {
		if r.kindsOf(start, m.Last).Has(lexicon.Person) && r.tag(start-1) != "IN" {
			return start
		}
	}
	return -1
}

// kindsOf is what the tokens [first, last) can be.
func (r *reader) kindsOf(first, last int) lexicon.Kind {
	return r.lex.Of(r.doc.Text[r.doc.Tokens[first].Start:r.doc.Tokens[last-1].End])
}

// isFullName tells whether tokens look like the name of a person: one that the
// lexicon knows, or a given name and another name that no place or body is
// called by.
func (r *reader) isFullName(first, last int) bool {
	if last-first < 2 || last-first > 4 {
		return false
	}
	if r.kindsOf(first, last).Has(lexicon.Person) {
		return true
	}
	end := r.text(last - 1)
	return r.lex.Of(r.text(first)).Has(lexicon.Given) && isCapital(end) &&
		!r.lex.Word(end).Is(lexicon.OrgHead|lexicon.NameHead|lexicon.Role|lexicon.Agent)
}

func isCapital(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }
