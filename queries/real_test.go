package queries_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"dossier/extract"
	"dossier/extract/document"
	"dossier/extract/source"
	"dossier/graph"
	"dossier/queries"
)

// realNews is 240 articles of Wikinews, which are no part of this project.
const realNews = "../../shared/data/news/wikinews.jsonl"

// TestRealNews asks a store of real articles what must hold whatever they say.
func TestRealNews(t *testing.T) {
	if _, err := os.Stat(realNews); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("SKIPPED: there are no real articles at %s, so the questions to them are NOT asked", realNews)
	}
	st, texts := readNews(t)
	var ids []string
	statements := all(t, queries.Said(t.Context(), st, queries.SaidRequest{}))
	if len(statements) == 0 {
		t.Fatal("nobody says anything in the news")
	}
	for i, r := range statements {
		var parts []string
		for _, s := range r.Span {
			parts = append(parts, string(texts[r.Document.ID][s[0]:s[1]]))
		}
		if got := strings.Join(parts, " "); got != r.Text {
			t.Errorf("%s: the span cuts out %q, the text is %q", r.ID, got, r.Text)
		}
		if i > 0 && r.Date > statements[i-1].Date {
			t.Errorf("%s of %s comes after one of %s", r.ID, r.Date, statements[i-1].Date)
		}
		if strings.TrimSpace(r.Sentence) == "" {
			t.Errorf("%s has no sentence", r.ID)
		}
		ids = append(ids, r.ID)
	}
	for _, r := range all(t, queries.Between(t.Context(), st, queries.BetweenRequest{A: "USA", B: "IRN"})) {
		if e, ok := r.(queries.EventRow); ok {
			ids = append(ids, e.ID)
		}
	}
	for _, id := range ids {
		if x, err := queries.Explain(t.Context(), st, id); err != nil || len(x.Marks) == 0 {
			t.Errorf("%s: %v, %v", id, x.Marks, err)
		}
	}
	for _, e := range all(t, queries.Entities(t.Context(), st, queries.EntitiesRequest{Limit: 50})) {
		if _, err := queries.Resolve(t.Context(), st, e.ID, false); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
		if got, err := queries.Resolve(t.Context(), st, e.Name, true); err != nil {
			t.Errorf("%s: %+v, %v", e.Name, got, err)
		}
	}
	problems, err := st.Check(t.Context())
	if err != nil || len(problems) > 0 {
		t.Errorf("check: %v, %v", problems, err)
	}
}

func readNews(t *testing.T) (*graph.Store, map[string][]rune) {
	t.Helper()
	p, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	var docs []*document.Document
	texts := make(map[string][]rune)
	for a, err := range source.Read(context.Background(), []string{realNews}, nil, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		d := p.Read(a)
		docs = append(docs, d)
		texts[string(graph.DocumentID(&d.Article))] = []rune(d.Text)
		if a, b := graph.Quads(d), graph.Quads(p.Read(a)); !slices.Equal(a, b) {
			t.Errorf("%s is read in two ways", d.ID)
		}
	}
	return store(t, docs...), texts
}
