package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// testedKV is a store in memory, with what is below it.
func testedKV(t *testing.T, contents ...content) (*Store, *kvBackend) {
	t.Helper()
	s := mustOpen(t, Memory, Options{})
	apply(t, s, contents...)
	return s, s.back.(memory).kvBackend
}

// The indexes of a store are those that it was made with: a variable of
// Cayley's, since its environment variable has no effect (trap 4). None may be
// unique, with which Cayley drops quads that share a key (trap 3).
func TestIndexes(t *testing.T) {
	_, b := testedKV(t, made("a", Quad{"s", "p", Text("x"), ""}))
	tx, err := packed{b.db.Tx}.Tx(false)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	data, err := tx.Get(t.Context(), hidalgo.SKey("meta", "indexes"))
	if err != nil {
		t.Fatal(err)
	}
	var got []kv.QuadIndex
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	same := func(a, b kv.QuadIndex) bool { return slices.Equal(a.Dirs, b.Dirs) && a.Unique == b.Unique }
	if !slices.EqualFunc(got, indexes, same) || slices.ContainsFunc(got, func(i kv.QuadIndex) bool { return i.Unique }) {
		t.Errorf("%+v, want %+v, none of them unique", got, indexes)
	}
	v, done := b.view()
	defer done()
	for _, d := range []quad.Direction{quad.Subject, quad.Object, quad.Label} { // Cayley has no other way but to read all quads
		ref := v.quads().ValueOf(map[quad.Direction]quad.Value{quad.Subject: quad.IRI("s"), quad.Object: quad.String("x"), quad.Label: quad.IRI("a")}[d])
		it := v.quads().QuadIterator(d, ref)
		if s := it.String(); strings.Contains(s, "All") {
			t.Errorf("quads are looked up by their %v with %s", d, s)
		}
		it.Close()
	}
}

// A store with other indexes would answer nothing, so it is refused.
func TestOtherIndexes(t *testing.T) {
	_, b := testedKV(t)
	if err := checkIndexes(packed{b.db.Tx}); err != nil {
		t.Fatal(err)
	}
	err := hidalgo.Update(t.Context(), packed{b.db.Tx}, func(tx hidalgo.Tx) error {
		return tx.Put(hidalgo.SKey("meta", "indexes"), hidalgo.Value(`[{"dirs":"AQI=","unique":false}]`))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := checkIndexes(packed{b.db.Tx}); !errors.Is(err, ErrVersion) {
		t.Errorf("a store with another index: %v", err)
	}
}

// The store's own way through an index and Cayley's must find the same.
func TestScan(t *testing.T) {
	_, b := testedKV(t, generate(5, 30)...)
	v, done := b.view()
	defer done()
	ctx := t.Context()
	var quads []link
	if err := scan(ctx, v.quads(), pattern{}, func(l link) bool { quads = append(quads, l); return true }); err != nil {
		t.Fatal(err)
	}
	found := func(f func(func(link) bool) error) map[link]int {
		n := make(map[link]int)
		if err := f(func(l link) bool { n[l]++; return true }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	equal := func(a, b map[link]int) bool {
		for l, n := range a {
			if b[l] != n {
				return false
			}
		}
		return len(a) == len(b)
	}
	for i := 0; i < len(quads); i += 37 {
		l := quads[i]
		for _, p := range []pattern{
			{subject: l.subject}, {object: l.object}, {label: l.label}, {predicate: l.predicate}, pattern(l),
			{subject: l.subject, predicate: l.predicate}, {predicate: l.predicate, object: l.object}, {object: l.object, label: l.label},
		} {
			ours := found(func(f func(link) bool) error { return v.scan(ctx, p, f) })
			theirs := found(func(f func(link) bool) error { return scan(ctx, v.quads(), p, f) })
			if !equal(ours, theirs) || len(ours) == 0 {
				t.Errorf("%v: %d quads, Cayley finds %d", p, len(ours), len(theirs))
			}
		}
	}
	for _, d := range []quad.Direction{quad.Subject, quad.Object, quad.Label} {
		ours := found(func(f func(link) bool) error { return v.every(ctx, d, func(l link) { f(l) }) })
		theirs := found(func(f func(link) bool) error { return every(ctx, v.quads(), d, func(l link) { f(l) }) })
		if !equal(ours, theirs) || len(ours) != len(quads) {
			t.Errorf("by %v: %d quads, Cayley finds %d, of %d", d, len(ours), len(theirs), len(quads))
		}
	}
}

// Removed quads leave nothing in any index or in the log.
func TestPurge(t *testing.T) {
	docs := generate(8, 20)
	s, b := testedKV(t, docs...)
	keys := func() (n int) {
		tx, err := b.db.Tx(false)
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Close()
		it := tx.Scan(nil)
		defer it.Close()
		for it.Next(t.Context()) {
			if k := it.Key(); k[0] != metaTable && k[0] != bucketTable { // Cayley's marks and counters
				n++
			}
		}
		return n
	}
	first := keys()
	if first == 0 {
		t.Fatal("no keys at all")
	}
	for range 3 { // an update puts back as many keys as it takes
		for i := range docs {
			apply(t, s, changed(docs[i]))
		}
		apply(t, s, docs...)
	}
	if n := keys(); n != first {
		t.Errorf("%d keys after updates that came to nothing, want %d", n, first)
	}
	if _, err := s.Retract(t.Context(), labels(docs)); err != nil {
		t.Fatal(err)
	}
	if n := keys(); n != 0 {
		t.Errorf("%d keys are left in an empty store", n)
	}
}

// Check sees a node that no quad is left of.
func TestOrphan(t *testing.T) {
	s, b := testedKV(t, made("a", Quad{"s", "p", Text("x"), ""}))
	err := b.update(func(applier) error {
		tx, err := b.db.Tx(true)
		if err != nil {
			return err
		}
		defer tx.Close()
		c := kvChange{tx: tx, numbers: make(map[quad.Value]uint64), uses: make(map[uint64]int64)}
		if err := c.begin(t.Context(), nil); err != nil {
			return err
		}
		if err := c.addNode(quad.IRI("orphan")); err != nil {
			return err
		}
		return c.end(t.Context(), nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	problems, err := s.check(t.Context(), ledgerOnly)
	if err != nil || !strings.Contains(fmt.Sprint(problems), "node <orphan> is in no quad") {
		t.Errorf("%v, %v", problems, err)
	}
}
