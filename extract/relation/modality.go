package relation

import (
	"dossier/extract/document"
)

// modality says how the event of verb group c is asserted, and lets "will" and
// "will not" change the event.
func (s *sentence) modality(c *chunk, m *meaning, cl clause) document.Modality {
	negated := c.negated
	governed := false // by a verb that makes the event one of words: agree, threaten
	future := false
	for i := 0; i < c.links; i++ {
		negated = negated || c.chain[i].negated
		switch c.chain[i].op {
		case opAgree, opAsk, opRefuse, opThreaten:
			governed = true
		case opIntend, opPredict:
			future = true
		}
	}
	ahead := c.modal&(isWill|isWould) != 0
	if ahead && !governed {
		if negated && cooperative(m.kind) {
			m.event = opRefuse.apply(m.event)
			return document.Asserted
		}
		m.event = opPredict.apply(m.event)
	}
	switch {
	case negated, s.denied(cl):
		return document.Negated
	case c.modal&isMay != 0 || s.conditional(cl) || s.asked() || s.wished(c, cl):
		return document.Hypothetical
	case c.modal&isWould != 0 && !s.reported(cl):
		return document.Hypothetical
	case ahead || future:
		return document.Future
	}
	return document.Asserted
}

// wished tells whether the clause is what another verb would see happen: "would like
// to see them sign".
func (s *sentence) wished(c *chunk, cl clause) bool {
	if c.infinitive || c.modal != 0 || s.tag(c.first) != "VB" || cl.subject < 1 {
		return false
	}
	k := s.chunks[cl.subject].group.from - 1
	return k >= 0 && s.chunks[k].kind == verbGroup && (s.chunks[k].modal != 0 || s.chunks[k].infinitive || s.chunks[k].links > 0)
}

// denied tells whether the clause is what a verb before it denies: "denied that it
// plans to invade".
func (s *sentence) denied(cl clause) bool {
	k := s.skipLeft(cl.begin - 1)
	if k < 1 || s.chunks[k].kind != subordSign || s.chunks[k].entry.class&isComplementizer == 0 {
		return false
	}
	if k = s.skipLeft(k - 1); k < 0 {
		return false
	}
	v := &s.chunks[k]
	return v.kind == verbGroup && s.is(v.head, isDenial) && !v.negated
}

// asked tells whether the sentence asks if something is so. What asks why, when
// or how takes it for granted.
func (s *sentence) asked() bool {
	i := s.last - 1
	for i > s.first && (s.text(i) == ")" || len(s.text(i)) == 0 || isQuote(s.text(i))) {
		i--
	}
	if i < s.first || s.text(i) != "?" {
		return false
	}
	for k := range s.chunks {
		switch c := &s.chunks[k]; {
		case c.kind == verbGroup:
			return true
		case s.tag(c.first) == "WRB" || s.tag(c.first) == "WP" || s.tag(c.first) == "WDT":
			return false
		}
	}
	return true
}

// isQuote tells whether w closes a quotation.
func isQuote(w string) bool {
	switch w {
	case "\"", "”", "’", "'", "''", "»":
		return true
	}
	return false
}

// conditional tells whether the clause begins with if, unless or whether, or says
// what a claim holds: "claims that Tarn attacked".
func (s *sentence) conditional(cl clause) bool {
	k := s.skipLeft(cl.begin - 1)
	if k < 0 || s.chunks[k].kind != subordSign && s.chunks[k].kind != relative {
		return false
	}
	return s.chunks[k].entry.class&isCondition != 0 || k > 0 && s.chunks[k-1].kind == nounGroup && s.chunks[k-1].entry.class&isClaim != 0
}

// reported tells whether a reporting verb governs the clause, which makes
// "would" the future of what was said.
func (s *sentence) reported(cl clause) bool {
	return s.reporter(cl) >= 0 || s.claimed(s.chunks[cl.verb].first) >= 0
}

// demanded tells whether the clause is what a verb before it asks for.
func (s *sentence) demanded(cl clause) bool {
	k := s.skipLeft(cl.begin - 1)
	if k < 1 || s.chunks[k].kind != subordSign || s.chunks[k].entry.class&isComplementizer == 0 {
		return false
	}
	for k--; k >= 0 && s.chunks[k].kind != verbGroup; k-- {
		if s.chunks[k].kind == mark || s.chunks[k].kind == subordSign {
			return false
		}
	}
	if k < 0 {
		return false
	}
	e := s.chunks[k].entry
	return len(e.verbs) > 0 && e.verbs[len(e.verbs)-1].operator == opAsk
}

// reporter is the reporting verb group right before the clause, or -1.
func (s *sentence) reporter(cl clause) int {
	k := s.skipLeft(cl.begin - 1)
	if k >= 0 && s.chunks[k].kind == subordSign && s.chunks[k].entry.class&isComplementizer != 0 {
		k = s.skipLeft(k - 1)
	}
	if k >= 0 && s.chunks[k].kind == verbGroup && s.is(s.chunks[k].head, isSay) {
		return k
	}
	return -1
}

// obligation reads "X said that Y must ...": X asks something of Y.
func (s *sentence) obligation(v int) {
	c := &s.chunks[v]
	cl := s.clause(v)
	k := s.reporter(cl)
	if k < 0 || cl.subject < 0 || c.negated {
		return
	}
	speaker := s.clause(k)
	if speaker.subject < 0 || s.chunks[k].passive {
		return
	}
	m := meaning{event: event{kind: "request"}, noun: -1, rule: "must"}
	if f, at := s.frame(v); f != nil {
		inner := cl
		inner.verb = at - 1
		below, _ := s.meaning(f, s.object(inner), c.passive, false)
		m.event = opAsk.apply(below.event)
	}
	trigger := document.Span{Start: s.doc.Tokens[c.first].Start, End: s.doc.Tokens[c.head].End}
	s.emit(finding{
		meaning: m, subject: s.subjects(speaker), recipient: without(s.subjects(cl), s.subjects(speaker)), modality: document.Asserted,
		trigger: trigger, chunk: v, end: cl.end,
	})
}
