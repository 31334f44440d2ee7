package graph

import (
	"fmt"
	"slices"
	"strings"
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
		words, text, class      string
		confidence              float64
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
		text := ""
		var its []statement
		for k := range 1 + i%5*20 { // more than are passed by
			x := statement{type_: []string{"direct", "mixed", "indirect"}[(i+k)%3], about: []string{"elm", "oak"}[(i/3+k/2)%2], publisher: publisher}
			x.Ref, _ = ParseRef(ID(fmt.Sprintf("statement/%s/%s/%d", day, hash, k)))
			x.words = []string{"The river.", "A dam in the river,", "Dams", "a DAM"}[(i+k*k)%4]
			if i%97 == 5 && k%7 == 0 {
				x.words = "camels: a camel"
			}
			x.class, x.confidence = []string{"say", "think", "ask"}[(i+k)%5%3], float64(k%10)/10
			if x.class != "say" {
				quads = append(quads, Quad{x.ID, Class, Text(x.class), ""})
			}
			text += " "
			quads = append(quads, Quad{x.ID, Type, Text(x.type_), ""}, Quad{x.ID, About, Node(ID(x.about)), ""},
				Quad{x.ID, Evidence, pack(said{Content: []span{{len(text), len(text) + len(x.words)}}, Confidence: x.confidence}), ""})
			text += x.words
			x.words = Fold(x.words)
			its = append(its, x)
		}
		quads = append(quads, Quad{id, Content, Text(text), ""})
		for _, x := range its {
			x.text = Fold(text)
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
	words := strings.Fields
	has := func(text, word string) bool { return slices.Contains(words(text), word) }
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
		{"a publisher of few", Selection{All: [][]Edge{direct}, Publisher: words("hill herald")}, func(x statement) bool { return x.type_ == "direct" && x.publisher == "Hill Herald" }},
		{"one of many, in any order", Selection{All: [][]Edge{elm, other}, Publisher: words("post coast")}, func(x statement) bool {
			return x.about == "elm" && x.type_ != "direct" && x.publisher == "Coast Post"
		}},
		{"two of many by one word", Selection{All: [][]Edge{elm}, Publisher: words("post")}, func(x statement) bool {
			return x.about == "elm" && strings.HasSuffix(x.publisher, "Post")
		}},
		{"nobody's", Selection{All: [][]Edge{elm}, Publisher: words("coast gazette")}, func(x statement) bool { return false }},
		{"a word of some statements", Selection{All: [][]Edge{elm}, Said: words("river")}, func(x statement) bool {
			return x.about == "elm" && has(x.words, "river")
		}},
		{"two words, which are in different statements too", Selection{All: [][]Edge{elm, other}, Said: words("dam river")}, func(x statement) bool {
			return x.about == "elm" && x.type_ != "direct" && has(x.words, "river") && has(x.words, "dam")
		}},
		{"a word of a few documents", Selection{All: [][]Edge{direct}, Said: words("camel")}, func(x statement) bool {
			return x.type_ == "direct" && has(x.words, "camel")
		}},
		{"a word of the text, whatever statements hold it", Selection{All: [][]Edge{direct}, Text: words("camel")}, func(x statement) bool {
			return x.type_ == "direct" && has(x.text, "camel")
		}},
		{"words of one and of the other, days and a publisher", Selection{All: [][]Edge{other}, Said: words("river"), Text: words("dam"), Publisher: words("coast"), Since: "2021-03-05"}, func(x statement) bool {
			return x.type_ != "direct" && has(x.words, "river") && has(x.text, "dam") && x.publisher == "Coast Post" && x.Day >= "2021-03-05"
		}},
		{"what is likely right", Selection{All: [][]Edge{elm, other}, Confidence: .7}, func(x statement) bool {
			return x.about == "elm" && x.type_ != "direct" && x.confidence >= .7
		}},
		{"what is said or asked, holds a word and is likely right", Selection{All: [][]Edge{elm}, Said: words("river"), Confidence: .3, Classes: []string{"say", "ask"}}, func(x statement) bool {
			return x.about == "elm" && has(x.words, "river") && x.confidence >= .3 && x.class != "think"
		}},
		{"a word that the store hasn't", Selection{All: [][]Edge{direct}, Said: words("river zebra")}, func(x statement) bool { return false }},
		{"one that begins like one that it has", Selection{All: [][]Edge{direct}, Said: words("rive")}, func(x statement) bool { return false }},
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
