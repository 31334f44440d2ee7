package relation

import (
	"dossier/extract/document"
)

// agent tells whether noun group k can do an event of a type: a name, people,
// or, of force, anything (aircraft, a blockade).
func (s *sentence) agent(k int, kind string) bool {
	switch kind {
	case "assault", "coerce", "mobilize", "sanction", "protest":
		return true
	}
	head := s.chunks[k].head
	return s.names[head] != 0 || s.nominals[head] != 0 || s.chunks[k].entry.class&isThird != 0 || s.people(k) || s.apposition(k) >= 0 || s.myself(k) >= 0 || s.titled(k) >= 0 || k > 0 && s.chunks[k-1].kind == closing
}

// material tells whether an event of a type is worth telling although its
// recipient has no name.
func material(kind string) bool {
	switch kind {
	case "assault", "coerce", "retreat", "aid", "sanction":
		return true
	}
	return false
}

// recipient finds the actors that the event is done to or with.
func (s *sentence) recipient(m *meaning, object, at int, cl clause, subject []document.Argument) []document.Argument {
	var out []document.Argument
	try := func(k int) bool {
		if k < 0 || m.kind == "support" && s.breakaway(k) {
			return false
		}
		if s.nextSubject(k) {
			out = s.actorsOf(out, k)
		} else {
			out = s.actors(out, k)
		}
		out = without(out, subject)
		switch {
		case m.mode == "visit":
			out = s.visited(out)
		case m.mode == "release":
			out = s.without(out, anOrganization|aPlace) // a report, a prisoner
		}
		if m.mode != "visit" && !m.place && !forceful(m.kind) {
			out = s.without(out, aPlace)
		}
		return len(out) > 0
	}
	// "demanded that Y do", "urged that Y"
	if m.kind == "request" && at < len(s.chunks) && s.chunks[at].kind == subordSign && s.chunks[at].entry.class&isComplementizer != 0 && at+1 < len(s.chunks) && s.chunks[at+1].kind == nounGroup {
		if try(at + 1) {
			return out
		}
	}
	// "insisted on its demand that Y do"
	if m.kind == "request" && object >= 0 && object+2 < len(s.chunks) && s.chunks[object+1].kind == subordSign && s.chunks[object+2].kind == nounGroup {
		if try(object + 2) {
			return out
		}
	}
	// "an official detained in Tarn": a verb that misses its object does nothing
	// to the place
	missing := m.noun < 0 && object < 0 && len(m.slots) > 0 && m.slots[0] == pDirect
	for _, slots := range [...][]preposition{m.slots, m.more} {
		for _, p := range slots {
			switch {
			case p == pDirect && (m.kind == "consult" || m.somebody) && object >= 0 && !s.agent(object, "consult"):
				// "received her degree": nobody is met
			case p == pDirect:
				if try(object) {
					return out
				}
				if object >= 0 && object+1 < cl.end && s.chunks[object+1].kind == nounGroup && try(object+1) {
					return out
				}
			case missing && p&inside != 0:
			case m.noun >= 0 && p == pOf && s.nounActs(m):
			default:
				k := s.phrase(p, at, cl.end)
				if m.noun >= 0 {
					k = s.phraseOf(m.noun, m.below, p, at, cl.end)
				}
				if try(k) {
					return s.further(out, p, k, subject)
				}
			}
		}
	}
	given := m.kind == "aid" && s.phrase(pFrom|pBy, object+1, min(object+3, len(s.chunks))) >= 0 // "announced a loan from Orvel"
	if m.noun >= 0 && object >= 0 && !m.mutual && !given {
		// "gave Orvel a loan", "rejected a Tarnish plan"
		if try(object) {
			return out
		}
	}
	if m.place && !missing && try(s.phrase(inside, at, cl.end)) {
		return out
	}
	return out
}

// further appends the actors of the phrases that repeat preposition p after noun
// group k: "shook hands with Ada Lorn and with Ivo Brandt".
func (s *sentence) further(out []document.Argument, p preposition, k int, subject []document.Argument) []document.Argument {
	for i := s.chunks[k].group.to + 1; i+2 < len(s.chunks) && s.chunks[i].kind == conj && s.chunks[i+1].kind == prep && s.chunks[i+1].entry.preposition&p != 0 && s.chunks[i+2].kind == nounGroup; {
		for _, a := range s.actors(nil, i+2) {
			if !contains(out, a.Entity) && !contains(subject, a.Entity) {
				out = append(out, a)
			}
		}
		i = s.chunks[i+2].group.to + 1
	}
	return out
}

// breakaway tells whether noun group k is a part of a state that has left it: who
// recognises that doesn't support the state.
func (s *sentence) breakaway(k int) bool {
	for i := s.chunks[k].first; i < s.chunks[k].last; i++ {
		if s.is(i, isBreakaway) {
			return true
		}
	}
	return false
}

// inside marks where an event happens.
const inside = pIn | pAt

// forceful tells whether an event of a type can be done to a place.
func forceful(kind string) bool {
	switch kind {
	case "assault", "coerce", "mobilize", "retreat", "aid", "threaten", "protest":
		return true
	}
	return false
}

// without is args less the entities of a kind.
func (s *sentence) without(args []document.Argument, kind kinds) []document.Argument {
	out := args[:0]
	for _, a := range args {
		if kindOf(s.doc.Entities[a.Entity].Type)&kind == 0 {
			out = append(out, a)
		}
	}
	return out
}

// accident tells whether a phrase in chunks [from, end) tells of an accident,
// in which nobody is attacked.
func (s *sentence) accident(from, end int) bool {
	for i := from; i < end; i++ {
		if s.chunks[i].kind == nounGroup && s.chunks[i].entry.class&isAccident != 0 {
			return true
		}
	}
	return false
}

// visited keeps what can be visited: a country, a place, a body; not a person.
func (s *sentence) visited(args []document.Argument) []document.Argument {
	out := args[:0]
	for _, a := range args {
		switch s.doc.Entities[a.Entity].Type {
		case document.Country, document.Place, document.Organization:
			out = append(out, a)
		}
	}
	return out
}

// nounActs tells whether "of" after the noun of a meaning names its actor.
func (s *sentence) nounActs(m *meaning) bool {
	for i := range s.entry(m.noun).nouns {
		if s.entry(m.noun).nouns[i].actorOf {
			return true
		}
	}
	return false
}

// without is args less the entities of others.
func without(args, others []document.Argument) []document.Argument {
	out := args[:0]
	for _, a := range args {
		if !contains(others, a.Entity) {
			out = append(out, a)
		}
	}
	return out
}
