package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// conjuncts cuts the words of a span where "and" joins two parties that each can
// speak: "President Okoro and the mayor", but neither "the Ports and Bridges
// Committee" nor "head of Oldland and Newland" nor "coach and former player Ben
// Imani". It gives one part when nothing is joined.
func (r *reader) conjuncts(s document.Span) []document.Span {
	d := r.doc
	first, end := r.tokenAt(s.Start), r.tokenAt(s.End-1)+1
	var parts []document.Span
	start := first
	for i := first; i < end; i++ {
		if m := r.nameAt(i); m != nil {
			i = m.Last - 1 // no "and" within a name is looked at
			continue
		}
		t := d.Tokens[i]
		c := tagClasses[t.Tag] | marks[d.Slice(t.Span)]
		if c&open != 0 {
			for i++; i < end && marks[d.Slice(d.Tokens[i].Span)]&close == 0; i++ {
			}
			continue
		}
		if i > first && (c&(relative|finite) != 0 || r.asideAt(i)) {
			end = i // what describes the last party
			break
		}
		if w := lower(d.Slice(t.Span)); (w == "and" || w == "&") && i > start && i+1 < end && r.divides(start, i, end) {
			parts = r.listed(parts, start, i)
			start = i + 1
		}
	}
	if start == first && r.severalTitled(first) {
		return r.listed(nil, first, end) // Senators Okoro, Imani, the heads of the port
	}
	if start == first || start >= end {
		return nil // nothing joined, or only what describes
	}
	return append(parts, r.tokens(start, end))
}

// pluralTitles are abbreviated titles of several, which the lexicon doesn't hold.
var pluralTitles = map[string]bool{"reps": true, "sens": true, "drs": true, "messrs": true, "profs": true, "gens": true}

// severalTitled tells whether a token is the title of several: "Senators", "Reps.".
func (r *reader) severalTitled(token int) bool {
	text := strings.TrimSuffix(r.doc.Slice(r.doc.Tokens[token].Span), ".")
	w := r.lexicon.Word(text)
	return pluralTitles[lower(text)] || w.Plural && w.Is(lexicon.Role|lexicon.Honorific)
}

// nameAt is the name that begins with a token.
func (r *reader) nameAt(token int) *document.Mention {
	d := r.doc
	i := r.mentionAt(d.Tokens[token].Start)
	if i == len(d.Mentions) || d.Mentions[i].First != token || d.Mentions[i].Kind != document.Name && d.Mentions[i].Kind != document.Demonym {
		return nil
	}
	return &d.Mentions[i]
}

// tokens is the span of tokens [from, to) without the commas around them.
func (r *reader) tokens(from, to int) document.Span {
	d := r.doc
	for to-1 > from && marks[d.Slice(d.Tokens[to-1].Span)]&comma != 0 {
		to--
	}
	return document.Span{Start: d.Tokens[from].Start, End: d.Tokens[to-1].End}
}

// listed adds the parties of tokens [from, to), which commas may divide: "Okoro,
// Imani". What a comma sets beside a name to describe it is none.
func (r *reader) listed(parts []document.Span, from, to int) []document.Span {
	d := r.doc
	whole := from
	for i := from; i <= to; i++ {
		if i < to && d.Slice(d.Tokens[i].Span) != "," {
			continue
		}
		if i > from {
			p := r.tokens(from, i)
			if last := len(parts) - 1; from == whole || r.namesParty(p, r.tokens(whole, from)) {
				parts = append(parts, p)
			} else if last >= 0 && r.bearsOffice(p, parts[last]) {
				parts[last].End = p.End // the mayor, Okoro
			}
		}
		from = i + 1
	}
	return parts
}

// namesParty tells whether a piece between commas is by its name a party of the
// kind of the one before it, and not where he was elected: "Okoro, [D-East]".
func (r *reader) namesParty(p, before document.Span) bool {
	d := r.doc
	if i := r.tokenAt(p.Start); i+1 < len(d.Tokens) && d.Tokens[i].Len() == 1 && d.Slice(d.Tokens[i+1].Span) == "-" && d.Tokens[i+1].Start == p.Start+1 {
		return false
	}
	e, o := r.headEntity(p), r.headEntity(before)
	return e >= 0 && o >= 0 && e != o && d.Entities[e].Type == d.Entities[o].Type && r.headWordIsName(p)
}

// endsWithPerson tells whether the words of a span end in the name of a person.
func (r *reader) endsWithPerson(s document.Span) bool {
	i := r.mentionAt(s.End) - 1
	for i >= 0 && r.doc.Mentions[i].End > s.End {
		i--
	}
	return i >= 0 && r.doc.Mentions[i].End == s.End && r.doc.Mentions[i].Kind == document.Name && r.doc.Mentions[i].Type == document.Person
}

// bearsOffice tells whether a piece between commas is the name of the one whom the
// piece before it calls by his office alone.
func (r *reader) bearsOffice(p, office document.Span) bool {
	w := r.headWord(office)
	e := r.headEntity(p)
	return e >= 0 && r.doc.Entities[e].Type == document.Person && r.headEntity(office) < 0 && w.Is(lexicon.Role) && !w.Plural && r.headWordIsName(p)
}

// headWordIsName tells whether the words of a span end in a name before the first
// preposition.
func (r *reader) headWordIsName(s document.Span) bool {
	head := r.headToken(s)
	return head >= 0 && tagClasses[r.doc.Tokens[head].Tag]&proper != 0
}

// divides tells whether the "and" at token at joins two parties of the phrase that
// begins with token first and ends at end.
func (r *reader) divides(first, at, end int) bool {
	d := r.doc
	left, right := r.tokens(first, at), r.tokens(at+1, end)
	if !r.isParty(left) || !r.isParty(right) {
		return false
	}
	l, g := r.headEntity(left), r.headEntity(right)
	next := d.Tokens[at+1]
	own := tagClasses[next.Tag]&(determiner|owner) != 0
	lastPiece, pieces := r.lastPiece(first, at)
	if pieces && marks[d.Slice(d.Tokens[at-1].Span)]&comma == 0 && l >= 0 && (r.headEntity(lastPiece) < 0 && !own || r.indefinite(lastPiece)) {
		return false // Okoro, founder and president of the port
	}
	if m := r.nameAt(at - 1); m == nil && tagClasses[d.Tokens[at-1].Tag]&adjective != 0 || r.isAdjectival(at-1) {
		return false // Oldland and Newland officials
	}
	lw, rw := r.headWord(left), r.headWord(right)
	if g < 0 && rw.Plural && !own && r.longName(at-1) {
		return false // the Office for Women and Men
	}
	if g < 0 && rw.Plural && l >= 0 && tagClasses[next.Tag]&proper != 0 {
		return false // Senate and House leaders
	}
	if l < 0 && g >= 0 && (!own && r.inTitle(left) || lw.Is(lexicon.Role) && !lw.Plural && r.namedBehind(at+1, right)) {
		return false // Minister for Water, Ports and Bridges Ben Imani
	}
	if lw.Is(lexicon.Role) && !lw.Plural && !own && r.lexicon.Word(d.Slice(next.Span)).Is(lexicon.Role) && tagClasses[d.Tokens[first].Tag]&(determiner|owner) == 0 && r.nameAt(at-1) == nil && (l < 0 || d.Entities[l].Type != document.Person) {
		return false // Harbour Office Founder and Director Ben Imani
	}
	if l < 0 && lw.Is(lexicon.Role) && !lw.Plural && !own {
		lower := d.Text[next.Start] >= 'a'
		if g >= 0 && (lower || tagClasses[d.Tokens[first].Tag]&(determiner|owner) == 0) || g < 0 && lower {
			return false // coach and former player Ben Imani; the founder and head
		}
	}
	if pieces && l >= 0 && d.Entities[l].Type == document.Person && !own && !r.endsWithPerson(right) && (g < 0 && rw.Is(lexicon.Role) && !rw.Plural || g >= 0 && d.Entities[g].Type == document.Organization) {
		return false // Okoro, a diver, and founder of the port; Okoro, head of Ports, Piers and the Bridge Office
	}
	if pieces && marks[d.Slice(d.Tokens[at-1].Span)]&comma != 0 && r.headEntity(lastPiece) < 0 {
		return true // Okoro, the mayor of the town, and Imani
	}
	return !r.governs(first, at, own, lw.Plural)
}

// inTitle tells whether the words of a span are a capitalised noun without an
// article that doesn't begin its sentence, as those of a ministry's name are.
func (r *reader) inTitle(s document.Span) bool {
	d := r.doc
	head, first := r.headToken(s), r.tokenAt(s.Start)
	if head < 0 || first == d.Sentences[r.sentenceOf(s.Start)].First || tagClasses[d.Tokens[first].Tag]&(determiner|owner) != 0 {
		return false
	}
	c := d.Text[d.Tokens[head].Start]
	return 'A' <= c && c <= 'Z'
}

// namedBehind tells whether the words of a span from a token on are "the" noun in
// capitals of what somebody has an office for, and his name: Minister for Ports and [the
// Harbour Economy Ada Okoro].
func (r *reader) namedBehind(from int, s document.Span) bool {
	d := r.doc
	if d.Tokens[from].Tag != "DT" {
		return false
	}
	m := r.firstPerson(s)
	if m == nil || m.First < from+2 || m.End != s.End {
		return false
	}
	for t := from + 1; t < m.First; t++ {
		w := d.Slice(d.Tokens[t].Span)
		if !upper(w[:1]) || tagClasses[d.Tokens[t].Tag]&(nominal|adjective) == 0 || r.lexicon.Word(w).Is(lexicon.Role|lexicon.Honorific|lexicon.Human) {
			return false
		}
	}
	return true
}

// lastPiece is what stands between the last comma of tokens [first, at) and its
// end, and whether there is a comma.
func (r *reader) lastPiece(first, at int) (document.Span, bool) {
	for i := at - 2; i > first; i-- {
		if r.doc.Slice(r.doc.Tokens[i].Span) == "," {
			return r.tokens(i+1, at), true
		}
	}
	return document.Span{}, false
}

// indefinite tells whether the words of a span begin with "a".
func (r *reader) indefinite(s document.Span) bool {
	first, _, _ := strings.Cut(lower(r.doc.Slice(s)), " ")
	return first == "a" || first == "an"
}

// longName tells whether a token ends a name that holds a preposition.
func (r *reader) longName(token int) bool {
	d := r.doc
	i := r.mentionAt(d.Tokens[token].End) - 1
	if i < 0 || d.Mentions[i].Last != token+1 {
		return false
	}
	for t := d.Mentions[i].First; t < d.Mentions[i].Last; t++ {
		if tagClasses[d.Tokens[t].Tag]&preposition != 0 {
			return true
		}
	}
	return false
}

// isAdjectival tells whether a token belongs to an adjective of a country, which
// what follows "and" shares its noun with.
func (r *reader) isAdjectival(token int) bool {
	d := r.doc
	i := r.mentionAt(d.Tokens[token].Start)
	return i < len(d.Mentions) && d.Mentions[i].First == token && d.Mentions[i].Kind == document.Demonym && !strings.HasSuffix(d.Slice(d.Mentions[i].Span), "s")
}

// governs tells whether a preposition before the "and" at token at takes what
// follows it too: "the leaders of Oldland and Newland". It doesn't when a person's
// name ends right before, or when what follows has its own article.
func (r *reader) governs(first, at int, own, plural bool) bool {
	d := r.doc
	for i := first + 1; i < at; i++ {
		if w := lower(d.Slice(d.Tokens[i].Span)); w == "with" || w == "during" {
			return true // said Okoro, head of the port, in a meeting with Imani and the mayor
		}
	}
	for i := first + 1; i < at; i++ {
		if m := r.nameAt(i); m != nil {
			i = m.Last - 1
			continue
		}
		if c := tagClasses[d.Tokens[i].Tag]; c&preposition == 0 {
			continue
		}
		if own && !plural {
			return false
		}
		last := r.mentionAt(d.Tokens[at-1].End) - 1
		for last >= 0 && d.Mentions[last].End > d.Tokens[at-1].End {
			last--
		}
		return last < 0 || d.Mentions[last].Type != document.Person || plural || !r.closesName(&d.Mentions[last], at)
	}
	return false
}

// closesName tells whether nothing but a comma, brackets or letters stand between a name
// and token at.
func (r *reader) closesName(m *document.Mention, at int) bool {
	d := r.doc
	deep := false
	for i := m.Last; i < at; i++ {
		switch c := marks[d.Slice(d.Tokens[i].Span)]; {
		case c&open != 0:
			deep = true
		case c&close != 0:
			deep = false
		case c&comma == 0 && !deep && !isLetters(d.Slice(d.Tokens[i].Span)): // the orders behind it
			return false
		}
	}
	return true
}

// isParty tells whether the words of a span can speak for themselves.
func (r *reader) isParty(s document.Span) bool {
	if e := r.headEntity(s); e >= 0 {
		switch r.doc.Entities[e].Type {
		case document.Person, document.Organization, document.Country, document.Group:
			return true
		}
	}
	first, _, _ := strings.Cut(lower(r.doc.Slice(s)), " ")
	return first == "others" || r.headWord(s).Is(lexicon.Role|lexicon.Human|lexicon.Family|lexicon.Agent|lexicon.OrgHead)
}
