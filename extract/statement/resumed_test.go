package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What an interruption cuts in two is one statement, and the interruption another.
func TestResumed(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a question", "Q Will you build the —\n\nMR. BRANDT: Yes.\n\nQ — old bridge again?\n\nMR. BRANDT: I hope so.",
			[]string{"Q: Will you build the — | — old bridge again?", "MR. BRANDT: Yes.", "MR. BRANDT: I hope so."}},
		{"an answer in three pieces", "MR. BRANDT: I think that —\n\nQ Yes?\n\nMR. BRANDT: — the pier —\n\nQ It is old.\n\nMR. BRANDT: — is ours.",
			[]string{"MR. BRANDT: I think that — | — the pier — | — is ours.", "Q: Yes?", "Q: It is old."}},
		{"both talk on", "MR. BRANDT: I think —\n\nQ So you —\n\nMR. BRANDT: — that it is.\n\nQ — agree with me?",
			[]string{"MR. BRANDT: I think — | — that it is.", "Q: So you — | — agree with me?"}},
		{"a new sentence is a new statement", "MR. BRANDT: I think —\n\nQ Yes?\n\nMR. BRANDT: The pier is ours.",
			[]string{"MR. BRANDT: I think —", "Q: Yes?", "MR. BRANDT: The pier is ours."}},
		{"what has ended doesn't go on", "MR. BRANDT: I think so.\n\nQ Yes?\n\nMR. BRANDT: — and you know it.",
			[]string{"MR. BRANDT: I think so.", "Q: Yes?", "MR. BRANDT: — and you know it."}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(readNamed(t, c.text))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
