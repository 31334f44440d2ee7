package queries_test

import (
	"context"
	"os"
	"testing"

	"dossier/extract"
	"dossier/extract/document"
	"dossier/graph"
	"dossier/queries"
)

// screen is how many rows somebody looks at first.
const screen = 20

// BenchmarkStore asks the store of $DOSSIER_STORE, which should be a large one,
// for the first rows about those who are most mentioned in it.
func BenchmarkStore(b *testing.B) {
	where := os.Getenv("DOSSIER_STORE")
	if where == "" {
		b.Skip("SKIPPED: $DOSSIER_STORE names no store to ask")
	}
	ctx := b.Context()
	st, err := graph.Open(ctx, where, graph.Options{ReadOnly: true, Reader: extract.Version})
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	top := func(kind string) (ids []string) {
		for e, err := range queries.Entities(ctx, st, queries.EntitiesRequest{Types: []string{kind}, Limit: 2}) {
			if err != nil {
				b.Fatal(err)
			}
			ids = append(ids, e.ID)
		}
		if len(ids) < 2 {
			b.Skipf("SKIPPED: %s has not two of type %s", where, kind)
		}
		return ids
	}
	person, country, organization := top("person")[0], top("country"), top("organization")[0]
	for name, r := range map[string]queries.SaidRequest{
		"anybody":        {},
		"who":            {Who: person},
		"organization":   {Who: organization},
		"about":          {About: country[0]},
		"who about":      {Who: person, About: country[0]},
		"to":             {To: country[0]},
		"type":           {About: country[0], Types: []string{"mixed"}},
		"refusals":       {Types: []string{"none"}},
		"class":          {Classes: []string{"think"}},
		"class about":    {About: country[0], Classes: []string{"think"}},
		"confidence":     {About: country[0], Confidence: 0.9},
		"since":          {About: country[0], Since: "2021-01-01"},
		"until":          {About: country[0], Until: "2010-12-31"},
		"text about":     {About: country[0], Text: "sanctions"},
		"text":           {Text: "sanctions"},
		"text of two":    {Text: "nuclear weapons"},
		"text of many":   {Text: "the of and a in to"},
		"text of nobody": {Text: "sanctions zzzz"},
		"text who":       {Who: country[0], Text: "sanctions"},
		"as asked first": {Confidence: document.Sure, Classes: []string{"say"}},
		"all at once": {
			About: country[0], Text: "sanctions", Types: []string{"direct"}, Classes: []string{"say"}, Confidence: document.Sure,
			Since: "2012-01-01", Publisher: "tehran",
		},
		"publisher":       {Publisher: "wikinews"},
		"publisher about": {About: country[0], Publisher: "tehran"},
		"context":         {About: country[0], Context: 2},
	} {
		r.Limit = screen
		b.Run("said/"+name, func(b *testing.B) {
			asked(b, func(ctx context.Context) (int, error) { return length(queries.Said(ctx, st, r)) })
		})
	}
	for name, f := range map[string]func(context.Context) (int, error){
		"said by speaker": func(ctx context.Context) (int, error) {
			return length(queries.SaidBySpeaker(ctx, st, queries.SaidRequest{About: country[0], Limit: screen}))
		},
		"search": func(ctx context.Context) (int, error) {
			return length(queries.Search(ctx, st, queries.SearchRequest{Words: "sanctions", Limit: screen}))
		},
		"speakers": func(ctx context.Context) (int, error) {
			return length(queries.Speakers(ctx, st, queries.SpeakersRequest{Limit: screen}))
		},
		"speakers all of a country": func(ctx context.Context) (int, error) {
			return length(queries.Speakers(ctx, st, queries.SpeakersRequest{Country: "USA"}))
		},
		"between": func(ctx context.Context) (int, error) {
			return length(queries.Between(ctx, st, queries.BetweenRequest{A: country[0], B: country[1], Limit: screen}))
		},
		"between statements": func(ctx context.Context) (int, error) {
			return length(queries.Between(ctx, st, queries.BetweenRequest{A: country[0], B: country[1], Layers: []string{"statement"}, Limit: screen}))
		},
		"show": func(ctx context.Context) (int, error) {
			_, err := queries.Show(ctx, st, queries.ShowRequest{Who: country[0], Limit: 5})
			return 1, err
		},
		"timeline": func(ctx context.Context) (int, error) {
			return length(queries.Timeline(ctx, st, queries.TimelineRequest{Who: []string{person}, Limit: screen}))
		},
		"documents": func(ctx context.Context) (int, error) {
			return length(queries.Documents(ctx, st, queries.DocumentsRequest{Limit: screen}))
		},
	} {
		b.Run(name, func(b *testing.B) { asked(b, f) })
	}
}

// asked times a question, and tells how many rows its answer has.
func asked(b *testing.B, f func(context.Context) (int, error)) {
	n := 0
	for b.Loop() {
		var err error
		if n, err = f(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n), "rows")
}

// length is how many rows an answer has.
func length[T any](rows queries.Rows[T]) (n int, err error) {
	for _, err := range rows {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
