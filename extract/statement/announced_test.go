package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Who issues a statement speaks, whatever stands between him and it.
func TestIssuers(t *testing.T) {
	const ada, ben = "Ada Okoro", "Ben Imani"
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"another announced something before", "Ada Okoro released the following statement after the port announced a new bridge:\n\n“I am glad of it, and so is the town.”",
			[]string{"the port", ada}},
		{"another announced something before a joint statement", "Ada Okoro released the following joint statement after the port announced a new bridge:\n\n“I am glad of it, and so is the town.”",
			[]string{"the port", ada}},
		{"another said something before", "After Ben Imani had said that it was “too old and too ugly”, Ada Okoro condemned his words, stating:\n\n“I am glad of it, and so is the town.”",
			[]string{ben, ada}},
		{"another said something in a sentence between", "Ada Okoro released the following statement after a pier sank. The news comes days after Ben Imani denied that the pier was old.\n\n“I am sorry for it, and so is the town.”",
			[]string{ben, ada}},
		{"a number whose stop ends the sentence", "Ada Okoro released the following statement after the vote on Res. 12, the Act on Bridges and Piers:\n\n“I am glad of it, and so is the town.”",
			[]string{ada}},
		{"a list within what she is", "Ada Okoro, a member of the Ports, Piers and Bridges Committees released the following statement:\n\n“I am glad of it, and so is the town.”",
			[]string{ada}},
		{"a list and brackets within what she is", "Ada Okoro (D-East), the chair of the Committee on Ports, Piers and Bridges and a member of the Council, on Monday released the following statement:\n\n“I am glad of it, and so is the town.”",
			[]string{ada}},
		{"what leads into it isn't she", "As the council met, Ada Okoro voted against it, releasing the following statement:\n\n“I am glad of it, and so is the town.”",
			[]string{ada}},
		{"it is whose statement it is", "Statement from Mayor Ada Okoro: “I am glad of it, and so is the town.”", []string{ada}},
		{"it is theirs", "Joint statement of Ada Okoro and Ben Imani: “We are glad of it, and so is the town.”", []string{ada}},
		{"it is whose remarks they are", "The bridge was opened on Monday. Ada Okoro's opening remarks below:\n\n“I am glad of it, and so is the town.”",
			[]string{ada}},
		{"to whom a message goes doesn't speak", "Ada Okoro came. The message that sends to students is simple: “We want you to study, and we will pay for it.”", nil},
		{"somebody else is quoted in it", "Ada Okoro issued the following statement:\n\nBen Imani said, “I am glad of it, and so is the town.”",
			[]string{ben}},
	} {
		t.Run(c.why, func(t *testing.T) {
			var got []string
			for _, st := range readNamed(t, c.text, ada, ben).Statements {
				got = append(got, st.Speaker.Name)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// A quotation that is announced and never closed goes on to where the article speaks
// of its speaker.
func TestUnclosed(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"without marks", "Ada Okoro issued the following statement:\n\n“The bridge is safe.\n\nThe town has done its part.\n\nOkoro chairs the council.",
			[]string{"Okoro: “The bridge is safe. | The town has done its part."}},
		{"to the end", "Ada Okoro issued the following statement:\n\n“The bridge is safe.\n\nThe town has done its part.\n\nFor the press",
			[]string{"Okoro: “The bridge is safe. | The town has done its part."}},
		{"a closed one doesn't", "Ada Okoro issued the following statement:\n\n“The bridge is safe.”\n\nThe bridge was opened in May.",
			[]string{"Okoro: “The bridge is safe.”"}},
		{"behind a colon in its sentence", "Ada Okoro issued the following statement: “The bridge is safe.\n\n“The town has done its part.”",
			[]string{"Okoro: “The bridge is safe. | “The town has done its part.”"}},
		{"its first mark is lost", "Ada Okoro issued the following statement:\n\nI think that the bridge is safe.\n\n“The town has done its part.\n\nThe bridge was opened in May.",
			[]string{"Okoro: I think that the bridge is safe. | “The town has done its part."}},
		{"the second mark that opens it is lost", "“The bridge is safe,” said Ada Okoro. It has been so for years.” It was opened in May.",
			[]string{"Okoro: “The bridge is safe,” | It has been so for years.”"}},
		{"the first mark that opens it is lost", "The pier was closed.\n\nThe bridge is safe. We have seen to that,” said Ada Okoro. “It has been so for years.” It was opened in May.",
			[]string{"Okoro: The bridge is safe. We have seen to that | “It has been so for years.”"}},
		{"words about her that a mark closes", "“The bridge is safe,” said Ada Okoro. Okoro has been mayor for years.”",
			[]string{"Okoro: “The bridge is safe,”"}},
		{"whose they are stands behind them", "Ada Okoro issued the following statement:\n\nI think that the bridge is safe. We need it, said Mayor Okoro on Monday.",
			[]string{"Okoro: I think that the bridge is safe. We need it"}},
		{"a colon in a title", "Ada Okoro issued the following statement on the New Bridges Act: A Way for Oldtown:\n\n“The bridge is safe.”",
			[]string{"Okoro: “The bridge is safe.”"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readNamed(t, c.text, "Okoro")
			for i := range d.Statements {
				d.Statements[i].Speaker.Span = d.Mentions[0].Span
			}
			if diff := cmp.Diff(c.want, lines(d)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

func TestWriters(t *testing.T) {
	const ada, ben = "Ada Okoro", "Ben Imani"
	for _, c := range []struct{ why, text, want string }{
		{"a letter of hers", "Ada Okoro's letter said that it was safe.", ada},
		{"her latest report", "Ada Okoro’s latest report said that it was safe.", ada},
		{"a report of hers on another", "Ada Okoro's report on Ben Imani said that it was safe.", ada},
		{"a body of hers", "Ada Okoro's bridge office report said that it was safe.", "Ada Okoro's bridge office report"},
		{"her dog writes nothing", "Ada Okoro's dog said that it was safe.", "Ada Okoro's dog"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readNamed(t, c.text, ada, ben)
			if len(d.Statements) != 1 || d.Statements[0].Speaker.Name != c.want {
				t.Errorf("%s: have %+v, want %q", c.text, d.Statements, c.want)
			}
		})
	}
}

// What a clause before its comma ends with is no part of who issues the statement.
func TestIssuerWords(t *testing.T) {
	const ada = "Ada Okoro"
	for text, want := range map[string]string{
		"In response to today's Harbour Office announcement that new rules will be issued to ban boats in towns with high WORM-19 infection rates, Congresswoman Ada Okoro (HL-34), a member of the Harbour Council, issued the following statement:\n\n“I am glad of it, and so is the town.”": "Congresswoman Ada Okoro (HL-34), a member of the Harbour Council",
		"Congresswoman Ada Okoro, a member of the Harbour Council, issued the following statement:\n\n“I am glad of it, and so is the town.”":                                                                                                                                                   "Congresswoman Ada Okoro, a member of the Harbour Council",
	} {
		d := readNamed(t, text, ada)
		if len(d.Statements) != 1 || d.Slice(d.Statements[0].Speaker.Span) != want {
			t.Errorf("%s\n%+v, want one by %s", text, d.Statements, want)
		}
	}
}
