package graph

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestTermOrder(t *testing.T) {
	want := []Term{
		Node("a"), Node("b"), Node("é"),
		Text(""), Text("10"), Text("9"), Text("a"), Text("a "),
		Number(math.Inf(-1)), Number(-7), Number(0), Number(.25), Number(9), Number(10),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Term.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for i, a := range want {
		for j, b := range want {
			if (a.Compare(b) == 0) != (i == j) || a.Compare(b) != -b.Compare(a) {
				t.Errorf("%v against %v: %d and %d", a, b, a.Compare(b), b.Compare(a))
			}
		}
	}
}

func TestQuadOrder(t *testing.T) {
	want := []Quad{
		{"s2", "p2", Text("z"), "l1"},
		{"s1", "p1", Text("a"), "l2"},
		{"s1", "p1", Number(1), "l2"},
		{"s1", "p2", Node("a"), "l2"},
		{"s2", "p1", Node("a"), "l2"},
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Quad.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Cayley's quads leave their label out when they are printed, so that two that
// differ by it alone look the same (trap 12). Ours don't.
func TestQuadString(t *testing.T) {
	a, b := Quad{"s", "p", Text("x"), "one"}, Quad{"s", "p", Text("x"), "two"}
	if a.String() == b.String() || !strings.Contains(a.String(), "one") {
		t.Errorf("%v and %v", a, b)
	}
}

// A term must come back from Cayley's value as it went in, and terms that
// differ must be different values there.
func FuzzTerm(f *testing.F) {
	f.Add("person/carl-schuster", 1.0)
	f.Add("", 0.5)
	f.Add("\x00\xff<>\"\\\n", math.MaxFloat64)
	f.Add("5", float64(1<<53))
	f.Add("-0", math.Copysign(0, -1))
	f.Fuzz(func(t *testing.T, s string, n float64) {
		seen := make(map[string]Term)
		for _, term := range []Term{Node(ID(s)), Text(s), Number(n)} {
			v := term.value()
			got, err := termOf(v)
			if err != nil || got != term && !math.IsNaN(n) {
				t.Errorf("%v became %v, error %v", term, got, err)
			}
			if other, ok := seen[v.String()]; ok {
				t.Errorf("%v and %v are one value, %s", term, other, v)
			}
			seen[v.String()] = term
		}
	})
}
