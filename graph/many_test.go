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
	read := func(wanted func(Sketch) bool) ([]*StatementRecord, error) {
		some, err := many.Sketches(t.Context(), refs)
		if err != nil {
			return nil, err
		}
		return many.Statements(t.Context(), slices.DeleteFunc(some, func(x Sketch) bool { return !wanted(x) }))
	}
	got, err := read(func(Sketch) bool { return true })
	if d := cmp.Diff(want, got, alike); err != nil || len(got) == 0 || d != "" {
		t.Errorf("%v, -want +got:\n%s", err, d)
	}
	got, err = read(func(x Sketch) bool { return x.Class == "say" && x.Type == "indirect" && x.Confidence == 0.9 })
	want = slices.DeleteFunc(want, func(s *StatementRecord) bool { return s.Class != "say" || s.Type != "indirect" })
	if d := cmp.Diff(want, got, alike); err != nil || d != "" {
		t.Errorf("%v, those wanted: -want +got:\n%s", err, d)
	}
	gone := refs[0]
	gone.ID += "0"
	if _, err := many.Sketches(t.Context(), []Ref{gone}); !errors.Is(err, ErrNotThere) {
		t.Errorf("one that isn't there: %v", err)
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

// Events and facts that are read together are what they are each by itself.
func TestRelations(t *testing.T) {
	st := mustOpen(t, Memory, Options{})
	if _, err := st.Apply(t.Context(), sampled()); err != nil {
		t.Fatal(err)
	}
	one, many := NewReader(st), NewReader(st)
	var refs []Ref
	var want []*RelationRecord
	for l := range st.Labels(t.Context()) {
		in, err := one.Read(t.Context(), l)
		if err != nil {
			t.Fatal(err)
		}
		for _, ref := range in {
			if ref.Kind == StatementNode {
				continue
			}
			x, err := one.Relation(t.Context(), ref.ID)
			if err != nil {
				t.Fatal(err)
			}
			refs, want = append(refs, ref), append(want, x)
		}
	}
	got, err := many.Relations(t.Context(), refs)
	if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(DocumentRecord{})); err != nil || len(got) == 0 || d != "" {
		t.Errorf("%v, -want +got:\n%s", err, d)
	}
	gone := refs[0]
	gone.ID += "0"
	if _, err := many.Relations(t.Context(), []Ref{gone}); !errors.Is(err, ErrNotThere) {
		t.Errorf("one that isn't there: %v", err)
	}
}

// What is copied by others is told with them, newest first, and what by nobody
// with none; mentions are counted as their IDs have them, though nothing is named.
func TestCopiesAndMentions(t *testing.T) {
	st := mustOpen(t, Memory, Options{})
	if _, err := st.Apply(t.Context(), sampled()); err != nil {
		t.Fatal(err)
	}
	r := NewReader(st)
	copied := make(map[string][]Ref)
	mentions := make(map[ID][]Ref)
	for q, err := range st.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		ref, _ := ParseRef(q.Subject)
		switch q.Predicate {
		case Copy:
			copied[q.Object.Text] = append(copied[q.Object.Text], ref)
		case Of:
			mentions[q.Object.ID] = append(mentions[q.Object.ID], ref)
		}
	}
	several := 0
	for hash, all := range copied {
		sortRefs(all)
		for i, ref := range all {
			got, err := r.Copies(t.Context(), ref, hash)
			if want := slices.Delete(slices.Clone(all), i, i+1); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %v, %v, want %v", ref.ID, got, err, want)
			}
		}
		several = max(several, len(all))
	}
	if got, err := r.Copies(t.Context(), Ref{}, ""); several < 2 || len(got) > 0 || err != nil {
		t.Errorf("%d of one hash; of none: %v, %v", several, got, err)
	}
	for id, all := range mentions {
		n := 0
		for _, m := range all {
			n += m.Count
		}
		documents, got, err := r.Mentions(t.Context(), id, 0)
		if documents != len(all) || got != n || err != nil {
			t.Errorf("%s: %d in %d documents, %v, want %d in %d", id, got, documents, err, n, len(all))
		}
		if documents, got, err := r.Mentions(t.Context(), id, 1); err != nil || documents != 1 || got > n {
			t.Errorf("%s, enough: %d in %d documents, %v", id, got, documents, err)
		}
	}
	if _, n, err := r.Mentions(t.Context(), "person/nobody", 0); len(mentions) == 0 || n != 0 || err != nil {
		t.Errorf("nobody: %d, %v", n, err)
	}
}

// What is seen of events and facts without naming them is what their refs tell.
func TestGlimpses(t *testing.T) {
	st := mustOpen(t, Memory, Options{})
	if _, err := st.Apply(t.Context(), sampled()); err != nil {
		t.Fatal(err)
	}
	r := NewReader(st)
	events, facts := 0, 0
	for _, id := range []ID{"country/BOR", "country/SYL", "person/mara-lind", "person/nobody"} {
		for _, part := range []Predicate{Subject, Object} {
			want, err := r.Refs(t.Context(), part, Node(id))
			if err != nil {
				t.Fatal(err)
			}
			some := all(t, r.Glimpses(t.Context(), part, id))
			got, err := r.Named(t.Context(), some)
			if err != nil || !slices.Equal(got, want) || !slices.IsSortedFunc(some, Glimpse.Compare) {
				t.Errorf("%s of %s: %v, %v, want %v", part, id, got, err, want)
			}
			for i, ref := range got {
				if g := some[i]; g.Event != (ref.Kind == EventNode) || g.Event && g.Happened != ref.Happened || !g.SameDocument(g) {
					t.Errorf("%s is seen as %+v", ref.ID, g)
				} else if g.Event {
					events++
				} else {
					facts++
				}
			}
		}
	}
	if events == 0 || facts == 0 {
		t.Errorf("%d events, %d facts", events, facts)
	}
	for range r.Glimpses(t.Context(), Subject, "country/BOR") {
		break // and one can stop
	}
}
