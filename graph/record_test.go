package graph_test

import (
	gocmp "cmp"
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
	docs := samples()
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
		told := 0
		for _, s := range want.Statements {
			told += len(s.Reports)
		}
		if len(refs) != len(want.Statements)+told+len(want.Relations) {
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
	all := slices.Clone(d.Statements)
	tellers := make([]*document.Source, len(all))
	for _, s := range d.Statements {
		for _, r := range s.Reports {
			all, tellers = append(all, r), append(tellers, s.Speaker)
		}
	}
	for i, want := range all {
		if want.Content[0].Start != ref.Position {
			continue
		}
		compareParty(t, "told by", got.ToldBy, tellers[i])
		about := slices.Compact(slices.Clone(want.About)) // who is named twice comes once
		if diff := cmp.Diff(want.Content, got.Content); diff != "" || got.Cue != want.Cue || got.Type != string(want.Type) ||
			got.Confidence != want.Confidence || got.Rule != want.Rule || got.Negated != want.Negated || len(got.About) != len(about) {
			t.Errorf("%s: %+v, want %+v", ref.ID, got, want)
		}
		if class, stance := gocmp.Or(want.Class, document.Say), gocmp.Or(want.Stance, document.Neutral); got.Class != string(class) || got.Stance != string(stance) {
			t.Errorf("%s: %s, %s, want %s, %s", ref.ID, got.Class, got.Stance, class, stance)
		}
		compareParty(t, "speaker", got.Speaker, want.Speaker)
		compareParty(t, "on behalf of", got.OnBehalfOf, want.OnBehalfOf)
		compareParty(t, "addressee", got.Addressee, want.Addressee)
		if len(got.Joint) != len(want.Joint) {
			t.Errorf("%s: said together with %v, want %v", ref.ID, got.Joint, want.Joint)
			return
		}
		for i := range want.Joint {
			compareParty(t, "joint", &got.Joint[i], &want.Joint[i])
		}
		return
	}
	t.Errorf("%s is no statement of %s", ref.ID, d.ID)
}

func compareParty(t *testing.T, role string, got *graph.Party, want *document.Source) {
	t.Helper()
	if got == nil || want == nil {
		if got != nil || want != nil {
			t.Errorf("%s: %v, want %v", role, got, want)
		}
		return
	}
	if got.Entity.Name != want.Name || got.Span != want.Span || got.Plural != want.Plural || (got.Entity.ID == "") != (want.Entity < 0) {
		t.Errorf("%s: %+v, want %+v", role, got, want)
	}
}

// TestSpeakers shows by whom a statement is found: by each who said it, and by
// the one for whom it was said.
func TestSpeakers(t *testing.T) {
	st, err := graph.Open(t.Context(), graph.Memory, graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := st.Apply(t.Context(), []*document.Document{sample.Spoken(), sample.Told()}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		why  string
		p    graph.Predicate
		who  graph.ID
		want int
	}{
		{"the first of two, and what she fears", graph.Speaker, "person/mara-lind", 2},
		{"the second of two, and what she tells of another", graph.Speaker, "person/ana-lind", 2},
		{"a refusal too, and what another tells", graph.Speaker, "person/otto-falk", 4},
		{"what the second of two said about somebody, and tells about it", graph.Pair, graph.PairID("person/ana-lind", "country/BOR"), 2},
		{"a ministry by its spokesperson", graph.OnBehalfOf, "organization/ministry-of-works", 1},
		{"which hasn't said it itself", graph.Speaker, "organization/ministry-of-works", 0},
	} {
		refs, err := graph.NewReader(st).Refs(t.Context(), tt.p, graph.Node(tt.who))
		if err != nil || len(refs) != tt.want {
			t.Errorf("%s: %v, %v, want %d", tt.why, refs, err, tt.want)
		}
	}
}

// TestCalled: somebody who is called otherwise where he speaks is shown and found by that
// name, too, and keeps his own.
func TestCalled(t *testing.T) {
	const name = "Office of the Liar"
	d := sample.Spoken()
	s := d.Statements[0]
	own := d.Entities[s.Speaker.Entity]
	s.Speaker = &document.Source{Entity: s.Speaker.Entity, Span: s.Speaker.Span, Name: name}
	d.Statements[0] = s
	st, err := graph.Open(t.Context(), graph.Memory, graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := st.Apply(t.Context(), []*document.Document{d}); err != nil {
		t.Fatal(err)
	}
	r := graph.NewReader(st)
	id := graph.EntityID(&own)
	refs, err := r.Refs(t.Context(), graph.Speaker, graph.Node(id))
	if err != nil {
		t.Fatal(err)
	}
	shown := false
	for _, ref := range refs {
		got, err := r.Statement(t.Context(), ref.ID)
		if err != nil {
			t.Fatal(err)
		}
		shown = shown || got.Speaker.Entity.Name == name && got.Speaker.Entity.ID == id
	}
	if !shown {
		t.Errorf("no statement of %s is shown as that of %s", id, name)
	}
	if key := (graph.Quad{Subject: id, Predicate: graph.Key, Object: graph.Text(graph.Fold(name)), Label: graph.DocumentID(&d.Article)}); !slices.Contains(graph.Quads(d), key) {
		t.Errorf("nobody is found by %v", key)
	}
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
