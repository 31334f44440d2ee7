package entity

import (
	"strings"
	"testing"
)

// Who acts together is meant by what stands for several.
func TestCircles(t *testing.T) {
	for _, tt := range []struct {
		why, title, text string
		of               string // the words that mean several
		want             string // those whom they mean
	}{
		{"the subjects of the sentence before", "", "President [p:Ann Miller], Minister [p:Carl Jones] and [p:Ruth Brown] signed a treaty. They praised it.", "They", "Ann Miller, Carl Jones, Ruth Brown"},
		{"one who met another", "", "President [p:Ann Miller] met today with Minister [p:Carl Jones]. They praised the harbour.", "They", "Ann Miller, Carl Jones"},
		{"within the sentence", "", "President [p:Ann Miller] met with Minister [p:Carl Jones] in [l:Paris], where they praised the harbour.", "they", "Ann Miller, Carl Jones"},
		{"one who met two", "", "President [p:Ann Miller] spoke with Minister [p:Carl Jones] and Governor [p:Ruth Brown]. They praised the harbour.", "They", "Ann Miller, Carl Jones, Ruth Brown"},
		{"one alone spoke between", "", "President [p:Ann Miller] met with Minister [p:Carl Jones]. The harbour was shut. They praised it.", "They", "Ann Miller, Carl Jones"},
		{"others who aren't named were there too", "", "President [p:Ann Miller] met with Minister [p:Carl Jones] and other officials. They praised the harbour.", "They", ""},
		{"others spoke between", "", "President [p:Ann Miller] met with Minister [p:Carl Jones]. The fishermen came late. They praised the harbour.", "They", ""},
		{"long ago", "", "President [p:Ann Miller] met with Minister [p:Carl Jones]. It rained. It was cold. It was dark. They praised the harbour.", "They", ""},
		{"those whom one note names, not those of another", "", "After the call between [p:Ann Miller] and [p:Carl Jones], [p:Ruth Brown] and [p:Bert Lee] met. They praised the harbour.", "They", "Ruth Brown, Bert Lee"},
		{"by number", "", "President [p:Ann Miller] met with Minister [p:Carl Jones]. The two praised the harbour.", "The two", "Ann Miller, Carl Jones"},
		{"by their office", "", "Prime Ministers [p:Ann Miller] and [p:Carl Jones] met. The weather was bad. The Prime Ministers praised the harbour.", "The Prime Ministers", "Ann Miller, Carl Jones"},
		{"by what they are", "", "Senators [p:Ann Miller] (D-Md.) and [p:Carl Jones] (R-Me.) wrote a letter. The weather was bad. The lawmakers praised the harbour.", "The lawmakers", "Ann Miller, Carl Jones"},
		{"two of one office, by it", "", "Harbour Adviser [p:Ann Miller] wrote. Harbour Adviser [p:Carl Jones] answered. Minister [p:Ruth Brown] read it. The two Harbour Advisers praised it.", "The two Harbour Advisers", "Ann Miller, Carl Jones"},
		{"a name that is only an office of two", "", "Harbour Adviser [p:Ann Miller] wrote. Harbour Adviser [p:Carl Jones] answered. Minister [p:Ruth Brown] read it. The two [o:Harbour Advisers] praised it.", "The two Harbour Advisers", "Ann Miller, Carl Jones"},
		{"whom a note opens with, one of that office", "", "Harbour Adviser [p:Ann Miller] spoke with Secretary [p:Carl Jones]. [p:Miller] praised Minister [p:Ruth Brown]. The two Harbour Advisers agreed.", "The two Harbour Advisers", "Ann Miller, Carl Jones"},
		{"more of that office than are meant", "", "Harbour Advisers [p:Ann Miller] and [p:Carl Jones] wrote. Harbour Adviser [p:Ruth Brown] and Harbour Adviser [p:Bert Lee] answered. Harbour Adviser [p:Jane Smith] read it. The two Harbour Advisers praised it.", "The two Harbour Advisers", ""},
		{"of one office, however many, in a note that opens with all", "", "Harbour Adviser [p:Ann Miller], Secretary [p:Carl Jones] and Director [p:Ruth Brown] met. The weather was bad. The harbour advisers praised it.", "The harbour advisers", "Ann Miller, Carl Jones, Ruth Brown"},
		{"of one office, one of them not at the head", "", "Secretary [p:Carl Jones] and Director [p:Ruth Brown] met. Harbour Adviser [p:Ann Miller] came. The harbour advisers praised it.", "The harbour advisers", ""},
		{"an office that nobody has", "", "President [p:Ann Miller] met with Minister [p:Carl Jones]. The two Harbour Advisers praised it.", "The two Harbour Advisers", ""},
		{"nobody of them is one", "", "Singers [p:Ann Miller] and [p:Carl Jones] wrote a letter. The lawmakers praised the harbour.", "The lawmakers", ""},
		{"the headline has one more", "Miller, Jones, Brown Write Letter on Harbour", "Senator [p:Ann Miller] (D-Md.) came. Then Representatives [p:Carl Jones] (R-Me.) and [p:Ruth Brown] (D-Md.) wrote a letter. The lawmakers praised the harbour.", "The lawmakers", "Ann Miller, Carl Jones, Ruth Brown"},
		{"a headline that begins with short titles", "Reps. Miller, Jones, Brown Write Letter on Harbour", "Senator [p:Ann Miller] (D-Md.) came. Then Representatives [p:Carl Jones] (R-Me.) and [p:Ruth Brown] (D-Md.) wrote a letter. The lawmakers praised the harbour.", "The lawmakers", "Ann Miller, Carl Jones, Ruth Brown"},
		{"one who joined others", "", "Senator [p:Ann Miller] (D-Md.) joined Senator [p:Carl Jones] (R-Me.) in writing a letter. The lawmakers praised the harbour.", "The lawmakers", "Ann Miller, Carl Jones"},
		{"an office with more than one duty", "", "Senator [p:Ann Miller] (D-Md.), Ports, Roads, and Bridges Committee Chair [p:Carl Jones] (R-Me.), and Senator [p:Ruth Brown] (D-Md.) wrote a letter. They praised the harbour.", "They", "Ann Miller, Carl Jones, Ruth Brown"},
		{"colleagues between dashes", "", "Congresswoman [p:Ann Miller] and two colleagues – Representatives [p:Carl Jones] (R-Me.) and [p:Ruth Brown] (D-Md.) – wrote a letter. The lawmakers praised the harbour.", "The lawmakers", "Ann Miller, Carl Jones, Ruth Brown"},
		{"a lawmaker of somewhere else", "", "Senators [p:Ann Miller] (D-Md.) and [p:Carl Jones] (R-Me.) wrote a letter. The lawmakers of the region praised it.", "The lawmakers", ""},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := readUnder(t, tt.title, tt.text, "")
			check(t, d)
			var got []string
			for _, m := range d.Mentions {
				if d.Slice(m.Span) == tt.of {
					got = append(got, d.Entities[m.Entity].Name)
				}
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("%s means %q, want %q", tt.of, s, tt.want)
			}
		})
	}
}
