package queries

import (
	"context"
	"iter"
	"slices"
	"strings"

	"dossier/graph"
)

// SaidRequest asks for statements. Empty fields ask for nothing.
type SaidRequest struct {
	Who, About, To string   // names, as [Resolve] takes them
	Text           string   // words, all of which the statement holds
	Types          []string // direct, indirect, mixed
	Since, Until   string   // days of publication, ISO 8601, both included
	Publisher      string   // words, all of which its name holds
	First          bool     // take the best of several that a name fits
	Limit          int      // 0 is no limit
}

// Said lists statements, newest first. One that several documents carry comes
// once, as the newest of them has it.
func Said(ctx context.Context, st *graph.Store, r SaidRequest) Rows[StatementRow] {
	return rows(func(yield func(StatementRow) bool) error {
		s := saying{asking: ask(ctx, st), SaidRequest: r, given: make(copies),
			words: strings.Fields(graph.Fold(r.Text)), publisher: strings.Fields(graph.Fold(r.Publisher))}
		if err := s.resolve(); err != nil {
			return err
		}
		yield = limited(r.Limit, yield)
		for ref, err := range s.candidates() {
			if err != nil {
				return err
			}
			row, ok, err := s.answer(ref)
			if err != nil {
				return err
			}
			if ok && !yield(row) {
				return nil
			}
		}
		return nil
	})
}

type saying struct {
	*asking
	SaidRequest
	who, about, to   graph.ID // "" is anybody
	words, publisher []string
	given            copies
}

func (s *saying) resolve() (err error) {
	for _, x := range []struct {
		name string
		id   *graph.ID
	}{{s.Who, &s.who}, {s.About, &s.about}, {s.To, &s.to}} {
		if x.name == "" {
			continue
		}
		if *x.id, err = s.find(x.name, s.First); err != nil {
			return err
		}
	}
	return nil
}

// candidates is what may be asked for, newest first: found by the edge that
// fewest statements have, or document by document when nobody is named.
func (s *saying) candidates() iter.Seq2[graph.Ref, error] {
	switch {
	case s.who != "" && s.about != "" && s.who != s.about:
		return s.found(graph.PairID(s.who, s.about), graph.Pair)
	case s.to != "":
		return s.found(s.to, graph.Addressee)
	case s.who != "":
		return s.found(s.who, graph.Speaker)
	case s.about != "":
		return s.found(s.about, graph.About)
	}
	return s.byDocument()
}

func (s *saying) days() days { return days{s.Since, s.Until} }

func (s *saying) found(node graph.ID, p graph.Predicate) iter.Seq2[graph.Ref, error] {
	return func(yield func(graph.Ref, error) bool) {
		refs, err := s.refs(node, p)
		if err != nil {
			yield(graph.Ref{}, err)
			return
		}
		for _, r := range refs {
			if r.Kind == graph.StatementNode && s.days().has(r.Day) && !yield(r, nil) {
				return
			}
		}
	}
}

func (s *saying) byDocument() iter.Seq2[graph.Ref, error] {
	return func(yield func(graph.Ref, error) bool) {
		documents, err := s.documents(s.days())
		if err != nil {
			yield(graph.Ref{}, err)
			return
		}
		for _, d := range documents {
			refs, err := s.Read(s.ctx, d.Document())
			if err != nil {
				yield(graph.Ref{}, err)
				return
			}
			for _, r := range refs {
				if r.Kind == graph.StatementNode && !yield(r, nil) {
					return
				}
			}
		}
	}
}

// answer reads a candidate; ok is false when it isn't asked for.
func (s *saying) answer(r graph.Ref) (row StatementRow, ok bool, err error) {
	x, err := s.Statement(s.ctx, r.ID)
	if err != nil || !s.asked(x) || s.given.again(x.Copy) {
		return StatementRow{}, false, err
	}
	row, err = s.statement(x)
	return row, err == nil, err
}

func (s *saying) asked(x *graph.StatementRecord) bool {
	return is(s.who, x.Speaker) && is(s.to, x.Addressee) &&
		(s.about == "" || slices.ContainsFunc(x.About, func(e graph.EntityInstance) bool { return e.ID == s.about })) &&
		(len(s.Types) == 0 || slices.Contains(s.Types, x.Type)) &&
		(len(s.publisher) == 0 || holds(graph.Fold(x.Document.Publisher), s.publisher)) &&
		(len(s.words) == 0 || holds(graph.Fold(words(x.Document, x.Content)), s.words))
}

// is tells whether p is the one that is asked for.
func is(id graph.ID, p *graph.Party) bool {
	return id == "" || p != nil && p.Entity.ID == id
}
