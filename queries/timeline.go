package queries

import (
	"context"

	"dossier/graph"
)

// TimelineRequest asks for what happened when.
type TimelineRequest struct {
	Who          []string // one or two names, as [Resolve] takes them
	By           string   // day, month or year: how dates are cut
	Since, Until string   // ISO 8601, both included
	First        bool     // take the best of several that a name fits
	Limit        int      // 0 is no limit
}

// Timeline lists dated statements, events and facts, oldest first.
func Timeline(ctx context.Context, st *graph.Store, r TimelineRequest) Rows[Row] { return none[Row]() }
