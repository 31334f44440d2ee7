package queries

import (
	"context"

	"dossier/graph"
)

// BetweenRequest asks how two entities relate. Empty fields ask for nothing.
type BetweenRequest struct {
	A, B         string   // names, as [Resolve] takes them
	Types        []string // of events, facts or statements
	Layers       []string // event, fact, statement
	Modalities   []string // asserted, future, hypothetical, negated; statements have none and pass
	Since, Until string   // days of publication, ISO 8601, both included
	Directed     bool     // only what A does to B or says about it
	First        bool     // take the best of several that a name fits
	Limit        int      // of rows, 0 is no limit
}

// Between lists events, facts and statements of A and B about each other,
// newest first.
func Between(ctx context.Context, st *graph.Store, r BetweenRequest) Rows[Row] { return none[Row]() }

// Pair is the index of A and B. Layers, Modalities and Limit don't bear on it.
func Pair(ctx context.Context, st *graph.Store, r BetweenRequest) (PairRow, error) {
	return PairRow{}, nil
}
