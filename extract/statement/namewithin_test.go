package statement

import (
	"testing"

	"dossier/extract/document"
)

func TestNameWithin(t *testing.T) {
	for _, c := range []struct{ why, text, body, want string }{
		{"no comma behind the name", `It was safe, Ada Okoro an official in the port told the council.`, "", "Ada Okoro"},
		{"what he was doing", `Ada Okoro speaking at the port said that it was safe.`, "", "Ada Okoro"},
		{"a body with a comma in it", `The Piers, Docks and Harbour Organization director Ada Okoro said that it was safe.`, "", "Ada Okoro"},
		{"an office behind a body and its letters", `Harbour Office (HO) Managing Director Ada Okoro said that it was safe.`, "Harbour Office", "Ada Okoro"},
		{"the body by itself", `The Harbour Office (HO) said that it was safe.`, "Harbour Office", "Harbour Office"},
		{"styles behind a comma", `The Speaker of the House of Newtown, the Right Honourable Ada Okoro, said that it was safe.`, "", "Ada Okoro"},
		{"a rank behind a body", `Commander of the Border Police General Ada Okoro said that it was safe.`, "", "Ada Okoro"},
		{"a rank behind a body in the plural", `Chief of Staff of the Oldland Armed Forces Major General Ada Okoro said that it was safe.`, "Oldland Armed Forces", "Ada Okoro"},
		{"a bracket before the name", `Managing Director of the Harbour Office (HO) Ada Okoro said that it was safe.`, "Harbour Office", "Ada Okoro"},
		{"an office for several things", `Minister for Small Ports, Old Bridges and the Harbour Economy Ada Okoro said that it was safe.`, "", "Ada Okoro"},
		{"orders behind the name", `Dr Ada Okoro PSM said that it was safe.`, "", "Ada Okoro"},
		{"what an office is for", `Deputy Ports, Docks, and Roads Minister for Harbour Affairs Ada Okoro said that the port is safe.`, "", "Ada Okoro"},
		{"a clause that names another", `A priest who came with the Speaker of Newtown, the Right Honourable Ada Okoro, said that it was safe.`, "", "A priest who came with the Speaker of Newtown, the Right Honourable Ada Okoro"},
		{"the office of another", `The Office of Mayor Ada Okoro said that it was safe.`, "", "The Office of Mayor Ada Okoro"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readLands(t, c.text, c.body, "Ada Okoro")
			if len(d.Statements) != 1 {
				t.Fatalf("%d statements, want 1", len(d.Statements))
			}
			if got := d.Statements[0].Speaker.Name; got != c.want {
				t.Errorf("have %q, want %q", got, c.want)
			}
		})
	}
}

func TestGovernmentName(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"as worded", `The Oldland government said that it was safe.`, "Oldland government"},
		{"with a possessive", `Oldland's government said that it was safe.`, "Oldland's government"},
		{"behind a preposition", `The government of Oldland said that it was safe.`, "government of Oldland"},
		{"as another sentence has it", `The Oldland Government met. It rained. The government said that it was safe.`, "Oldland Government"},
		{"the country itself", `Oldland said that it was safe.`, "Oldland"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readLands(t, c.text, "")
			if len(d.Statements) != 1 {
				t.Fatalf("%d statements, want 1", len(d.Statements))
			}
			if got := d.Statements[0].Speaker.Name; got != c.want {
				t.Errorf("have %q, want %q", got, c.want)
			}
		})
	}
}

// TestFirstWord: a body whose name was read as a person's, with nothing before it, is no
// officer of itself.
func TestFirstWord(t *testing.T) {
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: "Okoro owns the pier. Okoro said that it was safe."}}
	s.token.Apply(d)
	d.Entities = []document.Entity{{Type: document.Organization, Name: "Okoro"}}
	for i, k := range d.Tokens {
		if d.Slice(k.Span) == "Okoro" {
			d.Mentions = append(d.Mentions, document.Mention{Span: k.Span, First: i, Last: i + 1, Kind: document.Name, Type: document.Person})
		}
	}
	s.statement.Apply(d)
	if len(d.Statements) != 1 || d.Statements[0].Speaker.Name != "Okoro" {
		t.Errorf("%+v", d.Statements)
	}
}
