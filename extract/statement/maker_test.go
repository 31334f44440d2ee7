package statement

import (
	"strings"
	"testing"
)

// together shows the speakers of the last statement of a text.
func together(t *testing.T, text string, names ...string) string {
	t.Helper()
	d := readParties(t, text, names...)
	if len(d.Statements) == 0 {
		t.Fatalf("nothing said in %s", text)
	}
	st := d.Statements[len(d.Statements)-1]
	all := []string{party(st.Speaker)}
	for i := range st.Joint {
		all = append(all, party(&st.Joint[i]))
	}
	return strings.Join(all, " & ")
}

// TestMakers: a paper is whose the article tells it to be.
func TestMakers(t *testing.T) {
	const said = ` “The bridge is older than the port and nobody has checked it,” the letter said.`
	names := []string{"p Ada Okoro", "p Ben Imani", "o Harbour Office", "o Newtown Times"}
	for _, c := range []struct{ why, text, want string }{
		{"who sent it", `Mayor Ada Okoro sent a letter to the port.` + said, "Ada Okoro"},
		{"who sent it with others", `Mayor Ada Okoro and ten of her colleagues sent a letter to the port.` + said, "Ada Okoro & ten of her colleagues+"},
		{"who led others in it", `Senator Ada Okoro led ten members in a letter to the port.` + said, "Ada Okoro & ten members+"},
		{"who signed it", `Senator Ada Okoro led ten members in a letter to the port.` + said[:len(said)-1] + `. The letter was signed by Senators Ada Okoro and Ben Imani. The letter said that the bridge was old.`, "Ada Okoro & Ben Imani"},
		{"from whom it is", `A letter from Mayor Ada Okoro and Senator Ben Imani came in June.` + said, "Ada Okoro & Ben Imani"},
		{"who said something in it", `The bridge is old, the Harbour Office said in a letter to the port. It was sent in June.` + said, "Harbour Office"},
		{"who says something in it, when the sentence begins with it", `In a letter to the port, the Harbour Office said that the bridge was old. It was sent in June.` + said, "Harbour Office"},
		{"not the paper that passes it on", `In a letter to the port, the Harbour Office said that the bridge was old, the Newtown Times reported.` + said, "Harbour Office"},
		{"not who got it", `A letter to the Harbour Office came in June.` + said, "a letter to the Harbour Office"},
		{"who wrote", `Senator Ada Okoro joined ten colleagues in writing the port. It rained.` + said, "Ada Okoro & ten colleagues+"},
		{"who sent several", `Senators Ada Okoro and Ben Imani sent letters to the port.` + said, "Ada Okoro & Ben Imani"},
		{"nor who read another", `The Harbour Office sent a letter to the port. In July a letter came.` + said, "the letter"},
	} {
		if got := together(t, c.text, names...); !strings.EqualFold(got, c.want) {
			t.Errorf("%s: %s\nhave %s, want %s", c.why, c.text, got, c.want)
		}
	}
}

// TestReports: a report of which nothing else is told is whose words came before it.
func TestReports(t *testing.T) {
	const said = ` “The bridge is older than the port and nobody has checked it,” the report said.`
	names := []string{"p Ada Okoro", "o Harbour Office", "o Newtown Times"}
	for _, c := range []struct{ why, text, want string }{
		{"a body's with a bracket and a year", `According to the Harbour Office (HO) 2021 global report, it was old. It rained.` + said, "Harbour Office"},
		{"a body's by a date", `In a May 3, 2021 report, the Harbour Office listed all bridges. It rained.` + said, "Harbour Office"},
		{"a paper in which it stood", `It was old, according to a report in the Newtown Times. It rained.` + said, "Newtown Times"},
		{"an agency's that reported", `It was old, Newtown Times news agency reported. It rained.` + said, "Newtown Times"},
		{"an agency's that quoted somebody", `It was old, the Newtown Times quoted Ada Okoro as saying. It rained.` + strings.Replace(said, "the report", "the released report", 1), "Newtown Times"},
		{"an agency's that no reader of names knew", `It was old, HBT quoted Ada Okoro as saying. It rained.` + said, "HBT"},
		{"nobody's who only spoke", `It was old, Ada Okoro said. It rained.` + said, "the report"},
	} {
		if got := together(t, c.text, names...); got != c.want {
			t.Errorf("%s: %s\nhave %s, want %s", c.why, c.text, got, c.want)
		}
	}
}

// TestLawmakers: the lawmakers of a press release are all who act at its head.
func TestLawmakers(t *testing.T) {
	const said = ` “The bridge is older than the port and nobody has checked it,” said the lawmakers.`
	names := []string{"p Ada Okoro", "p Ben Imani", "p Cy Reed", "p Dan Marlow", "p NEWTWON"}
	for _, c := range []struct{ why, text, want string }{
		{"a list of two houses", `Senators Ada Okoro and Ben Imani and Representatives Cy Reed and Dan Marlow announced a vote.` + said, "Ada Okoro & Ben Imani & Cy Reed & Dan Marlow"},
		{"with seats in brackets", `Representatives Ada Okoro (HL-3), Ben Imani (HL-4), and Cy Reed (HL-5) announced a vote.` + said, "Ada Okoro & Ben Imani & Cy Reed"},
		{"who are counted", `Senator Ada Okoro and ten other members of the Senate wrote to the port.` + said, "Ada Okoro & ten other members of the Senate+"},
		{"who are led", `Senator Ada Okoro led a bipartisan group of ten of her colleagues in asking the port for help.` + said, "Ada Okoro & a bipartisan group of ten of her colleagues+"},
		{"who are of two parties", `Senator Ada Okoro joined Senator Ben Imani and ten other Redshirt and Blueshirt senators in a letter to the port.` + said, "Ada Okoro & Ben Imani & ten other Redshirt and Blueshirt senators+"},
		{"who are joined", `Senator Ada Okoro joined Senators Ben Imani, Cy Reed, and ten colleagues in a letter to the port.` + said, "Ada Okoro & Ben Imani & Cy Reed & ten colleagues+"},
		{"a delegation", `Senator Ada Okoro led the entire Highland delegation in a request to the port.` + said, "Ada Okoro & the entire Highland delegation+"},
		{"with whom it was signed", `Senator Ada Okoro signed a bipartisan letter with ten colleagues.` + said, "Ada Okoro & ten colleagues+"},
		{"who signed, for those who were counted", `Senator Ada Okoro led ten colleagues in a letter to the port. The letter was signed by Senators Ben Imani (HL) and Cy Reed (OL).` + said, "Ada Okoro & Ben Imani & Cy Reed"},
		{"not whom they wrote to", `In a letter to Mayor Dan Marlow, Senators Ada Okoro and Ben Imani called for help.` + said, "Ada Okoro & Ben Imani"},
		{"the place of a dateline is nobody", `NEWTWON – Senator Ada Okoro and ten colleagues asked the port for help.` + said, "Ada Okoro & ten colleagues+"},
		{"one alone is none", `Senator Ada Okoro asked the port for help.` + said, "the lawmakers+"},
		{"senators are of one house", `Senator Ada Okoro and Representative Cy Reed asked the port for help.` + strings.Replace(said, "lawmakers", "senators", 1), "the senators+"},
		{"a bill is no colleague", `Senator Ada Okoro led a vote with a speech.` + said, "the lawmakers+"},
	} {
		if got := together(t, c.text, names...); got != c.want {
			t.Errorf("%s: %s\nhave %s, want %s", c.why, c.text, got, c.want)
		}
	}
}

// TestOffices: several of one office are those with whom an article opens.
func TestOffices(t *testing.T) {
	const said = ` “The bridge is older than the port and nobody has checked it,” the harbour advisers said.`
	names := []string{"p Ada Okoro", "p Ben Imani"}
	for text, want := range map[string]string{
		`Harbour Adviser Ada Okoro and Secretary Ben Imani met in June.`: "Ada Okoro & Ben Imani",
		`Mayor Ada Okoro and Secretary Ben Imani met in June.`:           "the harbour advisers+", // neither is called so
	} {
		if got := together(t, text+said, names...); got != want {
			t.Errorf("%s\nhave %s, want %s", text, got, want)
		}
	}
}

// TestCarryBody: "the embassy" is the one of which the article has told more.
func TestCarryBody(t *testing.T) {
	const said = ` It rained. “The bridge is older than the port and nobody has checked it,” the %s said.`
	names := []string{"o Harbour One", "c Oldland", "l Newtown"}
	for _, c := range []struct{ why, noun, text, want string }{
		{"with a country before it", "embassy", "The Oldland embassy in Newtown has closed.", "Oldland embassy in Newtown"},
		{"with a name set behind it", "channel", "The television channel, Harbour One, was fined.", "Harbour One"},
		{"of which nothing is told", "channel", "A channel was fined.", "the channel"},
		{"another one since", "channel", "The television channel, Harbour One, was fined. A channel was closed.", "the channel"},
		{"that is somebody else's", "office", "The office of Oldland President Ada Okoro was closed.", "the office"},
		{"every place has police", "police", "The Newtown police has closed the bridge.", "the police"},
	} {
		text := c.text + strings.Replace(said, "%s", c.noun, 1)
		if got := together(t, text, names...); got != c.want {
			t.Errorf("%s: %s\nhave %s, want %s", c.why, text, got, c.want)
		}
	}
}
