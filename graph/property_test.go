package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// generate makes n documents as ingest meets them: most of their nodes are
// their own, entities are shared, a hub is in all of them, and now and then two
// documents say the same.
func generate(seed uint64, n int) []content {
	r := rand.New(rand.NewPCG(seed, 1))
	entity := func() ID { return ID(fmt.Sprint("entity/", min(r.IntN(20), r.IntN(20)))) }
	docs := make([]content, n)
	for i := range docs {
		label := ID(fmt.Sprint("document/", seed, "/", i))
		var quads []Quad
		for j := range 1 + r.IntN(12) {
			s := ID(fmt.Sprint(label, "/", j))
			quads = append(quads,
				Quad{s, "type", Node("class/statement"), ""},
				Quad{s, "speaker", Node(entity()), ""},
				Quad{s, "text", Text(fmt.Sprint("word ", r.IntN(50))), ""},
				Quad{s, "start", Number(float64(r.IntN(1000))), ""},
				Quad{s, "confidence", Number(float64(r.IntN(100)) / 100), ""},
				Quad{entity(), "consult", Node(entity()), ""},
				Quad{entity(), "name", Text(fmt.Sprint("Name ", r.IntN(20))), ""},
			)
		}
		docs[i] = made(label, quads...)
	}
	return docs
}

// changed is the next edition of a document: some quads gone, others new.
func changed(c content) content {
	quads := slices.Clone(c.quads[:len(c.quads)/2])
	return made(c.label, append(quads, Quad{c.label, "edition", Number(2), ""})...)
}

// testProperties is what must hold whatever the documents are.
func testProperties(t *testing.T, s *Store) {
	docs := generate(1, 80)
	var want []Quad
	for _, d := range docs {
		want = append(want, d.want()...)
	}
	slices.SortFunc(want, Quad.Compare)
	must := func(name string, want []Quad) {
		t.Helper()
		if got := all(t, s.All(t.Context())); !slices.Equal(got, want) {
			t.Fatalf("%s: %d quads, want %d", name, len(got), len(want))
		}
		mustBeSound(t, s)
	}
	report := func(got, want Report) {
		t.Helper()
		if got.Quads = 0; got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}

	report(apply(t, s, docs...), Report{New: 80})
	must("ingest", want)
	report(apply(t, s, docs...), Report{Unchanged: 80})
	must("ingest twice is once", want)

	if n, err := s.Retract(t.Context(), labels(docs)); n != 80 || err != nil {
		t.Fatalf("Retract: %d, %v", n, err)
	}
	mustBeEmpty(t, s)

	shuffled := slices.Clone(docs)
	rand.New(rand.NewPCG(7, 7)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for batch := range slices.Chunk(shuffled, 7) {
		apply(t, s, batch...)
	}
	must("any order is the same", want)

	if _, err := s.Retract(t.Context(), labels(docs[20:50])); err != nil {
		t.Fatal(err)
	}
	report(apply(t, s, docs...), Report{New: 30, Unchanged: 50})
	must("forget, then ingest, is never forgotten", want)

	update := slices.Clone(docs)
	var updated []Quad
	for i := range update {
		if i%3 == 0 {
			update[i] = changed(update[i])
		}
		updated = append(updated, update[i].want()...)
	}
	slices.SortFunc(updated, Quad.Compare)
	report(apply(t, s, update...), Report{Updated: 27, Unchanged: 53})
	must("an update takes the place of what it updates", updated)
	report(apply(t, s, docs...), Report{Updated: 27, Unchanged: 53})
	must("and back", want)
}
