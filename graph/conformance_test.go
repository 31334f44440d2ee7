package graph

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// opener opens a store that is empty at first; the same test gets the same
// store again when it opens twice.
type opener func(t *testing.T) *Store

// backends are the kinds of store that the conformance suite is run on.
var backends = []struct {
	name string
	open func(t *testing.T) opener
}{
	{"memory", func(t *testing.T) opener {
		return func(t *testing.T) *Store { return mustOpen(t, Memory, Options{}) }
	}},
	{"folder", func(t *testing.T) opener {
		where := filepath.Join(t.TempDir(), "store")
		return func(t *testing.T) *Store { return mustOpen(t, where, Options{Create: true}) }
	}},
}

func mustOpen(t *testing.T, where string, o Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), where, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestBackends(t *testing.T) {
	for _, b := range backends {
		t.Run(b.name, func(t *testing.T) { testStore(t, b.open) })
	}
}

// testStore is what every back end has to do.
func testStore(t *testing.T, backend func(t *testing.T) opener) {
	tests := []struct {
		name string
		run  func(t *testing.T, s *Store)
	}{
		{"empty", testEmpty},
		{"hops", testHops},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.run(t, backend(t)(t)) })
	}
}

func testEmpty(t *testing.T, s *Store) {
	if got := all(t, s.All(t.Context())); len(got) != 0 {
		t.Errorf("an empty store holds %v", got)
	}
	if got := all(t, s.In(t.Context(), "p", Node("o"))); len(got) != 0 {
		t.Errorf("an empty store answers %v", got)
	}
}

func testHops(t *testing.T, s *Store) {
	a := made("a", Quad{"a1", "says", Text("x"), ""}, Quad{"a1", "says", Number(4), ""}, Quad{"a1", "about", Node("b"), ""}, Quad{"c", "is", Node("b"), ""})
	b := made("b", Quad{"c", "is", Node("b"), ""}, Quad{"c", "is", Text("b"), ""})
	apply(t, s, a, b)
	for _, tt := range []struct{ name, got, want string }{
		{"objects by predicate", fmt.Sprint(s.Out(t.Context(), "a1", "says")), `["x" 4] <nil>`},
		{"what two documents say is one object", fmt.Sprint(s.Out(t.Context(), "c", "is")), `[<b> "b"] <nil>`},
		{"and one subject", fmt.Sprint(all(t, s.In(t.Context(), "is", Node("b")))), `[c]`},
		{"a node and a text of the same letters differ", fmt.Sprint(all(t, s.In(t.Context(), "is", Text("b")))), `[c]`},
		{"numbers are found", fmt.Sprint(all(t, s.In(t.Context(), "says", Number(4)))), `[a1]`},
		{"a subject that isn't there", fmt.Sprint(s.Out(t.Context(), "z", "is")), `[] <nil>`},
		{"a predicate that isn't there", fmt.Sprint(s.Out(t.Context(), "c", "zz")), `[] <nil>`},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
	n, err := s.Node(t.Context(), "c")
	if err != nil || len(n) != 3 {
		t.Errorf("Node: %v, %v", n, err)
	}
}

// made is a document of test quads, which get its label; its hash is made from
// them.
func made(label ID, quads ...Quad) content {
	c := content{label: label, quads: quads}
	for i := range c.quads {
		c.quads[i].Label = label
	}
	c.hash = fmt.Sprintf("%x", fmt.Sprint(c.quads))
	return c
}

func apply(t *testing.T, s *Store, contents ...content) Report {
	t.Helper()
	r, err := s.apply(context.Background(), contents)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// all is the whole of a sequence that must not fail.
func all[T any](t *testing.T, seq iter.Seq2[T, error]) (out []T) {
	t.Helper()
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return slices.Clip(out)
}

// TestReopen shows what is left of a store in a folder when it is closed.
func TestReopen(t *testing.T) {
	where := filepath.Join(t.TempDir(), "store")
	s := mustOpen(t, where, Options{Create: true})
	apply(t, s, made("a", Quad{"a1", "says", Text("x"), ""}))
	before := all(t, s.All(t.Context()))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(where)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		es, _ := os.ReadDir(filepath.Join(where, e.Name()))
		for _, e := range es {
			i, _ := e.Info()
			names = append(names, fmt.Sprint("   ", e.Name(), i.Size()))
		}
	}
	t.Log(strings.Join(names, "\n"))
	for _, o := range []Options{{ReadOnly: true}, {}} {
		s := mustOpen(t, where, o)
		if got := all(t, s.All(t.Context())); !slices.Equal(got, before) {
			t.Errorf("%+v: %v, want %v", o, got, before)
		}
		s.Close()
	}
}
