package graph

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
)

// batchQuads is about how many quads one transaction should have; fewer cost
// more each, and more gain nothing.
const batchQuads = 10_000

// Compact rewrites the store without what retractions left behind: Cayley only
// flags a quad that is removed, and never shortens an index. A store that is
// being compacted can be read; until the new one is whole the old one stays,
// on the disk also.
func (s *Store) Compact(ctx context.Context) error {
	b, done, err := s.write(ctx)
	if err != nil {
		return err
	}
	defer done()
	next, err := b.rewrite(func(to updater) error { return s.copyTo(ctx, to) })
	if err == nil {
		err = s.replace(next).close()
	}
	if err != nil {
		return fmt.Errorf("compact store %s: %w", s.where, damaged(err))
	}
	return nil
}

// copyTo puts all quads into an empty store, in order.
func (s *Store) copyTo(ctx context.Context, to updater) error {
	var label ID
	deltas := make([]cayley.Delta, 0, 2*batchQuads)
	for q, err := range s.All(ctx) {
		if err != nil {
			return err
		}
		if q.Label != label && len(deltas) >= batchQuads { // those of a document come together, see terms.go
			if err := change(to, nil, deltas); err != nil {
				return err
			}
			deltas = deltas[:0]
		}
		label = q.Label
		deltas = append(deltas, cayley.Delta{Quad: q.cayley(), Action: cayley.Add})
	}
	return change(to, nil, deltas)
}
