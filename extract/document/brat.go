package document

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Brat writes what was read out of documents in the standoff format of the brat
// annotation tool (brat.nlplab.org/standoff.html), which several editors and viewers
// read. Before each document a line "# newdoc id = …" stands, which is not of the
// format: what follows it is the .ann file beside the text.
//
// Mentions are text-bound annotations with the type of their entity; those of one
// entity are an equivalence, without those that also mean others, and a Wikidata id is
// a normalization. Statements, events
// and facts are events: their trigger is the reporting word, or the content of a
// statement that has none, and their arguments are mentions or the words in their
// place. Offsets are Unicode code points, as on the wire.
type Brat struct{ w *bufio.Writer }

// NewBrat makes a writer to w.
func NewBrat(w io.Writer) *Brat { return &Brat{bufio.NewWriterSize(w, 1<<16)} }

// Encode writes one document and flushes it.
func (b *Brat) Encode(d *Document) error {
	s := standoff{w: b.w, d: d, c: NewCodePoints(d.Text), bound: map[string]string{}, next: map[byte]int{}}
	fmt.Fprintf(b.w, "# newdoc id = %s\n", field(d.Key()))
	s.entities()
	statements := make([]string, len(d.Statements))
	for i := range d.Statements {
		statements[i] = s.statement(&d.Statements[i])
	}
	for i := range d.Relations {
		s.relation(&d.Relations[i], statements)
	}
	if err := b.w.Flush(); err != nil {
		return fmt.Errorf("writing document %s: %w", d.Key(), err)
	}
	return nil
}

// standoff is the state of writing one document.
type standoff struct {
	w     *bufio.Writer
	d     *Document
	c     CodePoints
	bound map[string]string // ids of text-bound annotations by their type and place
	next  map[byte]int      // the last number of each kind of line
}

func (s *standoff) id(kind byte) string {
	s.next[kind]++
	return string(kind) + strconv.Itoa(s.next[kind])
}

// text gives the id of the text-bound annotation of a type with some spans, "" for no
// span. One that is there already isn't written again.
func (s *standoff) text(kind string, spans ...Span) string {
	var offsets, words []string
	for _, span := range spans {
		for _, line := range s.lines(span) {
			at := s.c.Span(line)
			offsets = append(offsets, fmt.Sprintf("%d %d", at[0], at[1]))
			words = append(words, s.d.Slice(line))
		}
	}
	if len(offsets) == 0 {
		return ""
	}
	key := kind + " " + strings.Join(offsets, ";")
	id, ok := s.bound[key]
	if !ok {
		id = s.id('T')
		s.bound[key] = id
		fmt.Fprintf(s.w, "%s\t%s\t%s\n", id, key, strings.ReplaceAll(strings.Join(words, " "), "\t", " "))
	}
	return id
}

// lines are the pieces of a span that line breaks part, since no annotation may hold
// one.
func (s *standoff) lines(span Span) []Span {
	var out []Span
	for at := span.Start; at < span.End; {
		end := span.End
		if i := strings.IndexAny(s.d.Text[at:end], "\r\n"); i >= 0 {
			end = at + i
		}
		if end > at {
			out = append(out, Span{at, end})
		}
		at = end + 1
	}
	return out
}

func (s *standoff) entities() {
	of := make([][]string, len(s.d.Entities))
	owners := map[string]int{} // of a mention; a plural has several
	for _, m := range s.d.Mentions {
		if m.Entity < 0 {
			continue
		}
		known := s.next['T']
		id := s.text(string(s.d.Entities[m.Entity].Type), m.Span)
		if s.next['T'] > known {
			s.attribute("form", id, string(m.Kind))
		}
		of[m.Entity] = append(of[m.Entity], id)
		owners[id]++
	}
	for i, ids := range of {
		e := &s.d.Entities[i]
		ids = slices.DeleteFunc(ids, func(id string) bool { return owners[id] > 1 })
		if len(ids) > 1 {
			fmt.Fprintf(s.w, "*\tEquiv %s\n", strings.Join(ids, " "))
		}
		if len(ids) > 0 && e.Wikidata != "" {
			fmt.Fprintf(s.w, "%s\tReference %s Wikidata:%s\t%s\n", s.id('N'), ids[0], e.Wikidata, field(e.Name))
		}
	}
}

func (s *standoff) attribute(name, of, value string) {
	fmt.Fprintf(s.w, "%s\n", strings.TrimRight(s.id('A')+"\t"+name+" "+of+" "+value, " "))
}

// argument is the mention of an entity at a span, or what else stands there.
func (s *standoff) argument(entity int, span Span, other string) string {
	if entity >= 0 && entity < len(s.d.Entities) {
		other = string(s.d.Entities[entity].Type)
	}
	return s.text(other, span)
}

// event writes an event with its arguments, pairs of a role and an id; roles that come
// again are numbered.
func (s *standoff) event(kind, trigger string, arguments ...string) string {
	id := s.id('E')
	fmt.Fprintf(s.w, "%s\t%s:%s", id, kind, trigger)
	seen := map[string]int{}
	for i := 0; i < len(arguments); i += 2 {
		role, of := arguments[i], arguments[i+1]
		if of == "" || seen[role+" "+of] > 0 { // all members of a plural are one annotation
			continue
		}
		seen[role+" "+of]++
		if seen[role]++; seen[role] > 1 {
			role += strconv.Itoa(seen[role])
		}
		fmt.Fprintf(s.w, " %s:%s", role, of)
	}
	s.w.WriteByte('\n')
	return id
}

// statement writes a statement and those that it reports, and gives its id.
func (s *standoff) statement(st *Statement) string {
	var arguments []string
	source := func(role string, x *Source) {
		if x != nil {
			arguments = append(arguments, role, s.argument(x.Entity, x.Span, "source"))
		}
	}
	trigger := s.text(string(st.Class), st.Cue)
	content := s.text("content", st.Content...)
	if trigger == "" {
		if trigger = s.text(string(st.Class), st.Content...); trigger == "" {
			return ""
		}
	}
	arguments = append(arguments, "content", content)
	source("speaker", st.Speaker)
	for i := range st.Joint {
		source("speaker", &st.Joint[i])
	}
	source("on_behalf_of", st.OnBehalfOf)
	source("addressee", st.Addressee)
	for i := range st.Reports {
		arguments = append(arguments, "reports", s.statement(&st.Reports[i]))
	}
	id := s.event(string(st.Class), trigger, arguments...)
	s.attribute("quotation", id, string(st.Type))
	s.attribute("stance", id, string(st.Stance))
	if st.Negated {
		s.attribute("negated", id, "")
	}
	return id
}

func (s *standoff) relation(r *Relation, statements []string) {
	trigger := s.text(r.Type, r.Trigger)
	if trigger == "" {
		trigger = s.text(r.Type, r.Evidence)
	}
	if trigger == "" {
		return
	}
	var arguments []string
	for _, a := range r.Subject {
		arguments = append(arguments, "subject", s.argument(a.Entity, a.Span, "other"))
	}
	for _, a := range r.Object {
		arguments = append(arguments, "object", s.argument(a.Entity, a.Span, "other"))
	}
	arguments = append(arguments, "value", s.text("value", r.ValueSpan))
	if r.Date != nil {
		arguments = append(arguments, "date", s.text("date", r.Date.Text))
	}
	if r.ClaimedBy >= 0 && r.ClaimedBy < len(statements) {
		arguments = append(arguments, "claimed_by", statements[r.ClaimedBy])
	}
	id := s.event(r.Type, trigger, arguments...)
	s.attribute("modality", id, string(r.Modality))
	if r.Mode != "" {
		s.attribute("mode", id, r.Mode)
	}
}
