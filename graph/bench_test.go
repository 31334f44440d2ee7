package graph

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	quadwriter "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	"dossier/graph/pebblekv"
)

// Run them on one core: go test -run - -bench . -cpu 1 ./graph/

// batches are documents in batches of about the size that a transaction has.
func batches(seed uint64, docs int) (out [][]content) {
	var batch []content
	n := 0
	for _, c := range generate(seed, docs) {
		batch = append(batch, c)
		if n += len(c.quads); n >= batchQuads {
			out = append(out, batch)
			batch, n = nil, 0
		}
	}
	return append(out, batch)
}

// BenchmarkLoad loads the same quads through the store, and straight into
// Cayley on the same back end. The store has to reach 0.9 of Cayley.
func BenchmarkLoad(b *testing.B) {
	docs := batches(1, 2000)
	total := 0
	for _, batch := range docs {
		for _, c := range batch {
			total += len(c.want())
		}
	}
	rate := func(b *testing.B) { b.ReportMetric(float64(total)*float64(b.N)/b.Elapsed().Seconds(), "quads/s") }
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			s, err := Open(b.Context(), filepath.Join(b.TempDir(), "store"), Options{Create: true})
			if err != nil {
				b.Fatal(err)
			}
			for _, batch := range docs {
				if _, err := s.apply(b.Context(), batch); err != nil {
					b.Fatal(err)
				}
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
		}
		rate(b)
	})
	b.Run("cayley", func(b *testing.B) {
		for b.Loop() {
			db, err := pebblekv.Open(filepath.Join(b.TempDir(), "kv"), pebblekv.Options{Create: true})
			if err != nil {
				b.Fatal(err)
			}
			setIndexes()
			if err := kv.Init(db.KV(), nil); err != nil {
				b.Fatal(err)
			}
			qs, err := cayleyStore(db.KV())
			if err != nil {
				b.Fatal(err)
			}
			w, err := quadwriter.NewSingle(qs, ignore)
			if err != nil {
				b.Fatal(err)
			}
			for _, batch := range docs {
				var set []quad.Quad
				for _, c := range batch {
					for _, q := range c.want() {
						set = append(set, q.cayley())
					}
				}
				if err := w.AddQuadSet(set); err != nil {
					b.Fatal(err)
				}
			}
			if err := db.Close(); err != nil {
				b.Fatal(err)
			}
		}
		rate(b)
	})
}

// BenchmarkApply grows a store to 10,000 documents, and compares what the last
// thousand of them cost with what the second thousand did: about twice as much,
// most of it for the engine's compactions, which a store that is still in its
// memory tables doesn't need. An article has to cost at most 1.3 times as much
// in all, with the reading of it.
func BenchmarkApply(b *testing.B) {
	docs := generate(1, 10_500)
	for b.Loop() {
		s, err := Open(b.Context(), filepath.Join(b.TempDir(), "store"), Options{Create: true})
		if err != nil {
			b.Fatal(err)
		}
		var cost [21]time.Duration // of each 500
		for i, c := range slices.Collect(slices.Chunk(docs, 100)) {
			began := time.Now()
			if _, err := s.apply(b.Context(), c); err != nil {
				b.Fatal(err)
			}
			cost[i/5] += time.Since(began)
		}
		b.ReportMetric(float64(cost[19]+cost[20])/float64(cost[1]+cost[2]), "last/first")
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAsk is what a question does in a store of 2,000 documents.
func BenchmarkAsk(b *testing.B) {
	where := filepath.Join(b.TempDir(), "store")
	w, err := Open(b.Context(), where, Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	for _, batch := range batches(1, 2000) {
		if _, err := w.apply(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	open := func(b *testing.B) *Store {
		s, err := Open(b.Context(), where, Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			if err := open(b).Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	s := open(b)
	defer s.Close()
	hub := Node("entity/0")
	b.Run("subjects of a hub", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, err := range s.In(b.Context(), "speaker", hub) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/row")
	})
	b.Run("subjects of a hub, by Cayley's iterator", func(b *testing.B) {
		n := 0
		v, done := s.back.view()
		defer done()
		qs := v.quads()
		for b.Loop() {
			p, o := qs.ValueOf(quad.IRI("speaker")), qs.ValueOf(quad.IRI("entity/0"))
			err := scan(b.Context(), qs, pattern{predicate: p, object: o}, func(l link) bool {
				n++
				return qs.NameOf(cayley.Ref(l.subject)) != nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/row")
	})
	b.Run("a node", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := s.Node(b.Context(), ID(fmt.Sprint("document/1/", i%2000, "/0"))); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("a document", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			for _, err := range s.Labelled(b.Context(), ID(fmt.Sprint("document/1/", i%2000))) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
