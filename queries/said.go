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
		for x, err := range s.records(s.candidates(), r.Limit, s.wants) {
			if err != nil {
				return err
			}
			if !s.asked(x) || s.given.again(x.Copy) {
				continue
			}
			row, err := s.statement(x)
			if err != nil {
				return err
			}
			if r.Context > 0 {
				row.surround(x, r.Context)
			}
			if !yield(row) {
				break
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

// candidates is what may be asked for, newest first: found by all edges and words
// that are asked for.
func (s *saying) candidates() iter.Seq2[graph.Ref, error] {
	x := graph.Selection{All: append(s.kinds(), s.ends()...), Since: s.Since, Until: s.Until, Said: s.words, Publisher: s.publisher,
		Confidence: s.Confidence, Classes: s.Classes}
	if len(x.All) == 0 {
		x.All = [][]graph.Edge{s.any()}
	}
	return s.Select(s.ctx, x)
}

// kinds is the edges of the types and classes that are asked for; the usual class
// has none.
func (s *saying) kinds() (out [][]graph.Edge) {
	if len(s.Classes) > 0 && !slices.Contains(s.Classes, string(document.Say)) {
		out = append(out, texts(graph.Class, s.Classes))
	}
	if len(s.Types) > 0 {
		out = append(out, texts(graph.Type, s.Types))
	}
	return out
}

// ends are those of whom the question names.
func (s *saying) ends() (out [][]graph.Edge) {
	if s.to != "" {
		out = append(out, ends(s.to, graph.Addressee))
	}
	if s.about != "" {
		out = append(out, ends(s.about, graph.About))
	}
	switch {
	case s.who == "":
	case s.about != "" && s.who != s.about: // fewer than are by the one and than are about the other
		out = append(out, append(ends(graph.PairID(s.who, s.about), graph.Pair), s.behalf()...))
	default:
		out = append(out, append(ends(s.who, graph.Speaker), s.behalf()...))
	}
	return out
}

// any is the ends that every statement leads to one of.
func (s *saying) any() []graph.Edge {
	return texts(graph.Type, []string{string(document.Direct), string(document.Indirect), string(document.Mixed), string(document.None)})
}

// behalf leads to what others say for the one who is asked for.
func (s *saying) behalf() []graph.Edge {
	if s.Own {
		return nil
	}
	return ends(s.who, graph.OnBehalfOf)
}

// wants tells what can be told of a statement before its document is read. What
// others tell of somebody is for those who ask for him: any others find his words in
// the statement that tells them.
func (s *saying) wants(x graph.Sketch) bool {
	return (s.who != "" || !x.Told) && asks(s.Types, x.Type) && asks(s.Classes, x.Class) && x.Confidence >= s.Confidence
}

// asked tells the rest.
func (s *saying) asked(x *graph.StatementRecord) bool {
	return s.by(x) && is(s.to, x.Addressee) &&
		(s.about == "" || slices.ContainsFunc(x.About, func(e graph.EntityInstance) bool { return e.ID == s.about })) &&
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
