package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// bodyName is the name of an entity with what tells it from others of that name, when
// the article has it somewhere: whose a ministry is, "Oldland Foreign Ministry", and
// that a word is an agency's, "Harbour news agency".
func (r *reader) bodyName(entity int) string {
	if name, ok := r.bodies[entity]; ok {
		return name
	}
	d := r.doc
	e := &d.Entities[entity]
	name, land := e.Name, ""
	coined := !strings.Contains(name, " ")
	for i := r.mentionAt(r.firstMention(entity)); i < len(d.Mentions); i++ {
		m := &d.Mentions[i]
		if m.Entity != entity || m.Kind != document.Name {
			continue
		}
		if end := m.Last + 2; coined && end <= len(d.Tokens) && d.Slice(m.Span) == e.Name && r.isOutlet(m, end) && lower(d.Slice(d.Tokens[end-1].Span)) == "agency" {
			name = e.Name + d.Text[m.End:d.Tokens[end-1].End]
			break
		}
		full, of := r.ofCountry(i)
		if of == "" && d.Slice(m.Span) == e.Name {
			full, of = r.ofWhom(m)
		}
		if of == "" {
			full, of = r.abroad(i)
		}
		if of != "" {
			if land != "" && land != of {
				name = e.Name // two bodies, which nothing else tells apart
				break
			}
			if land == "" {
				name, land = full, of
			}
		}
	}
	if r.bodies == nil {
		r.bodies = make(map[int]string)
	}
	r.bodies[entity] = name
	return name
}

// ofCountry is the name of a body that many states have with that of its country, which
// stands before mention i, and the country; both are empty where none does.
func (r *reader) ofCountry(i int) (name, land string) {
	d := r.doc
	m := &d.Mentions[i]
	if i == 0 || m.Kind != document.Name || m.Entity < 0 || !r.isCommonBody(d.Entities[m.Entity].Name) {
		return "", ""
	}
	of := &d.Mentions[i-1]
	if of.Entity < 0 || d.Entities[of.Entity].Type != document.Country || !r.owns(of, m) {
		return "", ""
	}
	return d.Text[of.Start:m.Start] + d.Entities[m.Entity].Name, d.Entities[of.Entity].Country
}

// abroad is the name of a body that is known in one country with that of another, which
// stands before mention i, and that country: the Taliban of Newland are others. Where its
// own country stands there the name is its own. Both are empty where none does.
func (r *reader) abroad(i int) (name, land string) {
	d := r.doc
	m := &d.Mentions[i]
	if i == 0 || m.Kind != document.Name || m.Entity < 0 || d.Entities[m.Entity].Type != document.Organization {
		return "", ""
	}
	of := &d.Mentions[i-1]
	if of.Entity < 0 || d.Entities[of.Entity].Type != document.Country || !r.owns(of, m) {
		return "", ""
	}
	land = d.Entities[of.Entity].Country
	known := false
	for s := range r.lexicon.Senses(d.Slice(m.Span)) {
		if !s.Kind.Has(lexicon.Organization) || s.Country == "" {
			continue
		}
		if s.Country == land {
			return d.Entities[m.Entity].Name, land
		}
		known = true
	}
	if !known {
		return "", ""
	}
	return d.Text[of.Start:m.End], land
}

// ofWhom is the name of a body that many states have with that of what it is of, which
// stands behind it, "General Command of the Oldland Army", and the country of that or
// what it is called; both are empty where none does.
func (r *reader) ofWhom(m *document.Mention) (name, of string) {
	d := r.doc
	t := m.Last
	if t+2 >= len(d.Tokens) || lower(d.Slice(d.Tokens[t].Span)) != "of" || !r.isCommonBody(d.Slice(m.Span)) {
		return "", ""
	}
	if t++; d.Tokens[t].Tag == "DT" {
		t++
	}
	i := r.mentionAt(d.Tokens[t].Start)
	if i == len(d.Mentions) || d.Mentions[i].First != t || d.Mentions[i].Kind != document.Name || d.Mentions[i].Type == document.Person || d.Mentions[i].Entity < 0 {
		return "", ""
	}
	o := &d.Entities[d.Mentions[i].Entity]
	if of = o.Country; of == "" {
		of = o.Name
	}
	return d.Text[m.Start:d.Mentions[i].End], of
}

// owns tells whether the mention of a country stands right before a name, with at
// most a possessive between.
func (r *reader) owns(land, m *document.Mention) bool {
	between := m.First - land.Last
	return between == 0 || between == 1 && tagClasses[r.doc.Tokens[land.Last].Tag]&possessive != 0
}

// isCommonBody tells whether a name is one that bodies of many states bear: it has a
// word for such a body, and names no place or person.
func (r *reader) isCommonBody(name string) bool {
	if r.lexicon.Of(name).Has(lexicon.Metonym) {
		return false // the White House
	}
	stately := false
	for word := range strings.FieldsSeq(name) {
		if w := r.lexicon.Word(word); w.Is(lexicon.OrgHead) {
			stately = stately || states[w.Detail]
		}
		if r.lexicon.Of(word).Has(lexicon.Country | lexicon.Adjective | lexicon.Capital) {
			return false
		}
	}
	return stately
}

// states are the kinds of bodies that every state has.
var states = map[string]bool{"government": true, "legislature": true, "military": true, "court": true}

// bodied gives bodies their full names, wherever they speak or others speak for them.
func (r *reader) bodied() {
	for k := range r.doc.Statements {
		st := &r.doc.Statements[k]
		for _, s := range []*document.Source{st.Speaker, st.OnBehalfOf, st.Addressee} {
			r.nameBody(s)
		}
		for i := range st.Joint {
			r.nameBody(&st.Joint[i])
		}
		r.nameWords(st.Speaker)
	}
}

// nameWords gives somebody who is only worded his words without the clause that
// describes him, and with the name of a body that they call by its noun: "the institute's
// website".
func (r *reader) nameWords(s *document.Source) {
	d := r.doc
	if s == nil || s.Entity >= 0 || s.Span.Empty() || s.Name != d.Slice(s.Span) {
		return
	}
	first, end := r.tokenAt(s.Span.Start), r.tokenAt(s.Span.End-1)+1
	for t := first + 1; t+1 < end; t++ {
		if d.Slice(d.Tokens[t].Span) == "," && tagClasses[d.Tokens[t+1].Tag]&relative != 0 {
			s.Name, end = d.Text[s.Span.Start:d.Tokens[t-1].End], t
			break
		}
	}
	if end-first > 3 && tagClasses[d.Tokens[first+2].Tag]&possessive != 0 && lower(d.Slice(d.Tokens[first].Span)) == "the" {
		if e := r.bodyCalled(first + 1); e >= 0 {
			s.Name = d.Entities[e].Name + d.Text[d.Tokens[first+2].Start:d.Tokens[end-1].End]
		}
	}
}

// bodyCalled is the body that the noun at a token stands for: the only one named so far
// whose name has it; -1 for none.
func (r *reader) bodyCalled(token int) int {
	d := r.doc
	text := d.Slice(d.Tokens[token].Span)
	if w := r.lexicon.Word(text); !w.Is(lexicon.OrgHead) || w.Plural || papers[text] || ownBodies[text] || governments[text] {
		return -1
	}
	found := -1
	for i := 0; i < len(d.Mentions) && d.Mentions[i].Start < d.Tokens[token].Start; i++ {
		e := d.Mentions[i].Entity
		if e < 0 || e == found || d.Entities[e].Type != document.Organization || !slices.Contains(strings.Fields(lower(d.Entities[e].Name)), text) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

func (r *reader) nameBody(s *document.Source) {
	d := r.doc
	if s == nil || s.Entity < 0 {
		return
	}
	switch d.Entities[s.Entity].Type {
	case document.Organization:
	case document.Country:
		s.Name = r.governmentName(s)
		return
	default:
		return
	}
	for i := r.mentionAt(s.Span.Start); i < len(d.Mentions) && d.Mentions[i].End <= s.Span.End; i++ {
		if d.Mentions[i].Entity != s.Entity {
			continue
		}
		name, land := r.ofCountry(i)
		if land == "" {
			name, land = r.ofWhom(&d.Mentions[i])
		}
		if land == "" {
			name, land = r.abroad(i)
		}
		if land != "" {
			s.Name = name
			return
		}
	}
	s.Name = r.bodyName(s.Entity)
}

// governmentName is what a source that is a country's government is called, whatever the
// article calls it there: "Oldland government", "White House". It is the name of the
// country for a source that isn't worded as its government.
func (r *reader) governmentName(s *document.Source) string {
	d := r.doc
	head := r.headToken(s.Span)
	if head < 0 {
		return s.Name
	}
	words := d.Text[s.Span.Start:d.Tokens[head].End]
	if first := r.tokenAt(s.Span.Start); first < head && d.Tokens[first].Tag == "DT" {
		words = d.Text[d.Tokens[first+1].Start:d.Tokens[head].End]
	}
	if kinds := r.lexicon.Of(words); kinds.Has(lexicon.Metonym|lexicon.WeakMetonym) && !kinds.Has(lexicon.Capital|lexicon.City|lexicon.Country) {
		return words
	}
	noun := d.Slice(d.Tokens[head].Span)
	if !governments[lower(noun)] {
		return s.Name
	}
	for i := r.mentionAt(s.Span.Start); i < len(d.Mentions) && d.Mentions[i].End <= s.Span.End; i++ {
		switch m := &d.Mentions[i]; {
		case m.Entity != s.Entity || m.Kind != document.Name && m.Kind != document.Demonym:
		case m.First > head:
			return d.Text[d.Tokens[head].Start:m.End] // the government of Oldland
		case m.Last <= head: // the word itself may be read as a name, too
			return d.Text[m.Start:d.Tokens[head].End] // Oldland's government
		}
	}
	return r.governmentOnce(s.Entity, noun)
}

// governmentOnce is what the article first calls the government of a country that has
// its name: "the government" is the "Oldland Government" of another sentence. Where it
// has none the adjective of another word must do.
func (r *reader) governmentOnce(entity int, noun string) string {
	d := r.doc
	if name, ok := r.bodies[entity]; ok {
		return name
	}
	name, of := noun+" of "+d.Entities[entity].Name, true
	for i := r.mentionAt(r.firstMention(entity)); i < len(d.Mentions); i++ {
		m := &d.Mentions[i]
		if m.Entity != entity || m.Kind != document.Name && m.Kind != document.Demonym || m.Last == len(d.Tokens) {
			continue
		}
		if governments[lower(d.Slice(d.Tokens[m.Last].Span))] {
			name = d.Text[m.Start:d.Tokens[m.Last].End]
			break
		}
		if of && m.Kind == document.Demonym && d.Tokens[m.First].Tag == "JJ" {
			name, of = d.Slice(m.Span)+" "+noun, false
		}
	}
	if r.bodies == nil {
		r.bodies = make(map[int]string)
	}
	r.bodies[entity] = name
	return name
}
