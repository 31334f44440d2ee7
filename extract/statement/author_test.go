package statement

import (
	"slices"
	"strings"
	"testing"

	"dossier/extract/document"
)

func TestSelf(t *testing.T) {
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why, title, text string
		want             string // who "I" is at last, "" when nobody can tell
	}{
		{"the author by the headline", "Statement by Mayor Okoro on the Bridge", "", "Ada Okoro"},
		{"the author before what is the text", "Mayor Okoro’s Statement on the Bridge", "", "Ada Okoro"},
		{"whom a statement is about", "Statement on Mayor Okoro", "", ""},
		{"no headline", "", "", ""},
		{"who has just been speaking, without marks", "", "The bridge is safe, Ada Okoro said.", "Ada Okoro"},
	} {
		t.Run(c.why, func(t *testing.T) {
			text := c.text + " I hope. Ada Okoro came."
			at := strings.Index(text, "I hope")
			d := &document.Document{Article: document.Article{Title: c.title, Text: text}}
			s.token.Apply(d)
			d.Entities = []document.Entity{{Type: document.Person, Name: "Ada Okoro"}}
			r := reader{words: s.statement.words, lexicon: s.statement.lexicon, doc: d}
			if c.text != "" {
				who := strings.Index(text, "Ada")
				d.Statements = append(d.Statements, document.Statement{Speaker: &document.Source{Entity: 0, Span: document.Span{Start: who, End: who + 9}, Name: "Ada Okoro"}})
			}
			d.Statements = append(d.Statements, document.Statement{Speaker: &document.Source{Entity: -1, Span: document.Span{Start: at, End: at + 1}, Name: "I"}})
			r.parties()
			got := d.Statements[len(d.Statements)-1].Speaker
			if want := slices.Index([]string{"Ada Okoro"}, c.want); got.Entity != want {
				t.Errorf("entity %d, want %d", got.Entity, want)
			}
		})
	}
}
