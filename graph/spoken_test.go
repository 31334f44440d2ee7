package graph

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/sample"
)

// What is told of all statements at once is what their records say, in memory as
// in a folder; of events, which have types too, nothing is.
func TestUtterances(t *testing.T) {
	for name, where := range map[string]string{"memory": Memory, "folder": t.TempDir() + "/store"} {
		t.Run(name, func(t *testing.T) {
			st, err := Open(t.Context(), where, Options{Create: true})
			if err != nil {
				t.Fatal(err)
			}
			defer st.Close()
			if _, err := st.Apply(t.Context(), append(sample.News(), sample.Spoken())); err != nil {
				t.Fatal(err)
			}
			shelf, err := st.Shelf(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer shelf.Close()
			got, err := utterancesOf(t.Context(), shelf)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(recordsOf(t, st, shelf), got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
			if n, err := shelf.Number(t.Context(), "person/nobody"); err != nil || n != (Numbered{}) {
				t.Errorf("the number of nobody: %v, %v", n, err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := utterancesOf(ctx, shelf); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled: %v", err)
			}
		})
	}
}

// told is an utterance, or as much of a record, in names.
type told struct {
	In                ID
	Type, Class       string
	By, Behalf, About []ID
}

func (a told) compare(b told) int {
	return slices.Compare(slices.Concat([]ID{a.In, ID(a.Type), ID(a.Class)}, a.By, a.Behalf, a.About), slices.Concat([]ID{b.In, ID(b.Type), ID(b.Class)}, b.By, b.Behalf, b.About))
}

func utterancesOf(ctx context.Context, shelf *Shelf) (out []told, err error) {
	var failed error
	err = shelf.Utterances(ctx, func(u *Utterance) {
		x := told{In: shelf.Listings[u.Listing].Document(), Type: u.Type, Class: u.Class}
		for _, part := range []struct {
			nodes []Numbered
			ids   *[]ID
		}{{u.Speakers, &x.By}, {u.About, &x.About}, {slices.DeleteFunc([]Numbered{u.OnBehalfOf}, func(n Numbered) bool { return n == Numbered{} }), &x.Behalf}} {
			ids, e := shelf.Nodes(ctx, part.nodes)
			failed = errors.Join(failed, e)
			slices.Sort(ids)
			if len(ids) > 0 {
				*part.ids = ids
			}
		}
		out = append(out, x)
	})
	slices.SortFunc(out, told.compare)
	return out, errors.Join(err, failed)
}

func recordsOf(t *testing.T, st *Store, shelf *Shelf) (out []told) {
	t.Helper()
	r := NewReader(st)
	for _, l := range shelf.Listings {
		refs, err := r.Read(t.Context(), l.Document())
		if err != nil {
			t.Fatal(err)
		}
		for _, ref := range refs {
			if ref.Kind != StatementNode {
				continue
			}
			s, err := r.Statement(t.Context(), ref.ID)
			if err != nil {
				t.Fatal(err)
			}
			x := told{In: l.Document(), Type: s.Type, Class: s.Class}
			add := func(to *[]ID, e EntityInstance) {
				if e.ID != "" {
					*to = append(*to, e.ID)
				}
			}
			for _, p := range s.Joint {
				add(&x.By, p.Entity)
			}
			if s.Speaker != nil {
				add(&x.By, s.Speaker.Entity)
			}
			if s.OnBehalfOf != nil {
				add(&x.Behalf, s.OnBehalfOf.Entity)
			}
			for _, e := range s.About {
				add(&x.About, e)
			}
			slices.Sort(x.By)
			slices.Sort(x.About)
			out = append(out, x)
		}
	}
	slices.SortFunc(out, told.compare)
	return out
}
