package statement

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/extract/document"
)

// last is a paragraph that must be read rightly whatever came before it.
const last = "\n\nOn Tuesday the council met.\n\n“We shall rebuild the bridge,” Ada Okoro said."

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		why, text string
	}{
		{"empty", ""},
		{"a quotation never closed", "“The bridge is safe, the mayor said.\n\nNobody crossed it."},
		{"500 marks in a row", strings.Repeat("“", 500)},
		{"500 straight marks in a row", strings.Repeat(`"`, 500)},
		{"500 colons", strings.Repeat("a: ", 500)},
		{"an article that is one quotation", "“The bridge is safe. It has always been safe. Nothing will happen to it.”"},
		{"a play", "ROMOLA. Who goes there?\n\nBRUNO. A friend of the bridge.\n\nROMOLA. Then cross it.\n\n[They leave.]"},
		{"a chat log", "[10:02] <ada> is it safe\n\n[10:03] <ben> yes :)\n\n[10:03] <ada> sure?"},
		{"lyrics", "Oh the bridge, the bridge\n\nSaid I to the river, oh\n\nThe river said to me\n\nLa la, la la"},
		{"marks lost to question marks", "?The bridge is safe,? the mayor said. ?We checked it.?"},
		{"French marks with a space before the colon", "Le maire : « Le pont est sûr. »"},
		{"a he with nobody before it", "He said that it was safe. “It is quite safe,” he added."},
		{"a caption", "The bridge at night. Image: A. Photographer, “River at Night” series."},
		{"brackets never closed", "The mayor (who came late, said (the (bridge was safe"},
		{"only verbs", strings.Repeat("said ", 400)},
		{"only commas", strings.Repeat(", said, ", 300)},
		{"no stops", strings.Repeat("the mayor said the bridge was safe and ", 400)},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text+last)
			check(t, d)
			want := "Ada Okoro: “We shall rebuild the bridge,”"
			got := lines(d)
			if len(got) == 0 || got[len(got)-1] != want {
				t.Errorf("the paragraph after it was lost: have %q, want %q last", got, want)
			}
		})
	}
}

// A long interview is read turn by turn, every turn whole.
func TestInterview(t *testing.T) {
	const turns = 2000
	d := read(t, strings.Repeat("Q: Is the bridge safe, and who says so?\n\nA: It is, and the mayor says so.\n\n", turns))
	check(t, d)
	if n := len(d.Statements); n != 2*turns {
		t.Errorf("%d statements, want %d", n, 2*turns)
	}
}

// A speech has no statements by its author.
func TestSpeech(t *testing.T) {
	d := read(t, strings.Repeat("I want to say that we built this bridge. My friends, let me tell you that our work is done.\n\n", 20))
	if got := lines(d); len(got) > 0 {
		t.Errorf("have %q, want none", got)
	}
}

// The work for a text without end grows with its length, counted in allocations,
// which cannot be noisy.
func TestLinear(t *testing.T) {
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	count := func(n int) float64 {
		d := &document.Document{Article: document.Article{Text: strings.Repeat("the mayor, who came late, said “the bridge is safe” and ", n)}}
		s.token.Apply(d)
		return testing.AllocsPerRun(1, func() {
			d.Statements = nil
			s.statement.Apply(d)
		})
	}
	if small, large := count(500), count(4000); large > 12*small {
		t.Errorf("%.0f allocations for 500 clauses, %.0f for 4000", small, large)
	}
}

// check tests what holds of any document: spans lie in the text on rune
// boundaries and hold something, statements come in order, contents overlap only
// when one lies within the other.
func check(t testing.TB, d *document.Document) {
	t.Helper()
	inside := func(what string, s document.Span) {
		if s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End || !utf8.ValidString(d.Text[s.Start:s.End]) {
			t.Fatalf("%s [%d, %d) of a text of %d bytes", what, s.Start, s.End, len(d.Text))
		}
	}
	var open []document.Span
	at := -1
	for _, st := range d.Statements {
		if len(st.Content) == 0 {
			t.Fatalf("a statement by rule %q has no content", st.Rule)
		}
		if st.Content[0].Start < at {
			t.Fatalf("a statement at %d after one at %d", st.Content[0].Start, at)
		}
		at = st.Content[0].Start
		end := 0
		for _, c := range st.Content {
			inside("content", c)
			if c.Start < end {
				t.Fatalf("%s: content at %d after content up to %d: %q", st.Rule, c.Start, end, d.Text[c.Start:min(len(d.Text), end+60)])
			}
			end = c.End
			for len(open) > 0 && open[len(open)-1].End <= c.Start {
				open = open[:len(open)-1]
			}
			for _, o := range open {
				if o.Overlaps(c) && !o.Contains(c) && !c.Contains(o) {
					t.Fatalf("contents %q and %q overlap", d.Slice(o), d.Slice(c))
				}
			}
			open = append(open, c)
		}
		if st.Speaker != nil {
			inside("speaker", st.Speaker.Span)
		}
		if st.Addressee != nil {
			inside("addressee", st.Addressee.Span)
		}
		if !st.Cue.Empty() {
			inside("cue", st.Cue)
		}
		if st.Confidence <= 0 || st.Confidence > 1 || st.Rule == "" {
			t.Fatalf("rule %q with confidence %v", st.Rule, st.Confidence)
		}
	}
}

func FuzzStatement(f *testing.F) {
	for _, s := range []string{
		"“The bridge is safe,” Ada Okoro said.\n\n“We checked it.",
		"According to Okoro, who left, the bridge — she said — is “safe.”",
		"THE MAYOR: Yes.\n\nQ No?\n\nMS. LEE: “Maybe,” he said: it",
		"(said (according to) told reporters that, and added; « ",
		"Okoro said:\n\nI did.\n\nMy own.",
		"“A” b, “c d e f,” said g. “h",
		"A  0!a00",
		"a said: .",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := read(t, strings.ToValidUTF8(text, "?"))
		check(t, d)
	})
}

func BenchmarkApply(b *testing.B) {
	s, err := stages()
	if err != nil {
		b.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: strings.Repeat("The bridge opened in June after years of work and cost the city four million pounds. “It is safe,” said Ada Okoro, an engineer at the port authority, who added that it would be painted. Residents told reporters that the road had cracks, according to a survey.\n\n", 40)}}
	s.token.Apply(d)
	b.ReportAllocs()
	for b.Loop() {
		d.Statements = nil
		s.statement.Apply(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/token")
}
