package queries

import (
	"context"

	"dossier/graph"
)

// SearchRequest asks for sentences.
type SearchRequest struct {
	Words        string // all of which the sentence holds, in any order
	Since, Until string // days of publication, ISO 8601, both included
	Limit        int    // 0 is no limit
}

// Search lists sentences, newest first.
func Search(ctx context.Context, st *graph.Store, r SearchRequest) Rows[SentenceRow] {
	return none[SentenceRow]()
}
