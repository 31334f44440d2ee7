package queries

import (
	"context"

	"dossier/graph"
)

// Explain is what the statement, event or fact of an id rests on.
func Explain(ctx context.Context, st *graph.Store, id string) (Explanation, error) {
	return Explanation{}, nil
}
