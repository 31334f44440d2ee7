package queries_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/graph"
	"dossier/graph/sample"
	"dossier/queries"
)

// TestExplainTakesEveryID asks for the evidence of every row of every answer.
func TestExplainTakesEveryID(t *testing.T) {
	st := news(t)
	var ids []string
	for _, r := range all(t, queries.Said(t.Context(), st, queries.SaidRequest{})) {
		ids = append(ids, r.ID)
	}
	for _, r := range all(t, queries.Between(t.Context(), st, queries.BetweenRequest{A: "RUR", B: "SYL"})) {
		ids = append(ids, r.(queries.EventRow).ID)
	}
	for _, r := range all(t, queries.Timeline(t.Context(), st, queries.TimelineRequest{Who: []string{"Mara Lind"}})) {
		if f, ok := r.(queries.FactRow); ok {
			ids = append(ids, f.ID)
		}
	}
	for _, r := range all(t, queries.Documents(t.Context(), st, queries.DocumentsRequest{})) {
		ids = append(ids, r.ID)
	}
	for _, r := range all(t, queries.Entities(t.Context(), st, queries.EntitiesRequest{})) {
		ids = append(ids, r.ID)
	}
	for _, id := range ids {
		x, err := queries.Explain(t.Context(), st, id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if len(x.Marks)+len(x.Sentences) == 0 {
			t.Errorf("%s is explained by nothing", id)
		}
	}
	for _, id := range []string{"", "x", "statement/20210305/0000000000000000/1", "document/0000000000000000", "person/nobody", "event/20210305/57be785c678aa751"} {
		if _, err := queries.Explain(t.Context(), st, id); !errors.Is(err, graph.ErrNotThere) {
			t.Errorf("Explain(%q): %v", id, err)
		}
	}
}

func TestExplain(t *testing.T) {
	st := news(t)
	rows := all(t, queries.Said(t.Context(), st, queries.SaidRequest{To: "Mara Lind"}))
	x, err := queries.Explain(t.Context(), st, rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/explain.golden", lines(t, x))
}

// TestOffsetsAreCodePoints compares the words of a row with what its span cuts
// out of the text.
func TestOffsetsAreCodePoints(t *testing.T) {
	st := news(t)
	texts := make(map[string][]rune)
	for _, d := range sample.News() {
		texts[string(graph.DocumentID(&d.Article))] = []rune(d.Text)
	}
	for _, r := range all(t, queries.Said(t.Context(), st, queries.SaidRequest{})) {
		var parts []string
		for _, s := range r.Span {
			parts = append(parts, string(texts[r.Document.ID][s[0]:s[1]]))
		}
		if got := strings.Join(parts, " "); got != r.Text {
			t.Errorf("%s: the span cuts out %q, the text is %q", r.ID, got, r.Text)
		}
	}
	for _, r := range all(t, queries.Search(t.Context(), st, queries.SearchRequest{Words: "said"})) {
		if got := string(texts[r.Document.ID][r.Span[0]:r.Span[1]]); got != r.Sentence {
			t.Errorf("the span cuts out %q, the sentence is %q", got, r.Sentence)
		}
	}
}

func TestTimelineCuts(t *testing.T) {
	st := news(t)
	kinds := func(r queries.TimelineRequest) (out []string) {
		for _, row := range all(t, queries.Timeline(t.Context(), st, r)) {
			switch e := row.(type) {
			case queries.EventRow:
				out = append(out, e.Type)
			case queries.FactRow:
				out = append(out, e.Type)
			case queries.StatementRow:
				out = append(out, "said")
			}
		}
		return out
	}
	two := []string{"RUR", "SYL"}
	for _, tt := range []struct {
		name string
		ask  queries.TimelineRequest
		want []string
	}{
		{"by day", queries.TimelineRequest{Who: two}, []string{"cooperate", "consult", "consult", "sanction", "assault", "assault"}},
		{"by month the two meetings are one", queries.TimelineRequest{Who: two, By: "month"}, []string{"cooperate", "consult", "sanction", "assault", "assault"}},
		{"of one", queries.TimelineRequest{Who: []string{"Mara Lind"}}, []string{"position_held", "said"}},
		{"since", queries.TimelineRequest{Who: two, Since: "2021-06-19"}, []string{"assault", "assault"}},
		{"the first", queries.TimelineRequest{Who: two, Limit: 1}, []string{"cooperate"}},
	} {
		if got := kinds(tt.ask); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	for _, wrong := range []queries.TimelineRequest{{}, {Who: []string{"a", "b", "c"}}, {Who: two, By: "week"}} {
		for _, err := range queries.Timeline(t.Context(), st, wrong) {
			if err == nil {
				t.Errorf("%+v has an answer", wrong)
			}
		}
	}
}

func TestPath(t *testing.T) {
	st := news(t)
	for _, tt := range []struct {
		a, b string
		hops int
		want []string // nodes of the first
	}{
		{"RUR", "SYL", 0, []string{"country/RUR", "country/SYL"}},
		{"Ana Lind", "Jan Falk", 0, []string{"person/ana-lind", "organization/Q999001", "person/jan-falk"}},
		{"Ana Lind", "Jan Falk", 1, nil},
		{"Northern League", "Borduria", 0, nil},
		{"Mara Lind", "BOR", 0, []string{"person/mara-lind", "country/RUR", "country/BOR"}},
		{"RUR", "RUR", 0, nil},
	} {
		rows := all(t, queries.Path(t.Context(), st, queries.PathRequest{A: tt.a, B: tt.b, MaxHops: tt.hops, Limit: 1}))
		var got []string
		for _, r := range rows {
			for _, n := range r.Nodes {
				got = append(got, n.ID)
			}
			if len(r.Steps) != r.Hops || r.Evidence < 1 {
				t.Errorf("%s–%s: %d steps on %d for %d hops", tt.a, tt.b, len(r.Steps), r.Evidence, r.Hops)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s–%s: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestCancelled: an answer that was cut short must not look whole.
func TestCancelled(t *testing.T) {
	st := news(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range queries.Said(ctx, st, queries.SaidRequest{}) {
		if errors.Is(err, context.Canceled) {
			return
		}
	}
	t.Error("a cancelled question has an answer")
}

// TestEmptyStore asks a store that holds nothing.
func TestEmptyStore(t *testing.T) {
	st := store(t)
	if n := len(all(t, queries.Said(t.Context(), st, queries.SaidRequest{}))) + len(all(t, queries.Documents(t.Context(), st, queries.DocumentsRequest{}))) +
		len(all(t, queries.Entities(t.Context(), st, queries.EntitiesRequest{}))) + len(all(t, queries.Search(t.Context(), st, queries.SearchRequest{Words: "a"}))); n != 0 {
		t.Errorf("%d rows", n)
	}
	var unknown *queries.UnknownError
	if _, err := queries.Show(t.Context(), st, queries.ShowRequest{Who: "Mara Lind"}); !errors.As(err, &unknown) {
		t.Error(err)
	}
}

// TestHostileNames: what a name is made of must not get into the way of finding
// it.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{`O"Hara <b>`, "Line\nBreak", "\u202eright to left", "名前", "Ünal-Öz", strings.Repeat("Long ", 60)} {
		d := &document.Document{Article: document.Article{ID: "x", Text: name + " spoke."}}
		d.Entities = []document.Entity{{Type: document.Person, Name: name}}
		d.Mentions = []document.Mention{{Span: document.Span{End: len(name)}, Kind: document.Name, Type: document.Person, Entity: 0}}
		if e, err := queries.Resolve(t.Context(), store(t, d), name, false); err != nil || e.ID == "" {
			t.Errorf("%q: %+v, %v", name, e, err)
		}
	}
}
