package statement

import (
	"testing"

	"dossier/extract/document"
)

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		why, text string
		cue, who  string // "" for no refusal
	}{
		{"declined", "Okoro declined to comment on the bridge.", "declined to comment", "Okoro"},
		{"with an adverb", "The port did not immediately respond to a request for comment.", "did not immediately respond", "The port"},
		{"shortened", "The port didn't respond to questions.", "didn't respond", "The port"},
		{"had none", "Okoro had no immediate comment.", "had no immediate comment", "Okoro"},
		{"out of reach", "Okoro could not be reached for comment.", "could not be reached for comment", "Okoro"},
		{"not available", "Okoro was not immediately available for comment.", "was not immediately available for comment", "Okoro"},
		{"what he would not say is kept", "Okoro declined to say whether the bridge was safe.", "declined to say", "Okoro"},
		{"a refusal to do something else", "Okoro declined to pay.", "", ""},
		{"to speak out is something else", "Okoro refused to speak out against the bridge.", "", ""},
		{"what an army wouldn't do is no answer", "The fleet wouldn’t respond.", "", ""},
		{"a need that nobody met", "The port has not responded to the cracks in the bridge.", "", ""},
		{"a question that nobody answered", "The port has not yet responded to several questions.", "has not yet responded", "The port"},
		{"would not say", "Okoro would not say whether the bridge was safe.", "would not say", "Okoro"},
		{"a negation of something else", "The port did not close.", "", ""},
		{"somebody's words", "“We had no comment,” Okoro said.", "", ""},
		{"reached, but not for words", "The bridge could not be reached by car.", "", ""},
	} {
		d := byRules(t, c.text)
		cue, who := "", ""
		for _, st := range d.Statements {
			if st.Type == document.None {
				cue, who = d.Slice(st.Cue), d.Slice(st.Speaker.Span)
				if st.Confidence <= 0 {
					t.Errorf("%s: no confidence", c.why)
				}
			}
		}
		if cue != c.cue || who != c.who {
			t.Errorf("%s: %q: %q by %q, want %q by %q", c.why, c.text, cue, who, c.cue, c.who)
		}
	}
}
