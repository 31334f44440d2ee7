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

// Documents lists documents, newest first, those without a date last.
func Documents(ctx context.Context, st *graph.Store, r DocumentsRequest) Rows[DocumentRow] {
	return rows(func(yield func(DocumentRow) bool) error {
		a := ask(ctx, st)
		yield = limited(r.Limit, yield)
		for l, err := range a.documents(days{r.Since, r.Until}) {
			if err != nil {
				return err
			}
			d, err := a.Document(ctx, l.Document())
			if err != nil {
				return err
			}
			if !yield(documentRow(d)) {
				break
			}
		}
		return nil
	})
}
