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
			spoken, err := st.Spoken(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer spoken.Close()
			got, err := utterancesOf(t.Context(), spoken)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(recordsOf(t, st), got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
			instances, err := spoken.Instances(t.Context(), map[int][]ID{0: {"person/mara-lind"}})
			if e := instances["person/mara-lind"]; err != nil || e.Name != "Mara Lind" || e.Country != "RUR" {
				t.Errorf("Mara Lind is %+v, %v", instances, err)
			}
			if _, err := spoken.Instances(t.Context(), map[int][]ID{0: {"person/nobody"}}); !errors.Is(err, ErrDamaged) {
				t.Errorf("somebody who isn't in the document: %v", err)
			}
			publishers := make([]string, len(spoken.Days))
			if err := spoken.Publishers(t.Context(), func(i int, name string) { publishers[i] = name }); err != nil || publishers[0] != "The Elm Gazette" || publishers[1] != "Coast Post" || publishers[len(publishers)-1] != "" {
				t.Errorf("published by %q, %v", publishers, err)
			}
			if n, err := spoken.Number(t.Context(), "person/nobody"); err != nil || n != 0 {
				t.Errorf("the number of nobody: %v, %v", n, err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := utterancesOf(ctx, spoken); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled: %v", err)
			}
		})
	}
}

// told is an utterance, or as much of a record, in names.
type told struct {
	In                string // day
	Told              bool
	Type, Class       string
	By, Behalf, About []ID
}

func (a told) compare(b told) int {
	return slices.Compare(slices.Concat([]ID{ID(a.In), ID(a.Type), ID(a.Class)}, a.By, a.Behalf, a.About), slices.Concat([]ID{ID(b.In), ID(b.Type), ID(b.Class)}, b.By, b.Behalf, b.About))
}

func utterancesOf(ctx context.Context, spoken *Spoken) (out []told, err error) {
	var failed error
	err = spoken.Utterances(ctx, func(u *Utterance) {
		x := told{In: spoken.Days[u.Document], Told: u.Told, Type: u.Type, Class: u.Class}
		for _, part := range []struct {
			nodes []Numbered
			ids   *[]ID
		}{{u.Speakers, &x.By}, {u.About, &x.About}, {slices.DeleteFunc([]Numbered{u.OnBehalfOf}, func(n Numbered) bool { return n == 0 }), &x.Behalf}} {
			ids, e := spoken.IDs(ctx, part.nodes)
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

func recordsOf(t *testing.T, st *Store) (out []told) {
	t.Helper()
	r := NewReader(st)
	for l, err := range r.Newest(t.Context(), In, Node(Catalogue), "", "") {
		if err != nil {
			t.Fatal(err)
		}
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
			x := told{In: l.Day, Told: s.ToldBy != nil, Type: s.Type, Class: s.Class}
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
