package relation

import (
	"fmt"
	"strings"

	"dossier/extract/document"
)

// factVerb is one line of facts.tsv: a verb that tells a lasting fact.
type factVerb struct {
	slot     preposition
	fact     string
	subject  kinds
	object   kinds
	inverse  bool // subject and object change places
	passive  bool // only in the passive
	ordinary bool // the object must sound like a school: "attended"
}

// kinds is a set of what an argument of a fact may be.
type kinds byte

const (
	aPerson kinds = 1 << iota
	anOrganization
	aCountry
	aPlace
	aDate
)

// addFact adds a line of facts.tsv.
func (x *lexis) addFact(f []string, irregular map[string][2]string) error {
	slot, ok := prepositionNames[f[1]]
	if !ok {
		return fmt.Errorf("unknown preposition %q", f[1])
	}
	v := factVerb{slot: slot, fact: f[2]}
	for _, side := range [...]struct {
		to   *kinds
		from string
	}{{&v.subject, f[3]}, {&v.object, f[4]}} {
		for _, c := range side.from {
			switch c {
			case 'p':
				*side.to |= aPerson
			case 'o':
				*side.to |= anOrganization
			case 'c':
				*side.to |= aCountry
			case 'l':
				*side.to |= aPlace
			case 'd':
				*side.to |= aDate
			default:
				return fmt.Errorf("unknown type %q", c)
			}
		}
	}
	for _, c := range f[5] {
		switch c {
		case 'i':
			v.inverse = true
		case 'v':
			v.passive = true
		case 'u':
			v.ordinary = true
		default:
			return fmt.Errorf("unknown flag %q", c)
		}
	}
	for _, form := range inflect(f[0], irregular) {
		e := x.entry(form)
		e.facts = append(e.facts, v)
	}
	return nil
}

// facts reads the lasting facts of the sentence.
func (s *sentence) facts() {
	for k := range s.chunks {
		switch s.chunks[k].kind {
		case verbGroup:
			s.verbFact(k)
			s.titleIs(k)
		case nounGroup:
			s.titles(k)
			s.kin(k)
			s.based(k)
		}
	}
	s.apart()
}

// verbFact reads "was born in", "founded", "lives in" and the like.
func (s *sentence) verbFact(v int) {
	c := &s.chunks[v]
	e := s.entry(c.head)
	if len(e.facts) == 0 || c.negated || c.modal != 0 || c.infinitive || c.links > 0 || c.governor >= 0 {
		return
	}
	cl := s.clause(v)
	k := cl.subject
	bare := c.participle && !c.passive // without an auxiliary
	if bare && k < 0 && v >= 2 && (s.chunks[v-1].kind == comma || s.chunks[v-1].kind == opening) && s.chunks[v-2].kind == nounGroup {
		k = v - 2
	}
	if k < 0 || cl.from != s.chunks[k].group.from || s.chunks[k].group.from != s.chunks[k].group.to {
		return
	}
	subject := s.named(k)
	if subject < 0 && k >= 2 && s.chunks[k-1].kind == comma && s.chunks[k-2].kind == nounGroup && s.tag(s.chunks[k].first) == "DT" {
		subject = s.named(k - 2) // "Ada Lorn, a retired captain who lectures at"
	}
	if subject < 0 && bare && k >= 1 && s.chunks[k-1].kind == verbGroup && (s.text(s.chunks[k-1].head) == "is" || s.text(s.chunks[k-1].head) == "was") {
		if of := s.clause(k - 1).subject; of >= 0 {
			subject = s.named(of) // "Lorn Group is a bank based in Orvel"
		}
	}
	if subject < 0 {
		return
	}
	for i := range e.facts {
		f := &e.facts[i]
		if f.passive != (c.passive || bare) || s.kindOf(subject)&f.subject == 0 {
			continue
		}
		s.verbFactSlot(f, v, cl, subject)
	}
}

// verbFactSlot reads the object of a verb of fact.
func (s *sentence) verbFactSlot(f *factVerb, v int, cl clause, subject int) {
	rule := "verb:" + f.fact
	trigger := s.doc.Tokens[s.chunks[v].head].Span
	if f.object&aDate != 0 {
		for i := v + 1; i < cl.end; i++ {
			if s.chunks[i].kind != when {
				continue
			}
			if e := s.dateAt(s.chunks[i].first); e != nil && e.Start != "" && i > 0 && (i == v+1 || s.chunks[i-1].kind == prep && s.chunks[i-1].entry.preposition&(pOn|pIn) != 0) {
				value := e.Start
				switch e.Precision {
				case document.Month:
					value = value[:7]
				case document.Year:
					value = value[:4]
				}
				s.addFactValue(f.fact, subject, value, e.Text, trigger, rule, 0.9)
			}
			return
		}
		return
	}
	k := s.object(cl)
	if f.slot != pDirect {
		k = s.phrase(f.slot, v+1, cl.end)
	}
	if k < 0 || s.chunks[k].group.from != s.chunks[k].group.to {
		return
	}
	m := s.names[s.chunks[k].head]
	if m == 0 || s.kindOf(int(m-1))&f.object == 0 || f.ordinary && !s.school(k) {
		return
	}
	object := int(m - 1)
	if f.inverse {
		subject, object = object, subject
	}
	s.addFact(f.fact, subject, object, trigger, rule, 0.85)
}

// school tells whether noun group k names a place of learning.
func (s *sentence) school(k int) bool {
	for i := s.chunks[k].first; i < s.chunks[k].last; i++ {
		switch s.text(i) {
		case "University", "College", "School", "Academy", "Institute", "Seminary", "Conservatory":
			return true
		}
	}
	return false
}

// named is the mention of a name, or of a pronoun or noun that stands for one
// entity, at the head of noun group k; -1 when there is none.
func (s *sentence) named(k int) int {
	head := s.chunks[k].head
	if m := s.names[head]; m != 0 {
		return int(m - 1)
	}
	m := int(s.nominals[head]) - 1
	if m < 0 || m+1 < len(s.doc.Mentions) && s.doc.Mentions[m+1].Span == s.doc.Mentions[m].Span {
		return -1
	}
	return m
}

// kindOf is what the entity of a mention is.
func (s *sentence) kindOf(m int) kinds {
	return kindOf(s.doc.Entities[s.doc.Mentions[m].Entity].Type)
}

func kindOf(t document.EntityType) kinds {
	switch t {
	case document.Person:
		return aPerson
	case document.Organization:
		return anOrganization
	case document.Country:
		return aCountry
	case document.Place:
		return aPlace
	}
	return 0
}

// addFact adds a fact between the entities of two mentions.
func (s *sentence) addFact(kind string, subject, object int, trigger document.Span, rule string, confidence float64) {
	a, b := s.argument(subject), s.argument(object)
	if a.Entity == b.Entity {
		return
	}
	r := s.newFact(kind, a, trigger, rule, confidence)
	r.Object = []document.Argument{b}
	s.appendFact(r)
}

// addFactValue adds a fact whose object is a value.
func (s *sentence) addFactValue(kind string, subject int, value string, span, trigger document.Span, rule string, confidence float64) {
	r := s.newFact(kind, s.argument(subject), trigger, rule, confidence)
	r.Value, r.ValueSpan = value, span
	s.appendFact(r)
}

func (s *sentence) argument(m int) document.Argument {
	return document.Argument{Entity: s.doc.Mentions[m].Entity, Span: s.doc.Mentions[m].Span}
}

func (s *sentence) newFact(kind string, subject document.Argument, trigger document.Span, rule string, confidence float64) document.Relation {
	return document.Relation{
		Layer: document.LayerFact, Type: kind, Subject: []document.Argument{subject}, Modality: document.Asserted,
		ClaimedBy: s.claimed(s.tokenAt(trigger.Start)), Location: -1, Trigger: trigger,
		Evidence: s.doc.Sentences[s.index].Span, Rule: rule, Confidence: confidence,
	}
}

// appendFact adds a fact unless the document has it already: a fact lasts, so
// saying it again adds nothing.
func (s *sentence) appendFact(r document.Relation) {
	key := factKey{kind: r.Type, subject: r.Subject[0].Entity, object: -1, value: strings.ToLower(r.Value)}
	if len(r.Object) > 0 {
		key.object = r.Object[0].Entity
	}
	if s.told[key] {
		return
	}
	if s.told == nil {
		s.told = map[factKey]bool{}
	}
	s.told[key] = true
	key.object = -1 // whose president one is tells that one is president
	s.told[key] = true
	s.doc.Relations = append(s.doc.Relations, r)
}

// factKey is what makes a fact the same fact.
type factKey struct {
	kind, value     string
	subject, object int
}
