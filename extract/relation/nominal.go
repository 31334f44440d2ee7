package relation

import (
	"strings"

	"dossier/extract/document"
)

// nounEvent reads the event that noun group k names with both its actors:
// "Tarn's annexation of Orvel", "Tarnish air strikes on Orvel", "talks between
// Tarn and Orvel".
func (s *sentence) nounEvent(k int) {
	n, restored := s.nounFrame(k, false), false
	if n == nil {
		n, restored = s.restored(k), true
	}
	if n == nil || !s.happened(k) {
		return
	}
	c := &s.chunks[k]
	end := s.phrasesEnd(k)
	var subject, recipient []document.Argument
	for _, p := range n.slots {
		if i := s.phrase(p, k+1, end); i >= 0 {
			recipient = s.actors(recipient[:0], i)
			if p == pBetween && len(recipient) > 1 {
				subject, recipient = recipient[:1:1], recipient[1:]
				break
			}
			if len(recipient) > 0 {
				break
			}
		}
	}
	if len(subject) == 0 {
		subject = s.owners(k)
		if n.reciprocal && len(subject) > 1 && len(recipient) == 0 {
			subject, recipient = subject[:1:1], subject[1:]
		}
	}
	if len(subject) == 0 {
		i := s.phrase(pBy, k+1, end)
		if of := s.phrase(pOf, k+1, min(end, k+3)); of >= 0 && (n.actorOf || n.reciprocal) {
			i = of
		}
		if i >= 0 {
			subject = s.actors(nil, i)
		}
	}
	m := meaning{event: n.event, reciprocal: n.reciprocal, noun: c.head, rule: "noun:" + s.text(c.head)}
	modality := document.Asserted
	if len(subject) == 0 && n.event.kind == "consult" && len(recipient) > 0 {
		var ahead bool
		if subject, ahead = s.during(k); ahead {
			m.event, modality = opPredict.apply(m.event), document.Future
		}
	}
	recipient = without(recipient, subject)
	if len(subject) == 0 || len(recipient) == 0 || restored && s.toldOf(subject, recipient) {
		return
	}
	if m.kind == "retreat" && m.mode == "withdraw" && s.quits(k+1, end) {
		m.event = event{"sanction", "withdraw", ""}
	}
	if modality == document.Asserted && s.asked() {
		modality = document.Hypothetical
	}
	trigger := s.doc.Tokens[c.head].Span
	s.emit(finding{
		meaning: m, subject: subject, recipient: recipient, modality: modality,
		trigger: trigger, chunk: k, end: end, nominal: true,
	})
}

// restored is the frame of the ties that noun group k says to be there again:
// "the restoration of diplomatic relations between Tarn and Orvel"; nil for
// anything else.
func (s *sentence) restored(k int) *noun {
	if s.chunks[k].entry.class&isRestoration == 0 || k+2 >= len(s.chunks) || s.chunks[k+1].kind != prep || s.chunks[k+1].entry.preposition&pOf == 0 || s.chunks[k+2].kind != nounGroup {
		return nil
	}
	n := s.nounFrame(k+2, true)
	if n == nil || n.event.kind != "support" || !n.takes(pBetween) {
		return nil
	}
	return n
}

// toldOf tells whether the sentence has an event done to both sides already, of
// which their ties are only the occasion: "Chad welcomed the restoration of ...".
func (s *sentence) toldOf(a, b []document.Argument) bool {
	for i := len(s.doc.Relations) - 1; i >= 0 && s.doc.Relations[i].Evidence == s.doc.Sentences[s.index].Span; i-- {
		if to := s.doc.Relations[i].Object; contains(to, a[0].Entity) && contains(to, b[0].Entity) {
			return true
		}
	}
	return false
}

// during is the subject of the clause in which noun group k stands after a
// preposition of time or place ("said during talks with Orvel"), and whether the
// clause tells what will be.
func (s *sentence) during(k int) ([]document.Argument, bool) {
	if k == 0 || s.chunks[k-1].kind != prep {
		return nil, false
	}
	switch strings.ToLower(s.text(s.chunks[k-1].first)) {
	case "during", "in", "at", "after", "before", "following":
	default:
		return nil, false
	}
	v := s.verbBefore(k)
	if i := s.skipLeft(k - 2); v < 0 && i >= 0 && s.chunks[i].kind == nounGroup && s.headPerson(i) >= 0 {
		return s.actorsOf(nil, i), false // "Ada Lorn, in talks with Orvel, said"
	}
	if v < 0 {
		// "In a meeting with Orvel's envoy, Ada Lorn said"
		if e := s.skipRight(s.phrasesEnd(k)); e+1 < len(s.chunks) && s.chunks[e].kind == comma && s.chunks[e+1].kind == nounGroup && s.headPerson(e+1) >= 0 {
			v := s.skipRight(e + 2)
			return s.actorsOf(nil, e+1), v < len(s.chunks) && s.chunks[v].modal&isWill != 0
		}
	}
	if v < 0 || s.chunks[v].passive {
		return nil, false
	}
	cl := s.clause(v)
	if cl.subject < 0 {
		return nil, false
	}
	return s.subjects(cl), s.chunks[v].modal&isWill != 0
}

// phrasesEnd is the chunk after the phrases that follow noun group k.
func (s *sentence) phrasesEnd(k int) int {
	i := k + 1
	for i < len(s.chunks) {
		switch {
		case s.chunks[i].kind == prep && i+1 < len(s.chunks) && s.chunks[i+1].kind == nounGroup:
			g := s.chunks[i+1].group
			if g.to > g.from && s.headName(g.from) != 0 && s.headName(g.to) == 0 && s.nominals[s.chunks[g.to].head] == 0 {
				return g.from + 1 // "war on Tarn and the ties of Orvel with Chad"
			}
			i = g.to + 1
		case s.chunks[i].kind == prep && i+1 < len(s.chunks) && s.chunks[i+1].kind == when:
			i += 2
		case s.chunks[i].kind == when:
			i++
		default:
			return i
		}
	}
	return i
}

// owners appends the names before the head of noun group k: possessors,
// demonyms and names joined by a hyphen ("Tarn-Orvel talks"). A place before an
// event is where it happened.
func (s *sentence) owners(k int) []document.Argument {
	c := &s.chunks[k]
	var out []document.Argument
	for i := c.first; i < c.head; i++ {
		if m := s.names[i]; m != 0 {
			last := s.doc.Mentions[m-1].Last
			if s.sided(i) || s.kindOf(int(m-1))&aPlace != 0 {
				i = max(last, i+1) - 1
				continue
			}
			if last < c.head && s.glued(last) && isHyphen(s.text(last)) && s.names[last+1] == 0 && !s.is(last+1, isLed) {
				continue // Tarnish-backed
			}
			out = s.add(out, m)
			i = last - 1
		} else if s.tag(i) == "PRP$" {
			out = s.add(out, s.nominals[i])
		}
	}
	return out
}

// happened tells whether the event that noun group k names is told as a thing
// that took place: not one that the verb before it asks for, denies or foresees,
// nor one that is only offered.
func (s *sentence) happened(k int) bool {
	for i := s.chunks[k].first; i < s.chunks[k].head; i++ {
		if s.is(i, isNot|isPlanned) {
			return false
		}
	}
	if k == 0 {
		return true
	}
	switch v := &s.chunks[k-1]; v.kind {
	case verbGroup:
		if v.negated || v.modal != 0 || v.infinitive || v.links > 0 {
			return false
		}
		for i := range v.entry.verbs {
			switch v.entry.verbs[i].operator {
			case opAsk, opIntend, opAgree, opThreaten, opStop, opEase:
				return false
			}
		}
	case prep:
		for i := k - 2; i >= max(k-4, 0) && v.entry.preposition&(pFor|pOf) != 0; i -= 2 { // "an offer from Tarn for talks"
			if s.chunks[i].kind == nounGroup && s.chunks[i].entry.class&isOffer != 0 {
				return false
			}
		}
	}
	return true
}
