package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// TestBelow is what belongs to a statement that ends in a colon.
func TestBelow(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
		sure      bool // it is shown unasked
	}{
		{"a list with bullets", "Okoro announced the following steps:\n\n* a new pier in the port;\n\n* two cranes.\n\nThe pier opens in May.",
			[]string{"Okoro: the following steps | a new pier in the port; | two cranes."}, true},
		{"lines that end like no sentence", "Okoro announced her intent to appoint the following members:\n\nBen Imani, Harbour Board\n\nEve Marlow, Pier Board\n\nThe boards meet in May.",
			[]string{"Okoro: her intent to appoint the following members | Ben Imani, Harbour Board | Eve Marlow, Pier Board"}, true},
		{"the last of which is the heading of what follows", "Okoro announced her intent to appoint the following members:\n\nBen Imani, Harbour Board\n\nEve Marlow, Pier Board\n\nPier Board\n\nThe Pier Board meets in May.",
			[]string{"Okoro: her intent to appoint the following members | Ben Imani, Harbour Board | Eve Marlow, Pier Board"}, true},
		{"prose, of which nobody knows how much belongs to it", "Okoro announced the following steps:\n\nThe port will get a new pier.\n\nThe old one has closed.",
			[]string{"Okoro: the following steps"}, false},
		{"a quotation is another statement", "Okoro announced that the pier had closed:\n\n“It was too old for all of us.”",
			[]string{"Okoro: that the pier had closed", "Okoro: “It was too old for all of us.”"}, true},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			if diff := cmp.Diff(c.want, lines(d)); diff != "" {
				t.Fatalf("%s\n%s", c.text, diff)
			}
			if got := d.Statements[0].Confidence >= document.Sure; got != c.sure {
				t.Errorf("%s\nconfidence %.2f", c.text, d.Statements[0].Confidence)
			}
		})
	}
}
