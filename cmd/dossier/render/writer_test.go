package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"dossier/queries"

	"github.com/google/go-cmp/cmp"
)

// hostile are names that formats trip over.
func hostile() []string {
	return []string{
		`Anna "the Axe" Vell`, "Vell, Anna", "<b>Vell</b> & Co.", "Anna\nVell", "Anna\r\nVell",
		"\u202eanna\u202c", `back\slash`, "tab\there", "|pipe|", "null\x00", "''", " space ",
	}
}

func statement(name string) queries.StatementRow {
	return queries.StatementRow{
		Schema: queries.Schema, Kind: "statement", ID: "statement/1", Type: "direct",
		Speaker: &queries.Speaker{Entity: queries.Entity{ID: "person/1", Name: name, Type: "person"}},
		About:   []queries.Entity{{ID: "country/RUS", Name: "Russia", Type: "country", Country: "RUS"}, {ID: "country/CHN", Name: "China", Type: "country", Country: "CHN"}},
		Text:    name, Sentence: name + " stays.", Span: []queries.Span{{0, 4}, {7, 9}}, AlsoIn: []string{}, Confidence: 0.5,
		Document: queries.Document{ID: "document/1", Title: name},
	}
}

func write(t *testing.T, f Format, rows ...any) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(f, Screen{W: &b, Width: 80}, queries.StatementRow{}, queries.EventRow{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestReadersReadBack has readers that we didn't write read hostile names.
func TestReadersReadBack(t *testing.T) {
	for _, name := range hostile() {
		row := statement(name)

		records, err := csv.NewReader(strings.NewReader(write(t, CSV, row))).ReadAll()
		if err != nil || len(records) != 2 {
			t.Fatalf("csv of %q: %d records, %v", name, len(records), err)
		}
		fields := map[string]string{}
		for i, c := range records[0] {
			fields[c] = records[1][i]
		}
		// A CSV reader makes \n of a line break \r\n, RFC 4180's own.
		if want := strings.ReplaceAll(name, "\r\n", "\n"); fields["speaker.name"] != want || fields["document.title"] != want {
			t.Errorf("csv of %q reads back as %q", name, fields["speaker.name"])
		}
		if fields["about.id"] != "country/RUS|country/CHN" || fields["span"] != "0-4|7-9" || fields["confidence"] != "0.5" || fields["addressee.name"] != "" {
			t.Errorf("csv of %q has the fields %v", name, fields)
		}

		var one queries.StatementRow
		if err := json.Unmarshal([]byte(write(t, JSONL, row)), &one); err != nil || cmp.Diff(one, row) != "" {
			t.Errorf("jsonl of %q: %v %s", name, err, cmp.Diff(one, row))
		}
		var all []queries.StatementRow
		if err := json.Unmarshal([]byte(write(t, JSON, row, row)), &all); err != nil || len(all) != 2 || cmp.Diff(all[1], row) != "" {
			t.Errorf("json of %q: %v", name, err)
		}

		lines := strings.Split(strings.TrimSuffix(write(t, TSV, row), "\n"), "\n")
		if len(lines) != 2 || strings.Count(lines[0], "\t") != strings.Count(lines[1], "\t") {
			t.Errorf("tsv of %q: %q", name, lines)
		}
		if table := write(t, Table, row); strings.ContainsFunc(strings.ReplaceAll(table, "\n", ""), steers) {
			t.Errorf("table of %q can steer a terminal: %q", name, table)
		}
	}
}

func TestNoRows(t *testing.T) {
	for f, want := range map[Format]string{Table: "", JSON: "[]\n", JSONL: ""} {
		if got := write(t, f); got != want {
			t.Errorf("no rows as %s: %q, want %q", f, got, want)
		}
	}
	header := write(t, CSV)
	if full := write(t, CSV, statement("Anna")); !strings.HasPrefix(full, header) || header == "" {
		t.Errorf("the header without rows is %q, and %q with one", header, full)
	}
}

func TestFormula(t *testing.T) {
	for in, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "@cmd": "'@cmd", "+1 said": "'+1 said", "-2+3": "'-2+3", "\tx": "'\tx",
		"-2.5": "-2.5", "+10": "+10", "Anna": "Anna", "": "", "“=1”": "“=1”",
	} {
		if got := Formula(in); got != want {
			t.Errorf("Formula(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTables(t *testing.T) {
	russia := queries.Entity{ID: "country/RUS", Name: "Russia", Type: "country", Country: "RUS"}
	china := queries.Entity{ID: "country/CHN", Name: "China", Type: "country", Country: "CHN"}
	anna := queries.Entity{ID: "person/anna", Name: "Anna Vell", Type: "person", Country: "AUT"}
	paper := queries.Document{ID: "document/1", Title: "Ships meet", Publisher: "The Gazette", Date: "2017-12-14"}
	got := write(t, Table,
		queries.EntityRow{Kind: "entity", ID: "country/RUS", Name: "Russia", Type: "country", Country: "RUS", Mentions: 12, Documents: 3},
		queries.EntityRow{Kind: "entity", ID: "person/anna", Name: "Anna Vell", Type: "person", Country: "AUT", Mentions: 2, Documents: 1},
		queries.StatementRow{Kind: "statement", ID: "statement/1", Speaker: &queries.Speaker{Entity: anna}, Cue: "warned", About: []queries.Entity{russia, china}, Date: "2017-12-14",
			Text: "“They have a common interest”", Sentence: "“They have a common interest,” warned Vell.", Document: paper, AlsoIn: []string{"document/2"}},
		queries.EventRow{Kind: "event", ID: "event/1", Type: "cooperate", Context: []string{"military"}, Subject: []queries.Entity{russia}, Object: []queries.Entity{china},
			Reciprocal: true, Intensity: 7.4, Modality: "future", ClaimedBy: &anna, Date: &queries.Period{Start: "2017-12-01", End: "2017-12-31", Precision: "month"},
			Trigger: "exercises", Sentence: "They will hold exercises at sea.", Document: paper},
		queries.FactRow{Kind: "fact", ID: "fact/1", Type: "position_held", Subject: &anna, Value: "envoy", Modality: "asserted", Sentence: "Anna Vell, the envoy, left.", Document: paper},
		queries.PairRow{Kind: "pair", A: russia, B: china, From: "2017-01-01", To: "2017-12-31", Events: 3, VerbalCooperation: 1, MaterialCooperation: 2, IntensityMean: 4.5, Documents: 2},
	)
	want := strings.TrimPrefix(`
NAME       TYPE     COUNTRY  MENTIONS  DOCUMENTS  ID
Russia     country  RUS            12          3  country/RUS
Anna Vell  person   AUT             2          1  person/anna
2017-12-14  Anna Vell [AUT] (warned) about Russia, China
            “They have a common interest”
            Ships meet, The Gazette, 2017-12-14 also in 1 document · statement/1

2017-12     Russia ↔ China cooperate (military) +7.4, future, according to Anna
            Vell
            They will hold exercises at sea.
            Ships meet, The Gazette, 2017-12-14 · event/1

2017-12-14  Anna Vell position held envoy
            Anna Vell, the envoy, left.
            Ships meet, The Gazette, 2017-12-14 · fact/1

Russia – China: 3 events in 2 documents, mean intensity +4.5, cooperation 3 (1
in words, 2 in deeds), conflict 0 (0 in words, 0 in deeds), 2017-01-01 to
2017-12-31
`, "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tables (-want +got):\n%s", diff)
	}
}

// TestNarrowGrid shows that a grid that is too wide gives up the columns that
// stretch, and wraps them.
func TestNarrowGrid(t *testing.T) {
	var b bytes.Buffer
	g := newGrid(Screen{W: &b, Width: 24}, []Column{{Head: "NAME", Stretch: true}, {Head: "N", Right: true}})
	for _, cells := range [][]Text{{T(Bold, "the association of harbour towns"), number(7)}, {T(Bold, "Rome"), number(12)}} {
		if err := g.row(cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.flush(); err != nil {
		t.Fatal(err)
	}
	want := "NAME                   N\nthe association of     7\nharbour towns\nRome                  12\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("grid (-want +got):\n%s", diff)
	}
}
