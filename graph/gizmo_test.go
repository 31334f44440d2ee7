package graph

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// What a raw query may and may not do; a part of the conformance suite.
func testGizmo(t *testing.T, s *Store) {
	var quads []Quad
	for i := range 50 {
		quads = append(quads, Quad{ID(fmt.Sprint("s", i)), "is", Node("hub"), ""})
	}
	apply(t, s, made("a", quads...))
	for _, tt := range []struct {
		name, query string
		limit, rows int
		cut         bool
		err         string
	}{
		{"all rows", `g.V("<hub>").In("<is>").All()`, 0, 50, false, ""},
		{"some rows", `g.V("<hub>").In("<is>").All()`, 20, 20, true, ""},
		{"exactly as many as there are", `g.V("<hub>").In("<is>").All()`, 50, 50, false, ""},
		{"rows of its own", `g.Emit({a: 1})`, 10, 1, false, ""},
		{"a syntax error", `g.V(`, 10, 0, false, "SyntaxError"},
		{"an error in the script", `g.V("<hub>").Nope()`, 10, 0, false, "Nope"},
		{"an exception", `throw "no"`, 10, 0, false, "no"},
		{"an endless loop", `while (true) {}`, 10, 0, false, "stopped after"},
		{"an endless answer", `while (true) { g.Emit(1) }`, 10, 10, true, ""},
		{"an endless answer that nobody limits", `while (true) { g.Emit(1) }`, 0, 0, false, "stopped after"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			rows, cut, err := s.Gizmo(ctx, tt.query, tt.limit)
			if len(rows) != tt.rows || cut != tt.cut || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
				t.Errorf("%d rows, cut %v, error %v; want %d, %v, %q", len(rows), cut, err, tt.rows, tt.cut, tt.err)
			}
		})
	}
	mustBeSound(t, s) // nothing was changed
}
