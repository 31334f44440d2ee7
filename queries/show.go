package queries

import (
	"context"

	"dossier/graph"
)

// ShowRequest asks for the profile of an entity.
type ShowRequest struct {
	Who   string // as [Resolve] takes it
	First bool   // take the best of several that the name fits
	Limit int    // of each list, 0 is no limit
}

// Show is the profile of an entity.
func Show(ctx context.Context, st *graph.Store, r ShowRequest) (Profile, error) {
	return Profile{}, nil
}
