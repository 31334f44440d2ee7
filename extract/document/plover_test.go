package document

import "testing"

func TestEventQuad(t *testing.T) {
	cases := []struct {
		event, mode string
		quad        int
		intensity   float64
		why         string
	}{
		{"aid", "", 2, 10, "the closest cooperation of the scale"},
		{"consult", "", 1, 2.5, "no mode: the score of the type"},
		{"consult", "visit", 1, 4, "a mode has its own score"},
		{"consult", "host", 1, 2.5, "a mode that the manual lacks"},
		{"assault", "unconventional", 4, -10, "the sharpest conflict of the scale"},
		{"sanction", "expel", 4, -5.5, "sanctions are material, as in the manual"},
		{"accuse", "", 3, -3, "negative although it is printed without its sign"},
		{"concede", "", 1, 4.5, "a concession is words only"},
		{"request", "", 3, 0, "asking is on the conflict side, with no weight"},
		{"AID", "", 0, 0, "types are lower case"},
		{"", "visit", 0, 0, "no type"},
	}
	for _, c := range cases {
		quad, intensity := EventQuad(c.event, c.mode)
		if quad != c.quad || intensity != c.intensity {
			t.Errorf("EventQuad(%q, %q) = %d, %v, want %d, %v: %s", c.event, c.mode, quad, intensity, c.quad, c.intensity, c.why)
		}
	}
}

// TestPloverSigns checks the table as a whole: sixteen types, and every score
// on the side of its quad class. Asking for help is the one exception.
func TestPloverSigns(t *testing.T) {
	if len(plover) != 16 {
		t.Errorf("%d types, want 16", len(plover))
	}
	for _, p := range plover {
		scores := []ploverMode{{"", p.intensity}}
		for _, m := range append(scores, p.modes...) {
			cooperative := p.quad <= MaterialCooperation
			if cooperative != (m.intensity > 0) && p.name != "request" {
				t.Errorf("%s %s: intensity %v in quad class %d", p.name, m.name, m.intensity, p.quad)
			}
		}
	}
}
