package queries_test

import (
	"testing"

	"dossier/extract/document"
	"dossier/graph/sample"
	"dossier/queries"
)

// happened is a document with one event between Ruritania and Syldavia.
func happened(id, day, subjects, kind, objects string, reciprocal bool) *document.Document {
	d := sample.New(document.Article{ID: id, Date: "2021-07-01"}, "[Ruritania|country RUR] and [Syldavia|country SYL] were in the news.")
	r := d.Event(subjects, kind, objects, "news")
	r.Reciprocal = reciprocal
	if day != "" {
		sample.On(r, day)
	}
	return &d.Document
}

// TestPairCountsOnce shows which events are one.
func TestPairCountsOnce(t *testing.T) {
	one := func(id, day string) *document.Document {
		return happened(id, day, "Ruritania", "aid", "Syldavia", false)
	}
	for _, tt := range []struct {
		name      string
		docs      []*document.Document
		events    int
		documents int
	}{
		{"two documents on one day", []*document.Document{one("a", "2021-05-01"), one("b", "2021-05-01")}, 1, 2},
		{"on the next day", []*document.Document{one("a", "2021-05-01"), one("b", "2021-05-02")}, 1, 2},
		{"over the end of a month", []*document.Document{one("a", "2021-04-30"), one("b", "2021-05-01")}, 1, 2},
		{"two days later", []*document.Document{one("a", "2021-05-01"), one("b", "2021-05-03")}, 2, 2},
		{"day after day is no single event", []*document.Document{one("a", "2021-05-01"), one("b", "2021-05-02"), one("c", "2021-05-03")}, 2, 3},
		{"another type", []*document.Document{one("a", "2021-05-01"), happened("b", "2021-05-01", "Ruritania", "sanction", "Syldavia", false)}, 2, 2},
		{"another mode", []*document.Document{happened("a", "2021-05-01", "Ruritania", "consult", "Syldavia", false), happened("b", "2021-05-01", "Ruritania", "consult.phone", "Syldavia", false)}, 2, 2},
		{"the other way", []*document.Document{one("a", "2021-05-01"), happened("b", "2021-05-01", "Syldavia", "aid", "Ruritania", false)}, 2, 2},
		{"both ways is one", []*document.Document{happened("a", "2021-05-01", "Ruritania", "cooperate", "Syldavia", true)}, 1, 1},
		{"both ways, told from either side", []*document.Document{
			happened("a", "2021-05-01", "Ruritania", "cooperate", "Syldavia", true), happened("b", "2021-05-01", "Syldavia", "cooperate", "Ruritania", true)}, 1, 2},
		{"both together", []*document.Document{happened("a", "2021-05-01", "Ruritania+Syldavia", "cooperate", "", true)}, 1, 1},
		{"without a day of its own that of publication", []*document.Document{one("a", ""), one("b", "2021-07-01")}, 1, 2},
		{"nothing", []*document.Document{happened("a", "", "Ruritania", "aid", "", false)}, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			row, err := queries.Pair(t.Context(), store(t, tt.docs...), queries.BetweenRequest{A: "RUR", B: "SYL"})
			if err != nil {
				t.Fatal(err)
			}
			if row.Events != tt.events || row.Documents != tt.documents {
				t.Errorf("%d events in %d documents, want %d in %d", row.Events, row.Documents, tt.events, tt.documents)
			}
			if row.A.Name != "Ruritania" || row.B.Name != "Syldavia" {
				t.Errorf("names of the pair: %+v, %+v", row.A, row.B)
			}
		})
	}
}

// TestPairUndated: without any date each document tells of an event of its own.
func TestPairUndated(t *testing.T) {
	a := happened("a", "", "Ruritania", "aid", "Syldavia", false)
	b := happened("b", "", "Ruritania", "aid", "Syldavia", false)
	a.Date, b.Date = "", ""
	row, err := queries.Pair(t.Context(), store(t, a, b), queries.BetweenRequest{A: "RUR", B: "SYL"})
	if err != nil || row.Events != 2 || row.From != "" || row.To != "" {
		t.Errorf("%+v, %v", row, err)
	}
}

// TestPairAsserted: what is only feared doesn't count, whoever claims the rest.
func TestPairAsserted(t *testing.T) {
	for _, m := range []document.Modality{document.Future, document.Hypothetical, document.Negated} {
		d := happened("a", "2021-05-01", "Ruritania", "assault", "Syldavia", false)
		d.Relations[0].Modality = m
		row, err := queries.Pair(t.Context(), store(t, d), queries.BetweenRequest{A: "RUR", B: "SYL"})
		if err != nil || row.Events != 0 {
			t.Errorf("%s: %+v, %v", m, row, err)
		}
	}
}
