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
	r.dropOwn()
	return r
}

// dropOwn forgets the pronouns that stand for the one who speaks them: in a
// quotation "he" is somebody else.
func (r *reader) dropOwn() {
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if m.Kind != document.Pronoun || m.First < 0 || m.First >= len(r.claims) || r.claims[m.First] == 0 {
			continue
		}
		st := &r.doc.Statements[r.claims[m.First]-1]
		if st.Type == document.Direct && st.Speaker != nil && st.Speaker.Entity == m.Entity && r.nominals[m.First] == int32(i+1) {
			r.nominals[m.First] = 0
		}
	}
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
	case "VBN":
		if n := len(s.chunks); n > 0 && s.chunks[n-1].kind == prep && s.mentionAt(i+1) {
			return s.nounGroup(i) // "against besieged Orvel"
		}
		return s.verbGroup(i)
	case "MD", "VB", "VBD", "VBZ", "VBP":
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
		switch s.text(i) {
		case "-", "–", "—", "--": // the dash of a dateline, to the parser
			return one(dash)
		}
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

// dateAt is the date expression that begins at token i, or nil.
func (s *sentence) dateAt(i int) *date.Expression {
	for k := range s.dates {
		if s.dates[k].First == i {
			return &s.dates[k]
		}
	}
	return nil
}
