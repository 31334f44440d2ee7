package relation

import (
	"sort"

	"dossier/extract/document"
)

// Confidences of events, by eye from news: the share of such events that a
// reader would call right, rounded.
const (
	sure    = 0.8 // a verb with both actors
	likely  = 0.7 // a noun with both
	partial = 0.5 // one actor alone
)

// finding is an event with its actors, on its way to the document.
type finding struct {
	meaning
	subject, recipient []document.Argument
	modality           document.Modality
	trigger            document.Span
	chunk, end         int // where the event stands, and the end of its clause
	nominal            bool
	passive            bool
}

// emit adds an event with its date, its place and who claims it, when it has
// the actors that it needs.
func (s *sentence) emit(m finding) {
	subject, recipient := m.subject, m.recipient
	confidence := sure
	if m.nominal {
		confidence = likely
	}
	reciprocal := m.reciprocal
	switch {
	case len(subject) > 0 && len(recipient) > 0:
	case m.mutual && len(subject) > 1:
		subject, recipient = subject[:1:1], subject[1:]
		reciprocal = true
	case len(subject) > 0 && (m.alone || m.people), len(recipient) > 0 && m.passive && harms(m.event):
		confidence = partial
		reciprocal = false
	default:
		return
	}
	e := m.event
	if len(recipient) == 0 && e.kind == "cooperate" && e.context == "military" {
		e = event{"mobilize", "troops", "military"} // a drill of one's own
	}
	if s.repeated(e.kind, subject, recipient) || s.domestic(e.kind, subject, recipient) {
		return
	}
	r := document.Relation{
		Layer: document.LayerEvent, Type: e.kind, Mode: e.mode,
		Subject: subject, Object: recipient, Reciprocal: reciprocal, Modality: m.modality,
		ClaimedBy: s.claimed(s.tokenAt(m.trigger.Start)), Location: s.location(m.chunk, m.end, subject, recipient),
		Trigger: m.trigger, Evidence: s.doc.Sentences[s.index].Span,
		Rule: m.rule, Confidence: confidence,
	}
	if e.context != "" {
		r.Context = []string{e.context}
	}
	r.Date = s.period(m.chunk)
	s.doc.Relations = append(s.doc.Relations, r)
}

// harms tells whether an event is worth telling with its victim alone.
func harms(e event) bool {
	switch e.kind {
	case "assault", "accuse":
		return true
	case "coerce", "sanction":
		return e.mode != "restrict" && e.mode != "discontinue"
	}
	return false
}

// domestic tells whether a person backs or works with nobody but his own country,
// which says nothing of how countries relate and is mostly a pronoun read wrongly.
func (s *sentence) domestic(kind string, subject, recipient []document.Argument) bool {
	if kind != "support" && kind != "cooperate" && kind != "aid" || len(subject) != 1 || len(recipient) != 1 {
		return false
	}
	a, b := &s.doc.Entities[subject[0].Entity], &s.doc.Entities[recipient[0].Entity]
	return a.Type == document.Person && b.Type == document.Country && a.Country != "" && a.Country == b.Country
}

// repeated tells whether the sentence has such an event between the same actors
// already.
func (s *sentence) repeated(kind string, subject, recipient []document.Argument) bool {
	for i := len(s.doc.Relations) - 1; i >= 0; i-- {
		r := &s.doc.Relations[i]
		if r.Evidence != s.doc.Sentences[s.index].Span {
			return false
		}
		if r.Type == kind && sameArgs(r.Subject, subject) && sameArgs(r.Object, recipient) {
			return true
		}
	}
	return false
}

func sameArgs(a, b []document.Argument) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Entity != b[i].Entity {
			return false
		}
	}
	return true
}

// period is the date that stands in the clause of a chunk: the nearest one with
// no other finite verb between. A clause without a date has none; when it
// happened isn't guessed.
func (s *sentence) period(k int) *document.Period {
	best, least := -1, 0
	look := func(i, gap int) {
		if s.chunks[i].kind == when && !s.century(i) && (best < 0 || gap < least) {
			best, least = i, gap
		}
	}
	own := s.chunks[k].kind == verbGroup // a noun of event may take the date of its verb
	for i := k + 1; i < len(s.chunks) && !s.bounds(i); i++ {
		if s.chunks[i].kind == comma && !own {
			break
		}
		if c := &s.chunks[i]; c.kind == verbGroup && !c.infinitive {
			if own {
				break
			}
			own = true
		}
		look(i, i-k)
	}
	for i := k - 1; i >= 0 && !s.bounds(i); i-- {
		if c := &s.chunks[i]; c.kind == verbGroup && !c.infinitive {
			break
		}
		if s.chunks[i].kind == comma {
			// Only a date at the head of the sentence reaches over a comma.
			if i == 1 || i == 2 && s.chunks[0].kind == prep {
				look(i-1, k-i)
			}
			break
		}
		look(i, k-i)
	}
	if best < 0 {
		return nil
	}
	if e := s.dateAt(s.chunks[best].first); e != nil {
		p := e.Period
		return &p
	}
	return nil
}

// century tells whether date chunk i names an age rather than a time: "the 21st
// century" dates nothing.
func (s *sentence) century(i int) bool {
	e := s.dateAt(s.chunks[i].first)
	return e != nil && len(e.Start) >= 4 && len(e.End) >= 4 && e.Start[:2] == e.End[:2] && e.Start[2:4] == "00" && e.End[2:4] == "99"
}

// bounds tells whether chunk i opens or closes a clause.
func (s *sentence) bounds(i int) bool {
	switch c := &s.chunks[i]; c.kind {
	case subordSign, relative, mark:
		return true
	case prep:
		return c.entry.class&isWhile != 0 && s.opensClause(i)
	}
	return false
}

// location is the entity of a place that a phrase of the clause names, -1 when
// there is none besides the actors.
func (s *sentence) location(k, end int, subject, recipient []document.Argument) int {
	for i := k; i+1 < end; i++ {
		if s.chunks[i].kind != prep || s.chunks[i].entry.preposition&(pIn|pAt) == 0 || s.chunks[i+1].kind != nounGroup {
			continue
		}
		m := s.headName(i + 1)
		if m == 0 {
			continue
		}
		e := s.doc.Mentions[m-1].Entity
		t := s.doc.Entities[e].Type
		if (t == document.Place || t == document.Country) && !contains(subject, e) && !contains(recipient, e) {
			return e
		}
	}
	return -1
}

// claimed is the statement whose content holds token i, -1 in the article's own
// voice.
func (r *reader) claimed(i int) int {
	if i < 0 || i >= len(r.claims) {
		return -1
	}
	return int(r.claims[i]) - 1
}

// tokenAt is the token that holds byte at.
func (r *reader) tokenAt(at int) int {
	return sort.Search(len(r.doc.Tokens), func(i int) bool { return r.doc.Tokens[i].End > at })
}
