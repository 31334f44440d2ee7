package queries

import (
	"iter"
	"slices"

	"dossier/graph"
)

// ends are edges by some predicates to one node.
func ends(node graph.ID, by ...graph.Predicate) []graph.Edge {
	out := make([]graph.Edge, len(by))
	for i, p := range by {
		out[i] = graph.Edge{By: p, To: graph.Node(node)}
	}
	return out
}

// texts are edges by one predicate to some texts.
func texts(by graph.Predicate, words []string) []graph.Edge {
	out := make([]graph.Edge, len(words))
	for i, w := range words {
		out[i] = graph.Edge{By: by, To: graph.Text(w)}
	}
	return out
}

// newest is all that has an edge to one of the ends, of some days of
// publication, each once, newest first. It is found as it is asked for.
func (a *asking) newest(d days, ends ...graph.Edge) iter.Seq2[graph.Ref, error] {
	return a.Select(a.ctx, graph.Selection{All: [][]graph.Edge{ends}, Since: d.since, Until: d.until})
}

// How many refs are looked at at once: at first about as many as are asked for,
// then ever more.
const (
	batchFirst = 64
	batchMost  = 256
	batchFew   = 5 // what part of those that are asked for is read at once after them
)

// batched is what f makes of a sequence, in batches of which each is as large as
// size says of the one before.
func batched[T, R any](seq iter.Seq2[T, error], n int, size func(before int) int, f func([]T) ([]R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		var none R
		var batch []T
		flush := func() bool {
			made, err := f(batch)
			if err != nil {
				yield(none, err)
				return false
			}
			for _, r := range made {
				if !yield(r, nil) {
					return false
				}
			}
			batch, n = batch[:0], size(n)
			return true
		}
		for t, err := range seq {
			if err != nil {
				yield(none, err)
				return
			}
			if batch = append(batch, t); len(batch) >= n && !flush() {
				return
			}
		}
		if len(batch) > 0 {
			flush()
		}
	}
}

// records reads the statements among some refs that are wanted; limit is how
// many the one who asks wants, 0 all. Documents are read for as many as are asked
// for, and then for a few at a time, since hardly any is missing.
func (a *asking) records(refs iter.Seq2[graph.Ref, error], limit int, wanted func(graph.Sketch) bool) iter.Seq2[*graph.StatementRecord, error] {
	n, few := batchFirst, batchFirst
	if limit > 0 {
		n, few = min(limit, n), max(1, limit/batchFew)
	}
	sketches := batched(refs, n, func(before int) int { return min(2*before, batchMost) }, func(some []graph.Ref) ([]graph.Sketch, error) {
		found, err := a.Sketches(a.ctx, slices.DeleteFunc(some, func(r graph.Ref) bool { return r.Kind != graph.StatementNode }))
		return slices.DeleteFunc(found, func(x graph.Sketch) bool { return !wanted(x) }), err
	})
	return batched(sketches, n, func(int) int { return few }, func(some []graph.Sketch) ([]*graph.StatementRecord, error) {
		return a.Statements(a.ctx, some)
	})
}

// collect is all refs of a sequence.
func collect(seq iter.Seq2[graph.Ref, error]) (all []graph.Ref, err error) {
	for r, err := range seq {
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}
