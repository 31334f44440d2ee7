package main

import (
	"context"
	"iter"
	"slices"

	"dossier/graph"
	"dossier/queries"
)

// everyType is a zero value of each kind of row that a store can give.
func everyType() []any {
	return append([]any{queries.DocumentRow{}, queries.EntityRow{}}, rowTypes()...)
}

// everything is all rows of a store: its documents, its entities, and what was
// read in each document. Of what several documents carry alike, one row tells.
func everything(ctx context.Context, st *graph.Store) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		var documents []graph.ID
		for d, err := range queries.Documents(ctx, st, queries.DocumentsRequest{}) {
			if !yield(d, err) || err != nil {
				return
			}
			documents = append(documents, graph.ID(d.ID))
		}
		for e, err := range queries.Entities(ctx, st, queries.EntitiesRequest{}) {
			if !yield(e, err) || err != nil {
				return
			}
		}
		for _, d := range documents {
			for r, err := range read(ctx, st, d) {
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

// read is what was read in one document, in order of its text.
func read(ctx context.Context, st *graph.Store, document graph.ID) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		refs, err := graph.NewReader(st).Read(ctx, document)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, r := range refs {
			x, err := queries.Explain(ctx, st, string(r.ID))
			if err != nil {
				yield(nil, err)
				return
			}
			if told(x.Answer) {
				continue
			}
			if !yield(x.Answer, nil) {
				return
			}
		}
	}
}

// told tells whether a row of another document, which comes before, tells the
// same.
func told(row queries.Row) bool {
	var (
		document string
		also     []string
	)
	switch r := row.(type) {
	case queries.StatementRow:
		document, also = r.Document.ID, r.AlsoIn
	case queries.EventRow:
		document, also = r.Document.ID, r.AlsoIn
	case queries.FactRow:
		document, also = r.Document.ID, r.AlsoIn
	}
	return slices.ContainsFunc(also, func(other string) bool { return other < document })
}
