package queries_test

import (
	"slices"
	"testing"

	"dossier/extract/document"
	"dossier/graph"
	"dossier/graph/sample"
	"dossier/queries"
)

// told is a document that tells of an event in words of its own.
func told(id, day string, change func(*document.Relation)) *document.Document {
	d := sample.New(document.Article{ID: id, Date: "2021-07-01"}, "[Ruritania|country RUR] and [Syldavia|country SYL], as "+id+" has it, were in the news.")
	r := d.Event("Ruritania", "sanction", "Syldavia", "news")
	r.Confidence = 0.5
	if day != "" {
		sample.On(r, day)
	}
	if change != nil {
		change(r)
	}
	return &d.Document
}

// TestBetweenJoins shows which events of several documents are one row.
func TestBetweenJoins(t *testing.T) {
	a := told("a", "2021-05-01", nil)
	for _, tt := range []struct {
		name  string
		other *document.Document
		rows  int
		why   string
	}{
		{"the same", told("b", "2021-05-01", nil), 1, "all that is known of it agrees"},
		{"another day", told("b", "2021-05-02", nil), 2, "the list shows both days, though the index counts one event"},
		{"a period", told("b", "", func(r *document.Relation) {
			r.Date = &document.Period{Start: "2021-05-01", End: "2021-05-31", Precision: document.Month}
		}), 2, "what happened in May need not have happened on the first"},
		{"another mode", told("b", "2021-05-01", func(r *document.Relation) { r.Mode = "convict" }), 2, "another thing was done"},
		{"another modality", told("b", "2021-05-01", func(r *document.Relation) { r.Modality = document.Future }), 2, "it was still to come"},
		{"the other way", told("b", "2021-05-01", func(r *document.Relation) { r.Subject, r.Object = r.Object, r.Subject }), 2, "another did it"},
		{"to each other", told("b", "2021-05-01", func(r *document.Relation) { r.Reciprocal = true }), 2, "both did it"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			st := store(t, a, tt.other)
			if rows := all(t, queries.Between(t.Context(), st, queries.BetweenRequest{A: "RUR", B: "SYL"})); len(rows) != tt.rows {
				t.Errorf("%d rows, want %d: %s", len(rows), tt.rows, tt.why)
			}
		})
	}
}

// TestBetweenJoinsUndated: the day of publication is no day of the event, so
// that nothing tells that two documents mean the same.
func TestBetweenJoinsUndated(t *testing.T) {
	st := store(t, told("a", "", nil), told("b", "", nil))
	if rows := all(t, queries.Between(t.Context(), st, queries.BetweenRequest{A: "RUR", B: "SYL"})); len(rows) != 2 {
		t.Errorf("%d rows, want 2", len(rows))
	}
}

// TestBestEvidenced: the row is the most certain one, of several that are as
// certain that of the newest document, and names the others, whatever is asked.
func TestBestEvidenced(t *testing.T) {
	sure := func(r *document.Relation) { r.Confidence = 0.9 }
	docs := []*document.Document{
		told("a", "2021-05-01", nil), told("b", "2021-05-01", sure), told("c", "2021-05-01", sure), told("d", "2021-05-01", nil),
	}
	docs[1].Date, docs[2].Date, docs[3].Date = "2021-07-02", "2021-07-03", "2021-07-04"
	st := store(t, docs...)
	best := string(graph.DocumentID(&docs[2].Article))
	for name, rows := range map[string][]queries.Row{
		"between":  all(t, queries.Between(t.Context(), st, queries.BetweenRequest{A: "RUR", B: "SYL", Limit: 1})),
		"timeline": all(t, queries.Timeline(t.Context(), st, queries.TimelineRequest{Who: []string{"RUR"}})),
	} {
		if len(rows) != 1 {
			t.Fatalf("%s: %d rows, want 1", name, len(rows))
		}
		e := rows[0].(queries.EventRow)
		if e.Document.ID != best || len(e.AlsoIn) != 3 || slices.Contains(e.AlsoIn, best) {
			t.Errorf("%s: the row is of %s, also in %v, want %s", name, e.Document.ID, e.AlsoIn, best)
		}
	}
}
