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
	v, done, err := s.read(ctx)
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
	if st.Quads, err = v.size(ctx); err == nil {
		st.Bytes, err = s.bytes()
	}
	if err != nil {
		return Stats{}, fmt.Errorf("count store %s: %w", s.where, damaged(err))
	}
	return st, nil
}

func (s *Store) bytes() (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.back == nil {
		return 0, ErrClosed
	}
	return s.back.bytes()
}
