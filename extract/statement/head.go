package statement

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// named is the party that the words of a span name: the entity of the mention
// that heads them, else nobody but the words themselves.
func (r *reader) named(s document.Span) *document.Source {
	d := r.doc
	out := &document.Source{Entity: -1, Span: s, Name: d.Slice(s)}
	if e := r.headEntity(s); e >= 0 && e < len(d.Entities) && !r.anyOf(s, e) {
		out.Entity, out.Name = e, d.Entities[e].Name
	} else if e := r.writer(s); e >= 0 {
		out.Entity, out.Name = e, d.Entities[e].Name
	}
	return out
}

// anyOf tells whether the words of a span are some people of a country, who don't
// speak for it: "most Oldlanders". "The Oldlanders" may.
func (r *reader) anyOf(s document.Span, entity int) bool {
	d := r.doc
	if d.Entities[entity].Type != document.Country {
		return false
	}
	head, first := r.headToken(s), r.tokenAt(s.Start)
	if head < 0 || d.Tokens[head].Tag != "NNPS" && d.Tokens[head].Tag != "NNS" || lower(d.Slice(d.Tokens[first].Span)) == "the" {
		return false
	}
	i := r.mentionAt(d.Tokens[head].Start)
	return i < len(d.Mentions) && d.Mentions[i].First == head && d.Mentions[i].Kind == document.Demonym && d.Mentions[i].Entity == entity
}

// headEntity is the entity of the mention that heads the words of a span, or -1.
// The head is the name that ends the words before the first comma, bracket or
// preposition ("party leader Ann Smith, who …", "the president of …"), or a
// mention of all of them, or a person's name that a comma sets beside them ("the
// minister, Ann Smith").
func (r *reader) headEntity(s document.Span) int {
	d := r.doc
	first := r.tokenAt(s.Start)
	end := first
	for end < len(d.Tokens) && d.Tokens[end].Start < s.End {
		if after := r.pastBracket(end, s.End); end > first && after > end {
			end = after // the Harbour Office (HO) director
			continue
		}
		w := d.Slice(d.Tokens[end].Span)
		if end > first && (marks[w]&punctuation != 0 && d.Tokens[end].Tag != "HYPH" && d.Tokens[end].Tag != "POS" && w != "." || tagClasses[d.Tokens[end].Tag]&(preposition|relative) != 0) {
			break
		}
		end++
	}
	end = r.beforeLetters(first, end)
	bare := first // behind the article and the mark
	for bare < end-1 && (tagClasses[d.Tokens[bare].Tag]&determiner != 0 || marks[d.Slice(d.Tokens[bare].Span)]&mark != 0) {
		bare++
	}
	apposed, best := -1, -1
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].Start < s.End; i++ {
		m := &d.Mentions[i]
		person := m.Kind == document.Name && m.Type == document.Person
		switch {
		case m.Entity < 0 || m.End > s.End:
		case best >= 0:
		case m.Last == end || m.First < end && m.Last > end && person || r.endsNoun(m.Last, s.End) && (m.First == first && m.Last >= end && m.Kind != document.Demonym || m.First == bare && m.Last > end && m.Kind == document.Name):
			best = m.Entity
		case m.Last < end && m.Kind == document.Name && r.isOutlet(m, end):
			best = m.Entity
		case apposed < 0 && m.First > end && person && r.afterComma(m.First, end):
			apposed = m.Entity
		}
	}
	if best >= 0 && r.isPartOfName(best, bare, end) {
		best = -1
	}
	if best < 0 && apposed < 0 {
		best = r.governmentOf(s)
	}
	if best >= 0 && d.Entities[best].Type == document.Place {
		if e := r.behindPlace(end, s.End); e >= 0 {
			return e
		}
	}
	switch {
	case best >= 0 && d.Entities[best].Type == document.Organization && apposed >= 0 && r.offeredLast(s, apposed):
		return apposed // the director of the Piers and Harbour Office, Ada Okoro
	case best >= 0 && d.Entities[best].Type == document.Organization && r.officer(s, best) >= 0:
		return r.officer(s, best)
	case best >= 0 && (apposed < 0 || d.Entities[best].Type == document.Person):
		return best
	case apposed >= 0 && (best < 0 || r.headWord(s).Is(lexicon.Role)):
		return apposed // an office before the comma isn't another party
	case best >= 0:
		return best
	}
	if e := r.titled(s); e >= 0 {
		return e
	}
	return r.nameWithin(s)
}

// isPartOfName tells whether the words of tokens [from, end) are a name of something
// else that ends with the name of a country: Harbours Oldland.
func (r *reader) isPartOfName(entity, from, end int) bool {
	d := r.doc
	if d.Entities[entity].Type != document.Country {
		return false
	}
	i := r.mentionAt(d.Tokens[end-1].Start)
	if i == len(d.Mentions) || d.Mentions[i].Entity != entity || d.Mentions[i].Last != end || d.Mentions[i].First != from+1 || d.Mentions[i].Kind != document.Name {
		return false
	}
	w := r.lexicon.Word(d.Slice(d.Tokens[from].Span))
	return d.Tokens[from].Tag == "NNPS" || d.Tokens[from].Tag == "NNS" && upper(d.Slice(d.Tokens[from].Span)[:1]) && !w.Is(lexicon.Role|lexicon.Human)
}

// offeredLast tells whether the name of an entity ends the words of a span behind a
// comma.
func (r *reader) offeredLast(s document.Span, entity int) bool {
	d := r.doc
	i := r.mentionAt(s.End) - 1
	return i >= 0 && d.Mentions[i].Entity == entity && d.Mentions[i].Kind == document.Name && d.Mentions[i].End >= s.End-1 && d.Mentions[i].First > 0 && d.Slice(d.Tokens[d.Mentions[i].First-1].Span) == ","
}

// behindPlace is the person whose name stands behind a place, a comma and a title,
// as a dateline without a dash does: "Newtown, Highland Mayor [Ada Okoro]"; -1 when
// there is none before byte end.
func (r *reader) behindPlace(comma, end int) int {
	d := r.doc
	if comma >= len(d.Tokens) || d.Slice(d.Tokens[comma].Span) != "," {
		return -1
	}
	for i := r.mentionAt(d.Tokens[comma].Start); i < len(d.Mentions) && d.Mentions[i].End <= end; i++ {
		m := &d.Mentions[i]
		title := d.Slice(d.Tokens[m.First-1].Span)
		if m.Kind == document.Name && m.Type == document.Person && m.First-comma < 6 && (legislators[lower(title)] || r.lexicon.Word(title).Is(lexicon.Role|lexicon.Honorific)) {
			return m.Entity
		}
	}
	return -1
}

// governmentOf is the country whose government the words of a span are: "the
// Oldland government", "Oldland's government", "the government of Oldland".
func (r *reader) governmentOf(s document.Span) int {
	d := r.doc
	head := r.headToken(s)
	if head < 0 || !governments[lower(d.Slice(d.Tokens[head].Span))] {
		return -1
	}
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].End <= s.End; i++ {
		m := &d.Mentions[i]
		if m.Entity < 0 || d.Entities[m.Entity].Type != document.Country {
			continue
		}
		if m.Last == head || m.Last == head-1 && tagClasses[d.Tokens[head-1].Tag]&possessive != 0 ||
			m.First > head+1 && m.First <= head+3 && lower(d.Slice(d.Tokens[head+1].Span)) == "of" {
			return m.Entity
		}
	}
	return -1
}

// governments are the nouns for what speaks for a whole country.
var governments = map[string]bool{"government": true, "regime": true}

// pastBracket is the token after the bracket that opens at a token when a noun
// goes on there, before byte end; else the token itself.
func (r *reader) pastBracket(token, end int) int {
	d := r.doc
	if marks[d.Slice(d.Tokens[token].Span)]&open == 0 {
		return token
	}
	for i := token + 1; i+1 < len(d.Tokens) && d.Tokens[i+1].Start < end; i++ {
		if marks[d.Slice(d.Tokens[i].Span)]&close != 0 {
			if tagClasses[d.Tokens[i+1].Tag]&(nominal|adjective) != 0 {
				return i + 1
			}
			break
		}
	}
	return token
}

// afterComma tells whether a comma stands before a token, perhaps with a title in
// between, at or behind token low: "one of its founders, former Mayor [Ada Okoro]".
func (r *reader) afterComma(token, low int) bool {
	d := r.doc
	for t := token - 1; t >= low && token-t < 6; t-- {
		if d.Slice(d.Tokens[t].Span) == "," {
			return t == token-1 || r.lexicon.Word(d.Slice(d.Tokens[token-1].Span)).Is(lexicon.Role|lexicon.Honorific)
		}
		if tagClasses[d.Tokens[t].Tag]&(nominal|adjective) == 0 {
			break
		}
	}
	return false
}

// endsNoun tells whether no noun goes on at a token before byte end: the Republic
// of Oldland's Harbour Office is another thing than the republic.
func (r *reader) endsNoun(token, end int) bool {
	return token >= len(r.doc.Tokens) || r.doc.Tokens[token].Start >= end || tagClasses[r.doc.Tokens[token].Tag]&(nominal|possessive) == 0
}

// isOutlet tells whether what follows a name up to token end says that it is a
// paper or a channel: "Oldland news agency", "the Harbour newspaper". A country's
// is another thing than the country.
func (r *reader) isOutlet(m *document.Mention, end int) bool {
	d := r.doc
	if m.Type != document.Organization && m.Type != document.Person && m.Type != document.Other || end-m.Last > 2 {
		return false
	}
	for i := m.Last; i < end; i++ {
		if w := r.lexicon.Word(d.Slice(d.Tokens[i].Span)); !w.Is(lexicon.OrgHead) || w.Plural || w.Detail != "media" && (i == m.Last || w.Lemma != "agency") {
			return false
		}
	}
	return true
}

// headWord is the noun that heads the words of a span: the last before the first
// comma, bracket, preposition or relative.
func (r *reader) headWord(s document.Span) *lexicon.Word {
	if head := r.headToken(s); head >= 0 {
		return r.lexicon.Word(r.doc.Slice(r.doc.Tokens[head].Span))
	}
	return r.lexicon.Word("")
}

// headToken is the token of [reader.headWord], -1 when there is none.
func (r *reader) headToken(s document.Span) int {
	d := r.doc
	head := -1
	for i := r.tokenAt(s.Start); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
		c := tagClasses[d.Tokens[i].Tag]
		if head >= 0 && (c&(preposition|relative) != 0 || marks[d.Slice(d.Tokens[i].Span)] != 0 && d.Tokens[i].Tag != "HYPH") {
			break
		}
		if c&nominal != 0 {
			head = i
		}
	}
	if head > 1 && d.Tokens[head-1].Tag == "HYPH" && d.Tokens[head-2].Start >= s.Start && later[lower(d.Slice(d.Tokens[head].Span))] {
		head -= 2 // the president-elect
	}
	return head
}

// later are the words that stand behind the noun of an office.
var later = map[string]bool{"elect": true, "designate": true, "general": true}

// titled is the person whose name stands in the words of a span behind a title long
// enough to hold prepositions or commas, with no more behind it than what describes
// him: "head of the Harbour Office Ada Okoro", "Minister for Ports and Roads Ada
// Okoro, who …". It gives -1 when there is none, as in "a friend of President
// Okoro", whose title is his own.
func (r *reader) titled(s document.Span) int {
	d := r.doc
	first, end := r.tokenAt(s.Start), r.tokenAt(s.End-1)+1
	if at := r.openedBefore(end, first); at > first {
		end = at
	}
	for i := r.mentionAt(s.Start); i < len(d.Mentions) && d.Mentions[i].Last <= end; i++ {
		m := &d.Mentions[i]
		if m.Kind != document.Name || m.Type != document.Person || m.Entity < 0 || m.First < first+2 {
			continue
		}
		if m.Last == end || r.describedBehind(m.Last) {
			if !r.bearsTitle(s, m) {
				return -1
			}
			return m.Entity
		}
	}
	return -1
}

// describedBehind tells whether nothing that stands behind a name at a token can be
// part of it, and what does only describes its bearer.
func (r *reader) describedBehind(token int) bool {
	d := r.doc
	if marks[d.Slice(d.Tokens[token].Span)]&comma != 0 {
		token++
		return token < len(d.Tokens) && tagClasses[d.Tokens[token].Tag]&relative != 0
	}
	return tagClasses[d.Tokens[token].Tag]&(relative|preposition) != 0 && lower(d.Slice(d.Tokens[token].Span)) != "of"
}

// bearsTitle tells whether the words of a span before a person's name are his title.
func (r *reader) bearsTitle(s document.Span, m *document.Mention) bool {
	d := r.doc
	first := r.tokenAt(s.Start)
	if d.Tokens[first].Tag == "DT" && lower(d.Slice(d.Tokens[first].Span)) != "the" {
		return false
	}
	at := m.First
	if open := r.openedBefore(at, first); open > first {
		at = open // head of the Harbour Office (HO) Ada Okoro
	}
	before := d.Tokens[at-1]
	if tagClasses[before.Tag]&(nominal|adjective) == 0 && before.Tag != "NNPS" {
		return false
	}
	t := r.lexicon.Word(d.Slice(before.Span))
	title := t.Is(lexicon.Role|lexicon.Honorific) && !t.Plural
	w := r.headWord(s)
	if !w.Is(lexicon.Role) && title && r.compound(first, m.First) || title && r.afterPlace(first, m.First-1) {
		return true
	}
	if w.Plural || !w.Is(lexicon.Role) {
		return false
	}
	if !title {
		return true
	}
	// The title is his own, unless it ends what the article before it begins:
	// "the Harbour Council Dr Ada Okoro", "the Harbour Council Reverend Dr Ada Okoro".
	own := m.First - 1
	for own-1 > first && tagClasses[d.Tokens[own-1].Tag]&proper != 0 && r.lexicon.Word(d.Slice(d.Tokens[own-1].Span)).Is(lexicon.Role|lexicon.Honorific) {
		own--
	}
	at = own - 1
	for at > first && tagClasses[d.Tokens[at].Tag]&proper != 0 && !r.lexicon.Word(d.Slice(d.Tokens[at].Span)).Is(lexicon.Role) {
		at--
	}
	if lower(d.Slice(d.Tokens[first].Span)) == "parliamentary" {
		return true // Parliamentary Secretary to the Treasurer Ada Okoro
	}
	if at <= first || at == own-1 {
		return false
	}
	// "Premier of Oldland Dr Ada Okoro" holds no other's title either.
	word := lower(d.Slice(d.Tokens[at].Span))
	return word == "the" || word == "of" && t.Is(lexicon.Honorific) && !t.Is(lexicon.Role)
}

// openedBefore is the bracket that the one before token end closes, behind token
// first; -1 when none is.
func (r *reader) openedBefore(end, first int) int {
	d := r.doc
	if marks[d.Slice(d.Tokens[end-1].Span)]&close == 0 {
		return -1
	}
	for i := end - 2; i > first; i-- {
		if marks[d.Slice(d.Tokens[i].Span)]&open != 0 {
			return i
		}
	}
	return -1
}

// afterPlace tells whether the title at a token follows the name of a country or
// place that it isn't of: "forces in Oldland General [Ada Okoro]".
func (r *reader) afterPlace(first, title int) bool {
	d := r.doc
	if title-1 <= first {
		return false
	}
	i := r.mentionAt(d.Tokens[title].Start)
	if i == 0 {
		return false
	}
	m := &d.Mentions[i-1]
	return m.Last == title && m.Kind == document.Name && m.First > first && (m.Type == document.Place || m.Type == document.Country) &&
		tagClasses[d.Tokens[m.First-1].Tag]&preposition != 0 && lower(d.Slice(d.Tokens[m.First-1].Span)) == "in"
}

// compound tells whether tokens [from, to) are one long noun before a name, "Ports
// Department of Newtown Director".
func (r *reader) compound(from, to int) bool {
	for i := from; i < to; i++ {
		t := r.doc.Tokens[i]
		if w := r.doc.Slice(t.Span); tagClasses[t.Tag]&(nominal|coordinator|adjective) == 0 && w != "of" && w != "for" && w != "on" && w != "," && w != "&" {
			return false
		}
	}
	w := r.doc.Slice(r.doc.Tokens[from].Span)
	return upper(w[:1])
}

// somebody tells whether the words of a span are a noun for one person.
func (r *reader) somebody(s document.Span) bool {
	w := r.headWord(s)
	return !w.Plural && w.Is(lexicon.Role|lexicon.Human|lexicon.Family)
}

// severalWords are pronouns and quantifiers that stand for several.
var severalWords = map[string]bool{"they": true, "them": true, "we": true, "us": true, "both": true, "many": true, "some": true, "several": true, "few": true, "most": true, "others": true, "those": true, "these": true, "all": true}

// singleWords begin a phrase for one of several.
var singleWords = map[string]bool{"one": true, "each": true, "another": true, "either": true, "neither": true, "nobody": true, "none": true}

// several tells whether the words of a span are for several people whom nobody
// names: "officials", "some of them". Papers and figures are nobody.
func (r *reader) several(s document.Span) bool {
	d := r.doc
	head := r.headToken(s)
	if first, _, _ := strings.Cut(lower(d.Slice(s)), " "); singleWords[first] {
		return false
	}
	if head < 0 || head == r.tokenAt(s.Start) || tagClasses[d.Tokens[head].Tag]&nominal == 0 {
		first, _, _ := strings.Cut(lower(d.Slice(s)), " ")
		if severalWords[first] {
			return true
		}
	}
	if head < 0 {
		return false
	}
	text := d.Slice(d.Tokens[head].Span)
	w := r.lexicon.Word(text)
	switch {
	case w.Is(lexicon.Utterance) || r.words.find(text).class&occasion != 0:
		return false
	case w.Is(lexicon.OrgHead) && w.Plural:
		return w.Lemma != lower(text) // not the police
	}
	return w.Plural || d.Tokens[head].Tag == "NNS"
}
