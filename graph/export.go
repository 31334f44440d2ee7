package graph

import (
	"context"
	"iter"
	"slices"
)

// All is every quad in order: by label, subject, predicate and object, so that
// the same content gives the same sequence however it came in. It holds the
// quads of one document at a time, and the names of all.
func (s *Store) All(ctx context.Context) iter.Seq2[Quad, error] {
	return func(yield func(Quad, error) bool) {
		labels, err := s.sortedLabels(ctx)
		if err != nil {
			yield(Quad{}, err)
			return
		}
		var quads []Quad
		for _, l := range labels {
			quads = quads[:0]
			for q, err := range s.Labelled(ctx, l) {
				if err != nil {
					yield(Quad{}, err)
					return
				}
				quads = append(quads, q)
			}
			slices.SortFunc(quads, Quad.Compare)
			for _, q := range quads {
				if !yield(q, nil) {
					return
				}
			}
		}
	}
}
