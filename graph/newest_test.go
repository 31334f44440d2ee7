package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// What is found newest first is in the order of the refs, whatever the order in
// which it was stored, and cut to days as if all had been looked at.
func testNewest(t *testing.T, s *Store) {
	day := []string{"20210305", undated, "20210306", "20210305", "19991231"}
	var docs []content
	for i := range 40 {
		hash := fmt.Sprintf("%08x%08x", i*0x1f2f5c2f%7, i) // the first half is the same in several
		var quads []Quad
		for k := range 30 - i/2 {
			id := ID(fmt.Sprintf("statement/%s/%s/%d", day[i%len(day)], hash, k*97%31))
			quads = append(quads, Quad{id, "about", Node("hub"), ""}, Quad{id, "type", Text("direct"), ""})
		}
		quads = append(quads, Quad{ID("entity/" + hash), "about", Node("hub"), ""}) // no ref
		docs = append(docs, made(ID("document/"+hash), quads...))
	}
	again := made("document/again", Quad{docs[0].quads[0].Subject, "about", Node("hub"), ""}) // two documents say the same
	for batch := range slices.Chunk(append(docs, again), 7) {
		apply(t, s, batch...)
	}
	var want []Ref
	for id := range s.In(t.Context(), "about", Node("hub")) {
		if r, ok := ParseRef(id); ok {
			want = append(want, r)
		}
	}
	sortRefs(want)
	if len(want) != 40*30-780/2+10 {
		t.Fatalf("%d refs", len(want))
	}
	r := NewReader(s)
	for _, days := range [][2]string{{}, {"2021-03-05", "2021-03-05"}, {"2000-01-01", ""}, {"", "2021-03-05"}, {"2021-03-06", ""}, {"2021-03-07", ""}, {"2021-04-01", "2021-03-01"}} {
		var asked []Ref
		for _, ref := range want {
			if days == [2]string{} || ref.Day != "" && ref.Day >= days[0] && (days[1] == "" || ref.Day <= days[1]) {
				asked = append(asked, ref)
			}
		}
		got := all(t, r.Newest(t.Context(), "about", Node("hub"), days[0], days[1]))
		if !slices.Equal(got, asked) {
			t.Errorf("%v: %d refs, want %d, or they are in another order", days, len(got), len(asked))
		}
	}
	if got := all(t, r.Newest(t.Context(), "type", Text("direct"), "2021-03-06", "")); len(got) == 0 || got[0].Day != "2021-03-06" {
		t.Errorf("by a text: %v", got)
	}
	n := 0
	for ref, err := range r.Newest(t.Context(), "about", Node("hub"), "", "") {
		if err != nil || ref != want[n] {
			t.Fatalf("%v, %v, want %v", ref, err, want[n])
		}
		if n++; n == 33 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for ref, err := range r.Newest(ctx, "about", Node("hub"), "", "") {
		if last = err; ref == want[3] {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("cancelled in the middle: %v", last)
	}
	mustBeSound(t, s)
}
