package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the trees and the rules tell of what the chain has found.
func TestLearned(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a participle behind a quotation tells what it did", "The port authority said “the bridge is safe for another year,” easing fears of a closure.",
			[]string{"The port authority: “the bridge is safe for another year,”"}},
		{"but one of reporting goes on", "“The bridge is safe for another year,” Okoro said, adding that the pier was not.",
			[]string{"Okoro: “The bridge is safe for another year,”", "Okoro: that the pier was not"}},
		{"a participle before a noun reports nothing", "The town debated the recently announced plan to build a bridge.", nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			if diff := cmp.Diff(c.want, lines(d)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
