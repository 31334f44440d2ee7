package statement

import (
	"strings"
	"testing"

	"dossier/extract/document"
)

// TestFullName reads texts of a body, which stands in brackets, and countries.
func TestFullName(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"whose ministry it is", `The Oldland [Foreign Ministry] came. The [Foreign Ministry] said that it was safe.`, "Oldland Foreign Ministry"},
		{"with a possessive", `Oldland's [Foreign Ministry] said that it was safe.`, "Oldland's Foreign Ministry"},
		{"behind it", `The [Foreign Ministry] of Oldland came. The [Foreign Ministry] said that it was safe.`, "Foreign Ministry of Oldland"},
		{"two of them, one of which speaks", `The Newland [Foreign Ministry] wrote to the Oldland one. The Oldland [Foreign Ministry] said that it was safe.`, "Oldland Foreign Ministry"},
		{"two of them, one with it behind", `The Newland [Foreign Ministry] wrote. The [Foreign Ministry] of Oldland said that it was safe.`, "Foreign Ministry of Oldland"},
		{"two of them, and nobody knows which", `The Oldland [Foreign Ministry] wrote to the Newland [Foreign Ministry]. The [Foreign Ministry] said that it was safe.`, "Foreign Ministry"},
		{"a name of its own", `Oldland's [Harbour Lions] said that it was safe.`, "Harbour Lions"},
		{"known in one country, of another", `Oldland's [Taliban] said that it was safe.`, "Oldland's Taliban"},
		{"known in one country, and once called another's", `The Oldland [Taliban] came. The [Taliban] said that it was safe.`, "Oldland Taliban"},
		{"whose words", `The [Harbour Institute] opened. It was safe, the institute's website reported.`, "Harbour Institute's website"},
		{"a clause behind the words", `Recent press releases, which the mayor has read, say that it was safe.`, "Recent press releases"},
		{"an agency", `The mayor spoke to [Tern] news agency. It was safe, [Tern] reported.`, "Tern news agency"},
		{"an acronym's", `It was safe, [OANA] news agency reported.`, "OANA news agency"},
		{"a paper", `It was safe, the [Tern] newspaper reported.`, "Tern"},
	} {
		t.Run(c.why, func(t *testing.T) {
			text, name := "", ""
			for before, rest := "", c.text; rest != ""; {
				before, rest, _ = strings.Cut(rest, "[")
				text += before
				if body, after, ok := strings.Cut(rest, "]"); ok {
					name, rest = body, after
					text += body
				}
			}
			d := readLands(t, text, name)
			if len(d.Statements) != 1 {
				t.Fatalf("%d statements, want 1", len(d.Statements))
			}
			if got := d.Statements[0].Speaker.Name; got != c.want {
				t.Errorf("have %q, want %q", got, c.want)
			}
		})
	}
}

func TestCountryman(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the only one from there", `Ada Okoro met Ben Imani. The Oldland envoy said that it was safe.`, "Ben Imani"},
		{"another office", `Ada Okoro met Ben Imani. The Oldland president said that it was safe.`, "The Oldland president"},
		{"of what he is an official is told", `Ada Okoro met Ben Imani. The Oldland trade official said that it was safe.`, "The Oldland trade official"},
		{"long ago", `Ada Okoro met Ben Imani. It rained. It rained. It rained. It rained. The Oldland envoy said that it was safe.`, "The Oldland envoy"},
		{"the government last named", `The Oldland government met. Ada Okoro came. The government said that it was safe.`, "Oldland government"},
		{"a body called after its country", `Ada Okoro came. Ports Oldland said that it was safe.`, "Ports Oldland"},
		{"a government of nobody's", `The Oldland government met. The city government left. The government said that it was safe.`, "The government"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readLands(t, c.text, "", "Ada Okoro", "Ben Imani")
			if len(d.Statements) != 1 {
				t.Fatalf("%d statements, want 1", len(d.Statements))
			}
			if got := d.Statements[0].Speaker.Name; got != c.want {
				t.Errorf("have %q, want %q", got, c.want)
			}
		})
	}
}

// readLands runs the stage over a text with the countries Oldland and Newland, a body
// unless its name is empty, and people, the last of whom is from Oldland.
func readLands(t *testing.T, text, body string, people ...string) *document.Document {
	t.Helper()
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: text}}
	s.token.Apply(d)
	for _, land := range []string{"Oldland", "Newland"} {
		d.Entities = append(d.Entities, document.Entity{Type: document.Country, Name: land, Country: land})
	}
	for i, who := range people {
		d.Entities = append(d.Entities, document.Entity{Type: document.Person, Name: who})
		if i == len(people)-1 {
			d.Entities[len(d.Entities)-1].Country = "Oldland"
		}
	}
	if body != "" {
		d.Entities = append(d.Entities, document.Entity{Type: document.Organization, Name: body, Country: "Oldland"})
	}
	for i := 0; i < len(d.Tokens); i++ {
		for e := range d.Entities {
			start, who := d.Tokens[i].Start, d.Entities[e].Name
			if !strings.HasPrefix(text[start:], who) {
				continue
			}
			m := document.Mention{Span: document.Span{Start: start, End: start + len(who)}, First: i, Last: i, Kind: document.Name, Type: d.Entities[e].Type, Entity: e}
			for m.Last < len(d.Tokens) && d.Tokens[m.Last].End <= m.End {
				m.Last++
			}
			d.Mentions = append(d.Mentions, m)
			i = m.Last - 1
			break
		}
	}
	s.statement.Apply(d)
	return d
}
