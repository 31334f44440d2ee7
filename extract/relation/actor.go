package relation

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// actors appends the entities that act, or are acted on, where noun group k and
// those coordinated with it stand. Which mention decides, in this order: the
// one that is the head; a country, organisation or person before the head
// ("Russian troops", "China's commission"); one in a phrase of the head
// ("officials from Iran"); one in apposition ("the rebels, the RPF").
func (s *sentence) actors(out []document.Argument, k int) []document.Argument {
	g := s.chunks[k].group
	for i := g.from; i <= g.to; i++ {
		if s.member(i, g) {
			out = s.actorsOf(out, i)
		}
	}
	return out
}

// actorsOf is actors for one noun group.
func (s *sentence) actorsOf(out []document.Argument, k int) []document.Argument {
	c := &s.chunks[k]
	n := len(out)
	out = s.add(out, s.names[c.head])
	if len(out) > n {
		return out
	}
	out = s.add(out, s.nominals[c.head])
	if len(out) > n {
		return out
	}
	if p := s.titled(k); p >= 0 {
		return s.add(out, s.names[s.chunks[p].head])
	}
	if e := s.myself(k); e >= 0 && !contains(out, e) {
		return append(out, document.Argument{Entity: e, Span: s.doc.Tokens[c.head].Span})
	}
	if c.last == c.first+1 && c.entry.class&isThird != 0 {
		return s.speaker(out, k)
	}
	if c.last == c.first+1 && s.tag(c.head) == "PRP" {
		return out // "itself"
	}
	if a := s.apposition(k); a >= 0 {
		for i := s.chunks[a].group.from; i <= s.chunks[a].group.to; i++ {
			if s.chunks[i].kind == nounGroup {
				out = s.add(out, s.names[s.chunks[i].head])
			}
		}
		if len(out) > n {
			return out
		}
	}
	if c.entry.class&isRival == 0 {
		out = s.modifier(out, k)
		if len(out) > n {
			return out
		}
	}
	if k >= 2 && s.chunks[k-1].kind == comma && s.chunks[k-2].kind == nounGroup && s.tag(c.first) == "DT" && s.headName(k-2) != 0 && s.people(k) {
		return s.add(out, s.names[s.chunks[k-2].head]) // "Ada Lorn, a retired captain"
	}
	if k >= 3 && s.chunks[k-1].kind == closing && s.chunks[k-3].kind == opening && c.first == c.head && k >= 4 && s.chunks[k-4].kind == nounGroup {
		return s.add(out, s.names[s.chunks[k-4].head]) // "Orvel Workers' Union (OWU) officials"
	}
	return s.complement(out, k)
}

// myself is the entity of the speaker when noun group k is the "I" of what is
// said; -1 otherwise.
func (s *sentence) myself(k int) int {
	c := &s.chunks[k]
	if c.kind != nounGroup || c.last != c.first+1 || s.text(c.first) != "I" {
		return -1
	}
	i := s.claimed(c.first)
	if i < 0 || s.doc.Statements[i].Speaker == nil {
		return -1
	}
	e := s.doc.Statements[i].Speaker.Entity
	if e < 0 || e >= len(s.doc.Entities) || !acts(s.doc.Entities[e].Type) {
		return -1
	}
	return e
}

// speaker appends the actors of the subject of a reporting verb right before
// the pronoun k: "Tarn said it would ...".
func (s *sentence) speaker(out []document.Argument, k int) []document.Argument {
	i := s.skipLeft(k - 1)
	if i >= 0 && s.chunks[i].kind == subordSign && s.chunks[i].entry.class&isComplementizer != 0 {
		i = s.skipLeft(i - 1)
	}
	if i < 0 || s.chunks[i].kind != verbGroup || !s.is(s.chunks[i].head, isSay) {
		return out
	}
	if s.chunks[i].gerund { // "was quoted as saying he would"
		if i = s.verbBefore(i); i < 0 {
			return out
		}
	}
	cl := s.clause(i)
	if cl.subject < 0 || cl.subject >= k || s.chunks[cl.subject].entry.class&isThird != 0 {
		return out
	}
	return s.actors(out, cl.subject)
}

// modifier appends the last name before the head of noun group k that acts in
// it: not one that is named only as what the group is against, led or held by.
func (s *sentence) modifier(out []document.Argument, k int) []document.Argument {
	c := &s.chunks[k]
	for i := c.head - 1; i >= c.first; i-- {
		m := s.names[i]
		if m == 0 {
			continue
		}
		mention := &s.doc.Mentions[m-1]
		first, last := max(mention.First, c.first), mention.Last
		i = first
		if last < c.last && s.glued(last) && s.glued(last+1) && s.tag(last) != "POS" && isHyphen(s.text(last)) {
			// U.S.-led forces act for their leader, Israeli-occupied land doesn't.
			if last+1 < s.last && s.names[last+1] == 0 && !s.is(last+1, isLed) {
				continue
			}
		}
		if s.sided(first) || s.kindOf(int(m-1))&aPlace != 0 && (s.people(k) || len(c.entry.nouns) > 0) {
			continue // Orvel police, the Gulf war: where, not who
		}
		n := len(out)
		if out = s.add(out, m); len(out) > n {
			return out
		}
	}
	return out
}

// sided tells whether the name at token first is only what something is for or
// against: anti-Tarnish, pro-Western.
func (s *sentence) sided(first int) bool {
	return first-2 >= s.first && isHyphen(s.text(first-1)) && s.glued(first) && s.names[first-2] == 0
}

func isHyphen(w string) bool { return w == "-" || w == "–" || w == "‑" }

// complement appends the actors of a phrase that tells whose noun group k is:
// of or from anything, in a country when the group is people.
func (s *sentence) complement(out []document.Argument, k int) []document.Argument {
	for i, depth := k+1, 0; i+1 < len(s.chunks) && depth < 3; i, depth = i+2, depth+1 {
		p := &s.chunks[i]
		if p.kind != prep || s.chunks[i+1].kind != nounGroup {
			return out
		}
		people := s.people(k)
		switch {
		case strings.EqualFold(s.text(p.first), "including"): // "countries including Tarn and Orvel"
		case depth > 0 && p.entry.preposition&pOf != 0:
			continue // "an application for the post of"
		case p.entry.preposition&(pOf|pFrom|pBy) != 0:
			if m := s.headName(i + 1); people && m != 0 && (s.kindOf(int(m-1))&aPlace != 0 || s.school(i+1)) {
				return out // students from a town or school aren't the town or school
			}
		case p.entry.preposition&(pIn|pAt|pOn) != 0 && people:
			if m := s.headName(i + 1); m != 0 && s.kindOf(int(m-1))&aPlace != 0 {
				return out // forces in a town aren't the town's
			}
		case p.entry.preposition&(pFor|pWith|pTo|pIn|pOn) != 0:
			continue // "an offer of talks from Iran"
		default:
			return out
		}
		n := len(out)
		if out = s.actors(out, i+1); len(out) > n {
			return out
		}
	}
	return out
}

// apposition is the noun group between commas or dashes after noun group k that
// names it, or -1. A group with a name for its head needs none.
func (s *sentence) apposition(k int) int {
	if k+2 >= len(s.chunks) {
		return -1
	}
	if g := s.chunks[k].group; g.from != g.to {
		// "Tarn and the powers, Orvel, Chad and Niger, agreed": only a list names
		// the last member alone
		if k != g.to || s.headName(k) != 0 || s.chunks[k+2].group.from == s.chunks[k+2].group.to {
			return -1
		}
	}
	mark := s.chunks[k+1].kind
	if mark != comma && mark != dash && mark != opening || s.chunks[k+2].kind != nounGroup || s.headName(k+2) == 0 {
		return -1
	}
	closes := s.chunks[k+2].group.to + 1
	for closes < len(s.chunks) && closes < k+8 && (s.chunks[closes].kind == prep || s.chunks[closes].kind == nounGroup || s.chunks[closes].kind == opening || s.chunks[closes].kind == closing) {
		closes++
	}
	if closes < len(s.chunks) && s.chunks[closes].kind == mark || s.ends(closes) && s.headPerson(k+2) >= 0 && s.chunks[k+2].group.from == s.chunks[k+2].group.to {
		return k + 2 // "met His Highness, Prince Ivo of Tarn."
	}
	return -1
}

// ends tells whether nothing but a full stop stands from chunk i on.
func (s *sentence) ends(i int) bool {
	return i == len(s.chunks) || i == len(s.chunks)-1 && s.chunks[i].kind == mark
}

// add appends the entities of a mention, given by its index plus one. A plural
// mention stands once for each member with the same span.
func (s *sentence) add(out []document.Argument, m int32) []document.Argument {
	if m == 0 {
		return out
	}
	i := int(m - 1)
	span := s.doc.Mentions[i].Span
	if f := s.doc.Mentions[i].First; f > s.first && s.text(f-1) == "ethnic" {
		return out // ethnic Tarnish people live anywhere
	}
	for ; i < len(s.doc.Mentions) && s.doc.Mentions[i].Span == span; i++ {
		e := s.doc.Mentions[i].Entity
		if e < 0 || e >= len(s.doc.Entities) || !acts(s.doc.Entities[e].Type) || contains(out, e) {
			continue
		}
		out = append(out, document.Argument{Entity: e, Span: span})
	}
	return out
}

// acts tells whether something of a type can act or be acted on.
func acts(t document.EntityType) bool {
	switch t {
	case document.Event, document.Work, document.Other:
		return false
	}
	return true
}

func contains(args []document.Argument, entity int) bool {
	for i := range args {
		if args[i].Entity == entity {
			return true
		}
	}
	return false
}

// people tells whether noun group k is headed by a word for persons or for a
// body of them that acts.
func (s *sentence) people(k int) bool {
	w := s.lexis.common.Word(s.text(s.chunks[k].head))
	return s.is(s.chunks[k].head, isPeople) || w.Is(lexicon.Role|lexicon.Agent|lexicon.Human|lexicon.State|lexicon.OrgHead)
}

// titled is the noun group that holds the name when noun group k begins a title
// of three words and more: "General of the Army Ada Lorn", "Adviser to the
// President for Trade Ada Lorn", "Prime Minister of Tarn Ada Lorn"; -1 otherwise.
func (s *sentence) titled(k int) int {
	if !s.lexis.common.Word(s.text(s.chunks[k].head)).Is(lexicon.Role) && !s.assists(s.chunks[k].head) || s.names[s.chunks[k].head] != 0 {
		return -1
	}
	for at := k + 2; at < len(s.chunks) && at <= k+4; at += 2 {
		if s.chunks[at-1].kind != prep || s.chunks[at-1].entry.preposition&(pOf|pFor|pTo) == 0 || s.chunks[at].kind != nounGroup {
			return -1
		}
		p := s.headPerson(at)
		if p < 0 {
			if s.chunks[at].group.from != s.chunks[at].group.to {
				return -1
			}
			continue
		}
		before := s.doc.Mentions[p].First - 1
		if before < s.chunks[at].first {
			return -1
		}
		if m := int(s.names[before]) - 1; m >= 0 {
			// "Prime Minister of Tarn Ada Lorn", "Adviser for Public Affairs Ada Lorn"
			held := aCountry | anOrganization
			if s.chunks[at-1].entry.preposition&pOf == 0 {
				held = anOrganization
			}
			if s.kindOf(m)&held == 0 || s.doc.Mentions[m].Kind != document.Name {
				return -1
			}
			return at
		}
		if !isNounTag(s.tag(before)) || s.lexis.common.Word(s.text(before)).Is(lexicon.Role|lexicon.Honorific) {
			return -1
		}
		return at
	}
	return -1
}
