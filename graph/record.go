package graph

import (
	"cmp"
	"container/list"
	"context"
	"errors"
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"dossier/extract/document"
)

// DocumentRecord is a document read back from the store.
type DocumentRecord struct {
	ID                                            ID
	Identifier, Title, Date, Publisher, URL, Text string
	Words, StatementCount, EventCount, FactCount  int
	Sentences                                     []document.Span // in order
	Entities                                      []EntityInstance

	points    document.CodePoints
	hasPoints bool
}

// Slice is the words of a span, as much of it as lies in the text.
func (d *DocumentRecord) Slice(s document.Span) string {
	start := min(max(s.Start, 0), len(d.Text))
	return d.Text[start:max(start, min(s.End, len(d.Text)))]
}

// CodePoints is a span of bytes in code points of the text.
func (d *DocumentRecord) CodePoints(s document.Span) [2]int {
	if !d.hasPoints {
		d.points, d.hasPoints = document.NewCodePoints(d.Text), true
	}
	s.Start = min(max(s.Start, 0), len(d.Text))
	s.End = min(max(s.End, s.Start), len(d.Text))
	return d.points.Span(s)
}

// Around is the span of the sentences that s touches, s itself when it touches
// none.
func (d *DocumentRecord) Around(s document.Span) document.Span {
	out := document.Span{}
	for _, x := range d.Sentences {
		if !x.Overlaps(s) {
			continue
		}
		if out.Empty() {
			out = x
		}
		out.End = x.End
	}
	if out.Empty() {
		return s
	}
	return out
}

// Entity is the document's i-th entity.
func (d *DocumentRecord) Entity(i int) (EntityInstance, bool) {
	if i < 0 || i >= len(d.Entities) {
		return EntityInstance{}, false
	}
	return d.Entities[i], true
}

// Party is somebody in a piece of evidence.
type Party struct {
	Entity EntityInstance // without an ID when it is no entity, but a name
	Span   document.Span  // the words that name it there
	Plural bool           // several whom nobody names: "officials", "residents"
}

// StatementRecord is a statement read back from the store.
type StatementRecord struct {
	Ref
	Document   *DocumentRecord
	Type       string // direct, indirect, mixed, none
	Class      string // say, ask, promise, think
	Stance     string // neutral, doubting, factive
	Content    []document.Span
	Cue        document.Span
	Speaker    *Party  // nil when nobody is named
	Joint      []Party // who said it together with the speaker
	OnBehalfOf *Party  // for whom the speaker speaks, nil when for nobody else
	Addressee  *Party
	ToldBy     *Party // who tells it in a statement of his own, nil when the article itself does
	About      []EntityInstance
	Negated    bool
	Copy       string // by which [Reader.Copies] finds the others
	Rule       string
	Confidence float64
}

// RelationRecord is an event or a fact read back from the store.
type RelationRecord struct {
	Ref
	Document        *DocumentRecord
	Subject, Object []Party
	Value           string
	ValueSpan       document.Span
	Context         []string
	Reciprocal      bool
	Modality        string
	Claim           *Party // who claims it, nil when nobody is named
	ClaimedBy       ID     // the statement, "" in the article's own voice
	Date            *document.Period
	Location        *EntityInstance
	Trigger         document.Span
	Sentence        document.Span
	Copy            string
	Rule            string
	Confidence      float64
}

// Reader reads records hop by hop, and keeps the documents that it read last.
// It is for one goroutine.
type Reader struct {
	st     *Store
	latest *list.List // of *DocumentRecord, the last read first
	byID   map[ID]*list.Element

	met met

	recorded map[cayley.Ref]Predicate // what records are made of
	of       view                     // in which the predicates have these numbers
}

// recorded is the predicates of what a record is made of. The others of its
// node say again what is packed in its evidence, and are only to be found by.
var recorded = [...]Predicate{
	Identifier, Title, Date, Publisher, URL, Words, Content, Contents,
	Type, Evidence, Copy, Class, Value, Modality, ClaimedBy,
}

// readerKeeps is how many documents a reader keeps: the rows of an answer come
// document by document, but for their copies.
const readerKeeps = 32

// NewReader makes a reader of a store.
func NewReader(st *Store) *Reader {
	return &Reader{st: st, latest: list.New(), byID: make(map[ID]*list.Element)}
}

// ErrNotThere says that a node isn't in the store.
var ErrNotThere = errors.New("not in the store")

// Document reads a document. One that isn't in the store is [ErrNotThere].
func (r *Reader) Document(ctx context.Context, id ID) (*DocumentRecord, error) {
	if d := r.kept(id); d != nil {
		return d, nil
	}
	one, err := r.node(ctx, id)
	if err != nil {
		return nil, err
	}
	d, err := documentRecord(id, one)
	if err != nil {
		return nil, err
	}
	return r.keep(d), nil
}

// kept is a document that was read not long ago, or nil.
func (r *Reader) kept(id ID) *DocumentRecord {
	e, ok := r.byID[id]
	if !ok {
		return nil
	}
	r.latest.MoveToFront(e)
	return e.Value.(*DocumentRecord)
}

func (r *Reader) keep(d *DocumentRecord) *DocumentRecord {
	r.byID[d.ID] = r.latest.PushFront(d)
	if r.latest.Len() > readerKeeps {
		old := r.latest.Remove(r.latest.Back()).(*DocumentRecord)
		delete(r.byID, old.ID)
	}
	return d
}

func documentRecord(id ID, one map[Predicate]Term) (*DocumentRecord, error) {
	packed, ok := one[Contents]
	if !ok {
		return nil, fmt.Errorf("document %s: %w", id, ErrNotThere)
	}
	d := &DocumentRecord{
		ID: id, Identifier: one[Identifier].Text, Title: one[Title].Text, Date: one[Date].Text, Publisher: one[Publisher].Text,
		URL: one[URL].Text, Text: one[Content].Text, Words: int(one[Words].Num),
	}
	return d, d.unpack(packed)
}

// node is what a record is made of. It goes by the numbers of the predicates, so
// that nothing else of the node is named: records take a third less time than by
// [Store.Node].
func (r *Reader) node(ctx context.Context, id ID) (one map[Predicate]Term, err error) {
	one = make(map[Predicate]Term)
	err = r.st.hop(ctx, want{subject: id}, func(h hop, p pattern) error {
		if err := r.number(ctx, h.view); err != nil {
			return err
		}
		var objects []cayley.Ref
		var by []Predicate
		err := h.scan(ctx, p, func(l link) bool {
			if predicate, ok := r.recorded[l.predicate]; ok {
				objects, by = append(objects, l.object), append(by, predicate)
			}
			return true
		})
		if err != nil {
			return err
		}
		values, err := cayley.ValuesOf(ctx, h.quads(), objects)
		if err != nil {
			return err
		}
		for i, v := range values {
			if one[by[i]], err = termOf(v); err != nil {
				return fmt.Errorf("%w: %s of %s: %w", ErrDamaged, by[i], id, err)
			}
		}
		return nil
	})
	return one, err
}

// number finds the numbers that predicates have in a view.
func (r *Reader) number(ctx context.Context, v view) error {
	if r.of == v {
		return nil
	}
	values := make([]quad.Value, len(recorded))
	for i, p := range recorded {
		values[i] = quad.IRI(p)
	}
	refs, err := cayley.RefsOf(ctx, v.quads(), values)
	if err != nil {
		return err
	}
	r.recorded, r.of = make(map[cayley.Ref]Predicate, len(refs)), v
	for i, ref := range refs {
		if ref != nil && ref != absent {
			r.recorded[ref] = recorded[i]
		}
	}
	return nil
}

func (d *DocumentRecord) unpack(t Term) error {
	c, err := unpackContents(d.ID, t)
	if err != nil {
		return err
	}
	d.StatementCount, d.EventCount, d.FactCount, d.Entities = c.Statements, c.Events, c.Facts, c.Entities
	at := 0
	for i := 0; i+1 < len(c.Sentences); i += 2 {
		s := document.Span{Start: at + c.Sentences[i], End: at + c.Sentences[i] + c.Sentences[i+1]}
		d.Sentences = append(d.Sentences, s)
		at = s.End
	}
	return nil
}

// Entities is the entities of a document alone, without its text.
func (r *Reader) Entities(ctx context.Context, id ID) ([]EntityInstance, error) {
	if e, ok := r.byID[id]; ok {
		return e.Value.(*DocumentRecord).Entities, nil
	}
	terms, err := r.st.Out(ctx, id, Contents)
	if err != nil || len(terms) == 0 {
		return nil, err
	}
	c, err := unpackContents(id, terms[0])
	return c.Entities, err
}

// evidence reads the quads of a piece of evidence, and its document.
func (r *Reader) evidence(ctx context.Context, id ID) (map[Predicate]Term, *DocumentRecord, Ref, error) {
	ref, ok := ParseRef(id)
	if !ok {
		return nil, nil, Ref{}, fmt.Errorf("%s is the id of no statement, event or fact: %w", id, ErrNotThere)
	}
	one, err := r.node(ctx, id)
	if err != nil {
		return nil, nil, Ref{}, err
	}
	if _, ok := one[Evidence]; !ok {
		return nil, nil, Ref{}, fmt.Errorf("%s: %w", id, ErrNotThere)
	}
	d, err := r.Document(ctx, ref.Document())
	return one, d, ref, err
}

// Statement reads a statement.
func (r *Reader) Statement(ctx context.Context, id ID) (*StatementRecord, error) {
	one, d, ref, err := r.evidence(ctx, id)
	if err != nil {
		return nil, err
	}
	var e said
	if err := unpack(id, one[Evidence], &e); err != nil {
		return nil, err
	}
	return statementRecord(ref, one, &e, d), nil
}

func spans(packed []span) (out []document.Span) {
	for i := range packed {
		out = append(out, packed[i].document())
	}
	return out
}

func statementRecord(ref Ref, one map[Predicate]Term, e *said, d *DocumentRecord) *StatementRecord {
	s := &StatementRecord{
		Ref: ref, Document: d, Type: one[Type].Text, Class: class(one), Stance: cmp.Or(e.Stance, usualStance),
		Cue: e.Cue.document(), Speaker: d.party(e.Speaker), Joint: d.parties(e.Joint), OnBehalfOf: d.party(e.OnBehalfOf), Addressee: d.party(e.Addressee), ToldBy: d.party(e.ToldBy),
		Negated: e.Negated, Copy: one[Copy].Text, Rule: e.Rule, Confidence: e.Confidence,
	}
	s.Content = spans(e.Content)
	for _, i := range e.About {
		if a, ok := d.Entity(i); ok {
			s.About = append(s.About, a)
		}
	}
	return s
}

// Relation reads an event or a fact.
func (r *Reader) Relation(ctx context.Context, id ID) (*RelationRecord, error) {
	one, d, ref, err := r.evidence(ctx, id)
	if err != nil {
		return nil, err
	}
	return relationRecord(ref, one, d)
}

func relationRecord(ref Ref, one map[Predicate]Term, d *DocumentRecord) (*RelationRecord, error) {
	var e related
	if err := unpack(ref.ID, one[Evidence], &e); err != nil {
		return nil, err
	}
	x := &RelationRecord{
		Ref: ref, Document: d, Subject: d.parties(e.Subject), Object: d.parties(e.Object), Value: one[Value].Text, ValueSpan: e.ValueSpan.document(),
		Context: e.Context, Reciprocal: e.Reciprocal, Modality: one[Modality].Text, Claim: d.party(e.Claim), ClaimedBy: one[ClaimedBy].ID,
		Trigger: e.Trigger.document(), Sentence: e.Sentence.document(), Copy: one[Copy].Text, Rule: e.Rule, Confidence: e.Confidence,
	}
	if x.Modality == "" {
		x.Modality = string(document.Asserted)
	}
	if e.Date != nil {
		x.Date = &document.Period{Start: e.Date.Start, End: e.Date.End, Precision: e.Date.Precision, Text: e.Date.Span.document()}
	}
	if e.Location != nil {
		if l, ok := d.Entity(*e.Location); ok {
			x.Location = &l
		}
	}
	return x, nil
}

func (d *DocumentRecord) party(p *party) *Party {
	if p == nil {
		return nil
	}
	out := &Party{Entity: EntityInstance{Name: p.Name}, Span: p.Span.document(), Plural: p.Plural}
	if p.Entity != nil {
		if e, ok := d.Entity(*p.Entity); ok {
			out.Entity = e
			out.Entity.Name = cmp.Or(p.Name, e.Name)
		}
	}
	return out
}

func (d *DocumentRecord) parties(ps []party) []Party {
	out := make([]Party, 0, len(ps))
	for i := range ps {
		out = append(out, *d.party(&ps[i]))
	}
	return out
}

// Refs is the refs of all that has the object by predicate p, newest first; see
// [Reader.Newest].
func (r *Reader) Refs(ctx context.Context, p Predicate, object Term) ([]Ref, error) {
	var out []Ref
	for ref, err := range r.Newest(ctx, p, object, "", "") {
		if err != nil {
			return nil, err
		}
		out = append(out, ref)
	}
	return out, nil
}

// Read is the refs of all statements, events and facts that were read in a
// document, in order.
func (r *Reader) Read(ctx context.Context, document ID) ([]Ref, error) {
	var out []Ref
	for q, err := range r.st.Labelled(ctx, document) {
		if err != nil {
			return nil, err
		}
		if q.Predicate != Evidence {
			continue
		}
		if ref, ok := ParseRef(q.Subject); ok {
			out = append(out, ref)
		}
	}
	sortRefs(out)
	return out, nil
}

func sortRefs(refs []Ref) { slices.SortFunc(refs, Ref.Compare) }
