package graph_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
	"dossier/graph"
	"dossier/graph/sample"
)

// TestRecords reads back what was written, and compares it with the document.
func TestRecords(t *testing.T) {
	st, err := graph.Open(t.Context(), graph.Memory, graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	docs := sample.News()
	if _, err := st.Apply(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	for _, want := range docs {
		r := graph.NewReader(st)
		d, err := r.Document(t.Context(), graph.DocumentID(&want.Article))
		if err != nil {
			t.Fatal(err)
		}
		got := document.Article{ID: d.Identifier, Title: d.Title, Date: d.Date, URL: d.URL, Publisher: d.Publisher, Text: d.Text}
		if diff := cmp.Diff(want.Article, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", want.ID, diff)
		}
		for i, s := range want.Sentences {
			if d.Sentences[i] != s.Span {
				t.Errorf("%s: sentence %d at %v, want %v", want.ID, i, d.Sentences[i], s.Span)
			}
		}
		refs, err := r.Read(t.Context(), d.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(refs) != len(want.Statements)+len(want.Relations) {
			t.Errorf("%s: %d statements, events and facts, want %d and %d", want.ID, len(refs), len(want.Statements), len(want.Relations))
		}
		for _, ref := range refs {
			if ref.Kind == graph.StatementNode {
				compareStatement(t, r, ref, want)
			} else {
				compareRelation(t, r, ref, want)
			}
		}
	}
}

func compareStatement(t *testing.T, r *graph.Reader, ref graph.Ref, d *document.Document) {
	t.Helper()
	got, err := r.Statement(t.Context(), ref.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range d.Statements {
		if want.Content[0].Start != ref.Position {
			continue
		}
		about := slices.Compact(slices.Clone(want.About)) // who is named twice comes once
		if diff := cmp.Diff(want.Content, got.Content); diff != "" || got.Cue != want.Cue || got.Type != string(want.Type) ||
			got.Confidence != want.Confidence || got.Rule != want.Rule || got.Negated != want.Negated || len(got.About) != len(about) {
			t.Errorf("%s: %+v, want %+v", ref.ID, got, want)
		}
		if got.Speaker.Entity.Name != want.Speaker.Name || got.Speaker.Span != want.Speaker.Span {
			t.Errorf("%s: speaker %+v, want %+v", ref.ID, got.Speaker, want.Speaker)
		}
		return
	}
	t.Errorf("%s is no statement of %s", ref.ID, d.ID)
}

func compareRelation(t *testing.T, r *graph.Reader, ref graph.Ref, d *document.Document) {
	t.Helper()
	got, err := r.Relation(t.Context(), ref.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range d.Relations {
		if want.Trigger.Start != ref.Position {
			continue
		}
		if got.Type != want.Type || got.Mode != want.Mode || got.Modality != string(want.Modality) || got.Value != want.Value || got.ValueSpan != want.ValueSpan ||
			got.Reciprocal != want.Reciprocal || got.Trigger != want.Trigger || got.Sentence != want.Evidence || (got.ClaimedBy == "") != (want.ClaimedBy < 0) ||
			(got.Location == nil) != (want.Location < 0) || len(got.Subject) != len(want.Subject) || len(got.Object) != len(want.Object) {
			t.Errorf("%s: %+v, want %+v", ref.ID, got, want)
		}
		if diff := cmp.Diff(want.Date, got.Date); diff != "" {
			t.Errorf("%s: -want +got:\n%s", ref.ID, diff)
		}
		return
	}
	t.Errorf("%s is no relation of %s", ref.ID, d.ID)
}

func TestRecordsThatArentThere(t *testing.T) {
	st, err := graph.Open(t.Context(), graph.Memory, graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	r := graph.NewReader(st)
	if _, err := r.Document(t.Context(), "document/0000000000000000"); !errors.Is(err, graph.ErrNotThere) {
		t.Error(err)
	}
	for _, id := range []graph.ID{"", "person/nobody", "statement/20210305/0000000000000000/1"} {
		if _, err := r.Statement(t.Context(), id); !errors.Is(err, graph.ErrNotThere) {
			t.Errorf("%q: %v", id, err)
		}
	}
}
