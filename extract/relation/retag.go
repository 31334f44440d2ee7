package relation

import (
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
			if e.class&isPast != 0 || s.inName(i-1) && (next == "NNS" || next == "DT" || next == "PRP$" || next == "CD" || s.inName(i+1)) {
				s.setTag(i, "VBD")
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
