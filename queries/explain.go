package queries

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// explainSentences is how many sentences show an entity, the newest.
const explainSentences = 5

// Explain is what the row of an id rests on: of a statement, an event or a fact
// the words that say so; of an entity or a document sentences that name it, or
// that it has. An id that is in no row of the store is [graph.ErrNotThere].
func Explain(ctx context.Context, st *graph.Store, id string) (Explanation, error) {
	a := ask(ctx, st)
	x := Explanation{Schema: Schema, Kind: "explanation", Marks: []Mark{}, Sentences: []SentenceRow{}}
	ref, ok := graph.ParseRef(graph.ID(id))
	_, entity := graph.EntityType(graph.ID(id))
	var err error
	switch {
	case ok && ref.Kind == graph.StatementNode:
		err = a.explainStatement(&x, ref.ID)
	case ok && (ref.Kind == graph.EventNode || ref.Kind == graph.FactNode):
		err = a.explainRelation(&x, ref.ID)
	case strings.HasPrefix(id, graph.DocumentNode+"/"):
		err = a.explainDocument(&x, graph.ID(id))
	case entity:
		err = a.explainEntity(&x, graph.ID(id))
	default:
		err = fmt.Errorf("%q is no id of an answer: %w", id, graph.ErrNotThere)
	}
	if errors.Is(err, graph.ErrNotThere) {
		return Explanation{}, fmt.Errorf("explain: %w", err)
	}
	return x, err
}

func (a *asking) explainStatement(x *Explanation, id graph.ID) error {
	s, err := a.Statement(a.ctx, id)
	if err != nil {
		return err
	}
	m := marker{d: s.Document}
	m.mark("content", s.Content...)
	m.mark("cue", s.Cue)
	m.party("speaker", s.Speaker)
	for i := range s.Joint {
		m.party("speaker", &s.Joint[i])
	}
	m.party("on behalf of", s.OnBehalfOf)
	m.party("addressee", s.Addressee)
	m.party("told by", s.ToldBy)
	x.Marks = m.sorted()
	x.Answer, err = a.statement(s)
	return err
}

func (a *asking) explainRelation(x *Explanation, id graph.ID) error {
	r, err := a.Relation(a.ctx, id)
	if err != nil {
		return err
	}
	m := marker{d: r.Document}
	m.mark("trigger", r.Trigger)
	m.mark("value", r.ValueSpan)
	for i := range r.Subject {
		m.party("subject", &r.Subject[i])
	}
	for i := range r.Object {
		m.party("object", &r.Object[i])
	}
	m.party("claimed by", r.Claim)
	if r.Date != nil {
		m.mark("date", r.Date.Text)
	}
	x.Marks = m.sorted()
	x.Claim = string(r.ClaimedBy)
	x.Answer, err = a.relation(r)
	return err
}

func (a *asking) explainDocument(x *Explanation, id graph.ID) error {
	d, err := a.Document(a.ctx, id)
	if err != nil {
		return err
	}
	read, err := a.read(id)
	if err != nil {
		return err
	}
	x.Answer = documentRow(d)
	for _, s := range d.Sentences {
		x.Sentences = append(x.Sentences, sentenceRow(d, s, read))
	}
	return nil
}

func (a *asking) explainEntity(x *Explanation, id graph.ID) error {
	row, mentions, err := a.portrayed(id, portraitOf)
	if err != nil {
		return err
	}
	if len(mentions) == 0 {
		return fmt.Errorf("%s: %w", id, graph.ErrNotThere)
	}
	x.Answer = row
	for _, r := range mentions[:min(len(mentions), explainSentences)] {
		d, err := a.Document(a.ctx, r.Document())
		if err != nil {
			return err
		}
		read, err := a.read(d.ID)
		if err != nil {
			return err
		}
		x.Sentences = append(x.Sentences, sentenceRow(d, d.Around(document.Span{Start: r.Position, End: r.Position + 1}), read))
	}
	return nil
}

// marker collects marks of one document.
type marker struct {
	d     *graph.DocumentRecord
	marks []Mark
}

func (m *marker) mark(role string, spans ...document.Span) {
	for _, s := range spans {
		if !s.Empty() {
			m.marks = append(m.marks, Mark{role, m.d.CodePoints(s), m.d.Slice(s)})
		}
	}
}

func (m *marker) party(role string, p *graph.Party) {
	if p != nil {
		m.mark(role, p.Span)
	}
}

func (m *marker) sorted() []Mark {
	slices.SortStableFunc(m.marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Span[0], b.Span[0]), cmp.Compare(b.Span[1], a.Span[1]))
	})
	return append([]Mark{}, m.marks...)
}
