package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// TestWhole is what was cut off of what was said, and what of the narrator's was left in it.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		// Given back.
		{"a contrast in the tense of what was said", "Ada Okoro said the pier is old, but it still holds the boats of the port.",
			[]string{"Ada Okoro: the pier is old, but it still holds the boats of the port"}},
		{"a contrast in the tense of the narrator is his", "Ada Okoro said the pier is old, but she voted for it last week.",
			[]string{"Ada Okoro: the pier is old"}},
		{"a sum in brackets, and what it is for", "Ada Okoro announced a loan of 50 million rials (about two million dollars) for the pier.",
			[]string{"Ada Okoro: a loan of 50 million rials (about two million dollars) for the pier"}},
		{"a bracket before who says it", "OLDTOWN - The port will take up to 30 boats a day during the next year (from March on), the agency reported.",
			[]string{"the agency: The port will take up to 30 boats a day during the next year (from March on)"}},
		{"a condition before who says it", "If the pier holds, Ada Okoro said it may open again in May.",
			[]string{"Ada Okoro: If the pier holds | it may open again in May"}},
		{"a condition of the report is none of what it reports", "If you ask around, Ada Okoro says that the pier may open again in May.",
			[]string{"Ada Okoro: that the pier may open again in May"}},
		{"a noun for what is felt", "Ada Okoro expressed concern over the current level of the fees in the old port.",
			[]string{"Ada Okoro: concern over the current level of the fees in the old port"}},
		{"what follows from a condition", "Ada Okoro said that if the pier fell, the port would lose its boats.",
			[]string{"Ada Okoro: that if the pier fell, the port would lose its boats"}},
		{"the clause of a pronoun", "The town has a pier, which Ada Okoro says is the oldest of all.",
			[]string{"Ada Okoro: which | is the oldest of all"}},
		{"other participles of a list", "The mayor reaffirmed her commitment to recognizing, supporting, and strengthening the crews of the port and thanked them.",
			[]string{"The mayor: her commitment to recognizing, supporting, and strengthening the crews of the port"}},

		{"a list behind a colon", "Ada Okoro announced a plan with three tasks: (1) the old pier; (2) the new bridge; and (3) the fees.",
			[]string{"Ada Okoro: a plan with three tasks: (1) the old pier; (2) the new bridge; and (3) the fees"}},
		{"a predicate behind the source", "The talk of a new pier, according to the Harbour Post, means that the port has been paid for.",
			[]string{"the Harbour Post: The talk of a new pier | means that the port has been paid for"}},

		{"a clause that its attribution interrupts", "During the storm, the crews left the pier, which, the Harbour Post reported, was part of the plan.",
			[]string{"the Harbour Post: During the storm, the crews left the pier, which | was part of the plan"}},
		{"a so that joins nothing", "So far, a fifth of the boats have left the old port, Ada Okoro said.",
			[]string{"Ada Okoro: So far, a fifth of the boats have left the old port"}},
		{"the last of a list in semicolons is no clause", "The plan was made in talks with the Harbour Office; the town of Oldtown, its mayor and board; and the crews of the port, Ada Okoro said.",
			[]string{"Ada Okoro: The plan was made in talks with the Harbour Office; the town of Oldtown, its mayor and board; and the crews of the port"}},

		// Cut off.
		{"a sentence that breaks off", "Ada Okoro stated that the board will base its fees on the boats and. Ben Imani has left it.",
			[]string{"Ada Okoro: that the board will base its fees on the boats"}},
		{"a last word that is a coordinator elsewhere", "Ada Okoro stated that the old pier of the port was no part of the plan yet.",
			[]string{"Ada Okoro: that the old pier of the port was no part of the plan yet"}},
		{"a sentence behind a quotation that ends one", "Ada Okoro stressed that “with every new boat comes more work.” Ben Imani, the captain of the port, has since left it.",
			[]string{"Ada Okoro: that “with every new boat comes more work.”"}},
		{"what a quotation is about", "On the old pier in the harbour, Ada Okoro said, “It was a danger to all of us.”",
			[]string{"Ada Okoro: “It was a danger to all of us.”"}},
		{"the same behind the verb", "Ada Okoro said of the closure of the old pier, “It was a danger to all of us.”",
			[]string{"Ada Okoro: “It was a danger to all of us.”"}},
		{"what the speaker said besides", "Ada Okoro voiced her fear for the crews of the port saying: “The pier may fall at any time.”",
			[]string{"Ada Okoro: her fear for the crews of the port", "Ada Okoro: “The pier may fall at any time.”"}},
		{"a report that says something is a part of it", "Ada Okoro said that the port was closed after a news report saying that the pier had fallen.",
			[]string{"Ada Okoro: that the port was closed after a news report saying that the pier had fallen"}},
		{"the subject of the next clause", "Ada Okoro reiterated her support for the pier and the mayor opened the new road to the port.",
			[]string{"Ada Okoro: her support for the pier"}},
		{"a hyphen behind a capital", "Harbour Radio reported that two old A-10 boats had left the port.",
			[]string{"Harbour Radio: that two old A-10 boats had left the port"}},
		{"a pronoun that is always written with one", "Ada Okoro said that the pier is old when I looked at it in May.",
			[]string{"Ada Okoro: that the pier is old when I looked at it in May"}},
		{"by what means it was made known", "The crews announced their plans to leave the old pier via their Twitter account.",
			[]string{"The crews: their plans to leave the old pier"}},
		{"what announces a quotation", "Ada Okoro said the following after the vote on Monday: “The pier is as safe as it ever was.”",
			[]string{"Ada Okoro: “The pier is as safe as it ever was.”"}},
		{"a heading that lost its line", "Neglect kills old piers The main trouble with the piers of the port is the lack of paint, Ada Okoro said.",
			[]string{"Ada Okoro: The main trouble with the piers of the port is the lack of paint"}},
		{"the main clause behind a concession", "Whilst Ada Okoro says that the flood is over, the piers of the port remain closed.",
			[]string{"Ada Okoro: that the flood is over"}},
		{"a report of somebody else beside it", "Ada Okoro has stated that she will build a new pier, Ben Imani has revealed that he will be for it.",
			[]string{"Ada Okoro: that she will build a new pier"}},
		{"others who announced it", "Ostria has today agreed to return to the talks about the old port, as announced by the mayors of both towns.",
			[]string{"Ostria: to return to the talks about the old port"}},
		{"a clause in the source", "According to the survey by the Harbour Office, the fees of the port rise by a fifth, whereas those of the town fall.",
			[]string{"the survey by the Harbour Office: the fees of the port rise by a fifth, whereas those of the town fall"}},
		{"the subject behind a source without a comma", "According to the Harbour Office (HO) rust is the cause of most falls of piers.",
			[]string{"the Harbour Office (HO): rust is the cause of most falls of piers"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(read(t, c.text))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// TestOfficeNamed: what was said doesn't begin with its speaker's name.
func TestOfficeNamed(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the name behind an office", "According to the Oldland team's coach, Okoran, in the first race, the Oldland boat, named “Better Sea,” won two points.",
			"the Oldland team's coach, Okoran: in the first race, the Oldland boat, named “Better Sea,” won two points"},
		{"a name that does something", "According to the harbour's manager, Okoran won two points.",
			"the harbour's manager: Okoran won two points"},
	} {
		got := lines(entitled(t, c.text, "Okoran", "Alireza Okoran"))
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%s: %s\n%s", c.why, c.text, diff)
		}
	}
}

// TestMaimed: words that say nothing without others aren't shown unasked.
func TestMaimed(t *testing.T) {
	for _, c := range []struct{ why, text string }{
		{"a relative clause without its noun", "The mayors have agreed on some steps that might help the port in May."},
	} {
		t.Run(c.why, func(t *testing.T) {
			for _, st := range read(t, c.text).Statements {
				if st.Confidence >= document.Sure {
					t.Errorf("%s\nconfidence %.2f", c.text, st.Confidence)
				}
			}
		})
	}
}
