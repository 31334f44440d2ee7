package relation

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// retag mends the tags that mislead the rules most: words that are verb and noun
// at once, where a name or the tables tell which. The document keeps its tags.
func (s *sentence) retag() {
	for i := s.first; i < s.last; i++ {
		tag := s.tag(i)
		if s.names[i] != 0 {
			if tag != "POS" && tag != "IN" {
				s.setTag(i, "NNP")
			}
			continue
		}
		if last := s.compound(i); last > i && isNounTag(s.tagAt(last+1)) {
			for k := i; k <= last; k += 2 {
				s.setTag(k, "JJ") // one-on-one talks
			}
			i = last
			continue
		}
		if tag == "IN" && s.isText(i, "to") {
			s.setTag(i, "TO") // whether a verb follows, the rules judge by its words
			continue
		}
		prev, next := s.tagAt(i-1), s.tagAt(i+1)
		e := s.entry(i)
		if isVerbTag(tag) && i-2 >= s.first && s.glued(i) && s.glued(i-1) && isHyphen(s.text(i-1)) {
			s.setTag(i, "JJ") // French-backed
			continue
		}
		if isVerbTag(tag) && e.class&isAdjectival != 0 && s.demonym(i-1) && isNounTag(next) {
			s.setTag(i, "JJ") // French armed forces
			continue
		}
		if tag == "VBN" && s.relation(i) == "amod" && (isNounTag(next) || next == "JJ") && !s.is(i-1, isHave) {
			s.setTag(i, "JJ") // damaged ties
			continue
		}
		if prev == "MD" && len(e.verbs) > 0 && !isVerbTag(tag) {
			s.setTag(i, "VB") // would free
			continue
		}
		switch tag {
		case "NNS":
			// "Tarn attacks Orvel"
			if len(e.verbs) > 0 && s.inName(i-1) && (s.inName(i+1) || next == "DT" || next == "PRP$") {
				s.setTag(i, "VBZ")
			}
		case "VBZ":
			// "air defence exercises", "the talks"
			if len(e.nouns) == 0 {
				break
			}
			if len(e.verbs) == 0 && isNounTag(prev) && !s.inName(i-1) || prev == "JJ" || prev == "DT" || prev == "POS" {
				s.setTag(i, "NNS")
			}
		case "VBN":
			// "Tarn deployed troops", "spoke by telephone"
			if e.class&isPast != 0 || s.relation(i) == "root" && s.hasSubject(i) || s.inName(i-1) && (next == "NNS" || next == "DT" || next == "PRP$" || next == "CD" || s.inName(i+1)) {
				s.setTag(i, "VBD")
			}
		case "JJ":
			// "president and chief executive"
			if s.lexis.common.Word(s.text(i)).Is(lexicon.Role) && !isNounTag(next) && next != "JJ" {
				s.setTag(i, "NN")
			}
		case "VBG", "VB":
			// "King Ivo"
			if s.inName(i+1) && s.lexis.common.Word(s.text(i)).Is(lexicon.Role) {
				s.setTag(i, "NN")
			}
		case "NN":
			// "Ada Lorn spoke by telephone"
			if e.class&isPast != 0 && len(e.verbs) > 0 && s.inName(i-1) && !isVerbTag(next) && !isNounTag(next) {
				s.setTag(i, "VBD")
				break
			}
			// "to wage war", "ready to visit"
			if prev != "TO" || len(e.verbs) == 0 {
				break
			}
			object := isNounTag(next) || next == "DT" || next == "PRP$" || next == "CD" || s.inName(i+1)
			if object && len(e.nouns) == 0 || s.is(i-2, isWilling|isUnwilling|isDue|isAble) {
				s.setTag(i, "VB")
			}
		case "DT":
			// "exercises that could"
			if s.is(i, isRelative) && isVerbTag(next) && i > s.first {
				s.setTag(i, "WDT")
			}
		}
	}
}

// compound is the last token of the words that hyphens join to token i, which are no
// names; i itself when none is.
func (s *sentence) compound(i int) int {
	last := i
	for last+2 < s.last && isHyphen(s.text(last+1)) && s.glued(last+1) && s.glued(last+2) && s.names[last+2] == 0 {
		last += 2
	}
	return last
}

// relation is by what token i hangs on its head, "" when nobody has read it.
func (s *sentence) relation(i int) string {
	if i >= len(s.doc.Arcs) {
		return ""
	}
	return s.doc.Arcs[i].Relation
}

// hasSubject tells whether token i has a subject and no auxiliary.
func (s *sentence) hasSubject(i int) bool {
	found := false
	for k := s.first; k < i; k++ {
		if a := &s.doc.Arcs[k]; a.Head == i {
			if strings.HasPrefix(a.Relation, "aux") {
				return false
			}
			found = found || a.Relation == "nsubj"
		}
	}
	return found
}

func (s *sentence) setTag(i int, tag string) { s.tags[i-s.first] = tag }

// tagAt is the tag of token i, "" outside the sentence.
func (s *sentence) tagAt(i int) string {
	if i < s.first || i >= s.last {
		return ""
	}
	return s.tag(i)
}

// inName tells whether a name covers token i of the sentence.
func (s *sentence) inName(i int) bool { return i >= s.first && i < s.last && s.names[i] != 0 }

// demonym tells whether token i belongs to a demonym.
func (s *sentence) demonym(i int) bool {
	return s.inName(i) && s.doc.Mentions[s.names[i]-1].Kind == document.Demonym
}
