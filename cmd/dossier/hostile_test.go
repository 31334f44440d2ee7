package main

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/piprate/json-gold/ld"
)

// hostileTitles are titles that formats and terminals trip over.
func hostileTitles() []string {
	return []string{
		`The "Axe" of Ostmark, again`, "<script>alert(1)</script> & Co.", "Two\nlines", "\u202emirrored\u202c", `back\slash`,
		"red \x1b[31mtitle\x1b[0m", "=HYPERLINK(\"http://x\")", "日本の港", "It's ok; rm -rf | x",
	}
}

// hostileStore is a store of one article for each hostile title, in which
// somebody with a hostile title speaks.
func hostileStore(t *testing.T) string {
	t.Helper()
	var lines strings.Builder
	encoder := json.NewEncoder(&lines)
	for _, title := range hostileTitles() {
		err := encoder.Encode(map[string]string{
			"id": title, "title": title, "publisher": title, "date": "2020-01-02",
			"text": "“The harbour will open in March,” said Anna Vell, the mayor of Ostmark. \x1b[31m\u202eShe smiled.",
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	store := t.TempDir() + "/store"
	if got := dossier(t, lines.String(), "ingest", "--input-format", "jsonl", "--store", store, "-"); got.status != exitOK {
		t.Fatal(got)
	}
	return store
}

// TestHostileTitles: they come back exactly through readers that we didn't
// write, and can't steer a terminal.
func TestHostileTitles(t *testing.T) {
	store := hostileStore(t)
	ask := func(args ...string) string {
		t.Helper()
		got := dossier(t, "", append(args, "--store", store)...)
		if got.status != exitOK {
			t.Fatalf("%v: %+v", args, got)
		}
		return got.stdout
	}
	wanted := func(format string, titles []string) {
		t.Helper()
		for _, title := range hostileTitles() {
			if !slices.Contains(titles, title) {
				t.Errorf("%s: %q doesn't come back", format, title)
			}
		}
	}

	records, err := csv.NewReader(strings.NewReader(ask("documents", "--format", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(records[0], "title")
	var titles []string
	for _, r := range records[1:] {
		titles = append(titles, strings.TrimPrefix(r[column], "'")) // what keeps it from being a formula
	}
	wanted("csv", titles)

	titles = nil
	for line := range strings.Lines(ask("documents", "--format", "jsonl")) {
		var row struct{ Title string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		titles = append(titles, row.Title)
	}
	wanted("jsonl", titles)

	dataset, err := ld.ParseNQuads(strings.ReplaceAll(ask("export"), `\u001B`, "\x1b")) // that reader knows no \u
	if err != nil {
		t.Fatal(err)
	}
	titles = nil
	for _, quads := range dataset.Graphs {
		for _, q := range quads {
			titles = append(titles, q.Object.GetValue())
		}
	}
	wanted("nquads", titles)

	for _, args := range [][]string{{"documents"}, {"said"}, {"show", "Anna Vell"}, {"search", "harbour"}, {"brief"}, {"timeline", "Anna Vell"}} {
		out := ask(args...)
		for _, r := range strings.ReplaceAll(out, "\n", "") {
			if unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Errorf("%v shows the raw character %U", args, r)
				break
			}
		}
	}

	for _, format := range []string{"graphml", "gexf"} {
		for d := xml.NewDecoder(strings.NewReader(ask("export", "--format", format))); ; {
			if _, err := d.Token(); err != nil {
				if !errors.Is(err, io.EOF) {
					t.Errorf("%s: %v", format, err)
				}
				break
			}
		}
	}
}

// TestEveryRowIsExplained: the id of every row that carries evidence is one that
// explain takes, and explaining it shows what it rests on.
func TestEveryRowIsExplained(t *testing.T) {
	store := t.TempDir() + "/store"
	if got := dossier(t, "", "ingest", "--store", store, "../../testdata/articles"); got.status != exitOK {
		t.Fatal(got)
	}
	export := dossier(t, "", "export", "--format", "jsonl", "--store", store).stdout
	kinds := map[string]int{}
	for line := range strings.Lines(export) {
		var row struct{ Kind, ID, Rule string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		kinds[row.Kind]++
		if row.Rule == "" || kinds[row.Kind] > 10 {
			continue
		}
		got := dossier(t, "", "explain", row.ID, "--store", store)
		if got.status != exitOK || !strings.Contains(got.stdout, row.Rule) || !strings.Contains(got.stdout, "confidence") {
			t.Errorf("explain %s: %+v", row.ID, got)
		}
	}
	for _, kind := range []string{"document", "entity", "statement", "event", "fact"} {
		if kinds[kind] == 0 {
			t.Errorf("the articles give no %s", kind)
		}
	}
}
