package graph

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
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
	for _, tt := range []struct {
		name string
		run  func(t *testing.T, s *Store)
	}{
		{"empty", testEmpty},
		{"hops", testHops},
		{"newest first", testNewest},
		{"cancelled", testCancelled},
		{"closed", testClosed},
		{"failed write", testFailedWrite},
		{"read while writing", testReadWhileWriting},
		{"no orphans", testNoOrphans},
		{"same document twice in a batch", testTwiceInBatch},
		{"bad quads", testBadQuads},
		{"properties", testProperties},
		{"compact", testCompact},
		{"check", testCheck},
		{"gizmo", testGizmo},
	} {
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
	mustBeSound(t, s)
	mustBeEmpty(t, s)
}

func testHops(t *testing.T, s *Store) {
	a := made("a", Quad{"a1", "says", Text("x"), ""}, Quad{"a1", "says", Number(4), ""}, Quad{"a1", "about", Node("b"), ""}, Quad{"c", "is", Node("b"), ""})
	b := made("b", Quad{"c", "is", Node("b"), ""}, Quad{"c", "is", Text("b"), ""}, Quad{"d", "weighs", Number(.25), ""}, Quad{"d", "weighs", Number(-7), ""})
	apply(t, s, a, b)
	for _, tt := range []struct{ name, got, want string }{
		{"objects by predicate", sorted(s.Out(t.Context(), "a1", "says")), `["x" 4] <nil>`},
		{"what two documents say is one object", sorted(s.Out(t.Context(), "c", "is")), `[<b> "b"] <nil>`},
		{"and one subject", fmt.Sprint(all(t, s.In(t.Context(), "is", Node("b")))), `[c]`},
		{"a node and a text of the same letters differ", fmt.Sprint(all(t, s.In(t.Context(), "is", Text("b")))), `[c]`},
		{"whole numbers are found", fmt.Sprint(all(t, s.In(t.Context(), "says", Number(4)))), `[a1]`},
		{"fractions are found", fmt.Sprint(all(t, s.In(t.Context(), "weighs", Number(.25)))), `[d]`},
		{"numbers below 0 sort first", sorted(s.Out(t.Context(), "d", "weighs")), `[-7 0.25] <nil>`},
		{"a subject that isn't there", sorted(s.Out(t.Context(), "z", "is")), `[] <nil>`},
		{"a predicate that isn't there", sorted(s.Out(t.Context(), "c", "zz")), `[] <nil>`},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
	n, err := s.Node(t.Context(), "c")
	if err != nil || len(n) != 3 {
		t.Errorf("Node: %v, %v; want three quads, told apart by their labels", n, err)
	}
	if got := all(t, s.Labelled(t.Context(), "a")); len(got) != 6 {
		t.Errorf("Labelled: %v, want four quads and two of the ledger", got)
	}
	if st, err := s.Stats(t.Context()); err != nil || st.Documents != 2 || st.Quads != 12 {
		t.Errorf("Stats: %+v, %v; want 2 documents, 12 quads", st, err)
	}
}

// A context that is cancelled in the middle must not make a part of an answer
// look like all of it (trap 7).
func testCancelled(t *testing.T, s *Store) {
	var quads []Quad
	for i := range 3 * hopBatch {
		quads = append(quads, Quad{ID(fmt.Sprint("s", i)), "is", Node("hub"), ""})
	}
	apply(t, s, made("a", quads...))
	for _, after := range []int{0, 1, hopBatch, 2 * hopBatch} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		if after == 0 {
			cancel()
		}
		n := 0
		var last error
		for _, err := range s.In(ctx, "is", Node("hub")) {
			if last = err; err == nil {
				n++
			}
			if n == after {
				cancel()
			}
		}
		if !errors.Is(last, context.Canceled) || n == 3*hopBatch {
			t.Errorf("cancelled after %d of %d: %d and error %v", after, 3*hopBatch, n, last)
		}
	}
}

func testClosed(t *testing.T, s *Store) {
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	_, err := s.Out(t.Context(), "a", "b")
	if !errors.Is(err, ErrClosed) {
		t.Errorf("reading a closed store: %v", err)
	}
	if _, err := s.apply(t.Context(), []content{made("a")}); !errors.Is(err, ErrClosed) {
		t.Errorf("writing to a closed store: %v", err)
	}
}

// After a write that failed, the numbers that Cayley gave out in it must not be
// remembered: they are given to other nodes later (trap 1).
func testFailedWrite(t *testing.T, s *Store) {
	apply(t, s, made("a", Quad{"alice", "says", Text("one"), ""}))
	failed := made("z", Quad{"ghost", "haunts", Node("house"), ""}, Quad{"bob", "says", Text("boo"), ""})
	deltas, err := additions(nil, failed)
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	s.writing.Lock()
	err = s.back.update(func(w applier) error {
		if err := w.ApplyDeltas(deltas, ignore); err != nil {
			return err
		}
		return broken
	})
	s.writing.Unlock()
	if !errors.Is(err, broken) {
		t.Fatalf("a write that fails: %v", err)
	}
	if got := all(t, s.Labelled(t.Context(), "z")); len(got) != 0 {
		t.Errorf("a write that failed left %v", got)
	}
	apply(t, s, made("b", Quad{"carol", "owns", Node("garden"), ""}, Quad{"dave", "likes", Text("tea"), ""}), failed)
	for _, tt := range []struct {
		subject ID
		p       Predicate
		want    string
	}{
		{"ghost", "haunts", "[<house>] <nil>"}, {"bob", "says", `["boo"] <nil>`}, {"carol", "owns", "[<garden>] <nil>"},
		{"dave", "likes", `["tea"] <nil>`}, {"alice", "says", `["one"] <nil>`},
	} {
		if got := sorted(s.Out(t.Context(), tt.subject, tt.p)); got != tt.want {
			t.Errorf("%s %s %s, want %s", tt.subject, tt.p, got, tt.want)
		}
	}
	mustBeSound(t, s)
}

// Readers in the middle of their questions must not wait for a writer who
// waits for them (trap 6), and see no half of a change.
func testReadWhileWriting(t *testing.T, s *Store) {
	const pairs = 40
	version := func(v int) content {
		var quads []Quad
		for i := range pairs {
			quads = append(quads, Quad{ID(fmt.Sprint("s", i)), "is", Number(float64(v)), ""}, Quad{ID(fmt.Sprint("s", i)), "in", Node("hub"), ""})
		}
		return made("doc", quads...)
	}
	apply(t, s, version(0), made("other", Quad{"s0", "in", Node("hub"), ""}))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		wg.Go(func() {
			for done := false; !done; {
				select {
				case <-stop:
					done = true
				default:
				}
				for id, err := range s.In(ctx, "in", Node("hub")) {
					if err != nil {
						t.Error(err)
						return
					}
					if _, err := s.Node(ctx, id); err != nil { // a question within a question
						t.Error(err)
						return
					}
				}
				values := make(map[Term]bool)
				for q, err := range s.Labelled(ctx, "doc") {
					if err != nil {
						t.Error(err)
						return
					}
					if q.Predicate == "is" {
						values[q.Object] = true
					}
				}
				if len(values) > 1 {
					t.Errorf("two versions of a document at once: %v", values)
				}
			}
		})
	}
	for v := range 30 {
		apply(t, s, version(v+1))
	}
	close(stop)
	wg.Wait()
	if ctx.Err() != nil {
		t.Error("readers and writer wait for each other")
	}
	mustBeSound(t, s)
}

// Nodes go with their last quad, also when quads came twice: Cayley counts a
// duplicate that it ignores, and never gives the count back (trap 5).
func testNoOrphans(t *testing.T, s *Store) {
	q := Quad{"a1", "says", Text("x"), ""}
	one, two := made("one", q, q, q), made("two", q, Quad{"a1", "is", Node("a1"), ""})
	apply(t, s, one, two)
	apply(t, s, one)
	apply(t, s, content{label: one.label, hash: two.hash, quads: one.quads}, two)
	mustBeSound(t, s)
	if n, err := s.Retract(t.Context(), []ID{"one", "nobody"}); n != 1 || err != nil {
		t.Errorf("Retract: %d, %v; want the one that is there", n, err)
	}
	mustBeSound(t, s)
	if got := sorted(s.Out(t.Context(), "a1", "says")); got != `["x"] <nil>` {
		t.Errorf("what the other document says went too: %s", got)
	}
	if n, err := s.Retract(t.Context(), []ID{"two"}); n != 1 || err != nil {
		t.Errorf("Retract: %d, %v", n, err)
	}
	mustBeEmpty(t, s)
}

func testTwiceInBatch(t *testing.T, s *Store) {
	first, second := made("a", Quad{"s", "is", Text("old"), ""}), made("a", Quad{"s", "is", Text("new"), ""})
	r := apply(t, s, first, made("b"), second)
	if want := (Report{New: 2, Quads: 5}); r != want {
		t.Errorf("%+v, want %+v", r, want)
	}
	if got := sorted(s.Out(t.Context(), "s", "is")); got != `["new"] <nil>` {
		t.Errorf("the last one counts: %s", got)
	}
	mustBeSound(t, s)
}

func testBadQuads(t *testing.T, s *Store) {
	good := made("good", Quad{"s", "p", Text(""), ""}, Quad{"s", "p", Text("\xff<>\"\n\\"), ""}, Quad{"<\n>", "p", Node("\u202e"), ""})
	for _, bad := range []Quad{
		{"", "p", Text("x"), "l"}, {"s", "", Text("x"), "l"}, {"s", "p", Term{}, "l"}, {"s", "p", Node(""), "l"},
		{"s", "p", Number(math.NaN()), "l"}, {"s", "p", Number(math.Inf(1)), "l"}, {"s", "p", Text("x"), "another"},
	} {
		_, err := s.apply(t.Context(), []content{good, {label: "l", hash: "h", quads: []Quad{bad}}})
		if err == nil || !strings.Contains(err.Error(), "document l") {
			t.Errorf("%v: error %v, want one that names the document", bad, err)
		}
	}
	mustBeEmpty(t, s) // the good one was in the same transaction
	apply(t, s, good)
	if got, want := all(t, s.All(t.Context())), good.want(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	mustBeSound(t, s)
}

func testCompact(t *testing.T, s *Store) {
	docs := generate(3, 60)
	apply(t, s, docs...)
	apply(t, s, generate(4, 60)...)
	if _, err := s.Retract(t.Context(), labels(docs[:30])); err != nil {
		t.Fatal(err)
	}
	before := all(t, s.All(t.Context()))
	for q, err := range s.All(t.Context()) { // a reader in the middle is let finish
		if err != nil || q != before[0] {
			t.Errorf("%v, %v", q, err)
		}
		break
	}
	if err := s.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := all(t, s.All(t.Context())); !slices.Equal(got, before) {
		t.Error("compacting changed the content")
	}
	mustBeSound(t, s)
	apply(t, s, docs[:10]...) // and one can go on
	mustBeSound(t, s)
}

// Check must see what is wrong, each thing that it looks for.
func testCheck(t *testing.T, s *Store) {
	apply(t, s, made("a", Quad{"s", "p", Text("x"), ""}))
	for _, tt := range []struct {
		name string
		quad Quad
		want string
	}{
		{"a label without a ledger entry", Quad{"s", "p", Text("x"), "stray"}, "the documents of the ledger have"},
		{"a second hash", Quad{"a", LedgerHash, Text(strings.Repeat("0", 64)), "a"}, "2 content hashes"},
		{"a hash that is none", Quad{"a", LedgerHash, Text("12"), "a"}, "is none"},
		{"an entry under another label", Quad{"b", LedgerEntry, Node(Ledger), "a"}, "no record of it"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := []cayley.Delta{{Quad: tt.quad.cayley(), Action: cayley.Add}}
			if err := change(s.back, nil, d); err != nil {
				t.Fatal(err)
			}
			problems, err := s.check(t.Context(), ledgerOnly)
			if err != nil || !strings.Contains(fmt.Sprint(problems), tt.want) {
				t.Errorf("%v, %v; want %q", problems, err, tt.want)
			}
			d[0].Action = cayley.Delete
			if err := change(s.back, d, nil); err != nil {
				t.Fatal(err)
			}
			mustBeSound(t, s)
		})
	}
	t.Run("a quad that came twice leaves nothing", func(t *testing.T) {
		q := Quad{"orphan", "p", Text("x"), "a"}.cayley()
		for range 2 { // the second is ignored
			if err := change(s.back, nil, []cayley.Delta{{Quad: q, Action: cayley.Add}}); err != nil {
				t.Fatal(err)
			}
		}
		if err := change(s.back, []cayley.Delta{{Quad: q, Action: cayley.Delete}}, nil); err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, s)
	})
}

// made is a document of test quads, which get its label; its hash is made from
// them.
func made(label ID, quads ...Quad) content {
	c := content{label: label, quads: quads}
	for i := range c.quads {
		c.quads[i].Label = label
	}
	c.hash = fmt.Sprintf("%x", sha256.Sum256([]byte(fmt.Sprint(c.quads))))
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

// sorted shows terms in their order.
func sorted(terms []Term, err error) string {
	slices.SortFunc(terms, Term.Compare)
	return fmt.Sprint(terms, err)
}

// want is the quads that the store must hold of a document.
func (c content) want() []Quad {
	e := entry(c.label, c.hash)
	quads := append(slices.Clone(c.quads), e[:]...)
	slices.SortFunc(quads, Quad.Compare)
	return slices.Compact(quads)
}

func labels(contents []content) (out []ID) {
	for _, c := range contents {
		out = append(out, c.label)
	}
	return out
}

// ledgerOnly is what must be so of the made-up documents of the tests, whose
// predicates are in no vocabulary.
var ledgerOnly = []invariant{{"ledger", checkEntry}}

func mustBeSound(t *testing.T, s *Store) {
	t.Helper()
	problems, err := s.check(t.Context(), ledgerOnly)
	if err != nil || len(problems) > 0 {
		t.Fatalf("check: %v, error %v", problems, err)
	}
}

// mustBeEmpty wants neither quads nor nodes.
func mustBeEmpty(t *testing.T, s *Store) {
	t.Helper()
	v, done := s.back.view()
	defer done()
	n, err := v.size(t.Context())
	if err != nil || n != 0 {
		t.Fatalf("%d quads, error %v; want none", n, err)
	}
	if it := v.quads().NodesAllIterator(); it.Next(t.Context()) {
		t.Fatalf("node %v is left", v.quads().NameOf(it.Result()))
	}
}
