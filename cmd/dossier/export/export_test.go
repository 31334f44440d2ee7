package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"dossier/queries"

	"github.com/google/go-cmp/cmp"
)

func rows(name string) []any {
	anna := queries.Entity{ID: "person/anna", Name: name, Type: "person", Country: "AUT"}
	russia := queries.Entity{ID: "country/RUS", Name: "Russia", Type: "country", Country: "RUS"}
	china := queries.Entity{ID: "country/CHN", Name: "China", Type: "country", Country: "CHN"}
	league := queries.Entity{ID: "organization/league", Name: "Harbour League", Type: "organization"}
	paper := queries.Document{ID: "document/1", Title: "Ships meet", Publisher: "The Gazette", Date: "2017-12-14", URL: "https://news.example/1"}
	event := queries.EventRow{Kind: "event", ID: "event/1", Type: "cooperate", Subject: []queries.Entity{russia}, Object: []queries.Entity{china}, Intensity: 7, Modality: "asserted",
		Date: &queries.Period{Start: "2017-12-01", End: "2017-12-31", Precision: "month"}, Sentence: "They met at sea.", Document: paper}
	again := event
	again.ID, again.Intensity = "event/2", 8
	denied := event
	denied.ID, denied.Modality, denied.Type = "event/3", "negated", "assault"
	return []any{
		queries.DocumentRow{Kind: "document", ID: paper.ID, Title: paper.Title, Date: paper.Date, Publisher: paper.Publisher, URL: paper.URL},
		queries.EntityRow{Kind: "entity", ID: russia.ID, Name: russia.Name, Type: russia.Type, Country: "RUS", Wikidata: "Q159", Aliases: []string{"Russian Federation"}, Mentions: 4, Documents: 1},
		queries.EntityRow{Kind: "entity", ID: china.ID, Name: china.Name, Type: china.Type, Country: "CHN"},
		queries.EntityRow{Kind: "entity", ID: league.ID, Name: league.Name, Type: league.Type},
		queries.EntityRow{Kind: "entity", ID: anna.ID, Name: name, Type: "person", Country: "AUT"},
		event, again, denied,
		queries.FactRow{Kind: "fact", ID: "fact/1", Type: "position_held", Subject: &anna, Value: "envoy", Modality: "asserted", Sentence: "The envoy left.", Document: paper},
		queries.FactRow{Kind: "fact", ID: "fact/2", Type: "member_of", Subject: &anna, Object: &league, Modality: "asserted", Sentence: "She is a member.", Document: paper},
		queries.StatementRow{Kind: "statement", ID: "statement/1", Speaker: &queries.Speaker{Entity: anna}, About: []queries.Entity{russia, anna}, Text: "“Russia waits”", Date: "2017-12-14", Document: paper},
	}
}

func export(t *testing.T, format, name string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(format, &b)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows(name) {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func hostile() []string {
	return []string{`Anna "the Axe" Vell`, "<b>Vell</b> & Co.", "Anna\nVell", "\u202eanna\u202c", `back\slash`, "']]>", "Zoë"}
}

// values are all attributes and all texts of an XML document.
func values(t *testing.T, doc string) []string {
	t.Helper()
	var all []string
	d := xml.NewDecoder(strings.NewReader(doc))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("the XML can't be read: %v\n%s", err, doc)
		}
		switch x := token.(type) {
		case xml.StartElement:
			for _, a := range x.Attr {
				all = append(all, a.Value)
			}
		case xml.CharData:
			all = append(all, string(x))
		}
	}
}

func TestHostileNames(t *testing.T) {
	for _, name := range hostile() {
		for _, format := range []string{"graphml", "gexf"} {
			if !slices.Contains(values(t, export(t, format, name)), name) {
				t.Errorf("%s doesn't read back as %q", format, name)
			}
		}
		if dot := export(t, "dot", name); strings.Count(dot, "\n") != strings.Count(export(t, "dot", "Anna"), "\n") || !strings.Contains(dot, "label="+quoted(name)) {
			t.Errorf("dot of %q has lines that no name should make:\n%s", name, dot)
		}
		found := false
		for line := range strings.Lines(export(t, "ftm", name)) {
			var e ftmEntity
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Fatalf("ftm of %q: %v", name, err)
			}
			found = found || slices.Contains(e.Properties["name"], name)
		}
		if !found {
			t.Errorf("ftm doesn't read back as %q", name)
		}
	}
}

func TestGraph(t *testing.T) {
	want := `digraph dossier {
  "country/CHN" [label="China", shape=box];
  "country/RUS" [label="Russia", shape=box];
  "organization/league" [label="Harbour League", shape=hexagon];
  "person/anna" [label="Anna", shape=ellipse];
  "country/RUS" -> "country/CHN" [label="cooperate", weight=2, color=forestgreen];
  "person/anna" -> "country/RUS" [label="said_about", weight=1, color=gray40];
  "person/anna" -> "organization/league" [label="member_of", weight=1, color=gray40];
}
`
	if diff := cmp.Diff(want, export(t, "dot", "Anna")); diff != "" {
		t.Errorf("what is denied, and what one says about oneself, is no edge (-want +got):\n%s", diff)
	}
}

func TestFollowTheMoney(t *testing.T) {
	bySchema := map[string][]properties{}
	ids := map[string]bool{}
	for line := range strings.Lines(export(t, "ftm", "Anna")) {
		var e ftmEntity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		if ids[e.ID] {
			t.Errorf("the id %s comes twice", e.ID)
		}
		ids[e.ID] = true
		bySchema[e.Schema] = append(bySchema[e.Schema], e.Properties)
	}
	count := map[string]int{}
	for schema, es := range bySchema {
		count[schema] = len(es)
	}
	want := map[string]int{"Article": 1, "PublicBody": 2, "Organization": 1, "Person": 1, "UnknownLink": 3, "Membership": 1}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Fatalf("entities (-want +got):\n%s", diff)
	}
	wantPerson := properties{"name": {"Anna"}, "country": {"at"}, "position": {"envoy"}}
	if diff := cmp.Diff(wantPerson, bySchema["Person"][0]); diff != "" {
		t.Errorf("a title without an employer is the person's (-want +got):\n%s", diff)
	}
	for _, p := range bySchema["UnknownLink"] {
		for _, end := range []string{"subject", "object", "proof"} {
			if len(p[end]) == 0 || !ids[p[end][0]] {
				t.Errorf("the %s of %v is nobody", end, p)
			}
		}
	}
}
