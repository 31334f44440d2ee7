package statement

import "testing"

// The words that name a speaker hold none of the narrator's.
func TestSpeakerWords(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a dateline whose dash has no space behind it", "OLDTOWN –Mayor Ada Okoro said that it was safe.", "Mayor Ada Okoro"},
		{"a town and its region", "OLDTOWN, HL –Mayor Ada Okoro said that it was safe.", "Mayor Ada Okoro"},
		{"a town that only a comma ends", "OLDTOWN, H.L. Senator Ada Okoro, a member of the Harbour Council, released the following statement tonight:\n\nI think that the bridge is safe. Oldtown needs it.", "Senator Ada Okoro, a member of the Harbour Council"},
		{"what somebody is stays", "Some asked the head of the port, Ada Okoro, who said that it was safe.", "who"},
		{"the end of a clause", "Today, in response to a plan with a $73 billion cut to old piers in all towns, Mayor Ada Okoro said that it was safe.", "Mayor Ada Okoro"},
		{"on what she speaks", "“The bridge is safe,” said Ada Okoro about her time at the port.", "Ada Okoro"},
		{"where she speaks", "“The bridge is safe,” said Ada Okoro in a long letter to the port.", "Ada Okoro"},
		{"all of what she said", "This is all Ada Okoro told the town on Monday: the bridge is safe.", "Ada Okoro"},
		{"whose she is stays", "“The bridge is safe,” said Ada Okoro of the Harbour Office.", "Ada Okoro of the Harbour Office"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readNamed(t, c.text, "Ada Okoro")
			if len(d.Statements) != 1 || d.Slice(d.Statements[0].Speaker.Span) != c.want {
				t.Errorf("%s\n%+v, want one by %q", c.text, d.Statements, c.want)
			}
		})
	}
}
