package relation

import (
	"strings"

	"dossier/extract/document"
)

// events reads the events of the sentence: those of its verbs, then those of
// its nouns.
func (s *sentence) events() {
	for v := range s.chunks {
		switch s.chunks[v].kind {
		case verbGroup:
			s.verbEvent(v)
		case nounGroup:
			s.nounEvent(v)
		}
	}
}

// meaning is what a verb or noun, with what it governs, says: an event and
// where its recipient stands.
type meaning struct {
	event
	slots      []preposition
	more       []preposition // tried after slots
	reciprocal bool          // between subject and recipient
	mutual     bool          // among several subjects without a recipient
	people     bool          // done to people whom no name tells
	alone      bool
	place      bool
	somebody   bool
	below      string // type of the event of that noun
	noun       int    // token of the noun of event below the verb, -1 when none
	rule       string
}

// verbEvent reads the event of verb group v.
func (s *sentence) verbEvent(v int) {
	c := &s.chunks[v]
	first := v // verb group of the clause
	if c.governor >= 0 {
		joined := s.chunks[c.governor]
		joined.governed(s, joined.negated)
		joined.head, joined.last, joined.entry, joined.passive = c.head, c.last, c.entry, c.passive
		joined.negated = c.negated
		first, c = c.governor, &joined
	} else if c.infinitive && c.links == 0 || s.leads(v) {
		return
	}
	if c.modal&isMust != 0 {
		s.obligation(v)
		return
	}
	f, at := s.frame(v)
	if f == nil && c.links == 0 {
		return
	}
	cl := s.clause(first)
	cl.end = s.clauseEnd(v)
	if c.modal == 0 && c.governor < 0 && first == v && c.first == c.head && f != nil && strings.EqualFold(s.text(c.head), f.lemma) && s.demanded(cl) {
		return // "demanded that Tarn leave": what is demanded hasn't happened
	}
	passive := c.passive && !(f != nil && f.active)
	if c.participle && c.links == 0 && !passive {
		// A participle without an auxiliary: passive before "by", else a past
		// tense that the tagger took for one.
		if s.is(c.head, isParticiple) || at < len(s.chunks) && s.chunks[at].kind == prep && s.chunks[at].entry.preposition&pBy != 0 {
			passive = true
		} else if (at >= len(s.chunks) || s.chunks[at].kind != nounGroup) && f.transitive() {
			return
		}
	}
	cl.verb = at - 1
	object := s.object(cl)
	m, ok := s.meaning(f, object, passive, at < len(s.chunks) && s.chunks[at].kind == subordSign)
	if !ok && c.links == 0 {
		return
	}
	if m.kind == "retreat" && m.mode == "withdraw" && s.quits(at, cl.end) {
		m.event, m.more = event{"sanction", "withdraw", ""}, []preposition{pWith, pBetween}
	}
	if cl.subject >= 0 && f != nil && f.lemma == "invite" && !c.past && s.myself(cl.subject) >= 0 {
		return // "I now invite Ada Lorn to say a few words" hands over the microphone
	}
	agreed := false // with each other: "Tarn and Orvel agreed to open a school"
	below := m.kind
	performed := m.kind == "support" && cl.subject >= 0 && s.myself(cl.subject) >= 0 // "I want to thank you"
	for i := c.links - 1; i >= 0; i-- {
		if performed && c.chain[i].op == opIntend {
			continue
		}
		m.event = s.link(c.chain[i], m.event)
	}
	if c.links > 0 && c.chain[0].op == opAgree && m.kind == "agree" {
		agreed = s.together(c.chain[0].token)
	}
	modality := s.modality(c, &m, cl)
	if performed && modality == document.Future {
		modality = document.Asserted
	}
	if m.kind == "" {
		return
	}
	m.mutual = m.reciprocal && !(m.kind == "consult" && m.noun < 0 && object >= 0 && s.people(object)) // "met the officials": not each other
	if m.kind != below || f != nil && (f.operator == opStop || f.operator == opConclude && m.kind != m.below) {
		// An offer or threat goes one way, whatever it offers.
		m.reciprocal = false
	}
	m.mutual = m.mutual || agreed
	composed := m.kind != below || c.links > 0
	m.people = m.noun < 0 && object >= 0 && s.people(object) && material(m.kind) && !composed
	m.alone = m.alone && !composed
	var subject, recipient []document.Argument
	if cl.subject >= 0 {
		subject = s.subjects(cl)
		if !passive && !s.agent(cl.subject, m.kind) {
			return
		}
	}
	if passive {
		recipient = subject
		subject = nil
		if k := s.phrase(pBy, at, cl.end); k >= 0 && s.agent(k, m.kind) {
			subject = s.actors(nil, k)
		}
		recipient = without(recipient, subject)
		if m.mode == "release" {
			recipient = s.without(recipient, anOrganization|aPlace)
		}
		if len(recipient) == 0 || !s.agent(cl.subject, m.kind) || s.accident(at, cl.end) || len(subject) == 0 && cl.begin > 0 && s.chunks[cl.begin-1].kind == relative && s.accident(0, cl.begin) {
			return
		}
	} else {
		if f != nil && (s.only(f, at, cl.end) || f.lemma == "call" && f.particle == "" && m.noun < 0 && !s.rung(object, cl.end)) {
			return
		}
		recipient = s.recipient(&m, object, at, cl, subject)
	}
	if f != nil && f.swapped && m.noun >= 0 && !passive {
		subject, recipient = recipient, subject
		m.people, m.alone = false, false
		if len(subject) == 0 {
			return
		}
	}
	trigger := document.Span{Start: s.doc.Tokens[c.head].Start, End: s.doc.Tokens[max(c.head, s.chunks[at-1].first)].End}
	if c.links > 0 {
		trigger.Start = s.doc.Tokens[c.chain[0].token].Start
	}
	if m.rule == "" { // of a verb that the tables don't know
		m.rule = "verb:" + strings.ToLower(s.text(c.chain[0].token))
	}
	trigger.End = max(trigger.End, s.doc.Tokens[c.head].End)
	if m.noun >= c.last {
		trigger.End = s.doc.Tokens[m.noun].End
	}
	s.emit(finding{
		meaning: m, subject: subject, recipient: recipient, modality: modality,
		trigger: trigger, chunk: v, end: cl.end, passive: passive,
	})
}

// together tells whether several who do what the verb at token i says do it with
// each other: to agree, not to promise.
func (s *sentence) together(i int) bool {
	for k := range s.entry(i).verbs {
		if v := &s.entry(i).verbs[k]; v.particle == "" {
			return v.operator == opAgree && v.reciprocal
		}
	}
	return false
}

// quits tells whether one withdraws from something agreed or joined rather than
// from ground: "pulled out of the treaty", "withdrew from the WHO".
func (s *sentence) quits(at, end int) bool {
	k := s.phrase(pOf|pFrom, at, end)
	if k < 0 {
		return false
	}
	if m := s.headName(k); m != 0 {
		return s.kindOf(int(m-1))&(aCountry|aPlace) == 0
	}
	n := s.nounFrame(k, true)
	return n != nil && (n.event.kind == "support" || n.event.kind == "cooperate" || n.event.kind == "consult")
}

// only tells whether the verb says less than its frame: to ask about something
// is no request, to warn that something will happen no threat.
func (s *sentence) only(f *verb, at, end int) bool {
	switch f.lemma {
	case "ask":
		return s.phrase(pAbout, at, end) >= 0
	case "warn":
		return end < len(s.chunks) && s.chunks[end].kind == subordSign || s.phrase(pAbout|pOf, at, end) >= 0
	}
	return false
}

// rung tells whether noun group k, the object of "call", is a person who is called
// on the telephone rather than called something.
func (s *sentence) rung(k, end int) bool {
	if k < 0 || s.headPerson(k) < 0 {
		return false
	}
	k = s.skipRight(s.chunks[k].group.to + 1)
	if k >= len(s.chunks) {
		return true
	}
	switch c := &s.chunks[k]; c.kind {
	case verbGroup:
		return c.infinitive
	case mark, conj, dash:
		return true
	case prep:
		return k+1 < len(s.chunks) && s.chunks[k+1].kind == when || c.entry.preposition&(pAbout|pFrom|pAt) != 0
	}
	return false
}

// leads tells whether the meaning of verb group v is told with an infinitive
// that it governs.
func (s *sentence) leads(v int) bool {
	for k := v + 1; k < len(s.chunks); k++ {
		if s.chunks[k].kind == verbGroup {
			return s.chunks[k].governor == v
		}
	}
	return false
}

// subjects is the actors of the subject of a clause.
func (s *sentence) subjects(cl clause) []document.Argument {
	if cl.from == s.chunks[cl.subject].group.from {
		return s.actors(nil, cl.subject)
	}
	return s.actorsOf(nil, cl.subject)
}

// frame finds the frame of the main verb of verb group v, and the first chunk
// after it and its particle; nil for a verb that the tables don't know.
func (s *sentence) frame(v int) (*verb, int) {
	c := &s.chunks[v]
	e := s.entry(c.head)
	for i := range e.verbs {
		f := &e.verbs[i]
		if f.particle == "" {
			return f, v + 1
		}
		next := c.last
		for (s.tagAt(next) == "RB" || s.tagAt(next) == "RBR") && !strings.EqualFold(s.text(next), f.particle) {
			next++
		}
		if next >= s.last || !strings.EqualFold(s.text(next), f.particle) {
			continue
		}
		at := v + 1
		for at < len(s.chunks) && s.chunks[at].last <= next {
			at++
		}
		if at < len(s.chunks) && s.chunks[at].last == next+1 {
			at++
		}
		return f, at
	}
	return nil, v + 1
}

// transitive tells whether a direct object can be the recipient of the verb.
func (f *verb) transitive() bool {
	if f == nil {
		return true
	}
	for _, p := range f.slots {
		if p == pDirect {
			return true
		}
	}
	return false
}

// meaning says what a verb means with its object, a noun group or a clause; false
// when it means nothing by itself.
func (s *sentence) meaning(f *verb, object int, passive, clausal bool) (meaning, bool) {
	m := meaning{noun: -1}
	if f == nil || f.needsObject && object < 0 && !passive || f.noObject && (object >= 0 || clausal) {
		return m, false
	}
	m.event, m.slots, m.reciprocal, m.alone, m.place, m.somebody = f.event, f.slots, f.reciprocal, f.alone, f.place, f.somebody
	m.rule = "verb:" + f.lemma
	if f.operator == opNone || passive {
		return m, m.kind != ""
	}
	n, token := s.eventNoun(object, true)
	if n == nil && object >= 0 && object+1 < len(s.chunks) && s.chunks[object+1].kind == nounGroup {
		n, token = s.eventNoun(object+1, true) // "gave Tarn a loan"
	}
	if n == nil && f.swapped && object >= 0 && len(m.slots) > 1 {
		m.slots = m.slots[:1] // "received her degree from": nobody is met
	}
	if n == nil {
		switch f.operator {
		case opStop, opConclude:
			if m.kind != "retreat" && (object < 0 || s.headName(object) == 0) {
				return meaning{noun: -1}, false
			}
		case opEase:
			return meaning{noun: -1}, false
		}
		return m, m.kind != ""
	}
	if f.event.kind != "" && !f.yields(n.event.kind) {
		return m, true // "withdrew its troops", "signed the request"
	}
	n = s.joint(n, token)
	m.event = f.operator.apply(n.event)
	m.noun, m.below = token, n.event.kind
	m.rule += "+" + s.text(token)
	switch f.operator {
	case opAsk:
		m.more = n.slots
	case opBack, opRefuse:
		if cooperative(n.event.kind) {
			m.more = n.slots
		}
	case opDo, opBegin, opStop, opConclude, opEase, opAgree, opThreaten:
		m.slots, m.more = n.slots, f.slots
		m.reciprocal = n.reciprocal
		m.alone = m.alone || n.alone || m.kind == "protest" || m.kind == "mobilize"
		m.place = m.place || m.kind == "coerce" || m.kind == "assault" || m.kind == "protest"
	}
	return m, m.kind != ""
}

// yields tells whether the event of the verb gives way to that of the noun below
// it.
func (f *verb) yields(kind string) bool {
	switch kind {
	case "mobilize":
		return f.event.kind == kind
	case "request", "accuse", "threaten", "reject":
		return f.operator != opDo && f.operator != opBegin
	case "sanction", "coerce", "assault", "protest":
		return !cooperative(f.event.kind) || f.event.kind == "retreat" || f.operator != opDo && f.operator != opBegin
	case "support":
		return f.event.kind != "consult" // "received the ambassador"
	}
	return true
}

// eventNoun finds the noun of event in noun group k, in those coordinated with
// it, or behind a head that only counts ("a series of strikes").
func (s *sentence) eventNoun(k int, below bool) (*noun, int) {
	if k < 0 {
		return nil, -1
	}
	g := s.chunks[k].group
	for i := g.from; i <= g.to; i++ {
		if s.chunks[i].kind != nounGroup {
			continue
		}
		if n := s.nounFrame(i, below); n != nil {
			return n, s.chunks[i].head
		}
		if below && s.amount(i) {
			return &s.lexis.money, s.chunks[i].head // "gave Tarn 20 million crowns"
		}
		if s.chunks[i].entry.class&isTransparent != 0 && i+2 < len(s.chunks) && s.chunks[i+1].kind == prep && s.chunks[i+1].entry.preposition&pOf != 0 && s.chunks[i+2].kind == nounGroup {
			return s.eventNoun(i+2, below)
		}
	}
	return nil, -1
}

// joint is the frame of a show of force at token i that several make together,
// "a joint patrol"; else n itself.
func (s *sentence) joint(n *noun, i int) *noun {
	if n.event.kind != "mobilize" {
		return n
	}
	for i--; i >= s.first && (isNounTag(s.tag(i)) || s.tag(i) == "JJ"); i-- {
		if strings.EqualFold(s.text(i), "joint") {
			return &s.lexis.drill
		}
	}
	return n
}

// amount tells whether noun group k is a sum: a million or more of something,
// or so many dollars.
func (s *sentence) amount(k int) bool {
	for i := s.chunks[k].first; i < s.chunks[k].last; i++ {
		if s.tag(i) == "$" || s.is(i, isAmount) {
			return true
		}
	}
	return false
}

// nounFrame is the frame of the head of noun group k, or nil.
func (s *sentence) nounFrame(k int, below bool) *noun {
	c := &s.chunks[k]
	if s.names[c.head] != 0 {
		return nil
	}
	for i := range c.entry.nouns {
		n := &c.entry.nouns[i]
		if n.light && !below || !s.preceded(c.head, n.words) {
			continue
		}
		if n.event.kind == "request" && below && s.talks(k) {
			return &s.lexis.talk
		}
		return n
	}
	return nil
}

// talks tells whether noun group k is a call with somebody rather than one for
// something.
func (s *sentence) talks(k int) bool {
	return strings.EqualFold(s.text(s.chunks[k].head), "call") && k+1 < len(s.chunks) && s.chunks[k+1].kind == prep && s.chunks[k+1].entry.preposition&(pWith|pBetween) != 0
}

// preceded tells whether the words stand right before token i.
func (s *sentence) preceded(i int, words []string) bool {
	at := i - len(words)
	if at < s.first {
		return len(words) == 0
	}
	for k, w := range words {
		if !strings.EqualFold(s.text(at+k), w) {
			return false
		}
	}
	return true
}

// link applies a governing verb to the event below it.
func (s *sentence) link(l link, e event) event {
	switch l.op {
	case opNone:
		return event{}
	case opDo, opBack:
		return e
	case opAgree, opAsk, opRefuse, opThreaten:
		return l.op.apply(e)
	}
	if e.kind == "" {
		return e
	}
	return l.op.apply(e)
}
