package entity

import (
	"testing"

	"dossier/extract/document"
)

// TestTypeOfMany settles the type of one that was read as several.
func TestTypeOfMany(t *testing.T) {
	for _, c := range []struct {
		text string
		want document.EntityType
		why  string
	}{
		{"The road to [l:Qorvak] is closed. [p:Qorvak] is cut off.", document.Place, "as often one as the other: the first is read best, as it is introduced there"},
		{"The [o:Qorvak] plant stood still. [p:Qorvak] hired nobody.", document.Organization, "the same of a company"},
		{"The road to [l:Qorvak] is closed. [p:Qorvak] hired nobody. It was [p:Qorvak] whom they blamed.", document.Person, "what it was read as most often"},
	} {
		d := read(t, c.text, "")
		if len(d.Entities) != 1 || d.Entities[0].Type != c.want {
			t.Errorf("%q: entities %+v, want one %s: %s", c.text, d.Entities, c.want, c.why)
		}
	}
}
