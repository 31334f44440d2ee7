package queries

import (
	"context"

	"dossier/graph"
)

// SaidRequest asks for statements. Empty fields ask for nothing.
type SaidRequest struct {
	Who, About, To string   // names, as [Resolve] takes them
	Text           string   // words, all of which the statement holds
	Types          []string // direct, indirect, mixed
	Since, Until   string   // days of publication, ISO 8601, both included
	Publisher      string
	First          bool // take the best of several that a name fits
	Limit          int  // 0 is no limit
}

// Said lists statements, newest first.
func Said(ctx context.Context, st *graph.Store, r SaidRequest) Rows[StatementRow] {
	return none[StatementRow]()
}
