package relation

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// kinship maps the lemma of a relative to the fact that holds between the
// person whose relative it is and the relative.
var kinship = map[string]string{
	"wife": "spouse", "husband": "spouse", "spouse": "spouse", "widow": "spouse", "widower": "spouse",
	"son": "parent_of", "daughter": "parent_of", "child": "parent_of",
	"father": "child_of", "mother": "child_of", "parent": "child_of",
	"brother": "sibling", "sister": "sibling",
}

var inverse = map[string]string{"spouse": "spouse", "parent_of": "child_of", "child_of": "parent_of", "sibling": "sibling"}

// kin reads "Ada Lorn's husband Ivo", "Ada Lorn and her husband, Ivo" and "Ivo
// Lorn, son of Ada Lorn" where a word for a relative stands in noun group k.
func (s *sentence) kin(k int) {
	c := &s.chunks[k]
	for i := c.first; i < c.last; i++ {
		if s.names[i] != 0 {
			continue
		}
		w := s.lexis.common.Word(s.text(i))
		if !w.Is(lexicon.Family) || w.Plural {
			continue
		}
		fact, ok := kinship[w.Lemma]
		if !ok {
			continue
		}
		whose := s.whose(k, i)
		relative := s.relativeNamed(k, i)
		if whose >= 0 && relative >= 0 {
			s.addFact(fact, whose, relative, s.doc.Tokens[i].Span, "kin", 0.85)
			return
		}
		// "Ivo Lorn, the son of Ada Lorn"
		if i+1 == c.last && k >= 2 && s.chunks[k-1].kind == comma && s.chunks[k-2].kind == nounGroup && k+2 < len(s.chunks) && s.chunks[k+1].kind == prep && s.chunks[k+1].entry.preposition&pOf != 0 && s.chunks[k+2].kind == nounGroup {
			a, b := s.headPerson(k-2), s.headPerson(k+2)
			if a >= 0 && b >= 0 {
				s.addFact(inverse[fact], a, b, s.doc.Tokens[i].Span, "kin-of", 0.85)
			}
			return
		}
	}
}

// whose is the person whose relative the word at token i of noun group k is: a
// possessor in the group, or the one that its pronoun stands for, taken to be
// the person coordinated with it ("Ada Lorn and her husband"); -1 when unknown.
func (s *sentence) whose(k, i int) int {
	if i-2 >= s.first && s.possessive(i-1) {
		if m := int(s.names[i-2]) - 1; m >= 0 && s.kindOf(m) == aPerson {
			return m
		}
	}
	if i > s.chunks[k].first && s.tag(s.chunks[k].first) == "PRP$" {
		if m := int(s.nominals[s.chunks[k].first]) - 1; m >= 0 && s.kindOf(m) == aPerson && s.namedBefore(m) {
			return m
		}
		if k >= 2 && s.chunks[k-1].kind == conj && s.chunks[k-2].kind == nounGroup {
			return s.headPerson(k - 2)
		}
	}
	return -1
}

// namedBefore tells whether the person whom pronoun m stands for is named or
// referred to earlier in the sentence; further back, too many are.
func (s *sentence) namedBefore(m int) bool {
	p := &s.doc.Mentions[m]
	for i := m - 1; i >= 0 && s.doc.Mentions[i].First >= s.first; i-- {
		if s.doc.Mentions[i].Entity == p.Entity {
			return true
		}
	}
	return false
}

// relativeNamed is the person named right after the word at token i, in the
// group or behind a comma; -1 when none is.
func (s *sentence) relativeNamed(k, i int) int {
	c := &s.chunks[k]
	if i+1 < c.last {
		if m := int(s.names[i+1]) - 1; m >= 0 && s.kindOf(m) == aPerson && s.doc.Mentions[m].Kind == document.Name {
			return m
		}
		return -1
	}
	if k+2 < len(s.chunks) && s.chunks[k+1].kind == comma && s.chunks[k+2].kind == nounGroup && s.chunks[k+2].first == s.start(k+2) {
		return s.headPerson(k + 2)
	}
	return -1
}

// start is the first token of the name at the head of noun group k, -1 without
// one.
func (s *sentence) start(k int) int {
	if m := s.names[s.chunks[k].head]; m != 0 {
		return s.doc.Mentions[m-1].First
	}
	return -1
}

// headPerson is the mention of the person that heads noun group k, or -1.
func (s *sentence) headPerson(k int) int {
	m := int(s.names[s.chunks[k].head]) - 1
	if m < 0 || s.kindOf(m) != aPerson || s.doc.Mentions[m].Kind != document.Name {
		return -1
	}
	return m
}
