package queries

import (
	"context"

	"dossier/graph"
)

// DocumentsRequest asks what was read.
type DocumentsRequest struct {
	Since, Until string // days of publication, ISO 8601, both included
	Limit        int    // 0 is no limit
}

// Documents lists documents, newest first.
func Documents(ctx context.Context, st *graph.Store, r DocumentsRequest) Rows[DocumentRow] {
	return none[DocumentRow]()
}

func none[T any]() Rows[T] { return func(func(T, error) bool) {} }
