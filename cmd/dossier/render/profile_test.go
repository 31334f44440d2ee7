package render

import (
	"bytes"
	"strings"
	"testing"

	"dossier/cmd/dossier/briefing"
	"dossier/queries"

	"github.com/google/go-cmp/cmp"
)

func cast() (anna, russia, china queries.Entity, paper queries.Document) {
	return queries.Entity{ID: "person/anna-vell", Name: "Anna Vell", Type: "person", Country: "AUT"},
		queries.Entity{ID: "country/RUS", Name: "Russia", Type: "country", Country: "RUS"},
		queries.Entity{ID: "country/CHN", Name: "China", Type: "country", Country: "CHN"},
		queries.Document{ID: "document/1", Title: "Ships meet", Publisher: "The Gazette", Date: "2017-12-14"}
}

func annaSaid() queries.StatementRow {
	anna, russia, china, paper := cast()
	return queries.StatementRow{
		Kind: "statement", ID: "statement/1", Type: "direct", Speaker: &queries.Speaker{Entity: anna}, Cue: "warned", About: []queries.Entity{russia, china}, Date: "2017-12-14",
		Text: "“They have a common interest,”", Sentence: "“They have a common interest,” warned Vell.",
		Span: []queries.Span{{100, 130}}, Document: paper, Rule: "quote.before-cue", Confidence: 0.9,
	}
}

func theyMet() queries.EventRow {
	_, russia, china, paper := cast()
	return queries.EventRow{
		Kind: "event", ID: "event/1", Type: "cooperate", Subject: []queries.Entity{russia}, Object: []queries.Entity{china}, Reciprocal: true, Intensity: 7.4,
		Modality: "asserted", Date: &queries.Period{Start: "2017-12-13", End: "2017-12-13", Precision: "day"}, Trigger: "exercises",
		Sentence: "Both held exercises at sea.", Document: paper, Confidence: 0.8,
	}
}

func annaIsEnvoy() queries.FactRow {
	anna, _, _, paper := cast()
	return queries.FactRow{
		Kind: "fact", ID: "fact/1", Type: "position_held", Subject: &anna, Value: "envoy", Modality: "asserted",
		Sentence: "Vell, the envoy, left.", Document: paper,
	}
}

func tabled(t *testing.T, width int, row any) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(Table, Screen{W: &b, Width: width})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(row); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLongRows(t *testing.T) {
	anna, russia, china, paper := cast()
	for _, c := range []struct {
		name string
		row  any
		want string
	}{
		{"profile", queries.Profile{
			Entity: queries.EntityRow{Kind: "entity", ID: anna.ID, Name: anna.Name, Type: "person", Country: "AUT", Aliases: []string{"Vell"}, Mentions: 3, Documents: 1},
			Roles:  []queries.FactRow{annaIsEnvoy()}, Partners: []queries.Partner{{Entity: russia, Events: 2, Intensity: -1.5}},
			Statements: []queries.StatementRow{annaSaid()},
			Documents:  []queries.DocumentRow{{Kind: "document", ID: paper.ID, Title: paper.Title, Publisher: paper.Publisher, Date: paper.Date, Words: 120, Statements: 1}},
		}, `
Anna Vell · person · AUT · 3 mentions in 1 document · person/anna-vell
also called Vell

ROLES
2017-12-14  Anna Vell position held envoy
            Vell, the envoy, left.
            Ships meet, The Gazette, 2017-12-14 · fact/1

RELATES TO
NAME    TYPE     COUNTRY  EVENTS  INTENSITY  ID
Russia  country  RUS           2       -1.5  country/RUS

SAID
2017-12-14  Anna Vell [AUT] (warned) about Russia, China
            “They have a common interest,” warned Vell.
            Ships meet, The Gazette, 2017-12-14 · statement/1

MENTIONED IN
DATE        TITLE       PUBLISHER    WORDS  SAID  EVENTS  FACTS  ID
2017-12-14  Ships meet  The Gazette    120     1       0      0  document/1
`},
		{"path", queries.PathRow{Kind: "path", Hops: 2, Evidence: 1, Nodes: []queries.Entity{anna, russia, china}, Steps: []queries.Row{annaSaid(), theyMet()}}, `
Anna Vell → Russia → China · 1 piece of evidence for the weakest step
2017-12-14  Anna Vell [AUT] (warned) about Russia, China
            “They have a common interest,” warned Vell.
            Ships meet, The Gazette, 2017-12-14 · statement/1
2017-12-13  Russia ↔ China cooperate +7.4
            Both held exercises at sea.
            Ships meet, The Gazette, 2017-12-14 · event/1
`},
		{"sentence", queries.SentenceRow{Kind: "sentence", Sentence: "Both held exercises at sea.", Document: paper, Carries: []string{"event/1"}}, `
2017-12-14  Both held exercises at sea.
            Ships meet, The Gazette, 2017-12-14 · event/1
`},
		{"explanation", queries.Explanation{Kind: "explanation", Answer: annaSaid(), Marks: []queries.Mark{
			{Role: "content", Span: queries.Span{100, 130}, Text: "“They have a common interest,”"},
			{Role: "cue", Span: queries.Span{131, 137}, Text: "warned"},
			{Role: "speaker", Span: queries.Span{138, 142}, Text: "Vell"},
		}}, `
2017-12-14  Anna Vell [AUT] (warned) about Russia, China
            “They have a common interest,” warned Vell.
            Ships meet, The Gazette, 2017-12-14 · statement/1

marked      [“They have a common interest,”] [warned] [Vell].
content     “They have a common interest,” · 100-130
cue         warned · 131-137
speaker     Vell · 138-142
type        direct
rule        quote.before-cue
confidence  0.90: 9 of 10 like this are right
document    document/1
`},
		{"briefing", briefing.Briefing{
			Documents: 2, Words: 1234, From: "2017-12-13", To: "2017-12-14", Publishers: []string{"The Gazette"},
			Persons:       []briefing.Person{{EntityRow: queries.EntityRow{ID: anna.ID, Name: anna.Name, Type: "person", Country: "AUT", Mentions: 3, Documents: 1}, Role: ptr(annaIsEnvoy())}},
			Organizations: []queries.EntityRow{{Name: "Harbour League", Mentions: 2}},
			Countries:     []queries.EntityRow{{Name: "Russia", Mentions: 9}, {Name: "China", Mentions: 7}},
			Statements:    []queries.StatementRow{annaSaid()},
			Pairs:         []briefing.Pair{{Index: queries.PairRow{A: russia, B: china, Events: 1, Documents: 1, MaterialCooperation: 1, IntensityMean: 7.4}, Evidence: theyMet()}},
		}, `
2 documents · 1,234 words · 2017-12-13 to 2017-12-14 · The Gazette

PEOPLE
Anna Vell [AUT], envoy · 3 mentions · fact/1

ORGANISATIONS  Harbour League 2
COUNTRIES      Russia 9, China 7

WHO SAID WHAT
2017-12-14  Anna Vell [AUT] (warned) about Russia, China
            “They have a common interest,” warned Vell.
            Ships meet, The Gazette · statement/1

HOW COUNTRIES RELATE
Russia – China · 1 event in 1 document · 1 of cooperation, 0 of conflict · mean
+7.4
2017-12-13  Russia ↔ China cooperate +7.4: Both held exercises at sea.
            Ships meet, The Gazette · event/1

ASK FURTHER
dossier ingest PATH…          keep the articles in a store, then:
dossier said 'Anna Vell'      all that one said
dossier between Russia China  all between two
dossier explain ID            what a line rests on
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), tabled(t, 80, c.row)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func ptr[T any](x T) *T { return &x }

func TestShellWord(t *testing.T) {
	for in, want := range map[string]string{
		"NATO": "NATO", "Anna Vell": "'Anna Vell'", "O'Neill": `'O'\''Neill'`, "a;rm": "'a;rm'", "": "''", "São Tomé": "'São Tomé'",
	} {
		if got := shellWord(in); got != want {
			t.Errorf("shellWord(%q) = %s, want %s", in, got, want)
		}
	}
}

// TestMarkFindsItsSentence: marks have the spans of the document, and the
// sentence doesn't say where it begins.
func TestMarkFindsItsSentence(t *testing.T) {
	marks := []queries.Mark{{Span: queries.Span{54, 58}, Text: "said"}, {Span: queries.Span{59, 63}, Text: "said"}}
	var got strings.Builder
	for _, r := range mark("He said it: she said said so.", marks) {
		got.WriteString(r.Text)
	}
	if want := "He said it: she [said] [said] so."; got.String() != want {
		t.Errorf("marked %q, want %q", got.String(), want)
	}
	if m := mark("Nothing of it.", marks); m != nil {
		t.Errorf("marks that aren't in the sentence mark %v", m)
	}
}
