package statement

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// last is a paragraph that must be read rightly whatever came before it.
const last = "\n\nOn Tuesday the council met.\n\n“We shall rebuild the bridge,” Ada Okoro said."

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string // of the text itself
	}{
		{"empty", "", nil},
		{"a quotation never closed", "“The bridge is safe, the mayor said.\n\nNobody crossed it.", nil},
		{"a quotation never closed, after one that is", "“The bridge is safe,” Brandt said. “We checked it.\n\nNobody crossed it.",
			[]string{"Brandt: “The bridge is safe,” | “We checked it."}},
		{"a quotation never opened", "The bridge is safe,” Brandt said.", []string{"Brandt: The bridge is safe"}},
		{"500 marks in a row", strings.Repeat("“", 500), nil},
		{"500 closing marks in a row", strings.Repeat("”", 500), nil},
		{"500 straight marks in a row", strings.Repeat(`"`, 500), nil},
		{"500 single marks in a row", strings.Repeat(`'`, 500), nil},
		{"500 French marks in a row", strings.Repeat(`«`, 500), nil},
		{"500 question marks that lean on words", strings.Repeat("?a ", 500), nil},
		{"500 quotations opened one in another", strings.Repeat("“The bridge ", 500), nil},
		{"500 words in marks", strings.Repeat("“bridge” ", 500), nil},
		{"500 colons", strings.Repeat("a: ", 500), nil},
		{"500 labels without words", strings.Repeat("Q: A: ", 500), []string{"Q: A:"}},
		{"an article that is one quotation", "“The bridge is safe. It has always been safe. Nothing will happen to it.”", nil},
		{"a play by stops", "ROMOLA. Who goes there?\n\nBRUNO. A friend of my bridge.\n\nROMOLA. Then cross it.\n\n[They leave.]",
			[]string{"ROMOLA: Who goes there?", "BRUNO: A friend of my bridge.", "ROMOLA: Then cross it."}},
		{"a play by colons, with directions", "ROMOLA (aside): Who goes there?\n\nBRUNO: A friend of my bridge.\n\nROMOLA: Then cross it.\n\nBRUNO: I will.",
			[]string{"ROMOLA (aside): Who goes there?", "BRUNO: A friend of my bridge.", "ROMOLA: Then cross it.", "BRUNO: I will."}},
		{"a chat log", "[10:02] <ada> is it safe\n\n[10:03] <ben> yes :)\n\n[10:03] <ada> sure?", nil},
		{"a chat log of names", "Ada: is it safe, do you think\n\nBen: yes i do :)\n\nAda: sure you are?\n\nBen: i am",
			[]string{"Ada: is it safe, do you think", "Ben: yes i do :)", "Ada: sure you are?", "Ben: i am"}},
		{"lyrics", "Oh the bridge, the bridge\n\nSaid I to the river, oh\n\nThe river said to me\n\nLa la, la la", nil},
		{"marks lost to question marks", "?The bridge is safe,? the mayor said. ?We checked it.?",
			[]string{"the mayor: ?The bridge is safe,? | ?We checked it.?"}},
		{"marks lost to replacement characters", "�The bridge is safe,� the mayor said. �We checked it.�",
			[]string{"the mayor: �The bridge is safe,� | �We checked it.�"}},
		{"French marks with a space before the colon", "Le maire : « Le pont est sûr. »", []string{"Le maire: « Le pont est sûr. »"}},
		{"French marks", "« The bridge is quite safe », the mayor said.", []string{"the mayor: « The bridge is quite safe »"}},
		{"German marks", "„The bridge is quite safe“, the mayor said. »We checked it.«",
			[]string{"the mayor: „The bridge is quite safe“ | »We checked it.«"}},
		{"a he with nobody before it", "He said that it was safe. “It is quite safe,” he added.",
			[]string{"He: that it was safe", "he: “It is quite safe,”"}},
		{"a caption with a title in it", "The bridge at night. Image: A. Photographer, “River at Night” series.", nil},
		{"a caption that quotes", "Lionel Brandt on the bridge on Friday: “It is quite safe.” Image: A. Photographer",
			[]string{"Lionel Brandt on the bridge on Friday: “It is quite safe.”"}},
		{"a headline that quotes", "Mayor: ‘Bridge is quite safe’\n\nThe bridge opened in June.", []string{"Mayor: ‘Bridge is quite safe’"}},
		{"a headline that quotes before its verb", "‘Bridge is safe,’ says mayor\n\nThe bridge opened in June.", []string{"mayor: ‘Bridge is safe,’"}},
		{"a headline that quotes a word", "Bridge ‘safe’ for now\n\nThe bridge opened in June.", nil},
		{"a satire that quotes nobody", "The bridge, being a bridge, remained silent. A spokesman for the river could not be imagined. The council listened to the wind, and the wind went on.", nil},
		{"two men of one surname", "Lionel Brandt said the bridge was safe. Gustav Brandt said it was not. “It sings,” Gustav Brandt said. “It hums,” said Lionel Brandt.",
			[]string{"Lionel Brandt: the bridge was safe", "Gustav Brandt: it was not", "Gustav Brandt: “It sings,”", "Lionel Brandt: “It hums,”"}},
		{"brackets never closed", "The mayor (who came late (the (bridge was safe", nil},
		{"only verbs", strings.Repeat("said ", 400), nil},
		{"only commas", strings.Repeat(", said, ", 300), nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text+last)
			check(t, d)
			got := lines(d)
			want := append(c.want, "Ada Okoro: “We shall rebuild the bridge,”")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%.200s\n%s", c.text, diff)
			}
		})
	}
}

// A text without stops has statements of some kind; what comes after it has to be
// whole.
func TestEndless(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("the mayor said the bridge was safe and ", 400),
		strings.Repeat("the mayor, who came late, said “the bridge is safe” and ", 400),
		strings.Repeat("“The bridge is safe,” he said, ", 400),
	} {
		d := read(t, text+last)
		check(t, d)
		got := lines(d)
		if want := "Ada Okoro: “We shall rebuild the bridge,”"; len(got) < 2 || got[len(got)-1] != want {
			t.Errorf("%.60s: have %d statements, want some and %q last", text, len(got), want)
		}
	}
}

// An interview of 40,000 words is read turn by turn, every turn whole, its labels
// in paragraphs or not.
func TestInterview(t *testing.T) {
	const turns = 2300
	for _, c := range []struct{ why, turn string }{
		{"a paragraph each", "Q: Is the bridge safe, and who says so?\n\nA: It is, and the mayor says so. I asked him.\n\n"},
		{"in one paragraph", "Q: Is the bridge safe, and who says so? A: It is, and the mayor says so. I asked him. "},
		{"labels alone", "OKORO:\n\nIs the bridge safe, and who says so?\n\nTHE MAYOR:\n\nIt is, and the mayor says so. I asked him.\n\n"},
		{"several paragraphs", "Q: Is the bridge safe, and who says so?\n\nA: It is, and the mayor says so.\n\nI asked him.\n\n"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, strings.Repeat(c.turn, turns))
			check(t, d)
			if n := len(d.Statements); n != 2*turns {
				t.Fatalf("%d statements, want %d", n, 2*turns)
			}
			for i, want := range []string{"Is the bridge safe, and who says so?", "It is, and the mayor says so. I asked him."} {
				for k := i; k < len(d.Statements); k += 2 {
					got := ""
					for _, s := range d.Statements[k].Content {
						got = strings.TrimSpace(got + " " + d.Slice(s))
					}
					if got != want {
						t.Fatalf("turn %d is %q, want %q", k, got, want)
					}
				}
			}
		})
	}
}

// A speech as an article has no statements by its author, but those of others whom
// it names.
func TestSpeech(t *testing.T) {
	d := read(t, strings.Repeat("I want to say that we built this bridge. My friends, let me tell you that our work is done.\n\n", 20)+
		"Ada Okoro said to me, “The bridge is safe.”")
	if diff := cmp.Diff([]string{"Ada Okoro: “The bridge is safe.”"}, lines(d)); diff != "" {
		t.Error(diff)
	}
}

// The work for a text without end grows with its length, counted in steps of the
// reader, which cannot be noisy.
func TestLinear(t *testing.T) {
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, piece string }{
		{"clauses", "the mayor, who came late, said “the bridge is safe” and "},
		{"quotations left open", "“The bridge is safe, he said.\n\n"},
		{"quotations that go on", "“The bridge is safe.\n\nIt sings.\n\nIt hums.” He left.\n\n"},
		{"quotations of their own", "“The bridge is safe.”\n\n"},
		{"marks in one another", "“The “bridge” of "},
		{"single marks", "‘the boats’ and "},
		{"measures", `6" and "a" or `},
		{"lost marks", "?The bridge is? "},
		{"turns", "Q: Is it safe? A: It is.\n\n"},
		{"labels alone", "OKORO:\n\nI do.\n\n"},
		{"labels", "Ada: I do. Ben: You do.\n\n"},
		{"colons", "Okoro has a view: “The bridge is safe.” "},
	} {
		t.Run(c.why, func(t *testing.T) {
			count := func(n int) float64 {
				text := strings.Repeat(c.piece, n)
				return testing.AllocsPerRun(1, func() {
					d := &document.Document{Article: document.Article{Text: text}}
					s.token.Apply(d)
					s.statement.Apply(d)
				})
			}
			// A reader that comes without memory of an earlier text, as the pool of readers
			// gives one now and then, allocates more: the least of some runs has one that
			// has it.
			small, large := count(100), count(800)
			for range 8 {
				if large <= 12*small {
					return
				}
				small, large = min(small, count(100)), min(large, count(800))
			}
			t.Errorf("%.0f allocations for 100 pieces, %.0f for 800", small, large)
		})
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
		if len(st.Content) == 0 && st.Type != document.None {
			t.Fatalf("a statement by rule %q has no content", st.Rule)
		}
		if st.Start() < at {
			t.Fatalf("a statement at %d after one at %d", st.Start(), at)
		}
		at = st.Start()
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
		"t said: &",
		"A  !Q !0",
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
