package statement

import (
	"testing"

	"dossier/extract/document"

	"github.com/google/go-cmp/cmp"
)

// What the trees and the rules tell of what the chain has found.
func TestLearned(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a participle behind a quotation tells what it did", "The port authority said “the bridge is safe for another year,” easing fears of a closure.",
			[]string{"The port authority: “the bridge is safe for another year,”"}},
		{"but one of reporting goes on", "“The bridge is safe for another year,” Okoro said, adding that the pier was not.",
			[]string{"Okoro: “The bridge is safe for another year,”", "Okoro: that the pier was not"}},
		{"an agency quotes somebody on a day", "“The bridge is safe and will be open in May,” the agency on Saturday quoted Ada Okoro as saying.",
			[]string{"Ada Okoro: “The bridge is safe and will be open in May,”"}},
		{"whoever he is", "“The bridge is safe and will be open in May,” the agency quoted Okoro, the head of the port of Oldhaven, as saying on Sunday.",
			[]string{"Okoro, the head of the port of Oldhaven: “The bridge is safe and will be open in May,”"}},
		{"a title with a hyphen", "Oldland’s president-elect Ada Okoro said that the bridge was safe.",
			[]string{"Oldland’s president-elect Ada Okoro: that the bridge was safe"}},
		{"what the page bids its readers is none of it", "Okoro said, “The bridge is safe and we need it.” Read more about the bridge here.",
			[]string{"Okoro: “The bridge is safe and we need it.”"}},
		{"a participle before a noun reports nothing", "The town debated the recently announced plan to build a bridge.", nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			if diff := cmp.Diff(c.want, lines(d)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// Where somebody was when he said it is none of the words that name him.
func TestOnTheWay(t *testing.T) {
	got := lines(entitled(t, "Okoro, on her daily round of the harbour, said that the bridge was safe.", "Okoro", "Ada Okoro"))
	if diff := cmp.Diff([]string{"Okoro: that the bridge was safe"}, got); diff != "" {
		t.Error(diff)
	}
}

// A heading that is glued to a sentence, an aside: neither is who speaks.
func TestWhoAlone(t *testing.T) {
	for text, want := range map[string]string{
		"Oldland, Newland to join rescue mission Oldland Minister of Ports Okoro, who leads a committee on the wreck, said on Saturday that the boats were late.": "Oldland Minister of Ports Okoro, who leads a committee on the wreck: that the boats were late",
		"Okoro, while visiting the port of Oldland and its people, said that the bridge was safe.":                                                                "Okoro: that the bridge was safe",
		"Okoro’s plan to mend the bridge, the mayor said, was late.":                                                                                              "the mayor: Okoro’s plan to mend the bridge | was late",
	} {
		got := lines(entitled(t, text, "Okoro", "Ada Okoro"))
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}

// A role without an article has the name before it.
func TestBeforeRole(t *testing.T) {
	got := lines(entitled(t, "Okoro, Oldland port spokeswoman said that the bridge was safe.", "Okoro", "Ada Okoro"))
	if diff := cmp.Diff([]string{"Okoro, Oldland port spokeswoman: that the bridge was safe"}, got); diff != "" {
		t.Error(diff)
	}
}

// A source that is cited is no report; a reason is.
func TestCited(t *testing.T) {
	for text, shown := range map[string]bool{
		"Prices rose in May, the agency reported, citing the website of the port.":       false,
		"The port closed the bridge, citing concerns that it would not last the winter.": true,
	} {
		d := read(t, text)
		for _, st := range d.Statements {
			if d.Slice(st.Cue) == "citing" && (st.Confidence >= document.Sure) != shown {
				t.Errorf("%s: confidence %.2f", text, st.Confidence)
			}
		}
	}
}

// TestBorneOut: what the chain passes over is kept where rules and tree agree on it.
func TestBorneOut(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"But Oldland says since the nuclear pact went into force in January 2016, it has not been able to fully benefit from the deal.",
			"Oldland: since the nuclear pact went into force in January 2016, it has not been able to fully benefit from the deal", "a clause before the clause"},
		{"TEHRAN - Oldland will respond in case the Harbour Energy Agency (HEA) issues a resolution against it, the head of the Piers Organization of Oldland (PIO) warned on Sunday.",
			"the head of the Piers Organization of Oldland (PIO): Oldland will respond in case the Harbour Energy Agency (HEA) issues a resolution against it", "a long sentence before its source"},
	} {
		if diff := cmp.Diff([]string{c.want}, lines(read(t, c.text))); diff != "" {
			t.Errorf("%s: %s\n%s", c.why, c.text, diff)
		}
	}
}
