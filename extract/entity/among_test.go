package entity

import (
	"slices"
	"testing"
)

func TestAmong(t *testing.T) {
	for _, tt := range []struct {
		why, text, want string
	}{
		{"who leads, not who is listed", "Today [p:Mary Miller] along with colleagues including House Speaker [p:Ann Smith] (HL-3), Reps. [p:Carl Jones] (HL-4) and [p:Ruth Brown] (HL-5) wrote a bill. She spoke.", "Mary Miller: Mary Miller, She"},
		{"who acts behind the list", "Colleagues including [p:Carl Jones] left. [p:Ruth Brown] wrote a bill. She spoke.", "Ruth Brown: Ruth Brown, She"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			if got := clusters(read(t, tt.text, "")); !slices.Contains(got, tt.want) {
				t.Errorf("no %q in %q", tt.want, got)
			}
		})
	}
}
