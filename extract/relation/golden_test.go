package relation_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/extract/document"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden reads an article of our own and compares all its relations, with
// their dates, places, triggers and claims.
func TestGolden(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d := read(string(text))
	var b strings.Builder
	for i := range d.Relations {
		r := &d.Relations[i]
		fmt.Fprintf(&b, "%s %s [%s]", r.Layer, line(d, r), d.Slice(r.Trigger))
		if r.Date != nil {
			fmt.Fprintf(&b, " on %s/%s %s", r.Date.Start, r.Date.End, r.Date.Precision)
		}
		if r.Location >= 0 {
			fmt.Fprintf(&b, " in %s", d.Entities[r.Location].Name)
		}
		if r.ClaimedBy >= 0 {
			if s := d.Statements[r.ClaimedBy].Speaker; s != nil {
				fmt.Fprintf(&b, " says %s", s.Name)
			}
		}
		fmt.Fprintf(&b, " (%s %.1f)\n", r.Rule, r.Confidence)
	}
	golden := filepath.Join("testdata", "article.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("relations differ from %s (-update writes it):\n%s", golden, b.String())
	}
}

// FuzzRelation shows that no text makes the rules panic, and that what they
// find points where it should.
func FuzzRelation(f *testing.F) {
	if text, err := os.ReadFile(filepath.Join("testdata", "article.txt")); err == nil {
		f.Add(string(text))
	}
	f.Add("Spain, Cuba and (Chad) — Peru, who, that, and said it would not, if Norway to to have been.")
	f.Add("Norway-Japan-Chad talks between and between, by by, to, Spain's 's 's of of Cuba")
	f.Add("Wife Astrid Holmberg 's brother, Peter Lund, son of Lena Brandt and her husband Ivan Petrenko, D-Texas (R-Oslo)")
	f.Add("Oslo-based European Union (EU), the capital of Norway, the Norwegian capital Oslo, Lyon, France. General of the Army Peter Lund is the head of the University of Bergen for Spain")
	f.Add("“Spain attacked Cuba,” said Norway, “and Chad,” it said, that it that it that")
	f.Add("“I want to thank Japan and I, Astrid Holmberg, met Lena Brandt of Germany and Ivan Petrenko of Russia, and I,” Astrid Holmberg, Jr., denied that it")
	f.Add("Assistant to the President for Prime Minister of Norway Astrid Holmberg announced a loan")
	f.Fuzz(func(t *testing.T, text string) {
		d := read(strings.ToValidUTF8(text, "?"))
		verify(t, d)
	})
}

// TestLong reads text of a single sentence without end, which must not cost its
// square: at that cost this test would run for minutes.
func TestLong(t *testing.T) {
	verify(t, read(strings.Repeat("Spain attacked Cuba and Norway in 1998, Peru who said that ", 4000)))
}

// verify checks what holds for every document.
func verify(t *testing.T, d *document.Document) {
	t.Helper()
	whole := document.Span{End: len(d.Text)}
	for i := range d.Relations {
		r := &d.Relations[i]
		name := line(d, r)
		if !whole.Contains(r.Evidence) || r.Trigger.Empty() || !r.Evidence.Contains(r.Trigger) {
			t.Fatalf("%s: trigger %v, evidence %v", name, r.Trigger, r.Evidence)
		}
		if r.Layer == document.LayerEvent && len(r.Subject)+len(r.Object) == 0 || r.Layer == document.LayerFact && (len(r.Subject) != 1 || len(r.Object) == 0 && r.Value == "") {
			t.Fatalf("%s: nobody in it", name)
		}
		seen := map[int]bool{}
		for _, a := range append(append([]document.Argument(nil), r.Subject...), r.Object...) {
			if !r.Evidence.Contains(a.Span) {
				t.Fatalf("%s: argument %v outside the evidence", name, a.Span)
			}
			if seen[a.Entity] {
				t.Fatalf("%s: an entity on both sides or twice", name)
			}
			seen[a.Entity] = true
			if !mentioned(d, a) {
				t.Fatalf("%s: no mention of the entity at %v", name, a.Span)
			}
		}
		if r.Value != "" && !r.Evidence.Contains(r.ValueSpan) {
			t.Fatalf("%s: value %v outside the evidence", name, r.ValueSpan)
		}
		if r.Date != nil && (r.Date.Start == "" || !r.Evidence.Contains(r.Date.Text)) {
			t.Fatalf("%s: date %v", name, r.Date)
		}
		if r.ClaimedBy >= len(d.Statements) || r.Location >= len(d.Entities) || r.Confidence <= 0 || r.Confidence > 1 {
			t.Fatalf("%s: %d %d %v", name, r.ClaimedBy, r.Location, r.Confidence)
		}
		if quad, _ := document.EventQuad(r.Type, r.Mode); r.Layer == document.LayerEvent && quad == 0 {
			t.Fatalf("%s: no type of event", name)
		}
	}
}

// mentioned tells whether the words of an argument are a mention of its entity, or
// the "I" of who speaks.
func mentioned(d *document.Document, a document.Argument) bool {
	if d.Slice(a.Span) == "I" {
		return true
	}
	for i := range d.Mentions {
		if d.Mentions[i].Entity == a.Entity && d.Mentions[i].Span == a.Span {
			return true
		}
	}
	return false
}
