package queries

import (
	"context"

	"dossier/graph"
)

// PathRequest asks how two entities are connected.
type PathRequest struct {
	A, B    string // as [Resolve] takes them
	MaxHops int    // 0 is 3
	First   bool   // take the best of several that a name fits
	Limit   int    // of paths, 0 is no limit
}

// Path lists ways from A to B, shortest and best evidenced first.
func Path(ctx context.Context, st *graph.Store, r PathRequest) Rows[PathRow] { return none[PathRow]() }
