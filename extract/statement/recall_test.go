package statement

import "testing"

// TestForetold: who is only described is the person named behind him, of whom the article
// tells no more there.
func TestForetold(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"in the next sentence", `The head of the port said that it was safe. Ada Okoro said that the bridge was old.`, "Ada Okoro"},
		{"an agency between", `The head of the port said that it was safe. Ada Okoro said that the bridge was old, the Harbour Times reported.`, "Ada Okoro"},
		{"far behind the head of the article", `It rained. It rained. It rained. The head of the port said that it was safe. General Ada Okoro said that the bridge was old.`, "Ada Okoro"},
		{"who is told to be another", `It rained. It rained. It rained. The head of the port said that it was safe. Mayor Ada Okoro said that the bridge was old.`, "The head of the port"},
		{"whose turn it is", `The head of the port said that it was safe. Ada Okoro, for her part, said that the bridge was old.`, "The head of the port"},
		{"who won't be named", `A source said that it was safe. Ada Okoro said that the bridge was old.`, "A source"},
		{"nothing tells what office", `It rained. It rained. It rained. The director said that it was safe. Ada Okoro said that the bridge was old.`, "The director"},
		{"who has been named", `Ada Okoro came. It rained. It rained. The head of the port said that it was safe. Ada Okoro said that the bridge was old.`, "The head of the port"},
		{"behind the name and no comma", `It was safe, Ada Okoro, head of the port said.`, "Ada Okoro"},
		{"who was only there", `At a meeting with Ada Okoro, head of the port said that it was safe.`, "head of the port"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readParties(t, c.text, "p Ada Okoro", "o Harbour Times")
			if len(d.Statements) == 0 {
				t.Fatal("nothing said")
			}
			for _, st := range d.Statements {
				if st.Speaker != nil && st.Speaker.Name != "Harbour Times" {
					if got := st.Speaker.Name; got != c.want {
						t.Errorf("have %q, want %q", got, c.want)
					}
					return
				}
			}
		})
	}
}
