package queries

import (
	"context"
	"iter"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// asking is one question while it is being answered: what it has read of the
// store.
type asking struct {
	*graph.Reader
	ctx context.Context
	st  *graph.Store
}

func ask(ctx context.Context, st *graph.Store) *asking {
	return &asking{graph.NewReader(st), ctx, st}
}

// refs is all that has the node as its object by one of the predicates, each
// once, newest first.
func (a *asking) refs(node graph.ID, by ...graph.Predicate) ([]graph.Ref, error) {
	return collect(a.newest(days{}, ends(node, by...)...))
}

// firsts is the newest n of them, 0 is all.
func (a *asking) firsts(n int, node graph.ID, by ...graph.Predicate) (some []graph.Ref, err error) {
	for r, err := range a.newest(days{}, ends(node, by...)...) {
		if err != nil {
			return nil, err
		}
		if some = append(some, r); len(some) == n {
			break
		}
	}
	return some, nil
}

// documents is the listings of all documents, newest first.
func (a *asking) documents(d days) iter.Seq2[graph.Ref, error] {
	return a.newest(d, ends(graph.Catalogue, graph.In)...)
}

// days is a stretch of days, both ends included, ISO 8601; an empty end is open.
type days struct{ since, until string }

// has tells whether a day lies in the stretch. A day that isn't known lies in
// the one that is open at both ends only.
func (d days) has(day string) bool {
	if day == "" {
		return d == days{}
	}
	return day >= d.since && (d.until == "" || day <= d.until)
}

// row reads the statement, event or fact of a ref as a row.
func (a *asking) row(r graph.Ref) (Row, error) {
	if r.Kind == graph.StatementNode {
		s, err := a.Statement(a.ctx, r.ID)
		if err != nil {
			return nil, err
		}
		return a.statement(s)
	}
	x, err := a.Relation(a.ctx, r.ID)
	if err != nil {
		return nil, err
	}
	return a.relation(x)
}

// relation is an event or a fact as a row.
func (a *asking) relation(x *graph.RelationRecord) (Row, error) {
	also, err := a.alsoIn(x.Ref, x.Copy)
	d := x.Document
	span := []Span{d.CodePoints(x.Sentence)}
	if x.Kind == graph.FactNode {
		row := FactRow{
			Schema: Schema, Kind: "fact", ID: string(x.ID), Type: x.Type, Subject: first(x.Subject), Object: first(x.Object), Value: x.Value,
			Modality: x.Modality, ClaimedBy: claimant(x), Sentence: d.Slice(x.Sentence), Span: span, Document: documentRef(d), AlsoIn: also,
			Rule: x.Rule, Confidence: x.Confidence,
		}
		if x.Date != nil {
			row.Valid = Validity{x.Date.Start, x.Date.End}
		}
		return row, err
	}
	row := EventRow{
		Schema: Schema, Kind: "event", ID: string(x.ID), Type: x.Type, Mode: x.Mode, Context: append([]string{}, x.Context...),
		Subject: parties(x.Subject), Object: parties(x.Object), Reciprocal: x.Reciprocal, Modality: x.Modality, ClaimedBy: claimant(x),
		Trigger: d.Slice(x.Trigger), Sentence: d.Slice(x.Sentence), Span: span, Document: documentRef(d), AlsoIn: also, Rule: x.Rule, Confidence: x.Confidence,
	}
	row.Quad, row.Intensity = document.EventQuad(x.Type, x.Mode)
	if x.Date != nil {
		row.Date = &Period{x.Date.Start, x.Date.End, string(x.Date.Precision)}
	}
	return row, err
}

// unnamed is who claims what is said in a statement without a speaker.
const unnamed = "an unnamed source"

func claimant(x *graph.RelationRecord) *Entity {
	if x.ClaimedBy == "" {
		return nil
	}
	if x.Claim == nil {
		return &Entity{Name: unnamed}
	}
	return party(x.Claim)
}

func entityRef(e graph.EntityInstance) Entity {
	return Entity{string(e.ID), e.Name, e.Type, e.Country}
}

func party(p *graph.Party) *Entity {
	if p == nil {
		return nil
	}
	e := entityRef(p.Entity)
	return &e
}

func parties(ps []graph.Party) []Entity {
	out := make([]Entity, len(ps))
	for i := range ps {
		out[i] = entityRef(ps[i].Entity)
	}
	return out
}

func first(ps []graph.Party) *Entity {
	if len(ps) == 0 {
		return nil
	}
	return party(&ps[0])
}

func documentRef(d *graph.DocumentRecord) Document {
	return Document{string(d.ID), d.Title, d.Date, d.Publisher, d.URL}
}

func documentRow(d *graph.DocumentRecord) DocumentRow {
	return DocumentRow{
		Schema: Schema, Kind: "document", ID: string(d.ID), Title: d.Title, Date: d.Date, Publisher: d.Publisher, URL: d.URL,
		Words: d.Words, Statements: d.StatementCount, Events: d.EventCount, Facts: d.FactCount,
	}
}

// copies remembers what has been given, so that each is given once however many
// documents carry it.
type copies map[string]bool

// again tells whether the same has been given before.
func (c copies) again(hash string) bool {
	if hash == "" {
		return false
	}
	seen := c[hash]
	c[hash] = true
	return seen
}

// has tells whether it has been given.
func (c copies) has(hash string) bool { return hash != "" && c[hash] }

// holds tells whether the folded text holds all words of a folded question.
func holds(folded string, words []string) bool {
	folded = " " + folded + " "
	for _, w := range words {
		if !strings.Contains(folded, " "+w+" ") {
			return false
		}
	}
	return true
}

// rows makes an answer of a function that yields its rows and returns what went
// wrong; yield tells whether to go on.
func rows[T any](answer func(yield func(T) bool) error) Rows[T] {
	return func(yield func(T, error) bool) {
		going := true
		err := answer(func(t T) bool {
			going = going && yield(t, nil)
			return going
		})
		if err != nil && going {
			var none T
			yield(none, err)
		}
	}
}

// limited stops yield after n rows, 0 is no limit.
func limited[T any](n int, yield func(T) bool) func(T) bool {
	given := 0
	return func(t T) bool {
		given++
		return yield(t) && given != n
	}
}
