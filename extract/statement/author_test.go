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

func TestWhosePaper(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a body's, before the noun", `A Harbour Office report said that it was safe.`, "Harbour Office"},
		{"a body's, on a day", `It was safe, according to a report released Monday by the Harbour Office.`, "Harbour Office"},
		{"the body of a country", `A report by the Oldland Harbour Office said that it was safe.`, "Oldland Harbour Office"},
		{"somebody's of a body", `A post from Harbour Office Director Ada Okoro said that it was safe.`, "Ada Okoro"},
		{"one that goes to a body", `A letter to the Harbour Office said that it was safe.`, "A letter to the Harbour Office"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readLands(t, c.text, "Harbour Office", "Ada Okoro")
			if len(d.Statements) != 1 || d.Statements[0].Speaker.Name != c.want {
				t.Errorf("%s: have %+v, want %q", c.text, d.Statements[0].Speaker, c.want)
			}
		})
	}
}

func TestHeralded(t *testing.T) {
	for _, c := range []struct{ why, title, text, want string }{
		{"whose words the headline has", "Okoro says the bridge is safe", `The candidate said that it was safe. Friends of Ada Okoro came.`, "Ada Okoro"},
		{"another verb", "Okoro opens the bridge", `The candidate said that it was safe. Friends of Ada Okoro came.`, "The candidate"},
		{"several people", "Okoro says the bridge is safe", `The candidates said that it was safe. Friends of Ada Okoro came.`, "The candidates"},
	} {
		t.Run(c.why, func(t *testing.T) {
			s, err := stages()
			if err != nil {
				t.Fatal(err)
			}
			d := &document.Document{Article: document.Article{Title: c.title, Text: c.text}, Entities: []document.Entity{{Type: document.Person, Name: "Ada Okoro"}}}
			s.token.Apply(d)
			at := strings.Index(c.text, "Ada Okoro")
			m := document.Mention{Span: document.Span{Start: at, End: at + len("Ada Okoro")}, Kind: document.Name, Type: document.Person}
			m.First = slices.IndexFunc(d.Tokens, func(t document.Token) bool { return t.Start == at })
			m.Last = m.First + 2
			d.Mentions = []document.Mention{m}
			s.statement.Apply(d)
			if len(d.Statements) != 1 || d.Statements[0].Speaker.Name != c.want {
				t.Errorf("have %+v, want %q", d.Statements, c.want)
			}
		})
	}
}
