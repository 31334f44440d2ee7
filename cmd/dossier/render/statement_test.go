package render

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"dossier/queries"

	"github.com/google/go-cmp/cmp"
)

// ministryClaimed is a statement with everything that one can have.
func ministryClaimed() queries.StatementRow {
	anna, russia, china, paper := cast()
	return queries.StatementRow{
		Kind: "statement", ID: "statement/2", Type: "none", Class: "promise", Stance: "doubting", Negated: true,
		Speaker: &queries.Speaker{Entity: queries.Entity{Name: "Officials"}, Plural: true}, Joint: []queries.Entity{anna},
		OnBehalfOf: &queries.Entity{Name: "Ministry of Works", Type: "organization", Country: "RUS"}, Addressee: &china, About: []queries.Entity{russia},
		Cue: "claimed", Text: "that the bridge stands", Sentence: "They claimed that the bridge stands.", Before: "It rained.", After: "Nobody went to see.",
		Date: "2017-12-14", Document: paper, AlsoIn: []string{"document/2", "document/3"}, AlsoBy: []string{"The Gazette", "Coast Post"}, Confidence: 0.04,
	}
}

func TestStatement(t *testing.T) {
	_, _, _, paper := cast()
	bare := queries.StatementRow{ID: "statement/3", Class: "say", Stance: "neutral", Sentence: "It stays.", Text: "It stays", Document: paper}
	with := func(f func(r *queries.StatementRow)) queries.StatementRow {
		r := bare
		f(&r)
		return r
	}
	for _, tt := range []struct {
		why  string
		row  queries.StatementRow
		want string
	}{
		{"with all that it can have", ministryClaimed(), `
2017-12-14  Officials and Anna Vell [AUT] for Ministry of Works [organization, RUS] (claimed · doubting · promise), a denial, a refusal to China about Russia
            It rained. They claimed that the bridge stands. Nobody went to see.
            Ships meet, The Gazette, 2017-12-14 also in Coast Post · statement/2
`},
		{"what most are isn't told", bare, `
undated     nobody named (said)
            It stays.
            Ships meet, The Gazette, 2017-12-14 · statement/3
`},
		{"what another tells", with(func(r *queries.StatementRow) {
			r.ToldBy = &queries.Speaker{Entity: queries.Entity{Name: "Anna Vell", Type: "person", Country: "AUT"}}
		}), `
undated     nobody named, as told by Anna Vell [AUT] (said)
            It stays.
            Ships meet, The Gazette, 2017-12-14 · statement/3
`},
		{"for whom a spokesperson speaks who is called so already", with(func(r *queries.StatementRow) {
			r.Speaker = &queries.Speaker{Entity: queries.Entity{Name: "A spokesperson for the charity"}}
			r.OnBehalfOf = &queries.Entity{Name: "the charity"}
		}), `
undated     A spokesperson for the charity (said)
            It stays.
            Ships meet, The Gazette, 2017-12-14 · statement/3
`},
		{"copies in the same paper alone", with(func(r *queries.StatementRow) { r.AlsoIn, r.AlsoBy = []string{"document/2"}, []string{"The Gazette"} }), `
undated     nobody named (said)
            It stays.
            Ships meet, The Gazette, 2017-12-14 also in 1 document · statement/3
`},
		{"more papers than fit", with(func(r *queries.StatementRow) { r.AlsoBy = strings.Fields("A B C D E F G") }), `
undated     nobody named (said)
            It stays.
            Ships meet, The Gazette, 2017-12-14 also in A, B, C, D, E, 2 more · statement/3
`},
	} {
		if d := cmp.Diff(tt.want, "\n"+tabled(t, 200, tt.row)); d != "" {
			t.Errorf("%s: -want +got:\n%s", tt.why, d)
		}
	}
}

// TestFold: a turn of a transcript is folded, unless all is asked for; a long
// quotation isn't.
func TestFold(t *testing.T) {
	for _, tt := range []struct {
		words int
		full  bool
		want  int
	}{{foldFrom, false, foldFrom}, {foldFrom + 1, false, foldTo}, {1000, false, foldTo}, {1000, true, 1000}} {
		text := strings.TrimSpace(strings.Repeat("word ", tt.words))
		var b bytes.Buffer
		if err := (Screen{W: &b, Width: 80, Full: tt.full}).Row(queries.StatementRow{Text: text, Sentence: text}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "word\n") + strings.Count(b.String(), "word "); got != tt.want {
			t.Errorf("%d of %d words shown, want %d", got, tt.words, tt.want)
		}
		note := strings.Contains(strings.Join(strings.Fields(b.String()), " "), "… ["+strconv.Itoa(tt.words-foldTo)+" more words: --full, or dossier explain ID]")
		if note != (tt.want < tt.words) {
			t.Errorf("%d words: a note of what is left out: %v", tt.words, note)
		}
	}
	if got := fold(T(Said, strings.Repeat("word ", foldFrom+1))); len(got) != 3 {
		t.Errorf("a folded text is %d runs, want the words, a space and the note", len(got))
	}
}

func TestExplainedInWords(t *testing.T) {
	got := tabled(t, 100, queries.Explanation{Answer: ministryClaimed()})
	for _, want := range []string{
		"class       promise\n", "stance      doubting\n", "said with   Anna Vell\n", "on behalf of Ministry of Works\n", "confidence  0.04: hardly any like this are right\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for confidence, want := range map[float64]string{0.96: "nearly all like this are right", 0.72: "7 of 10 like this are right"} {
		if got := odds(confidence); got != want {
			t.Errorf("%v is %q, want %q", confidence, got, want)
		}
	}
}

func TestSpeakerTables(t *testing.T) {
	row := queries.SpeakerRow{Kind: "speaker", ID: "person/anna-vell", Name: "Anna Vell", Type: "person", Country: "AUT",
		Statements: 12, Direct: 5, Indirect: 4, Mixed: 2, None: 1, Documents: 3, First: "2017-12-01", Last: "2017-12-14"}
	for _, tt := range []struct {
		row  any
		want string
	}{
		{row, `
NAME       TYPE    COUNTRY  SAID  DIRECT  DOCUMENTS  LAST        ID
Anna Vell  person  AUT        12       5          3  2017-12-14  person/anna-vell
`},
		{Breakdown{row}, `
SPEAKER          SAID  DIRECT  INDIRECT  MIXED  REFUSED  DOCUMENTS  FIRST       LAST
Anna Vell [AUT]    12       5         4      2        1          3  2017-12-01  2017-12-14
`},
		{Breakdown{queries.SpeakerRow{Kind: "speaker", Statements: 1}}, `
SPEAKER       SAID  DIRECT  INDIRECT  MIXED  REFUSED  DOCUMENTS  FIRST  LAST
nobody named     1       0         0      0        0          0
`},
	} {
		if d := cmp.Diff(tt.want, "\n"+tabled(t, 100, tt.row)); d != "" {
			t.Errorf("-want +got:\n%s", d)
		}
	}
}
