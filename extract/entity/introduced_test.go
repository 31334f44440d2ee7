package entity

import (
	"testing"

	"dossier/extract/document"
)

// A name that a reader of names took for something else is a person's when the
// article introduces it as one.
func TestIntroduced(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      document.EntityType
	}{
		{"what he is stands behind it", "[l:Ruslan Zhumabek], the deputy harbour minister, came.", document.Person},
		{"whose he is, too", "[o:Ruslan Zhumabek], the harbour's spokesman for the press, came.", document.Person},
		{"a title stands before it", "Then Minister [x:Ruslan Zhumabek] came.", document.Person},
		{"what follows is another subject", "In [l:Ruslan Zhumabek], an official said that it was safe.", document.Place},
		{"a leader of its trade is a firm", "[o:Ruslan Zhumabek], the leader in sales, came.", document.Organization},
		{"nothing is said of it", "[l:Ruslan Zhumabek] lies in the north.", document.Place},
		{"a place is known", "[l:New York], the governor, came.", document.Place},
		{"a body is no person", "[o:Ruslan Bank], the spokesman, came.", document.Organization},
		{"part of a list", "The Minister for Schools, [x:Early Childhood], the spokesman, came.", document.Other},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := read(t, tt.text, "")
			check(t, d)
			if got := d.Entities[0].Type; got != tt.want {
				t.Errorf("%s: %q is a %s, want %s", tt.text, d.Entities[0].Name, got, tt.want)
			}
		})
	}
}

// Whom somebody speaks with isn't the one who goes on, whatever title he has.
func TestGoverned(t *testing.T) {
	for _, tt := range []struct{ why, text, want string }{
		{"a title between the preposition and the name", "[p:Carl Miller] spoke today with Secretary General [p:Bert Smith] on the harbour. He voiced support for it.", "Carl Miller"},
		{"no title", "[p:Carl Miller] spoke today with [p:Bert Smith] on the harbour. He voiced support for it.", "Carl Miller"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := read(t, tt.text, "")
			for _, m := range d.Mentions {
				if m.Kind == document.Pronoun && d.Entities[m.Entity].Name != tt.want {
					t.Errorf("%s: he is %q", tt.text, d.Entities[m.Entity].Name)
				}
			}
		})
	}
}
