package queries_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/sample"
	"dossier/queries"
)

// TestSaidInAllWays asks by what tells statements apart beside who makes them.
func TestSaidInAllWays(t *testing.T) {
	st := store(t, sample.Spoken())
	const (
		pay    = "Mara Lind: Borduria would pay"
		agreed = "A spokesperson: that Syldavia had"
		who    = "Residents: who would own"
		nobody = "Otto Falk: that nobody knew"
		out    = "Otto Falk: to find out"
		delays = "Mara Lind: delays"
		no     = "Otto Falk: to comment on"
	)
	for _, tt := range []struct {
		name string
		ask  queries.SaidRequest
		want []string
	}{
		{"of any class", queries.SaidRequest{}, []string{pay, agreed, who, nobody, out, delays, no}},
		{"what is said, refusals too", queries.SaidRequest{Classes: []string{"say"}}, []string{pay, agreed, nobody, no}},
		{"what is asked or promised", queries.SaidRequest{Classes: []string{"ask", "promise"}}, []string{who, out}},
		{"refusals", queries.SaidRequest{Types: []string{"none"}}, []string{no}},
		{"by the second of two", queries.SaidRequest{Who: "Ana Lind"}, []string{pay}},
		{"by the second of two about another", queries.SaidRequest{Who: "Ana Lind", About: "BOR"}, []string{pay}},
		{"by a spokesperson", queries.SaidRequest{Who: "Ministry of Works"}, []string{agreed}},
		{"by a spokesperson about another", queries.SaidRequest{Who: "Ministry of Works", About: "SYL"}, []string{agreed}},
		{"by a spokesperson about whom it isn't", queries.SaidRequest{Who: "Ministry of Works", About: "BOR"}, nil},
		{"by itself alone", queries.SaidRequest{Who: "Ministry of Works", Own: true}, nil},
		{"as sure as this", queries.SaidRequest{Confidence: 0.9, Limit: 1}, []string{pay}},
		{"surer than any", queries.SaidRequest{Confidence: 0.91}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range all(t, queries.Said(t.Context(), st, tt.ask)) {
				r.Document.Publisher = ""
				got = append(got, brief(r)[:len(brief(r))-len(" @")])
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// TestTold asks for what another tells: it is found by who said it, and once by
// anything else, with who tells it.
func TestTold(t *testing.T) {
	st := store(t, sample.Told())
	const (
		recalled = "Ana Lind: that Otto Falk had"
		vowed    = "Otto Falk: that Borduria would never"
	)
	for _, tt := range []struct {
		name string
		ask  queries.SaidRequest
		want []string
	}{
		{"by who said it", queries.SaidRequest{Who: "Otto Falk"}, []string{vowed}},
		{"about another", queries.SaidRequest{Who: "Otto Falk", About: "BOR"}, []string{vowed}},
		{"by who tells it", queries.SaidRequest{Who: "Ana Lind"}, []string{recalled}},
		{"by anybody", queries.SaidRequest{}, []string{recalled}},
		{"about somebody", queries.SaidRequest{About: "BOR"}, []string{recalled}},
		{"by a word", queries.SaidRequest{Text: "own"}, []string{recalled}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range all(t, queries.Said(t.Context(), st, tt.ask)) {
				got = append(got, r.Speaker.Name+": "+strings.Join(strings.Fields(r.Text)[:4], " "))
				if teller := "Ana Lind"; (r.Speaker.Name != teller) != (r.ToldBy != nil && r.ToldBy.Name == teller) {
					t.Errorf("%s: told by %v", r.Text, r.ToldBy)
				}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
	if s := all(t, queries.Speakers(t.Context(), st, queries.SpeakersRequest{})); len(s) != 1 || s[0].Name != "Ana Lind" {
		t.Errorf("speakers: %v, want her alone who tells it", s)
	}
}

// TestSaidRow shows a row with all that a statement can have.
func TestSaidRow(t *testing.T) {
	golden(t, "testdata/spoken.golden", lines(t, all(t, queries.Said(t.Context(), store(t, sample.Spoken()), queries.SaidRequest{}))...))
}

// TestContext: the sentences around, as many as there are.
func TestContext(t *testing.T) {
	st := news(t)
	for _, tt := range []struct {
		n             int
		before, after string
	}{
		{0, "", ""},
		{1, "“Syldavia will open the river to our ships,” Lind said.", "Ruritania and Syldavia held naval drills in February."},
		{9, "Defence minister Mara Lind of Ruritania met Syldavian envoy Otto Falk in Port Elm on Thursday. “Syldavia will open the river to our ships,” Lind said.",
			"Ruritania and Syldavia held naval drills in February."},
	} {
		r := all(t, queries.Said(t.Context(), st, queries.SaidRequest{Who: "Otto Falk", Context: tt.n}))[0]
		if r.Before != tt.before || r.After != tt.after {
			t.Errorf("%d sentences around: %q and %q", tt.n, r.Before, r.After)
		}
	}
}

// counted is a speaker in short.
type counted struct {
	Who                            string
	Said, Direct, Indirect, Refuse int
	In                             int
	First, Last                    string
}

func countedOf(rows []queries.SpeakerRow) (out []counted) {
	for _, r := range rows {
		out = append(out, counted{r.Name, r.Statements, r.Direct, r.Indirect, r.None, r.Documents, r.First, r.Last})
	}
	return out
}

func TestSpeakers(t *testing.T) {
	st := store(t, append(sample.News(), sample.Spoken())...)
	const august = "2021-08-09"
	mara := counted{"Mara Lind", 2, 1, 1, 0, 3, "2021-03-05", august} // a copy is in one document more, and counts once
	for _, tt := range []struct {
		name string
		ask  queries.SpeakersRequest
		want []counted
	}{
		{"who says something, the most first, officials whom nobody names left out", queries.SpeakersRequest{Classes: []string{"say"}}, []counted{
			{"Otto Falk", 3, 0, 2, 1, 2, "2021-03-05", august},
			{"Ana Lind", 2, 0, 2, 0, 2, "2020-11-02", august},
			mara,
			{"Ministry of Works", 1, 0, 1, 0, 1, august, august},
			{"Jan Falk", 1, 1, 0, 0, 1, "2021-06-20", "2021-06-20"},
		}},
		{"of a type", queries.SpeakersRequest{Types: []string{"organization"}}, []counted{{"Ministry of Works", 1, 0, 1, 0, 1, august, august}}},
		{"of a country, whatever the class", queries.SpeakersRequest{Country: "RUR", Words: "mar"}, []counted{{"Mara Lind", 3, 1, 2, 0, 3, "2021-03-05", august}}},
		{"about one", queries.SpeakersRequest{About: "SYL"}, []counted{
			{"Ministry of Works", 1, 0, 1, 0, 1, august, august},
			{"Mara Lind", 1, 1, 0, 0, 2, "2021-03-05", "2021-03-06"},
		}},
		{"in one paper", queries.SpeakersRequest{Publisher: "coast"}, []counted{
			{"Jan Falk", 1, 1, 0, 0, 1, "2021-06-20", "2021-06-20"},
			{"Mara Lind", 1, 1, 0, 0, 1, "2021-03-06", "2021-03-06"},
		}},
		{"until", queries.SpeakersRequest{Until: "2020"}, nil},
		{"the first", queries.SpeakersRequest{Words: "lind", Classes: []string{"think"}, Limit: 1}, []counted{{"Mara Lind", 1, 0, 1, 0, 1, august, august}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, countedOf(all(t, queries.Speakers(t.Context(), st, tt.ask)))); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// TestSaidBySpeaker: whoever says it, also those whom nobody names.
func TestSaidBySpeaker(t *testing.T) {
	st := store(t, append(sample.News(), sample.Spoken())...)
	want := []counted{
		{"Ministry of Works", 1, 0, 1, 0, 1, "2021-08-09", "2021-08-09"},
		{"Mara Lind", 1, 1, 0, 0, 2, "2021-03-05", "2021-03-06"},
		{"Ruritanian officials", 1, 0, 1, 0, 1, "2021-06-20", "2021-06-20"},
	}
	got := countedOf(all(t, queries.SaidBySpeaker(t.Context(), st, queries.SaidRequest{About: "SYL", Limit: 3})))
	if d := cmp.Diff(want, got, cmp.Transformer("sorted", func(c []counted) map[string]counted {
		m := make(map[string]counted)
		for _, x := range c {
			m[x.Who] = x
		}
		return m
	})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestCountedAlike: what is counted off the index is what reading every
// statement counts.
func TestCountedAlike(t *testing.T) {
	st := store(t, append(sample.News(), sample.Spoken())...)
	for _, r := range []queries.SaidRequest{
		{}, {About: "SYL"}, {Classes: []string{"say"}}, {Types: []string{"direct", "none"}}, {Publisher: "elm"}, {Since: "2021-03-06", Until: "2021-06-20"},
	} {
		counted := all(t, queries.SaidBySpeaker(t.Context(), st, r))
		r.Confidence = 0.01 // isn't in the index
		if d := cmp.Diff(all(t, queries.SaidBySpeaker(t.Context(), st, r)), counted); d != "" || len(counted) == 0 {
			t.Errorf("%+v: -read +counted:\n%s", r, d)
		}
	}
}
