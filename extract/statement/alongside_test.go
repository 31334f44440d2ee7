package statement

import "testing"

// TestOfficeBehind is how far the words of a speaker behind the verb reach whose office has
// a list for its name.
func TestOfficeBehind(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"all of a list", "“The pier is open,” said Ada Okoro, Vice President for Piers, Research, and Harbour Growth.", "Ada Okoro, Vice President for Piers, Research, and Harbour Growth"},
		{"no clause of its own", "“The pier is open,” said Ada Okoro, head of the Harbour Office, and left.", "Ada Okoro, head of the Harbour Office"},
	} {
		d := readNamed(t, c.text, "Ada Okoro")
		if len(d.Statements) == 0 || d.Slice(d.Statements[0].Speaker.Span) != c.want {
			t.Errorf("%s: %v", c.why, lines(d))
		}
	}
}
