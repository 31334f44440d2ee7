package graph

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/graph/sample"
)

// Statements that are read together are what they are each by itself, in the
// order in which they are asked for; those that aren't wanted are left out.
func TestStatements(t *testing.T) {
	st, err := Open(t.Context(), Memory, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := st.Apply(t.Context(), append(sample.News(), sample.Spoken())); err != nil {
		t.Fatal(err)
	}
	one, many := NewReader(st), NewReader(st)
	var refs []Ref
	var want []*StatementRecord
	for _, kind := range []string{"indirect", "none", "direct"} {
		for ref, err := range one.Newest(t.Context(), Type, Text(kind), "", "") {
			if err != nil {
				t.Fatal(err)
			}
			s, err := one.Statement(t.Context(), ref.ID)
			if err != nil {
				t.Fatal(err)
			}
			refs, want = append(refs, ref), append(want, s)
		}
	}
	alike := cmpopts.IgnoreUnexported(DocumentRecord{})
	got, err := many.Statements(t.Context(), refs, nil)
	if d := cmp.Diff(want, got, alike); err != nil || len(got) == 0 || d != "" {
		t.Errorf("%v, -want +got:\n%s", err, d)
	}
	got, err = many.Statements(t.Context(), refs, func(x Sketch) bool { return x.Class == "say" && x.Type == "indirect" && x.Confidence == 0.9 })
	want = slices.DeleteFunc(want, func(s *StatementRecord) bool { return s.Class != "say" || s.Type != "indirect" })
	if d := cmp.Diff(want, got, alike); err != nil || d != "" {
		t.Errorf("%v, those wanted: -want +got:\n%s", err, d)
	}
	gone := refs[0]
	gone.ID += "0"
	if _, err := many.Statements(t.Context(), []Ref{gone}, nil); !errors.Is(err, ErrNotThere) {
		t.Errorf("one that isn't there: %v", err)
	}
	texts, err := many.Texts(t.Context(), []ID{refs[0].Document(), "document/0"}, Publisher)
	if err != nil || len(texts) != 1 || texts[refs[0].Document()] != want[0].Document.Publisher {
		t.Errorf("texts %q, %v", texts, err)
	}
	in, err := many.Instances(t.Context(), "person/mara-lind", []ID{"document/0", refs[0].Document(), want[0].Document.ID})
	var is []EntityInstance
	for _, d := range []ID{refs[0].Document(), want[0].Document.ID} {
		all, err := one.Entities(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		is = append(is, slices.DeleteFunc(slices.Clone(all), func(e EntityInstance) bool { return e.ID != "person/mara-lind" })...)
	}
	if d := cmp.Diff(is, in); err != nil || len(in) == 0 || d != "" {
		t.Errorf("Mara Lind: %v, -want +got:\n%s", err, d)
	}
}
