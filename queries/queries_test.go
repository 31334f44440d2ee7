package queries_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
	"dossier/graph"
	"dossier/graph/sample"
	"dossier/queries"
)

var update = flag.Bool("update", false, "write the golden files anew")

// store is a store in memory with documents.
func store(t *testing.T, docs ...*document.Document) *graph.Store {
	t.Helper()
	st, err := graph.Open(t.Context(), graph.Memory, graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := st.Apply(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	return st
}

// news is a store with the samples.
func news(t *testing.T) *graph.Store { return store(t, sample.News()...) }

// all is the whole of an answer that must not fail.
func all[T any](t *testing.T, rows iter.Seq2[T, error]) (out []T) {
	t.Helper()
	for r, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// lines is rows as JSON, one a line.
func lines[T any](t *testing.T, rows ...T) string {
	t.Helper()
	var b bytes.Buffer
	j := json.NewEncoder(&b)
	j.SetEscapeHTML(false)
	for _, r := range rows {
		if err := j.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s, -want +got:\n%s", file, d)
	}
}

// answers is one answer to each question, as JSON.
func answers(t *testing.T, st *graph.Store) map[string]string {
	t.Helper()
	ctx := t.Context()
	must := func(row any, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return lines(t, row)
	}
	between := queries.BetweenRequest{A: "RUR", B: "Syldavia"}
	return map[string]string{
		"said":      lines(t, all(t, queries.Said(ctx, st, queries.SaidRequest{}))...),
		"speakers":  lines(t, all(t, queries.Speakers(ctx, st, queries.SpeakersRequest{}))...),
		"between":   lines(t, all(t, queries.Between(ctx, st, between))...),
		"pair":      must(queries.Pair(ctx, st, between)),
		"show":      must(queries.Show(ctx, st, queries.ShowRequest{Who: "Mara Lind"})),
		"entities":  lines(t, all(t, queries.Entities(ctx, st, queries.EntitiesRequest{}))...),
		"timeline":  lines(t, all(t, queries.Timeline(ctx, st, queries.TimelineRequest{Who: []string{"Ruritania"}}))...),
		"path":      lines(t, all(t, queries.Path(ctx, st, queries.PathRequest{A: "Ana Lind", B: "Jan Falk"}))...),
		"search":    lines(t, all(t, queries.Search(ctx, st, queries.SearchRequest{Words: "RÚRITANIA and"}))...),
		"documents": lines(t, all(t, queries.Documents(ctx, st, queries.DocumentsRequest{}))...),
	}
}

// TestAnswers shows the answers to all questions, for a reader to judge.
func TestAnswers(t *testing.T) {
	for question, got := range answers(t, news(t)) {
		t.Run(question, func(t *testing.T) { golden(t, "testdata/"+question+".golden", got) })
	}
}

// TestAnswersAlike asks stores that came to hold the same on other ways.
func TestAnswersAlike(t *testing.T) {
	want := answers(t, news(t))
	docs := sample.News()
	slices.Reverse(docs)
	backwards := store(t, docs...)
	forgotten := store(t, docs[0], docs[1])
	if n, err := forgotten.Retract(t.Context(), []graph.ID{graph.DocumentID(&docs[0].Article)}); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if _, err := forgotten.Apply(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	for name, st := range map[string]*graph.Store{"another order": backwards, "forgotten and read again": forgotten} {
		if d := cmp.Diff(want, answers(t, st)); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
	}
}

func TestResolve(t *testing.T) {
	st := news(t)
	for _, tt := range []struct{ who, want, why string }{
		{"Mara Lind", "person/mara-lind", "a name"},
		{"mara  LIND", "person/mara-lind", "case and spaces don't matter"},
		{"person/mara-lind", "person/mara-lind", "an id"},
		{"RUR", "country/RUR", "the code of a country"},
		{"rur", "country/RUR", "in small letters too"},
		{"Ruritania", "country/RUR", "its name"},
		{"oere", "organization/Q999001", "an alias"},
		{"ore company", "organization/Q999001", "without accents"},
		{"Ore Çompany", "organization/Q999001", "or with others"},
		{"Otto", "ask: did you mean Otto Falk?", "a given name alone is not how anybody is called"},
		{"Falk", "ask: person/otto-falk person/jan-falk", "a surname that two bear, the most mentioned first"},
		{"Lind", "ask: person/mara-lind person/ana-lind", "so do these"},
		{"Mara Lindt", "ask: did you mean Mara Lind?", "a letter too many"},
		{"Zzyzx", "ask:", "nothing like it"},
		{"", "ask:", "no name"},
		{"…", "ask:", "nor is this"},
		{"XYZ", "ask:", "a code that no country here has"},
		{"person/nobody", "ask:", "an id of nobody"},
	} {
		got, err := queries.Resolve(t.Context(), st, tt.who, false)
		id := got.ID
		var ambiguous *queries.AmbiguousError
		var unknown *queries.UnknownError
		switch {
		case errors.As(err, &ambiguous):
			id = "ask:"
			for _, c := range ambiguous.Candidates {
				id += " " + c.ID
			}
		case errors.As(err, &unknown):
			if id = "ask:"; len(unknown.Suggestions) > 0 {
				id += " did you mean " + strings.Join(unknown.Suggestions, ", ") + "?"
			}
		case err != nil:
			t.Fatal(err)
		}
		if id != tt.want {
			t.Errorf("Resolve(%q) = %s, want %s: %s", tt.who, id, tt.want, tt.why)
		}
	}
	if got, err := queries.Resolve(t.Context(), st, "Falk", true); err != nil || got.ID != "person/otto-falk" {
		t.Errorf("the first of several: %+v, %v", got, err)
	}
}

// TestResolveSurname: a town of the name doesn't stand in for the person whom
// articles call so for short.
func TestResolveSurname(t *testing.T) {
	docs := []*document.Document{
		&sample.New(document.Article{ID: "full"}, "[Mara Varn|person RUR] spoke. [Varn=Mara Varn] spoke. [Varn=Mara Varn] left.").Document,
		&sample.New(document.Article{ID: "bare"}, "[Varn|person] spoke.").Document,
		&sample.New(document.Article{ID: "town"}, "It rained in [Varn|place SYL].").Document,
	}
	_, err := queries.Resolve(t.Context(), store(t, docs...), "Varn", false)
	var ambiguous *queries.AmbiguousError
	if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 || ambiguous.Candidates[0].ID != "person/mara-varn" || ambiguous.Candidates[1].ID != "place/varn" {
		t.Errorf("%+v, want the person, then the town", err)
	}
}

// brief is a statement in short: who, first words, document.
func brief(r queries.StatementRow) string {
	who := "nobody"
	if r.Speaker != nil {
		who = r.Speaker.Name
	}
	words := strings.Fields(r.Text)
	return who + ": " + strings.Join(words[:min(3, len(words))], " ") + " @" + r.Document.Publisher
}

func TestSaid(t *testing.T) {
	st := news(t)
	const (
		officials = "Ruritanian officials: Syldavia had shelled @Coast Post"
		ship      = "Jan Falk: “No ship of @Coast Post"
		river     = "Mara Lind: “Syldavia will open @Coast Post"
		league    = "Otto Falk: that the Northern @The Elm Gazette"
		dam       = "Ana Lind: The Öre Company, @The Elm Gazette"
	)
	for _, tt := range []struct {
		name string
		ask  queries.SaidRequest
		want []string
	}{
		{"everything, newest first, a copy once", queries.SaidRequest{}, []string{ship, officials, river, league, dam}},
		{"by one", queries.SaidRequest{Who: "Mara Lind"}, []string{river}},
		{"about one", queries.SaidRequest{About: "SYL"}, []string{officials, river}},
		{"by one about another", queries.SaidRequest{Who: "Mara Lind", About: "SYL"}, []string{river}},
		{"by one about another that it says nothing about", queries.SaidRequest{Who: "Mara Lind", About: "RUR"}, nil},
		{"to one", queries.SaidRequest{To: "Mara Lind"}, []string{league}},
		{"by one to another", queries.SaidRequest{Who: "Jan Falk", To: "Mara Lind"}, nil},
		{"with words, whatever their case", queries.SaidRequest{Text: "SHIPS open"}, []string{river}},
		{"not with parts of words", queries.SaidRequest{Text: "shi"}, nil},
		{"of a type", queries.SaidRequest{Types: []string{"direct"}}, []string{ship, river}},
		{"since", queries.SaidRequest{Since: "2021-03-06"}, []string{ship, officials, river}},
		{"until", queries.SaidRequest{Until: "2021-03-05"}, []string{"Mara Lind: “Syldavia will open @The Elm Gazette", league, dam}},
		{"by publisher", queries.SaidRequest{Publisher: "elm"}, []string{"Mara Lind: “Syldavia will open @The Elm Gazette", league, dam}},
		{"the first two", queries.SaidRequest{Limit: 2}, []string{ship, officials}},
		{"the first of a name", queries.SaidRequest{Who: "Falk", First: true}, []string{league}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range all(t, queries.Said(t.Context(), st, tt.ask)) {
				got = append(got, brief(r))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

func TestBetween(t *testing.T) {
	st := news(t)
	const (
		sanction = "event sanction SYL→RUR asserted"
		shelled  = "event assault SYL→RUR asserted"
		feared   = "event assault RUR→SYL hypothetical"
		met      = "event consult RUR→SYL asserted"
		drills   = "event cooperate RUR+SYL→ asserted"
	)
	for _, tt := range []struct {
		name string
		ask  queries.BetweenRequest
		want []string
	}{
		// The day on which something was shelled or feared isn't told: that of
		// publication stands for it. The meeting stands in two documents in other
		// words.
		{"both ways, newest first", queries.BetweenRequest{}, []string{shelled, feared, sanction, met, met, drills}},
		{"one way", queries.BetweenRequest{Directed: true}, []string{feared, met, met, drills}},
		{"asserted", queries.BetweenRequest{Modalities: []string{"asserted"}}, []string{shelled, sanction, met, met, drills}},
		{"of a type", queries.BetweenRequest{Types: []string{"sanction", "consult"}}, []string{sanction, met, met}},
		{"facts", queries.BetweenRequest{Layers: []string{"fact"}}, nil},
		{"since it happened, not since it was told", queries.BetweenRequest{Since: "2021-03-05", Until: "2021-06-19"}, []string{sanction, met}},
		{"the first", queries.BetweenRequest{Limit: 1}, []string{shelled}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.ask.A, tt.ask.B = "RUR", "SYL"
			var got []string
			for _, r := range all(t, queries.Between(t.Context(), st, tt.ask)) {
				e := r.(queries.EventRow)
				got = append(got, "event "+e.Type+" "+codes(e.Subject)+"→"+codes(e.Object)+" "+e.Modality)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
	rows := all(t, queries.Between(t.Context(), st, queries.BetweenRequest{A: "Mara Lind", B: "SYL", Layers: []string{"statement"}}))
	if len(rows) != 1 || len(rows[0].(queries.StatementRow).AlsoIn) != 1 {
		t.Errorf("a statement with a copy: %+v", rows)
	}
}

func codes(es []queries.Entity) string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = e.Country
	}
	return strings.Join(out, "+")
}
