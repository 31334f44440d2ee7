package export

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"dossier/graph"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
)

func each[T any](items []T) func(func(T, error) bool) {
	return func(yield func(T, error) bool) {
		for _, x := range items {
			if !yield(x, nil) {
				return
			}
		}
	}
}

func hostileQuads() []graph.Quad {
	quads := []graph.Quad{
		{Subject: "statement/1", Predicate: "quote/count", Object: graph.Number(7), Label: "document/1"},
		{Subject: "statement/1", Predicate: "quote/confidence", Object: graph.Number(-0.125), Label: "document/1"},
		{Subject: "statement/1", Predicate: "speaker", Object: graph.Node("person/o'neil <x> \"y\" {z}|^`\\ \n"), Label: "document/1"},
		{Subject: "statement/1", Predicate: "text", Object: graph.Text(""), Label: "document/1"},
	}
	for _, name := range append(hostile(), "\r\n", "tab\there", "bell\a", "\u2028", "日本", "😀", `trailing\`, `\u0041`) {
		quads = append(quads, graph.Quad{Subject: "person/1", Predicate: "name", Object: graph.Text(name), Label: "document/1"})
	}
	return quads
}

func TestNQuadsReadBack(t *testing.T) {
	var b bytes.Buffer
	quads := hostileQuads()
	if err := WriteNQuads(&b, each(quads)); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(b.String(), "\n"); lines != len(quads) {
		t.Errorf("%d quads are %d lines", len(quads), lines)
	}
	var back []graph.Quad
	for q, err := range ReadNQuads(&b) {
		if err != nil {
			t.Fatal(err)
		}
		back = append(back, q)
	}
	if diff := cmp.Diff(quads, back); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

// TestForeignReader has a reader that we didn't write read hostile names. It
// leaves out control characters: that reader knows no \u.
func TestForeignReader(t *testing.T) {
	var b bytes.Buffer
	quads := hostileQuads()
	if err := WriteNQuads(&b, each(quads)); err != nil {
		t.Fatal(err)
	}
	dataset, err := ld.ParseNQuads(b.String())
	if err != nil {
		t.Fatal(err)
	}
	read := dataset.GetQuads("dossier:document/1")
	want := map[string]bool{}
	for _, q := range quads {
		if q.Object.Kind == graph.KindText && !strings.Contains(q.Object.Text, "\a") {
			want[q.Object.Text] = true
		}
	}
	if len(read) != len(quads) {
		t.Errorf("%d quads written, %d read", len(quads), len(read))
	}
	for _, q := range read {
		delete(want, q.Object.GetValue())
	}
	if len(want) > 0 {
		t.Errorf("these texts did not come back: %q", slices.Collect(maps.Keys(want)))
	}
}

func TestWrongNQuads(t *testing.T) {
	good := "<dossier:a> <dossier:b> \"c\" <dossier:d> .\n"
	for _, c := range []struct{ line, why string }{
		{`<dossier:a> <dossier:b> "c" .`, "no label"},
		{`<dossier:a> <dossier:b> "c" <dossier:d>`, "no full stop"},
		{`<dossier:a> <dossier:b> "c <dossier:d> .`, "a literal without an end"},
		{`<dossier:a> <dossier:b> "c\" <dossier:d> .`, "an escaped end"},
		{`<dossier:a> "b" "c" <dossier:d> .`, "a literal as predicate"},
		{`<http://example.org/a> <dossier:b> "c" <dossier:d> .`, "another vocabulary"},
		{`<dossier:a> <dossier:b> "x"^^<http://www.w3.org/2001/XMLSchema#integer> <dossier:d> .`, "a number that is none"},
		{`<dossier:a> <dossier:b> "c"^^<http://example.org/t> <dossier:d> .`, "another datatype"},
		{`<dossier:a> <dossier:b> "c\q" <dossier:d> .`, "no such escape"},
		{`<dossier:a> <dossier:b> "\uD800" <dossier:d> .`, "half a character"},
		{`<dossier:a> <dossier:b> "\u00" <dossier:d> .`, "an escape cut off"},
		{`{"json": true}`, "another format"},
	} {
		var err error
		n := 0
		for _, e := range ReadNQuads(strings.NewReader("# comment\n" + good + "\n" + c.line + "\n" + good)) {
			if err = e; e == nil {
				n++
			}
		}
		var at *LineError
		if !errors.As(err, &at) || at.Line != 4 || n != 1 {
			t.Errorf("%s: %d quads, %v; want one, and an error at line 4", c.why, n, err)
		}
	}
}

// FuzzNQuads shows that no input makes the reader panic, and that what it reads
// is written and read back the same.
func FuzzNQuads(f *testing.F) {
	f.Add("<dossier:a> <dossier:b> \"c\\n\\u0041\" <dossier:d> .\n")
	f.Add("<dossier:a> <dossier:b> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <dossier:d> .")
	f.Add("\\")
	f.Fuzz(func(t *testing.T, text string) {
		var quads []graph.Quad
		for q, err := range ReadNQuads(strings.NewReader(text)) {
			if err != nil {
				break
			}
			quads = append(quads, q)
		}
		var b bytes.Buffer
		if err := WriteNQuads(&b, each(quads)); err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := WriteNQuads(&again, ReadNQuads(bytes.NewReader(b.Bytes()))); err != nil || again.String() != b.String() {
			t.Errorf("%q is written as %q and then as %q (%v)", text, b.String(), again.String(), err)
		}
	})
}
