package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// TestPaper names the papers, and the persons, that speakers stand for by the words
// in which the article describes them.
func TestPaper(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string // who is named
	}{
		{"the letter of which something was told", "A letter from the port to Mayor Okoro arrived in June.\n\nThe letter said the bridge was old.",
			[]string{"A letter from the port to Mayor Okoro"}},
		{"it, in the sentence that begins with the paper", "An email from the port to Lionel Brandt lies on his desk: “There are never more than ten boats,” it said.",
			[]string{"An email from the port to Lionel Brandt"}},
		{"it, in the sentence after", "The report on the bridge was published in June. It said the bridge was old and that nobody had checked it.",
			[]string{"The report on the bridge"}},
		{"it, in another paragraph", "The report on the bridge was published in June.\n\nIt said the bridge was old and that nobody had checked it.",
			nil}, // nobody can tell whose it is
		{"a paper of which nothing is told", "A letter arrived. The letter said the bridge was old and that nobody had checked it.",
			[]string{"The letter"}},
		{"another letter since", "A letter from the port arrived in June. In July came a letter. The letter said the bridge was old and that nobody had checked it.",
			[]string{"The letter"}},
		{"what its clause begins with is no part of a speaker", "After the vote Mayor Ada Okoro said: “We have shown that the bridge belongs to us.”",
			[]string{"Mayor Ada Okoro"}},
		{"nor when an adjective begins the speaker", "At the dinner Oldish President Ada Okoro said: “We have shown that the bridge belongs to us.”",
			[]string{"Oldish President Ada Okoro"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			var got []string
			for _, s := range d.Statements {
				if s.Confidence >= .6 && s.Speaker != nil {
					got = append(got, s.Speaker.Name)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// TestDescribedSpeaker: what is told of somebody may end with a place.
func TestDescribedSpeaker(t *testing.T) {
	for text, want := range map[string]string{
		"Ada Okoro, who felt the shaking in Oldhaven, Oldland, said, “Everyone was running out of their houses.”": "Ada Okoro",
		"Ada Okoro left in May. In June Oldhaven said, “Everyone was running out of their houses.”":               "Oldhaven",
	} {
		d := readTyped(t, text, document.Place, "Ada Okoro", "Oldhaven", "Oldland")
		if len(d.Statements) != 1 || d.Statements[0].Speaker.Name != want {
			t.Errorf("%s\n%+v, want one by %s", text, d.Statements, want)
		}
	}
}

// TestReportBefore: “the report” is whose that reported, a paragraph or a sentence
// back, when nobody has spoken since.
func TestReportBefore(t *testing.T) {
	for text, want := range map[string]string{
		"The Harbour Office reported on Monday that the bridge was old. This came after a vote. According to the report, nobody had checked the bridge for a year.": "Harbour Office",
		"The Harbour Office said on Monday that the bridge was old. This came after a vote. According to the report, nobody had checked the bridge for a year.":     "the report",
	} {
		d := readParties(t, text, "o Harbour Office")
		if n := len(d.Statements); n != 2 || d.Statements[1].Speaker.Name != want {
			t.Errorf("%s\n%+v, want the second by %s", text, d.Statements, want)
		}
	}
}
