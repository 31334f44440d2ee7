package queries

import (
	"context"

	"dossier/graph"
)

// EntitiesRequest asks who and what is in the store. Empty fields ask for
// nothing.
type EntitiesRequest struct {
	Words   string   // words that the name or an alias holds
	Types   []string // of entities
	Country string   // ISO 3166-1 alpha-3
	Limit   int      // 0 is no limit
}

// Entities lists entities, most mentioned first.
func Entities(ctx context.Context, st *graph.Store, r EntitiesRequest) Rows[EntityRow] {
	return none[EntityRow]()
}
