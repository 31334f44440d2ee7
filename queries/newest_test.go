package queries

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"dossier/graph"
)

// TestMerged: several sequences come as one, in order, each ref once, until one
// fails or there is enough.
func TestMerged(t *testing.T) {
	broken := errors.New("broken")
	stopped := 0
	// of is a sequence of refs by their days, "!" is an error.
	of := func(days string) iter.Seq2[graph.Ref, error] {
		return func(yield func(graph.Ref, error) bool) {
			defer func() { stopped++ }()
			for d := range strings.FieldsSeq(days) {
				if d == "!" {
					yield(graph.Ref{}, broken)
					return
				}
				if !yield(graph.Ref{Day: d, ID: graph.ID(d)}, nil) {
					return
				}
			}
		}
	}
	for _, tt := range []struct {
		why  string
		seqs []string
		most int
		want string
	}{
		{"one after the other", []string{"9 8", "7 6"}, 9, "9 8 7 6"},
		{"by turns", []string{"9 7 5", "8 6 4"}, 9, "9 8 7 6 5 4"},
		{"what stands in both comes once", []string{"9 8 7", "9 7", "8"}, 9, "9 8 7"},
		{"one is empty", []string{"", "8"}, 9, "8"},
		{"all are", []string{"", ""}, 9, ""},
		{"none", nil, 9, ""},
		{"enough", []string{"9 7 5", "8 6 4"}, 2, "9 8"},
		{"an error ends it", []string{"9 7 !", "8 6 4"}, 9, "9 8 7 broken"},
		{"an error at once", []string{"!", "8 6 4"}, 9, "broken"},
	} {
		stopped = 0
		var seqs []iter.Seq2[graph.Ref, error]
		for _, s := range tt.seqs {
			seqs = append(seqs, of(s))
		}
		var got []string
		for r, err := range merged(seqs) {
			if err != nil {
				got = append(got, err.Error())
				break
			}
			if got = append(got, r.Day); len(got) == tt.most {
				break
			}
		}
		if !slices.Equal(got, strings.Fields(tt.want)) {
			t.Errorf("%s: %v, want %s", tt.why, got, tt.want)
		}
		if tt.why != "an error at once" && stopped != len(tt.seqs) {
			t.Errorf("%s: %d of %d sequences are left at work", tt.why, len(tt.seqs)-stopped, len(tt.seqs))
		}
	}
}
