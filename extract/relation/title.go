package relation

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// titles reads the titles around the person who heads noun group k: before the
// name ("Tarnish Foreign Minister Ada Lorn"), behind a comma ("Ada Lorn, the
// foreign minister of Tarn,") and after "is" or "became".
func (s *sentence) titles(k int) {
	c := &s.chunks[k]
	m := int(s.names[c.head]) - 1
	if m < 0 || s.kindOf(m) != aPerson || s.doc.Mentions[m].Kind != document.Name {
		return
	}
	if first := s.doc.Mentions[m].First; first > c.first {
		s.titleBefore(k, m, c.first, first)
	}
	s.titleBehind(k, m)
	s.party(k, m)
}

// titleBefore reads tokens [from, to) before the name of person m.
func (s *sentence) titleBefore(k, m, from, to int) {
	holder := -1 // the mention of whom the title is held
	head, until := to-1, to
	for back := 4; back >= 2; back -= 2 {
		if k < back || s.chunks[k-back].kind != nounGroup || s.titled(k-back) != k {
			continue
		}
		// "General of the Army Ada Lorn"
		lead := &s.chunks[k-back]
		from, head = lead.first, lead.head
		until = head
		if n := s.names[to-1]; n != 0 && s.chunks[k-1].entry.preposition&pOf != 0 { // "Prime Minister of Tarn Ada Lorn"
			holder, to = int(n-1), lead.last
		}
		break
	}
	for head == to-1 && head-1 >= from && s.names[head-1] == 0 && s.lexis.common.Word(s.text(head)).Is(lexicon.Honorific) && s.title(head-1) {
		to, head, until = to-1, head-1, head // "Prime Minister Sheikh Ada Lorn"
	}
	start := from
	for i := from; i < until; i++ {
		if n := s.names[i]; n != 0 {
			holder = int(n - 1)
			i = max(s.doc.Mentions[holder].Last, i+1) - 1
			start = i + 1
		}
	}
	for start < to && s.drops(start) {
		if start++; start+1 < to && isHyphen(s.text(start)) {
			start += 2 // the 27-year chairman
		}
	}
	if k >= 2 && start < to && s.addressed(k, to-1) {
		// "Leader of the Movement Father Ada Lorn": what she leads, then how she
		// is addressed
		from, start, to = s.chunks[k-2].first, s.chunks[k-2].first, to-1
		head = s.chunks[k-2].head
	} else {
		start = s.capitalised(start, head)
	}
	if holder < 0 && s.office(head) {
		holder = s.seat(k)
	}
	s.position(m, holder, s.qualified(from, start), head, to, "title-before")
}

// addressed tells whether the title of the person in noun group k stands before an
// "of" and token i, right before the name, only addresses the person.
func (s *sentence) addressed(k, i int) bool {
	of, lead := &s.chunks[k-1], &s.chunks[k-2]
	if of.kind != prep || of.entry.preposition&pOf == 0 || lead.kind != nounGroup || s.names[lead.head] != 0 || !s.office(lead.head) {
		return false
	}
	return s.lexis.common.Word(s.text(i)).Is(lexicon.Honorific) && i > s.chunks[k].first && isNounTag(s.tag(i-1)) && s.names[i-1] == 0
}

// seat is the country or place after "of" behind person k, of which a title before the person
// is held ("President Ada Lorn of Tarn"); -1 when there is none.
func (s *sentence) seat(k int) int {
	if k+2 >= len(s.chunks) || s.chunks[k+1].kind != prep || s.chunks[k+1].entry.preposition&pOf == 0 || s.chunks[k+2].kind != nounGroup {
		return -1
	}
	m := int(s.headName(k+2)) - 1
	if m < 0 || s.kindOf(m)&(aCountry|aPlace) == 0 || s.possessive(s.doc.Mentions[m].Last) {
		return -1
	}
	return m
}

// capitalised moves the start of a title with a capital over common nouns in
// lower case, which belong to what stands before: "the new agency President Lorn
// founded". A deputy or vice president keeps his rank.
func (s *sentence) capitalised(start, head int) int {
	if !isUpper(s.text(head)) {
		return start
	}
	for i := start; i < head; i++ {
		w := s.text(i)
		if isNounTag(s.tag(i)) && !isUpper(w) && !s.is(i, isFormer) && w != "vice" && !s.lexis.common.Word(w).Is(lexicon.Role) {
			start = i + 1
		}
	}
	return start
}

// isUpper tells whether w begins with a capital letter.
func isUpper(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// qualified moves the start of a title back over a word that takes it away or
// limits it ("a retired Tarnish captain"), which must not get lost.
func (s *sentence) qualified(from, start int) int {
	for i := from; i < start; i++ {
		if s.is(i, isFormer) {
			return i
		}
	}
	return start
}

// drops tells whether a title doesn't begin with token i: an article, a number,
// a possessive mark.
func (s *sentence) drops(i int) bool {
	switch s.tag(i) {
	case "DT", "POS", "CD", "PRP$", "PDT", "RB", ",":
		return true
	}
	if s.doc.Tokens[i].Tag == "VBN" { // "the newly installed president"
		return !s.is(i, isFormer)
	}
	// "Q President Lorn", "Has President Lorn": a letter that marks a question,
	// an auxiliary
	return len(s.text(i)) == 1 || s.is(i, isHave|isBe|isDo|isWill|isWould|isMay)
}

// position adds the fact that person m holds the title in tokens [from, to).
func (s *sentence) position(m, holder, from, head, to int, rule string) {
	if from >= to || to-from > 10 || !s.title(head) {
		return
	}
	span := document.Span{Start: s.doc.Tokens[from].Start, End: s.doc.Tokens[to-1].End}
	value := s.doc.Slice(span)
	confidence := 0.9
	if holder >= 0 && s.kindOf(holder)&(anOrganization|aCountry|aPlace) != 0 {
		if s.kindOf(holder) == anOrganization && s.founder(m, holder, from, to, rule) {
			return
		}
		r := s.newFact("position_held", s.argument(m), span, rule, confidence)
		r.Value, r.ValueSpan = value, span
		if s.kindOf(holder) == anOrganization || s.office(head) {
			r.Object = []document.Argument{s.argument(holder)}
			s.appendFact(r)
			return
		}
		if s.kindOf(holder) == aCountry && s.doc.Mentions[holder].Kind == document.Demonym {
			s.addFact("citizenship", m, holder, span, rule, 0.8)
		}
		if !s.trade(head) {
			s.appendFact(r)
		}
		return
	}
	if rule == "title-before" && !s.trade(head) || s.office(head) {
		s.addFactValue("position_held", m, value, span, span, rule, confidence)
	}
}

// founder adds the fact that person m founded body holder when one of the titles
// in tokens [from, to) says so, and tells whether that is all they say.
func (s *sentence) founder(m, holder, from, to int, rule string) bool {
	for i := from; i < to; i++ {
		if s.is(i, isFounder) {
			s.addFact("founded_by", holder, m, s.doc.Tokens[i].Span, rule, 0.9)
			return to-from == 1
		}
	}
	return false
}

// title tells whether token head can head a title: it names a role.
func (s *sentence) title(head int) bool {
	if !isNounTag(s.tag(head)) || s.tag(head) == "NNS" || s.tag(head) == "NNPS" {
		return false
	}
	if s.assists(head) {
		return true
	}
	text := s.text(head)
	w := s.lexis.common.Word(text)
	if !w.Is(lexicon.Role) {
		// "Sen.", "Gen."
		return text[len(text)-1] == '.' && !w.Is(lexicon.Honorific) && s.lexis.common.Of(text).Has(lexicon.Title)
	}
	if w.Plural {
		return false
	}
	switch w.Detail {
	case "public", "politician": // a victim, a rival
		return false
	case "legal":
		return w.Lemma != "suspect" && w.Lemma != "defendant" && w.Lemma != "plaintiff"
	}
	return true
}

// office tells whether a title is one that is held of a state or body, rather
// than a trade.
func (s *sentence) office(head int) bool {
	if s.assists(head) {
		return true
	}
	switch s.lexis.common.Word(s.text(head)).Detail {
	case "head", "minister", "deputy", "spokes", "legislator", "military", "official":
		return true
	}
	return false
}

// assists tells whether token head is the assistant to somebody, who is a title
// only with that.
func (s *sentence) assists(head int) bool { return s.is(head, isAssistant) && s.tagAt(head+1) == "TO" }

// trade tells whether the word of a title is a calling, which nobody appoints
// to: painter, businesswoman.
func (s *sentence) trade(head int) bool {
	w := s.lexis.common.Word(s.text(head))
	switch w.Detail {
	case "worker", "media":
		return true
	case "business":
		switch w.Lemma {
		case "partner", "businessman", "businesswoman", "entrepreneur", "billionaire", "tycoon", "magnate", "investor", "trader", "banker", "oligarch", "industrialist", "financier":
			return true
		}
	}
	return false
}

// titleBehind reads ", the foreign minister of Tarn," after person m in noun
// group k.
func (s *sentence) titleBehind(k, m int) {
	if k+2 < len(s.chunks) && s.chunks[k+1].kind == comma && s.chunks[k+2].kind == nounGroup {
		s.predicate(m, k+2, "title-behind")
	}
}

// titleIs reads "Ada Lorn is the head of the bank", "became", "was appointed",
// "served as" at verb group v.
func (s *sentence) titleIs(v int) {
	c := &s.chunks[v]
	if c.negated || c.modal != 0 || c.links > 0 || c.infinitive || !c.finite {
		return
	}
	i := v + 1
	switch s.text(c.head) {
	case "is", "was", "became", "becomes":
	case "appointed", "elected", "named", "chosen":
		if !c.passive {
			return
		}
	case "served", "serves", "worked", "works":
		if i >= len(s.chunks) || s.chunks[i].kind != prep || s.chunks[i].entry.preposition&pAs == 0 {
			return
		}
	default:
		return
	}
	i = s.skipRight(i)
	if i < len(s.chunks) && s.chunks[i].kind == prep && s.chunks[i].entry.preposition&pAs != 0 {
		i++
	}
	if i >= len(s.chunks) || s.chunks[i].kind != nounGroup {
		return
	}
	cl := s.clause(v)
	if cl.subject < 0 || s.chunks[cl.subject].group.from != s.chunks[cl.subject].group.to {
		return
	}
	if m := s.named(cl.subject); m >= 0 && s.kindOf(m) == aPerson {
		s.predicate(m, i, "title-is")
	}
}

// predicate reads noun group k as a title of person m.
func (s *sentence) predicate(m, k int, rule string) {
	t := &s.chunks[k]
	if t.group.from != t.group.to && s.tag(t.first) != "DT" {
		return
	}
	from, to := t.first, t.last
	holder := -1
	for j := from; j < to; j++ {
		if n := s.names[j]; n != 0 {
			holder = int(n - 1)
			j = max(s.doc.Mentions[holder].Last, j+1) - 1
			from = j + 1
		}
	}
	for from < to && s.drops(from) {
		from++
	}
	for j := from; j < t.head; j++ {
		if s.possessive(j) {
			from = j + 1 // "the city's chief regulator"
		}
	}
	from = s.qualified(t.first, from)
	end := k + 1
	if t.group.from == k && t.group.to == k+2 && s.title(s.chunks[k+2].head) && s.names[s.chunks[k+2].head] == 0 && s.tag(s.chunks[k+2].first) != "DT" {
		to, end = s.chunks[k+2].last, k+3 // "the president and chief executive of Lorn Group"
	}
	// "deputy secretary of energy": what the office is for belongs to its title
	for holder < 0 && end+1 < len(s.chunks) && s.chunks[end].kind == prep && s.chunks[end].entry.preposition&pOf != 0 && s.chunks[end+1].kind == nounGroup {
		p := &s.chunks[end+1]
		if s.names[p.head] != 0 || s.nominals[p.head] != 0 || s.tag(p.first) == "DT" || p.group.from != p.group.to {
			break
		}
		to = p.last
		end += 2
	}
	if holder < 0 && end+1 < len(s.chunks) && s.chunks[end].kind == prep && s.chunks[end].entry.preposition&(pOf|pAt|pFor|pTo) != 0 && s.chunks[end+1].kind == nounGroup {
		p := &s.chunks[end+1]
		if n := s.names[p.head]; n != 0 && p.group.from == p.group.to {
			holder = int(n - 1)
		} else if rule == "title-is" && s.chunks[end].entry.preposition&pTo != 0 && p.first+1 == p.last {
			return // "was the first diplomat to reply", taken for a noun
		}
		end += 2
	}
	if rule == "title-is" && end < len(s.chunks) && s.chunks[end].kind == verbGroup && s.chunks[end].infinitive {
		return // "was the first diplomat to respond"
	}
	if rule == "title-behind" && end < len(s.chunks) {
		switch s.chunks[end].kind {
		case comma, mark, prep, relative, verbGroup, closing, dash:
		default:
			return
		}
	}
	s.position(m, holder, from, t.head, to, rule)
}

// parties are the letters behind a legislator's name.
var parties = map[string]string{
	"D": "Democratic", "R": "Republican", "I": "Independent",
	"Dem": "Democratic", "Rep": "Republican",
}

// party reads "R-Tex." and "(D-Ohio)" behind person m.
func (s *sentence) party(k, m int) {
	i := s.chunks[k].last
	if i+2 >= s.last {
		return
	}
	switch s.text(i) {
	case ",", "(":
	default:
		return
	}
	name, ok := parties[s.text(i+1)]
	if !ok || !isHyphen(s.text(i+2)) {
		return
	}
	span := s.doc.Tokens[i+1].Span
	s.addFactValue("political_party", m, name, span, span, "party-letter", 0.95)
}
