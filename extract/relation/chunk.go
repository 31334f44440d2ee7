package relation

import (
	"dossier/extract/date"
	"dossier/extract/document"
)

// chunkKind is what a run of tokens does in its sentence.
type chunkKind byte

const (
	nounGroup chunkKind = iota
	verbGroup
	prep       // a preposition before a noun group
	subordSign // that, because, if: opens a clause
	relative   // who, which, that
	conj
	comma
	mark // ; : . and the like
	dash
	opening // (
	closing // )
	adverb  // adverbs, particles, interjections
	when    // a date expression
)

// chunk is a run of tokens of one sentence.
type chunk struct {
	kind        chunkKind
	first, last int // tokens [first, last)
	head        int // token that heads a noun group, main verb of a verb group
	entry       *entry
	group       // of a noun group
	verbs       // of a verb group
}

// group is the coordination to which a noun group belongs: the chunks of its
// first and last member.
type group struct{ from, to int }

// verbs is what a verb group says.
type verbs struct {
	chain      [4]link // governing verbs, outermost first
	links      int
	finite     bool
	infinitive bool // begins with "to"
	participle bool // begins with VBN
	gerund     bool // begins with VBG
	passive    bool
	past       bool
	negated    bool
	modal      class // isWill, isWould, isMust, isMay
	governor   int   // verb group that governs this infinitive across a date or phrase, -1 when none
}

// link is a verb of a chain above the main verb.
type link struct {
	token   int
	op      operator
	event   event
	negated bool
}

// sentence is the analysis of one sentence; its slices are reused for the next.
type sentence struct {
	*reader
	index       int // into Document.Sentences
	first, last int // tokens [first, last)
	entries     []*entry
	tags        []string // those of the document, mended by retag
	chunks      []chunk
	dates       []date.Expression // of this sentence
}

// reader is the analysis of one document.
type reader struct {
	lexis *lexis
	doc   *document.Document

	// names and nominals give for each token the mention that covers it, as an
	// index into Document.Mentions plus one, 0 for none.
	names, nominals []int32

	// claims gives for each token the statement whose content holds it, as an
	// index into Document.Statements plus one.
	claims []int32

	told map[factKey]bool // the facts of the document so far
}

// newReader lays the mentions over the tokens.
func newReader(x *lexis, d *document.Document) *reader {
	r := &reader{lexis: x, doc: d}
	n := len(d.Tokens)
	room := make([]int32, 3*n)
	r.names, r.nominals, r.claims = room[:n], room[n:2*n], room[2*n:]
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Entity < 0 || m.Entity >= len(d.Entities) {
			continue
		}
		over := r.names
		if m.Kind == document.Nominal || m.Kind == document.Pronoun {
			over = r.nominals
		}
		for t := max(m.First, 0); t < min(m.Last, len(d.Tokens)); t++ {
			if over[t] == 0 {
				over[t] = int32(i + 1)
			}
		}
	}
	for i := range d.Statements {
		for _, span := range d.Statements[i].Content {
			for t := r.tokenAt(span.Start); t < n && d.Tokens[t].Start < span.End; t++ {
				r.claims[t] = int32(i + 1)
			}
		}
	}
	return r
}

func (s *sentence) tag(i int) string { return s.tags[i-s.first] }

func (s *sentence) text(i int) string { return s.doc.Slice(s.doc.Tokens[i].Span) }

// entry is what the tables know of token i; never nil.
func (s *sentence) entry(i int) *entry {
	if i < s.first || i >= s.last {
		return &noEntry
	}
	return s.entries[i-s.first]
}

var noEntry entry

// is tells whether token i is of one of the closed classes c.
func (s *sentence) is(i int, c class) bool { return s.entry(i).class&c != 0 }

// read cuts a sentence into chunks.
func (s *sentence) read(index int, dates []date.Expression) {
	at := &s.doc.Sentences[index]
	s.index, s.dates = index, dates
	s.first, s.last = max(at.First, 0), min(at.Last, len(s.doc.Tokens))
	s.entries, s.tags, s.chunks = s.entries[:0], s.tags[:0], s.chunks[:0]
	for i := s.first; i < s.last; i++ {
		e := s.lexis.find(s.text(i))
		if e == nil {
			e = &noEntry
		}
		s.entries = append(s.entries, e)
		s.tags = append(s.tags, s.doc.Tokens[i].Tag)
	}
	s.retag()
	for i := s.first; i < s.last; {
		c := s.chunk(i)
		if c.last <= i {
			i++
			continue
		}
		s.chunks = append(s.chunks, c)
		i = c.last
	}
	s.coordinate()
	s.govern()
}

// chunk reads the chunk that begins at token i; one of no tokens is to be
// passed over (a quotation mark).
func (s *sentence) chunk(i int) chunk {
	one := func(k chunkKind) chunk { return chunk{kind: k, first: i, last: i + 1, head: i, entry: s.entry(i)} }
	if s.names[i] != 0 {
		return s.nounGroup(i)
	}
	if e := s.dateAt(i); e != nil && !s.possessive(e.Last) {
		return chunk{kind: when, first: i, last: e.Last, head: i, entry: &noEntry}
	}
	if n := s.quantifier(i); n > 0 {
		return chunk{kind: adverb, first: i, last: i + n, head: i, entry: &noEntry}
	}
	switch tag := s.tag(i); tag {
	case "NN", "NNS", "NNP", "NNPS", "DT", "PDT", "PRP", "PRP$", "CD", "JJ", "JJR", "JJS", "EX", "$", "POS", "FW":
		if s.is(i, isWilling|isUnwilling|isDue) && len(s.chunks) > 0 && s.chunks[len(s.chunks)-1].kind == verbGroup {
			return one(adverb)
		}
		return s.nounGroup(i)
	case "VBG":
		switch {
		case s.is(i, isPrepositional):
			return one(prep)
		case s.is(i, isAdjectival):
			return s.nounGroup(i)
		}
		return s.verbGroup(i)
	case "MD", "VB", "VBD", "VBZ", "VBP", "VBN":
		return s.verbGroup(i)
	case "TO":
		if s.infinitive(i + 1) {
			return s.verbGroup(i)
		}
		return one(prep)
	case "IN":
		switch {
		case s.is(i, isComplementizer):
			return one(subordSign)
		}
		return one(prep)
	case "WDT", "WP", "WP$":
		return one(relative)
	case "WRB":
		return one(subordSign)
	case "CC":
		return one(conj)
	case ",":
		return one(comma)
	case "(", "-LRB-":
		return one(opening)
	case ")", "-RRB-":
		return one(closing)
	case "RB", "RBR", "RBS", "RP", "UH":
		if v := s.skipAdverbs(i); v < s.last && isVerbTag(s.tag(v)) && s.names[v] == 0 && s.tag(i) != "RP" {
			return s.verbGroup(i)
		}
		return one(adverb)
	case ":", ".":
		switch s.text(i) {
		case "-", "–", "—", "--":
			return one(dash)
		}
		return one(mark)
	}
	switch s.text(i) {
	case "-", "–", "—", "--":
		return one(dash)
	case "(", "[":
		return one(opening)
	case ")", "]":
		return one(closing)
	}
	return chunk{}
}

// quantifier is the number of tokens before a number that only hedge it: "up
// to", "more than", "about". 0 when none stand at token i.
func (s *sentence) quantifier(i int) int {
	number := func(k int) bool { return k < s.last && (s.tag(k) == "CD" || s.tag(k) == "$") }
	switch {
	case s.is(i, isVague) && number(i+1):
		return 1
	case s.is(i, isComparison) && number(i+2):
		switch s.text(i + 1) {
		case "to", "than", "least", "most":
			return 2
		}
	}
	return 0
}

// dateAt is the date expression that begins at token i, or nil.
func (s *sentence) dateAt(i int) *date.Expression {
	for k := range s.dates {
		if s.dates[k].First == i {
			return &s.dates[k]
		}
	}
	return nil
}

// possessive tells whether token i is a possessive mark.
func (s *sentence) possessive(i int) bool { return s.tagAt(i) == "POS" }

// infinitive tells whether a verb in its base form stands at token i, adverbs
// before it left out.
func (s *sentence) infinitive(i int) bool {
	i = s.skipAdverbs(i)
	return i < s.last && s.tag(i) == "VB" && s.names[i] == 0
}

func (s *sentence) skipAdverbs(i int) int {
	for i < s.last && (s.tag(i) == "RB" || s.tag(i) == "RBR") && s.names[i] == 0 {
		i++
	}
	return i
}

func isVerbTag(tag string) bool { return tag == "MD" || len(tag) >= 2 && tag[:2] == "VB" }

func isNounTag(tag string) bool { return len(tag) >= 2 && tag[:2] == "NN" }

// nounGroup reads a noun group: determiner, modifiers, names, heads; possessors
// stay inside it.
func (s *sentence) nounGroup(i int) chunk {
	c := chunk{kind: nounGroup, first: i, head: -1}
	j := i
	for j < s.last {
		if k := s.names[j]; k != 0 {
			last := max(min(s.doc.Mentions[k-1].Last, s.last), j+1)
			if c.head >= 0 && s.possessive(last) && !s.possessive(j-1) && s.names[c.head] == 0 && j > i && isNounTag(s.tag(j-1)) {
				break // "denounced as a crime Tarn's policy"
			}
			j = last
			c.head = j - 1
			continue
		}
		if e := s.dateAt(j); e != nil {
			if j == i && s.possessive(e.Last) || j > i && e.Last < s.last && c.head < 0 && isNounTag(s.tag(e.Last)) {
				j = e.Last
				continue
			}
			break
		}
		if !s.inNounGroup(i, j, c.head) {
			break
		}
		switch tag := s.tag(j); {
		case isNounTag(tag), tag == "PRP", tag == "EX", tag == "FW":
			c.head = j
		}
		j++
		if s.tag(j-1) == "PRP" || s.tag(j-1) == "EX" {
			break
		}
	}
	if c.head < 0 {
		c.head = max(j-1, i)
	}
	c.last = max(j, i+1)
	c.entry = s.entry(c.head)
	return c
}

// inNounGroup tells whether token j carries on the noun group that began at i;
// head is the last head so far.
func (s *sentence) inNounGroup(i, j, head int) bool {
	next := func() string {
		if j+1 < s.last {
			return s.tag(j + 1)
		}
		return ""
	}
	switch tag := s.tag(j); tag {
	case "NN", "NNS", "NNP", "NNPS", "CD", "$", "FW", "POS":
		return true
	case "JJ", "JJR", "JJS":
		if j > i && s.is(j, isWilling|isUnwilling|isDue|isAble) && next() == "TO" {
			return false
		}
		return true
	case "DT", "PDT", "PRP$", "PRP", "EX":
		return j == i || s.tag(j-1) == "PDT" || s.tag(j-1) == "DT" && tag != "PRP"
	case "VBN", "VBG":
		n := next()
		if s.is(j, isAdjectival) {
			return head < 0
		}
		return j > i && head < j && (isNounTag(n) || n == "JJ" || s.mentionAt(j+1)) && (s.tag(j-1) != "NNS" && (!isNounTag(s.tag(j-1)) || s.glued(j)))
	case "RB":
		n := next()
		return j > i && head < 0 && (n == "JJ" || n == "VBN")
	case "CC":
		return j > i && head < 0 && (s.tag(j-1) == "JJ" || s.tag(j-1) == "VBN") && (next() == "JJ" || next() == "VBN")
	}
	if t := s.text(j); t == "-" || t == "–" {
		return j > i && s.glued(j) && s.glued(j+1) && (next() != "" && next() != "CD")
	}
	return false
}

// mentionAt tells whether a name covers token j.
func (s *sentence) mentionAt(j int) bool { return j < s.last && s.names[j] != 0 }

// glued tells whether no space stands before token j.
func (s *sentence) glued(j int) bool {
	return j > s.first && j < s.last && s.doc.Tokens[j-1].End == s.doc.Tokens[j].Start
}

// verbGroup reads auxiliaries, adverbs, the main verb and the verbs that it
// governs without a subject of their own: "has not agreed to send".
func (s *sentence) verbGroup(i int) chunk {
	c := chunk{kind: verbGroup, first: i, head: -1, verbs: verbs{governor: -1}}
	j := i
	negated := false
	be := false // the auxiliary before is "be"
	for j < s.last {
		if s.names[j] != 0 {
			break
		}
		tag := s.tag(j)
		e := s.entry(j)
		next := s.skipAdverbs(j + 1)
		switch {
		case tag == "RB" || tag == "RBR":
			if e.class&isNot != 0 {
				negated = true
			}
			if v := s.skipAdverbs(j); v >= s.last || !isVerbTag(s.tag(v)) && s.tag(v) != "TO" && !s.governs(v) {
				return s.endVerbs(c, j, negated)
			}
		case tag == "MD":
			if c.head >= 0 {
				return s.endVerbs(c, j, negated)
			}
			c.finite = true
			c.modal |= e.class & (isWill | isWould | isMust | isMay)
		case tag == "TO":
			if !s.infinitive(j + 1) {
				return s.endVerbs(c, j, negated)
			}
			if c.head < 0 && j == i {
				c.infinitive = true
			}
			if c.head >= 0 {
				c.governed(s, negated)
				negated, be = false, false
			}
		case s.governs(j) && be && next < s.last && s.tag(next) == "TO" && s.infinitive(next+1):
			c.head = j
		case isVerbTag(tag):
			if c.head >= 0 {
				if tag != "VBG" || !s.takesGerund(c.head) || c.passive {
					return s.endVerbs(c, j, negated)
				}
				c.governed(s, negated)
				negated, be = false, false
			}
			if j == i || c.first == j {
				c.finite = tag == "VBD" || tag == "VBZ" || tag == "VBP"
				c.participle, c.gerund = tag == "VBN", tag == "VBG"
			}
			c.past = c.past || tag == "VBD"
			if c.head < 0 && !c.finite && c.modal == 0 && (tag == "VBD" || tag == "VBZ" || tag == "VBP") {
				c.finite = true
			}
			if e.class&(isBe|isHave|isDo|isGet) != 0 && s.auxiliary(j, next) {
				be = e.class&(isBe|isGet) != 0
				if e.class&isHave != 0 && s.tag(next) == "TO" {
					c.modal |= isMust
				}
				break
			}
			if be && tag == "VBN" {
				c.passive = true
			}
			be = false
			c.head = j
		default:
			return s.endVerbs(c, j, negated)
		}
		j++
	}
	return s.endVerbs(c, j, negated)
}

// auxiliary tells whether the be, have, do or get at token j helps the verb or
// the ready-to adjective at next.
func (s *sentence) auxiliary(j, next int) bool {
	if next >= s.last || s.names[next] != 0 {
		return false
	}
	switch tag := s.tag(next); tag {
	case "VBN", "VBG", "VB":
		return true
	case "VBD":
		return s.is(j, isBe|isHave)
	case "TO":
		return s.is(j, isBe|isHave) && s.infinitive(next+1)
	}
	to := s.skipAdverbs(next + 1)
	return s.is(j, isBe|isGet) && s.governs(next) && to < s.last && s.tag(to) == "TO"
}

// governs tells whether token j is ready, due, about or the like: what stands
// between "be" and an infinitive.
func (s *sentence) governs(j int) bool {
	return j < s.last && s.is(j, isWilling|isUnwilling|isDue|isAble)
}

// takesGerund tells whether the verb at token j may govern a verb in -ing:
// "began shelling", "stopped sending".
func (s *sentence) takesGerund(j int) bool {
	for i := range s.entry(j).verbs {
		switch s.entry(j).verbs[i].operator {
		case opBegin, opStop, opIntend, opRefuse:
			return true
		}
	}
	return false
}

// governed makes the main verb so far a link of the chain above the next one.
func (c *chunk) governed(s *sentence, negated bool) {
	if c.links == len(c.chain) {
		c.head = -1
		return
	}
	l := link{token: c.head, negated: negated}
	switch e := s.entry(c.head); {
	case e.class&isWilling != 0:
		l.op, l.event.kind = opAgree, "agree"
	case e.class&isUnwilling != 0:
		l.op, l.event.kind = opRefuse, "reject"
	case e.class&isDue != 0:
		l.op = opPredict
	case e.class&isAble != 0:
		l.op = opBegin
	default:
		for i := range e.verbs {
			if v := &e.verbs[i]; v.particle == "" || v.particle == "to" {
				l.op, l.event = v.operator, v.event
				break
			}
		}
	}
	c.chain[c.links] = l
	c.links++
	c.head = -1
	c.passive = false
}

// endVerbs closes a verb group before token j.
func (s *sentence) endVerbs(c chunk, j int, negated bool) chunk {
	c.negated = negated
	if c.head < 0 { // auxiliaries alone: "did", "is"
		for k := j - 1; k >= c.first; k-- {
			if isVerbTag(s.tag(k)) {
				c.head = k
				break
			}
		}
	}
	if c.head < 0 {
		return chunk{kind: adverb, first: c.first, last: max(j, c.first+1), head: c.first, entry: s.entry(c.first)}
	}
	c.last = max(j, c.first+1)
	c.entry = s.entry(c.head)
	return c
}

// govern finds the infinitives that a verb governs across a date or phrase:
// "threatened today to impose", "agreed in principle to send".
func (s *sentence) govern() {
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind != verbGroup || !c.infinitive {
			continue
		}
		i := k - 1
		for i >= 0 {
			switch {
			case s.chunks[i].kind == adverb || s.chunks[i].kind == when:
				i--
				continue
			case s.chunks[i].kind == prep && i+1 < k && s.chunks[i+1].kind == when:
				i--
				continue
			case s.chunks[i].kind == nounGroup && i > 0 && s.chunks[i-1].kind == prep:
				i -= 2
				continue
			}
			break
		}
		if i > 0 && s.chunks[i].kind == nounGroup && s.chunks[i-1].kind == verbGroup && s.is(s.chunks[i-1].head, isUse) {
			i-- // "used tear gas to disperse"
		}
		if i >= 0 && i < k-1 && s.chunks[i].kind == verbGroup && s.governing(s.chunks[i].head) {
			s.chunks[k].governor = i
		}
	}
}

// governing tells whether the verb at token i makes something of an event
// below it.
func (s *sentence) governing(i int) bool {
	e := s.entry(i)
	if len(e.verbs) == 0 {
		return false
	}
	if e.class&isUse != 0 {
		return true
	}
	switch e.verbs[len(e.verbs)-1].operator {
	case opAgree, opAsk, opRefuse, opThreaten, opIntend:
		return true
	}
	return false
}

// coordinate finds the noun groups that "and", "or" and commas join.
func (s *sentence) coordinate() {
	for i := range s.chunks {
		s.chunks[i].group = group{i, i}
	}
	for i := 0; i < len(s.chunks); i++ {
		if s.chunks[i].kind != nounGroup {
			continue
		}
		to, joined := i, false
		for {
			k := to + 1
			if k < len(s.chunks) && s.chunks[k].kind == comma {
				k++
			}
			if k < len(s.chunks) && s.chunks[k].kind == conj {
				if k+1 < len(s.chunks) && s.chunks[k+1].kind == nounGroup {
					to, joined = k+1, true
				}
				break
			}
			if k == to+1 || k >= len(s.chunks) || s.chunks[k].kind != nounGroup || s.headName(k) == 0 && s.chunks[i].head >= 0 && s.headName(i) != 0 {
				break
			}
			to = k
		}
		if !joined {
			continue
		}
		for k := i; k <= to; k++ {
			s.chunks[k].group = group{i, to}
		}
		i = to
	}
}

// headName is the mention of a name that covers the head of noun group k, plus
// one; 0 for none.
func (s *sentence) headName(k int) int32 { return s.names[s.chunks[k].head] }
