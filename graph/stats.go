package graph

import (
	"context"
	"fmt"
)

// Stats is what a store holds.
type Stats struct {
	Documents int
	Quads     int64
	Bytes     int64 // on the disk, 0 for a store in memory
}

// Stats counts what the store holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	b, done, err := s.read(ctx)
	if err != nil {
		return Stats{}, err
	}
	defer done()
	var st Stats
	for _, err := range s.Labels(ctx) {
		if err != nil {
			return Stats{}, err
		}
		st.Documents++
	}
	n, err := b.view().Stats(ctx, false)
	if err == nil {
		st.Quads = n.Quads.Size
		st.Bytes, err = b.bytes()
	}
	if err != nil {
		return Stats{}, fmt.Errorf("count store %s: %w", s.where, damaged(err))
	}
	return st, nil
}
