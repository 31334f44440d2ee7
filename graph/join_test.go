package graph

import (
	"fmt"
	"slices"
	"testing"
)

// What is selected is what a look at every statement finds, in the same order:
// by several edges, by publishers of a few documents, of many, and of none.
func TestSelect(t *testing.T) {
	s, err := Open(t.Context(), Memory, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	type statement struct {
		Ref
		type_, about, publisher string
	}
	var every []statement
	var docs []content
	for i := range 400 {
		hash := fmt.Sprintf("%08x%08x", i/2, i) // two of each rank
		day := fmt.Sprintf("2021%02d%02d", i%12+1, i%28+1)
		publisher := []string{"Coast Post", "Coast Post", "Elm Gazette", ""}[i%4]
		if i%40 == 7 {
			publisher = "Hill Herald"
		}
		id := ID("document/" + hash)
		quads := []Quad{{ID("listing/" + day + "/" + hash), In, Node(Catalogue), ""}}
		if publisher != "" {
			quads = append(quads, Quad{id, Publisher, Text(publisher), ""})
		}
		for k := range 1 + i%5*20 { // more than are passed by
			x := statement{type_: []string{"direct", "mixed", "indirect"}[(i+k)%3], about: []string{"elm", "oak"}[(i/3+k/2)%2], publisher: publisher}
			x.Ref, _ = ParseRef(ID(fmt.Sprintf("statement/%s/%s/%d", day, hash, k)))
			quads = append(quads, Quad{x.ID, Type, Text(x.type_), ""}, Quad{x.ID, About, Node(ID(x.about)), ""})
			every = append(every, x)
		}
		docs = append(docs, made(id, quads...))
	}
	apply(t, s, docs...)
	slices.SortFunc(every, func(a, b statement) int { return a.Compare(b.Ref) })
	by := func(p Predicate, to ...Term) (edges []Edge) {
		for _, o := range to {
			edges = append(edges, Edge{p, o})
		}
		return edges
	}
	direct, other, elm := by(Type, Text("direct")), by(Type, Text("mixed"), Text("indirect")), by(About, Node("elm"))
	is := func(names ...string) func(string) bool {
		return func(name string) bool { return slices.Contains(names, name) }
	}
	for _, tt := range []struct {
		why  string
		ask  Selection
		want func(statement) bool
	}{
		{"one of two", Selection{All: [][]Edge{other}}, func(x statement) bool { return x.type_ != "direct" }},
		{"both of two", Selection{All: [][]Edge{direct, elm}}, func(x statement) bool { return x.type_ == "direct" && x.about == "elm" }},
		{"nothing has both", Selection{All: [][]Edge{direct, other}}, func(x statement) bool { return false }},
		{"an edge that the store hasn't", Selection{All: [][]Edge{elm, by(Type, Text("sung"))}}, func(x statement) bool { return false }},
		{"one that it has and one that it hasn't", Selection{All: [][]Edge{append(by(Type, Text("sung")), direct...)}}, func(x statement) bool { return x.type_ == "direct" }},
		{"days", Selection{All: [][]Edge{elm, other}, Since: "2021-03-05", Until: "2021-06-30"}, func(x statement) bool {
			return x.about == "elm" && x.type_ != "direct" && x.Day >= "2021-03-05" && x.Day <= "2021-06-30"
		}},
		{"a publisher of few", Selection{All: [][]Edge{direct}, Publisher: is("Hill Herald")}, func(x statement) bool { return x.type_ == "direct" && x.publisher == "Hill Herald" }},
		{"two of many", Selection{All: [][]Edge{elm, other}, Publisher: is("Coast Post", "Elm Gazette")}, func(x statement) bool {
			return x.about == "elm" && x.type_ != "direct" && (x.publisher == "Coast Post" || x.publisher == "Elm Gazette")
		}},
		{"none", Selection{All: [][]Edge{elm}, Publisher: is("")}, func(x statement) bool { return x.about == "elm" && x.publisher == "" }},
		{"nobody's", Selection{All: [][]Edge{elm}, Publisher: is()}, func(x statement) bool { return false }},
	} {
		var want []Ref
		for _, x := range every {
			if tt.want(x) {
				want = append(want, x.Ref)
			}
		}
		if got := all(t, NewReader(s).Select(t.Context(), tt.ask)); !slices.Equal(got, want) {
			t.Errorf("%s: %d refs, want %d, or they are in another order", tt.why, len(got), len(want))
		}
	}
}
