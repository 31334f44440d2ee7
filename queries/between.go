package queries

import (
	"context"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// BetweenRequest asks how two entities relate. Empty fields ask for nothing.
type BetweenRequest struct {
	A, B         string   // names, as [Resolve] takes them
	Types        []string // of events, facts or statements
	Layers       []string // event, fact, statement
	Modalities   []string // asserted, future, hypothetical, negated; statements have none, and are left out
	Since, Until string   // days, ISO 8601, both included; see [Between]
	Directed     bool     // only what A does to B or says about it
	First        bool     // take the best of several that a name fits
	Limit        int      // of rows, 0 is no limit
}

// Between lists events, facts and statements of A and B about each other,
// newest first: events by the day on which they happened, as far as it is
// known, all else by that of publication. What several documents say in the
// same words comes once, and so does an event that they tell in their own words:
// of one type, mode and modality, with the same actors on both sides and on the
// same dates; it is given as the one has it that is most certain.
func Between(ctx context.Context, st *graph.Store, r BetweenRequest) Rows[Row] {
	return rows(func(yield func(Row) bool) error {
		p, err := openPair(ctx, st, r)
		if err != nil {
			return err
		}
		yield = limited(r.Limit, yield)
		if slices.Equal(r.Layers, []string{graph.StatementNode}) && len(r.Modalities) == 0 {
			return p.statements(p.newest(days{r.Since, r.Until}, p.ends(r.Directed)...), r.Types, r.Limit, func(row StatementRow) bool { return yield(row) })
		}
		refs, err := p.between(r.Directed)
		if err != nil {
			return err
		}
		return p.give(refs, r, yield)
	})
}

// pair is two entities.
type pair struct {
	*asking
	a, b graph.ID
}

func openPair(ctx context.Context, st *graph.Store, r BetweenRequest) (p pair, err error) {
	p.asking = ask(ctx, st)
	if p.a, err = p.find(r.A, r.First); err != nil {
		return p, err
	}
	p.b, err = p.find(r.B, r.First)
	return p, err
}

// ways is the directions that a request asks for.
func (p pair) ways(directed bool) []graph.ID {
	there, back := graph.PairID(p.a, p.b), graph.PairID(p.b, p.a)
	if directed || p.a == p.b {
		return []graph.ID{there}
	}
	return []graph.ID{there, back}
}

// ends lead to everything between the two.
func (p pair) ends(directed bool) (all []graph.Edge) {
	for _, way := range p.ways(directed) {
		all = append(all, ends(way, graph.Pair, graph.Unsure)...)
	}
	return all
}

// between is the refs of everything between the two, each once, though those
// that go both ways are found both ways.
func (p pair) between(directed bool) ([]graph.Ref, error) {
	all, err := collect(p.newest(days{}, p.ends(directed)...))
	slices.SortFunc(all, byDay)
	return all, err
}

// dayOf is the day by which a ref is put in order: that on which an event
// happened, else that of publication.
func dayOf(r graph.Ref) string {
	if r.Kind == graph.EventNode {
		return r.Happened
	}
	return r.Day
}

// byDay orders newest first, the undated last.
func byDay(a, b graph.Ref) int {
	if c := strings.Compare(dayOf(b), dayOf(a)); c != 0 {
		return c
	}
	return a.Compare(b)
}

// give reads the rows that are asked for, one by one. The refs of one day stand
// together.
func (a *asking) give(refs []graph.Ref, r BetweenRequest, yield func(Row) bool) error {
	given := make(copies)
	refs = slices.DeleteFunc(refs, func(ref graph.Ref) bool { return !r.asksRef(ref) })
	events := joining{asking: a, request: r, refs: refs, given: given}
	for i, ref := range refs {
		var row Row
		var err error
		switch ref.Kind {
		case graph.StatementNode:
			s, e := a.Statement(a.ctx, ref.ID)
			if err = e; err == nil && asks(r.Types, s.Type) && s.Confidence >= document.Sure && !given.again(s.Copy) {
				row, err = a.statement(s)
			}
		case graph.EventNode:
			row, err = events.event(i)
		default:
			x, e := a.Relation(a.ctx, ref.ID)
			if err = e; err == nil && asks(r.Modalities, x.Modality) && !given.again(x.Copy) {
				row, err = a.relation(x)
			}
		}
		if err != nil {
			return err
		}
		if row != nil && !yield(row) {
			return nil
		}
	}
	return nil
}

// asksRef tells what can be told without reading it.
func (r BetweenRequest) asksRef(ref graph.Ref) bool {
	if !asks(r.Layers, ref.Kind) || !(days{r.Since, r.Until}).has(dayOf(ref)) {
		return false
	}
	if ref.Kind == graph.StatementNode {
		return len(r.Modalities) == 0
	}
	return asks(r.Types, ref.Type)
}

// asks tells whether one is asked for: any is, when none is named.
func asks(named []string, one string) bool {
	return len(named) == 0 || slices.Contains(named, one)
}
