package graph_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
	"dossier/graph"
	"dossier/graph/sample"
)

var update = flag.Bool("update", false, "write the golden files anew")

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

func samples() []*document.Document { return append(sample.News(), sample.Spoken(), sample.Told()) }

// TestQuads shows all quads of some documents, for a reader to judge.
func TestQuads(t *testing.T) {
	var b strings.Builder
	for _, d := range samples() {
		for _, q := range graph.Quads(d) {
			fmt.Fprintf(&b, "%s %s %v\n", q.Subject, q.Predicate, q.Object)
		}
		b.WriteByte('\n')
	}
	golden(t, "testdata/quads.golden", b.String())
}

// hostile are documents that no stage makes, but that must not do harm.
func hostile() map[string]*document.Document {
	beyond := &document.Document{Article: document.Article{Text: "Short."}}
	beyond.Entities = []document.Entity{{Type: document.Person, Name: "A\nB \"C\""}, {Name: "…"}}
	beyond.Mentions = []document.Mention{{Span: document.Span{Start: -4, End: 900}, Entity: 0}, {Entity: -1}, {Entity: 7}}
	beyond.Sentences = []document.Sentence{{Span: document.Span{Start: 3, End: 70}}}
	beyond.Statements = []document.Statement{{
		Content: []document.Span{{Start: 50, End: 2}}, Speaker: &document.Source{Entity: 9}, Joint: []document.Source{{Entity: -3}, {Entity: 0}}, OnBehalfOf: &document.Source{Entity: 12}, About: []int{-1, 0, 0, 5}, Confidence: math.NaN(),
	}}
	beyond.Relations = []document.Relation{
		{Layer: document.LayerEvent, Type: "consult", Subject: []document.Argument{{Entity: 0}, {Entity: 3}}, ClaimedBy: 4, Location: 8},
		{Layer: document.LayerFact, Type: "spouse", Subject: []document.Argument{{Entity: 0}}, Object: []document.Argument{{Entity: 0}}, ClaimedBy: 0, Location: -1, Confidence: math.Inf(1)},
		{Layer: document.LayerFact},
	}
	return map[string]*document.Document{
		"nothing at all":         {},
		"indices out of bounds":  beyond,
		"a date that is no date": {Article: document.Article{Text: "x", Date: "2021-02-30"}},
	}
}

// TestQuadsHold is what must be so of the quads of any document.
func TestQuadsHold(t *testing.T) {
	docs := hostile()
	for _, d := range samples() {
		docs[d.ID] = d
	}
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			quads := graph.Quads(d)
			if again := graph.Quads(d); !slices.Equal(quads, again) {
				t.Error("the same document makes other quads the second time")
			}
			if !slices.IsSortedFunc(quads, graph.Quad.Compare) || len(slices.Compact(slices.Clone(quads))) != len(quads) {
				t.Error("quads are not in order, each once")
			}
			label := graph.DocumentID(&d.Article)
			for _, q := range quads {
				if q.Label != label {
					t.Errorf("%v has a label that isn't %s", q, label)
				}
				if strings.ContainsAny(string(q.Subject)+string(q.Object.ID), " \t\n\"'<>\\`$") {
					t.Errorf("%v has an ID that a shell or N-Quads has to escape", q)
				}
			}
			for _, wrong := range graph.CheckVocabulary(label, quads) {
				t.Error(wrong)
			}
		})
	}
}

// TestHubsAreObjects keeps the price of a document from growing with the store:
// what an entity has of its own must be the same whichever document says it.
func TestHubsAreObjects(t *testing.T) {
	own := []graph.Predicate{graph.Name, graph.Key, graph.Short}
	for _, d := range samples() {
		for _, q := range graph.Quads(d) {
			if _, ok := graph.EntityType(q.Subject); ok &&
				!slices.Contains(own, q.Predicate) && !slices.Contains(graph.Shortcuts(), q.Predicate) {
				t.Errorf("%v begins at an entity", q)
			}
		}
	}
}

// TestCountriesBehind shows which pairs an event is found by when its actors act
// for countries.
func TestCountriesBehind(t *testing.T) {
	const marked = "[Mara Lind|person RUR], [Otto Falk|person SYL], [Ida Brandt|person RUR], [Harbour League|organization], [Syldavia|country SYL]: talks."
	for _, tt := range []struct {
		why, subjects, objects string
		reciprocal             bool
		want                   string
	}{
		{"ministers act for their countries", "Mara Lind", "Otto Falk", false,
			"country/RUR>country/SYL country/RUR>person/otto-falk person/mara-lind>country/SYL person/mara-lind>person/otto-falk"},
		{"a country acts for itself", "Mara Lind", "Syldavia", false,
			"country/RUR>country/SYL person/mara-lind>country/SYL"},
		{"nobody is paired with his own country", "Mara Lind", "Ida Brandt", false,
			"person/mara-lind>person/ida-brandt"},
		{"who acts for none is met by a country", "Mara Lind", "Harbour League", false,
			"country/RUR>organization/harbour-league person/mara-lind>organization/harbour-league"},
		{"those who act together, each way", "Mara Lind+Syldavia", "", true,
			"country/RUR>country/SYL country/SYL>country/RUR country/SYL>person/mara-lind person/mara-lind>country/SYL"},
	} {
		d := sample.New(document.Article{ID: "a"}, marked)
		d.Event(tt.subjects, "consult", tt.objects, "talks").Reciprocal = tt.reciprocal
		var got []string
		for _, q := range graph.Quads(&d.Document) {
			if q.Predicate == graph.Pair {
				ids := strings.SplitN(strings.TrimPrefix(string(q.Object.ID), "pair/"), "/", 4)
				got = append(got, ids[0]+"/"+ids[1]+">"+ids[2]+"/"+ids[3])
			}
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s: pairs\n%s, want\n%s", tt.why, g, tt.want)
		}
	}
}
