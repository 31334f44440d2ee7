package graph

import (
	"testing"

	"dossier/extract/document"
)

func TestApply(t *testing.T) {
	article := func(id, text string) *document.Document {
		return &document.Document{Article: document.Article{ID: id, Title: "Ferries", Date: "2021-05-01", Text: text}}
	}
	a, b := article("a", "The ferry left."), article("b", "The ferry came back.")
	later := article("a", "The ferry never left.")
	where := t.TempDir() + "/store"
	for _, tt := range []struct {
		name   string
		reader string
		docs   []*document.Document
		want   Report
	}{
		{"two new ones", "1", []*document.Document{a, b}, Report{New: 2}},
		{"the same again", "1", []*document.Document{b, a}, Report{Unchanged: 2}},
		{"a later edition", "1", []*document.Document{later, b}, Report{Updated: 1, Unchanged: 1}},
		{"both editions at once: the last one counts", "1", []*document.Document{later, a}, Report{Updated: 1}},
		{"another version of the reader", "2", []*document.Document{a, b}, Report{Updated: 2}},
		{"nothing", "2", nil, Report{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := mustOpen(t, where, Options{Create: true, Reader: tt.reader})
			got, err := s.Apply(t.Context(), tt.docs)
			if err != nil {
				t.Fatal(err)
			}
			if (got.Quads > 0) != (got.New+got.Updated > 0) {
				t.Errorf("%d quads were added for %+v", got.Quads, got)
			}
			if got.Quads = 0; got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			for i, d := range tt.docs {
				known, err := s.Has(t.Context(), &d.Article)
				last := i == len(tt.docs)-1 || DocumentID(&d.Article) != DocumentID(&tt.docs[i+1].Article)
				if err != nil || known != last {
					t.Errorf("%q is known: %v, error %v; want %v", d.Text, known, err, last)
				}
			}
			if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
				t.Errorf("check: %v, error %v", problems, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}
