package queries

import (
	"context"
	"iter"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// SaidRequest asks for statements. Empty fields ask for nothing.
type SaidRequest struct {
	Who, About, To string   // names, as [Resolve] takes them
	Own            bool     // only what Who said itself, not what others said on its behalf
	Text           string   // words, all of which the statement holds
	Types          []string // direct, indirect, mixed, none
	Classes        []string // say, ask, promise, think
	Confidence     float64  // the least, 0 to 1
	Since, Until   string   // days of publication, ISO 8601, both included
	Publisher      string   // words, all of which its name holds
	First          bool     // take the best of several that a name fits
	Context        int      // give so many sentences before and after each
	Limit          int      // 0 is no limit
}

// Said lists statements, newest first. One that several documents carry comes
// once, as the newest of them has it.
func Said(ctx context.Context, st *graph.Store, r SaidRequest) Rows[StatementRow] {
	return rows(func(yield func(StatementRow) bool) error {
		s := newSaying(ctx, st, r)
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
	document         graph.ID // looked at last
	may              bool     // whether it may hold what is asked for
}

func newSaying(ctx context.Context, st *graph.Store, r SaidRequest) *saying {
	return &saying{asking: ask(ctx, st), SaidRequest: r, given: make(copies),
		words: strings.Fields(graph.Fold(r.Text)), publisher: strings.Fields(graph.Fold(r.Publisher))}
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

// candidates is what may be asked for, newest first: found by the edges that
// fewest statements have.
func (s *saying) candidates() iter.Seq2[graph.Ref, error] {
	refs := s.newest(days{s.Since, s.Until}, s.ends()...)
	return func(yield func(graph.Ref, error) bool) {
		for r, err := range refs {
			may := true
			if err == nil {
				may, err = s.mayHold(r)
			}
			if (may || err != nil) && !yield(r, err) {
				return
			}
		}
	}
}

// mayHold tells what can be told of a candidate without reading it, by its
// document, which is that of the one before for most.
func (s *saying) mayHold(r graph.Ref) (bool, error) {
	if r.Kind != graph.StatementNode {
		return false, nil
	}
	if d := r.Document(); d != s.document {
		s.document, s.may = d, true
		for _, x := range []struct {
			p     graph.Predicate
			words []string
		}{{graph.Publisher, s.publisher}, {graph.Content, s.words}} {
			if len(x.words) == 0 || !s.may {
				continue
			}
			found, err := s.st.Out(s.ctx, d, x.p)
			if err != nil {
				return false, err
			}
			s.may = slices.ContainsFunc(found, func(t graph.Term) bool { return holds(graph.Fold(t.Text), x.words) })
		}
	}
	return s.may, nil
}

func (s *saying) ends() []end {
	switch {
	case s.to != "":
		return ends(s.to, graph.Addressee)
	case s.who != "" && s.about != "" && s.who != s.about:
		return append(ends(graph.PairID(s.who, s.about), graph.Pair), s.behalf()...)
	case s.who != "":
		return append(ends(s.who, graph.Speaker), s.behalf()...)
	case s.about != "":
		return ends(s.about, graph.About)
	case len(s.Classes) > 0 && !slices.Contains(s.Classes, string(document.Say)):
		return texts(graph.Class, s.Classes)
	case len(s.Types) > 0:
		return texts(graph.Type, s.Types)
	}
	return texts(graph.Type, []string{string(document.Direct), string(document.Indirect), string(document.Mixed), string(document.None)})
}

// behalf leads to what others say for the one who is asked for.
func (s *saying) behalf() []end {
	if s.Own {
		return nil
	}
	return ends(s.who, graph.OnBehalfOf)
}

// answer reads a candidate; ok is false when it isn't asked for.
func (s *saying) answer(r graph.Ref) (row StatementRow, ok bool, err error) {
	x, err := s.Statement(s.ctx, r.ID)
	if err != nil || !s.asked(x) || s.given.again(x.Copy) {
		return StatementRow{}, false, err
	}
	if row, err = s.statement(x); err != nil {
		return StatementRow{}, false, err
	}
	if s.Context > 0 {
		row.surround(x, s.Context)
	}
	return row, true, nil
}

func (s *saying) asked(x *graph.StatementRecord) bool {
	return s.by(x) && is(s.to, x.Addressee) &&
		(s.about == "" || slices.ContainsFunc(x.About, func(e graph.EntityInstance) bool { return e.ID == s.about })) &&
		asks(s.Types, x.Type) && asks(s.Classes, x.Class) && x.Confidence >= s.Confidence &&
		(len(s.publisher) == 0 || holds(graph.Fold(x.Document.Publisher), s.publisher)) &&
		(len(s.words) == 0 || holds(graph.Fold(words(x.Document, x.Content)), s.words))
}

// by tells whether the one who is asked for says it: alone, with others, or by a
// spokesperson.
func (s *saying) by(x *graph.StatementRecord) bool {
	return is(s.who, x.Speaker) || slices.ContainsFunc(x.Joint, func(p graph.Party) bool { return p.Entity.ID == s.who }) ||
		!s.Own && is(s.who, x.OnBehalfOf)
}

// is tells whether p is the one that is asked for.
func is(id graph.ID, p *graph.Party) bool {
	return id == "" || p != nil && p.Entity.ID == id
}
