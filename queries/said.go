package queries

import (
	"context"
	"iter"
	"maps"
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

// candidates is what may be asked for, newest first: found by the edges that
// few statements have.
func (s *saying) candidates() iter.Seq2[graph.Ref, error] {
	d := days{s.Since, s.Until}
	few := s.rare()
	if named := s.ends(); named != nil {
		few = append([][]end{named}, few...)
	}
	if len(few) == 0 {
		few = [][]end{s.any()}
	}
	refs := s.newest(d, few[0]...)
	for _, f := range few[1:] {
		refs = among(refs, s.newest(d, f...))
	}
	if len(s.publisher)+len(s.words) == 0 {
		return refs
	}
	return s.sifted(refs)
}

// rare is the ends that only a few statements lead to, of those that are asked
// for: classes but the usual one, refusals.
func (s *saying) rare() (out [][]end) {
	if len(s.Classes) > 0 && !slices.Contains(s.Classes, string(document.Say)) {
		out = append(out, texts(graph.Class, s.Classes))
	}
	if refusals := []string{string(document.None)}; slices.Equal(s.Types, refusals) {
		out = append(out, texts(graph.Type, refusals))
	}
	return out
}

// sifted leaves out the refs whose documents show that they aren't asked for:
// by their publishers, or by the words that they don't hold.
func (s *saying) sifted(refs iter.Seq2[graph.Ref, error]) iter.Seq2[graph.Ref, error] {
	return batched(refs, batchFirst, func(some []graph.Ref) ([]graph.Ref, error) {
		may := make(map[graph.ID]bool)
		for _, r := range some {
			may[r.Document()] = true
		}
		for _, x := range []struct {
			p     graph.Predicate
			words []string
		}{{graph.Publisher, s.publisher}, {graph.Content, s.words}} {
			if len(x.words) == 0 || len(may) == 0 {
				continue
			}
			found, err := s.Texts(s.ctx, slices.Collect(maps.Keys(may)), x.p)
			if err != nil {
				return nil, err
			}
			maps.DeleteFunc(may, func(id graph.ID, _ bool) bool { return !holds(graph.Fold(found[id]), x.words) })
		}
		return slices.DeleteFunc(some, func(r graph.Ref) bool { return !may[r.Document()] }), nil
	})
}

// ends are those of whom the question names, nil when it names nobody.
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
	}
	return nil
}

// any is the ends that every statement of the types that are asked for leads to.
func (s *saying) any() []end {
	if len(s.Types) > 0 {
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

// wants tells what can be told of a statement before its document is read.
func (s *saying) wants(x graph.Sketch) bool {
	return asks(s.Types, x.Type) && asks(s.Classes, x.Class) && x.Confidence >= s.Confidence
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
