package statement

import "dossier/extract/document"

// widened is the span of a speaker with the names before it that "and" or commas
// join to it, which have been taken for something else: "Oldland, [Newland and
// Highland] said". What a preposition governs is left out with all of its list,
// unless it is what the speakers are of: "the leaders of Oldland, [Newland …]".
func (r *reader) widened(s *document.Source) document.Span {
	d := r.doc
	first := r.tokenAt(s.Span.Start)
	if s.Entity < 0 || first < 2 || r.insideQuote(s.Span.Start) || !r.joined(first) && (!r.listBefore(first) || len(r.conjuncts(s.Span)) < 2) {
		return s.Span
	}
	typ := d.Entities[s.Entity].Type
	best, low := first, d.Sentences[r.sentenceOf(s.Span.Start)].First
	for i := first; r.joined(i) || r.listBefore(i); {
		at := i - 1
		for at > low && marks[d.Slice(d.Tokens[at].Span)]&comma == 0 && r.joined(at+1) && marks[d.Slice(d.Tokens[at-1].Span)]&comma != 0 {
			at-- // ", and"
		}
		start := r.partyBefore(at, low, typ)
		if start < 0 {
			break
		}
		i = start
		for i < best && r.words.find(d.Slice(d.Tokens[i].Span)).class&when != 0 {
			i++ // "Today Senators …"
		}
		if i == low || r.words.find(d.Slice(d.Tokens[i-1].Span)).class&(comma|dash|colon|mark|that|when) != 0 {
			best = i
		}
		if i > low && tagClasses[d.Tokens[i-1].Tag]&preposition != 0 {
			if head := r.governor(i-1, low); head >= 0 {
				best = head
			}
			break
		}
	}
	return document.Span{Start: d.Tokens[best].Start, End: s.Span.End}
}

// joined tells whether "and" stands before a token.
func (r *reader) joined(token int) bool {
	if token < 1 {
		return false
	}
	w := lower(r.doc.Slice(r.doc.Tokens[token-1].Span))
	return w == "and" || w == "&"
}

// listBefore tells whether a comma stands before a token.
func (r *reader) listBefore(token int) bool {
	return token > 0 && r.doc.Slice(r.doc.Tokens[token-1].Span) == ","
}

// partyBefore is where the noun phrase begins that ends before token at with the
// name of an entity of a type, not before token low; -1 when there is none.
func (r *reader) partyBefore(at, low int, typ document.EntityType) int {
	d := r.doc
	end := at
	if end > low && marks[d.Slice(d.Tokens[end-1].Span)]&close != 0 {
		for end--; end > low && marks[d.Slice(d.Tokens[end].Span)]&open == 0; end-- {
		}
		if end > low && d.Slice(d.Tokens[end-1].Span) == "," {
			end-- // "Okoro, (HL-3), Imani"
		}
	}
	i := r.mentionAt(d.Tokens[min(end, len(d.Tokens)-1)].Start) - 1
	if i >= 0 && d.Mentions[i].Last != end && end == at {
		i, end = r.describedBefore(at, low)
	}
	if i < 0 {
		return -1
	}
	m := &d.Mentions[i]
	if m.Last != end || m.Kind != document.Name || m.Entity < 0 || d.Entities[m.Entity].Type != typ || m.First < low {
		return -1
	}
	start := m.First
	for start > low && tagClasses[d.Tokens[start-1].Tag]&(nominal|adjective|determiner) != 0 && typ != document.Country {
		start--
	}
	if typ == document.Country && start > low && tagClasses[d.Tokens[start-1].Tag]&determiner != 0 {
		start--
	}
	return start
}

// describedBefore is the mention of a person whom a comma divides from the words
// before token at that describe him, and the token of the comma; -1 when there is
// none: "[Okoro], the mayor of the town, and …".
func (r *reader) describedBefore(at, low int) (mention, end int) {
	d := r.doc
	for t := at - 1; t > low && t > at-10; t-- {
		if tagClasses[d.Tokens[t].Tag]&(finite|relative) != 0 {
			break
		}
		if !r.listBefore(t + 1) {
			continue
		}
		i := r.mentionAt(d.Tokens[t].Start) - 1
		if i < 0 || d.Mentions[i].Last != t || d.Mentions[i].Type != document.Person || tagClasses[d.Tokens[t+1].Tag]&(determiner|nominal) == 0 {
			break
		}
		return i, t
	}
	return -1, at
}

// governor is where the noun phrase of several people begins that the preposition
// at a token belongs to, when a clause may begin with it; -1 when none does.
func (r *reader) governor(prep, low int) int {
	d := r.doc
	if w := lower(d.Slice(d.Tokens[prep].Span)); w != "of" && w != "from" && w != "for" {
		return -1
	}
	start := prep
	for start > low && tagClasses[d.Tokens[start-1].Tag]&(nominal|adjective|determiner) != 0 {
		start--
	}
	if start == prep || start > low && marks[d.Slice(d.Tokens[start-1].Span)]&comma == 0 || !r.several(r.tokens(start, prep)) {
		return -1
	}
	return start
}
