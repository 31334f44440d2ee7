package statement

import "testing"

// TestParticipants: all who take part in a meeting are those whom its report lists.
func TestParticipants(t *testing.T) {
	const said = "Participants said that the bridge was old.\n\n"
	names := []string{"p Ada Okoro", "p Ben Imani", "p Cy Reed"}
	for _, c := range []struct{ why, text, want string }{
		{"one in a line", said + "Participants included:\n\nAda Okoro, head of the port\n\nBen Imani, Newtown", "Ada Okoro & Ben Imani"},
		{"a line whose name nobody read", said + "Participants:\n\nAda Okoro, head of the port\n\nDr. Xq, Newtown\n\nBen Imani, Newtown", "Ada Okoro & Ben Imani"},
		{"some of them", said + "Harbour participants included:\n\nAda Okoro, head of the port\n\nBen Imani, Newtown", "Participants+"},
		{"in two lists", said + "Harbour participants\n\nAda Okoro, head of the port\n\nTown participants\n\nBen Imani, Newtown\n\nCy Reed, Oldtown", "Ada Okoro & Ben Imani & Cy Reed"},
		{"a sentence behind", said + "Participants included:\n\nThe meeting was held by Ada Okoro of the port and Ben Imani.", "Participants+"},
	} {
		d := readParties(t, c.text, names...)
		if len(d.Statements) == 0 {
			t.Errorf("%s: nothing said", c.why)
			continue
		}
		st := d.Statements[0]
		got := party(st.Speaker)
		for i := range st.Joint {
			got += " & " + party(&st.Joint[i])
		}
		if got != c.want {
			t.Errorf("%s: have %s, want %s", c.why, got, c.want)
		}
	}
}
